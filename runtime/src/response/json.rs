//! A JSON body: as the document describes it, or else in one of the shapes in which servers send it all the same. Those
//! are tried only when reading has failed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_core::de::IgnoredAny;

use super::media::Family;
use super::repair::Read;
use super::{charset, repair};
use crate::data::fault::{Kind, Reading, Repair};
use crate::error::Mismatch;
use crate::transport::head::Head;

/// What no reader accepts, and what is passed over without notice where it is the value of an unknown property: half of a
/// surrogate pair.
const UNREADABLE: &str = r#""\ud800""#;
/// The same within a string, whatever is before and behind it.
const UNREADABLE_PART: &str = r"\u0020\udc00";

/// Reads a body.
///
/// # Errors
///
/// How it differs from the document.
pub(super) fn read<T>(head: &mut Head, body: &[u8], read: Read<T>) -> Result<T, Mismatch> {
    let bytes = charset::json(body, head.content_type());
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return nothing(head, read);
    }
    let text = std::str::from_utf8(&bytes).map_or_else(|_| Cow::Owned(marked(&bytes)), Cow::Borrowed);
    repair::read(head, &text, read).or_else(|mismatch| otherwise(head, &text, &bytes, read, mismatch))
}

/// Text that is not UTF-8, with what no reader accepts where it is not: it may be in a value that is passed over.
#[cold]
fn marked(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push_str(UNREADABLE_PART);
        }
    }
    text
}

/// Reads an empty body: no lines are an empty list, and nothing is `null` where the document allows that.
#[cold]
fn nothing<T>(head: &mut Head, read: Read<T>) -> Result<T, Mismatch> {
    let (text, found) = match family(head) {
        Some(Family::Lines) => ("[]", Repair::Converted),
        _ => ("null", Repair::Absent),
    };
    match read(text) {
        Ok(value) if head.reading != Reading::Strict => {
            repair::note(head, Kind::Other, Kind::Nothing, found);
            Ok(value)
        }
        Ok(_) | Err(_) => Err(Mismatch::Empty),
    }
}

/// Reads a body that is not the documented JSON: JSON lines are a list, bare text is a string, if the bytes are
/// text, and numbers that JSON does not have are `null`.
#[cold]
fn otherwise<T>(head: &mut Head, text: &str, bytes: &[u8], read: Read<T>, mismatch: Mismatch) -> Result<T, Mismatch> {
    let family = family(head);
    let is_json = matches!(mismatch, Mismatch::Json { .. });
    if head.reading != Reading::Strict {
        if (!is_json || family == Some(Family::Lines))
            && let Some(list) = list(text)
            && let Ok(value) = repair::read(head, &list, read)
        {
            repair::note(head, Kind::Array, Kind::Other, Repair::Converted);
            return Ok(value);
        }
        if !is_json
            && let Some(finite) = finite(text)
            && let Ok(value) = repair::read(head, &finite, read)
        {
            repair::note(head, Kind::Number, Kind::Other, Repair::Absent);
            return Ok(value);
        }
        if !is_json
            && let Some(string) = bare_string(bytes)
            && (accepts_only_strings(read) || family == Some(Family::Text))
            && let Ok(value) = read(&string)
        {
            repair::note(head, Kind::String, Kind::Other, Repair::Converted);
            return Ok(value);
        }
    }
    // Where nothing says that the body is JSON, it is of another type.
    match family {
        None | Some(Family::Json) => Err(mismatch),
        Some(_) if is_json => Err(mismatch),
        Some(_) => Err(Mismatch::Media),
    }
}

fn family(head: &Head) -> Option<Family> {
    head.content_type().map(Family::of)
}

/// The values of all lines, as a list.
fn list(text: &str) -> Option<String> {
    let mut list = String::from("[");
    let lines = text.split(['\n', '\u{1E}']).map(str::trim_ascii);
    for line in lines.filter(|line| !line.is_empty()) {
        serde_json::from_str::<IgnoredAny>(line).ok()?;
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(line);
    }
    list.push(']');
    Some(list)
}

/// JSON with `null` for what are numbers in Python and JavaScript and not in JSON (RFC 8259 section 6); `None` where there is no such
/// number, or other text that is not JSON.
fn finite(text: &str) -> Option<String> {
    let (mut out, mut rest, mut in_string) = (String::with_capacity(text.len()), text, false);
    while let Some(first) = rest.chars().next() {
        let number = ["NaN", "Infinity", "-Infinity"]
            .into_iter()
            .find(|number| rest.starts_with(number));
        let taken = match (number.filter(|_| !in_string), first) {
            (Some(number), _) => {
                out.push_str("null");
                rest = &rest[number.len()..];
                continue;
            }
            (None, '\\') if in_string => first.len_utf8() + rest.chars().nth(1).map_or(0, char::len_utf8),
            (None, _) => first.len_utf8(),
        };
        in_string ^= first == '"';
        let (done, left) = rest.split_at(taken);
        out.push_str(done);
        rest = left;
    }
    (out != text && serde_json::from_str::<IgnoredAny>(&out).is_ok()).then_some(out)
}

/// Text without quotes as a JSON string, unless it is the beginning of JSON or of a page.
fn bare_string(text: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(text).ok()?.trim();
    let is_other = text.starts_with(['{', '[', '"', '<']);
    if is_other {
        None
    } else {
        serde_json::to_string(text).ok()
    }
}

fn accepts_only_strings<T>(read: Read<T>) -> bool {
    read("0").is_err() && read("false").is_err()
}

/// Whether an object has no property in common with the type that was read from it: a value without any property was made
/// of something else.
#[cold]
pub(super) fn is_foreign<T>(body: &[u8], read: Read<T>) -> bool {
    let Ok(properties) = serde_json::from_slice::<BTreeMap<String, IgnoredAny>>(body) else {
        return false;
    };
    let mut probe = String::from("{");
    for name in properties.keys() {
        let Ok(name) = serde_json::to_string(name) else {
            return false;
        };
        if probe.len() > 1 {
            probe.push(',');
        }
        probe.push_str(&name);
        probe.push(':');
        probe.push_str(UNREADABLE);
    }
    probe.push('}');
    !properties.is_empty() && read(&probe).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_json_does_not_have_are_null() {
        let text = r#"{"a": NaN, "NaN\\\"NaN": [-Infinity, Infinity, -1, "\\"]}"#;
        assert_eq!(
            finite(text).as_deref(),
            Some(r#"{"a": null, "NaN\\\"NaN": [null, null, -1, "\\"]}"#)
        );
        for text in [r#"{"a": "NaN"}"#, "{\"a\": NaN", "banNaN", ""] {
            assert_eq!(finite(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_utf_8_can_be_passed_over_and_not_be_read() {
        let bodies: [&[u8]; 4] = [
            b"{\"a\":\"caf\xE9\"}",
            b"{\"a\":\"\\\xE9\"}",
            b"{\"a\":\"\\ud800\xE9\"}",
            b"{\"a\":\"\xE9\\udc00\"}",
        ];
        for body in bodies {
            let text = marked(body);
            assert!(serde_json::from_str::<IgnoredAny>(&text).is_ok(), "{text}");
            let read = serde_json::from_str::<BTreeMap<String, String>>(&text);
            assert!(read.is_err(), "{text}: {read:?}");
        }
        assert!(serde_json::from_str::<IgnoredAny>(&marked(b"{\xE9:1}")).is_err());
    }
}
