//! What becomes of each answer: successes and documented errors, by status and media type.

use crate::ir::{Content, ContentKind, Operation, Response, Status, StringKind, Type};
use crate::plan::names::http_words::{media_word, status_word};
use crate::plan::names::{Case as NameCase, Ident, Scope};
use crate::plan::types::rust_type::RustType;

/// A documented answer: a status with one of its media types.
pub struct ResponseCase {
    /// When it is given.
    pub status: Status,
    /// The media type; empty: there is no body.
    pub media_type: String,
    /// What is read.
    pub body: ResponseBody,
    /// Whether it is a success: `None` if only its status tells (`default` without any other success).
    pub success: Option<bool>,
    /// The variant of the outcome, if that is an enumeration.
    pub variant: Option<Ident>,
}

/// What is read of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseBody {
    /// Nothing.
    Empty,
    /// A JSON document.
    Json(RustType),
    /// Text.
    Text,
    /// Bytes in memory.
    Bytes,
    /// A stream of bytes.
    Stream,
    /// Server-sent events; `None`: of text.
    Events(Option<RustType>),
    /// One JSON document per line.
    Lines(RustType),
}

/// What an operation comes to.
pub enum ResponseType {
    /// Nothing is read.
    Nothing,
    /// One type.
    One(ResponseBody),
    /// An enumeration of them.
    Many(Vec<ResponseVariant>),
}

/// A variant of an outcome.
pub struct ResponseVariant {
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub body: ResponseBody,
    /// The answer that it is named after.
    pub status: Status,
}

/// XML and HTML: what a server that speaks JSON offers besides.
pub(super) fn is_markup(media_type: &str) -> bool {
    let essence = crate::text::essence(media_type);
    essence.ends_with("/xml") || essence.ends_with("+xml") || essence == "text/html"
}

pub(super) fn outcomes(operation: &Operation) -> (ResponseType, ResponseType, Vec<ResponseCase>) {
    let mut cases = Vec::new();
    for response in &operation.responses {
        let success = succeeds(operation, response.status);
        cases.extend(match operation.method.as_str() {
            // An answer to HEAD has no content, whatever is declared (RFC 9110 section 9.3.2).
            "HEAD" => vec![empty_case(response.status, success)],
            _ => response_cases(response, success),
        });
    }
    // Where only errors are documented, or nothing at all, every success is one without documented content.
    if cases.iter().all(|case| case.success == Some(false)) {
        cases.push(empty_case(Status::Range(2), Some(true)));
    }
    // A client asks for what it reads as a success first.
    cases.sort_by_key(|case| case.success == Some(false));
    let success = outcome(&mut cases, true);
    let failure = outcome(&mut cases, false);
    (success, failure, cases)
}

pub(super) fn is_success(status: Status) -> bool {
    matches!(status, Status::Code(200..=299) | Status::Range(2))
}

/// Whether a documented answer is a success; nothing where only the actual status tells. Where no success is documented, a
/// redirect is what the operation is for.
pub(super) fn succeeds(operation: &Operation, status: Status) -> Option<bool> {
    let documented = operation.responses.iter().any(|response| is_success(response.status));
    match status {
        Status::Default if !documented => None,
        Status::Code(300..=399) | Status::Range(3) => Some(!documented),
        status => Some(is_success(status)),
    }
}

fn empty_case(status: Status, success: Option<bool>) -> ResponseCase {
    ResponseCase {
        status,
        media_type: String::new(),
        body: ResponseBody::Empty,
        success,
        variant: None,
    }
}

fn response_cases(response: &Response, success: Option<bool>) -> Vec<ResponseCase> {
    let case = |media_type: &str, body: ResponseBody| ResponseCase {
        status: response.status,
        media_type: media_type.to_owned(),
        body,
        success,
        variant: None,
    };
    if response.contents.is_empty() || matches!(response.status, Status::Code(204 | 205 | 304)) {
        return vec![empty_case(response.status, success)];
    }
    let json = response
        .contents
        .iter()
        .any(|content| content.kind == ContentKind::Json);
    let kept = response.contents.iter().filter(|content| {
        // Errors are read as JSON where they can be; whatever else comes is kept as bytes.
        !json || (!is_markup(&content.media_type) && (success != Some(false) || content.kind == ContentKind::Json))
    });
    let mut cases: Vec<ResponseCase> = Vec::new();
    for content in kept {
        cases.push(case(&content.media_type, body(content, success)));
    }
    cases
}

fn body(content: &Content, success: Option<bool>) -> ResponseBody {
    let ty = content.ty.as_ref().map(RustType::of);
    let text_event = matches!(
        content.ty.as_ref().map(|ty| &ty.ty),
        Some(Type::String(StringKind::Text)) | None
    );
    let stream = success != Some(false);
    match content.kind {
        ContentKind::Json => ResponseBody::Json(ty.unwrap_or(RustType::Value)),
        ContentKind::Text | ContentKind::Form => ResponseBody::Text,
        ContentKind::EventStream if stream => ResponseBody::Events(ty.filter(|_| !text_event)),
        ContentKind::JsonLines if stream => ResponseBody::Lines(ty.unwrap_or(RustType::Value)),
        ContentKind::EventStream | ContentKind::JsonLines => ResponseBody::Text,
        ContentKind::Binary | ContentKind::Multipart if stream => ResponseBody::Stream,
        ContentKind::Binary | ContentKind::Multipart => ResponseBody::Bytes,
    }
}

/// The outcome of all successes, or of all errors; names the variant of each case.
fn outcome(cases: &mut [ResponseCase], success: bool) -> ResponseType {
    let belongs = |case: &ResponseCase| {
        case.success.is_none_or(|is| is == success) && (success || case.body != ResponseBody::Empty)
    };
    let mut distinct: Vec<(ResponseBody, Status, String)> = Vec::new();
    for case in cases.iter().filter(|case| belongs(case)) {
        if !distinct
            .iter()
            .any(|(body, status, _)| *body == case.body && *status == case.status)
        {
            distinct.push((case.body.clone(), case.status, case.media_type.clone()));
        }
    }
    let alike = distinct.windows(2).all(|two| two[0].0 == two[1].0);
    match distinct.as_slice() {
        [] => ResponseType::Nothing,
        // What all statuses have in common needs no names for them: the status is beside it.
        [(ResponseBody::Empty, ..), ..] if alike => ResponseType::Nothing,
        [(only, ..), ..] if alike => ResponseType::One(only.clone()),
        _ => {
            let raws: Vec<String> = distinct
                .iter()
                .map(|(_, status, media)| variant_word(*status, media))
                .collect();
            let names = Scope::new(&[]).claim_all(&raws, NameCase::Variant);
            let variants: Vec<ResponseVariant> = distinct
                .into_iter()
                .zip(names)
                .map(|((body, status, _), name)| ResponseVariant { name, body, status })
                .collect();
            for case in cases.iter_mut().filter(|case| belongs(case)) {
                let variant = variants
                    .iter()
                    .find(|variant| variant.body == case.body && variant.status == case.status);
                case.variant = variant.map(|variant| variant.name.clone()).or(case.variant.take());
            }
            ResponseType::Many(variants)
        }
    }
}

/// A variant is named after its status; after its media type too unless that is JSON.
fn variant_word(status: Status, media: &str) -> String {
    let said = |media: &str| !media.is_empty() && crate::text::essence(media) != "application/json";
    match Some(media).filter(|media| said(media)) {
        Some(media) => format!("{} {}", status_word(status), media_word(media)),
        None => status_word(status),
    }
}
