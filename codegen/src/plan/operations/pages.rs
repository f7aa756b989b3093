//! Results that come in pages: how a page leads to its items and to the next call.

use super::arguments::{Argument, ArgumentKind};
use super::bodies::BodyPlan;
use super::page_detection;
use super::responses::ResponsesPlan;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Content, ContentKind, NextPage, Operation, Pagination, ParamLocation};
use crate::plan::names::Ident;
use crate::plan::types::rust_type::RustType;
use crate::plan::types::{ShapePlan, Types};

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
    /// What is around its value.
    pub held: Held,
}

/// What is around the value of a member.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Plain,
    /// `Option`.
    Option,
    /// `Field`.
    Field,
}

/// How the next page is asked for. An argument is an index in [`OperationPlan::arguments`](super::OperationPlan::arguments).
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

/// What decides how the result of an operation goes on.
pub(super) struct Paged<'p, 'a> {
    pub(super) types: &'p Types<'a>,
    pub(super) operation: &'p Operation,
    pub(super) arguments: &'p [Argument],
    pub(super) body: Option<&'p BodyPlan>,
    pub(super) responses: &'p ResponsesPlan,
}

impl Paged<'_, '_> {
    /// Its pages: as declared, or else as detected.
    pub(super) fn plan(&self, diags: &mut Diagnostics) -> Option<PagePlan> {
        let Some(declared) = &self.operation.pagination else {
            let (content, page) = self.page().ok()?;
            let detected = page_detection::detect(self.types, self.operation, content.ty.as_ref()?)?;
            return self.resolve(page, &detected).ok();
        };
        let resolved = self.page().and_then(|(_, page)| self.resolve(page, declared));
        if let Err(reason) = &resolved {
            let reason = reason.clone();
            let location = Location::from(declared.span.unwrap_or(self.operation.origin.span));
            diags.push(Problem::UnusablePagination { reason }, location);
        }
        resolved.ok()
    }

    /// The page, which must be the only success, as declared and in Rust.
    fn page(&self) -> Result<(&Content, &RustType), String> {
        if self.body.is_some_and(|body| !body.is_repeatable(self.types)) {
            return Err("the body of the request can be sent only once".to_owned());
        }
        let document = self.responses.document();
        let ty = document.ok_or("the operation has no single JSON response")?;
        let responses = self.operation.responses.iter();
        let successes = responses.filter(|response| response.status.is_success());
        let content = successes
            .flat_map(|response| &response.contents)
            .find(|content| content.kind == ContentKind::Json);
        let content = content.ok_or("the operation has no documented success")?;
        Ok((content, ty))
    }

    fn resolve(&self, page: &RustType, pagination: &Pagination) -> Result<PagePlan, String> {
        let (items, list) = walk(self.types, page, &pagination.items)?;
        let RustType::Vec(item) = list else {
            return Err(format!("`{}` is not a list", pagination.items.join(".")));
        };
        let token = |from: &RustType, path: &[String]| {
            let (steps, ty) = walk(self.types, from, path)?;
            match is_token(self.types, &ty) {
                true => Ok((steps, ty)),
                false => Err(format!("`{}` is neither a string nor an integer", path.join("."))),
            }
        };
        let next = match &pagination.next {
            NextPage::Cursor { param, token: path } => {
                let (steps, ty) = token(page, path)?;
                NextPlan::Cursor(self.token_argument(param)?, steps, ty)
            }
            NextPage::LastItem { param, id } => {
                let (steps, ty) = token(&item, id)?;
                NextPlan::LastItem(self.token_argument(param)?, steps, ty)
            }
            NextPage::Page { param, first } => NextPlan::Page(self.number_argument(param)?, *first),
            NextPage::Offset { param } => NextPlan::Offset(self.number_argument(param)?),
            NextPage::Url { field } => {
                let (steps, ty) = token(page, field)?;
                NextPlan::Url(steps, ty)
            }
            NextPage::LinkHeader => NextPlan::Link,
        };
        let more = pagination.more.as_ref();
        let more = more.and_then(|path| walk(self.types, page, path).ok());
        Ok(PagePlan {
            items,
            item: *item,
            next,
            more: more.filter(|(_, ty)| *ty == RustType::Bool).map(|(steps, _)| steps),
        })
    }

    fn number_argument(&self, name: &str) -> Result<usize, String> {
        let at = self.argument(name)?;
        match self.types.unaliased(&self.arguments[at].ty) {
            RustType::Integer(_) => Ok(at),
            _ => Err(format!("the parameter `{name}` is not an integer")),
        }
    }

    fn token_argument(&self, name: &str) -> Result<usize, String> {
        let at = self.argument(name)?;
        match is_token(self.types, &self.arguments[at].ty) {
            true => Ok(at),
            false => Err(format!("the parameter `{name}` is neither a string nor an integer")),
        }
    }

    fn argument(&self, name: &str) -> Result<usize, String> {
        let is_it = |argument: &Argument| match argument.kind {
            ArgumentKind::Param(index) => {
                let param = self.operation.params.get(index);
                param.is_some_and(|param| param.name == name && param.location == ParamLocation::Query)
            }
            ArgumentKind::Body => false,
        };
        let found = self.arguments.iter().position(is_it);
        found.ok_or_else(|| format!("there is no query parameter `{name}`"))
    }
}

/// What can be written as text and read again.
fn is_token(types: &Types<'_>, ty: &RustType) -> bool {
    match types.unaliased(ty) {
        RustType::String | RustType::Integer(_) => true,
        RustType::Named(id) => types
            .get(*id)
            .is_some_and(|ty| matches!(ty.shape, ShapePlan::Newtype(_))),
        _ => false,
    }
}

/// Follows the names of properties; the type at the end is without what is around it.
pub(super) fn walk(types: &Types<'_>, from: &RustType, path: &[String]) -> Result<(Vec<Step>, RustType), String> {
    let mut steps = Vec::new();
    let mut current = types.unaliased(from).clone();
    for name in path {
        let nothing = || format!("the response has no property `{name}` there");
        if let RustType::Box(inner) = current {
            current = *inner;
        }
        let structure = types.structure(&current).ok_or_else(nothing)?;
        let field = structure.fields.iter().find(|field| field.source.name == *name);
        let (field, declared) = field
            .and_then(|field| Some((field, field.declared()?)))
            .ok_or_else(nothing)?;
        let (held, inner) = match types.unaliased(&declared) {
            RustType::Option(inner) => (Held::Option, types.unaliased(inner).clone()),
            RustType::Field(inner) => (Held::Field, types.unaliased(inner).clone()),
            other => (Held::Plain, other.clone()),
        };
        steps.push(Step {
            name: field.name.clone(),
            held,
        });
        current = inner;
    }
    Ok((steps, current))
}
