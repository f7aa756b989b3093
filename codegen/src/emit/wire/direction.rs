//! The conditions under which wire code is compiled, by the direction in which a type travels.

use crate::emit::cx::{Cx, Layout};
use crate::plan::TypePlan;
use proc_macro2::TokenStream;
use quote::quote;

/// The condition for reading code.
pub(crate) fn reading(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    direction(cx, ty.usage.received)
}

/// The condition for writing code.
pub(crate) fn writing(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    direction(cx, ty.usage.sent)
}

fn direction(cx: &Cx<'_>, needed: bool) -> TokenStream {
    match (needed, cx.layout) {
        // A module of somebody else's crate can't have a feature of its own: both directions are there.
        (true, _) | (false, Layout::File) => TokenStream::new(),
        (false, Layout::Crate) => quote!(#[cfg(feature = "serde-all")]),
    }
}
