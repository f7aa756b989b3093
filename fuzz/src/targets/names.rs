//! Documents in which several things are called like something that Rust, Cargo or the generated code has.

use crate::seeds::Seeds;
use serde_json::{Map, Value, json};
use specwright_tests::mutate::{Random, pointers, put};
use std::collections::{BTreeMap, BTreeSet};

/// Names that mean something elsewhere, that are spelled alike, or that are not names.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "_",
    "__",
    "-",
    "$",
    "1",
    "1a",
    "a-b",
    "a_b",
    "aB",
    "AB",
    "a b",
    "a.b",
    "a/b",
    "a~b",
    "a%2Fb",
    "a{b}",
    "é",
    "ß",
    "SS",
    "ﬁ",
    "İ",
    "ı",
    "i",
    "I",
    "日本",
    "日",
    "𝒳",
    "\u{202e}a",
    "\0",
    "\n",
    "\r\n",
    "\u{feff}",
    "*/",
    "//",
    "\"",
    "\\",
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "r#type",
    "async",
    "await",
    "gen",
    "dyn",
    "try",
    "union",
    "static",
    "macro_rules",
    "abstract",
    "Option",
    "String",
    "Vec",
    "Box",
    "Result",
    "Ok",
    "Err",
    "None",
    "Some",
    "Default",
    "Debug",
    "Clone",
    "From",
    "Into",
    "Iterator",
    "str",
    "u8",
    "f64",
    "std",
    "core",
    "alloc",
    "specwright_runtime",
    "serde",
    "serde_json",
    "tokio",
    "uuid",
    "time",
    "chrono",
    "jiff",
    "reqwest",
    "blocking",
    "default",
    "full",
    "webhooks",
    "serde-all",
    "Client",
    "client",
    "ClientBuilder",
    "builder",
    "build",
    "Server",
    "server",
    "Error",
    "error",
    "Response",
    "Request",
    "Call",
    "Failure",
    "Success",
    "Body",
    "body",
    "Unknown",
    "unknown",
    "types",
    "operations",
    "wire",
    "v1",
    "new",
    "send",
    "with",
    "into_future",
    "clone",
    "validate",
    "as_str",
    "from",
    "into",
    "get",
    "con",
    "aux",
    "nul",
    "lib",
    "main",
    "mod",
    "Cargo",
    "README",
    "con.txt",
];

/// Titles that are packages which a client depends on, or which Cargo or Rust has.
const PACKAGES: &[&str] = &[
    "Tokio",
    "Specwright runtime",
    "std",
    "core",
    "Test",
    "build",
    "deps",
    "crate",
    "proc macro",
    "1",
    "",
    "Con",
];

/// Tags that are features or dependencies which every package has.
const FEATURES: &[&str] = &[
    "Time",
    "Chrono",
    "jiff",
    "UUID",
    "default",
    "serde all",
    "webhooks",
    "reqwest",
    "mock",
    "tokio",
    "specwright runtime",
    "crate",
];

/// What is written in place of a Rust type.
const PATHS: &[&str] = &[
    "::std::process::exit",
    "std::process::Command",
    "::std::net::IpAddr",
    "::std::vec::Vec",
    "String; panic!()",
    "crate::Client",
    "self::a",
    "::tokio::fs::File",
    "::specwright_runtime::v1::Api",
    "Vec<u8>",
    "::std",
];

/// Members whose keys are names of the document.
const NAMED: &[&str] = &[
    "schemas",
    "properties",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "securitySchemes",
    "definitions",
    "variables",
    "examples",
    "callbacks",
    "webhooks",
    "mapping",
    "$defs",
    "patternProperties",
    "content",
    "encoding",
];
/// Members whose values are names.
const NAMES: &[&str] = &[
    "operationId",
    "name",
    "title",
    "tags",
    "enum",
    "const",
    "propertyName",
    "required",
];

/// A document in which up to twelve names are hostile, wherever they are used. Titles, tags and Rust types are tried in turn, and two
/// of them in each document, so that a short run has all of them.
pub(super) fn make(seeds: &Seeds, random: &mut Random, turn: usize) -> Value {
    let mut document = seeds.document(random);
    let next = |list: &'static [&'static str]| list[turn / 3 % list.len()];
    if !turn.is_multiple_of(3) {
        put(&mut document, "/info/title", json!(next(PACKAGES)));
    }
    if turn % 3 != 1 {
        add_tag(&mut document, next(FEATURES));
    }
    if turn % 3 != 2 {
        replace_type(&mut document, next(PATHS), random);
    }
    let mut names = BTreeSet::new();
    collect(&document, &mut names);
    let names: Vec<String> = names.into_iter().collect();
    if names.is_empty() {
        return document;
    }
    let mut renamed = BTreeMap::new();
    for _ in 0..=random.below(12) {
        let long = "n".repeat(300);
        let new = if random.once_in(40) {
            long
        } else {
            (*random.pick(HOSTILE)).to_owned()
        };
        renamed.insert(random.pick(&names).clone(), new);
    }
    rename(&document, &renamed)
}

/// Where a document has more operations, its tags are features of the package by default.
const MANY: usize = 41;

/// Gives operations a tag, and so many operations that it is a feature of the package.
fn add_tag(document: &mut Value, tag: &str) {
    let operations = document.get_mut("paths").and_then(Value::as_object_mut);
    let Some(paths) = operations else {
        return;
    };
    for operation in paths
        .values_mut()
        .filter_map(Value::as_object_mut)
        .flat_map(Map::values_mut)
    {
        if let Value::Object(members) = operation {
            members.insert("tags".to_owned(), json!([tag]));
        }
    }
    let operation = json!({"tags": [tag], "responses": {"204": {"description": "d"}}});
    paths.extend((0..MANY).map(|index| (format!("/many/{index}"), json!({"get": operation}))));
}

/// Asks for a Rust type in place of a schema.
fn replace_type(document: &mut Value, path: &str, random: &mut Random) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    all.retain(|pointer| pointer.ends_with("/type"));
    if all.is_empty() {
        return;
    }
    let schema = random.pick(&all).trim_end_matches("/type");
    if let Some(Value::Object(members)) = document.pointer_mut(schema) {
        members.insert("x-rust-type".to_owned(), json!(path));
    }
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::Object(named) if NAMED.contains(&key.as_str()) => names.extend(named.keys().cloned()),
                    Value::String(name) if NAMES.contains(&key.as_str()) => drop(names.insert(name.clone())),
                    Value::Array(list) if NAMES.contains(&key.as_str()) => {
                        names.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => {}
                }
                collect(value, names);
            }
        }
        _ => {}
    }
}

fn rename(value: &Value, renamed: &BTreeMap<String, String>) -> Value {
    let named = |name: &str| renamed.get(name).map_or(name, String::as_str).to_owned();
    match value {
        Value::String(text) if text.starts_with('#') => {
            let steps = text.split('/').map(|step| {
                let name = step.replace("~1", "/").replace("~0", "~");
                named(&name).replace('~', "~0").replace('/', "~1")
            });
            Value::String(steps.collect::<Vec<_>>().join("/"))
        }
        Value::String(text) => Value::String(named(text)),
        Value::Array(items) => items.iter().map(|item| rename(item, renamed)).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|(key, value)| (named(key), rename(value, renamed)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}
