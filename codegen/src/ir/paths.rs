//! What holds a type: its name and its module are made from this.

use super::ids::{EventId, OperationId, ParamLocation, Status};

/// What holds a type: names are made from this and from nothing else, so that they don't depend on who uses it first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypePath {
    /// The item that the module is named after.
    pub owner: Owner,
    /// The way from there; empty for the owner's own type.
    pub steps: Vec<PathStep>,
}

impl TypePath {
    /// Whether it is a schema with a name of its own, of the document or of another file.
    pub fn is_schema(&self) -> bool {
        self.owner.is_schema() && self.steps.is_empty()
    }
}

impl Owner {
    /// Whether it is a schema.
    pub fn is_schema(&self) -> bool {
        match self {
            Owner::Schema(_) => true,
            Owner::Foreign(foreign) => foreign.kind.is_none(),
            Owner::Component(..) | Owner::Operation(_) | Owner::Event(_) => false,
        }
    }
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
    /// What another file declares, or what is in a place that the standard does not know.
    Foreign(Foreign),
}

/// A schema or a component outside the components of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Foreign {
    /// Its own name: the key it has, or the name of its file without the extension.
    pub name: String,
    /// What it is; `None`: a schema.
    pub kind: Option<ComponentKind>,
    /// The names around it, the nearest first: of the objects that hold it, of its file, of the directories of the file.
    pub around: Vec<String>,
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
    /// The request body; its media type, unless that is JSON.
    Request(Option<String>),
    /// The body of a response; its media type, unless that is JSON.
    Response(Status, Option<String>),
    /// A response header.
    Header(Status, String),
    /// A parameter.
    Parameter(ParamLocation, String),
    /// A property of an object.
    Property(String),
    /// The elements of an array.
    Item,
    /// The n-th element of a tuple.
    Element(usize),
    /// The values of a map.
    MapValue,
    /// A variant of a union, by its name.
    Variant(String),
    /// The variant of a union that holds the values of one JSON type.
    Kind(ValueKind),
}

/// A type of JSON values (RFC 8259 section 3), integers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// `null`.
    Null,
    /// `true` and `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}
