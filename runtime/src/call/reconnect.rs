//! Event streams that reconnect (WHATWG HTML section 9.2.3).

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::{HeaderName, HeaderValue, StatusCode};

use super::retry::{doubled, part};
use super::state::Setup;
use super::{Decode, Sending, State, send};
use crate::error::Error;
use crate::request::Request;
use crate::response::stream::{Ended, Event, EventStream};
use crate::transport::BoxFuture;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How an event stream reconnects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReconnectPolicy {
    /// How often it may reconnect without an event in between; 10.
    pub max_reconnects: u32,
    /// The delay before the first reconnect, unless the server has sent one (`retry`); 3 s. Each further one without an event in
    /// between is twice as long, and all are up to a quarter longer, at random, so that the clients of a server that was restarted
    /// do not come all at once.
    pub delay: Duration,
    /// The longest delay, unless the server asks for a longer one; 60 s.
    pub max_delay: Duration,
}

impl Default for ReconnectPolicy {
    fn default() -> Self {
        Self {
            max_reconnects: 10,
            delay: Duration::from_secs(3),
            max_delay: Duration::from_secs(60),
        }
    }
}

impl ReconnectPolicy {
    /// The default policy.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how often it may reconnect without an event in between.
    #[must_use]
    pub fn max_reconnects(mut self, reconnects: u32) -> Self {
        self.max_reconnects = reconnects;
        self
    }

    /// Sets the delay before the first reconnect, and the longest delay.
    #[must_use]
    pub fn delays(mut self, first: Duration, max: Duration) -> Self {
        self.delay = first;
        self.max_delay = max;
        self
    }

    /// The delay before reconnect number `number` (from 0) since the last event; `asked` is what the server has sent as `retry`.
    fn delay_before(&self, number: u32, asked: Option<Duration>, random: u64) -> Duration {
        let first = asked.unwrap_or(self.delay);
        let delay = doubled(first, number, self.max_delay.max(first));
        delay.saturating_add(part(delay / 4, random))
    }
}

/// Server-sent events of a call that is made again when its stream breaks or ends, with the last id that came. It ends with an event
/// whose data is `[DONE]`, with a response 204 (No Content), with an error that another attempt would not cure, or when it has
/// reconnected too often without an event.
#[must_use = "nothing is sent until it is polled"]
pub struct Reconnecting<T, E> {
    /// What makes the call again; `None` if its body can be sent only once.
    again: Option<Again<T, E>>,
    policy: ReconnectPolicy,
    progress: Progress<T, E>,
    id: Option<Arc<str>>,
    /// What the server has sent as `retry`.
    asked: Option<Duration>,
    /// How often it has reconnected since the last event.
    idle: u32,
    reconnects: u32,
}

struct Again<T, E> {
    setup: Setup,
    request: Request,
    decode: Decode<EventStream<T>, E>,
}

enum Progress<T, E> {
    Pausing(BoxFuture<'static, ()>, Option<Sending<EventStream<T>, E>>),
    Connecting(Sending<EventStream<T>, E>),
    Open(Box<EventStream<T>>),
    Over,
}

impl<T, E> Sending<EventStream<T>, E> {
    /// The events of the call as a stream that reconnects when it breaks or ends: with `Last-Event-ID`, after the time that the server
    /// asks for with `retry`. The call is then made again, whether it is safe to repeat or not.
    ///
    /// A `Last-Event-ID` among the options of the call is that of the first request.
    pub fn reconnecting(self) -> Reconnecting<T, E> {
        let again = match &self.state {
            State::Ready(parts, decode) => parts.1.as_ref().ok().and_then(Request::again).map(|request| Again {
                setup: parts.0.clone(),
                request,
                decode: *decode,
            }),
            State::Running(..) | State::Instead(_) | State::Done => None,
        };
        Reconnecting {
            again,
            policy: ReconnectPolicy::default(),
            progress: Progress::Connecting(self),
            id: None,
            asked: None,
            idle: 0,
            reconnects: 0,
        }
    }
}

impl<T, E> Again<T, E> {
    /// The call, which continues after that event; `None` if its id cannot be sent.
    fn call(&self, id: Option<&str>) -> Option<Sending<EventStream<T>, E>> {
        let mut setup = self.setup.clone();
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            let id = HeaderValue::from_bytes(id.as_bytes()).ok()?;
            setup.options.headers.insert(LAST_EVENT_ID, id);
        }
        Some(send(setup, Ok(self.request.again()?), self.decode))
    }
}

type Next<T> = Option<Result<Event<T>, Error>>;

impl<T: 'static, E: Send + Sync + 'static> Reconnecting<T, E> {
    /// Sets how it reconnects.
    pub fn with(mut self, policy: ReconnectPolicy) -> Self {
        self.policy = policy;
        self
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`EventStream::next`] that concern one event, after which the stream continues, and the error of the call
    /// or of the connection that ends it.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// The id to continue with later: the last one that was received completely.
    pub fn last_event_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// How often it has reconnected.
    pub fn reconnects(&self) -> u32 {
        self.reconnects
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Next<T>> {
        loop {
            let cause = match &mut self.progress {
                Progress::Pausing(pause, call) => {
                    ready!(pause.as_mut().poll(cx));
                    self.reconnects = self.reconnects.saturating_add(1);
                    self.progress = call.take().map_or(Progress::Over, Progress::Connecting);
                    continue;
                }
                Progress::Connecting(call) => match ready!(Pin::new(call).poll(cx)) {
                    Ok(response) if response.status() == StatusCode::NO_CONTENT => return self.over(None),
                    Ok(response) => {
                        self.progress = Progress::Open(Box::new(response.into_inner()));
                        continue;
                    }
                    // The first connection is an ordinary call.
                    Err(error) if self.reconnects == 0 || !error.is_retryable() => {
                        return self.over(Some(Err(error.into_untyped())));
                    }
                    Err(error) => Some(Err(error.into_untyped())),
                },
                Progress::Open(stream) => {
                    let item = ready!(stream.poll(cx));
                    let (id, asked) = stream.resume_point();
                    self.id = id.or(self.id.take());
                    self.asked = asked.or(self.asked);
                    match stream.ended() {
                        Ended::Not => {
                            self.idle = 0;
                            return Poll::Ready(item);
                        }
                        Ended::Finally => return self.over(item),
                        Ended::Connection => item,
                    }
                }
                Progress::Over => return Poll::Ready(None),
            };
            match self.pause(&cause) {
                Some(pausing) => self.progress = pausing,
                None => return self.over(cause),
            }
        }
    }

    fn over(&mut self, last: Next<T>) -> Poll<Next<T>> {
        self.progress = Progress::Over;
        Poll::Ready(last)
    }

    /// The delay before the next connection, and its call; `None` if there is none.
    fn pause(&mut self, cause: &Next<T>) -> Option<Progress<T, E>> {
        if self.idle >= self.policy.max_reconnects {
            return None;
        }
        let again = self.again.as_ref()?;
        let shared = &again.setup.core.shared;
        let own = self
            .policy
            .delay_before(self.idle, self.asked, shared.transport.random());
        let asked = cause.as_ref().and_then(|cause| cause.as_ref().err()?.retry_after());
        let retry = again.setup.options.retry.as_ref().unwrap_or(&shared.retry);
        if asked.is_some_and(|asked| asked > retry.max_retry_after) {
            return None;
        }
        let call = again.call(self.id.as_deref())?;
        self.idle = self.idle.saturating_add(1);
        let delay = asked.map_or(own, |asked| asked.max(own));
        Some(Progress::Pausing(shared.transport.sleep(delay), Some(call)))
    }
}

// Everything that must not be moved is boxed.
impl<T, E> Unpin for Reconnecting<T, E> {}

impl<T: 'static, E: Send + Sync + 'static> Stream for Reconnecting<T, E> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

#[cfg(feature = "blocking")]
impl<T: 'static, E: Send + Sync + 'static> Reconnecting<T, E> {
    /// The events as an iterator on the current thread. Needs a blocking transport.
    pub fn wait(self) -> crate::transport::blocking::Waiting<Self> {
        crate::transport::blocking::Waiting::new(self)
    }
}

impl<T, E> fmt::Debug for Reconnecting<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reconnecting")
            .field("policy", &self.policy)
            .field("reconnects", &self.reconnects)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_from_what_the_server_asks_for() {
        let seconds = Duration::from_secs;
        let policy = ReconnectPolicy::new();
        let delays = [0, 1, 5, 40].map(|number| policy.delay_before(number, None, 0));
        assert_eq!(delays, [seconds(3), seconds(6), seconds(60), seconds(60)]);
        assert_eq!(policy.delay_before(0, None, u64::MAX), Duration::from_millis(3750));
        assert_eq!(policy.delay_before(1, Some(seconds(10)), 0), seconds(20));
        assert_eq!(
            policy.delay_before(3, Some(seconds(90)), 0),
            seconds(90),
            "beyond the longest of the client"
        );
        assert_eq!(policy.delay_before(9, Some(Duration::ZERO), u64::MAX), Duration::ZERO);
    }
}
