//! JSON values, compared as JSON Schema does, and constants that a `static` can contain.

use std::cmp::Ordering;

use serde_core::ser::{SerializeMap as _, SerializeSeq as _};
use serde_core::{Serialize, Serializer};
use serde_json::Value;

use super::number::Number;

/// A JSON value that a `static` can contain: a value of `enum`, a `const`, or a default.
///
/// ```
/// use specwright_runtime::v1::Const;
///
/// static LEVELS: &[Const] = &[Const::Int(1), Const::Str("high"), Const::Null];
/// assert!(LEVELS[0].equals(&serde_json::json!(1.0)));
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Const<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i128),
    /// Any other number.
    Float(f64),
    /// A string.
    Str(&'a str),
    /// An array.
    Array(&'a [Const<'a>]),
    /// An object without duplicate names.
    Object(&'a [(&'a str, Const<'a>)]),
    /// A value that was received.
    Value(&'a Value),
}

impl Const<'_> {
    /// Whether this is the same JSON value: numbers by value, properties in any order.
    pub fn equals(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Bool(a), Value::Bool(b)) => a == b,
            (Self::Int(a), Value::Number(b)) => Number::Int(*a) == Number::from(b),
            (Self::Float(a), Value::Number(b)) => Number::Float(*a) == Number::from(b),
            (Self::Str(a), Value::String(b)) => a == b,
            (Self::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.equals(b)),
            (Self::Object(a), Value::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(name, a)| b.get(*name).is_some_and(|b| a.equals(b)))
            }
            (Self::Value(a), b) => equal(a, b),
            _ => false,
        }
    }
}

impl From<&'static str> for Const<'static> {
    fn from(text: &'static str) -> Self {
        Self::Str(text)
    }
}

impl From<&bool> for Const<'static> {
    fn from(value: &bool) -> Self {
        Self::Bool(*value)
    }
}

impl From<&Const<'static>> for Const<'static> {
    fn from(value: &Const<'static>) -> Self {
        *value
    }
}

impl Const<'_> {
    /// The same value as an owned value. A number that JSON cannot represent becomes `null`.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

impl Serialize for Const<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            // Every format supports the narrow integer types.
            Self::Int(value) => match (i64::try_from(*value), u64::try_from(*value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (Err(_), Ok(value)) => serializer.serialize_u64(value),
                (Err(_), Err(_)) => serializer.serialize_i128(*value),
            },
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Str(value) => serializer.serialize_str(value),
            Self::Array(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in *items {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
            Self::Object(properties) => {
                let mut map = serializer.serialize_map(Some(properties.len()))?;
                for (name, value) in *properties {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

/// The set of JSON types, as the keyword `type` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Types(u8);

impl Types {
    /// `null`.
    pub const NULL: Self = Self(1);
    /// `boolean`.
    pub const BOOLEAN: Self = Self(2);
    /// `object`.
    pub const OBJECT: Self = Self(4);
    /// `array`.
    pub const ARRAY: Self = Self(8);
    /// `number`, which includes `integer`.
    pub const NUMBER: Self = Self(16 | 64);
    /// `string`.
    pub const STRING: Self = Self(32);
    /// `integer`: a number without a fraction.
    pub const INTEGER: Self = Self(64);
    /// Every type.
    pub const ANY: Self = Self(127);

    const NAMES: [(Self, &'static str); 7] = [
        (Self::NULL, "null"),
        (Self::BOOLEAN, "boolean"),
        (Self::OBJECT, "object"),
        (Self::ARRAY, "array"),
        (Self::NUMBER, "number"),
        (Self::STRING, "string"),
        (Self::INTEGER, "integer"),
    ];

    /// The union of both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set with the type of this name; `None` if JSON Schema has no such type.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, known)| *known == name)?;
        Some(found.0)
    }

    /// Whether the value is of one of the types.
    pub fn contain(self, value: &Value) -> bool {
        let kind = match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Object(_) => Self::OBJECT,
            Value::Array(_) => Self::ARRAY,
            Value::String(_) => Self::STRING,
            Value::Number(number) => Self::of_number(number),
        };
        self.meets(kind)
    }

    /// Whether both have a type in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The type of a number: `integer`, or only `number`.
    pub(crate) fn of_number(number: &serde_json::Number) -> Self {
        // The bit of `number` alone.
        const FRACTIONAL: Types = Types(16);
        match Number::from(number).is_integer() {
            true => Self::INTEGER,
            false => FRACTIONAL,
        }
    }

    /// The names, e.g. `string or null`.
    pub fn describe(self) -> String {
        let names: Vec<&str> = Self::NAMES
            .iter()
            .filter(|(one, _)| self.0 & one.0 == one.0)
            // A set with `number` contains `integer`.
            .filter(|(one, _)| *one != Self::INTEGER || self.0 & 16 == 0)
            .map(|(_, name)| *name)
            .collect();
        names.join(" or ")
    }
}

/// Whether two values are equal (JSON Schema 2020-12, section 4.2.2): `1` is `1.0`.
pub fn equal(a: &Value, b: &Value) -> bool {
    compare(a, b) == Ordering::Equal
}

/// The first two equal items, if any.
pub(crate) fn duplicates(items: &[Value]) -> Option<(usize, usize)> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|&a, &b| match (items.get(a), items.get(b)) {
        (Some(x), Some(y)) => compare(x, y).then(a.cmp(&b)),
        (None, _) | (_, None) => Ordering::Equal,
    });
    let pairs = order.windows(2).filter_map(|pair| match pair {
        [a, b] if equal(items.get(*a)?, items.get(*b)?) => Some((*a, *b)),
        _ => None,
    });
    pairs.min()
}

/// A total order whose equality is that of JSON Schema.
fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => {
            Number::from(a).partial_cmp(&Number::from(b)).unwrap_or(Ordering::Equal)
        }
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Array(a), Value::Array(b)) => compare_all(a.iter(), b.iter()),
        (Value::Object(a), Value::Object(b)) => {
            let (a, b) = (sorted(a), sorted(b));
            let names = a.iter().map(|(name, _)| name).cmp(b.iter().map(|(name, _)| name));
            names.then_with(|| compare_all(a.iter().map(|(_, value)| *value), b.iter().map(|(_, value)| *value)))
        }
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

fn compare_all<'a>(mut a: impl Iterator<Item = &'a Value>, mut b: impl Iterator<Item = &'a Value>) -> Ordering {
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(a), Some(b)) => match compare(a, b) {
                Ordering::Equal => {}
                different => return different,
            },
        }
    }
}

/// The properties, sorted by name.
fn sorted(properties: &serde_json::Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut properties: Vec<_> = properties.iter().collect();
    properties.sort_by_key(|(name, _)| *name);
    properties
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn equality_is_that_of_json() {
        assert!(equal(&json!({"a": 1, "b": [2.0]}), &json!({"b": [2], "a": 1.0})));
        assert!(!equal(&json!(0), &json!(false)));
        assert!(!equal(&json!([1]), &json!([1, 2])));
        assert!(!equal(&json!({"a": 1}), &json!({"b": 1})));
        assert!(!equal(&json!(null), &json!({})));
        assert!(equal(&json!(-0.0), &json!(0)));
    }

    #[test]
    fn duplicates_are_found_anywhere() {
        assert_eq!(duplicates(&[json!(3), json!({"a": 1}), json!(3.0)]), Some((0, 2)));
        assert_eq!(duplicates(&[json!(1), json!(true), json!("1")]), None);
        assert_eq!(duplicates(&[]), None);
        assert_eq!(
            duplicates(&[json!("b"), json!("a"), json!("a"), json!("b")]),
            Some((0, 3))
        );
    }

    #[test]
    fn constants_are_equal_to_their_values_and_write_them() {
        let object = Const::Object(&[
            ("a", Const::Int(1)),
            ("b", Const::Array(&[Const::Null, Const::Bool(true), Const::Float(1.5)])),
        ]);
        let value = json!({"b": [null, true, 1.5], "a": 1});
        assert!(object.equals(&value));
        assert!(Const::Value(&value).equals(&value));
        assert!(!object.equals(&json!({"a": 1})));
        assert_eq!(serde_json::to_value(object).expect("plain"), value);
        let wide = Const::Int(i128::from(u64::MAX));
        assert_eq!(serde_json::to_string(&wide).expect("plain"), "18446744073709551615");
    }

    #[test]
    fn types_are_named() {
        assert_eq!(Types::STRING.or(Types::NULL).describe(), "null or string");
        assert_eq!(Types::NUMBER.describe(), "number");
        assert_eq!(Types::INTEGER.describe(), "integer");
        assert!(Types::INTEGER.contain(&json!(1.0)));
        assert!(!Types::INTEGER.contain(&json!(1.5)));
        assert!(Types::NUMBER.contain(&json!(1)) && Types::NUMBER.contain(&json!(1.5)));
        assert_eq!(Types::named("integer"), Some(Types::INTEGER));
        assert_eq!(Types::named("file"), None);
    }
}
