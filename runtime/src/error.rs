//! Errors of calls.

use std::borrow::Cow;
use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::data::fault::{Deviation, Fault};
use crate::data::violation::{Violation, Violations};
use crate::transport::head::Head;
use crate::transport::{BoxError, Line, TransportError, TransportErrorKind};

/// Why a call failed. `E` is the enumeration of the documented failures of the operation.
///
/// With `?` the error of any operation becomes the untyped `Error`, which keeps everything except the typed body:
///
/// ```
/// use specwright_runtime::Error;
///
/// fn one() -> Result<(), Error<String>> { Ok(()) }
/// fn two() -> Result<(), Error<u64>> { Ok(()) }
/// fn both() -> Result<(), Error> { one()?; two()?; Ok(()) }
/// # both().unwrap();
/// ```
///
/// `Display` and `Debug` show neither bodies nor credentials. The body is at [`Error::body`].
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

/// Replaces the typed error body once the type of the operation is erased.
///
/// It is not `Clone`, so that the conversion from every `Error<E>` with a cloneable body does not overlap with the
/// conversion of a type into itself.
pub struct Untyped(());

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
            | Mismatch::TooLarge(_) => &[],
        }
    }
}

/// How a response differs from what the document describes.
///
/// `Display` and `Debug` name properties and kinds, and never quote values of the response.
pub enum Mismatch {
    /// The status is not documented.
    Status,
    /// The content type is not documented for the status.
    Media,
    /// The body is empty, although one is documented.
    Empty,
    /// The status is not documented, and the body has no property in common with what is documented for another success.
    Foreign,
    /// The body is not text of the charset that its media type names, or the charset is not known. Without a name it is
    /// UTF-8.
    Encoding,
    /// The JSON does not have the documented shape.
    Json {
        /// Where, and what was expected.
        faults: Vec<Fault>,
    },
    /// The body is not JSON.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in bytes.
        column: usize,
    },
    /// The body has more bytes than the limit.
    TooLarge(usize),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status => f.write_str("the status is not documented"),
            Self::Media => f.write_str("the content type is not documented for this status"),
            Self::Empty => f.write_str("the body is empty"),
            Self::Foreign => {
                f.write_str("the status is not documented, and the body has no property of the success that is")
            }
            Self::Encoding => f.write_str("the body is not text of its charset"),
            Self::Json { faults } => {
                f.write_str("the body does not have the documented shape")?;
                for (index, fault) in faults.iter().enumerate() {
                    write!(f, "{} {fault}", if index == 0 { ":" } else { ";" })?;
                }
                Ok(())
            }
            Self::Syntax { line, column } => write!(f, "the body is not JSON (line {line}, column {column})"),
            Self::TooLarge(limit) => write!(f, "the body is larger than {limit} bytes"),
        }
    }
}

impl fmt::Debug for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mismatch({self})")
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
    /// 503 or 504. It does not say that repeating is *safe*: see [`SendError::sent`].
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
            Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => self
                .status()
                .is_some_and(|status| matches!(status.as_u16(), 408 | 425 | 429 | 500 | 502 | 503 | 504)),
        }
    }

    /// The same error without its type; everything else is kept.
    pub fn into_untyped(self) -> Error {
        match self {
            Self::Invalid(failure) => Error::Invalid(failure),
            Self::Credentials(failure) => Error::Credentials(failure),
            Self::Transport(failure) => Error::Transport(failure),
            Self::Api(failure) => Error::Api(Box::new(ApiError {
                head: failure.head,
                body: Untyped(()),
            })),
            Self::Unexpected(failure) => Error::Unexpected(failure),
            Self::Decode(failure) => Error::Decode(failure),
        }
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

impl<E: Clone> From<Error<E>> for Error<Untyped> {
    fn from(error: Error<E>) -> Self {
        error.into_untyped()
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.operation())?;
        match self {
            Self::Invalid(failure) => {
                write!(f, "the request is not valid: {}", failure.violations)
            }
            Self::Credentials(failure) => match (failure.problem, &failure.source) {
                (Some(problem), _) => {
                    write!(
                        f,
                        "the credential {} cannot be sent: {problem}",
                        Names(&failure.missing)
                    )
                }
                (None, Some(source)) => write!(
                    f,
                    "cannot obtain the credential {}: {}",
                    Names(&failure.missing),
                    Line(&source.to_string())
                ),
                (None, None) => write!(f, "no credential for {}", Names(&failure.missing)),
            },
            Self::Transport(failure) => {
                write!(f, "{}", failure.source)?;
                if failure.attempts > 1 {
                    write!(f, " ({} attempts)", failure.attempts)?;
                }
                Ok(())
            }
            Self::Api(failure) => write!(f, "the server responded with {}", failure.head.status),
            Self::Unexpected(failure) => write!(
                f,
                "the server responded with {}: {}",
                failure.head.status, failure.reason
            ),
            Self::Decode(failure) => write!(
                f,
                "the server carried the call out ({}), but its response cannot be read: {}",
                failure.head.status, failure.reason
            ),
        }
    }
}

struct Names<'a>(&'a [&'static str]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if index > 0 { ", " } else { "" })?;
        }
        Ok(())
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(failure) => f.debug_tuple("Invalid").field(failure).finish(),
            Self::Credentials(failure) => f.debug_tuple("Credentials").field(failure).finish(),
            Self::Transport(failure) => f.debug_tuple("Transport").field(failure).finish(),
            Self::Api(failure) => f.debug_tuple("Api").field(&failure.head).finish(),
            Self::Unexpected(failure) => f.debug_tuple("Unexpected").field(failure).finish(),
            Self::Decode(failure) => f.debug_tuple("Decode").field(failure).finish(),
        }
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Invalid(failure) => Some(&failure.violations),
            Self::Credentials(failure) => failure.source.as_deref().map(|source| source as _),
            // The line of the transport's error is part of this one's.
            Self::Transport(failure) => StdError::source(&failure.source),
            // What a reader says quotes values of the body, so it is not a source.
            Self::Api(_) | Self::Unexpected(_) | Self::Decode(_) => None,
        }
    }
}

const _: () = {
    assert!(size_of::<Error>() <= 16);
    assert!(size_of::<Error<Infallible>>() <= 16);
    assert!(size_of::<Error<[u64; 32]>>() <= 16);
};
