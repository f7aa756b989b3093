//! Rust tokens, as lists that are cheap to make and to join.
//!
//! Millions of tokens are made in a generation, and each is put into several lists: a type into a field, that into a struct, that
//! into a file. So a list is one string of all its text, beside the kinds and lengths of its tokens: joining copies both, and
//! allocates for no token. What a file holds becomes a tree once, when it is printed.

mod foreign;
mod literal;
mod quoting;
#[cfg(test)]
mod tests;
mod tree;

pub use literal::{Literal, Word};
pub use quoting::ToTokens;
pub(crate) use quoting::{Items, Listed, append, quote, repeat};
pub use tree::{Group, Punct, TokenTree, text};

/// A list of tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenStream {
    text: String,
    tokens: Vec<Token>,
}

/// A token, whose text is behind the text of the tokens before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Token {
    kind: Kind,
    length: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A name or a keyword.
    Word,
    /// A literal, as it is written.
    Literal,
    /// A sign of one character.
    Sign,
    /// A sign of one character with which the next one is one sign, or a lifetime.
    Joint,
    /// The beginning of a group.
    Open(Delimiter),
    /// The end of a group.
    Close,
    /// A line of documentation of the item behind it, as it is behind `///`.
    Doc,
    /// A line of documentation of the module around it, as it is behind `//!`.
    InnerDoc,
}

/// What is around a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `( … )`
    Parenthesis,
    /// `{ … }`
    Brace,
    /// `[ … ]`
    Bracket,
}

impl TokenStream {
    /// No tokens.
    pub const fn new() -> TokenStream {
        TokenStream {
            text: String::new(),
            tokens: Vec::new(),
        }
    }

    /// No tokens, with room for those of so much Rust and for some that are interpolated.
    pub(crate) fn with_room(rust: usize) -> TokenStream {
        TokenStream {
            text: String::with_capacity(rust * 2),
            tokens: Vec::with_capacity(rust / 2 + 8),
        }
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// A token whose text is in parts.
    fn push(&mut self, kind: Kind, parts: &[&str]) {
        let mut length = 0;
        for part in parts {
            self.text.push_str(part);
            length += part.len();
        }
        // No document has so much text that this is too little.
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.tokens.push(Token { kind, length });
    }

    /// A name that is legal in Rust, behind `prefix`: nothing, or `r#`.
    pub(crate) fn word(&mut self, prefix: &str, name: &str) {
        self.push(Kind::Word, &[prefix, name]);
    }

    /// A literal of a string.
    pub(crate) fn string(&mut self, text: &str) {
        let start = self.text.len();
        literal::escape(text, &mut self.text);
        let length = u32::try_from(self.text.len() - start).unwrap_or(u32::MAX);
        let kind = Kind::Literal;
        self.tokens.push(Token { kind, length });
    }

    /// A line of documentation of the item behind it, as it is behind `///`, in two parts.
    pub(crate) fn doc(&mut self, space: &str, line: &str) {
        self.push(Kind::Doc, &[space, line]);
    }

    /// A line of documentation of the module around it, as it is behind `//!`, in two parts.
    pub(crate) fn inner_doc(&mut self, space: &str, line: &str) {
        self.push(Kind::InnerDoc, &[space, line]);
    }

    /// One token of fixed text: a word, a literal or a sign.
    pub(crate) fn fixed(&mut self, text: &'static str) {
        match text.as_bytes() {
            [b'\'', .., b'\''] | [b'0'..=b'9' | b'"', ..] | [.., b'"'] => self.push(Kind::Literal, &[text]),
            [b'\'', ..] => {
                self.push(Kind::Joint, &["'"]);
                self.push(Kind::Word, &[text.get(1..).unwrap_or_default()]);
            }
            [b'a'..=b'z' | b'A'..=b'Z' | b'_', ..] => self.push(Kind::Word, &[text]),
            _ => self.signs(text),
        }
    }

    /// Signs that are one together.
    fn signs(&mut self, text: &str) {
        let mut buffer = [0; 4];
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            let kind = if signs.peek().is_some() {
                Kind::Joint
            } else {
                Kind::Sign
            };
            self.push(kind, &[sign.encode_utf8(&mut buffer)]);
        }
    }

    /// The beginning of a group, which [`TokenStream::close`] ends.
    pub(crate) fn open(&mut self, delimiter: Delimiter) {
        self.push(Kind::Open(delimiter), &[]);
    }

    /// The end of the group that was opened last.
    pub(crate) fn close(&mut self) {
        self.push(Kind::Close, &[]);
    }

    /// The tokens of another list behind these.
    pub(crate) fn extend(&mut self, other: &TokenStream) {
        self.text.push_str(&other.text);
        self.tokens.extend_from_slice(&other.tokens);
    }
}

/// The tokens of several lists behind each other.
impl FromIterator<TokenStream> for TokenStream {
    fn from_iter<I: IntoIterator<Item = TokenStream>>(lists: I) -> TokenStream {
        let mut lists = lists.into_iter();
        let mut all = lists.next().unwrap_or_default();
        lists.for_each(|list| all.extend(&list));
        all
    }
}

/// Rust without layout, which is read back as the same tokens.
impl std::fmt::Display for TokenStream {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&text(&self.tree()))
    }
}
