//! Schemas as data for the assertion interpreter of the runtime: all that a schema asserts, or only what no type expresses.

use crate::constraints::Constraints;
use crate::diag::Problem;
use crate::ir::{Assertion, AssertionId};
use crate::lower::{Group, Lower, Merged};
use crate::openapi::schema::{JsonType, Schema};
use crate::text::is_invisible;
use crate::tree::NodeId;
use std::sync::Arc;

impl Lower<'_, '_> {
    /// The assertion of a whole schema. Its body is read later, so that recursion is nothing special.
    pub(in crate::lower) fn assertion(&mut self, node: NodeId) -> AssertionId {
        if let Some(&known) = self.assertions.get(&node) {
            return known;
        }
        let id = self.push_assertion(Assertion::default());
        self.assertions.insert(node, id);
        self.pending_assertions.push_back((id, node));
        id
    }

    /// Only the keywords of a schema that no Rust type expresses.
    pub(in crate::lower) fn special_assertion(&mut self, node: NodeId) -> AssertionId {
        let schema = self.schemas.read(node);
        let mut assertion = Assertion {
            origin: Some(self.origin(node)),
            ..Assertion::default()
        };
        // What is unevaluated depends on all other keywords.
        if schema.unevaluated_items.is_some() || schema.unevaluated_properties.is_some() {
            return self.assertion(node);
        }
        self.applicators(&mut assertion, &schema);
        if !schema.pattern_properties.is_empty() {
            assertion.pattern_properties = self.named_assertions(&schema.pattern_properties);
            // Which keys are additional depends on the declared ones.
            assertion.properties = self.named_assertions(&schema.properties);
            assertion.additional_properties = schema.additional_properties.map(|node| self.assertion(node));
        }
        if self.schemas.is_validation_only(&schema.any_of) {
            assertion.any_of = self.all_assertions(&schema.any_of);
        }
        if self.schemas.is_validation_only(&schema.one_of) {
            assertion.one_of = self.all_assertions(&schema.one_of);
        }
        self.push_assertion(assertion)
    }

    /// `required` of an object that declares no properties.
    pub(in crate::lower) fn required_assertion(&mut self, merged: &Merged, node: NodeId) -> AssertionId {
        let assertion = Assertion {
            origin: Some(self.origin(node)),
            required: merged.required.iter().map(|name| name.to_string()).collect(),
            ..Assertion::default()
        };
        self.push_assertion(assertion)
    }

    /// `anyOf` alone, for alternatives that became one object.
    pub(in crate::lower) fn any_of_assertion(&mut self, group: &Group) -> AssertionId {
        let assertion = Assertion {
            origin: Some(self.origin(group.node)),
            any_of: self.all_assertions(&group.alternatives),
            ..Assertion::default()
        };
        self.push_assertion(assertion)
    }

    fn push_assertion(&mut self, assertion: Assertion) -> AssertionId {
        self.api.assertions.push(assertion)
    }

    pub(in crate::lower) fn finish_assertions(&mut self) {
        while let Some((id, node)) = self.pending_assertions.pop_front() {
            let assertion = self.whole(node);
            self.api.assertions[id] = assertion;
        }
    }

    fn whole(&mut self, node: NodeId) -> Assertion {
        let schema = self.schemas.read(node);
        let target = schema
            .reference
            .and_then(|reference| self.schemas.reader.target(reference));
        let mut assertion = Assertion {
            origin: Some(self.origin(node)),
            boolean: schema.boolean,
            reference: target.map(|target| self.assertion(target)),
            types: schema.types.iter().map(JsonType::as_str).collect(),
            values: schema
                .values
                .as_ref()
                .map(|values| values.iter().map(|&value| self.json(value)).collect()),
            constant: schema.constant.map(|value| self.json(value)),
            constraints: (*schema.constraints).clone(),
            format: self.asserted_format(schema.format.as_deref()),
            required: schema.required.iter().map(|name| name.to_string()).collect(),
            properties: self.named_assertions(&schema.properties),
            pattern_properties: self.named_assertions(&schema.pattern_properties),
            additional_properties: schema.additional_properties.map(|node| self.assertion(node)),
            unevaluated_properties: schema.unevaluated_properties.map(|node| self.assertion(node)),
            prefix_items: self.all_assertions(&schema.prefix_items),
            items: schema.items.map(|node| self.assertion(node)),
            unevaluated_items: schema.unevaluated_items.map(|node| self.assertion(node)),
            all_of: self.all_assertions(&schema.all_of),
            any_of: self.all_assertions(&schema.any_of),
            one_of: self.all_assertions(&schema.one_of),
            ..Assertion::default()
        };
        if assertion.constraints.numbers.min_ahead.take().is_some() {
            let reason = "conditions and alternatives are checked on JSON, where a moment is a number";
            self.report(node, Problem::IdleAhead { reason });
        }
        match self.schemas.unchecked.contains(&node) {
            true => assertion.constraints = Constraints::default(),
            false => self.applicators(&mut assertion, &schema),
        }
        assertion
    }

    /// Keywords that are never expressed by a type.
    fn applicators(&mut self, assertion: &mut Assertion, schema: &Schema) {
        assertion.title = rule_title(schema);
        let dependent = schema.dependent_required.iter().map(|(name, required)| {
            let required = required.iter().map(|name| name.to_string()).collect();
            (name.to_string(), required)
        });
        assertion.dependent_required = dependent.collect();
        assertion.dependent_schemas = self.named_assertions(&schema.dependent_schemas);
        assertion.property_names = schema.property_names.map(|node| self.assertion(node));
        assertion.contains = schema.contains.map(|node| self.assertion(node));
        assertion.min_contains = schema.min_contains;
        assertion.max_contains = schema.max_contains;
        assertion.not = schema.not.map(|node| self.assertion(node));
        assertion.condition = schema.condition.map(|node| self.assertion(node));
        assertion.consequence = schema.consequence.map(|node| self.assertion(node));
        assertion.alternative = schema.alternative.map(|node| self.assertion(node));
    }

    fn named_assertions(&mut self, schemas: &[(Arc<str>, NodeId)]) -> Vec<(String, AssertionId)> {
        schemas
            .iter()
            .map(|(name, node)| (name.to_string(), self.assertion(*node)))
            .collect()
    }

    fn all_assertions(&mut self, schemas: &[NodeId]) -> Vec<AssertionId> {
        schemas.iter().map(|&node| self.assertion(node)).collect()
    }
}

/// The title of a schema that only says what applies together (`if`, `not`, `dependentRequired` and the like), as one line. Another
/// title is the name of a thing, which explains no violation.
fn rule_title(schema: &Schema) -> Option<String> {
    let is_rule = schema.types.is_empty() && schema.properties.is_empty() && schema.reference.is_none();
    let title = schema.title.as_deref().filter(|_| is_rule)?;
    let visible: String = title.chars().filter(|letter| !is_invisible(*letter)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
