//! The client, its builder, and the servers of the document.

use super::calls::{operation_docs, own_item, passed};
use super::cx::Cx;
use super::describe::attrs;
use super::docs::inline_code;
use crate::ir::Server;
use crate::plan::OperationPlan;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The module `client`.
pub(super) fn client(cx: &Cx<'_>) -> TokenStream {
    let api = &cx.plan.api;
    let (name, version) = (&cx.plan.package.name, &cx.plan.package.version);
    let server = api.servers.first().map(|server| {
        let url = server_default(server);
        quote!(.server(#url))
    });
    let ids = &cx.plan.request_ids;
    let request_ids = (*ids != crate::plan::RequestIds::default()).then(|| {
        let (headers, members) = (&ids.headers, &ids.members);
        let (headers, members) = (headers.iter(), members.iter());
        quote!(.request_ids(&[#(#headers),*], &[#(#members),*]))
    });
    let schemes = super::security::schemes(cx);
    let servers = servers(cx);
    let title = if api.info.title.trim().is_empty() {
        "the API".to_owned()
    } else {
        inline_code(api.info.title.trim())
    };
    let client_docs = attrs(
        &[],
        &[format!(
            "A client of {title}. Cheap to clone: all clones share connections and credentials."
        )],
    );
    let methods = operations_by_tag(cx);
    let builder = builder(cx);
    quote! {
        use ::specwright_runtime::v1;

        static API: v1::Api = v1::Api::new(#name, #version) #server #request_ids;

        #schemes
        #servers

        #client_docs
        #[derive(Clone, Debug)]
        pub struct Client { core: v1::Core }

        impl Client {
            /// Starts the settings of a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: v1::CoreBuilder::new(&API) }
            }
        }

        #methods
        #builder
    }
}

/// One `impl` for the operations of each tag, which is a group in the documentation.
fn operations_by_tag(cx: &Cx<'_>) -> TokenStream {
    let mut groups: Vec<(Option<usize>, Vec<&OperationPlan>)> = Vec::new();
    for operation in &cx.plan.operations {
        let tag = operation.tags.first().copied();
        match groups.iter_mut().find(|(known, _)| *known == tag) {
            Some((_, operations)) => operations.push(operation),
            None => groups.push((tag, vec![operation])),
        }
    }
    groups.sort_by_key(|(tag, _)| tag.map_or(usize::MAX, |tag| tag));
    let groups = groups.iter().map(|(tag, operations)| {
        let docs = tag.and_then(|tag| cx.plan.api.tags.get(tag)).map(|tag| {
            let prose: Vec<String> = tag.description.iter().cloned().collect();
            attrs(&[], &[format!("# {}", inline_code(&tag.name))])
                .into_iter()
                .chain(attrs(&prose, &[]))
                .collect::<TokenStream>()
        });
        let methods = operations.iter().map(|operation| method(cx, operation));
        quote! {
            #docs
            impl Client { #(#methods)* }
        }
    });
    quote!(#(#groups)*)
}

fn method(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id.index()];
    let docs = operation_docs(operation);
    let name = &plan.name;
    let call = own_item(cx, plan, "Call");
    let positional: Vec<_> = plan.arguments.iter().filter(|argument| argument.positional).collect();
    let arguments = positional.iter().map(|argument| passed(cx, plan, argument).0);
    let values = positional.iter().map(|argument| passed(cx, plan, argument).1);
    let many = (positional.len() + 1 > 7)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the path has as many parameters")]));
    let feature = super::tree::feature_gate(cx.plan, cx.layout, plan);
    quote! {
        #docs
        #feature
        #many
        pub fn #name(&self, #(#arguments),*) -> #call {
            #call::new(&self.core, #(#values),*)
        }
    }
}

fn builder(cx: &Cx<'_>) -> TokenStream {
    let (into, string, result) = (cx.std("Into"), cx.std("String"), cx.std("Result"));
    let credentials = cx
        .plan
        .api
        .schemes
        .iter()
        .zip(&cx.plan.schemes)
        .enumerate()
        .filter_map(|(index, (scheme, name))| super::security::setter(cx, scheme, name, index, false));
    let server = (!cx.plan.api.servers.is_empty()).then(|| {
        quote! {
            /// Chooses one of the servers of the document.
            #[must_use]
            pub fn server(mut self, server: Server) -> Self {
                self.core = self.core.server(server.url());
                self
            }
        }
    });
    quote! {
        /// The settings of a [`Client`].
        #[derive(Debug)]
        pub struct ClientBuilder { core: v1::CoreBuilder }

        impl ClientBuilder {
            #server
            /// Sends everything to another server, such as `http://127.0.0.1:4010`.
            #[must_use]
            pub fn base_url(mut self, url: impl #into<#string>) -> Self {
                self.core = self.core.base_url(url);
                self
            }
            #(#credentials)*
            /// Sends requests by another transport.
            #[must_use]
            pub fn transport(mut self, transport: impl ::specwright_runtime::transport::Transport) -> Self {
                self.core = self.core.transport(transport);
                self
            }
            /// Puts a layer around whole calls, with their retries and redirects. To be around every attempt, wrap the transport.
            #[must_use]
            pub fn wrap_calls(
                mut self,
                wrap: impl ::std::ops::FnOnce(::specwright_runtime::transport::SharedTransport)
                    -> ::specwright_runtime::transport::SharedTransport + 'static,
            ) -> Self {
                self.core = self.core.wrap_calls(wrap);
                self
            }
            /// Sets when and how often a request is repeated.
            #[must_use]
            pub fn retry(mut self, policy: ::specwright_runtime::RetryPolicy) -> Self {
                self.core = self.core.retry(policy);
                self
            }
            /// Sets how long connecting, an attempt and a whole call may take.
            #[must_use]
            pub fn timeouts(mut self, timeouts: ::specwright_runtime::Timeouts) -> Self {
                self.core = self.core.timeouts(timeouts);
                self
            }
            /// Replaces the header `User-Agent`; an empty text sends none.
            #[must_use]
            pub fn user_agent(mut self, text: impl #into<#string>) -> Self {
                self.core = self.core.user_agent(text);
                self
            }
            /// Sends a header with every request.
            #[must_use]
            pub fn header(mut self, name: impl #into<#string>, value: impl #into<#string>) -> Self {
                self.core = self.core.header(name, value);
                self
            }
            /// Limits the size of answers, in bytes, unless they are streams.
            #[must_use]
            pub fn max_body(mut self, bytes: usize) -> Self {
                self.core = self.core.max_body(bytes);
                self
            }
            /// Makes the client.
            ///
            /// # Errors
            ///
            /// What is missing or wrong: the server, the transport, a header.
            pub fn build(self) -> #result<Client, ::specwright_runtime::BuildError> {
                self.core.build().map(|core| Client { core })
            }
        }
    }
}

/// The enumeration of servers.
fn servers(cx: &Cx<'_>) -> TokenStream {
    if cx.plan.api.servers.is_empty() {
        return TokenStream::new();
    }
    let string = cx.std("String");
    let variants = cx.plan.api.servers.iter().zip(&cx.plan.servers).map(|(server, name)| {
        let prose: Vec<String> = server.description.iter().cloned().collect();
        let docs = attrs(&prose, &[inline_code(&server.url)]);
        let fields = variables(server).into_iter().map(|(field, variable)| {
            let prose: Vec<String> = variable.description.iter().cloned().collect();
            let docs = attrs(&prose, &[format!("Default: {}", inline_code(&variable.default))]);
            quote!(#docs #field: #string)
        });
        let fields: Vec<TokenStream> = fields.collect();
        let fields = (!fields.is_empty()).then(|| quote!({ #(#fields),* }));
        quote!(#docs #name #fields)
    });
    let urls = cx.plan.api.servers.iter().zip(&cx.plan.servers).map(|(server, name)| {
        let url = &server.url;
        let fields = variables(server);
        if fields.is_empty() {
            return quote!(Self::#name => #string::from(#url));
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
            pub fn url(&self) -> #string {
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
pub(super) fn server_default(server: &Server) -> String {
    let mut url = server.url.clone();
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.name), &variable.default);
    }
    url
}

/// The modules that the crate re-exports at its root, by name.
pub(super) fn reexports(cx: &Cx<'_>) -> TokenStream {
    let server = (!cx.plan.api.servers.is_empty()).then(|| {
        let server = format_ident!("Server");
        quote!(, #server)
    });
    quote!(pub use self::client::{Client, ClientBuilder #server};)
}
