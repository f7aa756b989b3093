//! From an answer to what an operation comes to.

use super::literals::serializable;
use crate::emit::cx::Cx;
use crate::emit::operations::responses::{error_type, success_type};
use crate::ir::{Json, Status};
use crate::plan::{OperationPlan, ResponseBody, ResponseCase, ResponseType, ResponseVariant};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The documented answers, as the runtime looks them up.
pub(crate) fn cases(plan: &OperationPlan) -> TokenStream {
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
            ResponseBody::Empty => quote!(v1::ResponseCase::empty(#status)),
            ResponseBody::Stream | ResponseBody::Events(_) | ResponseBody::Lines(_) => {
                quote!(v1::ResponseCase::stream(#status, #media))
            }
            ResponseBody::Json(_) | ResponseBody::Text | ResponseBody::Bytes => {
                quote!(v1::ResponseCase::new(#status, #media))
            }
        }
    });
    quote!(&[#(#cases),*])
}

/// The function that makes an outcome of a response.
pub(crate) fn decode(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let (success, error) = (success_type(cx, plan), error_type(cx, plan));
    let some = cx.std("Some");
    if plan.cases.is_empty() {
        return quote! {
            #[inline(never)]
            pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<#success, #error> { response.unexpected() }
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
            None => quote!(#some(#index) if response.status() / 100 == 2 => #good, #some(#index) => #bad,),
        }
    });
    quote! {
        #[inline(never)]
        pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<#success, #error> {
            match response.case() { #(#arms)* _ => response.unexpected(), }
        }
    }
}

fn read(cx: &Cx<'_>, plan: &OperationPlan, case: &ResponseCase, success: bool) -> TokenStream {
    let outcome = if success { &plan.success } else { &plan.failure };
    if !success && case.body == ResponseBody::Empty {
        return quote!(response.unexpected());
    }
    let value = match &case.body {
        ResponseBody::Empty => quote!(response.empty()),
        ResponseBody::Json(ty) if cx.plan.types.is_integer(ty) => quote!(response.integers()),
        ResponseBody::Json(_) => quote!(response.json()),
        ResponseBody::Text => quote!(response.text()),
        ResponseBody::Bytes => quote!(response.bytes()),
        ResponseBody::Stream => quote!(response.stream()),
        ResponseBody::Events(None) => quote!(response.text_events()),
        ResponseBody::Events(Some(_)) => quote!(response.events()),
        ResponseBody::Lines(_) => quote!(response.lines()),
    };
    let name = cx.own_item(plan, if success { "Answer" } else { "Failure" });
    let value = match outcome {
        ResponseType::Many(variants) => {
            let same = |variant: &&ResponseVariant| variant.body == case.body && variant.status == case.status;
            let Some(variant) = variants.iter().find(same) else {
                return quote!(response.unexpected());
            };
            let variant = &variant.name;
            match case.body {
                ResponseBody::Empty => quote!(#value.map(|()| #name::#variant)),
                _ => quote!(#value.map(#name::#variant)),
            }
        }
        ResponseType::Nothing if case.body != ResponseBody::Empty => return quote!(response.unexpected()),
        ResponseType::Nothing | ResponseType::One(_) => value,
    };
    if success {
        quote!(v1::success(#value))
    } else {
        quote!(v1::failure(#value))
    }
}
