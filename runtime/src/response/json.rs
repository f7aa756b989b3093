//! A JSON body: as the document describes it, or else in one of the shapes in which servers send it all the same. Those
//! are tried only when reading has failed.

use std::collections::BTreeMap;

use serde_core::de::IgnoredAny;

use super::media::Family;
use super::{charset, repair};
use crate::data::fault::{Kind, Reading, Repair};
use crate::error::Mismatch;
use crate::transport::head::Head;

/// A reader of one type.
pub(super) type Read<T> = fn(&[u8]) -> Result<T, serde_json::Error>;

/// What no reader accepts, and what is passed over without notice where it is the value of an unknown property: half of a
/// surrogate pair.
const UNREADABLE: &str = r#""\ud800""#;

/// Reads a body.
///
/// # Errors
///
/// How it differs from the document.
pub(super) fn read<T>(head: &mut Head, body: &[u8], read: Read<T>) -> Result<T, Mismatch> {
    let text = charset::json(body, head.content_type());
    if text.iter().all(u8::is_ascii_whitespace) {
        return nothing(head, read);
    }
    repair::read(head, &text, read).or_else(|mismatch| otherwise(head, &text, read, mismatch))
}

/// Reads an empty body: no lines are an empty list, and nothing is `null` where the document allows that.
#[cold]
fn nothing<T>(head: &mut Head, read: Read<T>) -> Result<T, Mismatch> {
    let (text, found): (&[u8], Repair) = match family(head) {
        Some(Family::Lines) => (b"[]", Repair::Converted),
        _ => (b"null", Repair::Absent),
    };
    match read(text) {
        Ok(value) if head.reading != Reading::Strict => {
            repair::note(head, Kind::Other, Kind::Nothing, found);
            Ok(value)
        }
        Ok(_) | Err(_) => Err(Mismatch::Empty),
    }
}

/// Reads a body that is not the documented JSON: JSON lines are a list, and bare text is a string.
#[cold]
fn otherwise<T>(head: &mut Head, text: &[u8], read: Read<T>, mismatch: Mismatch) -> Result<T, Mismatch> {
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
            && let Some(string) = bare_string(text)
            && accepts_only_strings(read)
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
fn list(text: &[u8]) -> Option<Vec<u8>> {
    let mut list = vec![b'['];
    let lines = text
        .split(|byte| matches!(byte, b'\n' | b'\x1E'))
        .map(<[u8]>::trim_ascii);
    for line in lines.filter(|line| !line.is_empty()) {
        serde_json::from_slice::<IgnoredAny>(line).ok()?;
        if list.len() > 1 {
            list.push(b',');
        }
        list.extend_from_slice(line);
    }
    list.push(b']');
    Some(list)
}

/// Text without quotes as a JSON string, unless it is the beginning of JSON or of a page.
fn bare_string(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?.trim();
    let is_other = text.starts_with(['{', '[', '"', '<']);
    if is_other { None } else { serde_json::to_vec(text).ok() }
}

fn accepts_only_strings<T>(read: Read<T>) -> bool {
    read(b"0").is_err() && read(b"false").is_err()
}

/// Whether an object has no property in common with the type that was read from it: a value without any property was made
/// of something else.
#[cold]
pub(super) fn is_foreign<T>(body: &[u8], read: Read<T>) -> bool {
    let Ok(properties) = serde_json::from_slice::<BTreeMap<String, IgnoredAny>>(body) else {
        return false;
    };
    let mut probe = Vec::from(*b"{");
    for name in properties.keys() {
        let Ok(name) = serde_json::to_string(name) else {
            return false;
        };
        if probe.len() > 1 {
            probe.push(b',');
        }
        probe.extend_from_slice(name.as_bytes());
        probe.push(b':');
        probe.extend_from_slice(UNREADABLE.as_bytes());
    }
    probe.push(b'}');
    !properties.is_empty() && read(&probe).is_ok()
}
