//! The client: its methods, in groups.

mod builder;
mod environment;
pub(crate) mod servers;

use super::cx::{Cx, Layout};
use super::docs::doc::Doc;
use super::docs::inline_code;
use super::docs::method::method_docs;
use super::features;
use super::operations::call::passed;
use super::operations::groups::heading;
use super::wire::names::received;
use crate::plan::{Group, Item, OperationPlan, ServerPlan};
use crate::tokens::{TokenStream, Word, quote};
use servers::server_default;

/// The module `client`.
pub(crate) fn client(cx: &Cx<'_>) -> TokenStream {
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
    let names = (!received(api).is_empty()).then(|| {
        let names = cx.wire_names();
        quote!(.names(#names))
    });
    let messages = messages(&cx.plan.messages);
    let servers = servers::servers(cx);
    let title = if api.info.title.trim().is_empty() {
        "the API".to_owned()
    } else {
        inline_code(api.info.title.trim())
    };
    let client_docs = Doc::default().own(format!(
        "A client of {title}. Cheap to clone: all clones share connections and credentials."
    ));
    let client_docs = client_docs.attrs();
    let groups = cx.plan.groups.list.iter();
    let methods = groups
        .filter(|group| !cx.plan.groups.in_files || group.module.is_none())
        .map(|group| methods(cx, group));
    let builder = builder::builder(cx);
    let unread = features::may_leave_all_out(cx.plan)
        .then(|| quote!(#[allow(dead_code, reason = "features leave operations out")]));
    let methods: Vec<TokenStream> = methods.collect();
    let (variables, from_env) = (environment::variables(cx), environment::constructor(cx));
    let method = cx.runtime(&["http"], "Method");
    let uses = cx.uses_with_v1();
    quote! {
        #uses

        static API: v1::Api = v1::Api::new(#name, #version) #server #request_ids #messages #names;
        #variables

        #servers

        #client_docs
        #[derive(Clone, Debug)]
        pub struct Client { #unread core: v1::Core }

        impl Client {
            /// Starts the settings of a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: v1::CoreBuilder::new(&API) }
            }

            #from_env

            /// A request that the document does not describe, with the server, credentials, retries and limits of this client. `target`
            /// is a path with its query, or a URL.
            pub fn raw_request(&self, method: #method, target: impl Into<String>) -> v1::RawRequest {
                v1::RawRequest::new(&self.core, method, target)
            }
        }

        #(#methods)*
        #builder
    }
}

/// Where the server says what went wrong.
fn messages(paths: &[Vec<String>]) -> Option<TokenStream> {
    let paths: Vec<TokenStream> = paths.iter().map(|path| quote!(&[#(#path),*])).collect();
    (!paths.is_empty()).then(|| quote!(.messages(&[#(#paths),*])))
}

/// The module of a group of operations.
pub(crate) fn group(cx: &Cx<'_>, group: &Group) -> TokenStream {
    let methods = methods(cx, group);
    let uses = cx.uses_with_client();
    quote!(#uses #methods)
}

/// The methods for a group of operations: an `impl`, which the documentation shows under its heading.
fn methods(cx: &Cx<'_>, group: &Group) -> TokenStream {
    let docs = heading(cx.plan, group);
    let operations = group.operations.iter();
    let methods = operations.map(|id| method(cx, &cx.plan.operations[*id]));
    quote! {
        #docs
        impl Client { #(#methods)* }
    }
}

fn method(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let docs = method_docs(cx, plan);
    let name = &plan.name;
    let call = cx.ty(&plan.item(Item::Call));
    let positional: Vec<_> = plan.arguments.iter().filter(|argument| argument.positional).collect();
    let arguments = positional.iter().map(|argument| passed(cx, argument).0);
    let values = positional.iter().map(|argument| passed(cx, argument).1);
    let many = (positional.len() + 1 > 7)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the path has as many parameters")]));
    quote! {
        #docs
        #many
        pub fn #name(&self, #(#arguments),*) -> #call {
            #call::new(&self.core, #(#values),*)
        }
    }
}

/// The modules that the crate re-exports at its root, by name.
pub(crate) fn reexports(cx: &Cx<'_>) -> TokenStream {
    let server = (!cx.plan.api.servers.is_empty()).then(|| {
        let server = Word::new("Server");
        let variables = cx.plan.names.servers.iter().flat_map(ServerPlan::types);
        quote!(, #server #(, #variables)*)
    });
    // The front page then has a line on each.
    let inline = (cx.layout == Layout::Crate).then(|| quote!(#[doc(inline)]));
    quote!(#inline pub use self::client::{Client, ClientBuilder #server};)
}
