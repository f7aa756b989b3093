//! Strings and numbers that are valid by a schema, always the same.

use super::value::Value;
use specwright::constraints::{Constraints, NumberConstraints};
use specwright::lower::Validator;
use specwright::openapi::schema::Schema;
use specwright::tree::NodeId;
use std::sync::Arc;

/// Characters of a string that a lower limit can ask for.
const MAX_LENGTH: u64 = 4_096;

/// References to references, and schemas of `allOf`.
const MAX_PARTS: usize = 64;

/// A string of each format that is known (JSON Schema Validation section 7.3, and OpenAPI's registry of formats).
fn of_format(format: &str) -> &'static str {
    match format {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00Z",
        "duration" => "PT1H",
        "email" | "idn-email" => "name@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" | "url" | "iri" => "https://example.com/",
        "uri-reference" | "iri-reference" => "/path",
        "uri-template" => "/path/{id}",
        "uuid" => "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "json-pointer" => "/key",
        "relative-json-pointer" => "1/key",
        "regex" => "^a+$",
        "byte" | "base64" | "base64url" => "c3RyaW5n",
        "int32" | "int64" | "integer" | "number" | "decimal" | "double" | "float" => "1",
        _ => "string",
    }
}

/// What schemas say together of a string or a number.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) constraints: Constraints,
    format: Option<Arc<str>>,
    is_encoded: bool,
}

impl Facts {
    /// What a schema says by itself.
    pub(super) fn of(schema: &Schema) -> Facts {
        Facts {
            constraints: (*schema.constraints).clone(),
            format: schema.format.clone(),
            is_encoded: schema.content_encoding.is_some(),
        }
    }

    /// The same with what another schema says.
    #[must_use]
    pub(super) fn with(mut self, other: Facts) -> Facts {
        self.constraints.tighten(&other.constraints);
        self.format = self.format.or(other.format);
        self.is_encoded |= other.is_encoded;
        self
    }
}

/// What a schema says with what it refers to and its `allOf`; `None` if it has alternatives or values of its own.
pub(super) fn facts(validator: &mut Validator<'_, '_>, node: NodeId) -> Option<Facts> {
    let (mut pending, mut facts) = (vec![node], Facts::default());
    for _ in 0..MAX_PARTS {
        let Some(node) = pending.pop() else {
            return Some(facts);
        };
        let schema = validator.schema(node);
        if !(schema.any_of.is_empty() && schema.one_of.is_empty())
            || schema.values.is_some()
            || schema.constant.is_some()
        {
            return None;
        }
        pending.extend(schema.all_of.iter().copied());
        pending.extend(schema.reference.and_then(|reference| validator.target(reference)));
        facts = facts.with(Facts::of(&schema));
    }
    None
}

/// A string.
pub(super) fn string(validator: &mut Validator<'_, '_>, facts: &Facts) -> Option<Value> {
    let limits = &facts.constraints.strings;
    let least = limits.min_length.unwrap_or(0);
    let most = limits.max_length.unwrap_or(u64::MAX);
    let fits = |text: &str| {
        let length = text.chars().count() as u64;
        least <= length && length <= most
    };
    let usual = match &facts.format {
        Some(format) => of_format(format),
        None if facts.is_encoded => "c3RyaW5n",
        None => "string",
    };
    if !limits.patterns.is_empty() {
        return validator.matching(&limits.patterns, usual, fits).map(Value::String);
    }
    if fits(usual) {
        return Some(Value::string(usual));
    }
    let length = least.clamp(1, MAX_LENGTH).min(most);
    let length = usize::try_from(length).unwrap_or_default();
    Some(Value::String(usual.chars().cycle().take(length).collect()))
}

/// An integer: 1 if it is allowed.
pub(super) fn integer(limits: &NumberConstraints) -> Option<Value> {
    let whole = |number: &Option<specwright::number::Number>| number.as_ref().and_then(|number| number.as_f64());
    let least = [
        whole(&limits.minimum),
        whole(&limits.exclusive_minimum).map(|limit| limit.floor() + 1.0),
    ];
    let most = [
        whole(&limits.maximum),
        whole(&limits.exclusive_maximum).map(|limit| limit.ceil() - 1.0),
    ];
    let least = least.into_iter().flatten().map(f64::ceil).reduce(f64::max);
    let most = most.into_iter().flatten().map(f64::floor).reduce(f64::min);
    let step = limits
        .multiple_of
        .iter()
        .filter_map(|step| step.as_f64())
        .fold(1.0, f64::max)
        .max(1.0);
    let wanted = 1f64.max(least.unwrap_or(f64::MIN)).min(most.unwrap_or(f64::MAX));
    let up = (wanted / step).ceil() * step;
    let down = (wanted / step).floor() * step;
    let is_allowed = |value: &f64| least.is_none_or(|least| *value >= least) && most.is_none_or(|most| *value <= most);
    let value = [up, down].into_iter().find(is_allowed)?;
    // Limits beyond 128 bits are not integers that a document means.
    Some(Value::Number(format!("{}", value as i128)))
}

/// A number: an integer if one is allowed.
pub(super) fn number(limits: &NumberConstraints) -> Option<Value> {
    if let Some(value) = integer(limits).filter(|_| limits.multiple_of.is_empty()) {
        return Some(value);
    }
    let limit = |number: &Option<specwright::number::Number>| number.as_ref().and_then(|number| number.as_f64());
    if let Some(step) = limits.multiple_of.first().and_then(|step| step.as_f64()) {
        let least = limit(&limits.minimum)
            .or(limit(&limits.exclusive_minimum))
            .unwrap_or(step);
        let count = (least / step).ceil().max(1.0);
        return Some(Value::Number(format!("{}", count * step)));
    }
    let least = limit(&limits.minimum).or(limit(&limits.exclusive_minimum));
    let most = limit(&limits.maximum).or(limit(&limits.exclusive_maximum));
    let value = match (least, most) {
        (Some(least), Some(most)) => least + (most - least) / 2.0,
        (Some(least), None) => least + 1.0,
        (None, Some(most)) => most - 1.0,
        (None, None) => 1.0,
    };
    Some(Value::Number(format!("{value}")))
}

/// Another value of the same kind; `None` if there is none.
pub(super) fn vary(value: Value, index: usize) -> Option<Value> {
    match value {
        Value::String(text) => Some(Value::String(format!("{text}{index}"))),
        Value::Number(text) => {
            let number: i128 = text.parse().ok()?;
            let other = number.checked_add(i128::try_from(index).ok()?)?;
            Some(Value::Number(other.to_string()))
        }
        Value::Object(mut members) => {
            let mut places = members.iter().enumerate();
            let (at, value) = places.find_map(|(at, (_, value))| Some((at, vary(value.clone(), index)?)))?;
            members.get_mut(at)?.1 = value;
            Some(Value::Object(members))
        }
        Value::Bool(first) => (index == 1).then_some(Value::Bool(!first)),
        Value::Null | Value::Array(_) => None,
    }
}
