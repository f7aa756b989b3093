//! The obstacle course of names: a document that has every word that means something to Rust, to cargo or to generated code, and every
//! kind of letter that looks like another one, in every place of a document that becomes a name; and prose that wants to be code.
//!
//! `cargo xtask generate --cases` writes it to `cases/ok/names/everywhere.yaml`, which is compiled with all good cases.

mod words;

use std::fmt::Write as _;
use words::{KEYWORDS, LETTERS, LIBRARY, ODD, OPERATORS, OWN, PRELUDE, PROSE};

/// Where the document is committed.
pub const PATH: &str = "tests/cases/ok/names/everywhere.yaml";

/// The document.
pub fn document() -> String {
    let mut out = String::from(
        "# Every keyword, every name of the prelude and of generated code, and every kind of letter, in every place that becomes a name.\n\
         # `tests/src/obstacles.rs` has the words; `cargo xtask generate --cases` writes this file.\n\
         openapi: 3.2.0\ninfo: {title: Everywhere, version: 1.0.0}\nservers:\n",
    );
    for (index, word) in all().enumerate() {
        let _ = writeln!(
            out,
            "  - {{url: 'https://s{index}.example.com', name: {}, description: {}}}",
            quoted(word),
            prose(index)
        );
    }
    out.push_str("tags:\n");
    for (index, word) in operations().enumerate() {
        let _ = writeln!(out, "  - {{name: {}, description: {}}}", quoted(word), prose(index));
    }
    out.push_str("paths:\n");
    everything(&mut out);
    for (index, word) in operations().enumerate() {
        let _ = writeln!(
            out,
            "  /n{index}: {{get: {{security: [], operationId: {0}, tags: [{0}], description: {1}, responses: {{'204': {{description: d}}}}}}}}",
            quoted(word),
            prose(index)
        );
    }
    components(&mut out);
    out
}

/// An operation that has every word as parameter, header, status and property.
fn everything(out: &mut String) {
    let path: String = KEYWORDS.iter().map(|word| format!("/{{{word}}}")).collect();
    let _ = writeln!(
        out,
        "  '/everything{path}':\n    post:\n      operationId: everything\n      security:"
    );
    for word in plain() {
        let _ = writeln!(out, "        - {{{}: []}}", quoted(word));
    }
    out.push_str("      parameters:\n");
    for word in OPERATORS {
        let _ = writeln!(out, "        - {{name: {word}, in: query, schema: {{type: integer}}}}");
    }
    let mut parameter = |place: &str, word: &str, more: &str| {
        let name = quoted(word);
        let _ = writeln!(
            out,
            "        - {{name: {name}, in: {place}, schema: {{type: string}}{more}}}"
        );
    };
    KEYWORDS
        .iter()
        .for_each(|word| parameter("path", word, ", required: true"));
    all().for_each(|word| parameter("query", word, ""));
    // Names of headers are the same in upper and in lower case.
    for (index, word) in KEYWORDS.iter().chain(PRELUDE).enumerate() {
        parameter("header", &format!("{word}-{index}"), "");
        parameter("cookie", word, "");
    }
    out.push_str(
        "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Everything object'}}}}\n      \
         responses:\n        '200':\n          description: d\n          headers:\n",
    );
    for (index, word) in KEYWORDS.iter().chain(PRELUDE).enumerate() {
        let _ = writeln!(out, "            {word}-{index}: {{schema: {{type: string}}}}");
    }
    out.push_str("          content: {application/json: {schema: {$ref: '#/components/schemas/Everything object'}}}\n");
    for status in ["'402'", "'404'", "'418'", "'4XX'", "default"] {
        let word = status.trim_matches('\'');
        let _ = writeln!(
            out,
            "        {status}: {{description: d, content: {{application/json: {{schema: {{type: object, properties: {{Err: {{type: string}}, \
             n{word}: {{type: string}}}}}}}}}}}}"
        );
    }
    out.push_str(
        "        '599': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Named object'}}}}\n",
    );
}

/// Every word as component, property, value, title, tag of a union and credential.
fn components(out: &mut String) {
    out.push_str("components:\n  securitySchemes:\n");
    for (index, word) in plain().enumerate() {
        let (name, prose) = (quoted(word), prose(index));
        let _ = writeln!(
            out,
            "    {name}: {{type: apiKey, in: header, name: K-{word}, description: {prose}}}"
        );
    }
    out.push_str("  schemas:\n    Everything object:\n      type: object\n      properties:\n");
    for word in OPERATORS {
        let _ = writeln!(out, "        {word}: {{type: integer}}");
    }
    for (index, word) in all().enumerate() {
        let _ = writeln!(
            out,
            "        {}: {{type: string, description: {}}}",
            quoted(word),
            prose(index)
        );
    }
    let values: Vec<String> = all().map(quoted).collect();
    let _ = writeln!(
        out,
        "        value of all: {{type: string, enum: [{}]}}",
        values.join(", ")
    );
    let numbers: Vec<String> = (0..named().count()).map(|index| index.to_string()).collect();
    let names: Vec<String> = named().map(quoted).collect();
    let _ = writeln!(
        out,
        "        number of all: {{type: integer, enum: [{}], x-enum-varnames: [{}]}}",
        numbers.join(", "),
        names.join(", ")
    );
    out.push_str("        union of all:\n          oneOf:\n");
    for (index, word) in KEYWORDS.iter().chain(PRELUDE).enumerate() {
        let _ = writeln!(
            out,
            "            - {{title: {}, type: object, required: [p{index}], properties: {{p{index}: {{type: boolean}}}}}}",
            quoted(word)
        );
    }
    out.push_str("    Named object:\n      type: object\n      properties:\n");
    for (index, word) in named().enumerate() {
        let reference = format!("#/components/schemas/{word}");
        let _ = writeln!(out, "        ref{index}: {{$ref: {}}}", quoted(&reference));
    }
    for (index, word) in named().enumerate() {
        let name = quoted(word);
        let _ = match index % 2 {
            0 => writeln!(
                out,
                "    {name}: {{type: object, description: {}, properties: {{v: {{type: string}}}}}}",
                prose(index)
            ),
            _ => writeln!(out, "    {name}: {{type: string, enum: [{name}, other]}}"),
        };
    }
}

/// Every word, once.
fn all() -> impl Iterator<Item = &'static str> {
    let lists = [KEYWORDS, PRELUDE, LIBRARY, OWN, LETTERS, ODD];
    let words: Vec<&'static str> = lists.into_iter().flatten().copied().collect();
    let count = words.len();
    (0..count)
        .filter(|&at| !words[..at].contains(&words[at]))
        .map(|at| words[at])
        .collect::<Vec<_>>()
        .into_iter()
}

/// What can be the name of a component: letters and digits, and some letters of other scripts.
fn named() -> impl Iterator<Item = &'static str> {
    let letters = LETTERS.iter().step_by(8).copied();
    plain().chain(letters)
}

/// What operations and tags are called: each costs a module.
fn operations() -> impl Iterator<Item = &'static str> {
    let words = KEYWORDS.iter().chain(PRELUDE).copied();
    words.chain(LETTERS.iter().step_by(8).copied())
}

/// What can be a part of a header.
fn plain() -> impl Iterator<Item = &'static str> {
    all().filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

fn prose(index: usize) -> String {
    quoted(PROSE[index % PROSE.len()])
}

/// A string of JSON, which is one of YAML.
fn quoted(word: &str) -> String {
    serde_json::Value::from(word).to_string()
}
