//! Operations: the module of each, with its types and its call.

pub(crate) mod bodies;
pub(crate) mod call;
pub(crate) mod groups;
pub(crate) mod headers;
pub(crate) mod pages;
mod polling;
pub(crate) mod responses;

use super::cx::{Cx, Layout};
use super::docs::doc::Doc;
use super::docs::{self, inline_code};
use super::layout::Tokens;
use super::types;
use crate::plan::{OperationPlan, Plan};
use crate::tokens::quote;

/// The module of an operation.
pub(crate) fn module(plan: &Plan<'_>, layout: Layout, operation: &OperationPlan) -> Tokens {
    let cx = Cx::definitions(plan, layout, operation.module);
    let docs = about(plan, operation)
        .lines(docs::wrapped(&docs::method::outcome(&cx, operation)))
        .inner();
    let types = types::items(&cx, operation.module);
    let outcomes = responses::definitions(&cx, operation);
    let headers = headers::definition(&cx, operation);
    let body = bodies::body_enum(&cx, operation);
    let call = call::call(&cx, operation);
    let future = call::into_future(&cx, operation);
    let uses = cx.uses_with_v1();
    Tokens {
        inner: docs,
        items: quote!(#uses #types #body #outcomes #headers #call #future),
    }
}

/// What an operation is for, with its method and path.
fn about(plan: &Plan<'_>, operation: &OperationPlan) -> Doc {
    let (said, title) = (said(plan, operation), title(plan, operation));
    Doc::default().own(match said.trim_end_matches(['.', ':']) {
        "" => title,
        said => format!("{said}: {title}"),
    })
}

/// The method and the path of an operation.
pub(crate) fn title(plan: &Plan<'_>, operation: &OperationPlan) -> String {
    inline_code(&plan.api.operations[operation.id].place())
}

/// What an operation is for, on one line; its method and path if the document does not say.
pub(crate) fn summary(plan: &Plan<'_>, operation: &OperationPlan) -> String {
    match said(plan, operation) {
        said if said.is_empty() => title(plan, operation),
        said => said,
    }
}

/// The first sentence of what the document says about an operation.
fn said(plan: &Plan<'_>, operation: &OperationPlan) -> String {
    let docs = &plan.api.operations[operation.id].docs;
    let said = docs.title.as_deref().or(docs.description.as_deref());
    said.map(docs::summary).unwrap_or_default()
}
