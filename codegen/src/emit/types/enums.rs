//! Enumerations: fixed lists of scalars.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::{type_docs, value_docs};
use crate::emit::docs::doc::Doc;
use crate::ir::EnumKind;
use crate::plan::{EnumPlan, RustType, TypePlan};
use crate::tokens::{TokenStream, quote};

/// A fixed list of scalars. Values that are not listed are kept where the server sends them, and sent where the caller insists.
pub(crate) fn enumeration(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &EnumPlan<'_>) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let enumeration = plan.source;
    let name = &ty.name;
    let variants = enumeration.values.iter().zip(&plan.variants).map(|(value, variant)| {
        let docs = value_docs(value, variant);
        quote!(#docs #variant)
    });
    let unknown = {
        let held = match enumeration.kind {
            EnumKind::String => {
                quote!(Box<str>)
            }
            EnumKind::Integer => quote!(i64),
            EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => cx.ty(&RustType::Value),
        };
        let docs = match plan.open {
            true => "A value that the document does not list, as it was received.",
            false => "A value that the document does not list: see `from_unchecked`.",
        };
        let docs = Doc::default().own(docs).attrs();
        quote! {
            #docs
            Unknown(#held)
        }
    };
    let attributes = super::attributes(ty);
    quote! {
        #docs
        #attributes
        #[non_exhaustive]
        pub enum #name { #(#variants,)* #unknown }
    }
}
