//! Bytes inside JSON: `format: byte` and `contentEncoding: base64` (RFC 4648).

use std::fmt;

use serde_core::{Serialize, Serializer};

use super::constraint::{ConstraintError, Rule};
use super::validate::{Validate, Validator};

/// Bytes that are sent as a base64 string.
///
/// The string is kept as it was received, even if it is not base64. [`decode`](Self::decode) reads both alphabets, with
/// or without padding and line breaks.
///
/// ```
/// # use specwright_runtime::Base64;
/// let bytes = Base64::encode(b"hello");
/// assert_eq!(bytes.as_str(), "aGVsbG8=");
/// assert_eq!(bytes.decode().unwrap(), b"hello");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Base64(String);

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Base64 {
    /// Encodes bytes with the standard alphabet and padding (RFC 4648, section 4).
    pub fn encode(bytes: impl AsRef<[u8]>) -> Self {
        Self(encode(bytes.as_ref()))
    }

    /// Encodes bytes with the alphabet that is safe in URLs, without padding (`contentEncoding: base64url`;
    /// RFC 4648, section 5).
    pub fn encode_url_safe(bytes: impl AsRef<[u8]>) -> Self {
        Self(encode_with(bytes.as_ref(), URL_SAFE, false))
    }

    /// A string that is already base64. It is checked before it is sent.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The base64 string.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bytes.
    ///
    /// # Errors
    ///
    /// Returns an error if the string is not base64.
    pub fn decode(&self) -> Result<Vec<u8>, ConstraintError> {
        decode(&self.0).ok_or(ConstraintError::new(Rule::Format("base64")))
    }
}

/// The standard form, with padding.
pub(crate) fn encode(bytes: &[u8]) -> String {
    encode_with(bytes, STANDARD, true)
}

fn encode_with(bytes: &[u8], alphabet: &[u8; 64], padded: bool) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            if digit <= chunk.len() {
                let index = bits >> (18 - 6 * digit) & 63;
                text.push(char::from(alphabet[index as usize]));
            } else if padded {
                text.push('=');
            }
        }
    }
    text
}

/// The bytes of either alphabet, with or without padding and line breaks; `None` if it is not base64.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    let digits = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let mut padding = 0;
    for byte in digits {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                padding += 1;
                continue;
            }
            _ => return None,
        };
        if padding > 0 {
            return None;
        }
        bits = bits << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            bytes.extend_from_slice(&bits.to_be_bytes()[1..]);
            (bits, count) = (0, 0);
        }
    }
    match (count, padding) {
        (0, 0) => {}
        (2, 0 | 2) => bytes.push((bits >> 4) as u8),
        (3, 0 | 1) => bytes.extend_from_slice(&((bits >> 2) as u16).to_be_bytes()),
        _ => return None,
    }
    Some(bytes)
}

impl fmt::Debug for Base64 {
    /// Shows the size only: the content may be large or secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} characters)", self.0.len())
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self::encode(bytes)
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self::encode(bytes)
    }
}

impl AsRef<str> for Base64 {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Validate for Base64 {
    fn validate(&self, v: &mut Validator) {
        v.constraint(self.decode().map(|_| ()));
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde_core::Deserialize<'de> for Base64 {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let encoded = Base64::encode(bytes);
            assert_eq!(encoded.as_str(), text);
            assert_eq!(encoded.decode().as_deref(), Ok(bytes.as_bytes()));
            let bare = Base64::from_text(text.trim_end_matches('='));
            assert_eq!(bare.decode().as_deref(), Ok(bytes.as_bytes()));
        }
    }

    #[test]
    fn all_bytes_in_both_alphabets() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in 250..=256 {
            let part = &bytes[..length];
            assert_eq!(Base64::encode(part).decode().as_deref(), Ok(part));
            assert_eq!(Base64::encode_url_safe(part).decode().as_deref(), Ok(part));
        }
        assert_eq!(Base64::encode_url_safe([0xfb, 0xff]).as_str(), "-_8");
    }

    #[test]
    fn a_received_text_is_kept_even_if_it_is_wrong() {
        let received: Base64 = serde_json::from_str("\"not base64!\"").expect("kept");
        assert!(received.decode().is_err() && received.check().is_err());
        assert_eq!(serde_json::to_string(&received).expect("plain"), "\"not base64!\"");
        assert_eq!(
            Base64::from_text("Zm9v\r\nYmFy").decode().as_deref(),
            Ok(&b"foobar"[..])
        );
        for wrong in ["Z", "Zg=", "Zg===", "Zm8==", "Zg==Zg==", "=", "Zm9=v"] {
            assert!(Base64::from_text(wrong).decode().is_err(), "{wrong}");
        }
    }
}
