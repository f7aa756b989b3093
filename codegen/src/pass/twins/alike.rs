//! When two types are equal: in everything that code and readers see of them.

use super::meant;
use crate::ir::{Api, Docs, Example, Field, Rest, Shape, Struct, Type, TypeDef, TypeRef, Union};
use std::fmt::Write as _;

/// What equal types have in common, so that each is compared with few: thousands can differ in a limit, a constant or their prose alone. A
/// name has nothing of its own.
pub(super) fn likeness(api: &Api, shape: &Shape) -> Option<String> {
    let mut text = String::new();
    let mut part = |name: &str, ty: &TypeRef, docs: Option<&Docs>| {
        let docs = docs.map(|docs| (&docs.title, &docs.description));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name} {docs:?}");
        sign(api, ty, &mut text);
    };
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            fields.for_each(|field| part(&field.name, &field.ty, Some(&field.docs)));
        }
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants.for_each(|variant| part(&variant.name, &variant.ty, Some(&variant.docs)));
        }
        Shape::Tuple(tuple) => tuple.elements.iter().for_each(|element| part("", element, None)),
        Shape::Enum(values) => text.extend(values.values.iter().map(|value| format!("{value:?}\n"))),
        Shape::Newtype(newtype) => text = format!("{:?} {:?}", newtype.kind, newtype.checks),
        Shape::Alias(_) => return None,
    }
    Some(text)
}

/// A type in a likeness, by what its names mean.
fn sign(api: &Api, ty: &TypeRef, out: &mut String) {
    if !ty.checks.is_empty() {
        let _ = write!(out, "{:?} ", ty.checks);
    }
    match &ty.ty {
        Type::Named { id, .. } => {
            let _ = writeln!(out, "{:?}", meant(api, *id));
        }
        Type::Array(item) => {
            out.push('[');
            sign(api, item, out);
        }
        Type::Map(value) => {
            out.push('{');
            sign(api, value, out);
        }
        plain => {
            let _ = writeln!(out, "{plain:?}");
        }
    }
}

pub(super) fn is_same(api: &Api, one: &TypeDef, other: &TypeDef) -> bool {
    one.checks == other.checks
        && match (&one.shape, &other.shape) {
            (Shape::Struct(one), Shape::Struct(other)) => same_struct(api, one, other),
            (Shape::Enum(one), Shape::Enum(other)) => {
                one.kind == other.kind && one.open == other.open && one.values == other.values
            }
            (Shape::Union(one), Shape::Union(other)) => same_union(api, one, other),
            (Shape::Newtype(one), Shape::Newtype(other)) => one.kind == other.kind && one.checks == other.checks,
            (Shape::Tuple(one), Shape::Tuple(other)) => {
                one.required == other.required
                    && same_list(&one.elements, &other.elements, |one, other| same_use(api, one, other))
                    && match (&one.rest, &other.rest) {
                        (Some(one), Some(other)) => same_use(api, one, other),
                        (one, other) => one.is_none() && other.is_none(),
                    }
            }
            // Names are not joined again.
            (
                Shape::Struct(_)
                | Shape::Enum(_)
                | Shape::Union(_)
                | Shape::Newtype(_)
                | Shape::Tuple(_)
                | Shape::Alias(_),
                _,
            ) => false,
        }
}

fn same_struct(api: &Api, one: &Struct, other: &Struct) -> bool {
    let rest = match (&one.rest, &other.rest) {
        (Rest::Kept(one), Rest::Kept(other)) => same_use(api, one, other),
        (one, other) => one == other,
    };
    rest && same_list(&one.fields, &other.fields, |one, other| same_field(api, one, other))
}

fn same_field(api: &Api, one: &Field, other: &Field) -> bool {
    let Field {
        name,
        ty,
        required,
        rank,
        access,
        default,
        docs,
        origin: _,
        rename,
    } = one;
    *name == other.name
        && same_use(api, ty, &other.ty)
        && *required == other.required
        && *rank == other.rank
        && *access == other.access
        && *default == other.default
        && same_docs(docs, &other.docs)
        && *rename == other.rename
}

fn same_union(api: &Api, one: &Union, other: &Union) -> bool {
    one.tagging == other.tagging
        && same_list(&one.variants, &other.variants, |one, other| {
            one.name == other.name
                && same_use(api, &one.ty, &other.ty)
                && one.tags == other.tags
                && one.required == other.required
                && same_docs(&one.docs, &other.docs)
        })
}

/// The same documentation, wherever its examples are written.
fn same_docs(one: &Docs, other: &Docs) -> bool {
    let Docs {
        title,
        description,
        deprecated,
        examples,
        external_docs,
        formats,
        content,
        content_schema,
        rules,
        inner,
    } = one;
    let example = |one: &Example, other: &Example| one.value == other.value && one.summary == other.summary;
    *title == other.title
        && *description == other.description
        && *deprecated == other.deprecated
        && *external_docs == other.external_docs
        && *formats == other.formats
        && *content == other.content
        && *content_schema == other.content_schema
        && *rules == other.rules
        && *inner == other.inner
        && same_list(examples, &other.examples, example)
}

fn same_use(api: &Api, one: &TypeRef, other: &TypeRef) -> bool {
    one.nullable == other.nullable && one.checks == other.checks && same_type(api, &one.ty, &other.ty)
}

fn same_type(api: &Api, one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Named { id: one, .. }, Type::Named { id: other, .. }) => meant(api, *one) == meant(api, *other),
        (Type::Array(one), Type::Array(other)) | (Type::Map(one), Type::Map(other)) => same_use(api, one, other),
        (one, other) => one == other,
    }
}

fn same_list<T>(one: &[T], other: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
}
