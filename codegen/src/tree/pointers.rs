//! The pointers of many nodes: most of them are asked for beside each other, so the way to their parent is written once.

use super::{NodeId, Tree};

/// Writes pointers.
#[derive(Debug, Default)]
pub(crate) struct Pointers {
    /// The parent of the node before.
    parent: Option<NodeId>,
    /// Its pointer, with the last step of the node before.
    text: String,
    /// So long its pointer is.
    length: usize,
}

impl Pointers {
    /// [`Tree::pointer`] of a node. All nodes are of one tree.
    pub(crate) fn of(&mut self, tree: &Tree, node: NodeId) -> &str {
        let parent = tree.parent(node);
        if parent.is_none() || parent != self.parent {
            self.text = parent.map_or_else(|| "#".to_owned(), |parent| tree.pointer(parent));
            self.length = self.text.len();
            self.parent = parent;
        }
        self.text.truncate(self.length);
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
