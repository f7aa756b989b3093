//! What the tests of the upgrade share.

pub(crate) mod invariants;
pub(crate) mod mutate;
pub(crate) mod render;

use specwright::tree::{NodeId, Tree};

/// A node and everything below it.
pub(crate) fn below(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut nodes = vec![root];
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        next += 1;
        nodes.extend(tree.items(node));
        nodes.extend(tree.entries(node).iter().map(|entry| entry.value));
    }
    nodes
}
