//! The cargo features under which the generated code is compiled.

use super::cx::Layout;
use crate::plan::{ModuleId, OperationPlan, Plan, WEBHOOKS};
use proc_macro2::TokenStream;
use quote::quote;

/// The cargo feature of what only webhooks and callbacks use.
pub(crate) fn webhooks(only: bool) -> Option<Vec<String>> {
    only.then(|| vec![WEBHOOKS.to_owned()])
}

/// The cargo features of an operation's tags; none if tags are no features or it has no tag.
fn features(plan: &Plan<'_>, operation: &OperationPlan) -> Option<Vec<String>> {
    let tags = plan.package.tags.as_ref()?;
    let features: Vec<String> = operation
        .tags
        .iter()
        .filter_map(|tag| tags.get(*tag))
        .map(|tag| tag.as_str().to_owned())
        .collect();
    (!features.is_empty()).then_some(features)
}

/// The condition under which an operation is compiled.
pub(crate) fn feature_gate(plan: &Plan<'_>, layout: Layout, operation: &OperationPlan) -> TokenStream {
    gated(features(plan, operation).as_deref(), layout)
}

/// The condition under which a planned module is compiled.
pub(crate) fn module_gate(plan: &Plan<'_>, id: ModuleId) -> TokenStream {
    gate(features_of(plan, id).as_deref())
}

/// The cargo features with which a planned module is compiled; none if it always is.
pub(crate) fn features_of(plan: &Plan<'_>, id: ModuleId) -> Option<Vec<String>> {
    match plan.operation_in(id) {
        Some(operation) => features(plan, operation),
        None => webhooks(plan.package.events_only.modules.contains(&id)),
    }
}

/// The condition under which a module is compiled. A module of somebody else's crate has no features of its own.
pub(crate) fn gated(features: Option<&[String]>, layout: Layout) -> TokenStream {
    match layout {
        Layout::Crate => gate(features),
        Layout::File => TokenStream::new(),
    }
}

fn gate(features: Option<&[String]>) -> TokenStream {
    match features {
        None => TokenStream::new(),
        Some([only]) => quote!(#[cfg(feature = #only)]),
        Some(several) => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}
