//! A shape held against a schema: what in the schema is not true.
//!
//! A union is asked which of its alternatives fits best, so that the fewest changes are needed. Constraints, formats and
//! undeclared properties do not matter: received values are read whatever they are.

use super::schema::is_telling;
use super::shape::Shape;
use crate::openapi::Reader;
use crate::openapi::schema::{JsonType, Schema, Types};
use crate::tree::{NodeId, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Schemas within schemas: recursion that does not continue in the value ends here.
const MAX_DEPTH: usize = 128;

/// Schemas that are applied to one value at most: alternatives within alternatives multiply.
const MAX_STEPS: usize = 100_000;

/// What in a schema is not true.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Untrue {
    /// A required property is missing.
    Required(Arc<str>),
    /// A value has another type.
    Type(JsonType),
    /// A value is not listed in `enum`.
    Value(JsonType, Arc<str>),
    /// The schema says nothing.
    Blank,
}

/// One place of a response that a schema does not describe.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    /// The schema.
    pub(super) schema: NodeId,
    pub(super) untrue: Untrue,
    /// The value.
    pub(super) shape: Shape,
    /// Whether a client cannot read the response for it: no value is invented, and nothing around it may be left out.
    pub(super) fatal: bool,
}

/// Compares shapes with the schemas of a document.
pub(super) struct Comparison<'t, 'd> {
    pub(super) reader: Reader<'t, 'd>,
    /// Whether an object without any property of a schema is another one, and not this one with nothing in it.
    pub(super) tells_objects_apart: bool,
    schemas: BTreeMap<NodeId, Rc<Schema>>,
    /// The types of schemas; while they are being found out, any.
    kinds: BTreeMap<NodeId, Option<Types>>,
    /// What schemas and all that apply with them require.
    required: BTreeMap<NodeId, Rc<BTreeSet<Arc<str>>>>,
    steps: usize,
}

/// What is known of a value from around it.
#[derive(Clone, Copy)]
struct Around {
    depth: usize,
    /// Whether the value is in a property that can be left out.
    optional: bool,
    /// Whether it is the whole body.
    whole: bool,
}

impl Around {
    fn deeper(self) -> Around {
        Around {
            depth: self.depth + 1,
            ..self
        }
    }

    /// A part of the value.
    fn part(self, optional: bool) -> Around {
        Around {
            depth: self.depth + 1,
            optional: self.optional || optional,
            whole: false,
        }
    }
}

impl<'t, 'd> Comparison<'t, 'd> {
    pub(super) fn new(reader: Reader<'t, 'd>) -> Comparison<'t, 'd> {
        Comparison {
            reader,
            tells_objects_apart: false,
            schemas: BTreeMap::new(),
            kinds: BTreeMap::new(),
            required: BTreeMap::new(),
            steps: 0,
        }
    }

    /// The places of a body that its schema does not describe.
    pub(super) fn body(&mut self, schema: NodeId, shape: &Shape) -> Vec<Fault> {
        self.steps = 0;
        let mut faults = Vec::new();
        let around = Around {
            depth: 0,
            optional: false,
            whole: true,
        };
        self.value(schema, shape, around, &mut faults);
        faults
    }

    pub(super) fn read(&mut self, node: NodeId) -> Rc<Schema> {
        if let Some(known) = self.schemas.get(&node) {
            return Rc::clone(known);
        }
        let schema = Rc::new(self.reader.schema(node));
        self.schemas.insert(node, Rc::clone(&schema));
        schema
    }

    fn target(&self, schema: &Schema) -> Option<NodeId> {
        schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok())
    }

    fn value(&mut self, node: NodeId, shape: &Shape, around: Around, faults: &mut Vec<Fault>) {
        let required = self.required(node);
        if self.tells_objects_apart && self.is_foreign(node, shape, &required) {
            faults.push(Fault {
                schema: node,
                untrue: Untrue::Type(JsonType::Object),
                shape: shape.clone(),
                fatal: !around.optional,
            });
            return;
        }
        self.apply(node, shape, &required, around, faults);
    }

    /// Holds a value against one of the schemas that apply to it. `required`: what all of them ask for together.
    fn apply(
        &mut self,
        node: NodeId,
        shape: &Shape,
        required: &BTreeSet<Arc<str>>,
        around: Around,
        faults: &mut Vec<Fault>,
    ) {
        self.steps += 1;
        let Some(kind) = shape.kind() else { return };
        if self.steps > MAX_STEPS || around.depth > MAX_DEPTH {
            return;
        }
        let mut fault = |schema, untrue, fatal| {
            faults.push(Fault {
                schema,
                untrue,
                shape: shape.clone(),
                fatal: fatal && !around.optional,
            });
        };
        let schema = self.read(node);
        if self.is_blank(node, &schema, around) && (schema.types.is_empty() || kind == JsonType::Object) {
            if is_telling(shape) {
                fault(node, Untrue::Blank, false);
            }
            return;
        }
        if !self.accepts(node, kind, around.depth) {
            let fatal = !converts(self.kinds(node, around.depth), shape);
            fault(self.site(node, kind), Untrue::Type(kind), fatal);
            return;
        }
        if let (Some(values), Shape::Scalar(kind, Some(value))) = (&schema.values, shape)
            && !values.iter().any(|&listed| self.is_value(listed, *kind, value))
        {
            fault(node, Untrue::Value(*kind, Arc::clone(value)), false);
        }
        if let Some(target) = self.target(&schema) {
            self.apply(target, shape, required, around.deeper(), faults);
        }
        for &member in &schema.all_of {
            self.apply(member, shape, required, around.deeper(), faults);
        }
        for members in [&schema.any_of, &schema.one_of] {
            self.alternatives(members, shape, kind, around.deeper(), faults);
        }
        match shape {
            Shape::Array(items) => self.array(&schema, items, around, faults),
            Shape::Object { .. } => self.object(node, &schema, shape, required, around, faults),
            Shape::Unknown | Shape::Scalar(..) => {}
        }
    }

    /// The alternative that a client reads: with the fewest changes without which it cannot, then with the fewest properties
    /// that would be lost, then with the fewest changes at all.
    fn alternatives(
        &mut self,
        members: &[NodeId],
        shape: &Shape,
        kind: JsonType,
        around: Around,
        faults: &mut Vec<Fault>,
    ) {
        let mut best: Option<((usize, usize, usize), Vec<Fault>)> = None;
        for &member in members {
            if !self.accepts(member, kind, around.depth) || self.is_condition(member) {
                continue;
            }
            let mut found = Vec::new();
            self.value(member, shape, around, &mut found);
            let fatal = found.iter().filter(|fault| fault.fatal).count();
            let rank = (fatal, self.unknown(member, shape), found.len());
            if best.as_ref().is_none_or(|(other, _)| rank < *other) {
                best = Some((rank, found));
            }
        }
        faults.extend(best.into_iter().flat_map(|(_, found)| found));
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]` says nothing about the shape.
    fn is_condition(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        schema.reference.is_none()
            && schema.properties.is_empty()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty()
            && !schema.required.is_empty()
    }

    /// How many properties of an object an alternative does not declare.
    pub(super) fn unknown(&mut self, node: NodeId, shape: &Shape) -> usize {
        let Shape::Object { properties, .. } = shape else {
            return 0;
        };
        let (declared, is_open) = self.declared(node);
        let unknown = properties.keys().filter(|name| !declared.contains(*name));
        if is_open { 0 } else { unknown.count() }
    }

    /// The properties of a schema and of all that apply with it, and whether there are others that have a schema.
    fn declared(&mut self, node: NodeId) -> (BTreeSet<Arc<str>>, bool) {
        let (mut declared, mut others, mut is_open) = (BTreeSet::new(), Vec::new(), false);
        self.collect(node, &mut BTreeSet::new(), &mut |schema| {
            declared.extend(schema.properties.iter().map(|(name, _)| Arc::clone(name)));
            others.extend(schema.additional_properties);
            is_open |= !schema.any_of.is_empty() || !schema.one_of.is_empty();
        });
        is_open |= others.into_iter().any(|other| self.read(other).boolean != Some(false));
        (declared, is_open)
    }

    /// Whether an object is another one than a schema describes: none of its properties is declared, and one that is required is
    /// missing.
    fn is_foreign(&mut self, node: NodeId, shape: &Shape, required: &BTreeSet<Arc<str>>) -> bool {
        let Shape::Object { properties, hidden } = shape else {
            return false;
        };
        let (declared, is_open) = self.declared(node);
        let is_empty = properties.is_empty() && hidden.is_empty();
        let misses = required.iter().any(|name| declared.contains(name));
        !is_empty && !is_open && misses && !properties.keys().any(|name| declared.contains(name))
    }

    fn array(&mut self, schema: &Schema, items: &BTreeSet<Shape>, around: Around, faults: &mut Vec<Fault>) {
        for item in items {
            // Which element of a tuple an item was is not known: it has to fit one of them.
            let elements = schema.prefix_items.iter().chain(&schema.items).copied();
            let mut best: Option<Vec<Fault>> = None;
            for element in elements {
                let mut found = Vec::new();
                self.value(element, item, around.part(false), &mut found);
                if best.as_ref().is_none_or(|best| found.len() < best.len()) {
                    best = Some(found);
                }
            }
            faults.extend(best.into_iter().flatten());
        }
    }

    fn object(
        &mut self,
        node: NodeId,
        schema: &Schema,
        shape: &Shape,
        required: &BTreeSet<Arc<str>>,
        around: Around,
        faults: &mut Vec<Fault>,
    ) {
        let Shape::Object { properties, hidden } = shape else {
            return;
        };
        let property = |name: &str| schema.properties.iter().find(|(known, _)| **known == *name);
        for name in &schema.required {
            let declared = property(name).map(|(_, node)| *node);
            // A recording has all names that are declared; any other one may be hidden.
            let absent = !properties.contains_key(name) && (declared.is_some() || hidden.is_empty());
            if absent && !declared.is_some_and(|node| self.read(node).write_only) {
                faults.push(Fault {
                    schema: node,
                    untrue: Untrue::Required(Arc::clone(name)),
                    shape: Shape::Unknown,
                    fatal: !around.optional,
                });
            }
        }
        for (name, shape) in properties {
            if let Some(&(_, node)) = property(name) {
                self.value(node, shape, around.part(!required.contains(name)), faults);
            } else if let Some(additional) = schema.additional_properties {
                self.value(additional, shape, around.part(false), faults);
            }
        }
        if let Some(additional) = schema.additional_properties {
            for shape in hidden {
                self.value(additional, shape, around.part(false), faults);
            }
        }
    }

    /// Whether a schema has no content: `{}` for a whole body, `{type: object, properties: {}}` anywhere. `{type: object}` is how
    /// a map is written, and `{}` within a type says that anything is meant.
    fn is_blank(&self, node: NodeId, schema: &Schema, around: Around) -> bool {
        let bare = schema.is_bare()
            && schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty()
            && schema.boolean != Some(false);
        let no_object = schema.types.without(JsonType::Null) == Types::of(JsonType::Object)
            && self.reader.tree.get(node, "properties").is_some();
        bare && (no_object || (around.whole && schema.types.is_empty()))
    }

    fn is_value(&self, listed: NodeId, kind: JsonType, value: &str) -> bool {
        match self.reader.tree.value(listed) {
            Value::String(text) => kind == JsonType::String && **text == *value,
            Value::Number(number) => number.as_str() == value,
            Value::Bool(bool) => kind == JsonType::Boolean && bool.to_string() == value,
            Value::Null => kind == JsonType::Null,
            Value::Array(_) | Value::Object(_) => false,
        }
    }

    /// Whether a schema has values of a type.
    pub(super) fn accepts(&mut self, node: NodeId, kind: JsonType, depth: usize) -> bool {
        self.kinds(node, depth)
            .is_none_or(|kinds| kinds.has(kind) || (kind == JsonType::Integer && kinds.has(JsonType::Number)))
    }

    /// The types that a schema has values of; `None`: any.
    fn kinds(&mut self, node: NodeId, depth: usize) -> Option<Types> {
        if let Some(known) = self.kinds.get(&node) {
            return *known;
        }
        if depth > MAX_DEPTH {
            return None;
        }
        self.kinds.insert(node, None);
        let schema = self.read(node);
        let mut kinds = self.own_kinds(&schema);
        let mut narrow = |other: Option<Types>| {
            if let Some(other) = other {
                kinds = Some(kinds.map_or(other, |kinds| kinds.intersect(other).unwrap_or(kinds)));
            }
        };
        if let Some(target) = self.target(&schema) {
            narrow(self.kinds(target, depth + 1));
        }
        for &member in &schema.all_of {
            narrow(self.kinds(member, depth + 1));
        }
        for members in [&schema.any_of, &schema.one_of] {
            let each = members.iter().map(|&member| self.kinds(member, depth + 1));
            let each: Option<Vec<Types>> = each.collect();
            let all = each.filter(|each| !each.is_empty());
            narrow(all.map(|all| {
                all.into_iter()
                    .flat_map(|types| types.iter().collect::<Vec<_>>())
                    .fold(Types::default(), Types::with)
            }));
        }
        self.kinds.insert(node, kinds);
        kinds
    }

    fn own_kinds(&self, schema: &Schema) -> Option<Types> {
        if !schema.types.is_empty() {
            return Some(schema.types);
        }
        let values = schema.values.iter().flatten().chain(&schema.constant);
        let listed = values.map(|&value| Shape::of(self.reader.tree, value, &super::shape::Allowed::default()).kind());
        let listed = listed.flatten().fold(Types::default(), Types::with);
        if !listed.is_empty() {
            return Some(listed);
        }
        // What has `properties` is read as an object, and what has `items` as an array.
        let is_object = !schema.properties.is_empty() || schema.additional_properties.is_some();
        let is_array = schema.items.is_some() || !schema.prefix_items.is_empty();
        match (is_object, is_array) {
            (true, _) => Some(Types::of(JsonType::Object)),
            (false, true) => Some(Types::of(JsonType::Array)),
            (false, false) => None,
        }
    }

    /// The schema that has to admit another type: where a reference leads to a scalar that is that scalar, else the one that refers.
    fn site(&mut self, node: NodeId, kind: JsonType) -> NodeId {
        let mut node = node;
        for _ in 0..MAX_DEPTH {
            let schema = self.read(node);
            let (Some(target), true) = (self.target(&schema), schema.types.is_empty()) else {
                break;
            };
            let types = self.read(target).types;
            let is_scalar = |kind| !matches!(kind, JsonType::Array | JsonType::Object);
            if kind == JsonType::Null || types.is_empty() || !types.iter().all(is_scalar) || !is_scalar(kind) {
                break;
            }
            node = target;
        }
        node
    }

    /// The required properties of a schema and of all that apply with it.
    fn required(&mut self, node: NodeId) -> Rc<BTreeSet<Arc<str>>> {
        if let Some(known) = self.required.get(&node) {
            return Rc::clone(known);
        }
        let mut names = BTreeSet::new();
        self.collect(node, &mut BTreeSet::new(), &mut |schema| {
            names.extend(schema.required.iter().cloned())
        });
        let names = Rc::new(names);
        self.required.insert(node, Rc::clone(&names));
        names
    }

    /// Visits a schema, what it refers to, and its `allOf`, each once.
    fn collect(&mut self, node: NodeId, seen: &mut BTreeSet<NodeId>, visit: &mut dyn FnMut(&Schema)) {
        if seen.len() > MAX_DEPTH || !seen.insert(node) {
            return;
        }
        let schema = self.read(node);
        visit(&schema);
        let target = self.target(&schema);
        for node in target.into_iter().chain(schema.all_of.iter().copied()) {
            self.collect(node, seen, visit);
        }
    }
}

/// Whether a client reads such a value as one of these types: the rules are those of `runtime/src/response/repair/scalar.rs`.
fn converts(types: Option<Types>, shape: &Shape) -> bool {
    let (Some(types), Shape::Scalar(kind, value)) = (types, shape) else {
        return false;
    };
    let value = value.as_deref().unwrap_or_default();
    match kind {
        JsonType::Boolean | JsonType::Integer | JsonType::Number => types.has(JsonType::String),
        JsonType::String if matches!(value, "true" | "false") => types.has(JsonType::Boolean),
        JsonType::String if types.has(JsonType::Number) => value.parse::<f64>().is_ok_and(f64::is_finite),
        JsonType::String if types.has(JsonType::Integer) => value.parse::<i64>().is_ok(),
        JsonType::String | JsonType::Null | JsonType::Array | JsonType::Object => false,
    }
}
