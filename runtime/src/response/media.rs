//! Media types (RFC 9110 section 8.3.1), and which declared response an actual one matches.

use http::{HeaderMap, StatusCode};

use crate::operation::{Operation, Read, ResponseCase};

/// Type and subtype without parameters, to be compared case-insensitively.
pub(crate) fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or("").trim()
}

/// JSON itself and every type with the suffix `+json`.
pub(crate) fn is_json(media: &str) -> bool {
    let media = essence(media).to_ascii_lowercase();
    media == "application/json" || media == "text/json" || media.ends_with("+json")
}

fn is_xml(media: &str) -> bool {
    let media = media.to_ascii_lowercase();
    media == "application/xml" || media == "text/xml" || media.ends_with("+xml")
}

fn is_lines(media: &str) -> bool {
    let media = media.to_ascii_lowercase();
    matches!(
        media.as_str(),
        "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-ndjson"
            | "application/ndjson"
            | "application/stream+json"
    )
}

/// How well an actual content type matches a declared one; smaller is better.
fn fit(declared: &str, actual: &str) -> Option<u8> {
    let declared = essence(declared);
    let (kind, subtype) = declared.split_once('/').unwrap_or((declared, "*"));
    let actual_kind = actual.split('/').next().unwrap_or("");
    if declared.eq_ignore_ascii_case(actual) {
        Some(0)
    } else if (is_json(declared) && is_json(actual))
        || (is_xml(declared) && is_xml(actual))
        || (is_lines(declared) && is_lines(actual))
    {
        Some(1)
    } else if kind.eq_ignore_ascii_case("text")
        && actual_kind.eq_ignore_ascii_case("text")
        && !declared.eq_ignore_ascii_case("text/event-stream")
    {
        Some(2)
    } else if subtype == "*" && kind.eq_ignore_ascii_case(actual_kind) {
        Some(3)
    } else if kind == "*" {
        Some(4)
    } else if declared.eq_ignore_ascii_case("application/octet-stream") {
        // Declared as just bytes: servers send a more exact type.
        Some(5)
    } else {
        None
    }
}

/// The declared response that matches best, as an index, or why none does.
pub(crate) enum Choice {
    Case(usize),
    UnknownStatus,
    UnknownMedia,
}

/// Chooses by status first (code, range, default), then by content type. Without a content type, the first JSON case is
/// chosen, or else the first case.
pub(crate) fn choose(cases: &[ResponseCase], status: u16, content_type: Option<&str>) -> Choice {
    let rank = |case: &ResponseCase| case.status.rank(status);
    let Some(best) = cases.iter().filter_map(rank).min() else {
        return Choice::UnknownStatus;
    };
    let group = || cases.iter().enumerate().filter(|(_, case)| rank(case) == Some(best));
    let actual = content_type.map(essence).filter(|actual| !actual.is_empty());
    let with_content = || group().filter(|(_, case)| case.read != Read::Nothing);
    let found = match actual {
        Some(actual) => with_content()
            .filter_map(|(index, case)| Some((fit(case.media, actual)?, index)))
            .min()
            .map(|(_, index)| index),
        None => with_content()
            .find(|(_, case)| is_json(case.media))
            .or_else(|| with_content().next())
            .map(|(index, _)| index),
    };
    match found {
        Some(index) => Choice::Case(index),
        // Only responses without content are declared: the body is ignored.
        None if with_content().next().is_none() => match group().next() {
            Some((index, _)) => Choice::Case(index),
            None => Choice::UnknownStatus,
        },
        None => Choice::UnknownMedia,
    }
}

/// How the body of a response with this status and these headers is read.
pub(crate) fn reading(operation: &Operation, status: StatusCode, headers: &HeaderMap) -> Read {
    let content_type = headers
        .get(http::header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    match choose(operation.responses, status.as_u16(), content_type) {
        Choice::Case(index) => match operation.responses.get(index).map(|case| case.read) {
            Some(Read::Stream) => Read::Stream,
            Some(Read::Whole | Read::Nothing) | None => Read::Whole,
        },
        Choice::UnknownStatus | Choice::UnknownMedia => Read::Whole,
    }
}

/// The value of `Accept`: the media types of the declared successes, then of the errors, each once.
pub(crate) fn accept(cases: &[ResponseCase]) -> String {
    let mut accept: Vec<&str> = Vec::new();
    let (successes, errors): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case.status.is_success());
    for case in successes.into_iter().chain(errors) {
        if !case.media.is_empty() && !accept.contains(&case.media) {
            accept.push(case.media);
        }
    }
    if accept.is_empty() {
        "*/*".to_owned()
    } else {
        accept.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(cases: &[ResponseCase], status: u16, content_type: Option<&str>) -> Option<usize> {
        match choose(cases, status, content_type) {
            Choice::Case(index) => Some(index),
            Choice::UnknownStatus | Choice::UnknownMedia => None,
        }
    }

    #[test]
    fn the_closest_status_wins_then_the_closest_media_type() {
        let cases = [
            ResponseCase::new("default", "application/json"),
            ResponseCase::new("4XX", "application/problem+json"),
            ResponseCase::new("404", "application/json"),
            ResponseCase::new("200", "text/csv"),
            ResponseCase::new("200", "application/json"),
            ResponseCase::stream("200", "application/octet-stream"),
        ];
        let cases = cases.as_slice();
        assert_eq!(index(cases, 404, Some("application/json; charset=utf-8")), Some(2));
        assert_eq!(index(cases, 404, Some("Application/Problem+JSON")), Some(2));
        assert_eq!(index(cases, 400, Some("application/json")), Some(1));
        assert_eq!(index(cases, 500, None), Some(0));
        assert_eq!(index(cases, 500, Some("text/html")), None);
        assert_eq!(index(cases, 200, None), Some(4));
        assert_eq!(index(cases, 200, Some("text/csv")), Some(3));
        assert_eq!(index(cases, 200, Some("image/png")), Some(5));
        assert!(matches!(choose(&cases[1..], 301, None), Choice::UnknownStatus));
        assert_eq!(
            accept(cases),
            "text/csv, application/json, application/octet-stream, application/problem+json"
        );
    }

    #[test]
    fn a_response_without_declared_content_may_have_a_body() {
        let cases = [ResponseCase::empty("204")];
        assert_eq!(index(&cases, 204, Some("text/html")), Some(0));
        assert_eq!(accept(&cases), "*/*");
    }
}
