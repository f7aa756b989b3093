//! The client: its methods, grouped by tag.

mod builder;
pub(crate) mod servers;

use super::cx::Cx;
use super::docs::describe::{attrs, operation_docs};
use super::docs::inline_code;
use super::operations::call::passed;
use super::{features, security};
use crate::plan::{Item, OperationPlan};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
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
    let schemes = security::schemes(cx);
    let servers = servers::servers(cx);
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
    let builder = builder::builder(cx);
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
    let operation = &cx.plan.api.operations[plan.id];
    let docs = operation_docs(operation);
    let name = &plan.name;
    let call = cx.ty(&plan.item(Item::Call));
    let positional: Vec<_> = plan.arguments.iter().filter(|argument| argument.positional).collect();
    let arguments = positional.iter().map(|argument| passed(cx, argument).0);
    let values = positional.iter().map(|argument| passed(cx, argument).1);
    let many = (positional.len() + 1 > 7)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the path has as many parameters")]));
    let feature = features::feature_gate(cx.plan, cx.layout, plan);
    quote! {
        #docs
        #feature
        #many
        pub fn #name(&self, #(#arguments),*) -> #call {
            #call::new(&self.core, #(#values),*)
        }
    }
}

/// The modules that the crate re-exports at its root, by name.
pub(crate) fn reexports(cx: &Cx<'_>) -> TokenStream {
    let server = (!cx.plan.api.servers.is_empty()).then(|| {
        let server = format_ident!("Server");
        quote!(, #server)
    });
    quote!(pub use self::client::{Client, ClientBuilder #server};)
}
