//! Wire code: how values are read and written. It is for the compiler, and stands apart from the definitions.
//!
//! By default a type is read only if the server sends it and written only if the client does; the cargo feature `serde-all` adds
//! the other direction.

mod constraints;
mod direction;
mod enums;
mod headers;
mod literals;
mod multipart;
mod newtypes;
mod objects;
mod pages;
pub mod pattern;
mod request;
mod response;
mod schemas;
mod tuples;
mod unions;
mod validate;

use super::cx::{Cx, Layout};
use super::features::{gated, webhooks};
use super::layout::{Node, Tokens, line, reexport};
use super::operations;
use super::types::owner_words;
use crate::ir::TypeId;
use crate::plan::{Folder, ModuleId, Plan, ShapePlan, TypePlan};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// A directory of wire code.
pub(crate) fn directory(layout: Layout, node: &Node, folder: Folder) -> Tokens {
    let groups = node
        .children
        .iter()
        .filter_map(|child| reexport(child, layout, &quote!(pub(crate))));
    Tokens {
        inner: line(&format!(" Wire code of `{}`.", folder.as_str())),
        items: quote!(#(#groups)*),
    }
}

/// The wire code of the types of a module, and of its operation.
pub(crate) fn module(plan: &Plan<'_>, layout: Layout, id: ModuleId) -> Tokens {
    let cx = Cx::wire(plan, layout, id);
    let module = plan.module(id);
    let operation = plan.operation_in(id);
    let title = match operation {
        Some(operation) => operations::title(plan, operation),
        None => owner_words(&module.owner, plan),
    };
    let docs = line(&format!(" Wire code of {title}."));
    let types = module.types.iter().filter_map(|id| plan.ty(*id));
    let mut code = TokenStream::new();
    let mut named: BTreeSet<TypeId> = BTreeSet::new();
    for ty in types.clone() {
        let type_code = type_code(&cx, ty);
        let validate = validate::validate_code(&cx, ty);
        if !type_code.is_empty() || !validate.is_empty() {
            named.insert(ty.id);
        }
        code.extend([type_code, validate]);
    }
    let operation_code = operation.map(|operation| {
        let (encode, decode) = (request::encode(&cx, operation), response::decode(&cx, operation));
        let (headers, next) = (headers::reader(&cx, operation), pages::next(&cx, operation));
        quote!(#encode #decode #headers #next)
    });
    named.extend(&cx.mentions().types);
    let names: Vec<_> = types.filter(|ty| named.contains(&ty.id)).map(|ty| &ty.name).collect();
    let home = &module.name;
    let import = (!names.is_empty()).then(|| {
        let module = cx.item(&[module.folder.as_str()], &home.to_string());
        quote!(use #module::{#(#names),*};)
    });
    let patterns = import_patterns(&cx);
    Tokens {
        inner: docs,
        items: quote!(#import #patterns use ::specwright_runtime::v1; #operation_code #code),
    }
}

/// The wire code of a type; nothing for an alias.
fn type_code(cx: &Cx<'_>, ty: &TypePlan<'_>) -> TokenStream {
    match &ty.shape {
        // The call that sends a multipart body puts it together.
        ShapePlan::Struct(structure) if structure.multipart => TokenStream::new(),
        ShapePlan::Struct(structure) => objects::object_code(cx, ty, structure),
        ShapePlan::Enum(enumeration) => enums::enum_code(cx, ty, enumeration),
        ShapePlan::Union(union) => unions::union_code(cx, ty, union),
        ShapePlan::Newtype(newtype) => newtypes::newtype_code(cx, ty, newtype),
        ShapePlan::Tuple(tuple) => tuples::tuple_code(cx, ty, tuple),
        ShapePlan::Alias(_) => TokenStream::new(),
    }
}

/// The module of all functions that match patterns.
pub(crate) fn patterns(plan: &Plan<'_>, layout: Layout) -> Tokens {
    let gated = |source: &str| {
        gated(
            webhooks(plan.package.events_only.patterns.contains(source)).as_deref(),
            layout,
        )
    };
    Tokens {
        inner: line(" The patterns of the document."),
        items: pattern::patterns(&Cx::new(plan, layout, &["wire", "patterns"]), &gated),
    }
}

/// The module of all assertions, as data.
pub(crate) fn schemas(plan: &Plan<'_>, layout: Layout) -> Tokens {
    let cx = Cx::new(plan, layout, &["wire", "schemas"]);
    let items = schemas::schemas(&cx);
    let patterns = import_patterns(&cx);
    Tokens {
        inner: line(" Rules that no type expresses, as data."),
        items: quote!(#patterns use ::specwright_runtime::v1; #items),
    }
}

/// Matchers are called by the name of their module.
fn import_patterns(cx: &Cx<'_>) -> Option<TokenStream> {
    let patterns = cx.item(&["wire"], "patterns");
    cx.mentions().patterns.then(|| quote!(use #patterns;))
}
