//! Wire code of checked strings.

use super::direction::{reading, writing};
use super::pattern::matcher;
use crate::constraints::StringConstraints;
use crate::emit::cx::Cx;
use crate::ir::{Newtype, StringFormat, StringKind};
use crate::plan::TypePlan;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use std::sync::Arc;

/// The rules of a checked string.
pub(crate) fn newtype_code(cx: &Cx<'_>, ty: &TypePlan<'_>, newtype: &Newtype) -> TokenStream {
    let name = &ty.name;
    let constant = is_const(cx, newtype).then(|| quote!(const));
    let StringConstraints {
        min_length,
        max_length,
        patterns,
    } = &newtype.checks.constraints.strings;
    let length = |name: &str, limit: Option<u64>| {
        let (name, limit) = (format_ident!("{name}"), Literal::u64_unsuffixed(limit?));
        Some(quote!(#name: #limit))
    };
    let pattern = |source: &Arc<str>| {
        let (matcher, source) = (matcher(cx, source)?, &**source);
        Some(quote!(pattern: #source => #matcher))
    };
    let mut rules = Vec::new();
    rules.extend(length("min_length", *min_length));
    rules.extend(length("max_length", *max_length));
    rules.extend(patterns.iter().filter_map(pattern));
    let format = newtype.checks.format;
    rules.extend(format.map(|StringFormat::Uri| quote!(format: "uri" => v1::is_uri)));
    let strict = if ty.usage.received {
        quote!(text)
    } else {
        quote!(strict_text)
    };
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    let redacted = (newtype.kind == StringKind::Secret).then(|| quote!(v1::redact!(#name);));
    quote! {
        #redacted
        v1::text!(#constant #name { #(#rules),* });
        #reading v1::deserialize!(#name => #strict);
        #writing v1::serialize!(#name => text);
    }
}

/// Whether all rules can be checked by the compiler.
fn is_const(cx: &Cx<'_>, newtype: &Newtype) -> bool {
    let patterns = &newtype.checks.constraints.strings.patterns;
    patterns.iter().all(|source| {
        let known = cx.plan.types.patterns.get(&**source);
        known.is_none_or(|(_, pattern)| pattern.is_const())
    })
}
