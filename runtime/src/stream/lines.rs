//! Splitting bytes into lines, across the borders of pieces.

use std::collections::VecDeque;

/// Lines of JSON. A record separator (RFC 7464) counts as white space.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    buffer: Vec<u8>,
}

impl Splitter {
    pub(super) fn feed(&mut self, piece: &[u8], lines: &mut VecDeque<String>) {
        for part in piece.split_inclusive(|byte| matches!(byte, b'\n' | b'\x1E')) {
            self.buffer.extend_from_slice(part);
            if part.ends_with(b"\n") || part.ends_with(b"\x1E") {
                self.end(lines);
            }
        }
    }

    pub(super) fn end(&mut self, lines: &mut VecDeque<String>) {
        let line = String::from_utf8_lossy(&self.buffer);
        let line = line.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{1e}' || c == '\u{feff}');
        if !line.is_empty() {
            lines.push_back(line.to_owned());
        }
        self.buffer.clear();
    }

    pub(super) fn buffered(&self) -> usize {
        self.buffer.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_do_not_depend_on_the_pieces() {
        let text = "{\"a\":\"é\"}\r\n\n[1]\n\u{1e}{\"b\":2}\n\u{1e}3".as_bytes();
        for size in 1..=text.len() {
            let mut splitter = Splitter::default();
            let mut lines = VecDeque::new();
            text.chunks(size).for_each(|piece| splitter.feed(piece, &mut lines));
            splitter.end(&mut lines);
            assert_eq!(lines, ["{\"a\":\"é\"}", "[1]", "{\"b\":2}", "3"], "pieces of {size}");
        }
    }
}
