//! A tokio runtime for callers who have none: `wait()` on a thread, or another executor.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::Poll;
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

/// Does `work` inside of a runtime.
pub(super) async fn inside<T>(
    mut work: impl Future<Output = Result<T, TransportError>> + Unpin,
) -> Result<T, TransportError> {
    poll_fn(|cx| enter(|| Pin::new(&mut work).poll(cx)).unwrap_or_else(|error| Poll::Ready(Err(error)))).await
}
