//! Wire code of structs.

use super::direction::{reading, writing};
use super::literals::serializable;
use crate::emit::cx::{Cx, Layout};
use crate::ir::Rest;
use crate::plan::{FieldPlan, Presence, RestPlan, StructPlan, TypePlan};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// More members than this would take a line each.
const MANY: usize = 4;

/// The wire code of a struct.
pub(crate) fn object_code(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let read = read_struct(cx, ty, structure);
    let write = write_struct(cx, ty, structure);
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    quote! {
        #reading #read
        #reading v1::deserialize!(#name => object);
        #writing #write
        #writing v1::serialize!(#name => object);
    }
}

fn read_struct(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let held: Vec<&FieldPlan<'_>> = structure
        .fields
        .iter()
        .filter(|field| !matches!(field.presence, Presence::Constant(_)))
        .collect();
    // Constants are known names too: they are passed over, not kept as additional members.
    let all: Vec<&FieldPlan<'_>> = held
        .iter()
        .copied()
        .chain(
            structure
                .fields
                .iter()
                .filter(|field| matches!(field.presence, Presence::Constant(_))),
        )
        .collect();
    let names: Vec<&str> = all.iter().map(|field| field.source.name.as_str()).collect();
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
            match structure.rest {
                Some(_) => {
                    let ok = cx.std("Ok");
                    quote!(#ok(#index) => #read,)
                }
                None => quote!(#index => #read,),
            }
        })
        .collect();
    let closed = structure.source.rest == Rest::Denied && !ty.usage.received;
    let members = held.iter().zip(&slots).map(|(field, slot)| {
        let (field_name, wire) = (&field.name, &field.source.name);
        match field.presence {
            Presence::Required => quote!(#field_name: v1::required(#slot, #wire)?),
            _ => quote!(#field_name: #slot),
        }
    });
    let (key, rest_slot, rest_arm, rest_member) = rest_parts(cx, structure, closed);
    let some = cx.std("Some");
    let body = if held.is_empty() && structure.rest.is_none() {
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
fn initial_slots(cx: &Cx<'_>, held: &[&FieldPlan<'_>], slots: &[Ident]) -> TokenStream {
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

fn rest_parts(
    cx: &Cx<'_>,
    structure: &StructPlan<'_>,
    closed: bool,
) -> (TokenStream, TokenStream, TokenStream, TokenStream) {
    let (ok, err) = (cx.std("Ok"), cx.std("Err"));
    match &structure.rest {
        Some(RestPlan { name, ty }) => {
            let read = if cx.plan.types.is_integer(ty) {
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

fn read_call(cx: &Cx<'_>, field: &FieldPlan<'_>, slot: &Ident) -> TokenStream {
    let integer = cx.plan.types.is_integer(&field.ty);
    let function = match (&field.presence, integer) {
        (Presence::Required, false) => quote!(v1::read),
        (Presence::Required, true) => quote!(v1::read_integer),
        (_, false) => quote!(v1::read_optional),
        (_, true) => quote!(v1::read_optional_integer),
    };
    quote!(#function(&mut #slot, &mut map))
}

fn write_struct(cx: &Cx<'_>, ty: &TypePlan<'_>, structure: &StructPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let writes: Vec<TokenStream> = structure
        .fields
        .iter()
        .map(|field| {
            let (field_name, wire) = (&field.name, &field.source.name);
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
    let names: Vec<&str> = structure
        .fields
        .iter()
        .map(|field| field.source.name.as_str())
        .collect();
    let rest = structure.rest.iter();
    let rest = rest.map(|RestPlan { name, .. }| quote!(members.additional(&self.#name, &[#(#names),*]);));
    let only_read = structure
        .fields
        .iter()
        .all(|field| field.presence == Presence::ReadOnly);
    let unused = (only_read && !writes.is_empty()).then(|| quote!(let _ = &members;));
    let argument = if writes.is_empty() && structure.rest.is_none() {
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
