//! Inheritance: a schema with a discriminator that others extend through `allOf` (OpenAPI 3.1 section 4.8.25.2).
//!
//! Used as a type it means "this or any of its heirs"; extended, it contributes its properties.

use crate::ir::{Checks, Docs, Json, PathStep, Shape, Tagging, Type, TypePath, TypeRef, Union, Variant};
use crate::lower::Lower;
use crate::lower::schema::Declared;
use crate::lower::types::Lowered;
use crate::openapi::schema::Discriminator;
use crate::tree::NodeId;
use std::rc::Rc;

impl Lower<'_, '_> {
    /// The union of a base and its heirs; `None` if the schema is no base.
    pub(in crate::lower) fn inheritance(&mut self, node: NodeId, path: &TypePath) -> Option<(Shape, Checks)> {
        let heirs = self.heirs.get(&node).filter(|heirs| !heirs.is_empty())?.clone();
        let discriminator = self.read(node).discriminator.clone()?;
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
        let merged = self.merge(&[Declared {
            node,
            base: Rc::new(path.clone()),
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
}
