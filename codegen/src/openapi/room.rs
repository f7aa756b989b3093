//! How much of a document is read, where references and lists for all operations let one part be read at each of its uses.
//!
//! A reference of forty bytes can name a response with thousands of headers, and the security of the document is that of each operation:
//! a client has their product. The limits are in proportion to the document, and far from what is written by hand or by a tool.

use crate::tree::Tree;

/// What a part of an operation or a type takes beside its strings, in bytes of memory, more or less.
const PART: usize = 64;
/// What may be read of a document of any size.
const PARTS: usize = 100_000;
/// What may be read besides for each value of the document, and for each byte of its strings.
const PARTS_PER_VALUE: usize = 4;
const BYTES_PER_BYTE: usize = 4;

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

impl Room {
    /// Takes room for parts, and for the bytes of their strings: they are read once more.
    ///
    /// # Errors
    ///
    /// Returns that there is none, and the first time how many parts the document may have.
    pub(super) fn take(&mut self, tree: &Tree, parts: usize, bytes: usize) -> Result<(), Option<usize>> {
        let needed = parts.saturating_mul(PART).saturating_add(bytes);
        if needed > self.left && !self.is_whole {
            self.is_whole = true;
            self.left = self.left.saturating_add(of_document(tree));
        }
        let has_room = needed <= self.left && !self.is_full;
        self.left = self.left.saturating_sub(needed);
        if has_room {
            return Ok(());
        }
        let is_first = !std::mem::replace(&mut self.is_full, true);
        Err(is_first.then(|| PARTS + of_document(tree) / PART))
    }
}

/// What the size of the document allows.
fn of_document(tree: &Tree) -> usize {
    let values = tree.len().saturating_mul(PARTS_PER_VALUE * PART);
    values.saturating_add(tree.bytes().saturating_mul(BYTES_PER_BYTE))
}
