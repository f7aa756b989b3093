//! DEFLATE (RFC 1951), by itself or in the format of zlib (RFC 1950).

use std::io;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::decoded::corrupt;

/// A DEFLATE stream.
pub(super) struct Inflate(Box<InflateState>);

impl Inflate {
    pub(super) fn new(format: DataFormat) -> Self {
        Self(InflateState::new_boxed(format))
    }

    pub(super) fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Step> {
        loop {
            let result = inflate(&mut self.0, input, output, MZFlush::None);
            *input = input.get(result.bytes_consumed..).unwrap_or_default();
            let wrote = result.bytes_written;
            match result.status {
                Ok(MZStatus::StreamEnd) => return Ok(Step { wrote, ended: true }),
                Ok(MZStatus::Ok | MZStatus::NeedDict) | Err(MZError::Buf) if wrote > 0 || input.is_empty() => {
                    return Ok(Step { wrote, ended: false });
                }
                Ok(MZStatus::Ok) if result.bytes_consumed > 0 => {}
                Ok(_) | Err(_) => return Err(corrupt("the body is not DEFLATE, as its coding says")),
            }
        }
    }
}

/// What a step has written, and whether it was the last one. One that writes nothing and is not the last needs more input.
pub(super) struct Step {
    pub(super) wrote: usize,
    pub(super) ended: bool,
}
