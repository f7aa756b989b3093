//! Inheritance: a schema with a discriminator that others extend through `allOf` (OpenAPI 3.1 section 4.8.25.2).
//!
//! Used as a type it means "this or any of its heirs"; extended, it contributes its properties.

use super::Lower;
use super::merge::Declared;
use super::schema::Lowered;
use crate::diag::Problem;
use crate::ir::{Check, Docs, Json, Member, PathStep, Select, Shape, Type, TypePath, TypeRef, Union};
use crate::openapi::document::Document;
use crate::openapi::schema::Discriminator;
use crate::tree::NodeId;
use std::rc::Rc;
use std::sync::Arc;

impl Lower<'_> {
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

    /// The union of a base and its heirs; `None` if the schema is no base.
    pub(super) fn inheritance(&mut self, node: NodeId, path: &TypePath) -> Option<(Shape, Vec<Check>)> {
        let heirs = self.heirs.get(&node).filter(|heirs| !heirs.is_empty())?.clone();
        let discriminator = self.read(node).discriminator.clone()?;
        let mut members = Vec::new();
        for heir in heirs {
            let tags = self.tags_of(heir, &discriminator);
            members.push(Member {
                ty: self.use_target(heir),
                name: self.component_name(heir).unwrap_or_default(),
                tags: tags.into_iter().map(|tag| Json::String(tag.into())).collect(),
                required: Vec::new(),
                docs: Docs::default(),
            });
        }
        let base = self.base_member(node, path, &discriminator);
        members.push(base);
        let union = Union {
            select: Select::Tag {
                property: discriminator.property.to_string(),
                declared: true,
                fallback: None,
            },
            members,
        };
        Some((Shape::Union(union), Vec::new()))
    }

    /// The base itself, as a plain object.
    fn base_member(&mut self, node: NodeId, path: &TypePath, discriminator: &Discriminator) -> Member {
        let name = self.component_name(node).unwrap_or_default();
        let path = path.then(PathStep::Member(0, Some(format!("{name} Base"))));
        let merged = self.merge(&[Declared {
            node,
            base: Rc::new(path.clone()),
        }]);
        let ty = match self.classify(&merged, node, &path) {
            Lowered::Use(type_ref) => type_ref,
            Lowered::Def(shape, checks) => {
                let id = self.define(node, path, shape);
                self.api.types[id.index()].checks = checks;
                TypeRef::new(Type::Named { id, boxed: false })
            }
        };
        let tags = self.tags_of(node, discriminator);
        Member {
            ty,
            name: format!("{name} Base"),
            tags: tags.into_iter().map(|tag| Json::String(tag.into())).collect(),
            required: Vec::new(),
            docs: Docs::default(),
        }
    }

    /// The tags that mean a schema: keys of the mapping, `x-ms-discriminator-value`, values of its own tag property, or its name.
    pub(super) fn tags_of(&mut self, node: NodeId, discriminator: &Discriminator) -> Vec<String> {
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
    pub(super) fn mapping_target(&mut self, target: &Arc<str>, node: NodeId) -> Option<NodeId> {
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
    pub(super) fn property_values(&mut self, node: NodeId, property: &str) -> Option<Vec<Json>> {
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
