//! Splits bytes into lines, across the boundaries of pieces.

use super::Split;

/// Splits into lines of JSON, or into records that each start with a separator (RFC 7464) and may have several lines.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    buffer: Vec<u8>,
    /// The content of the buffer started with a separator.
    record: bool,
    /// Values may have several lines: the server calls them JSON.
    several: bool,
    nesting: Nesting,
}

impl Splitter {
    /// Splits into JSON values, however many lines each has.
    pub(super) fn of_values() -> Self {
        Self {
            several: true,
            ..Self::default()
        }
    }
}

impl Split for Splitter {
    type Item = String;

    fn feed(&mut self, piece: &[u8]) -> (usize, Option<String>) {
        let mut taken = 0;
        for part in piece.split_inclusive(|byte| matches!(byte, b'\n' | b'\x1E')) {
            taken += part.len();
            self.buffer.extend_from_slice(part);
            part.iter().for_each(|byte| self.nesting.pass(*byte));
            let separator = part.ends_with(b"\x1E");
            if separator || part.ends_with(b"\n") && !((self.record || self.several) && self.nesting.is_open()) {
                let line = self.end();
                self.record = separator;
                if line.is_some() {
                    return (taken, line);
                }
            }
        }
        (taken, None)
    }

    fn end(&mut self) -> Option<String> {
        self.record = false;
        self.nesting = Nesting::default();
        let line = String::from_utf8_lossy(&self.buffer);
        let line = line.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{1e}' || c == '\u{feff}');
        let line = (!line.is_empty()).then(|| line.to_owned());
        self.buffer.clear();
        line
    }

    fn buffered(&self) -> usize {
        self.buffer.len()
    }
}

/// Whether a JSON text is still within an object, an array or a string.
#[derive(Debug, Default)]
struct Nesting {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Nesting {
    fn pass(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn is_open(&self) -> bool {
        self.depth > 0 || self.in_string
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_do_not_depend_on_the_pieces() {
        let text = "{\"a\":\"é\"}\r\n\n[1]\n\u{1e}{\"b\":2}\n\u{1e}3\n\u{1e}{\n\"}\":\n4}\n\u{1e}{\n\u{1e}5".as_bytes();
        for size in 1..=text.len() {
            let mut splitter = Splitter::default();
            let lines = splitter.all(text, size);
            let records = ["{\"a\":\"é\"}", "[1]", "{\"b\":2}", "3", "{\n\"}\":\n4}", "{", "5"];
            assert_eq!(lines, records, "pieces of {size}");
        }
    }
}
