//! Null: `nullable` (OpenAPI 3.0) and `x-nullable` (2.0) become part of the type.
//!
//! OpenAPI 3.0.4 says that `nullable` only counts beside `type` ("Schema Object"). Thousands of documents put it beside
//! `$ref` and `allOf` and mean what it says, 3.1 documents too; so it counts everywhere. So does `null` in an `enum`.

use crate::diag::Problem;
use crate::tree::{Entry, NodeId, Tree, Value};

use super::super::{Upgrade, edit};

/// Keywords beside which adding `"null"` to `type` would not admit null.
const OTHER_ASSERTIONS: &[&str] = &["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "const", "not", "if"];

/// Whether a keyword says something about the value as a whole, whichever branch it takes.
pub(super) fn is_annotation(key: &str) -> bool {
    matches!(
        key,
        "title"
            | "description"
            | "default"
            | "deprecated"
            | "readOnly"
            | "writeOnly"
            | "example"
            | "examples"
            | "externalDocs"
            | "xml"
            | "$comment"
            | "$schema"
            | "$id"
            | "$anchor"
    ) || key.starts_with("x-")
}

/// Whether a keyword says that null is a value.
pub(super) fn is_mark(key: &str) -> bool {
    matches!(key, "nullable" | "x-nullable")
}

/// Whether a schema has `nullable: true`.
/// Whether a keyword says that null is a value.
pub(super) fn is_marked(tree: &Tree, schema: NodeId) -> bool {
    ["nullable", "x-nullable"]
        .into_iter()
        .any(|key| tree.get(schema, key).is_some_and(|node| tree.bool(node) == Some(true)))
}

/// Whether a schema has no other member than the mark, and perhaps `type: object`: what writers of 3.0 that need
/// `type: "null"` put instead (3.0 has no such type).
pub(super) fn is_mere_mark(tree: &Tree, schema: NodeId) -> bool {
    is_marked(tree, schema)
        && tree
            .entries(schema)
            .iter()
            .all(|entry| is_mark(&entry.key) || &*entry.key == "type" && tree.str(entry.value) == Some("object"))
}

/// Makes null one of the values of a schema that is marked as nullable, and removes the mark.
pub(super) fn upgrade(up: &mut Upgrade<'_>, schema: NodeId) {
    let marks = edit::take_members(up.tree, schema, is_mark);
    let mut from = None;
    for mark in &marks {
        match up.tree.bool(mark.value) {
            Some(true) => from = Some(mark),
            Some(false) => {}
            None => {
                let (keyword, kind) = (mark.key.to_string(), up.tree.kind(mark.value));
                up.report(Problem::NotBoolean { keyword, kind }, mark.value);
            }
        }
    }
    match from {
        Some(from) => admit_null(up, schema, from),
        None => listed(up, schema),
    }
}

/// `null` among the values of an `enum` is a value, also where `type` forgets it: nobody else would list it.
fn listed(up: &mut Upgrade<'_>, schema: NodeId) {
    let mut entries = up.tree.entries(schema).iter();
    let listed = entries.find(|entry| &*entry.key == "enum" && has_null(up.tree, entry.value));
    if let Some(listed) = listed.cloned()
        && add_type(up, schema, &listed)
    {
        up.report(Problem::ListedNull {}, listed.value);
    }
}

fn admit_null(up: &mut Upgrade<'_>, schema: NodeId, from: &Entry) {
    let has = |key: &str| up.tree.get(schema, key).is_some();
    if OTHER_ASSERTIONS.iter().any(|key| has(key)) {
        if !union_admits_null(up.tree, schema) {
            wrap(up, schema, from);
        }
        return;
    }
    let (in_type, in_enum) = (has("type"), has("enum"));
    if in_type {
        add_type(up, schema, from);
    }
    if in_enum {
        add_value(up, schema, from);
    }
    if !in_type && !in_enum {
        wrap(up, schema, from);
    }
}

/// Whether the schema is nothing but a union that has null among its members already.
fn union_admits_null(tree: &Tree, schema: NodeId) -> bool {
    let entries = tree.entries(schema).iter();
    let mut assertions = entries.filter(|entry| !is_annotation(&entry.key) && &*entry.key != "discriminator");
    let (Some(only), None) = (assertions.next(), assertions.next()) else {
        return false;
    };
    let members = match &*only.key {
        "anyOf" | "oneOf" => tree.items(only.value),
        _ => return false,
    };
    members.iter().any(|&member| is_null(tree, member))
}

/// Adds null to the types; whether it was not there.
fn add_type(up: &mut Upgrade<'_>, schema: NodeId, from: &Entry) -> bool {
    let Some(node) = up.tree.get(schema, "type") else {
        return false;
    };
    let mut words = match up.tree.value(node) {
        Value::Array(words) => words.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => vec![node],
    };
    // No value is of no type, whatever is beside it.
    if words.is_empty() || words.iter().any(|&word| up.tree.str(word) == Some("null")) {
        return false;
    }
    words.push(up.tree.derive_str(from.value, "null"));
    let list = up.tree.derive(node, Value::Array(words));
    up.tree.set(schema, "type", list);
    true
}

fn add_value(up: &mut Upgrade<'_>, schema: NodeId, from: &Entry) {
    let Some(values) = up.tree.get(schema, "enum") else {
        return;
    };
    // An empty list allows nothing; one with null alone would say something else.
    if !up.tree.items(values).is_empty() && !has_null(up.tree, values) {
        let null = up.tree.derive(from.value, Value::Null);
        up.tree.push(values, null);
    }
}

fn has_null(tree: &Tree, values: NodeId) -> bool {
    tree.items(values)
        .iter()
        .any(|&value| tree.value(value) == &Value::Null)
}

/// `S` becomes `anyOf: [S, {type: "null"}]` with its annotations outside. The node stays the outer schema, so that
/// references to it admit null too. A schema that asks nothing admits null already.
fn wrap(up: &mut Upgrade<'_>, schema: NodeId, from: &Entry) {
    let assertions = edit::take_members(up.tree, schema, |key| !is_annotation(key));
    let Some(first) = assertions.first() else { return };
    let span = first.key_span;
    let inner = up.tree.derive(schema, Value::Object(assertions));
    up.made.push(inner);
    let word = up.tree.derive_str(from.value, "null");
    let null = up.tree.derive(
        from.value,
        Value::Object(vec![edit::member("type", from.key_span, word)]),
    );
    let union = up.tree.derive(schema, Value::Array(vec![inner, null]));
    edit::set_from(up.tree, schema, "anyOf", union, span);
}

/// Whether null is the only value of an upgraded schema.
pub(super) fn is_null(tree: &Tree, schema: NodeId) -> bool {
    tree.get(schema, "type").and_then(|node| tree.str(node)) == Some("null")
}

/// The `enum` or `const` that allows nothing but null.
fn null_value(tree: &Tree, schema: NodeId) -> Option<NodeId> {
    let is_null = |value: NodeId| tree.value(value) == &Value::Null;
    let values = tree.get(schema, "enum").filter(|&values| {
        let values = tree.items(values);
        !values.is_empty() && values.iter().all(|&value| is_null(value))
    });
    values.or_else(|| tree.get(schema, "const").filter(|&value| is_null(value)))
}

/// `enum: [null]` and `const: null` are the type null.
pub(super) fn only_null(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(node) = null_value(up.tree, schema) else {
        return;
    };
    let word = up.tree.derive_str(node, "null");
    edit::take_members(up.tree, schema, |key| {
        matches!(key, "enum" | "const" | "nullable" | "x-nullable")
    });
    up.tree.set(schema, "type", word);
}
