//! The network, the clock and randomness: everything a client needs from its environment, in one replaceable trait.
//!
//! A transport sends *one attempt*: the client handles credentials, retries, redirects and timeouts. To see or change
//! every attempt, wrap a transport in another; to see or change a call as a whole, see `wrap_calls` of the builder.
//!
//! ```
//! use std::time::Duration;
//! # use specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError};
//!
//! /// Counts what is sent.
//! struct Counting<T>(T, std::sync::atomic::AtomicUsize);
//!
//! impl<T: Transport> Transport for Counting<T> {
//!     fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
//!         self.1.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
//!         self.0.send(request)
//!     }
//!     fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
//!         self.0.sleep(duration)
//!     }
//! }
//! ```

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
mod background;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
mod body;
pub(crate) mod coding;
mod connections;
#[cfg(all(feature = "reqwest", target_arch = "wasm32"))]
pub mod fetch;
pub(crate) mod head;
mod maybe_send;
#[cfg(feature = "mock")]
pub mod mock;
mod reader;
#[cfg(feature = "record")]
pub mod record;
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub mod reqwest;
mod timeouts;
#[cfg(all(any(feature = "rustls", feature = "rustls-aws-lc"), not(target_arch = "wasm32")))]
mod tls;
#[cfg(feature = "tower")]
pub mod tower;
#[cfg(feature = "blocking")]
pub mod ureq;
#[cfg(all(
    feature = "reqwest",
    any(feature = "rustls", feature = "rustls-aws-lc"),
    not(any(feature = "native-tls", target_arch = "wasm32"))
))]
mod verifier;

pub use body::Body;
pub(crate) use body::{Moved, read_body};
pub use connections::Connections;
pub use maybe_send::{BoxError, BoxFuture, MaybeSend, MaybeSync};
pub use timeouts::Timeouts;

/// A request as it is sent to the server. Its extensions contain a [`Context`], unless
/// the transport [does not read it](Transport::reads_context).
pub type Request = http::Request<Body>;

/// A response as the server sends it. Its body may still be in transit.
pub type Response = http::Response<Body>;

/// How many bytes of a body are read or sent at once.
const CHUNK: usize = 64 * 1024;

/// Sends requests, and provides time and randomness.
pub trait Transport: MaybeSend + MaybeSync + 'static {
    /// Sends one request, and returns once status and headers of the response have arrived.
    ///
    /// It must neither follow redirects nor repeat the request by itself.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>>;

    /// Waits. The client waits only through this method, so that tests need not wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// The current time.
    fn now(&self) -> SystemTime {
        system_time()
    }

    /// Random bits, for the delays of retries, multipart boundaries and idempotency keys. Not for cryptography.
    fn random(&self) -> u64 {
        random_bits()
    }

    /// Whether it undoes content codings (RFC 9110 section 8.4) by itself and asks for them: then the client sends no
    /// `Accept-Encoding`. What it leaves in `Content-Encoding` the client undoes, as far as its features go.
    fn decodes(&self) -> bool {
        false
    }

    /// Whether it looks at the [`Context`] of requests. Where nothing does, none is made.
    fn reads_context(&self) -> bool {
        true
    }

    /// Whether its futures complete without an asynchronous runtime, as `wait()` of a call requires.
    fn is_blocking(&self) -> bool {
        false
    }
}

/// A transport of any type, as layers take and return it.
pub type SharedTransport = Arc<dyn Transport>;

/// A pointer to a transport is one.
macro_rules! delegate {
    ($($pointer:ident),*) => {$(
        impl<T: Transport + ?Sized> Transport for $pointer<T> {
            fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
                (**self).send(request)
            }

            fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
                (**self).sleep(duration)
            }

            fn now(&self) -> SystemTime {
                (**self).now()
            }

            fn random(&self) -> u64 {
                (**self).random()
            }

            fn decodes(&self) -> bool {
                (**self).decodes()
            }

            fn reads_context(&self) -> bool {
                (**self).reads_context()
            }

            fn is_blocking(&self) -> bool {
                (**self).is_blocking()
            }
        }
    )*};
}

delegate!(Arc, Box);

/// Whether a method is expected to have content, so that `Content-Length: 0` is sent without it (RFC 9110 section 8.6).
#[cfg(any(feature = "blocking", all(feature = "reqwest", not(target_arch = "wasm32"))))]
fn says_nothing(method: &http::Method) -> bool {
    use http::Method;
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// What must be done before any client of the program is built.
pub(crate) fn prepare() {
    #[cfg(all(any(feature = "rustls", feature = "rustls-aws-lc"), not(target_arch = "wasm32")))]
    tls::install_provider();
}

/// Whether this thread does nothing but wait for one call.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
fn waits_here() -> bool {
    #[cfg(feature = "blocking")]
    let waits = blocking::is_waiting();
    #[cfg(not(feature = "blocking"))]
    let waits = false;
    waits
}

/// Does work that may block: within a tokio runtime on a thread for that, else here.
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub(crate) async fn off_the_executor<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> std::io::Result<T> {
    if waits_here() || !background::is_inside() {
        return Ok(work());
    }
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// Does work that may block, here: there is no runtime that could do it elsewhere.
#[cfg(not(all(feature = "reqwest", not(target_arch = "wasm32"))))]
pub(crate) async fn off_the_executor<T>(work: impl FnOnce() -> T) -> std::io::Result<T> {
    Ok(work())
}

#[cfg(not(target_arch = "wasm32"))]
fn system_time() -> SystemTime {
    SystemTime::now()
}

/// The standard library has no clock here; a transport for the browser overrides [`Transport::now`].
#[cfg(target_arch = "wasm32")]
fn system_time() -> SystemTime {
    SystemTime::UNIX_EPOCH
}

/// The keys of its hash maps are the only randomness of the standard library.
fn random_bits() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish()
}

/// The call that an attempt belongs to, for transports and layers around them. Stored in the extensions of a
/// [`Request`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Context {
    /// The `operationId`, or method and path where the document has none.
    pub operation: &'static str,
    /// The path as the document writes it, e.g. `/pets/{id}`.
    pub path: &'static str,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// The time limits of the call; `total` is the rest of it. The client enforces `attempt` and `total` itself, so
    /// only blocking transports need them.
    pub timeouts: Timeouts,
    /// Whether the operation has responses that are handed out as a stream, for which `attempt` ends with the headers.
    pub streamed: bool,
    /// The names of properties that the document has, for recordings.
    #[cfg(feature = "record")]
    pub(crate) names: &'static [&'static str],
}

/// Kinds of transport errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: name not resolved, refused, TLS handshake failed. Nothing was sent.
    Connect,
    /// A time limit was reached.
    Timeout,
    /// The connection broke.
    Io,
    /// The body of the response could not be read to its end.
    Body,
    /// The body of the request failed while it was sent.
    RequestBody,
    /// The response is not valid HTTP.
    Protocol,
    /// A redirect that cannot be followed: too many, or without a usable `Location`.
    Redirect,
    /// Pages that do not end: the server names one as the next that was requested before, or one empty page after the other.
    Pages,
    /// This transport cannot send the request.
    Unsupported,
    /// Anything else.
    Other,
}

impl TransportErrorKind {
    /// The value of `error.type` in a span.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Io => "io",
            Self::Body => "body",
            Self::RequestBody => "request_body",
            Self::Protocol => "protocol",
            Self::Redirect => "redirect",
            Self::Pages => "pages",
            Self::Unsupported => "unsupported",
            Self::Other => "other",
        }
    }
}

/// An error of the transport.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: bool,
    source: Option<BoxError>,
    /// Host and port of the server.
    server: Option<String>,
    /// The part of the response that was received before the connection broke.
    pub(crate) partial: Option<Box<Partial>>,
}

#[derive(Debug)]
pub(crate) struct Partial {
    pub(crate) status: http::StatusCode,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: bytes::Bytes,
}

impl TransportError {
    /// An error with that source. The request counts as possibly sent unless the kind says otherwise or
    /// [`TransportError::not_sent`] is called.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self {
            kind,
            sent: !matches!(kind, TransportErrorKind::Connect | TransportErrorKind::Unsupported),
            source: Some(source.into()),
            server: None,
            partial: None,
        }
    }

    /// The error of a response whose body failed. An `io::Error` of kind `TimedOut` is a time limit that was reached.
    pub(crate) fn of_body(source: BoxError) -> Self {
        let io = source.downcast_ref::<std::io::Error>();
        let kind = match io.map(std::io::Error::kind) {
            Some(std::io::ErrorKind::TimedOut) => TransportErrorKind::Timeout,
            Some(_) | None => TransportErrorKind::Body,
        };
        Self::new(kind, source)
    }

    pub(crate) fn bare(kind: TransportErrorKind) -> Self {
        Self {
            kind,
            sent: true,
            source: None,
            server: None,
            partial: None,
        }
    }

    /// Marks the request as not sent: no byte of it has left.
    #[must_use]
    pub fn not_sent(mut self) -> Self {
        self.sent = false;
        self
    }

    fn first_cause(&self) -> Option<String> {
        let mut cause: &dyn std::error::Error = self.source.as_deref()?;
        while let Some(source) = cause.source() {
            cause = source;
        }
        Some(cause.to_string())
    }

    /// Says which server the request was for.
    pub(crate) fn at(mut self, uri: &http::Uri) -> Self {
        self.server = match (uri.host(), uri.port()) {
            (Some(host), Some(port)) => Some(format!("{host}:{port}")),
            (host, _) => host.map(str::to_owned),
        };
        self
    }

    pub(crate) fn with_source(mut self, source: Option<BoxError>) -> Self {
        self.source = source;
        self
    }

    pub(crate) fn take_source(&mut self) -> Option<BoxError> {
        self.source.take()
    }

    /// The kind of the error.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the server may have seen the request.
    pub fn sent(&self) -> bool {
        self.sent
    }
}

impl fmt::Display for TransportError {
    /// One line that helps: what happened, where, and the first cause of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "cannot connect to ",
            TransportErrorKind::Timeout => "the time limit was reached",
            TransportErrorKind::Io => "the connection broke",
            TransportErrorKind::Body => "the body of the response ended early",
            TransportErrorKind::RequestBody => "the body of the request could not be read",
            TransportErrorKind::Protocol => "the server does not speak HTTP correctly",
            TransportErrorKind::Redirect => "the redirect cannot be followed",
            TransportErrorKind::Pages => "the pages do not end",
            TransportErrorKind::Unsupported => "the transport cannot send this request",
            TransportErrorKind::Other => "the transport failed",
        })?;
        if self.kind == TransportErrorKind::Connect {
            f.write_str(self.server.as_deref().unwrap_or("the server"))?;
        }
        match self.first_cause() {
            Some(cause) => write!(f, ": {}", Line(&cause)),
            None => Ok(()),
        }
    }
}

/// Text of others in an error message: bounded, and without control characters.
pub(crate) struct Line<'a>(pub(crate) &'a str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX: usize = 200;
        for character in self.0.chars().take(MAX) {
            match character {
                character if character.is_control() => f.write_str(" ")?,
                character => write!(f, "{character}")?,
            }
        }
        match self.0.chars().nth(MAX) {
            Some(_) => f.write_str("…"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
