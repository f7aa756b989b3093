//! Limits as code: as calls of a `Validator`, and as fields of a `Schema`. The runtime names both after the keyword.

use super::literals::number;
use super::scope::Scope;
use crate::constraints::{ArrayConstraints, Constraints, NumberConstraints, ObjectConstraints, StringConstraints};
use crate::emit::writer::{Code, Fixed, Str, code};
use crate::number::Number;

/// A limit.
struct Limit<'a> {
    /// What the runtime calls its keyword.
    name: &'static str,
    /// What it is a limit of, and how much that may be.
    of: Of<'a>,
}

enum Of<'a> {
    /// The length of a string.
    Length(u64),
    /// The text of a string.
    Text(&'a str),
    /// A number.
    Value(&'a Number),
    /// How far ahead of now a moment is, in seconds.
    Ahead(u64),
    /// The number of items or properties.
    Count(u64),
    /// Items as a whole: no two are equal.
    Items,
}

/// A value that is checked, as the expressions for it.
pub(super) struct Subject {
    /// A reference to it.
    pub(super) reference: Code,
    /// The value itself, for scalars.
    value: Code,
    /// What methods are called on.
    place: Code,
}

impl Subject {
    /// What the name `value` refers to.
    pub(super) fn value() -> Subject {
        Subject {
            reference: code!("value"),
            value: code!("*value"),
            place: code!("value"),
        }
    }

    /// The value in a place.
    pub(super) fn at(place: Code) -> Subject {
        Subject {
            reference: code!("&$", place),
            value: place.clone(),
            place,
        }
    }
}

/// The limits as calls of the validator `v`.
pub(super) fn calls(scope: &Scope<'_>, constraints: &Constraints, subject: &Subject) -> Vec<Code> {
    let Subject {
        reference,
        value,
        place,
    } = subject;
    let call = |Limit { name, of }: Limit<'_>| {
        let method = Fixed(name);
        Some(match of {
            Of::Length(limit) => code!("v.$($, $);", method, reference, limit),
            Of::Text(source) => code!("v.$($, $, $);", method, reference, Str(source), matcher(scope, source)?),
            Of::Value(limit) => code!("v.$($, $);", method, value, number(limit.as_str())),
            Of::Ahead(limit) => code!("v.$($, $);", method, value, limit),
            Of::Count(limit) => code!("v.$($.len(), $);", method, place, limit),
            Of::Items => code!("v.$($);", method, reference),
        })
    };
    limits(constraints).into_iter().filter_map(call).collect()
}

/// The limits as fields of a schema.
pub(super) fn fields(scope: &Scope<'_>, constraints: &Constraints) -> Vec<Code> {
    let field = |Limit { name, of }: Limit<'_>| {
        let value = match of {
            Of::Length(limit) | Of::Count(limit) => code!("Some($)", limit),
            Of::Text(source) => code!("Some($)", pattern(scope, source)?),
            Of::Value(limit) => code!("Some($)", number(limit.as_str())),
            // Reported where the schema is made: a value that is only JSON is not a moment.
            Of::Ahead(_) => return None,
            Of::Items => code!("true"),
        };
        Some(code!("$: $", Fixed(name), value))
    };
    limits(constraints).into_iter().filter_map(field).collect()
}

/// The function that matches a pattern; nothing for a pattern that is not a regular expression.
fn matcher(scope: &Scope<'_>, source: &str) -> Option<Code> {
    let (name, _) = scope.plan.types.patterns.get(source)?;
    Some(scope.matcher(name))
}

/// A pattern of a schema.
pub(super) fn pattern(scope: &Scope<'_>, source: &str) -> Option<Code> {
    Some(code!("v1::Pattern::new($, &$)", Str(source), matcher(scope, source)?))
}

fn limits<'a>(constraints: &'a Constraints) -> Vec<Limit<'a>> {
    let Constraints {
        strings: StringConstraints {
            min_length,
            max_length,
            patterns,
        },
        numbers:
            NumberConstraints {
                minimum,
                maximum,
                exclusive_minimum,
                exclusive_maximum,
                multiple_of,
                min_ahead,
            },
        arrays: ArrayConstraints {
            min_items,
            max_items,
            unique_items,
        },
        objects: ObjectConstraints {
            min_properties,
            max_properties,
        },
    } = constraints;
    let mut found = Vec::new();
    let mut add = |name, of: Option<Of<'a>>| found.extend(of.map(|of| Limit { name, of }));
    add("min_length", min_length.map(Of::Length));
    add("max_length", max_length.map(Of::Length));
    for source in patterns {
        add("pattern", Some(Of::Text(source)));
    }
    add("minimum", minimum.as_ref().map(Of::Value));
    add("maximum", maximum.as_ref().map(Of::Value));
    add("exclusive_minimum", exclusive_minimum.as_ref().map(Of::Value));
    add("exclusive_maximum", exclusive_maximum.as_ref().map(Of::Value));
    for factor in multiple_of {
        add("multiple_of", Some(Of::Value(factor)));
    }
    add("min_ahead", min_ahead.map(Of::Ahead));
    add("min_items", min_items.map(Of::Count));
    add("max_items", max_items.map(Of::Count));
    add("unique_items", unique_items.then_some(Of::Items));
    add("min_properties", min_properties.map(Of::Count));
    add("max_properties", max_properties.map(Of::Count));
    found
}
