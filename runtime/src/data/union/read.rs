//! Reading a union: the value, its variant, and what becomes of it when it is none or does not read.

use std::fmt;
use std::marker::PhantomData;

use serde_core::Deserializer;
use serde_core::de::{Error, MapAccess, SeqAccess, Visitor};

use super::{Union, choose, loss};
use crate::data::trail::{self, Step};
use crate::data::tree::{Tree, TreeVisitor};

/// Reads a union. A value that fits no variant is kept, if the union is open. A variant that is meant and does not read is kept too,
/// except in a response: there it is a failure, which is repaired within the variant if that is possible.
pub fn read_union<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

/// Decides within the visitor, where an error still has its position.
struct UnionVisitor<U>(PhantomData<U>);

/// Hands a value on to [`TreeVisitor`].
macro_rules! scalars {
    ($($method:ident($ty:ty))*) => { $(
        fn $method<E: Error>(self, value: $ty) -> Result<U, E> {
            TreeVisitor.$method(value).and_then(decide)
        }
    )* };
}

impl<'de, U: Union> Visitor<'de> for UnionVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a variant of the union")
    }

    scalars! {
        visit_bool(bool)
        visit_i64(i64)
        visit_u64(u64)
        visit_f64(f64)
        visit_str(&str)
        visit_borrowed_str(&'de str)
        visit_string(String)
    }

    fn visit_unit<E: Error>(self) -> Result<U, E> {
        decide(Tree::Null)
    }

    fn visit_none<E: Error>(self) -> Result<U, E> {
        decide(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<U, D::Error> {
        read_union(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<U, A::Error> {
        TreeVisitor.visit_seq(items).and_then(decide)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<U, A::Error> {
        TreeVisitor.visit_map(map).and_then(decide)
    }
}

fn decide<U: Union, E: Error>(value: Tree<'_>) -> Result<U, E> {
    if let Some(kept) = value.marked_unknown() {
        return U::unknown(kept).ok_or_else(no_variant);
    }
    let error = match choose::<U>(&value) {
        Ok(Some(variant)) => return Ok(variant),
        Ok(None) => None,
        Err(error) if trail::is_strict() => return Err(E::custom(error)),
        Err(error) => Some(error),
    };
    match (U::unknown(value.to_value()), error) {
        (Some(unknown), _) => {
            loss::add(value.size());
            Ok(unknown)
        }
        (None, Some(error)) => Err(E::custom(error)),
        (None, None) => Err(no_variant()),
    }
}

#[cold]
fn no_variant<E: Error>() -> E {
    trail::pass(|| Step::Union);
    E::custom("the value fits no variant of the union")
}
