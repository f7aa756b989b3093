//! Multipart responses (RFC 2046 section 5.1): the parts of `multipart/mixed`, `multipart/form-data` and their kin as they
//! arrive.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::{Live, Pieces, Split};
use crate::error::{Error, Mismatch};
use crate::response::{charset, choice, disposition, media};

/// A part of a multipart response.
#[derive(Clone, Debug)]
pub struct ReceivedPart {
    headers: HeaderMap,
    body: Bytes,
}

impl ReceivedPart {
    /// Its headers. A line that is none is left out.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// One header, if it is present and a string.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Its media type, if it says it.
    pub fn content_type(&self) -> Option<&str> {
        self.header("content-type")
    }

    /// The name of the field that it is for (RFC 7578 section 4.2).
    pub fn name(&self) -> Option<String> {
        let value = self.headers.get(header::CONTENT_DISPOSITION)?;
        disposition::parameter(&charset::header(value.as_bytes()), "name")
    }

    /// The name of the file that it is. It is never a path, and is safe in any directory.
    pub fn file_name(&self) -> Option<String> {
        disposition::file_name(&self.headers)
    }

    /// Its content.
    pub fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// Its content as text, in the charset that its media type names; UTF-8 without one.
    ///
    /// # Errors
    ///
    /// The bytes are not of that charset, or the charset is not known.
    pub fn text(&self) -> Result<String, Mismatch> {
        charset::text(&self.body, self.content_type())
    }

    /// Its content without the rest.
    pub fn into_bytes(self) -> Bytes {
        self.body
    }
}

/// The parts of a multipart response as they arrive, each of at most 16 MiB.
#[derive(Debug)]
pub struct PartStream {
    parts: Pieces<Parser>,
}

impl PartStream {
    /// The parts of a body: none of a response without content.
    ///
    /// # Errors
    ///
    /// Its media type has no boundary.
    pub(crate) fn new(live: Live) -> Result<Self, Mismatch> {
        if live.head.content_type().is_none()
            && choice::is_empty(&live.head.operation, live.head.status, &live.head.headers)
        {
            let mut parts = Pieces::split(live, Parser::default());
            parts.done = true;
            return Ok(Self { parts });
        }
        let boundary = live
            .head
            .content_type()
            .and_then(|media| media::parameter(media, "boundary"));
        let boundary = boundary
            .filter(|boundary| !boundary.is_empty())
            .ok_or(Mismatch::Multipart)?;
        let parser = Parser::new(boundary);
        Ok(Self {
            parts: Pieces::split(live, parser),
        })
    }

    /// The next part; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the connection breaks or nothing arrives within the time limit, if a part is too large, or if the
    /// body ends before its last boundary. Each ends the stream.
    pub async fn next(&mut self) -> Option<Result<ReceivedPart, Error>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<ReceivedPart, Error>>> {
        let part = ready!(self.parts.poll(cx));
        Poll::Ready(part.map(|part| match part? {
            Some(part) => Ok(part),
            None => Err(self.parts.live.mismatch(Vec::new(), Mismatch::Multipart)),
        }))
    }
}

impl Stream for PartStream {
    type Item = Result<ReceivedPart, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

/// Where the parser is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    /// Before the first boundary, which is not a part.
    #[default]
    Preamble,
    /// In a part.
    Part,
    /// Behind the last boundary: what comes is not a part.
    Epilogue,
}

/// Splits at boundaries. Lines may end with LF alone, as some servers write them.
#[derive(Debug, Default)]
struct Parser {
    /// A line feed, two hyphens and the boundary.
    delimiter: Vec<u8>,
    /// What has come since the last boundary.
    data: Vec<u8>,
    /// Where in the data the search continues.
    from: usize,
    /// Where in the data a delimiter begins, whose line is not complete.
    cut: Option<usize>,
    at: At,
}

impl Parser {
    fn new(boundary: &str) -> Self {
        Self {
            delimiter: format!("\n--{boundary}").into_bytes(),
            // The first boundary may be the first line.
            data: b"\n".to_vec(),
            ..Self::default()
        }
    }

    /// What follows a boundary on its line, which is the last one that is there; `None` if it is not complete, unless it `is_last`.
    fn line(&self, cut: usize, is_last: bool) -> Option<&[u8]> {
        let rest = self.data.get(cut + self.delimiter.len()..)?;
        // The last boundary is known before its line ends: nothing needs to come after it.
        (is_last || rest.ends_with(b"\n") || rest.starts_with(b"--")).then_some(rest)
    }

    /// The part in front of a boundary, if both are there; then what comes is another one, or the end.
    fn step(&mut self, is_last: bool) -> Option<ReceivedPart> {
        loop {
            let cut = match self.cut {
                Some(cut) => cut,
                None => {
                    let found = find(&self.data, &self.delimiter, self.from);
                    let Some(cut) = found else {
                        self.from = self.data.len().saturating_sub(self.delimiter.len().saturating_sub(1));
                        return None;
                    };
                    *self.cut.insert(cut)
                }
            };
            let line = self.line(cut, is_last)?;
            let ends = line.starts_with(b"--");
            if !ends && !line.trim_ascii().is_empty() {
                // A line that only begins like the boundary.
                (self.cut, self.from) = (None, cut + 1);
                continue;
            }
            let before = std::mem::replace(&mut self.at, if ends { At::Epilogue } else { At::Part });
            let part = (before == At::Part).then(|| part(self.data.get(..cut).unwrap_or_default()));
            self.data.clear();
            // What is next may be a boundary at once.
            self.data.push(b'\n');
            (self.cut, self.from) = (None, 0);
            return part;
        }
    }
}

impl Split for Parser {
    /// `None`: the body has ended inside of a part.
    type Item = Option<ReceivedPart>;

    fn feed(&mut self, piece: &[u8]) -> (usize, Option<Self::Item>) {
        let mut taken = 0;
        // Line by line, so that what comes after a part is not copied with it.
        for line in piece.split_inclusive(|byte| *byte == b'\n') {
            if self.at == At::Epilogue {
                break;
            }
            taken += line.len();
            self.data.extend_from_slice(line);
            if let Some(part) = self.step(false) {
                return (taken, Some(Some(part)));
            }
            if self.at == At::Preamble && self.cut.is_none() {
                // Only its end may be the beginning of a boundary.
                self.data.drain(..self.from);
                self.from = 0;
            }
        }
        (piece.len(), None)
    }

    fn end(&mut self) -> Option<Self::Item> {
        let last = match self.cut {
            Some(_) => self.step(true),
            None => None,
        };
        match (last, self.at) {
            (Some(part), At::Epilogue) => Some(Some(part)),
            (_, At::Epilogue) => None,
            (_, At::Preamble | At::Part) => Some(None),
        }
    }

    fn buffered(&self) -> usize {
        self.data.len()
    }
}

fn find(data: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = data.get(from..)?;
    let found = rest.windows(wanted.len()).position(|window| window == wanted);
    found.map(|at| from + at)
}

/// Headers, an empty line and the content.
fn part(data: &[u8]) -> ReceivedPart {
    // The line feed in front of it, and the line end in front of the boundary.
    let data = data.strip_prefix(b"\n").unwrap_or(data);
    let data = data.strip_suffix(b"\r").unwrap_or(data);
    let mut headers = HeaderMap::new();
    let mut rest = data;
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.get(1..).unwrap_or_default();
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        let mut sides = line.splitn(2, |byte| *byte == b':');
        let (Some(name), Some(value)) = (sides.next(), sides.next()) else {
            continue;
        };
        let pair = (
            HeaderName::from_bytes(name),
            HeaderValue::from_bytes(value.trim_ascii()),
        );
        if let (Ok(name), Ok(value)) = pair {
            headers.append(name, value);
        }
    }
    ReceivedPart {
        headers,
        body: Bytes::copy_from_slice(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, size: usize) -> Vec<Option<(Option<String>, String)>> {
        let all = Parser::new("b").all(text.as_bytes(), size);
        let shown = |part: ReceivedPart| (part.name(), part.text().expect("text"));
        all.into_iter().map(|part| part.map(shown)).collect()
    }

    fn some(name: &str, text: &str) -> Option<(Option<String>, String)> {
        Some((Some(name.to_owned()).filter(|name| !name.is_empty()), text.to_owned()))
    }

    #[test]
    fn parts_do_not_depend_on_the_pieces() {
        let text = "preamble\r\n--b \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--bc\r\n\r\n--b\r\n\r\n\r\ntwo\r\n--b\r\n\r\n\
                    \r\n--b--\r\n--b\r\n\r\nepilogue";
        let expected = [some("a", "one\r\n--bc\r\n"), some("", "\r\ntwo"), some("", "")];
        for size in 1..=text.len() {
            assert_eq!(parts(text, size), expected, "{size}");
        }
    }

    #[test]
    fn what_servers_write_is_read_too() {
        for (text, expected) in [
            ("--b\nX: y\n\none\n--b--", vec![some("", "one")]),
            ("--b\r\nbroken\r\n\r\none\r\n--b--", vec![some("", "one")]),
            ("--b--", vec![]),
            ("--b\r\n\r\none\r\n--b", vec![None]),
            ("--b\r\n\r\none", vec![None]),
            ("", vec![None]),
        ] {
            for size in 1..=text.len().max(1) {
                assert_eq!(parts(text, size), expected, "{text:?} {size}");
            }
        }
    }
}
