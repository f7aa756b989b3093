//! Schemas by which no value is valid, where that is plain to see: the mistake is said, and the schema means what it says.

use super::{Merged, Schemas, Way};
use crate::constraints::NumberConstraints;
use crate::diag::Problem;
use crate::number::Number;
use crate::openapi::schema::{JsonType, Schema};
use crate::tree::NodeId;

/// Alternatives of larger choices are not compared with each other.
const MAX_COMPARED: usize = 64;

impl Schemas<'_, '_> {
    /// Says why no value is valid by all that was merged.
    pub(in crate::lower) fn report_never<B>(&mut self, merged: &Merged<B>) {
        if self.exact {
            return;
        }
        for &source in &merged.sources {
            let schema = self.read(source);
            self.never_by_itself(source, &schema, merged);
        }
        let Some(&whole) = merged.sources.first() else { return };
        if let Some(constant) = merged.constant
            && let Some(Err(clash)) = self.evaluate(&merged.sources, constant, Way::Open)
        {
            self.never(constant, format!("the `const` is not valid itself: {}", clash.reason));
        }
        self.never_in_parts(whole, merged);
        self.never_by_alternatives(merged);
        if merged.types.single() == Some(JsonType::Integer) && admits_no_integer(&merged.constraints.numbers) {
            self.never(whole, "there is no integer within its limits".to_owned());
        }
    }

    fn never(&mut self, node: NodeId, reason: String) {
        self.report(node, Problem::NeverValid { reason });
    }

    fn never_by_itself<B>(&mut self, node: NodeId, schema: &Schema, merged: &Merged<B>) {
        // Who binds a dynamic anchor says what is valid: until then nothing is (JSON Schema Core section 8.2.3.2).
        let is_bound_elsewhere = self.tree().get(node, "$dynamicAnchor").is_some();
        if let Some(not) = schema.not.filter(|_| !is_bound_elsewhere) {
            let excluded = self.read(not);
            let admits_them = excluded.types.is_empty()
                || !merged.types.is_empty() && merged.types.intersect(excluded.types) == Some(merged.types);
            if excluded.boolean == Some(true) || self.says_only_types(&excluded) && admits_them {
                self.never(not, "`not` excludes every value".to_owned());
            }
        }
        if let (Some(least), Some(most), Some(_)) = (schema.min_contains, schema.max_contains, schema.contains)
            && least > most
        {
            self.never(node, format!("`minContains: {least}` is above `maxContains: {most}`"));
        }
        let condition = schema.condition.map(|condition| self.read(condition));
        let always = condition.is_some_and(|schema| {
            schema.boolean == Some(true) || self.says_only_types(&schema) && schema.types.is_empty()
        });
        if let Some(consequence) = schema.consequence.filter(|_| always)
            && self.is_false(consequence)
        {
            self.never(consequence, "`if` admits every value, and `then` none".to_owned());
        }
    }

    /// Whether nothing but `type` tells values apart.
    fn says_only_types(&self, schema: &Schema) -> bool {
        schema.boolean.is_none()
            && schema.reference.is_none()
            && schema.all_of.is_empty()
            && schema.any_of.is_empty()
            && schema.one_of.is_empty()
            && schema.is_bare()
            && !self.is_special(schema)
    }

    /// Properties and items that must be there and cannot be.
    fn never_in_parts<B>(&mut self, whole: NodeId, merged: &Merged<B>) {
        for name in &merged.required {
            let declared = merged.properties.get(name).into_iter().flatten();
            let nodes: Vec<NodeId> = declared.map(|declared| declared.node).collect();
            for node in nodes {
                if self.is_false(node) {
                    self.never(
                        node,
                        format!("the property `{name}` is required, and its schema is `false`"),
                    );
                }
            }
        }
        if let Some(most) = merged.constraints.objects.max_properties
            && merged.required.len() as u64 > most
        {
            let required = merged.required.len();
            self.never(
                whole,
                format!("{required} properties are required, and `maxProperties` is {most}"),
            );
        }
        let first = merged.prefix_items.iter().map(|item| item.node);
        let first: Vec<NodeId> = first.collect();
        let rest: Vec<NodeId> = merged.items.iter().map(|items| items.node).collect();
        let least = merged.constraints.arrays.min_items.unwrap_or(0);
        let count = first.len() as u64;
        if least > count && rest.iter().any(|&items| self.is_false(items)) {
            self.never(
                whole,
                format!("`minItems` is {least}, and there are at most {count} items"),
            );
        }
        for (index, item) in (0u64..).zip(first) {
            if index < least && self.is_false(item) {
                self.never(
                    item,
                    format!("`minItems` is {least}, and the schema of this item is `false`"),
                );
            }
        }
    }

    /// Choices of which none, or always more than one, can be made.
    fn never_by_alternatives<B>(&mut self, merged: &Merged<B>) {
        for group in &merged.unions {
            let alternatives = &group.alternatives;
            if alternatives.iter().all(|&alternative| self.is_false(alternative)) {
                self.never(group.node, "all its alternatives are `false`".to_owned());
            }
            if !group.exclusive || alternatives.len() > MAX_COMPARED {
                continue;
            }
            let tree = self.tree();
            let twins = alternatives.iter().enumerate().filter(|(index, alternative)| {
                let mut earlier = alternatives.iter().take(*index);
                earlier.any(|other| tree.equal(*other, **alternative))
            });
            let twins: Vec<NodeId> = twins.map(|(_, node)| *node).collect();
            for twin in twins {
                let reason = "`oneOf` has this alternative twice, and admits what matches one".to_owned();
                self.never(twin, reason);
            }
        }
    }
}

/// Whether limits leave no integer.
fn admits_no_integer(limits: &NumberConstraints) -> bool {
    let NumberConstraints {
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        multiple_of,
        // What is ahead of now depends on when that is.
        min_ahead: _,
    } = limits;
    // Beyond these a double does not say which integer is meant.
    const EXACT: f64 = 9e15;
    let bounds = |inner: &Option<Number>, outer: &Option<Number>| {
        [inner, outer].map(|bound| bound.as_ref().and_then(Number::as_f64))
    };
    let [least, above] = bounds(minimum, exclusive_minimum);
    let [most, below] = bounds(maximum, exclusive_maximum);
    let low = least
        .map(f64::ceil)
        .into_iter()
        .chain(above.map(|bound| bound.floor() + 1.0));
    let high = most
        .map(f64::floor)
        .into_iter()
        .chain(below.map(|bound| bound.ceil() - 1.0));
    let (Some(low), Some(high)) = (low.reduce(f64::max), high.reduce(f64::min)) else {
        return false;
    };
    if low.abs() > EXACT || high.abs() > EXACT {
        return false;
    }
    let unit = match multiple_of.as_slice() {
        [unit] => unit.as_f64().filter(|unit| unit.fract() == 0.0 && *unit >= 1.0),
        _ => None,
    };
    let unit = unit.unwrap_or(1.0);
    (low / unit).ceil() * unit > high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_within_limits() {
        let limits = |low: &str, high: &str, unit: &str| NumberConstraints {
            minimum: Some(Number::new(low)),
            maximum: Some(Number::new(high)),
            multiple_of: vec![Number::new(unit)],
            ..NumberConstraints::default()
        };
        assert!(!admits_no_integer(&NumberConstraints::default()));
        assert!(!admits_no_integer(&limits("1", "10", "10")));
        assert!(
            !admits_no_integer(&limits("-3", "3", "10")),
            "zero is a multiple of everything"
        );
        assert!(admits_no_integer(&limits("1", "9", "10")));
        assert!(admits_no_integer(&limits("1.2", "1.8", "1")));
        assert!(!admits_no_integer(&limits("1", "1e300", "7")));
        let open = NumberConstraints {
            exclusive_minimum: Some(Number::new("5")),
            exclusive_maximum: Some(Number::new("6")),
            ..NumberConstraints::default()
        };
        assert!(admits_no_integer(&open));
    }
}
