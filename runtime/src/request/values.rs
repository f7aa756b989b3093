//! Values as parameters and forms see them: text, lists and objects in declared order.
//!
//! Not `serde_json::Value`, which sorts the members of objects and cannot hold every integer.

use crate::data::object::while_sending;
use std::fmt;

use serde_core::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Text(String),
    /// A number or a boolean, as JSON writes it.
    Literal(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The only generic step of encoding a parameter.
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, NodeError> {
        value.serialize(NodeSerializer)
    }

    /// The value as it is sent: without read-only members.
    pub(crate) fn sent<T: Serialize + ?Sized>(value: &T) -> Result<Self, NodeError> {
        while_sending(|| Self::of(value))
    }

    /// The value as one text: scalars as they are, the rest as JSON.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Text(text) | Self::Literal(text) => text.clone(),
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
            Self::Text(text) => write_quoted(text, out),
            Self::Literal(text) => out.push_str(text),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    out.push(if index == 0 { '[' } else { ',' });
                    item.write_json(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Self::Object(members) => {
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push(if index == 0 { '{' } else { ',' });
                    write_quoted(name, out);
                    out.push(':');
                    value.write_json(out);
                }
                out.push_str(if members.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn write_quoted(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

/// A value that cannot be a parameter.
#[derive(Debug)]
pub(crate) struct NodeError(String);

impl fmt::Display for NodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NodeError {}

impl serde_core::ser::Error for NodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct NodeSerializer;

/// Lists and objects while they are filled.
#[derive(Default)]
struct Items(Vec<Node>);

#[derive(Default)]
struct Members {
    members: Vec<(String, Node)>,
    key: Option<String>,
    /// The name of the enum variant around it.
    variant: Option<&'static str>,
}

macro_rules! scalar {
    ($variant:ident, $($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<Node, NodeError> {
            Ok(Node::$variant(value.to_string()))
        })*
    };
}

impl Serializer for NodeSerializer {
    type Ok = Node;
    type Error = NodeError;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    scalar!(Literal, serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_u128: u128);
    scalar!(Text, serialize_char: char, serialize_str: &str);

    fn serialize_f32(self, value: f32) -> Result<Node, NodeError> {
        // Through its own shortest text: as f64 it would have digits that nobody wrote.
        number(f64::from(value), value.to_string())
    }

    fn serialize_f64(self, value: f64) -> Result<Node, NodeError> {
        number(value, value.to_string())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Node, NodeError> {
        match std::str::from_utf8(value) {
            Ok(text) => Ok(Node::Text(text.to_owned())),
            Err(_) => Err(NodeError::custom("must be text")),
        }
    }

    fn serialize_none(self) -> Result<Node, NodeError> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, NodeError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, NodeError> {
        Ok(Node::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Node, NodeError> {
        Ok(Node::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Node, NodeError> {
        Ok(Node::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Node, NodeError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Node, NodeError> {
        Ok(Node::Object(vec![(variant.to_owned(), value.serialize(self)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, NodeError> {
        Ok(Items::default())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, NodeError> {
        Ok(Items::default())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, NodeError> {
        Ok(Items::default())
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Items, NodeError> {
        Ok(Items::default())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, NodeError> {
        Ok(Members::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, NodeError> {
        Ok(Members::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, NodeError> {
        Ok(Members {
            variant: Some(variant),
            ..Members::default()
        })
    }
}

fn number(value: f64, text: String) -> Result<Node, NodeError> {
    if value.is_finite() {
        Ok(Node::Literal(text))
    } else {
        Err(NodeError::custom("must be a finite number"))
    }
}

macro_rules! items {
    ($($trait:ident, $method:ident;)*) => {
        $(impl $trait for Items {
            type Ok = Node;
            type Error = NodeError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NodeError> {
                self.0.push(Node::of(value)?);
                Ok(())
            }
            fn end(self) -> Result<Node, NodeError> {
                Ok(Node::List(self.0))
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

impl Members {
    fn finish(self) -> Node {
        let object = Node::Object(self.members);
        match self.variant {
            Some(variant) => Node::Object(vec![(variant.to_owned(), object)]),
            None => object,
        }
    }
}

impl SerializeMap for Members {
    type Ok = Node;
    type Error = NodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NodeError> {
        self.key = Some(Node::of(key)?.to_text());
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NodeError> {
        let key = self.key.take().unwrap_or_default();
        self.members.push((key, Node::of(value)?));
        Ok(())
    }

    fn end(self) -> Result<Node, NodeError> {
        Ok(self.finish())
    }
}

macro_rules! members {
    ($($trait:ident),*) => {
        $(impl $trait for Members {
            type Ok = Node;
            type Error = NodeError;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NodeError> {
                self.members.push((key.to_owned(), Node::of(value)?));
                Ok(())
            }
            fn end(self) -> Result<Node, NodeError> {
                Ok(self.finish())
            }
        })*
    };
}

members!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_full_and_order_is_kept() {
        assert_eq!(
            Node::of(&u64::MAX).expect("an integer").to_text(),
            "18446744073709551615"
        );
        assert_eq!(Node::of(&1.5f32).expect("a number").to_text(), "1.5");
        assert_eq!(
            Node::of(&1e21f64).expect("a number").to_text(),
            "1000000000000000000000"
        );
        assert!(Node::of(&f64::NAN).is_err());
        let value = serde_json::json!({"a": [1, null, "x"]});
        assert_eq!(
            Node::of(&value).expect("an object"),
            Node::Object(vec![(
                "a".into(),
                Node::List(vec![Node::Literal("1".into()), Node::Null, Node::Text("x".into())])
            )])
        );
        let value = serde_json::json!({"a": [1, null, "x\"", true, {}, []], "b": 1.5});
        let text = Node::of(&value).expect("an object").to_text();
        assert_eq!(text, r#"{"a":[1,null,"x\"",true,{},[]],"b":1.5}"#);
    }
}
