//! The walker of automaton tables.

use super::class::Ranges;
use super::utf8::decode;

/// A minimal deterministic automaton over code points, which reads so many classes of them.
///
/// State 0 can no longer match and state 1 always matches; neither has a row. States from `accepting` on match if the
/// string ends there.
///
/// ```
/// use specwright_runtime::v1::pattern::{Dfa, Next, classes};
///
/// // `^(ab)*$`: whatever is neither `a` nor `b` is of class 0.
/// static DFA: Dfa<3> = Dfa {
///     ascii: &classes(&["a", "b"]),
///     others: &[],
///     start: 3,
///     accepting: 3,
///     next: Next::Narrow(&[[0, 0, 3], [0, 2, 0]]),
/// };
/// assert!(DFA.is_match("abab") && DFA.is_match("") && !DFA.is_match("aba") && !DFA.is_match("é"));
/// ```
#[derive(Debug)]
pub struct Dfa<const CLASSES: usize> {
    /// The class of each ASCII character.
    pub ascii: &'static [u8; 128],
    /// The classes of the other characters: the start of an interval, and its class in the highest byte. Sorted by
    /// the start; the first interval starts at U+0080. Without intervals they are of class 0.
    pub others: &'static [u32],
    /// The start state.
    pub start: usize,
    /// The first state that matches at the end of the string.
    pub accepting: usize,
    /// The rows of the states from 2 on: a target state per class.
    pub next: Next<CLASSES>,
}

/// The rows of a table, in bytes where the states are few.
#[derive(Debug)]
pub enum Next<const CLASSES: usize> {
    /// Fewer than 256 states.
    Narrow(&'static [[u8; CLASSES]]),
    /// More states.
    Wide(&'static [[u16; CLASSES]]),
}

/// The classes of the ASCII characters: those of the first source are of class 1, and so on; the rest is of class 0.
///
/// The sources are written like those of [`Class`](super::Class).
#[must_use]
pub const fn classes(texts: &[&'static str]) -> [u8; 128] {
    let mut ascii = [0; 128];
    let mut index = 0;
    while index < texts.len() {
        let mut ranges = Ranges::new(texts[index]);
        index += 1;
        while let Some((start, end)) = ranges.next() {
            let mut code_point = start;
            while code_point <= end && code_point < 128 {
                ascii[code_point as usize] = index as u8;
                code_point += 1;
            }
        }
    }
    ascii
}

/// The bits of an interval that hold its first code point.
const START: u32 = 0x00FF_FFFF;

impl<const CLASSES: usize> Dfa<CLASSES> {
    /// Whether the string matches the pattern.
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
            let index = (state - 2) * CLASSES + class as usize;
            state = match self.next {
                Next::Narrow(next) => next.as_flattened()[index] as usize,
                Next::Wide(next) => next.as_flattened()[index] as usize,
            };
        }
        state == 1 || state >= self.accepting
    }

    const fn class_of(&self, code_point: u32) -> u8 {
        // The last interval that does not start after the code point is in `low..high`.
        let (mut low, mut high) = (0, self.others.len());
        if high == 0 {
            return 0;
        }
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
