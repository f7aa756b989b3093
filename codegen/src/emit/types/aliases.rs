//! Aliases: other names for types.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::plan::{RustType, TypePlan};
use crate::tokens::{TokenStream, quote};

/// Another name for a type.
pub(crate) fn alias(cx: &Cx<'_>, ty: &TypePlan<'_>, target: &RustType) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let target = cx.ty(target);
    quote! {
        #docs
        pub type #name = #target;
    }
}
