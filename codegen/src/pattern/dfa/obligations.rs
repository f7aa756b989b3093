//! What must still come true for a thread: the look-aheads that it has passed.

use indexmap::IndexSet;

use super::Look;

/// The number of the empty set of obligations.
pub(super) const NONE: u32 = 0;

/// A look-ahead and the state of its automaton.
type Obligation = (usize, u32);

/// Sets of obligations, numbered.
pub(super) struct Obligations {
    sets: IndexSet<Vec<Obligation>>,
}

impl Default for Obligations {
    fn default() -> Self {
        Self {
            sets: IndexSet::from([Vec::new()]),
        }
    }
}

/// What has become of an obligation.
enum Outcome {
    Met,
    Broken,
    Pending,
}

impl Obligations {
    /// Adds an obligation; `None` if it is broken already.
    pub(super) fn add(&mut self, to: u32, obligation: Obligation, looks: &[Look]) -> Option<u32> {
        match outcome(obligation, looks) {
            Outcome::Met => Some(to),
            Outcome::Broken => None,
            Outcome::Pending => {
                let mut set = self.get(to).to_vec();
                set.push(obligation);
                Some(self.intern(set))
            }
        }
    }

    /// The obligations after a character of the class; `None` if one is broken by it.
    pub(super) fn step(&mut self, from: u32, class: usize, looks: &[Look]) -> Option<u32> {
        if from == NONE {
            return Some(NONE);
        }
        let mut set = Vec::new();
        for &(number, state) in self.get(from) {
            let stepped = (number, looks.get(number)?.dfa.target(state, class));
            match outcome(stepped, looks) {
                Outcome::Met => {}
                Outcome::Broken => return None,
                Outcome::Pending => set.push(stepped),
            }
        }
        Some(self.intern(set))
    }

    /// Whether all are met if the text ends here.
    pub(super) fn hold_at_end(&self, set: u32, looks: &[Look]) -> bool {
        self.get(set).iter().all(|&(number, state)| {
            looks
                .get(number)
                .is_some_and(|look| look.dfa.accepts(state) != look.negative)
        })
    }

    fn get(&self, set: u32) -> &[Obligation] {
        self.sets.get_index(set as usize).map_or(&[], Vec::as_slice)
    }

    fn intern(&mut self, mut set: Vec<Obligation>) -> u32 {
        set.sort_unstable();
        set.dedup();
        u32::try_from(self.sets.insert_full(set).0).unwrap_or_default()
    }
}

fn outcome((number, state): Obligation, looks: &[Look]) -> Outcome {
    let Some(look) = looks.get(number) else {
        return Outcome::Broken;
    };
    if !look.finals.get(state as usize).copied().unwrap_or(false) {
        Outcome::Pending
    } else if look.dfa.accepts(state) == look.negative {
        Outcome::Broken
    } else {
        Outcome::Met
    }
}
