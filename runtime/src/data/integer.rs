//! Reading integers as JSON Schema defines them: `1.0` and `1e3` are integers (JSON Schema 2020-12, section 4.2.3).

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::Deserializer;
use serde_core::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::field::Field;

/// An integer, or a list, map or option of integers, to any depth.
///
/// `Deserialize` of `i64` rejects `1.0`. So properties with integers are read by `v1::read_integer` and
/// `v1::read_optional_integer`; the type of the property selects the implementation. Types without integers need
/// nothing.
///
/// 128-bit integers are read digit by digit, hence without loss, but not if they are written with a fraction or an
/// exponent. Nor is `1.0` read within a union if another crate of the build enables `arbitrary_precision` of
/// serde_json, with which [`serde_json::Value`] rejects it.
#[doc(hidden)]
pub trait Integer: Sized {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is not an integer, or out of the range of the type.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads a value that is an integer or made of integers; for aliases and newtypes.
pub fn integer_value<'de, T: Integer, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Reads an [`Integer`] where serde needs a seed.
pub(crate) struct IntegerSeed<T>(PhantomData<T>);

impl<T> IntegerSeed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Integer> DeserializeSeed<'de> for IntegerSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// Reads a whole number. Its range is checked here, where the error still has the position of the number.
struct WholeVisitor<T>(PhantomData<T>);

fn within<T: TryFrom<N>, N, E: Error>(value: N) -> Result<T, E> {
    T::try_from(value).map_err(|_| out_of_range())
}

impl<T: TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + TryFrom<u128>> Visitor<'_> for WholeVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        within(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        within(value)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        within(value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<T, E> {
        within(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        /// 2^127, beyond which the conversion would saturate.
        const LIMIT: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
        if value.fract() != 0.0 {
            Err(E::invalid_value(Unexpected::Float(value), &self))
        } else if value.abs() < LIMIT {
            within(value as i128)
        } else {
            Err(out_of_range())
        }
    }
}

#[cold]
fn out_of_range<E: Error>() -> E {
    E::custom("a number out of range, expected an integer")
}

macro_rules! integers {
    ($($integer:ty => $method:ident)*) => { $(
        impl Integer for $integer {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$method(WholeVisitor(PhantomData))
            }
        }
    )* };
}

integers! {
    i8 => deserialize_i64
    i16 => deserialize_i64
    i32 => deserialize_i64
    i64 => deserialize_i64
    i128 => deserialize_i128
    u8 => deserialize_u64
    u16 => deserialize_u64
    u32 => deserialize_u64
    u64 => deserialize_u64
}

impl<T: Integer> Integer for Box<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Self::new)
    }
}

struct OptionVisitor<T>(PhantomData<T>);

impl<'de, T: Integer> Visitor<'de> for OptionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

impl<T: Integer> Integer for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(OptionVisitor(PhantomData))
    }
}

impl<T: Integer> Integer for Field<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::read(deserializer).map(Self::from)
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Integer> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(IntegerSeed::new())? {
            items.push(item);
        }
        Ok(items)
    }
}

impl<T: Integer> Integer for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Integer> Visitor<'de> for MapVisitor<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(name) = map.next_key::<String>()? {
            entries.insert(name, map.next_value_seed(IntegerSeed::new())?);
        }
        Ok(entries)
    }
}

impl<T: Integer> Integer for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn text<T: Integer>(json: &str) -> Result<T, String> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let value = T::read(&mut deserializer).map_err(|error| error.to_string())?;
        deserializer.end().map_err(|error| error.to_string())?;
        Ok(value)
    }

    fn value<T: Integer>(json: Value) -> Result<T, String> {
        let by_reference = T::read(&json).map(|_| ()).map_err(|error| error.to_string());
        let by_value = T::read(json).map_err(|error| error.to_string());
        assert_eq!(by_reference.is_ok(), by_value.is_ok());
        by_value
    }

    #[test]
    fn whole_numbers_in_any_writing() {
        assert_eq!(text("1"), Ok(1_i64));
        assert_eq!(text("1.0"), Ok(1_i32));
        assert_eq!(text("1e3"), Ok(1000_u16));
        assert_eq!(text("-1.0E2"), Ok(-100_i8));
        assert_eq!(text("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(text("-9223372036854775808"), Ok(i64::MIN));
        assert_eq!(value(json!(5.0)), Ok(5_i64));
        assert_eq!(text("18446744073709551616"), Ok(1_i128 << 64));
        assert_eq!(value(json!(-7)), Ok(-7_i128));
    }

    #[test]
    fn everything_else_is_refused() {
        for bad in ["1.5", "128", "-129", "1e40", "\"1\"", "true", "null", "[]"] {
            assert!(text::<i8>(bad).is_err(), "{bad}");
        }
        assert!(text::<u64>("-1").is_err());
        assert!(text::<i64>("9223372036854775808").is_err());
        assert!(value::<i64>(json!(1.5)).is_err());
    }

    #[test]
    fn lists_maps_and_options() {
        assert_eq!(text("[1.0, 2]"), Ok(vec![1_i64, 2]));
        assert_eq!(text("null"), Ok(None::<i64>));
        assert_eq!(text("[null, 2.0]"), Ok(vec![None, Some(2_i64)]));
        assert_eq!(
            value(json!({"a": [1.0]})),
            Ok(BTreeMap::from([("a".to_owned(), vec![1_i64])]))
        );
        assert_eq!(text("null"), Ok(Field::<i64>::Null));
        assert_eq!(text("3"), Ok(Box::new(3_i64)));
    }
}
