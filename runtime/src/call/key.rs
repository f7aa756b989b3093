//! Idempotency keys that the client makes, in the form that the document asks for.

use crate::operation::KeyForm;
use crate::transport::Transport;

/// A random key of that form.
pub(super) fn made(transport: &dyn Transport, form: KeyForm) -> Option<String> {
    let hex = |length: usize| digits(transport, length, 16);
    Some(match form {
        KeyForm::Uuid => uuid(transport),
        KeyForm::UpperUuid => uuid(transport).to_ascii_uppercase(),
        KeyForm::Hex(length) => hex(length),
        KeyForm::UpperHex(length) => hex(length).to_ascii_uppercase(),
        KeyForm::Digits(length) => digits(transport, length, 10),
        KeyForm::Unknown => return None,
    })
}

/// RFC 9562 section 5.4.
fn uuid(transport: &dyn Transport) -> String {
    let high = transport.random() & !0xf000 | 0x4000;
    let low = transport.random() & !(3 << 62) | 1 << 63;
    let digits = format!("{high:016x}{low:016x}");
    let part = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default();
    [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
}

/// Digits of that base.
fn digits(transport: &dyn Transport, length: usize, base: u32) -> String {
    let mut left: u64 = 0;
    let digits = (0..length).map(|index| {
        // Of 64 bits sixteen digits are taken.
        if index % 16 == 0 {
            left = transport.random();
        }
        let digit = u32::try_from(left % u64::from(base)).unwrap_or_default();
        left /= u64::from(base);
        char::from_digit(digit, base).unwrap_or('0')
    });
    digits.collect()
}
