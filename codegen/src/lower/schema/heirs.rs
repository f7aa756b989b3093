//! Schemas that extend a schema with a discriminator, and the values of the discriminator that mean a schema.

use super::merge::Declared;
use crate::diag::Problem;
use crate::ir::Json;
use crate::lower::Lower;
use crate::openapi::document::Document;
use crate::openapi::schema::Discriminator;
use crate::tree::NodeId;
use std::rc::Rc;
use std::sync::Arc;

impl Lower<'_, '_> {
    /// Finds, for every component with a discriminator of its own, the components that extend it, directly or not.
    pub(in crate::lower) fn collect_heirs(&mut self, document: &Document) {
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

    /// The tags that mean a schema: keys of the mapping, `x-ms-discriminator-value`, values of its own tag property, or its name.
    pub(in crate::lower) fn tags_of(&mut self, node: NodeId, discriminator: &Discriminator) -> Vec<String> {
        let name = self.component_name(node);
        let mut tags: Vec<String> = Vec::new();
        for (tag, target, target_node) in &discriminator.mapping {
            if self.mapping_target(target, *target_node) == Some(node) {
                tags.push(tag.to_string());
            }
        }
        if tags.is_empty() {
            let own = self.read(node).extensions.discriminator_value.clone();
            tags.extend(own.map(|own| own.to_string()));
        }
        if tags.is_empty() {
            tags.extend(
                self.property_values(node, &discriminator.property)
                    .unwrap_or_default()
                    .into_iter()
                    .filter_map(|value| match value {
                        Json::String(text) => Some(text.to_string()),
                        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => None,
                    }),
            );
        }
        if tags.is_empty() {
            tags.extend(name);
        }
        tags
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
            self.report(
                node,
                Problem::UnresolvedMapping {
                    target: target.to_string(),
                },
            );
        }
        found
    }

    /// The values that a property of an object schema can have, if it names them.
    pub(in crate::lower) fn property_values(&mut self, node: NodeId, property: &str) -> Option<Vec<Json>> {
        let merged = self.merge(&[Declared {
            node,
            base: Rc::new(self.path_of(node)),
        }]);
        let declared = merged.properties.get(property)?.clone();
        let merged = self.merge(&declared);
        if let Some(constant) = merged.constant {
            return Some(vec![self.json(constant)]);
        }
        let (_, values) = merged.values?;
        Some(
            values
                .iter()
                .map(|&value| self.json(value))
                .filter(|value| *value != Json::Null)
                .collect(),
        )
    }
}
