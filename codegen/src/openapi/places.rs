//! Which schema a schema is written in: by the keywords between them.

use crate::tree::{NodeId, Step, Tree};

/// Keywords whose value is a map of schemas by name.
pub(super) const MAPS: &[&str] = &[
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
];
/// Keywords whose value is a list of schemas.
const LISTS: &[&str] = &["allOf", "anyOf", "oneOf", "prefixItems"];
/// Keywords whose value is a schema.
const SINGLE: &[&str] = &[
    "items",
    "contains",
    "unevaluatedItems",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "contentSchema",
];
/// The schema that a schema is written in.
pub(super) fn holder(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let parent = tree.parent(node)?;
    match tree.step(node) {
        _ if is_map(tree, parent) => tree.parent(parent),
        Step::Key(key) if SINGLE.contains(&&**key) && !is_components(tree, parent) => Some(parent),
        Step::Index(_) if key(tree, parent).is_some_and(|key| LISTS.contains(&key)) => tree.parent(parent),
        Step::Key(_) | Step::Index(_) | Step::Root => None,
    }
}

/// Whether a schema is where JSON Schema or OpenAPI has one, so that its `$id` is one.
pub(super) fn is_schema_place(tree: &Tree, node: NodeId) -> bool {
    let named = |key: &str| matches!(key, "schema" | "itemSchema");
    match tree.parent(node) {
        None => true,
        Some(parent) => {
            holder(tree, node).is_some() || is_components(tree, parent) || key(tree, node).is_some_and(named)
        }
    }
}

/// Whether a schema is in `$defs`: it is reached by reference only.
pub(super) fn is_definition(tree: &Tree, schema: NodeId) -> bool {
    let map = tree.parent(schema).filter(|&parent| is_map(tree, parent));
    map.and_then(|map| key(tree, map))
        .is_some_and(|key| matches!(key, "$defs" | "definitions"))
}

/// Whether a node is the value of a keyword that maps names to schemas, and not a schema that is called so.
fn is_map(tree: &Tree, node: NodeId) -> bool {
    let named = key(tree, node).is_some_and(|key| MAPS.contains(&key));
    named
        && tree
            .parent(node)
            .is_none_or(|parent| !is_map(tree, parent) && !is_components(tree, parent))
}

/// Whether a node is `components.schemas`, whose keys are names.
fn is_components(tree: &Tree, node: NodeId) -> bool {
    let holder = tree.parent(node);
    key(tree, node) == Some("schemas") && holder.is_some_and(|holder| key(tree, holder) == Some("components"))
}

fn key(tree: &Tree, node: NodeId) -> Option<&str> {
    match tree.step(node) {
        Step::Key(key) => Some(key),
        Step::Root | Step::Index(_) => None,
    }
}
