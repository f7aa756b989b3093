//! Sending a call.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;

use crate::error::{Error, InvalidRequestError, Mismatch, SendError};
#[cfg(doc)]
use crate::operation::Operation;
use crate::request::{Content, Request};
use crate::response::Response;
#[cfg(feature = "mock")]
use crate::response::decode::given;
use crate::response::decode::{Outcome, RawResponse, conclude, success, unread};
use crate::response::stream::ByteStream;
use crate::transport::{BoxError, BoxFuture, Transport, TransportError, TransportErrorKind};

pub(crate) mod budget;
pub(crate) mod execute;
mod extra;
mod http_date;
mod key;
pub(crate) mod options;
pub(crate) mod pages;
pub(crate) mod poll_error;
pub(crate) mod polling;
mod prepare;
pub(crate) mod prepared;
pub(crate) mod rate_limit;
pub(crate) mod raw;
pub(crate) mod reconnect;
mod redirect;
pub(crate) mod retry;
pub(crate) mod state;
mod trace;

use execute::run;
use pages::Mark;
use state::{Failure, Setup};

/// A call that is being sent, once it is awaited. Dropping it cancels the call.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T, E> {
    state: State<T, E>,
    #[cfg(feature = "blocking")]
    blocking: bool,
    operation: &'static str,
}

/// Makes the result of a call from a response.
type Decode<T, E> = fn(&mut RawResponse) -> Outcome<T, E>;

enum State<T, E> {
    Ready(Box<(Setup, Result<Request, InvalidRequestError>)>, Decode<T, E>),
    Running(BoxFuture<'static, Result<RawResponse, Failure>>, Decode<T, E>),
    /// A form of another call, whose success is read in another way.
    Instead(BoxFuture<'static, Result<Response<T>, Error<E>>>),
    Done,
}

/// Sends what `encode` made from the arguments of a call, and passes the response to `decode`.
pub fn send<T, E>(setup: Setup, request: Result<Request, InvalidRequestError>, decode: Decode<T, E>) -> Sending<T, E> {
    Sending {
        #[cfg(feature = "blocking")]
        blocking: setup.core.is_blocking(),
        operation: match &request {
            Ok(request) => request.operation.id,
            Err(invalid) => invalid.operation,
        },
        state: State::Ready(Box::new((setup, request)), decode),
    }
}

/// The same for a form of the call: the one with that number in [`Operation::forms`].
pub fn send_form<T, E>(
    setup: Setup,
    request: Result<Request, InvalidRequestError>,
    form: usize,
    decode: Decode<T, E>,
) -> Sending<T, E> {
    let request = request.map(|mut request| {
        request.operation = request.operation.form(form);
        request
    });
    send(setup, request, decode)
}

/// The same for a form of the call whose success is text. Failures are those of `call`.
pub fn send_text<T: 'static, E: 'static>(call: Sending<T, E>, form: usize) -> Sending<String, E> {
    call.instead(
        move |request| request.operation = request.operation.form(form),
        |response, decode| success_or_failure(response, |response| response.text(), decode),
    )
}

/// The same for a form of the call whose success is a stream of bytes.
pub fn send_stream<T: 'static, E: 'static>(call: Sending<T, E>, form: usize) -> Sending<ByteStream, E> {
    call.instead(
        move |request| request.operation = request.operation.form(form),
        |response, decode| success_or_failure(response, RawResponse::stream, decode),
    )
}

/// What `read` makes of a success of a form of the call; failures are those of the plain one.
fn success_or_failure<T, U, E>(
    response: &mut RawResponse,
    read: fn(&mut RawResponse) -> Result<U, Mismatch>,
    decode: Decode<T, E>,
) -> Outcome<U, E> {
    match response.is_success() {
        true => success(read(response)),
        false => decode(response).failed(),
    }
}

/// This is the only generic code of a call. It is compiled for the operations that a program calls.
fn finish<T: 'static, E: 'static>(
    response: Result<RawResponse, Failure>,
    decode: impl FnOnce(&mut RawResponse) -> Outcome<T, E>,
) -> Result<Response<T>, Error<E>> {
    match response {
        #[cfg(feature = "mock")]
        Ok(RawResponse {
            ready: Some(ready),
            head,
            ..
        }) => given(head, &ready),
        Ok(mut response) => {
            let outcome = decode(&mut response);
            conclude(response, outcome)
        }
        Err(failure) => Err(failure.widen()),
    }
}

/// Begins a call.
fn start(
    (setup, request): (Setup, Result<Request, InvalidRequestError>),
) -> BoxFuture<'static, Result<RawResponse, Failure>> {
    Box::pin(run(setup, request))
}

impl<T: 'static, E: 'static> Sending<T, E> {
    /// The same call, whose success is taken as it is, whatever the document says of it: its body is a stream of bytes that
    /// nothing has read. Failures stay typed.
    ///
    /// ```ignore
    /// let file = client.export().send().unread().await?.into_inner();
    /// ```
    pub fn unread(self) -> Sending<ByteStream, E> {
        self.instead(|request| request.unread = true, unread)
    }

    /// The same call after `prepare`, whose response is passed to `read`, with what reads that of this one.
    fn instead<U: 'static>(
        self,
        prepare: impl FnOnce(&mut Request),
        read: fn(&mut RawResponse, Decode<T, E>) -> Outcome<U, E>,
    ) -> Sending<U, E> {
        let state = match self.state {
            State::Ready(mut parts, decode) => {
                if let Ok(request) = &mut parts.1 {
                    prepare(request);
                }
                let response = start(*parts);
                State::Instead(Box::pin(async move {
                    finish(response.await, |response| read(response, decode))
                }))
            }
            State::Running(..) | State::Instead(_) | State::Done => {
                let operation = self.operation;
                State::Instead(Box::pin(async move {
                    let problem = "the call is already being sent";
                    Err(refused(operation, TransportErrorKind::Unsupported, problem))
                }))
            }
        };
        Sending {
            state,
            #[cfg(feature = "blocking")]
            blocking: self.blocking,
            operation: self.operation,
        }
    }
}

impl<T, E> Sending<T, E> {
    /// What the request is recognised by, before it is sent. `None` if it cannot be made, or its body is not in memory.
    fn mark(&self) -> Option<Mark> {
        let State::Ready(parts, _) = &self.state else {
            return None;
        };
        let (setup, request) = &**parts;
        let request = request.as_ref().ok()?;
        let body = match &request.content {
            Content::None => Bytes::new(),
            Content::Body(_, body) => body.as_bytes()?.clone(),
            Content::Multipart(..) => return None,
        };
        Some(Mark {
            target: setup.options.next_url.as_ref().unwrap_or(&request.target).clone(),
            headers: request.headers.clone(),
            body,
        })
    }

    /// The transport that it goes through, before it is sent.
    fn transport(&self) -> Option<Arc<dyn Transport>> {
        match &self.state {
            State::Ready(parts, _) => Some(Arc::clone(&parts.0.core.shared.transport)),
            State::Running(..) | State::Instead(_) | State::Done => None,
        }
    }

    /// Limits the whole call further, before it is sent.
    fn at_most(&mut self, limit: Duration) {
        if let State::Ready(parts, _) = &mut self.state {
            parts.0.at_most(limit);
        }
    }

    /// The error of this call, which is not sent.
    fn refused(&self, kind: TransportErrorKind, problem: String) -> Error<E> {
        refused(self.operation, kind, problem)
    }
}

impl<T: 'static, E: 'static> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Done) {
                State::Ready(parts, decode) => State::Running(start(*parts), decode),
                State::Running(mut future, decode) => match future.as_mut().poll(cx) {
                    Poll::Ready(response) => return Poll::Ready(finish(response, decode)),
                    Poll::Pending => {
                        self.state = State::Running(future, decode);
                        return Poll::Pending;
                    }
                },
                State::Instead(mut future) => match future.as_mut().poll(cx) {
                    Poll::Ready(response) => return Poll::Ready(response),
                    Poll::Pending => {
                        self.state = State::Instead(future);
                        return Poll::Pending;
                    }
                },
                // Polled after its end.
                State::Done => return Poll::Pending,
            };
        }
    }
}

/// The error of a call that is not sent.
fn refused<E>(operation: &'static str, kind: TransportErrorKind, problem: impl Into<BoxError>) -> Error<E> {
    Error::Transport(Box::new(SendError {
        operation,
        attempts: 0,
        source: TransportError::new(kind, problem).not_sent(),
        head: None,
    }))
}

#[cfg(feature = "blocking")]
impl<T: 'static, E: 'static> Sending<T, E> {
    /// Makes the call on this thread and waits for the result. Both transports can: the asynchronous one then works in a
    /// runtime of its own.
    ///
    /// # Errors
    ///
    /// Returns the errors of the call, and [`Error::Transport`] of kind `Unsupported` inside of an asynchronous runtime,
    /// where a call with the asynchronous transport must be awaited.
    pub fn wait(self) -> Result<Response<T>, Error<E>> {
        self.blockable()?;
        crate::transport::blocking::block_on(self)
    }
}

#[cfg(feature = "blocking")]
impl<T, E> Sending<T, E> {
    /// Whether this thread may wait for it.
    fn blockable(&self) -> Result<(), Error<E>> {
        if self.blocking {
            return Ok(());
        }
        let problem =
            "`wait()` would block the runtime that the transport needs: await the call, or use a blocking transport";
        Err(refused(self.operation, TransportErrorKind::Unsupported, problem))
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
