//! A body that is decoded while it is read.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use crate::transport::{Body, BoxError, MaybeSend};

/// The most that is decoded at once, so that a few bytes cannot become very many.
pub(super) const CHUNK: usize = 32 * 1024;

/// Undoes a coding.
pub(super) trait Decoder: MaybeSend {
    /// Takes bytes from the front of `input`, and writes what becomes of them to the front of `output`.
    ///
    /// # Errors
    ///
    /// Returns an error if the input is not of this coding.
    fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Progress>;

    /// Whether the input may end after everything that was decoded.
    fn may_end(&self) -> bool;
}

/// How far decoding has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// So many bytes were written, not none.
    Wrote(usize),
    /// More input must come first. All that was there has been taken.
    Needs,
    /// Everything was written. Input that is left does not belong to it.
    #[allow(dead_code, reason = "a frame of Zstandard is never known to be the last one")]
    Ended,
}

/// The stream of what a body is without its coding.
pub(super) struct Decoded {
    body: Body,
    decoder: Box<dyn Decoder>,
    input: Bytes,
    output: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing has arrived: a body without any byte has no coding.
    Empty,
    Decoding,
    Done,
}

impl Decoded {
    pub(super) fn new(body: Body, decoder: Box<dyn Decoder>) -> Self {
        Self {
            body,
            decoder,
            input: Bytes::new(),
            output: vec![0; CHUNK],
            state: State::Empty,
        }
    }

    /// The next bytes of what has arrived.
    fn decode(&mut self) -> io::Result<Progress> {
        let mut rest: &[u8] = &self.input;
        let progress = self.decoder.decode(&mut rest, &mut self.output);
        let taken = self.input.len() - rest.len();
        self.input = self.input.slice(taken..);
        progress
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        while self.state != State::Done {
            if self.state == State::Decoding {
                match self.decode()? {
                    Progress::Wrote(length) => {
                        let piece = self.output.get(..length).map(Bytes::copy_from_slice);
                        return Poll::Ready(piece.map(Ok));
                    }
                    Progress::Ended => return self.poll_rest(cx),
                    Progress::Needs => {}
                }
            }
            match ready!(self.body.poll_chunk(cx)) {
                Some(Ok(piece)) if piece.is_empty() => {}
                Some(Ok(piece)) => {
                    self.input = piece;
                    self.state = State::Decoding;
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None if self.state == State::Empty || self.decoder.may_end() => self.state = State::Done,
                None => return Poll::Ready(Some(Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()))),
            }
        }
        Poll::Ready(None)
    }

    /// The end of the content is not yet the end of the message, which frees the connection.
    fn poll_rest(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        let end = ready!(self.body.poll_chunk(cx));
        self.state = State::Done;
        Poll::Ready(match end {
            Some(Err(error)) => Some(Err(error)),
            Some(Ok(_)) | None => None,
        })
    }
}

impl Stream for Decoded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.poll(cx);
        if let Poll::Ready(Some(Err(_))) = &polled {
            self.state = State::Done;
        }
        polled
    }
}

/// The error of a body that is not of the coding that its header names.
#[cold]
pub(super) fn corrupt(problem: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}
