//! The front page of the generated crate.

use super::defaults::defaults;
use super::deprecation::allow_deprecated;
use super::example::front_example;
use super::operation_list::operation_list;
use super::reexports::reexports;
use crate::emit::client;
use crate::emit::cx::{Cx, Layout};
use crate::emit::docs::doc::Doc;
use crate::emit::docs::{doc_lines, inline_code};
use crate::emit::features;
use crate::emit::layout::{Node, Tokens};
use crate::plan::Plan;
use crate::tokens::{Literal, TokenStream, quote};

/// What generated code uses of the runtime, as a number that grows with every name that `v1` gains: a runtime that does not know it
/// says so, before the compiler lists what is missing.
const INTERFACE: i64 = 1;

/// What users should know where types lead to each other over many levels.
const DEEP: &str = "
# Recursion limit

Types of this API lead to each other over more levels than the compiler follows by itself. Where it says `overflow evaluating the \
requirement`, because a task or a handler of a server must be `Send`, put `#![recursion_limit = \"256\"]` at the top of your crate.
";

/// The root module: what the crate is, an example, and re-exports.
pub(crate) fn root(cx: &Cx<'_>, node: &Node) -> Tokens {
    let docs = page(cx);
    let lints = lints(cx.plan, cx.layout);
    let embedded = cx.plan.package.is_embedded;
    let not_all = embedded
        .then(|| quote!(#[allow(unused_imports, unreachable_pub, reason = "a crate does not use all of an API")]));
    let client = has(node, "client").then(|| {
        let reexports = client::reexports(cx);
        quote!(#not_all #reexports)
    });
    let unused = features::may_leave_all_out(cx.plan)
        .then(|| quote!(#[allow(unused_imports, reason = "features leave operations out")]));
    let unused = not_all.clone().or(unused);
    // Only modules are in it, one for each operation, whose pages are in `operations`: a line for all of them says nothing.
    let operations = has(node, "operations").then(|| {
        quote!(
            #unused
            #[doc(hidden)]
            pub use self::operations::*;
        )
    });
    let runtime = reexports(cx);
    let runtime = (!runtime.is_empty()).then(|| quote!(#not_all #runtime));
    let interface = Literal::integer(INTERFACE);
    let items = quote! {
        ::specwright_runtime::v1::interface!(#interface);
        #client
        #operations
        #runtime
    };
    // For the pages of docs.rs, which say what needs a feature.
    // A module of another crate has no attributes of a crate.
    let limit = (cx.layout == Layout::Crate && cx.plan.api.is_deep).then(|| quote!(#![recursion_limit = "256"]));
    let badges = (cx.layout == Layout::Crate).then(|| quote!(#![cfg_attr(docsrs, feature(doc_cfg))]));
    Tokens {
        inner: quote!(#docs #badges #limit #lints),
        items,
    }
}

fn has(node: &Node, name: &str) -> bool {
    node.children.iter().any(|child| child.name == name)
}

/// What the lints of a crate should not ask of generated code.
pub(crate) fn lints(plan: &Plan<'_>, layout: Layout) -> TokenStream {
    let deprecated = allow_deprecated(plan);
    // What a variant holds is what the document says: boxed by its size, it would change its type with every property.
    let sizes = quote!(clippy::large_enum_variant);
    let others = match layout {
        // In a crate of its own nobody has turned on what asks for documentation.
        Layout::Crate => quote!(#sizes, rustdoc::redundant_explicit_links),
        Layout::File => quote!(missing_docs, #sizes, rustdoc::redundant_explicit_links),
    };
    let embedded = embedded(plan);
    quote!(#deprecated #embedded #![allow(#others, reason = "generated from a document")])
}

/// Where generated code is a part of a crate that people write: it does not use all of an API, and its authors cannot mend what
/// they do not write. `wire::module` says the same.
fn embedded(plan: &Plan<'_>) -> Option<TokenStream> {
    let lints = quote!(
        unused,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations,
        clippy::all,
        clippy::pedantic,
        clippy::nursery,
        clippy::restriction
    );
    let reason = "the lints of a crate are for what its authors write";
    plan.package
        .is_embedded
        .then(|| quote!(#![allow(#lints, reason = #reason)]))
}

/// The text of the front page, as inner attributes of the crate.
fn page(cx: &Cx<'_>) -> TokenStream {
    let mut lines = introduction(cx);
    if let Some(example) = front_example(cx) {
        lines.extend(["", "# Example", "", "```no_run"].map(str::to_owned));
        lines.extend(example.hidden().lines().map(str::to_owned));
        lines.push("```".to_owned());
    }
    for (heading, text) in defaults(cx.plan) {
        lines.extend([String::new(), format!("# {heading}"), String::new()]);
        lines.extend(text);
    }
    if cx.plan.api.is_deep {
        lines.extend(DEEP.lines().map(str::to_owned));
    }
    lines.extend(operation_list(cx));
    Doc::default().lines(lines).inner()
}

/// What the API is, in Markdown.
pub(crate) fn introduction(cx: &Cx<'_>) -> Vec<String> {
    let info = &cx.plan.api.info;
    let title = if info.title.trim().is_empty() {
        "an API".to_owned()
    } else {
        inline_code(info.title.trim())
    };
    // The version of the package is one of Cargo, and the document's is any string.
    let version = info.version.trim();
    let mut lines = vec![match version.is_empty() || version == cx.plan.package.version {
        true => format!("Client of {title}."),
        false => format!("Client of {title}, version {}.", inline_code(version)),
    }];
    let about = info.about.iter().chain(&info.external_docs);
    for text in [&info.summary, &info.description]
        .into_iter()
        .flatten()
        .chain(about)
        .filter(|text| !text.trim().is_empty())
    {
        lines.push(String::new());
        lines.extend(
            doc_lines(text)
                .iter()
                .map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()),
        );
    }
    lines
}
