//! What must hold of a value beyond its type.

use super::ids::AssertionId;
use super::{Json, Origin};

/// Something that must hold of a value that is sent (JSON Schema Validation section 6).
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// At least this many code points.
    MinLength(u64),
    /// At most this many code points.
    MaxLength(u64),
    /// Matches an ECMA-262 pattern.
    Pattern(String),
    /// A `format` that is a rule: `uri`, `email`, `ipv4`, `ipv6`, `hostname`.
    Format(StringFormat),
    /// At least this.
    Minimum(Box<str>),
    /// At most this.
    Maximum(Box<str>),
    /// More than this.
    ExclusiveMinimum(Box<str>),
    /// Less than this.
    ExclusiveMaximum(Box<str>),
    /// A multiple of this.
    MultipleOf(Box<str>),
    /// At least this many elements.
    MinItems(u64),
    /// At most this many elements.
    MaxItems(u64),
    /// No two elements are equal.
    UniqueItems,
    /// At least this many members.
    MinProperties(u64),
    /// At most this many members.
    MaxProperties(u64),
    /// What only the assertion interpreter can check.
    Assert(AssertionId),
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
    /// Where it stands.
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
    /// The keywords that are also [`Check`]s.
    pub checks: Vec<Check>,
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
    /// The patterns that it matches itself: of the value, and of names of members.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        let own = self.checks.iter().filter_map(|check| match check {
            Check::Pattern(source) => Some(source.as_str()),
            _ => None,
        });
        own.chain(self.pattern_properties.iter().map(|(source, _)| source.as_str()))
    }
}
