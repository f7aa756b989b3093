//! Links from a response to other operations (OpenAPI 3.1 section 4.8.20), which are named and not followed.

use super::Reader;
use super::document::Operation;
use crate::diag::{Hint, Problem};
use crate::tree::print::to_json;
use crate::tree::{NodeId, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many links are compared with the names of all operations, for what was probably meant.
const MAX_COMPARED: usize = 200;

/// What links can name.
#[derive(Default)]
struct Targets<'a> {
    ids: BTreeSet<&'a str>,
    nodes: BTreeSet<NodeId>,
}

impl<'a> Targets<'a> {
    fn add(&mut self, operation: &'a Operation) {
        self.ids.extend(operation.id.as_deref());
        self.nodes.insert(operation.node);
        operation.callbacks.iter().for_each(|(_, callback)| self.add(callback));
    }
}

impl<'t> Reader<'t, '_> {
    /// Notes the links of a response. Which operations there are is known when all have been read.
    pub(super) fn links(&mut self, response: NodeId) {
        let Some(links) = self.tree.get(response, "links") else {
            return;
        };
        for entry in self.map(links, "links") {
            if let Some(node) = self.described(entry.value) {
                self.links.push((Arc::clone(&entry.key), entry.value, node));
            }
        }
    }

    /// Reports the links: what of each there is to do by hand, or that there is no such operation.
    pub(super) fn report_links(&mut self, operations: &[Operation], webhooks: &[(Arc<str>, Operation)]) {
        let mut targets = Targets::default();
        operations.iter().for_each(|operation| targets.add(operation));
        webhooks.iter().for_each(|(_, webhook)| targets.add(webhook));
        let (mut compared, mut met) = (0, BTreeSet::new());
        for (name, used, node) in std::mem::take(&mut self.links) {
            // Several operations may have one response.
            if !met.insert(used) {
                continue;
            }
            let name = name.to_string();
            let link = to_json(self.tree, node);
            let Some(Stray { place, reason, word }) = self.stray(node, &targets) else {
                self.report(used, Problem::LinkNotFollowed { name, link });
                continue;
            };
            compared += 1;
            let hint = match word {
                _ if compared > MAX_COMPARED => Hint::default(),
                Word::None => Hint::default(),
                Word::Key => self.meant_key(node),
                Word::Id(id) => Hint::new(id, targets.ids.iter().copied()),
                Word::Reference(reference) => self.meant(place, reference),
            };
            self.report(
                place,
                Problem::StrayLink {
                    name,
                    reason,
                    link,
                    hint,
                },
            );
        }
    }

    /// Why a link names no operation. What it names in another file or at another server is believed.
    fn stray(&self, link: NodeId, targets: &Targets<'_>) -> Option<Stray<'t>> {
        let tree = self.tree;
        let stray = |place, reason, word| Some(Stray { place, reason, word });
        if !matches!(tree.value(link), Value::Object(_)) {
            return stray(link, format!("it is {}", tree.kind(link)), Word::None);
        }
        if let Some(place) = tree.get(link, "operationId") {
            let id = tree.str(place).unwrap_or_default();
            let reason = format!("no operation has the `operationId` `{id}`");
            return stray(place, reason, Word::Id(id)).filter(|_| !targets.ids.contains(id));
        }
        let Some(place) = tree.get(link, "operationRef") else {
            let reason = "it has neither `operationId` nor `operationRef`".to_owned();
            return stray(link, reason, Word::Key);
        };
        let reference = tree.str(place).unwrap_or_default();
        if !reference.starts_with('#') && !reference.is_empty() {
            return None;
        }
        match self.refs.resolve(place) {
            Ok(target) if targets.nodes.contains(&target) => None,
            Ok(_) => stray(place, format!("`{reference}` is not one"), Word::None),
            Err(reason) => {
                let reason = format!("cannot resolve `{reference}`: {reason}");
                stray(place, reason, Word::Reference(reference))
            }
        }
    }

    /// The key that one of a link was probably meant to be.
    fn meant_key(&self, link: NodeId) -> Hint {
        let keys = self.tree.entries(link).iter().map(|entry| &*entry.key);
        let mut hints = keys.map(|key| Hint::new(key, ["operationId", "operationRef"]));
        hints.find(|hint| hint.name().is_some()).unwrap_or_default()
    }
}

/// A link that names no operation.
struct Stray<'t> {
    /// Where it says so.
    place: NodeId,
    reason: String,
    word: Word<'t>,
}

/// What may be misspelt.
enum Word<'t> {
    None,
    Key,
    Id(&'t str),
    Reference(&'t str),
}
