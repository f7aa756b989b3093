//! Enumerations, unions, checked strings, tuples and aliases.

use super::cx::Cx;
use super::describe::{attrs, type_docs};
use super::docs::inline_code;
use crate::ir::{Enum, EnumKind, Shape, StringKind, TypeId, Union};
use crate::plan::{RustType, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;

/// A fixed list of scalars. One that the server can send keeps values that are not listed.
pub(super) fn enumeration(cx: &Cx<'_>, id: TypeId, enumeration: &Enum, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id.index()];
    let docs = type_docs(def);
    let name = &ty.name;
    let variants = enumeration.values.iter().zip(&ty.variants).map(|(value, variant)| {
        let prose: Vec<String> = value.description.iter().cloned().collect();
        let text = inline_code(&super::describe::json_text(&value.value));
        let docs = attrs(&prose, &[text]);
        quote!(#docs #variant)
    });
    let open = is_open(enumeration, ty);
    let unknown = open.then(|| {
        let held = match enumeration.kind {
            EnumKind::String => {
                let boxed = cx.std("Box");
                quote!(#boxed<str>)
            }
            EnumKind::Integer => quote!(i64),
            EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => quote!(::specwright_runtime::Value),
        };
        quote! {
            /// A value that the document does not list, as it was received.
            Unknown(#held)
        }
    });
    let derives = match (open, enumeration.kind) {
        (false, _) => quote!(#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]),
        (true, EnumKind::String | EnumKind::Integer) => {
            quote!(#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)])
        }
        (true, EnumKind::Number | EnumKind::Bool | EnumKind::Mixed) => quote!(#[derive(Clone, Debug, PartialEq)]),
    };
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
    }
}

/// Whether an enumeration keeps values that are not listed.
pub(super) fn is_open(enumeration: &Enum, ty: &TypePlan) -> bool {
    enumeration.open || ty.usage.received
}

/// One of several types. One that the server can send keeps what is none of them.
pub(super) fn union(cx: &Cx<'_>, id: TypeId, union: &Union, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id.index()];
    let docs = type_docs(def);
    let name = &ty.name;
    let variants = union
        .variants
        .iter()
        .zip(&ty.variants)
        .zip(&ty.payloads)
        .map(|((member, variant), payload)| {
            let prose = super::describe::prose(&member.docs);
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

/// A string that is checked when it is made.
pub(super) fn newtype(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id.index()];
    let docs = type_docs(def);
    let name = &ty.name;
    // A password is not shown, so its `Debug` is not derived.
    let debug = (!is_secret(&def.shape)).then(|| quote!(Debug,));
    quote! {
        #docs
        #[derive(Clone, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(pub(crate) ::std::borrow::Cow<'static, str>);
    }
}

/// Whether it is a checked string of `format: password`.
pub(super) fn is_secret(shape: &Shape) -> bool {
    matches!(shape, Shape::Newtype(newtype) if newtype.kind == StringKind::Secret)
}

/// An array whose first elements have types of their own.
pub(super) fn tuple(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id.index()];
    let docs = type_docs(def);
    let name = &ty.name;
    let Shape::Tuple(tuple) = &def.shape else {
        return TokenStream::new();
    };
    let fields = ty.payloads.iter().flatten().enumerate().map(|(index, payload)| {
        let declared = if index < tuple.required {
            payload.clone()
        } else if index < tuple.elements.len() {
            payload.clone().optional()
        } else {
            RustType::Vec(Box::new(payload.clone()))
        };
        let declared = cx.ty(&declared);
        let docs = if index < tuple.elements.len() {
            format!(" Element {}.", index + 1)
        } else {
            " All further elements.".to_owned()
        };
        quote!(#[doc = #docs] pub #declared)
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name(#(#fields),*);
    }
}

/// Another name for a type.
pub(super) fn alias(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id.index()];
    let docs = type_docs(def);
    let name = &ty.name;
    let target = ty.target.as_ref().map(|target| cx.ty(target));
    quote! {
        #docs
        pub type #name = #target;
    }
}
