//! One at a time, without an asynchronous runtime.

use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

/// A lock that is waited for asynchronously.
#[derive(Default)]
pub(crate) struct Gate(Mutex<State>);

#[derive(Default)]
struct State {
    held: bool,
    waiting: Vec<Waker>,
}

/// Opens the gate again when it is dropped, also when the task is cancelled.
pub(crate) struct Pass<'a>(&'a Gate);

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn pass(&self) -> Pass<'_> {
        poll_fn(|cx| {
            let mut state = self.state();
            if state.held {
                state.waiting.push(cx.waker().clone());
                return Poll::Pending;
            }
            state.held = true;
            Poll::Ready(Pass(self))
        })
        .await
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.state();
            state.held = false;
            std::mem::take(&mut state.waiting)
        };
        // All of them: a waiting task may be gone already.
        waiting.into_iter().for_each(Waker::wake);
    }
}
