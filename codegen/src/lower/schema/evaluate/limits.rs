//! Limits of strings, numbers, arrays and objects (JSON Schema Validation sections 6.2 to 6.5).

use super::{Clash, Evaluation, clash};
use crate::constraints::StringConstraints;
use crate::number::Number;
use crate::openapi::schema::Schema;
use crate::tree::{NodeId, Value};

/// Each item is compared with all before it: what is received can have millions.
const MAX_COMPARED: usize = 1_000;

impl Evaluation<'_, '_, '_> {
    pub(super) fn limits(&mut self, schema: &Schema, value: NodeId) -> Result<(), Clash> {
        let constraints = &schema.constraints;
        let broken = match self.values.value(value) {
            Value::String(text) => self.text(&constraints.strings, text),
            Value::Number(number) => {
                let violation = constraints.numbers.violation(number).map(|violation| violation.reason);
                violation.or_else(|| out_of_range(schema.format.as_deref()?, number))
            }
            Value::Array(items) => {
                let violation = constraints.arrays.violation(items.len(), || self.repeats(items));
                violation.map(|violation| violation.reason)
            }
            Value::Object(entries) => {
                let violation = constraints.objects.violation(entries.len());
                violation.map(|violation| violation.reason)
            }
            Value::Null | Value::Bool(_) => None,
        };
        broken.map_or(Ok(()), |reason| clash(value, reason))
    }

    pub(super) fn text(&mut self, rules: &StringConstraints, text: &str) -> Option<String> {
        let violation = rules.violation(text, |pattern| self.schemas.matches(pattern, text));
        violation.map(|violation| violation.reason)
    }

    /// Whether two items are equal, among as many as are compared.
    fn repeats(&self, items: &[NodeId]) -> bool {
        let tree = self.values;
        items.iter().take(MAX_COMPARED).enumerate().any(|(index, item)| {
            let earlier = items.get(..index).unwrap_or_default();
            earlier.iter().any(|other| tree.equal(*item, *other))
        })
    }
}

/// Formats of OpenAPI that are a range.
fn out_of_range(format: &str, number: &Number) -> Option<String> {
    let fits = match format {
        "int32" => number.as_i128().is_none_or(|value| i32::try_from(value).is_ok()),
        "int64" => number.as_i128().is_none_or(|value| i64::try_from(value).is_ok()),
        _ => true,
    };
    (!fits).then(|| format!("{} is out of the range of `{format}`", number.as_str()))
}
