//! The modules of the generated code, as a tree: each is a file of a package, or nested in one file.

use super::cx::{Cx, Layout};
use super::{calls, client, encode, enums, front, headers, outcomes, pages, schemas, structs, validators, wire};
use crate::ir::{Owner, Shape, TypeId};
use crate::plan::names::Ident;
use crate::plan::{Folder, ModuleId, OperationPlan, Plan, TypePlan, WEBHOOKS};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::BTreeSet;

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
    let folder = |folder: Folder, wire: bool| -> Option<Node> {
        let nodes: Vec<Node> = plan
            .modules
            .iter()
            .enumerate()
            .filter(|(_, module)| module.folder == folder)
            .map(|(index, _)| ModuleId(index as u32))
            .filter(|id| is_printed(plan, *id, wire))
            .map(|id| leaf(plan, id, wire))
            .collect();
        let events_only = nodes
            .iter()
            .all(|node| node.gate.as_deref() == webhooks(true).as_deref());
        (!nodes.is_empty()).then(|| Node {
            name: folder.as_str().to_owned(),
            public: !wire,
            content: if wire {
                Content::WireFolder(folder)
            } else {
                Content::Folder(folder)
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
    if !plan.patterns.is_empty() {
        wire.push(simple("patterns", false, Content::Patterns));
    }
    if !plan.assertions.is_empty() {
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
    let inline = module
        .types
        .iter()
        .any(|ty| !plan.api.types[ty.index()].path.steps.is_empty());
    let component = matches!(module.owner, Owner::Schema(_));
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

fn operation_of<'a>(plan: &'a Plan<'_>, id: ModuleId) -> Option<&'a OperationPlan> {
    plan.operations.iter().find(|operation| operation.module == id)
}

fn is_printed(plan: &Plan<'_>, id: ModuleId, wire: bool) -> bool {
    let module = plan.module(id);
    if operation_of(plan, id).is_some() {
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
    let printed = plan.ty(id).is_some_and(|ty| !ty.multipart || ty.validated);
    printed && !matches!(plan.api.types[id.index()].shape, Shape::Alias(_))
}

/// The cargo feature of what only webhooks and callbacks use.
fn webhooks(only: bool) -> Option<Vec<String>> {
    only.then(|| vec![WEBHOOKS.to_owned()])
}

/// The cargo features of an operation's tags; none if tags are no features or it has no tag.
fn features(plan: &Plan<'_>, operation: &OperationPlan) -> Option<Vec<String>> {
    let tags = plan.tags.as_ref()?;
    let features: Vec<String> = operation
        .tags
        .iter()
        .filter_map(|tag| tags.get(*tag))
        .map(|tag| tag.as_str().to_owned())
        .collect();
    (!features.is_empty()).then_some(features)
}

/// The condition under which an operation is compiled.
pub(super) fn feature_gate(plan: &Plan<'_>, layout: Layout, operation: &OperationPlan) -> TokenStream {
    gated(features(plan, operation).as_deref(), layout)
}

/// The condition under which a planned module is compiled.
pub(super) fn module_gate(plan: &Plan<'_>, id: ModuleId) -> TokenStream {
    gate(features_of(plan, id).as_deref())
}

/// The cargo features with which a planned module is compiled; none if it always is.
fn features_of(plan: &Plan<'_>, id: ModuleId) -> Option<Vec<String>> {
    match operation_of(plan, id) {
        Some(operation) => features(plan, operation),
        None => webhooks(plan.events_only.modules.contains(&id)),
    }
}

/// The condition under which a module is compiled.
pub(super) fn gate_of(node: &Node, layout: Layout) -> TokenStream {
    gated(node.gate.as_deref(), layout)
}

/// A module of somebody else's crate has no features of its own.
fn gated(features: Option<&[String]>, layout: Layout) -> TokenStream {
    match layout {
        Layout::Crate => gate(features),
        Layout::File => TokenStream::new(),
    }
}

fn gate(features: Option<&[String]>) -> TokenStream {
    match features {
        None => TokenStream::new(),
        Some([only]) => quote!(#[cfg(feature = #only)]),
        Some(several) => quote!(#[cfg(any(#(feature = #several),*))]),
    }
}

/// The declaration of a child: with its body in one file, or in a file of its own.
pub fn declaration(node: &Node, layout: Layout, body: Option<TokenStream>) -> TokenStream {
    let name = module_token(&node.name);
    let visibility = if node.public { quote!(pub) } else { quote!(pub(crate)) };
    let gate = gate_of(node, layout);
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

/// The tokens of a module, without its children.
pub fn tokens(plan: &Plan<'_>, layout: Layout, node: &Node) -> Tokens {
    let tokens = |inner: TokenStream, items: TokenStream| Tokens { inner, items };
    match node.content {
        Content::Root => front::root(&Cx::new(plan, layout, &[]), node),
        Content::Client => {
            let docs = line(" The client and its settings.");
            let items = client::client(&Cx::new(plan, layout, &["client"]));
            tokens(docs, items)
        }
        Content::Folder(which) => folder(plan, layout, node, which),
        Content::Definitions(id) => definitions(plan, layout, id),
        Content::Wire => {
            let docs = line(" How values are read and written. For the compiler; the definitions are for people.");
            tokens(docs, TokenStream::new())
        }
        Content::WireFolder(folder) => tokens(
            line(&format!(" Wire code of `{}`.", folder.as_str())),
            TokenStream::new(),
        ),
        Content::WireCode(id) => wire_code(plan, layout, id),
        Content::Patterns => {
            let docs = line(" The patterns of the document.");
            let gated = |source: &str| gated(webhooks(plan.events_only.patterns.contains(source)).as_deref(), layout);
            let items = validators::patterns(&Cx::new(plan, layout, &["wire", "patterns"]), &gated);
            tokens(docs, items)
        }
        Content::Schemas => {
            let cx = Cx::new(plan, layout, &["wire", "schemas"]);
            let docs = line(" Rules that no type expresses, as data.");
            let items = schemas::schemas(&cx);
            let patterns = import_patterns(&cx);
            tokens(docs, quote!(#patterns use ::specwright_runtime::v1; #items))
        }
    }
}

fn line(text: &str) -> TokenStream {
    quote!(#![doc = #text])
}

fn folder(plan: &Plan<'_>, layout: Layout, node: &Node, folder: Folder) -> Tokens {
    let docs = match folder {
        Folder::Types => {
            line(" The named types of the document. What is inline in one of them is in a module of its name.")
        }
        Folder::Operations => line(" One module for each operation, with its types and its call."),
        Folder::Events => line(" What the server sends by itself."),
    };
    let homes = node.children.iter().filter_map(|child| match child.content {
        Content::Definitions(id) => Some((id, gate_of(child, layout))),
        _ => None,
    });
    let named = homes.flat_map(|(id, gate)| named_types(plan, id).map(move |named| (named, gate.clone())));
    let uses = named.map(|((module, ty), gate)| {
        let name = &ty.name;
        let helper = ty.required_struct.as_ref().filter(|_| ty.usage.sent);
        match helper {
            Some(helper) => quote!(#gate pub use self::#module::{#name, #helper};),
            None => quote!(#gate pub use self::#module::#name;),
        }
    });
    Tokens {
        inner: docs,
        items: quote!(#(#uses)*),
    }
}

/// The named schemas of a module.
fn named_types<'p>(plan: &'p Plan<'_>, id: ModuleId) -> impl Iterator<Item = (&'p Ident, &'p TypePlan)> {
    let module = plan.module(id);
    let component = matches!(module.owner, Owner::Schema(_));
    let own = module
        .types
        .iter()
        .filter(move |ty| component && plan.api.types[ty.index()].path.steps.is_empty());
    own.filter_map(move |ty| Some((&module.name, plan.ty(*ty)?)))
}

fn definitions(plan: &Plan<'_>, layout: Layout, id: ModuleId) -> Tokens {
    let cx = Cx::definitions(plan, layout, id);
    let module = plan.module(id);
    let types = module
        .types
        .iter()
        .filter_map(|ty| plan.ty(*ty).map(|planned| (*ty, planned)))
        .map(|(ty, planned)| match &plan.api.types[ty.index()].shape {
            Shape::Struct(object) => structs::definition(&cx, ty, object, planned),
            Shape::Enum(enumeration) => enums::enumeration(&cx, ty, enumeration, planned),
            Shape::Union(union) => enums::union(&cx, ty, union, planned),
            Shape::Newtype(_) => enums::newtype(&cx, ty, planned),
            Shape::Tuple(_) => enums::tuple(&cx, ty, planned),
            Shape::Alias(_) => enums::alias(&cx, ty, planned),
        });
    match operation_of(plan, id) {
        Some(operation) => {
            let source = &plan.api.operations[operation.id.index()];
            let title = super::docs::inline_code(&format!("{} {}", source.method, source.path));
            let docs = line(&format!(" {title}"));
            let outcomes = outcomes::definitions(&cx, operation);
            let headers = headers::definition(&cx, operation);
            let body = calls::body_enum(&cx, operation);
            let call = calls::call(&cx, operation);
            let future = calls::into_future(&cx, operation);
            Tokens {
                inner: docs,
                items: quote!(use ::specwright_runtime::v1; #(#types)* #body #outcomes #headers #call #future),
            }
        }
        None => {
            let docs = line(&format!(" Types of {}.", owner_words(&module.owner, plan)));
            Tokens {
                inner: docs,
                items: quote!(#(#types)*),
            }
        }
    }
}

fn owner_words(owner: &Owner, plan: &Plan<'_>) -> String {
    let name = match owner {
        Owner::Schema(name) | Owner::Component(_, name) => name.clone(),
        Owner::Operation(_) => "an operation".to_owned(),
        Owner::Event(id) => plan
            .api
            .events
            .get(id.0 as usize)
            .map(|event| event.name.clone())
            .unwrap_or_default(),
    };
    super::docs::inline_code(&name)
}

fn wire_code(plan: &Plan<'_>, layout: Layout, id: ModuleId) -> Tokens {
    let cx = Cx::wire(plan, layout, id);
    let module = plan.module(id);
    let operation = operation_of(plan, id);
    let title = match operation {
        Some(operation) => {
            let source = &plan.api.operations[operation.id.index()];
            super::docs::inline_code(&format!("{} {}", source.method, source.path))
        }
        None => owner_words(&module.owner, plan),
    };
    let docs = line(&format!(" Wire code of {title}."));
    let types = module
        .types
        .iter()
        .filter_map(|ty| plan.ty(*ty).map(|planned| (*ty, planned)));
    let mut code = TokenStream::new();
    let mut named: BTreeSet<TypeId> = BTreeSet::new();
    for (ty, planned) in types.clone() {
        let type_code = wire::type_code(&cx, ty, planned);
        let validate = validators::validate_code(&cx, ty, planned, false);
        if !type_code.is_empty() || !validate.is_empty() {
            named.insert(ty);
        }
        code.extend([type_code, validate]);
    }
    let operation_code = operation.map(|operation| {
        let (encode, decode) = (encode::encode(&cx, operation), outcomes::decode(&cx, operation));
        let (headers, next) = (headers::reader(&cx, operation), pages::next(&cx, operation));
        quote!(#encode #decode #headers #next)
    });
    named.extend(&cx.mentions().types);
    let names: Vec<_> = types
        .filter(|(ty, _)| named.contains(ty))
        .map(|(_, planned)| &planned.name)
        .collect();
    let path = format_ident!("{}", module.folder.as_str());
    let home = &module.name;
    let import = (!names.is_empty()).then(|| {
        let module = cx.item(&[], &quote!(#path::#home));
        quote!(use #module::{#(#names),*};)
    });
    let patterns = import_patterns(&cx);
    Tokens {
        inner: docs,
        items: quote!(#import #patterns use ::specwright_runtime::v1; #operation_code #code),
    }
}

/// Matchers are called by the name of their module.
fn import_patterns(cx: &Cx<'_>) -> Option<TokenStream> {
    let patterns = cx.item(&["wire"], &quote!(patterns));
    cx.mentions().patterns.then(|| quote!(use #patterns;))
}
