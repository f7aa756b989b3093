//! Prose of every kind, through rustdoc itself: no warning, and nothing that runs.

#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use serde_json::Value;
use specwright::emit::docs::{doc_item, doc_lines, inline_code, line_attrs, summary};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Descriptions as vendors, converters and attackers write them.
#[rustfmt::skip]
const NASTY: &[&str] = &[
    "[Pet]", "[`Pet`]", "[Pet](crate::Pet)", "[Pet][crate::Pet]", "[a]: Pet\n\n[a]", "![x](y)", "[[Pet]]", "[x](#y)", "[]", "[]()",
    "[a](mailto:x@y.z)", "see http://example.com now", "https://example.com/[Pet]", "https://example.com/a(b", "<https://example.com>",
    "http://a.bc.http://d.ef", "<Pet>", "<petId", "</div>", "<div>", "<b><i>x</b></i>", "<p>x<p>y", "Vec<String>", "Map<String, List<Pet>>",
    "<table><tr><td>x", "<a href=Pet>x</a>", "<a href='https://example.com'>x", "`", "``", "```", "````", "a ` b ``", "`[Pet]", "`` ` ``",
    "```\nassert!(false);\n```", "```rust\nassert!(false);\n```", "```rust,should_panic\nx\n```", "```ignore\nx", "```{.rust}\nx\n```",
    "~~~\nassert!(false);", "    assert!(false);", "x\n\n    assert!(false);\n\ny", "- a\n\n      assert!(false);", "\tassert!(false);",
    "> ```\n> assert!(false);\n> ```", "1. ```compile_fail\n   fn f() {}\n   ```", "<pre>assert!(false);</pre>", "<pre><code class=\"rust\">x</code></pre>",
    "# Title", "###### Six", "#no", "Title\n===", "a\n---", "***", "- - -", "*", "* *", "_ _", "**bold", "__x__y", "~~x~", "a*b*c",
    "| a | b |\n|---|---|\n| [x] | `|` |", "a | b\n--|--\n1 | <x>", "|", "<ul><li>[Pet]<li>`x</ul>", "\\", "\\\\", "\\[Pet\\]", "&lt;Pet&gt;",
    "&#91;Pet&#93;", "&#x202e;", "\u{202e}reversed\u{2066}", "a\rb", "a\0b", "\u{feff}x", "*/ fn main() {} /*", "\"#]\nfn main() {}", "//! x",
    "[^1]\n\n[^1]: note [Pet]", "[^1]", "- [ ] [Pet]\n- [x] y", "term\n: definition [Pet]", "$x$ $$y$$", "{{x}} {x}", "<!-- [Pet] -->", "<!-- x",
    "<script>alert('[Pet]')</script>", "<?php x ?>", "<![CDATA[ x ]]>", "[Pet]: <", "![[Pet]](https://example.com)", "[![a](b)](https://c.de)",
    "[x](https://example.com/`a`)", "**[Pet](https://example.com \"[Pet]\")**", "`a\\|b` | [Pet]", "|a|\n|-|\n|`x\\\\|[Pet]`|", "@see Pet", "https://[Pet].com",
];

/// Every lint of rustdoc's, those included that are quiet by default.
const LOUD: &[&str] = &["-D", "warnings", "-D", "rustdoc::all", "-o"];

#[test]
fn own_descriptions() {
    let mut texts: BTreeSet<String> = NASTY.iter().map(|&text| text.to_owned()).collect();
    // Each beside others: what is open at the end of one must not reach the next.
    for (at, text) in NASTY.iter().enumerate() {
        for step in [1, 7, 31] {
            let other = NASTY[(at + step) % NASTY.len()];
            texts.insert(format!("{text} {other}"));
            texts.insert(format!("{text}\n\n{other}"));
        }
    }
    assert_quiet("own", &texts);
}

/// The checks below would notice: the same texts, unchanged.
#[test]
fn rustdoc_is_loud_about_the_same_texts_unchanged() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("quiet_docs")
        .join("loud");
    std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
    let file = folder.join("lib.rs");
    let source = "//! Prose.\n/// A [Pet], a `tick and a <b>\n///\n///     assert!(true);\npub struct S;\n";
    std::fs::write(&file, source).expect("the folder for temporary files is writable");
    let (ok, output) = rustdoc(&file, LOUD, &folder.join("doc"));
    assert!(
        !ok && ["unresolved link", "unescaped backtick", "unclosed HTML"]
            .iter()
            .all(|part| output.contains(part)),
        "{output}"
    );
    let (_, output) = rustdoc(&file, &["--test", "--test-run-directory"], &folder);
    assert!(output.contains("running 1 test"), "{output}");
}

#[test]
fn descriptions_of_the_corpus() {
    let Some(folder) = std::env::var_os("SPECWRIGHT_CORPUS") else {
        eprintln!("skipped: SPECWRIGHT_CORPUS names no folder");
        return;
    };
    let mut texts = BTreeSet::new();
    for file in json_files(Path::new(&folder)) {
        let text = std::fs::read_to_string(&file).expect("a corpus file is text");
        let Ok(document) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        descriptions(&document, &mut texts);
    }
    assert!(!texts.is_empty(), "no JSON document in the folder");
    assert_quiet("corpus", &texts);
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus folder is readable") {
        let path = entry.expect("the corpus folder is readable").path();
        if path.is_dir() {
            files.extend(json_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn descriptions(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if key == "description" || key == "summary" => {
                        out.insert(text.clone());
                    }
                    value => descriptions(value, out),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| descriptions(item, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Documents one struct per text, and lets rustdoc complain about it and look for tests in it.
fn assert_quiet(name: &str, texts: &BTreeSet<String>) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("quiet_docs").join(name);
    std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
    let mut source = String::from("//! Prose.\n#![allow(dead_code)]\n");
    for (at, text) in texts.iter().enumerate() {
        let mut lines = doc_lines(text);
        lines.push(String::new());
        lines.extend(doc_item("`a`", text));
        let (attrs, short) = (line_attrs(&lines), line_attrs(&[summary(text), inline_code(text)]));
        let item = format!("{attrs} pub struct S{at} {{ {short} pub field: u8 }}");
        // Half of the texts as attributes, half as the comments that the printer makes of them.
        if at % 2 == 0 {
            source.push_str(&item);
            source.push('\n');
        } else {
            source.push_str(&prettyplease::unparse(&syn::parse_str(&item).expect("the item parses")));
        }
    }
    let file = folder.join("lib.rs");
    std::fs::write(&file, source).expect("the folder for temporary files is writable");

    let (ok, output) = rustdoc(&file, LOUD, &folder.join("doc"));
    let head: Vec<&str> = output.lines().take(200).collect();
    assert!(ok && output.is_empty(), "rustdoc complains:\n{}", head.join("\n"));
    let (ok, output) = rustdoc(&file, &["--test", "--test-run-directory"], &folder);
    assert!(
        ok && output.contains("running 0 tests"),
        "a description runs:\n{output}"
    );
}

fn rustdoc(file: &Path, options: &[&str], folder: &Path) -> (bool, String) {
    let tool = std::env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into());
    let output = Command::new(tool)
        .args(["--edition", "2024", "--crate-type", "lib", "--crate-name", "prose"])
        .arg(file)
        .args(options)
        .arg(folder)
        .output()
        .expect("rustdoc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), text)
}
