//! A property of an object that can be absent, `null`, or have a value.

use std::collections::BTreeMap;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// A property that is sent, optional and nullable: leaving it out and sending `null` mean different things (in a PATCH: "do
/// not touch" and "clear"; RFC 7396 section 1). What was received is sent back in the same state.
///
/// [`value`](Self::value) reads it like an `Option`; a setter takes a value, an `Option` (`None` is `null`), or a `Field`.
///
/// ```
/// # use specwright_runtime::Field;
/// let name: Field<String> = "Rex".into();
/// assert_eq!(name.value().map(String::as_str), Some("Rex"));
/// assert!(Field::<String>::Null.is_null());
/// assert!(Field::<String>::default().is_absent());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field<T> {
    /// The property is not written.
    #[default]
    Absent,
    /// The property is written as `null`.
    Null,
    /// The property is written with this value.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the property is not written.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is written as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the property is written with a value.
    pub const fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Whether the property has no value: it is not written, or as `null`.
    pub const fn is_none(&self) -> bool {
        !self.is_value()
    }

    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// What the value refers to, if there is one: the `&str` of a `String`.
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: std::ops::Deref,
    {
        self.value().map(T::deref)
    }

    /// Takes the value out, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same state with a reference to the value.
    pub const fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }

    /// The same state with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(f(value)),
        }
    }

    /// `None` if absent, `Some(None)` if `null`.
    pub fn into_nested(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Field<T> {
    /// `None` becomes `null`: setting a property means to write it.
    fn from(value: Option<T>) -> Self {
        match value {
            Some(value) => Self::Value(value),
            None => Self::Null,
        }
    }
}

impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

/// What a list is made of is also what a nullable list is made of.
impl<T, const N: usize> From<[T; N]> for Field<Vec<T>> {
    fn from(items: [T; N]) -> Self {
        Self::Value(items.into())
    }
}

impl<const N: usize> From<[&str; N]> for Field<Vec<String>> {
    fn from(items: [&str; N]) -> Self {
        Self::Value(items.map(str::to_owned).into())
    }
}

impl From<Vec<&str>> for Field<Vec<String>> {
    fn from(items: Vec<&str>) -> Self {
        Self::Value(items.into_iter().map(str::to_owned).collect())
    }
}

impl<T: Clone> From<&[T]> for Field<Vec<T>> {
    fn from(items: &[T]) -> Self {
        Self::Value(items.into())
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Field<BTreeMap<String, V>> {
    fn from(entries: [(K, V); N]) -> Self {
        let entries = entries.into_iter().map(|(name, value)| (name.into(), value));
        Self::Value(entries.collect())
    }
}

impl<T: Serialize> Serialize for Field<T> {
    /// Writes the value or `null`. The enclosing object leaves out an absent property; by itself it is written as
    /// `null`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Absent | Self::Null => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    /// A property that is present is `null` or has a value; the enclosing object makes it absent by default.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_states() {
        assert_eq!(Field::from(1).into_nested(), Some(Some(1)));
        assert_eq!(Field::<i32>::from(None).into_nested(), Some(None));
        assert_eq!(Field::<i32>::default().into_nested(), None);
        assert_eq!(Field::Value(1).map(|n| n + 1), Field::Value(2));
        assert_eq!(Field::Value(1).as_ref().into_value(), Some(&1));
    }

    #[test]
    fn json() {
        assert_eq!(serde_json::from_str::<Field<i32>>("null").expect("null"), Field::Null);
        assert_eq!(serde_json::from_str::<Field<i32>>("1").expect("one"), Field::Value(1));
        assert_eq!(serde_json::to_string(&Field::Value("a")).expect("a"), "\"a\"");
        assert_eq!(serde_json::to_string(&Field::<i32>::Null).expect("null"), "null");
    }
}
