//! Where in a JSON text an error is: from line and column to a JSON pointer.
//!
//! Only failures pay for it: generated readers do not keep track of where they are.

/// The JSON pointer (RFC 6901) of the value that ends at `line` and `column` (both from 1), or contains that place.
pub(crate) fn locate(text: &[u8], line: usize, column: usize) -> String {
    let mut walk = Walk::default();
    let end = offset(text, line, column);
    let mut rest = text.get(..end).unwrap_or(text);
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

fn offset(text: &[u8], line: usize, column: usize) -> usize {
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

#[derive(Default)]
struct Walk {
    stack: Vec<Level>,
    /// The last complete string, which a colon makes a key.
    last: String,
}

enum Level {
    /// The key whose value is being read.
    Object(Option<String>),
    Array(usize),
}

impl Walk {
    fn punctuation(&mut self, byte: u8) {
        match byte {
            b'{' => self.stack.push(Level::Object(None)),
            b'[' => self.stack.push(Level::Array(0)),
            b'}' | b']' => {
                self.stack.pop();
            }
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

    /// Reads a string after its opening quote and answers what follows it.
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
        let quoted = [b"\"".as_slice(), inner, b"\""].concat();
        self.last = serde_json::from_slice(&quoted).unwrap_or_else(|_| String::from_utf8_lossy(inner).into_owned());
        after.get(1..).unwrap_or(&[])
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for level in &self.stack {
            match level {
                Level::Object(None) => {}
                Level::Object(Some(key)) => {
                    pointer.push('/');
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
                Level::Array(index) => {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                }
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Where a reader that fails at the text `"bad"` is said to have failed.
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
}
