//! The pointers of many nodes: few of them are far from one that was asked for lately, so the way to a parent is remembered.

use super::{NodeId, Tree};

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
        tree.step(node).write(&mut self.text);
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_those_of_the_tree_in_any_order() {
        let text = r#"{"a": [1, {"b/c": 2, "d~": [[3], 4]}], "": {"e": null}}"#;
        let (tree, _) = crate::tree::read_json(text).expect("JSON");
        assert!(tree.len() > 8);
        let nodes: Vec<NodeId> = (0..tree.len() as u32).map(NodeId).collect();
        let mut pointers = Pointers::default();
        for step in [1, 3, 5, 7] {
            for at in 0..nodes.len() {
                let node = nodes[at * step % nodes.len()];
                assert_eq!(pointers.of(&tree, node), tree.pointer(node));
            }
        }
    }
}
