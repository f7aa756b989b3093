//! Writes Rust as text, laid out as a person would lay it out.
//!
//! What is written is made of three things only: literals, which are escaped; names that were claimed; and fixed text of the
//! emitters. So no text of a document becomes code. Definitions are made of tokens and formatted by `prettyplease`; wire code is
//! most of what is printed, and tokens of it would cost most of the time of a generation.
//!
//! [`Code`] is a piece without line breaks, made by [`code!`] of fixed text and pieces; [`Lines`] are statements and blocks.

mod layout;
mod lines;
mod literal;
#[cfg(test)]
mod tests;

pub(crate) use lines::Lines;
pub(crate) use literal::{Bytes, Float, Hex, Str};

use crate::plan::names::Ident;
use layout::{Kind, Mark};
use std::cmp::Ordering;

/// A piece of code, and where it can be broken into lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    text: String,
    marks: Vec<Mark>,
}

/// Code is what it says, wherever that may be broken.
impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.text == other.text
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Code) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Code) -> Ordering {
        self.text.cmp(&other.text)
    }
}

/// What code is made of.
pub(crate) trait Piece {
    /// Writes it at the end of code.
    fn put(&self, code: &mut Code);
}

/// Code of fixed text with a `$` for each piece: `code!("v.nested($, &self.$);", Str(wire), name)`.
macro_rules! code {
    ($fixed:literal $(, $piece:expr)* $(,)?) => {
        $crate::emit::writer::Code::fill($fixed, &[$(&$piece),*])
    };
}
pub(crate) use code;

impl Code {
    /// Fixed text with a `$` for each piece.
    pub(crate) fn fill(fixed: &'static str, pieces: &[&dyn Piece]) -> Code {
        let mut code = Code {
            text: String::with_capacity(2 * fixed.len() + 16),
            marks: Vec::new(),
        };
        let mut pieces = pieces.iter();
        for (index, text) in fixed.split('$').enumerate() {
            if index > 0
                && let Some(piece) = pieces.next()
            {
                piece.put(&mut code);
            }
            code.fixed(text);
        }
        code
    }

    /// Pieces after each other.
    pub(crate) fn all<P: Piece>(pieces: impl IntoIterator<Item = P>) -> Code {
        let mut code = Code::default();
        pieces.into_iter().for_each(|piece| piece.put(&mut code));
        code
    }

    /// Pieces with commas between them, on one line where they fit.
    pub(crate) fn list<P: Piece>(items: impl IntoIterator<Item = P>) -> Code {
        Code::joined(items, ", ")
    }

    /// Pieces with commas between them, a line for each.
    pub(crate) fn each<P: Piece>(items: impl IntoIterator<Item = P>) -> Code {
        Code::list(items).laid_out(Kind::LineEach)
    }

    /// Pieces with commas between them, as many on a line as fit.
    pub(crate) fn filled<P: Piece>(items: impl IntoIterator<Item = P>) -> Code {
        Code::list(items).laid_out(Kind::Fill)
    }

    fn laid_out(mut self, kind: Kind) -> Code {
        if !self.is_empty() {
            self.marks.insert(0, Mark { at: 0, kind });
        }
        self
    }

    /// Pieces with fixed text between them.
    pub(crate) fn joined<P: Piece>(items: impl IntoIterator<Item = P>, separator: &'static str) -> Code {
        let mut code = Code::default();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                code.fixed(separator);
            }
            item.put(&mut code);
        }
        code
    }

    /// Whether there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text on one line.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Fixed text: its brackets and commas are where it can be broken.
    fn fixed(&mut self, text: &'static str) {
        let mut quoted = false;
        // `pub(crate)` is a word.
        let mut in_word = false;
        for (index, byte) in text.bytes().enumerate() {
            let before = match index {
                0 => self.text.as_bytes().last(),
                _ => text.as_bytes().get(index - 1),
            };
            let kind = match byte {
                b'"' => {
                    quoted = !quoted;
                    continue;
                }
                _ if quoted => continue,
                b'(' if text.get(..index).is_some_and(|before| before.ends_with("pub")) => {
                    in_word = true;
                    continue;
                }
                b')' if std::mem::take(&mut in_word) => continue,
                b'(' | b'[' | b'{' => Kind::Open,
                b')' | b']' | b'}' => Kind::Close,
                b',' => Kind::Comma,
                b'=' if before == Some(&b' ') && text.as_bytes().get(index + 1) == Some(&b' ') => Kind::Assign,
                b'.' if matches!(before, Some(b')' | b'?' | b']')) => Kind::Chain,
                b'&' | b'|' if before == Some(&b' ') && text.as_bytes().get(index + 1) == Some(&byte) => Kind::Operator,
                _ => continue,
            };
            let at = self.text.len() + index;
            self.marks.push(Mark { at, kind });
        }
        self.text.push_str(text);
    }
}

impl Piece for Code {
    fn put(&self, code: &mut Code) {
        let start = code.text.len();
        code.marks.extend(self.marks.iter().map(|mark| Mark {
            at: start + mark.at,
            kind: mark.kind,
        }));
        // A chain may go on where another piece ends.
        if self.text.starts_with('.') && code.text.ends_with([')', '?', ']']) {
            code.marks.push(Mark {
                at: start,
                kind: Kind::Chain,
            });
            code.marks.sort_by_key(|mark| mark.at);
        }
        code.text.push_str(&self.text);
    }
}

/// Fixed text.
#[derive(Clone, Copy)]
pub(crate) struct Fixed(pub(crate) &'static str);

impl Piece for Fixed {
    fn put(&self, code: &mut Code) {
        code.fixed(self.0);
    }
}

impl Piece for Ident {
    fn put(&self, code: &mut Code) {
        code.text.push_str(self.mark());
        code.text.push_str(self.as_str());
    }
}

impl<P: Piece + ?Sized> Piece for &P {
    fn put(&self, code: &mut Code) {
        (**self).put(code);
    }
}

/// Nothing, if there is none.
impl<P: Piece> Piece for Option<P> {
    fn put(&self, code: &mut Code) {
        if let Some(piece) = self {
            piece.put(code);
        }
    }
}

macro_rules! numbers {
    ($($number:ty)*) => { $(
        impl Piece for $number {
            fn put(&self, code: &mut Code) {
                code.text.push_str(&self.to_string());
            }
        }
    )* };
}

numbers!(u8 u16 u32 u64 usize i64 i128 bool);
