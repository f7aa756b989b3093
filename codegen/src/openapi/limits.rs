//! Limits of one schema, or of several that apply together, that no value keeps: they are reported and forgotten, since a check that refuses everything helps nobody.

use super::Reader;
use crate::constraints::{Constraints, NumberConstraints};
use crate::diag::Problem;
use crate::number::Number;
use crate::tree::NodeId;

impl Reader<'_, '_> {
    /// Drops each lower limit that is above its upper one, together with that.
    pub fn impossible_limits(&mut self, constraints: &mut Constraints, node: NodeId) {
        let Constraints {
            strings,
            numbers,
            arrays,
            objects,
        } = constraints;
        let lengths = (&mut strings.min_length, &mut strings.max_length);
        self.counts(node, ["minLength", "maxLength"], lengths);
        self.counts(
            node,
            ["minItems", "maxItems"],
            (&mut arrays.min_items, &mut arrays.max_items),
        );
        let properties = (&mut objects.min_properties, &mut objects.max_properties);
        self.counts(node, ["minProperties", "maxProperties"], properties);
        self.numbers(node, numbers);
    }

    fn counts(&mut self, node: NodeId, keywords: [&str; 2], limits: (&mut Option<u64>, &mut Option<u64>)) {
        if let (Some(low), Some(high)) = (*limits.0, *limits.1)
            && low > high
        {
            self.impossible(node, keywords, [&low.to_string(), &high.to_string()]);
            (*limits.0, *limits.1) = (None, None);
        }
    }

    fn numbers(&mut self, node: NodeId, numbers: &mut NumberConstraints) {
        let NumberConstraints {
            minimum,
            maximum,
            exclusive_minimum,
            exclusive_maximum,
            multiple_of: _,
            min_ahead: _,
        } = numbers;
        let value = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
        let lows = [
            ("minimum", minimum, false),
            ("exclusiveMinimum", exclusive_minimum, true),
        ];
        let mut highs = [
            ("maximum", maximum, false),
            ("exclusiveMaximum", exclusive_maximum, true),
        ];
        for (low_key, low, low_open) in lows {
            for (high_key, high, high_open) in &mut highs {
                let (Some(least), Some(most)) = (value(low), value(high)) else {
                    continue;
                };
                // The same bound twice leaves one value, unless it is excluded.
                if least > most || (least == most && (low_open || *high_open)) {
                    let texts = [low, &**high].map(|number| number.as_ref().map_or("", Number::as_str));
                    self.impossible(node, [low_key, *high_key], texts);
                    (*low, **high) = (None, None);
                }
            }
        }
    }

    fn impossible(&mut self, node: NodeId, keywords: [&str; 2], limits: [&str; 2]) {
        let [low_key, high_key] = keywords;
        let [low, high] = limits;
        let problem = Problem::ImpossibleLimits {
            lower: format!("{low_key}: {low}"),
            upper: format!("{high_key}: {high}"),
        };
        let location = match self.tree.get(node, low_key) {
            Some(_) => self.tree.key_location(node, low_key),
            // One of the schemas that apply together has it.
            None => self.tree.location(node),
        };
        self.diags.push(problem, location);
    }
}
