//! What an operation gives: the enumerations of its successes and of its documented failures.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::attrs;
use crate::emit::docs::inline_code;
use crate::ir::Status;
use crate::plan::names::Ident;
use crate::plan::{FailurePlan, OperationPlan, ResponseBody, ResponseVariant, RustType, SharedProperty};
use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

/// The enumerations of an operation.
pub(crate) fn definitions(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let responses = &plan.responses;
    let success = responses.success.variants.as_ref();
    let success = success.map(|variants| enumeration(cx, &responses.success.ty, "The successful responses.", variants));
    let failure = failure(cx, plan);
    quote!(#success #failure)
}

fn enumeration(cx: &Cx<'_>, ty: &RustType, docs: &str, variants: &[ResponseVariant]) -> TokenStream {
    let name = cx.ty(ty);
    let docs = attrs(&[], &[docs.to_owned()]);
    let derives = if variants.iter().any(|variant| variant.body.is_stream()) {
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
        let held = (variant.body != ResponseBody::Empty).then(|| {
            let ty = cx.ty(&variant.body.rust_type());
            quote!((#ty))
        });
        quote!(#docs #name #held)
    });
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    }
}

fn failure(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let FailurePlan { ty, variants } = &plan.responses.failure;
    let docs = match variants.is_empty() {
        true => "The documented failures: none so far.",
        false => "The documented failures.",
    };
    let enumeration = enumeration(cx, ty, docs, variants);
    if plan.shared.is_empty() {
        return enumeration;
    }
    let name = cx.ty(ty);
    let accessors = plan.shared.iter().map(|shared| accessor(cx, shared, variants));
    quote! {
        #enumeration
        impl #name { #(#accessors)* }
    }
}

/// A property of the bodies, whatever the status is.
fn accessor(cx: &Cx<'_>, shared: &SharedProperty, variants: &[ResponseVariant]) -> TokenStream {
    let (name, option, some, none) = (&shared.name, cx.std("Option"), cx.std("Some"), cx.std("None"));
    let docs = attrs(
        &[],
        &[format!("The property {} of the body.", inline_code(&shared.property))],
    );
    let ty = match &shared.ty {
        RustType::String => quote!(&str),
        other => cx.ty(other),
    };
    // Bodies that are alike share an arm.
    let mut arms: IndexMap<(&Ident, bool), Vec<&Ident>> = IndexMap::new();
    for holder in &shared.holders {
        let arm = arms.entry((&holder.field, holder.optional)).or_default();
        arm.push(&holder.variant);
    }
    let arms = arms.into_iter().map(|((field, optional), variants)| {
        let value = match (&shared.ty, optional) {
            (RustType::String, true) => quote!(body.#field.as_deref()),
            (RustType::String, false) => quote!(#some(&body.#field)),
            (_, true) => quote!(body.#field),
            (_, false) => quote!(#some(body.#field)),
        };
        quote!(#(Self::#variants(body))|* => #value,)
    });
    let others = (shared.holders.len() < variants.len()).then(|| quote!(_ => #none,));
    quote! {
        #docs
        pub fn #name(&self) -> #option<#ty> {
            match self { #(#arms)* #others }
        }
    }
}

fn status_words(status: Status) -> String {
    match status {
        Status::Code(code) => format!("Status {code}."),
        Status::Range(hundreds) => format!("A status from {hundreds}00 to {hundreds}99."),
        Status::Default => "Any other status.".to_owned(),
    }
}
