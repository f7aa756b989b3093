//! Streams of server-sent events.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use serde_core::de::DeserializeOwned;

use super::sse::{self, Event};
use super::{Decode, Live, Pieces, decode_json};
use crate::data::fault::Deviation;
use crate::error::{Error, Mismatch};

/// Server-sent events as they arrive. Ends with the connection or with an event whose data is `[DONE]`.
///
/// It does not reconnect by itself: [`Sending::reconnecting`](crate::Sending::reconnecting) gives a stream that does.
#[derive(Debug)]
pub struct EventStream<T> {
    events: Pieces<sse::Parser>,
    decode: Decode<T>,
    /// Whether the data are JSON.
    json: bool,
    /// Whether data with the property `error` reports one.
    error_property: bool,
    ended: Ended,
}

/// Whether a stream of events has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    Not,
    /// The connection was closed or broke.
    Connection,
    /// The server says that it is the end, or it cannot be read on.
    Finally,
}

impl<T> EventStream<T> {
    fn new(live: Live, decode: Decode<T>) -> Self {
        Self {
            events: Pieces::new(live),
            decode,
            json: false,
            error_property: false,
            ended: Ended::Not,
        }
    }

    pub(crate) fn ended(&self) -> Ended {
        self.ended
    }

    /// The id after which to continue, and the delay before that.
    pub(crate) fn resume_point(&self) -> (Option<Arc<str>>, Option<Duration>) {
        self.events.split.resume_point()
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the connection breaks or nothing arrives within the time limit, which ends the stream; or if
    /// one event reports an error or its data does not have the documented shape, after which the stream continues.
    ///
    /// An event that is called `error` reports one, and so do data with the property `error` where none is documented.
    /// [`Error::body`] has the data.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// Where the event that came last differs from the document and was repaired.
    pub fn deviations(&self) -> &[Deviation] {
        &self.events.live.head.deviations
    }

    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        let event = loop {
            match ready!(self.events.poll(cx)) {
                // No JSON is empty: such an event keeps the connection alive, as a comment does.
                Some(Ok(event)) if self.json && event.data.trim().is_empty() && !is_error(&event) => {}
                Some(Ok(event)) => break event,
                Some(Err(error)) => {
                    self.ended = match error {
                        Error::Transport(_) => Ended::Connection,
                        _ => Ended::Finally,
                    };
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    if let Some(foreign) = self.events.split.take_foreign() {
                        self.ended = Ended::Finally;
                        let error = self.events.live.mismatch(foreign.into_bytes(), Mismatch::Events);
                        return Poll::Ready(Some(Err(error)));
                    }
                    if self.ended == Ended::Not {
                        self.ended = Ended::Connection;
                    }
                    return Poll::Ready(None);
                }
            }
        };
        if event.data.trim() == "[DONE]" {
            self.events.done = true;
            self.ended = Ended::Finally;
            return Poll::Ready(None);
        }
        let named = is_error(&event);
        let Event { event, id, retry, data } = event;
        if named || (self.error_property && has_error(&data)) {
            return Poll::Ready(Some(Err(self.events.live.reported(data))));
        }
        Poll::Ready(Some(match (self.decode)(&mut self.events.live, &data) {
            Ok(data) => Ok(Event { event, id, retry, data }),
            Err(reason) => Err(self.events.live.mismatch(data.into_bytes(), reason)),
        }))
    }
}

impl<T: DeserializeOwned> EventStream<T> {
    pub(crate) fn json(live: Live) -> Self {
        Self {
            json: true,
            ..Self::new(live, decode_json)
        }
    }

    /// Of a type without the property `error`.
    pub(crate) fn json_or_error(live: Live) -> Self {
        Self {
            error_property: true,
            ..Self::json(live)
        }
    }
}

/// Whether the name of an event says that it reports an error.
fn is_error<T>(event: &Event<T>) -> bool {
    event.name() == Some("error")
}

/// Whether the data are an object with an `error` that is not null. Nearly no data have the word, so that they are not read twice.
fn has_error(data: &str) -> bool {
    data.contains("\"error\"")
        && serde_json::from_str::<serde_json::Value>(data)
            .is_ok_and(|data| data.get("error").is_some_and(|error| !error.is_null()))
}

impl EventStream<String> {
    pub(crate) fn text(live: Live) -> Self {
        Self::new(live, |_, text| Ok(text.to_owned()))
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}
