//! Rules between a schema and the schemas that it holds.

use crate::diag::Problem;
use crate::tree::{NodeId, Tree, Value};

use super::super::{Upgrade, edit};
use super::nullable;

/// Whether a property has `required: true`: draft 3 of JSON Schema put it there, OpenAPI never did.
pub(super) fn is_required(tree: &Tree, property: NodeId) -> bool {
    tree.get(property, "required")
        .is_some_and(|node| tree.bool(node) == Some(true))
}

/// `required: true` on a property becomes an entry of the object's list.
pub(super) fn hoist_required(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(properties) = up.tree.get(schema, "properties") else {
        return;
    };
    let wanted = up.tree.entries(properties).iter();
    let wanted: Vec<_> = wanted
        .filter(|entry| is_required(up.tree, entry.value))
        .cloned()
        .collect();
    for property in wanted {
        up.hoisted.insert(property.value);
        up.report_key(Problem::RequiredOnProperty {}, property.value, "required");
        let list = match up.tree.get(schema, "required") {
            Some(list) if matches!(up.tree.value(list), Value::Array(_)) => list,
            Some(_) | None => {
                let list = up.tree.derive(property.value, Value::Array(Vec::new()));
                edit::set_from(up.tree, schema, "required", list, property.key_span);
                list
            }
        };
        let known = up.tree.items(list).iter();
        if !known.into_iter().any(|&name| up.tree.str(name) == Some(&*property.key)) {
            let name = up.tree.derive_str(property.value, property.key);
            up.tree.push(list, name);
        }
    }
}

/// A member `{nullable: true}` or `{type: object, nullable: true}` of a union is the type null; a member
/// `{nullable: true}` of `allOf` makes the whole nullable.
pub(super) fn null_members(up: &mut Upgrade<'_>, schema: NodeId) {
    for member in union_members(up.tree, schema) {
        if nullable::is_mere_mark(up.tree, member) {
            set_null(up, member);
        }
    }
    let Some(list) = up.tree.get(schema, "allOf") else {
        return;
    };
    let (marks, others): (Vec<NodeId>, Vec<NodeId>) = up
        .tree
        .items(list)
        .iter()
        .partition(|&&member| nullable::is_mere_mark(up.tree, member) && up.tree.get(member, "type").is_none());
    let Some(&first) = marks.first() else { return };
    if let Some(mark) = up.tree.entries(first).first().cloned() {
        edit::set_from(up.tree, schema, "nullable", mark.value, mark.key_span);
    }
    match others.is_empty() {
        true => _ = up.tree.remove(schema, "allOf"),
        false => up.tree.set_value(list, Value::Array(others)),
    }
}

/// A reference to a schema that admits only null is the type null, once all schemas are what they will be.
pub(super) fn null_references(up: &mut Upgrade<'_>, schema: NodeId) {
    for member in union_members(up.tree, schema) {
        let target = up.walk.refs.follow(up.tree, member);
        if target != member && nullable::is_null(up.tree, target) {
            set_null(up, member);
        }
    }
}

/// The members of `anyOf` and `oneOf`, where there are several.
fn union_members(tree: &Tree, schema: NodeId) -> Vec<NodeId> {
    let lists = ["anyOf", "oneOf"].into_iter().filter_map(|key| tree.get(schema, key));
    let lists = lists.map(|list| tree.items(list)).filter(|members| members.len() > 1);
    lists.flatten().copied().collect()
}

fn set_null(up: &mut Upgrade<'_>, member: NodeId) {
    let word = up.tree.derive_str(member, "null");
    edit::take_members(up.tree, member, |_| true);
    up.tree.set(member, "type", word);
}

/// `enum` beside `type: array` lists what the items may be (and if they are arrays, their items), unless it lists
/// arrays.
pub(super) fn enum_of_items(up: &mut Upgrade<'_>, schema: NodeId) {
    let mut holder = schema;
    while is_enum_of_items(up.tree, holder) {
        up.report_key(Problem::EnumOnArray {}, holder, "enum");
        let Some(moved) = edit::take(up.tree, holder, "enum") else {
            return;
        };
        let Some(items) = edit::object_at(up.tree, holder, "items") else {
            return;
        };
        if up.tree.get(items, "enum").is_some() {
            return;
        }
        edit::set_from(up.tree, items, "enum", moved.value, moved.key_span);
        holder = items;
    }
}

fn is_enum_of_items(tree: &Tree, schema: NodeId) -> bool {
    let word = tree.get(schema, "type").and_then(|node| tree.str(node));
    let values = tree.get(schema, "enum").map_or(&[][..], |values| tree.items(values));
    word == Some("array")
        && !values.is_empty()
        && !values
            .iter()
            .any(|&value| matches!(tree.value(value), Value::Array(_) | Value::Null))
}
