//! One set of keywords out of a schema, what it refers to, and its `allOf`.
//!
//! `allOf` is a conjunction (JSON Schema Core section 10.2.1.1): properties and `required` are united, constraints tightened,
//! enumerations intersected. A reference with siblings is the same thing (section 8.2.3.1).

use super::Schemas;
use super::choices::Choice;
use crate::constraints::Constraints;
use crate::diag::Problem;
use crate::openapi::schema::{Discriminator, JsonType, Schema, Types};
use crate::tree::{NodeId, Value};
use indexmap::{IndexMap, IndexSet};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// So deep the place of a name is looked for: it is only for a message.
const MAX_PLACE: usize = 8;

/// Schemas of one value, by `allOf` and by references that lead on. More than these do not describe anything.
pub(super) const MAX_MERGED: usize = 256;

/// What holds a schema. The caller knows what that is; here it is only carried from where a merge begins, and changed where a
/// reference leads to another schema.
pub(in crate::lower) trait Base: Clone {
    /// What holds the subschemas of a schema that a reference names.
    fn target(node: NodeId) -> Self;
}

/// For questions in which it does not matter.
impl Base for () {
    fn target(_: NodeId) {}
}

/// The keywords that apply together to one value.
pub(in crate::lower) struct Merged<B> {
    /// Some schemas were left out, and that was said.
    cut: bool,
    /// The schemas that were merged, in order.
    pub(in crate::lower) sources: Vec<NodeId>,
    /// The types that all of them allow; empty: any.
    pub(in crate::lower) types: Types,
    /// No value satisfies all of them.
    pub(in crate::lower) impossible: bool,
    pub(in crate::lower) format: Option<Arc<str>>,
    pub(in crate::lower) content_encoding: Option<Arc<str>>,
    pub(in crate::lower) content_media_type: Option<Arc<str>>,
    /// `enum`, intersected, with the schema that has it.
    pub(in crate::lower) values: Option<(NodeId, Vec<NodeId>)>,
    pub(in crate::lower) constant: Option<NodeId>,
    /// Every declaration of each property, with what holds the declaring schema.
    pub(in crate::lower) properties: IndexMap<Arc<str>, Vec<Declared<B>>>,
    /// What brings the declarations of a property together, with their number: the innermost schema that includes them all.
    homes: BTreeMap<Arc<str>, (usize, B)>,
    pub(in crate::lower) required: IndexSet<Arc<str>>,
    pub(in crate::lower) additional: Vec<Declared<B>>,
    pub(in crate::lower) pattern_properties: Vec<(Arc<str>, Declared<B>)>,
    pub(in crate::lower) items: Vec<Declared<B>>,
    pub(in crate::lower) prefix_items: Vec<Declared<B>>,
    pub(in crate::lower) unions: Vec<Group<B>>,
    pub(in crate::lower) constraints: Constraints,
    /// Constraints that the settings turn off.
    pub(in crate::lower) unchecked: Constraints,
    /// Schemas with keywords that no Rust type expresses (`not`, `if`, `contains`, …).
    pub(in crate::lower) special: Vec<NodeId>,
}

/// A subschema and what holds the schema that declares it.
#[derive(Clone)]
pub(in crate::lower) struct Declared<B> {
    pub(in crate::lower) node: NodeId,
    pub(in crate::lower) base: B,
}

/// A `oneOf` or `anyOf` without its `null` alternatives.
#[derive(Clone)]
pub(in crate::lower) struct Group<B> {
    pub(in crate::lower) node: NodeId,
    pub(in crate::lower) base: B,
    pub(in crate::lower) exclusive: bool,
    pub(in crate::lower) alternatives: Rc<[NodeId]>,
    choice: Rc<Choice>,
    pub(in crate::lower) discriminator: Option<Arc<Discriminator>>,
}

impl<'t> Schemas<'t, '_> {
    /// Merges schemas that apply together, each with its base.
    pub(in crate::lower) fn merge<B: Base>(&mut self, nodes: &[Declared<B>]) -> Merged<B> {
        let mut merged = Merged::new();
        for declared in nodes {
            self.merge_into(&mut merged, declared.node, &declared.base);
        }
        if let ([first, _, ..], false) = (merged.sources.as_slice(), self.exact) {
            self.reader.impossible_limits(&mut merged.constraints, *first);
        }
        // A choice of which one alternative applies already is made: a base lists its heirs, and the heirs include the base.
        let unions = std::mem::take(&mut merged.unions);
        for group in unions {
            let made = merged.sources.iter().any(|source| group.choice.lists(*source));
            if !made {
                merged.unions.push(group);
            }
        }
        merged
    }

    fn merge_into<B: Base>(&mut self, merged: &mut Merged<B>, node: NodeId, base: &B) {
        if merged.sources.contains(&node) {
            return;
        }
        if merged.sources.len() >= MAX_MERGED {
            if !std::mem::replace(&mut merged.cut, true) {
                self.report(node, Problem::EndlessMerge { limit: MAX_MERGED });
            }
            return;
        }
        merged.sources.push(node);
        let schema = self.read(node);
        if schema.boolean == Some(false) {
            merged.impossible = true;
        }
        let includes = schema.reference.is_some()
            || !(schema.all_of.is_empty() && schema.any_of.is_empty() && schema.one_of.is_empty());
        let before = includes.then(|| merged.properties.keys().cloned().collect());
        if let Some(reference) = schema.reference
            && let Some(target) = self.reader.target(reference)
        {
            self.merge_into(merged, target, &B::target(target));
        }
        for &member in &schema.all_of {
            self.merge_into(merged, member, base);
        }
        self.merge_unions(merged, node, &schema, base);
        self.merge_types(merged, node, &schema);
        merge_object(merged, &schema, base);
        merge_array(merged, &schema, base);
        if self.unchecked.contains(&node) {
            merged.unchecked.tighten(&schema.constraints);
        } else {
            merged.constraints.tighten(&schema.constraints);
            if self.is_special(&schema) {
                merged.special.push(node);
            }
        }
        if let Some(before) = before {
            merged.bring_home(&before, base);
        }
    }

    fn merge_types<B>(&mut self, merged: &mut Merged<B>, node: NodeId, schema: &Schema) {
        match merged.types.intersect(schema.types) {
            Some(types) => merged.types = types,
            None => {
                merged.impossible = true;
                self.report(node, Problem::ContradictoryTypes {});
            }
        }
        let later = |old: &mut Option<Arc<str>>, new: &Option<Arc<str>>| {
            if let Some(new) = new {
                *old = Some(Arc::clone(new));
            }
        };
        later(&mut merged.format, &schema.format);
        later(&mut merged.content_encoding, &schema.content_encoding);
        later(&mut merged.content_media_type, &schema.content_media_type);
        if schema.constant.is_some() {
            merged.constant = schema.constant;
        }
        let Some(values) = &schema.values else { return };
        merged.values = Some(match merged.values.take() {
            None => (node, values.clone()),
            Some((_, earlier)) => {
                let tree = self.tree();
                let mut alike: BTreeMap<Alike, Vec<NodeId>> = BTreeMap::new();
                for &other in &earlier {
                    alike.entry(Alike::of(tree.value(other))).or_default().push(other);
                }
                let listed = |value: &NodeId| {
                    let others = alike.get(&Alike::of(tree.value(*value)));
                    others.into_iter().flatten().any(|&other| tree.equal(other, *value))
                };
                let common: Vec<NodeId> = values.iter().copied().filter(listed).collect();
                if common.is_empty() {
                    merged.impossible = true;
                    self.report(node, Problem::ContradictoryTypes {});
                }
                (node, common)
            }
        });
    }

    /// `oneOf` and `anyOf`: a group with one real alternative is that one.
    fn merge_unions<B: Base>(&mut self, merged: &mut Merged<B>, node: NodeId, schema: &Schema, base: &B) {
        if schema.one_of.is_empty() && schema.any_of.is_empty() {
            return;
        }
        let choices = self.choices(node, schema);
        let both = [
            (true, &schema.one_of, &choices.one_of),
            (false, &schema.any_of, &choices.any_of),
        ];
        for (exclusive, written, choice) in both {
            if written.is_empty() {
                continue;
            }
            for &own in &choice.own {
                self.report(own, Problem::SelfChoice {});
            }
            match &*choice.real {
                [] => merged.types = merged.types.with(JsonType::Null),
                [only] => self.merge_into(merged, *only, base),
                _ if choice.is_validation_only => {
                    if !merged.special.contains(&node) && !self.unchecked.contains(&node) {
                        merged.special.push(node);
                    }
                }
                _ => merged.unions.push(Group {
                    node,
                    base: base.clone(),
                    exclusive,
                    alternatives: Rc::clone(&choice.real),
                    choice: Rc::clone(choice),
                    discriminator: schema.discriminator.clone(),
                }),
            }
        }
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]`: says something about a value, but nothing about its shape.
    pub(in crate::lower) fn is_validation_only(&mut self, members: &[NodeId]) -> bool {
        members.iter().all(|&member| {
            let schema = self.read(member);
            let shapeless = schema.reference.is_none()
                && (schema.types.is_empty() || schema.types == Types::of(JsonType::Object))
                && schema.values.is_none()
                && schema.constant.is_none()
                && schema.properties.is_empty()
                && schema.additional_properties.is_none()
                && schema.items.is_none()
                && schema.prefix_items.is_empty()
                && schema.all_of.is_empty()
                && schema.any_of.is_empty()
                && schema.one_of.is_empty();
            let limits = !schema.required.is_empty() || !schema.constraints.is_empty();
            shapeless && (limits || self.is_special(&schema))
        })
    }

    /// Whether a schema speaks of properties that only some values have: those of `then`, `else` and `dependentSchemas`, and those
    /// that nothing else evaluates. They are not properties of the type, so they are kept beside them.
    pub(in crate::lower) fn has_more<B>(&mut self, merged: &Merged<B>, source: NodeId) -> bool {
        let schema = self.read(source);
        let applied = schema.dependent_schemas.iter().map(|(_, node)| *node);
        let applied: Vec<NodeId> = applied.chain(schema.consequence).chain(schema.alternative).collect();
        let declares_more = applied.into_iter().any(|node| {
            let schema = self.read(node);
            schema
                .properties
                .iter()
                .any(|(name, _)| !merged.properties.contains_key(name))
        });
        declares_more || schema.unevaluated_properties.is_some_and(|node| !self.is_false(node))
    }

    /// Whether a schema forbids what no keyword evaluates.
    pub(in crate::lower) fn closes_unevaluated(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        schema
            .unevaluated_properties
            .is_some_and(|schema| self.is_false(schema))
    }

    /// Where `required` of a schema, or of those that it consists of, names each property.
    pub(in crate::lower) fn required_items(&mut self, node: NodeId) -> BTreeMap<&'t str, NodeId> {
        let tree = self.tree();
        let (mut found, mut seen, mut rest) = (BTreeMap::new(), BTreeSet::new(), vec![(node, 0)]);
        while let Some((node, depth)) = rest.pop() {
            if !seen.insert(node) {
                continue;
            }
            let items = tree.get(node, "required").map_or(&[][..], |list| tree.items(list));
            for &item in items {
                if let Some(name) = tree.str(item) {
                    found.entry(name).or_insert(item);
                }
            }
            if depth < MAX_PLACE {
                let schema = self.read(node);
                let target = schema.reference.and_then(|to| self.reader.refs.resolve(to).ok());
                let parts = schema.all_of.iter().copied().chain(target);
                rest.extend(parts.map(|part| (part, depth + 1)).rev());
            }
        }
        found
    }

    /// Whether a schema asks for properties: of an object, or of one that it refers to.
    pub(in crate::lower) fn has_required(&mut self, node: NodeId) -> bool {
        !self.merge(&[Declared { node, base: () }]).required.is_empty()
    }

    /// Whether a schema is a choice.
    pub(in crate::lower) fn is_union(&mut self, node: NodeId) -> bool {
        !self.merge(&[Declared { node, base: () }]).unions.is_empty()
    }

    /// Whether a schema says more of a string than its type and format.
    pub(in crate::lower) fn has_rules(&mut self, node: NodeId) -> bool {
        let merged = self.merge(&[Declared { node, base: () }]);
        !merged.constraints.is_empty()
            || !merged.special.is_empty()
            || merged.values.is_some()
            || merged.constant.is_some()
            || merged.format.is_some_and(|format| &*format != "binary")
    }

    /// Whether a schema has keywords that no Rust type expresses.
    pub(in crate::lower) fn is_special(&self, schema: &Schema) -> bool {
        schema.not.is_some()
            || schema.condition.is_some()
            || schema.contains.is_some()
            || schema.property_names.is_some()
            || !schema.dependent_required.is_empty()
            || !schema.dependent_schemas.is_empty()
            || !schema.pattern_properties.is_empty()
            || schema.unevaluated_items.is_some()
            || schema.unevaluated_properties.is_some()
    }
}

impl<B> Merged<B> {
    /// No keyword yet.
    pub(in crate::lower) fn new() -> Merged<B> {
        Merged {
            cut: false,
            sources: Vec::new(),
            types: Types::default(),
            impossible: false,
            format: None,
            content_encoding: None,
            content_media_type: None,
            values: None,
            constant: None,
            properties: IndexMap::new(),
            homes: BTreeMap::new(),
            required: IndexSet::new(),
            additional: Vec::new(),
            pattern_properties: Vec::new(),
            items: Vec::new(),
            prefix_items: Vec::new(),
            unions: Vec::new(),
            constraints: Constraints::default(),
            unchecked: Constraints::default(),
            special: Vec::new(),
        }
    }

    /// What brings the declarations of a property together, if a schema does.
    pub(in crate::lower) fn home(&self, property: &str) -> Option<&B> {
        let (declarations, home) = self.homes.get(property)?;
        let all = self.properties.get(property).map_or(0, Vec::len);
        (*declarations == all).then_some(home)
    }

    /// After a schema: properties of which it includes all declarations, where no schema inside it does. `before`: those that
    /// were declared earlier, elsewhere.
    fn bring_home(&mut self, before: &BTreeSet<Arc<str>>, base: &B)
    where
        B: Clone,
    {
        for (name, declarations) in &self.properties {
            let count = declarations.len();
            let is_home = self.homes.get(name).is_some_and(|(known, _)| *known == count);
            if count > 1 && !is_home && !before.contains(name) {
                self.homes.insert(Arc::clone(name), (count, base.clone()));
            }
        }
    }

    /// Whether it says nothing but which JSON types values have.
    pub(in crate::lower) fn says_only_types(&self) -> bool {
        !self.impossible
            && self.format.is_none()
            && self.content_encoding.is_none()
            && self.content_media_type.is_none()
            && self.values.is_none()
            && self.constant.is_none()
            && self.properties.is_empty()
            && self.required.is_empty()
            && self.additional.is_empty()
            && self.pattern_properties.is_empty()
            && self.items.is_empty()
            && self.prefix_items.is_empty()
            && self.unions.is_empty()
            && self.constraints.is_empty()
            && self.special.is_empty()
    }

    /// Whether every value of `other` is one of this: `{}` and `{type: object}` say nothing about an object with properties.
    pub(in crate::lower) fn adds_nothing_to(&self, other: &Merged<B>) -> bool {
        let wanted = self.types.without(JsonType::Null);
        let own = other.types.without(JsonType::Null);
        let narrower = !own.is_empty() && own.iter().all(|kind| wanted.has(kind));
        self.says_only_types() && (wanted.is_empty() || narrower)
    }
}

fn merge_object<B: Clone>(merged: &mut Merged<B>, schema: &Schema, base: &B) {
    let declared = |node: NodeId| Declared {
        node,
        base: base.clone(),
    };
    for (name, node) in &schema.properties {
        merged
            .properties
            .entry(Arc::clone(name))
            .or_default()
            .push(declared(*node));
    }
    merged.required.extend(schema.required.iter().cloned());
    merged.additional.extend(schema.additional_properties.map(declared));
    let patterns = schema.pattern_properties.iter();
    merged
        .pattern_properties
        .extend(patterns.map(|(pattern, node)| (Arc::clone(pattern), declared(*node))));
}

fn merge_array<B: Clone>(merged: &mut Merged<B>, schema: &Schema, base: &B) {
    let declared = |node: NodeId| Declared {
        node,
        base: base.clone(),
    };
    merged.items.extend(schema.items.map(declared));
    if merged.prefix_items.is_empty() {
        merged.prefix_items = schema.prefix_items.iter().copied().map(declared).collect();
    }
}

/// What equal values have in common: only such are compared, since enumerations are long.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Alike<'t> {
    Text(&'t str),
    /// The bits of the nearest double; a number that is too large has none.
    Number(Option<u64>),
    Other,
}

impl<'t> Alike<'t> {
    fn of(value: &'t Value) -> Self {
        match value {
            Value::String(text) => Alike::Text(text),
            // Zero has two signs and is one value.
            Value::Number(number) => Alike::Number(number.as_f64().map(|double| (double + 0.0).to_bits())),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => Alike::Other,
        }
    }
}
