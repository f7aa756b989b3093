//! Values as another kind, where nothing is ambiguous and nothing is lost.

use serde_core::de::IgnoredAny;

use super::scan::value_end;
use crate::data::fault::Kind;

/// The value as the expected kind; `None` if it is not clear what it would be.
pub(super) fn convert(value: &[u8], expected: Kind) -> Option<Vec<u8>> {
    match (expected, value) {
        (Kind::String, [b't' | b'f' | b'-' | b'0'..=b'9', ..]) => Some([b"\"", value, b"\""].concat()),
        (Kind::Number | Kind::Integer, [b'"', number @ .., b'"']) => number_in(number),
        // Databases without a type for them have 1 and 0.
        (Kind::Boolean, b"1") => Some(b"true".to_vec()),
        (Kind::Boolean, b"0") => Some(b"false".to_vec()),
        (Kind::Boolean, [b'"', word @ .., b'"']) => boolean_in(word),
        // Languages whose lists are maps write an empty one as either.
        (Kind::Object, [b'[', inner @ .., b']']) if inner.trim_ascii().is_empty() => Some(b"{}".to_vec()),
        (Kind::Array, [b'{', inner @ .., b'}']) if inner.trim_ascii().is_empty() => Some(b"[]".to_vec()),
        // Languages without a value for an empty list of its own: a list of Go without items is written so.
        (Kind::Array, b"null") => Some(b"[]".to_vec()),
        (Kind::Object, b"null") => Some(b"{}".to_vec()),
        // Programs that leave the list out around its only item, or put one around what is not a list.
        (Kind::Array, [b'{', ..]) => list_of_one(value),
        (Kind::Object, [b'[', inner @ .., b']']) => only_object(inner.trim_ascii()),
        // JSON that was written twice.
        (Kind::Object, [b'"', ..]) => json_in(value, b'{'),
        (Kind::Array, [b'"', ..]) => json_in(value, b'[').or_else(|| list_of_one(value)),
        (Kind::Array, [b't' | b'f' | b'-' | b'0'..=b'9', ..]) => list_of_one(value),
        _ => None,
    }
}

/// Words that are read as booleans by people and by YAML 1.1, and as which languages and databases write them: Python has `True`, Postgres `t`,
/// and PHP writes the column of a database as `"1"`.
fn boolean_in(word: &[u8]) -> Option<Vec<u8>> {
    let is_one_of = |words: &[&[u8]]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    if is_one_of(&[b"true", b"yes", b"on", b"y", b"t", b"1"]) {
        Some(b"true".to_vec())
    } else {
        is_one_of(&[b"false", b"no", b"off", b"n", b"f", b"0"]).then(|| b"false".to_vec())
    }
}

/// The number in a string, by the grammar of JSON (RFC 8259 section 6): also with spaces around it, with the sign `+`, and without a digit on one
/// side of its point, as databases print it. `007` is none: its zeros may be part of a name. Nor is `1,000`: the comma may be a point.
fn number_in(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii();
    let (sign, digits): (&[u8], &[u8]) = match text {
        [b'-', digits @ ..] => (b"-", digits),
        [b'+', digits @ ..] => (b"", digits),
        digits => (b"", digits),
    };
    let digits = match digits {
        [b'.', b'0'..=b'9', ..] => [b"0", digits].concat(),
        [whole @ .., b'.'] => whole.to_vec(),
        [b'0'..=b'9', ..] => digits.to_vec(),
        _ => return None,
    };
    let number = [sign, &digits].concat();
    is_number(&number).then_some(number)
}

/// The object that is alone in a list.
fn only_object(items: &[u8]) -> Option<Vec<u8>> {
    let is_alone = items.first() == Some(&b'{') && value_end(items, 0) == items.len();
    is_alone.then(|| items.to_vec())
}

/// Whether the value says that there is none: it is empty and of another kind, as languages write it that have one value for nothing and for an empty
/// string, list or map; or it is a number that JSON does not have, as a string.
pub(super) fn is_nothing(value: &[u8], expected: Kind) -> bool {
    let is_scalar = matches!(expected, Kind::Boolean | Kind::Integer | Kind::Number | Kind::String);
    match value {
        b"\"\"" => !matches!(expected, Kind::String | Kind::Other),
        b"false" => matches!(expected, Kind::Object | Kind::Array),
        br#""NaN""# | br#""Infinity""# | br#""-Infinity""# => expected == Kind::Number,
        [b'[', inner @ .., b']'] => (is_scalar || expected == Kind::Object) && inner.trim_ascii().is_empty(),
        [b'{', inner @ .., b'}'] => is_scalar && inner.trim_ascii().is_empty(),
        _ => false,
    }
}

/// Whether a conversion puts an object into a list or takes it out of one: what is made of it may have nothing of the object.
pub(super) fn is_of_one(value: &[u8], expected: Kind) -> bool {
    let is_empty = |inner: &[u8]| inner.trim_ascii().is_empty();
    match (expected, value) {
        (Kind::Array, [b'{', inner @ .., _]) | (Kind::Object, [b'[', inner @ .., _]) => !is_empty(inner),
        _ => false,
    }
}

/// A list of one value: what is made of XML has no list where there is one item. An empty string is as likely no item.
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

/// The grammar of numbers (RFC 8259 section 6).
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
    fn what_is_empty_and_of_another_kind_is_nothing() {
        let is = |value: &str, kind| is_nothing(value.as_bytes(), kind);
        assert!(
            is("\"\"", Kind::Number) && is("\"\"", Kind::Object) && is("\"\"", Kind::Null) && !is("\"\"", Kind::String)
        );
        assert!(
            is("false", Kind::Object)
                && is("false", Kind::Array)
                && !is("false", Kind::Number)
                && !is("true", Kind::Object)
        );
        assert!(is("[]", Kind::Object) && is("[ ]", Kind::String) && is("{}", Kind::Integer) && !is("{}", Kind::Array));
        assert!(!is("[0]", Kind::String) && !is("{\"a\":1}", Kind::String) && !is("0", Kind::Object));
        assert!(is("\"NaN\"", Kind::Number) && !is("\"NaN\"", Kind::Integer) && !is("\"nan\"", Kind::Number));
    }

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
        for (word, value) in [
            ("1", "true"),
            ("Yes", "true"),
            ("on", "true"),
            ("F", "false"),
            ("0", "false"),
        ] {
            assert_eq!(
                convert(&format!("\"{word}\""), Kind::Boolean).as_deref(),
                Some(value),
                "{word}"
            );
        }
        for (text, number) in [
            ("+5", "5"),
            (" 5 ", "5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("5.", "5"),
            ("+1e3", "1e3"),
        ] {
            assert_eq!(
                convert(&format!("\"{text}\""), Kind::Number).as_deref(),
                Some(number),
                "{text}"
            );
        }
        assert_eq!(convert("null", Kind::Array).as_deref(), Some("[]"));
        assert_eq!(convert("{\"a\":1}", Kind::Array).as_deref(), Some("[{\"a\":1}]"));
        assert_eq!(convert("[ {\"a\":[1]} ]", Kind::Object).as_deref(), Some("{\"a\":[1]}"));
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
            ("[{},{}]", Kind::Object),
            ("[[{}]]", Kind::Object),
            ("\"\"", Kind::Object),
            ("\"{\"", Kind::Object),
            ("\"[1]\"", Kind::Object),
            ("\"{} {}\"", Kind::Object),
            ("null", Kind::String),
            ("{}", Kind::String),
            ("[]", Kind::String),
            ("\"007\"", Kind::Integer),
            ("\"+-1\"", Kind::Integer),
            ("\"+007\"", Kind::Integer),
            ("\".\"", Kind::Number),
            ("\"1,000\"", Kind::Integer),
            ("\"\"", Kind::Number),
            ("\"1,5\"", Kind::Number),
            ("\" \"", Kind::Number),
            ("\"0x1\"", Kind::Integer),
            ("2", Kind::Boolean),
            ("\"2\"", Kind::Boolean),
            ("\"maybe\"", Kind::Boolean),
            ("true", Kind::Integer),
            ("\"\"", Kind::Array),
            ("null", Kind::Boolean),
        ] {
            assert_eq!(convert(text, kind), None, "{text}");
        }
    }
}
