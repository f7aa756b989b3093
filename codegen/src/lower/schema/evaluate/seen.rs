//! What is known of the parts of a value when a schema was applied to it.

use crate::tree::{NodeId, Tree};
use std::collections::BTreeSet;

/// What schemas that allow a value say about its parts, by their nodes.
#[derive(Default)]
pub(super) struct Seen {
    /// Properties and elements at any depth that some keyword applies to (Core section 11).
    pub(super) parts: BTreeSet<NodeId>,
    /// Objects whose properties have names in `properties`.
    pub(super) declared: BTreeSet<NodeId>,
    /// Read-only properties, which a type that is only sent does not have.
    pub(super) read_only: BTreeSet<NodeId>,
}

impl Seen {
    /// A part, and what its schema says of it.
    pub(super) fn part(&mut self, node: NodeId, inner: Seen) {
        self.parts.insert(node);
        self.also(inner);
    }

    /// What another schema says of the same value.
    pub(super) fn also(&mut self, other: Seen) {
        self.parts.extend(other.parts);
        self.declared.extend(other.declared);
        self.read_only.extend(other.read_only);
    }
}

/// Properties of objects with `properties` that no keyword applies to.
pub(super) fn undeclared_members(tree: &Tree, value: NodeId, seen: &Seen, out: &mut Vec<NodeId>) {
    for entry in tree.entries(value) {
        let undeclared = seen.declared.contains(&value) && !seen.parts.contains(&entry.value);
        match undeclared || seen.read_only.contains(&entry.value) {
            true => out.push(entry.value),
            false => undeclared_members(tree, entry.value, seen, out),
        }
    }
    for &item in tree.items(value) {
        undeclared_members(tree, item, seen, out);
    }
}
