//! Whether a value of the document is valid by a schema of the document (JSON Schema 2020-12, Core and Validation).
//!
//! Both are nodes of trees, so a contradiction knows its line. The value is mostly of the document itself, and can be one that was
//! received. Formats assert nothing (Validation section 7.2.1), except
//! those of numbers: OpenAPI's `int32` and `int64` say how wide an integer is.

mod budget;
mod limits;
mod seen;

pub(super) use self::budget::steps_for;
use self::seen::{Seen, undeclared_members};
use super::Schemas;
use super::kinds::own_kinds;
use crate::openapi::schema::{JsonType, Schema};
use crate::pattern;
use crate::tree::{NodeId, Tree, Value};
use std::sync::Arc;

/// Subschemas that are applied to one value at most: alternatives within alternatives multiply.
const MAX_STEPS: usize = 100_000;

/// Subschemas within subschemas: recursion of a schema that does not go on in the value ends here.
const MAX_DEPTH: usize = 192;

/// Which way the value travels: properties that do not travel that way are not asked for (OpenAPI 3.1 section 4.8.24.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a request: without read-only properties.
    Sent,
    /// In a response: without write-only properties.
    Received,
    /// Nothing is known: everything that is required is asked for.
    Open,
}

/// Why a value is not valid.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The part of the value that is meant.
    pub at: NodeId,
    /// What is wrong with it, as the end of a sentence.
    pub reason: String,
}

type Verdict = Result<Seen, Clash>;

/// One value that is looked at.
struct Evaluation<'s, 't, 'd> {
    schemas: &'s mut Schemas<'t, 'd>,
    /// The tree of the value.
    values: &'s Tree,
    way: Way,
    steps: usize,
    depth: usize,
}

impl Schemas<'_, '_> {
    /// Whether a value of a tree of its own is valid by schemas that apply together, and which of its properties none of them declares,
    /// or only as read-only. There may be any number of such values.
    pub(in crate::lower) fn evaluate_in(
        &mut self,
        schemas: &[NodeId],
        values: &Tree,
        value: NodeId,
        way: Way,
    ) -> Result<Vec<NodeId>, Clash> {
        self.applied(schemas, values, value, way).0
    }

    /// The verdict, and how many subschemas were applied.
    fn applied(
        &mut self,
        schemas: &[NodeId],
        values: &Tree,
        value: NodeId,
        way: Way,
    ) -> (Result<Vec<NodeId>, Clash>, usize) {
        let null = *values.value(value) == Value::Null;
        for &schema in schemas {
            let kinds = self.kinds(schema);
            let speaks = kinds.is_empty() || kinds.has(JsonType::Null) || self.is_nullable(schema);
            if null && !self.exact && !speaks {
                return (clash(value, "it is null, which the schema does not allow"), 0);
            }
        }
        let mut evaluation = Evaluation {
            schemas: self,
            values,
            way,
            steps: 0,
            depth: 0,
        };
        let verdict = evaluation.all(schemas, value);
        let steps = evaluation.steps;
        let undeclared = verdict.map(|seen| {
            let mut undeclared = Vec::new();
            // What was not looked at is not undeclared.
            if steps <= MAX_STEPS {
                undeclared_members(values, value, &seen, &mut undeclared);
            }
            undeclared
        });
        (undeclared, steps)
    }

    /// Whether a pattern is found in a string. What is not a pattern, or needs an engine, forbids nothing.
    pub(in crate::lower) fn matches(&mut self, pattern: &Arc<str>, text: &str) -> bool {
        let compiled = self.compiled(pattern);
        compiled.and_then(|pattern| pattern.is_match(text)).unwrap_or(true)
    }

    /// Whether a pattern is found in every string.
    pub(in crate::lower) fn matches_everything(&mut self, pattern: &Arc<str>) -> bool {
        self.compiled(pattern)
            .is_some_and(|pattern| pattern.facts.always_matches)
    }

    fn compiled(&mut self, pattern: &Arc<str>) -> Option<&pattern::Pattern> {
        let known = self.patterns.entry(Arc::clone(pattern));
        known.or_insert_with(|| pattern::compile(pattern).ok()).as_ref()
    }
}

fn clash<T>(at: NodeId, reason: impl Into<String>) -> Result<T, Clash> {
    let reason = reason.into();
    Err(Clash { at, reason })
}

impl Evaluation<'_, '_, '_> {
    fn all(&mut self, schemas: &[NodeId], value: NodeId) -> Verdict {
        let mut seen = Seen::default();
        for &schema in schemas {
            seen.also(self.schema(schema, value)?);
        }
        Ok(seen)
    }

    fn schema(&mut self, node: NodeId, value: NodeId) -> Verdict {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.depth > MAX_DEPTH {
            return Ok(Seen::default());
        }
        self.depth += 1;
        let schema = self.schemas.read(node);
        let verdict = self.keywords(&schema, value);
        self.depth -= 1;
        verdict
    }

    fn keywords(&mut self, schema: &Schema, value: NodeId) -> Verdict {
        if schema.boolean == Some(false) {
            return clash(value, "no value is allowed");
        }
        self.types(schema, value)?;
        self.implied(schema, value)?;
        self.listed(schema, value)?;
        self.limits(schema, value)?;
        let mut seen = Seen::default();
        if let Some(reference) = schema.reference
            && let Ok(target) = self.schemas.reader.refs.resolve(reference)
        {
            seen.also(self.schema(target, value)?);
        }
        self.array(schema, value, &mut seen)?;
        self.object(schema, value, &mut seen)?;
        self.in_place(schema, value, &mut seen)?;
        self.unevaluated(schema, value, &mut seen)?;
        Ok(seen)
    }

    fn is(&self, value: NodeId, ty: JsonType) -> bool {
        match (self.values.value(value), ty) {
            (Value::Null, JsonType::Null)
            | (Value::Bool(_), JsonType::Boolean)
            | (Value::Number(_), JsonType::Number)
            | (Value::String(_), JsonType::String)
            | (Value::Array(_), JsonType::Array)
            | (Value::Object(_), JsonType::Object) => true,
            (Value::Number(number), JsonType::Integer) => number.is_integer(),
            (_, _) => false,
        }
    }

    fn types(&self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        if schema.types.is_empty() || schema.types.iter().any(|ty| self.is(value, ty)) {
            return Ok(());
        }
        let names: Vec<String> = schema.types.iter().map(|ty| format!("`{}`", ty.as_str())).collect();
        let kind = self.values.kind(value);
        clash(value, format!("it is {kind}, but the type is {}", names.join(" or ")))
    }

    /// A schema without `type` allows values of every type, whatever other keywords it has. Documents rarely mean that, so the
    /// generator reads what has `properties` as an object and what has `items` as an array, unless it is to be exact.
    fn implied(&self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        let tree = self.values;
        let implied = match own_kinds(schema).single() {
            Some(implied) if schema.types.is_empty() && !self.schemas.exact => implied,
            Some(_) | None => return Ok(()),
        };
        // Whether null is allowed is a matter of all schemas that apply together.
        if self.is(value, implied) || *tree.value(value) == Value::Null {
            return Ok(());
        }
        let (kind, ty) = (tree.kind(value), implied.as_str());
        clash(
            value,
            format!("it is {kind}, but the other keywords apply to the type `{ty}`"),
        )
    }

    fn listed(&self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        let equal = |other: NodeId| self.values.equals(value, self.schemas.reader.tree, other);
        if let Some(values) = &schema.values
            && !values.iter().any(|&other| equal(other))
        {
            return clash(value, "it is not a value of `enum`");
        }
        match schema.constant {
            Some(constant) if !equal(constant) => clash(value, "it is not the value of `const`"),
            Some(_) | None => Ok(()),
        }
    }

    // Subschemas for parts of the value (Core section 10.3).

    fn array(&mut self, schema: &Schema, value: NodeId, seen: &mut Seen) -> Result<(), Clash> {
        let tree = self.values;
        let Value::Array(items) = tree.value(value) else {
            return Ok(());
        };
        for (&item, &prefix) in items.iter().zip(&schema.prefix_items) {
            seen.part(item, self.schema(prefix, item)?);
        }
        if let Some(each) = schema.items {
            for &item in items.iter().skip(schema.prefix_items.len()) {
                seen.part(item, self.schema(each, item)?);
            }
        }
        if let Some(contains) = schema.contains {
            let mut count = 0;
            for &item in items {
                if let Ok(inner) = self.schema(contains, item) {
                    seen.part(item, inner);
                    count += 1;
                }
            }
            if count < schema.min_contains.unwrap_or(1) || schema.max_contains.is_some_and(|max| count > max) {
                return clash(value, format!("{count} items match `contains`"));
            }
        }
        Ok(())
    }

    fn object(&mut self, schema: &Schema, value: NodeId, seen: &mut Seen) -> Result<(), Clash> {
        let tree = self.values;
        let Value::Object(entries) = tree.value(value) else {
            return Ok(());
        };
        self.required(schema, value)?;
        if !schema.properties.is_empty() {
            seen.declared.insert(value);
        }
        for (name, property) in &schema.properties {
            if let Some(member) = tree.get(value, name) {
                seen.part(member, self.schema(*property, member)?);
                if self.way != Way::Received && self.is_marked(*property, |property| property.read_only) {
                    seen.read_only.insert(member);
                }
            }
        }
        for entry in entries {
            let mut declared = schema.properties.iter().any(|(name, _)| *name == entry.key);
            for (pattern, property) in &schema.pattern_properties {
                if self.schemas.matches(pattern, &entry.key) {
                    seen.part(entry.value, self.schema(*property, entry.value)?);
                    declared = true;
                }
            }
            if let (Some(additional), false) = (schema.additional_properties, declared) {
                if self.schemas.is_false(additional) {
                    let name = &entry.key;
                    return clash(
                        entry.value,
                        format!("the property `{name}` is not declared, and additional properties are not allowed"),
                    );
                }
                seen.part(entry.value, self.schema(additional, entry.value)?);
            }
        }
        if let Some(names) = schema.property_names {
            let rules = self.schemas.read(names);
            if let Some(entry) = entries.iter().find(|entry| !self.is_name(&rules, &entry.key)) {
                let reason = format!("the name `{}` is not as `propertyNames` says", entry.key);
                return clash(entry.value, reason);
            }
        }
        Ok(())
    }

    /// Whether `propertyNames` allows a name. It is not a node of the tree, so only keywords that concern strings are asked.
    fn is_name(&mut self, rules: &Schema, name: &str) -> bool {
        let tree = self.schemas.reader.tree;
        let is = |node: NodeId| tree.str(node) == Some(name);
        rules.boolean != Some(false)
            && rules.constant.is_none_or(is)
            && rules
                .values
                .as_ref()
                .is_none_or(|values| values.iter().any(|&value| is(value)))
            && self.text(&rules.constraints.strings, name).is_none()
    }

    fn required(&mut self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        let tree = self.values;
        for name in &schema.required {
            if tree.get(value, name).is_none() && !self.stays_away(schema, name) {
                return clash(value, format!("the required property `{name}` is missing"));
            }
        }
        for (name, needed) in &schema.dependent_required {
            let missing = needed.iter().find(|other| tree.get(value, other).is_none());
            if let (Some(_), Some(other)) = (tree.get(value, name), missing) {
                return clash(
                    value,
                    format!("the property `{name}` requires `{other}`, which is missing"),
                );
            }
        }
        Ok(())
    }

    /// Whether a property does not travel the way that the value does.
    fn stays_away(&mut self, schema: &Schema, name: &str) -> bool {
        let declared = schema.properties.iter().find(|(known, _)| **known == *name);
        let Some((_, property)) = declared else { return false };
        match self.way {
            Way::Sent => self.is_marked(*property, |property| property.read_only),
            Way::Received => self.is_marked(*property, |property| property.write_only),
            Way::Open => false,
        }
    }

    /// Whether a flag is in a schema or in what it refers to.
    fn is_marked(&mut self, node: NodeId, flag: fn(&Schema) -> bool) -> bool {
        let mut next = Some(node);
        // A reference or two, not a chain.
        for _ in 0..4 {
            let Some(node) = next else { return false };
            let schema = self.schemas.read(node);
            if flag(&schema) {
                return true;
            }
            let target = schema
                .reference
                .and_then(|reference| self.schemas.reader.refs.resolve(reference).ok());
            next = target.or(match schema.all_of.as_slice() {
                [only] => Some(*only),
                _ => None,
            });
        }
        false
    }

    // Subschemas for the value itself (Core section 10.2).

    fn in_place(&mut self, schema: &Schema, value: NodeId, seen: &mut Seen) -> Result<(), Clash> {
        for &member in &schema.all_of {
            seen.also(self.schema(member, value)?);
        }
        if !schema.any_of.is_empty() {
            let (fitting, clash) = self.alternatives(&schema.any_of, value, seen);
            if fitting == 0 {
                return Err(none(value, &schema.any_of, clash));
            }
        }
        if !schema.one_of.is_empty() {
            match self.alternatives(&schema.one_of, value, seen) {
                (0, reason) => return Err(none(value, &schema.one_of, reason)),
                (1, _) => {}
                (_, _) if self.schemas.overlapping => {}
                (several, _) => return clash(value, format!("it matches {several} schemas of `oneOf`, not one")),
            }
        }
        if let Some(not) = schema.not
            && self.schema(not, value).is_ok()
        {
            return clash(value, "it matches `not`");
        }
        if let Some(condition) = schema.condition {
            let next = match self.schema(condition, value) {
                Ok(found) => {
                    seen.also(found);
                    schema.consequence
                }
                Err(_) => schema.alternative,
            };
            if let Some(next) = next {
                seen.also(self.schema(next, value)?);
            }
        }
        for (name, dependent) in &schema.dependent_schemas {
            if self.values.get(value, name).is_some() {
                seen.also(self.schema(*dependent, value)?);
            }
        }
        Ok(())
    }

    /// How many alternatives allow the value, and why the first one that does not forbids it.
    fn alternatives(&mut self, members: &[NodeId], value: NodeId, seen: &mut Seen) -> (usize, Option<Clash>) {
        let mut fitting = 0;
        let mut first = None;
        for &member in members {
            match self.schema(member, value) {
                Ok(found) => {
                    fitting += 1;
                    seen.also(found);
                }
                Err(clash) => first = first.or(Some(clash)),
            }
        }
        (fitting, first)
    }

    fn unevaluated(&mut self, schema: &Schema, value: NodeId, seen: &mut Seen) -> Result<(), Clash> {
        let tree = self.values;
        if let Some(rest) = schema.unevaluated_items {
            for &item in tree.items(value) {
                if !seen.parts.contains(&item) {
                    seen.part(item, self.schema(rest, item)?);
                }
            }
        }
        if let Some(rest) = schema.unevaluated_properties {
            for entry in tree.entries(value) {
                if !seen.parts.contains(&entry.value) {
                    seen.part(entry.value, self.schema(rest, entry.value)?);
                }
            }
        }
        Ok(())
    }
}

/// No alternative allows the value. With one alternative its own reason says more.
fn none(value: NodeId, members: &[NodeId], first: Option<Clash>) -> Clash {
    match (members, first) {
        ([_], Some(clash)) => clash,
        _ => Clash {
            at: value,
            reason: "it matches none of the alternatives".to_owned(),
        },
    }
}
