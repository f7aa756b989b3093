//! From a response to the result of an operation.

use super::literals::serializable;
use crate::emit::cx::Cx;
use crate::ir::{Json, Status};
use crate::plan::names::Ident;
use crate::plan::{Meaning, OperationPlan, ResponseBody, ResponseCase};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The documented responses, as the runtime looks them up.
pub(crate) fn cases(plan: &OperationPlan) -> TokenStream {
    let cases = plan.responses.cases.iter().map(|case| {
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
        match &case.body {
            ResponseBody::Empty => quote!(v1::ResponseCase::empty(#status)),
            body if body.is_stream() => quote!(v1::ResponseCase::stream(#status, #media)),
            _ => quote!(v1::ResponseCase::new(#status, #media)),
        }
    });
    quote!(&[#(#cases),*])
}

/// The function that makes an outcome of a response.
pub(crate) fn decode(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let responses = &plan.responses;
    let (success, failure) = (cx.ty(&responses.success.ty), cx.ty(&responses.failure.ty));
    let some = cx.std("Some");
    let arms = responses.cases.iter().enumerate().map(|(index, case)| {
        let index = Literal::usize_unsuffixed(index);
        let read_success = |variant: Option<&Ident>| {
            let value = as_variant(&success, variant, case, read(cx, &case.body));
            quote!(v1::success(#value))
        };
        let read_failure = |variant: &Ident| {
            let value = as_variant(&failure, Some(variant), case, read(cx, &case.body));
            quote!(v1::failure(#value))
        };
        match &case.meaning {
            Meaning::Success(variant) => {
                let read = read_success(variant.as_ref());
                quote!(#some(#index) => #read,)
            }
            Meaning::Failure(variant) => {
                let read = read_failure(variant);
                quote!(#some(#index) => #read,)
            }
            Meaning::ByStatus { success, failure } => {
                let (good, bad) = (read_success(success.as_ref()), read_failure(failure));
                quote!(#some(#index) if response.status() / 100 == 2 => #good, #some(#index) => #bad,)
            }
        }
    });
    quote! {
        #[inline(never)]
        pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<#success, #failure> {
            match response.case() { #(#arms)* _ => response.unexpected(), }
        }
    }
}

/// Reads a body.
fn read(cx: &Cx<'_>, body: &ResponseBody) -> TokenStream {
    match body {
        ResponseBody::Empty => quote!(response.empty()),
        ResponseBody::Json(ty) if cx.plan.types.is_integer(ty) => quote!(response.integers()),
        ResponseBody::Json(_) => quote!(response.json()),
        ResponseBody::Text => quote!(response.text()),
        ResponseBody::Bytes => quote!(response.bytes()),
        ResponseBody::Stream => quote!(response.stream()),
        ResponseBody::Events(None) => quote!(response.text_events()),
        ResponseBody::Events(Some(_)) => quote!(response.events()),
        ResponseBody::Lines(_) => quote!(response.lines()),
    }
}

/// Puts what was read into a variant of an enumeration, where there is one.
fn as_variant(ty: &TokenStream, variant: Option<&Ident>, case: &ResponseCase, value: TokenStream) -> TokenStream {
    match (variant, &case.body) {
        (None, _) => value,
        (Some(variant), ResponseBody::Empty) => quote!(#value.map(|()| #ty::#variant)),
        (Some(variant), _) => quote!(#value.map(#ty::#variant)),
    }
}
