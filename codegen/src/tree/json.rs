//! JSON (RFC 8259) into a [`Tree`], with the place of every value and every name.

use super::build::{Builder, Expects, Halt, Names, Part};
use super::{NodeId, Tree, Value};
use crate::diag::{Advice, Diagnostics, Problem};
use crate::number::Number;
use std::borrow::Cow;

/// Reads one JSON text. `None` if it is broken: then `diags` says why, and the tree is as before.
pub(super) fn read(part: Part<'_>, tree: &mut Tree, names: &mut Names, diags: &mut Diagnostics) -> Option<NodeId> {
    let mut reader = Reader {
        part,
        bytes: part.text.as_bytes(),
        at: 0,
        build: Builder::new(part, tree, names, diags),
    };
    match reader.document() {
        Ok(()) => reader.build.root(),
        Err(Halt) => {
            reader.build.discard();
            None
        }
    }
}

struct Reader<'t, 'a> {
    part: Part<'t>,
    bytes: &'t [u8],
    at: usize,
    build: Builder<'a>,
}

impl<'t> Reader<'t, '_> {
    fn document(&mut self) -> Result<(), Halt> {
        loop {
            self.value()?;
            // A value may end any number of containers.
            loop {
                self.skip_space();
                match self.build.expects() {
                    Expects::Nothing => return self.nothing_more(),
                    Expects::Item if self.take(b',') => {
                        self.refuse_trailing_comma(b']')?;
                        break;
                    }
                    Expects::Item if self.take(b']') => self.close(),
                    Expects::Item => return Err(self.expected("`,` or `]`")),
                    Expects::Name | Expects::Member if self.take(b',') => {
                        self.refuse_trailing_comma(b'}')?;
                        self.name()?;
                        break;
                    }
                    Expects::Name | Expects::Member if self.take(b'}') => self.close(),
                    Expects::Name | Expects::Member => return Err(self.expected("`,` or `}`")),
                }
            }
        }
    }

    /// Reads a scalar, an empty container, or opens containers up to the first scalar in them.
    fn value(&mut self) -> Result<(), Halt> {
        loop {
            self.skip_space();
            let start = self.at;
            match self.peek() {
                Some(b'{') => {
                    self.at += 1;
                    self.build.begin(self.part.span(start, self.at), true)?;
                    self.skip_space();
                    if self.take(b'}') {
                        self.close();
                        return Ok(());
                    }
                    self.name()?;
                }
                Some(b'[') => {
                    self.at += 1;
                    self.build.begin(self.part.span(start, self.at), false)?;
                    self.skip_space();
                    if self.take(b']') {
                        self.close();
                        return Ok(());
                    }
                }
                Some(b'"') => {
                    let text = self.string()?;
                    let value = self.build.string(&text);
                    return self.scalar(start, value);
                }
                Some(b'-' | b'0'..=b'9') => {
                    self.number()?;
                    let text = &self.part.text[start..self.at];
                    return self.scalar(start, Value::Number(Number::new(text)));
                }
                Some(b't') => return self.word("true", Value::Bool(true)),
                Some(b'f') => return self.word("false", Value::Bool(false)),
                Some(b'n') => return self.word("null", Value::Null),
                _ => return Err(self.expected("a value")),
            }
        }
    }

    fn scalar(&mut self, start: usize, value: Value) -> Result<(), Halt> {
        self.build.scalar(self.part.span(start, self.at), value).map(drop)
    }

    fn close(&mut self) {
        self.build.end(self.part.span(self.at, self.at).end);
    }

    fn name(&mut self) -> Result<(), Halt> {
        self.skip_space();
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.expected("a name in double quotes"));
        }
        let text = self.string()?;
        let span = self.part.span(start, self.at);
        self.skip_space();
        if !self.take(b':') {
            return Err(self.expected("`:`"));
        }
        self.build.name(&text, span, false);
        Ok(())
    }

    fn word(&mut self, word: &str, value: Value) -> Result<(), Halt> {
        let start = self.at;
        if !self.bytes[start..].starts_with(word.as_bytes()) {
            return Err(self.expected("a value"));
        }
        self.at += word.len();
        self.scalar(start, value)
    }

    /// RFC 8259 section 6: `-`, an integer without leading zeros, a fraction, an exponent.
    fn number(&mut self) -> Result<(), Halt> {
        self.take(b'-');
        let zero = self.peek() == Some(b'0');
        let digits = self.digits();
        if digits == 0 {
            return Err(self.expected("a digit"));
        }
        if zero && digits > 1 {
            self.at -= digits;
            return Err(self.syntax("a number cannot begin with a zero".to_owned(), self.at));
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(self.expected("a digit"));
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.expected("a digit"));
            }
        }
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    /// Reads a string from its opening quote; borrows it when it holds no escape.
    fn string(&mut self) -> Result<Cow<'t, str>, Halt> {
        let open = self.at;
        self.at += 1;
        let mut plain = self.at;
        let mut owned: Option<String> = None;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = &self.part.text[plain..self.at];
                    self.at += 1;
                    return Ok(match owned {
                        None => Cow::Borrowed(rest),
                        Some(text) => Cow::Owned(text + rest),
                    });
                }
                Some(b'\\') => {
                    let text = owned.get_or_insert_default();
                    text.push_str(&self.part.text[plain..self.at]);
                    let character = self.escape()?;
                    text.push(character);
                    plain = self.at;
                }
                Some(0x00..=0x1f) => {
                    let reason = "a control character in a string must be escaped".to_owned();
                    return Err(self.syntax(reason, self.at));
                }
                Some(_) => self.at += 1,
                None => return Err(self.syntax("the string is not closed".to_owned(), open)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Halt> {
        let start = self.at;
        self.at += 2;
        Ok(match self.bytes.get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => {
                let reason = "only \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u1234 may follow a backslash".to_owned();
                return Err(self.syntax(reason, start));
            }
        })
    }

    /// A `\u` escape, or two that form a surrogate pair. One half of a pair is not a character: it becomes U+FFFD.
    fn unicode_escape(&mut self, start: usize) -> Result<char, Halt> {
        let unit = self.hex(start)?;
        if let Some(character) = char::from_u32(unit) {
            return Ok(character);
        }
        if unit < 0xdc00 && self.bytes[self.at..].starts_with(b"\\u") {
            let after = self.at;
            self.at += 2;
            let low = self.hex(after)?;
            if (0xdc00..0xe000).contains(&low) {
                let scalar = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            // The second escape means itself.
            self.at = after;
        }
        let span = self.part.span(start, start + 6);
        let escape = format!("\\u{unit:04x}");
        self.build.diags.push(Problem::LoneSurrogate { escape }, span);
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self, start: usize) -> Result<u32, Halt> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.syntax("four hexadecimal digits must follow \\u".to_owned(), start));
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    fn nothing_more(&mut self) -> Result<(), Halt> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.syntax("the document ends before this".to_owned(), self.at)),
        }
    }

    fn refuse_trailing_comma(&mut self, end: u8) -> Result<(), Halt> {
        let comma = self.at - 1;
        self.skip_space();
        match self.peek() == Some(end) {
            true => Err(self.syntax("a comma must be followed by a value".to_owned(), comma)),
            false => Ok(()),
        }
    }

    fn expected(&mut self, what: &str) -> Halt {
        let found = self.part.text.get(self.at..).and_then(|rest| rest.chars().next());
        let reason = match found {
            None => format!("expected {what}, but the file ends"),
            Some('/' | '#') => format!("expected {what}; JSON has no comments"),
            Some('\'') => format!("expected {what}; JSON has double quotes only"),
            Some(other) => format!("expected {what}, found `{}`", other.escape_debug()),
        };
        self.syntax(reason, self.at)
    }

    fn syntax(&mut self, reason: String, at: usize) -> Halt {
        let span = self.part.char_at(at);
        let (format, advice) = ("JSON", Advice::default());
        self.build.halt(Problem::Syntax { format, reason, advice }, span)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;
    use proptest::prelude::*;

    /// Reads strictly as JSON; `None` if it is refused. Whether the text has lone surrogates, which are only warned of.
    fn strict(text: &str) -> (Option<(Tree, NodeId)>, bool) {
        let file = SourceMap::new().add("a.json", None, text);
        let (mut tree, mut names, mut diags) = (Tree::new(), Names::default(), Diagnostics::tolerant());
        let root = read(Part::new(file, 0, text), &mut tree, &mut names, &mut diags);
        let surrogate = diags
            .iter()
            .any(|problem| matches!(problem.problem, Problem::LoneSurrogate { .. }));
        assert!(root.is_some() || (tree.is_empty() && !diags.is_empty()));
        (root.map(|root| (tree, root)), surrogate)
    }

    fn same(tree: &Tree, node: NodeId, expected: &serde_json::Value) -> bool {
        match (tree.value(node), expected) {
            (Value::Null, serde_json::Value::Null) => true,
            (Value::Bool(value), serde_json::Value::Bool(expected)) => value == expected,
            (Value::String(text), serde_json::Value::String(expected)) => **text == **expected,
            (Value::Number(number), serde_json::Value::Number(expected)) => {
                number.equals(&Number::new(expected.to_string())) || number.as_f64() == expected.as_f64()
            }
            (Value::Array(items), serde_json::Value::Array(expected)) => {
                items.len() == expected.len()
                    && items
                        .iter()
                        .zip(expected)
                        .all(|(item, expected)| same(tree, *item, expected))
            }
            (Value::Object(entries), serde_json::Value::Object(expected)) => {
                let found =
                    |(key, value): (&String, _)| tree.get(node, key).is_some_and(|member| same(tree, member, value));
                entries.len() == expected.len() && expected.iter().all(found)
            }
            _ => false,
        }
    }

    fn agrees(text: &str) {
        let (read, surrogate) = strict(text);
        match (read, serde_json::from_str::<serde_json::Value>(text)) {
            (Some((tree, root)), Ok(expected)) => assert!(same(&tree, root, &expected), "{text}"),
            (Some(_), Err(error)) => {
                // Two differences that are meant: numbers beyond a double are kept, halves of characters are replaced.
                assert!(
                    surrogate || error.to_string().contains("out of range"),
                    "{text}: {error}"
                );
            }
            (None, Ok(_)) => panic!("{text} was refused"),
            (None, Err(_)) => {}
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(tokens in prop::collection::vec(prop::sample::select(vec![
            "{", "}", "[", "]", "[", "]", ",", ":", "\"a\"", "\"b\":", "\"", "\\", "\\u", "d800", "00e9", "\\ud83d\\ude00",
            "1", "-", ".5", "e9", "e", "0", "10", "true", "null", "fals", " ", "\n", "\t", "\u{0}", "é", "/", "\\n", "1e999",
        ]), 0..24)) {
            let text = tokens.concat();
            agrees(&text);
            agrees(&format!("[{text}]"));
            agrees(&format!("{{\"k\":{text}}}"));
            agrees(&format!("\"{text}\""));
        }

        #[test]
        fn agrees_with_serde_json_on_any_text(text in any::<String>()) {
            agrees(&text);
            agrees(&format!("\"{text}\""));
        }
    }
}
