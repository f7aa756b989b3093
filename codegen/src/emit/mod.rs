//! Prints a plan as Rust: free functions from plan to tokens, total, one file per construct.

mod calls;
mod client;
mod convert;
mod cx;
mod describe;
pub mod docs;
mod encode;
mod enums;
mod example;
mod examples;
mod front;
mod headers;
mod literals;
mod manifest;
mod multipart;
mod outcomes;
mod pages;
pub mod pattern;
mod schemas;
mod security;
mod structs;
pub mod tree;
mod validators;
mod wire;
mod wire_union;

pub use cx::{Cx, Layout};

use crate::plan::Plan;
use proc_macro2::TokenStream;
use quote::quote;
use tree::{Content, Node, Tokens};

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
    let Tokens { inner, items } = tree::tokens(plan, Layout::Crate, file.node);
    let children = file
        .node
        .children
        .iter()
        .map(|child| tree::declaration(child, Layout::Crate, None));
    quote!(#inner #(#children)* #items)
}

/// The tokens of all code as one file, for a module of somebody else's crate. It is included, so it has no inner attributes.
pub fn single(plan: &Plan<'_>, root: &Node) -> TokenStream {
    let Tokens { items, .. } = tree::tokens(plan, Layout::File, root);
    let allow = front::allow_deprecated(plan);
    let children = root.children.iter().map(|child| nested(plan, child, &allow));
    quote!(#(#children)* #items)
}

fn nested(plan: &Plan<'_>, node: &Node, allow: &TokenStream) -> TokenStream {
    let Tokens { inner, items } = tree::tokens(plan, Layout::File, node);
    let children = node
        .children
        .iter()
        .map(|child| nested(plan, child, &TokenStream::new()));
    tree::declaration(node, Layout::File, Some(quote!(#inner #allow #(#children)* #items)))
}

/// `tests/examples.rs` of the package.
pub fn example_tests(plan: &Plan<'_>) -> TokenStream {
    examples::file(plan)
}

/// `Cargo.toml` of the package. `runtime` is the requirement of the runtime crate, as TOML.
pub fn cargo_toml(plan: &Plan<'_>, runtime: &str) -> String {
    manifest::manifest(plan, runtime)
}

/// `README.md` of the package.
pub fn readme(plan: &Plan<'_>) -> String {
    manifest::readme(&Cx::new(plan, Layout::Crate, &[]))
}
