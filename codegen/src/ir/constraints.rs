//! What must hold of a value beyond its type.

use super::ids::AssertionId;
use super::{Json, Origin};
use crate::constraints::Constraints;

/// What must hold of a value that is sent (JSON Schema Validation section 6).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// Limits.
    pub constraints: Constraints,
    /// A `format` that is a rule.
    pub format: Option<StringFormat>,
    /// What only the assertion interpreter can check.
    pub assertions: Vec<AssertionId>,
    /// Limits of the document that the settings turn off: they are documented and not checked.
    pub unchecked: Constraints,
}

impl Checks {
    /// Whether there is nothing to check.
    pub fn is_empty(&self) -> bool {
        let Checks {
            constraints,
            format,
            assertions,
            unchecked: _,
        } = self;
        constraints.is_empty() && format.is_none() && assertions.is_empty()
    }

    /// Adds other checks: all must hold.
    pub fn extend(&mut self, other: &Checks) {
        let Checks {
            constraints,
            format,
            assertions,
            unchecked,
        } = other;
        self.constraints.tighten(constraints);
        self.unchecked.tighten(unchecked);
        self.format = format.or(self.format);
        self.assertions.extend(assertions);
    }
}

impl From<Constraints> for Checks {
    fn from(constraints: Constraints) -> Checks {
        Checks {
            constraints,
            ..Checks::default()
        }
    }
}

impl From<AssertionId> for Checks {
    fn from(assertion: AssertionId) -> Checks {
        Checks {
            assertions: vec![assertion],
            ..Checks::default()
        }
    }
}

/// Formats that are checked in what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StringFormat {
    /// An absolute URI (RFC 3986).
    Uri,
}

/// A JSON Schema (2020-12) reduced to what it asserts, for the interpreter of the runtime.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assertion {
    /// Where it is.
    pub origin: Option<Origin>,
    /// `true` or `false` as a schema.
    pub boolean: Option<bool>,
    /// `$ref`.
    pub reference: Option<AssertionId>,
    /// `type`, as words of JSON Schema.
    pub types: Vec<&'static str>,
    /// `enum`.
    pub values: Option<Vec<Json>>,
    /// `const`.
    pub constant: Option<Json>,
    /// Limits.
    pub constraints: Constraints,
    /// `required`.
    pub required: Vec<String>,
    /// `properties`.
    pub properties: Vec<(String, AssertionId)>,
    /// `patternProperties`.
    pub pattern_properties: Vec<(String, AssertionId)>,
    /// `additionalProperties`.
    pub additional_properties: Option<AssertionId>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<AssertionId>,
    /// `propertyNames`.
    pub property_names: Option<AssertionId>,
    /// `dependentRequired`.
    pub dependent_required: Vec<(String, Vec<String>)>,
    /// `dependentSchemas`.
    pub dependent_schemas: Vec<(String, AssertionId)>,
    /// `prefixItems`.
    pub prefix_items: Vec<AssertionId>,
    /// `items`.
    pub items: Option<AssertionId>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<AssertionId>,
    /// `contains`.
    pub contains: Option<AssertionId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `allOf`.
    pub all_of: Vec<AssertionId>,
    /// `anyOf`.
    pub any_of: Vec<AssertionId>,
    /// `oneOf`.
    pub one_of: Vec<AssertionId>,
    /// `not`.
    pub not: Option<AssertionId>,
    /// `if`.
    pub condition: Option<AssertionId>,
    /// `then`.
    pub consequence: Option<AssertionId>,
    /// `else`.
    pub alternative: Option<AssertionId>,
}

impl Assertion {
    /// The patterns that it matches itself: of the value, and of names of properties.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        let own = self.constraints.strings.patterns.iter().map(|source| &**source);
        own.chain(self.pattern_properties.iter().map(|(source, _)| source.as_str()))
    }
}
