//! Literals: the only way from text of a document to code.

use super::{Code, Piece};
use std::fmt::Write as _;

/// A string literal.
#[derive(Clone, Copy)]
pub(crate) struct Str<S>(pub(crate) S);

/// A literal of a byte string.
pub(crate) struct Bytes<S>(pub(crate) S);

/// A literal of a number that is not an integer.
pub(crate) struct Float(pub(crate) f64);

/// Digits of a hexadecimal number, at least so many.
pub(crate) struct Hex(pub(crate) u32, pub(crate) usize);

impl Piece for Hex {
    fn put(&self, code: &mut Code) {
        let _ = write!(code.text, "{:0width$X}", self.0, width = self.1);
    }
}

impl<S: AsRef<str>> Piece for Str<S> {
    fn put(&self, code: &mut Code) {
        escape(self.0.as_ref(), &mut code.text);
    }
}

impl<S: AsRef<str>> Piece for Bytes<S> {
    fn put(&self, code: &mut Code) {
        code.text.push_str("b\"");
        for byte in self.0.as_ref().bytes() {
            code.text.push_str(&std::ascii::escape_default(byte).to_string());
        }
        code.text.push('"');
    }
}

impl Piece for Float {
    fn put(&self, code: &mut Code) {
        // No literal is infinite, or not a number.
        let value = if self.0.is_finite() { self.0 } else { 0.0 };
        // `{:?}` keeps the point, and is read back as the same number.
        let _ = write!(code.text, "{value:?}");
    }
}

/// Writes a string literal. What is not printed as it is, marks that turn the direction of text included, is escaped.
fn escape(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            ' ' | '!' | '#'..='[' | ']'..='~' => out.push(c),
            '\0' => out.push_str("\\0"),
            c => out.extend(c.escape_debug()),
        }
    }
    out.push('"');
}
