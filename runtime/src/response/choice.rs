//! Which declared response an actual one is: by its status, its content type and whether it has a body.

use http::{HeaderMap, StatusCode};

use super::media::{Markup, fit, is_json, may_be_page};
use crate::operation::{Asked, Operation, Read, ResponseCase, Status};

/// What is known of a response when its case is chosen.
pub(crate) struct Seen<'a> {
    pub(crate) status: u16,
    pub(crate) content_type: Option<&'a str>,
    /// There is no body.
    pub(crate) empty: bool,
    /// The body begins like markup, or even like a page of HTML.
    pub(crate) markup: Markup,
}

/// The declared response, as an index, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// This one.
    Case(usize),
    /// A success whose status is not declared is read as this one.
    Instead(usize),
    UnknownStatus,
    UnknownMedia,
}

/// A response whose status is declared is looked up among the cases of that status (code, range, and for failures
/// `default`), then by its content type.
///
/// A success with another status is one that the document forgot. Clients treat an unknown status as the first of its class
/// (RFC 9110 section 15): it is read as the declared success that fits its content, 200 first, then the lowest one.
/// `default` is a success only where no other one is declared.
pub(crate) fn choose(cases: &[ResponseCase], seen: &Seen<'_>) -> Choice {
    let success = seen.status / 100 == 2;
    let documented = success && cases.iter().any(|case| case.status.is_success());
    let rank = |case: &ResponseCase| match case.status {
        Status::Default if documented => None,
        status => status.rank(seen.status),
    };
    let Some(best) = cases.iter().filter_map(rank).min() else {
        return if documented {
            instead(cases, seen)
        } else {
            Choice::UnknownStatus
        };
    };
    let group = || cases.iter().enumerate().filter(|(_, case)| rank(case) == Some(best));
    if let Some(index) = fitting(group(), seen) {
        return Choice::Case(index);
    }
    let first = group().next().map(|(index, _)| index);
    if !seen.empty {
        return match first {
            // Only responses without content are declared: the body is left in the bytes.
            Some(index) if group().all(|(_, case)| case.read == Read::Nothing) => Choice::Case(index),
            Some(_) | None => Choice::UnknownMedia,
        };
    }
    // Another success without content, or else it is for the reader to say that nothing can be read of nothing.
    let nothing = success
        .then(|| lowest(cases, |case| case.read == Read::Nothing))
        .flatten();
    match nothing.or(first) {
        Some(index) => Choice::Case(index),
        None => Choice::UnknownMedia,
    }
}

/// The success that is read in place of one that is not declared.
fn instead(cases: &[ResponseCase], seen: &Seen<'_>) -> Choice {
    let nothing = || lowest(cases, |case| case.read == Read::Nothing);
    let content = || {
        let mut statuses: Vec<u16> = cases.iter().filter_map(success_code).collect();
        statuses.sort_unstable_by_key(|code| preference(*code));
        statuses.dedup();
        statuses.into_iter().find_map(|code| {
            let group = cases.iter().enumerate();
            fitting(group.filter(|(_, case)| success_code(case) == Some(code)), seen)
        })
    };
    let found = match seen.empty {
        true => nothing().or_else(content).or_else(|| lowest(cases, |_| true)),
        false => content().or_else(|| {
            let is_bare = cases
                .iter()
                .all(|case| success_code(case).is_none() || case.read == Read::Nothing);
            nothing().filter(|_| is_bare)
        }),
    };
    found.map_or(Choice::UnknownMedia, Choice::Instead)
}

/// The success of the first status that is declared, 200 before all.
fn lowest(cases: &[ResponseCase], wanted: impl Fn(&ResponseCase) -> bool) -> Option<usize> {
    let codes = cases.iter().enumerate().filter(|(_, case)| wanted(case));
    let codes = codes.filter_map(|(index, case)| Some((preference(success_code(case)?), index)));
    codes.min().map(|(_, index)| index)
}

fn preference(code: u16) -> u16 {
    if code == 200 { 0 } else { code }
}

/// The status of a declared success; a range counts as its first.
fn success_code(case: &ResponseCase) -> Option<u16> {
    match case.status {
        Status::Code(code) if code / 100 == 2 => Some(code),
        Status::Range(2) => Some(200),
        Status::Code(_) | Status::Range(_) | Status::Default => None,
    }
}

/// Of the cases of one status, the one that fits the content best.
fn fitting<'c>(group: impl Iterator<Item = (usize, &'c ResponseCase)>, seen: &Seen<'_>) -> Option<usize> {
    let actual = seen.content_type.map(str::trim).filter(|actual| !actual.is_empty());
    let ranked = group.filter_map(|(index, case)| {
        let rank = match (case.read, actual) {
            // An empty body is "no content", whatever the content type says.
            (Read::Nothing, _) => return seen.empty.then_some((0, index)),
            (Read::Whole, _) if seen.empty && is_json(case) => return None,
            (_, Some(actual)) => fit(case, actual, seen.markup)?,
            (_, None) if seen.markup == Markup::Page && !may_be_page(case) => return None,
            // Without a content type JSON is most likely.
            (_, None) => u8::from(!is_json(case)),
        };
        Some((rank.saturating_add(1), index))
    });
    ranked.min().map(|(_, index)| index)
}

/// Whether a response with this status and these headers has no body (RFC 9112 section 6.3).
pub(crate) fn is_empty(operation: &Operation, status: StatusCode, headers: &HeaderMap) -> bool {
    let length = headers.get(http::header::CONTENT_LENGTH);
    operation.method == "HEAD"
        || matches!(status.as_u16(), 204 | 304)
        || length.is_some_and(|length| length.as_bytes() == b"0")
}

/// How the body of a response with this status and these headers is read.
pub(crate) fn reading(operation: Asked, status: StatusCode, headers: &HeaderMap) -> Read {
    if !operation.is_streamed() {
        return Read::Whole;
    }
    let content_type = headers.get(http::header::CONTENT_TYPE);
    let seen = Seen {
        status: status.as_u16(),
        content_type: content_type.and_then(|value| value.to_str().ok()),
        empty: is_empty(&operation, status, headers),
        markup: Markup::No,
    };
    match choose(operation.responses, &seen) {
        Choice::Case(index) | Choice::Instead(index) => match operation.responses.get(index).map(|case| case.read) {
            Some(Read::Stream) => Read::Stream,
            Some(Read::Whole | Read::Nothing) | None => Read::Whole,
        },
        Choice::UnknownStatus | Choice::UnknownMedia => Read::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(cases: &[ResponseCase], status: u16, content_type: Option<&str>) -> Choice {
        let seen = Seen {
            status,
            content_type,
            empty: false,
            markup: Markup::No,
        };
        choose(cases, &seen)
    }

    fn empty(cases: &[ResponseCase], status: u16) -> Choice {
        let seen = Seen {
            status,
            content_type: None,
            empty: true,
            markup: Markup::No,
        };
        choose(cases, &seen)
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
        let case = |status, media| choice(cases, status, media);
        assert_eq!(case(404, Some("application/json; charset=utf-8")), Choice::Case(2));
        assert_eq!(case(404, Some("Application/Problem+JSON")), Choice::Case(2));
        assert_eq!(case(400, Some("application/json")), Choice::Case(1));
        assert_eq!(case(500, None), Choice::Case(0));
        assert_eq!(case(500, Some("image/png")), Choice::UnknownMedia);
        assert_eq!(case(200, None), Choice::Case(4));
        assert_eq!(case(200, Some("text/csv")), Choice::Case(3));
        assert_eq!(case(200, Some("image/png")), Choice::Case(5));
        assert_eq!(choice(&cases[1..], 301, None), Choice::UnknownStatus);
    }

    #[test]
    fn a_success_that_is_not_declared_is_read_as_one_that_is() {
        let cases = [
            ResponseCase::new("202", "application/json"),
            ResponseCase::new("200", "application/json"),
            ResponseCase::empty("204"),
            ResponseCase::stream("203", "image/png"),
            ResponseCase::new("default", "application/json"),
        ];
        assert_eq!(choice(&cases, 201, Some("application/json")), Choice::Instead(1));
        assert_eq!(choice(&cases, 201, Some("image/png")), Choice::Instead(3));
        assert_eq!(choice(&cases, 201, Some("video/mp4")), Choice::UnknownMedia);
        assert_eq!(empty(&cases, 201), Choice::Instead(2));
        assert_eq!(empty(&cases, 200), Choice::Case(2), "nothing is what 204 says");
        assert_eq!(empty(&cases[..2], 201), Choice::Instead(1), "the reader says so");
        assert_eq!(choice(&cases, 500, Some("application/json")), Choice::Case(4));
        assert_eq!(choice(&cases[4..], 201, Some("application/json")), Choice::Case(0));
        assert_eq!(choice(&cases[2..3], 201, Some("text/html")), Choice::Instead(0));
        let ranges = [ResponseCase::new("2XX", "application/json"), ResponseCase::empty("204")];
        assert_eq!(choice(&ranges, 201, None), Choice::Case(0));
        assert_eq!(choice(&ranges, 204, None), Choice::Case(1));
    }

    #[test]
    fn a_response_without_declared_content_may_have_a_body() {
        let cases = [ResponseCase::empty("204")];
        assert_eq!(choice(&cases, 204, Some("text/html")), Choice::Case(0));
    }

    #[test]
    fn parameters_count_where_they_tell_types_apart() {
        let version = |media| ResponseCase::new("200", media).by_parameters();
        let cases = [
            version("application/vnd.x+json;version=1"),
            version("application/vnd.x+json; version=\"2\""),
        ];
        let media = |media| choice(&cases, 200, Some(media));
        assert_eq!(
            media("application/vnd.x+json;charset=utf-8; Version=2"),
            Choice::Case(1)
        );
        assert_eq!(media("application/vnd.x+json"), Choice::Case(0));
        assert_eq!(media("application/vnd.x+json;version=3"), Choice::UnknownMedia);
        let alone = [ResponseCase::new("200", "application/vnd.x+json;version=1")];
        assert_eq!(choice(&alone, 200, Some("application/json;version=3")), Choice::Case(0));
    }

    #[test]
    fn a_page_is_neither_text_nor_json() {
        let cases = [
            ResponseCase::new("200", "text/plain"),
            ResponseCase::new("201", "application/json"),
        ];
        let choice = |status, content_type, body: &[u8]| {
            let markup = Markup::of(body);
            let seen = Seen {
                status,
                content_type,
                empty: false,
                markup,
            };
            choose(&cases, &seen)
        };
        let (text, tag, page): (&[u8], &[u8], &[u8]) = (b"x", b"<p>x", b"\n<!DOCTYPE HTML>");
        for (media, body, is_read) in [
            ("text/html", text, true),
            ("text/html", tag, false),
            ("text/html", page, false),
            ("text/markdown", tag, true),
            ("text/markdown", page, false),
            ("application/octet-stream", page, false),
            ("", tag, true),
            ("", page, false),
            // Who says so means it.
            ("text/plain", page, true),
        ] {
            let media = Some(media).filter(|media| !media.is_empty());
            let expected = if is_read { Choice::Case(0) } else { Choice::UnknownMedia };
            assert_eq!(choice(200, media, body), expected, "{media:?}");
        }
        assert_eq!(choice(201, Some("text/html"), text), Choice::Case(1));
        assert_eq!(choice(201, Some("text/html"), tag), Choice::UnknownMedia);
    }
}
