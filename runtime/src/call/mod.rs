//! Sending a call.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::error::{Error, InvalidRequestError};
use crate::request::Request;
use crate::response::Response;
use crate::response::decode::{Outcome, RawResponse, conclude};
use crate::transport::BoxFuture;

pub(crate) mod execute;
mod http_date;
pub(crate) mod options;
pub(crate) mod pages;
mod prepare;
mod redirect;
pub(crate) mod retry;
pub(crate) mod state;
mod trace;

use execute::run;
use state::{Failure, Setup};

/// A call that is being sent: a boxed future. Dropping it cancels the call.
#[must_use = "nothing is sent until it is awaited"]
pub struct Sending<T, E> {
    future: BoxFuture<'static, Result<Response<T>, Error<E>>>,
    #[cfg(feature = "blocking")]
    blocking: bool,
    #[cfg(feature = "blocking")]
    operation: &'static str,
}

/// Sends what `encode` made from the arguments of a call, and passes the response to `decode`.
///
/// This is the only generic code of a call. It is compiled in the generated crate, once for each operation.
pub fn send<T: 'static, E: 'static>(
    setup: Setup,
    request: Result<Request, InvalidRequestError>,
    decode: fn(&mut RawResponse) -> Outcome<T, E>,
) -> Sending<T, E> {
    #[cfg(feature = "blocking")]
    let (blocking, operation) = (
        setup.core.calls.is_blocking(),
        match &request {
            Ok(request) => request.operation.id,
            Err(invalid) => invalid.operation,
        },
    );
    let response: BoxFuture<'static, Result<RawResponse, Failure>> = Box::pin(run(setup, request));
    Sending {
        future: Box::pin(async move {
            match response.await {
                Ok(mut response) => {
                    let outcome = decode(&mut response);
                    conclude(response, outcome)
                }
                Err(failure) => Err(failure.widen()),
            }
        }),
        #[cfg(feature = "blocking")]
        blocking,
        #[cfg(feature = "blocking")]
        operation,
    }
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.future.as_mut().poll(cx)
    }
}

#[cfg(feature = "blocking")]
impl<T, E> Sending<T, E> {
    /// Makes the call on this thread and waits for the result. Both transports can: the asynchronous one then works in a
    /// runtime of its own.
    ///
    /// # Errors
    ///
    /// Returns the errors of the call, and [`Error::Transport`] of kind `Unsupported` inside of an asynchronous runtime,
    /// where a call with the asynchronous transport must be awaited.
    pub fn wait(self) -> Result<Response<T>, Error<E>> {
        use crate::error::SendError;
        use crate::transport::{TransportError, TransportErrorKind};
        if self.blocking {
            return crate::transport::blocking::block_on(self.future);
        }
        Err(Error::Transport(Box::new(SendError {
            operation: self.operation,
            attempts: 0,
            source: TransportError::new(
                TransportErrorKind::Unsupported,
                "`wait()` would block the runtime that the transport needs: await the call, or use a blocking transport",
            ),
            head: None,
        })))
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}
