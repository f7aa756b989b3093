//! From the non-deterministic automaton to a deterministic one (subset construction).
//!
//! `^`, `$`, `\b` and `\B` look one character ahead or back: `$` and the word boundaries wait in a state until the
//! next character is known. A look-ahead adds the state of its own automaton to the thread that passes it; the
//! automata of look-behinds run along from the start of the text.

mod closure;
mod minimize;
mod obligations;

use indexmap::{IndexMap, IndexSet};

use super::alphabet::Alphabet;
use super::ast::Assertion;
use super::effort::Effort;
use super::facts::EngineReason;
use super::nfa::{Automata, LookAround, Nfa, State};
use closure::Closure;
use minimize::minimize;
use obligations::{NONE, Obligations};

const MAX_STATES: usize = 8_192;

/// A complete deterministic automaton over the classes of an alphabet.
#[derive(Clone, Debug)]
pub(super) struct Dfa {
    pub(super) classes: usize,
    /// The target of state `s` for class `c` is at `s * classes + c`.
    pub(super) next: Vec<u32>,
    /// Whether the text may end in the state.
    pub(super) accept: Vec<bool>,
    /// Where to begin after each [`Before`].
    pub(super) starts: [u32; 3],
}

impl Dfa {
    pub(super) fn target(&self, state: u32, class: usize) -> u32 {
        self.next
            .get(state as usize * self.classes + class)
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn accepts(&self, state: u32) -> bool {
        self.accept.get(state as usize).copied().unwrap_or(false)
    }

    /// Whether nothing that follows can change the answer.
    pub(super) fn is_final(&self, state: u32) -> bool {
        (0..self.classes).all(|class| self.target(state, class) == state)
    }
}

/// What is before a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Before {
    Start,
    Word,
    Other,
}

/// What is after a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    End,
    Word,
    Other,
}

/// How an automaton is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Anywhere in the text; the rest does not matter.
    Search,
    /// From here on; the rest does not matter.
    Ahead,
    /// From anywhere up to exactly here.
    Behind,
}

/// A state of the non-deterministic automaton and what must still come true for it.
type Thread = (u32, u32);

/// A state of the deterministic automaton.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    threads: Vec<Thread>,
    before: Before,
    /// The state of each look-behind's automaton.
    behind: Vec<u32>,
}

/// What all automata of a pattern share.
struct Shared<'a> {
    alphabet: &'a Alphabet,
    /// The number of the set of word characters, if a word boundary occurs.
    word: Option<usize>,
    looks: Vec<Look>,
    obligations: Obligations,
    effort: &'a mut Effort,
}

struct Look {
    dfa: Dfa,
    /// For each state whether nothing that follows can change the answer.
    finals: Vec<bool>,
    behind: bool,
    negative: bool,
}

/// Builds the minimal automaton of a pattern. `word` is the number of the set `\w` among the automata's sets.
pub(super) fn build(
    automata: &Automata,
    alphabet: &Alphabet,
    word: Option<usize>,
    effort: &mut Effort,
) -> Result<Dfa, EngineReason> {
    let mut shared = Shared {
        alphabet,
        word,
        looks: Vec::new(),
        obligations: Obligations::default(),
        effort,
    };
    for look in &automata.looks {
        check_look(look)?;
        let mode = if look.behind { Mode::Behind } else { Mode::Ahead };
        let dfa = determinize(&look.nfa, mode, &mut shared)?;
        let finals = (0..).take(dfa.accept.len()).map(|state| dfa.is_final(state)).collect();
        shared.looks.push(Look {
            dfa,
            finals,
            behind: look.behind,
            negative: look.negative,
        });
    }
    determinize(&automata.main, Mode::Search, &mut shared)
}

fn check_look(look: &LookAround) -> Result<(), EngineReason> {
    for state in &look.nfa.states {
        match state {
            State::Look(..) => return Err(EngineReason::NestedLook),
            State::Assert(Assertion::End | Assertion::WordBoundary | Assertion::NotWordBoundary, _) if look.behind => {
                return Err(EngineReason::LookbehindAssertion);
            }
            State::Assert(..) | State::Read { .. } | State::Split(..) | State::Goto(_) | State::Accept => {}
        }
    }
    Ok(())
}

fn determinize(nfa: &Nfa, mode: Mode, shared: &mut Shared<'_>) -> Result<Dfa, EngineReason> {
    let classes = shared.alphabet.classes;
    let mut builder = Builder {
        nfa,
        mode,
        closure: Closure::new(nfa.states.len()),
        has_looks: has_looks(nfa),
        shared,
    };
    let mut keys: IndexSet<Key> = IndexSet::new();
    let starts = builder.starts(&mut keys)?;
    let mut next: Vec<u32> = Vec::new();
    let mut accept = Vec::new();
    let mut state = 0;
    while let Some(key) = keys.get_index(state).cloned() {
        accept.push(builder.accepts_at_end(&key)?);
        for class in 0..classes {
            let target = builder.step(&key, class)?;
            next.push(intern(&mut keys, target)?);
        }
        state += 1;
    }
    Ok(minimize(&Dfa {
        classes,
        next,
        accept,
        starts,
    }))
}

fn has_looks(nfa: &Nfa) -> bool {
    nfa.states.iter().any(|state| matches!(state, State::Look(..)))
}

fn intern(keys: &mut IndexSet<Key>, key: Key) -> Result<u32, EngineReason> {
    let (index, _) = keys.insert_full(key);
    if index >= MAX_STATES {
        return Err(EngineReason::TooLarge);
    }
    u32::try_from(index).map_err(|_| EngineReason::TooLarge)
}

struct Builder<'a, 'b> {
    nfa: &'a Nfa,
    mode: Mode,
    closure: Closure,
    has_looks: bool,
    shared: &'a mut Shared<'b>,
}

impl Builder<'_, '_> {
    fn starts(&mut self, keys: &mut IndexSet<Key>) -> Result<[u32; 3], EngineReason> {
        let behind: Vec<u32> = if self.has_looks {
            self.shared
                .looks
                .iter()
                .map(|look| if look.behind { look.dfa.starts[0] } else { 0 })
                .collect()
        } else {
            Vec::new()
        };
        let mut starts = [0; 3];
        for (slot, before) in starts.iter_mut().zip([Before::Start, Before::Word, Before::Other]) {
            // Only a look-ahead begins within the text.
            if before == Before::Start || self.mode == Mode::Ahead {
                let key = self.settle(vec![(self.nfa.start, NONE)], before, behind.clone())?;
                *slot = intern(keys, key)?;
            }
        }
        Ok(starts)
    }

    fn accepts_at_end(&mut self, key: &Key) -> Result<bool, EngineReason> {
        let threads = self
            .closure
            .run(self.nfa, &key.threads, key, Some(After::End), self.shared)?;
        Ok(threads.iter().any(|&(state, obligations)| {
            self.is_accept(state) && self.shared.obligations.hold_at_end(obligations, &self.shared.looks)
        }))
    }

    /// The state after a character of the class.
    fn step(&mut self, key: &Key, class: usize) -> Result<Key, EngineReason> {
        let is_word = self
            .shared
            .word
            .is_some_and(|word| self.shared.alphabet.belongs(class, word));
        let after = if is_word { After::Word } else { After::Other };
        // Without a waiting assertion the state already is its own closure.
        let waiting = key
            .threads
            .iter()
            .any(|thread| matches!(self.state(thread.0), State::Assert(..)));
        let closed;
        let threads = if waiting {
            closed = self
                .closure
                .run(self.nfa, &key.threads, key, Some(after), self.shared)?;
            &closed
        } else {
            &key.threads
        };
        let mut stepped = Vec::with_capacity(threads.len() + 1);
        for &(state, obligations) in threads {
            let next = match self.state(state) {
                State::Read { set, next } if self.shared.alphabet.belongs(class, set) => next,
                State::Accept if self.mode != Mode::Behind && obligations == NONE => return Ok(self.matched()),
                State::Accept if self.mode != Mode::Behind => state,
                State::Read { .. }
                | State::Accept
                | State::Split(..)
                | State::Goto(_)
                | State::Assert(..)
                | State::Look(..) => {
                    continue;
                }
            };
            if let Some(obligations) = self.shared.obligations.step(obligations, class, &self.shared.looks) {
                stepped.push((next, obligations));
            }
        }
        self.shared.effort.follow(threads.len()).ok_or(EngineReason::TooLarge)?;
        if self.mode != Mode::Ahead {
            stepped.push((self.nfa.start, NONE));
        }
        let before = if is_word { Before::Word } else { Before::Other };
        let looks = &self.shared.looks;
        let behind = key
            .behind
            .iter()
            .zip(looks)
            .map(|(state, look)| if look.behind { look.dfa.target(*state, class) } else { 0 });
        let behind = behind.collect();
        self.settle(stepped, before, behind)
    }

    /// Follows what needs no further character and brings the state into its canonical form.
    fn settle(&mut self, threads: Vec<Thread>, before: Before, behind: Vec<u32>) -> Result<Key, EngineReason> {
        let mut key = Key {
            threads: Vec::new(),
            before,
            behind,
        };
        let mut settled = self.closure.run(self.nfa, &threads, &key, None, self.shared)?;
        if self.mode != Mode::Behind
            && settled
                .iter()
                .any(|&(state, owed)| owed == NONE && self.is_accept(state))
        {
            return Ok(self.matched());
        }
        settled.sort_unstable();
        // What is before matters only to an assertion that waits for what is after.
        if !settled
            .iter()
            .any(|thread| matches!(self.state(thread.0), State::Assert(..)))
        {
            key.before = Before::Other;
        }
        key.threads = settled;
        Ok(key)
    }

    /// The state from which every continuation matches.
    fn matched(&self) -> Key {
        let accept = self
            .nfa
            .states
            .iter()
            .position(|state| matches!(state, State::Accept))
            .unwrap_or_default();
        Key {
            threads: vec![(u32::try_from(accept).unwrap_or_default(), NONE)],
            before: Before::Other,
            behind: Vec::new(),
        }
    }

    fn state(&self, state: u32) -> State {
        self.nfa.states.get(state as usize).copied().unwrap_or(State::Accept)
    }

    fn is_accept(&self, state: u32) -> bool {
        matches!(self.state(state), State::Accept)
    }
}

/// The classes that no state tells apart become one.
pub(super) fn merge_classes(dfa: &Dfa, alphabet: &Alphabet) -> (Dfa, Alphabet) {
    let states = dfa.accept.len();
    let column = |class: usize| -> Vec<u32> {
        (0..states)
            .map(|state| dfa.next.get(state * dfa.classes + class).copied().unwrap_or_default())
            .collect()
    };
    let mut columns: IndexMap<Vec<u32>, u8> = IndexMap::new();
    let mut renumbered = Vec::with_capacity(dfa.classes);
    for class in 0..dfa.classes {
        let fresh = u8::try_from(columns.len()).unwrap_or_default();
        renumbered.push(*columns.entry(column(class)).or_insert(fresh));
    }
    let classes = columns.len();
    let next = (0..states)
        .flat_map(|state| {
            columns
                .keys()
                .map(move |column| column.get(state).copied().unwrap_or_default())
        })
        .collect();
    (
        Dfa {
            classes,
            next,
            accept: dfa.accept.clone(),
            starts: dfa.starts,
        },
        alphabet.merged(&renumbered, classes),
    )
}
