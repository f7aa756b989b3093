//! Bodies of requests and responses: bytes in memory, or a stream of pieces.

use std::collections::VecDeque;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::maybe_send::{BoxError, ByteChunks, MaybeSend, MaybeSync, Open};
use super::{TransportError, TransportErrorKind};

/// How many bytes of a file or reader are read at once.
const CHUNK: usize = 64 * 1024;

/// The body of a request or a response; a stream of [`Bytes`].
///
/// A body of bytes, of a path or of a factory ([`Body::replayable`]) can be sent again when a request is retried or
/// redirected; one of a reader or of a stream is sent once.
///
/// ```
/// use specwright_runtime::Body;
///
/// assert_eq!(Body::from("hello").len(), Some(5));
/// assert!(Body::from_reader(std::io::empty(), None).try_clone().is_none());
/// ```
pub struct Body(Repr);

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
    /// No bytes at all.
    pub fn empty() -> Self {
        Self(Repr::Bytes(Bytes::new()))
    }

    /// A body of what `stream` yields, sent once. `length` in bytes, if it is known, becomes `Content-Length`.
    pub fn from_stream<S, B, E>(stream: S, length: Option<u64>) -> Self
    where
        S: Stream<Item = Result<B, E>> + MaybeSend + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let chunks: ByteChunks = Box::pin(Converted(Box::pin(stream)));
        Self(Repr::Once { chunks, length })
    }

    /// A body of what `reader` yields, sent once. It is read on the task that sends, so the reader should not block for
    /// long.
    pub fn from_reader(reader: impl Read + MaybeSend + 'static, length: Option<u64>) -> Self {
        Self(Repr::Once {
            chunks: reader_chunks(reader, length),
            length,
        })
    }

    /// The content of a file, which is opened again when the request is repeated.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened or its length is unknown.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let length = File::open(&path)?.metadata()?.len();
        Ok(Self(Repr::Source {
            open: Arc::new(move || Ok(reader_chunks(File::open(&path)?, Some(length)))),
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
        Self(Repr::Source {
            open: Arc::new(move || Ok(Box::pin(Converted(Box::pin(open()))))),
            length,
            opened: None,
        })
    }

    /// Several bodies in a row.
    pub(crate) fn chain(parts: Vec<Body>) -> Self {
        let mut flat = VecDeque::new();
        for part in parts {
            match part.0 {
                Repr::Chain(inner) => flat.extend(inner),
                other => flat.push_back(Self(other)),
            }
        }
        Self(Repr::Chain(flat))
    }

    /// The number of bytes that are left, if it is known.
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
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
        match &self.0 {
            Repr::Bytes(bytes) => Some(bytes),
            Repr::Source { .. } | Repr::Once { .. } | Repr::Chain(_) => None,
        }
    }

    /// A copy of the body, if it can be sent again.
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Repr::Bytes(bytes) => Some(Self(Repr::Bytes(bytes.clone()))),
            Repr::Source { open, length, .. } => Some(Self(Repr::Source {
                open: Arc::clone(open),
                length: *length,
                opened: None,
            })),
            Repr::Once { .. } => None,
            Repr::Chain(parts) => Some(Self(Repr::Chain(
                parts.iter().map(Body::try_clone).collect::<Option<VecDeque<_>>>()?,
            ))),
        }
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
        match &mut self.0 {
            Repr::Bytes(bytes) => Poll::Ready(match std::mem::take(bytes) {
                bytes if bytes.is_empty() => None,
                bytes => Some(Ok(bytes)),
            }),
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
        Self(Repr::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Repr::Bytes(bytes.into()))
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Self(Repr::Bytes(Bytes::from_static(bytes)))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self(Repr::Bytes(text.into()))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self(Repr::Bytes(Bytes::from_static(text.as_bytes())))
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

/// A reader as a stream, cut off at `limit` so that a growing file cannot break `Content-Length`.
struct ReaderChunks<R>(Option<io::Take<R>>);

fn reader_chunks(reader: impl Read + MaybeSend + 'static, limit: Option<u64>) -> ByteChunks {
    let limited = reader.take(limit.unwrap_or(u64::MAX));
    Box::pin(ReaderChunks(Some(limited)))
}

impl<R: Read> ReaderChunks<R> {
    fn read(&mut self) -> Option<Result<Bytes, BoxError>> {
        let reader = self.0.as_mut()?;
        let mut piece = vec![0; CHUNK];
        // One read, not a full piece: an event that has arrived must not wait for the next one.
        let read = loop {
            match reader.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        match read {
            Ok(0) => {
                self.0 = None;
                None
            }
            Ok(length) => {
                piece.truncate(length);
                Some(Ok(piece.into()))
            }
            Err(error) => {
                self.0 = None;
                Some(Err(error.into()))
            }
        }
    }
}

// Nothing points at the address of the field, so nothing needs pinning.
impl<R> Unpin for ReaderChunks<R> {}

impl<R: Read> Stream for ReaderChunks<R> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.read())
    }
}

/// Reads a body up to a limit. Returns the bytes and whether the limit cut them off; an error comes with the bytes
/// before it.
pub(crate) async fn read_body(mut body: Body, limit: usize) -> Result<(Bytes, bool), (Bytes, TransportError)> {
    if let Some(bytes) = body.as_bytes()
        && bytes.len() <= limit
    {
        return Ok((bytes.clone(), false));
    }
    let mut read = Vec::new();
    loop {
        match body.chunk().await {
            None => return Ok((read.into(), false)),
            Some(Ok(piece)) => {
                let room = limit - read.len();
                match piece.get(..room).filter(|_| piece.len() > room) {
                    Some(start) => {
                        read.extend_from_slice(start);
                        return Ok((read.into(), true));
                    }
                    None => read.extend_from_slice(&piece),
                }
            }
            Some(Err(error)) => {
                return Err((read.into(), TransportError::new(TransportErrorKind::Body, error)));
            }
        }
    }
}
