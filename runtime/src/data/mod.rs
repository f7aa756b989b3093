//! What generated types need to be read, written and validated.
//!
//! | module | what the generator prints for it |
//! | --- | --- |
//! | `object`, `tuple` | a list per struct, a line per property or item |
//! | `integer` | nothing: the type of a field says how its integers are read |
//! | `enums` | a list per enumeration, a line per value |
//! | `union` | a list per union, a line per variant |
//! | `text`, `constraint` | the rules of a string type, a line per rule |
//! | `formats`, `convert`, `unix_time`, `base64`, `field` | nothing: types to use |
//! | `validate`, `rules`, `limit`, `violation` | an `impl Validate` per type with rules, a line per rule |
//! | `schema` | a `static` for the constraints that types cannot express |
//! | `unwind` | a line per type of a long circle of types |
//! | `json`, `number` | nothing: equality and arithmetic as JSON Schema defines them |
//!
//! Received types are read leniently: unknown properties are skipped, the last of repeated ones is kept, `null` is
//! `None`, and values that an open enumeration or union does not know are kept. Values that are sent are checked by
//! [`Validate`](crate::Validate).

pub(crate) mod base64;
pub(crate) mod constraint;
mod convert;
pub(crate) mod enums;
pub(crate) mod fault;
pub(crate) mod field;
pub(crate) mod formats;
pub(crate) mod hex;
pub(crate) mod integer;
pub(crate) mod json;
pub(crate) mod json_pointer;
mod limit;
pub(crate) mod media_type;
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
mod moments;
pub(crate) mod number;
pub(crate) mod object;
mod rules;
pub(crate) mod schema;
pub(crate) mod secret;
mod serde;
pub(crate) mod syntax;
pub(crate) mod text;
pub(crate) mod trail;
pub(crate) mod tree;
pub(crate) mod tuple;
pub(crate) mod union;
pub(crate) mod unix_time;
mod unwind;
pub(crate) mod validate;
pub(crate) mod violation;

/// The part of [`crate::v1`] that reads, writes and validates values.
pub(crate) mod exports {
    pub use serde_core::de::{MapAccess, SeqAccess};
    pub use serde_core::{self, Deserialize, Deserializer, Serialize, Serializer};
    pub use serde_json::Value;

    pub use super::base64::Base64;
    pub use super::constraint::{ConstraintError, Rule, code_points};
    pub use super::enums::{
        IntegerEnum, StringEnum, Strings, ValueEnum, display_value, parse_integer_enum, parse_string_enum,
        parse_value_enum, same_string_enum, show_string_enum, unchecked_integer_enum, unchecked_string_enum,
        unchecked_value_enum,
    };
    pub use super::field::Field;
    pub use super::formats::{
        Date, DateTime, Duration, Time, Uuid, is_date, is_date_time, is_duration, is_time, is_uri, is_uuid,
    };
    pub use super::integer::Integer;
    pub use super::json::{Const, Types, equal};
    pub use super::number::Number;
    pub use super::object::{
        Beside, Listed, Object, Others, Passed, Properties, empty, filled, missing, put, read_closed, read_properties,
    };
    pub use super::schema::{FormProperties, Format, Pattern, Ref, Schema};
    pub use super::syntax::{
        is_absolute_uri, is_email, is_hostname, is_ipv4, is_ipv6, is_iri, is_iri_reference, is_json_pointer,
        is_relative_json_pointer, is_uri_reference, is_uri_template,
    };
    pub use super::text::Text;
    pub use super::tree::Tree;
    pub use super::tuple::{Tuple, TupleItems, WriteTuple, closed, item};
    pub use super::union::{
        Choice, Is, Known, Union, Variant, boxed_union_of, boxed_union_variant, integer_variant, names_of, union_of,
        union_variant, variant, write_tagged,
    };
    pub use super::unix_time::{UnixMillis, UnixTime};
    pub use super::validate::{Validate, Validator};
    pub use super::violation::{Violation, Violations};
    pub use crate::{
        __deserialize as deserialize, __integer_enum as integer_enum, __object as object, __redact as redact,
        __serialize as serialize, __string_enum as string_enum, __text as text, __tuple as tuple, __union as union,
        __unwind_safe as unwind_safe, __value_enum as value_enum,
    };

    /// The readers of `v1::deserialize!`.
    pub mod readers {
        pub use crate::data::enums::{
            read_integer_enum as integer_enum, read_string_enum as string_enum, read_value_enum as value_enum,
        };
        pub use crate::data::integer::integer_value;
        pub use crate::data::object::object;
        pub use crate::data::text::{read_strict_text as strict_text, read_text as text};
        pub use crate::data::tuple::tuple;
        pub use crate::data::union::read_union as union;
    }

    /// The writers of `v1::serialize!`.
    pub mod writers {
        pub use crate::data::enums::{
            write_integer_enum as integer_enum, write_string_enum as string_enum, write_value_enum as value_enum,
        };
        pub use crate::data::text::write_text as text;
        pub use crate::data::tuple::write_tuple as tuple;
    }
}
