//! The module `mock`: what a test can say about each operation. All that is not about one document is in the runtime.

use super::cx::Cx;
use super::docs::doc::Doc;
use super::features::module_gate;
use super::operations;
use super::package::example_tests::{json, raw};
use crate::ir::{Content, ContentKind, Json, Operation, SchemeKind, Status};
use crate::plan::{OperationPlan, Plan};
use crate::tokens::{TokenStream, Word, quote};
use std::collections::BTreeSet;

/// What the module `mock` says of itself. Features may leave the operation of an example out.
pub(crate) fn docs(plan: &Plan<'_>) -> TokenStream {
    let doc = Doc::default().own(
        "Mocks of the operations, and values of received types: for tests of programs that use this client.".to_owned(),
    );
    let example = example(plan).filter(|_| plan.package.tags.is_none());
    let lines = example.map(|example| format!("```no_run\n{example}\n```\n\n{}", SAID));
    let lines = lines
        .iter()
        .flat_map(|lines| lines.lines())
        .map(str::to_owned)
        .collect();
    doc.lines(lines).inner()
}

/// How a program that uses the client is tested: with two responses to the first operation.
pub(crate) fn example(plan: &Plan<'_>) -> Option<String> {
    let planned = plan.operations.iter().next()?;
    let (krate, operation) = (plan.package.lib_name(), planned.name.as_str());
    let reply = match examples(&plan.api.operations[planned.id]).first() {
        Some(example) => format!("reply_example({:?})", example.name),
        None => "respond(MockResponse::status(200))".to_owned(),
    };
    Some(format!(
        "use {krate}::mock::{{Mock, MockResponse}};

fn test() -> Result<(), Box<dyn std::error::Error>> {{
    let mock = Mock::new();
    mock.on_{operation}().respond(MockResponse::status(429).header(\"retry-after\", \"7\"));
    mock.on_{operation}().{reply};
    let client = mock.client()?;
    // … what uses the client …
    drop(client);
    assert_eq!(mock.on_{operation}().count(), 2);
    mock.all().finish()?;
    Ok(())
}}"
    ))
}

/// What else a test can say.
pub(crate) const SAID: &str = "\
`reply` takes a value of the type that the call gives, and `fail` a documented failure with its status. `mock::value()` makes a value of
any type that is received, with as little in it as the type requires: set the fields that matter to the test. `when`, `with_json`
and `with_target_end` say which calls are meant, `times` and `always` how often. A call that is not expected is an error that says
what is. `Response::mocked` and `Error::mocked` make what a call returns, for functions that take it.";

/// The module `mock`.
pub(crate) fn mocks(cx: &Cx<'_>) -> TokenStream {
    let operations = cx.plan.operations.iter().map(|operation| method(cx, operation));
    let operations: Vec<TokenStream> = operations.collect();
    let schemes = cx.plan.api.schemes.iter().zip(&cx.plan.names.schemes);
    let credentials = schemes.filter_map(|(scheme, name)| match &scheme.kind {
        SchemeKind::Basic => Some(quote!(.#name("mock", "mock"))),
        SchemeKind::ApiKey { .. } | SchemeKind::Bearer | SchemeKind::OAuth2 { .. } | SchemeKind::Http(_) => {
            Some(quote!(.#name("mock")))
        }
        SchemeKind::MutualTls => None,
    });
    let builder = cx.item(&["client"], "ClientBuilder");
    let build_error = cx.runtime(&[], "BuildError");
    let uses = cx.uses_with_client();
    quote! {
        #uses

        pub use ::specwright_runtime::mock::*;

        /// Clients whose operations reply what a test says. Clones share everything.
        #[derive(Clone, Debug, Default)]
        pub struct Mock(Mocks);

        impl Mock {
            /// Nothing is expected yet: every call fails.
            pub fn new() -> Self { Default::default() }

            /// A client of this mock. It has all credentials, and waits for nothing.
            ///
            /// # Errors
            ///
            /// None is known.
            pub fn client(&self) -> Result<Client, #build_error> { self.builder().build() }

            /// The settings of such a client.
            pub fn builder(&self) -> #builder {
                Client::builder().base_url(Mocks::URL).transport(self.0.transport()) #(#credentials)*
            }

            /// What every operation has in common: the transport, and whether all that was expected has come.
            pub fn all(&self) -> &Mocks { &self.0 }
        }

        /// What a test says about each operation.
        impl Mock { #(#operations)* }
    }
}

fn method(cx: &Cx<'_>, plan: &OperationPlan) -> TokenStream {
    let operation = &cx.plan.api.operations[plan.id];
    let docs = Doc::default().own(operations::summary(cx.plan, plan)).attrs();
    let gate = module_gate(cx.plan, plan.module);
    let name = Word::new(format!("on_{}", plan.name.as_str()));
    let id = operations::call::operation_id(operation);
    let (success, failure) = (cx.ty(&plan.responses.success.ty), cx.ty(&plan.responses.failure.ty));
    let examples = examples(operation);
    let examples = examples.iter().map(|example| {
        let (status, media_type, name, body) = (example.status, example.media_type, &example.name, raw(&example.body));
        quote!(Example::new(#status, #media_type, #name, #body))
    });
    quote! {
        #docs
        #gate
        pub fn #name(&self) -> On<#success, #failure> { self.0.on(#id, const { &[#(#examples),*] }) }
    }
}

/// An example of a response.
pub(crate) struct ResponseExample<'a> {
    pub(crate) name: String,
    status: u16,
    media_type: &'a str,
    body: String,
}

/// The examples of responses by their names: of several with one name the first.
pub(crate) fn examples(operation: &Operation) -> Vec<ResponseExample<'_>> {
    let (mut seen, mut rows) = (BTreeSet::new(), Vec::new());
    for response in &operation.responses {
        let (status, key) = match response.status {
            Status::Code(code) => (code, code.to_string()),
            Status::Range(hundreds) => (u16::from(hundreds) * 100, format!("{hundreds}XX")),
            Status::Default => (500, "default".to_owned()),
        };
        for content in &response.contents {
            for example in &content.examples {
                let name = example.name.clone().unwrap_or_else(|| key.clone());
                let Some(body) = body(content, &example.value).filter(|_| seen.insert(name.clone())) else {
                    continue;
                };
                rows.push(ResponseExample {
                    name,
                    status,
                    media_type: &content.media_type,
                    body,
                });
            }
        }
    }
    rows
}

/// An example as a body; `None` if it is a value of something that is not JSON.
fn body(content: &Content, value: &Json) -> Option<String> {
    match (content.kind, value) {
        (ContentKind::Json, value) => Some(json(value)),
        (
            ContentKind::Text
            | ContentKind::EventStream
            | ContentKind::JsonLines
            | ContentKind::Form
            | ContentKind::Multipart
            | ContentKind::Binary,
            Json::String(text),
        ) => Some(text.to_string()),
        (_, _) => None,
    }
}
