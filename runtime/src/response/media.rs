//! Media types (RFC 9110 section 8.3.1): what they hold, and how well an actual one fits a declared one.

use std::borrow::Cow;

use crate::data::media_type::parameters;
pub(crate) use crate::data::media_type::{essence, parameter};
use crate::operation::{Read, ResponseCase};

/// What a media type holds, as far as reading is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// JSON itself and every type with the suffix `+json`.
    Json,
    /// A JSON value on each line.
    Lines,
    Xml,
    Yaml,
    Html,
    /// Any other text; a form too.
    Text,
    /// Images, sound and films: a server may send another format than the one that is documented.
    Picture,
    /// Bytes of no type: what servers send that do not know what they send.
    Untyped,
    /// Anything else, server-sent events among it.
    Other,
}

impl Family {
    pub(crate) fn of(media: &str) -> Self {
        let mut media = Cow::Borrowed(essence(media));
        // Almost no one writes capitals, and each response is asked several times.
        if media.bytes().any(|letter| letter.is_ascii_uppercase()) {
            media.to_mut().make_ascii_lowercase();
        }
        match &*media {
            "application/jsonl"
            | "application/x-jsonl"
            | "application/jsonlines"
            | "application/x-jsonlines"
            | "application/x-ndjson"
            | "application/ndjson"
            | "application/json-seq"
            | "application/x-json-stream"
            | "application/stream+json" => Self::Lines,
            "application/json" | "text/json" | "application/x-json" | "json" => Self::Json,
            "application/xml" | "text/xml" => Self::Xml,
            "application/yaml" | "application/x-yaml" | "text/yaml" | "text/x-yaml" => Self::Yaml,
            "text/html" | "application/xhtml+xml" => Self::Html,
            "text/event-stream" => Self::Other,
            "application/x-www-form-urlencoded"
            | "application/javascript"
            | "application/x-javascript"
            | "application/csv"
            | "application/x-csv"
            | "application/graphql" => Self::Text,
            // The names of no type, and those by which servers make browsers save a file.
            "application/octet-stream"
            | "binary/octet-stream"
            | "application/x-octet-stream"
            | "application/binary"
            | "application/x-binary"
            | "application/download"
            | "application/x-download"
            | "application/force-download"
            | "application/x-force-download"
            | "application/unknown"
            | "application/x-unknown"
            | "unknown/unknown"
            | "*/*" => Self::Untyped,
            media if media.ends_with("+json") => Self::Json,
            media if media.ends_with("+json-seq") => Self::Lines,
            media if media.ends_with("+xml") => Self::Xml,
            media if media.ends_with("+yaml") => Self::Yaml,
            media => match media.split('/').next() {
                Some("text") => Self::Text,
                Some("image" | "audio" | "video") => Self::Picture,
                _ => Self::Other,
            },
        }
    }
}

/// Whether a body begins like markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    No,
    /// Like an object or array of JSON, which no other type of a body that is documented beside JSON begins like.
    Json,
    /// Like gzip, which text never begins like (RFC 1952 section 2.3.1).
    Packed,
    /// With a tag, as XML and pieces of HTML do.
    Tag,
    /// Like a page: errors of proxies do, whatever their media type is.
    Page,
}

impl Markup {
    pub(super) fn of(body: &[u8]) -> Self {
        let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body).trim_ascii_start();
        let begins = |tag: &[u8]| {
            body.get(..tag.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(tag))
        };
        match body.first() {
            Some(b'<') if begins(b"<!doctype html") || begins(b"<html") => Self::Page,
            Some(b'<') => Self::Tag,
            Some(b'{' | b'[') => Self::Json,
            Some(0x1F) if body.starts_with(&[0x1F, 0x8B, 8]) => Self::Packed,
            Some(_) | None => Self::No,
        }
    }

    fn is_none(self) -> bool {
        matches!(self, Self::No | Self::Json | Self::Packed)
    }
}

/// Whether the body of a declared response is JSON: so is a range that is read as a whole.
pub(super) fn is_json(case: &ResponseCase) -> bool {
    let is_range = matches!(essence(case.media), "*/*" | "application/*");
    Family::of(case.media) == Family::Json || (is_range && case.read == Read::Whole)
}

/// Whether the body of a declared response may be a page of HTML.
pub(super) fn may_be_page(case: &ResponseCase) -> bool {
    use Family::{Html, Json, Lines, Other, Picture, Text, Untyped, Xml, Yaml};
    match Family::of(case.media) {
        Html | Xml | Picture | Untyped | Other => true,
        Json | Lines | Text | Yaml => false,
    }
}

/// How well an actual content type fits a declared response; smaller is better. A body that begins like a page must not pass for
/// the text or JSON that is documented.
pub(super) fn fit(case: &ResponseCase, actual: &str, markup: Markup) -> Option<u8> {
    let parameters = if case.by_parameters {
        fit_of_parameters(case.media, actual)?
    } else {
        0
    };
    Some(fit_of_essence(case, essence(actual), markup)? * 4 + parameters)
}

/// Where types differ in parameters only: one that has all of them is best, one that has none is next, and one that
/// contradicts the actual type does not fit.
fn fit_of_parameters(declared: &str, actual: &str) -> Option<u8> {
    let told = || parameters(declared).filter(|(name, _)| !name.eq_ignore_ascii_case("charset"));
    let mut fit = if told().next().is_some() { 0 } else { 1 };
    for (name, value) in told() {
        match parameter(actual, name) {
            Some(actual) if actual.eq_ignore_ascii_case(value) => {}
            Some(_) => return None,
            None => fit = 2,
        }
    }
    Some(fit)
}

fn fit_of_essence(case: &ResponseCase, actual: &str, markup: Markup) -> Option<u8> {
    use Family::{Html, Json, Lines, Other, Picture, Text, Untyped, Xml, Yaml};
    let declared = essence(case.media);
    if declared.eq_ignore_ascii_case(actual) {
        return Some(0);
    }
    let (kind, subtype) = declared.split_once('/').unwrap_or((declared, "*"));
    let actual_kind = actual.split('/').next().unwrap_or("");
    if subtype == "*" && kind.eq_ignore_ascii_case(actual_kind) {
        return Some(2);
    }
    if kind == "*" {
        return Some(3);
    }
    let (family, sent) = (Family::of(declared), Family::of(actual));
    let is_form = declared.eq_ignore_ascii_case("application/x-www-form-urlencoded");
    let fits = match (family, sent) {
        // Token endpoints have both, and frameworks write a string as JSON by themselves.
        (Text, Json) => case.read == Read::Whole && (is_form || declared.eq_ignore_ascii_case("text/plain")),
        (Json, Json) | (Lines, Lines) | (Xml, Xml) | (Yaml, Yaml) | (Html, Html) => return Some(1),
        // JSON as text, with the type that a framework gives by itself, or with none.
        (Json | Text | Xml | Yaml, Html) => markup.is_none(),
        (Json | Lines | Text | Yaml, Text | Untyped) => markup != Markup::Page,
        (Json, Lines) | (Lines, Json) | (Xml | Html, Text | Untyped) => true,
        // How systems name the type of such a file that have a program for it.
        (Text, Other) => {
            declared.eq_ignore_ascii_case("text/csv") && actual.eq_ignore_ascii_case("application/vnd.ms-excel")
        }
        (Other, Other) => kind.eq_ignore_ascii_case("multipart") && kind.eq_ignore_ascii_case(actual_kind),
        (Picture, Picture) => kind.eq_ignore_ascii_case(actual_kind),
        // Lines of events are told from other text by themselves.
        (Other, Text) => declared.eq_ignore_ascii_case("text/event-stream") && markup.is_none(),
        (Picture | Other, Untyped) => case.read != Read::Nothing && !declared.eq_ignore_ascii_case("text/event-stream"),
        // Declared as just bytes: servers send a more exact type.
        (Untyped, _) => return Some(5),
        // Whatever the server calls it.
        (Json, _) if case.read == Read::Whole && matches!(markup, Markup::Json | Markup::Packed) => return Some(6),
        _ => false,
    };
    fits.then_some(4)
}
