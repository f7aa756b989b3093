//! The media types that a call asks for (RFC 9110 section 12.5.1).

use std::borrow::Cow;

use super::media::{Family, essence, is_json};
use crate::operation::{Read, ResponseCase, Status};

/// The value of `Accept`: JSON first, then what else becomes types, then text and bytes, then what only failures have; at last
/// anything, where JSON is not among them. The first kind has the weight 1, which need not be said.
pub(crate) fn accept(cases: &[ResponseCase]) -> Cow<'static, str> {
    let documented = cases.iter().any(|case| case.status.is_success());
    if let Some(media) = only_json(cases, documented) {
        return Cow::Borrowed(media);
    }
    let mut wanted: Vec<(u8, &str)> = Vec::new();
    let mut want = |weight: u8, media| match wanted.iter_mut().find(|(_, known)| *known == media) {
        Some((known, _)) => *known = weight.max(*known),
        None => wanted.push((weight, media)),
    };
    for case in cases.iter().filter(|case| !case.media.is_empty()) {
        let weight = weight(case, documented);
        want(weight, case.media);
        // A range that is read as JSON does not ask for it.
        if weight > FAILURE && case.media.contains('*') && is_json(case) {
            want(JSON, "application/json");
        }
    }
    // The order within a kind is the document's.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let asks_for_json = wanted.iter().any(|(weight, media)| *weight == JSON || *media == "*/*");
    let best = wanted.first().map_or(0, |(weight, _)| *weight);
    let items = wanted.into_iter().map(|(weight, media)| match weight {
        _ if weight == best => media.to_owned(),
        tenths => format!("{media};q=0.{tenths}"),
    });
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [] => Cow::Borrowed("*/*"),
        items if asks_for_json => Cow::Owned(items.join(", ")),
        // Frameworks refuse what their operations never heard of, with 406, and then send a file all the same, or JSON.
        items => Cow::Owned(format!("{}, */*;q=0.1", items.join(", "))),
    }
}

/// The media type of all responses, if it is one of JSON: most operations have no other.
fn only_json(cases: &[ResponseCase], documented: bool) -> Option<&'static str> {
    let mut cases = cases.iter().filter(|case| !case.media.is_empty());
    let first = cases.next()?;
    let is_only = weight(first, documented) == JSON && cases.all(|case| case.media == first.media);
    is_only.then_some(first.media)
}

const JSON: u8 = 9;
const FAILURE: u8 = 5;

/// In tenths.
fn weight(case: &ResponseCase, documented: bool) -> u8 {
    let is_success = case.status.is_success() || (case.status == Status::Default && !documented);
    match (Family::of(case.media), case.read) {
        _ if !is_success => FAILURE,
        (Family::Json, _) => JSON,
        (Family::Lines, Read::Stream) => 8,
        (_, Read::Stream) if essence(case.media).eq_ignore_ascii_case("text/event-stream") => 8,
        _ => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_becomes_types_is_preferred() {
        let cases = [
            ResponseCase::new("200", "text/csv"),
            ResponseCase::new("200", "application/json"),
            ResponseCase::stream("201", "application/jsonl"),
            ResponseCase::new("default", "application/problem+json"),
            ResponseCase::new("400", "application/json"),
            ResponseCase::empty("204"),
        ];
        assert_eq!(
            accept(&cases),
            "application/json, application/jsonl;q=0.8, text/csv;q=0.7, application/problem+json;q=0.5"
        );
        assert_eq!(accept(&cases[..1]), "text/csv, */*;q=0.1");
        assert_eq!(accept(&cases[3..4]), "application/problem+json");
        assert_eq!(accept(&cases[5..]), "*/*");
        let range = [ResponseCase::new("200", "*/*")];
        assert_eq!(accept(&range), "application/json, */*;q=0.7");
        assert_eq!(accept(&[ResponseCase::stream("200", "*/*")]), "*/*");
    }
}
