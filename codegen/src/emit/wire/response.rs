//! From a response to the result of an operation.

use super::literals::serializable;
use crate::emit::cx::Cx;
use crate::ir::{Json, Status};
use crate::plan::names::Ident;
use crate::plan::{Meaning, OperationPlan, Reading, ResponseBody, ResponseCase, RustType};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The documented responses, as the runtime looks them up.
pub(crate) fn cases(cases: &[ResponseCase]) -> TokenStream {
    let cases = cases.iter().map(|case| {
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

/// The functions that make an outcome of a response, one for each form of the call.
pub(crate) fn decode(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let responses = &plan.responses;
    let plain = function(cx, plan, &quote!(decode), &responses.success.ty, &responses.cases);
    let forms = responses.forms.iter().map(|form| {
        let name = &form.decode;
        function(cx, plan, &quote!(#name), &form.success, &form.cases)
    });
    quote!(#plain #(#forms)*)
}

/// The function that makes an outcome of a response to one form of the call.
fn function(
    cx: &Cx<'_>,
    plan: &OperationPlan,
    name: &TokenStream,
    success: &RustType,
    cases: &[ResponseCase],
) -> TokenStream {
    let (success, failure) = (cx.ty(success), cx.ty(&plan.responses.failure.ty));
    let arms = cases
        .iter()
        .enumerate()
        .map(|(index, case)| arm(cx, &success, &failure, index, case));
    quote! {
        #[inline(never)]
        pub(crate) fn #name(response: &mut v1::RawResponse) -> v1::Outcome<#success, #failure> {
            match response.case() { #(#arms)* _ => response.unexpected(), }
        }
    }
}

fn arm(cx: &Cx<'_>, success: &TokenStream, failure: &TokenStream, index: usize, case: &ResponseCase) -> TokenStream {
    let (some, index) = (cx.std("Some"), Literal::usize_unsuffixed(index));
    let read_success = |reading: &Reading| {
        let value = read(cx, &case.body);
        let value = match (reading, &case.body) {
            (Reading::Whole, _) => value,
            (Reading::Variant(variant), body) => as_variant(success, variant, body, value),
            (Reading::Optional, ResponseBody::Empty) => {
                let none = cx.std("None");
                quote!(#value.map(|()| #none))
            }
            (Reading::Optional, _) => quote!(#value.map(#some)),
        };
        quote!(v1::success(#value))
    };
    let read_failure = |variant: &Ident| {
        let value = as_variant(failure, variant, &case.body, read(cx, &case.body));
        quote!(v1::failure(#value))
    };
    match &case.meaning {
        Meaning::Success(reading) => {
            let read = read_success(reading);
            quote!(#some(#index) => #read,)
        }
        Meaning::Failure(variant) => {
            let read = read_failure(variant);
            quote!(#some(#index) => #read,)
        }
        Meaning::ByStatus { success, failure } => {
            let good = success.as_ref().map_or(quote!(response.unexpected()), read_success);
            let bad = read_failure(failure);
            quote!(#some(#index) if response.status() / 100 == 2 => #good, #some(#index) => #bad,)
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

/// Puts what was read into a variant of an enumeration.
fn as_variant(ty: &TokenStream, variant: &Ident, body: &ResponseBody, value: TokenStream) -> TokenStream {
    match body {
        ResponseBody::Empty => quote!(#value.map(|()| #ty::#variant)),
        _ => quote!(#value.map(#ty::#variant)),
    }
}
