//! Tuples: arrays whose first elements have types of their own.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::plan::{RustType, TuplePlan, TypePlan};
use crate::tokens::{TokenStream, quote};

/// An array whose first elements have types of their own.
pub(crate) fn tuple(cx: &Cx<'_>, ty: &TypePlan<'_>, tuple: &TuplePlan<'_>) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let elements = tuple.elements.iter().enumerate().map(|(index, element)| {
        let declared = if index < tuple.source.required {
            cx.ty(element)
        } else {
            cx.ty(&element.clone().optional())
        };
        quote!(pub #declared)
    });
    let rest = tuple.rest.iter().map(|rest| {
        let declared = cx.ty(&RustType::Vec(Box::new(rest.clone())));
        match tuple.elements.is_empty() {
            true => quote! {
                /// The items.
                pub #declared
            },
            false => quote! {
                /// All further items.
                pub #declared
            },
        }
    });
    let fields = elements.chain(rest);
    let attributes = super::attributes(ty);
    quote! {
        #docs
        #attributes
        pub struct #name(#(#fields),*);
    }
}
