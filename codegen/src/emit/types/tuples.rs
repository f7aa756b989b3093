//! Tuples: arrays whose first elements have types of their own.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::ir::{Shape, TypeId};
use crate::plan::{RustType, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;

/// An array whose first elements have types of their own.
pub(crate) fn tuple(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id];
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
