//! What an operation comes to: types of successes and documented errors.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::attrs;
use crate::ir::Status;
use crate::plan::{OperationPlan, ResponseBody, ResponseType, ResponseVariant};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of a success.
pub(crate) fn success_type(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    match &plan.success {
        ResponseType::Nothing => quote!(()),
        ResponseType::One(answer) => answer_type(cx, answer),
        ResponseType::Many(_) => cx.own_item(plan, "Answer"),
    }
}

/// The type of a documented error.
pub(crate) fn error_type(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    match &plan.failure {
        ResponseType::Nothing => quote!(::std::convert::Infallible),
        ResponseType::One(answer) => answer_type(cx, answer),
        ResponseType::Many(_) => cx.own_item(plan, "Failure"),
    }
}

fn answer_type(cx: &Cx<'_>, answer: &ResponseBody) -> TokenStream {
    match answer {
        ResponseBody::Empty => quote!(()),
        ResponseBody::Json(ty) => cx.ty(ty),
        ResponseBody::Text => cx.std("String"),
        ResponseBody::Bytes => quote!(::specwright_runtime::bytes::Bytes),
        ResponseBody::Stream => quote!(::specwright_runtime::ByteStream),
        ResponseBody::Events(None) => {
            let string = cx.std("String");
            quote!(::specwright_runtime::EventStream<#string>)
        }
        ResponseBody::Events(Some(ty)) => {
            let ty = cx.ty(ty);
            quote!(::specwright_runtime::EventStream<#ty>)
        }
        ResponseBody::Lines(ty) => {
            let ty = cx.ty(ty);
            quote!(::specwright_runtime::JsonLines<#ty>)
        }
    }
}

/// The enumerations of an operation with several successes or errors.
pub(crate) fn definitions(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let success = match &plan.success {
        ResponseType::Many(variants) => enumeration(cx, "Answer", "The successful answers.", variants),
        ResponseType::Nothing | ResponseType::One(_) => TokenStream::new(),
    };
    let failure = match &plan.failure {
        ResponseType::Many(variants) => enumeration(cx, "Failure", "The documented errors.", variants),
        ResponseType::Nothing | ResponseType::One(_) => TokenStream::new(),
    };
    quote!(#success #failure)
}

fn enumeration(cx: &Cx<'_>, name: &str, docs: &str, variants: &[ResponseVariant]) -> TokenStream {
    let name = quote::format_ident!("{name}");
    let docs = attrs(&[], &[docs.to_owned()]);
    let streams = |answer: &ResponseBody| {
        matches!(
            answer,
            ResponseBody::Stream | ResponseBody::Events(_) | ResponseBody::Lines(_)
        )
    };
    let derives = if variants.iter().any(|variant| streams(&variant.body)) {
        quote! {
            #[derive(Debug)]
            #[allow(clippy::large_enum_variant, reason = "there is one of it for a call")]
        }
    } else {
        quote!(#[derive(Clone, Debug, PartialEq)])
    };
    let variants = variants.iter().map(|variant| {
        let docs = attrs(&[], &[status_words(variant.status)]);
        let name = &variant.name;
        match &variant.body {
            ResponseBody::Empty => quote!(#docs #name),
            answer => {
                let ty = answer_type(cx, answer);
                quote!(#docs #name(#ty))
            }
        }
    });
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    }
}

fn status_words(status: Status) -> String {
    match status {
        Status::Code(code) => format!("Status {code}."),
        Status::Range(hundreds) => format!("A status from {hundreds}00 to {hundreds}99."),
        Status::Default => "Any other status.".to_owned(),
    }
}
