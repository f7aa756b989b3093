//! The states that are reached without reading a character.

use super::obligations::NONE;
use super::{After, Assertion, Before, EngineReason, Key, Nfa, Shared, State, Thread};

/// Reusable memory of the walk.
pub(super) struct Closure {
    /// For each state the round in which it was seen without obligations.
    seen: Vec<u32>,
    /// Threads with obligations seen in this round.
    seen_owing: std::collections::BTreeSet<Thread>,
    round: u32,
    stack: Vec<Thread>,
}

impl Closure {
    pub(super) fn new(states: usize) -> Self {
        Self {
            seen: vec![0; states],
            seen_owing: std::collections::BTreeSet::new(),
            round: 0,
            stack: Vec::new(),
        }
    }

    /// Follows splits, jumps, `^` and look-arounds from the threads, and `$` and word boundaries once `after` is
    /// known. What is left reads a character, accepts, or waits for `after`.
    pub(super) fn run(
        &mut self,
        nfa: &Nfa,
        threads: &[Thread],
        key: &Key,
        after: Option<After>,
        shared: &mut Shared<'_>,
    ) -> Result<Vec<Thread>, EngineReason> {
        self.round += 1;
        self.seen_owing.clear();
        self.stack.extend_from_slice(threads);
        let mut reached = Vec::new();
        while let Some(thread @ (id, obligations)) = self.stack.pop() {
            if !self.visit(thread) {
                continue;
            }
            shared.effort.follow(1).ok_or(EngineReason::TooLarge)?;
            match nfa.states.get(id as usize).copied().unwrap_or(State::Accept) {
                State::Read { .. } | State::Accept => reached.push(thread),
                State::Goto(next) => self.stack.push((next, obligations)),
                State::Split(first, second) => self.stack.extend([(first, obligations), (second, obligations)]),
                State::Assert(assertion, next) => match holds(assertion, key.before, after) {
                    None => reached.push(thread),
                    Some(true) => self.stack.push((next, obligations)),
                    Some(false) => {}
                },
                State::Look(number, next) => {
                    if let Some(obligations) = pass_look(number, obligations, key, shared) {
                        self.stack.push((next, obligations));
                    }
                }
            }
        }
        Ok(reached)
    }

    /// Whether the thread is new in this round.
    fn visit(&mut self, thread: Thread) -> bool {
        if thread.1 != NONE {
            return self.seen_owing.insert(thread);
        }
        match self.seen.get_mut(thread.0 as usize) {
            Some(round) if *round != self.round => {
                *round = self.round;
                true
            }
            _ => false,
        }
    }
}

/// Whether an assertion holds; `None` if that depends on what follows and it is not known yet.
fn holds(assertion: Assertion, before: Before, after: Option<After>) -> Option<bool> {
    let boundary = || after.map(|after| (before == Before::Word) != (after == After::Word));
    match assertion {
        Assertion::Start => Some(before == Before::Start),
        Assertion::End => after.map(|after| after == After::End),
        Assertion::WordBoundary => boundary(),
        Assertion::NotWordBoundary => boundary().map(|is_boundary| !is_boundary),
    }
}

/// The obligations of a thread that has passed a look-around; `None` if it cannot pass.
fn pass_look(number: usize, obligations: u32, key: &Key, shared: &mut Shared<'_>) -> Option<u32> {
    let look = shared.looks.get(number)?;
    if look.behind {
        let state = key.behind.get(number).copied()?;
        return (look.dfa.accepts(state) != look.negative).then_some(obligations);
    }
    let [start, word, other] = look.dfa.starts;
    let state = match key.before {
        Before::Start => start,
        Before::Word => word,
        Before::Other => other,
    };
    shared.obligations.add(obligations, (number, state), &shared.looks)
}
