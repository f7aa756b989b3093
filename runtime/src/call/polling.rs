//! Calling an operation again and again until its result says that something has ended.

use std::fmt::{self, Display};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use super::poll_error::PollError;
use super::{Sending, refused};
use crate::error::Error;
use crate::response::Response;
use crate::transport::{BoxFuture, Transport, TransportErrorKind};

/// How often an operation is called until something has ended, and for how long.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PollPolicy {
    /// The delay between the first call and the second; 1 s.
    pub interval: Duration,
    /// By how much each delay is longer than the one before it; 1.5.
    pub factor: f64,
    /// The longest delay; 30 s. A server that asks for a longer one, with `Retry-After` (RFC 9110 section 10.2.3), gets it.
    pub max_interval: Duration,
    /// How long all of it may take; 10 minutes. No call begins after that.
    pub limit: Duration,
}

impl Default for PollPolicy {
    fn default() -> Self {
        Self {
            interval: Duration::from_secs(1),
            factor: 1.5,
            max_interval: Duration::from_secs(30),
            limit: Duration::from_secs(600),
        }
    }
}

impl PollPolicy {
    /// The default policy.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the delay between the first call and the second, and the longest delay. Equal ones make all delays equal.
    #[must_use]
    pub fn intervals(mut self, first: Duration, max: Duration) -> Self {
        self.interval = first;
        self.max_interval = max;
        self
    }

    /// Sets by how much each delay is longer than the one before it.
    #[must_use]
    pub fn factor(mut self, factor: f64) -> Self {
        self.factor = factor;
        self
    }

    /// Sets how long all of it may take.
    #[must_use]
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// The delay after this one.
    fn after(&self, delay: Duration) -> Duration {
        let longer = Duration::try_from_secs_f64(delay.as_secs_f64() * self.factor);
        longer.unwrap_or(self.max_interval).min(self.max_interval)
    }
}

/// Calls an operation until `is_over` says of its response that something has ended. It begins when it is awaited.
///
/// ```ignore
/// let job = poll_until(client.get_job(id), |job| job.finished_at.is_some()).await?;
/// ```
pub fn poll_until<C, T, E, F>(call: C, is_over: F) -> Polling<C, T, E, F>
where
    C: Clone + IntoFuture<IntoFuture = Sending<T, E>, Output = Result<Response<T>, Error<E>>>,
    T: 'static,
    E: 'static,
    F: FnMut(&Response<T>) -> bool,
{
    Polling::new(call, is_over)
}

/// The same where the document says which property is the status, and which of its values are ends.
pub fn until_done<C, T, E>(
    call: C,
    status: fn(&Response<T>) -> Option<&dyn Display>,
    done: &'static [&'static str],
    failed: &'static [&'static str],
) -> Polling<C, T, E> {
    Polling::new(call, Ends { status, done, failed })
}

/// What a response says of what is waited for.
pub enum Progress {
    /// It has not ended.
    Pending,
    /// It has ended.
    Done,
    /// It has ended with a status that the document calls a failure.
    Failed(&'static str),
}

/// What decides whether a response is the last one.
pub trait Verdict<T> {
    /// What the response says.
    fn of(&mut self, response: &Response<T>) -> Progress;
}

impl<T, F: FnMut(&Response<T>) -> bool> Verdict<T> for F {
    fn of(&mut self, response: &Response<T>) -> Progress {
        match self(response) {
            true => Progress::Done,
            false => Progress::Pending,
        }
    }
}

/// A property with the status, and the values of it that are ends.
pub struct Ends<T> {
    status: fn(&Response<T>) -> Option<&dyn Display>,
    done: &'static [&'static str],
    failed: &'static [&'static str],
}

impl<T> Verdict<T> for Ends<T> {
    fn of(&mut self, response: &Response<T>) -> Progress {
        let Some(status) = (self.status)(response).map(ToString::to_string) else {
            return Progress::Pending;
        };
        match self.failed.iter().find(|failed| **failed == status) {
            Some(failed) => Progress::Failed(failed),
            None if self.done.contains(&&*status) => Progress::Done,
            None => Progress::Pending,
        }
    }
}

/// An operation that is called until something has ended: a future of the last response. Dropping it ends the calls.
#[must_use = "nothing is sent until it is awaited"]
pub struct Polling<C, T, E, V = Ends<T>> {
    call: C,
    verdict: V,
    policy: PollPolicy,
    /// The delay before the next call.
    delay: Duration,
    /// Known from the first call on.
    clock: Option<Clock>,
    /// The response before the call that is being sent.
    last: Option<Box<Response<T>>>,
    state: State<T, E>,
}

enum State<T, E> {
    Idle,
    Sending(Sending<T, E>),
    Pausing(BoxFuture<'static, ()>),
    Over,
}

/// The time of the transport, and when all of it must be over.
struct Clock {
    transport: Arc<dyn Transport>,
    deadline: Option<SystemTime>,
}

impl Clock {
    /// What is left of the time; `None`: all of it, for ever.
    fn left(&self) -> Option<Duration> {
        let left = self.deadline?.duration_since(self.transport.now());
        Some(left.unwrap_or_default())
    }
}

impl<C, T, E, V> Polling<C, T, E, V> {
    fn new(call: C, verdict: V) -> Self {
        Self {
            call,
            verdict,
            policy: PollPolicy::default(),
            delay: Duration::ZERO,
            clock: None,
            last: None,
            state: State::Idle,
        }
    }

    /// Sets how often the operation is called, and for how long.
    pub fn with(mut self, policy: PollPolicy) -> Self {
        self.policy = policy;
        self
    }

    /// The delay after that response; `None` if it would end too late.
    fn pause(&mut self, clock: &Clock, response: &Response<T>) -> Option<Duration> {
        let own = match &self.last {
            None => self.policy.interval,
            Some(_) => self.policy.after(self.delay),
        };
        self.delay = own;
        let pause = response.head.retry_after.map_or(own, |asked| asked.max(own));
        clock.left().is_none_or(|left| pause < left).then_some(pause)
    }
}

impl<C, T, E, V> Polling<C, T, E, V>
where
    C: Clone + IntoFuture<IntoFuture = Sending<T, E>, Output = Result<Response<T>, Error<E>>>,
    T: 'static,
    E: 'static,
    V: Verdict<T>,
{
    /// The next call, which takes no longer than is left.
    fn sending(&mut self) -> Sending<T, E> {
        let mut sending = self.call.clone().into_future();
        if self.clock.is_none() {
            self.clock = sending.transport().map(|transport| Clock {
                deadline: transport.now().checked_add(self.policy.limit),
                transport,
            });
        }
        if let Some(left) = self.clock.as_ref().and_then(Clock::left) {
            sending.at_most(left);
        }
        sending
    }

    /// What follows the result of a call.
    fn follow(&mut self, result: Result<Response<T>, Error<E>>) -> Result<State<T, E>, Outcome<T, E>> {
        let Some(clock) = self.clock.take() else {
            let problem = "a call that is already being sent cannot be repeated";
            let operation = result.map_or_else(|error| error.operation(), |response| response.operation());
            let error = refused(operation, TransportErrorKind::Unsupported, problem);
            return Err(Err(PollError::Call(error)));
        };
        let response = match result {
            Ok(response) => response,
            Err(error) => {
                return Err(Err(match self.last.take() {
                    Some(last) if error.is_timeout() && clock.left() == Some(Duration::ZERO) => {
                        PollError::Unfinished { last }
                    }
                    Some(_) | None => PollError::Call(error),
                }));
            }
        };
        match self.verdict.of(&response) {
            Progress::Done => Err(Ok(response)),
            Progress::Failed(status) => {
                let last = Box::new(response);
                Err(Err(PollError::Failed { status, last }))
            }
            Progress::Pending => {
                let pause = self.pause(&clock, &response);
                let last = Box::new(response);
                let Some(pause) = pause else {
                    return Err(Err(PollError::Unfinished { last }));
                };
                self.last = Some(last);
                let pause = clock.transport.sleep(pause);
                self.clock = Some(clock);
                Ok(State::Pausing(pause))
            }
        }
    }
}

type Outcome<T, E> = Result<Response<T>, PollError<T, E>>;

// Everything that must not be moved is boxed.
impl<C, T, E, V> Unpin for Polling<C, T, E, V> {}

impl<C, T, E, V> Future for Polling<C, T, E, V>
where
    C: Clone + IntoFuture<IntoFuture = Sending<T, E>, Output = Result<Response<T>, Error<E>>>,
    T: 'static,
    E: 'static,
    V: Verdict<T>,
{
    type Output = Outcome<T, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            self.state = match &mut self.state {
                State::Idle => State::Sending(self.sending()),
                State::Sending(sending) => {
                    let result = ready!(Pin::new(sending).poll(cx));
                    match self.follow(result) {
                        Ok(next) => next,
                        Err(outcome) => {
                            self.state = State::Over;
                            return Poll::Ready(outcome);
                        }
                    }
                }
                State::Pausing(pause) => {
                    ready!(pause.as_mut().poll(cx));
                    State::Idle
                }
                // Polled after its end.
                State::Over => return Poll::Pending,
            };
        }
    }
}

#[cfg(feature = "blocking")]
impl<C, T, E, V> Polling<C, T, E, V>
where
    C: Clone + IntoFuture<IntoFuture = Sending<T, E>, Output = Result<Response<T>, Error<E>>>,
    T: 'static,
    E: 'static,
    V: Verdict<T>,
{
    /// Makes the calls on this thread and waits for the last response, as [`Sending::wait`] does for one.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`PollError`], and [`Error::Transport`] of kind `Unsupported` inside of an asynchronous runtime, where
    /// calls with the asynchronous transport must be awaited.
    pub fn wait(mut self) -> Result<Response<T>, PollError<T, E>> {
        let first = self.sending();
        first.blockable().map_err(PollError::Call)?;
        self.state = State::Sending(first);
        crate::transport::blocking::block_on(self)
    }
}

impl<C: fmt::Debug, T, E, V> fmt::Debug for Polling<C, T, E, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Polling")
            .field("call", &self.call)
            .field("policy", &self.policy)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_up_to_the_longest_one_whatever_the_factor_is() {
        let seconds = Duration::from_secs;
        let policy = PollPolicy::new().intervals(seconds(2), seconds(5));
        assert_eq!(policy.after(seconds(2)), seconds(3));
        assert_eq!(policy.after(seconds(4)), seconds(5));
        for odd in [f64::NAN, f64::INFINITY, -1.0, f64::MAX] {
            assert_eq!(policy.clone().factor(odd).after(seconds(2)), seconds(5), "{odd}");
        }
    }
}
