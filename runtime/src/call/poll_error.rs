//! Why an operation that is called until something has ended does not give the end.

use std::error::Error as StdError;
use std::fmt;

use crate::error::{Error, Mismatch, SendError, UnexpectedResponseError, Untyped};
use crate::response::Response;
use crate::transport::{TransportError, TransportErrorKind};

/// Why calling an operation until something has ended did not give the end. With `?` it becomes the untyped [`Error`].
#[non_exhaustive]
pub enum PollError<T, E = Untyped> {
    /// A call failed.
    Call(Error<E>),
    /// It has ended with a status that the document calls a failure.
    Failed {
        /// The status.
        status: &'static str,
        /// The response that has it.
        last: Box<Response<T>>,
    },
    /// It has not ended in time, or the server asks to come back after that.
    Unfinished {
        /// The last response.
        last: Box<Response<T>>,
    },
}

impl<T, E> PollError<T, E> {
    /// The last response, if it was received.
    pub fn last(&self) -> Option<&Response<T>> {
        match self {
            Self::Call(_) => None,
            Self::Failed { last, .. } | Self::Unfinished { last } => Some(last),
        }
    }

    /// Takes the last response out, if it was received.
    pub fn into_last(self) -> Option<Response<T>> {
        match self {
            Self::Call(_) => None,
            Self::Failed { last, .. } | Self::Unfinished { last } => Some(*last),
        }
    }
}

impl<T, E: Clone + Send + Sync + 'static> From<PollError<T, E>> for Error<Untyped> {
    /// Keeps everything but the types: `Failed` becomes [`Error::Unexpected`], `Unfinished` a time limit that was reached.
    fn from(error: PollError<T, E>) -> Self {
        match error {
            PollError::Call(error) => error.into_untyped(),
            PollError::Failed { status, last } => Self::Unexpected(Box::new(UnexpectedResponseError {
                head: last.head,
                reason: Mismatch::Failed(status),
            })),
            PollError::Unfinished { last } => Self::Transport(Box::new(SendError {
                operation: last.head.operation.id,
                attempts: last.head.attempts,
                source: TransportError::new(TransportErrorKind::Timeout, UNFINISHED),
                head: Some(last.head),
            })),
        }
    }
}

const UNFINISHED: &str = "what is waited for has not ended";

impl<T, E> fmt::Display for PollError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::Failed { status, last } => write!(f, "{}: {}", last.operation(), Mismatch::Failed(status)),
            Self::Unfinished { last } => {
                write!(f, "{}: the time limit was reached: {UNFINISHED}", last.operation())
            }
        }
    }
}

impl<T, E> fmt::Debug for PollError<T, E> {
    /// The value of the response, which may hold what must not be logged, is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => fmt::Debug::fmt(error, f),
            Self::Failed { last, .. } | Self::Unfinished { last } => {
                fmt::Display::fmt(self, f)?;
                match last.request_id() {
                    Some(id) => write!(f, "\n  request id: {}", id.escape_debug()),
                    None => Ok(()),
                }
            }
        }
    }
}

impl<T, E> StdError for PollError<T, E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Call(error) => error.source(),
            Self::Failed { .. } | Self::Unfinished { .. } => None,
        }
    }
}
