//! How much of a document is read, where references and lists for all operations let one part be read at each of its uses.
//!
//! A reference of forty bytes can name a response with thousands of headers, and the security of the document is that of each operation:
//! a client has their product. The limits are in proportion to the document, and far from what is written by hand or by a tool.

use super::Reader;
use crate::diag::Problem;
use crate::tree::NodeId;

/// What a part of an operation or a type takes beside its strings, in bytes of memory, more or less.
const PART: usize = 64;
/// What may be read of a document of any size.
const PARTS: usize = 250_000;
/// What may be read besides for each value of the document, and for each byte of its strings.
const PARTS_PER_VALUE: usize = 8;
const BYTES_PER_BYTE: usize = 8;

/// How many bytes may still be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    left: usize,
    /// Whether what the size of the document allows is in it. Few documents need that.
    is_whole: bool,
    is_full: bool,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            left: PARTS * PART,
            is_whole: false,
            is_full: false,
        }
    }
}

impl Reader<'_, '_> {
    /// Takes room for parts at a node, and for the bytes of their strings: they are read once more. Whether there is room; where it ends
    /// is reported, and no more is read.
    pub(crate) fn take(&mut self, node: NodeId, parts: usize, bytes: usize) -> bool {
        let needed = parts.saturating_mul(PART).saturating_add(bytes);
        if needed > self.room.left && !self.room.is_whole {
            self.room.is_whole = true;
            self.room.left = self.room.left.saturating_add(self.own_room());
        }
        let has_room = needed <= self.room.left && !self.room.is_full;
        self.room.left = self.room.left.saturating_sub(needed);
        if !has_room && !std::mem::replace(&mut self.room.is_full, true) {
            self.report_full(node);
        }
        has_room
    }

    /// An earlier reader of the document may have said it.
    fn report_full(&mut self, node: NodeId) {
        let is_it = |problem: &Problem| matches!(problem, Problem::SharedTooOften { .. });
        if !self.diags.iter().any(|diagnostic| is_it(&diagnostic.problem)) {
            let limit = PARTS + self.own_room() / PART;
            self.report(node, Problem::SharedTooOften { limit });
        }
    }

    /// Takes room for a copy of a value.
    pub(crate) fn take_value(&mut self, node: NodeId) -> bool {
        let extent = self.tree.extent_of(node);
        self.take(node, extent.values, extent.bytes)
    }

    /// What the size of the document allows.
    fn own_room(&self) -> usize {
        let extent = self.tree.extent();
        let values = extent.values.saturating_mul(PARTS_PER_VALUE * PART);
        values.saturating_add(extent.bytes.saturating_mul(BYTES_PER_BYTE))
    }
}
