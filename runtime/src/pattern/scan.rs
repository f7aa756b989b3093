//! Reading a string from its start, and searching in it.

use super::class::{Class, Simple};
use super::utf8::decode;

/// A position in a string. Each step either moves past what it expects and returns `true`, or returns `false`.
#[derive(Debug)]
pub struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    /// The start of a string.
    #[inline]
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    /// The position `length` bytes before the end of a string, which may be within a character; the end of a shorter
    /// string.
    #[inline]
    #[must_use]
    pub const fn last(text: &'a str, length: usize) -> Self {
        let bytes = text.as_bytes();
        let at = if bytes.len() < length {
            bytes.len()
        } else {
            bytes.len() - length
        };
        Self { bytes, at }
    }

    /// Exactly this string.
    #[inline]
    pub const fn literal(&mut self, literal: &str) -> bool {
        let found = has_at(self.bytes, self.at, literal.as_bytes());
        if found {
            self.at += literal.len();
        }
        found
    }

    /// The first of these strings that follows.
    #[inline]
    pub const fn one_of(&mut self, literals: &[&str]) -> bool {
        let mut index = 0;
        while index < literals.len() {
            if self.literal(literals[index]) {
                return true;
            }
            index += 1;
        }
        false
    }

    /// This string or nothing; always `true`.
    #[inline]
    pub const fn optional(&mut self, literal: &str) -> bool {
        let _ = self.literal(literal);
        true
    }

    /// Exactly `count` characters of the class.
    #[inline(always)]
    pub const fn exactly(&mut self, count: usize, class: &Class) -> bool {
        match class.simple() {
            Some(simple) => self.bytes_of(count, simple),
            None => self.take(count, class) == count,
        }
    }

    /// Exactly `count` bytes, without a branch for each: stopping early would not be faster.
    #[inline(always)]
    const fn bytes_of(&mut self, count: usize, simple: Simple) -> bool {
        if self.bytes.len() - self.at < count {
            return false;
        }
        let mut all = true;
        let mut index = 0;
        while index < count {
            all &= simple.has(self.bytes[self.at + index]);
            index += 1;
        }
        self.at += count;
        all
    }

    /// All characters of the class that follow; `false` if they are fewer than `min`.
    #[inline]
    pub const fn at_least(&mut self, min: usize, class: &Class) -> bool {
        self.take(usize::MAX, class) >= min
    }

    /// All characters of the class that follow, but no more than `max`; `false` if they are fewer than `min`.
    #[inline]
    pub const fn between(&mut self, min: usize, max: usize, class: &Class) -> bool {
        self.take(max, class) >= min
    }

    /// Whether the end is reached.
    #[inline]
    #[must_use]
    pub const fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    #[inline]
    const fn take(&mut self, max: usize, class: &Class) -> usize {
        let bytes = self.bytes;
        let mut at = self.at;
        let mut count = 0;
        while count < max && at < bytes.len() {
            let Some(width) = class.width_at(bytes, at) else { break };
            at += width;
            count += 1;
        }
        self.at = at;
        count
    }
}

/// Whether the string starts with `start`.
#[inline]
#[must_use]
pub const fn starts_with(text: &str, start: &str) -> bool {
    has_at(text.as_bytes(), 0, start.as_bytes())
}

/// Whether the string ends with `end`.
#[inline]
#[must_use]
pub const fn ends_with(text: &str, end: &str) -> bool {
    text.len() >= end.len() && has_at(text.as_bytes(), text.len() - end.len(), end.as_bytes())
}

/// Whether the string contains `part`.
#[inline]
#[must_use]
pub const fn contains(text: &str, part: &str) -> bool {
    let mut at = 0;
    while at + part.len() <= text.len() {
        if has_at(text.as_bytes(), at, part.as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether the string contains a character of the class.
#[inline]
#[must_use]
pub const fn contains_any(text: &str, class: &Class) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if class.width_at(bytes, at).is_some() {
            return true;
        }
        at += if bytes[at] < 0x80 { 1 } else { decode(bytes, at).1 };
    }
    false
}

/// Whether `part` is at this index.
#[inline]
const fn has_at(bytes: &[u8], at: usize, part: &[u8]) -> bool {
    if bytes.len() - at < part.len() {
        return false;
    }
    let mut index = 0;
    while index < part.len() {
        if bytes[at + index] != part[index] {
            return false;
        }
        index += 1;
    }
    true
}
