//! JSON Schemas as constant data, for constraints that the type of a value cannot express.
//!
//! Most constraints of a document become types and [`Validate`](crate::Validate) implementations. The rest
//! (`if`/`then`/`else`, `not`, `contains`, `unevaluatedProperties`, unions that only validate…) is printed as a
//! `static` [`Schema`] and checked against the JSON form of the value. All assertions and applicators of JSON
//! Schema 2020-12 are here, except `$dynamicRef`, whose target the generator settles.

mod check;
mod form;
mod seen;

pub use form::FormProperties;

use std::fmt;
use std::sync::OnceLock;

use serde_core::Serialize;
use serde_json::Value;

use super::json::{Const, Types};
use super::limit::{CountLimit, NumberLimit};
use super::number::Number;
use super::validate::Validator;
use super::violation::Violations;
use check::Check;

/// A rule for strings, by its name in JSON Schema.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, such as `email`.
    pub name: &'static str,
    /// Whether a string keeps it.
    pub matches: fn(&str) -> bool,
}

/// A JSON Schema. Every keyword is a field in snake case; a keyword that is not set asserts nothing.
///
/// ```
/// use specwright_runtime::v1::{Const, Ref, Schema, Types};
///
/// // Schemas may refer to each other and to themselves.
/// static TREE: Schema = Schema {
///     types: Some(Types::OBJECT),
///     properties: &[("children", Schema { items: Some(&Schema::refer(&TREE)), ..Schema::ANY })],
///     if_: Some(&Schema {
///         properties: &[("kind", Schema { constant: Some(Const::Str("leaf")), ..Schema::ANY })],
///         required: &["kind"],
///         ..Schema::ANY
///     }),
///     then: Some(&Schema { not: Some(&Schema { required: &["children"], ..Schema::ANY }), ..Schema::ANY }),
///     ..Schema::ANY
/// };
///
/// let bad = serde_json::json!({"children": [{}, {"kind": "leaf", "children": []}]});
/// let violations = TREE.check(&bad).unwrap_err();
/// assert_eq!(violations.as_slice()[0].pointer, "/children/1");
/// assert_eq!(violations.as_slice()[0].keyword, "not");
/// ```
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the fields are the keywords of the standard")]
pub struct Schema {
    /// `title` of a schema that is nothing but a rule, such as an `if` with its `then`: its violations name it.
    pub title: Option<&'static str>,
    /// The schema `false`: nothing is valid.
    pub never: bool,
    /// `$ref`.
    pub reference: Option<Ref>,

    // JSON Schema Validation 2020-12, section 6.1.
    /// `type`.
    pub types: Option<Types>,
    /// `enum`.
    pub enumeration: Option<&'static [Const<'static>]>,
    /// `const`.
    pub constant: Option<Const<'static>>,

    // Section 6.2.
    pub multiple_of: Option<Number>,
    pub maximum: Option<Number>,
    pub exclusive_maximum: Option<Number>,
    pub minimum: Option<Number>,
    pub exclusive_minimum: Option<Number>,

    // Section 6.3.
    /// `maxLength`, in code points.
    pub max_length: Option<u64>,
    /// `minLength`, in code points.
    pub min_length: Option<u64>,
    pub pattern: Option<Pattern>,
    /// `format`, where it is an assertion (section 7.2.2).
    pub format: Option<Format>,

    // Section 6.4.
    pub max_items: Option<u64>,
    pub min_items: Option<u64>,
    pub unique_items: bool,
    pub max_contains: Option<u64>,
    pub min_contains: Option<u64>,

    // Section 6.5.
    pub max_properties: Option<u64>,
    pub min_properties: Option<u64>,
    pub required: &'static [&'static str],
    pub dependent_required: &'static [(&'static str, &'static [&'static str])],

    // JSON Schema Core 2020-12, section 10.2: applied to the value itself.
    pub all_of: &'static [Schema],
    pub any_of: &'static [Schema],
    pub one_of: &'static [Schema],
    pub not: Option<&'static Schema>,
    /// `if`.
    pub if_: Option<&'static Schema>,
    pub then: Option<&'static Schema>,
    /// `else`.
    pub else_: Option<&'static Schema>,
    pub dependent_schemas: &'static [(&'static str, Schema)],

    // Section 10.3: applied to properties and items.
    pub prefix_items: &'static [Schema],
    pub items: Option<&'static Schema>,
    pub contains: Option<&'static Schema>,
    pub properties: &'static [(&'static str, Schema)],
    pub pattern_properties: &'static [(Pattern, Schema)],
    pub additional_properties: Option<&'static Schema>,
    pub property_names: Option<&'static Schema>,

    // Section 11.
    pub unevaluated_items: Option<&'static Schema>,
    pub unevaluated_properties: Option<&'static Schema>,
}

impl Schema {
    /// The schema `true`: everything is valid.
    pub const ANY: Self = Self {
        title: None,
        never: false,
        reference: None,
        types: None,
        enumeration: None,
        constant: None,
        multiple_of: None,
        maximum: None,
        exclusive_maximum: None,
        minimum: None,
        exclusive_minimum: None,
        max_length: None,
        min_length: None,
        pattern: None,
        format: None,
        max_items: None,
        min_items: None,
        unique_items: false,
        max_contains: None,
        min_contains: None,
        max_properties: None,
        min_properties: None,
        required: &[],
        dependent_required: &[],
        all_of: &[],
        any_of: &[],
        one_of: &[],
        not: None,
        if_: None,
        then: None,
        else_: None,
        dependent_schemas: &[],
        prefix_items: &[],
        items: None,
        contains: None,
        properties: &[],
        pattern_properties: &[],
        additional_properties: None,
        property_names: None,
        unevaluated_items: None,
        unevaluated_properties: None,
    };

    // The limits of values of one type.

    fn number_limits(&self) -> [Option<NumberLimit>; 5] {
        [
            self.multiple_of.map(NumberLimit::MultipleOf),
            self.maximum.map(NumberLimit::Maximum),
            self.exclusive_maximum.map(NumberLimit::ExclusiveMaximum),
            self.minimum.map(NumberLimit::Minimum),
            self.exclusive_minimum.map(NumberLimit::ExclusiveMinimum),
        ]
    }

    fn string_limits(&self) -> [Option<CountLimit>; 2] {
        [
            self.max_length.map(CountLimit::MaxLength),
            self.min_length.map(CountLimit::MinLength),
        ]
    }

    fn array_limits(&self) -> [Option<CountLimit>; 2] {
        [
            self.max_items.map(CountLimit::MaxItems),
            self.min_items.map(CountLimit::MinItems),
        ]
    }

    fn object_limits(&self) -> [Option<CountLimit>; 2] {
        [
            self.max_properties.map(CountLimit::MaxProperties),
            self.min_properties.map(CountLimit::MinProperties),
        ]
    }

    /// The schema `false`: nothing is valid.
    pub const NONE: Self = Self {
        never: true,
        ..Self::ANY
    };

    /// A schema that refers to another one.
    pub const fn refer(to: &'static Self) -> Self {
        Self {
            reference: Some(Ref::To(to)),
            ..Self::ANY
        }
    }

    /// Checks a JSON value.
    ///
    /// # Errors
    ///
    /// Returns all violations. Those within `anyOf`, `oneOf`, `not`, `if` and `contains` count as one.
    pub fn check(&self, value: &Value) -> Result<(), Violations> {
        match Violations::from_vec(Check::new().run(self, value)) {
            Some(violations) => Err(violations),
            None => Ok(()),
        }
    }
}

impl Validator {
    /// Checks the JSON form of a value against a schema. Called for types with constraints that only a [`Schema`] can
    /// express: `v.assert(&PET, self)`.
    pub fn assert<T: Serialize + ?Sized>(&mut self, schema: &Schema, value: &T) {
        match serde_json::to_value(value) {
            Ok(value) => self.assert_value(schema, &value),
            Err(error) => self.unwritable(&error),
        }
    }

    fn assert_value(&mut self, schema: &Schema, value: &Value) {
        for violation in Check::new().run(schema, value) {
            self.violation_below(violation);
        }
    }
}

/// The target of a `$ref`.
#[derive(Clone, Copy)]
pub enum Ref {
    /// Another `static`.
    To(&'static Schema),
    /// A schema that is built at run time, where a cycle needs a reference before its target exists. Asserts nothing
    /// until it is set.
    Late(&'static OnceLock<Schema>),
}

impl fmt::Debug for Ref {
    /// Omits the target, which may refer back to this schema.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$ref")
    }
}

/// A regular expression: its source in the document, and the code that was generated from it.
#[derive(Clone, Copy)]
pub struct Pattern {
    source: &'static str,
    matches: &'static (dyn Fn(&str) -> bool + Sync),
}

impl Pattern {
    /// A pattern, e.g. `Pattern::new("^a", &patterns::starts_with_a)`.
    pub const fn new(source: &'static str, matches: &'static (dyn Fn(&str) -> bool + Sync)) -> Self {
        Self { source, matches }
    }

    fn matches(&self, text: &str) -> bool {
        (self.matches)(text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.source)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::data::validate::Validate as _;

    fn starts_with_a(text: &str) -> bool {
        text.starts_with('a')
    }

    static PET: Schema = Schema {
        types: Some(Types::OBJECT),
        pattern_properties: &[(Pattern::new("^a", &starts_with_a), Schema::NONE)],
        properties: &[
            (
                "id",
                Schema {
                    minimum: Some(Number::Int(1)),
                    ..Schema::ANY
                },
            ),
            (
                "owner",
                Schema {
                    any_of: &[Schema::refer(&OWNER), Schema::refer(&PET)],
                    ..Schema::ANY
                },
            ),
        ],
        property_names: Some(&Schema {
            max_length: Some(5),
            ..Schema::ANY
        }),
        ..Schema::ANY
    };

    static OWNER: Schema = Schema {
        types: Some(Types::STRING.or(Types::NULL)),
        ..Schema::ANY
    };

    fn keywords(schema: &Schema, value: &Value) -> Vec<(String, &'static str)> {
        match schema.check(value) {
            Ok(()) => Vec::new(),
            Err(violations) => violations.into_iter().map(|one| (one.pointer, one.keyword)).collect(),
        }
    }

    #[test]
    fn all_violations_with_their_place() {
        assert!(keywords(&PET, &json!({"id": 1, "owner": {"owner": null}})).is_empty());
        let mut all = keywords(&PET, &json!({"id": 0, "owner": 3, "a": 1, "longer": 1}));
        // The order of the properties is that of the map, which depends on features of serde_json.
        all.sort();
        assert_eq!(
            all,
            [
                (String::new(), "propertyNames"),
                ("/a".to_owned(), "patternProperties"),
                ("/id".to_owned(), "minimum"),
                ("/owner".to_owned(), "anyOf"),
            ]
        );
    }

    #[test]
    fn asserted_below_the_place_of_the_validator() {
        let mut v = Validator::new();
        v.field("pet", |v| v.assert(&PET, &json!({"id": 0})));
        let violations = v.finish().expect_err("too small");
        assert_eq!(violations.to_string(), "/pet/id: must be at least 1 (minimum)");
        json!(1).check().expect("a value by itself has no rules");
    }

    #[test]
    fn a_reference_to_itself_ends() {
        static LOOP: Schema = Schema::refer(&LOOP);
        assert_eq!(keywords(&LOOP, &json!(1)), [(String::new(), "depth")]);
        static NOT: Schema = Schema {
            not: Some(&Schema::refer(&LOOP)),
            ..Schema::ANY
        };
        assert_eq!(keywords(&NOT, &json!(1)), [(String::new(), "depth")]);
    }

    #[test]
    fn as_deep_as_a_parsed_value_can_be() {
        static TREE: Schema = Schema {
            items: Some(&Schema::refer(&TREE)),
            ..Schema::ANY
        };
        let text = format!("{}{}", "[".repeat(120), "]".repeat(120));
        let value = serde_json::from_str(&text).expect("within the limit of serde_json");
        assert!(keywords(&TREE, &value).is_empty());
    }
}
