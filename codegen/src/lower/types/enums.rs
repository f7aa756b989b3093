//! Where an enumeration meets a length or a pattern: which of its texts keep the other rules of the string.
//!
//! All assertions of a schema apply together (JSON Schema Core 2020-12, section 7.6.1), so a listed value that breaks one
//! of them is not a value. What is left keeps all rules, and its type needs no further check.

use crate::constraints::StringConstraints;
use crate::diag::Problem;
use crate::ir::{Enum, EnumKind, EnumValue, Json, Shape, Type, TypeRef};
use crate::lower::types::Lowered;
use crate::lower::{Lower, Merged};
use crate::number::Number;
use crate::openapi::schema::{JsonType, Types};
use crate::tree::{NodeId, Value};
use std::collections::BTreeSet;

impl Lower<'_, '_> {
    /// `const`: an enumeration of one value; a pass makes constants of those that nobody has to choose.
    pub(in crate::lower) fn constant(&mut self, node: NodeId) -> Lowered {
        match self.json(node) {
            Json::Null => Lowered::Use(TypeRef::new(Type::Null)),
            value @ (Json::Array(_) | Json::Object(_)) => Lowered::Use(TypeRef::new(Type::Const(value))),
            value @ (Json::Bool(_) | Json::Number(_) | Json::String(_)) => {
                let values = vec![EnumValue {
                    value,
                    name: None,
                    rename: None,
                    description: None,
                }];
                let shape = Shape::Enum(Enum {
                    kind: enum_kind(&values),
                    values,
                    open: false,
                });
                Lowered::def(shape)
            }
        }
    }

    /// `enum` without its duplicates, `null`, and what breaks another rule of the same schema. `None`: the list is empty,
    /// so it is ignored.
    pub(in crate::lower) fn enumeration(&mut self, merged: &Merged, whole: NodeId) -> Option<Lowered> {
        let (source, values) = merged.values.as_ref()?;
        let source = *source;
        if !self.schemas.reader.take(source, values.len(), 0) {
            return None;
        }
        let mut kept: Vec<EnumValue> = Vec::new();
        let mut known = BTreeSet::new();
        let schema = self.schemas.read(source);
        let (mut null, mut broken) = (false, false);
        for (index, &node) in values.iter().enumerate() {
            let value = self.enum_value(node, merged.types);
            if value == Json::Null {
                null = true;
                continue;
            }
            if merged.types == Types::of(JsonType::Null) {
                broken = true;
                let (value, rule) = (value.text(), "type: null".to_owned());
                self.report(node, Problem::EnumValueRule { value, rule });
                continue;
            }
            if let Json::String(text) = &value
                && let Some(rule) = self.broken_rule(&merged.constraints.strings, text)
            {
                broken = true;
                self.report(
                    node,
                    Problem::EnumValueRule {
                        value: text.to_string(),
                        rule,
                    },
                );
                continue;
            }
            if !known.insert(value.clone()) {
                self.report(node, Problem::DuplicateEnumValue {});
                continue;
            }
            let text =
                |list: &[Option<std::sync::Arc<str>>]| list.get(index).cloned().flatten().map(|text| text.to_string());
            kept.push(EnumValue {
                value,
                name: text(&schema.extensions.enum_names),
                rename: None,
                description: text(&schema.extensions.enum_descriptions),
            });
        }
        match kept.as_slice() {
            [] if null => Some(Lowered::Use(TypeRef::new(Type::Null))),
            [] if broken => {
                self.report(source, Problem::ContradictoryTypes {});
                Some(Lowered::Use(self.any_checked(whole)))
            }
            [] => {
                let location = self.schemas.tree().member_location(source, "enum");
                self.schemas.reader.diags.push(Problem::EmptyEnum {}, location);
                None
            }
            _ => {
                let kind = enum_kind(&kept);
                let shape = Shape::Enum(Enum {
                    kind,
                    values: kept,
                    open: false,
                });
                Some(Lowered::def(shape))
            }
        }
    }

    /// The rule of a string that a listed text breaks, as a document writes it. What only an engine can tell is taken to hold.
    fn broken_rule(&mut self, rules: &StringConstraints, text: &str) -> Option<String> {
        let violation = rules.violation(text, |pattern| self.schemas.matches(pattern, text));
        violation.map(|violation| violation.rule)
    }

    /// A value of `enum`, in the type that the schema names: YAML reads `on` and `1` as it likes.
    fn enum_value(&mut self, node: NodeId, types: Types) -> Json {
        let json = self.json(node);
        let named = types.without(JsonType::Null).single();
        let coerced = match (&json, named) {
            (Json::Number(text), Some(JsonType::String)) => Some(Json::String(text.to_string().into())),
            (Json::Bool(value), Some(JsonType::String)) => Some(Json::String(value.to_string().into())),
            (Json::String(text), Some(JsonType::Integer)) => text
                .trim()
                .parse::<i64>()
                .ok()
                .map(|value| Json::Number(value.to_string().into())),
            (Json::String(text), Some(JsonType::Number)) => text
                .trim()
                .parse::<f64>()
                .ok()
                .filter(|value| value.is_finite())
                .map(|_| Json::Number(text.trim().into())),
            (Json::String(text), Some(JsonType::Boolean)) => text.parse().ok().map(Json::Bool),
            _ => None,
        };
        if let Some(coerced) = coerced {
            let value = match self.schemas.tree().value(node) {
                Value::String(text) => format!("\"{text}\""),
                Value::Number(number) => number.as_str().to_owned(),
                Value::Bool(value) => value.to_string(),
                Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
            };
            let ty = named.map_or("", JsonType::as_str);
            self.report(node, Problem::EnumValueType { value, ty });
            return coerced;
        }
        json
    }
}

/// The JSON type that all values have.
pub(in crate::lower) fn enum_kind(values: &[EnumValue]) -> EnumKind {
    let kind = |value: &EnumValue| match &value.value {
        Json::String(_) => EnumKind::String,
        Json::Bool(_) => EnumKind::Bool,
        Json::Number(text) if Number::new(text.clone()).as_i64().is_some() => EnumKind::Integer,
        Json::Number(_) => EnumKind::Number,
        Json::Null | Json::Array(_) | Json::Object(_) => EnumKind::Mixed,
    };
    let mut kinds = values.iter().map(kind);
    let first = kinds.next().unwrap_or(EnumKind::String);
    kinds.fold(first, |all, kind| match (all, kind) {
        (all, kind) if all == kind => all,
        (EnumKind::Integer, EnumKind::Number) | (EnumKind::Number, EnumKind::Integer) => EnumKind::Number,
        _ => EnumKind::Mixed,
    })
}
