//! Limits of strings (JSON Schema Validation section 6.3).

use super::{Range, Violation, larger, smaller, telling};
use std::sync::Arc;

/// Limits of a string.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StringConstraints {
    /// `minLength`: at least this many code points.
    pub min_length: Option<u64>,
    /// `maxLength`: at most this many code points.
    pub max_length: Option<u64>,
    /// `pattern`: each is found in the string. A schema has one, schemas that apply together have several.
    pub patterns: Vec<Arc<str>>,
}

impl StringConstraints {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == StringConstraints::default()
    }

    /// These limits without a lower one that every string keeps.
    #[must_use]
    pub fn telling(mut self) -> StringConstraints {
        self.min_length = telling(self.min_length);
        self
    }

    pub(super) fn tighten(&mut self, other: &StringConstraints) {
        let StringConstraints {
            min_length,
            max_length,
            patterns,
        } = other;
        self.min_length = larger(self.min_length, *min_length);
        self.max_length = smaller(self.max_length, *max_length);
        for pattern in patterns {
            if !self.patterns.contains(pattern) {
                self.patterns.push(Arc::clone(pattern));
            }
        }
    }

    /// The first limit that a string does not keep. `matches` says whether a pattern is found in it.
    pub fn violation(&self, text: &str, mut matches: impl FnMut(&Arc<str>) -> bool) -> Option<Violation> {
        let StringConstraints {
            min_length,
            max_length,
            patterns,
        } = self;
        let range = Range {
            min: ("minLength", *min_length),
            max: ("maxLength", *max_length),
        };
        let length = text.chars().count() as u64;
        range.violation(length, "characters").or_else(|| {
            let pattern = patterns.iter().find(|pattern| !matches(pattern))?;
            Some(Violation {
                rule: format!("pattern: {pattern}"),
                reason: format!("the string does not match `{pattern}`"),
            })
        })
    }
}
