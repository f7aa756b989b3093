//! Small rewrites of objects that keep the author's places.

use crate::source::Span;
use crate::tree::{Entry, NodeId, Tree, Value};

/// A member; `key_span` is the place of the name that it comes from.
pub(super) fn member(key: &str, key_span: Span, value: NodeId) -> Entry {
    Entry {
        key: key.into(),
        key_span,
        value,
    }
}

/// Gives a member another name, in place. If the new name is taken, nothing happens.
pub(super) fn rename(tree: &mut Tree, object: NodeId, from: &str, to: &str) {
    if tree.get(object, from).is_none() || tree.get(object, to).is_some() {
        return;
    }
    let mut entries = tree.entries(object).to_vec();
    for entry in &mut entries {
        if &*entry.key == from {
            entry.key = to.into();
        }
    }
    tree.set_value(object, Value::Object(entries));
}

/// Takes the members out of an object whose names `wanted` accepts, and returns them in order.
pub(super) fn take_members(tree: &mut Tree, object: NodeId, wanted: impl Fn(&str) -> bool) -> Vec<Entry> {
    if !tree.entries(object).iter().any(|entry| wanted(&entry.key)) {
        return Vec::new();
    }
    let (taken, kept) = tree
        .entries(object)
        .iter()
        .cloned()
        .partition(|entry| wanted(&entry.key));
    tree.set_value(object, Value::Object(kept));
    taken
}

/// Takes a member out of an object, with the place of its name.
pub(super) fn take(tree: &mut Tree, object: NodeId, key: &str) -> Option<Entry> {
    let entry = tree.entry(object, key)?.clone();
    tree.remove(object, key);
    Some(entry)
}

/// Sets a member; `from` is the member that it is made of.
pub(super) fn set_from(tree: &mut Tree, object: NodeId, key: &str, value: NodeId, from: Span) {
    if tree.get(object, key).is_some() {
        tree.set(object, key, value);
        return;
    }
    let mut entries = tree.entries(object).to_vec();
    entries.push(member(key, from, value));
    tree.set_value(object, Value::Object(entries));
}

/// The object at `key`, made empty if it is absent. `None` if something else is there.
pub(super) fn object_at(tree: &mut Tree, parent: NodeId, key: &str) -> Option<NodeId> {
    if let Some(existing) = tree.get(parent, key) {
        return tree.is_object(existing).then_some(existing);
    }
    let made = tree.derive(parent, Value::Object(Vec::new()));
    tree.set(parent, key, made);
    tree.get(parent, key)
}
