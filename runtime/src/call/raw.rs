//! Requests that the document does not describe, by a client that it describes: with its server, credentials, retries and limits.

use std::convert::Infallible;
use std::fmt;

use bytes::Bytes;
use http::Method;
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::options::CallOptions;
use super::state::{Core, Setup};
use super::{Sending, send};
use crate::operation::Operation;
use crate::request::Request;
use crate::response::decode::{Outcome, RawResponse, success};
use crate::transport::Body;

/// Nothing is documented of it.
static RAW: Operation = Operation::new("raw request", "", "").any_credential();

/// A request that the document does not describe: an endpoint that it leaves out, the `Location` of a job, the link to a page.
///
/// It has the client's server, credentials, headers, retries, time limits and errors; every status from 200 to 299 is a success.
/// Credentials go to the client's own server, and to those that it trusts.
#[must_use = "nothing is sent until it is awaited"]
pub struct RawRequest {
    setup: Setup,
    request: Request,
}

impl RawRequest {
    /// A request of that client. `target` is a path with its query, encoded, to which the base URL is added, or a whole URL.
    pub fn new(core: &Core, method: Method, target: impl Into<String>) -> Self {
        let mut request = Request::new(&RAW);
        let target = target.into();
        request.method = Some(method);
        request.target = match target.contains("://") || target.starts_with('/') {
            true => target,
            false => format!("/{target}"),
        };
        Self {
            setup: Setup::new(core),
            request,
        }
    }

    /// Sets options of this request: headers, query parameters, timeouts, retries.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends a JSON body.
    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        self.request.json("application/json", body);
        self
    }

    /// Sends a body of that media type.
    pub fn body(mut self, media: &'static str, body: impl Into<Body>) -> Self {
        self.request.body(media, body);
        self
    }

    /// Sends the request and reads the body of a success.
    pub fn send(self) -> Sending<Bytes, Infallible> {
        send(self.setup, self.request.whole(), |response| {
            read(response, |response| response.bytes())
        })
    }

    /// Sends the request and reads the body of a success as JSON.
    pub fn send_json<T: DeserializeOwned>(self) -> Sending<T, Infallible> {
        send(self.setup, self.request.whole(), |response| {
            read(response, RawResponse::json)
        })
    }
}

fn read<T>(
    response: &mut RawResponse,
    body: impl FnOnce(&mut RawResponse) -> Result<T, crate::error::Mismatch>,
) -> Outcome<T, Infallible> {
    match response.status() {
        200..=299 => success(body(response)),
        _ => response.unexpected(),
    }
}

impl IntoFuture for RawRequest {
    type Output = <Sending<Bytes, Infallible> as Future>::Output;
    type IntoFuture = Sending<Bytes, Infallible>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl fmt::Debug for RawRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawRequest")
            .field("method", &self.request.method)
            .finish_non_exhaustive()
    }
}
