//! The builder of the client: the settings that all of its calls share.

use super::environment;
use super::servers::default_server;
use crate::emit::cx::Cx;
use crate::emit::docs::doc::Doc;
use crate::emit::security;
use crate::ir::SchemeKind;
use crate::plan::{NextPlan, Plan};
use crate::tokens::{TokenStream, quote};

/// What is said of the certificates that the transport brings, since no method sets them: as CommonMark.
fn certificates(plan: &Plan<'_>) -> impl Iterator<Item = String> {
    let schemes = plan.api.schemes.iter();
    let schemes = schemes.filter(|scheme| scheme.kind == SchemeKind::MutualTls);
    schemes.filter_map(|scheme| {
        let text = scheme.description.as_deref()?;
        Some(format!("Certificates `{}`: {text}", scheme.name.replace('`', "'")))
    })
}

/// The builder.
pub(crate) fn builder(cx: &Cx<'_>) -> TokenStream {
    let credentials = cx
        .plan
        .api
        .schemes
        .iter()
        .zip(&cx.plan.names.schemes)
        .enumerate()
        .filter_map(|(index, (scheme, name))| security::setter(cx, scheme, name, index, false));
    let server = (!cx.plan.api.servers.is_empty()).then(|| {
        let docs = Doc::default().own("Chooses one of the servers of the document.");
        let docs = docs.prose(&default_server(cx.plan).unwrap_or_default()).attrs();
        quote! {
            #docs
            #[must_use]
            pub fn server(mut self, server: impl Into<Server>) -> Self {
                self.core = self.core.server(server.into().url());
                self
            }
        }
    });
    let runtime = |name: &str| cx.runtime(&[], name);
    let (retry, timeouts, build_error) = (runtime("RetryPolicy"), runtime("Timeouts"), runtime("BuildError"));
    let (reading, checks, connections) = (runtime("Reading"), runtime("Checks"), runtime("Connections"));
    let rebase = has_links(cx).then(|| {
        quote! {
            /// Requests next pages from the own server where their links name another one, as those of servers behind a proxy do.
            #[must_use]
            pub fn rebase_next_pages(mut self) -> Self {
                self.core = self.core.rebase_next_pages();
                self
            }
        }
    });
    let with_env = environment::setter(cx);
    let transport = |name: &str| cx.runtime(&["transport"], name);
    let (transport, shared) = (transport("Transport"), transport("SharedTransport"));
    let docs = Doc::default().own("The settings of a [`Client`].");
    let docs = certificates(cx.plan).fold(docs, |docs, text| docs.prose(&text)).attrs();
    quote! {
        #docs
        #[derive(Debug)]
        pub struct ClientBuilder { core: v1::CoreBuilder }

        impl ClientBuilder {
            #server
            /// Sends everything to another server, such as `http://127.0.0.1:4010`.
            #[must_use]
            pub fn base_url(mut self, url: impl Into<String>) -> Self {
                self.core = self.core.base_url(url);
                self
            }
            #(#credentials)*
            #with_env
            /// Also sends credentials to that server with operations of which the document does not say what they need.
            #[must_use]
            pub fn trusted_server(mut self, url: impl Into<String>) -> Self {
                self.core = self.core.trusted_server(url);
                self
            }
            /// Sends requests by another transport.
            #[must_use]
            pub fn transport(mut self, transport: impl #transport) -> Self {
                self.core = self.core.transport(transport);
                self
            }
            /// Puts a layer around whole calls, with their retries and redirects. To be around every attempt, wrap the transport.
            #[must_use]
            pub fn wrap_calls(
                mut self,
                wrap: impl FnOnce(#shared)
                    -> #shared + Send + 'static,
            ) -> Self {
                self.core = self.core.wrap_calls(wrap);
                self
            }
            /// Sets when and how often a request is repeated.
            #[must_use]
            pub fn retry(mut self, policy: #retry) -> Self {
                self.core = self.core.retry(policy);
                self
            }
            /// Sets how long connecting, an attempt and a whole call may take.
            #[must_use]
            pub fn timeouts(mut self, timeouts: #timeouts) -> Self {
                self.core = self.core.timeouts(timeouts);
                self
            }
            /// Replaces the header `User-Agent`; an empty text sends none.
            #[must_use]
            pub fn user_agent(mut self, text: impl Into<String>) -> Self {
                self.core = self.core.user_agent(text);
                self
            }
            /// Sends a header with every request.
            #[must_use]
            pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.core = self.core.header(name, value);
                self
            }
            /// Limits the size of responses, in bytes, unless they are streams.
            #[must_use]
            pub fn max_body(mut self, bytes: usize) -> Self {
                self.core = self.core.max_body(bytes);
                self
            }
            /// Sets how bodies are read that differ from the document.
            #[must_use]
            pub fn reading(mut self, reading: #reading) -> Self {
                self.core = self.core.reading(reading);
                self
            }
            /// Sets how the default transport connects: proxy, certificates, idle connections.
            #[must_use]
            pub fn connections(mut self, connections: #connections) -> Self {
                self.core = self.core.connections(connections);
                self
            }
            #rebase
            /// Sets whether requests are checked against the constraints of the document.
            #[must_use]
            pub fn checks(mut self, checks: #checks) -> Self {
                self.core = self.core.checks(checks);
                self
            }
            /// Makes the client.
            ///
            /// # Errors
            ///
            /// What is missing or wrong: the server, the transport, a header.
            pub fn build(self) -> Result<Client, #build_error> {
                self.core.build().map(|core| Client { core })
            }
        }
    }
}

/// Whether any page names the URL of the next one.
fn has_links(cx: &Cx<'_>) -> bool {
    let pages = cx
        .plan
        .operations
        .iter()
        .filter_map(|operation| operation.pages.as_ref());
    let mut next = pages.map(|pages| &pages.next);
    next.any(|next| match next {
        NextPlan::Url(..) | NextPlan::Link => true,
        NextPlan::Cursor(..) | NextPlan::LastItem(..) | NextPlan::Page(..) | NextPlan::Offset(_) => false,
    })
}
