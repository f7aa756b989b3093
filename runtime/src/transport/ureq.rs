//! The blocking transport, on ureq. Needs no asynchronous runtime; use it with `wait()`.

use std::io::{self, Read};
use std::time::Duration;

use bytes::{Buf, Bytes};

use super::blocking::{Sleep, block_on};
use super::{Body, BoxFuture, Context, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind};

/// Sends with ureq, on the thread that polls. Pools connections; clones share the pool.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: ureq::Agent,
}

impl UreqTransport {
    /// A transport with its own connection pool. With the feature `rustls` it trusts the root certificates of Mozilla.
    pub fn new() -> Self {
        Self {
            agent: ureq::Agent::new_with_defaults(),
        }
    }

    /// A transport with your own agent, e.g. with a proxy or a client certificate. Its settings for redirects, error
    /// statuses and time limits are overridden. The type of `agent` changes with major versions of ureq.
    pub fn from_agent(agent: ureq::Agent) -> Self {
        Self { agent }
    }

    fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        // Requests of token providers have no context.
        let (timeouts, streamed) = match request.extensions().get::<Context>() {
            Some(context) => (context.timeouts.clone(), context.streamed),
            None => (Timeouts::default(), false),
        };
        let (mut parts, body) = request.into_parts();
        if let Some(length) = body
            .len()
            .filter(|length| *length > 0 || super::says_nothing(&parts.method))
        {
            parts.headers.insert(http::header::CONTENT_LENGTH, length.into());
        }
        let (body, failed) = outgoing(body);
        let request = http::Request::from_parts(parts, body);
        let attempt = match (timeouts.attempt, timeouts.total) {
            (Some(attempt), Some(total)) => Some(attempt.min(total)),
            (one, other) => one.or(other),
        };
        let config = self
            .agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .timeout_connect(timeouts.connect)
            .timeout_send_body(attempt)
            .timeout_recv_response(attempt);
        let config = if streamed {
            config.timeout_per_read(timeouts.idle)
        } else {
            config.timeout_global(attempt)
        };
        let response = self.agent.run(config.build()).map_err(|error| {
            let callers = failed.load(std::sync::atomic::Ordering::Relaxed);
            translate(error, callers)
        })?;
        let (parts, body) = response.into_parts();
        let reader = body.into_with_config().limit(u64::MAX).reader();
        Ok(Response::from_parts(parts, Body::from_reader(reader, None)))
    }
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for UreqTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.exchange(request) })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Sleep::new(duration))
    }

    fn is_blocking(&self) -> bool {
        true
    }
}

type Failed = std::sync::Arc<std::sync::atomic::AtomicBool>;

fn outgoing(body: Body) -> (ureq::SendBody<'static>, Failed) {
    let failed = Failed::default();
    let body = if body.is_empty() {
        ureq::SendBody::none()
    } else {
        ureq::SendBody::from_owned_reader(Outgoing {
            body,
            piece: Bytes::new(),
            failed: failed.clone(),
        })
    };
    (body, failed)
}

/// A body as a reader.
struct Outgoing {
    body: Body,
    piece: Bytes,
    failed: Failed,
}

impl Read for Outgoing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            match block_on(self.body.chunk()) {
                None => return Ok(0),
                Some(Ok(piece)) => self.piece = piece,
                Some(Err(error)) => {
                    self.failed.store(true, std::sync::atomic::Ordering::Relaxed);
                    return Err(io::Error::other(error));
                }
            }
        }
        let length = buffer.len().min(self.piece.len());
        if let Some(buffer) = buffer.get_mut(..length) {
            self.piece.copy_to_slice(buffer);
        }
        Ok(length)
    }
}

fn translate(error: ureq::Error, callers: bool) -> TransportError {
    let kind = match &error {
        _ if callers => TransportErrorKind::RequestBody,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => {
            TransportErrorKind::Connect
        }
        ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => TransportErrorKind::Connect,
        ureq::Error::Timeout(_) => TransportErrorKind::Timeout,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => TransportErrorKind::Connect,
        ureq::Error::Io(_) => TransportErrorKind::Io,
        ureq::Error::Protocol(_) | ureq::Error::LargeResponseHeader(..) => TransportErrorKind::Protocol,
        ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::Tls(_) | ureq::Error::TlsRequired => {
            TransportErrorKind::Unsupported
        }
        // The enum is non-exhaustive.
        _ => TransportErrorKind::Other,
    };
    // The message quotes the URI, which may contain a key.
    match error {
        ureq::Error::BadUri(_) => TransportError::new(kind, "the URL cannot be used"),
        error => TransportError::new(kind, error),
    }
}
