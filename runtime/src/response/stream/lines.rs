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
    /// No value is an array, so that an array means its items.
    spread: bool,
    /// What is read is an array that means its items.
    in_array: bool,
    nesting: Nesting,
}

/// A value, as it arrived.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// Its JSON.
    pub(super) text: String,
    /// Whether it was an item of an array.
    pub(super) of_array: bool,
}

impl Splitter {
    /// Splits into JSON values: with `several`, however many lines each has; with `spread`, the items of an array are such values.
    pub(super) fn of_values(several: bool, spread: bool) -> Self {
        Self {
            several,
            spread,
            ..Self::default()
        }
    }

    /// Takes bytes of lines until a value is complete or an array begins that means its items.
    fn feed_lines(&mut self, piece: &[u8]) -> (usize, Option<Line>) {
        let mut taken = 0;
        for part in piece.split_inclusive(|byte| matches!(byte, b'\n' | b'\x1E')) {
            if let Some(open) = self.begins_array(part) {
                self.buffer.clear();
                self.in_array = true;
                return (taken + open, None);
            }
            taken += part.len();
            self.buffer.extend_from_slice(part);
            part.iter().for_each(|byte| self.nesting.pass(*byte));
            let separator = part.ends_with(b"\x1E");
            if separator || part.ends_with(b"\n") && !((self.record || self.several) && self.nesting.is_open()) {
                let line = self.cut();
                self.record = separator;
                if line.is_some() {
                    return (taken, line);
                }
            }
        }
        (taken, None)
    }

    /// Where an array that means its items begins, if that is what comes next: how many bytes are up to its first item.
    fn begins_array(&self, part: &[u8]) -> Option<usize> {
        if !self.spread || !self.buffer.iter().all(|byte| is_blank(*byte)) {
            return None;
        }
        let at = part.iter().position(|byte| !is_blank(*byte))?;
        (part.get(at) == Some(&b'[')).then_some(at + 1)
    }

    /// Takes bytes of an array until an item is complete.
    fn feed_array(&mut self, piece: &[u8]) -> (usize, Option<Line>) {
        for (at, &byte) in piece.iter().enumerate() {
            let ends = !self.nesting.is_open() && matches!(byte, b',' | b']');
            if !ends {
                self.nesting.pass(byte);
                self.buffer.push(byte);
                continue;
            }
            self.in_array = byte == b',';
            if let Some(line) = self.cut() {
                return (at + 1, Some(Line { of_array: true, ..line }));
            }
            if !self.in_array {
                return (at + 1, None);
            }
        }
        (piece.len(), None)
    }

    fn cut(&mut self) -> Option<Line> {
        self.record = false;
        self.nesting = Nesting::default();
        let text = String::from_utf8_lossy(trimmed(&self.buffer)).into_owned();
        self.buffer.clear();
        let of_array = false;
        (!text.is_empty()).then_some(Line { text, of_array })
    }
}

impl Split for Splitter {
    type Item = Line;

    fn feed(&mut self, piece: &[u8]) -> (usize, Option<Line>) {
        let mut taken = 0;
        while let Some(rest) = piece.get(taken..).filter(|rest| !rest.is_empty()) {
            let (more, line) = match self.in_array {
                true => self.feed_array(rest),
                false => self.feed_lines(rest),
            };
            taken += more;
            if line.is_some() {
                return (taken, line);
            }
        }
        (taken, None)
    }

    fn end(&mut self) -> Option<Line> {
        if std::mem::take(&mut self.in_array) {
            // It was cut off, also where its last item is whole: an error of syntax says so.
            self.buffer.insert(0, b'[');
        }
        self.cut()
    }

    fn buffered(&self) -> usize {
        self.buffer.len()
    }
}

/// A byte that separates values, or one of the byte order mark.
fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, 0x1E | 0xEF | 0xBB | 0xBF)
}

fn trimmed(mut bytes: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = bytes {
        bytes = match bytes.strip_prefix("\u{feff}".as_bytes()) {
            Some(rest) => rest,
            None if first.is_ascii_whitespace() || *first == 0x1E => rest,
            None => break,
        };
    }
    while let [rest @ .., last] = bytes {
        bytes = match bytes.strip_suffix("\u{feff}".as_bytes()) {
            Some(rest) => rest,
            None if last.is_ascii_whitespace() || *last == 0x1E => rest,
            None => break,
        };
    }
    bytes
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
            let lines = texts(splitter.all(text, size));
            let records = ["{\"a\":\"é\"}", "[1]", "{\"b\":2}", "3", "{\n\"}\":\n4}", "{", "5"];
            assert_eq!(lines, records, "pieces of {size}");
        }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn an_array_means_its_items_where_no_value_is_one() {
        let text = "\u{feff}[\n {\"a\":\"],\"} ,[1,2],\n3]\n[]\n{\"b\":[4]}\n[5]".as_bytes();
        for size in 1..=text.len() {
            for several in [false, true] {
                let lines = Splitter::of_values(several, true).all(text, size);
                let marks: Vec<bool> = lines.iter().map(|line| line.of_array).collect();
                assert_eq!(marks, [true, true, true, false, true], "pieces of {size}");
                let values = ["{\"a\":\"],\"}", "[1,2]", "3", "{\"b\":[4]}", "5"];
                assert_eq!(texts(lines), values, "pieces of {size}");
            }
        }
        let cut = texts(Splitter::of_values(true, true).all(b"[1,{\"a\":2}", 3));
        assert_eq!(cut, ["1", "[{\"a\":2}"], "what ends early is not JSON");
        let whole = texts(Splitter::of_values(true, false).all(b"[1,\n2]", 3));
        assert_eq!(whole, ["[1,\n2]"]);
    }
}
