//! Checked strings.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::ir::{Shape, StringKind, TypeId};
use crate::plan::TypePlan;
use proc_macro2::TokenStream;
use quote::quote;

/// A string that is checked when it is made.
pub(crate) fn newtype(cx: &Cx<'_>, id: TypeId, ty: &TypePlan) -> TokenStream {
    let def = &cx.plan.api.types[id];
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
pub(crate) fn is_secret(shape: &Shape) -> bool {
    matches!(shape, Shape::Newtype(newtype) if newtype.kind == StringKind::Secret)
}
