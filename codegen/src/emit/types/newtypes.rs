//! Checked strings.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::type_docs;
use crate::plan::TypePlan;
use crate::tokens::{TokenStream, quote};

/// A string that is checked when it is made.
pub(crate) fn newtype(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    let docs = type_docs(cx.plan.api, ty.def, &ty.name);
    let name = &ty.name;
    let attributes = super::attributes(ty);
    let cow = cx.library(&["borrow"], "Cow");
    quote! {
        #docs
        #attributes
        pub struct #name(pub(crate) #cow<'static, str>);
    }
}
