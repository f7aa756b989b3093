//! Wire code of enumerations.

use super::direction::{reading, writing};
use super::literals::constant_variant;
use crate::emit::cx::Cx;
use crate::emit::docs::values::json_text;
use crate::ir::{EnumKind, Json};
use crate::plan::{EnumPlan, TypePlan};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The wire code of an enumeration.
pub(crate) fn enum_code(cx: &Cx<'_>, ty: &TypePlan<'_>, plan: &EnumPlan<'_>) -> TokenStream {
    let name = &ty.name;
    let enumeration = plan.source;
    let unknown = plan.open.then(|| quote!(; Unknown));
    let pairs = enumeration.values.iter().zip(&plan.variants);
    let (table, kind) = match enumeration.kind {
        EnumKind::String => {
            let pairs = pairs.map(|(value, variant)| {
                let text = match &value.value {
                    Json::String(text) => text.to_string(),
                    other => json_text(other),
                };
                quote!(#variant => #text)
            });
            (
                quote!(v1::string_enum!(#name { #(#pairs),* #unknown });),
                quote!(string_enum),
            )
        }
        EnumKind::Integer => {
            let pairs = pairs.map(|(value, variant)| {
                let number = match &value.value {
                    Json::Number(text) => crate::number::Number::new(text.clone()).as_i64().unwrap_or_default(),
                    _ => 0,
                };
                let number = Literal::i64_unsuffixed(number);
                quote!(#variant => #number)
            });
            (
                quote!(v1::integer_enum!(#name { #(#pairs),* #unknown });),
                quote!(integer_enum),
            )
        }
        EnumKind::Number | EnumKind::Bool | EnumKind::Mixed => {
            let pairs = pairs.map(|(value, variant)| {
                let value = constant_variant(&value.value);
                quote!(#variant => #value)
            });
            (
                quote!(v1::value_enum!(#name { #(#pairs),* #unknown });),
                quote!(value_enum),
            )
        }
    };
    let (reading, writing) = (reading(cx, ty), writing(cx, ty));
    quote! {
        #table
        #reading v1::deserialize!(#name => #kind);
        #writing v1::serialize!(#name => #kind);
    }
}
