//! The modules of the generated code, as a tree: each is a file of a package, or nested in one file.

use super::cx::Layout;
use super::features::{features_of, gated, webhooks};
use crate::ir::{Shape, TypeId};
use crate::plan::{Folder, ModuleId, Plan};
use proc_macro2::TokenStream;
use quote::quote;

/// What a module holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The root.
    Root,
    /// The client.
    Client,
    /// A folder of modules with types.
    Folder(Folder),
    /// Types, and the call of an operation.
    Definitions(ModuleId),
    /// The folder of all wire code.
    Wire,
    /// A folder of wire code.
    WireFolder(Folder),
    /// Wire code of the types of a module, and of its operation.
    WireCode(ModuleId),
    /// Functions that match patterns.
    Patterns,
    /// Assertions as data.
    Schemas,
}

/// A module with its children.
#[derive(Debug)]
pub struct Node {
    /// Its name; empty for the root.
    pub name: String,
    /// Whether users see it.
    pub public: bool,
    /// What it holds.
    pub content: Content,
    /// The condition under which it is compiled.
    pub gate: Option<Vec<String>>,
    /// Modules inside it.
    pub children: Vec<Node>,
}

/// The tree of a plan.
pub fn tree(plan: &Plan<'_>) -> Node {
    let mut children = Vec::new();
    let has_operations = !plan.operations.is_empty();
    let folder = |which: Folder, wire: bool| -> Option<Node> {
        let nodes: Vec<Node> = plan
            .names
            .modules
            .iter()
            .enumerate()
            .filter(|(_, module)| module.folder == which)
            .map(|(index, _)| ModuleId(index as u32))
            .filter(|id| is_printed(plan, *id, wire))
            .map(|id| leaf(plan, id, wire))
            .collect();
        let events_only = nodes
            .iter()
            .all(|node| node.gate.as_deref() == webhooks(true).as_deref());
        (!nodes.is_empty()).then(|| Node {
            name: which.as_str().to_owned(),
            public: !wire,
            content: if wire {
                Content::WireFolder(which)
            } else {
                Content::Folder(which)
            },
            gate: webhooks(events_only),
            children: nodes,
        })
    };
    if has_operations {
        children.push(simple("client", true, Content::Client));
    }
    children.extend(
        [Folder::Operations, Folder::Events, Folder::Types]
            .into_iter()
            .filter_map(|which| folder(which, false)),
    );
    let mut wire: Vec<Node> = [Folder::Operations, Folder::Events, Folder::Types]
        .into_iter()
        .filter_map(|which| folder(which, true))
        .collect();
    if !plan.types.patterns.is_empty() {
        wire.push(simple("patterns", false, Content::Patterns));
    }
    if !plan.types.assertions.is_empty() {
        wire.push(simple("schemas", false, Content::Schemas));
    }
    if !wire.is_empty() {
        let mut node = simple("wire", false, Content::Wire);
        node.children = wire;
        children.push(node);
    }
    Node {
        name: String::new(),
        public: true,
        content: Content::Root,
        gate: None,
        children,
    }
}

fn simple(name: &str, public: bool, content: Content) -> Node {
    Node {
        name: name.to_owned(),
        public,
        content,
        gate: None,
        children: Vec::new(),
    }
}

fn leaf(plan: &Plan<'_>, id: ModuleId, wire: bool) -> Node {
    let module = plan.module(id);
    // A module that only holds its component is seen through the re-export.
    let inline = module.types.iter().any(|ty| !plan.api.types[*ty].path.steps.is_empty());
    let component = module.owner.is_schema();
    Node {
        name: module.name.as_str().to_owned(),
        public: !wire && (inline || !component),
        content: if wire {
            Content::WireCode(id)
        } else {
            Content::Definitions(id)
        },
        gate: features_of(plan, id),
        children: Vec::new(),
    }
}

fn is_printed(plan: &Plan<'_>, id: ModuleId, wire: bool) -> bool {
    let module = plan.module(id);
    if plan.operation_in(id).is_some() {
        return true;
    }
    let types = &module.types;
    if wire {
        types.iter().any(|ty| has_wire_code(plan, *ty))
    } else {
        !types.is_empty()
    }
}

fn has_wire_code(plan: &Plan<'_>, id: TypeId) -> bool {
    // Of a multipart body there is only what checks it: its call puts it together.
    let printed = plan.ty(id).is_some_and(|ty| !ty.is_multipart() || ty.validated);
    printed && !matches!(plan.api.types[id].shape, Shape::Alias(_))
}

/// The declaration of a child: with its body in one file, or in a file of its own.
pub fn declaration(node: &Node, layout: Layout, body: Option<TokenStream>) -> TokenStream {
    let name = module_token(&node.name);
    let visibility = if node.public { quote!(pub) } else { quote!(pub(crate)) };
    let gate = gated(node.gate.as_deref(), layout);
    match body {
        Some(body) => quote!(#gate #visibility mod #name { #body }),
        None => quote!(#gate #visibility mod #name;),
    }
}

/// The name of a module as a token; keywords are raw.
fn module_token(name: &str) -> proc_macro2::Ident {
    syn::parse_str(name).unwrap_or_else(|_| proc_macro2::Ident::new_raw(name, proc_macro2::Span::call_site()))
}

/// The tokens of a module, without its children.
pub struct Tokens {
    /// Inner attributes, which come first.
    pub inner: TokenStream,
    /// Items.
    pub items: TokenStream,
}

/// An inner line of documentation.
pub(crate) fn line(text: &str) -> TokenStream {
    quote!(#![doc = #text])
}
