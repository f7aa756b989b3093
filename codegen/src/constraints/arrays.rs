//! Limits of arrays (JSON Schema Validation section 6.4).

use super::{Range, Violation, larger, smaller, telling};

/// Limits of an array.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrayConstraints {
    /// `minItems`: at least this many items.
    pub min_items: Option<u64>,
    /// `maxItems`: at most this many items.
    pub max_items: Option<u64>,
    /// `uniqueItems`: no two items are equal.
    pub unique_items: bool,
}

impl ArrayConstraints {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == ArrayConstraints::default()
    }

    /// These limits without a lower one that every array keeps.
    #[must_use]
    pub fn telling(mut self) -> ArrayConstraints {
        self.min_items = telling(self.min_items);
        self
    }

    pub(super) fn tighten(&mut self, other: &ArrayConstraints) {
        let ArrayConstraints {
            min_items,
            max_items,
            unique_items,
        } = other;
        self.min_items = larger(self.min_items, *min_items);
        self.max_items = smaller(self.max_items, *max_items);
        self.unique_items |= unique_items;
    }

    /// The first limit that an array does not keep. `repeats` says whether two of its items are equal.
    pub fn violation(&self, count: usize, repeats: impl FnOnce() -> bool) -> Option<Violation> {
        let ArrayConstraints {
            min_items,
            max_items,
            unique_items,
        } = self;
        let range = Range {
            min: ("minItems", *min_items),
            max: ("maxItems", *max_items),
        };
        range.violation(count as u64, "items").or_else(|| {
            (*unique_items && repeats()).then(|| Violation {
                rule: "uniqueItems: true".to_owned(),
                reason: "two items are equal".to_owned(),
            })
        })
    }
}
