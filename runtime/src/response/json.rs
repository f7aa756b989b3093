//! A JSON body: as the document describes it, or else in one of the shapes in which servers send it all the same. Those
//! are tried only when reading has failed.

use std::borrow::Cow;

use serde_core::de::IgnoredAny;

use super::loose::{self, Loose};
use super::media::Family;
use super::repair::Read;
use super::{charset, repair};
use crate::data::fault::{Kind, Reading, Repair};
use crate::error::Mismatch;
use crate::transport::head::Head;

/// What no reader accepts, and what is passed over without notice where it is the value of an unknown property: half of a
/// surrogate pair, whatever is before and behind it.
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

/// Reads a body that is not the documented JSON: text that is nearly JSON, several values in place of a list, JSON in a
/// string, and bare text in place of a string, if the bytes are text.
#[cold]
fn otherwise<T>(head: &mut Head, text: &str, bytes: &[u8], read: Read<T>, mismatch: Mismatch) -> Result<T, Mismatch> {
    let family = family(head);
    let is_json = matches!(mismatch, Mismatch::Json { .. });
    if head.reading != Reading::Strict {
        let value = match is_json {
            true => whole(head, text, read),
            false => loosely(head, text, read).or_else(|| several(head, text, read)),
        };
        if let Some(value) = value {
            return Ok(value);
        }
        if is_json
            && family == Some(Family::Lines)
            && let Some(value) = several(head, text, read)
        {
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

/// The body as a whole is of the other kind, and what is in it differs too: only that is repaired within it.
fn whole<T>(head: &mut Head, text: &str, read: Read<T>) -> Option<T> {
    let (inner, expected, found) = match text.as_bytes().first()? {
        b'"' => (json_in_string(text)?, Kind::Object, Kind::String),
        b'{' if !is_foreign_item(text.as_bytes(), read) => (format!("[{text}]"), Kind::Array, Kind::Object),
        _ => return None,
    };
    let value = repair::read(head, &inner, read).ok()?;
    repair::note(head, expected, found, Repair::Converted);
    Some(value)
}

/// The object or list that a string holds.
fn json_in_string(text: &str) -> Option<String> {
    let inner: String = serde_json::from_str(text).ok()?;
    let is_json = inner.trim_start().starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(&inner).is_ok();
    is_json.then_some(inner)
}

/// Text that is JSON but for what is around it, and for what programs write that JSON does not have.
fn loosely<T>(head: &mut Head, text: &str, read: Read<T>) -> Option<T> {
    let Loose { text, numbers, syntax } = loose::of(text)?;
    let value = repair::read(head, &text, read).ok()?;
    if numbers {
        repair::note(head, Kind::Number, Kind::Other, Repair::Absent);
    }
    if syntax {
        repair::note(head, Kind::Other, Kind::Unreadable, Repair::Converted);
    }
    Some(value)
}

/// Several values, one after the other, in place of a list.
fn several<T>(head: &mut Head, text: &str, read: Read<T>) -> Option<T> {
    let value = repair::read(head, &list(text)?, read).ok()?;
    repair::note(head, Kind::Array, Kind::Other, Repair::Converted);
    Some(value)
}

fn family(head: &Head) -> Option<Family> {
    head.content_type().map(Family::of)
}

/// All values of the body, as a list: one for each line, after each record separator (RFC 7464), with commas or with nothing between them.
fn list(text: &str) -> Option<String> {
    let mut list = String::from("[");
    let is_between = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '\u{1E}' | ',');
    let mut rest = text.trim_start_matches(is_between);
    while !rest.is_empty() {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let (value, after) = rest.split_at_checked(values.byte_offset())?;
        if list.len() > 1 {
            list.push(',');
        }
        list.push_str(value);
        rest = after.trim_start_matches(is_between);
    }
    list.push(']');
    Some(list)
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
    repair::probe(body).is_some_and(|probe| read(&probe).is_ok())
}

/// The same for the type of the items of a list.
fn is_foreign_item<T>(body: &[u8], read: Read<T>) -> bool {
    repair::probe(body).is_none_or(|probe| read(&format!("[{probe}]")).is_ok())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn values_one_after_the_other_are_a_list() {
        for text in [
            "{}\n[1]\n2",
            "{},\n[1],\n2,\n",
            "\u{1e}{}\n\u{1e}[1]\n\u{1e}2\n",
            "{}[1]2",
            " {}\r\n [1] ,2 ",
        ] {
            assert_eq!(list(text).as_deref(), Some("[{},[1],2]"), "{text}");
        }
        assert_eq!(list("{} {").as_deref(), None);
        assert_eq!(list("1x").as_deref(), None);
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
