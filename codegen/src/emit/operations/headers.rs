//! The documented headers of a response: a struct beside the call. Its reader is wire code.
//!
//! `Headers::of(&response)` rather than fields of the response: the body stays what the document says it is, all headers stay
//! at hand as they came, and an odd header fails only those who ask for it.

use crate::emit::cx::Cx;
use crate::emit::docs::describe::header_docs;
use crate::ir::Header;
use crate::plan::names::Ident;
use crate::plan::names::reserved::UNREAD;
use crate::plan::{HeaderPlan, Item, OperationPlan};
use crate::tokens::{TokenStream, quote};

/// The documented header that a plan is made of.
pub(crate) fn source<'c>(cx: &'c Cx<'_>, plan: &OperationPlan, header: &HeaderPlan) -> Option<&'c Header> {
    let operation = cx.plan.api.operations.get(plan.id)?;
    operation.responses.get(header.source.0)?.headers.get(header.source.1)
}

/// The struct, if any header is documented.
pub(crate) fn definition(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    if plan.headers.is_empty() {
        return TokenStream::new();
    }
    let fields = plan.headers.iter().filter_map(|header| {
        let source = source(cx, plan, header)?;
        let docs = header_docs(source, &header.name);
        let (name, ty) = (&header.name, cx.ty(&header.ty));
        let ty = if header.required { ty } else { quote!(Option<#ty>) };
        Some(quote!(#docs pub #name: #ty))
    });
    let (unread, reader) = unread(plan);
    let (name, wire) = (cx.ty(&plan.item(Item::Headers)), cx.wire_module(plan));
    quote! {
        /// The documented headers of a successful response.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* #unread }

        impl #name {
            /// Reads the headers of a response.
            ///
            /// # Errors
            ///
            /// Names the required header that is missing or is not what is documented; all of them are in `response.headers()` as they came.
            pub fn of<T>(response: &v1::Response<T>) -> Result<Self, v1::HeaderError> {
                #wire::headers(response.headers())
            }

            #reader
        }
    }
}

/// The optional headers that could not be read: the field that has them, and the method that tells of them.
fn unread(plan: &OperationPlan) -> (TokenStream, TokenStream) {
    if plan.headers.iter().all(|header| header.required) {
        return (TokenStream::new(), TokenStream::new());
    }
    let name = Ident::of_path(UNREAD);
    let field = quote!(pub(crate) #name: v1::UnreadHeaders);
    let reader = quote! {
        /// The optional headers that are present and are not what is documented; their fields are `None`.
        pub fn unread(&self) -> &[v1::HeaderError] {
            self.#name.errors()
        }
    };
    (field, reader)
}
