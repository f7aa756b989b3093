//! `multipart/form-data` bodies (RFC 7578) and other multipart types, streamed part by part.

use std::borrow::Cow;
use std::io::{self, Read};
use std::path::Path;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde_core::Serialize;

use super::finite;
use super::style::{self, Style};
use super::values::Value;
use crate::data::object::while_sending;
use crate::data::violation::Violation;
use crate::transport::{Body, MaybeSend};

/// One part of a multipart body, usually a file.
///
/// ```no_run
/// # use specwright_runtime::Part;
/// let scan = Part::from_path("scan.pdf")?.content_type("application/pdf");
/// let note = Part::from("in memory").filename("note.txt");
/// # std::io::Result::Ok(())
/// ```
#[derive(Debug)]
pub struct Part {
    body: Body,
    filename: Option<String>,
    headers: HeaderMap,
    /// Header names or values that are not legal, reported when the request is built.
    illegal: Vec<String>,
}

impl Part {
    /// A part with this content.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            filename: None,
            headers: HeaderMap::new(),
            illegal: Vec::new(),
        }
    }

    /// A part with the content and the name of a file; see [`Body::from_path`].
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let part = Self::new(Body::from_path(path)?);
        Ok(match path.file_name() {
            Some(name) => part.filename(name.to_string_lossy()),
            None => part,
        })
    }

    /// A part with what a reader yields; see [`Body::from_reader`].
    pub fn from_reader(reader: impl Read + MaybeSend + 'static, length: Option<u64>) -> Self {
        Self::new(Body::from_reader(reader, length))
    }

    /// Sets the file name.
    #[must_use]
    pub fn filename(mut self, name: impl Into<String>) -> Self {
        self.filename = Some(name.into());
        self
    }

    /// Sets the media type.
    #[must_use]
    pub fn content_type(self, media: &str) -> Self {
        self.header("content-type", media)
    }

    /// Sets a header of the part. An illegal name or value fails the call.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Ok(_), Err(_)) | (Err(_), _) => self.illegal.push(name.to_owned()),
        }
        self
    }

    fn default_content_type(self, media: &'static str) -> Self {
        match self.headers.contains_key(header::CONTENT_TYPE) || media.is_empty() {
            true => self,
            false => self.content_type(media),
        }
    }
}

impl Default for Part {
    /// An empty part.
    fn default() -> Self {
        Self::new(Body::empty())
    }
}

impl<B: Into<Body>> From<B> for Part {
    fn from(body: B) -> Self {
        Self::new(body)
    }
}

/// The parts of a multipart body, in order.
#[derive(Debug, Default)]
pub struct Multipart {
    parts: Vec<(Cow<'static, str>, Part)>,
    problems: Vec<(Cow<'static, str>, Violation)>,
}

impl Multipart {
    /// No parts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. `media` is the content type of the document, used if the part has none; it may be empty. A part
    /// without a file name is named after its field: servers read a part without one as text (RFC 7578 section 4.2).
    pub fn file(&mut self, name: impl Into<Cow<'static, str>>, media: &'static str, mut part: Part) {
        let name = name.into();
        if part.filename.is_none() {
            part.filename = Some(name.to_string());
        }
        self.push(name, media, part);
    }

    fn push(&mut self, name: Cow<'static, str>, media: &'static str, part: Part) {
        let part = part.default_content_type(media);
        for header in &part.illegal {
            let message = format!("the header `{header}` is not legal");
            self.problems.push((name.clone(), Violation::new("", "type", message)));
        }
        self.parts.push((name, part));
    }

    /// Adds a file that must have the headers that the document requires for it.
    pub fn file_with(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        media: &'static str,
        required: &[&'static str],
        part: Part,
    ) {
        let name = name.into();
        for header in required {
            if !part.headers.contains_key(*header) {
                let message = format!("the header `{header}` of the part must be set");
                self.problems.push((name.clone(), Violation::new("", "type", message)));
            }
        }
        self.file(name, media, part);
    }

    /// Adds a value as the standard defines: scalars as text, objects as JSON, arrays as one part for each item. Null
    /// adds nothing.
    pub fn value<T: Serialize + ?Sized>(&mut self, name: impl Into<Cow<'static, str>>, media: &'static str, value: &T) {
        let name = name.into();
        match Value::sent(value) {
            Ok(value) => self.push_value(&name, media, &value),
            Err(error) => self
                .problems
                .push((name, Violation::new(error.pointer, "type", error.problem))),
        }
    }

    /// Adds a value as JSON, arrays as one part.
    pub fn json<T: Serialize + ?Sized>(&mut self, name: impl Into<Cow<'static, str>>, media: &'static str, value: &T) {
        let name = name.into();
        match while_sending(|| finite::to_json(value)) {
            Ok(json) => self.push(name, media, Part::from(json)),
            Err((pointer, problem)) => self.problems.push((name, Violation::new(pointer, "type", problem))),
        }
    }

    /// Adds a value in the style that its encoding says: parts of text without a content type, which a style makes of no
    /// account (OpenAPI 3.1.1 section 4.8.15.1.2).
    pub fn styled<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) {
        match Value::sent(value) {
            Ok(value) => {
                for (name, text) in style::parts(name, style, &value) {
                    self.push(name.into(), "", Part::from(text));
                }
            }
            Err(error) => {
                let problem = Violation::new(error.pointer, "type", error.problem);
                self.problems.push((name.into(), problem));
            }
        }
    }

    #[allow(clippy::ptr_arg, reason = "a borrowed name stays borrowed in every part")]
    fn push_value(&mut self, name: &Cow<'static, str>, media: &'static str, value: &Value) {
        match value {
            Value::Null => {}
            Value::String(text) | Value::Literal(text) => self.push(name.clone(), media, Part::from(text.clone())),
            Value::List(items) => items.iter().for_each(|item| self.push_value(name, media, item)),
            Value::Object(_) => {
                let media = if media.is_empty() { "application/json" } else { media };
                self.push(name.clone(), media, Part::from(value.to_text()));
            }
        }
    }

    /// The problems, by part.
    pub(crate) fn take_problems(&mut self) -> Vec<(Cow<'static, str>, Violation)> {
        std::mem::take(&mut self.problems)
    }

    /// The whole body. `form_data` says whether parts carry their name in `Content-Disposition`.
    pub(crate) fn assemble(self, boundary: &str, form_data: bool) -> Body {
        let mut bodies = Vec::new();
        for (name, part) in self.parts {
            bodies.push(Body::from(Bytes::from(part_head(boundary, &name, &part, form_data))));
            bodies.push(part.body);
            bodies.push(Body::from("\r\n"));
        }
        bodies.push(Body::from(format!("--{boundary}--\r\n")));
        Body::chain(bodies)
    }
}

fn part_head(boundary: &str, name: &str, part: &Part, form_data: bool) -> Vec<u8> {
    let mut head = format!("--{boundary}\r\n").into_bytes();
    if form_data {
        head.extend_from_slice(format!("Content-Disposition: form-data; name=\"{}\"", quoted(name)).as_bytes());
        if let Some(filename) = &part.filename {
            head.extend_from_slice(format!("; filename=\"{}\"", quoted(filename)).as_bytes());
        }
        head.extend_from_slice(b"\r\n");
    }
    for (name, value) in &part.headers {
        head.extend_from_slice(name.as_str().as_bytes());
        head.extend_from_slice(b": ");
        head.extend_from_slice(value.as_bytes());
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    head
}

/// Escapes as browsers do (WHATWG HTML, multipart/form-data encoding algorithm), so that a name cannot end its line.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out() {
        let part = Part::from("x").filename("a\"\r\nX: y.txt").content_type("text/plain");
        let head = String::from_utf8(part_head("b", "n", &part, true)).expect("text");
        assert_eq!(
            head,
            "--b\r\nContent-Disposition: form-data; name=\"n\"; filename=\"a%22%0D%0AX: y.txt\"\r\n\
             content-type: text/plain\r\n\r\n"
        );
        assert_eq!(Part::from("x").header("a", "b\r\nc").illegal, ["a"]);
    }

    #[test]
    fn the_length_is_known_when_all_parts_are() {
        let mut form = Multipart::new();
        form.value("tags", "", &["a", "b"]);
        form.value("meta", "", &serde_json::json!({"n": 1}));
        form.value("none", "", &None::<String>);
        assert_eq!(form.parts.len(), 3);
        let body = form.assemble("B", true);
        assert!(body.len().is_some());
        assert!(body.try_clone().is_some());
        let mut form = Multipart::new();
        form.file("f", "", Part::from_reader(io::empty(), None));
        assert_eq!(form.assemble("B", true).len(), None);
    }
}
