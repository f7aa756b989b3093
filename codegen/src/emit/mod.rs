//! Prints a plan as Rust: free functions from plan to tokens, total, with the directories and files of what it prints.

mod client;
mod cx;
pub mod docs;
mod features;
pub mod layout;
mod operations;
mod package;
mod security;
mod types;
mod wire;

pub use cx::{Cx, Layout};
pub use wire::pattern;

use crate::plan::{Group, ModuleId, Plan};
use layout::{Content, Node, Tokens, line};
use package::{example_tests as tests, lib_rs};
use proc_macro2::TokenStream;
use quote::quote;

/// A file of the generated package: its path and the module that it holds.
pub struct File<'n> {
    /// The path from the root of the package.
    pub path: String,
    node: &'n Node,
}

/// The source files of a package.
pub fn files(root: &Node) -> Vec<File<'_>> {
    let mut out = Vec::new();
    collect(root, "src", &mut out);
    out
}

fn collect<'n>(node: &'n Node, folder: &str, out: &mut Vec<File<'n>>) {
    let inner = match node.content {
        Content::Root => folder.to_owned(),
        _ => format!("{folder}/{}", node.name),
    };
    let path = match (node.content, node.children.is_empty()) {
        (Content::Root, _) => format!("{folder}/lib.rs"),
        (_, true) => format!("{inner}.rs"),
        (_, false) => format!("{inner}/mod.rs"),
    };
    out.push(File { path, node });
    for child in &node.children {
        collect(child, &inner, out);
    }
}

/// The tokens of one file of a package.
pub fn file(plan: &Plan<'_>, file: &File<'_>) -> TokenStream {
    let Tokens { inner, items } = tokens(plan, Layout::Crate, file.node);
    let children = file
        .node
        .children
        .iter()
        .map(|child| layout::declaration(child, Layout::Crate, None));
    quote!(#inner #(#children)* #items)
}

/// The tokens of all code as one file, for a module of somebody else's crate. It is included, so it has no inner attributes.
pub fn single(plan: &Plan<'_>, root: &Node) -> TokenStream {
    let Tokens { items, .. } = tokens(plan, Layout::File, root);
    let allow = lib_rs::allow_deprecated(plan);
    let reason = "the module around it may have any name";
    let allow = quote!(#allow #![allow(clippy::module_inception, reason = #reason)]);
    let children = root.children.iter().map(|child| nested(plan, child, &allow));
    quote!(#(#children)* #items)
}

fn nested(plan: &Plan<'_>, node: &Node, allow: &TokenStream) -> TokenStream {
    let Tokens { inner, items } = tokens(plan, Layout::File, node);
    let children = node
        .children
        .iter()
        .map(|child| nested(plan, child, &TokenStream::new()));
    layout::declaration(node, Layout::File, Some(quote!(#inner #allow #(#children)* #items)))
}

/// The tokens of a module, without its children.
fn tokens(plan: &Plan<'_>, layout: Layout, node: &Node) -> Tokens {
    let tokens = |inner: TokenStream, items: TokenStream| Tokens { inner, items };
    match node.content {
        Content::Root => lib_rs::root(&Cx::new(plan, layout, &[]), node),
        Content::Client => {
            let docs = line(" The client and its settings.");
            let items = client::client(&Cx::new(plan, layout, &["client"]));
            tokens(docs, items)
        }
        Content::ClientGroup(index) => group(plan, index, |group| {
            let docs = line(&format!(" Methods for {}.", operations::groups::title(group)));
            let cx = Cx::new(plan, layout, &["client", &node.name]);
            tokens(docs, client::group(&cx, group))
        }),
        Content::Operations => operations::groups::directory(layout, node),
        Content::OperationGroup(index) => group(plan, index, operations::groups::group),
        Content::Folder(folder) => types::folder(plan, layout, node, folder),
        Content::Definitions(id) => definitions(plan, layout, id),
        Content::Security => {
            let docs = line(" Security schemes of the document, and header parameters that are credentials.");
            tokens(docs, security::schemes(&Cx::new(plan, layout, &["security"])))
        }
        Content::Wire => {
            let docs = line(" How values are read and written. For the compiler; the definitions are for people.");
            tokens(docs, TokenStream::new())
        }
        Content::WireFolder(folder) => wire::directory(layout, node, folder),
        Content::WireGroup(index) => group(plan, index, |group| {
            let docs = line(&format!(" Wire code of {}.", operations::groups::title(group)));
            tokens(docs, TokenStream::new())
        }),
        Content::WireCode(id) => wire::module(plan, layout, id),
        Content::Patterns => wire::patterns(plan, layout),
        Content::Schemas => wire::schemas(plan, layout),
    }
}

fn group(plan: &Plan<'_>, index: usize, print: impl FnOnce(&Group) -> Tokens) -> Tokens {
    let group = plan.groups.list.get(index).map(print);
    group.unwrap_or_default()
}

fn definitions(plan: &Plan<'_>, layout: Layout, id: ModuleId) -> Tokens {
    match plan.operation_in(id) {
        Some(operation) => operations::module(plan, layout, operation),
        None => types::module(plan, layout, id),
    }
}

/// `tests/examples.rs` of the package.
pub fn example_tests(plan: &Plan<'_>) -> TokenStream {
    tests::file(plan)
}

/// `Cargo.toml` of the package. `runtime` is the requirement of the runtime crate, as TOML.
pub fn cargo_toml(plan: &Plan<'_>, runtime: &str) -> String {
    package::manifest::manifest(plan, runtime)
}

/// `README.md` of the package.
pub fn readme(plan: &Plan<'_>) -> String {
    package::readme::readme(&Cx::new(plan, Layout::Crate, &[]))
}
