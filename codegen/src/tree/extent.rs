//! How large a tree is, or a part of it.

use super::{NodeId, Tree, Value};

/// How much there is in a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Values of every kind, itself among them.
    pub values: usize,
    /// Bytes of strings, numbers and keys.
    pub bytes: usize,
    /// The levels below it.
    pub depth: usize,
}

impl Tree {
    /// The bytes of all strings, numbers and keys.
    pub fn bytes(&self) -> usize {
        self.nodes.iter().map(|node| bytes(&node.value)).sum()
    }

    /// How much is in a value, with all that is inside.
    pub fn extent_of(&self, node: NodeId) -> Extent {
        let (mut extent, mut open) = (Extent::default(), vec![(node, 0)]);
        while let Some((node, depth)) = open.pop() {
            extent.values += 1;
            extent.bytes += bytes(self.value(node));
            extent.depth = extent.depth.max(depth);
            open.extend(self.items(node).iter().map(|item| (*item, depth + 1)));
            open.extend(self.entries(node).iter().map(|entry| (entry.value, depth + 1)));
        }
        extent
    }
}

/// Those of a value without what is inside.
fn bytes(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Number(number) => number.as_str().len(),
        Value::Object(entries) => entries.iter().map(|entry| entry.key.len()).sum(),
        Value::Null | Value::Bool(_) | Value::Array(_) => 0,
    }
}
