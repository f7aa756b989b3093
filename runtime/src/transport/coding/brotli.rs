//! The coding `br` (RFC 7932).

use std::io;

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

use super::decoded::{Decoder, Progress, corrupt};

pub(super) struct Brotli {
    state: Box<BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>>,
    ended: bool,
}

impl Brotli {
    pub(super) fn new() -> Self {
        let alloc = StandardAlloc::default;
        Self {
            state: Box::new(BrotliState::new(alloc(), alloc(), alloc())),
            ended: false,
        }
    }
}

impl Decoder for Brotli {
    fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Progress> {
        if self.ended {
            return Ok(Progress::Ended);
        }
        let (mut left, mut taken) = (input.len(), 0);
        let (mut room, mut wrote) = (output.len(), 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut taken,
            input,
            &mut room,
            &mut wrote,
            output,
            &mut 0,
            &mut self.state,
        );
        *input = input.get(taken..).unwrap_or_default();
        match result {
            BrotliResult::ResultFailure => return Err(corrupt("the body is not Brotli, as its coding says")),
            BrotliResult::ResultSuccess => self.ended = true,
            BrotliResult::NeedsMoreInput | BrotliResult::NeedsMoreOutput => {}
        }
        Ok(match wrote {
            0 if self.ended => Progress::Ended,
            0 => Progress::Needs,
            wrote => Progress::Wrote(wrote),
        })
    }

    fn may_end(&self) -> bool {
        self.ended
    }
}
