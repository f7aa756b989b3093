//! Files to trees: JSON, YAML, Markdown pages and the references between files.

mod common;

use common::{Memory, Reading, files_below, to_json};
use proptest::prelude::*;
use specwright::diag::{Diagnostics, Problem, Severity};
use specwright::import::{self, MAX_FILES};
use specwright::source::{DiskLoader, MAX_FILE_BYTES, SourceMap};
use specwright::tree::{MAX_DEPTH, RefError};
use std::path::Path;

#[test]
fn json_values_know_their_places() {
    let read = Reading::json("\u{feff}{\"a\": [1, {\"b\\n\": \"x\\u00e9\\ud83d\\ude00\"}], \"c\": null}\n");
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(read.shown(), r#"{"a":[1,{"b\n":"xé😀"}],"c":null}"#);
    let node = read.at("/a/1/b\n");
    assert_eq!(read.text_of(node), r#""x\u00e9\ud83d\ude00""#);
    assert_eq!(
        read.text_of(read.at("/a")),
        "[1, {\"b\\n\": \"x\\u00e9\\ud83d\\ude00\"}]"
    );
    assert_eq!(read.tree().pointer(node), "#/a/1/b\n");
    let key = read.tree().entry(read.root(), "c").expect("c").key_span;
    assert_eq!(read.sources.position(key).column, 44);
}

#[test]
fn json_errors_are_located() {
    for (text, place) in [
        ("", "SW0103 1:1"),
        (" \n", "SW0103 1:1"),
        ("{\"a\": 1,}", "SW0104 1:8"),
        ("[1 2]", "SW0104 1:4"),
        ("[1,\n // x\n 2]", "SW0104 2:2"),
        ("{\"a\" 1}", "SW0104 1:6"),
        ("[\"a\\x\"]", "SW0104 1:4"),
        ("[\"a\nb\"]", "SW0104 1:4"),
        ("[\"abc", "SW0104 1:2"),
        ("[01]", "SW0104 1:2"),
        ("[1.]", "SW0104 1:4"),
        ("[nul]", "SW0104 1:2"),
        ("[\"\\u12\"]", "SW0104 1:3"),
        ("[1] x", "SW0104 1:5"),
        ("[", "SW0104 1:2"),
        ("{'a': 1}", "SW0104 1:2"),
    ] {
        assert_eq!(Reading::json(text).problems(), [place], "{text}");
    }
}

#[test]
fn numbers_stay_as_they_were_written() {
    let read = Reading::json("[123456789012345678901234567890, 1.10, -0, 1e400]");
    let texts: Vec<_> = read
        .tree()
        .items(read.root())
        .iter()
        .filter_map(|item| read.tree().number(*item))
        .collect();
    let texts: Vec<_> = texts.iter().map(|number| number.as_str()).collect();
    assert_eq!(texts, ["123456789012345678901234567890", "1.10", "-0", "1e400"]);
}

#[test]
fn lone_surrogates_are_replaced_and_reported() {
    let read = Reading::json(r#"["\ud800x", "\udc00", "\ud800\u0041"]"#);
    assert_eq!(read.shown(), "[\"\u{fffd}x\",\"\u{fffd}\",\"\u{fffd}A\"]");
    assert_eq!(read.problems(), ["SW0112 1:3", "SW0112 1:14", "SW0112 1:24"]);
    assert_eq!(read.diags.count(Severity::Error), 0);
}

#[test]
fn duplicate_names_are_faults_and_the_last_one_counts() {
    for (name, text) in [
        ("a.json", "{\"a\": 1,\n\"b\": 2,\n\"a\": {\"a\": 3}}"),
        ("a.yaml", "a: 1\nb: 2\na: {a: 3}\n"),
    ] {
        let read = Reading::with(&[(name, text)], Diagnostics::tolerant());
        assert_eq!(read.problems(), ["SW0105 3:1"]);
        assert_eq!(read.diags.count(Severity::Error), 0);
        assert_eq!(read.shown(), r#"{"a":{"a":3},"b":2}"#);
        let related = &read.diags.iter().next().expect("one").related;
        assert_eq!(read.sources.position(related[0].0.span.expect("a span")).line, 1);
        assert_eq!(Reading::of(&[(name, text)]).diags.count(Severity::Error), 1);
    }
}

#[test]
fn a_fault_in_every_line_is_reported_quickly() {
    let text: String = (0..50_000).map(|_| "a: 1\n").collect();
    assert_eq!(Reading::yaml(&text).diags.count(Severity::Error), 49_999);
}

#[test]
fn nesting_is_bounded() {
    for depth in [MAX_DEPTH, MAX_DEPTH + 1, 10_000, 200_000] {
        let expected = if depth > MAX_DEPTH {
            vec![format!("SW0106 1:{}", MAX_DEPTH + 1)]
        } else {
            Vec::new()
        };
        let json = "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(Reading::json(&json).problems(), expected);
        let objects = "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
        assert_eq!(Reading::json(&objects).problems().len(), expected.len());
    }
    let flow = "x: ".to_owned() + &"[".repeat(10_000) + &"]".repeat(10_000);
    let problems = Reading::yaml(&flow).problems();
    assert!(
        problems.len() == 1 && problems[0].starts_with("SW0106 1:2"),
        "{problems:?}"
    );
    let block: String = (0..2_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    assert_eq!(
        Reading::yaml(&block).problems(),
        [format!("SW0106 {}:{}", MAX_DEPTH + 1, MAX_DEPTH + 1)]
    );
    let dashes = "- ".repeat(10_000);
    assert_eq!(Reading::yaml(&dashes).problems().len(), 1);
}

#[test]
fn yaml_has_the_types_of_the_core_schema() {
    let read = Reading::yaml(
        "NO: [NO, y, on, OFF, yes, true, True, ~, null, '1', 0x1F, 0o17, 1.10, .5, 2024-01-01, 1_000]\n200: ok\n~: n\n? q\n: v\n1.0:\n",
    );
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(
        read.shown(),
        r#"{"1.0":null,"200":"ok","NO":["NO","y","on","OFF","yes",true,true,null,null,"1",31,15,1.10,0.5,"2024-01-01","1_000"],"q":"v","~":"n"}"#
            .replace("1.10", "1.1")
    );
}

#[test]
fn yaml_values_know_their_places() {
    let text = "a:\n  - b: |\n      x\n\n      y\n    c: \"z\"\n# end\nd: {e: [1]}  # flow\n";
    let read = Reading::yaml(text);
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(read.text_of(read.at("/a/0/b")), "x\n\n      y");
    assert_eq!(read.text_of(read.at("/a/0")), "b: |\n      x\n\n      y\n    c: \"z\"");
    assert_eq!(read.text_of(read.at("/d")), "{e: [1]}");
    assert_eq!(read.text_of(read.at("/a/0/c")), "\"z\"");
}

#[test]
fn yaml_problems_are_located() {
    for (text, expected) in [
        ("a: [1\nb: 2", "SW0104"),
        ("a: b: c", "SW0104 1:5"),
        ("a:\n\t- b", "SW0104"),
        ("a: *nowhere", "SW0104 1:4"),
        ("a: &x [*x]", "SW0109 1:8"),
        ("? [a]\n: b", "SW0110 1:3"),
        ("a: 1\n---\nb: 2", "SW0111 2:1"),
        ("a: .inf", "SW0113 1:4"),
        ("a: !include x.yaml", "SW0114 1:13"),
        ("a: !!int x", "SW0114 1:10"),
        ("<<: 1", "SW0115 1:5"),
        ("# nothing", "SW0103 1:1"),
    ] {
        let problems = Reading::yaml(text).problems();
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert!(problems[0].starts_with(expected), "{text}: {problems:?}");
    }
}

#[test]
fn tags_of_the_core_schema_count() {
    let read = Reading::yaml("a: !!str 5\nb: !!int '5'\nc: !!float 1\nd: ! 7\ne: !!map {}\nf: !!null ''\ng: !x 8\n");
    assert_eq!(read.shown(), r#"{"a":"5","b":5,"c":1,"d":"7","e":{},"f":null,"g":8}"#);
    assert_eq!(read.problems(), ["SW0114 7:7"]);
}

#[test]
fn aliases_are_copies_with_pointers_of_their_own() {
    let read = Reading::yaml("a: &x {k: [1]}\nb: *x\n&n c: *n\nd: [*x]\n? *n\n: e\n");
    assert_eq!(read.problems(), ["SW0105 5:3"]);
    let read = Reading::yaml("a: &x {k: [1]}\nb: *x\n&n c: *n\nd: [*x]\n");
    assert_eq!(read.shown(), r#"{"a":{"k":[1]},"b":{"k":[1]},"c":"c","d":[{"k":[1]}]}"#);
    let node = read.at("/d/0/k/0");
    assert_eq!(read.tree().pointer(node), "#/d/0/k/0");
    assert_eq!(read.sources.position(read.tree().span(node)).line, 1);
}

#[test]
fn merge_keys_are_merged_and_own_members_win() {
    let read = Reading::yaml("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\n  d: 0\n\"<<\": 5\n");
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(
        to_json(read.tree(), read.at("/z")).to_string(),
        r#"{"a":0,"b":1,"c":2,"d":0}"#
    );
    assert_eq!(read.tree().pointer(read.at("/z/b")), "#/z/b");
    assert_eq!(
        read.tree().number(read.at("/<<")).map(|number| number.as_str()),
        Some("5")
    );
}

#[test]
fn alias_bombs_end_with_a_diagnostic() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let last = level - 1;
        text += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{last}"); 10].join(", "));
    }
    let problems = Reading::yaml(&text).problems();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("SW0108 "), "{problems:?}");
    // Depth grows with every alias as well.
    let deep: String = (1..100_000)
        .map(|level| format!("a{level}: &a{level} [[[*a{}]]]\n", level - 1))
        .collect();
    let problems = Reading::yaml(&("a0: &a0 x\n".to_owned() + &deep)).problems();
    assert!(
        problems[0].starts_with("SW0106 ") || problems[0].starts_with("SW0108 "),
        "{problems:?}"
    );
}

#[test]
fn what_a_file_holds_decides_how_it_is_read() {
    for (name, text) in [
        ("a.yaml", "{\"a\": 1}"),
        ("a.yaml", "{a: 1}"),
        ("a.json", "a: 1"),
        ("a", "{a: 1}"),
        ("a", "{\n\t\"a\": 1\n}"),
        ("a.md", "# Page\n\n```yaml x.json GET /x\na: 1\n```\n"),
        ("a.txt", "# Page\n\n~~~~json x.json\n{\"a\": 1}\n~~~~\n"),
    ] {
        let read = Reading::of(&[(name, text)]);
        assert_eq!(read.problems(), [""; 0], "{name}: {text}");
        assert_eq!(read.shown(), r#"{"a":1}"#);
    }
    assert_eq!(
        Reading::of(&[("a.json", "{\"a\": 1,, \"b\": []}")]).problems(),
        ["SW0104 1:9"]
    );
    assert_eq!(Reading::of(&[("a.md", "# Nothing here\n")]).problems(), ["SW0201 1:1"]);
}

#[test]
fn blocks_of_pages_keep_their_lines() {
    let page = "# é\n\n````yaml a.json GET /x\ninfo:\n  title: 'T'\n````\n\n```yaml a.json GET /y\ninfo: x\n";
    let read = Reading::of(&[("page.md", page)]);
    assert_eq!(read.problems(), ["SW0202 8:4"]);
    let title = read.at("/info/title");
    assert_eq!(read.text_of(title), "'T'");
    assert_eq!(read.sources.position(read.tree().span(title)).line, 5);
    let open = Reading::of(&[("page.md", "```yaml a.json GET /y\ninfo: [\n")]);
    assert_eq!(open.problems()[0], "SW0203 1:4");
    assert!(open.problems()[1].starts_with("SW0104 "), "{:?}", open.problems());
    assert_eq!(
        Reading::of(&[("page.md", "```yaml a.json\n```\n")]).problems(),
        ["SW0103 1:4"]
    );
}

#[test]
fn references_load_files_once_and_in_order() {
    let read = Reading::of(&[
        (
            "api/a.yaml",
            "x: {$ref: 'z/b.json#/p%20q'}\ny: {$ref: './c.yaml'}\nz: {$ref: 'a.yaml#/y'}\nw: {$ref: '#/x'}\n",
        ),
        ("api/c.yaml", "back: {$ref: 'a.yaml#/w'}\n"),
        (
            "api/z/b.json",
            r##"{"p q": {"$ref": "../c.yaml#/back"}, "1/2~": {"$ref": "#/p q"}}"##,
        ),
    ]);
    assert_eq!(read.problems(), [""; 0]);
    let names: Vec<_> = read.sources.files().map(|(_, file)| file.name()).collect();
    assert_eq!(names, ["api/a.yaml", "api/z/b.json", "api/c.yaml"]);
    let (tree, root) = (read.tree(), read.root());
    let target = tree.resolve(root, "z/b.json#/p%20q").expect("a node");
    assert_eq!(
        (tree.pointer(target), tree.span(target).file.index()),
        ("#/p q".to_owned(), 1)
    );
    // Relative to the file of the node it is in.
    let back = tree.resolve(target, "../c.yaml#/back").expect("a node");
    assert_eq!(tree.resolve(back, "a.yaml#/w").expect("a node"), read.at("/w"));
    assert_eq!(
        tree.resolve(target, "#/1~12~0").map(|node| tree.pointer(node)),
        Ok("#/1~12~0".to_owned())
    );
    assert_eq!(tree.resolve(root, "").expect("the root"), root);
    assert!(matches!(tree.resolve(root, "#name"), Err(RefError::Anchor { name, .. }) if name == "name"));
    let missing = tree.resolve(root, "#/x/y/z").expect_err("nothing there");
    assert_eq!(missing.to_string(), "`#/x` has no `y`");
    assert_eq!(import::files_read(&read.sources).count(), 3);
}

#[test]
fn references_that_cannot_be_followed_are_faults() {
    let read = Reading::of(&[
        (
            "a.yaml",
            "a: {$ref: 'gone.yaml#/x'}\nb: {$ref: 'https://example.com/x.json'}\nc: {$ref: 'gone.yaml#/y'}\nd: {$ref: bad.json}\n\
             examples: {e: {$ref: 'literal.txt'}}\nproperties: {$ref: {type: string}}\n",
        ),
        ("bad.json", "{\"a\": }"),
    ]);
    assert_eq!(
        read.problems(),
        ["SW0104 1:7", "SW0116 1:11", "SW0117 2:11", "SW0116 4:11"]
    );
    let (tree, root) = (read.tree(), read.root());
    assert!(matches!(
        tree.resolve(root, "https://example.com/x.json"),
        Err(RefError::Remote { .. })
    ));
    let error = tree.resolve(root, "gone.yaml#/x").expect_err("no file");
    assert_eq!(error.to_string(), "cannot read `gone.yaml`: it does not exist");
    assert!(matches!(tree.resolve(root, "never.yaml"), Err(RefError::File { .. })));
}

#[test]
fn files_outside_of_the_folder_are_refused() {
    let folder = std::env::temp_dir().join(format!("specwright-reading-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("in")).expect("a folder");
    std::fs::write(folder.join("secret.yaml"), "a: 1\n").expect("a file");
    std::fs::write(folder.join("in/a.yaml"), "x: {$ref: ../secret.yaml}\n").expect("a file");
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let loader = DiskLoader::new(folder.join("in"));
    let tree = import::load(&mut sources, &loader, &folder.join("in/a.yaml"), &mut diags);
    std::fs::remove_dir_all(&folder).expect("removed");
    assert!(tree.is_some());
    let problem = diags.iter().next().map(|diagnostic| diagnostic.problem.clone());
    assert!(
        matches!(&problem, Some(Problem::MissingFile { reason, .. }) if reason.contains("outside")),
        "{problem:?}"
    );
    assert_eq!(sources.files().count(), 1);
}

/// A file whose size is only said takes no space.
fn sparse(path: &Path, length: u64) {
    let file = std::fs::File::create(path).expect("a file");
    file.set_len(length).expect("a length");
}

#[test]
fn files_have_a_largest_size() {
    let folder = std::env::temp_dir().join(format!("specwright-large-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let large = MAX_FILE_BYTES as u64 + 1;
    sparse(&folder.join("large.yaml"), large);
    std::fs::write(folder.join("a.yaml"), "x: {$ref: large.yaml}\n").expect("a file");
    for (name, code) in [("large.yaml", "SW0101"), ("a.yaml", "SW0116")] {
        let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
        import::load(&mut sources, &DiskLoader::new(&folder), &folder.join(name), &mut diags);
        let problem = diags.iter().next().map(|diagnostic| &diagnostic.problem);
        assert_eq!(problem.map(Problem::code), Some(code));
        let message = problem.map(Problem::message).unwrap_or_default();
        assert!(message.contains("larger than 256 MiB"), "{message}");
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_document_has_a_largest_number_of_files() {
    let mut files = Memory::new(&[]);
    for index in 0..=MAX_FILES {
        let text = format!("x: {{$ref: {}.yaml}}\n", index + 1);
        files.0.insert(format!("{index}.yaml").into(), text.into_bytes());
    }
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    assert!(import::load(&mut sources, &files, Path::new("0.yaml"), &mut diags).is_some());
    assert_eq!(sources.files().count(), MAX_FILES);
    let problem = diags.iter().next().map(|diagnostic| &diagnostic.problem);
    let reason = match problem {
        Some(Problem::MissingFile { reason, .. }) => reason.as_str(),
        other => panic!("{other:?}"),
    };
    assert_eq!(reason, format!("more than {MAX_FILES} files are read already"));
}

#[test]
fn unreadable_files_are_errors() {
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    assert!(import::load(&mut sources, &Memory::new(&[]), Path::new("a.yaml"), &mut diags).is_none());
    let mut files = Memory::new(&[]);
    files.0.insert("b.yaml".into(), b"a: 1\nb: \xff\n".to_vec());
    assert!(import::load(&mut sources, &files, Path::new("b.yaml"), &mut diags).is_none());
    let codes: Vec<_> = diags.iter().map(|diagnostic| diagnostic.problem.code()).collect();
    assert_eq!(codes, ["SW0101", "SW0102"]);
    let span = diags
        .iter()
        .nth(1)
        .and_then(|diagnostic| diagnostic.location.span)
        .expect("a span");
    assert_eq!(sources.position(span).line, 2);
}

#[test]
fn large_objects_find_their_members_after_changes() {
    let text: String = (0..100).map(|index| format!("k{index}: {index}\n")).collect();
    let mut read = Reading::yaml(&text);
    let root = read.root();
    let mut tree = read.tree.take().expect("a tree");
    let old = tree.get(root, "k99").expect("k99");
    assert!(tree.remove(root, "k0").is_some());
    assert_eq!(tree.get(root, "k99"), Some(old));
    assert_eq!(tree.get(root, "k0"), None);
    tree.set(root, "new", old);
    assert_eq!(tree.get(root, "new"), Some(old));
    assert_eq!(tree.get(root, "k100"), None);
}

#[test]
fn every_document_of_the_corpus_reads() {
    let Some(folder) = std::env::var_os("SPECWRIGHT_CORPUS") else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: SPECWRIGHT_CORPUS names no folder");
        }
        return;
    };
    let files = files_below(Path::new(&folder), &[".json", ".yaml", ".yml", ".md"]);
    assert!(!files.is_empty(), "the corpus is empty");
    for path in files {
        let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::tolerant());
        let loader = DiskLoader::new(path.parent().expect("a folder"));
        let tree = import::load(&mut sources, &loader, &path, &mut diags);
        let rendered = || diags.render(&sources, specwright::diag::Style::Plain);
        let tree = tree.unwrap_or_else(|| panic!("{}: {}", path.display(), rendered()));
        assert_eq!(diags.count(Severity::Error), 0, "{}: {}", path.display(), rendered());
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).expect("text");
            let expected: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let root = tree.document().expect("a document");
            assert!(to_json(&tree, root) == expected, "{} differs", path.display());
        }
    }
}

/// Text that is nearly JSON or YAML: tokens of both in any order.
fn tokens() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        ": ",
        "\"a\"",
        "\"",
        "\\",
        "\\u",
        "d800",
        "\\ud83d\\ude00",
        "1",
        "-",
        ".5",
        "e9",
        "0",
        "true",
        "null",
        " ",
        "\n",
        "\n  ",
        "\t",
        "- ",
        "a: ",
        "? ",
        "&x ",
        "*x",
        "<<: ",
        "!!str ",
        "!t ",
        "|\n",
        ">-\n",
        "'",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "é",
        "\u{0}",
        "\r",
        "```yaml a.json\n",
        "````\n",
        "$ref: ",
        "b.yaml#/",
        "@",
        "`",
    ]);
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

fn json_value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(|value| serde_json::json!(value)),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..8)
                .prop_map(|map| { serde_json::Value::Object(map.into_iter().collect()) }),
        ]
    })
}

/// Checks that what is read keeps the promises of the tree: spans are in the file, pointers lead back.
fn check(read: &Reading) {
    let Some(tree) = &read.tree else {
        assert!(!read.diags.is_empty(), "nothing was read and nothing said");
        return;
    };
    for (_, root) in tree.roots() {
        let mut open = vec![*root];
        while let Some(node) = open.pop() {
            let span = tree.span(node);
            let text = read.sources.file(span.file).text();
            assert!(
                text.get(span.start as usize..span.end as usize).is_some(),
                "{span:?} in {text:?}"
            );
            assert_eq!(tree.lookup(*root, &tree.pointer(node)[1..]), Some(node));
            open.extend(tree.items(node));
            open.extend(tree.entries(node).iter().map(|entry| entry.value));
        }
    }
    read.rendered();
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(text in prop_oneof![any::<String>(), tokens(), tokens().prop_map(|text| format!("{{{text}"))]) {
        for name in ["a.json", "a.yaml", "a.md"] {
            check(&Reading::of(&[(name, &text)]));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut files = Memory::new(&[]);
        files.0.insert("a".into(), bytes);
        let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
        let tree = import::load(&mut sources, &files, Path::new("a"), &mut diags);
        check(&Reading { sources, diags, tree });
    }

    #[test]
    fn json_reads_as_serde_json_reads_it(value in json_value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.expect("JSON");
        // Both of a JSON text and of the YAML it is as well.
        let expected: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let read = Reading::json(&format!("[{text}]"));
        prop_assert_eq!(read.problems(), [""; 0]);
        prop_assert_eq!(to_json(read.tree(), read.at("/0")), expected);
    }
}
