//! Tags: what tells the variants of a union apart is always sent, and always right.
//!
//! A variant that does not declare the discriminator's property is written with its tag. Where it has several, a value has one of
//! them, which its type must keep: the variant gets the property. Where it declares the property and has one tag, the property is
//! that constant, whatever its schema says: nobody types it, so nobody can contradict the variant (OpenAPI 3.1 section 4.8.25). Where it
//! declares it as any string and has several tags, the property is an enumeration of them.

use crate::ir::{
    Access, Api, Checks, Docs, Enum, EnumKind, EnumValue, Field, Json, PathStep, Rest, Shape, StringKind, Struct,
    Tagging, Type, TypeDef, TypeId, TypeRef, Union, Usage, Variant, each_content_mut, each_use, mentioned,
};
use std::collections::{BTreeMap, BTreeSet};

/// The unions, each with the crate that defines it if that is another one.
fn unions(api: &Api) -> impl Iterator<Item = (Option<&str>, &Union)> {
    api.types.iter().filter_map(|def| match &def.shape {
        Shape::Union(union) => Some((krate(def), union)),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => None,
    })
}

/// The crate that defines a type, if that is another one.
fn krate(def: &TypeDef) -> Option<&str> {
    def.shared.as_ref().map(|shared| shared.krate.as_str())
}

/// Gives variants with several tags the property that says which one a value has.
pub(super) fn keep(api: &mut Api) {
    let kept: Vec<(TypeId, String, TypeRef)> = unions(api).flat_map(|(home, union)| lost(api, home, union)).collect();
    for (id, property, ty) in kept {
        let def = &mut api.types[id];
        let origin = def.origin.clone();
        if let Shape::Struct(object) = &mut def.shape
            && !has(object, &property)
        {
            object.fields.push(Field {
                name: property,
                ty,
                required: false,
                access: Access::Both,
                default: None,
                docs: Docs::default(),
                origin,
                rename: None,
                rank: usize::MAX,
            });
        }
    }
}

/// The structs that do not keep which of their tags a value has, with the property and its type.
fn lost(api: &Api, home: Option<&str>, union: &Union) -> Vec<(TypeId, String, TypeRef)> {
    let Some((property, _)) = union.discriminator() else {
        return Vec::new();
    };
    let several = union.variants.iter().filter(|variant| variant.tags.len() > 1);
    let structs = several.filter_map(|variant| {
        let (id, object) = structure(api, variant).filter(|(id, _)| krate(&api.types[*id]) == home)?;
        let keeps = has(object, property) || matches!(object.rest, Rest::Kept(_));
        (!keeps).then(|| (id, property.to_owned(), TypeRef::new(tag_type(&variant.tags))))
    });
    structs.collect()
}

fn structure<'a>(api: &'a Api, variant: &Variant) -> Option<(TypeId, &'a Struct)> {
    let mut ty = &variant.ty;
    // Aliases have no cycles: the pass before this one removed them.
    while let Type::Named { id, .. } = ty.ty {
        match &api.types[id].shape {
            Shape::Struct(object) => return Some((id, object)),
            Shape::Alias(target) => ty = target,
            Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => return None,
        }
    }
    None
}

fn has(object: &Struct, property: &str) -> bool {
    object.fields.iter().any(|field| field.name == property)
}

fn tag_type(tags: &[Json]) -> Type {
    if tags.iter().all(|tag| matches!(tag, Json::String(_))) {
        Type::String(StringKind::Text)
    } else {
        Type::Any
    }
}

/// Makes a constant of each tag that is the only one of its variant, if that is sent. Who only reads may want to look at it.
pub(super) fn fix(api: &mut Api) {
    // A struct can be a variant of several unions, and must have one tag in all of them.
    let mut tags: BTreeMap<(TypeId, String), BTreeSet<Json>> = BTreeMap::new();
    for (home, union) in unions(api) {
        let Tagging::Tag { property, .. } = &union.tagging else {
            continue;
        };
        for variant in &union.variants {
            // What another crate defines is as it is there.
            if let Some((id, _)) = structure(api, variant).filter(|(id, _)| krate(&api.types[*id]) == home) {
                let known = tags.entry((id, property.clone())).or_default();
                known.extend(variant.tags.iter().cloned());
            }
        }
    }
    let alone = used_alone(api);
    tags.retain(|(id, _), _| api.types[*id].usage.sent);
    for ((id, property), tags) in tags {
        let Shape::Struct(object) = &api.types[id].shape else {
            continue;
        };
        let Some(place) = object.fields.iter().position(|field| field.name == property) else {
            continue;
        };
        let field = &object.fields[place];
        // By itself a value may be without a tag, and then stays without one.
        let is_fixed = field.required || !alone.contains(&id);
        if tags.len() > 1 {
            choice(api, id, place, tags);
            continue;
        }
        let mut tags = tags.into_iter();
        let only = tags.next().filter(|tag| is_fixed && admits(api, &field.ty, tag));
        if let Shape::Struct(object) = &mut api.types[id].shape {
            let field = &mut object.fields[place];
            // A tag that was read only is needed all the same.
            field.access = Access::Both;
            if let Some(only) = only {
                field.required = true;
                field.ty = TypeRef::new(Type::Const(only));
            }
        }
    }
}

/// Makes an enumeration of the tags of a property that can be any string, if they are not more than an enumeration has.
fn choice(api: &mut Api, id: TypeId, place: usize, tags: BTreeSet<Json>) {
    let def = &mut api.types[id];
    let (mut path, shared) = (def.path.clone(), def.shared.clone());
    let Shape::Struct(object) = &mut def.shape else { return };
    let field = &mut object.fields[place];
    field.access = Access::Both;
    if tags.len() > super::width::MAX_VALUES {
        return;
    }
    if field.ty.ty != Type::String(StringKind::Text) || !tags.iter().all(|tag| matches!(tag, Json::String(_))) {
        return;
    }
    path.steps.push(PathStep::Property(field.name.clone()));
    let values = tags.into_iter().map(|value| EnumValue {
        value,
        name: None,
        rename: None,
        description: None,
    });
    let shape = Shape::Enum(Enum {
        kind: EnumKind::String,
        values: values.collect(),
        open: false,
    });
    let made = TypeDef {
        origin: field.origin.clone(),
        path,
        docs: Docs::default(),
        shape,
        checks: Checks::default(),
        usage: Usage::default(),
        rename: None,
        shared,
        in_long_circle: false,
    };
    let made = api.types.push(made);
    if let Shape::Struct(object) = &mut api.types[id].shape {
        let ty = &mut object.fields[place].ty;
        ty.ty = Type::Named { id: made, boxed: false };
        // Every tag keeps them, or no value would be this variant.
        ty.checks = Checks::default();
    }
}

/// Whether a property of this type can have the tag. Where the document contradicts itself, the property is left as it is.
fn admits(api: &Api, ty: &TypeRef, tag: &Json) -> bool {
    match &ty.ty {
        Type::Any => true,
        Type::Const(value) => value == tag,
        Type::Bool => matches!(tag, Json::Bool(_)),
        Type::Integer(_) | Type::Number(_) => matches!(tag, Json::Number(_)),
        Type::String(_) => matches!(tag, Json::String(_)),
        Type::Null | Type::Foreign(_) | Type::Array(_) | Type::Map(_) => false,
        Type::Named { id, .. } => match &api.types[*id].shape {
            Shape::Enum(enumeration) => enumeration.values.iter().any(|value| value.value == *tag),
            Shape::Newtype(_) => matches!(tag, Json::String(_)),
            Shape::Alias(target) => admits(api, target, tag),
            Shape::Struct(_) | Shape::Union(_) | Shape::Tuple(_) => false,
        },
    }
}

/// The types whose values are also used by themselves, and not only as variants of unions.
fn used_alone(api: &mut Api) -> BTreeSet<TypeId> {
    // Whoever uses a library of types can use each of them by itself.
    let is_library = api.operations.is_empty() && api.events.is_empty();
    let named = api
        .types
        .entries()
        .filter(|(_, def)| def.path.is_schema() && (is_library || def.shared.is_some()));
    let mut open: Vec<TypeId> = named.map(|(id, _)| id).collect();
    let mut note = |ty: &TypeRef| open.extend(mentioned(ty));
    each_content_mut(api, &mut |ty| note(ty));
    for def in &api.types {
        match &def.shape {
            Shape::Union(union) => {
                let wrapped = union.variants.iter().map(|variant| &variant.ty);
                wrapped
                    .filter(|ty| !matches!(ty.ty, Type::Named { .. }))
                    .for_each(&mut note);
            }
            // Used as its target is.
            Shape::Alias(_) => {}
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Enum(_) | Shape::Newtype(_) => each_use(&def.shape, &mut note),
        }
    }
    let mut alone = BTreeSet::new();
    while let Some(id) = open.pop() {
        if alone.insert(id)
            && let Shape::Alias(target) = &api.types[id].shape
        {
            open.extend(mentioned(target));
        }
    }
    alone
}
