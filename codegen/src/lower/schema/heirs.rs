//! Schemas that extend a schema with a discriminator (OpenAPI 3.1 section 4.8.25), and the values that a property can have.

use super::Schemas;
use super::merge::Declared;
use crate::diag::{Hint, Problem};
use crate::openapi::document::Document;
use crate::tree::{NodeId, Value};
use std::sync::Arc;

impl Schemas<'_, '_> {
    /// The components that extend a component with a discriminator, directly or not.
    pub(in crate::lower) fn heirs(&self, base: NodeId) -> &[NodeId] {
        self.heirs.get(&base).map_or(&[], Vec::as_slice)
    }

    /// Finds, for every component with a discriminator of its own, the components that extend it, directly or not.
    pub(super) fn collect_heirs(&mut self, document: &Document) {
        let components: Vec<NodeId> = document.schemas.iter().map(|(_, node)| *node).collect();
        let mut parents: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
        for &node in &components {
            let schema = self.read(node);
            let mut targets = Vec::new();
            for &member in &schema.all_of {
                let reference = self.read(member).reference;
                targets.extend(reference.and_then(|reference| self.reader.refs.resolve(reference).ok()));
            }
            parents.push((node, targets));
        }
        for &base in &components {
            let schema = self.read(base);
            if schema.discriminator.is_none() || !schema.one_of.is_empty() || !schema.any_of.is_empty() {
                continue;
            }
            let mut heirs: Vec<NodeId> = Vec::new();
            let mut open = vec![base];
            while let Some(current) = open.pop() {
                for (node, targets) in &parents {
                    if targets.contains(&current) && *node != base && !heirs.contains(node) {
                        heirs.push(*node);
                        open.push(*node);
                    }
                }
            }
            heirs.sort();
            self.heirs.insert(base, heirs);
        }
    }

    /// The schema that a mapping names: by reference, or by the name of a component.
    pub(in crate::lower) fn mapping_target(&mut self, target: &Arc<str>, node: NodeId) -> Option<NodeId> {
        let named = self
            .components
            .iter()
            .find(|(_, name)| **name == *target)
            .map(|(node, _)| *node);
        let found = named.or_else(|| self.reader.refs.resolve_text(node, target).ok());
        if found.is_none() {
            let last = target.rsplit('/').next().unwrap_or(target);
            let hint = Hint::new(last, self.components.values().map(|name| &**name));
            let target = target.to_string();
            self.report(node, Problem::UnresolvedMapping { target, hint });
        }
        found
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
