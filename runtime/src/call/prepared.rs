//! Requests as values: what a call would send, to be looked at, signed or handed on.

use std::fmt;

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, Method, Uri};

use super::execute::credentials_error;
use super::prepare::{Credentials, prepare};
use super::state::{Failure, Setup};
use super::{Sending, State, refused};
use crate::error::Error;
use crate::request::Request;
use crate::security;
use crate::transport::{Body, TransportErrorKind};

/// The request of a call, which was not sent: method, URL, headers and body as they would be in its first attempt.
///
/// `Debug` shows the names of headers and query parameters, and no value of them: they may be secret.
pub struct PreparedRequest {
    parts: Parts,
    body: Body,
}

impl PreparedRequest {
    /// The method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The whole URL, with credentials of the query if there are any.
    pub fn url(&self) -> &Uri {
        &self.parts.uri
    }

    /// The headers, without those that the transport adds: `Host`, `Content-Length` and others of the connection.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// One header, if it is present and a string; the first one of several.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }

    /// The body; `None` if it is a stream.
    pub fn body(&self) -> Option<&Bytes> {
        self.body.as_bytes()
    }

    /// The request for any other program that sends one.
    pub fn into_http(self) -> http::Request<Body> {
        http::Request::from_parts(self.parts, self.body)
    }
}

impl fmt::Debug for PreparedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let uri = &self.parts.uri;
        let query: Vec<_> = uri.query().into_iter().flat_map(|query| query.split('&')).collect();
        let query = query.iter().map(|pair| pair.split('=').next().unwrap_or_default());
        f.debug_struct("PreparedRequest")
            .field("method", &self.parts.method)
            .field("host", &uri.host().unwrap_or_default())
            .field("path", &uri.path())
            .field("query", &query.collect::<Vec<_>>())
            .field("headers", &self.parts.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.as_bytes().map(Bytes::len))
            .finish()
    }
}

impl<T, E> Sending<T, E> {
    /// The request that the call would send first, with its credentials. It is not sent; a [`TokenProvider`](crate::TokenProvider) is
    /// asked for its token.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Invalid`] and [`Error::Credentials`], as the call itself does.
    pub async fn prepared(self) -> Result<PreparedRequest, Error<E>> {
        let (setup, request) = self.ready()?;
        with_credentials(setup, request).await.map_err(Error::widen)
    }

    /// The same without any credential, also if one is missing.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Invalid`], as the call itself does.
    pub fn prepared_without_credentials(self) -> Result<PreparedRequest, Error<E>> {
        let (setup, request) = self.ready()?;
        let prepared = prepare(&setup, request, Credentials::None).map_err(Error::widen)?;
        let (parts, body) = prepared.0.into_parts();
        Ok(PreparedRequest { parts, body })
    }

    /// The same as [`Sending::prepared`] on this thread: a provider of tokens is waited for.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Sending::prepared`], and [`Error::Transport`] of kind `Unsupported` where [`Sending::wait`] does.
    #[cfg(feature = "blocking")]
    pub fn wait_prepared(self) -> Result<PreparedRequest, Error<E>> {
        self.blockable()?;
        crate::transport::blocking::block_on(self.prepared())
    }

    /// What the call is made of, before it is sent.
    fn ready(self) -> Result<(Setup, Request), Error<E>> {
        match self.state {
            State::Ready(parts, _) => {
                let (setup, request) = *parts;
                Ok((setup, request.map_err(|invalid| Error::Invalid(Box::new(invalid)))?))
            }
            State::Running(..) | State::Instead(_) | State::Done => {
                let problem = "the call is already being sent";
                Err(refused(self.operation, TransportErrorKind::Unsupported, problem))
            }
        }
    }
}

/// The request of the first attempt.
async fn with_credentials(setup: Setup, request: Request) -> Result<PreparedRequest, Failure> {
    let operation = request.operation;
    let (request, call) = prepare(&setup, request, Credentials::Needed)?;
    let (mut parts, body) = request.into_parts();
    let transport = &*setup.core.shared.transport;
    let unsent = |error| Error::Credentials(Box::new(credentials_error(&operation, error)));
    let (secrets, _) = security::obtain(&call.chosen, transport).await.map_err(unsent)?;
    security::add(&secrets, &mut parts).map_err(unsent)?;
    Ok(PreparedRequest { parts, body })
}
