//! The body of a request, held against its schema.

use super::http::Request;
use super::media::{self, essence};
use super::parameters::{decoded, pairs};
use super::problem::{Refusal, Violation};
use super::read::{self, Part};
use super::value::{Value, set};
use specwright::ir::ContentKind;
use specwright::lower::{Validator, Way, content_kind};
use specwright::openapi::document::{MediaType, Operation, RequestBody};
use specwright::tree::{NodeId, read_json};

/// Fields of a form, or parts of a multipart body.
const MAX_FIELDS: usize = 10_000;
/// Characters of a boundary (RFC 2046 section 5.1.1).
const MAX_BOUNDARY: usize = 70;

/// Says what is wrong with a body.
///
/// # Errors
/// Returns a refusal for a body that cannot be read at all.
pub(super) fn violations(
    validator: &mut Validator<'_, '_>,
    operation: &Operation,
    request: &Request,
) -> Result<Vec<Violation>, Refusal> {
    let Some(body) = &operation.body else {
        return Ok(Vec::new());
    };
    let media_type = request.header("content-type");
    if request.body.is_empty() && media_type.as_deref().is_none_or(|name| !is_written(name)) {
        return Ok(match body.required {
            Some(true) => vec![violation(
                validator,
                body,
                String::new(),
                "it is required, and it is missing",
            )],
            Some(false) | None => Vec::new(),
        });
    }
    let known: Vec<&str> = body.content.iter().map(|media| &*media.name).collect();
    let unknown = |what: &str| {
        let detail = format!("{what}; the document has {}", known.join(", "));
        Refusal::new(415, "The media type of the body is not documented", detail)
    };
    let Some(media_type) = media_type else {
        return Err(unknown("the body has no `Content-Type`"));
    };
    let Some(media) = media::of_body(&body.content, &media_type) else {
        return Err(unknown(&format!("the body is `{}`", essence(&media_type))));
    };
    let Some(schema) = media.schema.or(media.item_schema) else {
        return Ok(Vec::new());
    };
    let wrong = of_media(validator, media, schema, &media_type, &request.body)?;
    let violations = wrong.into_iter();
    Ok(violations
        .map(|(pointer, detail)| violation(validator, body, pointer, &detail))
        .collect())
}

/// Whether an empty body is one all the same: `{}` is, an empty file is, nothing at all is not JSON.
fn is_written(media_type: &str) -> bool {
    match content_kind(media_type) {
        ContentKind::Json | ContentKind::Multipart => true,
        ContentKind::Form
        | ContentKind::Text
        | ContentKind::EventStream
        | ContentKind::JsonLines
        | ContentKind::Binary => false,
    }
}

fn violation(validator: &Validator<'_, '_>, body: &RequestBody, pointer: String, detail: &str) -> Violation {
    Violation {
        part: "body",
        name: String::new(),
        pointer,
        detail: detail.to_owned(),
        rule: validator.tree().pointer(body.node),
    }
}

fn of_media(
    validator: &mut Validator<'_, '_>,
    media: &MediaType,
    schema: NodeId,
    media_type: &str,
    body: &[u8],
) -> Result<Option<read::Wrong>, Refusal> {
    let verdict = match content_kind(media_type) {
        ContentKind::Json => {
            let (tree, root) = read_json(text(body)?).map_err(|reason| unreadable(&reason))?;
            read::check_in(validator, schema, &tree, root, Way::Sent)
        }
        ContentKind::JsonLines => lines(validator, media, schema, text(body)?)?,
        ContentKind::Form => {
            let pairs = pairs(text(body)?);
            few(pairs.len())?;
            let decoded: Vec<_> = pairs.iter().map(|(key, raw)| (decoded(key), decoded(raw))).collect();
            let value = form(validator, schema, decoded.iter().map(|(key, text)| (&**key, &**text)));
            read::check(validator, schema, &value)
        }
        ContentKind::Multipart => {
            let value = multipart(validator, schema, media_type, body)?;
            read::check(validator, schema, &value)
        }
        // XML is not JSON: its schema is about another shape (OpenAPI 3.1 section 4.8.26).
        ContentKind::Text if essence(media_type).ends_with("xml") => Ok(()),
        ContentKind::Text => {
            let value = read::scalar(validator, Some(schema), text(body)?);
            read::check(validator, schema, &value)
        }
        ContentKind::EventStream | ContentKind::Binary => Ok(()),
    };
    Ok(verdict.err())
}

fn text(body: &[u8]) -> Result<&str, Refusal> {
    std::str::from_utf8(body).map_err(|error| unreadable(&format!("it is not UTF-8 from byte {}", error.valid_up_to())))
}

/// Fields of a form are compared with each other.
fn few(fields: usize) -> Result<(), Refusal> {
    match fields <= MAX_FIELDS {
        true => Ok(()),
        false => Err(unreadable(&format!(
            "it has {fields} fields, and at most {MAX_FIELDS} are read"
        ))),
    }
}

fn unreadable(reason: &str) -> Refusal {
    Refusal::new(400, "The body cannot be read", format!("body: {reason}"))
}

/// A JSON value in each line; a pointer begins with the index of the line.
fn lines(
    validator: &mut Validator<'_, '_>,
    media: &MediaType,
    schema: NodeId,
    text: &str,
) -> Result<Result<(), read::Wrong>, Refusal> {
    let each = media
        .item_schema
        .or_else(|| read::part(validator, schema, Part::Item))
        .unwrap_or(schema);
    let lines = text
        .split(['\n', '\u{1e}'])
        .map(str::trim)
        .filter(|line| !line.is_empty());
    for (index, line) in lines.enumerate() {
        let (tree, root) = read_json(line).map_err(|reason| unreadable(&format!("value {index}: {reason}")))?;
        if let Err((pointer, reason)) = read::check_in(validator, each, &tree, root, Way::Sent) {
            return Ok(Err((format!("/{index}{pointer}"), reason)));
        }
    }
    Ok(Ok(()))
}

/// A form as an object; names in brackets lead into it, unless the schema has them as they are.
fn form<'a>(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Value {
    let (mut plain, mut deep) = (Vec::new(), Vec::new());
    for (name, text) in pairs {
        let is_known = !name.ends_with(']') || read::part(validator, schema, Part::Property(name)).is_some();
        match name.find('[').filter(|_| !is_known) {
            None => plain.push((name, text)),
            Some(at) => deep.push((name.split_at(at), text)),
        }
    }
    let mut value = read::object(validator, schema, plain);
    for ((first, rest), text) in deep {
        let mut names = vec![first];
        names.extend(read::brackets(rest).unwrap_or_default());
        value = read::insert(validator, Some(schema), Some(value), &names, text);
    }
    value
}

/// A multipart body (RFC 7578) as an object: JSON where a part says so, text elsewhere.
fn multipart(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    media_type: &str,
    body: &[u8],
) -> Result<Value, Refusal> {
    let boundary = parameter(media_type, "boundary").filter(|boundary| boundary.len() <= MAX_BOUNDARY);
    let boundary = boundary.ok_or_else(|| unreadable("its media type has no `boundary`"))?;
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut members = Vec::new();
    for part in parts(body, &boundary)? {
        let name = parameter(&part.disposition, "name").ok_or_else(|| unreadable("a part has no name"))?;
        let text = String::from_utf8_lossy(part.body).into_owned();
        match content_kind(&part.media_type) {
            ContentKind::Json if !part.media_type.is_empty() => {
                let (tree, root) =
                    read_json(&text).map_err(|reason| unreadable(&format!("part `{name}`: {reason}")))?;
                set(&mut members, &name, Value::of(&tree, root));
            }
            _ => texts.push((name, text)),
        }
    }
    let texts = texts.iter().map(|(name, text)| (&**name, &**text));
    if let Value::Object(others) = form(validator, schema, texts) {
        others
            .into_iter()
            .for_each(|(name, value)| set(&mut members, &name, value));
    }
    Ok(Value::Object(members))
}

struct BodyPart<'a> {
    disposition: String,
    media_type: String,
    body: &'a [u8],
}

fn parts<'a>(body: &'a [u8], boundary: &str) -> Result<Vec<BodyPart<'a>>, Refusal> {
    let delimiter = format!("--{boundary}").into_bytes();
    let mut found = Vec::new();
    let mut rest = after(body, &delimiter).ok_or_else(|| unreadable("it does not have its boundary"))?;
    while !rest.starts_with(b"--") {
        let end = position(rest, &delimiter).ok_or_else(|| unreadable("its last part is not closed"))?;
        let part = rest.get(..end).unwrap_or_default();
        let head = position(part, b"\r\n\r\n").ok_or_else(|| unreadable("a part has no headers"))?;
        let headers = String::from_utf8_lossy(part.get(..head).unwrap_or_default()).into_owned();
        let header = |name: &str| {
            let mut lines = headers.lines().filter_map(|line| line.split_once(':'));
            let value = lines.find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
            value.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
        };
        let content = part.get(head + 4..).unwrap_or_default();
        found.push(BodyPart {
            disposition: header("content-disposition"),
            media_type: header("content-type"),
            body: content.strip_suffix(b"\r\n").unwrap_or(content),
        });
        few(found.len())?;
        rest = rest.get(end + delimiter.len()..).unwrap_or_default();
    }
    Ok(found)
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len().max(1)).position(|window| window == wanted)
}

fn after<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    bytes.get(position(bytes, wanted)? + wanted.len()..)
}

/// A parameter of a header (RFC 9110 section 5.6.6).
fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (key.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
    })
}
