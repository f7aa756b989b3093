//! The coding `zstd` (RFC 8878): frames, each with a header, blocks and perhaps a checksum.

use std::io::{self, Read};

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::decoded::{Decoder, Progress, corrupt};

/// The largest window that a decoder of this coding must support, and the most that is kept for it (RFC 9659 section 3).
const MAX_WINDOW: u64 = 8 << 20;
/// Magic number, descriptor, window, dictionary and content size (RFC 8878 section 3.1.1.1).
const MAX_HEADER: usize = 18;
const CHECKSUM: usize = 4;

pub(super) struct Zstd {
    decoder: FrameDecoder,
    /// Input that is not yet a whole block, from `start` on.
    kept: Vec<u8>,
    start: usize,
    state: State,
    frames: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Header,
    Blocks {
        checksum: bool,
    },
    /// What is left of a frame that is to be skipped.
    Skipping(usize),
}

impl Zstd {
    pub(super) fn new() -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(MAX_WINDOW);
        Self {
            decoder,
            kept: Vec::new(),
            start: 0,
            state: State::Header,
            frames: 0,
        }
    }

    fn rest(&self) -> &[u8] {
        self.kept.get(self.start..).unwrap_or_default()
    }

    /// Reads one header or block. Whether there was enough input for it.
    fn advance(&mut self) -> io::Result<bool> {
        match self.state {
            State::Header => self.header(),
            State::Blocks { checksum } => self.block(checksum),
            State::Skipping(left) => {
                let length = left.min(self.rest().len());
                self.start += length;
                self.state = match left - length {
                    0 => State::Header,
                    left => State::Skipping(left),
                };
                Ok(length > 0 || left == 0)
            }
        }
    }

    fn header(&mut self) -> io::Result<bool> {
        let not_zstd = || corrupt("the body is not Zstandard, as its coding says");
        let Some((magic, rest)) = self.rest().split_first_chunk::<4>() else {
            return Ok(false);
        };
        if u32::from_le_bytes(*magic) & 0xFFFF_FFF0 == 0x184D_2A50 {
            let Some(length) = rest.first_chunk::<4>() else {
                return Ok(false);
            };
            let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
            self.state = State::Skipping(length.saturating_add(8));
            return Ok(true);
        }
        let Some(descriptor) = rest.first() else {
            return Ok(false);
        };
        let checksum = descriptor & 4 != 0;
        let magic = *magic;
        let mut source = self.kept.get(self.start..).unwrap_or_default();
        let there = source.len();
        match self.decoder.reset(&mut source) {
            Ok(()) => {}
            // It may be longer than what has arrived.
            Err(_) if there < MAX_HEADER && u32::from_le_bytes(magic) == 0xFD2F_B528 => return Ok(false),
            Err(_) => return Err(not_zstd()),
        }
        self.start += there - source.len();
        self.state = State::Blocks { checksum };
        Ok(true)
    }

    /// A block of at most 128 KiB, with the checksum behind the last one (RFC 8878 section 3.1.1.2).
    fn block(&mut self, checksum: bool) -> io::Result<bool> {
        let Some([first, second, third]) = self.rest().first_chunk::<3>() else {
            return Ok(false);
        };
        let header = usize::from(*first) | usize::from(*second) << 8 | usize::from(*third) << 16;
        let (is_last, is_run) = (header & 1 == 1, (header >> 1) & 3 == 1);
        let content = if is_run { 1 } else { header >> 3 };
        let end = if is_last && checksum { CHECKSUM } else { 0 };
        let length = 3 + content + end;
        let Some(mut block) = self.kept.get(self.start..self.start + length) else {
            return Ok(false);
        };
        let decoded = self
            .decoder
            .decode_blocks(&mut block, BlockDecodingStrategy::UptoBlocks(1));
        decoded.map_err(|_| corrupt("the Zstandard body has a block that cannot be read"))?;
        self.start += length;
        Ok(true)
    }
}

impl Decoder for Zstd {
    fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Progress> {
        self.kept.drain(..std::mem::take(&mut self.start));
        self.kept.extend_from_slice(std::mem::take(input));
        loop {
            if self.decoder.can_collect() > 0 {
                let wrote = self.decoder.read(output)?;
                if wrote > 0 {
                    return Ok(Progress::Wrote(wrote));
                }
            }
            let is_open = matches!(self.state, State::Blocks { .. });
            if is_open && self.decoder.is_finished() {
                self.frames += 1;
                self.state = State::Header;
            } else if !self.advance()? {
                return Ok(Progress::Needs);
            }
        }
    }

    fn may_end(&self) -> bool {
        self.state == State::Header && self.rest().is_empty() && self.frames > 0
    }
}
