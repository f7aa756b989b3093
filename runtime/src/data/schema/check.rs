//! Applying a [`Schema`] to a value.

use serde_json::{Map, Value};

use super::seen::Seen;
use super::{Ref, Schema};
use crate::data::constraint::{Rule, code_points};
use crate::data::json::duplicates;
use crate::data::limit::CountLimit;
use crate::data::number::Number;
use crate::data::violation::{Violation, counted, push_token};

/// One run over one value.
pub(super) struct Check {
    pointer: String,
    depth: usize,
    /// Within `anyOf` and similar keywords, single violations are not reported.
    quiet: bool,
    too_deep: bool,
    violations: Vec<Violation>,
}

/// The result of a schema for a value. What it has seen only counts if the value is valid.
struct Outcome<'v> {
    valid: bool,
    seen: Seen<'v>,
}

impl Check {
    /// The maximum depth of nested schemas. Values come from serde_json, which reads 128 levels; each of them may
    /// go through a reference or two.
    const MAX_DEPTH: usize = 400;

    pub(super) fn new() -> Self {
        Self {
            pointer: String::new(),
            depth: 0,
            quiet: false,
            too_deep: false,
            violations: Vec::new(),
        }
    }

    pub(super) fn run(mut self, schema: &Schema, value: &Value) -> Vec<Violation> {
        self.apply(schema, value);
        if self.too_deep {
            // Reported once, whatever `not` or `anyOf` results in.
            self.violations = vec![Violation::new(
                "",
                "depth",
                "must not be nested so deeply, nor its schema refer to itself without end",
            )];
        }
        self.violations
    }

    fn violation(&mut self, keyword: &'static str, message: impl FnOnce() -> String) {
        if !self.quiet {
            self.violations
                .push(Violation::new(self.pointer.clone(), keyword, message()));
        }
    }

    /// Adds a violation unless the rule holds; returns whether it does.
    fn rule(&mut self, holds: bool, keyword: &'static str, message: impl FnOnce() -> String) -> bool {
        if !holds {
            self.violation(keyword, message);
        }
        holds
    }

    fn quietly<T>(&mut self, check: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.quiet, true);
        let result = check(self);
        self.quiet = before;
        result
    }

    /// Applies a schema to a property or an item. What it sees there does not count for the parent.
    fn descend(&mut self, token: &str, schema: &Schema, value: &Value, by: &'static str) -> bool {
        let length = self.pointer.len();
        push_token(&mut self.pointer, token);
        let valid = if schema.never {
            self.rule(false, by, || "is not allowed here".to_owned())
        } else {
            self.apply(schema, value).valid
        };
        self.pointer.truncate(length);
        valid
    }

    fn apply<'v>(&mut self, schema: &Schema, value: &'v Value) -> Outcome<'v> {
        let mut seen = Seen::default();
        if self.depth >= Self::MAX_DEPTH {
            self.too_deep = true;
        }
        // Once too deep, nothing else is checked: otherwise a cycle of several references would not end.
        if self.too_deep {
            return Outcome { valid: false, seen };
        }
        self.depth += 1;
        let before = self.violations.len();
        let mut valid = !schema.never || self.rule(false, "false", || "is not allowed here".to_owned());
        valid &= self.any_type(schema, value);
        valid &= self.in_place(schema, value, &mut seen);
        valid &= match value {
            Value::Null | Value::Bool(_) => true,
            Value::Number(number) => self.number(schema, Number::from(number)),
            Value::String(text) => self.string(schema, text),
            Value::Array(items) => self.array(schema, items, &mut seen),
            Value::Object(properties) => self.object(schema, properties, &mut seen),
        };
        self.depth -= 1;
        if let Some(title) = schema.title {
            for violation in self.violations.iter_mut().skip(before) {
                violation.message = format!("{}: {title}", violation.message);
            }
        }
        Outcome { valid, seen }
    }

    fn any_type(&mut self, schema: &Schema, value: &Value) -> bool {
        let mut valid = true;
        if let Some(types) = schema.types {
            valid &= self.rule(types.contain(value), "type", || {
                format!("must be of type {}", types.describe())
            });
        }
        if let Some(allowed) = schema.enumeration {
            let listed = allowed.iter().any(|one| one.equals(value));
            valid &= self.rule(listed, "enum", || "must be one of the listed values".to_owned());
        }
        if let Some(constant) = schema.constant {
            valid &= self.rule(constant.equals(value), "const", || {
                format!("must be {}", constant.to_value())
            });
        }
        valid
    }

    fn number(&mut self, schema: &Schema, value: Number) -> bool {
        let mut valid = true;
        for limit in schema.number_limits().into_iter().flatten() {
            valid &= self.rule(limit.is_kept(value), limit.keyword(), || limit.message());
        }
        valid
    }

    fn counts(&mut self, count: u64, limits: [Option<CountLimit>; 2]) -> bool {
        let mut valid = true;
        for limit in limits.into_iter().flatten() {
            valid &= self.rule(limit.is_kept(count), limit.keyword(), || limit.message());
        }
        valid
    }

    fn string(&mut self, schema: &Schema, text: &str) -> bool {
        let limits = schema.string_limits();
        let counts = limits.iter().any(Option::is_some);
        let mut valid = !counts || self.counts(code_points(text), limits);
        if let Some(pattern) = schema.pattern {
            valid &= self.rule(pattern.matches(text), "pattern", || {
                format!("must match the pattern `{}`", pattern.source)
            });
        }
        if let Some(format) = schema.format {
            valid &= self.rule((format.matches)(text), "format", || {
                Rule::Format(format.name).to_string()
            });
        }
        valid
    }

    fn array<'v>(&mut self, schema: &Schema, items: &'v [Value], seen: &mut Seen<'v>) -> bool {
        let mut valid = true;
        for (index, (schema, item)) in schema.prefix_items.iter().zip(items).enumerate() {
            valid &= self.descend(&index.to_string(), schema, item, "prefixItems");
            seen.add_items_before(index + 1);
        }
        if let Some(rest) = schema.items {
            for (index, item) in items.iter().enumerate().skip(schema.prefix_items.len()) {
                valid &= self.descend(&index.to_string(), rest, item, "items");
            }
            seen.add_items_before(items.len());
        }
        if let Some(contained) = schema.contains {
            valid &= self.contains(schema, contained, items, seen);
        }
        valid &= self.array_limits(schema, items);
        if let Some(rest) = schema.unevaluated_items {
            for (index, item) in items.iter().enumerate() {
                if !seen.has_item(index) {
                    valid &= self.descend(&index.to_string(), rest, item, "unevaluatedItems");
                }
            }
            seen.add_items_before(items.len());
        }
        valid
    }

    fn array_limits(&mut self, schema: &Schema, items: &[Value]) -> bool {
        let mut valid = self.counts(items.len() as u64, schema.array_limits());
        if schema.unique_items
            && let Some((a, b)) = duplicates(items)
        {
            valid &= self.rule(false, "uniqueItems", || format!("items {a} and {b} must not be equal"));
        }
        valid
    }

    fn contains<'v>(&mut self, schema: &Schema, contained: &Schema, items: &'v [Value], seen: &mut Seen<'v>) -> bool {
        let mut count = 0;
        for (index, item) in items.iter().enumerate() {
            if self.quietly(|check| check.apply(contained, item).valid) {
                seen.add_item(index);
                count += 1;
            }
        }
        let least = schema.min_contains.unwrap_or(1);
        let keyword = schema.min_contains.map_or("contains", |_| "minContains");
        let enough = self.rule(count >= least, keyword, || {
            format!("must match `contains` with at least {}", counted(least, "item"))
        });
        let most = schema.max_contains.unwrap_or(u64::MAX);
        enough
            & self.rule(count <= most, "maxContains", || {
                format!("must match `contains` with at most {}", counted(most, "item"))
            })
    }

    fn object<'v>(&mut self, schema: &Schema, properties: &'v Map<String, Value>, seen: &mut Seen<'v>) -> bool {
        let mut valid = self.object_limits(schema, properties);
        for (name, value) in properties {
            valid &= self.property(schema, name, value, seen);
        }
        if let Some(rest) = schema.unevaluated_properties {
            for (name, value) in properties {
                if !seen.has_property(name) {
                    valid &= self.descend(name, rest, value, "unevaluatedProperties");
                    seen.add_property(name);
                }
            }
        }
        valid
    }

    fn property<'v>(&mut self, schema: &Schema, name: &'v str, value: &Value, seen: &mut Seen<'v>) -> bool {
        let (mut valid, mut matched) = (true, false);
        if let Some((_, schema)) = schema.properties.iter().find(|(known, _)| *known == name) {
            valid &= self.descend(name, schema, value, "properties");
            matched = true;
        }
        for (pattern, schema) in schema.pattern_properties {
            if pattern.matches(name) {
                valid &= self.descend(name, schema, value, "patternProperties");
                matched = true;
            }
        }
        if let Some(rest) = schema.additional_properties
            && !matched
        {
            valid &= self.descend(name, rest, value, "additionalProperties");
            matched = true;
        }
        if matched {
            seen.add_property(name);
        }
        if let Some(names) = schema.property_names {
            let text = Value::String(name.to_owned());
            let allowed = self.quietly(|check| check.apply(names, &text).valid);
            valid &= self.rule(allowed, "propertyNames", || {
                format!("must not have a property named `{name}`")
            });
        }
        valid
    }

    fn object_limits(&mut self, schema: &Schema, properties: &Map<String, Value>) -> bool {
        let mut valid = self.counts(properties.len() as u64, schema.object_limits());
        for name in schema.required {
            valid &= self.rule(properties.contains_key(*name), "required", || {
                format!("must have the property `{name}`")
            });
        }
        for (when, names) in schema.dependent_required {
            if !properties.contains_key(*when) {
                continue;
            }
            for name in *names {
                valid &= self.rule(properties.contains_key(*name), "dependentRequired", || {
                    format!("must have the property `{name}` since it has `{when}`")
                });
            }
        }
        valid
    }

    /// The applicators that look at the same value (JSON Schema Core 2020-12, sections 8.2.3.1 and 10.2).
    fn in_place<'v>(&mut self, schema: &Schema, value: &'v Value, seen: &mut Seen<'v>) -> bool {
        let mut valid = true;
        let target = match schema.reference {
            Some(Ref::To(target)) => Some(target),
            Some(Ref::Late(target)) => target.get(),
            None => None,
        };
        if let Some(target) = target {
            valid &= self.also(target, value, seen);
        }
        for part in schema.all_of {
            valid &= self.also(part, value, seen);
        }
        if !schema.any_of.is_empty() {
            let count = self.count(schema.any_of, value, seen);
            valid &= self.rule(count > 0, "anyOf", || {
                "must match at least one of the alternatives".to_owned()
            });
        }
        if !schema.one_of.is_empty() {
            let count = self.count(schema.one_of, value, seen);
            valid &= self.rule(count == 1, "oneOf", || {
                format!("must match exactly one of the alternatives, but matches {count}")
            });
        }
        if let Some(not) = schema.not {
            let matches = self.quietly(|check| check.apply(not, value).valid);
            valid &= self.rule(!matches, "not", || "must not match the schema".to_owned());
        }
        valid &= self.conditional(schema, value, seen);
        for (name, dependent) in schema.dependent_schemas {
            if value.get(name).is_some() {
                valid &= self.also(dependent, value, seen);
            }
        }
        valid
    }

    fn conditional<'v>(&mut self, schema: &Schema, value: &'v Value, seen: &mut Seen<'v>) -> bool {
        let Some(condition) = schema.if_ else {
            return true;
        };
        let outcome = self.quietly(|check| check.apply(condition, value));
        let branch = if outcome.valid {
            seen.merge(outcome.seen);
            schema.then
        } else {
            schema.else_
        };
        branch.is_none_or(|branch| self.also(branch, value, seen))
    }

    /// Applies one more schema to the same value.
    fn also<'v>(&mut self, schema: &Schema, value: &'v Value, seen: &mut Seen<'v>) -> bool {
        let outcome = self.apply(schema, value);
        if outcome.valid {
            seen.merge(outcome.seen);
        }
        outcome.valid
    }

    /// How many of the alternatives match. All are tried, since each adds to what is seen.
    fn count<'v>(&mut self, any: &[Schema], value: &'v Value, seen: &mut Seen<'v>) -> usize {
        let matching = any
            .iter()
            .filter(|schema| self.quietly(|check| check.also(schema, value, seen)));
        matching.count()
    }
}
