//! Whatever is given to the generator, it answers: with code that parses and is the same every time, or with diagnostics. It
//! never panics, and what it writes stays in proportion to what it read.
//!
//! `PROPTEST_CASES=5000 cargo test --test properties` looks longer than the few cases that run by default.

mod overlays;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use specwright_tests::answered;
use specwright_tests::mutate::{Change, KEYS, TEXTS, apply, read};
use std::sync::LazyLock;

/// By default few cases, so that the tests of the workspace stay quick.
fn config() -> ProptestConfig {
    let chosen = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(chosen.unwrap_or(24))
    }
}

/// What holds for every text.
fn holds(text: &str) -> Result<(), TestCaseError> {
    answered::holds("document.yaml", text, true).map_err(TestCaseError::fail)?;
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
