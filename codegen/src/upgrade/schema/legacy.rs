//! Keywords of older drafts of JSON Schema, each with its successor in 2020-12.

use crate::diag::Problem;
use crate::tree::{Entry, NodeId, Tree, Value};
use std::sync::Arc;

use super::super::version::Version;
use super::super::{Upgrade, edit};
use super::nullable;

/// Where keywords beside a `$ref` are kept: what other references lead to inside of them is still there.
const BESIDE: &str = "x-beside-reference";

/// Before OpenAPI 3.1 and draft 2019-09 of JSON Schema, what is beside `$ref` is ignored (OpenAPI 3.0.4 section 4.8.23). What says
/// something about the use of the schema counts all the same, since thousands of documents write it there; what would change
/// the schema does not.
pub(super) fn beside_reference(up: &mut Upgrade<'_>, schema: NodeId) {
    let is_reference = up
        .tree
        .get(schema, "$ref")
        .is_some_and(|node| up.tree.str(node).is_some());
    if up.version == Version::OpenApi3 || !is_reference {
        return;
    }
    let is_ignored = |entry: &&Entry| !counts_beside_reference(up.tree, entry);
    let keys: Vec<Arc<str>> = up
        .tree
        .entries(schema)
        .iter()
        .filter(is_ignored)
        .map(|entry| Arc::clone(&entry.key))
        .collect();
    for key in &keys {
        let keyword = key.to_string();
        up.report_key(Problem::BesideReference { keyword }, schema, key);
    }
    let ignored = edit::take_members(up.tree, schema, |key| keys.iter().any(|ignored| **ignored == *key));
    if let Some(first) = ignored.first() {
        let span = first.key_span;
        let kept = up.tree.derive(schema, Value::Object(ignored));
        edit::set_from(up.tree, schema, BESIDE, kept, span);
    }
}

/// Annotations, null, what other schemas are kept in, and `required: true`, which is about the object that has the property.
fn counts_beside_reference(tree: &Tree, entry: &Entry) -> bool {
    let key = &*entry.key;
    matches!(key, "$ref" | "$defs" | "definitions")
        || nullable::is_annotation(key)
        || nullable::is_mark(key)
        || key == "required" && tree.bool(entry.value).is_some()
}

/// `required: true` (draft 3): on a property it has been taken over by the object, anywhere else it says nothing.
pub(super) fn required(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(node) = up.tree.get(schema, "required") else {
        return;
    };
    let Some(value) = up.tree.bool(node) else { return };
    if value && !up.hoisted.contains(&schema) {
        up.report_key(Problem::RequiredWithoutObject {}, schema, "required");
    }
    up.tree.remove(schema, "required");
}

/// `exclusiveMinimum: true` beside `minimum` (draft 4, OpenAPI 3.0) becomes the number itself.
pub(super) fn exclusive(up: &mut Upgrade<'_>, schema: NodeId, keyword: &'static str, bound: &'static str) {
    let Some(node) = up.tree.get(schema, keyword) else {
        return;
    };
    let Some(exclusive) = up.tree.bool(node) else { return };
    let number = up
        .tree
        .get(schema, bound)
        .filter(|&node| up.tree.number(node).is_some());
    match (exclusive, number) {
        (true, Some(number)) => {
            up.tree.remove(schema, bound);
            up.tree.set(schema, keyword, number);
        }
        (true, None) => {
            up.report_key(Problem::ExclusiveWithoutBound { keyword, bound }, schema, keyword);
            up.tree.remove(schema, keyword);
        }
        (false, _) => _ = up.tree.remove(schema, keyword),
    }
}

/// `example` becomes the first of `examples`; a map of examples, as media types have it, becomes their values.
pub(super) fn examples(up: &mut Upgrade<'_>, schema: NodeId) {
    if let Some(node) = up.tree.get(schema, "examples") {
        match up.tree.value(node).clone() {
            Value::Array(_) => {}
            Value::Object(entries) => {
                up.report_key(Problem::ExamplesNotList {}, schema, "examples");
                let values = entries
                    .iter()
                    .map(|entry| up.tree.get(entry.value, "value").unwrap_or(entry.value));
                let values = values.collect();
                let list = up.tree.derive(node, Value::Array(values));
                up.tree.set(schema, "examples", list);
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                up.report_key(Problem::ExamplesNotList {}, schema, "examples");
                let list = up.tree.derive(node, Value::Array(vec![node]));
                up.tree.set(schema, "examples", list);
            }
        }
    }
    let Some(example) = up.tree.get(schema, "example") else {
        return;
    };
    match up.tree.get(schema, "examples") {
        Some(list) => {
            let mut values = vec![example];
            values.extend_from_slice(up.tree.items(list));
            up.tree.set_value(list, Value::Array(values));
            up.tree.remove(schema, "example");
        }
        None => {
            let list = up.tree.derive(example, Value::Array(vec![example]));
            up.tree.set(schema, "example", list);
            edit::rename(up.tree, schema, "example", "examples");
        }
    }
}

/// Before 3.1 an array says what its items are: "`items` MUST be present if the `type` is `"array"`" (OpenAPI 3.0.4 "Schema
/// Object", 2.0 "Parameter Object"). Where it does not they are anything, as in JSON Schema;
/// `enum` lists them, or the arrays.
pub(super) fn missing_items(up: &mut Upgrade<'_>, schema: NodeId) {
    let is_array = |node| up.tree.str(node) == Some("array");
    if up.version != Version::OpenApi3
        && let Some(ty) = up.tree.get(schema, "type").filter(|&node| is_array(node))
        && !["items", "enum"].iter().any(|key| up.tree.get(schema, key).is_some())
    {
        up.report(Problem::MissingItems {}, ty);
    }
}

/// A list of `items` (draft 4 to 2019-09) becomes `prefixItems`, and `additionalItems` becomes `items`
/// (JSON Schema Core 2020-12 section 10.3.1).
pub(super) fn tuple(up: &mut Upgrade<'_>, schema: NodeId) {
    let is_list = |node| matches!(up.tree.value(node), Value::Array(_));
    let Some(items) = up.tree.get(schema, "items").filter(|&node| is_list(node)) else {
        // Beside anything but a list of `items`, `additionalItems` says nothing (JSON Schema draft 4 section 5.3.1).
        up.tree.remove(schema, "additionalItems");
        return;
    };
    if up.version != Version::OpenApi3 && !up.tree.items(items).is_empty() {
        return any_of_items(up, schema, items);
    }
    if up.tree.items(items).is_empty() || up.tree.get(schema, "prefixItems").is_some() {
        up.tree.remove(schema, "items");
    } else {
        edit::rename(up.tree, schema, "items", "prefixItems");
    }
    let rest = up.tree.get(schema, "additionalItems").map(|node| up.tree.value(node));
    match rest {
        Some(Value::Object(_) | Value::Bool(_)) => edit::rename(up.tree, schema, "additionalItems", "items"),
        Some(Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_)) | None => {
            up.tree.remove(schema, "additionalItems");
        }
    }
}

/// Before 3.1 `items` is one schema (OpenAPI 3.0.4 "Schema Object"): who lists several means that each item is one of them.
fn any_of_items(up: &mut Upgrade<'_>, schema: NodeId, items: NodeId) {
    up.report_key(Problem::ItemsList {}, schema, "items");
    up.tree.remove(schema, "additionalItems");
    if let &[only] = up.tree.items(items) {
        up.tree.set(schema, "items", only);
        return;
    }
    let members = up.tree.items(items).to_vec();
    let list = up.tree.derive(items, Value::Array(members));
    let entry = edit::member("anyOf", up.tree.span(items), list);
    let union = up.tree.derive(items, Value::Object(vec![entry]));
    up.tree.set(schema, "items", union);
}

/// `definitions` becomes `$defs`. Of a name that both have, the older one stays where it is.
pub(super) fn definitions(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(old) = up.tree.get(schema, "definitions") else {
        return;
    };
    if !up.tree.is_object(old) {
        return;
    }
    let Some(new) = up.tree.get(schema, "$defs").filter(|&new| up.tree.is_object(new)) else {
        up.tree.remove(schema, "$defs");
        edit::rename(up.tree, schema, "definitions", "$defs");
        return;
    };
    for Entry { key, key_span, value } in up.tree.entries(old).to_vec() {
        if up.tree.get(new, &key).is_none() {
            edit::set_from(up.tree, new, &key, value, key_span);
            up.tree.remove(old, &key);
        } else {
            let name = key.to_string();
            up.report_key(Problem::NameTaken { name }, old, &key);
        }
    }
    if up.tree.entries(old).is_empty() {
        up.tree.remove(schema, "definitions");
    }
}

/// `dependencies` becomes `dependentRequired` and `dependentSchemas` (JSON Schema 2019-09, release notes).
pub(super) fn dependencies(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(entry) = up.tree.entry(schema, "dependencies").cloned() else {
        return;
    };
    if !up.tree.is_object(entry.value) {
        return;
    }
    up.tree.remove(schema, "dependencies");
    for member in up.tree.entries(entry.value).to_vec() {
        let (keyword, value) = match up.tree.value(member.value) {
            Value::Array(_) => ("dependentRequired", member.value),
            // Draft 3 had a single name.
            Value::String(_) => {
                let list = up.tree.derive(member.value, Value::Array(vec![member.value]));
                ("dependentRequired", list)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => ("dependentSchemas", member.value),
        };
        if let Some(map) = edit::object_at(up.tree, schema, keyword) {
            edit::set_from(up.tree, map, &member.key, value, member.key_span);
        }
    }
}

/// `discriminator: petType` (OpenAPI 2.0) becomes `discriminator: {propertyName: petType}`.
pub(super) fn discriminator(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(name) = up.tree.get(schema, "discriminator") else {
        return;
    };
    if up.tree.str(name).is_none() {
        return;
    }
    let span = up.tree.span(name);
    let members = vec![edit::member("propertyName", span, name)];
    let object = up.tree.derive(name, Value::Object(members));
    up.tree.set(schema, "discriminator", object);
}
