//! `$dynamicRef`: what it names depends on the way to it (JSON Schema Core section 8.2.3.2), and a type has no way.
//!
//! So each way gets schemas of its own. Where a reference reaches a schema with other dynamic anchors in scope than those that the
//! schema finds by itself, a copy is put in the place of the reference, and in the copy each `$dynamicRef` names what it means
//! there. `PagedUsers: {$ref: Paged, $defs: {item: {$dynamicAnchor: item, $ref: User}}}` becomes a page of users, called `PagedUsers`
//! (OpenAPI 3.1 "Generic (Template) Data Structures"). Equal ways share their copy, so recursion ends.

mod scope;

use super::places::holder;
use super::resolve::Resolver;
use crate::diag::{Diagnostics, Problem};
use crate::tree::{Entry, NodeId, Step, Tree, Value};
use scope::{Meaning, Part, Scope, Scopes};
use std::collections::{BTreeMap, VecDeque};

/// All copies together have at most so many nodes, as much code as a large document gives: anchors that
/// are bound in turns have a copy for each combination.
const MAX_COPIED: usize = 20_000;

/// Beside a reference, these say nothing about a value, so that a copy can take their object's place.
const ANNOTATIONS: &[&str] = &[
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$schema",
    "$comment",
    "$defs",
    "definitions",
    "title",
    "description",
    "deprecated",
    "default",
    "examples",
    "example",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "xml",
];

/// What belongs to the original only: its names, and schemas that are reached by reference.
const NOT_COPIED: &[&str] = &[
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$defs",
    "definitions",
    "x-rust-name",
];

/// Gives every `$dynamicRef` of a document one meaning.
pub fn expand(tree: &mut Tree, diags: &mut Diagnostics) {
    if !tree.mentions("$dynamicRef") {
        return;
    }
    let Some(scopes) = Scopes::of(tree, &Resolver::new(tree)) else {
        return;
    };
    let pristine = tree.clone();
    let mut expansion = Expansion {
        tree,
        pristine: &pristine,
        scopes: &scopes,
        copies: BTreeMap::new(),
        open: VecDeque::new(),
        copied: 0,
        over: None,
    };
    for &reference in scopes.references.keys() {
        let scope = scopes.at(&pristine, reference);
        expansion.open.push_back((reference, reference, scope));
    }
    for &resource in &scopes.embedded {
        expansion.embedded(resource);
    }
    while let Some((place, original, scope)) = expansion.open.pop_front() {
        expansion.settle(place, original, &scope);
    }
    if let Some(place) = expansion.over {
        diags.push(Problem::DynamicBudget { limit: MAX_COPIED }, tree.location(place));
    }
}

/// The work: references whose meaning is open are settled one by one.
struct Expansion<'a> {
    tree: &'a mut Tree,
    /// The document before anything was changed: what is copied.
    pristine: &'a Tree,
    scopes: &'a Scopes,
    /// The copy of a schema for the anchors in scope that it needs.
    copies: BTreeMap<(NodeId, Scope), NodeId>,
    /// References: where each is, which reference of the document it is, and what is in scope there.
    open: VecDeque<(NodeId, NodeId, Scope)>,
    copied: usize,
    /// The reference at which there were too many copies.
    over: Option<NodeId>,
}

impl Expansion<'_> {
    /// Lets the reference at `place` name what `original` means with these anchors in scope.
    fn settle(&mut self, place: NodeId, original: NodeId, scope: &Scope) {
        let Some(meaning) = self.scopes.references.get(&original) else {
            return;
        };
        let target = match meaning {
            Meaning::Fixed(target) => *target,
            Meaning::Dynamic { anchor, otherwise } => scope.get(anchor).copied().unwrap_or(*otherwise),
        };
        let scope = self.scopes.entered(scope, self.pristine, target);
        let wanted = self.scopes.needed(&scope, target);
        let by_itself = self.scopes.needed(&self.scopes.at(self.pristine, target), target);
        let known = match wanted == by_itself {
            true => Some(target),
            false => self.copies.get(&(target, wanted.clone())).copied(),
        };
        let meant = match known {
            Some(node) => node,
            None if self.copied > MAX_COPIED => {
                self.over = self.over.or(Some(original));
                target
            }
            None => return self.insert(place, target, scope, wanted),
        };
        if place != original || matches!(meaning, Meaning::Dynamic { .. }) || meant != target {
            self.name(place, meant);
        }
    }

    /// Lets a reference name a schema. A `$dynamicRef` beside a `$ref` gets an object of its own, since a schema has one reference.
    fn name(&mut self, place: NodeId, meant: NodeId) {
        let holder = self.tree.parent(place);
        let beside = holder.filter(|&holder| self.tree.get(holder, "$ref").is_some_and(|other| other != place));
        if let Some(holder) = beside {
            self.tree.remove(holder, "$dynamicRef");
            let list = self.all_of(holder, place);
            let index = u32::try_from(self.tree.items(list).len()).unwrap_or(u32::MAX);
            let span = self.tree.span(place);
            let object = self.tree.add(span, list, Step::Index(index), Value::Object(Vec::new()));
            self.tree.set(object, "$ref", place);
            self.tree.push(list, object);
        }
        self.tree.pin(place, meant);
    }

    /// Puts a copy in the place of a reference: into its object if that says nothing else, else into its `allOf`.
    fn insert(&mut self, place: NodeId, target: NodeId, scope: Scope, wanted: Scope) {
        let Some(holder) = self.tree.parent(place) else { return };
        let entries = self.tree.entries(holder).to_vec();
        let Some(reference) = entries.iter().find(|entry| entry.value == place) else {
            return;
        };
        let others = entries.iter().filter(|entry| entry.value != place);
        let alone = others
            .into_iter()
            .all(|entry| ANNOTATIONS.contains(&&*entry.key) || entry.key.starts_with("x-"));
        self.tree.remove(holder, &reference.key);
        let host = if alone && self.pristine.is_object(target) {
            self.copies.insert((target, wanted), holder);
            let copies = self.members(target, holder, &scope, Part::Schema);
            let missing = copies
                .into_iter()
                .filter(|copy| self.tree.get(holder, &copy.key).is_none());
            for copy in missing.collect::<Vec<_>>() {
                self.tree.insert(holder, copy);
            }
            return;
        } else {
            self.all_of(holder, place)
        };
        let index = u32::try_from(self.tree.items(host).len()).unwrap_or(u32::MAX);
        let copy = self.copy(target, host, Step::Index(index), &scope, Part::Schema);
        self.copies.insert((target, wanted), copy);
        self.tree.push(host, copy);
    }

    /// The `allOf` of an object, which is made if there is none.
    fn all_of(&mut self, holder: NodeId, like: NodeId) -> NodeId {
        if let Some(list) = self.tree.get(holder, "allOf") {
            return list;
        }
        let span = self.tree.span(like);
        let list = self
            .tree
            .add(span, holder, Step::Key("allOf".into()), Value::Array(Vec::new()));
        self.tree.set(holder, "allOf", list);
        list
    }

    /// A resource that is written in the place where it is used: the way to it is the schema around it.
    fn embedded(&mut self, resource: NodeId) {
        let Some(around) = holder(self.pristine, resource) else {
            return;
        };
        let scope = self.scopes.at(self.pristine, around);
        let scope = self.scopes.entered(&scope, self.pristine, resource);
        let by_itself = self.scopes.at(self.pristine, resource);
        let differs = self.scopes.needed(&scope, resource) != self.scopes.needed(&by_itself, resource);
        let (Some(parent), true) = (self.pristine.parent(resource), differs) else {
            return;
        };
        let step = self.pristine.step(resource).clone();
        let copy = self.copy(resource, parent, step.clone(), &scope, Part::Schema);
        match step {
            Step::Key(key) => self.tree.set(parent, &key, copy),
            Step::Index(_) => {
                let items = self.tree.items(parent).iter();
                let items = items.map(|&item| if item == resource { copy } else { item }).collect();
                self.tree.set_value(parent, Value::Array(items));
            }
            Step::Root => {}
        }
    }

    fn copy(&mut self, original: NodeId, parent: NodeId, step: Step, scope: &Scope, part: Part) -> NodeId {
        self.copied += 1;
        let copy = self.tree.add(self.pristine.span(original), parent, step, Value::Null);
        let value = match self.pristine.value(original) {
            Value::Array(items) => {
                let items = items.iter().zip(0..);
                Value::Array(
                    items
                        .map(|(&item, index)| self.copy(item, copy, Step::Index(index), scope, part))
                        .collect(),
                )
            }
            Value::Object(_) if part == Part::Schema => {
                let scope = match scope::is_resource(self.pristine, original) {
                    true => self.scopes.entered(scope, self.pristine, original),
                    false => scope.clone(),
                };
                Value::Object(self.members(original, copy, &scope, part))
            }
            Value::Object(_) => Value::Object(self.members(original, copy, scope, part)),
            scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => scalar.clone(),
        };
        self.tree.set_value(copy, value);
        if self.scopes.references.contains_key(&original) {
            self.open.push_back((copy, original, scope.clone()));
        }
        copy
    }

    fn members(&mut self, original: NodeId, copy: NodeId, scope: &Scope, part: Part) -> Vec<Entry> {
        let mut members = Vec::new();
        for entry in self.pristine.entries(original) {
            if part == Part::Schema && NOT_COPIED.contains(&&*entry.key) {
                continue;
            }
            let step = Step::Key(entry.key.clone());
            let value = self.copy(entry.value, copy, step, scope, part.member(&entry.key));
            members.push(Entry { value, ..entry.clone() });
        }
        members
    }
}
