//! Reading objects: one loop for all structs, which fills the places that generated code names.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::{Deserialize, Deserializer};
use serde_json::Value;

use crate::data::integer::{Integer, IntegerSeed};
use crate::data::trail;
use crate::data::union::loss;

/// A struct that can be read from an object. Implemented by [`object!`](crate::__object).
#[doc(hidden)]
pub trait Object: Sized {
    /// Reads the properties. Of properties given twice the last counts.
    ///
    /// # Errors
    ///
    /// A property of the wrong type, or a required property that is missing.
    fn read<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// A struct whose names tell it from other variants of a union. Implemented by [`object!`](crate::__object) with `listed`.
#[doc(hidden)]
pub trait Listed {
    /// The names of its properties in JSON.
    const NAMES: &'static [&'static str];
}

impl<T: Listed> Listed for Box<T> {
    const NAMES: &'static [&'static str] = T::NAMES;
}

impl<T: Listed> Listed for Option<T> {
    const NAMES: &'static [&'static str] = T::NAMES;
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

/// A place that the value of a property is read into.
pub trait Place<'de, A: MapAccess<'de>> {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// A value of the wrong type.
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error>;

    /// Whether the property is required and has not been read.
    fn is_missing(&self) -> bool {
        false
    }
}

/// The place of a required property.
pub enum Required<T> {
    /// Not read yet.
    Missing,
    /// Read.
    Filled(T),
}

/// The place of a required property that is an integer or made of integers.
pub enum RequiredInteger<T> {
    /// Not read yet.
    Missing,
    /// Read.
    Filled(T),
}

/// The place of a property that may be absent: an `Option` (`null` is `None`) or a [`Field`](crate::Field).
pub struct Held<T>(pub T);

/// The place of a property that may be absent and is an integer or made of integers.
pub struct HeldInteger<T>(pub T);

/// The place of a property of any type that may be absent: here `null` is a value.
pub struct HeldAny(pub Option<Value>);

/// The place of a constant in a type that is only sent: nothing is kept.
pub struct Passed;

impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Place<'de, A> for Required<T> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        *self = Self::Filled(map.next_value()?);
        Ok(())
    }

    fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl<'de, T: Integer, A: MapAccess<'de>> Place<'de, A> for RequiredInteger<T> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        *self = Self::Filled(map.next_value_seed(IntegerSeed::new())?);
        Ok(())
    }

    fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Place<'de, A> for Held<T> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.0 = map.next_value()?;
        Ok(())
    }
}

impl<'de, T: Integer, A: MapAccess<'de>> Place<'de, A> for HeldInteger<T> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.0 = map.next_value_seed(IntegerSeed::new())?;
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> Place<'de, A> for HeldAny {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.0 = Some(map.next_value()?);
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> Place<'de, A> for Passed {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        skip(map)
    }
}

fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(|_| ())
}

/// What becomes of properties that have no field: `()` passes over them.
pub trait Unknown<'de, A: MapAccess<'de>> {
    /// Whether the name is needed.
    const KEPT: bool = true;

    /// Takes the value of a property; the name is empty if it is not needed.
    ///
    /// # Errors
    ///
    /// A value of the wrong type, or a name that is not allowed.
    fn take(&mut self, name: String, map: &mut A) -> Result<(), A::Error>;
}

impl<'de, A: MapAccess<'de>> Unknown<'de, A> for () {
    const KEPT: bool = false;

    fn take(&mut self, _: String, map: &mut A) -> Result<(), A::Error> {
        loss::add(1);
        skip(map)
    }
}

/// Nothing but the listed properties is allowed.
struct Closed;

impl<'de, A: MapAccess<'de>> Unknown<'de, A> for Closed {
    fn take(&mut self, name: String, _: &mut A) -> Result<(), A::Error> {
        Err(A::Error::custom(format_args!("unknown field `{name}`")))
    }
}

/// They are kept.
pub struct Rest<T>(pub BTreeMap<String, T>);

/// They are kept, and are integers or made of integers.
pub struct RestInteger<T>(pub BTreeMap<String, T>);

impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Unknown<'de, A> for (&mut Rest<T>,) {
    fn take(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        self.0.0.insert(name, map.next_value()?);
        Ok(())
    }
}

impl<'de, T: Integer, A: MapAccess<'de>> Unknown<'de, A> for (&mut RestInteger<T>,) {
    fn take(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        self.0.0.insert(name, map.next_value_seed(IntegerSeed::new())?);
        Ok(())
    }
}

/// A property: its name in JSON, and the place of its value.
type Property<'p, 'de, A> = (&'static str, &'p mut dyn Place<'de, A>);

/// Finds the place of a name, first where it is expected.
struct Find<'a, 'p, 'de, A> {
    properties: &'a [Property<'p, 'de, A>],
    expected: usize,
    /// Takes a name that is not found, if it is needed.
    unknown: Option<&'a mut String>,
}

impl<'de, A: MapAccess<'de>> Find<'_, '_, 'de, A> {
    /// Servers mostly write the properties in the order of the document.
    #[inline]
    fn find(&self, name: &str) -> Option<usize> {
        match self.properties.get(self.expected) {
            Some((known, _)) if same(known, name) => Some(self.expected),
            Some(_) | None => self.search(name),
        }
    }

    #[inline(never)]
    fn search(&self, name: &str) -> Option<usize> {
        let (before, after) = self.properties.split_at(self.expected.min(self.properties.len()));
        for (at, (known, _)) in after.iter().enumerate() {
            if same(known, name) {
                return Some(before.len() + at);
            }
        }
        before.iter().position(|(known, _)| same(known, name))
    }
}

/// Whether two names are the same. Names are short: their first and last bytes, which may overlap, are cheaper to compare than
/// to call for a comparison.
#[inline]
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len()
        && match one.len() {
            0..4 => one.iter().zip(other).all(|(one, other)| one == other),
            4..8 => same_ends::<4>(one, other),
            8..=16 => same_ends::<8>(one, other),
            _ => one == other,
        }
}

#[inline]
fn same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.first_chunk::<N>() == other.first_chunk() && one.last_chunk::<N>() == other.last_chunk()
}

impl<'de, A: MapAccess<'de>> DeserializeSeed<'de> for Find<'_, '_, 'de, A> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, A: MapAccess<'de>> Visitor<'de> for Find<'_, '_, 'de, A> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        if let Some(at) = self.find(name) {
            return Ok(at);
        }
        if let Some(unknown) = self.unknown {
            keep(name, unknown);
        }
        Ok(usize::MAX)
    }
}

/// Apart from what is done for each property.
#[inline(never)]
fn keep(name: &str, unknown: &mut String) {
    name.clone_into(unknown);
}

/// Reads an object: each property into its place, the others into `unknown`.
///
/// # Errors
///
/// A value of the wrong type, or a required property that is missing.
#[inline(never)]
pub fn read_properties<'de, A: MapAccess<'de>, U: Unknown<'de, A>>(
    mut map: A,
    properties: &mut [Property<'_, 'de, A>],
    mut unknown: U,
) -> Result<(), A::Error> {
    let mut expected = 0;
    // A bit for each of the first places that was filled, so that few have to be asked in the end.
    let mut filled = 0_u64;
    let bit = |at: usize| if at < 64 { 1_u64 << at } else { 0 };
    let mut name = String::new();
    loop {
        let unknown_name = if U::KEPT { Some(&mut name) } else { None };
        let find = Find {
            properties,
            expected,
            unknown: unknown_name,
        };
        let Some(at) = map.next_key_seed(find)? else { break };
        match properties.get_mut(at) {
            Some((_, place)) => {
                place.fill(&mut map).map_err(trail::property)?;
                filled |= bit(at);
                expected = at + 1;
            }
            None => unknown.take(std::mem::take(&mut name), &mut map)?,
        }
    }
    for (at, (name, place)) in properties.iter().enumerate() {
        if filled & bit(at) == 0 && place.is_missing() {
            return Err(A::Error::missing_field(name));
        }
    }
    Ok(())
}

/// Reads an object that has nothing but these properties.
///
/// # Errors
///
/// Those of [`read_properties`], and a name that is not listed.
pub fn read_closed<'de, A: MapAccess<'de>>(
    map: A,
    properties: &mut [Property<'_, 'de, A>],
    (): (),
) -> Result<(), A::Error> {
    read_properties(map, properties, Closed)
}

/// The error of a reader that lacks something although [`read_properties`] had nothing to say.
#[cold]
#[inline(never)]
pub fn missing<E: Error>() -> E {
    E::custom("a required property is missing")
}

/// The reading half of [`object!`](crate::__object).
#[doc(hidden)]
#[macro_export]
macro_rules! __read_object {
    ($name:ident [] $read:ident {
        $($first:literal = $first_value:expr,)*
        $(
            $field:ident: $kind:ident $($by:ident)? $wire:literal $(if $feature:literal)?,
            $($constant:literal = $value:expr,)*
        )*
        $(..$rest:ident: rest $($rest_integer:ident)?,)?
    }) => {
        impl $crate::v1::Object for $name {
            fn read<'de, A: $crate::v1::MapAccess<'de>>(map: A) -> ::std::result::Result<Self, A::Error> {
                $(let mut $field = $crate::v1::empty::$($by::)?$kind();)*
                $(let mut $rest = $crate::v1::empty::$($rest_integer::)?rest();)?
                $crate::v1::$read(
                    map,
                    &mut [
                        $(($first, &mut $crate::v1::Passed),)*
                        $(($wire, &mut $field), $(($constant, &mut $crate::v1::Passed),)*)*
                    ],
                    ($(&mut $rest,)?),
                )?;
                match ($($field,)*) {
                    ($($crate::v1::filled::$($by::)?$kind($field),)*) => {
                        ::std::result::Result::Ok(Self { $($field,)* $($rest: $rest.0)? })
                    }
                    #[allow(unreachable_patterns, reason = "nothing may be required")]
                    _ => ::std::result::Result::Err($crate::v1::missing()),
                }
            }
        }
        $crate::v1::deserialize!($name => object);
    };
    ($name:ident [$beside:ident] $read:ident {
        $($first:literal = $first_value:expr,)*
        $(
            $field:ident: $kind:ident $($by:ident)? $wire:literal $(if $feature:literal)?,
            $($constant:literal = $value:expr,)*
        )*
        $(..$rest:ident: rest $($rest_integer:ident)?,)?
    }) => {
        impl $crate::v1::Object for $name {
            fn read<'de, A: $crate::v1::MapAccess<'de>>(map: A) -> ::std::result::Result<Self, A::Error> {
                $(let mut $field = $crate::v1::empty::$($by::)?$kind();)*
                $(let mut $rest = $crate::v1::empty::$($rest_integer::)?rest();)?
                let others = $crate::v1::Others::default();
                $crate::v1::$read(
                    map,
                    &mut [
                        $(($first, &mut others.unless($first, $first_value)),)*
                        $(($wire, &mut $field), $(($constant, &mut others.unless($constant, $value)),)*)*
                    ],
                    ($(&mut $rest,)?),
                )?;
                match ($($field,)*) {
                    ($($crate::v1::filled::$($by::)?$kind($field),)*) => {
                        ::std::result::Result::Ok(Self { $($field,)* $($rest: $rest.0,)? $beside: others.into_beside() })
                    }
                    #[allow(unreachable_patterns, reason = "nothing may be required")]
                    _ => ::std::result::Result::Err($crate::v1::missing()),
                }
            }
        }
        $crate::v1::deserialize!($name => object);
    };
}

/// The names of the properties of [`object!`](crate::__object).
#[doc(hidden)]
#[macro_export]
macro_rules! __listed_object {
    ($name:ident {
        $($first:literal = $first_value:expr,)*
        $(
            $field:ident: $kind:ident $($by:ident)? $wire:literal $(if $feature:literal)?,
            $($constant:literal = $value:expr,)*
        )*
        $(..$rest:ident: rest $($rest_integer:ident)?,)?
    }) => {
        impl $crate::v1::Listed for $name {
            const NAMES: &'static [&'static str] = &[$($first,)* $($wire, $($constant,)*)*];
        }
    };
}
