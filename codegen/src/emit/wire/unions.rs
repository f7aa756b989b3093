//! Wire code of unions: which member a value is, and how a member is written.

use super::direction::{reading, writing};
use super::literals::constant;
use crate::emit::cx::Cx;
use crate::ir::{EnumKind, Json, Shape, Tagging, Type, TypeRef, Union, Variant};
use crate::plan::names::Ident;
use crate::plan::{FieldPlan, Presence, RustType, TypePlan, UnionPlan, VariantPlan};
use proc_macro2::TokenStream;
use quote::quote;

/// The wire code of a union.
pub(crate) fn union_code(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &UnionPlan<'_>) -> TokenStream {
    let (name, union) = (&ty.name, plan.source);
    let (option, some) = (cx.std("Option"), cx.std("Some"));
    let choose = match &union.tagging {
        Tagging::Tag {
            property,
            declared: true,
            fallback,
        } => by_tag(cx, plan, property, *fallback),
        Tagging::Tag { declared: false, .. } | Tagging::Kind | Tagging::Order(_) => by_table(cx, ty, plan),
    };
    let unknown = ty.usage.received.then(|| {
        quote! {
            fn unknown(value: v1::Value) -> #option<Self> { #some(Self::Unknown(value)) }
        }
    });
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    let write = write(cx, ty, plan);
    quote! {
        #reading
        impl v1::Union for #name {
            fn choose(value: &v1::Value) -> v1::Choice<Self> { #choose }
            #unknown
        }
        #reading v1::deserialize!(#name => union);
        #writing #write
    }
}

/// A declared discriminator: its value says which member is meant.
fn by_tag(cx: &Cx<'_>, plan: &UnionPlan<'_>, property: &str, fallback: Option<usize>) -> TokenStream {
    let (some, ok, none) = (cx.std("Some"), cx.std("Ok"), cx.std("None"));
    let mut seen: Vec<String> = Vec::new();
    let mut arms = Vec::new();
    for (index, member) in plan.source.variants.iter().enumerate() {
        let tags: Vec<String> = member
            .tags
            .iter()
            .filter_map(|tag| match tag {
                Json::String(text) => Some(text.to_string()),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => None,
            })
            .filter(|tag| !seen.contains(tag))
            .collect();
        if tags.is_empty() {
            continue;
        }
        let read = read_member(cx, plan, index, &quote!(Self));
        arms.push(quote!(#some(#(#tags)|*) => #read,));
        seen.extend(tags);
    }
    let other = match fallback {
        Some(index) => read_member(cx, plan, index, &quote!(Self)),
        None => quote!(#ok(#none)),
    };
    quote! {
        match v1::tag(value, #property) { #(#arms)* _ => #other, }
    }
}

fn read_member(cx: &Cx<'_>, plan: &UnionPlan<'_>, index: usize, owner: &TokenStream) -> TokenStream {
    let Some(VariantPlan { name, ty }) = plan.variants.get(index) else {
        return TokenStream::new();
    };
    if cx.plan.types.is_integer(ty) {
        quote!(v1::integer_member(value, #owner::#name))
    } else {
        quote!(v1::member(value, #owner::#name))
    }
}

/// No discriminator: a table of what tells the members apart.
fn by_table(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &UnionPlan<'_>) -> TokenStream {
    let union = plan.source;
    let order: Vec<usize> = match &union.tagging {
        Tagging::Order(order) => order.clone(),
        Tagging::Tag { .. } | Tagging::Kind => (0..union.variants.len()).collect(),
    };
    let name = &ty.name;
    let rows = order.into_iter().filter_map(|index| {
        let member = union.variants.get(index)?;
        // Rows are closures in a constant, where `Self` is spelled out.
        let read = read_member(cx, plan, index, &quote!(#name));
        Some(row(cx, union, member, &read))
    });
    quote! {
        const MEMBERS: &[v1::Member<#name>] = &[#(#rows),*];
        v1::choose(MEMBERS, value)
    }
}

/// How one member is recognised.
fn row(cx: &Cx<'_>, union: &Union, member: &Variant, read: &TokenStream) -> TokenStream {
    let Some((names, required, tags)) = object_facts(cx, union, member) else {
        let types = types(cx, &member.ty);
        let values = values(cx, &member.ty).map(|values| quote!(.values(&[#(#values),*])));
        return quote!(v1::Member::new(#types, |value| #read) #values);
    };
    let required = (!required.is_empty()).then(|| quote!(.required(&[#(#required),*])));
    let tags = (!tags.is_empty()).then(|| quote!(.tags(&[#(#tags),*])));
    quote!(v1::Member::object(&[#(#names),*], |value| #read) #required #tags)
}

type Facts = (Vec<String>, Vec<String>, Vec<TokenStream>);

/// Names, required names and tags of a member that is a struct.
fn object_facts(cx: &Cx<'_>, union: &Union, member: &Variant) -> Option<Facts> {
    let (ty, _) = cx.plan.types.resolved(&member.ty);
    let Type::Named { id, .. } = ty else { return None };
    let Shape::Struct(object) = &cx.plan.api.types[*id].shape else {
        return None;
    };
    let names: Vec<String> = object.fields.iter().map(|field| field.name.clone()).collect();
    let required = object
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name.clone());
    let mut required: Vec<String> = required.collect();
    let mut tags = Vec::new();
    for field in &object.fields {
        let declared = match &union.tagging {
            Tagging::Tag { property, .. } if *property == field.name => member.tags.clone(),
            Tagging::Tag { .. } | Tagging::Kind | Tagging::Order(_) => constants(cx, &field.ty),
        };
        if !declared.is_empty() {
            let (name, values) = (&field.name, declared.iter().map(constant));
            tags.push(quote!((#name, &[#(#values),*])));
            // The tag already says that it must be there.
            required.retain(|required| required != name);
        }
    }
    Some((names, required, tags))
}

/// The values of a member that can only have these.
fn constants(cx: &Cx<'_>, ty: &TypeRef) -> Vec<Json> {
    match cx.plan.types.resolved(ty).0 {
        Type::Const(value) => vec![value.clone()],
        Type::Named { id, .. } => match &cx.plan.api.types[*id].shape {
            Shape::Enum(enumeration) if !enumeration.open && enumeration.values.len() == 1 && !ty.nullable => {
                enumeration.values.iter().map(|value| value.value.clone()).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The values of a scalar member that can only have these.
fn values(cx: &Cx<'_>, ty: &TypeRef) -> Option<Vec<TokenStream>> {
    match cx.plan.types.resolved(ty).0 {
        Type::Const(value) => Some(vec![constant(value)]),
        Type::Named { id, .. } => match &cx.plan.api.types[*id].shape {
            Shape::Enum(enumeration) if !enumeration.open => {
                Some(enumeration.values.iter().map(|value| constant(&value.value)).collect())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The JSON types of a member, as `v1::Types`.
fn types(cx: &Cx<'_>, ty: &TypeRef) -> TokenStream {
    let plain = match cx.plan.types.resolved(ty).0 {
        Type::Any | Type::Foreign(_) => return quote!(v1::Types::ANY),
        Type::Const(value) => return json_type(value),
        Type::Null => quote!(v1::Types::NULL),
        Type::Bool => quote!(v1::Types::BOOLEAN),
        Type::Integer(_) => quote!(v1::Types::INTEGER),
        Type::Number(_) => quote!(v1::Types::NUMBER),
        Type::String(_) => quote!(v1::Types::STRING),
        Type::Array(_) => quote!(v1::Types::ARRAY),
        Type::Map(_) => quote!(v1::Types::OBJECT),
        Type::Named { id, .. } => match &cx.plan.api.types[*id].shape {
            Shape::Struct(_) => quote!(v1::Types::OBJECT),
            Shape::Newtype(_) => quote!(v1::Types::STRING),
            Shape::Tuple(_) => quote!(v1::Types::ARRAY),
            Shape::Enum(enumeration) => match enumeration.kind {
                EnumKind::String => quote!(v1::Types::STRING),
                EnumKind::Integer => quote!(v1::Types::INTEGER),
                EnumKind::Number => quote!(v1::Types::NUMBER),
                EnumKind::Bool => quote!(v1::Types::BOOLEAN),
                EnumKind::Mixed => return quote!(v1::Types::ANY),
            },
            // The member decides by itself.
            Shape::Union(_) | Shape::Alias(_) => return quote!(v1::Types::ANY),
        },
    };
    if ty.nullable {
        quote!(#plain.or(v1::Types::NULL))
    } else {
        plain
    }
}

fn json_type(json: &Json) -> TokenStream {
    match json {
        Json::Null => quote!(v1::Types::NULL),
        Json::Bool(_) => quote!(v1::Types::BOOLEAN),
        Json::Number(_) => quote!(v1::Types::NUMBER),
        Json::String(_) => quote!(v1::Types::STRING),
        Json::Array(_) => quote!(v1::Types::ARRAY),
        Json::Object(_) => quote!(v1::Types::OBJECT),
    }
}

/// A member is written as it is; one that does not declare the tag, or has not set it, has it added.
fn write(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &UnionPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let result = cx.std("Result");
    let members = plan.source.variants.iter().zip(&plan.variants);
    let arms = members.map(|(member, VariantPlan { name, ty })| {
        let value = match ty {
            RustType::Box(_) => quote!(&**value),
            _ => quote!(value),
        };
        let unset = unset_tag(cx, plan.source, member).map(|(field, property, tag)| {
            quote!(Self::#name(value) if value.#field.is_none() => v1::write_tagged(#property, #tag, #value, serializer),)
        });
        let written = match missing_tag(cx, plan.source, member) {
            Some((property, tag)) => {
                quote!(Self::#name(value) => v1::write_tagged(#property, #tag, #value, serializer),)
            }
            None => quote!(Self::#name(value) => v1::Serialize::serialize(value, serializer),),
        };
        quote!(#unset #written)
    });
    let unknown = ty
        .usage
        .received
        .then(|| quote!(Self::Unknown(value) => v1::Serialize::serialize(value, serializer),));
    quote! {
        impl v1::Serialize for #name {
            fn serialize<S: v1::Serializer>(&self, serializer: S) -> #result<S::Ok, S::Error> {
                match self { #(#arms)* #unknown }
            }
        }
    }
}

/// The tag of a member that does not declare the tag itself.
fn missing_tag(cx: &Cx<'_>, union: &Union, member: &Variant) -> Option<(String, String)> {
    let Tagging::Tag {
        property,
        declared: true,
        ..
    } = &union.tagging
    else {
        return None;
    };
    let structure = cx.plan.types.structure(&RustType::of(&member.ty))?;
    let declared = structure.source.fields.iter().any(|field| field.name == *property);
    let is_read_only = |field: &FieldPlan<'_>| field.presence == Presence::ReadOnly && field.source.name == *property;
    let kept = structure.rest.is_some() || structure.fields.iter().any(is_read_only);
    match member.tags.first() {
        Some(Json::String(tag)) if !declared && !kept => Some((property.clone(), tag.to_string())),
        _ => None,
    }
}

/// The tag of a member that may leave its own tag out: without it nobody could tell what was sent. The member that values without
/// a tag belong to needs none.
fn unset_tag(cx: &Cx<'_>, union: &Union, member: &Variant) -> Option<(Ident, String, String)> {
    let Tagging::Tag {
        property,
        declared: true,
        fallback: None,
    } = &union.tagging
    else {
        return None;
    };
    let structure = cx.plan.types.structure(&RustType::of(&member.ty))?;
    let is_tag = |field: &&FieldPlan<'_>| field.source.name == *property && field.presence == Presence::Optional;
    let field = structure.fields.iter().find(is_tag)?;
    match member.tags.first() {
        Some(Json::String(tag)) => Some((field.name.clone(), property.clone(), tag.to_string())),
        _ => None,
    }
}
