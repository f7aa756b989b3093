//! A reader as a stream of pieces, read where blocking does no harm.

use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::CHUNK;
use super::maybe_send::{BoxError, ByteChunks, MaybeSend};

pub(super) fn chunks(reader: impl Read + MaybeSend + 'static) -> ByteChunks {
    Box::pin(Chunks(State::Idle(reader)))
}

/// What a read gives: the reader, to go on, and the piece.
type Piece<R> = (R, io::Result<Bytes>);

enum State<R> {
    Idle(R),
    #[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
    Reading(tokio::task::JoinHandle<Piece<R>>),
    Done,
}

struct Chunks<R>(State<R>);

// Nothing points at the address of the field, so nothing needs pinning.
impl<R> Unpin for Chunks<R> {}

/// One read, not a full piece: an event that has arrived must not wait for the next one.
fn read<R: Read>(mut reader: R) -> Piece<R> {
    let mut piece = vec![0; CHUNK];
    let read = loop {
        match reader.read(&mut piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => break other,
        }
    };
    let piece = read.map(|length| {
        piece.truncate(length);
        Bytes::from(piece)
    });
    (reader, piece)
}

impl<R: Read + MaybeSend + 'static> Chunks<R> {
    /// Reads a piece. Within a tokio runtime a thread for blocking work does it: a slow disk must not hold up the other
    /// tasks.
    #[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        loop {
            match std::mem::replace(&mut self.0, State::Done) {
                State::Idle(reader) if super::waits_here() || !super::background::is_inside() => {
                    return Poll::Ready(self.keep(read(reader)));
                }
                State::Idle(reader) => self.0 = State::Reading(tokio::task::spawn_blocking(|| read(reader))),
                State::Reading(mut task) => {
                    return match Pin::new(&mut task).poll(cx) {
                        Poll::Ready(Ok(piece)) => Poll::Ready(self.keep(piece)),
                        Poll::Ready(Err(error)) => Poll::Ready(Err(error.into())),
                        Poll::Pending => {
                            self.0 = State::Reading(task);
                            Poll::Pending
                        }
                    };
                }
                State::Done => return Poll::Ready(Ok(Bytes::new())),
            }
        }
    }

    /// Reads a piece, here: there is no runtime that could do it elsewhere.
    #[cfg(not(all(feature = "reqwest", not(target_arch = "wasm32"))))]
    fn poll_piece(&mut self, _: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        Poll::Ready(match std::mem::replace(&mut self.0, State::Done) {
            State::Idle(reader) => self.keep(read(reader)),
            State::Done => Ok(Bytes::new()),
        })
    }

    /// Keeps the reader if it has more.
    fn keep(&mut self, (reader, piece): Piece<R>) -> io::Result<Bytes> {
        if piece.as_ref().is_ok_and(|piece| !piece.is_empty()) {
            self.0 = State::Idle(reader);
        }
        piece
    }
}

impl<R: Read + MaybeSend + 'static> Stream for Chunks<R> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_piece(cx).map(|piece| match piece {
            Ok(piece) if piece.is_empty() => None,
            Ok(piece) => Some(Ok(piece)),
            Err(error) => Some(Err(error.into())),
        })
    }
}
