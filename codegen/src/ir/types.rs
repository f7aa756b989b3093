//! Types: what is defined once, and how it is used.

use super::constraints::Checks;
use super::ids::TypeId;
use super::paths::TypePath;
use super::{Docs, Json, Origin};
use std::sync::Arc;

/// A type that gets a name of its own.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Where its schema is.
    pub origin: Origin,
    /// What holds it: decides its name and its module.
    pub path: TypePath,
    /// Prose.
    pub docs: Docs,
    /// What it looks like.
    pub shape: Shape,
    /// What must hold of the value as a whole, beyond its shape.
    pub checks: Checks,
    /// Whether it travels to the server, from it, or both.
    pub usage: Usage,
    /// `x-rust-name`, or a rename from the settings.
    pub rename: Option<String>,
    /// The type of another generated crate that it is.
    pub shared: Option<Shared>,
    /// Whether it is one of many types that lead to each other.
    pub in_long_circle: bool,
}

/// A type of another generated crate. Its shape is known here too, since a client looks into what it sends and receives; it is
/// defined, read and written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The crate, as code spells it.
    pub krate: String,
    /// The names of its path in that crate: `types::Pet`. Empty until the surface of that crate was asked.
    pub path: Vec<String>,
    /// The struct of what its constructor asks for, beside it.
    pub required: Option<String>,
}

/// Which way values of a type travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// In a request.
    pub sent: bool,
    /// In a response or an event.
    pub received: bool,
    /// By a call of an operation, be it in the request or in a response.
    pub called: bool,
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
    pub checks: Checks,
}

impl TypeRef {
    /// A use without checks that is never null.
    pub fn new(ty: Type) -> TypeRef {
        TypeRef {
            ty,
            nullable: false,
            checks: Checks::default(),
        }
    }

    /// A use with checks that is never null.
    pub fn checked(ty: Type, checks: impl Into<Checks>) -> TypeRef {
        TypeRef {
            ty,
            nullable: false,
            checks: checks.into(),
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
    /// A type of [`Api::types`](super::Api::types).
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
    /// A moment in seconds since 1970, in 64 bits, signed: `format: unixtime`.
    UnixTime,
    /// A moment in milliseconds since 1970.
    UnixMillis,
}

impl IntegerKind {
    /// Whether it is a moment.
    pub fn is_moment(self) -> bool {
        match self {
            IntegerKind::UnixTime | IntegerKind::UnixMillis => true,
            IntegerKind::I32 | IntegerKind::I64 | IntegerKind::U32 | IntegerKind::U64 | IntegerKind::I128 => false,
        }
    }
}

/// The width of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FloatKind {
    /// `format: float`.
    F32,
    /// Everything else.
    F64,
}

/// What a string means.
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
    /// What becomes of other properties.
    pub rest: Rest,
}

/// What becomes of properties that an object does not declare.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// They are allowed and not looked at.
    Ignored,
    /// They are refused in what is sent.
    Denied,
    /// They are kept, each of this type.
    Kept(Box<TypeRef>),
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
    /// Its place in the list of required properties; the last one if it is not in that list.
    pub rank: usize,
    /// Whether it only travels one way.
    pub access: Access,
    /// What the server assumes when it is absent. Never sent unasked.
    pub default: Option<Json>,
    /// Prose.
    pub docs: Docs,
    /// Where it is.
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
    /// A rename from the settings, or a name that is kept.
    pub rename: Option<String>,
    /// Prose given by an extension such as `x-enum-descriptions`, or by a constant of a union.
    pub description: Option<String>,
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The variants, in document order.
    pub variants: Vec<Variant>,
    /// How a reader tells them apart.
    pub tagging: Tagging,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its type.
    pub ty: TypeRef,
    /// What its variant is called after: a `title`, a tag value, a schema name.
    pub name: String,
    /// A rename from the settings.
    pub rename: Option<String>,
    /// The tag values that choose it.
    pub tags: Vec<Json>,
    /// Properties that must be present for this variant to be meant.
    pub required: Vec<String>,
    /// Prose.
    pub docs: Docs,
}

/// How a reader tells the variants of a union apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Tagging {
    /// By the value of a property: declared by `discriminator`, or implied by constants that differ.
    Tag {
        /// The property.
        property: String,
        /// Whether the document declares it.
        declared: bool,
        /// The variant that is meant when the tag is absent or unknown (`defaultMapping`, 3.2).
        fallback: Option<usize>,
    },
    /// By the JSON type of the value; every variant has its own.
    Kind,
    /// By trying variants in this order: most specific first.
    Order(Vec<usize>),
}

impl Union {
    /// The property that the document declares to tell the variants apart, and the variant of values without it.
    pub fn discriminator(&self) -> Option<(&str, Option<usize>)> {
        match &self.tagging {
            Tagging::Tag {
                property,
                declared: true,
                fallback,
            } => Some((property, *fallback)),
            Tagging::Tag { declared: false, .. } | Tagging::Kind | Tagging::Order(_) => None,
        }
    }
}

/// A string that is checked when it is made.
#[derive(Clone, Debug)]
pub struct Newtype {
    /// What the string means.
    pub kind: StringKind,
    /// What must hold.
    pub checks: Checks,
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
