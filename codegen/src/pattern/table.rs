//! A minimal automaton as the table that generated code carries.

use indexmap::IndexSet;

use super::MAX_TABLE_BYTES;
use super::alphabet::Alphabet;
use super::dfa::{Dfa, merge_classes};
use super::facts::EngineReason;

/// A table for a deterministic automaton over code points.
///
/// State 0 never matches any more and state 1 always does; neither has a row. The other states have one row each,
/// in their order, with a target state per class. The states from `accepting` on match where the text ends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The class of each ASCII character. The classes are numbered in the order of their first characters, but class 0
    /// is that of the last code point, which is that of everything the pattern does not mention.
    pub ascii: [u8; 128],
    /// First code point and class of each further interval, sorted; the first interval begins at U+0080. Empty if all
    /// these characters are of class 0.
    pub others: Vec<(u32, u8)>,
    /// How many classes there are: the length of a row.
    pub classes: usize,
    /// The rows of the states from 2 on.
    pub next: Vec<u16>,
    /// The state to begin with.
    pub start: u16,
    /// The first state that matches at the end of the text.
    pub accepting: u16,
}

impl Table {
    pub(super) fn new(dfa: &Dfa, alphabet: &Alphabet) -> Result<Self, EngineReason> {
        let (dfa, alphabet) = merge_classes(dfa, alphabet);
        let by_number = order_of_classes(&alphabet);
        let class_of = |class: u8| by_number.iter().position(|old| *old == class).unwrap_or_default() as u8;
        let (numbers, accepting) = number_states(&dfa)?;
        let number = |state: u32| numbers.get(state as usize).copied().unwrap_or_default();
        let mut order: Vec<(u16, u32)> = (0..)
            .take(dfa.accept.len())
            .map(|state| (number(state), state))
            .filter(|pair| pair.0 >= 2)
            .collect();
        order.sort_unstable();
        let next = order
            .iter()
            .flat_map(|(_, state)| {
                by_number
                    .iter()
                    .map(|class| number(dfa.target(*state, usize::from(*class))))
            })
            .collect();
        let mut ascii = [0; 128];
        for (code_point, class) in (0u32..).zip(ascii.iter_mut()) {
            *class = class_of(alphabet.class_of(code_point));
        }
        let mut others = vec![(0x80, class_of(alphabet.class_of(0x80)))];
        let behind = alphabet.intervals.iter().filter(|interval| interval.0 > 0x80);
        others.extend(behind.map(|&(start, class)| (start, class_of(class))));
        others.dedup_by_key(|interval| interval.1);
        if others == [(0x80, 0)] {
            others.clear();
        }
        let table = Self {
            ascii,
            others,
            classes: by_number.len(),
            next,
            start: number(dfa.starts[0]),
            accepting,
        };
        match table.bytes() {
            bytes if bytes <= MAX_TABLE_BYTES => Ok(table),
            bytes => Err(EngineReason::TableTooLarge(bytes)),
        }
    }

    /// The size in the compiled program.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let width = if self.is_narrow() { 1 } else { 2 };
        self.ascii.len() + self.others.len() * 4 + self.next.len() * width
    }

    /// Whether each state's number fits in a byte.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.next
            .iter()
            .chain([&self.start, &self.accepting])
            .all(|state| *state <= 255)
    }

    /// Walks the table as the generated code does.
    pub(super) fn is_match(&self, text: &str) -> bool {
        let mut state = self.start;
        for c in text.chars() {
            let Some(row) = state.checked_sub(2) else { break };
            let class = usize::from(self.class_of(u32::from(c)));
            state = self
                .next
                .get(usize::from(row) * self.classes + class)
                .copied()
                .unwrap_or_default();
        }
        state == 1 || state >= self.accepting
    }

    fn class_of(&self, code_point: u32) -> u8 {
        if let Some(class) = self.ascii.get(code_point as usize) {
            return *class;
        }
        let after = self.others.partition_point(|interval| interval.0 <= code_point);
        after
            .checked_sub(1)
            .and_then(|index| self.others.get(index))
            .map_or(0, |interval| interval.1)
    }

    /// The answer, if it is the same for every text.
    pub(super) fn constant(&self) -> Option<bool> {
        match self.start {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

/// The classes in the order in which a [`Table`] numbers them.
fn order_of_classes(alphabet: &Alphabet) -> Vec<u8> {
    let last = alphabet.class_of(0x10_FFFF);
    let ascii = (0..0x80).map(|code_point| alphabet.class_of(code_point));
    let others = alphabet.intervals.iter().map(|interval| interval.1);
    let all: IndexSet<u8> = std::iter::once(last).chain(ascii).chain(others).collect();
    all.into_iter().collect()
}

/// Numbers the states as [`Table`] wants them; also the first one that accepts.
fn number_states(dfa: &Dfa) -> Result<(Vec<u16>, u16), EngineReason> {
    let mut numbers: Vec<Option<u16>> = vec![None; dfa.accept.len()];
    for (state, number) in (0..).zip(numbers.iter_mut()) {
        if dfa.is_final(state) {
            *number = Some(u16::from(dfa.accepts(state)));
        }
    }
    let mut fresh: u16 = 2;
    let mut accepting = fresh;
    for accepts in [false, true] {
        accepting = fresh;
        for (state, number) in (0..).zip(numbers.iter_mut()) {
            if number.is_none() && dfa.accepts(state) == accepts {
                *number = Some(fresh);
                fresh = fresh.checked_add(1).ok_or(EngineReason::TooLarge)?;
            }
        }
    }
    Ok((numbers.into_iter().map(Option::unwrap_or_default).collect(), accepting))
}
