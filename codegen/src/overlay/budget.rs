//! What the actions of one overlay may do together: their number times the size of a document has no other end.

use super::Effort;
use crate::diag::{Diagnostics, Problem};
use crate::tree::{Extent, MAX_DEPTH, NodeId, Tree, Value};

/// The nodes that they may add.
const MAX_GROWTH: usize = 5_000_000;
/// The steps that they may take: nodes that their queries look at, and nodes that they merge.
const MAX_STEPS: usize = 200_000_000;

/// What is left of it.
pub(super) struct Budget {
    effort: Effort,
    /// The nodes that the tree may have.
    nodes: usize,
    /// Whether the current action has inserted something that is too deep.
    is_deep: bool,
    has_ended: bool,
}

impl Budget {
    pub(super) fn new(tree: &Tree) -> Budget {
        Budget::of_steps(MAX_STEPS, tree)
    }

    fn of_steps(steps: usize, tree: &Tree) -> Budget {
        Budget {
            effort: Effort::new(steps),
            nodes: tree.len().saturating_add(MAX_GROWTH),
            is_deep: false,
            has_ended: false,
        }
    }

    pub(super) fn effort(&self) -> &Effort {
        &self.effort
    }

    /// Whether nothing more is done, which is said at the first action that is concerned.
    pub(super) fn has_ended(&mut self, tree: &Tree, target: NodeId, diags: &mut Diagnostics) -> bool {
        if self.effort.is_spent() && !self.has_ended {
            diags.push(Problem::OverlayEffort { limit: MAX_STEPS }, tree.location(target));
            self.has_ended = true;
        }
        self.has_ended
    }

    /// Whether what an action inserts is little enough to be put into the document once more, into a node of it.
    pub(super) fn admits(
        &mut self,
        tree: &Tree,
        (node, update): (NodeId, NodeId),
        target: NodeId,
        diags: &mut Diagnostics,
    ) -> bool {
        let Extent { values, depth, .. } = tree.extent_of(update);
        self.effort.take(values);
        if self.has_ended(tree, target, diags) {
            return false;
        }
        if tree.len().saturating_add(values) > self.nodes {
            diags.push(Problem::TooLarge { limit: MAX_GROWTH }, tree.location(target));
            self.has_ended = true;
        }
        let around = std::iter::successors(Some(node), |node| tree.parent(*node));
        self.is_deep |= around.count() + depth > MAX_DEPTH;
        !self.has_ended
    }

    /// Actions can nest what they insert ever deeper; later phases rely on the readers' limit. The document is walked only where they
    /// may have exceeded it.
    pub(super) fn check_depth(&mut self, tree: &mut Tree, document: NodeId, diags: &mut Diagnostics) {
        if std::mem::take(&mut self.is_deep) {
            self.effort.take(tree.extent_of(document).values);
            cut(tree, document, diags);
        }
    }
}

/// Takes out what is too deep.
fn cut(tree: &mut Tree, document: NodeId, diags: &mut Diagnostics) {
    let limit = MAX_DEPTH;
    let mut open = vec![(document, 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > limit {
            diags.push(Problem::TooDeep { limit }, tree.location(node));
            tree.set_value(node, Value::Null);
        }
        open.extend(tree.items(node).iter().map(|item| (*item, depth + 1)));
        open.extend(tree.entries(node).iter().map(|entry| (entry.value, depth + 1)));
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;
    use crate::diag::Diagnostics;
    use crate::import::read_text;
    use crate::overlay::apply_within;
    use crate::source::SourceMap;
    use crate::tree::Tree;
    use std::path::Path;

    /// What is said of actions that may take so many steps together, and how many titles are left.
    fn said(steps: usize, actions: &str) -> (Vec<&'static str>, usize) {
        let (mut sources, mut diags, mut tree) = (SourceMap::new(), Diagnostics::new(), Tree::new());
        let mut read = |name: &str, text: &str, diags: &mut Diagnostics| {
            read_text(&mut tree, &mut sources, Path::new(name), text, diags).expect("a document")
        };
        let items = "{title: a}, ".repeat(50);
        let document = read("a.yaml", &format!("a: [{items}]\n"), &mut diags);
        let overlay = format!("overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}");
        let overlay = read("overlay.yaml", &overlay, &mut diags);
        let budget = Budget::of_steps(steps, &tree);
        apply_within(budget, &mut tree, &sources, document, overlay, &mut diags);
        let codes = diags.iter().map(|problem| problem.problem.code()).collect();
        let items = tree.get(document, "a").map(|items| tree.items(items).to_vec());
        let titles = items
            .iter()
            .flatten()
            .filter(|item| tree.get(**item, "title").is_some());
        (codes, titles.count())
    }

    #[test]
    fn an_overlay_has_a_largest_number_of_steps() {
        let remove = "- {target: '$.a[*].title', remove: true}\n";
        let below = "- {target: '$..[?@..[?@..title]]', remove: true}\n";
        assert_eq!(said(10_000, remove), (vec![], 0));
        assert_eq!(said(50, remove), (vec!["SW0226"], 50));
        // It is said once, and what comes after it is not done.
        assert_eq!(
            said(500, &format!("{}{remove}{remove}", below.repeat(20))),
            (vec!["SW0226"], 50)
        );
    }
}
