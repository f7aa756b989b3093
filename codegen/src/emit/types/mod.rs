//! Definitions of types, for people.

mod aliases;
pub(crate) mod convert;
pub(crate) mod enums;
mod newtypes;
mod receive;
mod shared;
pub(crate) mod structs;
mod tuples;
mod unions;

use super::cx::{Cx, Layout};
use super::docs::doc::Doc;
use super::docs::inline_code;
use super::docs::method::type_words;
use super::features::gated;
use super::layout::{Content, Node, Tokens, Visibility, line};
use crate::ir::{EnumKind, Event, Foreign, Owner};
use crate::plan::names::Ident;
use crate::plan::{Folder, ModuleId, Plan, RustType, ShapePlan, TypePlan};
use crate::tokens::{TokenStream, quote};

/// What comes before a definition: derived traits, and the attributes of the settings.
pub(crate) fn attributes(ty: &TypePlan<'_>) -> TokenStream {
    let traits = ty
        .derives()
        .into_iter()
        .filter(|name| !is_listed(ty, name))
        .map(Ident::of_path);
    // They were parsed when the settings were read.
    let own = ty
        .extras
        .attributes
        .iter()
        .filter_map(|text| text.parse::<TokenStream>().ok());
    quote!(#[derive(#(#traits),*)] #(#own)*)
}

/// Whether the wire code implements a trait, by the list of values that it has anyway: that costs the compiler less than a derived
/// implementation for each type.
fn is_listed(ty: &TypePlan<'_>, name: &str) -> bool {
    match &ty.shape {
        ShapePlan::Enum(plan) if plan.source.kind == EnumKind::String => {
            ["Debug", "PartialEq", "Eq", "Hash"].contains(&name)
        }
        ShapePlan::Struct(_)
        | ShapePlan::Enum(_)
        | ShapePlan::Union(_)
        | ShapePlan::Newtype(_)
        | ShapePlan::Tuple(_)
        | ShapePlan::Alias(_) => false,
    }
}

/// A directory of modules with types, which re-exports the named ones.
pub(crate) fn folder(plan: &Plan<'_>, layout: Layout, node: &Node, folder: Folder) -> Tokens {
    let docs = match folder {
        Folder::Types => {
            line(" The named types of the document. What is inline in one of them is in a module of its name.")
        }
        Folder::Operations => TokenStream::new(),
        Folder::Events => line(" What the server sends by itself."),
    };
    let homes = node.children.iter().filter_map(|child| match child.content {
        Content::Definitions(id) => Some((id, child)),
        _ => None,
    });
    let named = homes.flat_map(|(id, child)| named_types(plan, id).map(move |named| (named, child)));
    let uses = named.map(|((module, ty), child)| {
        let name = &ty.name;
        let gate = gated(child.gate.as_deref(), layout);
        // In the documentation, types of public and of private modules are one list.
        let inline = (child.visibility == Visibility::Public).then(|| quote!(#[doc(inline)]));
        let helper = ty.required_struct.as_ref().filter(|_| ty.usage.sent);
        match helper {
            Some(helper) => quote!(#gate #inline pub use self::#module::{#name, #helper};),
            None => quote!(#gate #inline pub use self::#module::#name;),
        }
    });
    Tokens {
        inner: docs,
        items: quote!(#(#uses)*),
    }
}

/// The named schemas of a module.
fn named_types<'p>(plan: &'p Plan<'_>, id: ModuleId) -> impl Iterator<Item = (&'p Ident, &'p TypePlan<'p>)> {
    let module = plan.module(id);
    let component = module.owner.is_schema();
    let own = module
        .types
        .iter()
        .filter(move |ty| component && plan.api.types[**ty].path.steps.is_empty());
    own.filter_map(move |ty| Some((&module.name, plan.ty(*ty)?)))
}

/// The module of a component or an event.
pub(crate) fn module(plan: &Plan<'_>, layout: Layout, id: ModuleId) -> Tokens {
    let cx = Cx::definitions(plan, layout, id);
    let owner = &plan.module(id).owner;
    let event = match owner {
        Owner::Event(id) => plan.api.events.get(*id),
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Operation(_) => None,
    };
    let docs = event.map(|event| Doc::of(&event.docs).own(payload(&cx, event)));
    let docs = docs.unwrap_or_default();
    let docs = match plan.module(id).types.is_empty() {
        true => docs,
        false => docs.own(format!("Types of {}.", owner_words(owner, plan))),
    };
    let items = items(&cx, id);
    let receive = event.map(|event| receive::functions(plan, layout, id, event));
    let uses = cx.uses();
    Tokens {
        inner: docs.inner(),
        items: quote!(#uses #items #receive),
    }
}

/// What a webhook or callback delivers.
fn payload(cx: &Cx<'_>, event: &Event) -> String {
    match event.json().and_then(|content| content.ty.as_ref()) {
        Some(ty) => format!("Delivers {}.", type_words(cx, &RustType::of(ty))),
        None => String::new(),
    }
}

/// The types of a module.
pub(crate) fn items(cx: &Cx<'_>, id: ModuleId) -> TokenStream {
    let plan = cx.plan;
    let types = plan.module(id).types.iter();
    types
        .filter_map(|id| plan.ty(*id))
        .map(|ty| match &ty.def.shared {
            Some(shared) => shared::reexport(ty, shared),
            None => definition(cx, ty),
        })
        .collect()
}

fn definition(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    match &ty.shape {
        ShapePlan::Struct(structure) => structs::definition(cx, ty, structure),
        ShapePlan::Enum(enumeration) => enums::enumeration(cx, ty, enumeration),
        ShapePlan::Union(union) => unions::union(cx, ty, union),
        ShapePlan::Newtype(_) => newtypes::newtype(cx, ty),
        ShapePlan::Tuple(tuple) => tuples::tuple(cx, ty, tuple),
        ShapePlan::Alias(target) => aliases::alias(cx, ty, target),
    }
}

/// What a module is made for, in words.
pub(crate) fn owner_words(owner: &Owner, plan: &Plan<'_>) -> String {
    let name = match owner {
        Owner::Schema(name) | Owner::Component(_, name) | Owner::Foreign(Foreign { name, .. }) => name.clone(),
        Owner::Operation(_) => "an operation".to_owned(),
        Owner::Event(id) => plan
            .api
            .events
            .get(*id)
            .map(|event| event.name.clone())
            .unwrap_or_default(),
    };
    inline_code(&name)
}
