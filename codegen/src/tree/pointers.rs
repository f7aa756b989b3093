//! The pointers of nodes. Every node has those above it in its own pointer, so a long name would be there as often as nodes are below
//! it: pointers have a bound.
//!
//! Few of the nodes whose pointers are asked for are far from one that was asked for lately, so the way to a parent is remembered.

use super::{NodeId, Step, Tree, escape_pointer};
use std::borrow::Cow;
use std::fmt::Write as _;

/// Bytes of a name, and of a whole pointer, beyond which the middle is left out. Those of real documents have a few hundred.
const MAX_STEP: usize = 1_000;
const MAX_POINTER: usize = 4_000;
/// Where something is left out.
const CUT: char = '…';

impl Tree {
    /// The JSON pointer (RFC 6901, as a URI fragment) of the place where the node was read, such as
    /// `#/components/schemas/Pet`. Beyond 4,000 bytes, or 1,000 of a name, its middle is left out, and `…` is there.
    pub fn pointer(&self, id: NodeId) -> String {
        let steps = self.steps(None, id);
        let mut pointer = String::with_capacity(16 * steps.len() + 1);
        pointer.push('#');
        steps.iter().rev().for_each(|step| step.write(MAX_STEP, &mut pointer));
        match without_middle(&pointer, MAX_POINTER) {
            Cow::Borrowed(_) => pointer,
            Cow::Owned(short) => short,
        }
    }

    /// The whole JSON pointer (RFC 6901) of a node within one that holds it.
    pub(crate) fn way(&self, from: NodeId, to: NodeId) -> String {
        let mut pointer = String::new();
        let steps = self.steps(Some(from), to);
        steps.iter().rev().for_each(|step| step.write(usize::MAX, &mut pointer));
        pointer
    }

    /// The steps to a node, the last one first.
    fn steps(&self, from: Option<NodeId>, to: NodeId) -> Vec<&Step> {
        let mut steps = Vec::with_capacity(16);
        let mut current = Some(to);
        while let Some(node) = current.filter(|node| Some(*node) != from) {
            steps.push(self.step(node));
            current = self.parent(node);
        }
        steps
    }
}

impl Step {
    /// Writes it at the end of a JSON pointer, with at most so many bytes of a name.
    fn write(&self, limit: usize, pointer: &mut String) {
        match self {
            Step::Root => {}
            Step::Index(index) => _ = write!(pointer, "/{index}"),
            Step::Key(key) => {
                pointer.push('/');
                let key = without_middle(key, limit);
                match key.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
                    true => pointer.push_str(&escape_pointer(&key)),
                    false => pointer.push_str(&key),
                }
            }
        }
    }
}

/// Three quarters of so many bytes are those in front, one quarter those at the end.
fn without_middle(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit {
        return Cow::Borrowed(text);
    }
    let start = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (front, end) = (start(limit / 4 * 3), start(text.len() - limit / 4));
    let parts = text.get(..front).zip(text.get(end..));
    let (front, end) = parts.unwrap_or_default();
    Cow::Owned(format!("{front}{CUT}{end}"))
}

/// How many parents are remembered.
const WAYS: usize = 64;

/// Writes pointers.
#[derive(Debug, Default)]
pub(crate) struct Pointers {
    /// Parents that were met lately, and their pointers.
    ways: Vec<(Option<NodeId>, String)>,
    /// The pointer that was asked for last.
    text: String,
}

impl Pointers {
    /// [`Tree::pointer`] of a node. All nodes are of one tree.
    pub(crate) fn of(&mut self, tree: &Tree, node: NodeId) -> &str {
        self.text.clear();
        match tree.parent(node) {
            None => self.text.push('#'),
            Some(parent) => {
                self.ways.resize(WAYS, (None, String::new()));
                let way = &mut self.ways[parent.index() % WAYS];
                if way.0 != Some(parent) {
                    *way = (Some(parent), tree.pointer(parent));
                }
                self.text.push_str(&way.1);
            }
        }
        tree.step(node).write(MAX_STEP, &mut self.text);
        // The middle of a long one is not that of its parent.
        if self.text.len() > MAX_POINTER / 4 {
            self.text = tree.pointer(node);
        }
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_those_of_the_tree_in_any_order() {
        let long = "é/".repeat(400);
        let deep = format!("{}5{}", format!("{{{long:?}: ").repeat(9), "}".repeat(9));
        let text = format!(r#"{{"a": [1, {{"b/c": 2, "d~": [[3], 4]}}], "": {{"e": null}}, "f": [{deep}, {deep}]}}"#);
        let (tree, _) = crate::tree::read_json(&text).expect("JSON");
        assert!(tree.len() > 24);
        let nodes: Vec<NodeId> = (0..tree.len() as u32).map(NodeId).collect();
        let mut pointers = Pointers::default();
        for step in [1, 3, 5, 7] {
            for at in 0..nodes.len() {
                let node = nodes[at * step % nodes.len()];
                assert_eq!(pointers.of(&tree, node), tree.pointer(node));
            }
        }
    }

    #[test]
    fn the_pointers_below_a_long_name_are_short_and_differ() {
        let (long, deep) = ("é".repeat(1 << 20), "{\"a\": ".repeat(200));
        let text = format!("{{{long:?}: [{deep}1{}, 2, 3]}}", "}".repeat(200));
        let (tree, _) = crate::tree::read_json(&text).expect("JSON");
        let nodes = (0..tree.len() as u32).map(NodeId);
        let pointers: std::collections::BTreeSet<String> = nodes.map(|node| tree.pointer(node)).collect();
        assert_eq!(pointers.len(), tree.len());
        assert!(
            pointers
                .iter()
                .all(|pointer| pointer.len() < 2_000 && pointer.len() < text.len())
        );
        assert!(pointers.iter().any(|pointer| pointer.contains(CUT)));
    }
}
