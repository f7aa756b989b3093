//! Literals and names: the only ways from text of a document to tokens.

use super::{Kind, ToTokens, TokenStream};

/// A literal, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal(String);

impl Literal {
    /// A character.
    pub fn character(character: char) -> Literal {
        Literal(format!("{character:?}"))
    }

    /// A string.
    pub fn string(text: &str) -> Literal {
        let mut out = String::with_capacity(text.len() + 2);
        escape(text, &mut out);
        Literal(out)
    }

    /// A raw string, for text that is full of quotation marks and has no character that is not shown.
    pub fn raw(text: &str) -> Literal {
        let mut hashes = String::from("#");
        while text.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        // 255 marks are the limit of the language; whatever needs more is escaped.
        match hashes.len() < 256 {
            true => Literal(format!("r{hashes}\"{text}\"{hashes}")),
            false => Literal::string(text),
        }
    }

    /// A number.
    pub fn number(number: f64) -> Literal {
        // No literal is infinite, or not a number.
        let number = if number.is_finite() { number } else { 0.0 };
        Literal(format!("{number:?}"))
    }

    /// An integer.
    pub fn integer(number: i64) -> Literal {
        Literal(number.to_string())
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // What is below zero is a sign and a literal.
        match self.0.strip_prefix('-') {
            Some(number) => {
                tokens.push(Kind::Sign, &["-"]);
                tokens.push(Kind::Literal, &[number]);
            }
            None => tokens.push(Kind::Literal, &[&self.0]),
        }
    }
}

impl std::fmt::Display for Literal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A name that is legal in Rust; `r#type` for `type`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    /// A name that was checked, or that is fixed.
    pub fn new(name: impl Into<String>) -> Word {
        Word(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ToTokens for Word {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.word("", &self.0);
    }
}

impl std::fmt::Display for Word {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Writes a literal of a string. What is not shown as it is, marks that turn the direction of text included, is escaped.
pub(super) fn escape(text: &str, out: &mut String) {
    out.push('"');
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        out.push_str(text);
    } else {
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                // A digit behind it would be read as a part of an octal escape, by people.
                '\0' if letters.peek().is_some_and(|next| matches!(next, '0'..='7')) => out.push_str("\\x00"),
                '\0' => out.push_str("\\0"),
                '\'' => out.push('\''),
                letter => out.extend(letter.escape_debug()),
            }
        }
    }
    out.push('"');
}
