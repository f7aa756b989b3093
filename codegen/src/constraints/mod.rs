//! The keywords of JSON Schema that limit a value of a known type (JSON Schema Validation sections 6.2 to 6.5), once for all:
//! a schema has them, schemas that apply together tighten them, a type asks its values to keep them, and a value of the document
//! can be held against them.
//!
//! Each JSON type has a struct. Whoever needs all of its keywords takes it apart by name, so that a new one is an error at each
//! place that has to know it.

mod arrays;
mod moments;
mod numbers;
mod objects;
mod strings;

#[cfg(test)]
mod tests;

pub use arrays::ArrayConstraints;
pub use moments::MomentUnit;
pub use numbers::NumberConstraints;
pub use objects::ObjectConstraints;
pub use strings::StringConstraints;

use crate::rare::Usual;
use std::sync::LazyLock;

/// All limits. Those of one JSON type say nothing about values of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Of strings.
    pub strings: StringConstraints,
    /// Of numbers.
    pub numbers: NumberConstraints,
    /// Of arrays.
    pub arrays: ArrayConstraints,
    /// Of objects.
    pub objects: ObjectConstraints,
}

impl Usual for Constraints {
    fn usual() -> &'static Constraints {
        static USUAL: LazyLock<Constraints> = LazyLock::new(Constraints::default);
        &USUAL
    }
}

impl Constraints {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == Constraints::default()
    }

    /// Adds other limits: of two, the narrower one is left.
    pub fn tighten(&mut self, other: &Constraints) {
        let Constraints {
            strings,
            numbers,
            arrays,
            objects,
        } = other;
        self.strings.tighten(strings);
        self.numbers.tighten(numbers);
        self.arrays.tighten(arrays);
        self.objects.tighten(objects);
    }
}

/// A limit that a value does not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The limit, as a document writes it: `minLength: 3`.
    pub rule: String,
    /// What is wrong, as a sentence about the value.
    pub reason: String,
}

/// The larger of two lower limits, if there is one.
fn larger(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    one.max(other)
}

/// The smaller of two upper limits, if there is one.
fn smaller(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// A lower limit of a count, if it says anything.
fn telling(limit: Option<u64>) -> Option<u64> {
    limit.filter(|&limit| limit > 0)
}

/// A lower and an upper limit of a count, each with its keyword.
struct Range<'a> {
    min: (&'a str, Option<u64>),
    max: (&'a str, Option<u64>),
}

impl Range<'_> {
    /// What is wrong with a count of `what`.
    fn violation(&self, count: u64, what: &str) -> Option<Violation> {
        let (min, max) = (self.min.1, self.max.1);
        let (keyword, limit, reason) = match (min, max) {
            (Some(min), _) if count < min => {
                let reason = format!("it has {count} {what}, but at least {min} are required");
                (self.min.0, min, reason)
            }
            (_, Some(max)) if count > max => {
                let reason = format!("it has {count} {what}, but at most {max} are allowed");
                (self.max.0, max, reason)
            }
            (_, _) => return None,
        };
        let rule = format!("{keyword}: {limit}");
        Some(Violation { rule, reason })
    }
}
