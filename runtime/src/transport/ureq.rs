//! The blocking transport, on ureq. Needs no asynchronous runtime; use it with `wait()`.

use std::io::{self, Read};
use std::time::Duration;

use bytes::{Buf, Bytes};

use super::blocking::{Sleep, block_on};
use super::connections::{Connections, Proxy, Trusted};
use super::{
    Body, BoxError, BoxFuture, Context, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind,
};

/// The settings of an agent.
type Settings = ureq::config::ConfigBuilder<ureq::typestate::AgentScope>;

/// Sends with ureq, on the thread that polls. Pools connections; clones share the pool.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: ureq::Agent,
}

impl UreqTransport {
    /// A transport with its own connection pool.
    pub fn new() -> Self {
        Self {
            agent: settings().build().new_agent(),
        }
    }

    /// A transport with its own connection pool that connects in this way.
    ///
    /// # Errors
    ///
    /// Returns an error if the URL of the proxy is not legal, or the certificates cannot be read.
    pub fn with_connections(connections: &Connections) -> Result<Self, BoxError> {
        let mut settings = settings();
        settings = match &connections.trusted {
            Trusted::System => settings,
            Trusted::Only(pem) => trusting(settings, pem, false)?,
            Trusted::Also(pem) => trusting(settings, pem, true)?,
        };
        settings = match &connections.proxy {
            Proxy::Environment => settings,
            Proxy::Never => settings.proxy(None),
            Proxy::Url(url) => settings.proxy(Some(
                ureq::Proxy::new(url.expose()).map_err(|_| "the URL of the proxy is not legal")?,
            )),
        };
        if let Some((per_host, time)) = connections.idle {
            settings = settings.max_idle_connections_per_host(per_host).max_idle_age(time);
        }
        Ok(Self {
            agent: settings.build().new_agent(),
        })
    }

    /// A transport with your own agent, e.g. with a client certificate. Its settings for redirects, error statuses and
    /// time limits are overridden. The type of `agent` changes with major versions of ureq; [`Connections`] does not.
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
        let unnamed = !request.headers().contains_key(http::header::USER_AGENT);
        let mut config = self
            .agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .accept("")
            .accept_encoding("")
            .timeout_resolve(timeouts.connect)
            .timeout_connect(timeouts.connect)
            .timeout_per_write(attempt)
            .timeout_recv_response(attempt);
        // Connections are shared only between requests with the same setting, so it is left as it is where it has no effect.
        if unnamed {
            config = config.user_agent("");
        }
        config = if streamed {
            config.timeout_per_read(timeouts.idle)
        } else {
            config.timeout_recv_body(attempt)
        };
        // An upload may take as long as it moves; only the limit of the whole call ends it.
        if let Some(total) = timeouts.total.filter(|_| !streamed) {
            config = config.timeout_global(Some(total));
        }
        let response = self.agent.run(config.build()).map_err(|error| {
            let callers = failed.load(std::sync::atomic::Ordering::Relaxed);
            translate(error, callers)
        })?;
        let (parts, body) = response.into_parts();
        let reader = body.into_with_config().limit(u64::MAX).reader();
        let body = Body::of_response(super::reader::chunks(Incoming(reader)), &parts.headers);
        Ok(Response::from_parts(parts, body))
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

/// The settings of every agent of this crate. Only the client adds headers.
fn settings() -> Settings {
    let settings = ureq::Agent::config_builder().user_agent("");
    #[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
    let settings = settings.tls_config(tls(ureq::tls::RootCerts::PlatformVerifier));
    settings
}

/// TLS with the library that the features select. Certificates are loaded when the first connection needs them.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
fn tls(roots: ureq::tls::RootCerts) -> ureq::tls::TlsConfig {
    use ureq::tls::{TlsConfig, TlsProvider};
    let config = TlsConfig::builder().root_certs(roots);
    #[cfg(feature = "native-tls")]
    let config = config.provider(TlsProvider::NativeTls);
    #[cfg(not(feature = "native-tls"))]
    let config = config
        .provider(TlsProvider::Rustls)
        .unversioned_rustls_crypto_provider(super::tls::provider());
    config.build()
}

/// Trusts the certificates of that PEM file, and those of the operating system only if it is `also` that.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
fn trusting(settings: Settings, pem: &[u8], also: bool) -> Result<Settings, BoxError> {
    use ureq::tls::{Certificate, PemItem, parse_pem};
    let mut roots = Vec::new();
    if also {
        // What cannot be read of them is not trusted, like in the verifier of the operating system.
        let system = rustls_native_certs::load_native_certs().certs;
        roots.extend(
            system
                .iter()
                .map(|certificate| Certificate::from_der(certificate).to_owned()),
        );
    }
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item? {
            roots.push(certificate);
        }
    }
    Ok(settings.tls_config(tls(roots.into())))
}

/// There is no TLS.
#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
fn trusting(_: Settings, _: &[u8], _: bool) -> Result<Settings, BoxError> {
    Err(super::connections::NO_TLS.into())
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

/// A body of a response, whose time limits are errors of kind `TimedOut`.
struct Incoming<R>(R);

impl<R: Read> Read for Incoming<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| {
            let cause = error.get_ref().and_then(|cause| cause.downcast_ref());
            match cause {
                Some(ureq::Error::Timeout(_)) => io::Error::new(io::ErrorKind::TimedOut, error),
                Some(_) | None => error,
            }
        })
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
