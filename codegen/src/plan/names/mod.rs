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
//! | `α`, `µ` | alpha, mu: letters that all look like those of another script are spelled out | no lint of rustc finds fault |
//! | `’` alone, `€`, `😕` | u2019, u20ac, u1f615 | |
//! | above 96 letters | the words in front and at the end | file systems and people |
//!
//! Words become names as RFC 430 has it. A name that would begin with a digit gets `N` as a type, variant, feature or
//! crate and `_` as anything else (`N2fast`, `_2fast`); digits keep apart (`1.0.0` is `N1_0_0`, not `N100`).
//! Keywords are raw identifiers (`r#type`); the four that can't be raw, and whatever a scope reserves, get `_`
//! (`self_`), `Value` as types and variants (`SelfValue`), `-tag` as features and `-client` as crates. What the prelude
//! has is reserved for types: a component is `OptionValue`, and an inline type is called after what holds it (`OrderOption`).
//!
//! # Names never move
//!
//! Growth must never give an old name to something new, so names are given out by *sets* (`distinct`). Everything
//! that shares a scope has a list of names, best first ([`Claim`]), made of nothing but itself. A name that two come to is
//! nobody's, and both go on to their next one. Whatever is added later, wherever it is, finds a name taken or takes it from
//! *all*: code that meant the one can't come to mean the other, it stops compiling. In detail:
//!
//! | scope | best | then |
//! | --- | --- | --- |
//! | fields, values, parameters, headers | the plain name: `createdAt` is `created_at` | what is its own: `created_at_camel` beside `created_at_snake`, `at_id` beside `id_lower`, `AscUpper` |
//! | methods and modules of operations | the `operationId`, without the route that FastAPI adds (`read_item`) | the whole id, with its tags (`list_pets`), its method and path (`get_pets_by_pet_id`) |
//! | setters of a call | the parameter, the credential, `body` | `query_body`, `request_body`, `filter_credential` |
//! | components, schemas of other files | `Error` | `RootError`, `SharedError`: the file, its directories |
//! | inline types | the table of [`types`] | |
//! | bodies | `Request`, `Response`; `RequestForm`: what is not JSON says so | |
//! | variants of a union | the schema, title, tag, constant, kind, what only it has | a hash of the member |
//! | variants of bodies and responses | the media type; the status, and the media type unless it is JSON | |
//! | servers | name, short description, host | host and path |
//! | tags, credentials, events | their names | |
//!
//! The last name in every list ends in a hash of all spellings. Only what differs in nothing is numbered, in the order of the
//! document. What a person chose (`x-rust-name`, a rename in the settings) comes before all that; it alone can take a
//! name over. Of two spellings neither keeps the plain name, also the one that is spelled like it: `contentType` was
//! `content_type` before the document had a `content_type`.

use crate::tokens::{ToTokens, TokenStream, Word};
use std::fmt;
use std::sync::Arc;

mod case;
mod claim;
mod claims;
pub mod document;
pub(super) mod http_words;
mod items;
pub mod modules;
pub mod reserved;
mod scope;
mod servers;
mod singular;
mod sources;
mod symbols;
#[cfg(test)]
mod tests;
pub mod types;
mod way;
mod words;

pub use claim::Claim;
pub use document::{Home, Names};
pub(crate) use http_words::reason as status_phrase;
pub use items::Item;
pub use modules::{Folder, Module, ModuleId};
pub use scope::Scope;
pub use servers::{ServerPlan, VariablePlan};
pub use singular::singular;
pub use sources::{crate_name, operation_name};

/// Whether a name of a document is cut: it has more letters than people and file systems take.
pub(in crate::plan) fn is_long(raw: &str) -> bool {
    words::is_long(raw)
}

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

    /// A name of a path to another crate, which was checked when it was read: what no name holds is left out.
    pub(crate) fn of_path(name: &str) -> Self {
        let legal: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
        Self::new(&legal)
    }

    /// The name in capitals, as constants have it.
    pub(crate) fn constant(&self) -> Self {
        Self::new(&self.0.to_uppercase())
    }

    /// `r#`, where the name is a keyword.
    pub(crate) fn mark(&self) -> &'static str {
        if reserved::is_keyword(&self.0) { "r#" } else { "" }
    }

    /// The name itself, without `r#`: for file names, documentation, messages and manifests.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a token; the only way from a name to code. `-` in the names of features and packages becomes `_`.
    pub fn token(&self) -> Word {
        token(&self.0.replace('-', "_"))
    }
}

/// A name of an [`Ident`] as a token.
pub fn token(name: &str) -> Word {
    match reserved::is_keyword(name) {
        true => Word::new(format!("r#{name}")),
        false => Word::new(name),
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.mark())?;
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
        match self.0.contains('-') {
            true => self.token().to_tokens(tokens),
            false => tokens.word(self.mark(), &self.0),
        }
    }
}
