//! Code points that a pattern never tells apart are one class, so an automaton has few distinct inputs.

use std::collections::{BTreeMap, BTreeSet};

use super::CharSet;
use super::effort::{Effort, MAX_INTERVALS};
use super::facts::EngineReason;

/// Classes are numbered by a byte in the table.
const MAX_CLASSES: usize = 256;

/// The classes of code points of one pattern.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    /// First code point of each interval and its class; sorted, the first one is 0.
    pub(super) intervals: Vec<(u32, u8)>,
    pub(super) classes: usize,
    /// For each set the classes that belong to it.
    members: Vec<Vec<bool>>,
}

impl Alphabet {
    /// The coarsest classes that respect all the sets.
    pub(super) fn new(sets: &[CharSet], effort: &mut Effort) -> Result<Self, EngineReason> {
        let mut starts = BTreeSet::from([0]);
        for &(start, end) in sets.iter().flat_map(CharSet::ranges) {
            starts.insert(start);
            // No set holds surrogates: the interval after one goes on behind them.
            let after = if end == 0xD7FF { 0xE000 } else { end + 1 };
            if after <= 0x10_FFFF {
                starts.insert(after);
            }
        }
        let work = starts.len().saturating_mul(sets.len());
        if work > MAX_INTERVALS {
            return Err(EngineReason::TooLarge);
        }
        effort.intervals = work;
        let mut classes: BTreeMap<Vec<bool>, u8> = BTreeMap::new();
        let mut intervals: Vec<(u32, u8)> = Vec::new();
        for start in starts {
            let signature: Vec<bool> = sets.iter().map(|set| set.contains(start)).collect();
            let fresh = classes.len();
            let class = match classes.get(&signature) {
                Some(class) => *class,
                None if fresh >= MAX_CLASSES => return Err(EngineReason::TooLarge),
                None => {
                    let class = u8::try_from(fresh).map_err(|_| EngineReason::TooLarge)?;
                    classes.insert(signature, class);
                    class
                }
            };
            if intervals.last().is_none_or(|last| last.1 != class) {
                intervals.push((start, class));
            }
        }
        let mut members = vec![vec![false; classes.len()]; sets.len()];
        for (signature, class) in &classes {
            for (set, belongs) in members.iter_mut().zip(signature) {
                if let Some(member) = set.get_mut(usize::from(*class)) {
                    *member = *belongs;
                }
            }
        }
        Ok(Self {
            intervals,
            classes: classes.len(),
            members,
        })
    }

    /// Whether the characters of the class belong to the set of this number.
    pub(super) fn belongs(&self, class: usize, set: usize) -> bool {
        self.members
            .get(set)
            .and_then(|set| set.get(class))
            .copied()
            .unwrap_or(false)
    }

    /// The class of a code point.
    pub(super) fn class_of(&self, code_point: u32) -> u8 {
        let after = self.intervals.partition_point(|interval| interval.0 <= code_point);
        after
            .checked_sub(1)
            .and_then(|index| self.intervals.get(index))
            .map_or(0, |interval| interval.1)
    }

    /// Renumbers the classes, so that several become one.
    pub(super) fn merged(&self, renumbered: &[u8], classes: usize) -> Self {
        let mut intervals: Vec<(u32, u8)> = Vec::with_capacity(self.intervals.len());
        for (start, class) in &self.intervals {
            let class = renumbered.get(usize::from(*class)).copied().unwrap_or_default();
            if intervals.last().is_none_or(|last| last.1 != class) {
                intervals.push((*start, class));
            }
        }
        Self {
            intervals,
            classes,
            members: Vec::new(),
        }
    }
}
