//! An asynchronous lock that needs no runtime.

use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

/// An asynchronous lock.
#[derive(Default)]
pub(crate) struct Gate(Mutex<State>);

#[derive(Default)]
struct State {
    held: bool,
    waiting: Vec<Waker>,
}

/// Opens the gate again when it is dropped, even if the task is cancelled.
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
        // All of them are woken, since a waiting task may have been cancelled.
        waiting.into_iter().for_each(Waker::wake);
    }
}
