//! A transport for tests: responses by operation, without a network and without waiting.

use std::any::Any;
use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use serde_core::Serialize;

use super::{Body, BoxFuture, Context, Request, Response, Transport, TransportError, TransportErrorKind, read_body};

/// Responds to calls with what the test expects, and records them. Clones share everything.
///
/// Its clock advances only by the delays between attempts, which take no real time: tests of retries are fast.
///
/// ```
/// # use specwright_runtime::transport::mock::{MockResponse, MockTransport};
/// let mock = MockTransport::new();
/// mock.expect("getPet", MockResponse::json(200, &serde_json::json!({"name": "Rex"})));
/// mock.expect("getPet", MockResponse::status(503).header("retry-after", "7"));
/// // … build a client with `.transport(mock.clone())`, call it …
/// assert_eq!(mock.unmet(), ["getPet", "getPet"]);
/// ```
#[derive(Clone, Default)]
pub struct MockTransport(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    expected: VecDeque<Expected>,
    always: Vec<Expected>,
    received: Vec<Received>,
    slept: Vec<Duration>,
    random: u64,
    /// Requests whose bodies are being read.
    sending: usize,
    /// Timers that wait for them.
    waiting: Vec<Waker>,
}

/// Says whether a request is meant.
pub(crate) type Check = Arc<dyn Fn(&Received) -> bool + Send + Sync>;

/// An operation, which of its requests are meant, and the response.
type Expected = (String, Option<Check>, MockResponse);

/// A response of the mock.
#[derive(Clone, Debug)]
pub struct MockResponse(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Response {
        status: u16,
        headers: Vec<(String, String)>,
        body: Bytes,
        /// The connection breaks after the body.
        breaks: bool,
        /// What the call gives, whatever the body is.
        outcome: Option<Ready>,
    },
    Failure(TransportErrorKind, Cow<'static, str>),
}

/// The outcome of a call that is given by a test: no body is read for it. In the extensions of a response.
#[derive(Clone)]
pub(crate) struct Ready(Arc<dyn Fn() -> Box<dyn Any> + Send + Sync>);

impl Ready {
    /// The same outcome for each call that gets it.
    pub(crate) fn new<T: Clone + Send + Sync + 'static>(outcome: T) -> Self {
        Self(Arc::new(move || Box::new(outcome.clone())))
    }

    /// The outcome; `None` if the call has another type.
    pub(crate) fn take<T: 'static>(&self) -> Option<T> {
        (self.0)().downcast().ok().map(|outcome| *outcome)
    }
}

impl fmt::Debug for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ready")
    }
}

impl MockResponse {
    /// A response without a body.
    pub fn status(status: u16) -> Self {
        Self(Kind::Response {
            status,
            headers: Vec::new(),
            body: Bytes::new(),
            breaks: false,
            outcome: None,
        })
    }

    /// A response of which no body is read: what the call gives is known.
    pub(crate) fn ready(status: u16, given: Ready) -> Self {
        let mut response = Self::status(status);
        if let Kind::Response { outcome, .. } = &mut response.0 {
            *outcome = Some(given);
        }
        response
    }

    /// An error that says what is wrong with the test.
    pub(crate) fn wrong(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(Kind::Failure(TransportErrorKind::Unsupported, reason.into()))
    }

    /// A JSON response. A value that cannot be written as JSON results in an empty body.
    pub fn json<T: Serialize + ?Sized>(status: u16, value: &T) -> Self {
        let body = serde_json::to_vec(value).unwrap_or_default();
        Self::status(status)
            .header("content-type", "application/json")
            .body(body)
    }

    /// An error of the transport in place of a response.
    pub fn failure(kind: TransportErrorKind) -> Self {
        Self(Kind::Failure(kind, Cow::Borrowed("as the test wants it")))
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Kind::Response { headers, .. } = &mut self.0 {
            headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// Breaks the connection after the body, as if there had been more of it.
    #[must_use]
    pub fn breaking_off(mut self) -> Self {
        if let Kind::Response { breaks, .. } = &mut self.0 {
            *breaks = true;
        }
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        if let Kind::Response { body, .. } = &mut self.0 {
            *body = bytes.into();
        }
        self
    }

    fn make(self) -> Result<Response, TransportError> {
        let (status, headers, body, outcome) = match self.0 {
            Kind::Response {
                status,
                headers,
                body,
                breaks,
                outcome,
            } => {
                let body = Body::from(body);
                let broken = || Body::from_stream(Broken, None);
                let body = if breaks {
                    Body::chain(vec![body, broken()])
                } else {
                    body
                };
                (status, headers, body, outcome)
            }
            Kind::Failure(kind, reason) => return Err(TransportError::new(kind, reason)),
        };
        let illegal = |what: &str| TransportError::new(TransportErrorKind::Unsupported, format!("illegal {what}"));
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status).map_err(|_| illegal("status"))?;
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| illegal("header name"))?;
            let value = HeaderValue::from_str(&value).map_err(|_| illegal("header value"))?;
            response.headers_mut().append(name, value);
        }
        if let Some(outcome) = outcome {
            response.extensions_mut().insert(outcome);
        }
        Ok(response)
    }
}

/// A connection that breaks.
struct Broken;

impl Stream for Broken {
    type Item = Result<Bytes, io::Error>;

    fn poll_next(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}

/// A request that was received.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The operation; empty for requests of token providers.
    pub operation: &'static str,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// The method.
    pub method: Method,
    /// The URL.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Received {
    /// The body as JSON; `None` if it is not JSON.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// A header, if it is present and a string.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl MockTransport {
    /// A mock without expectations: all calls fail as `Unsupported`.
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Responds with `response` to the next attempt of that operation, once. Several for one operation are used in
    /// order.
    pub fn expect(&self, operation: &str, response: MockResponse) {
        self.state().expected.push_back((operation.to_owned(), None, response));
    }

    /// The same for the next attempt that `matches` accepts.
    pub fn expect_if(
        &self,
        operation: &str,
        matches: impl Fn(&Received) -> bool + Send + Sync + 'static,
        response: MockResponse,
    ) {
        self.expect_checked(operation, Some(Arc::new(matches)), response);
    }

    pub(crate) fn expect_checked(&self, operation: &str, check: Option<Check>, response: MockResponse) {
        self.state().expected.push_back((operation.to_owned(), check, response));
    }

    /// Responds with `response` to that operation whenever no expectation is left for it. Of several the last one counts.
    pub fn always(&self, operation: &str, response: MockResponse) {
        self.always_checked(operation, None, response);
    }

    pub(crate) fn always_checked(&self, operation: &str, check: Option<Check>, response: MockResponse) {
        self.state().always.push((operation.to_owned(), check, response));
    }

    /// The requests of all operations, in order.
    pub fn received(&self) -> Vec<Received> {
        self.state().received.clone()
    }

    /// The operations of the expectations that are left.
    pub fn unmet(&self) -> Vec<String> {
        self.state()
            .expected
            .iter()
            .map(|(operation, _, _)| operation.clone())
            .collect()
    }

    /// The delays between attempts. Time limits are not among them.
    pub fn slept(&self) -> Vec<Duration> {
        self.state().slept.clone()
    }

    fn respond(&self, received: Received) -> Result<Response, TransportError> {
        let mut state = self.state();
        let fits = |(operation, check, _): &Expected| {
            operation == received.operation && check.as_ref().is_none_or(|check| check(&received))
        };
        let expected = state.expected.iter().position(fits);
        let response = match expected.and_then(|index| state.expected.remove(index)) {
            Some((_, _, response)) => Some(response),
            None => {
                let always = state.always.iter().rfind(|expected| fits(expected));
                always.map(|(_, _, response)| response.clone())
            }
        };
        let unexpected = state.unexpected(&received);
        state.received.push(received);
        match response {
            Some(response) => response.make(),
            None => Err(TransportError::new(TransportErrorKind::Unsupported, unexpected)),
        }
    }
}

impl State {
    /// Says that a request was not expected, and what was.
    fn unexpected(&self, received: &Received) -> String {
        let all = || self.expected.iter().chain(&self.always);
        let operation = received.operation;
        let of_it = all().filter(|(expected, _, _)| expected == operation).count();
        if of_it > 0 {
            return format!(
                "the mock expects `{operation}`, but none of its {of_it} expectations matches this request"
            );
        }
        let mut others: Vec<&str> = all().map(|(expected, _, _)| &**expected).collect();
        others.dedup();
        match others.as_slice() {
            [] => format!("the mock expects no call of `{operation}`, and no other"),
            others => format!(
                "the mock expects no call of `{operation}`, but of `{}`",
                others.join("`, `")
            ),
        }
    }
}

/// A request whose body is being read. Until it is dropped, no time passes.
struct Sending(MockTransport);

impl Sending {
    fn new(mock: &MockTransport) -> Self {
        mock.state().sending += 1;
        Self(mock.clone())
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.state();
            state.sending -= 1;
            std::mem::take(&mut state.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockTransport")
            .field("unmet", &self.unmet())
            .finish_non_exhaustive()
    }
}

impl Transport for MockTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let context = parts.extensions.get::<Context>();
            let sending = Sending::new(self);
            let read = read_body(body, usize::MAX).await;
            drop(sending);
            let (body, _) = read.map_err(|(_, error)| TransportError::new(TransportErrorKind::RequestBody, error))?;
            self.respond(Received {
                operation: context.map_or("", |context| context.operation),
                attempt: context.map_or(1, |context| context.attempt),
                method: parts.method,
                uri: parts.uri,
                headers: parts.headers,
                body,
            })
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mock = self.clone();
        // Time limits are never over: their timers are polled only while a request is being sent.
        Box::pin(std::future::poll_fn(move |cx| {
            let mut state = mock.state();
            if state.sending > 0 {
                state.waiting.push(cx.waker().clone());
                return Poll::Pending;
            }
            state.slept.push(duration);
            Poll::Ready(())
        }))
    }

    fn now(&self) -> SystemTime {
        let slept: Duration = self.state().slept.iter().sum();
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000) + slept
    }

    /// The same numbers in every run.
    fn random(&self) -> u64 {
        let mut state = self.state();
        state.random = state
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state.random
    }

    fn is_blocking(&self) -> bool {
        true
    }
}
