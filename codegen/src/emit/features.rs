//! The cargo features under which the generated code is compiled.

use super::cx::Layout;
use crate::plan::{ModuleId, Plan, WEBHOOKS};
use crate::tokens::{TokenStream, quote};

/// The cargo feature of what only webhooks and callbacks use.
pub(crate) fn webhooks(only: bool) -> Option<Vec<String>> {
    only.then(|| vec![WEBHOOKS.to_owned()])
}

/// The cargo features of tags; none if tags are no features or there is no tag.
pub(crate) fn of_tags(plan: &Plan<'_>, tags: &[usize]) -> Option<Vec<String>> {
    let features = plan.package.tags.as_ref()?;
    let features = tags.iter().filter_map(|tag| features.get(*tag));
    let features: Vec<String> = features.map(|feature| feature.as_str().to_owned()).collect();
    (!features.is_empty()).then_some(features)
}

/// Whether all operations are left out where no feature is on.
pub(crate) fn may_leave_all_out(plan: &Plan<'_>) -> bool {
    let groups = &plan.groups.list;
    plan.groups.in_files && groups.iter().all(|group| of_tags(plan, &group.tags).is_some())
}

/// The condition under which a planned module is compiled.
pub(crate) fn module_gate(plan: &Plan<'_>, id: ModuleId) -> TokenStream {
    gate(features_of(plan, id).as_deref())
}

/// The cargo features with which a planned module is compiled; none if it always is.
fn features_of(plan: &Plan<'_>, id: ModuleId) -> Option<Vec<String>> {
    match plan.operation_in(id) {
        Some(operation) => of_tags(plan, &operation.tags),
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
