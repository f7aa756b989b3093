//! The items that the module of an operation has besides the types of the document.

use crate::tokens::{ToTokens, TokenStream};

/// An item of the module of an operation. Types of the document never have its name there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The call.
    Call,
    /// The enumeration of successes, where there are several.
    Success,
    /// The enumeration of documented failures.
    Failure,
    /// The enumeration of request bodies, where there are several.
    Body,
    /// The documented headers of successes.
    Headers,
}

impl Item {
    /// All of them.
    pub const ALL: [Item; 5] = [Item::Call, Item::Success, Item::Failure, Item::Body, Item::Headers];

    /// The name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Item::Call => "Call",
            Item::Success => "Success",
            Item::Failure => "Failure",
            Item::Body => "Body",
            Item::Headers => "Headers",
        }
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.word("", self.as_str());
    }
}
