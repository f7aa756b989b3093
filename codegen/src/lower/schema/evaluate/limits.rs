//! Limits of strings, numbers, arrays and objects (JSON Schema Validation sections 6.2 to 6.5).

use super::{Clash, Evaluation, clash};
use crate::number::Number;
use crate::openapi::schema::Schema;
use crate::tree::{Entry, NodeId, Value};
use std::cmp::Ordering;

impl Evaluation<'_, '_, '_> {
    pub(super) fn limits(&mut self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        let broken = match self.lower.reader.tree.value(value) {
            Value::String(text) => self.text(schema, text),
            Value::Number(number) => numeric(schema, number),
            Value::Array(items) => self.items(schema, items),
            Value::Object(entries) => members(schema, entries),
            Value::Null | Value::Bool(_) => None,
        };
        broken.map_or(Ok(()), |reason| clash(value, reason))
    }

    pub(super) fn text(&mut self, schema: &Schema, text: &str) -> Option<String> {
        let length = text.chars().count() as u64;
        let broken = bounds(length, schema.min_length, schema.max_length, "characters");
        broken.or_else(|| {
            let (pattern, _) = schema.pattern.as_ref()?;
            (!self.lower.matches(pattern, text)).then(|| format!("the string does not match `{pattern}`"))
        })
    }

    fn items(&self, schema: &Schema, items: &[NodeId]) -> Option<String> {
        let broken = bounds(items.len() as u64, schema.min_items, schema.max_items, "items");
        broken.or_else(|| {
            let tree = self.lower.reader.tree;
            let twice = |(index, item): (usize, &NodeId)| {
                let earlier = items.get(..index).unwrap_or_default();
                earlier.iter().any(|other| tree.equal(*item, *other))
            };
            let repeated = schema.unique_items && items.iter().enumerate().any(twice);
            repeated.then(|| "two items are equal".to_owned())
        })
    }
}

fn members(schema: &Schema, entries: &[Entry]) -> Option<String> {
    bounds(
        entries.len() as u64,
        schema.min_properties,
        schema.max_properties,
        "properties",
    )
}

fn bounds(count: u64, min: Option<u64>, max: Option<u64>, what: &str) -> Option<String> {
    match (min, max) {
        (Some(min), _) if count < min => Some(format!("it has {count} {what}, but at least {min} are required")),
        (_, Some(max)) if count > max => Some(format!("it has {count} {what}, but at most {max} are allowed")),
        (_, _) => None,
    }
}

fn numeric(schema: &Schema, number: &Number) -> Option<String> {
    let rules: [(&Option<Number>, &[Ordering], &str); 4] = [
        (&schema.minimum, &[Ordering::Less], "less than"),
        (&schema.maximum, &[Ordering::Greater], "more than"),
        (
            &schema.exclusive_minimum,
            &[Ordering::Less, Ordering::Equal],
            "not more than",
        ),
        (
            &schema.exclusive_maximum,
            &[Ordering::Greater, Ordering::Equal],
            "not less than",
        ),
    ];
    for (bound, wrong, words) in rules {
        if let Some(bound) = bound
            && compare(number, bound).is_some_and(|order| wrong.contains(&order))
        {
            return Some(format!("{} is {words} {}", number.as_str(), bound.as_str()));
        }
    }
    if let Some(step) = &schema.multiple_of
        && !is_multiple(number, step)
    {
        return Some(format!("{} is not a multiple of {}", number.as_str(), step.as_str()));
    }
    let format = schema.format.as_deref()?;
    let fits = match format {
        "int32" => number.as_i128().is_none_or(|value| i32::try_from(value).is_ok()),
        "int64" => number.as_i128().is_none_or(|value| i64::try_from(value).is_ok()),
        _ => true,
    };
    (!fits).then(|| format!("{} is out of the range of `{format}`", number.as_str()))
}

fn compare(left: &Number, right: &Number) -> Option<Ordering> {
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}

/// Decimals are not exact as doubles: what is a multiple but for the last digits is one.
fn is_multiple(number: &Number, step: &Number) -> bool {
    if let (Some(number), Some(step)) = (number.as_i128(), step.as_i128()) {
        return step == 0 || number % step == 0;
    }
    match (number.as_f64(), step.as_f64()) {
        (Some(number), Some(step)) if step != 0.0 => {
            let quotient = number / step;
            (quotient - quotient.round()).abs() <= 1e-9 * quotient.abs().max(1.0)
        }
        (_, _) => true,
    }
}
