//! Wire code: how values are read and written. It is for the compiler, and is apart from the definitions.
//!
//! By default a type is read only if the server sends it and written only if the client does; the cargo feature `serde-all` adds
//! the other direction.

mod bodies;
mod constraints;
mod enums;
mod headers;
mod literals;
mod multipart;
pub(crate) mod names;
mod newtypes;
mod objects;
mod pages;
pub mod pattern;
mod request;
mod response;
mod schemas;
mod scope;
mod style;
mod tuples;
mod unions;
mod validate;

use super::cx::Layout;
use super::features::webhooks;
use super::layout::{Content, Node, Visibility};
use super::operations;
use super::package::deprecation::has_deprecations;
use super::types::owner_words;
use super::writer::{Code, Lines, Str, code};
use crate::plan::names::Ident;
use crate::plan::{ModuleId, Plan, ShapePlan, TypePlan};
use scope::Scope;

/// A module of wire code, whose children have files of their own.
pub(crate) fn file(plan: &Plan<'_>, node: &Node) -> String {
    contents(plan, Layout::Crate, node, 0).print()
}

/// A module of wire code in the one file of all code.
pub(crate) fn module(plan: &Plan<'_>, node: &Node) -> String {
    let mut body = Lines::new();
    if has_deprecations(plan) {
        let reason = "what the API deprecates is for its callers to avoid";
        body.line(code!("#![allow(deprecated, reason = $)]", Str(reason)));
    }
    if plan.package.is_embedded {
        let reason = "the lints of a crate are for what its authors write";
        let lints = code!(
            "unused, unreachable_pub, missing_debug_implementations, missing_copy_implementations, clippy::all, \
             clippy::pedantic, clippy::nursery, clippy::restriction"
        );
        body.line(code!("#![allow($, reason = $)]", lints, Str(reason)));
    }
    let reason = "the module around it may have any name";
    body.line(code!("#![allow(clippy::module_inception, reason = $)]", Str(reason)));
    body.extend(contents(plan, Layout::File, node, 1));
    Lines::of_block(code!("pub(crate) mod $", name(node)), body, "").print()
}

/// What is in a module. `depth`: how many modules it is inside, itself included.
fn contents(plan: &Plan<'_>, layout: Layout, node: &Node, depth: usize) -> Lines {
    let mut lines = Lines::new();
    lines.comment("//!", &title(plan, node));
    lines.blank();
    for child in &node.children {
        let gate = gate(child.gate.as_deref(), layout);
        let visibility = (child.visibility != Visibility::Private).then(|| code!("pub(crate) "));
        let head = code!("$mod $", visibility, name(child));
        if layout == Layout::File {
            lines.blank();
        }
        gate.into_iter().for_each(|gate| lines.line(gate));
        match layout {
            Layout::Crate => lines.line(code!("$;", head)),
            Layout::File => lines.block(head, contents(plan, layout, child, depth + 1), ""),
        }
    }
    lines.blank();
    // What is in the module of a group is seen as if it were beside it.
    for child in node
        .children
        .iter()
        .filter(|child| child.visibility == Visibility::Private)
    {
        gate(child.gate.as_deref(), layout)
            .into_iter()
            .for_each(|gate| lines.line(gate));
        lines.line(code!("pub(crate) use self::$::*;", name(child)));
    }
    match node.content {
        Content::WireCode(id) => lines.items(types_and_operation(plan, layout, id, depth)),
        Content::Patterns => lines.items(patterns(plan, layout)),
        Content::Wire => lines.items(names::names(plan.api).unwrap_or_default()),
        _ => {}
    }
    lines
}

fn name(node: &Node) -> Ident {
    Ident::of_path(&node.name)
}

/// What a module is for.
fn title(plan: &Plan<'_>, node: &Node) -> String {
    match node.content {
        Content::WireFolder(folder) => format!("Wire code of `{}`.", folder.as_str()),
        Content::WireGroup(index) => {
            let title = plan.groups.list.get(index).map(operations::groups::title);
            format!("Wire code of {}.", title.unwrap_or_default())
        }
        Content::WireCode(id) => match plan.operation_in(id) {
            Some(operation) => format!("Wire code of {}.", operations::title(plan, operation)),
            None => format!("Wire code of {}.", owner_words(&plan.module(id).owner, plan)),
        },
        Content::Patterns => "The patterns of the document.".to_owned(),
        _ => "How values are read and written. For the compiler; the definitions are for people.".to_owned(),
    }
}

/// The condition under which a module is compiled. A module of somebody else's crate has no features of its own.
fn gate(features: Option<&[String]>, layout: Layout) -> Option<Code> {
    let features = features.filter(|_| layout == Layout::Crate)?;
    Some(match features {
        [only] => code!("#[cfg(feature = $)]", Str(only)),
        several => {
            let several = several.iter().map(|feature| code!("feature = $", Str(feature)));
            code!("#[cfg(any($))]", Code::list(several))
        }
    })
}

/// The wire code of the types of a module, and of its operation.
fn types_and_operation(plan: &Plan<'_>, layout: Layout, id: ModuleId, depth: usize) -> Lines {
    let scope = Scope::new(plan, layout, id, depth);
    let mut code = Lines::new();
    if let Some(operation) = plan.operation_in(id) {
        code.items(request::facts(&scope, operation));
        code.items(request::encode(&scope, operation));
        code.items(response::decode(&scope, operation));
        code.items(headers::reader(&scope, operation));
        code.items(pages::next(&scope, operation));
    }
    let types = plan.module(id).types.iter().filter_map(|id| plan.ty(*id));
    // What another crate defines is read and written there.
    for ty in types.filter(|ty| ty.def.shared.is_none()) {
        code.items(type_code(&scope, ty));
        code.items(validate::validate_code(&scope, ty));
        if ty.def.in_long_circle && !ty.is_alias() {
            code.items(Lines::of(code!("v1::unwind_safe!($);", scope.own(ty))));
        }
    }
    code.items(schemas::statics(&scope));
    let mut lines = scope.imports();
    lines.items(code);
    lines
}

/// The wire code of a type; nothing for an alias.
fn type_code(scope: &Scope<'_>, ty: &TypePlan<'_>) -> Lines {
    match &ty.shape {
        // The call that sends a multipart body puts it together.
        ShapePlan::Struct(structure) if structure.multipart => Lines::new(),
        ShapePlan::Struct(structure) => objects::object_code(scope, ty, structure),
        ShapePlan::Enum(enumeration) => enums::enum_code(scope, ty, enumeration),
        ShapePlan::Union(union) => unions::union_code(scope, ty, union),
        ShapePlan::Newtype(newtype) => newtypes::newtype_code(scope, ty, newtype),
        ShapePlan::Tuple(tuple) => tuples::tuple_code(scope, ty, tuple),
        ShapePlan::Alias(_) => Lines::new(),
    }
}

/// All functions that match patterns.
fn patterns(plan: &Plan<'_>, layout: Layout) -> Lines {
    let mut lines = Lines::new();
    for (source, (name, pattern)) in &plan.types.patterns {
        let only = webhooks(plan.package.events_only.patterns.contains(*source));
        lines.blank();
        gate(only.as_deref(), layout)
            .into_iter()
            .for_each(|gate| lines.line(gate));
        lines.extend(pattern::matcher(name, pattern));
    }
    lines
}
