//! Unions: one of several types.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::{attrs, prose, type_docs};
use crate::emit::docs::inline_code;
use crate::ir::{TypeId, Union};
use crate::plan::{RustType, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;

/// One of several types. One that the server can send keeps what is none of them.
pub(crate) fn union(cx: &Cx<'_>, id: TypeId, union: &Union, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id];
    let docs = type_docs(def);
    let name = &ty.name;
    let variants = union
        .variants
        .iter()
        .zip(&ty.variants)
        .zip(&ty.payloads)
        .map(|((member, variant), payload)| {
            let prose = prose(&member.docs);
            let fallback = if prose.is_empty() {
                vec![inline_code(&member.name)]
            } else {
                Vec::new()
            };
            let docs = attrs(&prose, &fallback);
            match payload {
                Some(payload) => {
                    let payload = cx.ty(payload);
                    quote!(#docs #variant(#payload))
                }
                None => quote!(#docs #variant),
            }
        });
    let unknown = ty.usage.received.then(|| {
        quote! {
            /// A value that is none of the members, as it was received.
            Unknown(::specwright_runtime::Value)
        }
    });
    let conversions = conversions(cx, ty);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
        #conversions
    }
}

/// `From` for every payload that only one variant has.
fn conversions(cx: &Cx<'_>, ty: &TypePlan) -> TokenStream {
    let name = &ty.name;
    let from = cx.std("From");
    let resolved: Vec<Option<RustType>> = ty
        .payloads
        .iter()
        .map(|payload| payload.as_ref().map(|payload| cx.plan.canonical(payload)))
        .collect();
    let each = ty
        .variants
        .iter()
        .zip(&ty.payloads)
        .zip(&resolved)
        .filter_map(|((variant, payload), target)| {
            let payload = payload.as_ref()?;
            let alike = resolved.iter().filter(|other| *other == target).count();
            // `Value` would meet the conversions of the other variants' types.
            if alike != 1 || *target == Some(RustType::Value) {
                return None;
            }
            let payload = cx.ty(payload);
            Some(quote! {
                impl #from<#payload> for #name {
                    fn from(value: #payload) -> Self { Self::#variant(value) }
                }
            })
        });
    let text = resolved.contains(&Some(RustType::String)).then(|| {
        let index = resolved.iter().position(|target| *target == Some(RustType::String))?;
        let alike = resolved
            .iter()
            .filter(|target| **target == Some(RustType::String))
            .count();
        let variant = ty.variants.get(index).filter(|_| alike == 1)?;
        Some(quote! {
            impl #from<&str> for #name {
                fn from(text: &str) -> Self { Self::#variant(text.into()) }
            }
        })
    });
    let text = text.flatten();
    quote!(#(#each)* #text)
}
