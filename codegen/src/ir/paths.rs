//! What holds a type: its name and its module are made from this.

use super::ids::{EventId, OperationId, Status};

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
    Variant(usize, Option<String>),
}
