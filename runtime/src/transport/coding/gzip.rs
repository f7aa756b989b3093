//! The coding `gzip` (RFC 1952): parts, each with a header, a DEFLATE stream and a checksum. A body that does not begin like a part is as it is:
//! behind some proxies the header stays when the coding is gone.

use std::io;

use miniz_oxide::DataFormat;

use super::decoded::{Decoder, Progress, corrupt};
use super::inflate::Inflate;

/// The longest header that is read: names and comments, which servers hardly send, have no limit of their own.
const MAX_HEADER: usize = 8 * 1024;
/// CRC-32 and length.
const TRAILER: usize = 8;

// The flags of a header (RFC 1952 section 2.3.1).
const HAS_CRC: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;

#[derive(Default)]
pub(super) struct Gzip {
    state: State,
    /// The bytes of a header or trailer that is not complete.
    kept: Vec<u8>,
    checksum: Crc,
    length: u32,
    parts: usize,
}

#[derive(Default)]
enum State {
    #[default]
    Header,
    Body(Inflate),
    Trailer,
    /// It is not coded.
    Plain,
    Ended,
}

impl Decoder for Gzip {
    fn decode(&mut self, input: &mut &[u8], output: &mut [u8]) -> io::Result<Progress> {
        loop {
            match &mut self.state {
                State::Header => {
                    let Some((byte, rest)) = input.split_first() else {
                        return Ok(Progress::Needs);
                    };
                    if self.kept.is_empty() && *byte != 0x1F {
                        // Behind the last part it is padding.
                        self.state = if self.parts > 0 { State::Ended } else { State::Plain };
                        continue;
                    }
                    self.kept.push(*byte);
                    *input = rest;
                    if is_header(&self.kept)? {
                        self.begin();
                    } else if self.kept.len() > MAX_HEADER {
                        return Err(corrupt("the header of the gzip body does not end"));
                    }
                }
                State::Body(inflate) => {
                    let step = inflate.decode(input, output)?;
                    let written = output.get(..step.wrote).unwrap_or_default();
                    self.checksum.update(written);
                    // Modulo 2^32 (RFC 1952 section 2.3.1).
                    self.length = self.length.wrapping_add(written.len() as u32);
                    if step.ended {
                        self.state = State::Trailer;
                    }
                    match step.wrote {
                        0 if step.ended => {}
                        0 => return Ok(Progress::Needs),
                        wrote => return Ok(Progress::Wrote(wrote)),
                    }
                }
                State::Trailer => {
                    let (taken, rest) = input.split_at((TRAILER - self.kept.len()).min(input.len()));
                    self.kept.extend_from_slice(taken);
                    *input = rest;
                    if self.kept.len() < TRAILER {
                        return Ok(Progress::Needs);
                    }
                    self.end()?;
                }
                State::Plain => {
                    let length = input.len().min(output.len());
                    let (taken, rest) = input.split_at(length);
                    let Some(written) = output.get_mut(..length).filter(|_| length > 0) else {
                        return Ok(Progress::Needs);
                    };
                    written.copy_from_slice(taken);
                    *input = rest;
                    return Ok(Progress::Wrote(length));
                }
                State::Ended => return Ok(Progress::Ended),
            }
        }
    }

    fn may_end(&self) -> bool {
        match self.state {
            State::Header => self.parts > 0 && self.kept.is_empty(),
            State::Plain | State::Ended => true,
            State::Body(_) | State::Trailer => false,
        }
    }
}

impl Gzip {
    fn begin(&mut self) {
        self.kept.clear();
        self.checksum = Crc::default();
        self.length = 0;
        self.state = State::Body(Inflate::new(DataFormat::Raw));
    }

    fn end(&mut self) -> io::Result<()> {
        let expected = [self.checksum.value().to_le_bytes(), self.length.to_le_bytes()].concat();
        if self.kept != expected {
            return Err(corrupt("the gzip body does not have its checksum"));
        }
        self.kept.clear();
        self.parts += 1;
        // Another part may follow.
        self.state = State::Header;
        Ok(())
    }
}

/// Whether the bytes are a whole header.
///
/// # Errors
///
/// Returns an error if they are not the beginning of one.
fn is_header(bytes: &[u8]) -> io::Result<bool> {
    let magic = [0x1F, 0x8B, 8];
    if !bytes.iter().zip(magic).all(|(byte, expected)| *byte == expected) {
        return Err(corrupt("the body is not gzip, as its coding says"));
    }
    let (Some(flags), Some(mut rest)) = (bytes.get(3), bytes.get(10..)) else {
        return Ok(false);
    };
    if flags & HAS_EXTRA != 0 {
        let Some((length, after)) = rest.split_first_chunk::<2>() else {
            return Ok(false);
        };
        let Some(after) = after.get(usize::from(u16::from_le_bytes(*length))..) else {
            return Ok(false);
        };
        rest = after;
    }
    for string in [HAS_NAME, HAS_COMMENT] {
        if flags & string != 0 {
            let Some(end) = rest.iter().position(|byte| *byte == 0) else {
                return Ok(false);
            };
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
    Ok(flags & HAS_CRC == 0 || rest.len() >= 2)
}

/// CRC-32 (RFC 1952 section 8).
struct Crc(u32);

impl Default for Crc {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

/// What each byte does to the checksum.
static CRC: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 {
                0xEDB8_8320 ^ (value >> 1)
            } else {
                value >> 1
            };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
};

impl Crc {
    fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let [low, ..] = self.0.to_le_bytes();
            let change = CRC.get(usize::from(low ^ byte)).copied().unwrap_or(0);
            self.0 = change ^ (self.0 >> 8);
        }
    }

    fn value(&self) -> u32 {
        !self.0
    }
}
