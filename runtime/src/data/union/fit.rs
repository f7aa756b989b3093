//! How well a value fits a variant, before it is read.

use super::{Union, Variant};
use crate::data::json::Const;
use crate::data::object::Listed;
use crate::data::tree::Tree;

/// What a variant has of its own to tell it by.
#[derive(Clone, Copy)]
pub enum Known {
    /// The names of the properties of an object.
    Names(&'static [&'static str]),
    /// The variants of a union, at a depth of unions in unions.
    Union(fn(&Tree<'_>, usize) -> Option<Misfit>),
}

/// The names of the properties of a variant that is an object.
pub const fn names_of<T: Listed, U>(_: fn(T) -> U) -> Known {
    Known::Names(T::NAMES)
}

/// The variants of a variant that is a union.
pub const fn union_of<T: Union, U>(_: fn(T) -> U) -> Known {
    Known::Union(least_misfit::<T>)
}

/// The variants of a variant that is a boxed union.
pub const fn boxed_union_of<T: Union, U>(_: fn(Box<T>) -> U) -> Known {
    Known::Union(least_misfit::<T>)
}

/// Compared in this order; smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misfit {
    /// Tags that are missing or have a new value.
    pub(super) tags: usize,
    pub(super) unknown_names: usize,
}

/// How deep unions in unions are asked: each level multiplies the questions.
const DEPTH: usize = 3;

/// That of the best variant of a union, or `None` if the value is none of them.
fn least_misfit<U: Union>(value: &Tree<'_>, depth: usize) -> Option<Misfit> {
    if depth > DEPTH {
        let unknown_names = value.others(&[]);
        return Some(Misfit { tags: 0, unknown_names });
    }
    if U::TAG.is_empty() {
        let misfits = U::VARIANTS
            .iter()
            .filter_map(|variant| variant.misfit(U::VARIANTS, value, depth));
        return misfits.min();
    }
    let is_named = !tagged::<U>(value)?.is.untagged;
    Some(Misfit {
        tags: usize::from(!is_named),
        unknown_names: 0,
    })
}

/// The variant that a declared discriminator means.
pub(super) fn tagged<U: Union>(value: &Tree<'_>) -> Option<&'static Variant<U>> {
    let tag = value.get(U::TAG);
    let mut variants = U::VARIANTS.iter();
    let named = variants.find(|variant| tag.is_some_and(|tag| variant.is.is_tagged(tag)));
    named.or_else(|| U::VARIANTS.iter().find(|variant| variant.is.untagged))
}

impl<U> Variant<U> {
    /// How badly the value fits, or `None` if it is not this one of the variants.
    pub(super) fn misfit(&self, variants: &[Self], value: &Tree<'_>, depth: usize) -> Option<Misfit> {
        let is = &self.is;
        let listed = |values: &[Const<'_>]| values.iter().any(|one| value.is(one));
        if !value.is_of(is.types)
            || is.values.is_some_and(|values| !listed(values))
            || is.required.iter().any(|name| value.get(name).is_none())
        {
            return None;
        }
        let mut tags = 0;
        for (name, values) in is.tags {
            match value.get(name) {
                Some(value) if values.iter().any(|one| value.is(one)) => {}
                // Another variant has the tag too: this value says that it is that one, or a new one.
                Some(_) if variants.iter().filter(|one| one.is.tag(name).is_some()).count() > 1 => return None,
                // A new value of a property that no other variant has; or no value.
                Some(_) | None => tags += 1,
            }
        }
        match self.known {
            Known::Union(least_misfit) => least_misfit(value, depth + 1),
            Known::Names(_) if is.keeps_all => Some(Misfit { tags, unknown_names: 0 }),
            Known::Names(names) => Some(Misfit {
                tags,
                unknown_names: value.others(names),
            }),
        }
    }
}

/// Whether a tag has a value that no variant lists: then the value may be of a new variant.
pub(super) fn has_new_tag<U>(variants: &[Variant<U>], value: &Tree<'_>) -> bool {
    let names = variants.iter().flat_map(|variant| variant.is.tags);
    let mut tags = names.filter_map(|(name, _)| Some((*name, value.get(name)?)));
    tags.any(|(name, tag)| {
        let mut listed = variants.iter().filter_map(|variant| variant.is.tag(name)).flatten();
        !listed.any(|one| tag.is(one))
    })
}
