//! A JSON value that a union is read into before its variant is known. Its strings are parts of the text where that is possible,
//! and so are copied once, into the variant. Reading from it is like reading from a `&Value`, but a failure leaves a trail.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, forward_to_deserialize_any};
use serde_json::{Error, Number, Value};

use super::json::{Const, Types};
use super::trail::{self, Step};

/// Objects with more properties than this one are sorted, so that a lookup does not look at all of them.
const FEW: usize = 16;

/// A value to read from.
#[derive(Clone, Debug)]
pub enum Tree<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Tree<'a>>),
    /// An object. Of properties given twice the last counts. More than 16 are sorted by their names, which differ.
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

impl Tree<'_> {
    /// The value of a property of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let properties = self.properties()?;
        let (_, value) = match properties.len() {
            ..=FEW => properties.iter().rev().find(|(known, _)| known == name)?,
            _ => {
                let at = properties.binary_search_by(|(known, _)| known.as_ref().cmp(name));
                properties.get(at.ok()?)?
            }
        };
        Some(value)
    }

    /// How many properties of an object have none of these names, which differ.
    pub(crate) fn others(&self, names: &[&str]) -> usize {
        let Some(properties) = self.properties() else { return 0 };
        match properties.len() {
            ..=FEW => {
                let others = properties.iter().filter(|(name, _)| !names.contains(&name.as_ref()));
                others.count()
            }
            all => all - names.iter().filter(|name| self.get(name).is_some()).count(),
        }
    }

    /// The number of values in a value. Reading it bounded its depth.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => 1,
            Self::Array(items) => 1 + items.iter().map(Self::size).sum::<usize>(),
            Self::Object(properties) => 1 + properties.iter().map(|(_, value)| value.size()).sum::<usize>(),
        }
    }

    /// The properties of an object.
    pub(crate) fn properties(&self) -> Option<&[(Cow<'_, str>, Self)]> {
        match self {
            Self::Object(properties) => Some(properties),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) | Self::Array(_) => None,
        }
    }

    /// The value that the repair of a body marked to be read as the `Unknown` variant of a union.
    pub(super) fn marked_unknown(&self) -> Option<Value> {
        match self.properties()? {
            [(name, value)] if name == trail::UNKNOWN && trail::is_recorded() => Some(value.to_value()),
            _ => None,
        }
    }

    /// Whether this is the same JSON value: see [`Const::equals`].
    pub(crate) fn is(&self, value: &Const<'_>) -> bool {
        match (value, self) {
            (Const::Str(one), Self::String(other)) => one == other,
            (Const::Str(_), _) => false,
            (value, other) => value.equals(&other.to_value()),
        }
    }

    /// Whether the value is of one of the types.
    pub(crate) fn is_of(&self, types: Types) -> bool {
        types.meets(match self {
            Self::Null => Types::NULL,
            Self::Bool(_) => Types::BOOLEAN,
            Self::Number(number) => Types::of_number(number),
            Self::String(_) => Types::STRING,
            Self::Array(_) => Types::ARRAY,
            Self::Object(_) => Types::OBJECT,
        })
    }

    /// A copy that borrows nothing.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => Value::Number(number.clone()),
            Self::String(text) => Value::String(text.as_ref().to_owned()),
            Self::Array(items) => items.iter().map(Self::to_value).collect(),
            Self::Object(properties) => {
                let owned = properties
                    .iter()
                    .map(|(name, value)| (name.as_ref().to_owned(), value.to_value()));
                Value::Object(owned.collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

/// Makes a tree of what a reader hands out.
pub(super) struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::String(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::String(Cow::Borrowed(text)))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree<'de>, E> {
        Ok(Tree::String(Cow::Owned(text)))
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        Tree::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut properties = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            let value = map.next_value()?;
            if let (true, Tree::String(digits)) = (name == DIGITS, &value)
                && has_digits()
            {
                return serde_json::from_str(digits).map(Tree::Number).map_err(A::Error::custom);
            }
            properties.push((name, value));
        }
        if properties.len() > FEW {
            sort(&mut properties);
        }
        Ok(Tree::Object(properties))
    }
}

/// Sorts properties. Of those with the same name the last one is kept.
fn sort(properties: &mut Vec<(Cow<'_, str>, Tree<'_>)>) {
    properties.sort_by(|(one, _), (other, _)| one.cmp(other));
    properties.dedup_by(|later, earlier| {
        let is_same = later.0 == earlier.0;
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
}

/// The name under which serde_json hands out a number if another crate of the build enables its feature `arbitrary_precision`.
const DIGITS: &str = "$serde_json::private::Number";

/// Whether that feature is enabled: only then is there a number of this size.
#[cold]
fn has_digits() -> bool {
    serde_json::from_str::<Number>("1e999").is_ok()
}

/// The name of a property.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_string<E>(self, name: String) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(name)))
    }
}

impl<'de> Deserializer<'de> for &'de Tree<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Number(number) => number.deserialize_any(visitor),
            Tree::String(text) => visitor.visit_borrowed_str(text),
            Tree::Array(items) => visitor.visit_seq(Items(items.iter().enumerate())),
            Tree::Object(properties) => visitor.visit_map(Entries {
                entries: properties.iter(),
                entry: None,
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Tree::Null => visitor.visit_none(),
            Tree::Bool(_) | Tree::Number(_) | Tree::String(_) | Tree::Array(_) | Tree::Object(_) => {
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.to_value().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier
    }
}

struct Items<'a, 'b>(std::iter::Enumerate<std::slice::Iter<'a, Tree<'b>>>);

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some((index, item)) = self.0.next() else {
            return Ok(None);
        };
        match seed.deserialize(item) {
            Ok(item) => Ok(Some(item)),
            Err(error) => {
                trail::pass(|| Step::Item(index));
                Err(error)
            }
        }
    }
}

struct Entries<'a, 'b> {
    entries: std::slice::Iter<'a, (Cow<'b, str>, Tree<'b>)>,
    entry: Option<(&'a str, &'a Tree<'b>)>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.entry = self.entries.next().map(|(key, value)| (key.as_ref(), value));
        match self.entry {
            Some((key, _)) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let Some((key, value)) = self.entry.take() else {
            return seed.deserialize(&Tree::Null);
        };
        seed.deserialize(value)
            .inspect_err(|_| trail::pass(|| Step::Key(key.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn tree(text: &str) -> Tree<'_> {
        serde_json::from_str(text).expect("an object")
    }

    #[test]
    fn a_number_is_the_nearest_one_and_is_written_as_it_came() {
        for text in ["-3.740438556553141e-8", "31.245270191439438", "1.7976931348623157e308"] {
            let number: f64 = serde_json::from_str(text).expect("a number");
            assert_eq!(
                number.to_bits(),
                text.parse::<f64>().expect("a number").to_bits(),
                "{text}"
            );
            let inside = tree(&format!(r#"{{"a":{text}}}"#)).to_value();
            assert_eq!(inside["a"].as_f64(), Some(number), "{text}");
        }
    }

    #[test]
    fn of_properties_given_twice_the_last_counts_in_small_and_in_large_objects() {
        for others in [1, FEW, 40] {
            let others: Vec<String> = (0..others).map(|number| format!("\"n{number}\":0")).collect();
            let text = format!(r#"{{"a":1,"b":5,{},"a":2,"a":3}}"#, others.join(","));
            let object = tree(&text);
            assert!(object.get("a").is_some_and(|value| value.is(&Const::Int(3))), "{text}");
            assert!(object.get("c").is_none());
            assert_eq!(object.others(&["a", "b", "c"]), others.len(), "{text}");
            assert_eq!(
                object.to_value(),
                serde_json::from_str::<Value>(&text).expect("an object")
            );
        }
    }

    #[test]
    fn a_lookup_does_not_look_at_all_properties_of_a_large_object() {
        let names: Vec<String> = (0..100_000).map(|number| format!("property-{number}")).collect();
        let properties: Vec<String> = names.iter().map(|name| format!("\"{name}\":null")).collect();
        let text = format!("{{{}}}", properties.join(","));
        let object = tree(&text);
        let started = Instant::now();
        assert!(names.iter().all(|name| object.get(name).is_some()));
        assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    }
}
