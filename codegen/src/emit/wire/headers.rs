//! From the headers of a response to the struct of those that are documented.

use crate::emit::cx::Cx;
use crate::emit::operations::headers::source;
use crate::plan::{Item, OperationPlan};
use proc_macro2::TokenStream;
use quote::quote;

/// The reader.
pub(crate) fn reader(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    if plan.headers.is_empty() {
        return TokenStream::new();
    }
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let own = cx.ty(&plan.item(Item::Headers));
    let members = plan.headers.iter().filter_map(|header| {
        let source = source(cx, plan, header)?;
        let (name, wire, explode) = (&header.name, source.name.to_ascii_lowercase(), source.explode);
        let read = if source.json {
            quote!(v1::json_header(headers, #wire)?)
        } else {
            quote!(v1::header(headers, #wire, #explode)?)
        };
        Some(match header.required {
            true => quote!(#name: v1::required_header(#read, #wire)?),
            false => quote!(#name: #read),
        })
    });
    quote! {
        #[inline(never)]
        pub(crate) fn headers(headers: &::specwright_runtime::http::HeaderMap) -> #result<#own, v1::HeaderError> {
            #ok(#own { #(#members),* })
        }
    }
}
