//! The walker of automaton tables.

use super::scan::decode;

/// A minimal deterministic automaton over code points.
///
/// State 0 never matches any more and state 1 always does; neither has a row. From `accepting` on, a state matches
/// where the text ends.
#[derive(Debug)]
pub struct Dfa {
    /// The class of each ASCII character.
    pub ascii: &'static [u8; 128],
    /// The classes of the other characters: where an interval begins, and its class in the highest byte. Sorted by
    /// the former; the first interval begins at U+0080.
    pub others: &'static [u32],
    /// The number of classes, which is the length of a row.
    pub classes: usize,
    /// The rows of the states from 2 on: a target state per class.
    pub next: Next,
    /// The state to begin with.
    pub start: usize,
    /// The first state that matches at the end of the text.
    pub accepting: usize,
}

/// The rows of a table, in bytes where the states are few.
#[derive(Debug)]
pub enum Next {
    /// Fewer than 256 states.
    Narrow(&'static [u8]),
    /// More states.
    Wide(&'static [u16]),
}

/// The bits of an interval that hold its first code point.
const START: u32 = 0x00FF_FFFF;

impl Dfa {
    /// Whether the automaton finds its pattern in the text.
    #[inline]
    #[must_use]
    pub const fn is_match(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut state = self.start;
        let mut at = 0;
        while at < bytes.len() && state >= 2 {
            let byte = bytes[at];
            let class = if byte < 0x80 {
                at += 1;
                self.ascii[byte as usize]
            } else {
                let (code_point, width) = decode(bytes, at);
                at += width;
                self.class_of(code_point)
            };
            let index = (state - 2) * self.classes + class as usize;
            state = match self.next {
                Next::Narrow(next) => next[index] as usize,
                Next::Wide(next) => next[index] as usize,
            };
        }
        state == 1 || state >= self.accepting
    }

    const fn class_of(&self, code_point: u32) -> u8 {
        // The last interval that does not begin behind the code point lies in `low..high`.
        let (mut low, mut high) = (0, self.others.len());
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if self.others[middle] & START <= code_point {
                low = middle;
            } else {
                high = middle;
            }
        }
        (self.others[low] >> 24) as u8
    }
}
