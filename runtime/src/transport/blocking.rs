//! Waiting for a future on the current thread, with timers.

use std::cell::Cell;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

thread_local! {
    /// Within `block_on`: when the first timer fires.
    static ALARM: Cell<Option<Option<Instant>>> = const { Cell::new(None) };
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Polls until it is ready, sleeping in between.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut cx = Context::from_waker(&waker);
    let outer = ALARM.get();
    loop {
        ALARM.set(Some(None));
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            ALARM.set(outer);
            return output;
        }
        match ALARM.get().flatten() {
            Some(alarm) => thread::park_timeout(alarm.saturating_duration_since(Instant::now())),
            None => thread::park(),
        }
    }
}

/// Whether this thread is waiting in [`block_on`].
#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
pub(super) fn is_waiting() -> bool {
    ALARM.get().is_some()
}

/// A timer for [`block_on`]; anywhere else a thread fires it.
pub(crate) struct Sleep {
    duration: Duration,
    alarm: Option<Option<Instant>>,
}

impl Sleep {
    pub(crate) fn new(duration: Duration) -> Self {
        Self { duration, alarm: None }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let first = self.alarm.is_none();
        let duration = self.duration;
        let alarm = *self.alarm.get_or_insert_with(|| Instant::now().checked_add(duration));
        // So far in the future that it never fires.
        let Some(alarm) = alarm else { return Poll::Pending };
        let left = alarm.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Poll::Ready(());
        }
        match ALARM.get() {
            Some(earliest) => ALARM.set(Some(Some(earliest.map_or(alarm, |earliest| earliest.min(alarm))))),
            None if first => {
                let waker = cx.waker().clone();
                thread::spawn(move || {
                    thread::sleep(left);
                    waker.wake();
                });
            }
            None => {}
        }
        Poll::Pending
    }
}

/// The items of a stream as an iterator on the current thread.
#[derive(Debug)]
pub struct Waiting<S>(Pin<Box<S>>);

impl<S: futures_core::Stream> Waiting<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self(Box::pin(stream))
    }

    /// The stream, with the items that were not asked for yet.
    pub fn into_inner(self) -> S
    where
        S: Unpin,
    {
        *Pin::into_inner(self.0)
    }
}

impl<S: futures_core::Stream> Iterator for Waiting<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        block_on(std::future::poll_fn(|cx| self.0.as_mut().poll_next(cx)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timers_ring_inside_and_outside() {
        let start = Instant::now();
        block_on(async {
            Sleep::new(Duration::from_millis(20)).await;
            block_on(Sleep::new(Duration::from_millis(20)));
        });
        assert!(start.elapsed() >= Duration::from_millis(40));
        let mut far = pin!(Sleep::new(Duration::MAX));
        let mut cx = Context::from_waker(Waker::noop());
        assert!(far.as_mut().poll(&mut cx).is_pending());
    }
}
