//! Values of parameters and forms: strings, lists, and objects in declared order.
//!
//! Not `serde_json::Value`, which sorts the properties of objects and cannot represent every integer.

use crate::data::object::while_sending;
use crate::data::violation::push_token;
use std::fmt;

use serde_core::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    String(String),
    /// A number or a boolean, as JSON writes it.
    Literal(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Serializes a value. This is the only generic step of encoding a parameter.
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, ValueError> {
        value.serialize(ValueSerializer)
    }

    /// The value as it is sent: without read-only properties.
    pub(crate) fn sent<T: Serialize + ?Sized>(value: &T) -> Result<Self, ValueError> {
        while_sending(|| Self::of(value))
    }

    /// The value as one string: scalars as they are, the rest as JSON.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::String(text) | Self::Literal(text) => text.clone(),
            Self::List(_) | Self::Object(_) => {
                let mut out = String::new();
                self.write_json(&mut out);
                out
            }
        }
    }

    fn write_json(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::String(text) => write_quoted(text, out),
            Self::Literal(text) => out.push_str(text),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    item.write_json(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Object(properties) => {
                for (index, (name, value)) in properties.iter().enumerate() {
                    out.push(if index == 0 { '{' } else { ',' });
                    write_quoted(name, out);
                    out.push(':');
                    value.write_json(out);
                }
                out.push_str(if properties.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn write_quoted(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

/// A value that cannot be a parameter.
#[derive(Debug)]
pub(crate) struct ValueError {
    /// The JSON pointer of the part that cannot be sent.
    pub(crate) pointer: String,
    /// Why it cannot.
    pub(crate) problem: String,
}

impl ValueError {
    /// The same error, seen from what holds the value under that name or index.
    fn within(self, token: &str) -> Self {
        let mut pointer = String::new();
        push_token(&mut pointer, token);
        pointer.push_str(&self.pointer);
        Self { pointer, ..self }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for ValueError {}

impl serde_core::ser::Error for ValueError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            pointer: String::new(),
            problem: message.to_string(),
        }
    }
}

struct ValueSerializer;

/// A list or an object that is being serialized.
#[derive(Default)]
struct Items(Vec<Value>);

#[derive(Default)]
struct Properties {
    properties: Vec<(String, Value)>,
    key: Option<String>,
    /// The name of the enclosing enum variant.
    variant: Option<&'static str>,
}

macro_rules! scalar {
    ($variant:ident, $($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<Value, ValueError> {
            Ok(Value::$variant(value.to_string()))
        })*
    };
}

impl Serializer for ValueSerializer {
    type Ok = Value;
    type Error = ValueError;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Properties;
    type SerializeStruct = Properties;
    type SerializeStructVariant = Properties;

    scalar!(Literal, serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_u128: u128);
    scalar!(String, serialize_char: char, serialize_str: &str);

    fn serialize_f32(self, value: f32) -> Result<Value, ValueError> {
        // As its own shortest decimal: as f64 it would have more digits than the value.
        number(f64::from(value), value.to_string())
    }

    fn serialize_f64(self, value: f64) -> Result<Value, ValueError> {
        number(value, value.to_string())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Value, ValueError> {
        match std::str::from_utf8(value) {
            Ok(text) => Ok(Value::String(text.to_owned())),
            Err(_) => Err(ValueError::custom("must be text")),
        }
    }

    fn serialize_none(self) -> Result<Value, ValueError> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, ValueError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, ValueError> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, ValueError> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, ValueError> {
        Ok(Value::String(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Value, ValueError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, ValueError> {
        Ok(Value::Object(vec![(variant.to_owned(), value.serialize(self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, ValueError> {
        Ok(Items::default())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, ValueError> {
        Ok(Items::default())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, ValueError> {
        Ok(Items::default())
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Items, ValueError> {
        Ok(Items::default())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Properties, ValueError> {
        Ok(Properties::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Properties, ValueError> {
        Ok(Properties::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Properties, ValueError> {
        Ok(Properties {
            variant: Some(variant),
            ..Properties::default()
        })
    }
}

fn number(value: f64, text: String) -> Result<Value, ValueError> {
    if value.is_finite() {
        Ok(Value::Literal(text))
    } else {
        Err(ValueError::custom("must be a finite number"))
    }
}

macro_rules! items {
    ($($trait:ident, $method:ident;)*) => {
        $(impl $trait for Items {
            type Ok = Value;
            type Error = ValueError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
                let item = Value::of(value).map_err(|error| error.within(&self.0.len().to_string()))?;
                self.0.push(item);
                Ok(())
            }
            fn end(self) -> Result<Value, ValueError> {
                Ok(Value::List(self.0))
            }
        })*
    };
}

items! {
    SerializeSeq, serialize_element;
    SerializeTuple, serialize_element;
    SerializeTupleStruct, serialize_field;
    SerializeTupleVariant, serialize_field;
}

impl Properties {
    fn finish(self) -> Value {
        let object = Value::Object(self.properties);
        match self.variant {
            Some(variant) => Value::Object(vec![(variant.to_owned(), object)]),
            None => object,
        }
    }
}

impl SerializeMap for Properties {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.key = Some(Value::of(key)?.to_text());
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let key = self.key.take().unwrap_or_default();
        let value = Value::of(value).map_err(|error| error.within(&key))?;
        self.properties.push((key, value));
        Ok(())
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(self.finish())
    }
}

macro_rules! properties {
    ($($trait:ident),*) => {
        $(impl $trait for Properties {
            type Ok = Value;
            type Error = ValueError;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), ValueError> {
                let value = Value::of(value).map_err(|error| error.within(key))?;
                self.properties.push((key.to_owned(), value));
                Ok(())
            }
            fn end(self) -> Result<Value, ValueError> {
                Ok(self.finish())
            }
        })*
    };
}

properties!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_full_and_order_is_kept() {
        assert_eq!(
            Value::of(&u64::MAX).expect("an integer").to_text(),
            "18446744073709551615"
        );
        assert_eq!(Value::of(&1.5f32).expect("a number").to_text(), "1.5");
        assert_eq!(
            Value::of(&1e21f64).expect("a number").to_text(),
            "1000000000000000000000"
        );
        let error = Value::of(&[(1.0, f64::NAN)]).expect_err("no number");
        assert_eq!(
            (error.pointer.as_str(), error.to_string().as_str()),
            ("/0/1", "must be a finite number")
        );
        let value = serde_json::json!({"a": [1, null, "x"]});
        assert_eq!(
            Value::of(&value).expect("an object"),
            Value::Object(vec![(
                "a".into(),
                Value::List(vec![Value::Literal("1".into()), Value::Null, Value::String("x".into())])
            )])
        );
        let value = serde_json::json!({"a": [1, null, "x\"", true, {}, []], "b": 1.5});
        let text = Value::of(&value).expect("an object").to_text();
        assert_eq!(text, r#"{"a":[1,null,"x\"",true,{},[]],"b":1.5}"#);
    }
}
