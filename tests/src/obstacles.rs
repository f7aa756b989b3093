//! The obstacle course of names: a document that has every word that means something to Rust, to cargo or to generated code, and every
//! kind of letter that looks like another one, in every place of a document that becomes a name; and prose that wants to be code.
//!
//! `cargo xtask generate --cases` writes it to `cases/ok/names/everywhere.yaml`, which is compiled with all good cases.

use std::fmt::Write as _;

/// Where the document is committed.
pub const PATH: &str = "tests/cases/ok/names/everywhere.yaml";

/// Strict, reserved and weak keywords of all editions (The Rust Reference, "Keywords").
const KEYWORDS: &[&str] = &[
    "abstract",
    "as",
    "async",
    "auto",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "macro_rules",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "raw",
    "ref",
    "return",
    "safe",
    "self",
    "Self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// The prelude, traits, and what derives are called.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "Box",
    "Clone",
    "Copy",
    "Cow",
    "Debug",
    "Default",
    "Deref",
    "Deserialize",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Value",
    "Vec",
];

/// Macros and attributes of the standard library, primitive types, crates and lints.
const LIBRARY: &[&str] = &[
    "alloc",
    "allow",
    "assert",
    "assert_eq",
    "bool",
    "cfg",
    "char",
    "column",
    "compile_error",
    "concat",
    "core",
    "dbg",
    "debug_assert",
    "derive",
    "deny",
    "doc",
    "env",
    "eprintln",
    "f64",
    "file",
    "format",
    "format_args",
    "global_allocator",
    "i64",
    "include",
    "include_str",
    "inline",
    "line",
    "main",
    "matches",
    "module_path",
    "must_use",
    "no_std",
    "non_exhaustive",
    "option_env",
    "panic",
    "print",
    "println",
    "proc_macro",
    "serde",
    "serde_json",
    "std",
    "str",
    "stringify",
    "test",
    "thread_local",
    "todo",
    "tokio",
    "u8",
    "unimplemented",
    "unreachable",
    "usize",
    "vec",
    "warnings",
    "write",
    "writeln",
];

/// What generated code has for itself, and names of files that mean something to cargo or to Windows.
const OWN: &[&str] = &[
    "aux",
    "bin",
    "com1",
    "con",
    "lib",
    "nul",
    "prn",
    "a",
    "additional_properties",
    "api",
    "Body",
    "Builder",
    "builder",
    "Call",
    "call",
    "Client",
    "client",
    "content_type",
    "core",
    "events",
    "Failure",
    "Field",
    "Headers",
    "id",
    "key",
    "map",
    "new",
    "operations",
    "Request",
    "Response",
    "rest",
    "Secret",
    "send",
    "serializer",
    "Server",
    "setup",
    "slot_a",
    "specwright_runtime",
    "Success",
    "types",
    "Unknown",
    "url",
    "v1",
    "validate",
    "wire",
    "with",
    "value",
    "Variant",
];

/// Methods of the operators and of other traits, as setters of integers have their form.
const OPERATORS: &[&str] = &[
    "add",
    "bitand",
    "bitor",
    "bitxor",
    "borrow",
    "clone",
    "cmp",
    "default",
    "deref",
    "div",
    "drop",
    "eq",
    "from_str",
    "hash",
    "index",
    "into_iter",
    "mul",
    "neg",
    "next",
    "not",
    "rem",
    "shl",
    "shr",
    "sub",
];

/// Letters of other scripts, letters that look like others, and letters that change when they are normalised or folded.
const LETTERS: &[&str] = &[
    "α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ρ", "σ", "ς", "τ", "υ", "φ", "χ",
    "ψ", "ω", "Α", "Β", "Γ", "Δ", "Ε", "Ζ", "Η", "Θ", "Ι", "Κ", "Λ", "Μ", "Ν", "Ξ", "Ο", "Π", "Ρ", "Σ", "Τ", "Υ", "Φ",
    "Χ", "Ψ", "Ω", "µ", "а", "А", "сор", "имя", "ロ", "口", "名", "ı", "İ", "ſ", "K", "Å", "ﬁ", "Ａ", "é", "e\u{301}",
    "ß", "ẞ", "ŉ", "ǅ", "ª", "²", "Ⅷ", "०",
];

/// Strings with no letter, or with nothing else.
const ODD: &[&str] = &[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\u{a0}",
    "\u{200b}",
    "_",
    "__",
    "-",
    "--",
    ".",
    "..",
    "/",
    "\\",
    "'",
    "\"",
    "`",
    "#",
    "r#type",
    "'static",
    "$",
    "%",
    "&",
    "*",
    "+",
    "+1",
    "-1",
    "1",
    "1.0",
    "9lives",
    "😕",
    "👩‍👧",
    "🇩🇪",
    "\u{202e}x",
    "(",
    ")",
    "{",
    "}",
    "{}",
    "[",
    "]",
    "<",
    ">",
    "<br />",
    "!",
    "?",
    "//",
    "/*",
    "*/",
    "//!",
    "\\u{41}",
    "a b",
    "a-b",
    "a.b",
    "aB",
    "AB",
    "a_b",
    "A",
];

/// Prose that wants to be code, markup, or the end of what holds it.
const PROSE: &[&str] = &[
    "<br />",
    "*/ fn pwned() {}",
    "\"# fn pwned() {}",
    "```rust\nfn pwned() {",
    "~~~\npanic!()",
    "    panic!(\"an indented block\")",
    "<script>pwned()</script> <!-- ",
    "<div><p>not closed",
    "[`std::pwned`] [x](y [z]: http://pwned",
    "* a\n  * b\n\n    c\n> d\n# e\n| f | g |\n|---|",
    "{0} {} {{ %s $X `pwned",
    "carriage\rreturn \u{202e}backwards\u{202c} \u{0}nul",
    "\\",
    "#![allow(pwned)]",
    "&lt;b&gt; &#x3c; &pwned;",
];

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
    for word in KEYWORDS.iter().chain(PRELUDE) {
        parameter("header", &format!("X-{word}"), "");
        parameter("cookie", word, "");
    }
    out.push_str(
        "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Everything object'}}}}\n      \
         responses:\n        '200':\n          description: d\n          headers:\n",
    );
    for word in KEYWORDS.iter().chain(PRELUDE) {
        let _ = writeln!(out, "            X-{word}: {{schema: {{type: string}}}}");
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
