//! Documents that have very many of one thing, or have it in a circle: whatever has a bound is tried beyond it.

use serde_json::{Map, Value, json};
use specwright_tests::mutate::Random;

/// How many there are, mostly beyond the bound of what is counted in tens or in hundreds.
const TIMES: &[usize] = &[1, 2, 9, 40, 300, 700, 700, 3_500, 3_500, 40_000];

/// Component schemas of which `S0` leads to all others.
type Schemas = fn(usize) -> Map<String, Value>;

const SCHEMAS: &[Schemas] = &[
    enumeration,
    properties,
    alternatives,
    merged,
    references,
    row_of_references,
    row_of_parts,
    lists,
    elements,
    below_a_long_name,
    circle,
    heirs,
    heirs_of_heirs,
    choices_of_choices,
    own_members,
];

/// A document with one thing grown.
pub(super) fn make(random: &mut Random) -> Value {
    let times = *random.pick(TIMES);
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Grown", "version": "1"},
        "paths": {"/a": {"post": {
            "requestBody": {"content": {"application/json": {"schema": reference("schemas", 0)}}},
            "responses": {"200": {"description": "d", "content": {"application/json": {"schema": reference("schemas", 0)}}}},
        }}},
        "components": {"schemas": {"S0": {"type": "string"}}},
    });
    match random.below(SCHEMAS.len() + 4) {
        0 => {
            let media = (0..times).map(|index| {
                (
                    format!("application/x{index}+json"),
                    json!({"schema": {"type": "object"}}),
                )
            });
            document["paths"]["/a"]["post"]["requestBody"]["content"] = Value::Object(media.collect());
        }
        1 => {
            let around = (0..times).map(|index| (format!("S{index}"), reference("parameters", (index + 1) % times)));
            document["components"]["parameters"] = Value::Object(around.collect());
            document["paths"]["/a"]["post"]["parameters"] = json!([reference("parameters", 0)]);
        }
        2 => {
            let servers = (0..times).map(|index| json!({"url": format!("https://a{}.test", index % 9)}));
            document["servers"] = servers.collect();
        }
        3 => {
            let headers = (0..times).map(|index| (format!("x-{index}"), json!({"schema": {"type": "string"}})));
            document["paths"]["/a"]["post"]["responses"]["200"]["headers"] = Value::Object(headers.collect());
        }
        _ => document["components"]["schemas"] = Value::Object(random.pick(SCHEMAS)(times)),
    }
    document
}

fn reference(section: &str, index: usize) -> Value {
    json!({"$ref": format!("#/components/{section}/S{index}")})
}

/// `S0`, `S1`, …, each made of its number and of a reference to the next one; behind the last one comes the first.
fn around(times: usize, schema: impl Fn(usize, Value) -> Value) -> Map<String, Value> {
    let next = |index: usize| reference("schemas", (index + 1) % times);
    (0..times)
        .map(|index| (format!("S{index}"), schema(index, next(index))))
        .collect()
}

/// The same, but the last one is an object.
fn row(times: usize, schema: impl Fn(usize, Value) -> Value) -> Map<String, Value> {
    let mut schemas = around(times, schema);
    let last = json!({"type": "object", "properties": {"z": {"type": "string"}}});
    schemas.insert(format!("S{}", times - 1), last);
    schemas
}

fn only(schema: Value) -> Map<String, Value> {
    Map::from_iter([("S0".to_owned(), schema)])
}

fn enumeration(times: usize) -> Map<String, Value> {
    let values: Vec<String> = (0..times).map(|index| format!("v{index}")).collect();
    only(json!({"type": "string", "enum": values}))
}

fn properties(times: usize) -> Map<String, Value> {
    let properties = (0..times).map(|index| (format!("p{index}"), json!({"type": "string"})));
    only(json!({"type": "object", "properties": Value::Object(properties.collect())}))
}

fn alternatives(times: usize) -> Map<String, Value> {
    let alternatives = (0..times).map(|index| json!({"type": "object", "required": [format!("p{index}")]}));
    only(json!({"oneOf": alternatives.collect::<Vec<Value>>()}))
}

fn merged(times: usize) -> Map<String, Value> {
    let part = |index: usize, next: Value| json!({"allOf": [next, {"type": "object", "properties": {format!("p{index}"): {"type": "string"}}}]});
    row(times, part)
}

fn references(times: usize) -> Map<String, Value> {
    around(times, |_, next| next)
}

fn row_of_references(times: usize) -> Map<String, Value> {
    row(times, |_, next| next)
}

/// Each says what it is by what the next one says.
fn row_of_parts(times: usize) -> Map<String, Value> {
    row(times, |index, next| match index % 2 {
        0 => json!({"allOf": [next]}),
        _ => json!({"anyOf": [next, {"type": "boolean"}]}),
    })
}

fn elements(times: usize) -> Map<String, Value> {
    let elements = vec![json!({"type": "string"}); times];
    only(json!({"type": "array", "prefixItems": elements}))
}

/// The name of what holds them is as long as they are together.
fn below_a_long_name(times: usize) -> Map<String, Value> {
    let mut schemas = properties(times);
    let inner = schemas.remove("S0").unwrap_or_default();
    let name = "n".repeat(times.saturating_mul(20));
    schemas.extend(only(json!({"type": "object", "properties": {name: inner}})));
    schemas
}

fn lists(times: usize) -> Map<String, Value> {
    row(times, |_, next| json!({"type": "array", "items": next}))
}

fn circle(times: usize) -> Map<String, Value> {
    around(times, |_, next| json!({"type": "object", "properties": {"a": next}}))
}

/// A base, and what extends it and adds nothing.
fn heirs(times: usize) -> Map<String, Value> {
    let mut schemas = around(times, |_, _| json!({"allOf": [reference("schemas", 0)]}));
    schemas.insert("S0".to_owned(), base());
    schemas
}

/// A base, and a row of schemas each of which extends the one before.
fn heirs_of_heirs(times: usize) -> Map<String, Value> {
    let mut schemas = around(
        times,
        |index, _| json!({"allOf": [reference("schemas", index.saturating_sub(1))]}),
    );
    schemas.insert("S0".to_owned(), base());
    schemas
}

fn base() -> Value {
    json!({"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}, "discriminator": {"propertyName": "k"}})
}

/// Each is a choice between the next one with one property more, and with another one. Each is as much work as sixteen of them.
fn choices_of_choices(times: usize) -> Map<String, Value> {
    let times = times.min(300);
    let with = |next: &Value, name: &str| json!({"allOf": [next, {"required": [name], "properties": {name: {"type": "string"}}}]});
    row(
        times,
        |_, next| json!({"type": "object", "properties": {"p": {"type": "string"}}, "oneOf": [with(&next, "x"), with(&next, "y")]}),
    )
}

/// Choices that lead back to the first one.
fn own_members(times: usize) -> Map<String, Value> {
    around(
        times,
        |index, next| json!({"oneOf": [next, {"type": "object", "required": [format!("p{index}")]}]}),
    )
}
