//! Unions (`oneOf`, `anyOf`): which variant is meant, and what becomes of a value that is none of them.
//!
//! A union is read into a [`Value`] first, since what decides can come last. How it is decided, in this order: the discriminator
//! that the document declares; otherwise by implied tag, JSON type, required properties, and then by which variant leaves the
//! fewest names unexplained. First match alone would be wrong for about half of the object unions without a discriminator: a
//! variant without required properties accepts everything.

mod effort;
mod read;
mod tag;

use serde_core::Deserialize;
use serde_json::Value;

use super::integer::{Integer, integer_value};
use super::json::{Const, Types};
use super::object::Listed;
use super::trail;
use super::tree::Tree;
pub use read::read_union;
pub use tag::write_tagged;

/// The outcome of a choice: a variant, none, or the error of the variant that was meant.
pub type Choice<U> = Result<Option<U>, serde_json::Error>;

/// A union that can be read. Implemented by [`union!`](crate::__union).
pub trait Union: Sized {
    /// The variant that the value is.
    ///
    /// # Errors
    ///
    /// The value says which variant it is but does not read as it.
    fn choose(value: &Value) -> Choice<Self>;

    /// A value that fits no variant, kept as it came; `None` if the union is only sent.
    fn unknown(_value: Value) -> Option<Self> {
        None
    }
}

/// Reads the value as a certain variant.
///
/// # Errors
///
/// It is not one.
#[inline(never)]
pub fn variant<'a, T: Deserialize<'a>, U>(value: &'a Value, variant: fn(T) -> U) -> Choice<U> {
    T::deserialize(Tree(value)).map(variant).map(Some)
}

/// Reads the value as a certain variant that is an integer or made of integers.
///
/// # Errors
///
/// It is not one.
#[inline(never)]
pub fn integer_variant<T: Integer, U>(value: &Value, variant: fn(T) -> U) -> Choice<U> {
    integer_value(Tree(value)).map(variant).map(Some)
}

/// The names of the properties of a variant that is an object.
pub const fn names_of<T: Listed, U>(_: fn(T) -> U) -> &'static [&'static str] {
    T::NAMES
}

/// How a variant is recognised. Made by `const fn`s.
#[derive(Clone, Copy, Debug)]
pub struct Is {
    /// Values of the declared discriminator that are strings.
    tagged: &'static [&'static str],
    /// Other values of the declared discriminator.
    valued: &'static [Const<'static>],
    /// Whether it keeps every property, so that none is unknown to it.
    keeps_all: bool,
    /// Whether values without a known tag belong to it.
    untagged: bool,
    types: Types,
    values: Option<&'static [Const<'static>]>,
    tags: &'static [(&'static str, &'static [Const<'static>])],
    required: &'static [&'static str],
}

impl Is {
    const ANYTHING: Self = Self {
        tagged: &[],
        valued: &[],
        keeps_all: false,
        untagged: false,
        types: Types::ANY,
        values: None,
        tags: &[],
        required: &[],
    };

    /// It has one of these values of the declared discriminator. Written is the first one.
    pub const fn tagged(tags: &'static [&'static str]) -> Self {
        Self {
            tagged: tags,
            ..Self::ANYTHING
        }
    }

    /// It has one of these values, not all of them strings, of the declared discriminator. Written is the first one.
    pub const fn valued(tags: &'static [Const<'static>]) -> Self {
        Self {
            valued: tags,
            ..Self::ANYTHING
        }
    }

    /// It keeps every property of an object.
    #[must_use]
    pub const fn keeps_all(self) -> Self {
        Self {
            keeps_all: true,
            ..self
        }
    }

    /// Also values without a known tag belong to it.
    #[must_use]
    pub const fn or_untagged(self) -> Self {
        Self { untagged: true, ..self }
    }

    /// It has one of these JSON types.
    pub const fn of(types: Types) -> Self {
        Self {
            types,
            ..Self::ANYTHING
        }
    }

    /// It is an object.
    pub const fn object() -> Self {
        Self::of(Types::OBJECT)
    }

    /// It is one of these values only (`enum`, `const`).
    #[must_use]
    pub const fn values(self, values: &'static [Const<'static>]) -> Self {
        Self {
            values: Some(values),
            ..self
        }
    }

    /// Properties of it that are one of certain values (`enum`, `const`), which tell it from other variants.
    #[must_use]
    pub const fn tags(self, tags: &'static [(&'static str, &'static [Const<'static>])]) -> Self {
        Self { tags, ..self }
    }

    /// Its required properties.
    #[must_use]
    pub const fn required(self, required: &'static [&'static str]) -> Self {
        Self { required, ..self }
    }

    /// Whether a value of the declared discriminator means this variant. Keys of a mapping are strings, whatever the property is, so
    /// `1` and `"1"` are the same (OpenAPI 3.1 section 4.8.25).
    fn is_tagged(&self, tag: &Value) -> bool {
        match tag {
            Value::String(tag) => {
                let as_text = |value: &Const<'_>| match value.to_value() {
                    Value::String(value) => value == *tag,
                    value => {
                        let text = value.to_string();
                        text == *tag
                    }
                };
                self.tagged.contains(&tag.as_str()) || self.valued.iter().any(as_text)
            }
            Value::Bool(_) | Value::Number(_) => {
                let text = tag.to_string();
                self.valued.iter().any(|value| value.equals(tag)) || self.tagged.contains(&text.as_str())
            }
            Value::Null | Value::Array(_) | Value::Object(_) => false,
        }
    }

    /// The tag that is written: the first value of the declared discriminator, or of what tells the variants apart without one.
    fn tag_to_write(&self, name: &str) -> Option<Const<'static>> {
        let declared = self.tagged.first().map(|tag| Const::Str(tag));
        let declared = declared.or_else(|| self.valued.first().copied());
        declared.or_else(|| self.tag(name)?.first().copied())
    }

    /// The values of a tag of this variant.
    fn tag(&self, name: &str) -> Option<&'static [Const<'static>]> {
        let tag = self.tags.iter().find(|(tag, _)| *tag == name);
        tag.map(|(_, values)| *values)
    }
}

/// Compared in this order; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Misfit {
    /// Tags that are missing or have a new value.
    tags: usize,
    unknown_names: usize,
}

/// A variant of a union: how it is recognised and read.
pub struct Variant<U: 'static> {
    is: Is,
    known: &'static [&'static str],
    read: fn(&Value) -> Choice<U>,
}

impl<U> Variant<U> {
    /// `known` are the names of the properties of an object.
    pub const fn new(is: Is, known: &'static [&'static str], read: fn(&Value) -> Choice<U>) -> Self {
        Self { is, known, read }
    }

    /// How badly the value fits, or `None` if it is not this one of the variants.
    fn misfit(&self, variants: &[Self], value: &Value) -> Option<Misfit> {
        let is = &self.is;
        let listed = |values: &[Const<'_>]| values.iter().any(|one| one.equals(value));
        if !is.types.contain(value)
            || is.values.is_some_and(|values| !listed(values))
            || is.required.iter().any(|name| value.get(name).is_none())
        {
            return None;
        }
        let mut tags = 0;
        for (name, values) in is.tags {
            match value.get(name) {
                Some(value) if values.iter().any(|one| one.equals(value)) => {}
                // Another variant has the tag too: this value says that it is that one, or a new one.
                Some(_) if variants.iter().filter(|one| one.is.tag(name).is_some()).count() > 1 => return None,
                // A new value of a property that no other variant has; or no value.
                Some(_) | None => tags += 1,
            }
        }
        let unknown_names = value.as_object().map_or(0, |object| {
            let unknown = |name: &&String| !is.keeps_all && !self.known.contains(&name.as_str());
            object.keys().filter(unknown).count()
        });
        Some(Misfit { tags, unknown_names })
    }
}

/// Whether a tag has a value that no variant lists: then the value may be of a new variant.
fn has_new_tag<U>(variants: &[Variant<U>], value: &Value) -> bool {
    let names = variants.iter().flat_map(|variant| variant.is.tags);
    let mut tags = names.filter_map(|(name, _)| Some((*name, value.get(*name)?)));
    tags.any(|(name, tag)| {
        let mut listed = variants.iter().filter_map(|variant| variant.is.tag(name)).flatten();
        !listed.any(|one| one.equals(tag))
    })
}

/// The variant of a value. With a declared discriminator, the property `tag`, that alone decides.
///
/// # Errors
///
/// The variant that is meant does not read.
pub fn choose<U>(variants: &[Variant<U>], tag: &str, value: &Value) -> Choice<U> {
    if tag.is_empty() {
        return choose_by_form(variants, value);
    }
    let tag = value.get(tag);
    let named = variants
        .iter()
        .find(|variant| tag.is_some_and(|tag| variant.is.is_tagged(tag)));
    match named.or_else(|| variants.iter().find(|variant| variant.is.untagged)) {
        Some(variant) => (variant.read)(value),
        None => Ok(None),
    }
}

/// The variant that fits best and reads without error; of equal ones the first. If some fit but none of them reads, the error
/// is that of the best one.
///
/// A variant that does not know all properties is not taken where that may lose them for no reason: if a tag says that the
/// value is of a new variant, or in place of a better one that does not read.
///
/// Unions in unions multiply the attempts: what they may cost together is bounded (see [`effort`]).
fn choose_by_form<U>(variants: &[Variant<U>], value: &Value) -> Choice<U> {
    let _effort = effort::begin(value);
    let mut fitting: Vec<_> = variants
        .iter()
        .filter_map(|variant| Some((variant.misfit(variants, value)?, variant)))
        .collect();
    if fitting.iter().any(|(misfit, _)| misfit.unknown_names > 0) && has_new_tag(variants, value) {
        fitting.retain(|(misfit, _)| misfit.unknown_names == 0);
    }
    fitting.sort_by_key(|(misfit, _)| *misfit);
    let mut failed = None;
    for (misfit, variant) in fitting {
        if failed.is_some() && misfit.unknown_names > 0 {
            continue;
        }
        match (variant.read)(value) {
            Ok(Some(found)) => return Ok(Some(found)),
            Ok(None) => {}
            Err(error) => {
                let steps = trail::take();
                failed.get_or_insert((error, steps));
                if !effort::spend(value) {
                    break;
                }
            }
        }
    }
    let Some((error, steps)) = failed else { return Ok(None) };
    trail::put_back(steps);
    Err(error)
}

/// The variants of a union, a line for each: name, kind, how it is recognised. It implements reading and writing in the
/// directions in which the union travels: `received`, `sent` or `both`. With a declared discriminator:
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Cat { pub age: i64 }
/// v1::object!(both Cat {
///     age: required integer "age",
/// });
///
/// #[derive(Debug, PartialEq)]
/// pub enum Animal { Cat(Cat), Fish(v1::Value), Unknown(v1::Value) }
/// v1::union!(both Animal by "kind" {
///     Cat: tagged if v1::Is::tagged(&["cat", "tomcat"]),
///     Fish: value if v1::Is::tagged(&["fish"]),
///     _ => Unknown,
/// });
///
/// let cat: Animal = serde_json::from_str(r#"{"age": 3, "kind": "tomcat"}"#)?;
/// assert_eq!(cat, Animal::Cat(Cat { age: 3 }));
/// assert_eq!(serde_json::to_string(&cat)?, r#"{"kind":"cat","age":3}"#);
/// let fox: Animal = serde_json::from_str(r#"{"kind": "fox"}"#)?;
/// assert!(matches!(fox, Animal::Unknown(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Without one, what tells the variants apart; the most special one comes first:
///
/// ```
/// use specwright_runtime::v1;
///
/// #[derive(Debug, PartialEq)]
/// pub enum Input { Text(String), Texts(Vec<String>), Auto(String), Unknown(v1::Value) }
/// v1::union!(both Input {
///     Auto: value if v1::Is::of(v1::Types::STRING).values(&[v1::Const::Str("auto")]),
///     Text: value if v1::Is::of(v1::Types::STRING),
///     Texts: value if v1::Is::of(v1::Types::ARRAY),
///     _ => Unknown,
/// });
///
/// assert_eq!(serde_json::from_str::<Input>(r#"["a"]"#)?, Input::Texts(vec!["a".into()]));
/// assert_eq!(serde_json::from_str::<Input>(r#""auto""#)?, Input::Auto("auto".into()));
/// assert!(matches!(serde_json::from_str::<Input>("[1]")?, Input::Unknown(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// | kind | variant | written |
/// | --- | --- | --- |
/// | `value` | `V(T)` | as it is |
/// | `integer` | `V(T)` of an integer or what is made of integers | as it is |
/// | `object` | `V(T)` of a struct, whose names tell it from other variants | as it is |
/// | `object(field "tag")` | `V(T)` of a struct whose field is what tells the variants apart | with its tag first if the field has none |
/// | `tagged` | `V(T)` of a struct that does not declare the tag | with its tag first |
/// | `tagged(field)` | `V(T)` of a struct whose field is the tag | with its tag first if the field has none |
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($direction:ident $name:ident $(by $property:literal)? {
        $($variant:ident: $kind:ident $(($field:ident $($tag:literal)?))? if $is:expr,)*
        $(_ => $unknown:ident,)?
    }) => {
        $crate::__directed! {
            $direction
            {
                impl $crate::v1::Union for $name {
                    fn choose(value: &$crate::v1::Value) -> $crate::v1::Choice<Self> {
                        const VARIANTS: &[$crate::v1::Variant<$name>] = &[$(
                            $crate::v1::Variant::new(
                                $is,
                                $crate::__variant!(names $kind $name::$variant),
                                |value| $crate::__variant!(read $kind value $name::$variant),
                            )
                        ),*];
                        $crate::v1::choose(VARIANTS, ::std::concat!($($property)?), value)
                    }

                    $(
                        fn unknown(value: $crate::v1::Value) -> ::std::option::Option<Self> {
                            ::std::option::Option::Some(Self::$unknown(value))
                        }
                    )?
                }
                $crate::v1::deserialize!($name => union);
            }
            {
                impl $crate::v1::Serialize for $name {
                    fn serialize<S: $crate::v1::Serializer>(
                        &self,
                        serializer: S,
                    ) -> ::std::result::Result<S::Ok, S::Error> {
                        #[allow(dead_code, reason = "few variants need it")]
                        const TAG: &str = ::std::concat!($($property)?);
                        match self {
                            $(
                                Self::$variant(value) => {
                                    $crate::__variant!(write $kind $(($field $($tag)?))? value TAG $is, serializer)
                                }
                            )*
                            $(Self::$unknown(value) => $crate::v1::Serialize::serialize(value, serializer),)?
                        }
                    }
                }
            }
        }
    };
}

/// A variant of [`union!`](crate::__union): the names of its properties, how it is read, how it is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __variant {
    (names object $name:ident::$variant:ident) => {
        $crate::v1::names_of($name::$variant)
    };
    (names $kind:ident $name:ident::$variant:ident) => {
        &[]
    };
    (read integer $value:ident $name:ident::$variant:ident) => {
        $crate::v1::integer_variant($value, $name::$variant)
    };
    (read $kind:ident $value:ident $name:ident::$variant:ident) => {
        $crate::v1::variant($value, $name::$variant)
    };
    (write tagged $value:ident $tag:ident $is:expr, $serializer:ident) => {
        $crate::v1::write_tagged($tag, $is, $value, $serializer)
    };
    (write object ($field:ident $tag:literal) $value:ident $none:ident $is:expr, $serializer:ident) => {
        $crate::__variant!(write tagged ($field) $value $tag $is, $serializer)
    };
    (write tagged ($field:ident) $value:ident $tag:tt $is:expr, $serializer:ident) => {
        if $value.$field.is_none() {
            $crate::v1::write_tagged($tag, $is, $value, $serializer)
        } else {
            $crate::v1::Serialize::serialize($value, $serializer)
        }
    };
    (write $kind:ident $value:ident $tag:ident $is:expr, $serializer:ident) => {
        $crate::v1::Serialize::serialize($value, $serializer)
    };
}

#[cfg(test)]
mod tests {
    use serde_core::{Deserializer, Serializer};
    use serde_json::json;

    use super::*;
    use crate::v1;

    #[derive(Debug, PartialEq)]
    enum Shape {
        Anything(Note),
        Circle(Circle),
        Square(Box<Square>),
        Number(f64),
        Integer(i64),
        Unknown(Value),
    }

    /// The names of a variant are those of its struct; here the struct keeps everything.
    macro_rules! anything {
        ($($name:ident { $($wire:literal),* })*) => { $(
            #[derive(Debug, PartialEq)]
            struct $name(Value);

            impl Listed for $name {
                const NAMES: &'static [&'static str] = &[$($wire),*];
            }

            impl<'de> serde_core::Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Value::deserialize(deserializer).map(Self)
                }
            }

            impl serde_core::Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.0.serialize(serializer)
                }
            }
        )* };
    }

    anything! {
        Note { "note" }
        Circle { "type", "radius" }
        Square { "side", "note" }
    }

    v1::union!(both Shape {
        Anything: object if Is::object(),
        Circle: object if Is::object().tags(&[("type", &[Const::Str("circle"), Const::Str("disc")])]),
        Square: object if Is::object().required(&["side"]),
        Integer: integer if Is::of(Types::INTEGER),
        Number: value if Is::of(Types::NUMBER),
        _ => Unknown,
    });

    fn read(value: Value) -> Shape {
        serde_json::from_value(value).expect("an open union reads everything")
    }

    #[test]
    fn the_best_member_is_chosen_whatever_the_order() {
        let circle = json!({"type": "disc", "radius": 1});
        assert_eq!(read(circle.clone()), Shape::Circle(Circle(circle)));
        let square = json!({"side": 1, "note": "n"});
        assert_eq!(read(square.clone()), Shape::Square(Box::new(Square(square))));
        let other = json!({"note": "n"});
        assert_eq!(read(other.clone()), Shape::Anything(Note(other)));
        // A new value of a property that only circles have.
        let ring = json!({"type": "ring", "radius": 1});
        assert_eq!(read(ring.clone()), Shape::Circle(Circle(ring)));
        // A new tag and a property that no variant has: nothing is lost.
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
        Text(Value),
        Other(Value),
    }

    v1::union!(both Sent by "kind" {
        Text: value if Is::tagged(&["text"]),
        Other: value if Is::tagged(&["other"]).or_untagged(),
    });

    #[derive(Debug)]
    enum Closed {
        Text(String),
    }

    v1::union!(both Closed {
        Text: value if Is::of(Types::STRING.or(Types::ARRAY)),
    });

    #[test]
    fn a_closed_union_refuses() {
        let Closed::Text(text) = serde_json::from_str("\"ab\"").expect("a text");
        assert_eq!(text, "ab");
        let error = serde_json::from_str::<Closed>("true").expect_err("not accepted");
        assert!(
            error.to_string().starts_with("the value fits no variant of the union"),
            "{error}"
        );
        let error = serde_json::from_str::<Closed>("[]").expect_err("unreadable");
        assert!(error.to_string().contains("expected a string"), "{error}");
    }

    #[test]
    fn a_value_without_a_known_tag_belongs_to_the_variant_that_takes_it() {
        let read = |value: Value| serde_json::from_value::<Sent>(value);
        assert!(matches!(read(json!({"kind": "text"})), Ok(Sent::Text(_))));
        assert!(matches!(read(json!({"kind": "new"})), Ok(Sent::Other(_))));
        assert!(matches!(read(json!({})), Ok(Sent::Other(_))));
    }

    #[derive(Debug, PartialEq)]
    struct Hen {
        kind: Option<String>,
    }

    v1::object!(both Hen {
        kind: optional "kind",
    });

    #[derive(Debug, PartialEq)]
    enum Bird {
        Hen(Box<Hen>),
    }

    v1::union!(both Bird by "kind" {
        Hen: tagged(kind) if Is::tagged(&["hen", "chick"]),
    });

    #[test]
    fn a_tag_that_is_not_set_is_written() {
        let written = |kind: Option<&str>| {
            let bird = Bird::Hen(Box::new(Hen {
                kind: kind.map(str::to_owned),
            }));
            serde_json::to_string(&bird).expect("plain")
        };
        assert_eq!(written(None), r#"{"kind":"hen"}"#);
        assert_eq!(written(Some("chick")), r#"{"kind":"chick"}"#);
    }
}
