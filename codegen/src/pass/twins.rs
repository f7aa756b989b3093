//! Equal inline schemas of one operation or component are one type: the first defines it, the others are names for it.
//!
//! Many documents write the same object under each status of an operation, and the same values of an enumeration under each property of
//! a component. As the names stay, a response or a property that is added in front of the others renames nothing, and two that become
//! different later have their names already. What is sent and what is received stay apart, because they are not read alike.

use crate::ir::{Api, Docs, Example, Field, Owner, Rest, Shape, Struct, Type, TypeDef, TypeId, TypeRef, Union, Usage};
use std::collections::BTreeMap;

/// The inline schemas that can be one type: those of one owner that travel the same way.
type Groups = BTreeMap<(Owner, [bool; 3]), Vec<TypeId>>;

pub(super) fn run(api: &mut Api) {
    for group in groups(api).values() {
        // What holds equal types is equal once these are one.
        while join(api, group) {}
    }
}

fn groups(api: &Api) -> Groups {
    let mut groups = Groups::new();
    for (id, def) in api.types.entries() {
        let Usage { sent, received, called } = def.usage;
        let is_inline = !def.path.steps.is_empty();
        let has_one_name = sent && asks_for_several(&def.shape);
        if is_inline && !has_one_name {
            let key = (def.path.owner.clone(), [sent, received, called]);
            groups.entry(key).or_default().push(id);
        }
    }
    groups
}

/// Whether a constructor may ask for a struct of what is required: that has one name, so its type is not joined with others.
fn asks_for_several(shape: &Shape) -> bool {
    match shape {
        Shape::Struct(object) => object.fields.iter().filter(|field| field.required).count() > 1,
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => false,
    }
}

/// Makes names of the types that are like an earlier one; says whether there were any.
fn join(api: &mut Api, group: &[TypeId]) -> bool {
    let mut joined = false;
    let mut firsts: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for &id in group {
        let Some(likeness) = likeness(&api.types[id].shape) else {
            continue;
        };
        let alike = firsts.entry(likeness).or_default();
        let first = alike
            .iter()
            .find(|&&first| is_same(api, &api.types[first], &api.types[id]));
        match first {
            Some(&first) => {
                api.types[id].shape = Shape::Alias(TypeRef::new(Type::Named {
                    id: first,
                    boxed: false,
                }));
                api.types[id].checks = Default::default();
                joined = true;
            }
            None => alike.push(id),
        }
    }
    joined
}

/// What equal types have in common, so that each is compared with few. A name has nothing of its own.
fn likeness(shape: &Shape) -> Option<String> {
    let words = |words: &mut dyn Iterator<Item = &str>| words.fold(String::new(), |all, word| all + word + "\n");
    match shape {
        // Thousands of alternatives can differ in nothing but the constant that tells them apart.
        Shape::Struct(object) => Some(
            object
                .fields
                .iter()
                .map(|field| match &field.ty.ty {
                    Type::Const(value) => format!("{} {value:?}\n", field.name),
                    _ => format!("{}\n", field.name),
                })
                .collect(),
        ),
        Shape::Enum(values) => Some(
            values
                .values
                .iter()
                .map(|value| format!("{:?}\n", value.value))
                .collect(),
        ),
        Shape::Union(union) => Some(words(&mut union.variants.iter().map(|variant| &*variant.name))),
        Shape::Newtype(_) | Shape::Tuple(_) => Some(String::new()),
        Shape::Alias(_) => None,
    }
}

fn is_same(api: &Api, one: &TypeDef, other: &TypeDef) -> bool {
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

/// The type that a name of an earlier one means.
fn meant(api: &Api, id: TypeId) -> TypeId {
    match &api.types[id].shape {
        Shape::Alias(TypeRef {
            ty: Type::Named { id: first, .. },
            ..
        }) if !api.types[id].path.steps.is_empty() => *first,
        Shape::Alias(_) | Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => {
            id
        }
    }
}

fn same_list<T>(one: &[T], other: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
}
