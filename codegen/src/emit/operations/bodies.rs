//! The bodies that a call sends.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::inline_code;
use crate::plan::OperationPlan;
use crate::tokens::{TokenStream, quote};

/// The enumeration of the representations of a body.
pub(crate) fn body_enum(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let Some(body) = plan.body.as_ref().filter(|body| body.is_enum()) else {
        return TokenStream::new();
    };
    let operation = &cx.plan.api.operations[plan.id];
    let Some(source) = &operation.body else {
        return TokenStream::new();
    };
    let own = cx.ty(&body.ty);
    let variants = body.variants.iter().map(|variant| {
        let docs = Doc::default()
            .own(inline_code(&source.contents[variant.content].media_type))
            .attrs();
        let (name, ty) = (&variant.name, cx.ty(&variant.kind.rust_type()));
        quote!(#docs #name(#ty))
    });
    let derives = if body.is_repeatable(&cx.plan.types) {
        quote!(#[derive(Clone, Debug)])
    } else {
        quote!(#[derive(Debug)])
    };
    let conversions = body.converted(&cx.plan.types).map(|variant| {
        let (name, ty) = (&variant.name, cx.ty(&variant.kind.rust_type()));
        quote! {
            impl From<#ty> for #own {
                fn from(body: #ty) -> Self { Self::#name(body) }
            }
        }
    });
    quote! {
        /// The body of the request, in one of the media types that the server takes.
        #derives
        #[non_exhaustive]
        pub enum #own { #(#variants),* }
        #(#conversions)*
    }
}
