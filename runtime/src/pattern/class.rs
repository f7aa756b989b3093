//! Classes of characters.

use super::utf8::decode;

/// A class of characters, written like the inside of `[…]`: `0-9A-F_-`.
///
/// A hyphen between two characters is a range; at either end it is a literal hyphen. Nothing else is special.
///
/// The classes here are constants, not statics, so that the compiler knows what is in them where they are used.
#[derive(Debug)]
pub struct Class {
    /// For each byte whether it is in the class by itself; never for the bytes of longer characters.
    ascii: [bool; 256],
    others: Others,
    negated: bool,
    simple: Option<Simple>,
}

/// A class of ASCII characters that is a few ranges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Simple([(u8, u8); Simple::RANGES]);

impl Simple {
    const RANGES: usize = 4;
    /// An empty range.
    const NOTHING: (u8, u8) = (1, 0);

    /// Whether the byte is in the class. Comparisons without a branch, so that several bytes are compared at once.
    #[inline(always)]
    pub(super) const fn has(&self, byte: u8) -> bool {
        let [first, second, third, fourth] = self.0;
        is_within(byte, first) | is_within(byte, second) | is_within(byte, third) | is_within(byte, fourth)
    }
}

#[inline(always)]
const fn is_within(byte: u8, (start, end): (u8, u8)) -> bool {
    start <= byte && byte <= end
}

/// The characters beyond ASCII, before `negated` applies.
#[derive(Debug)]
enum Others {
    None,
    /// Looked up in the source of the class.
    In(&'static str),
}

/// `\d`
pub const DIGIT: Class = Class::of("0-9");
/// `[A-Z]`
pub const UPPER: Class = Class::of("A-Z");
/// `[a-z]`
pub const LOWER: Class = Class::of("a-z");
/// `[A-Za-z]`
pub const LETTER: Class = Class::of("A-Za-z");
/// `[0-9A-Za-z]`
pub const ALPHANUMERIC: Class = Class::of("0-9A-Za-z");
/// `\w`
pub const WORD: Class = Class::of("0-9A-Z_a-z");
/// `[0-9A-Fa-f]`
pub const HEX: Class = Class::of("0-9A-Fa-f");
/// `[0-9a-f]`
pub const LOWER_HEX: Class = Class::of("0-9a-f");
/// `[^]`: every character.
pub const ANY: Class = Class::not("");
/// `.`: every character but line terminators.
pub const NOT_LINE_END: Class = Class::not("\n\r\u{2028}\u{2029}");
/// `\s`
pub const SPACE: Class = Class::of(WHITE_SPACE);
/// `\S`
pub const NOT_SPACE: Class = Class::not(WHITE_SPACE);

/// White space and line terminators of ECMA-262, 12.2 and 12.3.
const WHITE_SPACE: &str = "\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";

impl Class {
    /// The characters of the source.
    #[must_use]
    pub const fn of(text: &'static str) -> Self {
        Self::new(text, false)
    }

    /// All characters except those of the source.
    #[must_use]
    pub const fn not(text: &'static str) -> Self {
        Self::new(text, true)
    }

    const fn new(text: &'static str, negated: bool) -> Self {
        let mut ascii = [false; 256];
        let mut byte = 0;
        while byte < 128 {
            ascii[byte] = negated;
            byte += 1;
        }
        let mut others = Others::None;
        let mut few = [Simple::NOTHING; Simple::RANGES];
        let mut count = 0;
        let mut ranges = Ranges::new(text);
        while let Some((start, end)) = ranges.next() {
            if count < Simple::RANGES && end < 128 {
                few[count] = (start as u8, end as u8);
            }
            count += 1;
            let mut code_point = start;
            while code_point <= end && code_point < 128 {
                ascii[code_point as usize] = !negated;
                code_point += 1;
            }
            if end >= 128 {
                others = Others::In(text);
            }
        }
        let is_simple = !negated && count <= Simple::RANGES && matches!(others, Others::None);
        Self {
            ascii,
            others,
            negated,
            simple: if is_simple { Some(Simple(few)) } else { None },
        }
    }

    /// The class as a few ranges of ASCII characters, if it consists of nothing else.
    #[inline(always)]
    pub(super) const fn simple(&self) -> Option<Simple> {
        self.simple
    }

    /// The length in bytes of the character at this index, if it is in the class.
    ///
    /// The index must be a character boundary, and not the end.
    #[inline]
    pub(super) const fn width_at(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let byte = bytes[at];
        if self.ascii[byte as usize] {
            Some(1)
        } else if byte < 0x80 {
            None
        } else {
            self.other_width_at(bytes, at)
        }
    }

    /// A separate function, so that loops over ASCII stay small.
    #[cold]
    #[inline(never)]
    const fn other_width_at(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let (code_point, width) = decode(bytes, at);
        if self.has_other(code_point) { Some(width) } else { None }
    }

    const fn has_other(&self, code_point: u32) -> bool {
        let text = match self.others {
            Others::None => return self.negated,
            Others::In(text) => text,
        };
        let mut ranges = Ranges::new(text);
        while let Some((start, end)) = ranges.next() {
            if start <= code_point && code_point <= end {
                return !self.negated;
            }
        }
        self.negated
    }
}

/// The ranges in the source of a class, in the order in which they are written.
pub(super) struct Ranges {
    bytes: &'static [u8],
    at: usize,
}

impl Ranges {
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    pub(super) const fn next(&mut self) -> Option<(u32, u32)> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let (start, width) = decode(self.bytes, self.at);
        self.at += width;
        // A hyphen that is followed by another character.
        if self.at + 1 < self.bytes.len() && self.bytes[self.at] == b'-' {
            let (end, width) = decode(self.bytes, self.at + 1);
            self.at += 1 + width;
            return Some((start, end));
        }
        Some((start, start))
    }
}

#[cfg(test)]
mod tests {
    use super::{ANY, Class, NOT_LINE_END, NOT_SPACE, SPACE};
    use crate::pattern::{Scan, contains, contains_any, ends_with, starts_with};

    fn has(class: &Class, c: char) -> bool {
        contains_any(&c.to_string(), class)
    }

    #[test]
    fn hyphens_are_ranges_between_characters_only() {
        let class = Class::of("a-cx-");
        assert!(['a', 'b', 'c', 'x', '-'].into_iter().all(|c| has(&class, c)));
        assert!(['d', 'w', 'y', 'é'].into_iter().all(|c| !has(&class, c)));
        assert!(has(&Class::of("-"), '-') && !has(&Class::not("-"), '-'));
        assert!(has(&Class::of("+--"), ','));
    }

    #[test]
    fn characters_beyond_ascii_belong_too() {
        let class = Class::of("à-ÿ🐉-🐲");
        assert!(has(&class, 'é') && has(&class, '🐉') && has(&class, '🐲') && !has(&class, 'e') && !has(&class, '日'));
        assert!(has(&ANY, '日') && has(&ANY, '\0'));
        assert!(has(&SPACE, '\u{feff}') && !has(&NOT_SPACE, '\u{2003}') && has(&NOT_SPACE, 'é'));
        assert!(!has(&NOT_LINE_END, '\u{2028}') && has(&NOT_LINE_END, '\t'));
    }

    #[test]
    fn counts_are_of_code_points() {
        let mut scan = Scan::new("é🐲日a");
        assert!(scan.exactly(3, &ANY) && scan.literal("a") && scan.is_at_end());
        let mut short = Scan::new("é");
        assert!(!short.between(2, 3, &ANY));
        let mut choice = Scan::new("ab");
        assert!(choice.one_of(&["x", "a"]) && choice.optional("x") && choice.optional("b") && choice.is_at_end());
    }

    #[test]
    fn searches_stay_within_the_text() {
        assert!(starts_with("", "") && !starts_with("a", "ab"));
        assert!(ends_with("ab", "b") && !ends_with("b", "ab"));
        assert!(contains("abc", "bc") && contains("", "") && !contains("ab", "abc"));
    }
}
