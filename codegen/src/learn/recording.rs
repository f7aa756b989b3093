//! Recordings: JSON lines of the runtime's `RecordingTransport`, and HAR files of browsers and proxies.
//!
//! Of a HAR file only the method, the path, the status, the media type and the body are looked at: cookies, credentials, other
//! headers and queries are dropped, and the body becomes its shape at once.

use super::response::{Body, Of, Response, Responses, essence};
use super::shape::{Allowed, Shape};
use crate::diag::Diagnostics;
use crate::source::SourceMap;
use crate::tree::{self, Format, Names, NodeId, Part, Tree};
use std::fmt;

/// What a recording cannot be read for. It quotes nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordingError {
    /// The line, from 1, if the recording has lines.
    line: Option<usize>,
    reason: String,
}

impl fmt::Display for RecordingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.reason),
            None => f.write_str(&self.reason),
        }
    }
}

impl std::error::Error for RecordingError {}

impl Responses {
    /// Adds the responses of a recording: JSON lines or HAR.
    ///
    /// # Errors
    /// Returns what is wrong with the recording.
    pub fn read(&mut self, text: &str, allowed: &Allowed) -> Result<(), RecordingError> {
        let text = text.trim_start_matches('\u{feff}');
        let mut tree = Tree::new();
        if let Some(log) = json(&mut tree, text).and_then(|root| tree.get(root, "log")) {
            return self.har(&tree, log, allowed);
        }
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |reason: &str| RecordingError {
                line: Some(index + 1),
                reason: reason.to_owned(),
            };
            let mut tree = Tree::new();
            let entry = json(&mut tree, line).ok_or_else(|| wrong("this is neither a line of a recording nor HAR"))?;
            let response = line_of(&tree, entry).map_err(wrong)?;
            self.add(response);
        }
        Ok(())
    }

    /// HAR 1.2, section "entries".
    fn har(&mut self, tree: &Tree, log: NodeId, allowed: &Allowed) -> Result<(), RecordingError> {
        let entries = tree.get(log, "entries").ok_or_else(|| RecordingError {
            line: None,
            reason: "the HAR file has no `log.entries`".to_owned(),
        })?;
        for &entry in tree.items(entries) {
            match har_entry(tree, entry, allowed) {
                Some(response) => self.add(response),
                None => self.without += 1,
            }
        }
        Ok(())
    }
}

/// A line of `RecordingTransport`.
fn line_of(tree: &Tree, entry: NodeId) -> Result<Response, &'static str> {
    let text = |name: &str| tree.get(entry, name).and_then(|node| tree.str(node));
    let path = text("path").ok_or("`path` is missing")?;
    let method = text("method").ok_or("`method` is missing")?.to_ascii_uppercase();
    let status = status(tree, entry).ok_or("`status` is missing")?;
    let media = text("media_type").and_then(essence);
    let body = match tree.get(entry, "body") {
        Some(shape) => {
            let shape = Shape::read(tree, shape).map_err(|_| "`body` is not the shape of a body")?;
            Body::Json { media, shape }
        }
        None if tree.get(entry, "empty").and_then(|node| tree.bool(node)) == Some(true) => Body::Empty,
        None => Body::Opaque { media },
    };
    let path = path.to_owned();
    Ok(Response {
        of: Of::Template { method, path, status },
        body,
    })
}

fn status(tree: &Tree, object: NodeId) -> Option<u16> {
    let status = tree.number(tree.get(object, "status")?)?.as_u64()?;
    u16::try_from(status).ok().filter(|status| (100..1000).contains(status))
}

/// `None` for requests without a response: blocked ones have the status 0.
fn har_entry(tree: &Tree, entry: NodeId, allowed: &Allowed) -> Option<Response> {
    let (request, response) = (tree.get(entry, "request")?, tree.get(entry, "response")?);
    let method = tree.str(tree.get(request, "method")?)?.to_ascii_uppercase();
    let path = url_path(tree.str(tree.get(request, "url")?)?).to_owned();
    let status = status(tree, response)?;
    let content = tree.get(response, "content");
    let body = content.map_or(Body::Empty, |content| har_body(tree, content, allowed));
    let of = Of::Url { method, path, status };
    Some(Response { of, body })
}

fn har_body(tree: &Tree, content: NodeId, allowed: &Allowed) -> Body {
    let text = |name: &str| tree.get(content, name).and_then(|node| tree.str(node));
    let media = text("mimeType").and_then(essence);
    let size = tree.get(content, "size").and_then(|size| tree.number(size)?.as_u64());
    let decoded = match (text("text"), text("encoding")) {
        (None, _) if size == Some(0) => return Body::Empty,
        (Some(""), _) => return Body::Empty,
        (None, _) => return Body::Opaque { media },
        (Some(text), Some("base64")) => base64(text).and_then(|bytes| String::from_utf8(bytes).ok()),
        (Some(text), _) => Some(text.to_owned()),
    };
    let mut tree = Tree::new();
    match decoded.and_then(|text| json(&mut tree, &text)) {
        Some(root) => Body::Json {
            media,
            shape: Shape::of(&tree, root, allowed),
        },
        None => Body::Opaque { media },
    }
}

/// A JSON text as nodes of a tree of its own; what is wrong with it is not said, since that quotes it.
pub(super) fn json(tree: &mut Tree, text: &str) -> Option<NodeId> {
    let file = SourceMap::new().add("", None, "");
    let part = Part::new(file, 0, text);
    if !text.trim_start().starts_with(['{', '[']) && text.trim().parse::<f64>().is_err() {
        let word = text.trim();
        let is_scalar = word.starts_with('"') || matches!(word, "true" | "false" | "null");
        is_scalar.then_some(())?;
    }
    tree::read_part(tree, &mut Names::default(), part, Format::Json, &mut Diagnostics::new())
}

/// The path of a URL, without its query.
fn url_path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("/", |slash| &rest[slash..]);
    path.split(['?', '#']).next().unwrap_or(path)
}

/// RFC 4648 section 4; padding and line ends are passed over.
fn base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=');
    let (mut out, mut bits, mut buffer) = (Vec::new(), 0u32, 0u32);
    for digit in digits {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        buffer = (buffer << 6 | u32::from(value)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((buffer >> bits) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded() {
        assert_eq!(base64("eyJhIjoxfQ==").as_deref(), Some(b"{\"a\":1}".as_slice()));
        assert_eq!(base64("*"), None);
    }

    #[test]
    fn a_url_is_its_path() {
        assert_eq!(url_path("https://user:secret@a.test/pets/1?key=2#3"), "/pets/1");
        assert_eq!(url_path("https://a.test"), "/");
    }
}
