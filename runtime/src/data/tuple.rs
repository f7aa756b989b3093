//! Reading and writing arrays whose items have types of their own (`prefixItems`).

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Error, IgnoredAny, SeqAccess, Visitor};
use serde_core::ser::SerializeSeq;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// A tuple struct that can be read from an array. Implemented by [`tuple!`](crate::__tuple).
#[doc(hidden)]
pub trait Tuple: Sized {
    /// Reads the items.
    ///
    /// # Errors
    ///
    /// An item of the wrong type, or a required item that is missing.
    fn read<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<Self, A::Error>;
}

struct TupleVisitor<T>(PhantomData<T>);

impl<'de, T: Tuple> Visitor<'de> for TupleVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<T, A::Error> {
        let value = T::read(&mut items)?;
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(value)
    }
}

/// Reads a tuple struct.
pub fn tuple<'de, T: Tuple, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_seq(TupleVisitor(PhantomData))
}

#[cold]
fn missing<E: Error>(index: usize) -> E {
    E::custom(format_args!("missing item {index}"))
}

/// Readers of one item, by its kind. `index` is for messages.
pub mod item {
    use super::{Deserialize, SeqAccess, missing};

    /// An item that must be there.
    ///
    /// # Errors
    ///
    /// The array has ended, or the item is of the wrong type.
    pub fn required<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A, index: usize) -> Result<T, A::Error> {
        items.next_element()?.ok_or_else(|| missing(index))
    }

    /// An item that may be missing or `null`.
    ///
    /// # Errors
    ///
    /// The item is of the wrong type.
    pub fn optional<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(
        items: &mut A,
        _: usize,
    ) -> Result<Option<T>, A::Error> {
        items.next_element::<Option<T>>().map(Option::flatten)
    }

    /// All further items.
    ///
    /// # Errors
    ///
    /// One of them is of the wrong type.
    pub fn rest<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A, _: usize) -> Result<Vec<T>, A::Error> {
        let mut rest = Vec::new();
        while let Some(item) = items.next_element()? {
            rest.push(item);
        }
        Ok(rest)
    }

    /// The same for integers, and for what is made of integers.
    pub mod integer {
        use super::{SeqAccess, missing};
        use crate::data::integer::{Integer, IntegerSeed};

        /// An item that must be there.
        ///
        /// # Errors
        ///
        /// The array has ended, or the item is of the wrong type.
        pub fn required<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A, index: usize) -> Result<T, A::Error> {
            items
                .next_element_seed(IntegerSeed::new())?
                .ok_or_else(|| missing(index))
        }

        /// An item that may be missing or `null`.
        ///
        /// # Errors
        ///
        /// The item is of the wrong type.
        pub fn optional<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A, _: usize) -> Result<Option<T>, A::Error> {
            let item = items.next_element_seed(IntegerSeed::<Option<T>>::new());
            item.map(Option::flatten)
        }

        /// All further items.
        ///
        /// # Errors
        ///
        /// One of them is of the wrong type.
        pub fn rest<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A, _: usize) -> Result<Vec<T>, A::Error> {
            let mut rest = Vec::new();
            while let Some(item) = items.next_element_seed(IntegerSeed::new())? {
                rest.push(item);
            }
            Ok(rest)
        }
    }
}

/// For tuples that are only sent and have no further items.
///
/// # Errors
///
/// There is one.
pub fn closed<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<(), A::Error> {
    match items.next_element::<IgnoredAny>()? {
        Some(_) => Err(A::Error::custom("there are more items than the type has")),
        None => Ok(()),
    }
}

/// A tuple struct that can be written as an array.
#[doc(hidden)]
pub trait WriteTuple {
    /// Writes the items.
    fn write<S: Serializer>(&self, items: &mut TupleItems<S>);
}

/// Writes a tuple struct.
pub fn write_tuple<T: WriteTuple, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut items = TupleItems::<S>::new(serializer);
    value.write(&mut items);
    items.state?.end()
}

/// An array that is being written. The first error is kept and returned at the end.
pub struct TupleItems<S: Serializer> {
    state: Result<S::SerializeSeq, S::Error>,
    /// Items left out so far. They become `null` once another item follows, which would otherwise move up.
    gaps: usize,
}

impl<S: Serializer> TupleItems<S> {
    fn new(serializer: S) -> Self {
        Self {
            state: serializer.serialize_seq(None),
            gaps: 0,
        }
    }

    /// Writes an item.
    #[inline(never)]
    pub fn required<T: Serialize + ?Sized>(&mut self, value: &T) {
        for _ in 0..std::mem::take(&mut self.gaps) {
            self.push(&());
        }
        self.push(value);
    }

    fn push<T: Serialize + ?Sized>(&mut self, value: &T) {
        if let Ok(items) = &mut self.state
            && let Err(error) = items.serialize_element(value)
        {
            self.state = Err(error);
        }
    }

    /// Writes an item if it has a value.
    pub fn optional<T: Serialize>(&mut self, value: &Option<T>) {
        match value {
            Some(value) => self.required(value),
            None => self.gaps += 1,
        }
    }

    /// Writes the items beyond the declared ones.
    pub fn rest<T: Serialize>(&mut self, values: &[T]) {
        for value in values {
            self.required(value);
        }
    }
}

/// The items of a tuple struct, a line for each: place, kind. It implements reading and writing in the directions in which the
/// struct travels: `received`, `sent` or `both`. Items that it does not have are passed over, since a server may add some, unless
/// `closed` follows its name.
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Candle(pub i64, pub f64, pub Option<String>);
///
/// v1::tuple!(both Candle {
///     0: required integer,
///     1: required,
///     2: optional,
/// });
///
/// let candle: Candle = serde_json::from_str("[1.0, 2]")?;
/// assert_eq!(candle, Candle(1, 2.0, None));
/// assert_eq!(serde_json::to_string(&candle)?, "[1,2.0]");
/// assert_eq!(serde_json::from_str::<Candle>(r#"[1, 2, "a", {}, 3]"#)?.2.as_deref(), Some("a"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __tuple {
    ($direction:ident $name:ident $($closed:ident)? {
        $($place:tt: $kind:ident $($integer:ident)?,)*
    }) => {
        $crate::__directed! {
            $direction
            {
                impl $crate::v1::Tuple for $name {
                    fn read<'de, A: $crate::v1::SeqAccess<'de>>(
                        items: &mut A,
                    ) -> ::std::result::Result<Self, A::Error> {
                        let tuple = Self($($crate::v1::item::$($integer::)?$kind(items, $place)?),*);
                        $($crate::v1::$closed(items)?;)?
                        ::std::result::Result::Ok(tuple)
                    }
                }
                $crate::v1::deserialize!($name => tuple);
            }
            {
                impl $crate::v1::WriteTuple for $name {
                    fn write<S: $crate::v1::Serializer>(&self, items: &mut $crate::v1::TupleItems<S>) {
                        $(items.$kind(&self.$place);)*
                    }
                }
                $crate::v1::serialize!($name => tuple);
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::v1;

    #[derive(Debug, PartialEq)]
    struct Row(String, Option<i64>, Vec<i64>);

    v1::tuple!(both Row {
        0: required,
        1: optional integer,
        2: rest integer,
    });

    #[derive(Debug, PartialEq)]
    struct Pair(String, Option<bool>);

    v1::tuple!(both Pair closed {
        0: required,
        1: optional,
    });

    #[test]
    fn round_trips() {
        for text in [r#"["a"]"#, r#"["a",1]"#, r#"["a",1,2,3]"#] {
            let row: Row = serde_json::from_str(text).expect("a row");
            assert_eq!(serde_json::to_string(&row).expect("plain"), text);
        }
        // What follows a gap stays in its place.
        let gap = Row("a".into(), None, vec![1]);
        assert_eq!(serde_json::to_string(&gap).expect("plain"), r#"["a",null,1]"#);
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = serde_json::from_str::<Row>("[]").expect_err("too short");
        assert!(error.to_string().starts_with("missing item 0"), "{error}");
        assert!(serde_json::from_str::<Row>("{}").is_err());
        assert_eq!(
            serde_json::from_str::<Pair>(r#"["a"]"#).expect("a pair"),
            Pair("a".into(), None)
        );
        let error = serde_json::from_str::<Pair>(r#"["a", true, 1]"#).expect_err("too long");
        assert!(error.to_string().starts_with("there are more items"), "{error}");
    }
}
