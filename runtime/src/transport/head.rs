//! Status, headers and bytes of a response, and the call that it belongs to.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::data::fault::{Deviation, Reading};
#[cfg(feature = "mock")]
use crate::operation::Operation;
use crate::operation::{Api, Asked};

/// The headers in which servers usually send their id of a request.
const REQUEST_ID_HEADERS: &[&str] = &[
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-ms-request-id",
    "x-correlation-id",
    "cf-ray",
];

/// The part of a response that both values and errors keep.
#[derive(Clone)]
pub(crate) struct Head {
    pub(crate) api: &'static Api,
    pub(crate) operation: Asked,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// All bytes that were read; none if the body is handed out as a stream.
    pub(crate) body: Bytes,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Option<Duration>,
    /// How a body is read that differs from the document.
    pub(crate) reading: Reading,
    /// What was repaired.
    pub(crate) deviations: Vec<Deviation>,
}

/// What values of tests belong to.
#[cfg(feature = "mock")]
static MOCK: (Api, Operation) = (Api::new("mock", "0.0.0"), Operation::new("mock", "GET", "/"));

#[cfg(feature = "mock")]
impl Head {
    /// The head of a value that a test makes.
    pub(crate) fn mocked(status: StatusCode) -> Box<Self> {
        Box::new(Self {
            api: &MOCK.0,
            operation: Asked::plainly(&MOCK.1),
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            attempts: 1,
            retry_after: None,
            reading: Reading::default(),
            deviations: Vec::new(),
        })
    }
}

impl Head {
    pub(crate) fn content_type(&self) -> Option<&str> {
        self.headers.get(http::header::CONTENT_TYPE)?.to_str().ok()
    }

    pub(crate) fn request_id(&self) -> Option<Cow<'_, str>> {
        let names = self.api.request_id_headers.iter().chain(REQUEST_ID_HEADERS);
        let header = names
            .filter_map(|name| self.headers.get(*name))
            .find_map(|value| value.to_str().ok());
        if let Some(id) = header {
            return Some(Cow::Borrowed(id));
        }
        if self.api.request_id_properties.is_empty() {
            return None;
        }
        let body: serde_json::Value = serde_json::from_slice(&self.body).ok()?;
        self.api
            .request_id_properties
            .iter()
            .find_map(|name| Some(Cow::Owned(body.get(name)?.as_str()?.to_owned())))
    }
}

/// The longest message of a server that errors repeat, in characters.
const MAX_MESSAGE: usize = 300;

impl Head {
    /// What the server says went wrong, on one line.
    pub(crate) fn message(&self) -> Option<String> {
        if self.api.messages.is_empty() {
            return None;
        }
        let body: serde_json::Value = serde_json::from_slice(&self.body).ok()?;
        self.api
            .messages
            .iter()
            .find_map(|path| one_line(text_at(&body, path)?))
    }
}

/// The string at a path of names; of a list, the one in its first item.
fn text_at<'v>(body: &'v serde_json::Value, path: &[&str]) -> Option<&'v str> {
    let found = path.iter().try_fold(body, |value, name| match value {
        serde_json::Value::Array(items) => items.first()?.get(name),
        other => other.get(name),
    });
    found?.as_str()
}

/// A string on one line, cut where it is too long; `None` if nothing is left.
fn one_line(text: &str) -> Option<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    let mut letters = words.chars();
    let mut line: String = letters.by_ref().take(MAX_MESSAGE).collect();
    if letters.next().is_some() {
        line.push('…');
    }
    (!line.is_empty()).then_some(line)
}

impl fmt::Debug for Head {
    /// Shows headers by name and the body by length: both may contain what must not be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("operation", &self.operation.id)
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .field("attempts", &self.attempts)
            .field("retry_after", &self.retry_after)
            .finish()
    }
}
