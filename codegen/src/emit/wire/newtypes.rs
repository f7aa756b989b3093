//! Wire code of checked strings.

use super::direction::{reading, writing};
use super::pattern::matcher;
use crate::emit::cx::Cx;
use crate::ir::{Check, Newtype, StringFormat, StringKind};
use crate::plan::TypePlan;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The rules of a checked string.
pub(crate) fn newtype_code(cx: &Cx<'_>, ty: &TypePlan<'_>, newtype: &Newtype) -> TokenStream {
    let name = &ty.name;
    let constant = is_const(cx, newtype).then(|| quote!(const));
    let rules = newtype.checks.iter().filter_map(|check| match check {
        Check::MinLength(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            Some(quote!(min_length: #limit))
        }
        Check::MaxLength(limit) => {
            let limit = Literal::u64_unsuffixed(*limit);
            Some(quote!(max_length: #limit))
        }
        Check::Pattern(source) => {
            let matcher = matcher(cx, source)?;
            Some(quote!(pattern: #source => #matcher))
        }
        Check::Format(StringFormat::Uri) => Some(quote!(format: "uri" => v1::is_uri)),
        _ => None,
    });
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
    newtype.checks.iter().all(|check| match check {
        Check::Pattern(source) => cx
            .plan
            .types
            .patterns
            .get(source.as_str())
            .is_none_or(|(_, pattern)| pattern.is_const()),
        _ => true,
    })
}
