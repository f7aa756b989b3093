//! The settings about what is written before the definitions of types: derived traits and attributes.

use super::Located;
use super::table::Table;
use crate::diag::{Diagnostics, Hint};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use syn::parse::Parser as _;

/// A trait of the standard library that can be derived for what has none by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// `Eq`.
    Eq,
    /// `PartialOrd`.
    PartialOrd,
    /// `Ord`, and with it `Eq` and `PartialOrd`.
    Ord,
    /// `Hash`, and with it `Eq`.
    Hash,
}

impl Trait {
    /// All of them.
    pub const ALL: [Trait; 4] = [Trait::Eq, Trait::PartialOrd, Trait::Ord, Trait::Hash];

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Trait::Eq => "Eq",
            Trait::PartialOrd => "PartialOrd",
            Trait::Ord => "Ord",
            Trait::Hash => "Hash",
        }
    }

    /// What comes with it: what it needs, and without which it is of no use.
    pub const fn with(self) -> &'static [Trait] {
        match self {
            Trait::Eq => &[Trait::Eq],
            Trait::PartialOrd => &[Trait::PartialOrd],
            Trait::Ord => &[Trait::Eq, Trait::PartialOrd, Trait::Ord],
            Trait::Hash => &[Trait::Eq, Trait::Hash],
        }
    }
}

/// What a type is, where the settings speak of all types that are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeKind {
    /// A struct.
    Struct,
    /// An enumeration of scalars.
    Enum,
    /// A union.
    Union,
    /// A checked string.
    Newtype,
    /// An array whose elements have types of their own.
    Tuple,
}

const KINDS: [(&str, TypeKind); 5] = [
    ("structs", TypeKind::Struct),
    ("enums", TypeKind::Enum),
    ("unions", TypeKind::Union),
    ("newtypes", TypeKind::Newtype),
    ("tuples", TypeKind::Tuple),
];

/// Settings for all types of a kind, and for some by component name or JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByType<T> {
    /// For all types of a kind.
    pub kinds: BTreeMap<TypeKind, Vec<T>>,
    /// For single types.
    pub types: IndexMap<String, Located<Vec<T>>>,
}

impl<T> Default for ByType<T> {
    fn default() -> ByType<T> {
        ByType {
            kinds: BTreeMap::new(),
            types: IndexMap::new(),
        }
    }
}

impl<T> ByType<T> {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.types.is_empty()
    }
}

/// `[derive]`.
pub(super) fn derives(table: Table<'_>, diags: &mut Diagnostics) -> ByType<Trait> {
    read(table, diags, |word| {
        let found = Trait::ALL.into_iter().find(|one| one.as_str() == word);
        found.ok_or_else(|| {
            let known = Trait::ALL.map(Trait::as_str);
            let hint = Hint::new(word, known);
            format!(
                "{hint}`{word}` is none of {}; other macros are attributes, such as `#[derive(::schemars::JsonSchema)]`",
                known.join(", ")
            )
        })
    })
}

/// `[attributes]`.
pub(super) fn attributes(table: Table<'_>, diags: &mut Diagnostics) -> ByType<String> {
    read(table, diags, |text| {
        let parsed = syn::Attribute::parse_outer.parse_str(text);
        match parsed {
            Ok(attributes) if !attributes.is_empty() => Ok(text.to_owned()),
            Ok(_) | Err(_) => Err("an attribute is written as in Rust, such as `#[doc(alias = \"cat\")]`".to_owned()),
        }
    })
}

fn read<T>(mut table: Table<'_>, diags: &mut Diagnostics, one: impl Fn(&str) -> Result<T, String>) -> ByType<T> {
    let mut settings = ByType::default();
    for (key, list) in table.strings_map(diags) {
        let mut values = Vec::new();
        for text in &list.value {
            match one(text) {
                Ok(value) => values.push(value),
                Err(reason) => table.invalid(&key, reason, list.span, diags),
            }
        }
        match KINDS.iter().find(|(word, _)| *word == key) {
            Some((_, kind)) => {
                settings.kinds.insert(*kind, values);
            }
            None => {
                let span = list.span;
                settings.types.insert(key, Located { value: values, span });
            }
        }
    }
    settings
}
