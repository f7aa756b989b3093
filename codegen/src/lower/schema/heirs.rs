//! Schemas that extend a schema with a discriminator (OpenAPI 3.1 section 4.8.25), and the values that a property can have.
//!
//! An heir can be in any file that was read, and can include its base in any way that `allOf` allows: through other names for it,
//! through `allOf` in `allOf`, and beside `null`.

use super::merge::{Declared, MAX_MERGED};
use super::{MAX_WRAPPERS, Schemas};
use crate::diag::{Hint, Problem};
use crate::openapi::document::Document;
use crate::openapi::schema::{Discriminator, Types};
use crate::tree::{NodeId, Tree, Value};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Keywords of a file that hold schemas by name, in any version of the standard.
const SECTIONS: &[&str] = &["/components/schemas", "/definitions", "/$defs", "/schemas", ""];

impl Schemas<'_, '_> {
    /// The schemas that extend a schema with a discriminator, directly or not.
    pub(in crate::lower) fn heirs(&self, base: NodeId) -> &[NodeId] {
        self.heirs.get(&base).map_or(&[], Vec::as_slice)
    }

    /// Finds, for every schema with a discriminator of its own, the named schemas that extend it, directly or not.
    pub(super) fn collect_heirs(&mut self, document: &Document) {
        let mut named: BTreeSet<NodeId> = document.schemas.iter().map(|(_, node)| *node).collect();
        named.extend(named_elsewhere(self.tree(), document.node));
        let mut heirs: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
        let mut bases: BTreeMap<NodeId, Option<BTreeSet<NodeId>>> = BTreeMap::new();
        let mut looked_at = BTreeSet::new();
        while let Some(node) = named.pop_first() {
            if !looked_at.insert(node) {
                continue;
            }
            for base in self.included(node) {
                if let Entry::Vacant(slot) = bases.entry(base) {
                    let mapped = slot.insert(self.mapped(base));
                    // What a mapping names has a name, wherever it is.
                    named.extend(mapped.iter().flatten());
                }
                let Some(Some(mapped)) = bases.get(&base) else { continue };
                if base != node && (mapped.contains(&node) || !self.is_nullable_name(node)) {
                    heirs.entry(base).or_default().insert(node);
                }
            }
        }
        let sorted = heirs
            .into_iter()
            .map(|(base, heirs)| (base, heirs.into_iter().collect()));
        self.heirs = sorted.collect();
    }

    /// The schemas that the mapping of a base names; `None` if the schema is not a base.
    fn mapped(&mut self, node: NodeId) -> Option<BTreeSet<NodeId>> {
        let discriminator = self.own_discriminator(node)?;
        let targets = discriminator.mapping.iter();
        let targets = targets.filter_map(|(_, target, at)| self.find_mapping_target(target, *at));
        Some(targets.map(|target| self.meaning(target)).collect())
    }

    /// The discriminator of a schema that lists no alternatives itself.
    pub(in crate::lower) fn own_discriminator(&mut self, node: NodeId) -> Option<Arc<Discriminator>> {
        let tree = self.tree();
        let node = only_real_alternative(tree, node).unwrap_or(node);
        tree.get(node, "discriminator")?;
        let lists = ["oneOf", "anyOf"].iter().any(|key| tree.get(node, key).is_some());
        if lists {
            return None;
        }
        self.read(node).discriminator.clone()
    }

    /// The schemas that a schema includes by `allOf`, directly or not, as many as are combined at most. A mere reference is another
    /// name, and includes nothing.
    fn included(&self, node: NodeId) -> Vec<NodeId> {
        let tree = self.tree();
        let mut found = Vec::new();
        if self.meaning(node) != node {
            return found;
        }
        let mut open = vec![node];
        let mut seen = BTreeSet::new();
        while let Some(current) = open.pop() {
            if !tree.is_object(current) || !seen.insert(current) {
                continue;
            }
            if found.len() == MAX_MERGED {
                break;
            }
            found.push(current);
            let all_of = tree.get(current, "allOf");
            open.extend(all_of.map_or(&[][..], |members| tree.items(members)));
            open.extend(only_real_alternative(tree, current));
            let reference = tree.get(current, "$ref");
            open.extend(reference.and_then(|reference| self.reader.refs.resolve(reference).ok()));
        }
        found
    }

    /// The schema that a name means: the end of a chain of mere references.
    pub(in crate::lower) fn meaning(&self, node: NodeId) -> NodeId {
        let tree = self.tree();
        let mut current = node;
        for _ in 0..MAX_WRAPPERS {
            let [only] = tree.entries(current) else { return current };
            let target = (&*only.key == "$ref").then(|| self.reader.refs.resolve(only.value).ok());
            match target.flatten() {
                Some(target) => current = target,
                None => return current,
            }
        }
        node
    }

    /// Whether a schema is another name for one, with `null`: how OpenAPI 3.0 writes a property that can be null.
    fn is_nullable_name(&self, node: NodeId) -> bool {
        let tree = self.tree();
        let Some(inner) = only_real_alternative(tree, node) else {
            return false;
        };
        let extends = |key: &str| !matches!(key, "$ref" | "allOf" | "title" | "description");
        tree.items(tree.get(inner, "allOf").unwrap_or(inner)).len() <= 1
            && !tree.entries(inner).iter().any(|entry| extends(&entry.key))
    }

    /// The schema that a mapping names, or the one that this is another name for; one that names none is reported.
    pub(in crate::lower) fn mapping_target(&mut self, target: &Arc<str>, node: NodeId) -> Option<NodeId> {
        let found = self.find_mapping_target(target, node);
        if found.is_none() {
            let last = target.rsplit('/').next().unwrap_or(target);
            let hint = Hint::new(last, self.components.values().map(|name| &**name));
            let target = target.to_string();
            self.report(node, Problem::UnresolvedMapping { target, hint });
        }
        found.map(|found| self.meaning(found))
    }

    /// By the name of a component, of the document or of the file that says it, or by reference.
    fn find_mapping_target(&self, target: &Arc<str>, node: NodeId) -> Option<NodeId> {
        let named = self.named.get(target).copied();
        named
            .or_else(|| self.reader.refs.resolve_text(node, target).ok())
            .or_else(|| {
                let name = crate::tree::escape_pointer(target);
                let mut texts = SECTIONS.iter().map(|section| format!("#{section}/{name}"));
                texts.find_map(|text| self.reader.refs.resolve_text(node, &text).ok())
            })
    }

    /// The names of the properties of an object schema; `None`: it admits others.
    pub(in crate::lower) fn property_names(&mut self, node: NodeId) -> Option<Vec<Arc<str>>> {
        let merged = self.merge(&[Declared { node, base: () }]);
        let is_closed =
            merged.unions.is_empty() && merged.additional.is_empty() && merged.pattern_properties.is_empty();
        (is_closed && !merged.properties.is_empty()).then(|| merged.properties.keys().cloned().collect())
    }

    /// The JSON types that a property of an object schema can have; empty: any, or there is no such property.
    pub(in crate::lower) fn property_kinds(&mut self, node: NodeId, property: &str) -> Types {
        let merged = self.merge(&[Declared { node, base: () }]);
        let declared = merged.properties.get(property).into_iter().flatten();
        declared.fold(Types::default(), |types, declared| {
            let kinds = self.kinds(declared.node);
            types.intersect(kinds).unwrap_or(types)
        })
    }

    /// The values that a property of an object schema can have, if it names them.
    pub(in crate::lower) fn property_values(&mut self, node: NodeId, property: &str) -> Option<Vec<NodeId>> {
        let merged = self.merge(&[Declared { node, base: () }]);
        let merged = self.merge(merged.properties.get(property)?);
        if let Some(constant) = merged.constant {
            return Some(vec![constant]);
        }
        let (_, mut values) = merged.values?;
        values.retain(|&value| *self.tree().value(value) != Value::Null);
        Some(values)
    }
}

/// The schemas that other files hold by name: the file itself, and what its sections list. Only what combines schemas can be an heir,
/// and only what has a discriminator a base.
fn named_elsewhere(tree: &Tree, document: NodeId) -> Vec<NodeId> {
    let files = tree.roots().iter().map(|(_, root)| *root);
    let mut found = Vec::new();
    for root in files.filter(|root| *root != document) {
        found.push(root);
        let sections = SECTIONS.iter().filter_map(|section| tree.lookup(root, section));
        found.extend(
            sections
                .flat_map(|section| tree.entries(section))
                .map(|entry| entry.value),
        );
    }
    found.retain(|&node| {
        let has = |key: &str| tree.get(node, key).is_some();
        has("allOf") || has("discriminator") || only_real_alternative(tree, node).is_some()
    });
    found
}

/// The alternative of a schema that lists one beside `null`.
fn only_real_alternative(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let lists = ["anyOf", "oneOf"].into_iter().filter_map(|key| tree.get(node, key));
    let is_null = |member: NodeId| tree.get(member, "type").and_then(|ty| tree.str(ty)) == Some("null");
    let mut real = lists
        .flat_map(|list| tree.items(list))
        .copied()
        .filter(|&member| !is_null(member));
    real.next().filter(|_| real.next().is_none())
}
