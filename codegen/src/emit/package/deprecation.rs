//! What the API deprecates, which generated code uses all the same.

use crate::ir::Shape;
use crate::plan::Plan;
use crate::tokens::{TokenStream, quote};

/// What the document deprecates is used by the generated code itself.
pub(crate) fn allow_deprecated(plan: &Plan<'_>) -> Option<TokenStream> {
    let reason = "what the API deprecates is for its callers to avoid";
    has_deprecations(plan).then(|| quote!(#![allow(deprecated, reason = #reason)]))
}

pub(crate) fn has_deprecations(plan: &Plan<'_>) -> bool {
    let api = plan.api;
    let fields = |shape: &Shape| match shape {
        Shape::Struct(object) => object.fields.iter().any(|field| field.docs.deprecated),
        Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => false,
    };
    api.types.iter().any(|def| def.docs.deprecated || fields(&def.shape))
        || api
            .operations
            .iter()
            .any(|one| one.docs.deprecated || one.params.iter().any(|param| param.docs.deprecated))
}
