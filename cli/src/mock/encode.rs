//! A value as the bytes of a media type.

use super::value::Value;
use specwright::ir::ContentKind;
use specwright::lower::{Validator, content_kind};
use specwright::openapi::document::MediaType;
use specwright::openapi::schema::JsonType;
use specwright::tree::read_json;

/// What separates the parts of a multipart body.
pub(super) const BOUNDARY: &str = "specwright-mock";

/// A body.
pub(super) fn body(validator: &mut Validator<'_, '_>, media: &MediaType, sent: &str, value: &Value) -> Vec<u8> {
    let text = match content_kind(sent) {
        ContentKind::Json => json(validator, media, value),
        ContentKind::Form => form(value),
        ContentKind::Multipart => multipart(value),
        ContentKind::EventStream => events(value),
        ContentKind::JsonLines => lines(value),
        ContentKind::Text if sent.to_ascii_lowercase().contains("xml") => xml(validator, media, value),
        ContentKind::Text | ContentKind::Binary => value.text(),
    };
    text.into_bytes()
}

/// JSON. Many documents have the text of JSON for an example, as a string.
fn json(validator: &mut Validator<'_, '_>, media: &MediaType, value: &Value) -> String {
    let kinds = media.schema.map(|schema| validator.kinds(schema)).unwrap_or_default();
    match value {
        Value::String(text) if !kinds.is_empty() && !kinds.has(JsonType::String) && read_json(text).is_ok() => {
            text.clone()
        }
        value => value.json(),
    }
}

fn xml(validator: &Validator<'_, '_>, media: &MediaType, value: &Value) -> String {
    if let Value::String(text) = value {
        return text.clone();
    }
    let tree = validator.tree();
    let reference = media
        .schema
        .and_then(|schema| tree.get(schema, "$ref"))
        .and_then(|text| tree.str(text));
    let name = reference.and_then(|text| text.rsplit('/').next()).unwrap_or("root");
    value.xml(name)
}

fn form(value: &Value) -> String {
    let pairs = value.members().iter().flat_map(|(name, value)| match value {
        Value::Array(items) => items.iter().map(|item| (name, item)).collect(),
        other => vec![(name, other)],
    });
    let pairs = pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(&value.text())));
    pairs.collect::<Vec<_>>().join("&")
}

/// Percent-encoded, but for the unreserved characters (RFC 3986 section 2.3).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The items of a stream: those of a list, or one.
fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

fn lines(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => items(value).iter().map(|item| item.json() + "\n").collect(),
    }
}

/// Server-sent events. An object with `data` is an event with its fields, anything else the data of one.
fn events(value: &Value) -> String {
    if let Value::String(text) = value
        && text.lines().any(|line| line.starts_with("data:"))
    {
        return format!("{}\n\n", text.trim_end());
    }
    let mut out = String::new();
    for item in items(value) {
        let data = item.members().iter().find(|(name, _)| name == "data");
        for name in ["event", "id", "retry"] {
            let field = item.members().iter().find(|(known, _)| known == name && data.is_some());
            if let Some((_, value)) = field {
                out.push_str(&format!("{name}: {}\n", value.text().replace(['\n', '\r'], " ")));
            }
        }
        let text = data.map_or_else(|| item.text(), |(_, data)| data.text());
        text.split('\n')
            .for_each(|line| out.push_str(&format!("data: {line}\n")));
        out.push('\n');
    }
    out
}

/// Each property, or each item of a list, is a part.
fn multipart(value: &Value) -> String {
    let part = |name: Option<&str>, value: &Value| {
        let kind = match value {
            Value::String(_) => "text/plain",
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => "application/json",
        };
        let disposition = name.map(|name| {
            let name: String = name
                .chars()
                .filter(|letter| *letter != '"' && !letter.is_control())
                .collect();
            format!("content-disposition: form-data; name=\"{name}\"\r\n")
        });
        let disposition = disposition.unwrap_or_default();
        let text = value.text();
        format!("--{BOUNDARY}\r\n{disposition}content-type: {kind}\r\n\r\n{text}\r\n")
    };
    let parts: String = match value {
        Value::Object(members) => members.iter().map(|(name, value)| part(Some(name), value)).collect(),
        value => items(value).iter().map(|value| part(None, value)).collect(),
    };
    format!("{parts}--{BOUNDARY}--\r\n")
}

/// The style `simple` (OpenAPI 3.1 section 4.8.12.3), of headers.
pub(super) fn simple(value: &Value, explodes: bool) -> String {
    let parts: Vec<String> = match (value, explodes) {
        (Value::Array(items), _) => items.iter().map(Value::text).collect(),
        (Value::Object(members), true) => {
            let members = members.iter().map(|(name, value)| format!("{name}={}", value.text()));
            members.collect()
        }
        (Value::Object(members), false) => {
            let members = members.iter().flat_map(|(name, value)| [name.clone(), value.text()]);
            members.collect()
        }
        (value, _) => vec![value.text()],
    };
    parts.join(",")
}
