//! From the arguments of a call to a request.

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_core::Serialize;

use crate::data::object::while_sending;
use crate::data::validate::{Validate, Validator};
use crate::data::violation::{Violation, Violations};
use crate::error::InvalidRequestError;
use crate::operation::{Asked, Operation};
use crate::transport::Body;

mod again;
mod finite;
pub(crate) mod form;
pub(crate) mod multipart;
pub(crate) mod percent;
pub(crate) mod server;
pub(crate) mod style;
pub(crate) mod typed;
mod values;

use form::Encoding;
use multipart::Multipart;
use percent::{Keep, encode, encode_into};
use style::Style;
use typed::TypedBody;
use values::Value;

/// A request while generated code builds it. Problems are collected; [`Request::finish`] returns them all.
#[derive(Debug)]
pub struct Request {
    pub(crate) operation: Asked,
    pub(crate) target: String,
    path: Vec<(&'static str, String)>,
    /// Pairs and `&` between them, encoded.
    query: String,
    pub(crate) headers: HeaderMap,
    cookies: Vec<String>,
    pub(crate) content: Content,
    /// The method, if it is not that of the operation.
    pub(crate) method: Option<Method>,
    /// What breaks constraints of the document.
    validator: Validator,
    /// What cannot be sent at all.
    unsendable: Validator,
    /// What broke constraints, once the request is finished.
    pub(crate) violations: Option<Violations>,
    /// Every success is handed out unread.
    pub(crate) unread: bool,
}

/// The body and its media type.
#[derive(Debug)]
pub(crate) enum Content {
    None,
    Body(Cow<'static, str>, Body),
    Multipart(&'static str, Multipart),
}

impl Request {
    /// An empty request of that operation.
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation: Asked::plainly(operation),
            target: String::new(),
            path: Vec::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            content: Content::None,
            method: None,
            validator: Validator::new(),
            unsendable: Validator::new(),
            violations: None,
            unread: false,
        }
    }

    /// Validates the body; violations point into `/body`.
    pub fn validate_body(&mut self, body: &dyn Validate) {
        self.validator.nested("body", body);
    }

    /// Checks a body without a type of its own, such as a list; violations point to `/body`.
    pub fn check_body(&mut self, check: impl FnOnce(&mut Validator)) {
        self.validator.field("body", check);
    }

    /// Validates a parameter; violations point to `/path/name`, `/query/name`, `/header/name` or `/cookie/name`.
    pub fn validate(&mut self, location: &'static str, name: &'static str, check: impl FnOnce(&mut Validator)) {
        self.validator.field(location, |v| v.field(name, check));
    }

    /// Reports a required parameter that was not set.
    pub fn required(&mut self, location: &'static str, name: &'static str, present: bool) {
        if !present {
            self.validate(location, name, |v| v.violation("required", "must be set"));
        }
    }

    fn problem(&mut self, location: &str, name: &str, keyword: &'static str, message: impl Into<String>) {
        self.unsendable
            .field(location, |v| v.field(name, |v| v.violation(keyword, message)));
    }

    fn value<T: Serialize + ?Sized>(&mut self, location: &str, name: &str, value: &T) -> Option<Value> {
        match Value::sent(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.unsendable(location, name, Violation::new(error.pointer, "type", error.problem));
                None
            }
        }
    }

    /// Reports what is wrong in the value of a parameter.
    fn unsendable(&mut self, location: &str, name: &str, below: Violation) {
        self.unsendable
            .field(location, |v| v.field(name, |v| v.violation_below(below)));
    }

    /// JSON in a parameter (`content` instead of `schema`); `None` for null.
    fn json_text<T: Serialize + ?Sized>(&mut self, location: &str, name: &str, value: &T) -> Option<Value> {
        match while_sending(|| finite::to_json(value)) {
            Ok(text) if text == b"null" => None,
            Ok(text) => Some(Value::String(String::from_utf8_lossy(&text).into_owned())),
            Err((pointer, problem)) => {
                self.unsendable(location, name, Violation::new(pointer, "type", problem));
                None
            }
        }
    }

    /// A path parameter.
    pub fn path<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) {
        if let Some(value) = self.value("path", name, value) {
            self.path_value(name, style, value);
        }
    }

    /// A path parameter with JSON content.
    pub fn path_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.json_text("path", name, value) {
            self.path_value(name, Style::SIMPLE, value);
        }
    }

    fn path_value(&mut self, name: &'static str, style: Style, value: Value) {
        let empty = match &value {
            Value::Null => true,
            Value::String(text) | Value::Literal(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Object(properties) => properties.is_empty(),
        };
        if empty {
            self.problem("path", name, "path", "must not be empty");
        }
        self.path.push((name, style::path(name, style, value)));
    }

    /// A query parameter.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) {
        if let Some(value) = self.value("query", name, value) {
            style::add_to_query(&mut self.query, name, style, &value);
        }
    }

    /// A query parameter with JSON content.
    pub fn query_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.json_text("query", name, value) {
            style::add_to_query(&mut self.query, name, Style::FORM, &value);
        }
    }

    /// The whole query as one form (`in: querystring` of OpenAPI 3.2).
    pub fn query_form<T: Serialize + ?Sized>(&mut self, name: &'static str, encodings: &[(&str, Encoding)], value: &T) {
        let Some(value) = self.value("query", name, value) else {
            return;
        };
        match form::encode_form(&value, encodings) {
            Ok(form) => self.add_to_query(&form),
            Err(message) => self.problem("query", name, "type", message),
        }
    }

    /// The whole query as JSON (`in: querystring` of OpenAPI 3.2).
    pub fn query_whole_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.json_text("query", name, value) {
            self.add_to_query(&encode(&value.to_text(), Keep::Nothing));
        }
    }

    /// The whole query as text of any other media type (`in: querystring` of OpenAPI 3.2).
    pub fn query_whole_text<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.value("query", name, value) {
            self.add_to_query(&encode(&value.to_text(), Keep::Nothing));
        }
    }

    /// Adds what is encoded already.
    fn add_to_query(&mut self, encoded: &str) {
        if !(self.query.is_empty() || encoded.is_empty()) {
            self.query.push('&');
        }
        self.query.push_str(encoded);
    }

    /// A header parameter.
    pub fn header<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) {
        if let Some(value) = self.value("header", name, value) {
            self.header_value(name, style, &value);
        }
    }

    /// A header parameter with JSON content.
    pub fn header_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.json_text("header", name, value) {
            self.header_value(name, Style::SIMPLE, &value);
        }
    }

    fn header_value(&mut self, name: &'static str, style: Style, value: &Value) {
        let Some(text) = style::header(style, value) else {
            return;
        };
        let Some(header) = header_name(name) else {
            self.problem("header", name, "header", "this header cannot be set");
            return;
        };
        match HeaderValue::from_bytes(text.as_bytes()) {
            Ok(value) => {
                self.headers.append(header, value);
            }
            Err(_) => self.problem(
                "header",
                name,
                "header",
                "must not have line breaks or control characters",
            ),
        }
    }

    /// A cookie parameter.
    pub fn cookie<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) {
        if let Some(value) = self.value("cookie", name, value) {
            self.cookie_value(name, style, &value);
        }
    }

    /// A cookie parameter with JSON content.
    pub fn cookie_json<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        if let Some(value) = self.json_text("cookie", name, value) {
            self.cookie_value(name, Style::FORM, &value);
        }
    }

    fn cookie_value(&mut self, name: &'static str, style: Style, value: &Value) {
        let pairs = style::cookie(name, style, value);
        if pairs
            .iter()
            .any(|pair| pair.contains(|c: char| c == ';' || c.is_control()))
        {
            self.problem(
                "cookie",
                name,
                "cookie",
                "must not have semicolons or control characters",
            );
        } else {
            self.cookies.extend(pairs);
        }
    }

    /// A JSON body of that media type.
    pub fn json<T: Serialize + ?Sized>(&mut self, media: &'static str, body: &T) {
        match while_sending(|| finite::to_json(body)) {
            Ok(json) => self.content = Content::Body(media.into(), json.into()),
            Err((pointer, problem)) => {
                let violation = Violation::new(pointer, "type", problem);
                self.unsendable.field("body", |v| v.violation_below(violation));
            }
        }
    }

    /// A form body of that media type.
    pub fn form<T: Serialize + ?Sized>(&mut self, media: &'static str, encodings: &[(&str, Encoding)], body: &T) {
        let form = match Value::sent(body) {
            Ok(value) => form::encode_form(&value, encodings).map_err(|problem| Violation::new("", "type", problem)),
            Err(error) => Err(Violation::new(error.pointer, "type", error.problem)),
        };
        match form {
            Ok(form) => self.content = Content::Body(media.into(), form.into()),
            Err(violation) => self.unsendable.field("body", |v| v.violation_below(violation)),
        }
    }

    /// A multipart body of that media type.
    pub fn multipart(&mut self, media: &'static str, mut form: Multipart) {
        for (name, violation) in form.take_problems() {
            self.unsendable("body", &name, violation);
        }
        self.content = Content::Multipart(media, form);
    }

    /// A body of text (also XML), bytes or a stream.
    pub fn body(&mut self, media: &'static str, body: impl Into<Body>) {
        self.content = Content::Body(media.into(), body.into());
    }

    /// A body whose media type the caller has chosen of that range.
    pub fn typed_body(&mut self, range: &'static str, body: TypedBody) {
        match body.of(range) {
            Ok((media, body)) => self.content = Content::Body(media.into(), body),
            Err(problem) => self.unsendable.field("body", |v| v.violation("media type", problem)),
        }
    }

    /// The finished request.
    ///
    /// # Errors
    ///
    /// Returns everything that is wrong with parameters and body, if some of it cannot be sent. What only breaks constraints
    /// is left to the call, which knows whether they are checked.
    pub fn finish(mut self) -> Result<Self, InvalidRequestError> {
        self.target = self.expand();
        if !self.cookies.is_empty() {
            match HeaderValue::from_bytes(self.cookies.join("; ").as_bytes()) {
                Ok(value) => {
                    self.headers.append(http::header::COOKIE, value);
                }
                Err(_) => self
                    .unsendable
                    .field("cookie", |v| v.violation("cookie", "must not have control characters")),
            }
        }
        let broken = std::mem::take(&mut self.validator).finish();
        match std::mem::take(&mut self.unsendable).finish() {
            Ok(()) => {
                self.violations = broken.err();
                Ok(self)
            }
            Err(unsendable) => Err(InvalidRequestError {
                operation: self.operation.id,
                violations: match broken {
                    Ok(()) => unsendable,
                    Err(broken) => broken.and(unsendable),
                },
            }),
        }
    }

    /// The finished request, whose target is there already.
    pub(crate) fn whole(mut self) -> Result<Self, InvalidRequestError> {
        let target = std::mem::take(&mut self.target);
        self.finish().map(|request| Self { target, ..request })
    }

    /// Path and query: the template with its parameters, then the query parameters. A `?` in the template starts a
    /// constant query. A `#` only distinguishes operations and is not sent.
    fn expand(&mut self) -> String {
        let template = self.operation.path;
        let template = template.split('#').next().unwrap_or(template);
        let (path, constant) = template.split_once('?').unwrap_or((template, ""));
        let values = self.path.iter().map(|(_, value)| value.len()).sum::<usize>();
        // The braces of parameters leave room for slash and question mark.
        let mut target = String::with_capacity(template.len() + values + self.query.len() + 2);
        for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
            target.push('/');
            self.segment(segment, &mut target);
        }
        let mut separator = '?';
        for pair in constant.split('&').filter(|pair| !pair.is_empty()) {
            target.push(std::mem::replace(&mut separator, '&'));
            self.substitute(pair, Keep::ReservedInQuery, &mut target);
        }
        if !self.query.is_empty() {
            target.push(separator);
            target.push_str(&self.query);
        }
        target
    }

    /// One segment of the path. URL parsers remove the segments `.` and `..`, however they are encoded, and an empty
    /// one makes another path: values that result in one are rejected.
    fn segment(&mut self, template: &str, out: &mut String) {
        let start = out.len();
        let name = self.substitute(template, Keep::PathText, out);
        if let (Some(name), Some("." | ".." | "")) = (name, out.get(start..)) {
            self.problem(
                "path",
                name,
                "path",
                "must not make the path segment empty, `.` or `..`",
            );
        }
    }

    /// Appends a template with its values, and returns the name of the first one.
    fn substitute<'t>(&mut self, template: &'t str, keep: Keep, out: &mut String) -> Option<&'t str> {
        let mut first = None;
        let mut rest = template;
        while let Some((text, after)) = rest.split_once('{') {
            encode_into(out, text, keep);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            match self.path.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => out.push_str(value),
                None => self.problem("path", name, "required", "has no value"),
            }
            first = first.or(Some(name));
            rest = after;
        }
        encode_into(out, rest, keep);
        first
    }
}

/// A header of this name and value; `None` if one of them is not legal, or if it belongs to the transport.
pub(crate) fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    Some((header_name(name)?, HeaderValue::from_bytes(value.as_bytes()).ok()?))
}

/// Headers that frame the message belong to the transport: another value could smuggle a second request.
fn header_name(name: &str) -> Option<HeaderName> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let framing = name == http::header::CONTENT_LENGTH || name == http::header::TRANSFER_ENCODING;
    (!framing).then_some(name)
}

#[cfg(test)]
mod tests;
