//! Schemas of every dialect (JSON Schema draft 3 to 2020-12, OpenAPI 2.0 and 3.0) to JSON Schema 2020-12.
//!
//! Each rule looks at one schema object. Rules that move something between a schema and the schemas that it holds
//! come first, while nothing but their types has changed.

mod families;
mod legacy;
mod nullable;
pub(super) mod recursion;
mod types;

use crate::tree::{NodeId, Tree, Value};

use super::Upgrade;
use super::walk::Kind;

/// Rewrites every schema of the document, and those that other rules made.
pub(super) fn upgrade(up: &mut Upgrade<'_>) {
    let mut schemas: Vec<NodeId> = up.walk.of(Kind::Schema).collect();
    schemas.append(&mut up.made);
    for &schema in &schemas {
        legacy::beside_reference(up, schema);
        legacy::missing_items(up, schema);
    }
    // Most schemas of most documents need nothing: one look at each says so.
    schemas.retain(|&schema| {
        up.tree
            .entries(schema)
            .iter()
            .any(|entry| concerns(up.tree, &entry.key, entry.value))
    });
    for &schema in &schemas {
        types::upgrade(up, schema);
    }
    for &schema in &schemas {
        families::hoist_required(up, schema);
        families::null_members(up, schema);
        families::enum_of_items(up, schema);
    }
    for &schema in &schemas {
        legacy::required(up, schema);
        legacy::exclusive(up, schema, "exclusiveMinimum", "minimum");
        legacy::exclusive(up, schema, "exclusiveMaximum", "maximum");
        legacy::examples(up, schema);
        legacy::tuple(up, schema);
        legacy::definitions(up, schema);
        legacy::dependencies(up, schema);
        legacy::discriminator(up, schema);
        nullable::only_null(up, schema);
        nullable::upgrade(up, schema);
    }
    schemas.append(&mut up.made);
    for &schema in &schemas {
        families::null_references(up, schema);
    }
}

/// Whether a keyword may need one of the rules.
fn concerns(tree: &Tree, key: &str, node: NodeId) -> bool {
    let value = tree.value(node);
    match key {
        "nullable" | "x-nullable" | "example" | "additionalItems" | "definitions" | "dependencies" => true,
        "type" => tree.str(node).is_none_or(|word| !types::is_standard(word)),
        "exclusiveMinimum" | "exclusiveMaximum" | "required" => tree.bool(node).is_some(),
        "examples" => !matches!(value, Value::Array(_)),
        "items" => matches!(value, Value::Array(_)),
        "discriminator" => matches!(value, Value::String(_)),
        "const" => matches!(value, Value::Null),
        "properties" => {
            let mut properties = tree.entries(node).iter();
            properties.any(|property| families::is_required(tree, property.value))
        }
        "allOf" | "anyOf" | "oneOf" => {
            let mut members = tree.items(node).iter();
            members.any(|&member| nullable::is_marked(tree, member) || tree.get(member, "$ref").is_some())
        }
        // Beside `type: array`, or with nothing but null.
        "enum" => true,
        _ => false,
    }
}
