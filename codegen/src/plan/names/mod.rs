//! Rust names for the names of a document.
//!
//! A name is claimed in a [`Scope`] and comes out as an [`Ident`], which is always a legal identifier, unique in its
//! scope, and the same again when the document grows. How a document's spelling becomes words:
//!
//! | in the document | words | why |
//! | --- | --- | --- |
//! | `petId`, `pet-id`, `pet.id`, `pet/id`, `pet[id]`, `@petId`, `$petId` | pet, id | separators and sigils carry no meaning of their own |
//! | `userIDs`, `IPv4`, `OAuth2` | user ids, ipv4, oauth2 | acronyms are one word |
//! | `+1`, `-1`, `-name`, `!name` | plus 1, minus 1, minus name, not name | a leading sign is a sort order or a value |
//! | `google+`, `UTC+1`, `R&D`, `100%`, `Date<`, `a>=` | google plus, … | symbols that tell values apart |
//! | `==`, `*`, `_`, `' '` | equal equal, asterisk, underscore, space | nothing else is left: every symbol has a word |
//! | `''` | empty | |
//! | `Today’s`, `café` (either form), zero-width characters | todays, café or cafe | nothing a reader can see is lost |
//! | `ÁKK`, `型` | as they are, in types, fields, methods | letters whose identifiers need no normalisation |
//! | `’` alone, `€`, `😕` | u2019, u20ac, u1f615 | |
//! | above 72 letters | cut, then `x` and eight digits of a hash of the whole name | file systems and people |
//!
//! Words become names as RFC 430 has it. A name that would begin with a digit gets `N` as a type, variant, feature or
//! crate and `_` as anything else (`N2fast`, `_2fast`); digits keep apart (`1.0.0` is `N1_0_0`, not `N100`).
//! Keywords are raw identifiers (`r#type`); the four that can't be raw, and whatever a scope reserves, get `_`
//! (`self_`), `Value` as types and variants (`SelfValue`), `-tag` as features and `-client` as crates.
//!
//! When several names of a scope become the same, the one spelled most like the result keeps it. The others say what
//! is different about *their own* spelling: the symbols that were left out (`@id` beside `id` is `at_id`), or the case
//! (`ASC` beside `asc` is `AscUpper`). Only what is spelled the same is numbered, in the order it came.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _};
use std::fmt;
use std::sync::Arc;

mod case;
pub mod document;
mod items;
pub mod modules;
pub mod reserved;
mod scope;
mod singular;
mod sources;
mod symbols;
#[cfg(test)]
mod tests;
pub mod types;
mod words;

pub use document::{Home, Names};
pub use items::Item;
pub use modules::{Folder, Module, ModuleId};
pub use scope::Scope;
pub use singular::singular;
pub use sources::{crate_name, operation_name};

/// What a name is for, which decides its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// A struct, enum, trait or alias: `PetStatus`.
    Type,
    /// A variant of an enum: `OnHold`.
    Variant,
    /// A field or a parameter: `pet_id`.
    Field,
    /// A function: `find_pet`.
    Method,
    /// A module and its file: `find_pet`, in ASCII and safe on every file system, those that ignore case included.
    Module,
    /// A constant: `PET_ID`.
    Const,
    /// A cargo feature: `pet-store`.
    Feature,
    /// A package: `pet-store`.
    Crate,
}

/// A name that a [`Scope`] gave out: a legal Rust identifier (or feature or package name), unique in that scope.
///
/// It prints as it must be written in Rust source, `r#type` for `type`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(Arc<str>);

impl Ident {
    fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The name itself, without `r#`: for file names, documentation, messages and manifests.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a token; the only way from a name to code. `-` in the names of features and packages becomes `_`.
    pub fn token(&self) -> proc_macro2::Ident {
        if reserved::is_keyword(&self.0) {
            return proc_macro2::Ident::new_raw(&self.0, Span::call_site());
        }
        proc_macro2::Ident::new(&self.0.replace('-', "_"), Span::call_site())
    }

    /// Whether every letter is ASCII. A crate with other identifiers must allow rustc's lints about their scripts
    /// (`mixed_script_confusables`, `confusable_idents`, `uncommon_codepoints`).
    pub fn is_ascii(&self) -> bool {
        self.0.is_ascii()
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if reserved::is_keyword(&self.0) {
            f.write_str("r#")?;
        }
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{self}`")
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.token());
    }
}
