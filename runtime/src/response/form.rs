//! A body that is a form (`application/x-www-form-urlencoded`; OpenAPI 3.1 section 4.8.14.4): it is read like JSON whose
//! values are all strings.

use std::collections::BTreeMap;

use super::repair::{self, Read};
use crate::data::fault::{Fault, Kind, Reading, Repair};
use crate::data::hex;
use crate::data::violation::unescaped;
use crate::error::Mismatch;
use crate::transport::head::Head;

/// Reads a form. Numbers and booleans are written as strings there, and a list of one item like the item: neither is a
/// difference from the document.
///
/// # Errors
///
/// How it differs from the document.
pub(super) fn read<T>(head: &mut Head, text: &str, read: Read<T>) -> Result<T, Mismatch> {
    let reading = std::mem::replace(&mut head.reading, Reading::Lossy);
    let mut form = Form::of(text);
    let mut value = repair::read(head, &form.json(), read);
    // A list is known by the reader only.
    if form.make_lists(&value, head) {
        value = repair::read(head, &form.json(), read);
    }
    head.reading = reading;
    let is_form = |fault: &Fault, repair| fault.found == Kind::String && repair == Repair::Converted;
    head.deviations.retain(|one| !is_form(&one.fault, one.repair));
    match value {
        Ok(_) if reading == Reading::Strict && !head.deviations.is_empty() => Err(Mismatch::Json {
            faults: head.deviations.drain(..).map(|one| one.fault).collect(),
        }),
        value => value,
    }
}

/// The values of each name.
struct Form(BTreeMap<String, Values>);

#[derive(Default)]
struct Values {
    values: Vec<String>,
    is_list: bool,
}

impl Form {
    fn of(text: &str) -> Self {
        let mut form: BTreeMap<String, Values> = BTreeMap::new();
        for pair in text.trim().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let of_name = form.entry(decode(name)).or_default();
            of_name.values.push(decode(value));
            of_name.is_list = of_name.values.len() > 1;
        }
        Self(form)
    }

    fn json(&self) -> String {
        let pairs = self.0.iter().map(|(name, Values { values, is_list })| {
            let value = match values.as_slice() {
                [only] if !is_list => serde_json::Value::from(only.as_str()),
                values => serde_json::Value::from(values),
            };
            (name.clone(), value)
        });
        let object: serde_json::Map<String, serde_json::Value> = pairs.collect();
        serde_json::Value::Object(object).to_string()
    }

    /// Makes lists of the strings in whose place a list was expected. Whether there is one.
    fn make_lists<T>(&mut self, value: &Result<T, Mismatch>, head: &Head) -> bool {
        let faults: &[Fault] = match value {
            Err(Mismatch::Json { faults }) => faults,
            Ok(_) | Err(_) => &[],
        };
        let all = faults.iter().chain(head.deviations.iter().map(|one| &one.fault));
        let wanted = all.filter(|fault| (fault.expected, fault.found) == (Kind::Array, Kind::String));
        let mut any = false;
        for name in wanted.filter_map(|fault| fault.pointer.strip_prefix('/')) {
            if let Some(values) = self.0.get_mut(&unescaped(name)) {
                values.is_list = true;
                any = true;
            }
        }
        any
    }
}

/// Undoes the encoding of a form (WHATWG URL section 5.1).
fn decode(text: &str) -> String {
    let spaced: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'+' { b' ' } else { byte })
        .collect();
    String::from_utf8_lossy(&percent_decoded(&spaced)).into_owned()
}

/// Undoes `%20`; what only looks like it stays.
pub(super) fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let escaped = match (first, after) {
            (b'%', [high, low, after @ ..]) => hex::byte(*high, *low).map(|byte| (byte, after)),
            _ => None,
        };
        let (byte, after) = escaped.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_an_object_of_strings() {
        let json = |text| Form::of(text).json();
        assert_eq!(
            json("a=1+2&b=%C3%A9%2B&a=3&&c\n"),
            r#"{"a":["1 2","3"],"b":"é+","c":""}"#
        );
        assert_eq!(json("%=%zz&a%5Bb%5D=%FF"), "{\"%\":\"%zz\",\"a[b]\":\"\u{fffd}\"}");
        assert_eq!(json(""), "{}");
    }
}
