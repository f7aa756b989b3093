//! A few bytes that become very many.

use specwright_tests::server::Answer;

use crate::ask::{row, run};

/// How many bytes each bomb becomes, at least; far more than is read.
const DECODED: usize = 64 << 20;

/// Bits in the order of DEFLATE (RFC 1951 section 3.1.1).
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    count: usize,
}

impl Bits {
    /// A Huffman code, which begins with its most significant bit.
    fn code(&mut self, code: u32, length: u32) {
        for place in (0..length).rev() {
            let bit = u8::from(code >> place & 1 == 1);
            if self.count.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (self.count % 8);
            }
            self.count += 1;
        }
    }
}

/// A block of fixed codes (RFC 1951 section 3.2.6): a zero, and copies of it, 258 at a time.
fn deflate() -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, whose codes are fixed.
    bits.code(0b110, 3);
    bits.code(0b0011_0000, 8);
    for _ in 0..DECODED / 258 {
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    bits.bytes
}

/// RFC 1952 section 2.3; the checksum at the end is never read.
fn gzip() -> Vec<u8> {
    [b"\x1F\x8B\x08\0\0\0\0\0\0\xFF".to_vec(), deflate(), vec![0; 8]].concat()
}

/// Blocks of one byte that is repeated (RFC 8878 section 3.1.1.2).
fn zstd() -> Vec<u8> {
    const BLOCK: usize = 128 << 10;
    let mut frame = b"\x28\xB5\x2F\xFD\x00\x38".to_vec();
    for _ in 0..DECODED / BLOCK {
        let header = u32::try_from(BLOCK << 3 | 1 << 1).unwrap_or_default().to_le_bytes();
        frame.extend_from_slice(header.get(..3).unwrap_or_default());
        frame.push(0);
    }
    frame
}

/// 256 KiB of zeros in Brotli.
const BROTLI: &[u8] = b"\x5b\xff\xff\x03\x60\x02\x20\x1e\x0b\x28\xf7\x7e\x00";

fn coded(coding: &str, body: Vec<u8>) -> Answer {
    Answer::status(200)
        .header("Content-Type", "application/json")
        .header("Content-Encoding", coding)
        .body(body)
}

#[test]
fn coded_bombs_end_at_the_limit_of_a_body() {
    // The head of a stream, and the beginning of a block that holds nothing.
    let cut = b"\x1F\x8B\x08\0\0\0\0\0\0\xFF\x01\x00\x00\xff\xff".to_vec();
    run(vec![
        row("gzip", coded("gzip", gzip()), ("decode", 1), ("decode", 1)),
        row("DEFLATE", coded("deflate", deflate()), ("decode", 1), ("decode", 1)),
        row("Zstandard", coded("zstd", zstd()), ("decode", 1), ("decode", 1)),
        row("Brotli", coded("br", BROTLI.to_vec()), ("decode", 1), ("decode", 1)),
        row(
            "five codings",
            coded("gzip, gzip, gzip, gzip, gzip", gzip()),
            ("decode", 1),
            ("decode", 1),
        ),
        row(
            "a coding of its own",
            coded("bomb", b"x".to_vec()),
            ("decode", 1),
            ("decode", 1),
        ),
        row(
            "no gzip at all",
            coded("gzip", b"<html>".to_vec()),
            // It is read as it is, and is not JSON.
            ("decode", 1),
            ("decode", 1),
        ),
        row("gzip that ends early", coded("gzip", cut), ("body", 2), ("body", 1)),
    ]);
}
