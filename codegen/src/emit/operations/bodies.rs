//! The bodies that a call sends.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::attrs;
use crate::emit::docs::inline_code;
use crate::plan::{BodyKind, BodyPlan, OperationPlan, RustType};
use proc_macro2::TokenStream;
use quote::quote;

/// The enumeration of the representations of a body.
pub(crate) fn body_enum(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let Some(body) = plan.body.as_ref().filter(|body| body.variants.len() > 1) else {
        return TokenStream::new();
    };
    let operation = &cx.plan.api.operations[plan.id];
    let Some(source) = &operation.body else {
        return TokenStream::new();
    };
    let variants = body.variants.iter().map(|variant| {
        let docs = attrs(&[], &[inline_code(&source.contents[variant.content].media_type)]);
        let (name, ty) = (&variant.name, entity_type(cx, &variant.kind));
        quote!(#docs #name(#ty))
    });
    let derives = if is_cloned(cx, plan) {
        quote!(#[derive(Clone, Debug)])
    } else {
        quote!(#[derive(Debug)])
    };
    let from = cx.std("From");
    let conversions = body.variants.iter().enumerate().filter_map(|(index, variant)| {
        let earlier = body.variants.get(..index)?;
        // Of representations that hold the same type, the first one is meant.
        let target = rust_type(&variant.kind);
        let target = cx.plan.unaliased(&target).clone();
        if earlier
            .iter()
            .any(|other| *cx.plan.unaliased(&rust_type(&other.kind)) == target)
        {
            return None;
        }
        let (name, ty) = (&variant.name, entity_type(cx, &variant.kind));
        Some(quote! {
            impl #from<#ty> for Body {
                fn from(body: #ty) -> Self { Self::#name(body) }
            }
        })
    });
    quote! {
        /// The body of the request, in one of the media types that the server takes.
        #derives
        #[non_exhaustive]
        pub enum Body { #(#variants),* }
        #(#conversions)*
    }
}

fn rust_type(entity: &BodyKind) -> RustType {
    match entity {
        BodyKind::Json(ty) | BodyKind::Form(ty) => ty.clone(),
        BodyKind::Multipart(id) => RustType::Named(*id),
        BodyKind::Parts => RustType::Runtime("Multipart"),
        BodyKind::Text => RustType::String,
        BodyKind::Bytes => RustType::Runtime("Body"),
    }
}

fn entity_type(cx: &Cx<'_>, entity: &BodyKind) -> TokenStream {
    cx.ty(&rust_type(entity))
}

/// Whether a call can be cloned: bodies that are streams can't.
pub(crate) fn is_cloned(cx: &Cx<'_>, plan: &OperationPlan) -> bool {
    let fixed = |entity: &BodyKind| match entity {
        BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => true,
        BodyKind::Multipart(id) => cx.plan.ty(*id).is_some_and(|ty| !ty.multipart),
        BodyKind::Parts | BodyKind::Bytes => false,
    };
    plan.body
        .as_ref()
        .is_none_or(|body| body.variants.iter().all(|variant| fixed(&variant.kind)))
}

/// Whether the body is moved out of the call when it is sent.
pub(crate) fn needs_mut(body: &BodyPlan) -> bool {
    body.variants.iter().any(|variant| match variant.kind {
        BodyKind::Multipart(_) | BodyKind::Parts | BodyKind::Bytes => true,
        BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => false,
    })
}
