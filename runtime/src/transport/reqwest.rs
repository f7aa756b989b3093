//! The asynchronous transport, on reqwest. Needs a tokio runtime with time and I/O.

use std::fmt;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body as _, Frame, SizeHint};

use super::{Body, BoxError, BoxFuture, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind};

/// Sends with reqwest. Pools connections; clones share the pool.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// The caller's client may undo content codings: what it does is up to its features and settings.
    decodes: bool,
}

impl ReqwestTransport {
    /// A transport with its own connection pool. With the feature `rustls` it trusts the certificates of the operating
    /// system.
    ///
    /// # Errors
    ///
    /// Returns an error if TLS cannot be set up.
    pub fn new(timeouts: &Timeouts) -> Result<Self, BoxError> {
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            // Another crate may have turned on the features; the runtime decodes by its own.
            .no_gzip()
            .no_deflate()
            .no_brotli()
            .no_zstd();
        if let Some(limit) = timeouts.connect {
            builder = builder.connect_timeout(limit);
        }
        #[cfg(feature = "rustls")]
        {
            builder = builder.tls_backend_preconfigured(tls()?);
        }
        Ok(Self {
            client: builder.build()?,
            decodes: false,
        })
    }

    /// A transport with your own client, e.g. with a proxy or a client certificate.
    ///
    /// The client must not follow redirects (`redirect::Policy::none()`): a redirect to another server would carry
    /// credentials. The type of `client` changes with major versions of reqwest.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client, decodes: true }
    }

    async fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        if tokio::runtime::Handle::try_current().is_err() {
            let problem = "reqwest needs a tokio runtime";
            return Err(TransportError::new(TransportErrorKind::Unsupported, problem));
        }
        let (parts, body) = request.into_parts();
        let text = parts.uri.to_string();
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
            Some(bytes) => Some(bytes.clone().into()),
            None => Some(reqwest::Body::wrap(Outgoing::new(body))),
        };
        let response = self.client.execute(request).await.map_err(translate)?;
        let (parts, body) = http::Response::<reqwest::Body>::from(response).into_parts();
        Ok(Response::from_parts(parts, Body::from_stream(Incoming(body), None)))
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(self.exchange(request))
    }

    fn decodes(&self) -> bool {
        self.decodes
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Created in the future: a tokio timer needs a runtime when it is created.
        Box::pin(async move { tokio::time::sleep(duration).await })
    }
}

#[cfg(feature = "rustls")]
fn tls() -> Result<rustls::ClientConfig, BoxError> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth())
}

/// Translates an error. The URL is removed, since it may contain a key.
fn translate(error: reqwest::Error) -> TransportError {
    let callers = {
        let mut source = std::error::Error::source(&error);
        loop {
            match source {
                Some(cause) if cause.is::<CallersBody>() => break true,
                Some(cause) => source = cause.source(),
                None => break false,
            }
        }
    };
    let kind = if callers {
        TransportErrorKind::RequestBody
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_builder() {
        TransportErrorKind::Unsupported
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

/// A body of a response.
struct Incoming(reqwest::Body);

impl Stream for Incoming {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(frame) = std::task::ready!(Pin::new(&mut self.0).poll_frame(cx)) else {
                return Poll::Ready(None);
            };
            match frame.map(Frame::into_data) {
                Ok(Ok(data)) => return Poll::Ready(Some(Ok(data))),
                // Trailers.
                Ok(Err(_)) => {}
                Err(error) => return Poll::Ready(Some(Err(error.without_url().into()))),
            }
        }
    }
}
