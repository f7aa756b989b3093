//! What the generated code re-exports of the runtime: whatever its signatures mention, and what its users meet besides.

use crate::emit::cx::Cx;
use crate::ir::SchemeKind;
use crate::output::Layout;
use crate::plan::{BodyKind, OperationPlan, Plan, RustType, SIGNATURES, ShapePlan, TypePlan};
use crate::tokens::{TokenStream, Word, quote};
use std::collections::BTreeSet;

/// What every type can do that is sent.
const TYPES: &[&str] = &["Validate", "Validator", "Violation", "Violations"];

/// What every client takes and every call comes to.
const CALLS: &[&str] = &[
    "ApiError",
    "BuildError",
    "CallOptions",
    "Checks",
    "Connections",
    "CredentialsError",
    "DecodeError",
    "Deviation",
    "Error",
    "Fault",
    "InvalidRequestError",
    "Kind",
    "Mismatch",
    "PreparedRequest",
    "RawRequest",
    "Reading",
    "Repair",
    "Response",
    "RetryBudget",
    "RetryOn",
    "RetryPolicy",
    "SendError",
    "Sending",
    "Timeouts",
    "UnexpectedResponseError",
    "Untyped",
    "Value",
    "bytes",
    "http",
    "transport",
];

/// What calls an operation again until something has ended, for clients that can ask for something.
const POLLING: &[&str] = &["PollError", "PollPolicy", "Polling", "poll_until"];

/// What verifies and reads deliveries of webhooks.
const DELIVERIES: &[&str] = &["Delivery", "Encoding", "Signature", "WebhookError"];

/// The line that re-exports what a user of the generated code names of the runtime, so that he needs no version of it himself.
pub(super) fn reexports(cx: &Cx<'_>) -> TokenStream {
    let names = runtime_items(cx.plan);
    let names = names.iter().map(|name| Word::new(*name));
    // In somebody else's crate there is no feature to ask for.
    let blocking = (cx.layout == Layout::Crate && !cx.plan.operations.is_empty()).then(|| {
        quote! {
            #[cfg(feature = "blocking")]
            pub use ::specwright_runtime::Waiting;
        }
    });
    let mock = (cx.layout == Layout::Crate && !cx.plan.package.mocks && !cx.plan.operations.is_empty()).then(|| {
        quote! {
            #[cfg(feature = "mock")]
            pub use ::specwright_runtime::mock;
        }
    });
    let signatures = (cx.layout == Layout::Crate && !cx.plan.api.events.is_empty()).then(|| {
        let feature = SIGNATURES;
        let items = DELIVERIES.iter().map(|name| Word::new(*name));
        quote! {
            #[cfg(feature = #feature)]
            pub use ::specwright_runtime::webhook::{#(#items),*};
        }
    });
    // Their pages are part of those of a package, which its readers know; the front page then has a line on each.
    let inline = (cx.layout == Layout::Crate).then(|| quote!(#[doc(inline)]));
    quote! {
        #inline
        pub use ::specwright_runtime::{#(#names),*};
        #blocking
        #mock
        #signatures
    }
}

/// The items, sorted.
fn runtime_items(plan: &Plan<'_>) -> BTreeSet<&'static str> {
    let mut items: BTreeSet<&str> = TYPES.iter().copied().collect();
    for ty in plan.types.iter() {
        of_type(&mut items, ty);
    }
    if !plan.operations.is_empty() {
        items.extend(CALLS);
    }
    for operation in plan.operations.iter() {
        of_operation(&mut items, operation);
    }
    for scheme in &plan.api.schemes {
        items.extend(of_scheme(&scheme.kind));
    }
    // With the secret of its webhooks a receiver verifies them.
    if !plan.api.events.is_empty() {
        items.extend(["Secret"]);
    }
    // Functions that verify them take their headers.
    if plan.api.events.iter().any(|event| event.signature.is_some()) {
        items.extend(["http"]);
    }
    if plan.package.environment.is_some() {
        items.extend(["EnvironmentError"]);
    }
    if plan.api.operations.iter().any(|operation| operation.method == "GET") {
        items.extend(POLLING);
    }
    items
}

fn of_type(items: &mut BTreeSet<&'static str>, ty: &TypePlan<'_>) {
    match &ty.shape {
        ShapePlan::Struct(structure) => {
            for field in &structure.fields {
                field.declared().iter().for_each(|ty| mention(items, ty));
            }
            structure.rest.iter().for_each(|rest| mention(items, &rest.ty));
        }
        // What is not listed is a value, unless it is a string or an integer.
        ShapePlan::Enum(_) => items.extend(["Value"]),
        ShapePlan::Union(union) => {
            items.extend(["Value"]);
            union.variants.iter().for_each(|variant| mention(items, &variant.ty));
        }
        ShapePlan::Newtype(_) => items.extend(["ConstraintError", "Rule"]),
        ShapePlan::Tuple(tuple) => {
            let elements = tuple.elements.iter().chain(&tuple.rest);
            elements.for_each(|element| mention(items, element));
        }
        ShapePlan::Alias(target) => mention(items, target),
    }
}

fn of_operation(items: &mut BTreeSet<&'static str>, operation: &OperationPlan) {
    operation
        .arguments
        .iter()
        .for_each(|argument| mention(items, &argument.ty));
    for variant in operation.body.iter().flat_map(|body| &body.variants) {
        mention_body(items, &variant.kind);
    }
    let responses = &operation.responses;
    mention(items, &responses.success.ty);
    responses.forms.iter().for_each(|form| mention(items, &form.success));
    let successes = responses.success.variants.iter().flatten();
    for variant in successes.chain(&responses.failure.variants) {
        mention(items, &variant.body.rust_type());
    }
    if !operation.headers.is_empty() {
        items.insert("HeaderError");
    }
    operation.headers.iter().for_each(|header| mention(items, &header.ty));
    if operation.polling.is_some() {
        items.extend(POLLING);
    }
    if let Some(pages) = &operation.pages {
        items.extend(["Items", "Pages"]);
        mention(items, &pages.item);
    }
}

fn mention_body(items: &mut BTreeSet<&'static str>, body: &BodyKind) {
    match body {
        BodyKind::Json(ty) | BodyKind::Form(ty) => mention(items, ty),
        BodyKind::Parts => items.extend(["Multipart", "Part", "Body"]),
        BodyKind::Bytes => items.extend(["Body"]),
        BodyKind::Typed => items.extend(["Body", "TypedBody"]),
        BodyKind::Multipart(_) | BodyKind::Text => {}
    }
}

fn of_scheme(kind: &SchemeKind) -> &'static [&'static str] {
    match kind {
        SchemeKind::ApiKey { .. } | SchemeKind::Basic | SchemeKind::Bearer | SchemeKind::Http(_) => {
            &["Credential", "Secret", "TokenProvider"]
        }
        SchemeKind::OAuth2 { .. } => &["Credential", "OAuth2", "Secret", "TokenProvider"],
        SchemeKind::MutualTls => &[],
    }
}

/// Adds what a type is made of.
fn mention(items: &mut BTreeSet<&'static str>, ty: &RustType) {
    match ty {
        RustType::Value => items.extend(["Value"]),
        RustType::Bytes => items.extend(["bytes"]),
        // A file is made of a body.
        RustType::Runtime("Part") => items.extend(["Body", "Part"]),
        // Text that is no Base64 cannot be decoded.
        RustType::Runtime("Base64") => items.extend(["Base64", "ConstraintError", "Rule"]),
        RustType::Runtime("TypedBody") => items.extend(["Body", "TypedBody"]),
        RustType::Runtime("PartStream") => items.extend(["PartStream", "ReceivedPart"]),
        RustType::Runtime("ByteStream") => items.extend(["ByteStream", "SaveError"]),
        RustType::Runtime(name) => items.extend([*name]),
        RustType::Stream(name, item) => {
            items.insert(name);
            if *name == "EventStream" {
                items.extend(["Event", "ReconnectPolicy", "Reconnecting"]);
            }
            mention(items, item);
        }
        RustType::Field(inner) => {
            items.insert("Field");
            mention(items, inner);
        }
        RustType::Vec(inner) | RustType::Map(inner) | RustType::Option(inner) | RustType::Box(inner) => {
            mention(items, inner);
        }
        RustType::Unit
        | RustType::Bool
        | RustType::Integer(_)
        | RustType::F32
        | RustType::F64
        | RustType::String
        | RustType::Named(_)
        | RustType::Item(..)
        | RustType::Foreign(_) => {}
    }
}
