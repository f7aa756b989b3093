//! What type a schema denotes where it is used.

use super::Lower;
use super::merge::{Declared, Merged};
use crate::diag::Problem;
use crate::ir::{Check, Newtype, Owner, PathStep, Shape, Type, TypeId, TypePath, TypeRef, Union};
use crate::openapi::schema::{JsonType, Schema, Types};
use crate::tree::{NodeId, Value};
use std::rc::Rc;

/// What a schema turned out to be: a type that needs a definition, or one that does not.
pub(super) enum Lowered {
    /// A shape that gets a name.
    Def(Shape, Vec<Check>),
    /// A type by itself.
    Use(TypeRef),
}

impl Lowered {
    pub(super) fn any() -> Lowered {
        Lowered::Use(TypeRef::new(Type::Any))
    }
}

/// Wrappers around wrappers are followed this often: longer chains are loops.
const MAX_WRAPPERS: usize = 64;
/// Schemas that say what they are by what they refer to are followed this far.
const MAX_CHAIN: usize = 1024;

impl Lower<'_> {
    /// The type of a schema where it is used. `path` is what an inline type would be named after.
    pub(super) fn use_schema(&mut self, node: NodeId, path: TypePath) -> TypeRef {
        let nullable = self.is_nullable(node);
        let mut type_ref = self.use_declared(node, path);
        type_ref.nullable |= nullable;
        self.note_own_examples(&[node], &type_ref);
        type_ref
    }

    fn use_declared(&mut self, node: NodeId, path: TypePath) -> TypeRef {
        match self.unwrap(node) {
            Some(Inner::Named(target)) => self.use_target(target),
            Some(Inner::Inline(inner)) => match self.stand_in(inner) {
                Some(stand_in) => stand_in,
                None => self.inline(&[Declared {
                    node: inner,
                    base: Rc::new(path),
                }]),
            },
            None => TypeRef::new(Type::Any),
        }
    }

    /// The type of a schema that a reference names.
    pub(super) fn use_target(&mut self, target: NodeId) -> TypeRef {
        if let Some(known) = self.types.get(&vec![target]) {
            return known.clone();
        }
        let path = self.path_of(target);
        self.named(target, path)
    }

    /// The type of several schemas that hold together for one value: a property that is declared more than once.
    pub(super) fn use_all(&mut self, declared: &[Declared], step: &PathStep) -> TypeRef {
        let mut nodes: Vec<Declared> = Vec::new();
        let mut nullable = true;
        for declared in declared {
            nullable &= self.is_nullable(declared.node) || self.is_open(declared.node);
            let node = match self.unwrap(declared.node) {
                Some(Inner::Named(node) | Inner::Inline(node)) => node,
                None => continue,
            };
            if !nodes.iter().any(|known| known.node == node) {
                nodes.push(Declared {
                    node,
                    base: Rc::new(declared.base.then(step.clone())),
                });
            }
        }
        self.drop_implied(&mut nodes);
        let any_null = declared.iter().any(|declared| self.is_nullable(declared.node));
        let mut type_ref = match nodes.as_slice() {
            [] => TypeRef::new(Type::Any),
            [only] if self.is_reference_target(only.node, declared) => self.use_target(only.node),
            [only] => match self.stand_in(only.node) {
                Some(stand_in) => stand_in,
                None => self.inline(&nodes),
            },
            _ => self.inline(&nodes),
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
            .map(|declared| self.merge(std::slice::from_ref(declared)))
            .collect();
        let keep: Vec<bool> = (0..nodes.len())
            .map(|index| {
                let node = nodes[index].node;
                let implied = merged.iter().enumerate().any(|(other, merged)| {
                    other != index && nodes[other].node != node && merged.sources.contains(&node)
                });
                !implied
            })
            .collect();
        let mut keep = keep.into_iter();
        nodes.retain(|_| keep.next().unwrap_or(true));
    }

    fn is_reference_target(&mut self, node: NodeId, declared: &[Declared]) -> bool {
        self.components.contains_key(&node) || !declared.iter().any(|declared| declared.node == node)
    }

    /// Looks through references and wrappers that add nothing but prose and `null`: `$ref`, `allOf` of one, `anyOf` of one and
    /// `null`. `None`: the reference leads nowhere.
    pub(super) fn unwrap(&mut self, node: NodeId) -> Option<Inner> {
        let mut current = node;
        let mut named = false;
        for _ in 0..MAX_WRAPPERS {
            let schema = self.read(current);
            match self.wrapped(&schema) {
                Wrapped::No => {
                    return Some(if named || self.components.contains_key(&current) {
                        Inner::Named(current)
                    } else {
                        Inner::Inline(current)
                    });
                }
                Wrapped::Reference(reference) => {
                    let target = self.reader.target(reference)?;
                    // A component that is another name for a type stays a type of its own.
                    return Some(Inner::Named(target));
                }
                Wrapped::Inline(inner) => {
                    named = false;
                    current = inner;
                }
            }
        }
        self.report(
            node,
            Problem::ReferenceLoop {
                reference: self.reader.tree.pointer(node),
            },
        );
        None
    }

    fn wrapped(&mut self, schema: &Schema) -> Wrapped {
        if schema.boolean.is_some() || !self.only_annotations(schema) {
            return Wrapped::No;
        }
        let real = |lower: &mut Self, members: &[NodeId]| -> Vec<NodeId> {
            members
                .iter()
                .copied()
                .filter(|&member| !lower.is_null(member))
                .collect()
        };
        let any_of = real(self, &schema.any_of);
        let one_of = real(self, &schema.one_of);
        match (
            schema.reference,
            schema.all_of.as_slice(),
            any_of.as_slice(),
            one_of.as_slice(),
        ) {
            (Some(reference), [], [], []) if schema.any_of.is_empty() && schema.one_of.is_empty() => {
                Wrapped::Reference(reference)
            }
            (None, [only], [], []) if schema.any_of.is_empty() && schema.one_of.is_empty() => Wrapped::Inline(*only),
            (None, [], [only], []) if schema.one_of.is_empty() => Wrapped::Inline(*only),
            (None, [], [], [only]) if schema.any_of.is_empty() => Wrapped::Inline(*only),
            _ => Wrapped::No,
        }
    }

    /// Whether a schema asserts nothing beside its reference or its only member. A `type` that repeats what the member is
    /// adds nothing.
    fn only_annotations(&mut self, schema: &Schema) -> bool {
        let target = schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok());
        let target = target.or(match schema.all_of.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        let types_add_nothing = schema.types.is_empty()
            || target.is_some_and(|target| {
                self.kinds(target).without(JsonType::Null) == schema.types.without(JsonType::Null)
            });
        types_add_nothing
            && schema.values.is_none()
            && schema.constant.is_none()
            && schema.properties.is_empty()
            && schema.required.is_empty()
            && schema.additional_properties.is_none()
            && schema.pattern_properties.is_empty()
            && schema.items.is_none()
            && schema.prefix_items.is_empty()
            && schema.min_length.is_none()
            && schema.max_length.is_none()
            && schema.min_items.is_none()
            && schema.max_items.is_none()
            && schema.min_properties.is_none()
            && schema.max_properties.is_none()
            && schema.minimum.is_none()
            && schema.maximum.is_none()
            && schema.exclusive_minimum.is_none()
            && schema.exclusive_maximum.is_none()
            && schema.multiple_of.is_none()
            && schema.pattern.is_none()
            && schema.format.is_none()
            && !schema.unique_items
            && !self.is_special(schema)
    }

    /// The type of inline schemas that hold together; the first one gives the name.
    fn inline(&mut self, nodes: &[Declared]) -> TypeRef {
        let mut key: Vec<NodeId> = nodes.iter().map(|declared| declared.node).collect();
        key.sort();
        if let Some(known) = self.types.get(&key) {
            return known.clone();
        }
        let Some(first) = nodes.first().cloned() else {
            return TypeRef::new(Type::Any);
        };
        if nodes.len() == 1
            && let Some(met) = self.open.get(&first.node).copied()
        {
            return self.met_again(&first, met);
        }
        let merged = self.merge(nodes);
        if nodes.len() > 1 {
            return self.intersection(key, &merged, &first);
        }
        self.open.insert(first.node, None);
        let lowered = self.classify(&merged, first.node, &first.base);
        let met = self.open.remove(&first.node).flatten();
        let (shape, checks) = match lowered {
            Lowered::Use(type_ref) if met.is_none() => {
                self.types.insert(key, type_ref.clone());
                return type_ref;
            }
            Lowered::Use(type_ref) => (Shape::Alias(type_ref), Vec::new()),
            Lowered::Def(shape, checks) => (shape, checks),
        };
        let any = Shape::Alias(TypeRef::new(Type::Any));
        let id = met.unwrap_or_else(|| self.define(first.node, (*first.base).clone(), any));
        let def = &mut self.api.types[id.index()];
        def.shape = shape;
        def.checks = checks;
        let type_ref = TypeRef::new(Type::Named { id, boxed: false });
        self.types.insert(key, type_ref.clone());
        type_ref
    }

    /// An inline schema that holds itself, because it includes what it is written in. Only now it needs an id before its body.
    fn met_again(&mut self, declared: &Declared, met: Option<TypeId>) -> TypeRef {
        let any = Shape::Alias(TypeRef::new(Type::Any));
        let id = met.unwrap_or_else(|| self.define(declared.node, (*declared.base).clone(), any));
        self.open.insert(declared.node, Some(id));
        TypeRef::new(Type::Named { id, boxed: false })
    }

    /// The type of several schemas that hold together. Its id is known before its body, because the body can meet the same schemas
    /// again.
    fn intersection(&mut self, key: Vec<NodeId>, merged: &Merged, first: &Declared) -> TypeRef {
        let path = (*first.base).clone();
        let id = self.define(first.node, path.clone(), Shape::Alias(TypeRef::new(Type::Any)));
        let type_ref = TypeRef::new(Type::Named { id, boxed: false });
        self.types.insert(key, type_ref.clone());
        let (shape, checks) = match self.classify(merged, first.node, &path) {
            Lowered::Use(type_ref) => (Shape::Alias(type_ref), Vec::new()),
            Lowered::Def(shape, checks) => (shape, checks),
        };
        let def = &mut self.api.types[id.index()];
        def.shape = shape;
        def.checks = checks;
        type_ref
    }

    /// The body of a type that has a name of its own.
    pub(super) fn body(&mut self, node: NodeId, path: &TypePath) -> (Shape, Vec<Check>) {
        if let Some(inherited) = self.inheritance(node, path) {
            return inherited;
        }
        match self.unwrap(node) {
            Some(Inner::Named(target)) if target != node => {
                let mut target = self.use_target(target);
                target.nullable = false;
                return (Shape::Alias(target), Vec::new());
            }
            Some(Inner::Named(_) | Inner::Inline(_)) => {}
            None => return (Shape::Alias(TypeRef::new(Type::Any)), Vec::new()),
        }
        let declared = Declared {
            node,
            base: Rc::new(path.clone()),
        };
        let merged = self.merge(&[declared]);
        match self.classify(&merged, node, path) {
            Lowered::Def(shape, checks) => (shape, checks),
            Lowered::Use(mut type_ref) => {
                type_ref.nullable = false;
                match type_ref.ty {
                    // A named string with constraints is a type of its own, so that it is checked when it is made.
                    Type::String(kind) if is_self_checking(&type_ref.checks) => {
                        let checks = type_ref.checks;
                        (Shape::Newtype(Newtype { kind, checks }), Vec::new())
                    }
                    _ => (Shape::Alias(type_ref), Vec::new()),
                }
            }
        }
    }

    /// Decides what merged keywords denote.
    pub(super) fn classify(&mut self, merged: &Merged, node: NodeId, path: &TypePath) -> Lowered {
        if merged.impossible {
            return Lowered::Use(self.any_checked(node));
        }
        if self.config.exact && self.is_untyped(merged) {
            return Lowered::Use(self.any_checked(node));
        }
        if self.config.exact && self.lists_other_than_strings(merged) {
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
        match kinds.single() {
            Some(kind) => self.classify_kind(merged, kind, node),
            None if kinds.is_empty() && merged.types.has(JsonType::Null) => Lowered::Use(TypeRef::new(Type::Null)),
            None if kinds.is_empty() => self.untyped(merged, node),
            None => self.kinds_union(merged, kinds, node, path),
        }
    }

    /// The type of merged keywords for values of one JSON type.
    pub(super) fn classify_kind(&mut self, merged: &Merged, kind: JsonType, node: NodeId) -> Lowered {
        match kind {
            JsonType::Null => Lowered::Use(TypeRef::new(Type::Null)),
            JsonType::Boolean => Lowered::Use(self.with_special(TypeRef::new(Type::Bool), merged)),
            JsonType::Integer => Lowered::Use(self.integer(merged)),
            JsonType::Number => Lowered::Use(self.number(merged)),
            JsonType::String => self.string(merged),
            JsonType::Array => self.array(merged),
            JsonType::Object => self.object(merged, node),
        }
    }

    /// No type, and no keyword that implies one.
    fn untyped(&mut self, merged: &Merged, node: NodeId) -> Lowered {
        let limits = &merged.limits;
        let says_something = !limits.patterns.is_empty()
            || limits.min_length.is_some()
            || limits.max_length.is_some()
            || limits.minimum.is_some()
            || limits.maximum.is_some()
            || limits.exclusive_minimum.is_some()
            || limits.exclusive_maximum.is_some()
            || !limits.multiple_of.is_empty()
            || !merged.special.is_empty();
        if says_something {
            return Lowered::Use(self.any_checked(node));
        }
        Lowered::any()
    }

    /// Whether `const` or `enum` has values whose equality only JSON Schema defines: `1` is `1.0`, and `null` is a value.
    fn lists_other_than_strings(&self, merged: &Merged) -> bool {
        let listed = merged
            .values
            .iter()
            .flat_map(|(_, values)| values)
            .chain(&merged.constant);
        listed.into_iter().any(|&node| self.reader.tree.str(node).is_none())
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

    // Nullability and kinds, without lowering anything.

    /// Whether `null` is one of several values that a schema names.
    pub(super) fn is_nullable(&mut self, node: NodeId) -> bool {
        match self.nullable.get(&node) {
            Some(Some(known)) => return *known,
            // A schema that refers to itself adds nothing to what it admits.
            Some(None) => return false,
            None => {}
        }
        if self.chain >= MAX_CHAIN {
            return false;
        }
        self.nullable.insert(node, None);
        let schema = self.read(node);
        self.chain += 1;
        let nullable = self.admits_null(&schema);
        self.chain -= 1;
        self.nullable.insert(node, Some(nullable));
        nullable
    }

    fn admits_null(&mut self, schema: &Schema) -> bool {
        if schema.types.has(JsonType::Null) {
            return true;
        }
        if !schema.types.is_empty() || schema.constant.is_some() {
            return false;
        }
        if let Some(values) = &schema.values {
            return values
                .iter()
                .any(|&value| *self.reader.tree.value(value) == Value::Null);
        }
        let target = schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok());
        if let Some(target) = target {
            return self.is_nullable(target);
        }
        let alternatives = schema.any_of.iter().chain(&schema.one_of);
        if alternatives.clone().next().is_some() {
            return alternatives
                .copied()
                .collect::<Vec<_>>()
                .into_iter()
                .any(|member| self.is_null(member) || self.is_nullable(member));
        }
        !schema.all_of.is_empty()
            && schema
                .all_of
                .iter()
                .all(|&member| self.is_nullable(member) || self.is_open(member))
            && schema.all_of.iter().any(|&member| self.is_nullable(member))
    }

    /// Whether a schema names no type at all, so that it does not forbid `null`.
    fn is_open(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        schema.types.is_empty()
            && schema.reference.is_none()
            && schema.values.is_none()
            && schema.constant.is_none()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty()
            && schema.properties.is_empty()
    }

    /// Whether a schema admits `null` and nothing else.
    pub(super) fn is_null(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        let null = |lower: &Self, value: NodeId| *lower.reader.tree.value(value) == Value::Null;
        schema.types == Types::of(JsonType::Null)
            || schema.constant.is_some_and(|value| null(self, value))
            || schema
                .values
                .as_ref()
                .is_some_and(|values| !values.is_empty() && values.iter().all(|&value| null(self, value)))
    }

    /// The JSON types that values of a schema can have; empty: any.
    pub(super) fn kinds(&mut self, node: NodeId) -> Types {
        self.known_kinds(node).unwrap_or_default()
    }

    /// `None`: the schema is being looked at, so it adds nothing to what is known of itself.
    fn known_kinds(&mut self, node: NodeId) -> Option<Types> {
        if let Some(known) = self.kinds.get(&node) {
            return *known;
        }
        if self.chain >= MAX_CHAIN {
            return None;
        }
        self.kinds.insert(node, None);
        let schema = self.read(node);
        self.chain += 1;
        let kinds = self.kinds_of(&schema);
        self.chain -= 1;
        self.kinds.insert(node, Some(kinds));
        Some(kinds)
    }

    fn kinds_of(&mut self, schema: &Schema) -> Types {
        if !schema.types.is_empty() {
            return schema.types;
        }
        if let Some(value) = schema.constant {
            return self.kind_of_value(value);
        }
        if let Some(values) = &schema.values {
            return values.iter().fold(Types::default(), |types, &value| {
                union(types, self.kind_of_value(value))
            });
        }
        let target = schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok());
        if let Some(kinds) = target.and_then(|target| self.known_kinds(target)) {
            return kinds;
        }
        let alternatives: Vec<NodeId> = schema.any_of.iter().chain(&schema.one_of).copied().collect();
        if !alternatives.is_empty() {
            let mut types = Types::default();
            for member in alternatives {
                match self.known_kinds(member) {
                    Some(kinds) if kinds.is_empty() => return own_kinds(schema),
                    Some(kinds) => types = union(types, kinds),
                    None => {}
                }
            }
            return types;
        }
        let mut types = own_kinds(schema);
        for &member in &schema.all_of {
            let kinds = self.known_kinds(member).unwrap_or_default();
            types = types.intersect(kinds).unwrap_or(types);
        }
        types
    }

    fn kind_of_value(&self, node: NodeId) -> Types {
        Types::of(match self.reader.tree.value(node) {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Number(number) if number.is_integer() => JsonType::Integer,
            Value::Number(_) => JsonType::Number,
            Value::String(_) => JsonType::String,
            Value::Array(_) => JsonType::Array,
            Value::Object(_) => JsonType::Object,
        })
    }

    pub(super) fn make_union(union: Union) -> Lowered {
        Lowered::Def(Shape::Union(union), Vec::new())
    }

    /// The short name of the component that a node is.
    pub(super) fn component_name(&self, node: NodeId) -> Option<String> {
        self.components
            .get(&node)
            .map(|name| name.to_string())
            .or_else(|| match self.path_of(node) {
                TypePath {
                    owner: Owner::Schema(name),
                    steps,
                } if steps.is_empty() => Some(name),
                _ => None,
            })
    }
}

/// Whether a string type can check itself: it has rules, and none needs the interpreter.
fn is_self_checking(checks: &[Check]) -> bool {
    !checks.is_empty() && !checks.iter().any(|check| matches!(check, Check::Assert(_)))
}

/// What is inside wrappers that add nothing.
pub(super) enum Inner {
    /// A schema that a reference names.
    Named(NodeId),
    /// A schema that is written in place.
    Inline(NodeId),
}

enum Wrapped {
    No,
    Reference(NodeId),
    Inline(NodeId),
}

fn union(a: Types, b: Types) -> Types {
    b.iter().fold(a, Types::with)
}

/// Types that keywords of a single schema imply.
pub(super) fn own_kinds(schema: &Schema) -> Types {
    if !schema.properties.is_empty() || schema.additional_properties.is_some() || !schema.pattern_properties.is_empty()
    {
        return Types::of(JsonType::Object);
    }
    if schema.items.is_some() || !schema.prefix_items.is_empty() {
        return Types::of(JsonType::Array);
    }
    Types::default()
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
        || merged.limits.min_properties.is_some()
        || merged.limits.max_properties.is_some();
    if object {
        return Types::of(JsonType::Object);
    }
    if !merged.items.is_empty() || !merged.prefix_items.is_empty() {
        return Types::of(JsonType::Array);
    }
    Types::default()
}
