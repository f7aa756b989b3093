//! Prints a plan as Rust: free functions from plan to tokens, total, with the directories and files of what it prints.

mod client;
mod cx;
pub mod docs;
mod features;
mod imports;
mod layout;
mod mocks;
mod operations;
mod package;
mod security;
mod types;
mod wire;
mod writer;

use cx::{Cx, Layout};
pub use wire::pattern;

use crate::output::{Text, Unprinted};
use crate::plan::{Group, ModuleId, Plan};
use crate::tokens::{TokenStream, quote};
use layout::{Content, Node, Tokens, line};
use package::{example, example_tests as tests, lib_rs};

/// A file of the generated client, before it is printed.
pub struct File<'a> {
    path: String,
    plan: &'a Plan<'a>,
    holds: Holds,
}

/// What a file holds.
enum Holds {
    /// A module; its children have files of their own.
    Module(Node),
    /// A module with everything inside it.
    Everything(Node),
    /// `Cargo.toml`.
    Manifest,
    /// `README.md`.
    Readme,
    /// `examples/first_call.rs`.
    FirstCall,
    /// `tests/examples.rs`.
    ExampleTests,
}

/// The files of a plan, in its layout.
pub fn files<'a>(plan: &'a Plan<'a>) -> Vec<File<'a>> {
    let root = layout::tree(plan);
    let file = |path: &str, holds: Holds| File {
        path: path.to_owned(),
        plan,
        holds,
    };
    match plan.package.layout {
        Layout::Crate => {
            let mut files = Vec::new();
            collect(plan, root, "src", &mut files);
            files.push(file("Cargo.toml", Holds::Manifest));
            files.push(file("README.md", Holds::Readme));
            let has_call = example::first_call(&Cx::new(plan, Layout::Crate, &[])).is_some();
            files.extend(has_call.then(|| file("examples/first_call.rs", Holds::FirstCall)));
            files.extend((!plan.package.examples.is_empty()).then(|| file("tests/examples.rs", Holds::ExampleTests)));
            files
        }
        Layout::File => vec![file("client.rs", Holds::Everything(root))],
    }
}

fn collect<'a>(plan: &'a Plan<'a>, mut node: Node, directory: &str, out: &mut Vec<File<'a>>) {
    let inner = match node.content {
        Content::Root => directory.to_owned(),
        _ => format!("{directory}/{}", node.name),
    };
    let path = match (node.content, node.children.is_empty()) {
        (Content::Root, _) => format!("{directory}/lib.rs"),
        (_, true) => format!("{inner}.rs"),
        (_, false) => format!("{inner}/mod.rs"),
    };
    let heads = node.children.iter().map(Node::head).collect();
    let children = std::mem::replace(&mut node.children, heads);
    let holds = Holds::Module(node);
    out.push(File { path, plan, holds });
    for child in children {
        collect(plan, child, &inner, out);
    }
}

impl Unprinted for File<'_> {
    fn path(&self) -> &str {
        &self.path
    }

    fn text(&self) -> Text {
        match &self.holds {
            Holds::Module(node) if node.content.is_wire() => Text::Other(wire::file(self.plan, node)),
            Holds::Module(node) => Text::Rust(module(self.plan, node), String::new()),
            Holds::Everything(node) => single(self.plan, node),
            Holds::Manifest => Text::Other(package::manifest::manifest(self.plan)),
            Holds::Readme => Text::Other(package::readme::readme(&Cx::new(self.plan, Layout::Crate, &[]))),
            Holds::FirstCall => {
                let program = example::first_call(&Cx::new(self.plan, Layout::Crate, &[]));
                Text::Rust(program.unwrap_or_default().0, String::new())
            }
            Holds::ExampleTests => Text::Rust(tests::file(self.plan), String::new()),
        }
    }
}

/// The tokens of a module of a package.
fn module(plan: &Plan<'_>, node: &Node) -> TokenStream {
    let Tokens { inner, items } = tokens(plan, Layout::Crate, node);
    let children = node
        .children
        .iter()
        .map(|child| layout::declaration(child, Layout::Crate, None));
    quote!(#inner #(#children)* #items)
}

/// All code as one file, for a module of somebody else's crate. It is included, so it has no inner attributes.
fn single(plan: &Plan<'_>, root: &Node) -> Text {
    let Tokens { items, .. } = tokens(plan, Layout::File, root);
    let lints = lib_rs::lints(plan, Layout::File);
    let reason = "the module around it may have any name";
    let allow = quote!(#lints #![allow(clippy::module_inception, reason = #reason)]);
    let (wire, definitions): (Vec<_>, Vec<_>) = root.children.iter().partition(|child| child.content.is_wire());
    let definitions = definitions.into_iter().map(|child| nested(plan, child, &allow));
    let wire = wire.into_iter().map(|child| wire::module(plan, child));
    Text::Rust(quote!(#(#definitions)* #items), wire.collect())
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
            let items = client::client(&Cx::client(plan, layout, &["client"]));
            tokens(docs, items)
        }
        Content::ClientGroup(index) => group(plan, index, |group| {
            let docs = line(&format!(" Methods for {}.", operations::groups::title(group)));
            let cx = Cx::client(plan, layout, &["client", &node.name]);
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
        Content::Mocks => {
            let docs = mocks::docs(plan);
            let unused = plan
                .package
                .tags
                .as_ref()
                .map(|_| quote!(#![allow(unused_imports, reason = "features leave operations out")]));
            tokens(
                quote!(#docs #unused),
                mocks::mocks(&Cx::client(plan, layout, &["mock"])),
            )
        }
        // Wire code is text.
        Content::Wire | Content::WireFolder(_) | Content::WireGroup(_) | Content::WireCode(_) | Content::Patterns => {
            Tokens::default()
        }
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
