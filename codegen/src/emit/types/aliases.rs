//! Aliases: other names for types.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::emit::docs::doc::Doc;
use crate::plan::{RustType, TypePlan};
use crate::tokens::{TokenStream, quote};

/// Another name for a type, and for the struct that its constructor takes.
pub(crate) fn alias(cx: &Cx<'_>, ty: &TypePlan<'_>, target: &RustType) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let target = cx.ty(target);
    let required = required(cx, ty);
    quote! {
        #docs
        pub type #name = #target;
        #required
    }
}

fn required(cx: &Cx<'_>, ty: &TypePlan<'_>) -> Option<TokenStream> {
    let ours = ty.required_struct.as_ref().filter(|_| ty.usage.sent)?;
    let theirs = cx.required_struct(ty.joined_with()?)?;
    let docs = Doc::default()
        .own(format!("What [`{0}::new`]({0}::new) asks for.", ty.name))
        .attrs();
    Some(quote! {
        #docs
        pub type #ours = #theirs;
    })
}
