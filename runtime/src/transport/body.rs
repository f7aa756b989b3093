//! Bodies of requests and responses: bytes in memory, or a stream of pieces.

use std::collections::VecDeque;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::maybe_send::{BoxError, ByteChunks, MaybeSend, MaybeSync, Open};
use super::{CHUNK, TransportError, reader};

/// The body of a request or a response; a stream of [`Bytes`].
///
/// A body of bytes, of a path or of a factory ([`Body::replayable`]) can be sent again when a request is retried or
/// redirected; one of a reader or of a stream is sent once.
///
/// ```
/// # use specwright_runtime::Body;
/// assert_eq!(Body::from("hello").len(), Some(5));
/// assert!(Body::from_reader(std::io::empty(), None).try_clone().is_none());
/// ```
pub struct Body {
    repr: Repr,
    /// Counts the pieces that were taken out.
    moved: Option<Moved>,
    /// How many bytes come, if the other side is right: where they are collected, there is room for them from the start.
    expected: usize,
}

/// How many pieces of a body were taken out.
pub(crate) type Moved = Arc<AtomicUsize>;

enum Repr {
    Bytes(Bytes),
    /// Can be opened any number of times.
    Source {
        open: Open,
        length: Option<u64>,
        opened: Option<ByteChunks>,
    },
    Once {
        chunks: ByteChunks,
        length: Option<u64>,
    },
    /// Several bodies in a row; never nested.
    Chain(VecDeque<Body>),
}

impl Body {
    fn of(repr: Repr) -> Self {
        Self {
            repr,
            moved: None,
            expected: 0,
        }
    }

    /// The body of a response with these headers.
    #[cfg(any(feature = "blocking", feature = "reqwest"))]
    pub(super) fn of_response(chunks: ByteChunks, headers: &http::HeaderMap) -> Self {
        let length = headers
            .get(http::header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok());
        let length = length.and_then(|length| length.parse::<usize>().ok());
        Self {
            expected: length.unwrap_or(0),
            ..Self::of(Repr::Once { chunks, length: None })
        }
    }

    /// The same body, and the counter of its pieces; none for a body that is sent in one piece.
    pub(crate) fn counted(mut self) -> (Self, Option<Moved>) {
        if self.as_bytes().is_none_or(|bytes| bytes.len() > CHUNK) {
            self.moved = Some(Moved::default());
        }
        let moved = self.moved.clone();
        (self, moved)
    }

    /// No bytes at all.
    pub fn empty() -> Self {
        Self::of(Repr::Bytes(Bytes::new()))
    }

    /// A body of what `stream` yields, sent once. `length` in bytes, if it is known, becomes `Content-Length`: a stream of
    /// another length fails the call.
    pub fn from_stream<S, B, E>(stream: S, length: Option<u64>) -> Self
    where
        S: Stream<Item = Result<B, E>> + MaybeSend + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let chunks = measured(Box::pin(Converted(Box::pin(stream))), length);
        Self::of(Repr::Once { chunks, length })
    }

    /// A body of what `reader` yields, sent once; `length` as for [`Body::from_stream`].
    ///
    /// Within a tokio runtime (feature `reqwest`) a thread for blocking work reads it. Without one it is read on the task
    /// that sends, so that the reader should not block for long.
    pub fn from_reader(reader: impl Read + MaybeSend + 'static, length: Option<u64>) -> Self {
        Self::of(Repr::Once {
            chunks: measured(reader::chunks(reader), length),
            length,
        })
    }

    /// The content of a file, which is opened again when the request is repeated. It is read like [`Body::from_reader`];
    /// what is appended to it later is not sent.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened or its length is unknown.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let length = File::open(&path)?.metadata()?.len();
        Ok(Self::of(Repr::Source {
            open: Arc::new(move || {
                let file = File::open(&path)?.take(length);
                Ok(measured(reader::chunks(file), Some(length)))
            }),
            length: Some(length),
            opened: None,
        }))
    }

    /// A body of what the streams of `open` yield. `open` is called each time the body is sent.
    pub fn replayable<S, B, E>(open: impl Fn() -> S + MaybeSend + MaybeSync + 'static, length: Option<u64>) -> Self
    where
        S: Stream<Item = Result<B, E>> + MaybeSend + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::of(Repr::Source {
            open: Arc::new(move || Ok(measured(Box::pin(Converted(Box::pin(open()))), length))),
            length,
            opened: None,
        })
    }

    /// Several bodies in a row.
    pub(crate) fn chain(parts: Vec<Body>) -> Self {
        let mut flat = VecDeque::new();
        for part in parts {
            match part.repr {
                Repr::Chain(inner) => flat.extend(inner),
                other => flat.push_back(Self::of(other)),
            }
        }
        Self::of(Repr::Chain(flat))
    }

    /// The number of bytes that are left, if it is known.
    pub fn len(&self) -> Option<u64> {
        match &self.repr {
            Repr::Bytes(bytes) => Some(bytes.len() as u64),
            Repr::Source { length, .. } | Repr::Once { length, .. } => *length,
            Repr::Chain(parts) => parts.iter().try_fold(0u64, |sum, part| sum.checked_add(part.len()?)),
        }
    }

    /// Whether the body is known to be empty.
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// The bytes, if they are in memory in one piece.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.repr {
            Repr::Bytes(bytes) => Some(bytes),
            Repr::Source { .. } | Repr::Once { .. } | Repr::Chain(_) => None,
        }
    }

    /// A copy of the body, if it can be sent again.
    pub fn try_clone(&self) -> Option<Self> {
        let repr = match &self.repr {
            Repr::Bytes(bytes) => Repr::Bytes(bytes.clone()),
            Repr::Source { open, length, .. } => Repr::Source {
                open: Arc::clone(open),
                length: *length,
                opened: None,
            },
            Repr::Once { .. } => return None,
            Repr::Chain(parts) => Repr::Chain(parts.iter().map(Body::try_clone).collect::<Option<_>>()?),
        };
        Some(Self {
            repr,
            moved: self.moved.clone(),
            expected: self.expected,
        })
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns the error of the reader, stream or connection behind the body.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, BoxError>> {
        std::future::poll_fn(|cx| self.poll_chunk(cx)).await
    }

    pub(crate) fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        let polled = self.poll_piece(cx);
        if let (Poll::Ready(Some(Ok(_))), Some(moved)) = (&polled, &self.moved) {
            moved.fetch_add(1, Ordering::Relaxed);
        }
        polled
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        match &mut self.repr {
            Repr::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Repr::Bytes(bytes) => Poll::Ready(Some(Ok(bytes.split_to(bytes.len().min(CHUNK))))),
            Repr::Source { open, opened, .. } => {
                let chunks = match opened {
                    Some(chunks) => chunks,
                    None => match open() {
                        Ok(chunks) => opened.insert(chunks),
                        Err(error) => return Poll::Ready(Some(Err(error.into()))),
                    },
                };
                chunks.as_mut().poll_next(cx)
            }
            Repr::Once { chunks, .. } => chunks.as_mut().poll_next(cx),
            Repr::Chain(parts) => {
                while let Some(first) = parts.front_mut() {
                    match first.poll_chunk(cx) {
                        Poll::Ready(None) => {
                            parts.pop_front();
                        }
                        other => return other,
                    }
                }
                Poll::Ready(None)
            }
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Body {
    /// Shows the length only: bodies may contain personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.len() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(stream)"),
        }
    }
}

impl Stream for Body {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(cx)
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::of(Repr::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::of(Repr::Bytes(bytes.into()))
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Self::of(Repr::Bytes(Bytes::from_static(bytes)))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::of(Repr::Bytes(text.into()))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self::of(Repr::Bytes(Bytes::from_static(text.as_bytes())))
    }
}

/// A stream of anything like bytes, as a stream of `Bytes`.
struct Converted<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Converted<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0
            .as_mut()
            .poll_next(cx)
            .map(|item| item.map(|piece| piece.map(Into::into).map_err(Into::into)))
    }
}

/// A stream that must have that length, if it is known: the last piece is held back until the end is seen, since a
/// transport does not look beyond `Content-Length`.
struct Measured {
    chunks: ByteChunks,
    length: u64,
    read: u64,
    last: Option<Bytes>,
}

fn measured(chunks: ByteChunks, length: Option<u64>) -> ByteChunks {
    match length {
        Some(length) => Box::pin(Measured {
            chunks,
            length,
            read: 0,
            last: None,
        }),
        None => chunks,
    }
}

impl Stream for Measured {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let problem = match ready!(self.chunks.as_mut().poll_next(cx)) {
                Some(Ok(piece)) => {
                    self.read = self.read.saturating_add(piece.len() as u64);
                    if self.read < self.length {
                        return Poll::Ready(Some(Ok(piece)));
                    }
                    if self.read == self.length {
                        if !piece.is_empty() {
                            self.last = Some(piece);
                        }
                        continue;
                    }
                    format!("it has more than the {} bytes that were stated", self.length)
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None if self.read < self.length => {
                    format!("it has {} of the {} bytes that were stated", self.read, self.length)
                }
                None => return Poll::Ready(self.last.take().map(Ok)),
            };
            return Poll::Ready(Some(Err(problem.into())));
        }
    }
}

/// Reads a body up to a limit. Returns the bytes and whether the limit cut them off; an error comes with the bytes
/// before it.
pub(crate) async fn read_body(mut body: Body, limit: usize) -> Result<(Bytes, bool), (Bytes, TransportError)> {
    if let Repr::Bytes(bytes) = &mut body.repr
        && bytes.len() <= limit
    {
        return Ok((std::mem::take(bytes), false));
    }
    let expected = body.expected.min(limit);
    let mut read = Vec::with_capacity(expected.min(FIRST_ROOM));
    loop {
        match body.chunk().await {
            None => {
                // Where the length was not known, up to half of the room is unused, and the bytes are kept as long as the value.
                read.shrink_to_fit();
                return Ok((read.into(), false));
            }
            Some(Ok(piece)) => {
                let room = limit - read.len();
                match piece.get(..room).filter(|_| piece.len() > room) {
                    Some(start) => {
                        read.extend_from_slice(start);
                        return Ok((read.into(), true));
                    }
                    None => {
                        make_room(&mut read, piece.len(), expected);
                        read.extend_from_slice(&piece);
                    }
                }
            }
            Some(Err(error)) => {
                return Err((read.into(), TransportError::of_body(error)));
            }
        }
    }
}

/// The most room in bytes that is made before anything has come, because the other side says how much it is.
const FIRST_ROOM: usize = 16 << 20;
/// How many times what has come is expected at most.
const TRUST: usize = 8;

/// Makes room for a piece: if more is needed than there is, for all that is expected, so that a large body is not moved again and
/// again, each time with twice its room.
fn make_room(read: &mut Vec<u8>, piece: usize, expected: usize) {
    let needed = read.len().saturating_add(piece);
    if needed > read.capacity() && (needed..=needed.saturating_mul(TRUST)).contains(&expected) {
        read.reserve_exact(expected - read.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_read_is_kept_without_unused_room() {
        let pieces = (1..20).map(|size| Body::from(vec![b'x'; size * 10]));
        let body = Body::chain(pieces.collect());
        let Ok((bytes, false)) = read_body(body, usize::MAX).await else {
            panic!("it is read as a whole");
        };
        assert_eq!((bytes.len(), Vec::from(bytes).capacity()), (1900, 1900));
    }

    #[test]
    fn room_is_made_once_for_what_is_expected_and_not_for_what_is_unlikely() {
        let room = |expected| {
            let mut read = vec![b'x'; 16];
            read.shrink_to_fit();
            make_room(&mut read, 1, expected);
            read.capacity()
        };
        assert_eq!(room(100), 100);
        assert_eq!(room(17 * TRUST + 1), 16);
        assert_eq!(room(10), 16, "more has come than was said");
    }

    #[cfg(any(feature = "blocking", all(feature = "reqwest", not(target_arch = "wasm32"))))]
    #[tokio::test]
    async fn a_length_that_is_not_true_makes_no_room_and_cuts_nothing_off() {
        for length in ["18446744073709551615", "4000000000", "1", "-1", "x"] {
            let mut headers = http::HeaderMap::new();
            headers.insert(http::header::CONTENT_LENGTH, length.parse().expect("a header"));
            let chunks: ByteChunks = Box::pin(Body::chain(vec![Body::from("ab"), Body::from("cd")]));
            let body = Body::of_response(chunks, &headers);
            let Ok((bytes, false)) = read_body(body, 4).await else {
                panic!("it is read as a whole");
            };
            assert_eq!(
                (bytes.as_ref(), Vec::from(bytes.clone()).capacity()),
                (&b"abcd"[..], 4),
                "{length}"
            );
        }
    }
}
