//! Room for what descends with the document: how deep a document is nested is up to its author, and the stack of the caller
//! may be that of a test.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Bytes of stack. They are only reserved: what is not used costs nothing.
const STACK: usize = 256 << 20;

/// Does some work on a large stack.
pub(crate) fn with_room<T: Default + Send>(work: impl FnOnce() -> T + Send) -> T {
    let mut work = Some(work);
    let mut done = None;
    scope(|scope| {
        let run = || done = work.take().map(|work| work());
        // A system that refuses threads still has this one: the work is not taken then.
        if let Ok(handle) = Builder::new().stack_size(STACK).spawn_scoped(scope, run)
            && let Err(panic) = handle.join()
        {
            resume_unwind(panic);
        }
    });
    match work {
        Some(work) => work(),
        None => done.unwrap_or_default(),
    }
}
