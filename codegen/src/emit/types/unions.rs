//! Unions: one of several types.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::{type_docs, variant_docs};
use crate::plan::{RustType, TypePlan, UnionPlan};
use crate::tokens::{TokenStream, quote};

/// One of several types. One that the server can send keeps what is none of them.
pub(crate) fn union(cx: &Cx<'_>, ty: &TypePlan<'_>, union: &UnionPlan<'_>) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let members = union.source.variants.iter().zip(&union.variants);
    let variants = members.map(|(member, variant)| {
        let docs = variant_docs(member, &variant.name);
        let (name, held) = (&variant.name, cx.ty(&variant.ty));
        quote!(#docs #name(#held))
    });
    let unknown = ty.usage.received.then(|| {
        let value = cx.ty(&RustType::Value);
        quote! {
            /// A value that fits no variant, as it was received.
            Unknown(#value)
        }
    });
    let conversions = conversions(cx, ty, union);
    let attributes = super::attributes(ty);
    quote! {
        #docs
        #attributes
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
        #conversions
    }
}

/// `From` for every payload that only one variant has.
fn conversions(cx: &Cx<'_>, ty: &TypePlan<'_>, union: &UnionPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let types = union
        .variants
        .iter()
        .map(|variant| cx.plan.types.canonical(&variant.ty));
    let types: Vec<RustType> = types.collect();
    let alone = |ty: &RustType| types.iter().filter(|other| *other == ty).count() == 1;
    let each = union.variants.iter().zip(&types).filter_map(|(variant, target)| {
        // `Value` would meet the conversions of the other variants' types.
        if !alone(target) || *target == RustType::Value {
            return None;
        }
        let (variant, held) = (&variant.name, cx.ty(&variant.ty));
        Some(quote! {
            impl From<#held> for #name {
                fn from(value: #held) -> Self { Self::#variant(value) }
            }
        })
    });
    let mut strings = union.variants.iter().zip(&types);
    let string = strings.find(|(_, target)| **target == RustType::String && alone(target));
    let string = string.map(|(variant, _)| {
        let variant = &variant.name;
        quote! {
            impl From<&str> for #name {
                fn from(text: &str) -> Self { Self::#variant(text.into()) }
            }
        }
    });
    quote!(#(#each)* #string)
}
