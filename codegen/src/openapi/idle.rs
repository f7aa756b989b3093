//! Keywords that say nothing about the values of their schema, because they are about values of another type (JSON Schema Validation
//! section 6: "for any other type, validation succeeds").

use super::Reader;
use super::schema::{JsonType, Schema, Types};
use crate::constraints::MomentUnit;
use crate::diag::Problem;
use crate::tree::NodeId;

/// The types whose values a keyword is about; empty: all, or it is not a keyword.
fn concerned(keyword: &str) -> &'static [JsonType] {
    match keyword {
        "minLength" | "maxLength" | "pattern" | "contentEncoding" | "contentMediaType" | "contentSchema" => {
            &[JsonType::String]
        }
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            &[JsonType::Integer, JsonType::Number]
        }
        "items" | "prefixItems" | "unevaluatedItems" | "contains" | "minContains" | "maxContains" | "minItems"
        | "maxItems" | "uniqueItems" => &[JsonType::Array],
        "properties"
        | "patternProperties"
        | "additionalProperties"
        | "unevaluatedProperties"
        | "propertyNames"
        | "required"
        | "dependentRequired"
        | "dependentSchemas"
        | "minProperties"
        | "maxProperties" => &[JsonType::Object],
        _ => &[],
    }
}

impl Reader<'_, '_> {
    /// Reports the keywords of a schema that are about values which its `type` excludes.
    pub(super) fn idle_keywords(&mut self, node: NodeId, types: Types) {
        if types.is_empty() {
            return;
        }
        let tree = self.tree;
        for entry in tree.entries(node) {
            let concerned = concerned(&entry.key);
            if concerned.is_empty() || concerned.iter().any(|ty| types.has(*ty)) {
                continue;
            }
            let words: Vec<&str> = types.iter().map(JsonType::as_str).collect();
            let problem = Problem::IdleKeyword {
                keyword: entry.key.to_string(),
                ty: words.join("`, `"),
            };
            self.diags.push(problem, tree.key_location(node, &entry.key));
        }
    }

    /// Reports `readOnly` and `writeOnly` where they change nothing: they are about properties (OpenAPI 3.0.4 "Schema Object": "relevant
    /// only for Schema Object properties definitions").
    pub(super) fn idle_direction(&mut self, schema: Option<NodeId>) {
        let Some(schema) = schema else { return };
        for keyword in ["readOnly", "writeOnly"] {
            if self.tree.get(schema, keyword).is_some() {
                let location = self.tree.key_location(schema, keyword);
                self.diags.push(Problem::IdleDirection { keyword }, location);
            }
        }
    }

    /// Reports and drops `x-min-ahead` where the value is not a moment, so that nothing says how far ahead it is.
    pub(super) fn idle_ahead(&mut self, schema: &mut Schema, node: NodeId) {
        let ahead = &mut schema.constraints.numbers.min_ahead;
        let is_moment = schema.format.as_deref().and_then(MomentUnit::of).is_some();
        if ahead.is_some() && !(is_moment && schema.types.has(JsonType::Integer)) {
            *ahead = None;
            let reason = "the value is not an integer of `format: unixtime` or `unixtime-ms`";
            self.diags.push(
                Problem::IdleAhead { reason },
                self.tree.key_location(node, "x-min-ahead"),
            );
        }
    }
}
