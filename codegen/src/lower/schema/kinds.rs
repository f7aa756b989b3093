//! Which JSON types a schema admits, and whether `null` is one of them.

use super::{Known, Schemas};
use crate::openapi::schema::{JsonType, Schema, Types};
use crate::tree::{NodeId, Value};

/// Schemas that say what they are by what they refer to are followed this far.
const MAX_CHAIN: usize = 1024;

impl Schemas<'_, '_> {
    /// Whether `null` is one of several values that a schema names.
    pub(in crate::lower) fn is_nullable(&mut self, node: NodeId) -> bool {
        match self.nullable.get(node.index()) {
            Some(Known::Yes(known)) => return *known,
            Some(Known::Open) => return false,
            Some(Known::No) | None => {}
        }
        if self.chain >= MAX_CHAIN {
            return false;
        }
        note(&mut self.nullable, node, Known::Open);
        let schema = self.read(node);
        self.chain += 1;
        let nullable = self.admits_null(&schema);
        self.chain -= 1;
        note(&mut self.nullable, node, Known::Yes(nullable));
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
    pub(in crate::lower) fn is_open(&mut self, node: NodeId) -> bool {
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
    pub(in crate::lower) fn is_null(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        let null = |schemas: &Self, value: NodeId| *schemas.tree().value(value) == Value::Null;
        schema.types == Types::of(JsonType::Null)
            || schema.constant.is_some_and(|value| null(self, value))
            || schema
                .values
                .as_ref()
                .is_some_and(|values| !values.is_empty() && values.iter().all(|&value| null(self, value)))
    }

    /// The JSON types that values of a schema can have; empty: any.
    pub(in crate::lower) fn kinds(&mut self, node: NodeId) -> Types {
        self.known_kinds(node).unwrap_or_default()
    }

    /// `None`: the schema is being looked at, so it adds nothing to what is known of itself.
    fn known_kinds(&mut self, node: NodeId) -> Option<Types> {
        match self.kinds.get(node.index()) {
            Some(Known::Yes(known)) => return Some(*known),
            Some(Known::Open) => return None,
            Some(Known::No) | None => {}
        }
        if self.chain >= MAX_CHAIN {
            return None;
        }
        note(&mut self.kinds, node, Known::Open);
        let schema = self.read(node);
        self.chain += 1;
        let kinds = self.kinds_of(&schema);
        self.chain -= 1;
        note(&mut self.kinds, node, Known::Yes(kinds));
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
}

fn note<T>(all: &mut [Known<T>], node: NodeId, known: Known<T>) {
    if let Some(slot) = all.get_mut(node.index()) {
        *slot = known;
    }
}

fn union(a: Types, b: Types) -> Types {
    b.iter().fold(a, Types::with)
}

/// Types that keywords of a single schema imply.
pub(in crate::lower) fn own_kinds(schema: &Schema) -> Types {
    if !schema.properties.is_empty() || schema.additional_properties.is_some() || !schema.pattern_properties.is_empty()
    {
        return Types::of(JsonType::Object);
    }
    if schema.items.is_some() || !schema.prefix_items.is_empty() {
        return Types::of(JsonType::Array);
    }
    Types::default()
}
