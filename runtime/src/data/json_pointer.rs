//! The location of an error in a JSON text: from line and column to a JSON pointer.
//!
//! Only failures have this cost: generated readers and writers do not track their location. Both the memory that it takes and the
//! pointer are bounded, whatever a server sends.

use std::fmt;

/// Levels of a pointer that are remembered; deeper ones are counted.
const MAX_STEPS: usize = 32;
/// Characters of a key that are shown.
const MAX_KEY: usize = 64;

/// What is kept of a pointer.
struct Limits {
    steps: usize,
    key: usize,
    pointer: usize,
}

/// For what a server sends.
const RECEIVED: Limits = Limits {
    steps: MAX_STEPS,
    key: MAX_KEY,
    pointer: MAX_POINTER,
};

/// For what the caller sends.
const SENT: Limits = Limits {
    steps: usize::MAX,
    key: usize::MAX,
    pointer: usize::MAX,
};
/// Characters of a pointer, about.
pub(crate) const MAX_POINTER: usize = 200;
/// Replaces what is left out.
pub(crate) const CUT: char = '…';

/// The JSON pointer (RFC 6901) of the value that ends at `line` and `column` (both from 1), or contains that position.
/// A pointer that is too long ends with `…`.
pub(crate) fn locate(text: &[u8], line: usize, column: usize) -> String {
    let end = offset(text, line, column);
    pointer_at_end(text.get(..end).unwrap_or(text), RECEIVED)
}

/// The whole pointer of the value that would come next, behind JSON that was written up to there.
pub(crate) fn next(written: &[u8]) -> String {
    pointer_at_end(written, SENT)
}

fn pointer_at_end(text: &[u8], limits: Limits) -> String {
    let mut walk = Walk::new(limits);
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b'"' => walk.string(after),
            _ => {
                walk.punctuation(byte);
                after
            }
        };
    }
    walk.pointer()
}

/// The byte offset of `line` and `column`, both from 1.
pub(crate) fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text
            .get(start..)
            .and_then(|rest| rest.iter().position(|byte| *byte == b'\n'))
        {
            Some(newline) => start += newline + 1,
            None => return text.len(),
        }
    }
    start.saturating_add(column).min(text.len())
}

/// A pointer for people: control characters, line feeds and marks that change the direction of text are escaped.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in self.0.chars() {
            match char {
                // Characters that are harmless in a log are shown as they are, quotes too.
                '"' | '\'' => fmt::Write::write_char(f, char)?,
                '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                    write!(f, "{}", char.escape_unicode())?;
                }
                _ => write!(f, "{}", char.escape_debug())?,
            }
        }
        Ok(())
    }
}

struct Walk {
    limits: Limits,
    /// The outermost levels.
    stack: Vec<Level>,
    /// How many levels are open below these.
    deeper: usize,
    /// The last complete string, which a colon makes a key.
    last: String,
}

enum Level {
    /// The key whose value is being read.
    Object(Option<String>),
    Array(usize),
}

impl Walk {
    fn new(limits: Limits) -> Self {
        Self {
            limits,
            stack: Vec::new(),
            deeper: 0,
            last: String::new(),
        }
    }

    fn punctuation(&mut self, byte: u8) {
        match byte {
            b'{' => self.open(Level::Object(None)),
            b'[' => self.open(Level::Array(0)),
            b'}' | b']' if self.deeper > 0 => self.deeper -= 1,
            b'}' | b']' => {
                self.stack.pop();
            }
            b':' | b',' if self.deeper > 0 => {}
            b':' => {
                if let Some(Level::Object(key)) = self.stack.last_mut() {
                    *key = Some(std::mem::take(&mut self.last));
                }
            }
            b',' => match self.stack.last_mut() {
                Some(Level::Object(key)) => *key = None,
                Some(Level::Array(index)) => *index += 1,
                None => {}
            },
            _ => {}
        }
    }

    fn open(&mut self, level: Level) {
        if self.stack.len() < self.limits.steps {
            self.stack.push(level);
        } else {
            self.deeper += 1;
        }
    }

    /// Reads a string after its opening quote and returns what follows it.
    fn string<'a>(&mut self, text: &'a [u8]) -> &'a [u8] {
        let mut escaped = false;
        let end = text.iter().position(|byte| match byte {
            b'"' if !escaped => true,
            b'\\' => {
                escaped = !escaped;
                false
            }
            _ => {
                escaped = false;
                false
            }
        });
        let Some(end) = end else { return &[] };
        let (inner, after) = text.split_at(end);
        // A string of a level that is not remembered is not used as a key.
        if self.deeper == 0 {
            self.last = key_within(inner, self.limits.key);
        }
        after.get(1..).unwrap_or(&[])
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for level in &self.stack {
            let step = match level {
                Level::Object(None) => continue,
                Level::Object(Some(key)) => key.replace('~', "~0").replace('/', "~1"),
                Level::Array(index) => index.to_string(),
            };
            pointer.push('/');
            if pointer.len() + step.len() > self.limits.pointer {
                pointer.push(CUT);
                return pointer;
            }
            pointer.push_str(&step);
        }
        if self.deeper > 0 {
            pointer.push('/');
            pointer.push(CUT);
        }
        pointer
    }
}

/// The key between its quotes, truncated.
pub(crate) fn key(inner: &[u8]) -> String {
    key_within(inner, MAX_KEY)
}

fn key_within(inner: &[u8], limit: usize) -> String {
    // An escape has at most six bytes, a pair of surrogates twelve.
    let enough = inner.get(..limit.saturating_mul(12)).unwrap_or(inner);
    let quoted = [b"\"".as_slice(), enough, b"\""].concat();
    let key: String = serde_json::from_slice(&quoted).unwrap_or_else(|_| String::from_utf8_lossy(enough).into_owned());
    match key.char_indices().nth(limit) {
        Some((end, _)) => format!("{}{CUT}", key.get(..end).unwrap_or_default()),
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The location of a failure at the string `"bad"`.
    fn at(text: &str) -> String {
        let end = text.find("\"bad\"").expect("the text has a fault") + 5;
        let before = text.get(..end).expect("a boundary");
        let line = before.matches('\n').count() + 1;
        let column = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
        locate(text.as_bytes(), line, column)
    }

    #[test]
    fn the_pointer_leads_to_the_value() {
        assert_eq!(at(r#""bad""#), "");
        assert_eq!(at(r#"{"a":"bad"}"#), "/a");
        assert_eq!(at("{\"a\":[1,\n {\"b/c~\": \"bad\"}]}"), "/a/1/b~1c~0");
        assert_eq!(at(r#"{"x":{"y":[[],{}]},"q\"\\":{"z":["bad"]}}"#), "/q\"\\/z/0");
        assert_eq!(at(r#"[{"a":1},{"a":2},"bad"]"#), "/2");
    }

    #[test]
    fn the_reader_s_own_positions_are_understood() {
        let text = b"{\"data\": {\"list\": [1, 2, \"x\"]}}";
        let error = serde_json::from_slice::<
            std::collections::BTreeMap<String, std::collections::BTreeMap<String, Vec<i64>>>,
        >(text)
        .expect_err("a text among numbers");
        assert_eq!(locate(text, error.line(), error.column()), "/data/list/2");
        let text = b"{\"a\": [1, ";
        let error = serde_json::from_slice::<Value>(text).expect_err("cut off");
        assert_eq!(locate(text, error.line(), error.column()), "/a/1");
        assert_eq!(locate(b"", 7, 9), "");
        assert_eq!(locate(b"]]}}", 1, 4), "");
    }

    #[test]
    fn what_a_server_sends_does_not_make_the_pointer_grow() {
        let deep = format!("{{\"a\":{}\"bad\"", "[".repeat(100_000));
        assert_eq!(at(&deep), format!("/a{}/…", "/0".repeat(MAX_STEPS - 1)));
        let closed = format!("[{}{},\"bad\"]", "[".repeat(1000), "]".repeat(1000));
        assert_eq!(at(&closed), "/1");
        let long = format!("{{\"{}\":\"bad\"}}", "k".repeat(100_000));
        assert_eq!(at(&long), format!("/{}…", "k".repeat(MAX_KEY)));
        let many = format!("{}\"bad\"", format!("{{\"{}\":", "k".repeat(60)).repeat(20));
        assert!(at(&many).chars().count() <= MAX_POINTER + 2);
    }

    #[test]
    fn a_key_forges_no_line_of_a_log() {
        let shown = Shown("/a\n2026 ERROR\u{1b}[31m/\u{202e}x\u{2028}\"é").to_string();
        assert_eq!(shown, "/a\\n2026 ERROR\\u{1b}[31m/\\u{202e}x\\u{2028}\"é");
    }
}
