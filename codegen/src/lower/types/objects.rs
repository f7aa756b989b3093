//! Objects and arrays: structs, maps, tuples and lists.

use crate::diag::{Hint, Problem};
use crate::ir::{Access, Checks, Field, Json, PathStep, Rest, Shape, Struct, Tuple, Type, TypePath, TypeRef};
use crate::lower::schema::Inner;
use crate::lower::types::Lowered;
use crate::lower::{Declared, Lower, Merged};
use crate::openapi::schema::Schema;
use crate::tree::NodeId;
use std::rc::Rc;
use std::sync::Arc;

impl Lower<'_, '_> {
    pub(in crate::lower) fn object(&mut self, merged: &Merged, node: NodeId, path: &TypePath) -> Lowered {
        let parts = merged.properties.len() + merged.required.len();
        if !self.schemas.reader.take(node, parts, 0) {
            return Lowered::any();
        }
        let checks = self.object_checks(merged);
        if merged.properties.is_empty() {
            return self.map(merged, node, path, checks);
        }
        let fields = merged.properties.iter().map(|(name, declared)| {
            let required = merged.required.get_index_of(name);
            let home = merged.home(name).map(|home| self.path_at(home));
            self.field(name, declared, home.as_ref().unwrap_or(path), required)
        });
        let fields: Vec<Field> = fields.collect();
        let rest = self.rest(merged, path);
        self.undeclared_required(merged, node, &rest);
        Lowered::Def(Box::new(Shape::Struct(Struct { fields, rest })), checks)
    }

    /// An object whose keys are data.
    fn map(&mut self, merged: &Merged, node: NodeId, path: &TypePath, mut checks: Checks) -> Lowered {
        let denied = merged
            .additional
            .iter()
            .any(|declared| self.schemas.is_false(declared.node));
        if denied && merged.pattern_properties.is_empty() {
            let empty = Struct {
                fields: Vec::new(),
                rest: Rest::Denied,
            };
            return Lowered::Def(Box::new(Shape::Struct(empty)), checks);
        }
        if !merged.required.is_empty() {
            checks.assertions.push(self.required_assertion(merged, node));
        }
        let values = match self.rest_type(merged, path) {
            Some(values) => values,
            None => TypeRef::new(Type::Any),
        };
        Lowered::Use(TypeRef {
            ty: Type::Map(Box::new(values)),
            nullable: false,
            checks,
        })
    }

    /// One property, with all its declarations.
    fn field(&mut self, name: &Arc<str>, declared: &[Declared], home: &TypePath, required: Option<usize>) -> Field {
        let step = PathStep::Property(name.to_string());
        let ty = match declared {
            [only] => {
                let path = self.path_in(&only.base, step);
                self.use_schema(only.node, path)
            }
            _ => self.use_all(declared, home, &step),
        };
        // Of several declarations the last one is the most derived: it speaks first.
        let nodes = declared.iter().rev();
        let nodes: Vec<NodeId> = nodes.flat_map(|declared| self.schemas.layers(declared.node)).collect();
        let schemas: Vec<Rc<Schema>> = nodes.iter().map(|&node| self.schemas.read(node)).collect();
        let last = nodes.first().copied();
        let origin = last.map(|node| self.origin(node));
        let default = schemas.iter().find_map(|schema| schema.default);
        let default = default.map(|node| self.json(node)).filter(|json| *json != Json::Null);
        let rename = origin
            .as_ref()
            .and_then(|origin| self.config.rename.fields.get(&*origin.pointer));
        let rename = rename.map(|located| located.value.clone());
        let own_name = schemas
            .iter()
            .find_map(|schema| schema.extensions.rust_name.as_deref().map(str::to_owned));
        Field {
            name: name.to_string(),
            ty,
            required: required.is_some(),
            rank: required.unwrap_or(usize::MAX),
            access: self.access(&nodes, &schemas),
            default,
            docs: self.docs_of(&nodes),
            origin: origin.unwrap_or_else(|| self.origin_of_root()),
            rename: rename.or(own_name),
        }
    }

    fn origin_of_root(&self) -> crate::ir::Origin {
        let root = self.schemas.tree().roots().first().map(|(_, root)| *root);
        match root {
            Some(root) => self.origin(root),
            None => unreachable_origin(),
        }
    }

    /// `readOnly` and `writeOnly`, also of the schema that a property refers to.
    fn access(&mut self, nodes: &[NodeId], schemas: &[Rc<Schema>]) -> Access {
        let mut seen: Vec<Rc<Schema>> = schemas.to_vec();
        for &node in nodes {
            if let Some(Inner::Named(target)) = self.schemas.unwrap(node) {
                seen.push(self.schemas.read(target));
            }
        }
        if seen.iter().any(|schema| schema.read_only) {
            Access::ReadOnly
        } else if seen.iter().any(|schema| schema.write_only) {
            Access::WriteOnly
        } else {
            Access::Both
        }
    }

    /// What becomes of properties that are not declared.
    fn rest(&mut self, merged: &Merged, path: &TypePath) -> Rest {
        let closed = merged
            .additional
            .iter()
            .any(|declared| self.schemas.is_false(declared.node));
        // `false` in one of several merged schemas would forbid what the others declare: nobody means that.
        if closed && merged.pattern_properties.is_empty() && merged.sources.len() == 1 {
            return Rest::Denied;
        }
        if let Some(kept) = self.rest_type(merged, path) {
            return Rest::Kept(Box::new(kept));
        }
        if self.closes(merged) && !self.config.exact {
            return Rest::Denied;
        }
        if merged
            .special
            .iter()
            .any(|&source| self.schemas.has_more(merged, source))
        {
            return Rest::Kept(Box::new(TypeRef::new(Type::Any)));
        }
        if self.config.exact && (closed || !merged.special.is_empty() || merged.sources.len() > 1) {
            return Rest::Kept(Box::new(TypeRef::new(Type::Any)));
        }
        Rest::Ignored
    }

    /// Whether `unevaluatedProperties` forbids what is not declared.
    fn closes(&mut self, merged: &Merged) -> bool {
        let mut sources = merged.sources.iter();
        sources.any(|&source| self.schemas.closes_unevaluated(source))
    }

    /// The type of properties that are not declared, if they are kept. `patternProperties` speaks of those that match and of no others
    /// (JSON Schema Core section 10.3.2.2): where others are allowed, they are of any type.
    fn rest_type(&mut self, merged: &Merged, path: &TypePath) -> Option<TypeRef> {
        let preserved = |&source: &NodeId| self.schemas.read(source).extensions.preserve_unknown;
        if merged.additional.is_empty() && merged.sources.iter().any(preserved) {
            return Some(TypeRef::new(Type::Any));
        }
        let schemas: Vec<Declared> = merged
            .additional
            .iter()
            .filter(|declared| !self.schemas.is_false(declared.node))
            .cloned()
            .collect();
        let closed = !merged.additional.is_empty() || self.closes(merged);
        match (schemas.as_slice(), merged.pattern_properties.as_slice()) {
            ([], []) => None,
            ([], [(pattern, _)]) if !closed && !self.schemas.matches_everything(pattern) => {
                Some(TypeRef::new(Type::Any))
            }
            ([], [(_, only)]) | ([only], []) => {
                let path = self.path_in(&only.base, PathStep::MapValue);
                Some(self.use_schema(only.node, path))
            }
            ([_, ..], []) => Some(self.use_all(&schemas, path, &PathStep::MapValue)),
            (_, [_, ..]) => Some(TypeRef::new(Type::Any)),
        }
    }

    /// `required` may name what is not declared: it cannot be sent, and responses are read without it.
    fn undeclared_required(&mut self, merged: &Merged, node: NodeId, rest: &Rest) {
        if matches!(rest, Rest::Kept(_)) {
            return;
        }
        let missing: Vec<String> = merged
            .required
            .iter()
            .filter(|name| !merged.properties.contains_key(*name))
            .map(|name| name.to_string())
            .collect();
        if missing.is_empty() {
            return;
        }
        let places = self.schemas.required_items(node);
        for name in missing {
            let hint = Hint::new(&name, merged.properties.keys().map(|known| &**known));
            let place = places.get(name.as_str()).copied().unwrap_or(node);
            self.report(place, Problem::UndeclaredRequired { name, hint });
        }
    }

    pub(in crate::lower) fn array(&mut self, merged: &Merged, path: &TypePath) -> Lowered {
        let checks = self.array_checks(merged);
        if !merged.prefix_items.is_empty() {
            return self.tuple(merged, checks);
        }
        let item = match merged.items.as_slice() {
            [] => TypeRef::new(Type::Any),
            [only] => {
                let path = self.path_in(&only.base, PathStep::Item);
                self.use_schema(only.node, path)
            }
            several => self.use_all(several, path, &PathStep::Item),
        };
        Lowered::Use(TypeRef {
            ty: Type::Array(Box::new(item)),
            nullable: false,
            checks,
        })
    }

    /// `maxItems` can close a tuple as `items: false` does: most writers of schemas do it that way.
    fn tuple(&mut self, merged: &Merged, mut checks: Checks) -> Lowered {
        let first = merged.sources.first();
        if first.is_some_and(|&node| !self.schemas.reader.take(node, merged.prefix_items.len(), 0)) {
            return Lowered::any();
        }
        let limits = &merged.constraints.arrays;
        let most = limits
            .max_items
            .map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
        let closed = most <= merged.prefix_items.len();
        let idle: Vec<NodeId> = merged
            .prefix_items
            .iter()
            .skip(most)
            .map(|declared| declared.node)
            .collect();
        for node in idle {
            let most = limits.max_items.unwrap_or_default();
            self.report(node, Problem::IdleItem { most });
        }
        let elements: Vec<TypeRef> = merged
            .prefix_items
            .iter()
            .take(most)
            .enumerate()
            .map(|(index, declared)| {
                let path = self.path_in(&declared.base, PathStep::Element(index));
                self.use_schema(declared.node, path)
            })
            .collect();
        let rest = match merged.items.first() {
            _ if closed => None,
            Some(declared) if self.schemas.is_false(declared.node) => None,
            Some(declared) => {
                let path = self.path_in(&declared.base, PathStep::Item);
                Some(self.use_schema(declared.node, path))
            }
            None => Some(TypeRef::new(Type::Any)),
        };
        let required = limits.min_items.unwrap_or(0);
        let required = usize::try_from(required).unwrap_or(usize::MAX).min(elements.len());
        if rest.is_none() {
            // The type itself keeps them.
            let arrays = &mut checks.constraints.arrays;
            arrays.max_items = None;
            arrays.min_items = arrays.min_items.filter(|&least| least > required as u64);
        }
        Lowered::Def(
            Box::new(Shape::Tuple(Tuple {
                elements,
                required,
                rest,
            })),
            checks,
        )
    }
}

/// A tree without a root has no schemas, so nobody asks for their origin.
fn unreachable_origin() -> crate::ir::Origin {
    let mut sources = crate::source::SourceMap::new();
    let file = sources.add("", None, "");
    crate::ir::Origin {
        pointer: "#".into(),
        span: crate::source::Span::new(file, 0, 0),
    }
}
