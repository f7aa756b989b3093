//! Unions (`oneOf`, `anyOf`): which member is meant, and what becomes of a value that is none of them.
//!
//! A union is read into a [`Value`] first, since what decides can come last. How it is decided, in this order:
//! the discriminator that the document declares ([`tag`]); otherwise a table of [`Member`]s, by implied tag, JSON
//! type, required members, and then by which member leaves the fewest names unexplained ([`choose`]). First match
//! alone would be wrong for about half of the object unions without a discriminator: a member without required
//! properties accepts everything.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde_core::de::{Error, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::integer::{Integer, integer_value};
use super::json::{Const, Types};
use super::object::{Members, WriteObject};
use super::trail::{self, Step};
use super::tree::Tree;

/// The outcome of a choice: a member, none, or the error of the member that was meant.
pub type Choice<U> = Result<Option<U>, serde_json::Error>;

/// A union that can be read. With a declared discriminator:
///
/// ```
/// use specwright_runtime::v1;
/// # #[derive(Debug, PartialEq)] pub struct Cat { pub age: i64 }
/// # impl v1::Object for Cat {
/// #     fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
/// #         let mut age = None;
/// #         while let Some(key) = v1::key(&mut map, &["age"])? {
/// #             match key { 0 => v1::read_integer(&mut age, &mut map), _ => v1::skip(&mut map) }?;
/// #         }
/// #         Ok(Self { age: v1::required(age, "age")? })
/// #     }
/// # }
/// # v1::deserialize!(Cat => object);
///
/// #[derive(Debug, PartialEq)]
/// pub enum Animal { Cat(Cat), Fish, Unknown(v1::Value) }
///
/// impl v1::Union for Animal {
///     fn choose(value: &v1::Value) -> v1::Choice<Self> {
///         match v1::tag(value, "kind") {
///             Some("cat" | "tomcat") => v1::member(value, Self::Cat),
///             Some("fish") => Ok(Some(Self::Fish)),
///             _ => Ok(None),
///         }
///     }
///
///     fn unknown(value: v1::Value) -> Option<Self> {
///         Some(Self::Unknown(value))
///     }
/// }
/// v1::deserialize!(Animal => union);
///
/// let cat: Animal = serde_json::from_str(r#"{"age": 3, "kind": "cat"}"#)?;
/// assert_eq!(cat, Animal::Cat(Cat { age: 3 }));
/// let fox: Animal = serde_json::from_str(r#"{"kind": "fox"}"#)?;
/// assert!(matches!(fox, Animal::Unknown(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Union: Sized {
    /// The member that the value is.
    ///
    /// # Errors
    ///
    /// The value says which member it is but does not read as it.
    fn choose(value: &Value) -> Choice<Self>;

    /// A value that is no member, kept as it came; `None` if the union is only sent.
    fn unknown(_value: Value) -> Option<Self> {
        None
    }
}

/// Reads a union. What is no variant is kept, if the union is open. A variant that is meant and does not read is kept too,
/// except in a response: there it is a failure, which is repaired within the variant if that is possible.
pub fn read_union<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

/// Reads the value within the visitor, where an error still has its position.
struct UnionVisitor<U>(PhantomData<U>);

macro_rules! scalars {
    ($($method:ident($ty:ty))*) => { $(
        fn $method<E: Error>(self, value: $ty) -> Result<U, E> {
            decide(Value::from(value))
        }
    )* };
}

impl<'de, U: Union> Visitor<'de> for UnionVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a variant of the union")
    }

    scalars! { visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) visit_str(&str) visit_string(String) }

    fn visit_unit<E: Error>(self) -> Result<U, E> {
        decide(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<U, E> {
        decide(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<U, D::Error> {
        read_union(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<U, A::Error> {
        decide(Value::deserialize(SeqAccessDeserializer::new(items))?)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<U, A::Error> {
        decide(Value::deserialize(MapAccessDeserializer::new(map))?)
    }
}

fn decide<U: Union, E: Error>(mut value: Value) -> Result<U, E> {
    if let Some(kept) = trail::unknown(&mut value) {
        return U::unknown(kept).ok_or_else(no_variant);
    }
    let error = match U::choose(&value) {
        Ok(Some(variant)) => return Ok(variant),
        Ok(None) => None,
        Err(error) if trail::is_strict() => {
            trail::pass(|| Step::Union);
            return Err(E::custom(error));
        }
        Err(error) => Some(error),
    };
    match (U::unknown(value), error) {
        (Some(unknown), _) => Ok(unknown),
        (None, Some(error)) => Err(E::custom(error)),
        (None, None) => Err(no_variant()),
    }
}

#[cold]
fn no_variant<E: Error>() -> E {
    trail::pass(|| Step::Union);
    E::custom("the value is no variant of the union")
}

/// Reads the value as a certain member.
///
/// # Errors
///
/// It is not one.
#[inline(never)]
pub fn member<'a, T: Deserialize<'a>, U>(value: &'a Value, variant: fn(T) -> U) -> Choice<U> {
    T::deserialize(Tree(value)).map(variant).map(Some)
}

/// Reads the value as a certain member that is an integer or made of integers.
///
/// # Errors
///
/// It is not one.
#[inline(never)]
pub fn integer_member<T: Integer, U>(value: &Value, variant: fn(T) -> U) -> Choice<U> {
    integer_value(Tree(value)).map(variant).map(Some)
}

/// The value of a tag.
pub fn tag<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

/// Writes a member with its tag, for members that do not declare the tag themselves. The tag comes first.
///
/// ```
/// # use specwright_runtime::v1;
/// pub struct Cat { pub age: i64 }
/// impl v1::WriteObject for Cat {
///     fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
///         m.required("age", &self.age);
///     }
/// }
/// let mut text = Vec::new();
/// v1::write_tagged("kind", "cat", &Cat { age: 3 }, &mut serde_json::Serializer::new(&mut text))?;
/// assert_eq!(text, br#"{"kind":"cat","age":3}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Those of the serializer.
pub fn write_tagged<T: WriteObject, S: Serializer>(
    name: &str,
    tag: &str,
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members = Members::new(serializer);
    members.required(name, tag);
    value.write(&mut members);
    members.end()
}

/// Writes a constant member of a union.
///
/// # Errors
///
/// Those of the serializer.
pub fn write_const<S: Serializer>(value: Const<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

/// How a member of a union without a discriminator is recognised. Made by `const fn`s:
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub enum Input { Text(String), Texts(Vec<String>), Auto, Unknown(v1::Value) }
///
/// impl v1::Union for Input {
///     fn choose(value: &v1::Value) -> v1::Choice<Self> {
///         const MEMBERS: &[v1::Member<Input>] = &[
///             v1::Member::new(v1::Types::STRING, |_| Ok(Some(Input::Auto))).values(&[v1::Const::Str("auto")]),
///             v1::Member::new(v1::Types::STRING, |value| v1::member(value, Input::Text)),
///             v1::Member::new(v1::Types::ARRAY, |value| v1::member(value, Input::Texts)),
///         ];
///         v1::choose(MEMBERS, value)
///     }
///
///     fn unknown(value: v1::Value) -> Option<Self> {
///         Some(Self::Unknown(value))
///     }
/// }
/// v1::deserialize!(Input => union);
///
/// assert_eq!(serde_json::from_str::<Input>(r#"["a"]"#)?, Input::Texts(vec!["a".into()]));
/// assert_eq!(serde_json::from_str::<Input>(r#""auto""#)?, Input::Auto);
/// assert!(matches!(serde_json::from_str::<Input>("[1]")?, Input::Unknown(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Member<U: 'static> {
    types: Types,
    values: Option<&'static [Const<'static>]>,
    tags: &'static [(&'static str, &'static [Const<'static>])],
    required: &'static [&'static str],
    known: &'static [&'static str],
    accepts: Option<fn(&Value) -> bool>,
    read: fn(&Value) -> Choice<U>,
}

impl<U> Member<U> {
    /// A member of these JSON types.
    pub const fn new(types: Types, read: fn(&Value) -> Choice<U>) -> Self {
        Self {
            types,
            values: None,
            tags: &[],
            required: &[],
            known: &[],
            accepts: None,
            read,
        }
    }

    /// A member that is an object and declares these names.
    pub const fn object(known: &'static [&'static str], read: fn(&Value) -> Choice<U>) -> Self {
        Self {
            known,
            ..Self::new(Types::OBJECT, read)
        }
    }

    /// It is one of these values only (`enum`, `const`).
    #[must_use]
    pub const fn values(self, values: &'static [Const<'static>]) -> Self {
        Self {
            values: Some(values),
            ..self
        }
    }

    /// Properties of it that are one of certain values (`enum`, `const`), which tell it from other members.
    #[must_use]
    pub const fn tags(self, tags: &'static [(&'static str, &'static [Const<'static>])]) -> Self {
        Self { tags, ..self }
    }

    /// Its required properties.
    #[must_use]
    pub const fn required(self, required: &'static [&'static str]) -> Self {
        Self { required, ..self }
    }

    /// A test of its own, e.g. of a `format` or a `pattern`.
    #[must_use]
    pub const fn accepts(self, accepts: fn(&Value) -> bool) -> Self {
        Self {
            accepts: Some(accepts),
            ..self
        }
    }

    /// The values of a tag of this member.
    fn tag(&self, name: &str) -> Option<&'static [Const<'static>]> {
        let tag = self.tags.iter().find(|(tag, _)| *tag == name);
        tag.map(|(_, values)| *values)
    }

    /// How badly the value fits, or `None` if it is not this one of the members.
    fn misfit(&self, value: &Value, members: &[Self]) -> Option<Misfit> {
        let listed = |values: &[Const<'_>]| values.iter().any(|one| one.equals(value));
        if !self.types.contain(value)
            || self.values.is_some_and(|values| !listed(values))
            || self.required.iter().any(|name| value.get(name).is_none())
            || self.accepts.is_some_and(|accepts| !accepts(value))
        {
            return None;
        }
        let (mut missing_tags, mut new_tags) = (0, 0);
        for (name, values) in self.tags {
            match value.get(name) {
                Some(value) if values.iter().any(|one| one.equals(value)) => {}
                // Another member has the tag too: this value says that it is that one, or a new one.
                Some(_) if members.iter().filter(|member| member.tag(name).is_some()).count() > 1 => return None,
                // A new value of a property that no other member has.
                Some(_) => new_tags += 1,
                None => missing_tags += 1,
            }
        }
        let unknown_names = value.as_object().map_or(0, |members| {
            let unknown = |name: &&String| !self.known.contains(&name.as_str());
            members.keys().filter(unknown).count()
        });
        Some(Misfit {
            tags: missing_tags + new_tags,
            unknown_names,
        })
    }
}

/// Compared in this order; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Misfit {
    /// Tags that are missing or have a new value.
    tags: usize,
    unknown_names: usize,
}

/// Whether a tag has a value that no member lists: then the value may be of a new member.
fn has_new_tag<U>(members: &[Member<U>], value: &Value) -> bool {
    let names = members.iter().flat_map(|member| member.tags).map(|(name, _)| *name);
    names
        .filter_map(|name| Some((name, value.get(name)?)))
        .any(|(name, tag)| {
            let mut listed = members.iter().filter_map(|member| member.tag(name)).flatten();
            !listed.any(|one| one.equals(tag))
        })
}

/// The member that fits best and reads without error; of equal ones the first.
///
/// A member that does not know all properties is not taken where that may lose them for no reason: if a tag says that the
/// value is of a new member, or in place of a better one that does not read.
///
/// # Errors
///
/// Some members fit but none of them reads; the error is that of the best one.
pub fn choose<U>(members: &[Member<U>], value: &Value) -> Choice<U> {
    let mut fitting: Vec<_> = members
        .iter()
        .filter_map(|member| Some((member.misfit(value, members)?, member)))
        .collect();
    if fitting.iter().any(|(misfit, _)| misfit.unknown_names > 0) && has_new_tag(members, value) {
        fitting.retain(|(misfit, _)| misfit.unknown_names == 0);
    }
    fitting.sort_by_key(|(misfit, _)| *misfit);
    let mut failed = None;
    for (misfit, member) in fitting {
        if failed.is_some() && misfit.unknown_names > 0 {
            continue;
        }
        match (member.read)(value) {
            Ok(Some(found)) => return Ok(Some(found)),
            Ok(None) => {}
            Err(error) => {
                let steps = trail::take();
                failed.get_or_insert((error, steps));
            }
        }
    }
    let Some((error, steps)) = failed else { return Ok(None) };
    trail::put_back(steps);
    Err(error)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::v1;

    #[derive(Debug, PartialEq)]
    enum Shape {
        Anything(Value),
        Circle(Value),
        Square(Value),
        Number(f64),
        Integer(i64),
        Unknown(Value),
    }

    impl Union for Shape {
        fn choose(value: &Value) -> Choice<Self> {
            const MEMBERS: &[Member<Shape>] = &[
                Member::object(&["note"], |v| member(v, Shape::Anything)),
                Member::object(&["type", "radius"], |v| member(v, Shape::Circle))
                    .tags(&[("type", &[Const::Str("circle"), Const::Str("disc")])]),
                Member::object(&["side", "note"], |v| member(v, Shape::Square)).required(&["side"]),
                Member::new(Types::INTEGER, |v| member(v, Shape::Integer)),
                Member::new(Types::NUMBER, |v| member(v, Shape::Number)),
            ];
            choose(MEMBERS, value)
        }

        fn unknown(value: Value) -> Option<Self> {
            Some(Self::Unknown(value))
        }
    }
    v1::deserialize!(Shape => union);

    fn read(value: Value) -> Shape {
        serde_json::from_value(value).expect("an open union reads everything")
    }

    #[test]
    fn the_best_member_is_chosen_whatever_the_order() {
        let circle = json!({"type": "disc", "radius": 1});
        assert_eq!(read(circle.clone()), Shape::Circle(circle));
        let square = json!({"side": 1, "note": "n"});
        assert_eq!(read(square.clone()), Shape::Square(square));
        let other = json!({"note": "n"});
        assert_eq!(read(other.clone()), Shape::Anything(other));
        // A new value of a property that only circles have.
        let ring = json!({"type": "ring", "radius": 1});
        assert_eq!(read(ring.clone()), Shape::Circle(ring));
        // A new tag and a property that no member has: nothing is lost.
        let fox = json!({"type": "fox", "legs": 4});
        assert_eq!(read(fox.clone()), Shape::Unknown(fox));
        assert_eq!(read(json!(1)), Shape::Integer(1));
        assert_eq!(read(json!(1.5)), Shape::Number(1.5));
    }

    #[test]
    fn what_is_no_member_is_kept() {
        assert_eq!(read(json!([1])), Shape::Unknown(json!([1])));
        assert_eq!(read(json!(null)), Shape::Unknown(json!(null)));
    }

    #[derive(Debug)]
    enum Sent {
        Text(String),
    }

    impl Union for Sent {
        fn choose(value: &Value) -> Choice<Self> {
            const MEMBERS: &[Member<Sent>] = &[
                Member::new(Types::STRING, |v| member(v, Sent::Text))
                    .accepts(|v| v.as_str().is_some_and(|text| text.starts_with('a'))),
                Member::new(Types::ARRAY, |v| member(v, Sent::Text)),
            ];
            choose(MEMBERS, value)
        }
    }
    v1::deserialize!(Sent => union);

    #[test]
    fn a_closed_union_refuses() {
        let Sent::Text(text) = serde_json::from_str("\"ab\"").expect("a text");
        assert_eq!(text, "ab");
        let error = serde_json::from_str::<Sent>("\"b\"").expect_err("not accepted");
        assert!(
            error.to_string().starts_with("the value is no variant of the union"),
            "{error}"
        );
        let error = serde_json::from_str::<Sent>("[]").expect_err("unreadable");
        assert!(error.to_string().contains("expected a string"), "{error}");
    }
}
