//! Inheritance: a schema with a discriminator that others extend through `allOf` (OpenAPI 3.1 section 4.8.25.2).
//!
//! Used as a type it means "this or any of its heirs"; extended, it contributes its properties.

use crate::ir::{Checks, Docs, Json, PathStep, Shape, Tagging, Type, TypePath, TypeRef, Union, Variant};
use crate::lower::types::Lowered;
use crate::lower::{Declared, Lower};
use crate::openapi::schema::Discriminator;
use crate::tree::NodeId;

impl Lower<'_, '_> {
    /// The union of a base and its heirs; `None` if the schema is no base.
    pub(in crate::lower) fn inheritance(&mut self, node: NodeId, path: &TypePath) -> Option<(Shape, Checks)> {
        let heirs = self.schemas.heirs(node).to_vec();
        if heirs.is_empty() {
            return None;
        }
        let discriminator = self.schemas.read(node).discriminator.clone()?;
        let mut variants = Vec::new();
        for heir in heirs {
            let tags = self.tags_of(heir, &discriminator);
            variants.push(Variant {
                ty: self.use_target(heir),
                name: self.component_name(heir).unwrap_or_default(),
                tags: tags.into_iter().map(|tag| Json::String(tag.into())).collect(),
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
            tags: tags.into_iter().map(|tag| Json::String(tag.into())).collect(),
            required: Vec::new(),
            docs: Docs::default(),
        }
    }

    /// The tags that mean a schema: keys of the mapping, `x-ms-discriminator-value`, values of its own tag property, or its name.
    pub(in crate::lower) fn tags_of(&mut self, node: NodeId, discriminator: &Discriminator) -> Vec<String> {
        let name = self.component_name(node);
        let mut tags: Vec<String> = Vec::new();
        for (tag, target, target_node) in &discriminator.mapping {
            if self.schemas.mapping_target(target, *target_node) == Some(node) {
                tags.push(tag.to_string());
            }
        }
        if tags.is_empty() {
            let own = self.schemas.read(node).extensions.discriminator_value.clone();
            tags.extend(own.map(|own| own.to_string()));
        }
        if tags.is_empty() {
            let values = self.schemas.property_values(node, &discriminator.property);
            let tree = self.schemas.tree();
            let texts = values.iter().flatten().filter_map(|&value| tree.str(value));
            tags.extend(texts.map(str::to_owned));
        }
        if tags.is_empty() {
            tags.extend(name);
        }
        tags
    }

    /// The values that a property of an object schema can have, if it names them.
    pub(in crate::lower) fn property_values(&mut self, node: NodeId, property: &str) -> Option<Vec<Json>> {
        let values = self.schemas.property_values(node, property)?;
        Some(values.into_iter().map(|value| self.json(value)).collect())
    }
}
