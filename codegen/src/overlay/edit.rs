//! What has to be done to a value so that it becomes another one: with the fewest and smallest changes that an overlay can say.
//!
//! An overlay adds properties, replaces primitives, appends to arrays and removes what is there. So an array becomes another one
//! by removing elements, changing those that stay, and appending; where that costs more than writing it anew, it is written anew.

use crate::tree::{NodeId, Tree, Value};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What an action costs beside the values in it, which cost one for each node.
const ACTION: usize = 4;
/// Pairs of elements of two arrays that are compared; in longer ones elements are kept only as far as they are the same.
const MAX_PAIRS: usize = 250_000;
/// Nodes that are compared inside of such pairs, in the whole document.
const MAX_COMPARED: usize = 4_000_000;

/// What becomes of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// It stays.
    Keep,
    /// A primitive takes the place of another one.
    Replace(NodeId),
    /// It is removed, and this is put there.
    Rewrite(NodeId),
    /// Its properties change.
    Object(Vec<(Arc<str>, Property)>),
    /// Its elements change.
    Array(Elements),
}

/// What becomes of a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Remove,
    Add(NodeId),
    Edit(Edit),
}

/// What becomes of the elements of an array.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Elements {
    /// The array as it is.
    pub(super) old: Vec<NodeId>,
    /// Those that stay and change, by their place in the old array.
    pub(super) edited: Vec<(usize, Edit)>,
    /// Those that are removed.
    pub(super) removed: Vec<usize>,
    /// Those that are appended.
    pub(super) appended: Vec<NodeId>,
}

/// Compares values of one tree.
pub(super) struct Comparison<'t> {
    pub(super) tree: &'t Tree,
    left: Cell<usize>,
}

/// How an array goes on from a pair of places.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Match,
    Remove,
}

impl<'t> Comparison<'t> {
    pub(super) fn new(tree: &'t Tree) -> Comparison<'t> {
        let left = Cell::new(MAX_COMPARED);
        Comparison { tree, left }
    }

    /// What makes the old value the new one, and what that costs.
    pub(super) fn edit(&self, old: NodeId, new: NodeId) -> (Edit, usize) {
        let tree = self.tree;
        if tree.equal(old, new) {
            return (Edit::Keep, 0);
        }
        let (edit, cost) = match (tree.value(old), tree.value(new)) {
            (Value::Object(_), Value::Object(_)) => {
                let (properties, cost) = self.object(old, new);
                (Edit::Object(properties), cost)
            }
            (Value::Array(old), Value::Array(new)) => self.array(old, new),
            (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
                (Edit::Rewrite(new), 1 + self.size(new))
            }
            (_, _) => (Edit::Replace(new), 1),
        };
        let anew = 1 + 2 * ACTION + self.size(new);
        let is_rewritten = match &edit {
            // What stays of an object is not written again, so that the overlay is about the rest only.
            Edit::Object(properties) => {
                properties.len() >= self.tree.entries(old).len() && !properties.iter().any(is_inside)
            }
            Edit::Array(_) => true,
            Edit::Keep | Edit::Replace(_) | Edit::Rewrite(_) => false,
        };
        match is_rewritten && anew < cost {
            true => (Edit::Rewrite(new), anew),
            false => (edit, cost),
        }
    }

    /// What makes an object another one, without writing it anew.
    pub(super) fn object(&self, old: NodeId, new: NodeId) -> (Vec<(Arc<str>, Property)>, usize) {
        let (mut properties, mut cost) = (Vec::new(), 0);
        let (mut has_removed, mut has_written) = (false, false);
        for entry in self.tree.entries(old) {
            let Some(other) = self.tree.get(new, &entry.key) else {
                properties.push((Arc::clone(&entry.key), Property::Remove));
                has_removed = true;
                cost += 1;
                continue;
            };
            let (edit, of_edit) = self.edit(entry.value, other);
            cost += of_edit;
            match &edit {
                Edit::Keep => continue,
                Edit::Object(_) => {}
                Edit::Replace(_) => has_written = true,
                Edit::Rewrite(_) => (has_removed, has_written) = (true, true),
                Edit::Array(elements) => has_written |= !elements.appended.is_empty(),
            }
            properties.push((Arc::clone(&entry.key), Property::Edit(edit)));
        }
        for entry in self.tree.entries(new) {
            if self.tree.get(old, &entry.key).is_none() {
                properties.push((Arc::clone(&entry.key), Property::Add(entry.value)));
                has_written = true;
                cost += self.size(entry.value);
            }
        }
        let actions = usize::from(has_removed) + usize::from(has_written);
        (properties, cost + actions * ACTION)
    }

    fn array(&self, old: &[NodeId], new: &[NodeId]) -> (Edit, usize) {
        let same = |(old, new): &(&NodeId, &NodeId)| self.tree.equal(**old, **new);
        let kept = old.iter().zip(new).take_while(same).count();
        let (rest, more) = (&old[kept..], &new[kept..]);
        let (mut elements, cost) = match rest.len().saturating_mul(more.len()) <= MAX_PAIRS {
            true => self.aligned(rest, more),
            false => {
                let elements = Elements {
                    removed: (0..rest.len()).collect(),
                    appended: more.to_vec(),
                    ..Elements::default()
                };
                (
                    elements,
                    rest.len() + more.iter().map(|&node| self.size(node)).sum::<usize>(),
                )
            }
        };
        elements.old = old.to_vec();
        elements.removed.iter_mut().for_each(|place| *place += kept);
        elements.edited.iter_mut().for_each(|(place, _)| *place += kept);
        let actions = usize::from(!elements.removed.is_empty());
        (Edit::Array(elements), cost + actions * ACTION)
    }

    /// Which elements stay, so that the costs are least: those that do are the first of the new array, in their order.
    fn aligned(&self, old: &[NodeId], new: &[NodeId]) -> (Elements, usize) {
        let mut pairs = BTreeMap::new();
        // The cheapest way from each pair of places to the end, from the end on.
        let width = new.len() + 1;
        let mut costs = vec![0; (old.len() + 1) * width];
        let mut steps = vec![Step::Remove; costs.len()];
        for j in (0..new.len()).rev() {
            costs[old.len() * width + j] = costs[old.len() * width + j + 1] + self.size(new[j]);
        }
        for i in (0..old.len()).rev() {
            for j in (0..=new.len()).rev() {
                let at = i * width + j;
                costs[at] = 1 + costs[at + width];
                let pair = new.get(j).and_then(|&new| self.pair(old[i], new));
                if let Some((edit, cost)) = pair {
                    let cost = cost + costs[at + width + 1];
                    if cost <= costs[at] {
                        (costs[at], steps[at]) = (cost, Step::Match);
                        pairs.insert((i, j), edit);
                    }
                }
            }
        }
        let mut elements = Elements::default();
        let mut j = 0;
        for i in 0..old.len() {
            match steps[i * width + j] {
                Step::Remove => elements.removed.push(i),
                Step::Match => {
                    let edit = pairs.remove(&(i, j)).filter(|edit| *edit != Edit::Keep);
                    elements.edited.extend(edit.map(|edit| (i, edit)));
                    j += 1;
                }
            }
        }
        elements.appended = new[j..].to_vec();
        (elements, costs[0])
    }

    /// How an element becomes another one in its place; `None` if it is not the same thing.
    fn pair(&self, old: NodeId, new: NodeId) -> Option<(Edit, usize)> {
        if self.tree.equal(old, new) {
            return Some((Edit::Keep, 0));
        }
        let is_container = |node| matches!(self.tree.value(node), Value::Array(_) | Value::Object(_));
        if !is_container(old) || !is_container(new) || identity(self.tree, old) != identity(self.tree, new) {
            return None;
        }
        let left = self.left.get().checked_sub(self.size(old) + self.size(new))?;
        self.left.set(left);
        // What removes the whole has no name to put another one under.
        let (edit, cost) = self.edit(old, new);
        matches!(edit, Edit::Object(_) | Edit::Array(_)).then_some((edit, cost))
    }

    /// The number of nodes of a value.
    fn size(&self, node: NodeId) -> usize {
        self.tree.extent_of(node).values
    }
}

/// Whether a property stays and changes inside.
fn is_inside((_, property): &(Arc<str>, Property)) -> bool {
    matches!(property, Property::Edit(Edit::Object(_) | Edit::Array(_)))
}

/// The property that says which one of a list an element is, such as the name of a parameter.
pub(super) fn identity(tree: &Tree, node: NodeId) -> Option<(&'static str, &str)> {
    let mut keys = ["name", "$ref", "url"].into_iter();
    keys.find_map(|key| Some((key, tree.str(tree.get(node, key)?)?)))
}
