//! The servers of the document.

use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::docs::inline_code;
use crate::ir::Server;
use proc_macro2::TokenStream;
use quote::quote;

/// The enumeration of servers.
pub(crate) fn servers(cx: &Cx<'_>) -> TokenStream {
    if cx.plan.api.servers.is_empty() {
        return TokenStream::new();
    }
    let named = || cx.plan.api.servers.iter().zip(&cx.plan.names.servers);
    let variants = named().map(|(server, name)| {
        let docs = Doc::default().prose(server.description.as_deref().unwrap_or_default());
        let docs = docs.own(inline_code(&server.url)).attrs();
        let fields = variables(server).into_iter().map(|(field, variable)| {
            let docs = Doc::default().prose(variable.description.as_deref().unwrap_or_default());
            let docs = docs.own(format!("Default {}.", inline_code(&variable.default)));
            let values: Vec<String> = variable.values.iter().map(|value| inline_code(value)).collect();
            let values = (!values.is_empty()).then(|| format!("One of {}.", values.join(", ")));
            let docs = docs.own(values.unwrap_or_default()).attrs();
            quote!(#docs #field: String)
        });
        let fields: Vec<TokenStream> = fields.collect();
        let fields = (!fields.is_empty()).then(|| quote!({ #(#fields),* }));
        quote!(#docs #name #fields)
    });
    let urls = named().map(|(server, name)| {
        let url = &server.url;
        let fields = variables(server);
        if fields.is_empty() {
            return quote!(Self::#name => String::from(#url));
        }
        let names: Vec<_> = fields.iter().map(|(field, _)| field.clone()).collect();
        let pairs = fields.iter().map(|(field, variable)| {
            let name = &variable.name;
            quote!((#name, #field.as_str()))
        });
        quote!(Self::#name { #(#names),* } => v1::expand_server(#url, &[#(#pairs),*]))
    });
    quote! {
        /// The servers of the document.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server { #(#variants),* }

        impl Server {
            /// The URL of the server.
            pub fn url(&self) -> String {
                match self { #(#urls),* }
            }
        }
    }
}

fn variables(server: &Server) -> Vec<(proc_macro2::Ident, &crate::ir::ServerVariable)> {
    use crate::plan::names::{Case, Scope};
    let raws: Vec<&str> = server.variables.iter().map(|variable| variable.name.as_str()).collect();
    let names = Scope::new(&[]).claim_all(&raws, Case::Field);
    names
        .into_iter()
        .map(|name| name.token())
        .zip(&server.variables)
        .collect()
}

/// The URL of a server with the defaults of its variables.
pub(crate) fn server_default(server: &Server) -> String {
    let mut url = server.url.clone();
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.name), &variable.default);
    }
    url
}
