//! Code points of UTF-8 strings, also at compile time.

/// The code point at this index of a UTF-8 string, and its length in bytes.
#[inline]
pub(super) const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let lead = bytes[at] as u32;
    match lead {
        0..0x80 => (lead, 1),
        0x80..0xE0 => ((lead & 0x1F) << 6 | tail(bytes, at + 1), 2),
        0xE0..0xF0 => ((lead & 0x0F) << 12 | tail(bytes, at + 1) << 6 | tail(bytes, at + 2), 3),
        _ => (
            (lead & 0x07) << 18 | tail(bytes, at + 1) << 12 | tail(bytes, at + 2) << 6 | tail(bytes, at + 3),
            4,
        ),
    }
}

/// The six bits of a continuation byte.
#[inline]
const fn tail(bytes: &[u8], at: usize) -> u32 {
    (bytes[at] & 0x3F) as u32
}
