//! The intermediate representation: what an API *is*, as plain data.
//!
//! Nothing here is spelled in OpenAPI's keywords or in Rust. A type is defined once ([`TypeDef`]) and used in many places
//! ([`TypeRef`]); a use carries what is said about the place rather than about the type: may it be null, what must hold.
//! Ids are handed out before bodies are known, so recursion is nothing special.

use crate::source::Span;
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
#[derive(Clone, Debug, PartialEq)]
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

/// A whole API.
#[derive(Clone, Debug)]
pub struct Api {
    /// Title, version and prose.
    pub info: Info,
    /// Servers that apply where an operation names none.
    pub servers: Vec<Server>,
    /// All type definitions; [`TypeId`] is the index.
    pub types: Vec<TypeDef>,
    /// Schemas that only the assertion interpreter can check; [`AssertionId`] is the index.
    pub assertions: Vec<Assertion>,
    /// All operations, in document order.
    pub operations: Vec<Operation>,
    /// Payloads that the server sends by itself (webhooks and callbacks).
    pub events: Vec<Event>,
    /// Every credential that some operation can use.
    pub schemes: Vec<SecurityScheme>,
    /// Tags, in document order, undeclared ones last.
    pub tags: Vec<Tag>,
    /// The examples of the document, where they are asked for.
    pub trials: Vec<Trial>,
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
    /// URL of further documentation.
    pub external_docs: Option<String>,
}

/// A tag, which groups operations.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// `summary` or `description`.
    pub description: Option<String>,
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
    /// URL of further documentation.
    pub external_docs: Option<String>,
}

/// An example value.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The key of a named example.
    pub name: Option<String>,
    /// Its `summary`.
    pub summary: Option<String>,
    /// The value.
    pub value: Json,
    /// Where it stands.
    pub origin: Origin,
}

/// An example and the type that is to read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The type.
    pub ty: TypeRef,
    /// The value.
    pub value: Json,
    /// Whether its own schema allows it; then, pointers of the members that the schema does not
    /// declare, or only as read-only.
    pub fits: Option<Vec<String>>,
    /// Where it stands.
    pub origin: Origin,
}

// Types.

/// Index of a [`TypeDef`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

impl TypeId {
    /// The index in [`Api::types`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A type that gets a name of its own.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Where its schema stands.
    pub origin: Origin,
    /// What holds it: decides its name and its module.
    pub path: TypePath,
    /// Prose.
    pub docs: Docs,
    /// What it looks like.
    pub shape: Shape,
    /// What must hold of the value as a whole, beyond its shape.
    pub checks: Vec<Check>,
    /// Whether it travels to the server, from it, or both.
    pub usage: Usage,
    /// `x-rust-name`, or a rename from the settings.
    pub rename: Option<String>,
}

/// Which way values of a type travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// In a request.
    pub sent: bool,
    /// In an answer or an event.
    pub received: bool,
    /// By a call of an operation, be it in the request or in an answer.
    pub called: bool,
}

/// What holds a type: names are made from this and from nothing else, so that they don't depend on who uses it first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypePath {
    /// The item that the module is named after.
    pub owner: Owner,
    /// The way from there; empty for the owner's own type.
    pub steps: Vec<PathStep>,
}

/// An item that inline types are grouped under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A named schema.
    Schema(String),
    /// A named response, request body, parameter or header of the components.
    Component(ComponentKind, String),
    /// An operation.
    Operation(OperationId),
    /// A webhook or callback.
    Event(EventId),
}

/// The components, other than schemas, that can hold inline schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// `components.responses`.
    Response,
    /// `components.requestBodies`.
    RequestBody,
    /// `components.parameters`.
    Parameter,
    /// `components.headers`.
    Header,
    /// `components.mediaTypes` (3.2).
    MediaType,
}

/// One step from an owner to an inline type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// The request body; the media type is named when there are several.
    Request(Option<String>),
    /// The body of a response.
    Response(Status, Option<String>),
    /// A response header.
    Header(Status, String),
    /// A parameter.
    Parameter(String),
    /// A property of an object.
    Property(String),
    /// The elements of an array.
    Item,
    /// The n-th element of a tuple.
    Element(usize),
    /// The values of a map.
    MapValue,
    /// The n-th member of a union, with the name that its author gave it.
    Member(usize, Option<String>),
}

/// What a named type looks like.
#[derive(Clone, Debug)]
pub enum Shape {
    /// An object with known properties.
    Struct(Struct),
    /// A fixed list of scalars.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// A string that is checked when it is made.
    Newtype(Newtype),
    /// An array whose first elements have types of their own.
    Tuple(Tuple),
    /// Another name for a type.
    Alias(TypeRef),
}

/// The use of a type.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeRef {
    /// The type.
    pub ty: Type,
    /// Whether `null` is a value here.
    pub nullable: bool,
    /// What must hold of a value here.
    pub checks: Vec<Check>,
}

impl TypeRef {
    /// A use without checks that is never null.
    pub fn new(ty: Type) -> TypeRef {
        TypeRef {
            ty,
            nullable: false,
            checks: Vec::new(),
        }
    }
}

/// A type without a name of its own, or a reference to one that has.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Any JSON value.
    Any,
    /// Only `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// An integer.
    Integer(IntegerKind),
    /// A number.
    Number(FloatKind),
    /// A string.
    String(StringKind),
    /// A value that is always the same: nobody types it.
    Const(Json),
    /// A type of another crate, by the names of its path; it reads and writes itself.
    Foreign(Arc<[String]>),
    /// A list.
    Array(Box<TypeRef>),
    /// An object whose keys are data.
    Map(Box<TypeRef>),
    /// A type of [`Api::types`].
    Named {
        /// Which one.
        id: TypeId,
        /// Whether the edge must be boxed, because the type would otherwise contain itself.
        boxed: bool,
    },
}

/// The width of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntegerKind {
    /// 32 bits, signed.
    I32,
    /// 64 bits, signed: also integers without a format.
    I64,
    /// 32 bits, unsigned.
    U32,
    /// 64 bits, unsigned.
    U64,
    /// 128 bits, signed: bounds beyond 64 bits ask for it.
    I128,
}

/// The width of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FloatKind {
    /// `format: float`.
    F32,
    /// Everything else.
    F64,
}

/// What a string stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StringKind {
    /// Text.
    Text,
    /// Text that must not be shown in logs (`format: password`).
    Secret,
    /// RFC 3339 `date-time`.
    DateTime,
    /// RFC 3339 `full-date`.
    Date,
    /// RFC 3339 `full-time`.
    Time,
    /// RFC 3339 `duration`.
    Duration,
    /// RFC 4122 UUID.
    Uuid,
    /// Base64 (RFC 4648 section 4) of bytes.
    Base64,
    /// Bytes as they are: a part of a multipart body, or a whole body.
    Binary,
}

/// An object with known properties.
#[derive(Clone, Debug)]
pub struct Struct {
    /// The properties, in document order.
    pub fields: Vec<Field>,
    /// What becomes of other members.
    pub rest: Rest,
}

/// What becomes of members that an object does not declare.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// They are allowed and not looked at.
    Ignored,
    /// They are refused in what is sent.
    Denied,
    /// They are kept, each of this type.
    Kept(TypeRef),
}

/// A property.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in JSON.
    pub name: String,
    /// Its type.
    pub ty: TypeRef,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it only travels one way.
    pub access: Access,
    /// What the server assumes when it is absent. Never sent unasked.
    pub default: Option<Json>,
    /// Prose.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
    /// `x-rust-name`.
    pub rename: Option<String>,
}

/// `readOnly` and `writeOnly`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// Neither.
    #[default]
    Both,
    /// Never sent.
    ReadOnly,
    /// Never received.
    WriteOnly,
}

/// A fixed list of scalars.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The JSON type of the values.
    pub kind: EnumKind,
    /// The values, in document order, without duplicates and without `null`.
    pub values: Vec<EnumValue>,
    /// Whether the document itself admits other values (`anyOf: [string, enum]`).
    pub open: bool,
}

/// The JSON type of all values of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumKind {
    /// Strings.
    String,
    /// Integers that fit 64 bits.
    Integer,
    /// Numbers.
    Number,
    /// Booleans.
    Bool,
    /// Several types, objects and arrays included.
    Mixed,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value.
    pub value: Json,
    /// Name given by an extension such as `x-enum-varnames`.
    pub name: Option<String>,
    /// Prose given by an extension such as `x-enum-descriptions`, or by the member of a union of constants.
    pub description: Option<String>,
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The members, in document order.
    pub members: Vec<Member>,
    /// How a reader tells them apart.
    pub select: Select,
}

/// A member of a union.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its type.
    pub ty: TypeRef,
    /// What its variant is called after: a `title`, a tag value, a schema name.
    pub name: String,
    /// The tag values that choose it.
    pub tags: Vec<Json>,
    /// Keys that must be present for this member to be meant.
    pub required: Vec<String>,
    /// Prose.
    pub docs: Docs,
}

/// How a reader tells the members of a union apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Select {
    /// By the value of a property: declared by `discriminator`, or implied by constants that differ.
    Tag {
        /// The property.
        property: String,
        /// Whether the document declares it.
        declared: bool,
        /// The member that is meant when the tag is absent or unknown (`defaultMapping`, 3.2).
        fallback: Option<usize>,
    },
    /// By the JSON type of the value; every member has its own.
    Kind,
    /// By trying members in this order: most specific first.
    Order(Vec<usize>),
}

/// A string that is checked when it is made.
#[derive(Clone, Debug)]
pub struct Newtype {
    /// What the string stands for.
    pub kind: StringKind,
    /// What must hold.
    pub checks: Vec<Check>,
}

/// An array whose first elements have types of their own.
#[derive(Clone, Debug)]
pub struct Tuple {
    /// The first elements.
    pub elements: Vec<TypeRef>,
    /// How many of them must be there.
    pub required: usize,
    /// The type of further elements; `None` if there are none.
    pub rest: Option<TypeRef>,
}

/// Something that must hold of a value that is sent (JSON Schema Validation section 6).
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// At least this many code points.
    MinLength(u64),
    /// At most this many code points.
    MaxLength(u64),
    /// Matches an ECMA-262 pattern.
    Pattern(String),
    /// A `format` that is a rule: `uri`, `email`, `ipv4`, `ipv6`, `hostname`.
    Format(StringFormat),
    /// At least this.
    Minimum(Box<str>),
    /// At most this.
    Maximum(Box<str>),
    /// More than this.
    ExclusiveMinimum(Box<str>),
    /// Less than this.
    ExclusiveMaximum(Box<str>),
    /// A multiple of this.
    MultipleOf(Box<str>),
    /// At least this many elements.
    MinItems(u64),
    /// At most this many elements.
    MaxItems(u64),
    /// No two elements are equal.
    UniqueItems,
    /// At least this many members.
    MinProperties(u64),
    /// At most this many members.
    MaxProperties(u64),
    /// What only the assertion interpreter can check.
    Assert(AssertionId),
}

/// Formats that are checked in what is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StringFormat {
    /// An absolute URI (RFC 3986).
    Uri,
}

/// Index of an [`Assertion`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssertionId(pub u32);

impl AssertionId {
    /// The index in [`Api::assertions`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A JSON Schema (2020-12) reduced to what it asserts, for the interpreter of the runtime.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assertion {
    /// Where it stands.
    pub origin: Option<Origin>,
    /// `true` or `false` as a schema.
    pub boolean: Option<bool>,
    /// `$ref`.
    pub reference: Option<AssertionId>,
    /// `type`, as words of JSON Schema.
    pub types: Vec<&'static str>,
    /// `enum`.
    pub values: Option<Vec<Json>>,
    /// `const`.
    pub constant: Option<Json>,
    /// The keywords that are also [`Check`]s.
    pub checks: Vec<Check>,
    /// `required`.
    pub required: Vec<String>,
    /// `properties`.
    pub properties: Vec<(String, AssertionId)>,
    /// `patternProperties`.
    pub pattern_properties: Vec<(String, AssertionId)>,
    /// `additionalProperties`.
    pub additional_properties: Option<AssertionId>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Option<AssertionId>,
    /// `propertyNames`.
    pub property_names: Option<AssertionId>,
    /// `dependentRequired`.
    pub dependent_required: Vec<(String, Vec<String>)>,
    /// `dependentSchemas`.
    pub dependent_schemas: Vec<(String, AssertionId)>,
    /// `prefixItems`.
    pub prefix_items: Vec<AssertionId>,
    /// `items`.
    pub items: Option<AssertionId>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<AssertionId>,
    /// `contains`.
    pub contains: Option<AssertionId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `allOf`.
    pub all_of: Vec<AssertionId>,
    /// `anyOf`.
    pub any_of: Vec<AssertionId>,
    /// `oneOf`.
    pub one_of: Vec<AssertionId>,
    /// `not`.
    pub not: Option<AssertionId>,
    /// `if`.
    pub condition: Option<AssertionId>,
    /// `then`.
    pub consequence: Option<AssertionId>,
    /// `else`.
    pub alternative: Option<AssertionId>,
}

impl Assertion {
    /// The patterns that it matches itself: of the value, and of names of members.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        let own = self.checks.iter().filter_map(|check| match check {
            Check::Pattern(source) => Some(source.as_str()),
            _ => None,
        });
        own.chain(self.pattern_properties.iter().map(|(source, _)| source.as_str()))
    }
}

// Operations.

/// Index of an [`Operation`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub u32);

impl OperationId {
    /// The index in [`Api::operations`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index of an [`Event`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

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
    /// Documented answers: codes first, then ranges, then `default`.
    pub responses: Vec<Response>,
    /// Alternatives; each is a list of what it needs. Empty: nothing is needed.
    pub security: Vec<Requirement>,
    /// Servers of its own.
    pub servers: Vec<Server>,
    /// How its result goes on, when it comes in pages.
    pub pagination: Option<Pagination>,
    /// The header parameter that makes a repeated request harmless.
    pub idempotency_key: Option<String>,
    /// Where it stands.
    pub origin: Origin,
    /// A rename from the settings or `x-rust-name`.
    pub rename: Option<String>,
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
    /// Where it stands.
    pub origin: Origin,
    /// `x-rust-name`.
    pub rename: Option<String>,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParamLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// The whole query (3.2).
    QueryString,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a parameter is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamEncoding {
    /// By `style` and `explode` (OpenAPI 3.1 section 4.8.12.3).
    Style {
        /// The style.
        style: Style,
        /// Whether members and elements stand apart.
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
    /// Where it stands.
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
    /// Where it stands.
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

/// A status or a range of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One code.
    Code(u16),
    /// `1XX` to `5XX`: the hundreds.
    Range(u8),
    /// `default`: every status that is not documented.
    Default,
}

/// A documented answer.
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
    /// Where it stands.
    pub origin: Origin,
}

/// A header of an answer or of a part.
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
}

/// A payload that the server sends by itself.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The media types of the payload.
    pub contents: Vec<Content>,
    /// Prose.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
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
    /// Index in [`Api::schemes`].
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
    /// Prose.
    pub description: Option<String>,
    /// Where it stands.
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
        /// All scopes, with what they allow.
        scopes: Vec<(String, String)>,
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
    /// The variables of the template.
    pub variables: Vec<ServerVariable>,
    /// Where it stands.
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

/// How a result that comes in pages goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// Path of property names from the body to the array of items; empty: the body is the array.
    pub items: Vec<String>,
    /// How the next page is asked for.
    pub next: NextPage,
    /// Path of a boolean in the body that says whether there is a next page, if there is one.
    pub more: Option<Vec<String>>,
}

/// How the next page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// A token of the answer goes into a parameter.
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
