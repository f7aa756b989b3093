//! The OpenAPI Object and the objects below it, as data (OpenAPI 3.1 section 4.8, and 3.2).
//!
//! References have been followed: a node says where the object is, not who refers to it.

use super::Reader;
use super::resolve::Resolver;
use super::security;
use super::signature::Signed;
use crate::diag::{Diagnostics, Problem};
use crate::tree::{NodeId, Tree};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A whole document.
pub struct Document<'t> {
    /// The nodes that it is read from.
    pub tree: &'t Tree,
    /// Where its references lead.
    pub refs: Rc<Resolver<'t>>,
    /// The root node.
    pub node: NodeId,
    /// The Info Object.
    pub info: Info,
    /// `servers`.
    pub servers: Vec<Server>,
    /// Operations of `paths`, in document order.
    pub operations: Vec<Operation>,
    /// Operations of `webhooks`, each with the webhook's name.
    pub webhooks: Vec<(Arc<str>, Operation)>,
    /// `components.schemas`.
    pub schemas: Vec<(Arc<str>, NodeId)>,
    /// `components.securitySchemes`.
    pub security_schemes: Vec<security::Scheme>,
    /// `security`.
    pub security: Option<Vec<security::Requirement>>,
    /// `tags`, with their descriptions.
    pub tags: Vec<(Arc<str>, Option<String>)>,
    /// Examples of responses that a client cannot read, which was said of them.
    pub unreadable: BTreeSet<NodeId>,
    /// What operations are called that the settings leave out: by `operationId`, by method and path, by JSON pointer.
    pub left_out: BTreeSet<String>,
}

impl<'t> Document<'t> {
    /// A reader for its schemas.
    pub fn reader<'d>(&self, diags: &'d mut Diagnostics) -> Reader<'t, 'd> {
        Reader::with(self.tree, Rc::clone(&self.refs), diags)
    }
}

/// The Info Object.
#[derive(Debug, Default)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `version`.
    pub version: String,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs` of the document, a line of CommonMark.
    pub external_docs: Option<String>,
    /// `contact`, `license` and `termsOfService`, a line of CommonMark each.
    pub about: Vec<String>,
}

/// The Server Object.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its node.
    pub node: NodeId,
    /// `url`.
    pub url: String,
    /// `name` (3.2).
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `variables`.
    pub variables: Vec<ServerVariable>,
}

/// The Server Variable Object.
#[derive(Clone, Debug, Default)]
pub struct ServerVariable {
    /// Its key.
    pub name: String,
    /// `default`.
    pub default: String,
    /// `enum`.
    pub values: Vec<String>,
    /// `description`.
    pub description: Option<String>,
}

/// The Operation Object, with what its path item adds.
#[derive(Debug)]
pub struct Operation {
    /// Its node.
    pub node: NodeId,
    /// The path template; the name of a webhook.
    pub path: Arc<str>,
    /// The HTTP method, in the case it is sent in.
    pub method: String,
    /// `operationId`.
    pub id: Option<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `summary` and `description` of the path item, which are meant for all its operations (OpenAPI 3.1 section 4.8.9).
    pub path_prose: Vec<String>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `tags`.
    pub tags: Vec<Arc<str>>,
    /// `externalDocs`, a line of CommonMark.
    pub external_docs: Option<String>,
    /// Parameters of the path item and of the operation, the latter overriding.
    pub parameters: Vec<Parameter>,
    /// `requestBody`.
    pub body: Option<RequestBody>,
    /// `responses`, by key.
    pub responses: Vec<(Arc<str>, Response)>,
    /// `callbacks`: the operations of each, with the callback's name.
    pub callbacks: Vec<(Arc<str>, Operation)>,
    /// `security`; `None`: the document's holds.
    pub security: Option<Vec<security::Requirement>>,
    /// `servers` of the operation or its path item.
    pub servers: Vec<Server>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// `x-speakeasy-pagination` or `x-ms-pageable`, unread.
    pub pagination: Option<NodeId>,
    /// `x-retry: never`.
    pub never_repeated: bool,
    /// `x-polling`.
    pub polling: Option<Polling>,
    /// `x-webhook-signature`; of a webhook or callback also what the document says of all of them.
    pub signature: Signed,
}

/// `x-polling`: which property says that something has ended, and how.
#[derive(Clone, Debug)]
pub struct Polling {
    /// The node of `status`.
    pub place: NodeId,
    /// The names of properties that lead to the status.
    pub status: Vec<String>,
    /// The values that are a success.
    pub done: Ends,
    /// The values that are a failure.
    pub failed: Ends,
}

/// Values that are ends, as text, and where they are.
pub type Ends = Vec<(Arc<str>, NodeId)>;

impl Operation {
    /// Its method and path, by which settings can call it, and messages do.
    pub fn place(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// The Parameter Object, and the Header Object, which differs only in having no name and place.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it is used: its node, or the reference to it.
    pub place: NodeId,
    /// Its node, after references.
    pub node: NodeId,
    /// `name`.
    pub name: Arc<str>,
    /// `in`.
    pub location: Arc<str>,
    /// `required`.
    pub required: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// `description`.
    pub description: Option<String>,
    /// `allowEmptyValue`.
    pub allow_empty: bool,
    /// `style`.
    pub style: Option<Arc<str>>,
    /// `explode`.
    pub explode: Option<bool>,
    /// `allowReserved`.
    pub allow_reserved: bool,
    /// `schema`.
    pub schema: Option<NodeId>,
    /// The only entry of `content`.
    pub content: Option<MediaType>,
    /// `example` and `examples`.
    pub examples: Vec<Example>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
}

impl Parameter {
    /// What tells it from the others of an operation: its name and its place (OpenAPI 3.1 section 4.8.12).
    pub(super) fn key(&self) -> (Arc<str>, Arc<str>) {
        (Arc::clone(&self.name), Arc::clone(&self.location))
    }
}

/// The Request Body Object.
#[derive(Debug)]
pub struct RequestBody {
    /// Its node, after references.
    pub node: NodeId,
    /// `description`.
    pub description: Option<String>,
    /// `required`, if it is said.
    pub required: Option<bool>,
    /// `content`.
    pub content: Vec<MediaType>,
}

/// The Response Object.
#[derive(Debug)]
pub struct Response {
    /// Its node, after references.
    pub node: NodeId,
    /// `description`.
    pub description: Option<String>,
    /// `headers`.
    pub headers: Vec<Parameter>,
    /// `content`.
    pub content: Vec<MediaType>,
}

/// The Media Type Object with its key.
#[derive(Clone, Debug)]
pub struct MediaType {
    /// Its node, after references.
    pub node: NodeId,
    /// The media type or range.
    pub name: Arc<str>,
    /// `schema`.
    pub schema: Option<NodeId>,
    /// `itemSchema` (3.2).
    pub item_schema: Option<NodeId>,
    /// `encoding`, by property.
    pub encoding: Vec<(Arc<str>, Encoding)>,
    /// `example` and `examples`.
    pub examples: Vec<Example>,
}

/// The Encoding Object.
#[derive(Clone, Debug)]
pub struct Encoding {
    /// Its node, after references.
    pub node: NodeId,
    /// `contentType`.
    pub content_type: Option<Arc<str>>,
    /// `style`.
    pub style: Option<Arc<str>>,
    /// `explode`.
    pub explode: Option<bool>,
    /// `allowReserved`.
    pub allow_reserved: Option<bool>,
    /// `headers`.
    pub headers: Vec<Parameter>,
}

/// The Example Object with its key.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its key; `None` for a lone `example`.
    pub name: Option<Arc<str>>,
    /// `summary` and `description`, on one line.
    pub summary: Option<String>,
    /// `value`.
    pub value: NodeId,
}

/// A URL as a link of CommonMark; other text as it is.
fn linked(text: String) -> String {
    match text.starts_with("http") {
        true => format!("<{text}>"),
        false => text,
    }
}

const ROOT: &[&str] = &[
    "openapi",
    "$self",
    "info",
    "jsonSchemaDialect",
    "servers",
    "paths",
    "webhooks",
    "components",
    "security",
    "tags",
    "externalDocs",
];

const INFO: &[&str] = &[
    "title",
    "summary",
    "description",
    "termsOfService",
    "contact",
    "license",
    "version",
];

const COMPONENTS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

impl<'t> Reader<'t, '_> {
    /// Reads a whole document.
    pub fn document(&mut self, node: NodeId) -> Document<'t> {
        self.known(node, "OpenAPI object", ROOT);
        if !["paths", "webhooks", "components"]
            .iter()
            .any(|key| self.tree.get(node, key).is_some())
        {
            self.report(node, Problem::NothingDescribed {});
        }
        let components = self.tree.get(node, "components");
        let components = components.map(|components| self.in_place(components, "components"));
        if let Some(components) = components {
            self.known(components, "components object", COMPONENTS);
        }
        let section = |reader: &Self, key: &str| components.and_then(|components| reader.tree.get(components, key));
        let schemas = match section(self, "schemas") {
            // Names of schemas are names: `x-…` included.
            Some(schemas) => {
                let entries = self.object(schemas, "schemas").iter();
                entries.map(|entry| (Arc::clone(&entry.key), entry.value)).collect()
            }
            None => Vec::new(),
        };
        let security_schemes = match section(self, "securitySchemes") {
            Some(schemes) => self.security_schemes(schemes),
            None => Vec::new(),
        };
        let mut operations = self.paths(node);
        self.unused_tags(node, &operations);
        let mut webhooks = self.webhooks(node);
        self.sign_all(node, &mut operations, &mut webhooks);
        self.report_links(&operations, &webhooks);
        let security = self.security(node);
        if let Some(place) = self.tree.get(node, "security")
            && operations.iter().all(|operation| operation.security.is_some())
        {
            self.report(place, Problem::IdleSecurity {});
        }
        if let Some(components) = components {
            self.unused_components(components);
        }
        self.overridden_prose();
        Document {
            tree: self.tree,
            refs: Rc::clone(&self.refs),
            node,
            info: self.info(node),
            servers: self.servers(node),
            operations,
            webhooks,
            schemas,
            security_schemes,
            security,
            tags: self.tags(node),
            unreadable: BTreeSet::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// Reports the components that no operation and no webhook reaches. Schemas and security schemes are looked at when their use is
    /// known.
    fn unused_components(&mut self, components: NodeId) {
        for section in COMPONENTS
            .iter()
            .filter(|key| !matches!(**key, "schemas" | "securitySchemes"))
        {
            let Some(map) = self.tree.get(components, section) else {
                continue;
            };
            for entry in self.map(map, section) {
                if !self.has_followed(entry.value) {
                    let (section, name) = (format!("components.{section}"), entry.key.to_string());
                    self.report(entry.value, Problem::UnusedComponent { section, name });
                }
            }
        }
    }

    fn info(&mut self, document: NodeId) -> Info {
        let docs = self.tree.get(document, "externalDocs");
        let external_docs = docs.and_then(|docs| self.external_docs(docs));
        let Some(info) = self.tree.get(document, "info") else {
            return Info {
                external_docs,
                ..Info::default()
            };
        };
        let info = self.in_place(info, "info");
        self.known(info, "info object", INFO);
        Info {
            title: self.get_text(info, "title").unwrap_or_default(),
            version: self.get_text(info, "version").unwrap_or_default(),
            summary: self.get_text(info, "summary"),
            description: self.get_text(info, "description"),
            external_docs,
            about: self.about(info),
        }
    }

    fn about(&mut self, info: NodeId) -> Vec<String> {
        let mut about = Vec::new();
        for (key, word, keys) in [
            ("contact", "Contact", ["name", "url", "email"]),
            ("license", "License", ["name", "identifier", "url"]),
        ] {
            let Some(node) = self.tree.get(info, key) else { continue };
            let node = self.in_place(node, key);
            self.known(node, key, &keys);
            let parts = keys.map(|key| self.get_text(node, key));
            let parts: Vec<String> = parts.into_iter().flatten().map(linked).collect();
            about.push(format!("{word}: {}", parts.join(", ")));
        }
        let terms = self.get_text(info, "termsOfService");
        about.extend(terms.map(|terms| format!("Terms of service: {}", linked(terms))));
        about
    }
}
