//! Aliases: other names for types.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::ir::TypeId;
use crate::plan::TypePlan;
use proc_macro2::TokenStream;
use quote::quote;

/// Another name for a type.
pub(crate) fn alias(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id];
    let docs = type_docs(def);
    let name = &ty.name;
    let target = ty.target.as_ref().map(|target| cx.ty(target));
    quote! {
        #docs
        pub type #name = #target;
    }
}
