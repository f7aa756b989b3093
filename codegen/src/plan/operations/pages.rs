//! Results that come in pages: how a page leads to its items and to the next call.

use super::bodies::BodyKind;
use super::page_detection;
use super::responses::{ResponseBody, ResponseType};
use super::{Argument, ArgumentKind, OperationPlan};
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Content, ContentKind, NextPage, Operation, Pagination, ParamLocation, Shape};
use crate::plan::names::Ident;
use crate::plan::{Plan, RustType};

/// How a page goes on.
pub struct PagePlan {
    /// From the page to the list of its items; empty: the page is the list.
    pub items: Vec<Step>,
    /// The type of an item.
    pub item: RustType,
    /// How the next page is asked for.
    pub next: NextPlan,
    /// From the page to the boolean that says whether there is a next one.
    pub more: Option<Vec<Step>>,
}

/// A member on the way through a page.
pub struct Step {
    /// Its name in Rust.
    pub name: Ident,
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// How the next page is asked for. An argument is an index in [`OperationPlan::arguments`].
pub enum NextPlan {
    /// A token of the page, of this type, goes into an argument.
    Cursor(usize, Vec<Step>, RustType),
    /// The id of the last item, of this type, goes into an argument.
    LastItem(usize, Vec<Step>, RustType),
    /// An argument counts pages from the given number on.
    Page(usize, i64),
    /// An argument counts items.
    Offset(usize),
    /// The page holds the URL of the next one.
    Url(Vec<Step>, RustType),
    /// The `Link` header does.
    Link,
}

/// Plans the pages of all operations: as declared, or else as detected.
pub(in crate::plan) fn plan(plan: &mut Plan<'_>, diags: &mut Diagnostics) {
    for index in 0..plan.operations.len() {
        let operation = &plan.api.operations[plan.operations[index].id.index()];
        let found = match &operation.pagination {
            Some(declared) => match resolve(plan, index, operation, declared) {
                Ok(found) => Some(found),
                Err(reason) => {
                    let problem = Problem::UnusablePagination { reason };
                    diags.push(problem, Location::from(operation.origin.span));
                    None
                }
            },
            None => page(plan, &plan.operations[index], operation)
                .ok()
                .and_then(|(content, _)| page_detection::detect(plan, operation, content.ty.as_ref()?))
                .and_then(|detected| resolve(plan, index, operation, &detected).ok()),
        };
        plan.operations[index].pages = found;
    }
}

/// The page, which must be the only success, as declared and in Rust.
fn page<'p>(
    plan: &Plan<'_>,
    planned: &'p OperationPlan,
    operation: &'p Operation,
) -> Result<(&'p Content, &'p RustType), String> {
    let repeats = |entity: &BodyKind| match entity {
        BodyKind::Json(_) | BodyKind::Form(_) | BodyKind::Text => true,
        BodyKind::Multipart(id) => plan.ty(*id).is_some_and(|ty| !ty.multipart),
        BodyKind::Parts | BodyKind::Bytes => false,
    };
    if let Some(body) = &planned.body
        && !body.variants.iter().all(|variant| repeats(&variant.kind))
    {
        return Err("the body of the request can be sent only once".to_owned());
    }
    let ResponseType::One(ResponseBody::Json(ty)) = &planned.success else {
        return Err("the operation has no single JSON answer".to_owned());
    };
    let successes = operation
        .responses
        .iter()
        .filter(|response| super::responses::is_success(response.status));
    let content = successes
        .flat_map(|response| &response.contents)
        .find(|content| content.kind == ContentKind::Json);
    let content = content.ok_or("the operation documents no success")?;
    Ok((content, ty))
}

fn resolve(plan: &Plan<'_>, index: usize, operation: &Operation, pagination: &Pagination) -> Result<PagePlan, String> {
    let planned = &plan.operations[index];
    let (_, page) = page(plan, planned, operation)?;
    let (items, list) = walk(plan, page, &pagination.items)?;
    let RustType::Vec(item) = list else {
        return Err(format!("`{}` is no list", pagination.items.join(".")));
    };
    let argument = |name: &str| argument(operation, planned, name);
    let number = |name: &str| {
        let at = argument(name)?;
        match plan.unaliased(&planned.arguments[at].ty) {
            RustType::Integer(_) => Ok(at),
            _ => Err(format!("the parameter `{name}` is no integer")),
        }
    };
    let text = |name: &str| {
        let at = argument(name)?;
        match is_token(plan, &planned.arguments[at].ty) {
            true => Ok(at),
            false => Err(format!("the parameter `{name}` is neither a string nor an integer")),
        }
    };
    let token = |from: &RustType, path: &[String]| {
        let (steps, ty) = walk(plan, from, path)?;
        match is_token(plan, &ty) {
            true => Ok((steps, ty)),
            false => Err(format!("`{}` is neither a string nor an integer", path.join("."))),
        }
    };
    let next = match &pagination.next {
        NextPage::Cursor { param, token: path } => {
            let (steps, ty) = token(page, path)?;
            NextPlan::Cursor(text(param)?, steps, ty)
        }
        NextPage::LastItem { param, id } => {
            let (steps, ty) = token(&item, id)?;
            NextPlan::LastItem(text(param)?, steps, ty)
        }
        NextPage::Page { param, first } => NextPlan::Page(number(param)?, *first),
        NextPage::Offset { param } => NextPlan::Offset(number(param)?),
        NextPage::Url { field } => {
            let (steps, ty) = token(page, field)?;
            NextPlan::Url(steps, ty)
        }
        NextPage::LinkHeader => NextPlan::Link,
    };
    let more = pagination.more.as_ref().and_then(|path| walk(plan, page, path).ok());
    Ok(PagePlan {
        items,
        item: *item,
        next,
        more: more.filter(|(_, ty)| *ty == RustType::Bool).map(|(steps, _)| steps),
    })
}

fn argument(operation: &Operation, planned: &OperationPlan, name: &str) -> Result<usize, String> {
    let is_it = |argument: &Argument| match argument.kind {
        ArgumentKind::Param(index) => operation
            .params
            .get(index)
            .is_some_and(|param| param.name == name && param.location == ParamLocation::Query),
        ArgumentKind::Body => false,
    };
    let found = planned.arguments.iter().position(is_it);
    found.ok_or_else(|| format!("there is no query parameter `{name}`"))
}

/// What can be written as text and read again.
fn is_token(plan: &Plan<'_>, ty: &RustType) -> bool {
    match plan.unaliased(ty) {
        RustType::String | RustType::Integer(_) => true,
        RustType::Named(id) => matches!(plan.api.types[*id].shape, Shape::Newtype(_)),
        _ => false,
    }
}

/// Follows the names of properties; the type at the end is without `Option`.
fn walk(plan: &Plan<'_>, from: &RustType, path: &[String]) -> Result<(Vec<Step>, RustType), String> {
    let mut steps = Vec::new();
    let mut current = plan.unaliased(from).clone();
    for name in path {
        let nothing = || format!("the answer has no property `{name}` there");
        if let RustType::Box(inner) = current {
            current = plan.unaliased(&inner).clone();
        }
        let RustType::Named(id) = current else {
            return Err(nothing());
        };
        let (Some(ty), Shape::Struct(object)) = (plan.ty(id), &plan.api.types[id].shape) else {
            return Err(nothing());
        };
        let field = ty.fields.iter().find(|field| object.fields[field.index].name == *name);
        let (field, declared) = field
            .and_then(|field| Some((field, field.declared()?)))
            .ok_or_else(nothing)?;
        let (optional, inner) = match plan.unaliased(&declared) {
            RustType::Option(inner) => (true, plan.unaliased(inner).clone()),
            other => (false, other.clone()),
        };
        steps.push(Step {
            name: field.name.clone(),
            optional,
        });
        current = inner;
    }
    Ok((steps, current))
}
