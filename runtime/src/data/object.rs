//! Reading and writing objects: the shared half of every generated struct.
//!
//! Generated code is kept small because each consumer compiles it. Measured on 300 structs of nine members
//! (rustc 1.95, CPU seconds, `cargo check` / debug / release of the library):
//!
//! | form | check | debug | release |
//! | --- | --- | --- | --- |
//! | `derive` | 10.4 | | |
//! | a visitor per type, `map.next_value()?`, `serialize_entry(..)?` | 2.7 | 8.5 | 46.6 |
//! | this module: one visitor, members read into slots, errors of writing kept to the end | **1.5** | **5.0** | **36.9** |
//!
//! What helps: one `?` per object instead of one per member, no visitor type per struct, and helpers that are
//! compiled once per member type instead of being inlined at every member.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::SerializeMap;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::field::Field;
use super::integer::{Integer, IntegerSeed};
use super::trail;

/// A struct that can be read from an object. Printed for each received struct:
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Pet { pub id: i64, pub name: String, pub tag: Option<String> }
///
/// impl v1::Object for Pet {
///     fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
///         let mut id = None;
///         let mut name = None;
///         let mut tag = None;
///         while let Some(key) = v1::key(&mut map, &["id", "name", "tag"])? {
///             match key {
///                 0 => v1::read_integer(&mut id, &mut map),
///                 1 => v1::read(&mut name, &mut map),
///                 2 => v1::read_optional(&mut tag, &mut map),
///                 _ => v1::skip(&mut map),
///             }?;
///         }
///         Ok(Self { id: v1::required(id, "id")?, name: v1::required(name, "name")?, tag })
///     }
/// }
/// v1::deserialize!(Pet => object);
///
/// let pet: Pet = serde_json::from_str(r#"{"id": 1.0, "new": [], "name": "Rex", "tag": null}"#)?;
/// assert_eq!(pet, Pet { id: 1, name: "Rex".into(), tag: None });
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Object: Sized {
    /// Reads the members. Of members given twice the last counts.
    ///
    /// # Errors
    ///
    /// A member of the wrong type, or a required member that is missing.
    fn read<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(map)
    }
}

/// Reads a struct.
pub fn object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// The index that no list of names has: an unknown member.
const UNKNOWN: usize = usize::MAX;

/// Reads the name of a member as its index in a list; shared by all structs.
struct Key(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        Ok(position(self.0, name).unwrap_or(UNKNOWN))
    }
}

fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

/// The next member, as its index in `names`; an unknown one has an index beyond the list.
#[inline(never)]
pub fn key<'de, A: MapAccess<'de>>(map: &mut A, names: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
    map.next_key_seed(Key(names))
}

/// Like [`Key`], but an unknown name is kept.
struct KeyOrName(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeyOrName {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyOrName {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(position(self.0, name).ok_or_else(|| name.to_owned()))
    }

    fn visit_string<E>(self, name: String) -> Result<Self::Value, E> {
        Ok(position(self.0, &name).ok_or(name))
    }
}

/// The next member of an object that keeps additional ones: its index in `names`, or its name.
///
/// ```
/// # use std::collections::BTreeMap;
/// # use specwright_runtime::v1;
/// pub struct Labels { pub id: String, pub additional: BTreeMap<String, String> }
///
/// impl v1::Object for Labels {
///     fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
///         let mut id = None;
///         let mut additional = BTreeMap::new();
///         while let Some(key) = v1::key_or_name(&mut map, &["id"])? {
///             match key {
///                 Ok(0) => v1::read(&mut id, &mut map),
///                 Ok(_) => v1::skip(&mut map),
///                 Err(name) => v1::read_entry(&mut additional, name, &mut map),
///             }?;
///         }
///         Ok(Self { id: v1::required(id, "id")?, additional })
///     }
/// }
/// v1::deserialize!(Labels => object);
///
/// impl v1::WriteObject for Labels {
///     fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
///         m.required("id", &self.id);
///         m.additional(&self.additional, &["id"]);
///     }
/// }
/// v1::serialize!(Labels => object);
///
/// let labels: Labels = serde_json::from_str(r#"{"a": "b", "id": "1"}"#)?;
/// assert_eq!(serde_json::to_string(&labels)?, r#"{"id":"1","a":"b"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[inline(never)]
#[allow(
    clippy::type_complexity,
    reason = "an alias would hide what generated code matches on"
)]
pub fn key_or_name<'de, A: MapAccess<'de>>(
    map: &mut A,
    names: &'static [&'static str],
) -> Result<Option<Result<usize, String>>, A::Error> {
    map.next_key_seed(KeyOrName(names))
}

/// Like [`Key`], but an unknown name is an error.
struct ClosedKey(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for ClosedKey {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for ClosedKey {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        position(self.0, name).ok_or_else(|| E::unknown_field(name, self.0))
    }
}

/// The next member of an object that is only sent and has `additionalProperties: false`.
///
/// # Errors
///
/// A name that is not in `names`.
#[inline(never)]
pub fn closed_key<'de, A: MapAccess<'de>>(
    map: &mut A,
    names: &'static [&'static str],
) -> Result<Option<usize>, A::Error> {
    map.next_key_seed(ClosedKey(names))
}

/// Passes over the value of a member.
#[inline(never)]
pub fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(|_| ())
}

/// Reads the value of a required member.
#[inline(never)]
pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(slot: &mut Option<T>, map: &mut A) -> Result<(), A::Error> {
    *slot = Some(map.next_value().map_err(trail::property)?);
    Ok(())
}

/// Reads the value of an optional or nullable member: an `Option` (`null` is `None`) or a [`Field`].
#[inline(never)]
pub fn read_optional<'de, T: Deserialize<'de>, A: MapAccess<'de>>(slot: &mut T, map: &mut A) -> Result<(), A::Error> {
    *slot = map.next_value().map_err(trail::property)?;
    Ok(())
}

/// Reads the value of a required member that is an integer or made of integers.
#[inline(never)]
pub fn read_integer<'de, T: Integer, A: MapAccess<'de>>(slot: &mut Option<T>, map: &mut A) -> Result<(), A::Error> {
    *slot = Some(map.next_value_seed(IntegerSeed::new()).map_err(trail::property)?);
    Ok(())
}

/// Reads the value of an optional or nullable member that is an integer or made of integers.
#[inline(never)]
pub fn read_optional_integer<'de, T: Integer, A: MapAccess<'de>>(slot: &mut T, map: &mut A) -> Result<(), A::Error> {
    *slot = map.next_value_seed(IntegerSeed::new()).map_err(trail::property)?;
    Ok(())
}

/// Reads the value of an additional member.
#[inline(never)]
pub fn read_entry<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    entries: &mut BTreeMap<String, T>,
    name: String,
    map: &mut A,
) -> Result<(), A::Error> {
    entries.insert(name, map.next_value()?);
    Ok(())
}

/// Reads the value of an additional member that is an integer or made of integers.
#[inline(never)]
pub fn read_integer_entry<'de, T: Integer, A: MapAccess<'de>>(
    entries: &mut BTreeMap<String, T>,
    name: String,
    map: &mut A,
) -> Result<(), A::Error> {
    entries.insert(name, map.next_value_seed(IntegerSeed::new())?);
    Ok(())
}

/// The value of a required member.
///
/// # Errors
///
/// The member was missing.
pub fn required<T, E: Error>(slot: Option<T>, name: &'static str) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None => Err(missing(name)),
    }
}

#[cold]
#[inline(never)]
fn missing<E: Error>(name: &'static str) -> E {
    E::missing_field(name)
}

/// A struct that can be written as an object. Printed for each sent struct:
///
/// ```
/// use specwright_runtime::{Field, v1};
///
/// pub struct Pet { pub id: i64, pub tag: Option<String>, pub owner: Field<String> }
///
/// impl v1::WriteObject for Pet {
///     fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
///         m.required("@entity", "pet"); // a constant
///         m.required("id", &self.id);
///         m.optional("tag", &self.tag);
///         m.field("owner", &self.owner);
///     }
/// }
/// v1::serialize!(Pet => object);
///
/// let pet = Pet { id: 1, tag: None, owner: Field::Null };
/// assert_eq!(serde_json::to_string(&pet)?, r#"{"@entity":"pet","id":1,"owner":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait WriteObject {
    /// Writes the members.
    fn write<S: Serializer>(&self, members: &mut Members<S>);
}

thread_local! {
    /// Whether values are written into a request on this thread. Writing never waits, so nothing else runs meanwhile.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

fn sending() -> bool {
    SENDING.with(Cell::get)
}

/// Writes values into a request: read-only members are left out.
pub(crate) fn while_sending<T>(write: impl FnOnce() -> T) -> T {
    /// Also when writing panics, the next value on this thread is not taken for a request.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            SENDING.with(|sending| sending.set(self.0));
        }
    }
    let _restore = Restore(SENDING.with(|sending| sending.replace(true)));
    write()
}

/// Writes a struct.
pub fn write_object<T: WriteObject, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut members = Members::new(serializer);
    value.write(&mut members);
    members.end()
}

/// An object that is being written. The first error is kept and returned at the end.
pub struct Members<S: Serializer>(Result<S::SerializeMap, S::Error>);

impl<S: Serializer> Members<S> {
    /// Begins an object.
    pub fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// Writes a member.
    #[inline(never)]
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(name, value)
        {
            self.0 = Err(error);
        }
    }

    /// Writes a member if it has a value.
    #[inline(never)]
    pub fn optional<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a read-only member if it has a value, unless the object is being sent: what the server sets is not sent
    /// back (OpenAPI 3.1 section 4.8.24.2).
    #[inline(never)]
    pub fn read_only<T: Serialize>(&mut self, name: &str, value: &Option<T>) {
        if !sending() {
            self.optional(name, value);
        }
    }

    /// Writes a member of three states: not at all, as `null`, or with its value.
    #[inline(never)]
    pub fn field<T: Serialize>(&mut self, name: &str, value: &Field<T>) {
        match value {
            Field::Absent => {}
            Field::Null => self.required(name, &()),
            Field::Value(value) => self.required(name, value),
        }
    }

    /// Writes the additional members, but none whose name is one of the `named`: no name is written twice.
    #[inline(never)]
    pub fn additional<T: Serialize>(&mut self, entries: &BTreeMap<String, T>, named: &[&str]) {
        for (name, value) in entries {
            if position(named, name).is_none() {
                self.required(name, value);
            }
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    ///
    /// The first error since its beginning.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}

/// Declares where members are kept while an object is read: a `let mut … = None` for each.
#[doc(hidden)]
#[macro_export]
macro_rules! __slots {
    ($($slot:ident),* $(,)?) => {
        $(let mut $slot = ::std::option::Option::None;)*
    };
}

/// A list of names. A macro, so that many of them do not take a line each.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    ($($name:literal),* $(,)?) => {
        &[$($name),*]
    };
}

/// Implements `Deserialize` by one of the readers of `v1`: `object`, `tuple`, `string_enum`, `integer_enum`,
/// `value_enum`, `text`, `strict_text`, `union`, `integer_value`.
#[doc(hidden)]
#[macro_export]
macro_rules! __deserialize {
    ($name:ty => $reader:ident) => {
        impl<'de> $crate::v1::serde_core::Deserialize<'de> for $name {
            fn deserialize<D: $crate::v1::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::v1::readers::$reader(deserializer)
            }
        }
    };
}

/// Implements `Serialize` by one of the writers of `v1`: `object`, `tuple`, `string_enum`, `integer_enum`,
/// `value_enum`, `text`.
#[doc(hidden)]
#[macro_export]
macro_rules! __serialize {
    ($name:ty => $writer:ident) => {
        impl $crate::v1::serde_core::Serialize for $name {
            fn serialize<S: $crate::v1::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::v1::writers::$writer(self, serializer)
            }
        }
    };
}
