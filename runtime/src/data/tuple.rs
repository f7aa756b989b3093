//! Reading and writing arrays whose items have types of their own (`prefixItems`).

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Error, IgnoredAny, SeqAccess, Visitor};
use serde_core::ser::SerializeSeq;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::integer::{Integer, IntegerSeed};

/// A tuple struct that can be read from an array. Items that the type does not have are passed over: a server may
/// add some.
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Candle(pub i64, pub f64, pub Option<String>);
///
/// impl v1::Tuple for Candle {
///     fn read<'de, A: v1::SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
///         Ok(Self(
///             v1::integer_item(&mut items, 0)?,
///             v1::item(&mut items, 1)?,
///             v1::optional_item(&mut items)?,
///         ))
///     }
/// }
/// v1::deserialize!(Candle => tuple);
///
/// impl v1::WriteTuple for Candle {
///     fn write<S: v1::Serializer>(&self, items: &mut v1::TupleItems<S>) {
///         items.required(&self.0);
///         items.required(&self.1);
///         items.optional(&self.2);
///     }
/// }
/// v1::serialize!(Candle => tuple);
///
/// let candle: Candle = serde_json::from_str("[1.0, 2]")?;
/// assert_eq!(candle, Candle(1, 2.0, None));
/// assert_eq!(serde_json::to_string(&candle)?, "[1,2.0]");
/// assert_eq!(serde_json::from_str::<Candle>(r#"[1, 2, "a", {}, 3]"#)?.2.as_deref(), Some("a"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Tuple: Sized {
    /// Reads the items.
    ///
    /// # Errors
    ///
    /// An item of the wrong type, or a required item that is missing.
    fn read<'de, A: SeqAccess<'de>>(items: A) -> Result<Self, A::Error>;
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

/// Reads a required item; the index is for the message.
///
/// # Errors
///
/// The array has ended, or the item is of the wrong type.
pub fn item<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A, index: usize) -> Result<T, A::Error> {
    items.next_element()?.ok_or_else(|| missing(index))
}

/// Reads a required item that is an integer or made of integers.
///
/// # Errors
///
/// The array has ended, or the item is of the wrong type.
pub fn integer_item<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A, index: usize) -> Result<T, A::Error> {
    items
        .next_element_seed(IntegerSeed::new())?
        .ok_or_else(|| missing(index))
}

/// Reads an item that may be missing or `null`.
///
/// # Errors
///
/// The item is of the wrong type.
pub fn optional_item<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A) -> Result<Option<T>, A::Error> {
    items.next_element::<Option<T>>().map(Option::flatten)
}

/// Reads an item that may be missing or `null` and is an integer or made of integers.
///
/// # Errors
///
/// The item is of the wrong type.
pub fn optional_integer_item<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A) -> Result<Option<T>, A::Error> {
    let item = items.next_element_seed(IntegerSeed::<Option<T>>::new());
    item.map(Option::flatten)
}

/// Reads all further items.
///
/// # Errors
///
/// One of them is of the wrong type.
pub fn further_items<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A) -> Result<Vec<T>, A::Error> {
    let mut further = Vec::new();
    while let Some(item) = items.next_element()? {
        further.push(item);
    }
    Ok(further)
}

/// Reads all further items, which are integers or made of integers.
///
/// # Errors
///
/// One of them is of the wrong type.
pub fn further_integer_items<'de, T: Integer, A: SeqAccess<'de>>(items: &mut A) -> Result<Vec<T>, A::Error> {
    let mut further = Vec::new();
    while let Some(item) = items.next_element_seed(IntegerSeed::new())? {
        further.push(item);
    }
    Ok(further)
}

/// For tuples that are only sent and have no further items.
///
/// # Errors
///
/// There is one.
pub fn no_further_items<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<(), A::Error> {
    match items.next_element::<IgnoredAny>()? {
        Some(_) => Err(A::Error::custom("there are more items than the type has")),
        None => Ok(()),
    }
}

/// A tuple struct that can be written as an array.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::v1;

    #[derive(Debug, PartialEq)]
    struct Row(String, Option<i64>, Vec<i64>);

    impl Tuple for Row {
        fn read<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Self, A::Error> {
            let (first, second) = (item(&mut items, 0)?, optional_integer_item(&mut items)?);
            let mut rest = Vec::new();
            while let Some(item) = optional_integer_item(&mut items)? {
                rest.push(item);
            }
            Ok(Self(first, second, rest))
        }
    }
    v1::deserialize!(Row => tuple);

    impl WriteTuple for Row {
        fn write<S: Serializer>(&self, items: &mut TupleItems<S>) {
            items.required(&self.0);
            items.optional(&self.1);
            items.rest(&self.2);
        }
    }
    v1::serialize!(Row => tuple);

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
    }
}
