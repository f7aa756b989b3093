//! The smallest equivalent automaton (Hopcroft's algorithm, n log n).

use super::Dfa;

/// Merges the states that no continuation tells apart.
pub(super) fn minimize(dfa: &Dfa) -> Dfa {
    let mut partition = Partition::new(dfa);
    let inverse = Inverse::new(dfa);
    // The splitters still to be tried: a block and a class.
    let mut waiting: Vec<(usize, usize)> = Vec::new();
    for block in 0..partition.blocks.len() {
        for class in 0..dfa.classes {
            partition.set_waiting(block, class, true);
            waiting.push((block, class));
        }
    }
    let mut sources = Vec::new();
    while let Some((splitter, class)) = waiting.pop() {
        partition.set_waiting(splitter, class, false);
        sources.clear();
        for &state in partition.members(splitter) {
            sources.extend_from_slice(inverse.sources(state, class));
        }
        for (old, new) in partition.split(&sources) {
            // Both halves of a block that waits must wait; otherwise either will do and the smaller is less work.
            let smaller = if partition.members(new).len() <= partition.members(old).len() {
                new
            } else {
                old
            };
            for class in 0..dfa.classes {
                let added = if partition.is_waiting(old, class) { new } else { smaller };
                if partition.set_waiting(added, class, true) {
                    waiting.push((added, class));
                }
            }
        }
    }
    quotient(dfa, &partition)
}

/// One state per block.
fn quotient(dfa: &Dfa, partition: &Partition) -> Dfa {
    let blocks = partition.blocks.len();
    let mut next = Vec::with_capacity(blocks * dfa.classes);
    let mut accept = Vec::with_capacity(blocks);
    for block in 0..blocks {
        let Some(&state) = partition.members(block).first() else {
            continue;
        };
        accept.push(dfa.accepts(state));
        next.extend((0..dfa.classes).map(|class| partition.block_of(dfa.target(state, class))));
    }
    Dfa {
        classes: dfa.classes,
        next,
        accept,
        starts: dfa.starts.map(|state| partition.block_of(state)),
    }
}

/// Which states lead to a state.
struct Inverse {
    classes: usize,
    /// Where the sources of state `s` for class `c` begin: at `s * classes + c`.
    first: Vec<usize>,
    sources: Vec<u32>,
}

impl Inverse {
    fn new(dfa: &Dfa) -> Self {
        let slot = |state: usize, class: usize| state * dfa.classes + class;
        let mut first = vec![0; dfa.next.len() + 1];
        let edges = || (0..dfa.accept.len()).flat_map(|state| (0..dfa.classes).map(move |class| (state, class)));
        let target = |(state, class): (usize, usize)| {
            dfa.next
                .get(slot(state, class))
                .map_or(0, |target| slot(*target as usize, class))
        };
        for edge in edges() {
            if let Some(count) = first.get_mut(target(edge) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut first {
            sum += *count;
            *count = sum;
        }
        let mut filled = first.clone();
        let mut sources = vec![0; dfa.next.len()];
        for edge in edges() {
            let Some(place) = filled.get_mut(target(edge)) else {
                continue;
            };
            if let (Some(source), Ok(state)) = (sources.get_mut(*place), u32::try_from(edge.0)) {
                *source = state;
            }
            *place += 1;
        }
        Self {
            classes: dfa.classes,
            first,
            sources,
        }
    }

    fn sources(&self, state: u32, class: usize) -> &[u32] {
        let slot = state as usize * self.classes + class;
        let range = self.first.get(slot).copied().zip(self.first.get(slot + 1).copied());
        range
            .and_then(|(start, end)| self.sources.get(start..end))
            .unwrap_or_default()
    }
}

/// States in blocks. The states of a block are neighbours, so a block is split by swapping.
struct Partition {
    classes: usize,
    states: Vec<u32>,
    /// Where a state is in `states`, and its block.
    place: Vec<(usize, usize)>,
    blocks: Vec<Block>,
    waiting: Vec<bool>,
}

struct Block {
    start: usize,
    end: usize,
    /// The states from `start` up to here are marked.
    marked: usize,
}

impl Partition {
    /// Accepting and other states.
    fn new(dfa: &Dfa) -> Self {
        let mut states: Vec<u32> = (0..).take(dfa.accept.len()).collect();
        states.sort_by_key(|state| dfa.accepts(*state));
        let boundary = states.partition_point(|state| !dfa.accepts(*state));
        let mut partition = Self {
            classes: dfa.classes,
            place: vec![(0, 0); states.len()],
            states,
            blocks: Vec::new(),
            waiting: Vec::new(),
        };
        for (start, end) in [(0, boundary), (boundary, dfa.accept.len())] {
            if start < end {
                partition.add_block(start, end);
            }
        }
        for (index, state) in partition.states.iter().enumerate() {
            if let Some(place) = partition.place.get_mut(*state as usize) {
                place.0 = index;
            }
        }
        partition
    }

    fn add_block(&mut self, start: usize, end: usize) -> usize {
        let block = self.blocks.len();
        self.blocks.push(Block {
            start,
            end,
            marked: start,
        });
        self.waiting.resize((block + 1) * self.classes, false);
        for state in self.states.get(start..end).unwrap_or_default() {
            if let Some(place) = self.place.get_mut(*state as usize) {
                place.1 = block;
            }
        }
        block
    }

    fn members(&self, block: usize) -> &[u32] {
        self.blocks
            .get(block)
            .and_then(|block| self.states.get(block.start..block.end))
            .unwrap_or_default()
    }

    fn block_of(&self, state: u32) -> u32 {
        let block = self.place.get(state as usize).map_or(0, |place| place.1);
        u32::try_from(block).unwrap_or_default()
    }

    fn is_waiting(&self, block: usize, class: usize) -> bool {
        self.waiting.get(block * self.classes + class).copied().unwrap_or(false)
    }

    /// Whether that changed anything.
    fn set_waiting(&mut self, block: usize, class: usize, waiting: bool) -> bool {
        self.waiting
            .get_mut(block * self.classes + class)
            .is_some_and(|slot| std::mem::replace(slot, waiting) != waiting)
    }

    /// Splits each block into the given states and the others; the pairs of what remains and what is new.
    fn split(&mut self, states: &[u32]) -> Vec<(usize, usize)> {
        let mut touched = Vec::new();
        for state in states {
            let Some((from, number)) = self.place.get(*state as usize).copied() else {
                continue;
            };
            let Some(block) = self.blocks.get_mut(number) else {
                continue;
            };
            if block.marked == block.start {
                touched.push(number);
            }
            let to = block.marked;
            block.marked += 1;
            self.swap(from, to);
        }
        let mut pairs = Vec::new();
        for number in touched {
            let Some(block) = self.blocks.get_mut(number) else {
                continue;
            };
            let (start, marked) = (block.start, block.marked);
            if marked == block.end {
                block.marked = start;
            } else {
                block.start = marked;
                pairs.push((number, self.add_block(start, marked)));
            }
        }
        pairs
    }

    fn swap(&mut self, from: usize, to: usize) {
        self.states.swap(from, to);
        for index in [from, to] {
            let state = self.states.get(index).copied().unwrap_or_default();
            if let Some(place) = self.place.get_mut(state as usize) {
                place.0 = index;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dfa, minimize};

    #[test]
    fn equivalent_states_are_merged() {
        // Even number of the second letter, written with each state twice.
        let next = vec![2, 1, 3, 0, 0, 3, 1, 2];
        let dfa = Dfa {
            classes: 2,
            next,
            accept: vec![true, false, true, false],
            starts: [0; 3],
        };
        let small = minimize(&dfa);
        assert_eq!(small.accept.len(), 2);
        let start = small.starts[0];
        assert!(small.accepts(start) && !small.accepts(small.target(start, 1)));
        assert_eq!(small.target(small.target(start, 1), 1), start);
        assert_eq!(small.target(start, 0), start);
    }

    #[test]
    fn a_chain_stays_a_chain() {
        let length: u32 = 5_000;
        let next = (0..length).map(|state| (state + 1).min(length - 1)).collect();
        let accept = (0..length).map(|state| state == length - 2).collect();
        let dfa = Dfa {
            classes: 1,
            next,
            accept,
            starts: [0; 3],
        };
        assert_eq!(minimize(&dfa).accept.len(), 5_000);
    }
}
