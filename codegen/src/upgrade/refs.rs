//! References by what they mean, so that moving a node never breaks a reference to it.
//!
//! Before anything is moved, each reference is resolved to its node. Afterwards, where the text of a reference no
//! longer leads to that node, the text is replaced by the pointer of the place where the node is now. So no rule
//! of the upgrade has to know which references its changes concern, be it `#/definitions/Pet`,
//! `#/paths/~1pets/get/responses/200/schema` or a place in another file.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::source::FileId;
use crate::tree::{NodeId, Tree, Value, escape_pointer};

/// All references of a document.
#[derive(Debug, Default)]
pub(super) struct References {
    /// The string node of each reference and the node that it means.
    uses: IndexMap<NodeId, NodeId>,
    /// Resolving walks from the root of a file: once per text and file is enough.
    resolved: IndexMap<(FileId, Arc<str>), Option<NodeId>>,
}

impl References {
    /// Resolves and remembers a reference; `reference` is the string node. `None` if it leads nowhere.
    pub(super) fn record(&mut self, tree: &Tree, reference: NodeId) -> Option<NodeId> {
        let target = resolve(&mut self.resolved, tree, reference)?;
        self.uses.insert(reference, target);
        Some(target)
    }

    /// The node that an object means: itself, or the end of its chain of references.
    pub(super) fn follow(&self, tree: &Tree, object: NodeId) -> NodeId {
        // Real chains have at most a few links; a longer one is a cycle.
        const LONGEST_CHAIN: usize = 32;
        let mut node = object;
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = tree.get(node, "$ref") else {
                return node;
            };
            match self.uses.get(&reference) {
                Some(&target) => node = target,
                None => return node,
            }
        }
        object
    }

    /// Rewrites the references whose target has moved.
    pub(super) fn repoint(&self, tree: &mut Tree) {
        let mut resolved = IndexMap::new();
        let moved: Vec<(NodeId, NodeId)> = self
            .uses
            .iter()
            .map(|(&reference, &target)| (reference, target))
            .filter(|&(reference, target)| resolve(&mut resolved, tree, reference) != Some(target))
            .collect();
        if moved.is_empty() {
            return;
        }
        let mut places: IndexMap<NodeId, Places> = IndexMap::new();
        let mut texts: IndexMap<(NodeId, Arc<str>), Arc<str>> = IndexMap::new();
        for (reference, target) in moved {
            let Some(text) = tree.str(reference) else { continue };
            let file: Arc<str> = text.split_once('#').map_or(text, |(file, _)| file).into();
            let text = match texts.get(&(target, Arc::clone(&file))) {
                Some(known) => Arc::clone(known),
                None => {
                    let Some(root) = tree.resolve(reference, &file).ok() else {
                        continue;
                    };
                    let places = places.entry(root).or_insert_with(|| Places::of(tree, root));
                    let Some(pointer) = places.pointer(tree, target) else {
                        continue;
                    };
                    let text: Arc<str> = format!("{file}{pointer}").into();
                    // Equal references share one string.
                    texts.insert((target, file), Arc::clone(&text));
                    text
                }
            };
            tree.set_value(reference, Value::String(text));
        }
    }
}

fn resolve(known: &mut IndexMap<(FileId, Arc<str>), Option<NodeId>>, tree: &Tree, reference: NodeId) -> Option<NodeId> {
    let Value::String(text) = tree.value(reference) else {
        return None;
    };
    let key = (tree.span(reference).file, Arc::clone(text));
    *known.entry(key).or_insert_with(|| tree.resolve(reference, text).ok())
}

/// Where each node of a file is now, which after an upgrade is not where it was read.
struct Places {
    root: NodeId,
    /// By index of a node: who holds it, and as which of its members.
    holders: Vec<Option<(NodeId, u32)>>,
}

impl Places {
    fn of(tree: &Tree, root: NodeId) -> Places {
        let mut holders = vec![None; tree.len()];
        let mut queue = vec![root];
        let mut next = 0;
        while let Some(&holder) = queue.get(next) {
            next += 1;
            let mut hold = |position: usize, node: NodeId| {
                let place = holders.get_mut(node.index()).filter(|place| place.is_none());
                if let (Some(place), Ok(position)) = (place, u32::try_from(position)) {
                    *place = Some((holder, position));
                    queue.push(node);
                }
            };
            match tree.value(holder) {
                Value::Array(items) => items.iter().enumerate().for_each(|(at, &item)| hold(at, item)),
                Value::Object(entries) => entries.iter().enumerate().for_each(|(at, entry)| hold(at, entry.value)),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
        Places { root, holders }
    }

    /// The pointer of a node as a URI fragment; `None` if it is no longer anywhere.
    fn pointer(&self, tree: &Tree, node: NodeId) -> Option<String> {
        let mut steps = Vec::new();
        let mut current = node;
        while current != self.root {
            let (holder, position) = (*self.holders.get(current.index())?)?;
            let position = position as usize;
            steps.push(match tree.value(holder) {
                Value::Object(entries) => fragment(&escape_pointer(&entries.get(position)?.key)),
                _ => position.to_string(),
            });
            current = holder;
        }
        let mut pointer = String::from("#");
        for step in steps.iter().rev() {
            pointer.push('/');
            pointer.push_str(step);
        }
        Some(pointer)
    }
}

/// Percent-encodes what a reader of a URI fragment would otherwise decode to something else (RFC 6901 section 6).
fn fragment(step: &str) -> String {
    step.replace('%', "%25")
}
