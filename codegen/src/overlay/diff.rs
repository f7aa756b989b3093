//! The overlay that turns one document into another.

use super::draft::{Change, Draft, Proposal};
use super::edit::{Comparison, Edit, Elements, Property, identity};
use super::json::Json;
use super::path;
use crate::stack;
use crate::tree::{NodeId, Tree};
use std::sync::Arc;

/// Finds the actions that turn the document `old` into one that equals `new`: the order of properties and the spelling of numbers
/// are not compared. No action can be left out, and none writes what is there. Each is at the object that it changes; first what is
/// inside, then what is removed, then what is new.
///
/// `None` if one of them is not an object, which is not an OpenAPI document.
pub fn diff(tree: &Tree, old: NodeId, new: NodeId) -> Option<Proposal> {
    if !tree.is_object(old) || !tree.is_object(new) {
        return None;
    }
    stack::with_room(|| {
        let mut writer = Writer {
            tree,
            proposal: Proposal::default(),
        };
        writer.object("$", Comparison::new(tree).object(old, new).0);
        Some(writer.proposal)
    })
}

struct Writer<'t> {
    tree: &'t Tree,
    proposal: Proposal,
}

impl Writer<'_> {
    fn push(&mut self, target: String, change: Change) {
        self.proposal.push(Draft {
            target,
            description: None,
            change,
        });
    }

    fn object(&mut self, path: &str, properties: Vec<(Arc<str>, Property)>) {
        let (mut removed, mut update) = (Vec::new(), Vec::new());
        for (key, property) in properties {
            let mut write = |value| update.push((key.to_string(), value));
            match property {
                Property::Remove => removed.push(key),
                Property::Add(node) | Property::Edit(Edit::Replace(node)) => write(Json::of(self.tree, node)),
                Property::Edit(Edit::Keep) => {}
                Property::Edit(Edit::Rewrite(node)) => {
                    write(Json::of(self.tree, node));
                    removed.push(key);
                }
                Property::Edit(Edit::Object(inner)) => self.object(&format!("{path}{}", path::name(&key)), inner),
                Property::Edit(Edit::Array(elements)) => {
                    if !elements.appended.is_empty() {
                        write(self.list(&elements));
                    }
                    self.array(&format!("{path}{}", path::name(&key)), elements);
                }
            }
        }
        if !removed.is_empty() {
            self.push(format!("{path}{}", path::names(&removed)), Change::Remove);
        }
        if !update.is_empty() {
            self.push(path.to_owned(), Change::Update(Json::Map(update)));
        }
    }

    /// What is appended to an array.
    fn list(&self, elements: &Elements) -> Json {
        let appended = elements.appended.iter();
        Json::List(appended.map(|&node| Json::of(self.tree, node)).collect())
    }

    /// The elements that change, while all are in their old places, and then those that are removed.
    fn array(&mut self, path: &str, elements: Elements) {
        let old = elements.old;
        for (place, edit) in elements.edited {
            let target = format!("{path}[{}]", self.selector(&old, place));
            match edit {
                Edit::Object(properties) => self.object(&target, properties),
                Edit::Array(inner) => {
                    let appended = (!inner.appended.is_empty()).then(|| self.list(&inner));
                    self.array(&target, inner);
                    if let Some(appended) = appended {
                        self.push(target, Change::Update(appended));
                    }
                }
                Edit::Keep | Edit::Replace(_) | Edit::Rewrite(_) => {}
            }
        }
        if elements.removed.is_empty() {
            return;
        }
        let filters = elements.removed.iter().map(|&place| self.filter(&old, place));
        let selector = match filters.collect::<Option<Vec<String>>>() {
            Some(filters) => format!("?{}", filters.join(" || ")),
            None => {
                let places: Vec<String> = elements.removed.iter().map(usize::to_string).collect();
                places.join(",")
            }
        };
        self.push(format!("{path}[{selector}]"), Change::Remove);
    }

    /// What selects one element of an array.
    fn selector(&self, array: &[NodeId], place: usize) -> String {
        self.filter(array, place)
            .map_or_else(|| place.to_string(), |filter| format!("?{filter}"))
    }

    /// The condition that is true of one element only: it still is when the vendor adds others, as its place is not.
    fn filter(&self, array: &[NodeId], place: usize) -> Option<String> {
        let of = |node: NodeId| match (self.tree.str(node), identity(self.tree, node)) {
            (Some(text), _) => Some(("", text)),
            (None, identity) => identity,
        };
        let (key, text) = of(array[place])?;
        let same = array.iter().filter(|&&node| of(node) == Some((key, text)));
        let property = if key.is_empty() { String::new() } else { path::name(key) };
        (same.count() == 1).then(|| format!("@{property} == {}", path::quoted(text)))
    }
}
