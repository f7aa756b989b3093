//! What is imported put over the document that was there: an import of one page drops no operation of another one.

use super::load::read;
use super::part::{self, Place};
use crate::diag::{Diagnostics, Problem};
use crate::source::{Loader, SourceMap};
use crate::tree::{Entry, NodeId, Tree, Value};
use std::path::Path;
use std::sync::Arc;

/// The keys of a document under which parts have names, and how many names there are on the way to a part.
const NAMED: &[(&str, usize)] = &[
    ("paths", 2),
    ("webhooks", 2),
    ("components", 2),
    ("definitions", 1),
    ("parameters", 1),
    ("responses", 1),
    ("securityDefinitions", 1),
];

/// The document at `target` with everything that `new` says put over it, and the operations that only the former one has. Where it
/// has none, that is `new` itself. `None` if an error was reported.
pub(super) fn put_over(
    tree: &mut Tree,
    sources: &mut SourceMap,
    loader: &dyn Loader,
    target: &Path,
    new: NodeId,
    diags: &mut Diagnostics,
) -> Option<(NodeId, Vec<String>)> {
    let former = read(tree, sources, loader, target, diags)?;
    let there = part::operations(tree, new);
    let kept: Vec<Place> = part::operations(tree, former)
        .into_iter()
        .filter(|place| !there.contains(place))
        .collect();
    if kept.is_empty() {
        return Some((new, Vec::new()));
    }
    if let (Some(document), Some(page)) = (version(tree, former), version(tree, new))
        && document != page
    {
        diags.push(Problem::PageOfOtherVersion { page, document }, tree.location(new));
        return None;
    }
    let names = kept.iter().map(Place::to_string).collect();
    let part = part::of(tree, former, &kept);
    Some((document(tree, former, part, new), names))
}

/// The version as far as it says how a document is read: `3.1`.
fn version(tree: &Tree, root: NodeId) -> Option<String> {
    let version = tree.get(root, "openapi").or_else(|| tree.get(root, "swagger"))?;
    let version = match tree.value(version) {
        Value::String(version) => version.to_string(),
        // `swagger: 2.0` is a number in YAML.
        Value::Number(version) => version.as_str().to_owned(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(version.split('.').take(2).collect::<Vec<_>>().join("."))
}

/// The document: in the order of the former one, so that a difference shows what has changed.
fn document(tree: &mut Tree, former: NodeId, kept: NodeId, new: NodeId) -> NodeId {
    let mut entries = Vec::new();
    for key in keys(tree, &[former, new]) {
        let (old, own) = (tree.entry(kept, &key).cloned(), tree.entry(new, &key).cloned());
        let named = NAMED.iter().find(|(name, _)| *name == &*key);
        let entry = match (old, own, named) {
            (Some(old), Some(own), Some((_, levels))) => {
                let order = tree.get(former, &key);
                let value = over(tree, order, old.value, own.value, *levels);
                Some(Entry { value, ..own })
            }
            (Some(old), Some(own), None) if &*key == "tags" => {
                let value = tags(tree, old.value, own.value);
                Some(Entry { value, ..own })
            }
            (Some(old), None, Some(_)) => Some(old),
            (_, own, _) => own,
        };
        entries.extend(entry);
    }
    tree.derive(new, Value::Object(entries))
}

/// A map of named parts: those of `new`, and those that only the former one has.
fn over(tree: &mut Tree, order: Option<NodeId>, kept: NodeId, new: NodeId, levels: usize) -> NodeId {
    if levels == 0 || !tree.is_object(kept) || !tree.is_object(new) {
        return new;
    }
    let maps: Vec<NodeId> = order.into_iter().chain([new]).collect();
    let mut entries = Vec::new();
    for key in keys(tree, &maps) {
        let (old, own) = (tree.entry(kept, &key).cloned(), tree.entry(new, &key).cloned());
        // These are operations by name again.
        let is_item = levels == 1
            && ["#/paths/", "#/webhooks/"]
                .iter()
                .any(|map| tree.pointer(new).starts_with(map));
        let levels = if is_item && &*key == "additionalOperations" {
            2
        } else {
            levels
        };
        let entry = match (old, own) {
            (Some(old), Some(own)) => {
                let order = order.and_then(|order| tree.get(order, &key));
                let value = over(tree, order, old.value, own.value, levels - 1);
                Some(Entry { value, ..own })
            }
            (old, own) => own.or(old),
        };
        entries.extend(entry);
    }
    tree.derive(new, Value::Object(entries))
}

/// The names of several objects, each once, in their order.
fn keys(tree: &Tree, objects: &[NodeId]) -> Vec<Arc<str>> {
    let entries = objects.iter().flat_map(|&object| tree.entries(object));
    let keys: indexmap::IndexSet<Arc<str>> = entries.map(|entry| Arc::clone(&entry.key)).collect();
    keys.into_iter().collect()
}

/// The tags of `new`, behind those that only the former document has and needs, in its order.
fn tags(tree: &mut Tree, kept: NodeId, new: NodeId) -> NodeId {
    let name = |tree: &Tree, tag: NodeId| tree.get(tag, "name").and_then(|name| tree.str(name)).map(str::to_owned);
    let own: Vec<NodeId> = tree.items(new).to_vec();
    let mut left: Vec<NodeId> = Vec::new();
    for &tag in tree.items(kept) {
        let same = own.iter().copied().find(|&own| name(tree, own) == name(tree, tag));
        left.push(same.unwrap_or(tag));
    }
    let added = own
        .iter()
        .copied()
        .filter(|tag| !left.contains(tag))
        .collect::<Vec<_>>();
    left.extend(added);
    tree.derive(new, Value::Array(left))
}
