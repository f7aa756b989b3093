//! What a schema means, whatever its words are.

use crate::text::json_string;
use crate::tree::print::to_json;
use crate::tree::{NodeId, Tree, Value};

/// Keywords that say nothing about values. Schemas that differ in them only are one.
pub(super) const ANNOTATIONS: &[&str] = &[
    "$comment",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "title",
];
/// A string that two schemas have in common if they mean the same: without annotations, and with properties, required names and
/// values of enumerations in any order.
pub(super) fn meaning(tree: &Tree, node: NodeId) -> String {
    let mut out = String::new();
    schema(tree, node, &mut out);
    out
}

fn schema(tree: &Tree, node: NodeId, out: &mut String) {
    match tree.value(node) {
        Value::Array(items) => {
            out.push('[');
            for &item in items {
                schema(tree, item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Object(_) => members(tree, node, out, |key, value, out| match key {
            key if ANNOTATIONS.contains(&key) => {}
            "properties" | "patternProperties" | "dependentSchemas" => {
                named(key, out);
                members(tree, value, out, |name, value, out| {
                    named(name, out);
                    schema(tree, value, out);
                });
            }
            "items"
            | "prefixItems"
            | "additionalItems"
            | "unevaluatedItems"
            | "contains"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "propertyNames"
            | "allOf"
            | "anyOf"
            | "oneOf"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contentSchema" => {
                named(key, out);
                schema(tree, value, out);
            }
            "required" | "enum" => {
                named(key, out);
                let mut words: Vec<String> = tree.items(value).iter().map(|&item| to_json(tree, item)).collect();
                words.sort();
                out.push_str(&words.join(","));
                // A boolean, as `required` was once.
                if tree.items(value).is_empty() {
                    out.push_str(&to_json(tree, value));
                }
            }
            key => {
                named(key, out);
                data(tree, value, out);
            }
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => out.push_str(&to_json(tree, node)),
    }
}

/// A value that is not a schema.
fn data(tree: &Tree, node: NodeId, out: &mut String) {
    match tree.value(node) {
        Value::Array(items) => {
            out.push('[');
            for &item in items {
                data(tree, item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Object(_) => members(tree, node, out, |key, value, out| {
            named(key, out);
            data(tree, value, out);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => out.push_str(&to_json(tree, node)),
    }
}

/// The properties of an object in the order of their names.
fn members(tree: &Tree, node: NodeId, out: &mut String, mut each: impl FnMut(&str, NodeId, &mut String)) {
    let mut entries: Vec<(&str, NodeId)> = tree
        .entries(node)
        .iter()
        .map(|entry| (&*entry.key, entry.value))
        .collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    out.push('{');
    for (key, value) in entries {
        each(key, value, out);
    }
    out.push('}');
}

fn named(key: &str, out: &mut String) {
    out.push(',');
    json_string(out, key);
    out.push(':');
}
