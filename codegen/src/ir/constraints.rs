//! What must hold of a value beyond its type.

use super::ids::AssertionId;
use super::{Json, Origin};
use crate::constraints::Constraints;
use crate::rare::Rare;

/// What must hold of a value that is sent (JSON Schema Validation section 6).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// Limits.
    pub constraints: Rare<Constraints>,
    /// A `format` that is a rule.
    pub format: Option<StringFormat>,
    /// What only the assertion interpreter can check.
    pub assertions: Vec<AssertionId>,
    /// Limits of the document that the settings turn off: they are documented and not checked.
    pub unchecked: Rare<Constraints>,
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
        for (own, other) in [(&mut self.constraints, constraints), (&mut self.unchecked, unchecked)] {
            if !other.is_empty() {
                own.tighten(other);
            }
        }
        self.format = format.or(self.format);
        self.assertions.extend(assertions);
    }
}

impl From<Constraints> for Checks {
    fn from(constraints: Constraints) -> Checks {
        Checks {
            constraints: constraints.into(),
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

/// A `format` that is a rule. All but the first only where the settings say that formats are assertions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StringFormat {
    /// An absolute URI, by its characters (RFC 3986).
    Uri,
    /// An absolute URI, by its grammar (RFC 3986).
    AbsoluteUri,
    /// A URI reference (RFC 3986).
    UriReference,
    /// An absolute IRI (RFC 3987).
    Iri,
    /// An IRI reference (RFC 3987).
    IriReference,
    /// A URI template (RFC 6570).
    UriTemplate,
    /// A mailbox (RFC 5321).
    Email,
    /// The name of a host (RFC 1123).
    Hostname,
    /// An address (RFC 2673).
    Ipv4,
    /// An address (RFC 4291).
    Ipv6,
    /// A JSON pointer (RFC 6901).
    JsonPointer,
    /// A relative JSON pointer.
    RelativeJsonPointer,
    /// A date and a time (RFC 3339).
    DateTime,
    /// A date (RFC 3339).
    Date,
    /// A time (RFC 3339).
    Time,
    /// A duration (RFC 3339).
    Duration,
    /// A UUID (RFC 9562).
    Uuid,
}

impl StringFormat {
    /// The rule of a word of JSON Schema (Validation section 7.3), where formats are assertions.
    pub fn asserted(word: &str) -> Option<StringFormat> {
        Some(match word {
            "uri" => StringFormat::AbsoluteUri,
            "uri-reference" => StringFormat::UriReference,
            "iri" => StringFormat::Iri,
            "iri-reference" => StringFormat::IriReference,
            "uri-template" => StringFormat::UriTemplate,
            "email" => StringFormat::Email,
            "hostname" => StringFormat::Hostname,
            "ipv4" => StringFormat::Ipv4,
            "ipv6" => StringFormat::Ipv6,
            "json-pointer" => StringFormat::JsonPointer,
            "relative-json-pointer" => StringFormat::RelativeJsonPointer,
            "date-time" => StringFormat::DateTime,
            "date" => StringFormat::Date,
            "time" => StringFormat::Time,
            "duration" => StringFormat::Duration,
            "uuid" => StringFormat::Uuid,
            _ => return None,
        })
    }

    /// Its word in JSON Schema, and the function of the runtime that knows its rule.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            StringFormat::Uri => ("uri", "is_uri"),
            StringFormat::AbsoluteUri => ("uri", "is_absolute_uri"),
            StringFormat::UriReference => ("uri-reference", "is_uri_reference"),
            StringFormat::Iri => ("iri", "is_iri"),
            StringFormat::IriReference => ("iri-reference", "is_iri_reference"),
            StringFormat::UriTemplate => ("uri-template", "is_uri_template"),
            StringFormat::Email => ("email", "is_email"),
            StringFormat::Hostname => ("hostname", "is_hostname"),
            StringFormat::Ipv4 => ("ipv4", "is_ipv4"),
            StringFormat::Ipv6 => ("ipv6", "is_ipv6"),
            StringFormat::JsonPointer => ("json-pointer", "is_json_pointer"),
            StringFormat::RelativeJsonPointer => ("relative-json-pointer", "is_relative_json_pointer"),
            StringFormat::DateTime => ("date-time", "is_date_time"),
            StringFormat::Date => ("date", "is_date"),
            StringFormat::Time => ("time", "is_time"),
            StringFormat::Duration => ("duration", "is_duration"),
            StringFormat::Uuid => ("uuid", "is_uuid"),
        }
    }

    /// Whether the compiler can check a constant by it.
    pub fn is_const(self) -> bool {
        self == StringFormat::Uri
    }
}

/// A JSON Schema (2020-12) reduced to what it asserts, for the interpreter of the runtime.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assertion {
    /// Where it is.
    pub origin: Option<Origin>,
    /// `title`, where the schema is nothing but a rule.
    pub title: Option<String>,
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
    /// `format`, where it is an assertion.
    pub format: Option<StringFormat>,
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
