//! How a JSON body can differ from what the document describes, and what was done about it.

use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use super::json_pointer::Shown;

/// How a JSON body that differs from the document is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reading {
    /// Every difference is an error.
    Strict,
    /// What differs is read as close to the document as loses nothing that could be sent back: scalars are converted
    /// where nothing is ambiguous, and an optional property that still does not fit is left out, unless the response
    /// holds a type that is also sent, since a later update would delete the property.
    #[default]
    Tolerant,
    /// Like `Tolerant`, but optional properties are also left out of types that are also sent.
    Lossy,
}

/// The kind of a JSON value, as the document expects it or as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// No value: the property is missing.
    Nothing,
    /// A number that the type cannot hold, or a string that is not Unicode.
    Unreadable,
    /// None of these kinds, for instance a variant of a union.
    Other,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Nothing => "nothing",
            Self::Unreadable => "a value that cannot be represented",
            Self::Other => "another value",
        })
    }
}

/// One place of a body that does not have the documented shape. It never shows values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) pointer: String,
    pub(crate) expected: Kind,
    pub(crate) found: Kind,
    pub(crate) missing: Option<String>,
    pub(crate) alike: Option<String>,
}

impl Fault {
    /// The location in the body, as a JSON pointer (RFC 6901); empty for the whole body. A `*` replaces a key that may be
    /// data, and `…` what is too long.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The kind that the document describes.
    pub fn expected(&self) -> Kind {
        self.expected
    }

    /// The kind that was received.
    pub fn found(&self) -> Kind {
        self.found
    }

    /// The name of the required property that is missing there, if that is the fault.
    pub fn missing(&self) -> Option<&str> {
        self.missing.as_deref()
    }

    /// The name of a property that is there in place of the missing one: it differs from it in case, or in what separates its words.
    pub fn alike(&self) -> Option<&str> {
        self.alike.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found, .. } = self;
        match &self.missing {
            Some(name) => write!(f, "the required property `{}` is missing", Shown(name))?,
            None => write!(f, "expected {expected}, found {found}")?,
        }
        match self.pointer.as_str() {
            // The whole body.
            "" => {}
            pointer => write!(f, " at `{}`", Shown(pointer))?,
        }
        match &self.alike {
            Some(name) => write!(f, " (there is `{}`)", Shown(name)),
            None => Ok(()),
        }
    }
}

/// What was done so that a value could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Repair {
    /// The scalar was converted, for instance `1` to `"1"`.
    Converted,
    /// `null` was read as absence.
    Absent,
    /// The optional property that holds the value was left out.
    LeftOut,
    /// The union was read as its `Unknown` variant.
    Unknown,
}

/// A difference between a body and the document that was repaired. It shows neither values nor keys of maps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub(crate) operation: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) media_type: Arc<str>,
    pub(crate) fault: Fault,
    pub(crate) repair: Repair,
}

impl Deviation {
    /// The `operationId`.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The content type of the response; empty if it has none.
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// The location in the body: see [`Fault::pointer`].
    pub fn pointer(&self) -> &str {
        &self.fault.pointer
    }

    /// The kind that the document describes.
    pub fn expected(&self) -> Kind {
        self.fault.expected
    }

    /// The kind that was received.
    pub fn found(&self) -> Kind {
        self.fault.found
    }

    /// What was done.
    pub fn repair(&self) -> Repair {
        self.repair
    }
}
