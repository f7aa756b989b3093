//! A successful response.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::data::fault::Deviation;
use crate::transport::head::Head;

pub(crate) mod accept;
mod charset;
pub(crate) mod choice;
pub(crate) mod decode;
mod disposition;
mod events;
mod form;
pub(crate) mod headers;
mod json;
mod loose;
pub(crate) mod media;
pub(crate) mod repair;
pub(crate) mod shared;
pub(crate) mod stream;

/// A successful response: its value, to which it dereferences, with status, headers and bytes.
pub struct Response<T> {
    pub(crate) head: Box<Head>,
    pub(crate) value: T,
}

impl<T> Response<T> {
    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// The name that the server gives to a file (`Content-Disposition`), if it does. It is never a path, and is safe in any
    /// directory.
    pub fn file_name(&self) -> Option<String> {
        disposition::file_name(&self.head.headers)
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// One header, if it is present and a string; the first one of several.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// The body as it was received; empty if it is handed out as a stream.
    pub fn bytes(&self) -> &Bytes {
        &self.head.body
    }

    /// Where the body differs from the document and was repaired; the first thousand places. Empty for nearly every
    /// response. What the types admit anyway, such as unknown properties and values, is not listed. [`Response::bytes`]
    /// has the body as it was received.
    pub fn deviations(&self) -> &[Deviation] {
        &self.head.deviations
    }

    /// The server's id of the request, from a header or a property of the body.
    pub fn request_id(&self) -> Option<Cow<'_, str>> {
        self.head.request_id()
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.head.attempts
    }

    /// The `operationId`.
    pub fn operation(&self) -> &'static str {
        self.head.operation.id
    }

    /// The value without the rest.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same response with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            head: self.head,
            value: change(self.value),
        }
    }
}

#[cfg(feature = "mock")]
impl<T> Response<T> {
    /// A response that no server has sent, for tests of code that takes one.
    ///
    /// ```
    /// # use specwright_runtime::{Response, http::StatusCode};
    /// assert_eq!(*Response::mocked(StatusCode::CREATED, 7), 7);
    /// ```
    pub fn mocked(status: StatusCode, value: T) -> Self {
        Self {
            head: Head::mocked(status),
            value,
        }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.head.status)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
