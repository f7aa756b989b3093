//! Bodies that are handed out as streams: bytes, server-sent events, JSON lines.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};
use futures_core::Stream;
use serde_core::de::DeserializeOwned;

use super::events::Told;
use super::media::Family;
use super::repair;
use crate::data::fault::{Deviation, Kind, Reading, Repair};
use crate::data::trail;
use crate::error::{DecodeError, Error, Mismatch, SendError, UnexpectedResponseError};
use crate::transport::head::Head;
use crate::transport::{Body, BoxFuture, Transport, TransportError, TransportErrorKind};

mod events;
mod lines;
mod parts;
mod save;
mod sse;

pub(crate) use events::Ended;
pub use events::EventStream;
pub use parts::{PartStream, ReceivedPart};
pub use save::SaveError;
pub use sse::Event;

/// The maximum size of a single event or line, in bytes.
const MAX_ITEM: usize = 16 << 20;

/// The rest of a response, with a time limit between its pieces.
pub(crate) struct Live {
    pub(crate) body: Body,
    pub(crate) head: Box<Head>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) idle: Option<Duration>,
    pub(crate) timer: Option<BoxFuture<'static, ()>>,
    pub(super) told: Told,
}

impl Live {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if let Poll::Ready(piece) = self.body.poll_chunk(cx) {
            self.timer = None;
            return Poll::Ready(piece.map(|piece| piece.map_err(|error| self.broken(TransportError::of_body(error)))));
        }
        let Some(idle) = self.idle else { return Poll::Pending };
        let transport = &self.transport;
        let timer = self.timer.get_or_insert_with(|| transport.sleep(idle));
        ready!(timer.as_mut().poll(cx));
        Poll::Ready(Some(
            Err(self.broken(TransportError::bare(TransportErrorKind::Timeout))),
        ))
    }

    fn broken(&mut self, source: TransportError) -> Error {
        // Nothing more can be read from it.
        self.body = Body::empty();
        Error::Transport(Box::new(SendError {
            operation: self.head.operation.id,
            attempts: self.head.attempts,
            source,
            head: Some(self.head.clone()),
        }))
    }

    /// The server reports an error in the middle of the stream.
    fn reported(&self, data: String) -> Error {
        let mut head = self.head.clone();
        head.body = data.into();
        let reason = Mismatch::ErrorEvent;
        Error::Unexpected(Box::new(UnexpectedResponseError { head, reason }))
    }

    fn mismatch(&self, item: Vec<u8>, reason: Mismatch) -> Error {
        let mut head = self.head.clone();
        head.body = item.into();
        Error::Decode(Box::new(DecodeError { head, reason }))
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head.fmt(f)
    }
}

/// Splits bytes into items, across the boundaries of pieces.
trait Split: Default {
    /// An event, or a line.
    type Item;

    /// Takes bytes until an item is complete: how many were taken, and the item. What comes after it is left, so that
    /// no piece makes a queue.
    fn feed(&mut self, piece: &[u8]) -> (usize, Option<Self::Item>);

    /// The last item, which only the end of the stream has completed.
    fn end(&mut self) -> Option<Self::Item>;

    /// How many bytes are kept for what is not complete.
    fn buffered(&self) -> usize;

    /// All items of a string that arrives in pieces of one size.
    #[cfg(test)]
    fn all(&mut self, text: &[u8], size: usize) -> Vec<Self::Item> {
        let mut items = Vec::new();
        for mut piece in text.chunks(size) {
            while let Some(rest) = Some(piece).filter(|piece| !piece.is_empty()) {
                let (taken, item) = self.feed(rest);
                items.extend(item);
                piece = rest.get(taken..).unwrap_or_default();
            }
        }
        items.extend(self.end());
        items
    }
}

/// The items of a body as they arrive.
#[derive(Debug)]
struct Pieces<S> {
    live: Live,
    split: S,
    /// Bytes that were received but not split yet.
    piece: Bytes,
    done: bool,
}

impl<S: Split> Pieces<S> {
    fn new(live: Live) -> Self {
        Self::split(live, S::default())
    }

    fn split(live: Live, split: S) -> Self {
        Self {
            live,
            split,
            piece: Bytes::new(),
            done: false,
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<S::Item, Error>>> {
        while !self.done {
            if self.piece.is_empty() {
                match ready!(self.live.poll(cx)) {
                    Some(Ok(piece)) => self.piece = piece,
                    Some(Err(error)) => {
                        self.done = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                    None => {
                        self.done = true;
                        return Poll::Ready(self.split.end().map(Ok));
                    }
                }
            }
            let (taken, item) = self.split.feed(&self.piece);
            self.piece.advance(taken);
            if self.split.buffered() > MAX_ITEM {
                self.done = true;
                return Poll::Ready(Some(Err(self.live.mismatch(Vec::new(), Mismatch::TooLarge(MAX_ITEM)))));
            }
            if let Some(item) = item {
                return Poll::Ready(Some(Ok(item)));
            }
        }
        Poll::Ready(None)
    }
}

/// The body of a download, as it arrives.
#[derive(Debug)]
pub struct ByteStream {
    live: Live,
    length: Option<u64>,
}

impl ByteStream {
    pub(crate) fn new(live: Live, length: Option<u64>) -> Self {
        Self { live, length }
    }

    /// How many bytes the server announced.
    pub fn content_length(&self) -> Option<u64> {
        self.length
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the connection breaks or nothing arrives within the time limit.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|cx| self.live.poll(cx)).await
    }

    /// Collects all bytes in memory.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`ByteStream::next`], and an error if there are more than `limit` bytes.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, Error> {
        let mut all = Vec::new();
        while let Some(piece) = self.next().await {
            let piece = piece?;
            if piece.len() > limit.saturating_sub(all.len()) {
                return Err(self.live.mismatch(all, Mismatch::TooLarge(limit)));
            }
            all.extend_from_slice(&piece);
        }
        Ok(all.into())
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.live.poll(cx)
    }
}

/// Decodes an item.
type Decode<T> = fn(&mut Live, &str) -> Result<T, Mismatch>;

fn decode_json<T: DeserializeOwned>(live: &mut Live, text: &str) -> Result<T, Mismatch> {
    live.head.deviations.clear();
    let value = repair::read(&mut live.head, text, |text| serde_json::from_str(text));
    live.told.deviations(&live.head);
    value
}

/// Whether no array is a value of that type: its reader says so.
fn refuses_arrays<T: DeserializeOwned>() -> bool {
    let read = trail::strictly(|| serde_json::from_str::<T>("[]"));
    read.is_err_and(|error| error.to_string().starts_with("invalid type: sequence"))
}

/// The value of a line that ends like an item of a list, with a comma.
fn separated<'l, T>(value: &Result<T, Mismatch>, line: &'l str, reading: Reading) -> Option<&'l str> {
    let may_be = matches!(value, Err(Mismatch::Syntax { .. })) && reading != Reading::Strict;
    line.strip_suffix(',').filter(|_| may_be)
}

/// JSON values, one for each line, as they arrive (JSON Lines, NDJSON, RFC 7464).
#[derive(Debug)]
pub struct JsonLines<T> {
    lines: Pieces<lines::Splitter>,
    decode: Decode<T>,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonLines<T> {
    pub(crate) fn new(live: Live) -> Self {
        let is_json = live.head.content_type().map(Family::of) == Some(Family::Json);
        // Servers send all values as one array, above all where they also have a form of JSON.
        let spread = live.head.reading != Reading::Strict && refuses_arrays::<T>();
        let split = lines::Splitter::of_values(is_json, spread);
        Self {
            lines: Pieces::split(live, split),
            decode: decode_json,
            item: PhantomData,
        }
    }
}

impl<T> JsonLines<T> {
    /// The next value; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the connection breaks or nothing arrives within the time limit, which ends the stream; or if
    /// one line does not have the documented shape, after which the stream continues.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// Where the value that came last differs from the document and was repaired.
    pub fn deviations(&self) -> &[Deviation] {
        &self.lines.live.head.deviations
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let line = ready!(self.lines.poll(cx));
        Poll::Ready(line.map(|line| {
            let line = line?;
            let live = &mut self.lines.live;
            let mut value = (self.decode)(live, &line.text);
            if let Some(item) = separated(&value, &line.text, live.head.reading) {
                value = (self.decode)(live, item);
                if value.is_ok() {
                    repair::note(&mut live.head, Kind::Other, Kind::Unreadable, Repair::Converted);
                    live.told.deviations(&live.head);
                }
            }
            let value = value.map_err(|reason| live.mismatch(line.text.into_bytes(), reason))?;
            if line.of_array {
                repair::note(&mut live.head, Kind::Other, Kind::Array, Repair::Converted);
                live.told.deviations(&live.head);
            }
            Ok(value)
        }))
    }
}

impl<T> Stream for JsonLines<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

#[cfg(feature = "blocking")]
mod blocking {
    use super::{ByteStream, EventStream, JsonLines, PartStream};
    use crate::transport::blocking::Waiting;

    impl ByteStream {
        /// The pieces as an iterator on the current thread. Needs a blocking transport.
        pub fn wait(self) -> Waiting<Self> {
            Waiting::new(self)
        }
    }

    impl PartStream {
        /// The parts as an iterator on the current thread. Needs a blocking transport.
        pub fn wait(self) -> Waiting<Self> {
            Waiting::new(self)
        }
    }

    impl<T> EventStream<T> {
        /// The events as an iterator on the current thread. Needs a blocking transport.
        pub fn wait(self) -> Waiting<Self> {
            Waiting::new(self)
        }
    }

    impl<T> JsonLines<T> {
        /// The values as an iterator on the current thread. Needs a blocking transport.
        pub fn wait(self) -> Waiting<Self> {
            Waiting::new(self)
        }
    }
}
