//! How large a tree is, or a part of it.

use super::{NodeId, Tree, Value};
use std::ops::AddAssign;

/// How much there is: values, and bytes of their strings and keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Values of every kind.
    pub values: usize,
    /// Bytes of strings and keys.
    pub bytes: usize,
}

impl AddAssign for Extent {
    fn add_assign(&mut self, other: Extent) {
        self.values += other.values;
        self.bytes += other.bytes;
    }
}

impl Tree {
    /// How much is in the whole tree.
    pub fn extent(&self) -> Extent {
        let mut extent = Extent::default();
        self.nodes.iter().for_each(|node| extent += own(&node.value));
        extent
    }

    /// How much is in a value, with all that is inside.
    pub fn extent_of(&self, node: NodeId) -> Extent {
        let (mut extent, mut rest) = (Extent::default(), vec![node]);
        while let Some(next) = rest.pop() {
            extent += own(self.value(next));
            rest.extend(self.items(next));
            rest.extend(self.entries(next).iter().map(|entry| entry.value));
        }
        extent
    }
}

/// A value without what is inside.
fn own(value: &Value) -> Extent {
    let bytes = match value {
        Value::String(text) => text.len(),
        Value::Number(number) => number.as_str().len(),
        Value::Object(entries) => entries.iter().map(|entry| entry.key.len()).sum(),
        Value::Null | Value::Bool(_) | Value::Array(_) => 0,
    };
    Extent { values: 1, bytes }
}
