//! What an operation comes to: types of successes and documented errors, and how an answer becomes one of them.

use super::calls::own_item;
use super::cx::Cx;
use super::describe::attrs;
use super::literals::serializable;
use crate::ir::{Json, Status};
use crate::plan::{OperationPlan, ResponseBody, ResponseCase, ResponseType, ResponseVariant};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The type of a success.
pub(super) fn success_type(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    match &plan.success {
        ResponseType::Nothing => quote!(()),
        ResponseType::One(answer) => answer_type(cx, answer),
        ResponseType::Many(_) => own_item(cx, plan, "Answer"),
    }
}

/// The type of a documented error.
pub(super) fn error_type(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    match &plan.failure {
        ResponseType::Nothing => quote!(::std::convert::Infallible),
        ResponseType::One(answer) => answer_type(cx, answer),
        ResponseType::Many(_) => own_item(cx, plan, "Failure"),
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
pub(super) fn definitions(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
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

/// The documented answers, as the runtime looks them up.
pub(super) fn cases(plan: &OperationPlan) -> TokenStream {
    let cases = plan.cases.iter().map(|case| {
        let status = match case.status {
            Status::Code(code) => {
                let code = Literal::u16_unsuffixed(code);
                quote!(v1::Status::Code(#code))
            }
            Status::Range(hundreds) => {
                let hundreds = Literal::u8_unsuffixed(hundreds);
                quote!(v1::Status::Range(#hundreds))
            }
            Status::Default => quote!(v1::Status::Default),
        };
        let media = serializable(&Json::String(case.media_type.as_str().into()));
        match case.body {
            ResponseBody::Empty => quote!(v1::AnswerCase::empty(#status)),
            ResponseBody::Stream | ResponseBody::Events(_) | ResponseBody::Lines(_) => {
                quote!(v1::AnswerCase::stream(#status, #media))
            }
            ResponseBody::Json(_) | ResponseBody::Text | ResponseBody::Bytes => {
                quote!(v1::AnswerCase::new(#status, #media))
            }
        }
    });
    quote!(&[#(#cases),*])
}

/// The function that makes an outcome of an answer.
pub(super) fn decode(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let (success, error) = (success_type(cx, plan), error_type(cx, plan));
    let some = cx.std("Some");
    if plan.cases.is_empty() {
        return quote! {
            #[inline(never)]
            pub(crate) fn decode(answer: &mut v1::Answer) -> v1::Outcome<#success, #error> { answer.unexpected() }
        };
    }
    let arms = plan.cases.iter().enumerate().map(|(index, case)| {
        let index = Literal::usize_unsuffixed(index);
        let good = read(cx, plan, case, true);
        let bad = read(cx, plan, case, false);
        match case.success {
            Some(true) => quote!(#some(#index) => #good,),
            Some(false) => quote!(#some(#index) => #bad,),
            // Only the status tells what a lone `default` is.
            None => quote!(#some(#index) if answer.status() / 100 == 2 => #good, #some(#index) => #bad,),
        }
    });
    quote! {
        #[inline(never)]
        pub(crate) fn decode(answer: &mut v1::Answer) -> v1::Outcome<#success, #error> {
            match answer.case() { #(#arms)* _ => answer.unexpected(), }
        }
    }
}

fn read(cx: &Cx<'_>, plan: &OperationPlan, case: &ResponseCase, success: bool) -> TokenStream {
    let outcome = if success { &plan.success } else { &plan.failure };
    if !success && case.body == ResponseBody::Empty {
        return quote!(answer.unexpected());
    }
    let value = match &case.body {
        ResponseBody::Empty => quote!(answer.empty()),
        ResponseBody::Json(ty) if cx.plan.is_integer(ty) => quote!(answer.integers()),
        ResponseBody::Json(_) => quote!(answer.json()),
        ResponseBody::Text => quote!(answer.text()),
        ResponseBody::Bytes => quote!(answer.bytes()),
        ResponseBody::Stream => quote!(answer.stream()),
        ResponseBody::Events(None) => quote!(answer.text_events()),
        ResponseBody::Events(Some(_)) => quote!(answer.events()),
        ResponseBody::Lines(_) => quote!(answer.lines()),
    };
    let name = own_item(cx, plan, if success { "Answer" } else { "Failure" });
    let value = match outcome {
        ResponseType::Many(variants) => {
            let same = |variant: &&ResponseVariant| variant.body == case.body && variant.status == case.status;
            let Some(variant) = variants.iter().find(same) else {
                return quote!(answer.unexpected());
            };
            let variant = &variant.name;
            match case.body {
                ResponseBody::Empty => quote!(#value.map(|()| #name::#variant)),
                _ => quote!(#value.map(#name::#variant)),
            }
        }
        ResponseType::Nothing if case.body != ResponseBody::Empty => return quote!(answer.unexpected()),
        ResponseType::Nothing | ResponseType::One(_) => value,
    };
    if success {
        quote!(v1::success(#value))
    } else {
        quote!(v1::failure(#value))
    }
}
