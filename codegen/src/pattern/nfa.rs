//! From the tree to a non-deterministic automaton (Thompson's construction).

use std::collections::BTreeMap;

use super::CharSet;
use super::ast::{Assertion, Ast, Node, NodeId};
use super::effort::{Effort, MAX_STATES};
use super::facts::EngineReason;

pub(super) type StateId = u32;

/// A place to be patched.
const UNKNOWN: StateId = StateId::MAX;

/// The automata of a pattern: its own and one per look-around.
#[derive(Debug)]
pub(super) struct Automata {
    pub(super) main: Nfa,
    pub(super) looks: Vec<LookAround>,
    /// The distinct sets that states refer to.
    pub(super) sets: Vec<CharSet>,
}

#[derive(Debug)]
pub(super) struct LookAround {
    pub(super) nfa: Nfa,
    pub(super) behind: bool,
    pub(super) negative: bool,
}

#[derive(Debug)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) start: StateId,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum State {
    /// Reads one character of the set.
    Read {
        set: usize,
        next: StateId,
    },
    Split(StateId, StateId),
    Goto(StateId),
    Assert(Assertion, StateId),
    /// Goes on where the look-around of this number holds.
    Look(usize, StateId),
    Accept,
}

/// The states of a subtree, which are the last ones of the list when it is built.
#[derive(Clone, Copy)]
struct Fragment {
    first: usize,
    entry: StateId,
    /// A `Goto` to be patched.
    exit: StateId,
}

/// Builds the automata; the reason why not, if the pattern has no automaton or too large a one.
pub(super) fn build(ast: &Ast, effort: &mut Effort) -> Result<Automata, EngineReason> {
    let mut builder = Builder {
        states: Vec::new(),
        looks: Vec::new(),
        split_off: 0,
        sets: BTreeMap::new(),
    };
    let mut fragments: Vec<Option<Fragment>> = Vec::with_capacity(ast.nodes.len());
    for node in &ast.nodes {
        let fragment = builder.fragment(node, &fragments)?;
        fragments.push(Some(fragment));
        effort.states = effort.states.max(builder.states.len() + builder.split_off);
        if effort.states > MAX_STATES {
            return Err(EngineReason::TooLarge);
        }
    }
    let Some(root) = fragments.get(ast.root).copied().flatten() else {
        return Err(EngineReason::TooLarge);
    };
    let main = builder.finish(root);
    let mut sets = vec![CharSet::default(); builder.sets.len()];
    for (set, index) in builder.sets {
        if let Some(slot) = sets.get_mut(index) {
            *slot = set;
        }
    }
    Ok(Automata {
        main,
        looks: builder.looks,
        sets,
    })
}

struct Builder {
    states: Vec<State>,
    looks: Vec<LookAround>,
    /// How many states the look-arounds have taken out of the list.
    split_off: usize,
    sets: BTreeMap<CharSet, usize>,
}

impl Builder {
    fn fragment(&mut self, node: &Node, built: &[Option<Fragment>]) -> Result<Fragment, EngineReason> {
        let child = |id: NodeId| built.get(id).copied().flatten().ok_or(EngineReason::TooLarge);
        match node {
            Node::Empty => Ok(self.empty()),
            Node::Set(set) => {
                let fresh = self.sets.len();
                let set = *self.sets.entry(set.clone()).or_insert(fresh);
                Ok(self.single(|next| State::Read { set, next }))
            }
            Node::Assert(assertion) => Ok(self.single(|next| State::Assert(*assertion, next))),
            Node::Capture(body) => child(*body),
            Node::BackReference(_) => Err(EngineReason::BackReference),
            Node::Concat(children) => {
                let parts = children.iter().map(|id| child(*id)).collect::<Result<Vec<_>, _>>()?;
                Ok(self.chain(&parts))
            }
            Node::Alternate(children) => {
                let parts = children.iter().map(|id| child(*id)).collect::<Result<Vec<_>, _>>()?;
                Ok(self.alternate(&parts))
            }
            Node::Repeat { node, min, max, .. } => self.repeat(child(*node)?, *min, *max),
            Node::Look { node, behind, negative } => {
                let body = child(*node)?;
                let nfa = self.split_off(body);
                let number = self.looks.len();
                self.looks.push(LookAround {
                    nfa,
                    behind: *behind,
                    negative: *negative,
                });
                Ok(self.single(|next| State::Look(number, next)))
            }
        }
    }

    fn push(&mut self, state: State) -> StateId {
        let id = self.next_id();
        self.states.push(state);
        id
    }

    fn next_id(&self) -> StateId {
        StateId::try_from(self.states.len()).unwrap_or(UNKNOWN)
    }

    fn patch(&mut self, exit: StateId, target: StateId) {
        if let Some(state) = self.states.get_mut(exit as usize) {
            *state = State::Goto(target);
        }
    }

    fn empty(&mut self) -> Fragment {
        let first = self.states.len();
        let exit = self.push(State::Goto(UNKNOWN));
        Fragment {
            first,
            entry: exit,
            exit,
        }
    }

    fn single(&mut self, state: impl FnOnce(StateId) -> State) -> Fragment {
        let first = self.states.len();
        let exit = self.push(State::Goto(UNKNOWN));
        let entry = self.push(state(exit));
        Fragment { first, entry, exit }
    }

    fn chain(&mut self, parts: &[Fragment]) -> Fragment {
        let (Some(first), Some(last)) = (parts.first().copied(), parts.last().copied()) else {
            return self.empty();
        };
        for pair in parts.windows(2) {
            if let [before, after] = pair {
                self.patch(before.exit, after.entry);
            }
        }
        Fragment {
            first: first.first,
            entry: first.entry,
            exit: last.exit,
        }
    }

    fn alternate(&mut self, parts: &[Fragment]) -> Fragment {
        let Some(first) = parts.first().map(|part| part.first) else {
            return self.empty();
        };
        let exit = self.push(State::Goto(UNKNOWN));
        let mut entry = None;
        for part in parts.iter().rev() {
            self.patch(part.exit, exit);
            entry = Some(match entry {
                None => part.entry,
                Some(others) => self.push(State::Split(part.entry, others)),
            });
        }
        Fragment {
            first,
            entry: entry.unwrap_or(exit),
            exit,
        }
    }

    /// Writes the repetition out: `x{2,4}` as `xx(x(x)?)?`, `x{2,}` as `xxx*`.
    fn repeat(&mut self, body: Fragment, min: u32, max: Option<u32>) -> Result<Fragment, EngineReason> {
        if max == Some(0) {
            self.states.truncate(body.first);
            return Ok(self.empty());
        }
        let length = self.states.len() - body.first;
        let copies = max.unwrap_or_else(|| min.max(1)) as usize;
        if copies.checked_mul(length + 1).is_none_or(|states| states > MAX_STATES) {
            return Err(EngineReason::TooLarge);
        }
        let mut parts = vec![body];
        for _ in 1..copies {
            let copy = self.copy(body, length);
            parts.push(copy);
        }
        let exit = self.push(State::Goto(UNKNOWN));
        let chain = if max.is_none() {
            self.repeat_last(&mut parts, min, exit);
            self.chain(&parts)
        } else {
            for part in parts.iter_mut().skip(min as usize) {
                part.entry = self.push(State::Split(part.entry, exit));
            }
            let chain = self.chain(&parts);
            self.patch(chain.exit, exit);
            chain
        };
        Ok(Fragment { exit, ..chain })
    }

    /// The last copy of an unbounded repetition may start again, or leave.
    fn repeat_last(&mut self, parts: &mut [Fragment], min: u32, exit: StateId) {
        if let Some(last) = parts.last_mut() {
            let again = self.push(State::Split(last.entry, exit));
            self.patch(last.exit, again);
            if min == 0 {
                last.entry = again;
            }
        }
    }

    fn copy(&mut self, body: Fragment, length: usize) -> Fragment {
        let first = self.states.len();
        let offset = u32::try_from(first - body.first).unwrap_or_default();
        let shift = |id: StateId| if id == UNKNOWN { UNKNOWN } else { id + offset };
        for index in body.first..body.first + length {
            if let Some(state) = self.states.get(index).copied() {
                self.states.push(state.map(shift));
            }
        }
        Fragment {
            first,
            entry: shift(body.entry),
            exit: shift(body.exit),
        }
    }

    /// Takes the states of a look-around's body out into an automaton of its own.
    fn split_off(&mut self, body: Fragment) -> Nfa {
        let offset = u32::try_from(body.first).unwrap_or_default();
        let shift = |id: StateId| if id == UNKNOWN { UNKNOWN } else { id - offset };
        let mut states: Vec<State> = self.states.split_off(body.first);
        self.split_off += states.len();
        for state in &mut states {
            *state = state.map(shift);
        }
        if let Some(exit) = states.get_mut(shift(body.exit) as usize) {
            *exit = State::Accept;
        }
        Nfa {
            states,
            start: shift(body.entry),
        }
    }

    fn finish(&mut self, root: Fragment) -> Nfa {
        self.split_off(Fragment { first: 0, ..root })
    }
}

impl Automata {
    /// Whether `\b` or `\B` occurs anywhere.
    pub(super) fn has_word_boundary(&self) -> bool {
        let all = std::iter::once(&self.main).chain(self.looks.iter().map(|look| &look.nfa));
        all.flat_map(|nfa| &nfa.states).any(|state| {
            matches!(
                state,
                State::Assert(Assertion::WordBoundary | Assertion::NotWordBoundary, _)
            )
        })
    }
}

impl State {
    fn map(self, shift: impl Fn(StateId) -> StateId) -> Self {
        match self {
            Self::Read { set, next } => Self::Read { set, next: shift(next) },
            Self::Split(first, second) => Self::Split(shift(first), shift(second)),
            Self::Goto(next) => Self::Goto(shift(next)),
            Self::Assert(assertion, next) => Self::Assert(assertion, shift(next)),
            Self::Look(number, next) => Self::Look(number, shift(next)),
            Self::Accept => Self::Accept,
        }
    }
}
