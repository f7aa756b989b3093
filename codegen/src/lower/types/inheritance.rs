//! Inheritance: a schema with a discriminator that others extend through `allOf` (OpenAPI 3.1 section 4.8.25.2).
//!
//! Used as a type it means "this or any of its heirs"; extended, it contributes its properties.

use crate::diag::Problem;
use crate::ir::{Checks, Docs, Json, PathStep, Shape, Tagging, Type, TypePath, TypeRef, Union, Variant};
use crate::lower::types::Lowered;
use crate::lower::{Declared, Lower};
use crate::openapi::schema::{Discriminator, JsonType, Types};
use crate::tree::NodeId;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Lower<'_, '_> {
    /// The union of a base and its heirs; `None` if the schema is not a base.
    pub(in crate::lower) fn inheritance(&mut self, node: NodeId, path: &TypePath) -> Option<(Shape, Checks)> {
        let heirs = self.schemas.heirs(node).to_vec();
        let discriminator = self.schemas.own_discriminator(node)?;
        if heirs.is_empty() {
            let property = discriminator.property.to_string();
            self.report_key(node, "discriminator", Problem::IdleDiscriminator { property });
            return None;
        }
        let mut variants = Vec::new();
        for heir in heirs {
            let tags = self.tags_of(heir, &discriminator);
            // What has a tag is not null, even if null is another value of the heir.
            let mut ty = self.use_target(heir);
            ty.nullable = false;
            variants.push(Variant {
                ty,
                name: self.component_name(heir).unwrap_or_default(),
                rename: None,
                tags,
                required: Vec::new(),
                docs: Docs::default(),
            });
        }
        let base = self.base_variant(node, path, &discriminator);
        variants.push(base);
        let union = Union {
            tagging: Tagging::Tag {
                property: discriminator.property.to_string(),
                declared: true,
                fallback: None,
            },
            variants,
        };
        Some((Shape::Union(union), Checks::default()))
    }

    /// The base itself, as a plain object.
    fn base_variant(&mut self, node: NodeId, path: &TypePath, discriminator: &Discriminator) -> Variant {
        let name = self.component_name(node).unwrap_or_default();
        let path = path.then(PathStep::Variant(format!("{name} Base")));
        let merged = self.schemas.merge(&[Declared {
            node,
            base: path.clone().into(),
        }]);
        let ty = match self.classify(&merged, node, &path) {
            Lowered::Use(type_ref) => type_ref,
            Lowered::Def(shape, checks) => {
                let id = self.define(node, path, *shape);
                self.api.types[id].checks = checks;
                TypeRef::new(Type::Named { id, boxed: false })
            }
        };
        let tags = self.tags_of(node, discriminator);
        Variant {
            ty,
            name: format!("{name} Base"),
            rename: None,
            tags,
            required: Vec::new(),
            docs: Docs::default(),
        }
    }

    /// The tags that mean a schema: keys of the mapping, its `x-discriminator-value`, values of its own tag property, or its name. They
    /// have the type of the property; in the document keys and names are always strings (OpenAPI 3.1 section 4.8.25).
    pub(in crate::lower) fn tags_of(&mut self, node: NodeId, discriminator: &Discriminator) -> Vec<Json> {
        let node = self.schemas.meaning(node);
        let mut tags: Vec<Arc<str>> = self.mapped_tags(node, discriminator);
        if tags.is_empty() {
            tags.extend(self.schemas.read(node).extensions.discriminator_value.clone());
        }
        if tags.is_empty() {
            let values = self.property_values(node, &discriminator.property);
            let scalars: Vec<Json> = values.into_iter().flatten().filter(is_scalar).collect();
            if !scalars.is_empty() {
                return scalars;
            }
            tags.extend(self.component_name(node).map(Arc::from));
        }
        let kinds = self.schemas.property_kinds(node, &discriminator.property);
        tags.into_iter().map(|tag| typed(tag, kinds)).collect()
    }

    /// The tags that a mapping has for a schema. Thousands of schemas ask the same mapping, so it is read once.
    fn mapped_tags(&mut self, node: NodeId, discriminator: &Discriminator) -> Vec<Arc<str>> {
        let Some((_, _, first)) = discriminator.mapping.first() else {
            return Vec::new();
        };
        if !self.mapped_tags.contains_key(first) {
            let mut tags: BTreeMap<NodeId, Vec<Arc<str>>> = BTreeMap::new();
            for (tag, target, at) in &discriminator.mapping {
                if let Some(target) = self.schemas.mapping_target(target, *at) {
                    tags.entry(target).or_default().push(Arc::clone(tag));
                }
            }
            self.mapped_tags.insert(*first, tags);
        }
        let known = self.mapped_tags.get(first).and_then(|tags| tags.get(&node));
        known.cloned().unwrap_or_default()
    }

    /// The values that a property of an object schema can have, if it names them.
    pub(in crate::lower) fn property_values(&mut self, node: NodeId, property: &str) -> Option<Vec<Json>> {
        let values = self.schemas.property_values(node, property)?;
        Some(values.into_iter().map(|value| self.json(value)).collect())
    }
}

fn is_scalar(json: &Json) -> bool {
    match json {
        Json::Bool(_) | Json::Number(_) | Json::String(_) => true,
        Json::Null | Json::Array(_) | Json::Object(_) => false,
    }
}

/// A tag as a value of its property. What the property cannot be is left as it is written.
fn typed(tag: Arc<str>, kinds: Types) -> Json {
    let is_number = kinds.has(JsonType::Integer) || kinds.has(JsonType::Number);
    if kinds.has(JsonType::String) {
        return Json::String(tag);
    }
    match &*tag {
        "true" | "false" if kinds.has(JsonType::Boolean) => Json::Bool(&*tag == "true"),
        number if is_number && number.parse::<i64>().is_ok() => Json::Number(number.into()),
        _ => Json::String(tag),
    }
}
