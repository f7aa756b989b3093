//! Enumerations: a table of wire values per type, everything else here.
//!
//! The generator prints the `enum` itself (with its documentation) and one of the tables below, a line for each value, with
//! the direction in which the type travels. Values that are not listed are kept and sent back as they came. With `strict` after the
//! name, which is right for types that are only sent, they are not read: `from_unchecked` is the only way to them.

use std::fmt;
use std::mem::discriminant;

use serde_core::de::{Error, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::constraint::{ConstraintError, Rule};
use super::integer::Integer;
use super::json::Const;
use super::union::loss::unlisted;

/// An enumeration of strings. Implemented by [`string_enum!`](crate::__string_enum).
#[doc(hidden)]
pub trait StringEnum: AsRef<str> + Clone + 'static {
    /// What there is to know of the type.
    const ENUM: Strings<Self>;
}

/// An enumeration of strings, as data: the compiler checks each function of each type anew, and a constant only once.
pub struct Strings<T: 'static> {
    /// The name of the type.
    pub name: &'static str,
    /// Whether only listed values are read: the type is only sent.
    pub is_strict: bool,
    /// The listed values.
    pub values: &'static [T],
    /// The names of their variants.
    pub variants: &'static [&'static str],
    /// The variant of values that are not listed, and its name.
    pub unknown: (fn(Box<str>) -> T, &'static str),
}

/// The value that is written so.
///
/// # Errors
///
/// The text is not listed and the type is not open.
pub fn parse_string_enum<T: StringEnum>(text: &str) -> Result<T, ConstraintError> {
    match listed(text) {
        Some(value) => Ok(value),
        None if T::ENUM.is_strict => Err(ConstraintError::new(Rule::Enum(T::ENUM.name))),
        None => Ok(unlisted(T::ENUM.unknown.0(text.into()))),
    }
}

fn listed<T: StringEnum>(text: &str) -> Option<T> {
    let mut values = T::ENUM.values.iter();
    values.find(|value| value.as_ref() == text).cloned()
}

/// The value that is written so, listed or not.
pub fn unchecked_string_enum<T: StringEnum>(text: &str) -> T {
    listed(text).unwrap_or_else(|| T::ENUM.unknown.0(text.into()))
}

/// Whether both are the same variant with the same string, as with a derived `PartialEq`.
pub fn same_string_enum<T: StringEnum>(one: &T, other: &T) -> bool {
    discriminant(one) == discriminant(other) && one.as_ref() == other.as_ref()
}

/// Shows the variant, as a derived `Debug` does.
///
/// # Errors
///
/// Those of the formatter.
pub fn show_string_enum<T: StringEnum>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let this = discriminant(value);
    let at = T::ENUM.values.iter().position(|listed| discriminant(listed) == this);
    match at.and_then(|at| T::ENUM.variants.get(at)) {
        Some(variant) => f.write_str(variant),
        None => f.debug_tuple(T::ENUM.unknown.1).field(&value.as_ref()).finish(),
    }
}

/// Hands a string to a function; shared by all types that are read from one.
struct StringVisitor<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, ConstraintError>> Visitor<'_> for StringVisitor<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

/// Reads an enumeration of strings.
pub fn read_string_enum<'de, T: StringEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringVisitor(parse_string_enum::<T>))
}

/// Writes an enumeration of strings.
pub fn write_string_enum<T: StringEnum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_ref())
}

/// An enumeration of integers. Implemented by [`integer_enum!`](crate::__integer_enum).
#[doc(hidden)]
pub trait IntegerEnum: Clone + 'static {
    /// The name of the type.
    const NAME: &'static str;
    /// The listed values.
    const VALUES: &'static [Self];

    /// The value as it is on the wire.
    fn as_i64(&self) -> i64;

    /// Whether only listed values are read: the type is only sent.
    const STRICT: bool;

    /// A value that is not listed.
    fn unknown(value: i64) -> Self;
}

/// The value that is written so.
///
/// # Errors
///
/// The number is not listed and the type is not open.
pub fn parse_integer_enum<T: IntegerEnum>(number: i64) -> Result<T, ConstraintError> {
    let listed = T::VALUES.iter().find(|value| value.as_i64() == number).cloned();
    listed
        .or_else(|| (!T::STRICT).then(|| unlisted(T::unknown(number))))
        .ok_or(ConstraintError::new(Rule::Enum(T::NAME)))
}

/// The value that is written so, listed or not.
pub fn unchecked_integer_enum<T: IntegerEnum>(number: i64) -> T {
    let listed = T::VALUES.iter().find(|value| value.as_i64() == number).cloned();
    listed.unwrap_or_else(|| T::unknown(number))
}

/// Reads an enumeration of integers.
pub fn read_integer_enum<'de, T: IntegerEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    parse_integer_enum(i64::read(deserializer)?).map_err(D::Error::custom)
}

/// Writes an enumeration of integers.
pub fn write_integer_enum<T: IntegerEnum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(value.as_i64())
}

/// An enumeration of any other JSON values. Implemented by [`value_enum!`](crate::__value_enum).
#[doc(hidden)]
pub trait ValueEnum: Clone + 'static {
    /// The name of the type.
    const NAME: &'static str;
    /// The listed values.
    const VALUES: &'static [Self];

    /// The value as it is on the wire.
    fn as_const(&self) -> Const<'_>;

    /// Whether only listed values are read: the type is only sent.
    const STRICT: bool;

    /// A value that is not listed.
    fn unknown(value: Value) -> Self;
}

/// The value that is written so.
///
/// # Errors
///
/// The JSON value is not listed and the type is not open.
pub fn parse_value_enum<T: ValueEnum>(value: Value) -> Result<T, ConstraintError> {
    let listed = T::VALUES.iter().find(|one| one.as_const().equals(&value)).cloned();
    listed
        .or_else(|| (!T::STRICT).then(|| unlisted(T::unknown(value))))
        .ok_or(ConstraintError::new(Rule::Enum(T::NAME)))
}

/// The value that is written so, listed or not.
pub fn unchecked_value_enum<T: ValueEnum>(value: Value) -> T {
    let listed = T::VALUES.iter().find(|one| one.as_const().equals(&value)).cloned();
    listed.unwrap_or_else(|| T::unknown(value))
}

/// Reads an enumeration of JSON values.
pub fn read_value_enum<'de, T: ValueEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    parse_value_enum(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// Writes an enumeration of JSON values.
pub fn write_value_enum<T: ValueEnum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.as_const().serialize(serializer)
}

/// The text of a JSON value: a string as it is, anything else as JSON.
pub fn display_value(value: Const<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value {
        Const::Str(text) => f.write_str(text),
        Const::Value(Value::String(text)) => f.write_str(text),
        other => f.write_str(&serde_json::to_string(&other).map_err(|_| fmt::Error)?),
    }
}

/// Whether `strict` is after the name of an enumeration.
#[doc(hidden)]
#[macro_export]
macro_rules! __is_strict {
    () => {
        false
    };
    (strict) => {
        true
    };
}

/// The table of an enumeration of strings: trait, `VALUES`, `as_str`, `Display`, `FromStr`, `AsRef<str>`, and what would be derived:
/// `Debug`, `PartialEq`, `Eq`, `Hash`.
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Clone)]
/// pub enum Status { Available, SoldOut, Unknown(Box<str>) }
/// v1::string_enum!(both Status {
///     Available => "available",
///     SoldOut => "sold-out",
///     _ => Unknown,
/// });
///
/// let status: Status = serde_json::from_str(r#""new one""#)?;
/// assert_eq!(status, Status::Unknown("new one".into()));
/// assert_eq!(serde_json::to_string(&status)?, r#""new one""#);
/// assert_eq!("sold-out".parse(), Ok(Status::SoldOut));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __string_enum {
    ($direction:ident $name:ident $($strict:ident)? { $($variant:ident => $text:literal,)* _ => $unknown:ident, }) => {
        $crate::__directed! {
            $direction
            { $crate::v1::deserialize!($name => string_enum); }
            { $crate::v1::serialize!($name => string_enum); }
        }

        impl $crate::v1::StringEnum for $name {
            const ENUM: $crate::v1::Strings<Self> = $crate::v1::Strings {
                name: ::std::stringify!($name),
                is_strict: $crate::__is_strict!($($strict)?),
                values: &[$(Self::$variant),*],
                variants: &[$(::std::stringify!($variant)),*],
                unknown: (Self::$unknown, ::std::stringify!($unknown)),
            };
        }

        impl $name {
            /// The values that the API description lists.
            pub const VALUES: &'static [Self] = <Self as $crate::v1::StringEnum>::ENUM.values;

            /// A value that the API description may not list, such as one that the server has learned since.
            pub fn from_unchecked(text: &str) -> Self {
                $crate::v1::unchecked_string_enum(text)
            }

            /// The value as it is on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unknown(text) => text,
                }
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::v1::ConstraintError;

            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::v1::ConstraintError> {
                $crate::v1::parse_string_enum(text)
            }
        }

        #[automatically_derived]
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::v1::show_string_enum(self, f)
            }
        }

        #[automatically_derived]
        impl ::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::v1::same_string_enum(self, other)
            }
        }

        #[automatically_derived]
        impl ::std::cmp::Eq for $name {}

        #[automatically_derived]
        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
            }
        }
    };
}

/// The table of an enumeration of integers: trait, `VALUES`, `as_i64`, `Display`, `TryFrom<i64>`.
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Clone, Debug, PartialEq)]
/// pub enum Level { Low, High, Unknown(i64) }
/// v1::integer_enum!(both Level {
///     Low => 1,
///     High => 9,
///     _ => Unknown,
/// });
///
/// assert_eq!(serde_json::from_str::<Level>("9.0")?, Level::High);
/// assert_eq!(serde_json::to_string(&Level::Unknown(3))?, "3");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum {
    ($direction:ident $name:ident $($strict:ident)? { $($variant:ident => $number:literal,)* _ => $unknown:ident, }) => {
        $crate::__directed! {
            $direction
            { $crate::v1::deserialize!($name => integer_enum); }
            { $crate::v1::serialize!($name => integer_enum); }
        }

        impl $crate::v1::IntegerEnum for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const VALUES: &'static [Self] = &[$(Self::$variant),*];
            const STRICT: bool = $crate::__is_strict!($($strict)?);

            fn as_i64(&self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::$unknown(number) => *number,
                }
            }

            fn unknown(number: i64) -> Self {
                Self::$unknown(number)
            }
        }

        impl $name {
            /// The values that the API description lists.
            pub const VALUES: &'static [Self] = <Self as $crate::v1::IntegerEnum>::VALUES;

            /// A value that the API description may not list, such as one that the server has learned since.
            pub fn from_unchecked(number: i64) -> Self {
                $crate::v1::unchecked_integer_enum(number)
            }

            /// The value as it is on the wire.
            pub fn as_i64(&self) -> i64 {
                $crate::v1::IntegerEnum::as_i64(self)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.as_i64(), f)
            }
        }

        impl ::std::convert::TryFrom<i64> for $name {
            type Error = $crate::v1::ConstraintError;

            fn try_from(number: i64) -> ::std::result::Result<Self, $crate::v1::ConstraintError> {
                $crate::v1::parse_integer_enum(number)
            }
        }
    };
}

/// The table of an enumeration of numbers, booleans or values of several types (see [`Const`]): trait, `VALUES`,
/// `to_value`, `Display`, `TryFrom<Value>`.
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Clone, Debug, PartialEq)]
/// pub enum Limit { One, Half, All, None, Unknown(v1::Value) }
/// v1::value_enum!(both Limit {
///     One => v1::Const::Int(1),
///     Half => v1::Const::Float(0.5),
///     All => v1::Const::Str("all"),
///     None => v1::Const::Null,
///     _ => Unknown,
/// });
///
/// assert_eq!(serde_json::from_str::<Limit>("1.0")?, Limit::One);
/// assert_eq!(serde_json::from_str::<Limit>("true")?, Limit::Unknown(true.into()));
/// assert_eq!(serde_json::to_string(&Limit::None)?, "null");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __value_enum {
    ($direction:ident $name:ident $($strict:ident)? { $($variant:ident => $value:expr,)* _ => $unknown:ident, }) => {
        $crate::__directed! {
            $direction
            { $crate::v1::deserialize!($name => value_enum); }
            { $crate::v1::serialize!($name => value_enum); }
        }

        impl $crate::v1::ValueEnum for $name {
            const NAME: &'static str = ::std::stringify!($name);
            const VALUES: &'static [Self] = &[$(Self::$variant),*];
            const STRICT: bool = $crate::__is_strict!($($strict)?);

            fn as_const(&self) -> $crate::v1::Const<'_> {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => $crate::v1::Const::Value(value),
                }
            }

            fn unknown(value: $crate::v1::Value) -> Self {
                Self::$unknown(value)
            }
        }

        impl $name {
            /// The values that the API description lists.
            pub const VALUES: &'static [Self] = <Self as $crate::v1::ValueEnum>::VALUES;

            /// A value that the API description may not list, such as one that the server has learned since.
            pub fn from_unchecked(value: $crate::v1::Value) -> Self {
                $crate::v1::unchecked_value_enum(value)
            }

            /// The value as it is on the wire.
            pub fn to_value(&self) -> $crate::v1::Value {
                $crate::v1::ValueEnum::as_const(self).to_value()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::v1::display_value($crate::v1::ValueEnum::as_const(self), f)
            }
        }

        impl ::std::convert::TryFrom<$crate::v1::Value> for $name {
            type Error = $crate::v1::ConstraintError;

            fn try_from(value: $crate::v1::Value) -> ::std::result::Result<Self, $crate::v1::ConstraintError> {
                $crate::v1::parse_value_enum(value)
            }
        }
    };
}

#[cfg(test)]
#[allow(dead_code, unreachable_pub, reason = "the macros are made for public types")]
mod tests;
