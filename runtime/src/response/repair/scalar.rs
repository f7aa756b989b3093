//! Values as another kind, where nothing is ambiguous and nothing is lost.

use serde_core::de::IgnoredAny;

use crate::data::fault::Kind;

/// The value as the expected kind; `None` if it is not clear what it would be.
pub(super) fn convert(value: &[u8], expected: Kind) -> Option<Vec<u8>> {
    match (expected, value) {
        (Kind::String, [b't' | b'f' | b'-' | b'0'..=b'9', ..]) => Some([b"\"", value, b"\""].concat()),
        (Kind::Number | Kind::Integer, [b'"', number @ .., b'"']) if is_number(number) => Some(number.to_vec()),
        // Databases without a type for them have 1 and 0.
        (Kind::Boolean, b"1") => Some(b"true".to_vec()),
        (Kind::Boolean, b"0") => Some(b"false".to_vec()),
        // Languages that write them otherwise: Python's are `True` and `False`.
        (Kind::Boolean, [b'"', word @ .., b'"']) if word.eq_ignore_ascii_case(b"true") => Some(b"true".to_vec()),
        (Kind::Boolean, [b'"', word @ .., b'"']) if word.eq_ignore_ascii_case(b"false") => Some(b"false".to_vec()),
        // Languages whose lists are maps write an empty one as either.
        (Kind::Object, [b'[', inner @ .., b']']) if inner.trim_ascii().is_empty() => Some(b"{}".to_vec()),
        (Kind::Array, [b'{', inner @ .., b'}']) if inner.trim_ascii().is_empty() => Some(b"[]".to_vec()),
        // JSON that was written twice.
        (Kind::Object, [b'"', ..]) => json_in(value, b'{'),
        (Kind::Array, [b'"', ..]) => json_in(value, b'[').or_else(|| list_of_one(value)),
        (Kind::Array, [b't' | b'f' | b'-' | b'0'..=b'9', ..]) => list_of_one(value),
        _ => None,
    }
}

/// A list of one scalar: what is made of XML has no list where there is one item. An empty string is as likely no item.
fn list_of_one(value: &[u8]) -> Option<Vec<u8>> {
    (value != b"\"\"").then(|| [b"[", value, b"]"].concat())
}

/// The JSON in a string that begins so.
fn json_in(string: &[u8], first: u8) -> Option<Vec<u8>> {
    let text: String = serde_json::from_slice(string).ok()?;
    let text = text.trim();
    let is_json = text.as_bytes().first() == Some(&first) && serde_json::from_str::<IgnoredAny>(text).is_ok();
    is_json.then(|| text.as_bytes().to_vec())
}

/// The grammar of numbers (RFC 8259 section 6): `007` and `+1` are none.
fn is_number(text: &[u8]) -> bool {
    let starts = matches!(text.first(), Some(b'-' | b'0'..=b'9'));
    let ends = text.last().is_some_and(u8::is_ascii_digit);
    starts && ends && serde_json::from_slice::<IgnoredAny>(text).is_ok()
}

/// A value of that kind, so that reading continues behind a fault. It is never returned.
pub(super) fn stand_in(kind: Kind) -> Option<&'static [u8]> {
    match kind {
        Kind::Null => Some(b"null"),
        Kind::Boolean => Some(b"false"),
        Kind::Integer | Kind::Number => Some(b"0"),
        Kind::String => Some(b"\"\""),
        Kind::Array => Some(b"[]"),
        Kind::Object => Some(b"{}"),
        Kind::Nothing | Kind::Unreadable | Kind::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_clear_is_converted() {
        let convert =
            |text: &str, kind| convert(text.as_bytes(), kind).map(|text| String::from_utf8_lossy(&text).into_owned());
        assert_eq!(
            convert("12345678901234567890.10", Kind::String).as_deref(),
            Some("\"12345678901234567890.10\"")
        );
        assert_eq!(convert("true", Kind::String).as_deref(), Some("\"true\""));
        assert_eq!(convert("\"-1.50e3\"", Kind::Number).as_deref(), Some("-1.50e3"));
        assert_eq!(convert("\"false\"", Kind::Boolean).as_deref(), Some("false"));
        assert_eq!(convert("\"True\"", Kind::Boolean).as_deref(), Some("true"));
        assert_eq!(convert("\"FALSE\"", Kind::Boolean).as_deref(), Some("false"));
        assert_eq!(convert("1", Kind::Array).as_deref(), Some("[1]"));
        assert_eq!(convert("\"a\"", Kind::Array).as_deref(), Some("[\"a\"]"));
        assert_eq!(convert("1", Kind::Boolean).as_deref(), Some("true"));
        assert_eq!(convert("0", Kind::Boolean).as_deref(), Some("false"));
        assert_eq!(convert("[ ]", Kind::Object).as_deref(), Some("{}"));
        assert_eq!(convert("{}", Kind::Array).as_deref(), Some("[]"));
        assert_eq!(
            convert(r#"" {\"a\": [1]}""#, Kind::Object).as_deref(),
            Some(r#"{"a": [1]}"#)
        );
        assert_eq!(
            convert(r#""[\"\u00e9\"]""#, Kind::Array).as_deref(),
            Some("[\"\u{e9}\"]")
        );
        for (text, kind) in [
            ("[1]", Kind::Object),
            ("{\"a\":1}", Kind::Array),
            ("\"\"", Kind::Object),
            ("\"{\"", Kind::Object),
            ("\"[1]\"", Kind::Object),
            ("\"{} {}\"", Kind::Object),
            ("null", Kind::String),
            ("{}", Kind::String),
            ("[]", Kind::String),
            ("\"007\"", Kind::Integer),
            ("\"+1\"", Kind::Integer),
            ("\"\"", Kind::Number),
            ("\"1,5\"", Kind::Number),
            ("\" 1\"", Kind::Number),
            ("\"0x1\"", Kind::Integer),
            ("2", Kind::Boolean),
            ("\"1\"", Kind::Boolean),
            ("\"yes\"", Kind::Boolean),
            ("\"yes \"", Kind::Boolean),
            ("true", Kind::Integer),
            ("\"\"", Kind::Array),
            ("null", Kind::Array),
        ] {
            assert_eq!(convert(text, kind), None, "{text}");
        }
    }
}
