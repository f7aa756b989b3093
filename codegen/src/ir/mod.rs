//! The intermediate representation: what an API *is*, as plain data.
//!
//! Nothing here is spelled in OpenAPI's keywords or in Rust. A type is defined once ([`TypeDef`]) and used in many places
//! ([`TypeRef`]); a use carries what is said about the place rather than about the type: may it be null, what must hold.
//! Ids are handed out before bodies are known, so recursion is nothing special.

mod constraints;
mod ids;
mod operations;
mod paths;
mod types;
mod walk;

pub use crate::constraints::Constraints;
pub use constraints::{Assertion, Checks, StringFormat};
pub use ids::{AssertionId, EventId, OperationId, ParamLocation, Status, TypeId};
pub use operations::{
    Body, Content, ContentKind, Encoding, Event, Header, NextPage, Operation, Pagination, Param, ParamEncoding,
    Polling, Requirement, Response, SchemeKind, SchemeUse, SecurityScheme, Segment, Server, ServerVariable, Signature,
    Style,
};
pub use paths::{ComponentKind, Foreign, Owner, PathStep, TypePath, ValueKind};
pub use types::{
    Access, Enum, EnumKind, EnumValue, Field, FloatKind, IntegerKind, Newtype, Rest, Shape, Shared, StringKind, Struct,
    Tagging, Tuple, Type, TypeDef, TypeRef, Union, Usage, Variant,
};
pub(crate) use walk::{
    each_content_mut, each_event_mut, each_root_mut, each_use, each_use_mut, each_use_of_mut, mentioned, parts,
    parts_mut,
};

use crate::arena::Arena;
use crate::source::Span;
use crate::text::quoted;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where in the document something was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// JSON pointer as a URI fragment (RFC 6901 section 6), such as `#/components/schemas/Pet`.
    pub pointer: Arc<str>,
    /// The bytes of the node.
    pub span: Span,
}

/// A JSON value of the document: an example, a default, a constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Json {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, as written.
    Number(Box<str>),
    /// A string.
    String(Arc<str>),
    /// An array.
    Array(Vec<Json>),
    /// An object, in document order.
    Object(Vec<(Arc<str>, Json)>),
}

impl Json {
    /// A scalar as it is in a string.
    pub fn plain_text(&self) -> String {
        match self {
            Json::String(text) => text.to_string(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => self.text(),
        }
    }

    /// The value as JSON text on one line, with a space after commas and colons.
    pub fn text(&self) -> String {
        match self {
            Json::Null => "null".to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Number(text) => text.to_string(),
            Json::String(text) => quoted(text),
            Json::Array(items) => format!("[{}]", items.iter().map(Json::text).collect::<Vec<_>>().join(", ")),
            Json::Object(entries) => {
                let entries = entries.iter();
                let entries = entries.map(|(key, value)| format!("{}: {}", quoted(key), value.text()));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// A whole API.
#[derive(Clone, Debug, Default)]
pub struct Api {
    /// Title, version and prose.
    pub info: Info,
    /// Servers that apply where an operation names none.
    pub servers: Vec<Server>,
    /// All type definitions.
    pub types: Arena<TypeId, TypeDef>,
    /// Schemas that only the assertion interpreter can check.
    pub assertions: Arena<AssertionId, Assertion>,
    /// All operations, in document order.
    pub operations: Arena<OperationId, Operation>,
    /// Payloads that the server sends by itself (webhooks and callbacks).
    pub events: Arena<EventId, Event>,
    /// Every credential that some operation can use.
    pub schemes: Vec<SecurityScheme>,
    /// Tags, in document order, undeclared ones last.
    pub tags: Vec<Tag>,
    /// Names of modules from the settings, or names that are kept.
    pub modules: BTreeMap<Owner, String>,
    /// What the settings leave out, as they can call it: names, tags and JSON pointers of operations.
    pub left_out: BTreeSet<String>,
    /// The examples of the document, where they are asked for.
    pub example_tests: Vec<ExampleTest>,
    /// Where each pattern is written, or is written first.
    pub patterns: BTreeMap<Arc<str>, Origin>,
    /// Whether types lead to each other over more levels than a compiler follows that is not told to.
    pub is_deep: bool,
}

/// More operations than this are not read as one list, and the time to compile them is felt.
pub const MANY_OPERATIONS: usize = 40;

impl Api {
    /// Whether there are more operations than people read as one list.
    pub fn has_many_operations(&self) -> bool {
        self.operations.len() > MANY_OPERATIONS
    }
}

/// What the document says about itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// `title`, possibly empty.
    pub title: String,
    /// `version` of the API, any text.
    pub version: String,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`, CommonMark.
    pub description: Option<String>,
    /// Further documentation, a line of CommonMark.
    pub external_docs: Option<String>,
    /// Contact, license and terms, a line of CommonMark each.
    pub about: Vec<String>,
}

/// A tag, which groups operations.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// `summary` or `description`.
    pub description: Option<String>,
    /// A rename from the settings, or a name that is kept.
    pub rename: Option<String>,
}

/// Prose about an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `title` or `summary`.
    pub title: Option<String>,
    /// `description`, CommonMark.
    pub description: Option<String>,
    /// Whether the item is deprecated.
    pub deprecated: bool,
    /// Examples, with their names where they have any.
    pub examples: Vec<Example>,
    /// Further documentation, a line of CommonMark.
    pub external_docs: Option<String>,
    /// `format`, where the type does not say it; several of a choice that is one type.
    pub formats: Vec<String>,
    /// What a string holds: `contentMediaType`, and `contentEncoding` where the type does not say it.
    pub content: Option<String>,
    /// The schema of what a string holds (`contentSchema`), as JSON.
    pub content_schema: Option<String>,
    /// The keywords of the schema that no type expresses, as JSON.
    pub rules: Option<String>,
    /// What is said of parts of the value that have no item of their own.
    pub inner: Vec<InnerDocs>,
}

impl Docs {
    /// Whether nothing is said; examples are not looked at.
    pub fn is_empty(&self) -> bool {
        let Docs {
            title,
            description,
            deprecated,
            examples: _,
            external_docs,
            formats,
            content,
            content_schema,
            rules,
            inner,
        } = self;
        let said = [title, description, external_docs, content, content_schema, rules];
        !deprecated && formats.is_empty() && inner.is_empty() && said.into_iter().all(Option::is_none)
    }
}

/// What is said of a part of a value that has no item of its own: of the items of a list of strings, and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct InnerDocs {
    /// Which part it is.
    pub place: InnerPlace,
    /// What is said of it.
    pub docs: Docs,
    /// What is assumed where it is absent.
    pub default: Option<Json>,
}

impl InnerDocs {
    /// What another schema says of the whole value.
    pub fn of_whole(docs: Docs) -> InnerDocs {
        InnerDocs {
            place: InnerPlace::Whole,
            docs,
            default: None,
        }
    }
}

/// A part of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum InnerPlace {
    /// All of it, by another schema that applies to it too.
    Whole,
    /// Every item of a list.
    Item,
    /// An item of a tuple, by its position.
    Element(usize),
    /// The items after those of a tuple.
    Further,
    /// Every value of a map.
    Value,
    /// Every property that is not declared.
    Undeclared,
    /// The values that one schema of several allows: its JSON types, or the values themselves.
    Kind(Vec<String>),
}

/// An example value.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The key of a named example.
    pub name: Option<String>,
    /// Its `summary` and `description`, on one line.
    pub summary: Option<String>,
    /// The value.
    pub value: Json,
    /// Where it is.
    pub origin: Origin,
}

/// An example and the type that is to read it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleTest {
    /// The type.
    pub ty: TypeRef,
    /// The value.
    pub value: Json,
    /// What is said of it, on one line.
    pub prose: Option<String>,
    /// Whether its own schema allows it; then, pointers of the properties that the schema does not
    /// declare, or only as read-only.
    pub fits: Option<Vec<String>>,
    /// Where it is.
    pub origin: Origin,
}
