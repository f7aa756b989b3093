//! Where a document writes a schema inline, and which of these schemas are one.

use super::meaning::meaning;
use crate::overlay::path;
use crate::text::percent_decode;
use crate::tree::{NodeId, Step, Tree};
use crate::upgrade;
use std::collections::{BTreeMap, BTreeSet};

/// Keywords that name a schema, or say what the names in it mean: such a schema stays where it is.
const BOUND: &[&str] = &[
    "$anchor",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$recursiveAnchor",
    "$recursiveRef",
    "$ref",
    "definitions",
    "discriminator",
    "id",
];

/// A schema that is written inline.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) node: NodeId,
    /// Its JSONPath.
    pub(super) path: String,
    /// The names and indices that lead to it.
    pub(super) steps: Vec<String>,
}

/// The schemas of a document.
#[derive(Debug, Default)]
pub(super) struct Schemas {
    /// Inline schemas that become types, by their meaning; in document order.
    pub(super) inline: Vec<(String, Vec<Place>)>,
    /// Components that mean the same as one of these.
    pub(super) components: BTreeMap<String, String>,
    /// The names of all components.
    pub(super) names: Vec<String>,
}

/// The names that lead to the components, and the node if it is there. `None` if something else is in its place.
pub(super) fn section(tree: &Tree, root: NodeId) -> Option<(&'static [&'static str], Option<NodeId>)> {
    let names: &[&str] = match tree.get(root, "swagger") {
        Some(_) => &["definitions"],
        None => &["components", "schemas"],
    };
    let mut at = Some(root);
    for name in names {
        at = at.and_then(|node| tree.get(node, name));
        if at.is_some_and(|node| !tree.is_object(node)) {
            return None;
        }
    }
    Some((names, at))
}

/// Finds the schemas of the document.
pub(super) fn find(tree: &Tree, root: NodeId) -> Schemas {
    let mut schemas = Schemas::default();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    let referenced = referenced(tree, root);
    if let Some(section) = section(tree, root).and_then(|(_, section)| section) {
        let names = tree.entries(section).iter().map(|entry| entry.key.to_string());
        schemas.names = names.collect();
    }
    for node in upgrade::schemas(tree, root) {
        let Some(path) = path::path(tree, root, node) else {
            continue;
        };
        let steps = steps(tree, node);
        let words: Vec<&str> = steps.iter().map(String::as_str).collect();
        if let ["components", "schemas", name] | ["definitions", name] = *words {
            if becomes_type(tree, node) {
                schemas
                    .components
                    .entry(meaning(tree, node))
                    .or_insert_with(|| name.to_owned());
            }
            continue;
        }
        if !becomes_type(tree, node) || !is_movable(tree, node, &words) || is_entered(&referenced, tree, node) {
            continue;
        }
        let key = meaning(tree, node);
        let at = *index.entry(key.clone()).or_insert(schemas.inline.len());
        if at == schemas.inline.len() {
            schemas.inline.push((key, Vec::new()));
        }
        schemas.inline[at].1.push(Place { node, path, steps });
    }
    schemas
}

/// Whether a schema has a Rust type of its own: an object with properties, an enumeration, a union.
fn becomes_type(tree: &Tree, node: NodeId) -> bool {
    let has = |key: &str, least: usize| {
        tree.get(node, key)
            .is_some_and(|value| tree.items(value).len() + tree.entries(value).len() >= least)
    };
    let is_bound = BOUND.iter().any(|key| tree.get(node, key).is_some());
    !is_bound && (has("properties", 1) || has("enum", 2) || has("oneOf", 2) || has("anyOf", 2))
}

/// Whether a reference may take its place: parts of an `allOf` have no type of their own, definitions are named already, and what a
/// discriminator chooses is named after its component.
fn is_movable(tree: &Tree, node: NodeId, steps: &[&str]) -> bool {
    match steps {
        [.., "allOf", _] | [.., "$defs" | "definitions", _] => false,
        [.., "oneOf" | "anyOf", _] => {
            let holder = tree.parent(node).and_then(|list| tree.parent(list));
            holder.is_none_or(|holder| tree.get(holder, "discriminator").is_none())
        }
        _ => true,
    }
}

fn steps(tree: &Tree, node: NodeId) -> Vec<String> {
    let mut steps = Vec::new();
    let mut current = node;
    while let Some(parent) = tree.parent(current) {
        match tree.step(current) {
            Step::Root => {}
            Step::Index(index) => steps.push(index.to_string()),
            Step::Key(key) => steps.push(key.to_string()),
        }
        current = parent;
    }
    steps.reverse();
    steps
}

/// The pointers that some string of the document has.
fn referenced(tree: &Tree, root: NodeId) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        if let Some(text) = tree.str(node).filter(|text| text.starts_with("#/")) {
            found.insert(percent_decode(text).into_owned());
        }
        open.extend(tree.items(node));
        open.extend(tree.entries(node).iter().map(|entry| entry.value));
    }
    found
}

/// Whether a reference leads to a schema or into it, and would not any more.
fn is_entered(referenced: &BTreeSet<String>, tree: &Tree, node: NodeId) -> bool {
    let pointer = tree.pointer(node);
    let inside = format!("{pointer}/");
    let mut after = referenced.range(inside.clone()..);
    referenced.contains(&pointer) || after.next().is_some_and(|next| next.starts_with(&inside))
}
