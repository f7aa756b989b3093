//! String types with rules of their own: the generator prints the struct and its rules, the rest is here.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{Error, Visitor};
use serde_core::{Deserializer, Serializer};

use super::constraint::ConstraintError;

/// A string type. Implemented by [`text!`](crate::__text).
#[doc(hidden)]
pub trait Text: Sized {
    /// Checks a string against the constraints of the type.
    ///
    /// # Errors
    ///
    /// All rules that are broken.
    fn constraint(text: &str) -> Result<(), ConstraintError>;

    /// The string as a value of the type, without a check.
    fn from_unchecked(text: impl Into<Cow<'static, str>>) -> Self;

    /// The string.
    fn as_str(&self) -> &str;
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_string<E>(self, text: String) -> Result<String, E> {
        Ok(text)
    }
}

/// Reads a string without checking it: servers violate their own constraints, and a response must not fail for that.
pub fn read_text<'de, T: Text, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_string(TextVisitor).map(T::from_unchecked)
}

/// Reads and checks a string; for types that are only sent.
///
/// # Errors
///
/// The string violates a constraint of its type.
pub fn read_strict_text<'de, T: Text, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = deserializer.deserialize_string(TextVisitor)?;
    T::constraint(&text).map_err(D::Error::custom)?;
    Ok(T::from_unchecked(text))
}

/// Writes a string.
pub fn write_text<T: Text, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_str())
}

/// The rules of a string type: `new`, `from_static`, `from_unchecked`, `as_str`, `into_string`, the conversions,
/// `Display`, `AsRef`, comparison with `str`, [`Validate`](crate::Validate).
///
/// With `strict` after the name, a string is checked when it is read too, which is right for types that are only sent.
/// With `const`, the rules are checked by `const fn`s and `from_static` is one too, so a wrong constant does not
/// compile. Without, the pattern needs an engine at run time and there is no `from_static`.
///
/// ```
/// use specwright_runtime::v1;
///
/// const fn https(text: &str) -> bool {
///     matches!(text.as_bytes(), [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..])
/// }
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
/// pub struct RedirectUrl(std::borrow::Cow<'static, str>);
/// v1::text!(both const RedirectUrl {
///     max_length: 100,
///     pattern: "^https://" => https,
/// });
///
/// const CALLBACK: RedirectUrl = RedirectUrl::from_static("https://example.com");
/// assert_eq!(CALLBACK, "https://example.com");
/// let error = RedirectUrl::new("http://example.com").unwrap_err();
/// assert_eq!(error.to_string(), "must match the pattern `^https://`");
/// ```
///
/// ```compile_fail
/// # use specwright_runtime::v1;
/// # const fn https(text: &str) -> bool { matches!(text.as_bytes(), [b'h', b't', b't', b'p', b's', ..]) }
/// # pub struct RedirectUrl(std::borrow::Cow<'static, str>);
/// # v1::text! { both const RedirectUrl { pattern: "^https://" => https, } }
/// const CALLBACK: RedirectUrl = RedirectUrl::from_static("http://example.com");
/// # fn main() { CALLBACK; }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __text {
    ($direction:ident const $name:ident $($strict:ident)? { $($rule:ident: $limit:literal $(=> $matches:path)?,)* }) => {
        impl $name {
            /// A constant string. In a `const` the compiler checks it.
            ///
            /// # Panics
            ///
            /// The string violates a constraint of its type.
            #[track_caller]
            pub const fn from_static(text: &'static str) -> Self {
                match Self::constraint(text) {
                    ::std::result::Result::Ok(()) => Self(::std::borrow::Cow::Borrowed(text)),
                    ::std::result::Result::Err(error) => error.panic(),
                }
            }
        }
        $crate::__text_type!($direction [const] $name $($strict)? { $($rule: $limit $(=> $matches)?,)* });
    };
    ($direction:ident $name:ident $($strict:ident)? { $($rule:ident: $limit:literal $(=> $matches:path)?,)* }) => {
        $crate::__text_type!($direction [] $name $($strict)? { $($rule: $limit $(=> $matches)?,)* });
    };
}

/// `Debug` that does not show the string: for a string type of `format: password`.
#[doc(hidden)]
#[macro_export]
macro_rules! __redact {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(::std::concat!(::std::stringify!($name), "(***)"))
            }
        }
    };
}

/// One rule of [`text!`](crate::__text): what it is, or whether it holds.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_rule {
    (rule min_length $limit:literal) => {
        $crate::v1::Rule::MinLength($limit)
    };
    (rule max_length $limit:literal) => {
        $crate::v1::Rule::MaxLength($limit)
    };
    (rule pattern $source:literal) => {
        $crate::v1::Rule::Pattern($source)
    };
    (rule format $format:literal) => {
        $crate::v1::Rule::Format($format)
    };
    (holds $text:ident min_length $limit:literal) => {
        $crate::v1::code_points($text) >= $limit
    };
    (holds $text:ident max_length $limit:literal) => {
        $crate::v1::code_points($text) <= $limit
    };
    (holds $text:ident pattern $source:literal $matches:path) => {
        $matches($text)
    };
    (holds $text:ident format $format:literal $matches:path) => {
        $matches($text)
    };
}

/// What all types of [`text!`](crate::__text) have in common.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_type {
    ($direction:ident [$($const:tt)?] $name:ident $($strict:ident)? {
        $($rule:ident: $limit:literal $(=> $matches:path)?,)*
    }) => {
        $crate::__directed! {
            $direction
            { $crate::v1::deserialize!($name => $($strict)? text); }
            { $crate::v1::serialize!($name => text); }
        }

        impl $name {
            $($const)? fn constraint(text: &str) -> ::std::result::Result<(), $crate::v1::ConstraintError> {
                $crate::v1::ConstraintError::check(
                    &[$($crate::__text_rule!(rule $rule $limit)),*],
                    &[$($crate::__text_rule!(holds text $rule $limit $($matches)?)),*],
                )
            }

            /// A string that satisfies the constraints of its type.
            ///
            /// # Errors
            ///
            /// All constraints that the string violates.
            pub fn new(
                text: impl ::std::convert::Into<::std::string::String>,
            ) -> ::std::result::Result<Self, $crate::v1::ConstraintError> {
                let text = text.into();
                Self::constraint(&text)?;
                ::std::result::Result::Ok(Self(::std::borrow::Cow::Owned(text)))
            }

            /// A string without a check, for when the API description is wrong. It is still checked before it is sent,
            /// unless the client is told not to.
            pub fn from_unchecked(text: impl ::std::convert::Into<::std::borrow::Cow<'static, str>>) -> Self {
                Self(text.into())
            }

            /// The string.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The string by value.
            pub fn into_string(self) -> ::std::string::String {
                self.0.into_owned()
            }
        }

        impl $crate::v1::Text for $name {
            fn constraint(text: &str) -> ::std::result::Result<(), $crate::v1::ConstraintError> {
                Self::constraint(text)
            }

            fn from_unchecked(text: impl ::std::convert::Into<::std::borrow::Cow<'static, str>>) -> Self {
                Self(text.into())
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::v1::Validate for $name {
            fn validate(&self, v: &mut $crate::v1::Validator) {
                v.constraint(Self::constraint(&self.0));
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::v1::ConstraintError;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = $crate::v1::ConstraintError;

            fn try_from(text: &str) -> ::std::result::Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        impl ::std::convert::TryFrom<::std::string::String> for $name {
            type Error = $crate::v1::ConstraintError;

            fn try_from(text: ::std::string::String) -> ::std::result::Result<Self, Self::Error> {
                Self::new(text)
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            fn from(value: $name) -> Self {
                value.into_string()
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    };
}

#[cfg(test)]
#[allow(dead_code, unreachable_pub, reason = "the macros are made for public types")]
mod tests {
    use std::borrow::Cow;

    use crate::v1::{self, Validate as _};

    fn even(text: &str) -> bool {
        text.len().is_multiple_of(2)
    }

    #[derive(Clone, Debug, PartialEq)]
    struct Even(Cow<'static, str>);
    v1::text!(both Even {
        pattern: "^(..)*$" => even,
        min_length: 2,
    });

    #[derive(Clone, Debug, PartialEq)]
    struct Short(Cow<'static, str>);
    v1::text!(both const Short strict {
        max_length: 2,
    });

    #[derive(Clone, PartialEq)]
    struct Pin(Cow<'static, str>);
    v1::redact!(Pin);
    v1::text!(both const Pin {
        max_length: 4,
    });

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(format!("{:?}", Pin::from_static("1234")), "Pin(***)");
    }

    #[test]
    fn every_way_in_is_checked() {
        assert!(Even::new("ab").is_ok());
        assert!("abc".parse::<Even>().is_err());
        assert!(Even::try_from("").is_err());
        assert!(Even::try_from(String::from("abc")).is_err());
        assert_eq!(Even::new("ab").map(String::from), Ok("ab".to_owned()));
    }

    #[test]
    fn received_texts_are_kept_and_checked_before_they_are_sent() {
        let odd: Even = serde_json::from_str("\"abc\"").expect("kept");
        assert_eq!(odd, "abc");
        assert_eq!(serde_json::to_string(&odd).expect("plain"), "\"abc\"");
        let violations = odd.check().expect_err("odd");
        assert_eq!(violations.to_string(), "must match the pattern `^(..)*$` (pattern)");
        assert!(serde_json::from_str::<Even>("1").is_err());
    }

    #[test]
    fn texts_that_are_only_sent_are_checked_when_read() {
        assert!(serde_json::from_str::<Short>("\"ab\"").is_ok());
        let error = serde_json::from_str::<Short>("\"abc\"").expect_err("too long");
        assert!(
            error.to_string().starts_with("must have at most 2 characters"),
            "{error}"
        );
    }

    #[test]
    #[should_panic(expected = "must have at most 2 characters")]
    fn from_static_panics_with_the_rule() {
        let _ = Short::from_static("abc");
    }
}
