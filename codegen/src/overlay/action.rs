//! One action of an overlay: what it selects and what it does there.

use super::budget::Budget;
use super::{Found, Query, Version, expect, required, step_name, unknown_members};
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::Span;
use crate::tree::{Entry, NodeId, Step, Tree, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An Action Object that is well formed.
pub(super) struct Action {
    target: NodeId,
    query: Query,
    change: Change,
}

enum Change {
    Remove,
    Update(NodeId),
    Copy { node: NodeId, query: Query },
}

impl Action {
    /// Reads an Action Object; what is wrong with it is reported and there is no action.
    pub(super) fn read(tree: &Tree, node: NodeId, version: Version, diags: &mut Diagnostics) -> Option<Action> {
        if !expect(tree, node, "action", "an object", diags) {
            return None;
        }
        let known: &[&str] = match version {
            Version::V1_0 => &["target", "description", "update", "remove"],
            Version::V1_1 => &["target", "description", "update", "remove", "copy"],
        };
        unknown_members(tree, node, known, diags);
        let target = required(tree, node, "target", "a string", diags)?;
        let query = parse(tree, target, diags)?;
        let remove = match tree.get(node, "remove") {
            Some(remove) if !expect(tree, remove, "remove", "a boolean", diags) => return None,
            Some(remove) => matches!(tree.value(remove), Value::Bool(true)),
            None => false,
        };
        let update = tree.get(node, "update");
        let copy = tree.get(node, "copy").filter(|_| version >= Version::V1_1);
        let change = match (remove, update, copy) {
            (true, ..) => Change::Remove,
            (false, Some(_), Some(copy)) => {
                // Each says that it has no impact beside the other.
                diags.push(Problem::OverlayUpdateAndCopy {}, tree.location(copy));
                return None;
            }
            (false, Some(update), None) => Change::Update(update),
            (false, None, Some(copy)) => {
                if !expect(tree, copy, "copy", "a string", diags) {
                    return None;
                }
                let query = parse(tree, copy, diags)?;
                Change::Copy { node: copy, query }
            }
            (false, None, None) => {
                diags.push(Problem::OverlayNoChange {}, tree.location(node));
                return None;
            }
        };
        Some(Action { target, query, change })
    }

    /// Changes every node that the target selects, as far as the budget of the overlay allows it.
    pub(super) fn apply(&self, tree: &mut Tree, document: NodeId, budget: &mut Budget, diags: &mut Diagnostics) {
        let mut known = BTreeSet::new();
        let mut found = self.query.select_within(tree, document, budget.effort());
        found.retain(|found| known.insert(found.node));
        if budget.has_ended(tree, self.target, diags) {
            return;
        }
        if found.is_empty() {
            let target = tree.str(self.target).unwrap_or("").to_owned();
            diags.push(Problem::OverlayNoMatch { target }, tree.location(self.target));
            return;
        }
        let update = match &self.change {
            Change::Remove => return self.remove_all(tree, &found, budget, diags),
            Change::Update(update) => *update,
            Change::Copy { node, query } => {
                let sources = query.select_within(tree, document, budget.effort());
                if budget.has_ended(tree, *node, diags) {
                    return;
                }
                let &[source] = sources.as_slice() else {
                    let count = sources.len();
                    diags.push(Problem::OverlayCopySource { count }, tree.location(*node));
                    return;
                };
                if !budget.admits(tree, (document, source.node), self.target, diags) {
                    return;
                }
                // The copy is of the document as it is before the action.
                tree.copy(source.node)
            }
        };
        let kinds: BTreeSet<Kind> = found.iter().map(|found| Kind::of(tree, found.node)).collect();
        if kinds.len() > 1 {
            diags.push(Problem::OverlayMixedTargets {}, tree.location(self.target));
            return;
        }
        for found in found {
            if !budget.admits(tree, (found.node, update), self.target, diags) {
                return;
            }
            update_target(tree, found.node, update, diags);
        }
    }

    /// Removes what was found: from each container all of it at once.
    fn remove_all(&self, tree: &mut Tree, found: &[Found], budget: &mut Budget, diags: &mut Diagnostics) {
        let mut containers: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
        for found in found {
            match found.container {
                Some(container) => _ = containers.entry(container).or_default().insert(found.node),
                None => diags.push(Problem::OverlayRemoveRoot {}, tree.location(self.target)),
            }
        }
        for (container, gone) in containers {
            let count = tree.items(container).len() + tree.entries(container).len();
            budget.effort().take(count);
            if budget.has_ended(tree, self.target, diags) {
                return;
            }
            remove(tree, container, &gone);
        }
    }
}

/// What may be merged with what.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Object,
    Array,
    Primitive,
}

impl Kind {
    fn of(tree: &Tree, node: NodeId) -> Kind {
        match tree.value(node) {
            Value::Object(_) => Kind::Object,
            Value::Array(_) => Kind::Array,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Kind::Primitive,
        }
    }
}

fn parse(tree: &Tree, node: NodeId, diags: &mut Diagnostics) -> Option<Query> {
    let text = tree.str(node)?;
    let error = match Query::parse(text) {
        Ok(query) => return Some(query),
        Err(error) => error,
    };
    // Where the string is written without escapes, the very character can be marked.
    let span = tree.span(node);
    let written = (span.end - span.start) as usize;
    let quotes = written.saturating_sub(text.len());
    let at = span.start as usize + quotes / 2 + error.offset;
    let exact = (quotes == 0 || quotes == 2) && error.offset <= text.len();
    let location = Location {
        span: Some(if exact { Span::new(span.file, at, at + 1) } else { span }),
        pointer: Some(tree.pointer(node)),
    };
    diags.push(Problem::OverlayTarget { reason: error.reason }, location);
    None
}

fn remove(tree: &mut Tree, container: NodeId, gone: &BTreeSet<NodeId>) {
    let rest = match tree.value(container) {
        Value::Object(entries) => {
            let rest = entries.iter().filter(|entry| !gone.contains(&entry.value));
            Value::Object(rest.cloned().collect())
        }
        Value::Array(items) => Value::Array(items.iter().copied().filter(|item| !gone.contains(item)).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return,
    };
    tree.set_value(container, rest);
}

/// An array takes one more element, or all elements of an array; everything else is merged.
fn update_target(tree: &mut Tree, target: NodeId, update: NodeId, diags: &mut Diagnostics) {
    match (Kind::of(tree, target), Kind::of(tree, update)) {
        (Kind::Array, Kind::Object | Kind::Primitive) => append(tree, target, update),
        _ => merge(tree, target, update, diags),
    }
}

fn append(tree: &mut Tree, array: NodeId, item: NodeId) {
    let index = u32::try_from(tree.items(array).len()).unwrap_or(u32::MAX);
    let item = tree.graft(item, array, Step::Index(index));
    tree.push(array, item);
}

/// Merges `update` into `target` (section "Action Object"): objects member by member, arrays one after the other,
/// primitives by replacing. Anything else does not fit.
fn merge(tree: &mut Tree, target: NodeId, update: NodeId, diags: &mut Diagnostics) {
    match (Kind::of(tree, target), Kind::of(tree, update)) {
        (Kind::Object, Kind::Object) => {
            let entries: Vec<Entry> = tree.entries(update).to_vec();
            for entry in entries {
                match tree.get(target, &entry.key) {
                    Some(existing) => merge(tree, existing, entry.value, diags),
                    None => {
                        let value = tree.graft(entry.value, target, Step::Key(Arc::clone(&entry.key)));
                        tree.insert(target, Entry { value, ..entry });
                    }
                }
            }
        }
        (Kind::Array, Kind::Array) => {
            for item in tree.items(update).to_vec() {
                append(tree, target, item);
            }
        }
        (Kind::Primitive, Kind::Primitive) => {
            tree.replace(target, update);
        }
        (Kind::Object | Kind::Array | Kind::Primitive, _) => {
            let problem = Problem::OverlayIncompatible {
                name: step_name(tree, target),
                target: tree.kind(target),
                update: tree.kind(update),
            };
            let related = vec![(tree.location(target), "this is the target".to_owned())];
            diags.push_related(problem, tree.location(update), related);
        }
    }
}
