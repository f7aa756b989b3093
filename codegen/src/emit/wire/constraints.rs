//! Limits as code: as calls of a `Validator`, and as fields of a `Schema`. The runtime names both after the keyword.

use super::literals::number;
use super::pattern::matcher;
use crate::constraints::{ArrayConstraints, Constraints, NumberConstraints, ObjectConstraints, StringConstraints};
use crate::emit::cx::Cx;
use crate::number::Number;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

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
    /// The number of items or properties.
    Count(u64),
    /// Items as a whole: no two are equal.
    Items,
}

/// A value that is checked, as the expressions that stand for it.
pub(crate) struct Subject {
    /// A reference to it.
    pub(super) reference: TokenStream,
    /// The value itself, for scalars.
    value: TokenStream,
    /// What methods are called on.
    place: TokenStream,
}

impl Subject {
    /// The value that a name refers to.
    pub(crate) fn referred(name: &TokenStream) -> Subject {
        Subject {
            reference: name.clone(),
            value: quote!(*#name),
            place: name.clone(),
        }
    }

    /// The value in a place.
    pub(super) fn at(place: TokenStream) -> Subject {
        Subject {
            reference: quote!(&#place),
            value: place.clone(),
            place,
        }
    }
}

/// The limits as calls of the validator `v`.
pub(super) fn calls(cx: &Cx<'_>, constraints: &Constraints, subject: &Subject) -> Vec<TokenStream> {
    let Subject {
        reference,
        value,
        place,
    } = subject;
    let call = |Limit { name, of }: Limit<'_>| {
        let method = format_ident!("{name}");
        match of {
            Of::Length(limit) => {
                let limit = Literal::u64_unsuffixed(limit);
                Some(quote!(v.#method(#reference, #limit);))
            }
            Of::Text(source) => {
                let matcher = matcher(cx, source)?;
                Some(quote!(v.#method(#reference, #source, #matcher);))
            }
            Of::Value(limit) => {
                let limit = number(limit.as_str());
                Some(quote!(v.#method(#value, #limit);))
            }
            Of::Count(limit) => {
                let limit = Literal::u64_unsuffixed(limit);
                Some(quote!(v.#method(#place.len(), #limit);))
            }
            Of::Items => Some(quote!(v.#method(#reference);)),
        }
    };
    limits(constraints).into_iter().filter_map(call).collect()
}

/// The limits as fields of a schema.
pub(super) fn fields(cx: &Cx<'_>, constraints: &Constraints) -> Vec<TokenStream> {
    let field = |Limit { name, of }: Limit<'_>| {
        let name = format_ident!("{name}");
        let value = match of {
            Of::Length(limit) | Of::Count(limit) => {
                let limit = Literal::u64_unsuffixed(limit);
                quote!(#limit)
            }
            Of::Text(source) => {
                let matcher = matcher(cx, source)?;
                quote!(v1::Pattern::new(#source, &#matcher))
            }
            Of::Value(limit) => number(limit.as_str()),
            Of::Items => return Some(quote!(#name: true)),
        };
        Some(quote!(#name: ::std::option::Option::Some(#value)))
    };
    limits(constraints).into_iter().filter_map(field).collect()
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
    add("min_items", min_items.map(Of::Count));
    add("max_items", max_items.map(Of::Count));
    add("unique_items", unique_items.then_some(Of::Items));
    add("min_properties", min_properties.map(Of::Count));
    add("max_properties", max_properties.map(Of::Count));
    found
}
