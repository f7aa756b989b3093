//! Sets of code points: what a character class, an escape or a single character accepts.

use std::collections::BTreeSet;

/// The first and last surrogate. A Rust `str` never holds one, so no set does.
const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);
const LAST: u32 = 0x10_FFFF;

/// A set of Unicode scalar values, kept as sorted, disjoint, non-adjacent inclusive ranges.
///
/// Surrogates are never members: the text that is matched is UTF-8.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharSet {
    ranges: Vec<(u32, u32)>,
}

impl CharSet {
    /// The set of the given inclusive ranges, in any order, overlapping or not.
    #[must_use]
    pub fn new(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.retain(|range| range.0 <= range.1);
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            let end = end.min(LAST);
            match merged.last_mut() {
                Some(last) if start <= last.1.saturating_add(1) => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        let needs_split = merged
            .iter()
            .any(|range| range.0 <= SURROGATES.1 && range.1 >= SURROGATES.0);
        let ranges = if needs_split {
            without_surrogates(&merged)
        } else {
            merged
        };
        Self { ranges }
    }

    /// The set of one code point; empty for a surrogate.
    #[must_use]
    pub fn single(code_point: u32) -> Self {
        Self::new(vec![(code_point, code_point)])
    }

    /// Every scalar value.
    #[must_use]
    pub fn full() -> Self {
        Self::new(vec![(0, LAST)])
    }

    /// `\d`: the ASCII digits (ECMA-262, 22.2.2.9 CharacterClassEscape).
    #[must_use]
    pub fn digits() -> Self {
        Self::of(&[('0', '9')])
    }

    /// `\w`: ASCII letters, digits and the underscore (ECMA-262, 22.2.2.9.3 WordCharacters).
    #[must_use]
    pub fn word() -> Self {
        Self::of(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
    }

    /// `\s`: white space and line terminators (ECMA-262, 12.2 and 12.3), the byte order mark among them.
    #[must_use]
    pub fn space() -> Self {
        Self::of(&[
            ('\t', '\r'),
            (' ', ' '),
            ('\u{A0}', '\u{A0}'),
            ('\u{1680}', '\u{1680}'),
            ('\u{2000}', '\u{200A}'),
            ('\u{2028}', '\u{2029}'),
            ('\u{202F}', '\u{202F}'),
            ('\u{205F}', '\u{205F}'),
            ('\u{3000}', '\u{3000}'),
            ('\u{FEFF}', '\u{FEFF}'),
        ])
    }

    /// `.`: everything but line terminators (ECMA-262, 22.2.2.7, without the `s` flag).
    #[must_use]
    pub fn dot() -> Self {
        Self::of(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]).negated()
    }

    fn of(ranges: &[(char, char)]) -> Self {
        Self::new(
            ranges
                .iter()
                .map(|range| (u32::from(range.0), u32::from(range.1)))
                .collect(),
        )
    }

    /// The sorted, disjoint, inclusive ranges of code points.
    #[must_use]
    pub fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    /// This set with the other cases of its letters (ECMA-262, 22.2.2.7.3, with the `u` flag).
    #[must_use]
    pub fn in_both_cases(&self) -> Self {
        /// Beyond this code point no letter has another case.
        const LAST_CASED: u32 = 0x1_E943;
        let folded = |code_point: u32| {
            let letter = char::from_u32(code_point)?;
            let mut upper = letter.to_uppercase();
            let upper = upper.next().filter(|_| upper.next().is_none()).unwrap_or(letter);
            let mut lower = upper.to_lowercase();
            lower.next().filter(|_| lower.next().is_none())
        };
        let members = self.ranges.iter().flat_map(|&(low, high)| low..=high.min(LAST_CASED));
        let keys: BTreeSet<char> = members.filter_map(folded).collect();
        let same = (0..=LAST_CASED).filter(|&code_point| folded(code_point).is_some_and(|key| keys.contains(&key)));
        self.union(&Self::new(same.map(|code_point| (code_point, code_point)).collect()))
    }

    /// Whether no code point belongs to the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether every scalar value belongs to the set.
    #[must_use]
    pub fn is_full(&self) -> bool {
        *self == Self::full()
    }

    /// Whether the code point belongs to the set.
    #[must_use]
    pub fn contains(&self, code_point: u32) -> bool {
        let after = self.ranges.partition_point(|range| range.0 <= code_point);
        after
            .checked_sub(1)
            .and_then(|index| self.ranges.get(index))
            .is_some_and(|range| code_point <= range.1)
    }

    /// Whether only ASCII characters belong to the set.
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.ranges.last().is_none_or(|range| range.1 < 0x80)
    }

    /// The only member, if there is exactly one.
    #[must_use]
    pub fn only(&self) -> Option<char> {
        match self.ranges.as_slice() {
            [(start, end)] if start == end => char::from_u32(*start),
            _ => None,
        }
    }

    /// All scalar values that are not in this set.
    #[must_use]
    pub fn negated(&self) -> Self {
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = 0;
        for &(start, end) in &self.ranges {
            if start > next {
                ranges.push((next, start - 1));
            }
            next = end.saturating_add(1);
        }
        if next <= LAST {
            ranges.push((next, LAST));
        }
        Self::new(ranges)
    }

    /// The members of either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.ranges.iter().chain(&other.ranges).copied().collect())
    }

    /// Whether the sets have no member in common.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        let (mut left, mut right) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            if a.1 < b.0 {
                left.next();
            } else if b.1 < a.0 {
                right.next();
            } else {
                return false;
            }
        }
        true
    }
}

fn without_surrogates(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut split = Vec::with_capacity(ranges.len() + 1);
    for &(start, end) in ranges {
        if start < SURROGATES.0 {
            split.push((start, end.min(SURROGATES.0 - 1)));
        }
        if end > SURROGATES.1 {
            split.push((start.max(SURROGATES.1 + 1), end));
        }
    }
    split
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    #[test]
    fn ranges_are_canonical() {
        let set = CharSet::new(vec![(0x63, 0x70), (0x61, 0x62), (0x68, 0x65)]);
        assert_eq!(set.ranges(), [(0x61, 0x70)]);
    }

    #[test]
    fn surrogates_are_no_members() {
        assert!(CharSet::single(0xD800).is_empty());
        assert_eq!(CharSet::full().ranges(), [(0, 0xD7FF), (0xE000, 0x10_FFFF)]);
        assert!(CharSet::full().negated().is_empty());
        assert!(CharSet::default().negated().is_full());
    }

    #[test]
    fn membership_and_disjointness() {
        let word = CharSet::word();
        assert!(word.contains(0x5F) && !word.contains(0x2D));
        assert!(word.is_disjoint(&CharSet::space()));
        assert!(!word.is_disjoint(&CharSet::digits()));
        assert!(word.union(&word.negated()).is_full());
    }
}
