//! Values that a schema describes, more or less: a reader that refuses everything at once is not tried.

use serde_json::{Map, Value, json};
use specwright::pattern::compile;
use specwright_tests::mutate::{Random, value};

/// A value of the schema at a pointer of a document.
pub(super) fn at(document: &Value, pointer: &str, random: &mut Random) -> Value {
    match document.pointer(pointer.trim_start_matches('#')) {
        Some(schema) => of(document, schema, random, 6),
        None => value(random, 3),
    }
}

fn of(document: &Value, schema: &Value, random: &mut Random, depth: usize) -> Value {
    let has = |key: &str| schema.get(key);
    let list = |key: &str| has(key).and_then(Value::as_array).filter(|list| !list.is_empty());
    if depth == 0 || random.once_in(60) {
        return value(random, 2);
    }
    if let Some(target) = has("$ref")
        .and_then(Value::as_str)
        .and_then(|reference| reference.strip_prefix('#'))
    {
        let target = document.pointer(target).unwrap_or(&Value::Null);
        return of(document, target, random, depth - 1);
    }
    if let Some(values) = list("enum") {
        return random.pick(values).clone();
    }
    if let Some(value) = has("const") {
        return value.clone();
    }
    if let Some(members) = list("oneOf").or_else(|| list("anyOf")) {
        let chosen = of(document, random.pick(members), random, depth - 1);
        return merged(chosen, object(document, schema, random, depth));
    }
    if let Some(members) = list("allOf") {
        let own = object(document, schema, random, depth);
        let parts = members.iter().map(|member| of(document, member, random, depth - 1));
        return parts.fold(own, merged);
    }
    match has("type") {
        Some(Value::Array(words)) if !words.is_empty() => typed(document, schema, random.pick(words), random, depth),
        Some(word) => typed(document, schema, word, random, depth),
        None if has("properties").is_some() => object(document, schema, random, depth),
        None => value(random, 2),
    }
}

fn typed(document: &Value, schema: &Value, word: &Value, random: &mut Random, depth: usize) -> Value {
    let number = |key: &str| schema.get(key).and_then(Value::as_i64);
    match word.as_str() {
        Some("object") => object(document, schema, random, depth),
        Some("array") => {
            let any = Value::Null;
            let items = schema.get("items").unwrap_or(&any);
            (0..random.below(4))
                .map(|_| of(document, items, random, depth - 1))
                .collect()
        }
        Some("string") => string(schema, random),
        Some("integer") => json!(number("minimum").unwrap_or(0).saturating_add(random.below(9) as i64)),
        Some("number") => json!(random.below(100) as f64 / 4.0),
        Some("boolean") => json!(random.once_in(2)),
        _ => Value::Null,
    }
}

fn string(schema: &Value, random: &mut Random) -> Value {
    let pattern = schema.get("pattern").and_then(Value::as_str);
    if let Some(pattern) = pattern.and_then(|pattern| compile(pattern).ok()) {
        return json!(pattern.sample(random.below(1 << 20) as u64));
    }
    json!(match schema.get("format").and_then(Value::as_str) {
        Some("date-time") => "2026-01-31T23:59:60.5+01:00",
        Some("date") => "2024-02-29",
        Some("time") => "23:59:59Z",
        Some("duration") => "P1DT2H",
        Some("uuid") => "123e4567-e89b-12d3-a456-426614174000",
        Some("byte") => "AAEC",
        Some("uri") => "https://example.com/a",
        _ => *random.pick(&["", "a", "Rex", "1", "true", "null", "é🐲", "\u{0}", "a\nb"]),
    })
}

fn object(document: &Value, schema: &Value, random: &mut Random, depth: usize) -> Value {
    let mut members = Map::new();
    let required = schema.get("required").and_then(Value::as_array);
    for (key, property) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let is_required = required.is_some_and(|names| names.contains(&json!(key)));
        if is_required || random.once_in(2) {
            members.insert(key.clone(), of(document, property, random, depth - 1));
        }
    }
    if let Some(rest @ Value::Object(_)) = schema.get("additionalProperties") {
        for index in 0..random.below(3) {
            members.insert(format!("key{index}"), of(document, rest, random, depth - 1));
        }
    }
    Value::Object(members)
}

/// Two objects together; otherwise the one that is not an empty object.
fn merged(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut first), Value::Object(second)) => {
            first.extend(second);
            Value::Object(first)
        }
        (first, _) => first,
    }
}
