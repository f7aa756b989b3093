//! How much work a pattern may make: the limits of the steps, and what a pattern has taken of them.

/// Counted repetitions are written out; beyond this many states, those of look-arounds included, the engine takes over.
pub(super) const MAX_STATES: usize = 16_384;
/// Intervals times sets: bounds the time to split the code points.
pub(super) const MAX_INTERVALS: usize = 4_000_000;
/// Threads visited while all automata of one pattern become deterministic; bounds the time.
const MAX_THREADS: usize = 2_000_000;

/// The work of making an automaton, in steps. Each count has a limit, so no pattern takes long or much memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effort {
    /// States of the non-deterministic automata, those of look-arounds included.
    pub states: usize,
    /// Intervals of code points, times sets of characters.
    pub intervals: usize,
    /// Threads that were followed while the automata became deterministic.
    pub threads: usize,
}

impl Effort {
    /// The most that any pattern takes. States are counted after each construct, which may double them.
    pub const LIMIT: Effort = Effort {
        states: 2 * MAX_STATES,
        intervals: MAX_INTERVALS,
        threads: MAX_THREADS,
    };

    /// Whether no count is beyond [`Effort::LIMIT`].
    #[must_use]
    pub fn is_within_limit(&self) -> bool {
        let Effort {
            states,
            intervals,
            threads,
        } = Effort::LIMIT;
        self.states <= states && self.intervals <= intervals && self.threads <= threads
    }

    /// Takes up so many threads; `None` if they are more than are left.
    pub(super) fn follow(&mut self, threads: usize) -> Option<()> {
        let left = MAX_THREADS.checked_sub(self.threads)?;
        left.checked_sub(threads)?;
        self.threads += threads;
        Some(())
    }
}
