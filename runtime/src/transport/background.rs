//! A tokio runtime for callers who have none: `wait()` on a thread, or another executor.

use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::thread;

use tokio::runtime::{Builder, Handle};

use super::{TransportError, TransportErrorKind};

/// The runtime of this crate, which a thread drives as long as the program runs.
fn handle() -> Option<&'static Handle> {
    static HANDLE: OnceLock<Option<Handle>> = OnceLock::new();
    let start = || {
        let runtime = Builder::new_current_thread().enable_all().build().ok()?;
        let handle = runtime.handle().clone();
        let drive = move || runtime.block_on(std::future::pending::<()>());
        thread::Builder::new().name("specwright".to_owned()).spawn(drive).ok()?;
        Some(handle)
    };
    HANDLE.get_or_init(start).as_ref()
}

/// Whether the caller is in a runtime of its own.
pub(super) fn is_inside() -> bool {
    Handle::try_current().is_ok()
}

/// Calls `work` inside of the caller's runtime, or else inside of that of this crate.
pub(super) fn enter<T>(work: impl FnOnce() -> T) -> Result<T, TransportError> {
    if is_inside() {
        return Ok(work());
    }
    let problem = "there is no tokio runtime, and none can be started";
    let handle = handle().ok_or_else(|| TransportError::new(TransportErrorKind::Unsupported, problem))?;
    let _inside = handle.enter();
    Ok(work())
}

/// A future that is polled inside of a runtime.
pub(super) struct Inside<F>(Pin<Box<F>>);

impl<F> Inside<F> {
    pub(super) fn new(future: F) -> Self {
        Self(Box::pin(future))
    }
}

impl<F: Future<Output = Result<T, TransportError>>, T> Future for Inside<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        enter(|| self.0.as_mut().poll(cx)).unwrap_or_else(|error| Poll::Ready(Err(error)))
    }
}
