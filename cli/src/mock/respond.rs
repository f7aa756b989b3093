//! The response of an operation: which of the documented ones it is, and what it holds.

use super::encode;
use super::http::{Request, Response};
use super::media;
use super::problem::Refusal;
use super::sample::sample;
use super::value::Value;
use super::wishes::{Fault, Wishes};
use specwright::lower::{Validator, Way};
use specwright::openapi::document::{self, MediaType, Operation, Parameter};

/// A response, and where it comes from.
pub(super) struct Made {
    pub(super) response: Response,
    pub(super) source: String,
}

/// Makes the response of an operation.
///
/// # Errors
/// Returns a refusal if the request accepts none of the media types, or asks for an example that there is not.
pub(super) fn make(
    validator: &mut Validator<'_, '_>,
    operation: &Operation,
    request: &Request,
    wishes: &Wishes,
) -> Result<Made, Refusal> {
    let (status, documented) = choose(operation, wishes.status);
    let Some(documented) = documented else {
        return Ok(undocumented(status));
    };
    let mut response = Response {
        status,
        headers: headers(validator, &documented.headers),
        body: Vec::new(),
    };
    let mut source = "no content".to_owned();
    if !documented.content.is_empty() {
        let (media, sent) = negotiated(&documented.content, status, request)?;
        let (value, from) = value(validator, media, wishes)?;
        response.body = match wishes.fault {
            Some(Fault::Garbage) => b"\xff<not what was asked for>".to_vec(),
            Some(Fault::Close | Fault::Cut) | None => encode::body(validator, media, &sent, &value),
        };
        let sent = match sent.starts_with("multipart/") {
            true => format!("{sent}; boundary={}", encode::BOUNDARY),
            false => sent,
        };
        response.headers.push(("content-type".to_owned(), sent));
        source = from;
    }
    Ok(Made { response, source })
}

/// The status, and what the document says of it.
fn choose(operation: &Operation, wanted: Option<u16>) -> (u16, Option<&document::Response>) {
    let documented = |key: &str| {
        let mut responses = operation.responses.iter();
        let found = responses.find(|(known, _)| known.eq_ignore_ascii_case(key));
        found.map(|(_, response)| response)
    };
    if let Some(status) = wanted {
        let range = format!("{}XX", status / 100);
        let found = documented(&status.to_string()).or_else(|| documented(&range));
        return (status, found.or_else(|| documented("default")));
    }
    let statuses = operation.responses.iter().filter_map(|(key, response)| {
        let status: u16 = key.parse().ok()?;
        (200..400).contains(&status).then_some((status, response))
    });
    let lowest = statuses.min_by_key(|(status, _)| *status);
    match (lowest, documented("2XX"), documented("default")) {
        (Some((status, response)), None, _) => (status, Some(response)),
        // A redirect is what happens where nothing better is documented.
        (Some((status, response)), Some(_), _) if status < 300 => (status, Some(response)),
        (_, Some(response), _) | (None, None, Some(response)) => (200, Some(response)),
        (None, None, None) => (200, None),
    }
}

/// The response of a status that the document does not have.
fn undocumented(status: u16) -> Made {
    let mut response = Response {
        status,
        ..Response::default()
    };
    if status >= 400 {
        let refusal = Refusal::new(
            status,
            "A status that was asked for",
            "the document does not describe it",
        );
        response.body = refusal.json().into_bytes();
        let problem = "application/problem+json".to_owned();
        response.headers.push(("content-type".to_owned(), problem));
    }
    let source = "not documented".to_owned();
    Made { response, source }
}

/// The media type of the response. A failure is sent also if it is not what the request accepts.
fn negotiated<'d>(
    content: &'d [MediaType],
    status: u16,
    request: &Request,
) -> Result<(&'d MediaType, String), Refusal> {
    let accept = request.header("accept");
    let accepted = media::accepted(content, accept.as_deref());
    let any = || media::accepted(content, None).filter(|_| status >= 400);
    accepted.or_else(any).ok_or_else(|| {
        let known: Vec<&str> = content.iter().map(|media| &*media.name).collect();
        let detail = format!(
            "it accepts {}; the document has {}",
            accept.unwrap_or_default(),
            known.join(", ")
        );
        Refusal::new(406, "The request accepts no documented media type", detail)
    })
}

/// What a body says: an example of the document, or a value made from its schema.
fn value(validator: &mut Validator<'_, '_>, media: &MediaType, wishes: &Wishes) -> Result<(Value, String), Refusal> {
    let tree = validator.tree();
    if let Some(name) = &wishes.example {
        let mut examples = media.examples.iter();
        let named = examples.find(|example| example.name.as_deref() == Some(name));
        let Some(example) = named else {
            let names: Vec<&str> = media
                .examples
                .iter()
                .filter_map(|example| example.name.as_deref())
                .collect();
            let known = match names.as_slice() {
                [] => "the response has no named example".to_owned(),
                names => format!("the response has {}", names.join(", ")),
            };
            let detail = format!("there is no example `{name}`; {known}");
            return Err(Refusal::new(400, "The mock cannot do what the request prefers", detail));
        };
        return Ok((Value::of(tree, example.value), format!("example `{name}`")));
    }
    if let Some(example) = media.examples.first().filter(|_| !wishes.dynamic) {
        let source = match &example.name {
            Some(name) => format!("example `{name}`"),
            None => "example".to_owned(),
        };
        return Ok((Value::of(tree, example.value), source));
    }
    let made = match (media.schema, media.item_schema) {
        (Some(schema), _) => sample(validator, Way::Received, schema),
        (None, Some(each)) => sample(validator, Way::Received, each).map(|item| Value::Array(vec![item])),
        (None, None) => Some(Value::Object(Vec::new())),
    };
    match made {
        Some(value) => Ok((value, "made from the schema".to_owned())),
        None => Ok((
            Value::Null,
            "no value of the schema ends, or is small enough".to_owned(),
        )),
    }
}

/// The headers that are required or have an example.
fn headers(validator: &mut Validator<'_, '_>, documented: &[Parameter]) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    for header in documented {
        let content = header.content.as_ref();
        let examples = header
            .examples
            .iter()
            .chain(content.iter().flat_map(|content| &content.examples));
        let example = examples
            .map(|example| Value::of(validator.tree(), example.value))
            .next();
        let schema = header.schema.or(content.and_then(|content| content.schema));
        let made = match (example, schema) {
            (Some(example), _) => Some(example),
            (None, Some(schema)) if header.required => sample(validator, Way::Received, schema),
            (None, _) => None,
        };
        // Content-Type is what `content` says (OpenAPI 3.1 section 4.8.17).
        if let Some(value) = made.filter(|_| !header.name.eq_ignore_ascii_case("content-type")) {
            let explodes = header.explode.unwrap_or(false);
            let text = match content {
                Some(_) => value.text(),
                None => encode::simple(&value, explodes),
            };
            headers.push((header.name.to_string(), text));
        }
    }
    headers
}
