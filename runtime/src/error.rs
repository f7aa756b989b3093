//! Errors of calls.

use std::any::Any;
use std::borrow::Cow;
use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::data::fault::{Deviation, Fault};
use crate::data::violation::{Violation, Violations};
use crate::transport::head::Head;
use crate::transport::{BoxError, TransportError, TransportErrorKind};

mod display;
mod mismatch;

pub use mismatch::Mismatch;

/// Why a call failed. `E` is the enumeration of the documented failures of the operation.
///
/// With `?` the error of any operation becomes the untyped `Error`, which keeps everything except the typed body:
///
/// ```
/// # use specwright_runtime::Error;
/// fn one() -> Result<(), Error<String>> { Ok(()) }
/// fn two() -> Result<(), Error<u64>> { Ok(()) }
/// fn both() -> Result<(), Error> { one()?; two()?; Ok(()) }
/// # both().unwrap();
/// ```
///
/// An error type of one's own takes the errors of all operations with one conversion:
///
/// ```
/// # use specwright_runtime::Error;
/// #[derive(Debug)]
/// enum MyError { Api(Error), Io(std::io::Error) }
///
/// impl<E: Clone + Send + Sync + 'static> From<Error<E>> for MyError {
///     fn from(error: Error<E>) -> Self { Self::Api(error.into_untyped()) }
/// }
///
/// fn one() -> Result<(), Error<String>> { Ok(()) }
/// fn two() -> Result<(), Error<u64>> { Ok(()) }
/// fn both() -> Result<(), MyError> { one()?; two()?; Ok(()) }
/// # both().unwrap();
/// # let _ = MyError::Io(std::io::Error::other(""));
/// ```
///
/// `Display` has the server's own message, if the document says which property has it. Of bodies and credentials neither
/// `Display` nor `Debug` shows anything else. The body is at [`Error::body`].
#[non_exhaustive]
pub enum Error<E = Untyped> {
    /// The request violates the constraints of the document; nothing was sent.
    Invalid(Box<InvalidRequestError>),
    /// A credential is missing, or could not be obtained or sent; the request was not sent.
    Credentials(Box<CredentialsError>),
    /// No complete response was received.
    Transport(Box<SendError>),
    /// An error response that the document describes.
    Api(Box<ApiError<E>>),
    /// A failure that the document does not describe, or whose body does not have the documented shape.
    Unexpected(Box<UnexpectedResponseError>),
    /// A success whose body cannot be read as what is documented: the server has carried the call out.
    Decode(Box<DecodeError>),
}

/// The error body of some operation. [`Untyped::downcast_ref`] gives it back its type.
///
/// It is not `Clone`, so that the conversion from every `Error<E>` with a cloneable body does not overlap with the
/// conversion of a type into itself.
pub struct Untyped(Box<dyn Any + Send + Sync>);

impl Untyped {
    /// The body, if it is of that type: the `Failure` of the operation that failed.
    pub fn downcast_ref<E: Any>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

/// A request that violates the constraints of the document.
#[derive(Debug)]
pub struct InvalidRequestError {
    pub(crate) operation: &'static str,
    pub(crate) violations: Violations,
}

/// A credential that is missing, or could not be obtained or sent.
#[derive(Debug)]
pub struct CredentialsError {
    pub(crate) operation: &'static str,
    pub(crate) missing: Vec<&'static str>,
    /// Why it cannot be sent.
    pub(crate) problem: Option<&'static str>,
    pub(crate) source: Option<BoxError>,
}

impl CredentialsError {
    /// The names of the credentials, as the document and the builder's methods know them.
    pub fn names(&self) -> &[&'static str] {
        &self.missing
    }
}

/// A call without a complete response.
#[derive(Debug)]
pub struct SendError {
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    pub(crate) source: TransportError,
    /// The part that was received before the connection broke.
    pub(crate) head: Option<Box<Head>>,
}

impl SendError {
    /// The kind of the error.
    pub fn kind(&self) -> TransportErrorKind {
        self.source.kind()
    }

    /// Whether the server may have seen the request.
    pub fn sent(&self) -> bool {
        self.source.sent()
    }
}

/// An error response that the document describes.
pub struct ApiError<E> {
    pub(crate) head: Box<Head>,
    pub(crate) body: E,
}

impl<E> ApiError<E> {
    /// The typed body.
    pub fn body(&self) -> &E {
        &self.body
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.head.status
    }

    /// Takes the typed body out.
    pub fn into_body(self) -> E {
        self.body
    }
}

/// A failure that the document does not describe.
#[derive(Debug)]
pub struct UnexpectedResponseError {
    pub(crate) head: Box<Head>,
    pub(crate) reason: Mismatch,
}

/// A success whose body cannot be read as what is documented.
#[derive(Debug)]
pub struct DecodeError {
    pub(crate) head: Box<Head>,
    pub(crate) reason: Mismatch,
}

impl DecodeError {
    /// Why it cannot be read.
    pub fn reason(&self) -> &Mismatch {
        &self.reason
    }

    /// The location in the body, as a JSON pointer; empty for the whole body.
    pub fn path(&self) -> &str {
        self.faults().first().map_or("", Fault::pointer)
    }

    /// What is missing or wrong in a JSON body and could not be repaired, each path once: the first 32 of them. Empty if the
    /// body is not JSON at all.
    pub fn faults(&self) -> &[Fault] {
        match &self.reason {
            Mismatch::Json { faults } => faults,
            Mismatch::Status
            | Mismatch::Media
            | Mismatch::Empty
            | Mismatch::Foreign
            | Mismatch::Encoding
            | Mismatch::Syntax { .. }
            | Mismatch::Coding(_)
            | Mismatch::TooLarge(_)
            | Mismatch::Multipart
            | Mismatch::Events
            | Mismatch::ErrorEvent
            | Mismatch::Failed(_) => &[],
        }
    }
}

impl<E> Error<E> {
    fn head(&self) -> Option<&Head> {
        match self {
            Self::Invalid(_) | Self::Credentials(_) => None,
            Self::Transport(failure) => failure.head.as_deref(),
            Self::Api(failure) => Some(&failure.head),
            Self::Unexpected(failure) => Some(&failure.head),
            Self::Decode(failure) => Some(&failure.head),
        }
    }

    /// The `operationId`.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Invalid(failure) => failure.operation,
            Self::Credentials(failure) => failure.operation,
            Self::Transport(failure) => failure.operation,
            Self::Api(failure) => failure.head.operation.id,
            Self::Unexpected(failure) => failure.head.operation.id,
            Self::Decode(failure) => failure.head.operation.id,
        }
    }

    /// The status of the response, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.head().map(|head| head.status)
    }

    /// The headers of the response, if there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.head().map(|head| &head.headers)
    }

    /// The body of the response as it was received, if there was one.
    pub fn body(&self) -> Option<&Bytes> {
        self.head().map(|head| &head.body)
    }

    /// Where the body of a documented failure differs from the document and was repaired.
    pub fn deviations(&self) -> &[Deviation] {
        self.head().map_or(&[], |head| &head.deviations)
    }

    /// Whether the server has carried the call out: it responded with a success, whose body could then not be received or
    /// read. Repeating the call would do the same again. The body is at [`Error::body`];
    /// [`Sending::unread`](crate::Sending::unread) takes every success without reading its body.
    pub fn carried_out(&self) -> bool {
        self.status().is_some_and(|status| status.is_success())
    }

    /// The server's id of the request, from a header or a property of the body.
    pub fn request_id(&self) -> Option<Cow<'_, str>> {
        self.head().and_then(Head::request_id)
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Invalid(_) | Self::Credentials(_) => 0,
            Self::Transport(failure) => failure.attempts,
            Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => self.head().map_or(0, |head| head.attempts),
        }
    }

    /// How long the server asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.head().and_then(|head| head.retry_after)
    }

    /// The documented error body.
    pub fn api(&self) -> Option<&E> {
        match self {
            Self::Api(failure) => Some(&failure.body),
            Self::Invalid(_) | Self::Credentials(_) | Self::Transport(_) | Self::Unexpected(_) | Self::Decode(_) => {
                None
            }
        }
    }

    /// Takes the documented error body out.
    ///
    /// # Errors
    ///
    /// Returns the error itself if it is not an [`Error::Api`].
    pub fn into_api(self) -> Result<E, Self> {
        match self {
            Self::Api(failure) => Ok(failure.body),
            other => Err(other),
        }
    }

    /// The violations of an [`Error::Invalid`]; empty for every other error.
    pub fn violations(&self) -> &[Violation] {
        match self {
            Self::Invalid(failure) => failure.violations.as_slice(),
            Self::Credentials(_) | Self::Transport(_) | Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => &[],
        }
    }

    /// Whether a time limit was reached.
    pub fn is_timeout(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::Timeout)
    }

    /// Whether no connection could be established.
    pub fn is_connect(&self) -> bool {
        self.transport_kind() == Some(TransportErrorKind::Connect)
    }

    fn transport_kind(&self) -> Option<TransportErrorKind> {
        match self {
            Self::Transport(failure) => Some(failure.kind()),
            Self::Invalid(_) | Self::Credentials(_) | Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => None,
        }
    }

    /// Whether the same request may succeed later: the transport failed, or the status is 408, 425, 429, 500, 502,
    /// 503 or 504, or 403 with a time to try again. It does not say that repeating is *safe*: see [`SendError::sent`].
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Invalid(_) | Self::Credentials(_) => false,
            Self::Transport(failure) => matches!(
                failure.kind(),
                TransportErrorKind::Connect
                    | TransportErrorKind::Timeout
                    | TransportErrorKind::Io
                    | TransportErrorKind::Body
            ),
            Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => match self.status().map(|status| status.as_u16()) {
                // A limit of requests, if it says when to try again.
                Some(403) => self.retry_after().is_some(),
                Some(status) => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
                None => false,
            },
        }
    }

    /// What the server says went wrong, if the document says which property of a body has it.
    pub fn server_message(&self) -> Option<String> {
        match self {
            Self::Api(_) | Self::Unexpected(_) => self.head().and_then(Head::message),
            Self::Invalid(_) | Self::Credentials(_) | Self::Transport(_) | Self::Decode(_) => None,
        }
    }

    /// The same error without its type, which [`Untyped::downcast_ref`] gives back.
    pub fn into_untyped(self) -> Error
    where
        E: Send + Sync + 'static,
    {
        match self {
            Self::Invalid(failure) => Error::Invalid(failure),
            Self::Credentials(failure) => Error::Credentials(failure),
            Self::Transport(failure) => Error::Transport(failure),
            Self::Api(failure) => Error::Api(Box::new(ApiError {
                head: failure.head,
                body: Untyped(Box::new(failure.body)),
            })),
            Self::Unexpected(failure) => Error::Unexpected(failure),
            Self::Decode(failure) => Error::Decode(failure),
        }
    }
}

#[cfg(feature = "mock")]
impl<E> Error<E> {
    /// A documented failure that no server has sent, for tests of code that handles one.
    ///
    /// ```
    /// # use specwright_runtime::{Error, http::StatusCode};
    /// let error = Error::mocked(StatusCode::NOT_FOUND, "gone");
    /// assert_eq!(error.api(), Some(&"gone"));
    /// ```
    pub fn mocked(status: StatusCode, body: E) -> Self {
        Self::Api(Box::new(ApiError {
            head: Head::mocked(status),
            body,
        }))
    }
}

impl Error<Infallible> {
    /// The same error for an operation with another error body: this one has none.
    pub(crate) fn widen<E>(self) -> Error<E> {
        match self {
            Self::Invalid(failure) => Error::Invalid(failure),
            Self::Credentials(failure) => Error::Credentials(failure),
            Self::Transport(failure) => Error::Transport(failure),
            Self::Api(failure) => match failure.body {},
            Self::Unexpected(failure) => Error::Unexpected(failure),
            Self::Decode(failure) => Error::Decode(failure),
        }
    }
}

impl<E: Clone + Send + Sync + 'static> From<Error<E>> for Error<Untyped> {
    fn from(error: Error<E>) -> Self {
        error.into_untyped()
    }
}

const _: () = {
    assert!(size_of::<Error>() <= 16);
    assert!(size_of::<Error<Infallible>>() <= 16);
    assert!(size_of::<Error<[u64; 32]>>() <= 16);
};
