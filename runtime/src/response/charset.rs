//! Text in the charset that a media type names (RFC 9110 section 8.3.2).

use std::borrow::Cow;

use super::media::parameter;
use crate::error::Mismatch;

/// The code points of the bytes 0x80 to 0x9F in windows-1252, which is also what pages and servers call `iso-8859-1`
/// (WHATWG Encoding section 9.1).
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2C6}', '\u{2030}',
    '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}',
    '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}',
    '\u{17E}', '\u{178}',
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Charset {
    Utf8,
    Windows1252,
    Utf16 {
        big: bool,
    },
    /// One that this crate does not know.
    Other,
}

impl Charset {
    fn of(content_type: Option<&str>) -> Self {
        let name = content_type.and_then(|media| parameter(media, "charset"));
        let Some(name) = name else { return Self::Utf8 };
        match name.to_ascii_lowercase().as_str() {
            "" | "utf-8" | "utf8" | "us-ascii" | "ascii" => Self::Utf8,
            "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "windows-1252" | "cp1252" => {
                Self::Windows1252
            }
            "utf-16" | "utf-16le" => Self::Utf16 { big: false },
            "utf-16be" => Self::Utf16 { big: true },
            _ => Self::Other,
        }
    }
}

/// The body as text.
///
/// # Errors
///
/// The bytes are not of that charset, or the charset is not known.
pub(super) fn text(body: &[u8], content_type: Option<&str>) -> Result<String, Mismatch> {
    let text = match (body, Charset::of(content_type)) {
        ([0xFF, 0xFE, rest @ ..], Charset::Utf16 { .. }) => utf16(rest, false)?,
        ([0xFE, 0xFF, rest @ ..], Charset::Utf16 { .. }) => utf16(rest, true)?,
        (body, Charset::Utf16 { big }) => utf16(body, big)?,
        (body, Charset::Windows1252) => body.iter().copied().map(windows_1252).collect(),
        (body, Charset::Utf8) => std::str::from_utf8(body).map_err(|_| Mismatch::Encoding)?.to_owned(),
        (body, Charset::Other) if body.is_ascii() => String::from_utf8_lossy(body).into_owned(),
        (_, Charset::Other) => return Err(Mismatch::Encoding),
    };
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// The text of a header: UTF-8, or else ISO-8859-1 (RFC 9110 section 5.5).
pub(super) fn header(value: &[u8]) -> String {
    match std::str::from_utf8(value) {
        Ok(text) => text.to_owned(),
        Err(_) => value.iter().copied().map(windows_1252).collect(),
    }
}

/// A JSON text, which is UTF-8 (RFC 8259 section 8.1). What is not UTF-8 and names another charset is in that one, and what begins with
/// the byte order mark of UTF-16, which no UTF-8 does, is UTF-16 (RFC 4627 section 3).
pub(super) fn json<'b>(body: &'b [u8], content_type: Option<&str>) -> Cow<'b, [u8]> {
    let marked = match body {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, false).ok(),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, true).ok(),
        _ => None,
    };
    if let Some(text) = marked {
        return Cow::Owned(text.into_bytes());
    }
    let bare = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let is_other = Charset::of(content_type) != Charset::Utf8;
    match is_other && (std::str::from_utf8(bare).is_err() || bare.contains(&0)) {
        true => text(body, content_type).map_or(Cow::Borrowed(bare), |text| Cow::Owned(text.into_bytes())),
        false => Cow::Borrowed(bare),
    }
}

fn windows_1252(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80);
    let high = high.and_then(|index| WINDOWS_1252.get(index));
    high.copied().unwrap_or(char::from(byte))
}

fn utf16(body: &[u8], big: bool) -> Result<String, Mismatch> {
    let (pairs, rest) = body.as_chunks::<2>();
    let units = pairs.iter().map(|pair| {
        if big {
            u16::from_be_bytes(*pair)
        } else {
            u16::from_le_bytes(*pair)
        }
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if rest.is_empty() => Ok(text),
        Ok(_) | Err(_) => Err(Mismatch::Encoding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &[u8], charset: &str) -> Option<String> {
        text(body, Some(&format!("text/plain; charset={charset}"))).ok()
    }

    #[test]
    fn json_in_utf16_needs_no_charset_if_it_says_so() {
        assert_eq!(&*json(b"\xFF\xFE1\x002\x00", Some("application/json")), b"12");
        assert_eq!(&*json(b"\xFE\xFF\x001", None), b"1");
        assert_eq!(&*json(b"\xFF\xFE1", None), b"\xFF\xFE1", "half a character");
    }

    #[test]
    fn text_is_read_in_its_charset() {
        assert_eq!(read(b"\xEF\xBB\xBFa", "utf-8").as_deref(), Some("a"));
        assert_eq!(read(b"caf\xE9 \x80", "ISO-8859-1").as_deref(), Some("café €"));
        assert_eq!(read(b"\xFF\xFEa\0", "utf-16").as_deref(), Some("a"));
        assert_eq!(read(b"\xFE\xFF\0a", "UTF-16").as_deref(), Some("a"));
        assert_eq!(read(b"\0a", "utf-16be").as_deref(), Some("a"));
        assert_eq!(read(b"a\0b", "utf-16le"), None);
        assert_eq!(read(b"caf\xE9", "utf-8"), None);
        assert_eq!(read(b"plain", "shift_jis").as_deref(), Some("plain"));
        assert_eq!(read(b"\x83\x65", "shift_jis"), None);
        assert_eq!(text(b"caf\xE9", None).ok(), None);
    }

    #[test]
    fn json_is_utf_8_unless_it_is_not() {
        let media = Some("application/json;charset=\"iso-8859-1\"");
        assert_eq!(&*json("\"é\"".as_bytes(), media), "\"é\"".as_bytes());
        assert_eq!(&*json(b"\"\xE9\"", media), "\"é\"".as_bytes());
        assert_eq!(&*json(b"\"\0a\0\"\0", Some("text/json;charset=utf-16le")), b"\"a\"");
    }
}
