//! What type a schema denotes where it is used.

mod candidate;
mod enums;
mod inheritance;
mod objects;
mod overrides;
mod scalar_unions;
mod scalars;
mod unions;
mod variant_names;

pub(in crate::lower) use scalars::{content_words, is_expressed};

use crate::ir::{Checks, Foreign, Newtype, Owner, PathStep, Shape, Type, TypeId, TypePath, TypeRef, Union};
use crate::lower::path::Place;
use crate::lower::schema::Inner;
use crate::lower::{Declared, Lower, Merged};
use crate::openapi::schema::{JsonType, Types};
use crate::tree::NodeId;

/// What a schema turned out to be: a type that needs a definition, or one that does not.
pub(in crate::lower) enum Lowered {
    /// A shape that gets a name.
    Def(Box<Shape>, Checks),
    /// A type by itself.
    Use(TypeRef),
}

impl Lowered {
    /// A shape that needs no further check.
    pub(in crate::lower) fn def(shape: Shape) -> Lowered {
        Lowered::Def(Box::new(shape), Checks::default())
    }

    pub(in crate::lower) fn any() -> Lowered {
        Lowered::Use(TypeRef::new(Type::Any))
    }
}

impl Lower<'_, '_> {
    /// The type of a schema where it is used. `path` is what an inline type would be named after.
    pub(in crate::lower) fn use_schema(&mut self, node: NodeId, path: TypePath) -> TypeRef {
        let nullable = self.schemas.is_nullable(node);
        let mut type_ref = self.use_declared(node, path);
        type_ref.nullable |= nullable;
        self.note_own_examples(&[node], &type_ref);
        type_ref
    }

    fn use_declared(&mut self, node: NodeId, path: TypePath) -> TypeRef {
        match self.schemas.unwrap(node) {
            Some(Inner::Named(target)) => self.use_target(target),
            Some(Inner::Inline(inner)) => match self.replacement(inner) {
                Some(replacement) => replacement,
                None => self.inline(&Declared {
                    node: inner,
                    base: path.into(),
                }),
            },
            None => TypeRef::new(Type::Any),
        }
    }

    /// The type of a schema that a reference names.
    pub(in crate::lower) fn use_target(&mut self, target: NodeId) -> TypeRef {
        if let Some(known) = self.types.get(&vec![target]) {
            return known.clone();
        }
        // A pointer into an inline schema, from inside of it.
        if let Some(met) = self.open.get(&target).copied() {
            let base = Place::Of(target);
            return self.met_again(&Declared { node: target, base }, met);
        }
        let path = self.path_of(target);
        self.named(target, path)
    }

    /// The type of several schemas that apply together for one value: a property that is declared more than once. `home` is what
    /// brings them together: a type that none of them is by itself is named after it.
    pub(in crate::lower) fn use_all(&mut self, declared: &[Declared], home: &TypePath, step: &PathStep) -> TypeRef {
        let mut nodes: Vec<Declared> = Vec::new();
        let mut nullable = true;
        for declared in declared {
            nullable &= self.schemas.is_nullable(declared.node) || self.schemas.is_open(declared.node);
            let Some(inner) = self.schemas.unwrap(declared.node) else {
                continue;
            };
            let node = inner.node();
            if !nodes.iter().any(|known| known.node == node) {
                nodes.push(Declared {
                    node,
                    base: self.path_in(&declared.base, step.clone()).into(),
                });
            }
        }
        self.drop_implied(&mut nodes);
        let any_null = declared.iter().any(|declared| self.schemas.is_nullable(declared.node));
        let mut type_ref = match nodes.as_slice() {
            [] => TypeRef::new(Type::Any),
            [only] if self.is_reference_target(only.node, declared) => self.use_target(only.node),
            [only] => match self.replacement(only.node) {
                Some(replacement) => replacement,
                None => self.inline(only),
            },
            several => self.intersection(several, &home.then(step.clone())),
        };
        type_ref.nullable = nullable && any_null;
        let written: Vec<NodeId> = declared.iter().map(|declared| declared.node).collect();
        self.note_own_examples(&written, &type_ref);
        type_ref
    }

    /// Leaves out schemas that another one of the list includes by `allOf`, and schemas that say nothing.
    fn drop_implied(&mut self, nodes: &mut Vec<Declared>) {
        let merged: Vec<Merged> = nodes
            .iter()
            .map(|declared| self.schemas.merge(std::slice::from_ref(declared)))
            .collect();
        let keep: Vec<bool> = (0..nodes.len())
            .map(|index| {
                let node = nodes[index].node;
                let own = &merged[index];
                let mut others = merged.iter().enumerate().filter(|(other, _)| *other != index);
                let implied = others.any(|(other, merged)| {
                    let included = nodes[other].node != node && merged.sources.contains(&node);
                    included || (other > index || !merged.says_only_types()) && own.adds_nothing_to(merged)
                });
                !implied
            })
            .collect();
        let mut keep = keep.into_iter();
        nodes.retain(|_| keep.next().unwrap_or(true));
    }

    fn is_reference_target(&mut self, node: NodeId, declared: &[Declared]) -> bool {
        self.schemas.components.contains_key(&node) || !declared.iter().any(|declared| declared.node == node)
    }

    /// The type of an inline schema.
    fn inline(&mut self, declared: &Declared) -> TypeRef {
        let Declared { node, base } = declared;
        let key = vec![*node];
        if let Some(known) = self.types.get(&key) {
            return known.clone();
        }
        if let Some(met) = self.open.get(node).copied() {
            return self.met_again(declared, met);
        }
        let merged = self.schemas.merge(std::slice::from_ref(declared));
        self.open.insert(*node, None);
        let path = self.path_at(base);
        let lowered = self.classify(&merged, *node, &path);
        let met = self.open.remove(node).flatten();
        let (shape, checks) = match lowered {
            Lowered::Use(type_ref) if met.is_none() => {
                self.types.insert(key, type_ref.clone());
                return type_ref;
            }
            Lowered::Use(type_ref) => (Shape::Alias(type_ref), Checks::default()),
            Lowered::Def(shape, checks) => (*shape, checks),
        };
        let any = Shape::Alias(TypeRef::new(Type::Any));
        let id = met.unwrap_or_else(|| self.define(*node, path, any));
        let def = &mut self.api.types[id];
        def.shape = shape;
        def.checks = checks;
        let type_ref = TypeRef::new(Type::Named { id, boxed: false });
        self.types.insert(key, type_ref.clone());
        type_ref
    }

    /// An inline schema that holds itself, because it includes what it is written in. Only now it needs an id before its body.
    fn met_again(&mut self, declared: &Declared, met: Option<TypeId>) -> TypeRef {
        let any = Shape::Alias(TypeRef::new(Type::Any));
        let id = met.unwrap_or_else(|| self.define(declared.node, self.path_at(&declared.base), any));
        self.open.insert(declared.node, Some(id));
        TypeRef::new(Type::Named { id, boxed: false })
    }

    /// The type of several schemas that apply together. Its id is known before its body, because the body can meet the same schemas
    /// again. What is said last is the most derived, so the type has its place and its prose.
    fn intersection(&mut self, nodes: &[Declared], path: &TypePath) -> TypeRef {
        let mut key: Vec<NodeId> = nodes.iter().map(|declared| declared.node).collect();
        let Some(&last) = key.last() else {
            return TypeRef::new(Type::Any);
        };
        key.sort();
        if let Some(known) = self.types.get(&key) {
            return known.clone();
        }
        let merged = self.schemas.merge(nodes);
        let id = self.define(last, path.clone(), Shape::Alias(TypeRef::new(Type::Any)));
        let type_ref = TypeRef::new(Type::Named { id, boxed: false });
        self.types.insert(key, type_ref.clone());
        let (shape, checks) = match self.classify(&merged, last, path) {
            Lowered::Use(type_ref) => (Shape::Alias(type_ref), Checks::default()),
            Lowered::Def(shape, checks) => (*shape, checks),
        };
        let def = &mut self.api.types[id];
        def.shape = shape;
        def.checks = checks;
        type_ref
    }

    /// The body of a type that has a name of its own.
    pub(in crate::lower) fn body(&mut self, node: NodeId, path: &TypePath) -> (Shape, Checks) {
        if let Some(inherited) = self.inheritance(node, path) {
            return inherited;
        }
        match self.schemas.unwrap(node) {
            Some(Inner::Named(target)) if target != node && !self.schemas.extends(node, target) => {
                let mut target = self.use_target(target);
                target.nullable = false;
                return (Shape::Alias(target), Checks::default());
            }
            Some(Inner::Named(_) | Inner::Inline(_)) => {}
            None => return (Shape::Alias(TypeRef::new(Type::Any)), Checks::default()),
        }
        let declared = Declared {
            node,
            base: path.clone().into(),
        };
        let merged = self.schemas.merge(&[declared]);
        match self.classify(&merged, node, path) {
            Lowered::Def(shape, checks) => (*shape, checks),
            Lowered::Use(mut type_ref) => {
                type_ref.nullable = false;
                match type_ref.ty {
                    // A named string with constraints is a type of its own, so that it is checked when it is made.
                    Type::String(kind) if is_self_checking(&type_ref.checks) => {
                        let checks = type_ref.checks;
                        (Shape::Newtype(Newtype { kind, checks }), Checks::default())
                    }
                    _ => (Shape::Alias(type_ref), Checks::default()),
                }
            }
        }
    }

    /// Decides what merged keywords denote.
    pub(in crate::lower) fn classify(&mut self, merged: &Merged, node: NodeId, path: &TypePath) -> Lowered {
        self.schemas.report_never(merged);
        if merged.impossible {
            return Lowered::Use(self.any_checked(node));
        }
        if self.config.exact && self.is_untyped(merged) {
            return Lowered::Use(self.any_checked(node));
        }
        if self.config.exact && self.lists_other_than_choices(merged) {
            return Lowered::Use(self.any_checked(node));
        }
        if let Some(constant) = merged.constant {
            return self.constant(constant);
        }
        if let Some(lowered) = self.enumeration(merged, node) {
            return lowered;
        }
        if !merged.unions.is_empty() {
            return self.union(merged, node, path);
        }
        let kinds = implied_types(merged).without(JsonType::Null);
        let kinds = if kinds.has(JsonType::Number) {
            kinds.without(JsonType::Integer)
        } else {
            kinds
        };
        let kind = kinds.single().or_else(|| self.number_or_digits(merged, kinds));
        match kind {
            Some(kind) => self.classify_kind(merged, kind, node, path),
            None if kinds.is_empty() && merged.types.has(JsonType::Null) => Lowered::Use(TypeRef::new(Type::Null)),
            None if kinds.is_empty() => self.untyped(merged, node),
            None => self.kinds_union(merged, kinds, node, path),
        }
    }

    /// The type of merged keywords for values of one JSON type.
    pub(in crate::lower) fn classify_kind(
        &mut self,
        merged: &Merged,
        kind: JsonType,
        node: NodeId,
        path: &TypePath,
    ) -> Lowered {
        match kind {
            JsonType::Null => Lowered::Use(TypeRef::new(Type::Null)),
            JsonType::Boolean => {
                let assertions = self.special_checks(merged);
                let checks = Checks {
                    assertions,
                    ..Checks::default()
                };
                Lowered::Use(TypeRef::checked(Type::Bool, checks))
            }
            JsonType::Integer => Lowered::Use(self.integer(merged)),
            JsonType::Number => Lowered::Use(self.number(merged)),
            JsonType::String => self.string(merged),
            JsonType::Array => self.array(merged, path),
            JsonType::Object => self.object(merged, node, path),
        }
    }

    /// No type, and no keyword that implies one.
    fn untyped(&mut self, merged: &Merged, node: NodeId) -> Lowered {
        let constraints = &merged.constraints;
        let says_something =
            !constraints.strings.is_empty() || !constraints.numbers.is_empty() || !merged.special.is_empty();
        let says_something = says_something || self.asserted_format(merged.format.as_deref()).is_some();
        if says_something {
            return Lowered::Use(self.any_checked(node));
        }
        Lowered::any()
    }

    /// Whether `const` or `enum` asks for what no enumeration does: `1` is `1.0`, `null` is a value, one value is checked, none is valid.
    fn lists_other_than_choices(&self, merged: &Merged) -> bool {
        let listed = merged.values.as_ref().map(|(_, values)| values);
        let is_choice = |values: &Vec<NodeId>| {
            values.len() > 1 && values.iter().all(|&node| self.schemas.tree().str(node).is_some())
        };
        merged.constant.is_some() || !listed.is_none_or(is_choice)
    }

    /// Whether only values of other types could tell what is meant: JSON Schema lets `{properties: …}` pass any string.
    fn is_untyped(&self, merged: &Merged) -> bool {
        merged.types.is_empty() && merged.values.is_none() && merged.constant.is_none()
    }

    fn kinds_union(&mut self, merged: &Merged, kinds: Types, node: NodeId, path: &TypePath) -> Lowered {
        if JsonType::ALL
            .into_iter()
            .all(|kind| matches!(kind, JsonType::Null | JsonType::Integer) || kinds.has(kind))
        {
            return self.untyped(merged, node);
        }
        self.union_of_kinds(merged, kinds, node, path)
    }

    pub(in crate::lower) fn make_union(union: Union) -> Lowered {
        Lowered::def(Shape::Union(union))
    }

    /// The short name of the component that a node is.
    pub(in crate::lower) fn component_name(&self, node: NodeId) -> Option<String> {
        let known = self.schemas.components.get(&node).map(|name| name.to_string());
        known.or_else(|| match self.path_of(node) {
            TypePath { owner, steps } if steps.is_empty() => match owner {
                Owner::Schema(name) | Owner::Foreign(Foreign { name, kind: None, .. }) => Some(name),
                Owner::Foreign(_) | Owner::Component(..) | Owner::Operation(_) | Owner::Event(_) => None,
            },
            _ => None,
        })
    }
}

/// Whether a string type can check itself: it has rules, and none needs the interpreter.
fn is_self_checking(checks: &Checks) -> bool {
    !checks.is_empty() && checks.assertions.is_empty()
}

/// The named types, or the type that the keywords imply: an object has properties even if nobody says it is one.
fn implied_types(merged: &Merged) -> Types {
    if !merged.types.is_empty() {
        return merged.types;
    }
    let object = !merged.properties.is_empty()
        || !merged.additional.is_empty()
        || !merged.pattern_properties.is_empty()
        || !merged.required.is_empty()
        || !merged.constraints.objects.is_empty();
    if object {
        return Types::of(JsonType::Object);
    }
    if !merged.items.is_empty() || !merged.prefix_items.is_empty() {
        return Types::of(JsonType::Array);
    }
    Types::default()
}
