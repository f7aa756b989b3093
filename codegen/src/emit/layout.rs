//! The modules of the generated code, as a tree: each is a file of a package, or nested in one file.

use super::cx::Layout;
use super::features::{gated, of_tags, webhooks};
use crate::ir::{OperationId, Shape, TypeId};
use crate::plan::names;
use crate::plan::{Folder, Group, ModuleId, Plan};
use crate::tokens::{TokenStream, quote};

/// What a module holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The root.
    Root,
    /// The client.
    Client,
    /// The client's methods for the group of this index.
    ClientGroup(usize),
    /// The directory of all operations.
    Operations,
    /// The operations of the group of this index.
    OperationGroup(usize),
    /// A directory of modules with types.
    Folder(Folder),
    /// Types, and the call of an operation.
    Definitions(ModuleId),
    /// The security schemes.
    Security,
    /// Mocks of the operations.
    Mocks,
    /// The directory of all wire code.
    Wire,
    /// A directory of wire code.
    WireFolder(Folder),
    /// Wire code of the operations of the group of this index.
    WireGroup(usize),
    /// Wire code of the types of a module, and of its operation.
    WireCode(ModuleId),
    /// Functions that match patterns.
    Patterns,
}

impl Content {
    /// Whether it is wire code, with all that is inside it.
    pub(crate) fn is_wire(self) -> bool {
        match self {
            Content::Wire
            | Content::WireFolder(_)
            | Content::WireGroup(_)
            | Content::WireCode(_)
            | Content::Patterns => true,
            Content::Root
            | Content::Client
            | Content::ClientGroup(_)
            | Content::Operations
            | Content::OperationGroup(_)
            | Content::Folder(_)
            | Content::Definitions(_)
            | Content::Security
            | Content::Mocks => false,
        }
    }
}

/// Who sees a module by its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// Users.
    Public,
    /// The generated code.
    Crate,
    /// The module around it, which re-exports what is inside.
    Private,
}

/// A module with its children.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its name; empty for the root.
    pub name: String,
    /// Who sees it.
    pub visibility: Visibility,
    /// What it holds.
    pub content: Content,
    /// The features with any of which it is compiled.
    pub gate: Option<Vec<String>>,
    /// Modules inside it.
    pub children: Vec<Node>,
}

impl Node {
    /// What is said where the module is declared: all but what is inside it.
    pub(crate) fn head(&self) -> Node {
        Node {
            name: self.name.clone(),
            visibility: self.visibility,
            content: self.content,
            gate: self.gate.clone(),
            children: Vec::new(),
        }
    }
}

/// The tree of a plan.
pub(crate) fn tree(plan: &Plan<'_>) -> Node {
    let mut root = node("", Visibility::Public, Content::Root);
    if !plan.operations.is_empty() {
        let mut client = node("client", Visibility::Public, Content::Client);
        client.children = groups(plan, Content::ClientGroup, |_| Vec::new());
        root.children.push(client);
    }
    root.children.extend(folders(plan, false));
    if !plan.api.schemes.is_empty() && !plan.operations.is_empty() {
        root.children
            .push(node("security", Visibility::Crate, Content::Security));
    }
    if plan.package.mocks && !plan.operations.is_empty() {
        root.children.push(Node {
            gate: Some(vec!["mock".to_owned()]),
            ..node("mock", Visibility::Public, Content::Mocks)
        });
    }
    let mut wire = node("wire", Visibility::Crate, Content::Wire);
    wire.children.extend(folders(plan, true));
    if !plan.types.patterns.is_empty() {
        wire.children
            .push(node("patterns", Visibility::Crate, Content::Patterns));
    }
    if !wire.children.is_empty() {
        root.children.push(wire);
    }
    root
}

fn node(name: &str, visibility: Visibility, content: Content) -> Node {
    Node {
        name: name.to_owned(),
        visibility,
        content,
        gate: None,
        children: Vec::new(),
    }
}

/// The directories of definitions, or of their wire code.
fn folders(plan: &Plan<'_>, wire: bool) -> impl Iterator<Item = Node> {
    let all = [Folder::Operations, Folder::Events, Folder::Types].into_iter();
    all.filter_map(move |which| {
        let (visibility, content) = match (wire, which) {
            (true, _) => (Visibility::Crate, Content::WireFolder(which)),
            (false, Folder::Operations) => (Visibility::Public, Content::Operations),
            (false, Folder::Events | Folder::Types) => (Visibility::Public, Content::Folder(which)),
        };
        let mut folder = node(which.as_str(), visibility, content);
        folder.children = match which {
            Folder::Operations => operations(plan, wire),
            Folder::Events | Folder::Types => leaves(plan, which, wire),
        };
        let only = webhooks(true);
        folder.gate = only.filter(|only| folder.children.iter().all(|child| child.gate.as_ref() == Some(only)));
        (!folder.children.is_empty()).then_some(folder)
    })
}

/// The modules of all operations, those of a group in one of its own.
fn operations(plan: &Plan<'_>, wire: bool) -> Vec<Node> {
    let leaf = |id: &OperationId| leaf(plan, plan.operations[*id].module, wire);
    if !plan.groups.in_files {
        return plan.operations.iter().map(|operation| leaf(&operation.id)).collect();
    }
    let content = match wire {
        true => Content::WireGroup,
        false => Content::OperationGroup,
    };
    let mut nodes = groups(plan, content, |group| group.operations.iter().map(leaf).collect());
    let others = plan.groups.list.iter().filter(|group| group.module.is_none());
    nodes.extend(others.flat_map(|group| &group.operations).map(leaf));
    nodes
}

/// A module for each group that has files of its own.
fn groups(plan: &Plan<'_>, content: fn(usize) -> Content, children: impl Fn(&Group) -> Vec<Node>) -> Vec<Node> {
    let groups = plan.groups.list.iter().enumerate();
    let groups = groups.filter(|_| plan.groups.in_files);
    let module = |(index, group): (usize, &Group)| {
        let name = group.module.as_ref()?.as_str();
        Some(Node {
            gate: of_tags(plan, &group.tags),
            children: children(group),
            ..node(name, Visibility::Private, content(index))
        })
    };
    groups.filter_map(module).collect()
}

/// The modules of a directory of types.
fn leaves(plan: &Plan<'_>, which: Folder, wire: bool) -> Vec<Node> {
    let modules = plan.names.modules.entries();
    modules
        .filter(|(id, module)| module.folder == which && is_printed(plan, *id, wire))
        .map(|(id, _)| leaf(plan, id, wire))
        .collect()
}

fn leaf(plan: &Plan<'_>, id: ModuleId, wire: bool) -> Node {
    let module = plan.module(id);
    // A module that only holds its component is seen through the re-export.
    let inline = module.types.iter().any(|ty| !plan.api.types[*ty].path.steps.is_empty());
    let component = module.owner.is_schema();
    let (visibility, content) = match wire {
        true => (Visibility::Crate, Content::WireCode(id)),
        false if inline || !component => (Visibility::Public, Content::Definitions(id)),
        false => (Visibility::Crate, Content::Definitions(id)),
    };
    let mut leaf = node(module.name.as_str(), visibility, content);
    leaf.gate = webhooks(plan.package.events_only.modules.contains(&id));
    leaf
}

fn is_printed(plan: &Plan<'_>, id: ModuleId, wire: bool) -> bool {
    let module = plan.module(id);
    match wire {
        true => module.types.iter().any(|ty| has_wire_code(plan, *ty)),
        false => !module.types.is_empty() || module.is_signed(plan.api),
    }
}

fn has_wire_code(plan: &Plan<'_>, id: TypeId) -> bool {
    // Of a multipart body there is only what checks it: its call puts it together.
    let printed = plan.ty(id).is_some_and(|ty| !ty.is_multipart() || ty.validated);
    printed && plan.api.types[id].shared.is_none() && !matches!(plan.api.types[id].shape, Shape::Alias(_))
}

/// The declaration of a child: with its body in one file, or in a file of its own.
pub(crate) fn declaration(node: &Node, layout: Layout, body: Option<TokenStream>) -> TokenStream {
    let name = names::token(&node.name);
    let visibility = match node.visibility {
        Visibility::Public => quote!(pub),
        Visibility::Crate => quote!(pub(crate)),
        Visibility::Private => TokenStream::new(),
    };
    let gate = gated(node.gate.as_deref(), layout);
    match body {
        Some(body) => quote!(#gate #visibility mod #name { #body }),
        None => quote!(#gate #visibility mod #name;),
    }
}

/// The re-export of all that is in a private module of the same directory.
pub(crate) fn reexport(node: &Node, layout: Layout, visibility: &TokenStream) -> Option<TokenStream> {
    (node.visibility == Visibility::Private).then(|| {
        let (gate, name) = (gated(node.gate.as_deref(), layout), names::token(&node.name));
        quote!(#gate #visibility use self::#name::*;)
    })
}

/// The tokens of a module, without its children.
#[derive(Default)]
pub(crate) struct Tokens {
    /// Inner attributes, which come first.
    pub inner: TokenStream,
    /// Items.
    pub items: TokenStream,
}

/// An inner line of documentation.
pub(crate) fn line(text: &str) -> TokenStream {
    quote!(#![doc = #text])
}
