//! Unions (`oneOf`, `anyOf`): which variant is meant, and what becomes of a value that is none of them.
//!
//! A union is read into a [`Tree`] first, since what decides can come last. How it is decided, in this order: the discriminator
//! that the document declares; otherwise by implied tag, JSON type, required properties, and then by which variant leaves the
//! fewest names unexplained. First match alone would be wrong for about half of the object unions without a discriminator: a
//! variant without required properties accepts everything.

mod effort;
mod fit;
mod is;
pub(crate) mod loss;
mod read;
mod tag;

use serde_core::Deserialize;
use serde_json::Value;

use super::integer::{Integer, integer_value};
use super::trail::{self, Step};
use super::tree::Tree;
pub use fit::{Known, boxed_union_of, names_of, union_of};
use fit::{Misfit, has_new_tag};
pub use is::Is;
pub use read::read_union;
pub use tag::write_tagged;

/// The outcome of a choice: a variant, none, or the error of the variant that was meant.
pub type Choice<U> = Result<Option<U>, serde_json::Error>;

/// A union that can be read. Implemented by [`union!`](crate::__union).
#[doc(hidden)]
pub trait Union: Sized + 'static {
    /// The property that the declared discriminator names; empty if there is none.
    const TAG: &'static str;
    /// The variants, the most special one first where their order counts.
    const VARIANTS: &'static [Variant<Self>];

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
pub fn variant<'a, T: Deserialize<'a>, U>(value: &'a Tree<'_>, variant: fn(T) -> U) -> Choice<U> {
    T::deserialize(value).map(variant).map(Some)
}

/// Reads the value as a certain variant that is an integer or made of integers.
///
/// # Errors
///
/// It is not one.
#[inline(never)]
pub fn integer_variant<T: Integer, U>(value: &Tree<'_>, variant: fn(T) -> U) -> Choice<U> {
    integer_value(value).map(variant).map(Some)
}

/// Reads the value as a certain variant that is a union itself; a value that fits none of its variants is not of this one.
///
/// # Errors
///
/// The variant that is meant does not read.
#[inline(never)]
pub fn union_variant<T: Union, U>(value: &Tree<'_>, variant: fn(T) -> U) -> Choice<U> {
    choose(value).map(|found| found.map(variant))
}

/// [`union_variant`] of a union that is boxed.
///
/// # Errors
///
/// Those of [`union_variant`].
#[inline(never)]
pub fn boxed_union_variant<T: Union, U>(value: &Tree<'_>, variant: fn(Box<T>) -> U) -> Choice<U> {
    choose(value).map(|found| found.map(Box::new).map(variant))
}

/// A variant of a union: how it is recognised and read.
pub struct Variant<U: 'static> {
    is: Is,
    known: Known,
    read: fn(&Tree<'_>) -> Choice<U>,
}

impl<U> Variant<U> {
    /// `known` is what it has of its own to tell it by.
    pub const fn new(is: Is, known: Known, read: fn(&Tree<'_>) -> Choice<U>) -> Self {
        Self { is, known, read }
    }
}

/// The variant of a value. With a declared discriminator that alone decides.
///
/// # Errors
///
/// The variant that is meant does not read.
pub(crate) fn choose<U: Union>(value: &Tree<'_>) -> Choice<U> {
    let choice = if U::TAG.is_empty() {
        choose_by_form(U::VARIANTS, value)
    } else {
        match fit::tagged::<U>(value) {
            Some(variant) => (variant.read)(value),
            // `null` is how servers write what they do not set.
            None if matches!(value.get(U::TAG), None | Some(Tree::Null)) => Ok(choose_without_tag(U::VARIANTS, value)),
            None => Ok(None),
        }
    };
    choice.inspect_err(|_| {
        if trail::is_strict() {
            trail::pass(|| Step::Union);
        }
    })
}

/// The variant of a value that lacks the discriminator: the one that reads without error and leaves less aside than each other one.
///
/// A discriminator is a hint: which schema of `oneOf` a value is valid by does not depend on it (OpenAPI 3.1.1 section 4.8.25), and it is
/// often a property that no variant declares. Where two variants read alike, the value is of neither.
fn choose_without_tag<U>(variants: &[Variant<U>], value: &Tree<'_>) -> Option<U> {
    let _effort = effort::begin(value);
    let mut best: Option<(usize, Option<U>)> = None;
    for variant in variants {
        let (read, lost) = loss::of(|| (variant.read)(value));
        match read {
            Ok(Some(variant)) => match &mut best {
                Some((least, _)) if *least < lost => {}
                Some((least, found)) if *least == lost => *found = None,
                _ => best = Some((lost, Some(variant))),
            },
            Ok(None) => {}
            // Another variant may read: what is wrong with this one is of no account.
            Err(_) => drop(trail::take()),
        }
        if !effort::spend(value) {
            return None;
        }
    }
    let (lost, found) = best?;
    loss::add(lost);
    found
}

/// The variant that fits best and reads without error; of equal ones the one whose reading leaves least aside, and then the first.
/// If some fit but none of them reads, the error is that of the best one.
///
/// A variant that does not know all properties is not taken where that may lose them for no reason: if a tag says that the
/// value is of a new variant, or in place of a better one that does not read.
///
/// Unions in unions multiply the attempts: what they may cost together is bounded (see [`effort`]).
fn choose_by_form<U>(variants: &[Variant<U>], value: &Tree<'_>) -> Choice<U> {
    let _effort = effort::begin(value);
    let mut fitting: Vec<_> = variants
        .iter()
        .filter_map(|variant| Some((variant.misfit(variants, value, 0)?, variant)))
        .collect();
    if fitting.iter().any(|(misfit, _)| misfit.unknown_names > 0) && has_new_tag(variants, value) {
        fitting.retain(|(misfit, _)| misfit.unknown_names == 0);
    }
    fitting.sort_by_key(|(misfit, _)| *misfit);
    let mut failed = None;
    let mut best: Option<Found<U>> = None;
    for (misfit, variant) in fitting {
        let is_worse = best.as_ref().is_some_and(|best| best.misfit < misfit);
        if is_worse || failed.is_some() && misfit.unknown_names > 0 {
            continue;
        }
        let (read, lost) = loss::of(|| (variant.read)(value));
        match read {
            Ok(Some(variant)) => {
                let found = Found { misfit, lost, variant };
                let is_whole = found.lost <= misfit.unknown_names;
                if best.as_ref().is_none_or(|best| found.lost < best.lost) {
                    best = Some(found);
                }
                if is_whole || !effort::spend(value) {
                    break;
                }
            }
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
    if let Some(best) = best {
        loss::add(best.lost);
        return Ok(Some(best.variant));
    }
    let Some((error, steps)) = failed else { return Ok(None) };
    trail::put_back(steps);
    Err(error)
}

/// A variant that reads.
struct Found<U> {
    misfit: Misfit,
    /// What its reading left aside.
    lost: usize,
    variant: U,
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
/// | `union`, `boxed` | `V(T)` of another union, `V(Box<T>)` | as it is |
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
                    const TAG: &'static str = ::std::concat!($($property)?);
                    const VARIANTS: &'static [$crate::v1::Variant<Self>] = &[$(
                        $crate::v1::Variant::new(
                            $is,
                            $crate::__variant!(known $kind $name::$variant),
                            |value| $crate::__variant!(read $kind value $name::$variant),
                        )
                    ),*];

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

/// A variant of [`union!`](crate::__union): what it has of its own to tell it by, how it is read, how it is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __variant {
    (known object $name:ident::$variant:ident) => {
        $crate::v1::names_of($name::$variant)
    };
    (known union $name:ident::$variant:ident) => {
        $crate::v1::union_of($name::$variant)
    };
    (known boxed $name:ident::$variant:ident) => {
        $crate::v1::boxed_union_of($name::$variant)
    };
    (known $kind:ident $name:ident::$variant:ident) => {
        $crate::v1::Known::Names(&[])
    };
    (read integer $value:ident $name:ident::$variant:ident) => {
        $crate::v1::integer_variant($value, $name::$variant)
    };
    (read union $value:ident $name:ident::$variant:ident) => {
        $crate::v1::union_variant($value, $name::$variant)
    };
    (read boxed $value:ident $name:ident::$variant:ident) => {
        $crate::v1::boxed_union_variant($value, $name::$variant)
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
mod tests;
