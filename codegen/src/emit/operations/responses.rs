//! What an operation gives: the enumerations of its successes and of its documented failures.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::{doc_labelled, says_nothing};
use crate::ir::{Operation, Status};
use crate::plan::names::Ident;
use crate::plan::{FailurePlan, OperationPlan, ResponseBody, ResponseVariant, RustType, SharedProperty};
use crate::tokens::{TokenStream, quote};
use indexmap::IndexMap;

/// The enumerations of an operation.
pub(crate) fn definitions(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let responses = &plan.responses;
    let success = responses.success.variants.as_ref();
    let success =
        success.map(|variants| enumeration(cx, plan, &responses.success.ty, "The successful responses.", variants));
    let failure = failure(cx, plan);
    quote!(#success #failure)
}

fn enumeration(
    cx: &Cx<'_>,
    plan: &OperationPlan,
    ty: &RustType,
    docs: &str,
    variants: &[ResponseVariant],
) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id];
    let name = cx.ty(ty);
    let docs = Doc::default().own(docs).attrs();
    let derives = if variants.iter().any(|variant| variant.body.is_stream()) {
        quote!(#[derive(Debug)])
    } else {
        quote!(#[derive(Clone, Debug, PartialEq)])
    };
    let variants = variants.iter().map(|variant| {
        let docs = variant_docs(operation, variant.status).attrs();
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
    let FailurePlan { ty, variants, same_as } = &plan.responses.failure;
    let docs = match variants.is_empty() {
        true => "The documented failures: none so far.",
        false => "The documented failures.",
    };
    let name = cx.ty(ty);
    if let Some(first) = same_as {
        let (docs, first) = (Doc::default().own(docs).attrs(), cx.ty(first));
        return quote!(#docs pub type #name = #first;);
    }
    let enumeration = enumeration(cx, plan, ty, docs, variants);
    // A line for the properties that the same bodies share.
    let mut alike: IndexMap<&[Ident], Vec<TokenStream>> = IndexMap::new();
    for SharedProperty { name, ty, variants, .. } in &plan.shared {
        let ty = match ty {
            RustType::String => quote!(str),
            other => cx.ty(other),
        };
        alike.entry(variants).or_default().push(quote!(#name(#ty)));
    }
    let accessors = alike
        .iter()
        .map(|(variants, properties)| quote!(v1::shared!(#name => #(#properties),* in #(#variants)|*);));
    quote!(#enumeration #(#accessors)*)
}

/// When a response is given: its status, and what the document says of it.
fn variant_docs(operation: &Operation, status: Status) -> Doc {
    let words = match status {
        Status::Code(code) => format!("Status {code}"),
        Status::Range(hundreds) => format!("A status from {hundreds}00 to {hundreds}99"),
        Status::Default => "Any other status".to_owned(),
    };
    let response = operation.responses.iter().find(|response| response.status == status);
    match response.and_then(|response| response.docs.description.as_deref()) {
        Some(text) if !says_nothing(text) => Doc::default().lines(doc_labelled(&words, text)),
        Some(_) | None => Doc::default().own(format!("{words}.")),
    }
}
