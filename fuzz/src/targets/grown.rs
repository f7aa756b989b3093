//! Documents that have very many of one thing, or have it in a circle: whatever has a bound is tried beyond it.

use crate::child::IS_OPTIMISED;
use serde_json::{Map, Value, json};
use specwright_tests::mutate::Random;

/// How many there are, more or less: beyond the bounds of what is counted in hundreds, in thousands and in ten thousands, then few.
const TIMES: &[&[usize]] = &[&[700], &[3_500], &[VERY_MANY], &[1, 2, 9, 40, 300]];
/// A generator that is not optimised would take minutes for them.
const VERY_MANY: usize = if IS_OPTIMISED { 40_000 } else { 5_000 };

/// Component schemas of which `S0` leads to all others.
type Schemas = fn(usize) -> Map<String, Value>;

const SCHEMAS: &[Schemas] = &[
    enumeration,
    properties,
    alternatives,
    merged,
    merged_at_once,
    properties_alike,
    values_alike,
    tagged,
    names_alike,
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
    extended_alternatives,
];

/// What else a document has many of.
type Part = fn(&mut Value, usize);

const PARTS: &[Part] = &[
    media_types,
    parameters_around,
    parameters_alike,
    servers,
    servers_alike,
    values_of_a_variable,
    headers,
    callbacks,
    operations,
    tags,
    security,
    examples,
    webhooks,
    shared,
];

/// Where the operation is.
const OPERATION: &str = "/paths/~1a/post";
/// Where the first schema is.
const S0: &str = "/components/schemas/S0";

/// Things that can grow: prose, patterns, schemas and parts.
const THINGS: usize = 2 + SCHEMAS.len() + PARTS.len();
/// A number of which all multiples are different things, so that neighbours have nothing in common.
const STRIDE: usize = 11;

/// A document with one thing grown. All things have their turn, each at one size; in the next round each has the next size.
pub(super) fn make(turn: usize, random: &mut Random) -> Value {
    let (round, thing, size) = schedule(turn);
    let around = *random.pick(TIMES[size]);
    let times = around + random.below(around / 10 + 1);
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Grown", "version": "1"},
        "paths": {"/a": {"post": {
            "requestBody": {"content": {"application/json": {"schema": reference("schemas", 0)}}},
            "responses": {"200": {"description": "d", "content": {"application/json": {"schema": reference("schemas", 0)}}}},
        }}},
        "components": {"schemas": {"S0": {"type": "string"}}},
    });
    grow(&mut document, thing, times, random);
    if round >= TIMES.len() {
        // All have been there: now with something else.
        grow(&mut document, random.below(THINGS), *random.pick(TIMES[3]), random);
    }
    document
}

/// The round, the thing and its size. Every round has all sizes, since the large ones take long.
fn schedule(turn: usize) -> (usize, usize, usize) {
    let (round, place) = (turn / THINGS, turn % THINGS);
    let thing = place * STRIDE % THINGS;
    (round, thing, (round + thing) % TIMES.len())
}

fn grow(document: &mut Value, thing: usize, times: usize, random: &mut Random) {
    match thing {
        0 => put(document, S0, "description", json!(random.pick(PROSE).repeat(times))),
        1 => put(document, S0, "pattern", json!(random.pick(PATTERNS).repeat(times))),
        _ if thing < 2 + PARTS.len() => PARTS[thing - 2](document, times),
        _ => {
            let schemas = SCHEMAS[(thing - 2 - PARTS.len()) % SCHEMAS.len()](times);
            document["components"]["schemas"] = Value::Object(schemas);
        }
    }
}

/// What Markdown nests, or looks for the end of.
const PROSE: &[&str] = &[
    "> ", "- ", "[", "![", "](", "`a", "*a _b", "<a ", "<!--", "&", "| a ", "a\n", "\\", "~~~\n", "# ",
];
/// What patterns nest, repeat, or choose from.
const PATTERNS: &[&str] = &[
    "(a", "(?:a|b)", "a?", "a{1,9}", "[a-z]", "a|", "(?=a)", "\\p{L}", "a*", "^a$",
];

/// As many members as that, each with a key and a value of its number.
fn members(times: usize, member: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..times).map(member).collect())
}

fn put(document: &mut Value, place: &str, key: &str, value: Value) {
    if let Some(Value::Object(there)) = document.pointer_mut(place) {
        there.insert(key.to_owned(), value);
    }
}

fn text() -> Value {
    json!({"type": "string"})
}

/// A name of its number that is spelled like all others where only letters count.
fn alike(index: usize) -> String {
    let marks = format!("{index:b}").replace('0', "-").replace('1', "_");
    format!("a{marks}b")
}

fn media_types(document: &mut Value, times: usize) {
    let content = members(times, |index| {
        (
            format!("application/x{index}+json"),
            json!({"schema": {"type": "object"}}),
        )
    });
    put(document, OPERATION, "requestBody", json!({"content": content}));
}

fn parameters_around(document: &mut Value, times: usize) {
    let around = members(times, |index| {
        (format!("S{index}"), reference("parameters", (index + 1) % times))
    });
    put(document, "/components", "parameters", around);
    put(document, OPERATION, "parameters", json!([reference("parameters", 0)]));
}

fn parameters_alike(document: &mut Value, times: usize) {
    let parameters = (0..times).map(|index| json!({"name": alike(index), "in": "query", "schema": text()}));
    put(document, OPERATION, "parameters", parameters.collect());
}

fn servers(document: &mut Value, times: usize) {
    let servers = (0..times).map(|index| json!({"url": format!("https://a{index}.test")}));
    put(document, "", "servers", servers.collect());
}

fn servers_alike(document: &mut Value, times: usize) {
    let servers = (0..times).map(|index| json!({"url": format!("https://a{}.test", index % 9)}));
    put(document, "", "servers", servers.collect());
}

fn values_of_a_variable(document: &mut Value, times: usize) {
    let values: Vec<String> = (0..times).map(|index| format!("v{index}")).collect();
    let server = json!({"url": "https://{a}.test", "variables": {"a": {"default": "v0", "enum": values}}});
    put(document, "", "servers", json!([server]));
}

fn headers(document: &mut Value, times: usize) {
    let headers = members(times, |index| (format!("x-{index}"), json!({"schema": text()})));
    put(document, &format!("{OPERATION}/responses/200"), "headers", headers);
}

fn callbacks(document: &mut Value, times: usize) {
    let event = json!({"{$request.body#/url}": {"post": {"requestBody": {"content": {"application/json": {"schema": text()}}}}}});
    let callbacks = members(times.min(3_500), |index| (format!("c{index}"), event.clone()));
    put(document, OPERATION, "callbacks", callbacks);
}

fn operations(document: &mut Value, times: usize) {
    let operation = json!({"get": {"responses": {"204": {"description": "d"}}}});
    let paths = members(times.min(3_500), |index| {
        (format!("/{}", alike(index)), operation.clone())
    });
    put(document, "", "paths", paths);
}

fn tags(document: &mut Value, times: usize) {
    let tags: Vec<String> = (0..times).map(alike).collect();
    put(
        document,
        "",
        "tags",
        tags.iter().map(|name| json!({"name": name})).collect(),
    );
    put(document, OPERATION, "tags", json!(tags));
}

fn security(document: &mut Value, times: usize) {
    let key = |index: usize| {
        (
            format!("k{index}"),
            json!({"type": "apiKey", "in": "header", "name": format!("x-{index}")}),
        )
    };
    put(document, "/components", "securitySchemes", members(times, key));
    let needed = (0..times).map(|index| json!({format!("k{index}"): []}));
    put(document, OPERATION, "security", needed.collect());
}

fn examples(document: &mut Value, times: usize) {
    let examples = members(times, |index| {
        (format!("e{index}"), json!({"value": format!("v{index}")}))
    });
    let content = json!({"application/json": {"schema": reference("schemas", 0), "examples": examples}});
    put(document, OPERATION, "requestBody", json!({"content": content}));
}

/// Operations that refer to one response with as many headers, and need as many credentials by the security of the document.
fn shared(document: &mut Value, times: usize) {
    let times = times.min(3_500);
    let operation = json!({"get": {"responses": {"200": reference("responses", 0)}}});
    put(
        document,
        "",
        "paths",
        members(times, |index| (format!("/p{index}"), operation.clone())),
    );
    let headers = members(times, |index| (format!("x-{index}"), json!({"schema": text()})));
    let response = json!({"S0": {"description": "d", "headers": headers}});
    put(document, "/components", "responses", response);
    let basic = json!({"type": "http", "scheme": "basic"});
    let schemes = members(times, |index| (format!("k{index}"), basic.clone()));
    put(document, "/components", "securitySchemes", schemes);
    let needed = (0..times).map(|index| json!({format!("k{index}"): []}));
    put(document, "", "security", needed.collect());
}

fn webhooks(document: &mut Value, times: usize) {
    let event = json!({"post": {"requestBody": {"content": {"application/json": {"schema": text()}}}}});
    let webhooks = members(times.min(3_500), |index| (alike(index), event.clone()));
    put(document, "", "webhooks", webhooks);
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

/// Each adds a property to those before it.
fn merged_at_once(times: usize) -> Map<String, Value> {
    let parts = (0..times).map(|index| json!({"type": "object", "properties": {format!("p{index}"): text()}}));
    only(json!({"allOf": parts.collect::<Vec<Value>>()}))
}

fn properties_alike(times: usize) -> Map<String, Value> {
    only(json!({"type": "object", "properties": members(times, |index| (alike(index), text()))}))
}

fn values_alike(times: usize) -> Map<String, Value> {
    only(json!({"type": "string", "enum": (0..times).map(alike).collect::<Vec<String>>()}))
}

/// Component schemas each of which leads to two others, all of whose names are alike.
fn names_alike(times: usize) -> Map<String, Value> {
    let leading_to = |index: usize| json!({"$ref": format!("#/components/schemas/{}", alike(index % times))});
    let object = |index: usize| json!({"type": "object", "properties": {"a": leading_to(2 * index + 1), "b": leading_to(2 * index + 2)}});
    let mut schemas: Map<String, Value> = (0..times).map(|index| (alike(index), object(index))).collect();
    schemas.extend(only(leading_to(0)));
    schemas
}

/// A choice by a tag, all of whose tags are mapped.
fn tagged(times: usize) -> Map<String, Value> {
    let schema = |_, _| json!({"type": "object", "required": ["k"], "properties": {"k": text()}});
    let mut schemas = around(times + 1, schema);
    let all: Vec<Value> = (1..=times).map(|index| reference("schemas", index)).collect();
    let mapping = members(times, |index| {
        (
            format!("t{index}"),
            json!(format!("#/components/schemas/S{}", index + 1)),
        )
    });
    schemas.extend(only(
        json!({"oneOf": all, "discriminator": {"propertyName": "k", "mapping": mapping}}),
    ));
    schemas
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

/// A choice between schemas each of which extends it.
fn extended_alternatives(times: usize) -> Map<String, Value> {
    let mut schemas = around(times + 1, |_, _| json!({"allOf": [reference("schemas", 0)]}));
    let all: Vec<Value> = (1..=times).map(|index| reference("schemas", index)).collect();
    schemas.extend(only(json!({"oneOf": all})));
    schemas
}

#[cfg(test)]
mod tests {
    use super::{THINGS, TIMES, schedule};
    use std::collections::BTreeSet;

    #[test]
    fn everything_meets_every_size() {
        let all: BTreeSet<(usize, usize)> = (0..THINGS * TIMES.len())
            .map(schedule)
            .map(|(_, thing, size)| (thing, size))
            .collect();
        assert_eq!(all.len(), THINGS * TIMES.len());
    }
}
