//! Texts that a pattern probably matches.

use super::CharSet;
use super::ast::{Ast, Node, NodeId};

/// Characters of a sample; a repetition stops there.
const MAX_LENGTH: usize = 4_096;
/// Steps taken; bounds the time on nested repetitions of nothing.
const MAX_STEPS: usize = 100_000;

/// A small random number generator (SplitMix64): samples need variety, not secrecy.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound, or 0.
    fn below(&mut self, bound: usize) -> usize {
        let bound = bound.max(1) as u64;
        usize::try_from(self.next() % bound).unwrap_or_default()
    }
}

/// Writes a text along a random way through the tree.
pub(super) fn sample(ast: &Ast, seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = String::new();
    let mut length = 0;
    // The nodes still to be written, the next one last.
    let mut pending: Vec<NodeId> = vec![ast.root];
    for _ in 0..MAX_STEPS {
        let Some(node) = pending.pop().and_then(|id| ast.nodes.get(id)) else {
            break;
        };
        match node {
            // What a look-around asks for is often there anyway, and often not: `^(?=.*a)b`, `(?=a$)`.
            Node::Look {
                node, negative: false, ..
            } if random.below(2) == 0 => pending.push(*node),
            Node::Empty | Node::Assert(_) | Node::Look { .. } | Node::BackReference(_) => {}
            Node::Set(set) => {
                if length < MAX_LENGTH
                    && let Some(c) = choose(set, &mut random)
                {
                    text.push(c);
                    length += 1;
                }
            }
            Node::Concat(children) => pending.extend(children.iter().rev()),
            Node::Alternate(children) => pending.extend(children.get(random.below(children.len()))),
            Node::Capture(body) => pending.push(*body),
            Node::Repeat { node, min, max, .. } => {
                let more = max.map_or(8, |max| max.saturating_sub(*min)).min(8) as usize;
                let extra = random.below(more + 1);
                // Now and then as many as are allowed.
                let full = random.below(8) == 0;
                let extra = if full {
                    max.map_or(extra, |max| max.saturating_sub(*min) as usize)
                } else {
                    extra
                };
                let copies = (*min as usize).saturating_add(extra).min(MAX_LENGTH);
                if pending.len() < MAX_STEPS {
                    pending.extend(std::iter::repeat_n(*node, copies));
                }
            }
        }
    }
    text
}

/// A member of the set; mostly a printable ASCII character if it has one.
fn choose(set: &CharSet, random: &mut Random) -> Option<char> {
    let printable: Vec<(u32, u32)> = set
        .ranges()
        .iter()
        .map(|range| (range.0.max(0x20), range.1.min(0x7E)))
        .filter(|range| range.0 <= range.1)
        .collect();
    let ranges = if printable.is_empty() || random.below(8) == 0 {
        set.ranges()
    } else {
        &printable
    };
    let &(start, end) = ranges.get(random.below(ranges.len()))?;
    let offset = random.below((end - start) as usize + 1);
    char::from_u32(start.saturating_add(u32::try_from(offset).unwrap_or_default()))
}
