//! Finds out how results go on, where parameters and response leave no doubt (names that are common to many APIs).

use crate::ir::{
    Json, NextPage, Operation, Pagination, Param, ParamLocation, Shape, StringFormat, Struct, Type, TypeRef,
};
use crate::plan::types::Types;

// All names are compared in lower case, letters and digits only.

/// Parameters that take a token of the page before.
const CURSORS: &[&str] = &[
    "cursor",
    "nextcursor",
    "pagecursor",
    "pagetoken",
    "nexttoken",
    "nextpagetoken",
    "continuationtoken",
    "continuation",
    "after",
    "aftercursor",
    "startingafter",
    "afterid",
    "marker",
    "nextmarker",
    "scrollid",
    "paginationtoken",
    "bookmark",
    "starttoken",
    "exclusivestartkey",
];

/// Properties that hold it, the surest names first.
const TOKENS: &[&str] = &[
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "nextpagecursor",
    "nextcontinuationtoken",
    "continuationtoken",
    "continuation",
    "nextmarker",
    "endcursor",
    "paginationtoken",
    "scrollid",
    "lastevaluatedkey",
    "after",
    "nextpage",
    "next",
    "cursor",
    "bookmark",
];

/// Properties that hold the URL of the next page by their name alone.
const URLS: &[&str] = &[
    "nextlink",
    "odatanextlink",
    "nexturl",
    "nexturi",
    "nextpageurl",
    "nextpageuri",
];

/// Objects beside the items that say how the result goes on.
const CONTAINERS: &[&str] = &[
    "meta",
    "metadata",
    "pagination",
    "paging",
    "page",
    "pageinfo",
    "cursors",
    "cursor",
    "links",
    "next",
    "responsemetadata",
    "pagingmetadata",
    "info",
];

/// Steps to a link: `_embedded/_links/next`, and one more.
const MAX_LINK_PATH: usize = 4;

/// Objects that hold the links of a page: a text in them is a URL.
const LINKS: &[&str] = &["links", "link"];

/// Objects around the items.
const ENVELOPES: &[&str] = &["embedded", "data", "result", "response", "payload"];

/// Lists of items, where there are other lists.
const LISTS: &[&str] = &["data", "items", "results", "value", "values", "entries", "records"];

/// Booleans that say whether there is another page.
const FLAGS: &[&str] = &["hasmore", "hasnext", "hasnextpage", "more", "moreitems", "istruncated"];

/// How the result of an operation goes on.
pub(super) fn detect(types: &Types<'_>, operation: &Operation, body: &TypeRef) -> Option<Pagination> {
    if operation.method != "GET" {
        return None;
    }
    let page = Page { types, operation, body };
    let (items, item) = page.items()?;
    let found = page.scalars();
    let more = found
        .iter()
        .find(|scalar| FLAGS.contains(&scalar.key.as_str()) && scalar.ty.ty == Type::Bool);
    let more = more.map(|scalar| scalar.path.clone());
    let next = page
        .link()
        .or_else(|| page.url(&found))
        .or_else(|| page.cursor(&found))
        .or_else(|| page.last_item(&found, item, more.is_some()))
        .or_else(|| page.counted())?;
    Some(Pagination {
        items,
        next,
        more,
        span: None,
    })
}

struct Page<'a> {
    types: &'a Types<'a>,
    operation: &'a Operation,
    body: &'a TypeRef,
}

/// A scalar of the response that is not an item.
struct Scalar<'a> {
    path: Vec<String>,
    key: String,
    /// Whether it is among links.
    linked: bool,
    ty: &'a TypeRef,
}

impl<'a> Page<'a> {
    fn object(&self, ty: &'a TypeRef) -> Option<&'a Struct> {
        let Type::Named { id, .. } = self.types.resolved(ty).0 else {
            return None;
        };
        match &self.types.api.types.get(*id)?.shape {
            Shape::Struct(object) => Some(object),
            Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => None,
        }
    }

    fn list(&self, ty: &'a TypeRef) -> Option<&'a TypeRef> {
        match self.types.resolved(ty).0 {
            Type::Array(item) => Some(item),
            _ => None,
        }
    }

    /// The way to the items, and the type of one.
    fn items(&self) -> Option<(Vec<String>, &'a TypeRef)> {
        if let Some(item) = self.list(self.body) {
            return Some((Vec::new(), item));
        }
        let object = self.object(self.body)?;
        if let Some((name, item)) = self.only_list(object) {
            return Some((vec![name], item));
        }
        let envelopes = object
            .fields
            .iter()
            .filter(|field| ENVELOPES.contains(&key(&field.name).as_str()));
        let mut found = envelopes.filter_map(|field| {
            let (name, item) = self.only_list(self.object(&field.ty)?)?;
            Some((vec![field.name.clone(), name], item))
        });
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// The only list of an object, or the only one with a name for items.
    fn only_list(&self, object: &'a Struct) -> Option<(String, &'a TypeRef)> {
        let lists = || {
            object
                .fields
                .iter()
                .filter_map(|field| Some((field, self.list(&field.ty)?)))
        };
        let named = || lists().filter(|(field, _)| LISTS.contains(&key(&field.name).as_str()));
        let found = match (lists().count(), named().count()) {
            (1, _) => lists().next(),
            (_, 1) => named().next(),
            (_, _) => None,
        };
        found.map(|(field, item)| (field.name.clone(), item))
    }

    /// Scalars at the top and in the objects that say how the result goes on.
    fn scalars(&self) -> Vec<Scalar<'a>> {
        let mut out = Vec::new();
        if let Some(object) = self.object(self.body) {
            self.collect(object, &[], false, &mut out);
        }
        out
    }

    fn collect(&self, object: &'a Struct, path: &[String], linked: bool, out: &mut Vec<Scalar<'a>>) {
        for field in &object.fields {
            let mut path = path.to_vec();
            path.push(field.name.clone());
            let key = key(&field.name);
            match self.object(&field.ty) {
                Some(inner) if path.len() <= 2 && CONTAINERS.contains(&key.as_str()) => {
                    self.collect(inner, &path, linked || LINKS.contains(&key.as_str()), out);
                }
                // A link may be an object of links again, so only the length of the path ends the walk.
                Some(inner) if linked && key == "next" && path.len() <= MAX_LINK_PATH => {
                    self.collect(inner, &path, true, out);
                }
                Some(_) => {}
                None => out.push(Scalar {
                    path,
                    key,
                    linked,
                    ty: &field.ty,
                }),
            }
        }
    }

    /// The `Link` header of a documented success (RFC 8288).
    fn link(&self) -> Option<NextPage> {
        let mut headers = self
            .operation
            .responses
            .iter()
            .filter(|response| response.status.is_success())
            .flat_map(|response| &response.headers);
        headers
            .any(|header| header.name.eq_ignore_ascii_case("link"))
            .then_some(NextPage::LinkHeader)
    }

    fn url(&self, scalars: &[Scalar<'_>]) -> Option<NextPage> {
        let next = |scalar: &Scalar<'_>| {
            scalar.key == "next" || scalar.path.iter().rev().nth(1).is_some_and(|one| key(one) == "next")
        };
        let is_url = |scalar: &&Scalar<'_>| {
            self.is_text(scalar.ty)
                && (URLS.contains(&scalar.key.as_str())
                    || (next(scalar)
                        && (self.is_uri(scalar.ty) || (scalar.linked && matches!(&*scalar.key, "next" | "href")))))
        };
        let found = only(scalars.iter().filter(is_url))?;
        Some(NextPage::Url {
            field: found.path.clone(),
        })
    }

    fn cursor(&self, scalars: &[Scalar<'_>]) -> Option<NextPage> {
        let takes_token = |param: &&Param| {
            let key = key(&param.name);
            CURSORS.contains(&key.as_str()) || (key == "page" && scalars.iter().any(|scalar| scalar.key == "nextpage"))
        };
        let param = only(self.query().filter(takes_token))?;
        let holds_token = |scalar: &&Scalar<'_>| match self.types.resolved(scalar.ty).0 {
            Type::String(_) => true,
            Type::Integer(_) => matches!(scalar.key.as_str(), "nextpage" | "nextcursor"),
            Type::Named { .. } => self.is_text(scalar.ty),
            _ => false,
        };
        let token = TOKENS
            .iter()
            .find_map(|name| only(scalars.iter().filter(|scalar| scalar.key == *name).filter(holds_token)))?;
        Some(NextPage::Cursor {
            param: param.name.clone(),
            token: token.path.clone(),
        })
    }

    /// A page that only says whether there is more goes on after its last item.
    fn last_item(&self, scalars: &[Scalar<'_>], item: &'a TypeRef, more: bool) -> Option<NextPage> {
        let names = ["after", "startingafter", "afterid"];
        let param = only(self.query().filter(|param| names.contains(&key(&param.name).as_str())))?
            .name
            .clone();
        if !more {
            return None;
        }
        if let Some(last) = only(scalars.iter().filter(|scalar| scalar.key == "lastid")) {
            return Some(NextPage::Cursor {
                param,
                token: last.path.clone(),
            });
        }
        let id = self
            .object(item)?
            .fields
            .iter()
            .find(|field| field.name == "id" && field.required)?;
        Some(NextPage::LastItem {
            param,
            id: vec![id.name.clone()],
        })
    }

    /// Pages or items are counted by the client.
    fn counted(&self) -> Option<NextPage> {
        let integer = |names: &'static [&'static str]| {
            only(self.query().filter(move |param| {
                names.contains(&key(&param.name).as_str())
                    && matches!(self.types.resolved(&param.ty).0, Type::Integer(_))
            }))
        };
        let page = integer(&["page", "pagenumber", "pageno", "pagenum"]);
        let offset = integer(&["offset", "skip"]);
        match (page, offset) {
            (Some(page), None) => Some(NextPage::Page {
                param: page.name.clone(),
                first: first_page(page),
            }),
            (None, Some(offset)) => Some(NextPage::Offset {
                param: offset.name.clone(),
            }),
            (_, _) => None,
        }
    }

    fn query(&self) -> impl Iterator<Item = &'a Param> {
        self.operation
            .params
            .iter()
            .filter(|param| param.location == ParamLocation::Query)
    }

    fn is_text(&self, ty: &TypeRef) -> bool {
        match self.types.resolved(ty).0 {
            Type::String(_) => true,
            Type::Named { id, .. } => matches!(self.types.api.types[*id].shape, Shape::Newtype(_)),
            _ => false,
        }
    }

    fn is_uri(&self, ty: &TypeRef) -> bool {
        let uri = Some(StringFormat::Uri);
        let (resolved, uses) = self.types.resolved(ty);
        let own = match resolved {
            Type::Named { id, .. } => match &self.types.api.types[*id].shape {
                Shape::Newtype(newtype) => newtype.checks.format == uri,
                _ => false,
            },
            _ => false,
        };
        own || uses.iter().any(|used| used.checks.format == uri)
    }
}

/// The number of the first page: what the server assumes, or the least that it takes, or one.
fn first_page(param: &Param) -> i64 {
    if let Some(Json::Number(number)) = &param.default {
        return number.parse().unwrap_or(1);
    }
    let minimum = param.ty.checks.constraints.numbers.minimum.as_ref();
    let least = minimum.and_then(|minimum| minimum.as_i64());
    least.filter(|least| *least == 0).unwrap_or(1)
}

fn key(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_ascii_alphanumeric());
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The only one: of several, none is meant without doubt.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let one = all.next()?;
    all.next().is_none().then_some(one)
}
