//! Checked strings.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::ir::{Newtype, StringKind};
use crate::plan::TypePlan;
use proc_macro2::TokenStream;
use quote::quote;

/// A string that is checked when it is made.
pub(crate) fn newtype(cx: &Cx<'_>, ty: &TypePlan<'_>, newtype: &Newtype) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def);
    let name = &ty.name;
    // A password is not shown, so its `Debug` is not derived.
    let debug = (newtype.kind != StringKind::Secret).then(|| quote!(Debug,));
    let cow = cx.library(&["borrow"], "Cow");
    quote! {
        #docs
        #[derive(Clone, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(pub(crate) #cow<'static, str>);
    }
}
