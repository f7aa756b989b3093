//! What is known of a value beside its fields: constants that the server sent with another value, and read-only properties that the
//! caller has set. Both decide what is sent, and neither is a field, so they come and go without breaking a program.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer};
use serde_json::Value;

use super::read::Place;
use crate::data::json::Const;

/// What is known of a value beside its fields. Empty for nearly all values.
#[derive(Clone, Default)]
pub struct Beside(Option<Box<Known>>);

#[derive(Clone, Default)]
struct Known {
    /// Constants with what the server sent in their place.
    constants: BTreeMap<&'static str, Value>,
    /// Read-only properties that the caller has set.
    given: Vec<&'static str>,
}

impl Beside {
    /// Notes that the caller has set a read-only property.
    pub fn give(&mut self, name: &'static str) {
        let known = self.0.get_or_insert_default();
        if !known.given.contains(&name) {
            known.given.push(name);
        }
    }

    /// Whether the caller has set a read-only property.
    pub fn is_given(&self, name: &str) -> bool {
        self.0.as_ref().is_some_and(|known| known.given.contains(&name))
    }

    /// Constants with what the server sent in their place.
    fn constants(&self) -> impl Iterator<Item = (&&'static str, &Value)> {
        self.0.iter().flat_map(|known| &known.constants)
    }

    /// What the server sent in place of a constant.
    pub(super) fn take_constant(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.constants.remove(name)
    }
}

/// Who has set a read-only property is nothing that makes two values differ.
impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        self.constants().eq(other.constants())
    }
}

impl Eq for Beside {}

impl Hash for Beside {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.constants().for_each(|constant| constant.hash(state));
    }
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.constants()).finish()
    }
}

/// Collects constants with other values while an object is read.
#[derive(Default)]
pub struct Others(Cell<Beside>);

impl Others {
    /// The place of a constant.
    pub fn unless(&self, name: &'static str, value: impl Into<Const<'static>>) -> Constant<'_> {
        let value = value.into();
        Constant {
            name,
            value,
            others: self,
        }
    }

    /// What was collected.
    pub fn into_beside(self) -> Beside {
        self.0.into_inner()
    }
}

/// The place of a constant that is kept if it has another value.
pub struct Constant<'o> {
    name: &'static str,
    value: Const<'static>,
    others: &'o Others,
}

impl<'de, A: MapAccess<'de>> Place<'de, A> for Constant<'_> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        let other = map.next_value_seed(Unless(self.value))?;
        let mut beside = self.others.0.take();
        match (other, &mut beside.0) {
            (Some(other), known) => {
                known.get_or_insert_default().constants.insert(self.name, other);
            }
            // Of properties given twice the last counts.
            (None, Some(known)) => drop(known.constants.remove(self.name)),
            (None, None) => {}
        }
        self.others.0.set(beside);
        Ok(())
    }
}

/// Reads a value unless it is this one.
struct Unless(Const<'static>);

impl Unless {
    fn check<E>(&self, value: Value) -> Result<Option<Value>, E> {
        Ok((!self.0.equals(&value)).then_some(value))
    }
}

impl<'de> DeserializeSeed<'de> for Unless {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! scalars {
    ($($method:ident($ty:ty))*) => { $(
        fn $method<E: Error>(self, value: $ty) -> Result<Self::Value, E> {
            self.check(Value::from(value))
        }
    )* };
}

impl<'de> Visitor<'de> for Unless {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    scalars! { visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) }

    /// Nearly all constants are strings, and nearly all are what they should be: nothing is allocated for these.
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        match self.0 {
            Const::Str(expected) if expected == text => Ok(None),
            _ => Ok(Some(Value::from(text))),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.check(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
        self.check(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(map))?;
        self.check(value)
    }
}

#[cfg(test)]
mod tests {
    use crate::v1;

    #[derive(Clone, Debug, PartialEq)]
    struct Pet {
        name: String,
        id: Option<i64>,
        beside: v1::Beside,
    }

    v1::object! {
        both Pet keeps beside {
            "@entity" = "pet",
            name: required "name",
            "version" = &v1::Const::Int(1),
            id: read_only_required integer "id",
            "shape" = &v1::Const::Array(&[v1::Const::Null]),
        }
    }

    fn read(text: &str) -> Pet {
        serde_json::from_str(text).expect("a pet")
    }

    fn sent(pet: &Pet) -> String {
        super::super::while_sending(|| serde_json::to_string(pet)).expect("plain")
    }

    #[test]
    fn a_constant_with_another_value_is_kept_and_sent_back() {
        let same = r#"{"@entity":"pet","name":"a","version":1,"shape":[null]}"#;
        assert_eq!(sent(&read(same)), same);
        assert_eq!(
            read(same),
            read(r#"{"name":"a","version":1.0}"#),
            "what is absent is as documented"
        );
        for other in [
            r#"{"@entity":"cat","name":"a","version":1,"shape":[null]}"#,
            r#"{"@entity":null,"name":"a","version":"1","shape":{"a":[1.5,true]}}"#,
            r#"{"@entity":true,"name":"a","version":-2,"shape":[]}"#,
        ] {
            assert_eq!(sent(&read(other)), other);
            assert_ne!(read(other), read(same));
        }
        let twice = r#"{"@entity":"cat","name":"a","@entity":"pet"}"#;
        assert_eq!(read(twice), read(same), "the last counts");
        let debug = format!("{:?}", read(r#"{"@entity":"cat","name":"a"}"#));
        assert_eq!(
            debug,
            r#"Pet { name: "a", id: None, beside: {"@entity": String("cat")} }"#
        );
    }

    #[test]
    fn a_read_only_property_is_sent_only_if_the_caller_has_set_it() {
        let mut pet = read(r#"{"name":"a","id":7.0}"#);
        assert_eq!(sent(&pet), r#"{"@entity":"pet","name":"a","version":1,"shape":[null]}"#);
        let whole = serde_json::to_string(&pet).expect("plain");
        assert!(whole.contains(r#""id":7"#), "{whole}");
        let received = pet.clone();
        pet.beside.give("id");
        assert!(pet.beside.is_given("id") && !received.beside.is_given("id"));
        assert_eq!(
            sent(&pet),
            r#"{"@entity":"pet","name":"a","version":1,"id":7,"shape":[null]}"#
        );
        assert_eq!(pet, received);
    }
}
