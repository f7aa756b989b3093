//! The coding `deflate`: DEFLATE in the format of zlib (RFC 1950). Some servers leave that format out, so both are read.

use std::io;

use miniz_oxide::DataFormat;

use super::decoded::{Decoder, Progress};
use super::inflate::Inflate;

/// The coding `deflate`.
#[derive(Default)]
pub(super) struct Deflate {
    /// The first byte, until the second one tells the format.
    first: Option<u8>,
    inflate: Option<Inflate>,
    ended: bool,
}

impl Deflate {
    /// The decoder for the format that the first two bytes tell (RFC 1950 section 2.2), with the first one given to it.
    fn begin(first: u8, second: u8, output: &mut [u8]) -> io::Result<Inflate> {
        let is_zlib = first & 0x0F == 8 && u16::from_be_bytes([first, second]).is_multiple_of(31);
        let mut inflate = Inflate::new(if is_zlib { DataFormat::Zlib } else { DataFormat::Raw });
        // A single byte gives no output.
        inflate.decode(&mut [first].as_slice(), output)?;
        Ok(inflate)
    }
}

impl Decoder for Deflate {
    fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Progress> {
        if self.ended {
            return Ok(Progress::Ended);
        }
        while self.inflate.is_none() {
            let Some((next, rest)) = input.split_first() else {
                return Ok(Progress::Needs);
            };
            match self.first {
                None => {
                    self.first = Some(*next);
                    *input = rest;
                }
                Some(first) => self.inflate = Some(Self::begin(first, *next, output)?),
            }
        }
        let Some(inflate) = &mut self.inflate else {
            return Ok(Progress::Needs);
        };
        let step = inflate.decode(input, output)?;
        self.ended = step.ended;
        Ok(match step.wrote {
            0 if self.ended => Progress::Ended,
            0 => Progress::Needs,
            wrote => Progress::Wrote(wrote),
        })
    }

    fn may_end(&self) -> bool {
        self.ended
    }
}
