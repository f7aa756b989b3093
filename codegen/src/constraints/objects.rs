//! Limits of objects (JSON Schema Validation section 6.5).

use super::{Range, Violation, larger, smaller, telling};

/// Limits of an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectConstraints {
    /// `minProperties`: at least this many properties.
    pub min_properties: Option<u64>,
    /// `maxProperties`: at most this many properties.
    pub max_properties: Option<u64>,
}

impl ObjectConstraints {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == ObjectConstraints::default()
    }

    /// These limits without a lower one that every object keeps.
    #[must_use]
    pub fn telling(mut self) -> ObjectConstraints {
        self.min_properties = telling(self.min_properties);
        self
    }

    pub(super) fn tighten(&mut self, other: &ObjectConstraints) {
        let ObjectConstraints {
            min_properties,
            max_properties,
        } = other;
        self.min_properties = larger(self.min_properties, *min_properties);
        self.max_properties = smaller(self.max_properties, *max_properties);
    }

    /// The first limit that an object does not keep.
    pub fn violation(&self, count: usize) -> Option<Violation> {
        let ObjectConstraints {
            min_properties,
            max_properties,
        } = self;
        let range = Range {
            min: ("minProperties", *min_properties),
            max: ("maxProperties", *max_properties),
        };
        range.violation(count as u64, "properties")
    }
}
