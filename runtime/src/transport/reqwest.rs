//! The asynchronous transport, on reqwest. Uses the caller's tokio runtime, or else one of its own.

use std::fmt::{self, Write as _};
use std::io;
use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};
use reqwest::redirect::Policy;

use super::background::{self, inside};
use super::connections::{Connections, Proxy, Trusted};
use super::{
    Body, BoxError, BoxFuture, CHUNK, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind,
};

/// Sends with reqwest. Pools connections; clones share the pool.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with its own connection pool.
    ///
    /// # Errors
    ///
    /// Returns an error if TLS cannot be set up.
    pub fn new(timeouts: &Timeouts) -> Result<Self, BoxError> {
        Self::with_connections(&Connections::new(), timeouts)
    }

    /// A transport with its own connection pool that connects in this way.
    ///
    /// # Errors
    ///
    /// Returns an error if TLS cannot be set up, the URL of the proxy is not legal, or the certificates cannot be read.
    pub fn with_connections(connections: &Connections, timeouts: &Timeouts) -> Result<Self, BoxError> {
        let mut builder = reqwest::Client::builder();
        if let Some(limit) = timeouts.connect {
            builder = builder.connect_timeout(limit);
        }
        builder = match &connections.proxy {
            Proxy::Environment => builder,
            Proxy::Never => builder.no_proxy(),
            Proxy::Url(url) => builder.proxy(reqwest::Proxy::all(url.expose()).map_err(reqwest::Error::without_url)?),
        };
        if let Some((per_host, time)) = connections.idle {
            builder = builder.pool_max_idle_per_host(per_host).pool_idle_timeout(time);
        }
        Self::from_builder(tls(builder, &connections.trusted)?)
    }

    /// A transport with a reqwest client of your own, e.g. with a client certificate. Redirects are never followed by
    /// the client itself, whatever `builder` says: they would carry credentials to other servers. Nor are content codings
    /// undone by it: features of this crate say which ones are asked for.
    ///
    /// The type of `builder` changes with major versions of reqwest; [`Connections`] does not.
    ///
    /// # Errors
    ///
    /// Returns an error if the client cannot be built.
    pub fn from_builder(builder: reqwest::ClientBuilder) -> Result<Self, BoxError> {
        #[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
        super::tls::install_provider();
        let client = builder
            .redirect(Policy::none())
            // The runtime undoes content codings, whichever features of reqwest another crate has turned on.
            .no_gzip()
            .no_deflate()
            .no_brotli()
            .no_zstd()
            .build()?;
        Ok(Self { client })
    }

    async fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        let (parts, body) = request.into_parts();
        let text = text(&parts.uri);
        let unsupported = |problem: &'static str| TransportError::new(TransportErrorKind::Unsupported, problem);
        let url = reqwest::Url::parse(&text).map_err(|_| unsupported("the URL cannot be parsed"))?;
        // The URL parser rewrites paths; the declared endpoint must survive it.
        if url.path() != parts.uri.path() {
            return Err(unsupported("the URL's path is not in its normal form"));
        }
        let says_so = super::says_nothing(&parts.method);
        let mut request = reqwest::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        if body.is_empty() && says_so {
            request.headers_mut().insert(http::header::CONTENT_LENGTH, 0.into());
        }
        *request.body_mut() = match body.as_bytes() {
            Some(bytes) if bytes.is_empty() => None,
            // A larger one is sent in pieces, so that it can be seen to move.
            Some(bytes) if bytes.len() <= CHUNK => Some(bytes.clone().into()),
            Some(_) | None => Some(reqwest::Body::wrap(Outgoing::new(body))),
        };
        let mut received = self.client.execute(request).await.map_err(translate)?;
        let mut response = Response::default();
        *response.status_mut() = received.status();
        *response.version_mut() = received.version();
        *response.headers_mut() = std::mem::take(received.headers_mut());
        *response.extensions_mut() = std::mem::take(received.extensions_mut());
        let body = Body::of_response(Box::pin(Incoming(received)), response.headers());
        Ok(response.map(|_| body))
    }
}

/// A URL. There is room for it from the start.
fn text(uri: &http::Uri) -> String {
    let authority = uri.authority().map_or(0, |authority| authority.as_str().len());
    let rest = uri.path_and_query().map_or(0, |rest| rest.as_str().len());
    let mut text = String::with_capacity("https://".len() + authority + rest);
    let _ = write!(text, "{uri}");
    text
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { inside(pin!(self.exchange(request))).await })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Created in the future: a tokio timer needs a runtime when it is created.
        let timer = async move {
            tokio::time::sleep(duration).await;
            Ok(())
        };
        // Without a runtime nothing is sent either, and that is an error already.
        Box::pin(async move { inside(pin!(timer)).await.unwrap_or_default() })
    }

    fn reads_context(&self) -> bool {
        false
    }

    /// Only outside of a runtime: blocking one of its threads may block what the response needs.
    fn is_blocking(&self) -> bool {
        !background::is_inside()
    }
}

/// Sets up TLS with the library that the features select.
#[cfg(all(feature = "native-tls", not(target_arch = "wasm32")))]
fn tls(builder: reqwest::ClientBuilder, trusted: &Trusted) -> Result<reqwest::ClientBuilder, BoxError> {
    let builder = builder.tls_backend_native();
    Ok(match trusted {
        Trusted::Only(pem) => builder.tls_certs_only(reqwest::Certificate::from_pem_bundle(pem)?),
        Trusted::Also(pem) => builder.tls_certs_merge(reqwest::Certificate::from_pem_bundle(pem)?),
        Trusted::System => builder,
    })
}

/// Sets up TLS with the library that the features select.
#[cfg(all(any(feature = "rustls", feature = "rustls-aws-lc"), not(feature = "native-tls")))]
fn tls(builder: reqwest::ClientBuilder, trusted: &Trusted) -> Result<reqwest::ClientBuilder, BoxError> {
    Ok(builder.tls_backend_preconfigured(super::verifier::client_config(trusted)?))
}

/// There is no TLS.
#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
fn tls(builder: reqwest::ClientBuilder, trusted: &Trusted) -> Result<reqwest::ClientBuilder, BoxError> {
    match trusted {
        Trusted::Only(_) | Trusted::Also(_) => Err(super::connections::NO_TLS.into()),
        Trusted::System => Ok(builder),
    }
}

/// Translates an error. The URL is removed, since it may contain a key.
fn translate(error: reqwest::Error) -> TransportError {
    let cause = |wanted: fn(&(dyn std::error::Error + 'static)) -> bool| {
        std::iter::successors(std::error::Error::source(&error), |cause| cause.source()).any(wanted)
    };
    let kind = if cause(|cause| cause.is::<CallersBody>()) {
        TransportErrorKind::RequestBody
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_builder() {
        TransportErrorKind::Unsupported
    } else if cause(|cause| cause.downcast_ref().is_some_and(hyper::Error::is_parse)) {
        TransportErrorKind::Protocol
    } else {
        TransportErrorKind::Io
    };
    TransportError::new(kind, error.without_url())
}

/// A body of a request. The mutex is never locked: it only makes the body `Sync`, as reqwest requires.
struct Outgoing {
    body: Mutex<Body>,
    length: Option<u64>,
}

impl Outgoing {
    fn new(body: Body) -> Self {
        Self {
            length: body.len(),
            body: Mutex::new(body),
        }
    }
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = CallersBody;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, CallersBody>>> {
        let body = self.body.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        body.poll_chunk(cx)
            .map(|piece| piece.map(|piece| piece.map(Frame::data).map_err(CallersBody)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// The body of the request failed.
#[derive(Debug)]
struct CallersBody(BoxError);

impl fmt::Display for CallersBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body of the request could not be read")
    }
}

impl std::error::Error for CallersBody {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.0)
    }
}

/// The body of a response. It is polled inside of a runtime too, since reading may need a timer.
struct Incoming(reqwest::Response);

impl Stream for Incoming {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // The future has no state of its own: it may be dropped and made anew.
        let next = background::enter(|| pin!(self.0.chunk()).poll(cx))?;
        next.map(|piece| match piece.transpose()? {
            Ok(piece) => Some(Ok(piece)),
            // A client of the caller's may have time limits of its own.
            Err(error) if error.is_timeout() => {
                let error = io::Error::new(io::ErrorKind::TimedOut, error.without_url());
                Some(Err(error.into()))
            }
            Err(error) => Some(Err(error.without_url().into())),
        })
    }
}
