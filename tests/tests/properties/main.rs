//! Whatever is given to the generator, it answers: with code that parses and is the same every time, or with diagnostics. It
//! never panics, and what it writes stays in proportion to what it read.
//!
//! `PROPTEST_CASES=5000 cargo test --test properties` looks longer than the few cases that run by default.

mod overlays;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use specwright::config::{Config, Faults, Layout};
use specwright::diag::Diagnostics;
use specwright::import;
use specwright::output::FileSet;
use specwright::source::SourceMap;
use specwright::tree::{self, NodeId, Tree};
use specwright::{Input, generate};
use std::path::Path;
use std::sync::LazyLock;

/// Words that mean something as names of members.
const KEYS: &[&str] = &[
    "$ref",
    "$id",
    "$anchor",
    "$defs",
    "$dynamicRef",
    "$self",
    "additionalItems",
    "additionalOperations",
    "additionalProperties",
    "allOf",
    "allowEmptyValue",
    "allowReserved",
    "anyOf",
    "application/json",
    "bearerFormat",
    "callbacks",
    "components",
    "const",
    "contains",
    "content",
    "contentEncoding",
    "contentMediaType",
    "default",
    "definitions",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "description",
    "discriminator",
    "else",
    "encoding",
    "enum",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "explode",
    "externalDocs",
    "flows",
    "format",
    "get",
    "headers",
    "if",
    "in",
    "info",
    "itemSchema",
    "items",
    "links",
    "mapping",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipart/form-data",
    "multipleOf",
    "name",
    "not",
    "nullable",
    "oneOf",
    "openapi",
    "operationId",
    "parameters",
    "pathItems",
    "paths",
    "pattern",
    "patternProperties",
    "post",
    "prefixItems",
    "properties",
    "propertyName",
    "propertyNames",
    "readOnly",
    "requestBodies",
    "requestBody",
    "required",
    "responses",
    "schema",
    "schemas",
    "schemes",
    "scopes",
    "security",
    "securitySchemes",
    "servers",
    "style",
    "summary",
    "swagger",
    "tags",
    "text/event-stream",
    "then",
    "title",
    "tokenUrl",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "url",
    "variables",
    "version",
    "webhooks",
    "writeOnly",
    "x-enum-varnames",
    "x-rust-name",
    "x-rust-type",
    "xml",
    "200",
    "2XX",
    "default",
    "/a",
    "/a/{b}",
    "A",
    "B",
    "a",
    "b",
    "",
];

/// Words that mean something as values.
const TEXTS: &[&str] = &[
    "",
    "a",
    "A",
    "#",
    "#/components/schemas/A",
    "#/components/schemas/B",
    "#/components/schemas/A/properties/a",
    "#/components/parameters/A",
    "#/components/responses/A",
    "#/paths/~1a",
    "#/paths/~1a/get/responses/200",
    "#a",
    "other.yaml#/A",
    "string",
    "number",
    "integer",
    "boolean",
    "array",
    "object",
    "null",
    "file",
    "query",
    "path",
    "header",
    "cookie",
    "body",
    "formData",
    "form",
    "simple",
    "label",
    "matrix",
    "deepObject",
    "pipeDelimited",
    "spaceDelimited",
    "date-time",
    "int32",
    "int64",
    "binary",
    "byte",
    "^a",
    "(",
    "^(?!a)",
    "\\p{L}+",
    "application/json",
    "text/plain",
    "*/*",
    "apiKey",
    "http",
    "bearer",
    "basic",
    "oauth2",
    "openIdConnect",
    "Authorization",
    "x-api-key",
    "https://example.com/{a}",
    "{",
    "self",
    "\u{202e}",
    "\0",
    "3.1.0",
    "3.0.3",
    "2.0",
    "1.0",
    "*/",
    "type",
    "true",
    "1",
];

/// By default few cases, so that the tests of the workspace stay quick.
fn config() -> ProptestConfig {
    let chosen = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(chosen.unwrap_or(24))
    }
}

fn run(text: &str) -> (Option<FileSet>, Vec<&'static str>) {
    let input = Input::Text {
        name: "document.yaml".to_owned(),
        text: text.to_owned(),
    };
    let mut config = Config::default();
    config.output.layout = Layout::File;
    config.faults = Faults::Allow;
    let mut problems = Diagnostics::tolerant();
    let files = generate(&mut SourceMap::new(), &input, &config, &mut problems).map(|generated| generated.files);
    (files, problems.iter().map(|problem| problem.problem.code()).collect())
}

/// What holds for every text.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let (files, codes) = run(text);
    // The printer parses what it prints: this diagnostic means that it could not.
    prop_assert!(!codes.contains(&"SW0690"), "the output is not Rust");
    prop_assert!(
        files.is_some() || !codes.is_empty(),
        "nobody says why there is no output"
    );
    if let Some(files) = &files {
        let written: usize = files.iter().map(|(_, text)| text.len()).sum();
        prop_assert!(
            written < (64 << 10) + 2_000 * text.len(),
            "{written} bytes for {} bytes",
            text.len()
        );
    }
    prop_assert_eq!((files, codes), run(text));
    Ok(())
}

/// A value with keywords anywhere.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => select(TEXTS).prop_map(|text| json!(text)),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|value| json!(value)),
        1 => (-3i64..70).prop_map(|value| json!(value)),
        1 => any::<f64>().prop_map(|value| json!(value)),
        1 => any::<String>().prop_map(|value| json!(value)),
    ];
    leaf.prop_recursive(6, 48, 6, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::Array),
            4 => vec((select(KEYS), inner), 0..6).prop_map(object),
        ]
    })
}

fn object(members: Vec<(&'static str, Value)>) -> Value {
    Value::Object(
        members
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A schema whose keywords mostly have values of the right type.
fn schema() -> impl Strategy<Value = Value> {
    let names = || select(&["a", "b", "A", "a-b", "type", ""][..]);
    let scalar = prop_oneof![
        select(TEXTS).prop_map(|text| json!(text)),
        (-3i64..5).prop_map(|value| json!(value)),
        any::<bool>().prop_map(|value| json!(value)),
        Just(Value::Null),
    ];
    let types = select(&["string", "number", "integer", "boolean", "array", "object", "null"][..]);
    let leaf = prop_oneof![
        types.clone().prop_map(|word| json!({"type": word})),
        vec(types, 1..4).prop_map(|words| json!({"type": words})),
        select(TEXTS).prop_map(|text| json!({"$ref": text})),
        select(&["A", "B", "C"][..]).prop_map(|name| json!({"$ref": format!("#/components/schemas/{name}")})),
        vec(scalar.clone(), 0..4).prop_map(|values| json!({"enum": values})),
        scalar.clone().prop_map(|value| json!({"const": value})),
        (select(TEXTS), 0u64..4)
            .prop_map(|(text, count)| json!({"type": "string", "pattern": text, "minLength": count})),
        select(TEXTS).prop_map(|text| json!({"type": "string", "format": text})),
        any::<bool>().prop_map(|value| json!(value)),
        Just(json!({})),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        let list = || vec(inner.clone(), 0..4);
        let map = || vec((names(), inner.clone()), 0..4).prop_map(object);
        prop_oneof![
            (map(), vec(names(), 0..3)).prop_map(
                |(properties, required)| json!({"type": "object", "properties": properties, "required": required})
            ),
            (map(), inner.clone())
                .prop_map(|(properties, rest)| json!({"properties": properties, "additionalProperties": rest})),
            (map(), inner.clone())
                .prop_map(|(patterns, names)| json!({"patternProperties": patterns, "propertyNames": names})),
            inner.clone().prop_map(|items| json!({"type": "array", "items": items})),
            (list(), inner.clone())
                .prop_map(|(first, rest)| json!({"prefixItems": first, "items": rest, "contains": rest})),
            list().prop_map(|members| json!({"allOf": members})),
            list().prop_map(|members| json!({"anyOf": members})),
            (list(), names())
                .prop_map(|(members, tag)| json!({"oneOf": members, "discriminator": {"propertyName": tag}})),
            (list(), map()).prop_map(|(members, properties)| json!({"oneOf": members, "properties": properties})),
            (inner.clone(), inner.clone())
                .prop_map(|(condition, then)| json!({"if": condition, "then": then, "not": condition})),
            (inner.clone(), scalar.clone()).prop_map(|(mut schema, value)| {
                if let Value::Object(members) = &mut schema {
                    members.insert("default".to_owned(), value.clone());
                    members.insert("example".to_owned(), value);
                    members.insert("nullable".to_owned(), json!(true));
                }
                schema
            }),
        ]
    })
}

/// The good cases and the bad ones as JSON, without those that are several files.
static CASES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    if specwright_tests::enter_workspace().is_err() {
        return Vec::new();
    }
    let ok = specwright_tests::ok_cases().unwrap_or_default();
    let bad = specwright_tests::bad_cases().unwrap_or_default();
    let paths = ok.into_iter().chain(bad).map(|case| case.document);
    let texts = paths.filter_map(|path| std::fs::read_to_string(path).ok());
    texts.filter_map(|text| read(&text)).filter(Value::is_object).collect()
});

fn read(text: &str) -> Option<Value> {
    let mut tree = Tree::new();
    let mut problems = Diagnostics::new();
    let root = import::read_text(
        &mut tree,
        &mut SourceMap::new(),
        Path::new("case.yaml"),
        text,
        &mut problems,
    )?;
    Some(to_json(&tree, root))
}

fn to_json(tree: &Tree, node: NodeId) -> Value {
    match tree.value(node) {
        tree::Value::Null => Value::Null,
        tree::Value::Bool(value) => json!(value),
        tree::Value::Number(number) => serde_json::from_str(number.as_str()).unwrap_or(json!(0)),
        tree::Value::String(text) => json!(&**text),
        tree::Value::Array(items) => items.iter().map(|&item| to_json(tree, item)).collect(),
        tree::Value::Object(entries) => {
            let members = entries
                .iter()
                .map(|entry| (entry.key.to_string(), to_json(tree, entry.value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// One change of a document.
#[derive(Clone, Debug)]
enum Change {
    Delete,
    /// The value of another node takes the place of this one.
    Copy,
    Swap,
    Retype(Value),
    Rename(&'static str),
    Insert(&'static str, Value),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Delete),
        Just(Change::Copy),
        Just(Change::Swap),
        value().prop_map(Change::Retype),
        select(KEYS).prop_map(Change::Rename),
        (select(KEYS), value()).prop_map(|(key, value)| Change::Insert(key, value)),
    ]
}

/// The pointers of all nodes below the root.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut child = |step: &str, value: &Value| {
        let path = format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
        found.push(path.clone());
        pointers(value, &path, found);
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| child(&index.to_string(), item)),
        Value::Object(members) => members.iter().for_each(|(key, value)| child(key, value)),
        _ => {}
    }
}

fn apply(document: &mut Value, change: &Change, first: usize, second: usize) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let Some(place) = all.get(first % all.len().max(1)).cloned() else {
        return;
    };
    let other = all[second % all.len()].clone();
    let taken = document.pointer(&other).cloned().unwrap_or_default();
    match change {
        Change::Delete => drop(remove(document, &place)),
        Change::Copy => put(document, &place, taken),
        Change::Swap => {
            let here = document.pointer(&place).cloned().unwrap_or_default();
            put(document, &place, taken);
            put(document, &other, here);
        }
        Change::Retype(value) => put(document, &place, value.clone()),
        Change::Rename(key) => {
            let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
            if let Some(value) = remove(document, &place)
                && let Some(Value::Object(members)) = document.pointer_mut(&parent)
            {
                members.insert((*key).to_owned(), value);
            }
        }
        Change::Insert(key, value) => {
            if let Some(Value::Object(members)) = document.pointer_mut(&place) {
                members.insert((*key).to_owned(), value.clone());
            }
        }
    }
}

fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(slot) = document.pointer_mut(place) {
        *slot = value;
    }
}

fn remove(document: &mut Value, place: &str) -> Option<Value> {
    let (parent, step) = place.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&step.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => {
            let index: usize = step.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_answered(bytes in vec(any::<u8>(), 0..400), begin in select(&["", "openapi: 3.1.0\n", "{\"openapi\": \"3.1.0\", ", "```yaml\nopenapi: 3.1.0\n"][..])) {
        holds(&format!("{begin}{}", String::from_utf8_lossy(&bytes)))?;
    }

    #[test]
    fn any_text_of_yaml_is_answered(lines in vec("[ ]{0,4}(- |\\? |: )?[&*!]?[a-z\\[\\]{}\"'|>#%@,]{0,6}(: )?[a-z0-9\\[\\]{}&*!|>\"'.~-]{0,6}", 0..12)) {
        holds(&format!("openapi: 3.1.0\n{}", lines.join("\n")))?;
    }

    #[test]
    fn any_tree_is_answered(mut document in value(), version in select(&["3.1.0", "3.0.3", "3.2.0", "2.0"][..])) {
        if let Value::Object(members) = &mut document {
            members.insert(if version == "2.0" { "swagger" } else { "openapi" }.to_owned(), json!(version));
            members.entry("info").or_insert(json!({"title": "a", "version": "1"}));
        }
        holds(&document.to_string())?;
    }

    #[test]
    fn any_schemas_are_answered(a in schema(), b in schema(), c in schema(), version in select(&["3.1.0", "3.0.3"][..])) {
        let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/A"}}});
        let document = json!({
            "openapi": version,
            "info": {"title": "a", "version": "1"},
            "paths": {"/a": {"post": {
                "operationId": "a",
                "parameters": [{"name": "q", "in": "query", "schema": b}],
                "requestBody": {"content": content},
                "responses": {"200": {"description": "d", "content": content}, "default": {"description": "e", "content": {"*/*": {"schema": c}}}},
            }}},
            "components": {"schemas": {"A": a, "B": b, "C": c}},
        });
        holds(&document.to_string())?;
    }

    #[test]
    fn any_change_of_a_case_is_answered(case in any::<prop::sample::Index>(), changes in vec((change(), any::<usize>(), any::<usize>()), 1..8)) {
        prop_assert!(CASES.len() > 100, "the cases are not there");
        let mut document = case.get(&CASES).clone();
        for (change, first, second) in &changes {
            apply(&mut document, change, *first, *second);
        }
        holds(&document.to_string())?;
    }

    #[test]
    fn an_overlay_makes_a_changed_case_of_a_case(case in any::<prop::sample::Index>(), changes in vec((change(), any::<usize>(), any::<usize>()), 1..8)) {
        let old = case.get(&CASES);
        let mut new = old.clone();
        for (change, first, second) in &changes {
            apply(&mut new, change, *first, *second);
        }
        overlays::turns(old, &new)?;
        overlays::turns(&new, old)?;
        overlays::shares(&new)?;
    }

    #[test]
    fn an_overlay_makes_any_object_of_any_other(old in value(), new in value()) {
        overlays::turns(&json!({"a": old, "b": [old]}), &json!({"a": new, "b": [new, old]}))?;
    }

    #[test]
    fn an_overlay_makes_any_array_of_any_other(old in vec(select(overlays::ITEMS), 0..8), new in vec(select(overlays::ITEMS), 0..8)) {
        let (old, new) = (overlays::list(&old), overlays::list(&new));
        overlays::turns(&json!({"a": old}), &json!({"a": new}))?;
        overlays::turns(&json!({"a": [old, new]}), &json!({"a": [new, old]}))?;
    }
}
