//! What a client can call: operations, their parameters, bodies, responses, credentials, servers and pages.

use super::ids::{ParamLocation, Status};
use super::types::TypeRef;
use super::{Docs, Example, Json, Origin};
use crate::source::Span;

/// A call that a client can make.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, where there is one.
    pub id: Option<String>,
    /// The HTTP method, as sent.
    pub method: String,
    /// The path template, as written.
    pub path: String,
    /// The same, cut at its parameters.
    pub segments: Vec<Segment>,
    /// Prose; the title is the `summary`.
    pub docs: Docs,
    /// Tags, in document order.
    pub tags: Vec<String>,
    /// Parameters without credentials.
    pub params: Vec<Param>,
    /// The request body.
    pub body: Option<Body>,
    /// Documented responses: codes first, then ranges, then `default`.
    pub responses: Vec<Response>,
    /// Alternatives; each is a list of what it needs. Empty: nothing is needed.
    pub security: Vec<Requirement>,
    /// Whether neither the operation nor the document has `security`: what is set is then sent.
    pub any_credential: bool,
    /// Servers of its own.
    pub servers: Vec<Server>,
    /// How its result goes on, when it comes in pages.
    pub pagination: Option<Pagination>,
    /// The header parameter that makes a repeated request harmless.
    pub idempotency_key: Option<String>,
    /// Whether it is sent once, whatever the policy of the caller is.
    pub never_repeated: bool,
    /// What of its result says that something has ended.
    pub polling: Option<Polling>,
    /// Where it is.
    pub origin: Origin,
    /// A rename from the settings or `x-rust-name`.
    pub rename: Option<String>,
}

impl Operation {
    /// Its method and path, by which settings can call it, and messages do.
    pub fn place(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that is sent as it is, percent-encoded.
    Text(String),
    /// The parameter of this index in [`Operation::params`].
    Param(usize),
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name on the wire.
    pub name: String,
    /// Where it goes.
    pub location: ParamLocation,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub ty: TypeRef,
    /// How it is written.
    pub encoding: ParamEncoding,
    /// Whether an empty value may be sent (`allowEmptyValue`).
    pub allow_empty: bool,
    /// What the server assumes when it is absent.
    pub default: Option<Json>,
    /// Prose.
    pub docs: Docs,
    /// Where it is.
    pub origin: Origin,
    /// `x-rust-name`.
    pub rename: Option<String>,
}

/// How a parameter is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamEncoding {
    /// By `style` and `explode` (OpenAPI 3.1 section 4.8.12.3).
    Style {
        /// The style.
        style: Style,
        /// Whether properties and elements are separate.
        explode: bool,
        /// Whether reserved characters stay as they are.
        allow_reserved: bool,
    },
    /// As a document of a media type.
    Content(String),
}

/// Serialisation styles of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// `matrix`.
    Matrix,
    /// `label`.
    Label,
    /// `simple`.
    Simple,
    /// `form`.
    Form,
    /// `cookie` (3.2).
    Cookie,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it must be there.
    pub required: bool,
    /// The media types that the server takes, in document order.
    pub contents: Vec<Content>,
    /// Prose.
    pub docs: Docs,
    /// Where it is.
    pub origin: Origin,
}

/// A representation of a body.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type as declared, such as `application/json; charset=utf-8`.
    pub media_type: String,
    /// What kind of document it is.
    pub kind: ContentKind,
    /// The type of the whole body; for sequential media the type of one item. `None`: nothing is said.
    pub ty: Option<TypeRef>,
    /// How the properties of a form or multipart body are written.
    pub encodings: Vec<Encoding>,
    /// Examples of the body.
    pub examples: Vec<Example>,
    /// Where it is.
    pub origin: Origin,
}

/// Kinds of documents, by media type (RFC 6838).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentKind {
    /// `application/json` and `+json`.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/*`.
    Multipart,
    /// `text/*`, XML included: text as it is.
    Text,
    /// `text/event-stream`.
    EventStream,
    /// `application/jsonl`, `application/x-ndjson`, `application/json-seq`.
    JsonLines,
    /// Anything else: bytes.
    Binary,
}

/// How one property of a form or multipart body is written (OpenAPI 3.1 section 4.8.15).
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// The property.
    pub property: String,
    /// Media type of the part.
    pub content_type: Option<String>,
    /// `style`, `explode` and `allowReserved`, where given.
    pub style: Option<(Style, bool, bool)>,
    /// Headers of the part.
    pub headers: Vec<Header>,
}

/// A documented response.
#[derive(Clone, Debug)]
pub struct Response {
    /// When it is given.
    pub status: Status,
    /// Prose.
    pub docs: Docs,
    /// Documented headers.
    pub headers: Vec<Header>,
    /// The media types of its body; empty: no body.
    pub contents: Vec<Content>,
    /// Where it is.
    pub origin: Origin,
}

/// A header of a response or of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Whether it is always there.
    pub required: bool,
    /// Its type.
    pub ty: TypeRef,
    /// Whether `explode` is set: it decides how an object is written.
    pub explode: bool,
    /// Whether its value is a JSON document (`content`).
    pub json: bool,
    /// Prose.
    pub docs: Docs,
    /// Where it is.
    pub origin: Origin,
}

/// A payload that the server sends by itself.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The media types of the payload.
    pub contents: Vec<Content>,
    /// How the server signs it, where the document says that and the payload is JSON.
    pub signature: Option<Box<Signature>>,
    /// Prose.
    pub docs: Docs,
    /// Where it is.
    pub origin: Origin,
}

impl Event {
    /// What is sent as JSON.
    pub fn json(&self) -> Option<&Content> {
        self.contents.iter().find(|content| content.kind == ContentKind::Json)
    }
}

/// How the server signs what it sends by itself: HMAC with SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The header with the signatures.
    pub header: String,
    /// What a signature begins with.
    pub prefix: Option<String>,
    /// What is between signatures, where that is not a comma.
    pub separator: Option<char>,
    /// Whether a signature is Base64; otherwise its digits are hexadecimal.
    pub is_base64: bool,
    /// What is signed, where that is not the body alone.
    pub content: Option<String>,
    /// The header with the id of a delivery.
    pub id_header: Option<String>,
    /// The header with the time of a delivery.
    pub timestamp_header: Option<String>,
    /// What the time begins with as an item of the header with the signatures.
    pub timestamp_item: Option<String>,
    /// How far the time may be from now, in seconds, where the document says that.
    pub tolerance: Option<u64>,
    /// Whether secrets are Base64.
    pub is_secret_base64: bool,
}

/// One alternative of what an operation needs: all of these credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// What is needed.
    pub uses: Vec<SchemeUse>,
}

/// A credential that an operation needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeUse {
    /// Index in [`Api::schemes`](super::Api::schemes).
    pub scheme: usize,
    /// OAuth2 scopes.
    pub scopes: Vec<String>,
    /// Whether it is sent only where it is known (an optional header parameter).
    pub optional: bool,
}

/// A credential of the client.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Its key in the document, or the name of the header parameter.
    pub name: String,
    /// How it is sent.
    pub kind: SchemeKind,
    /// Whether it is a header parameter of operations.
    pub is_parameter: bool,
    /// Prose.
    pub description: Option<String>,
    /// Where it is.
    pub origin: Origin,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum SchemeKind {
    /// A key under a name, in a header, the query or a cookie. A credential header parameter is one too.
    ApiKey {
        /// Where: header, query or cookie.
        location: ParamLocation,
        /// The name there.
        name: String,
    },
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// `Authorization: Bearer …` (RFC 6750); `openIdConnect` too.
    Bearer,
    /// Another scheme of the `Authorization` header (RFC 9110 section 11).
    Http(String),
    /// OAuth 2.0 (RFC 6749).
    OAuth2 {
        /// The token endpoint of the client credentials flow, if that flow exists.
        client_credentials: Option<String>,
    },
    /// TLS client certificates: the transport's business.
    MutualTls,
}

/// A server.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL template.
    pub url: String,
    /// Its name (3.2), or the first words of its description.
    pub name: Option<String>,
    /// Prose.
    pub description: Option<String>,
    /// A name from the settings, or one that is kept.
    pub rename: Option<String>,
    /// The variables of the template.
    pub variables: Vec<ServerVariable>,
    /// Where it is.
    pub origin: Origin,
}

/// A variable of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Its name in the template.
    pub name: String,
    /// Its default.
    pub default: String,
    /// The values it can take; empty: any.
    pub values: Vec<String>,
    /// Prose.
    pub description: Option<String>,
}

/// What of a result says that something has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polling {
    /// Path of property names from the body to the status.
    pub status: Vec<String>,
    /// Where it is named.
    pub span: Span,
    /// The values that are a success, as text, and where they are.
    pub done: Vec<(String, Span)>,
    /// The values that are a failure.
    pub failed: Vec<(String, Span)>,
}

/// How a result that comes in pages goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// Path of property names from the body to the array of items; empty: the body is the array.
    pub items: Vec<String>,
    /// How the next page is asked for.
    pub next: NextPage,
    /// Path of a boolean in the body that says whether there is a next page, if there is one.
    pub more: Option<Vec<String>>,
    /// Where it is declared; `None` where it was inferred.
    pub span: Option<Span>,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// A token of the response goes into a parameter.
    Cursor {
        /// The query parameter.
        param: String,
        /// Path of the token in the body.
        token: Vec<String>,
    },
    /// The id of the last item goes into a parameter.
    LastItem {
        /// The query parameter.
        param: String,
        /// Path of the id in the item.
        id: Vec<String>,
    },
    /// Pages are counted.
    Page {
        /// The query parameter.
        param: String,
        /// The number of the first page.
        first: i64,
    },
    /// Items are counted.
    Offset {
        /// The query parameter.
        param: String,
    },
    /// The body holds the URL of the next page.
    Url {
        /// Path of the URL in the body.
        field: Vec<String>,
    },
    /// The `Link` header (RFC 8288) with `rel="next"`.
    LinkHeader,
}
