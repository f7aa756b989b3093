//! The documented headers of an answer: a struct beside the call, and its reader in the wire code.
//!
//! `Headers::of(&response)` rather than members of the answer: the body stays what the document says it is, all headers stay
//! at hand as they came, and an odd header fails only those who ask for it.

use super::calls::{own_item, wire_module};
use super::cx::Cx;
use super::describe::member_docs;
use crate::ir::Header;
use crate::plan::{HeaderPlan, OperationPlan};
use proc_macro2::TokenStream;
use quote::quote;

fn source<'c>(cx: &'c Cx<'_>, plan: &OperationPlan, header: &HeaderPlan) -> Option<&'c Header> {
    let operation = cx.plan.api.operations.get(plan.id.index())?;
    operation.responses.get(header.source.0)?.headers.get(header.source.1)
}

/// The struct, if any header is documented.
pub(super) fn definition(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    if plan.headers.is_empty() {
        return TokenStream::new();
    }
    let (option, result) = (cx.std("Option"), cx.std("Result"));
    let fields = plan.headers.iter().filter_map(|header| {
        let source = source(cx, plan, header)?;
        let docs = member_docs(&source.docs, None, &source.name);
        let (name, ty) = (&header.name, cx.ty(&header.ty));
        let ty = if header.required { ty } else { quote!(#option<#ty>) };
        Some(quote!(#docs pub #name: #ty))
    });
    let wire = wire_module(cx, plan);
    quote! {
        /// The documented headers of a successful answer.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct Headers { #(#fields),* }

        impl Headers {
            /// Reads the headers of an answer.
            ///
            /// # Errors
            ///
            /// Names the header that is missing or is not what is documented; all of them are in `response.headers()` as they came.
            pub fn of<T>(response: &v1::Response<T>) -> #result<Self, v1::HeaderError> {
                #wire::headers(response.headers())
            }
        }
    }
}

/// The reader.
pub(super) fn reader(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    if plan.headers.is_empty() {
        return TokenStream::new();
    }
    let (ok, result) = (cx.std("Ok"), cx.std("Result"));
    let own = own_item(cx, plan, "Headers");
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
