//! Limits of numbers (JSON Schema Validation section 6.2).

use super::{Violation, larger};
use crate::number::Number;
use std::cmp::Ordering;

/// Limits of a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberConstraints {
    /// `minimum`: at least this.
    pub minimum: Option<Number>,
    /// `maximum`: at most this.
    pub maximum: Option<Number>,
    /// `exclusiveMinimum`: more than this.
    pub exclusive_minimum: Option<Number>,
    /// `exclusiveMaximum`: less than this.
    pub exclusive_maximum: Option<Number>,
    /// `multipleOf`: a multiple of each. A schema has one, schemas that apply together have several.
    pub multiple_of: Vec<Number>,
    /// `x-min-ahead`: a moment is at least so many seconds after now.
    pub min_ahead: Option<u64>,
}

impl NumberConstraints {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == NumberConstraints::default()
    }

    pub(super) fn tighten(&mut self, other: &NumberConstraints) {
        let NumberConstraints {
            minimum,
            maximum,
            exclusive_minimum,
            exclusive_maximum,
            multiple_of,
            min_ahead,
        } = other;
        self.min_ahead = larger(self.min_ahead, *min_ahead);
        tighten(&mut self.minimum, minimum.as_ref(), Ordering::Greater);
        tighten(&mut self.maximum, maximum.as_ref(), Ordering::Less);
        tighten(
            &mut self.exclusive_minimum,
            exclusive_minimum.as_ref(),
            Ordering::Greater,
        );
        tighten(&mut self.exclusive_maximum, exclusive_maximum.as_ref(), Ordering::Less);
        for factor in multiple_of {
            if !self.multiple_of.contains(factor) {
                self.multiple_of.push(factor.clone());
            }
        }
    }

    /// The first limit that a number does not keep.
    pub fn violation(&self, number: &Number) -> Option<Violation> {
        let NumberConstraints {
            minimum,
            maximum,
            exclusive_minimum,
            exclusive_maximum,
            multiple_of,
            // When a value was written down is not known.
            min_ahead: _,
        } = self;
        let bounds: [(&str, &Option<Number>, &[Ordering], &str); 4] = [
            ("minimum", minimum, &[Ordering::Less], "less than"),
            ("maximum", maximum, &[Ordering::Greater], "more than"),
            (
                "exclusiveMinimum",
                exclusive_minimum,
                &[Ordering::Less, Ordering::Equal],
                "not more than",
            ),
            (
                "exclusiveMaximum",
                exclusive_maximum,
                &[Ordering::Greater, Ordering::Equal],
                "not less than",
            ),
        ];
        let violation = |keyword: &str, words: &str, limit: &Number| Violation {
            rule: format!("{keyword}: {}", limit.as_str()),
            reason: format!("{} is {words} {}", number.as_str(), limit.as_str()),
        };
        for (keyword, bound, wrong, words) in bounds {
            if let Some(bound) = bound
                && compare(number, bound).is_some_and(|order| wrong.contains(&order))
            {
                return Some(violation(keyword, words, bound));
            }
        }
        let factor = multiple_of.iter().find(|factor| !is_multiple(number, factor))?;
        Some(violation("multipleOf", "not a multiple of", factor))
    }
}

/// Takes another bound if it is on the given side of the old one, or if the two cannot be compared.
fn tighten(old: &mut Option<Number>, new: Option<&Number>, narrower: Ordering) {
    let Some(new) = new else { return };
    let keep = old.as_ref().is_some_and(|old| {
        let order = compare(new, old);
        order.is_some_and(|order| order != narrower)
    });
    if !keep {
        *old = Some(new.clone());
    }
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
