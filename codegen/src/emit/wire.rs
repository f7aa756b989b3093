//! Wire code: how values are read and written. It is for the compiler, and stands apart from the definitions.
//!
//! By default a type is read only if the server sends it and written only if the client does; the cargo feature `serde-all` adds
//! the other direction.

use super::cx::{Cx, Layout};
use super::enums::is_open;
use super::literals::{constant, serializable};
use crate::ir::{Enum, EnumKind, Json, Rest, Shape, Struct, Tuple, TypeId};
use crate::plan::{FieldPlan, Presence, RustType, TypePlan};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// More members than this would take a line each.
const MANY: usize = 4;

/// The wire code of a type; nothing for an alias.
pub(super) fn type_code(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    match &cx.plan.api.types[id.index()].shape {
        Shape::Struct(_) if ty.multipart => super::multipart::parts(cx, id, ty),
        Shape::Struct(object) => {
            let read = read_struct(cx, object, ty);
            let write = write_struct(cx, object, ty);
            let (reading, writing) = (reading(cx, ty), writing(cx, ty));
            quote! {
                #reading #read
                #reading v1::deserialize!(#name => object);
                #writing #write
                #writing v1::serialize!(#name => object);
            }
        }
        Shape::Enum(enumeration) => enum_code(cx, enumeration, ty),
        Shape::Union(_) => super::wire_union::union_code(cx, id, ty),
        Shape::Newtype(_) => super::validators::newtype_code(cx, id, ty),
        Shape::Tuple(tuple) => tuple_code(cx, tuple, ty),
        Shape::Alias(_) => TokenStream::new(),
    }
}

/// The condition for reading code.
pub(super) fn reading(cx: &Cx<'_>, ty: &TypePlan) -> TokenStream {
    direction(cx, ty.usage.received)
}

/// The condition for writing code.
pub(super) fn writing(cx: &Cx<'_>, ty: &TypePlan) -> TokenStream {
    direction(cx, ty.usage.sent)
}

fn direction(cx: &Cx<'_>, needed: bool) -> TokenStream {
    match (needed, cx.layout) {
        // A module of somebody else's crate can't have a feature of its own: both directions are there.
        (true, _) | (false, Layout::File) => TokenStream::new(),
        (false, Layout::Crate) => quote!(#[cfg(feature = "serde-all")]),
    }
}

// Structs.

fn read_struct(cx: &Cx<'_>, object: &Struct, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let held: Vec<&FieldPlan> = ty
        .fields
        .iter()
        .filter(|field| !matches!(field.presence, Presence::Constant(_)))
        .collect();
    // Constants are known names too: they are passed over, not kept as additional members.
    let all: Vec<&FieldPlan> = held
        .iter()
        .copied()
        .chain(
            ty.fields
                .iter()
                .filter(|field| matches!(field.presence, Presence::Constant(_))),
        )
        .collect();
    let names: Vec<&str> = all
        .iter()
        .map(|field| object.fields[field.index].name.as_str())
        .collect();
    let known = known_names(&names);
    let slots: Vec<Ident> = held
        .iter()
        .map(|field| format_ident!("slot_{}", field.name.as_str().trim_start_matches('_')))
        .collect();
    let initial = initial_slots(cx, &held, &slots);
    let arms: Vec<TokenStream> = held
        .iter()
        .zip(&slots)
        .enumerate()
        .map(|(index, (field, slot))| {
            let index = Literal::usize_unsuffixed(index);
            let read = read_call(cx, field, slot);
            match ty.rest {
                Some(_) => {
                    let ok = cx.std("Ok");
                    quote!(#ok(#index) => #read,)
                }
                None => quote!(#index => #read,),
            }
        })
        .collect();
    let closed = object.rest == Rest::Denied && !ty.usage.received;
    let members = held.iter().zip(&slots).map(|(field, slot)| {
        let (field_name, wire) = (&field.name, &object.fields[field.index].name);
        match field.presence {
            Presence::Required => quote!(#field_name: v1::required(#slot, #wire)?),
            _ => quote!(#field_name: #slot),
        }
    });
    let (key, rest_slot, rest_arm, rest_member) = rest_parts(cx, ty, closed);
    let some = cx.std("Some");
    let body = if held.is_empty() && ty.rest.is_none() {
        quote! {
            while #key(&mut map, #known)?.is_some() { v1::skip(&mut map)?; }
            #ok(Self {})
        }
    } else {
        quote! {
            #initial
            #rest_slot
            while let #some(key) = #key(&mut map, #known)? {
                match key { #(#arms)* #rest_arm }?;
            }
            #ok(Self { #(#members,)* #rest_member })
        }
    };
    quote! {
        impl v1::Object for #name {
            fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> #result<Self, A::Error> { #body }
        }
    }
}

/// Where the members are kept while the object is read. Many of them stand in a macro, which takes less room.
fn initial_slots(cx: &Cx<'_>, held: &[&FieldPlan], slots: &[Ident]) -> TokenStream {
    let (fields, plain): (Vec<_>, Vec<_>) = held
        .iter()
        .zip(slots)
        .partition(|(field, _)| field.presence == Presence::ThreeState);
    let fields = fields
        .iter()
        .map(|(_, slot)| quote!(let mut #slot = ::specwright_runtime::Field::Absent;));
    let plain = plain.iter().map(|(_, slot)| slot);
    if plain.len() > MANY {
        return quote!(v1::slots!(#(#plain),*); #(#fields)*);
    }
    let none = cx.std("None");
    quote!(#(let mut #plain = #none;)* #(#fields)*)
}

/// The names of the members, as a list.
fn known_names(names: &[&str]) -> TokenStream {
    if names.len() > MANY {
        quote!(v1::names![#(#names),*])
    } else {
        quote!(&[#(#names),*])
    }
}

fn rest_parts(cx: &Cx<'_>, ty: &TypePlan, closed: bool) -> (TokenStream, TokenStream, TokenStream, TokenStream) {
    let (ok, err) = (cx.std("Ok"), cx.std("Err"));
    match &ty.rest {
        Some((name, value)) => {
            let read = if cx.plan.is_integer(value) {
                quote!(v1::read_integer_entry)
            } else {
                quote!(v1::read_entry)
            };
            (
                quote!(v1::key_or_name),
                quote!(let mut rest = ::std::collections::BTreeMap::new();),
                quote! {
                    #ok(_) => v1::skip(&mut map),
                    #err(name) => #read(&mut rest, name, &mut map),
                },
                quote!(#name: rest),
            )
        }
        None => {
            let key = if closed {
                quote!(v1::closed_key)
            } else {
                quote!(v1::key)
            };
            (
                key,
                TokenStream::new(),
                quote!(_ => v1::skip(&mut map),),
                TokenStream::new(),
            )
        }
    }
}

fn read_call(cx: &Cx<'_>, field: &FieldPlan, slot: &Ident) -> TokenStream {
    let integer = cx.plan.is_integer(&field.ty);
    let function = match (&field.presence, integer) {
        (Presence::Required, false) => quote!(v1::read),
        (Presence::Required, true) => quote!(v1::read_integer),
        (_, false) => quote!(v1::read_optional),
        (_, true) => quote!(v1::read_optional_integer),
    };
    quote!(#function(&mut #slot, &mut map))
}

fn write_struct(cx: &Cx<'_>, object: &Struct, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    let writes: Vec<TokenStream> = ty
        .fields
        .iter()
        .map(|field| {
            let (field_name, wire) = (&field.name, &object.fields[field.index].name);
            match &field.presence {
                Presence::Constant(value) => {
                    let value = serializable(value);
                    quote!(members.required(#wire, #value);)
                }
                Presence::Required | Presence::Nullable => quote!(members.required(#wire, &self.#field_name);),
                Presence::Optional | Presence::WriteOnlyRequired => quote!(members.optional(#wire, &self.#field_name);),
                Presence::ReadOnly => {
                    // Never sent, so what it holds can be written only where everything can.
                    let all =
                        (cx.layout == Layout::Crate && ty.usage.sent).then(|| quote!(#[cfg(feature = "serde-all")]));
                    quote!(#all members.read_only(#wire, &self.#field_name);)
                }
                Presence::ThreeState => quote!(members.field(#wire, &self.#field_name);),
            }
        })
        .collect();
    let names: Vec<&str> = ty
        .fields
        .iter()
        .map(|field| object.fields[field.index].name.as_str())
        .collect();
    let rest = ty
        .rest
        .iter()
        .map(|(rest, _)| quote!(members.additional(&self.#rest, &[#(#names),*]);));
    let only_read = ty.fields.iter().all(|field| field.presence == Presence::ReadOnly);
    let unused = (only_read && !writes.is_empty()).then(|| quote!(let _ = &members;));
    let argument = if writes.is_empty() && ty.rest.is_none() {
        quote!(_)
    } else {
        quote!(members)
    };
    quote! {
        impl v1::WriteObject for #name {
            fn write<S: v1::Serializer>(&self, #argument: &mut v1::Members<S>) { #unused #(#writes)* #(#rest)* }
        }
    }
}

// Enumerations.

fn enum_code(cx: &Cx<'_>, enumeration: &Enum, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    let unknown = is_open(enumeration, ty).then(|| quote!(; Unknown));
    let pairs = enumeration.values.iter().zip(&ty.variants);
    let (table, kind) = match enumeration.kind {
        EnumKind::String => {
            let pairs = pairs.map(|(value, variant)| {
                let text = match &value.value {
                    Json::String(text) => text.to_string(),
                    other => super::describe::json_text(other),
                };
                quote!(#variant => #text)
            });
            (
                quote!(v1::string_enum!(#name { #(#pairs),* #unknown });),
                quote!(string_enum),
            )
        }
        EnumKind::Integer => {
            let pairs = pairs.map(|(value, variant)| {
                let number = match &value.value {
                    Json::Number(text) => crate::tree::Number::new(text.clone()).as_i64().unwrap_or_default(),
                    _ => 0,
                };
                let number = Literal::i64_unsuffixed(number);
                quote!(#variant => #number)
            });
            (
                quote!(v1::integer_enum!(#name { #(#pairs),* #unknown });),
                quote!(integer_enum),
            )
        }
        EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => {
            let pairs = pairs.map(|(value, variant)| {
                let value = constant_kind(&value.value);
                quote!(#variant => #value)
            });
            (
                quote!(v1::value_enum!(#name { #(#pairs),* #unknown });),
                quote!(value_enum),
            )
        }
    };
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    quote! {
        #table
        #reading v1::deserialize!(#name => #kind);
        #writing v1::serialize!(#name => #kind);
    }
}

/// A constant as `v1::value_enum!` takes it: without the path of its type.
fn constant_kind(json: &Json) -> TokenStream {
    let full = constant(json);
    let kind: TokenStream = full.into_iter().skip(6).collect();
    kind
}

// Tuples.

fn tuple_code(cx: &Cx<'_>, tuple: &Tuple, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let payloads: Vec<&RustType> = ty.payloads.iter().flatten().collect();
    let reads = payloads.iter().enumerate().map(|(index, payload)| {
        let integer = cx.plan.is_integer(payload);
        let place = Literal::usize_unsuffixed(index);
        match (index < tuple.required, index < tuple.elements.len(), integer) {
            (true, _, false) => quote!(v1::item(&mut items, #place)?),
            (true, _, true) => quote!(v1::integer_item(&mut items, #place)?),
            (false, true, false) => quote!(v1::optional_item(&mut items)?),
            (false, true, true) => quote!(v1::optional_integer_item(&mut items)?),
            (false, false, false) => quote!(v1::further_items(&mut items)?),
            (false, false, true) => quote!(v1::further_integer_items(&mut items)?),
        }
    });
    let writes = (0..payloads.len()).map(|index| {
        let place = Literal::usize_unsuffixed(index);
        if index < tuple.required {
            quote!(items.required(&self.#place);)
        } else if index < tuple.elements.len() {
            quote!(items.optional(&self.#place);)
        } else {
            quote!(items.rest(&self.#place);)
        }
    });
    let closed = (tuple.rest.is_none() && !ty.usage.received).then(|| quote!(v1::no_further_items(&mut items)?;));
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    quote! {
        #reading
        impl v1::Tuple for #name {
            fn read<'de, A: v1::SeqAccess<'de>>(mut items: A) -> #result<Self, A::Error> {
                let tuple = Self(#(#reads),*);
                #closed
                #ok(tuple)
            }
        }
        #reading v1::deserialize!(#name => tuple);
        #writing
        impl v1::WriteTuple for #name {
            fn write<S: v1::Serializer>(&self, items: &mut v1::TupleItems<S>) { #(#writes)* }
        }
        #writing v1::serialize!(#name => tuple);
    }
}
