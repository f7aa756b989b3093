//! Pages to a document, and trees to YAML.

mod common;

use common::{Memory, Reading, to_json};
use proptest::prelude::*;
use specwright::diag::Diagnostics;
use specwright::import::import;
use specwright::source::SourceMap;
use specwright::tree::print::to_yaml;
use std::path::PathBuf;

fn imported(pages: &[(&str, &str)]) -> (Option<String>, Vec<String>) {
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let paths: Vec<PathBuf> = pages.iter().map(|(path, _)| PathBuf::from(path)).collect();
    let text = import(&paths, &Memory::new(pages), &mut sources, &mut diags);
    let reading = Reading {
        sources,
        diags,
        tree: None,
    };
    (text, reading.problems())
}

fn page(operation: &str, document: &str) -> String {
    format!("# Page\n\nSome words.\n\n````yaml api/pets.json {operation}\n{document}\n````\n\nMore.\n")
}

const LIST: &str = "openapi: 3.1.0
info:
  title: Pets   # not touched
  version: '1'
tags:
  - name: pets
paths:
  /pets:
    get: {operationId: list}
";

#[test]
fn a_single_block_stays_as_it_is() {
    let (text, problems) = imported(&[("list.md", &page("GET /pets", LIST))]);
    assert_eq!(problems, [""; 0]);
    assert_eq!(text.as_deref(), Some(LIST));
}

#[test]
fn several_pages_become_one_document() {
    let add = "openapi: 3.1.0
info:
  title: Pets
  version: '1'
tags:
  - name: owners
  - name: pets
    description: All of them.
paths:
  /pets/{id}:
    get: {operationId: show}
  /pets:
    post: {operationId: add, tags: []}
";
    let (text, problems) = imported(&[
        ("list.md", &page("GET /pets", LIST)),
        ("add.md", &page("POST /pets", add)),
    ]);
    assert_eq!(problems, [""; 0]);
    let expected = "openapi: 3.1.0
info:
  title: Pets
  version: '1'
tags:
  - name: pets
    description: All of them.
  - name: owners
paths:
  /pets:
    get:
      operationId: list
    post:
      operationId: add
      tags: []
  /pets/{id}:
    get:
      operationId: show
";
    assert_eq!(text.as_deref(), Some(expected));
}

#[test]
fn pages_that_disagree_are_reported_with_both_places() {
    let other = LIST
        .replace("title: Pets ", "title: Cats ")
        .replace("pets:\n    get", "pets: []\n  /cats:\n    get");
    let (text, problems) = imported(&[
        ("list.md", &page("GET /pets", LIST)),
        ("other.md", &page("GET /cats", &other)),
    ]);
    assert_eq!(problems, ["SW0205 8:10", "SW0205 13:10"]);
    assert!(text.is_some_and(|text| text.contains("title: Pets") && text.contains("/cats:")));
}

#[test]
fn pages_of_other_documents_are_reported() {
    let other = page("GET /x", "a: 1").replace("pets.json", "cats.json");
    let (_, problems) = imported(&[("list.md", &page("GET /pets", LIST)), ("other.md", &other)]);
    assert_eq!(problems, ["SW0204 5:5"]);
    assert_eq!(
        imported(&[("none.md", "# Nothing\n")]),
        (None, vec!["SW0201 1:1".to_owned()])
    );
    assert_eq!(imported(&[]), (None, Vec::new()));
}

#[test]
fn json_blocks_become_yaml() {
    let (text, problems) = imported(&[("a.md", "```json a.json\n{\"a\": [1, {\"b\": null}]}\n```\n")]);
    assert_eq!((text.as_deref(), problems.len()), (Some("a:\n  - 1\n  - b: null\n"), 0));
}

/// Documents in the style that is printed.
const STYLE: &str = r#"plain: ^[6-9][0-9]{9}$
colon: a:b, c
hash: a#b
empty: ''
number-like: '9687205427'
version: 1.0.0
version-like: '1.0'
boolean-like: 'true'
old-boolean: 'no'
old-date: '2024-01-01'
old-time: '12:30'
null-like: '~'
quoted: '@entity'
braces: '{{access_token}}'
comment: 'a #b'
mapping: 'a: b'
end: 'a:'
quote: it's
first-quote: '''it'''
space: ' a'
tab: "a\tb"
'200': {}
200 - OK: []
'yes': 1.10
nothing: null
escape: "\x1B\u2028\U000E0001é😀"
nested:
  - - 1
    - - 2
  - a: 1
    b:
      - c
  - []
  - literal: |
      one

      two
    kept: |+
      one

    stripped: |-
      one
        two
    indented: |2-
        one
      two
    folded: >-
      Authentication flow to initiate on DigiLocker. Use `signin` for existing
      users or `signup` to create a new DigiLocker account.
    folded-lines: >
      Authentication flow to initiate on DigiLocker. Use `signin` for existing
      users.

      And more.

        This line begins with a space and stays as it is, however long it may be, as code does.
      Then
    word: >-
      https://example.com/public/oauth2/1/authorize?response_type=code&client_id=00000000000&state=0000
"#;

#[test]
fn the_printed_style() {
    let read = Reading::yaml(STYLE);
    assert_eq!(read.problems(), [""; 0]);
    assert_eq!(to_yaml(read.tree(), read.root()), STYLE);
}

#[test]
fn roots_of_every_kind() {
    for text in ["x\n", "1\n", "null\n", "[]\n", "{}\n", "- 1\n", "|-\n  a\n  b\n"] {
        let read = Reading::yaml(text);
        assert_eq!(to_yaml(read.tree(), read.root()), text);
    }
    let name = "k".repeat(2000);
    let long = Reading::json(&format!("{{\"{name}\": {{\"{name}\": [\"{name}\"]}}}}"));
    let printed = to_yaml(long.tree(), long.root());
    assert_eq!(Reading::yaml(&printed).shown(), long.shown(), "{printed}");
}

/// Strings that are hard to print.
fn string() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "word",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n ",
        "\t",
        "'",
        "\"",
        "\\",
        ":",
        ": ",
        "#",
        " #",
        "-",
        "- ",
        "?",
        "? ",
        "1",
        "0x",
        "null",
        "true",
        "~",
        "y",
        ".",
        "...",
        "---",
        "<<",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "é",
        "\u{85}",
        "\u{feff}",
        "\u{2028}",
        "\r",
        "\u{0}",
        "a rather long run of words that fills a good part of a line",
        "=",
        "_",
        "1_0",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()),
        any::<String>()
    ]
}

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        string().prop_map(Into::into),
        string().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(string(), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn what_is_printed_reads_as_it_was(value in value()) {
        let read = Reading::json(&format!("[{value}]"));
        let printed = to_yaml(read.tree(), read.at("/0"));
        let again = Reading::of(&[("again.yaml", &format!("# {}\n{printed}", "a comment, since an empty file holds nothing"))]);
        prop_assert_eq!(again.problems(), [""; 0], "{}", printed);
        prop_assert_eq!(to_json(again.tree(), again.root()), value, "{}", printed);
    }

    #[test]
    fn long_texts_fold_and_unfold(words in prop::collection::vec("[a-z]{1,30}| |\n", 0..80)) {
        let value = serde_json::Value::from(words.join(" "));
        let read = Reading::json(&format!("{{\"a\": [{{\"b\": {value}}}]}}"));
        let printed = to_yaml(read.tree(), read.root());
        let again = Reading::yaml(&printed);
        prop_assert_eq!(to_json(again.tree(), again.at("/a/0/b")), value, "{}", printed);
    }
}
