//! The parameters of a request, read as their `style` and `explode` say (OpenAPI 3.1 section 4.8.12) and held against their schemas.

use super::http::Request;
use super::problem::Violation;
use super::read::{self, Part};
use super::style::Split;
use super::value::{Value, set};
use specwright::ir::ContentKind;
use specwright::lower::{Validator, content_kind};
use specwright::openapi::document::{MediaType, Parameter};
use specwright::openapi::routes::Route;
use specwright::openapi::schema::JsonType;
use specwright::percent_decode;
use specwright::tree::{NodeId, read_json};
use std::borrow::Cow;

/// A header or a cookie that the client handles by itself, whatever the document says of it (OpenAPI 3.1 section 4.8.12.2).
const IGNORED: [&str; 2] = ["accept", "content-type"];

/// Everything that is wrong with the parameters of a request.
pub(super) fn violations(validator: &mut Validator<'_, '_>, route: &Route<'_>, request: &Request) -> Vec<Violation> {
    let mut violations = Vec::new();
    for parameter in &route.operation.parameters {
        let part = match &*parameter.location {
            "path" => "path",
            "query" | "querystring" => "query",
            "cookie" => "cookie",
            _ if IGNORED.contains(&&*parameter.name.to_ascii_lowercase()) => continue,
            _ => "header",
        };
        let wrong = match written(validator, parameter, route, request) {
            Ok(Some(value)) => held(validator, parameter, &value),
            Ok(None) if parameter.required => Err((String::new(), "it is required, and it is missing".to_owned())),
            Ok(None) => Ok(()),
            Err(reason) => Err((String::new(), reason)),
        };
        if let Err((pointer, detail)) = wrong {
            violations.push(Violation {
                part,
                name: parameter.name.to_string(),
                pointer,
                detail,
                rule: validator.tree().pointer(parameter.node),
            });
        }
    }
    violations
}

fn schema(parameter: &Parameter) -> Option<NodeId> {
    let content = parameter.content.as_ref().and_then(|content| content.schema);
    parameter.schema.or(content)
}

fn held(validator: &mut Validator<'_, '_>, parameter: &Parameter, value: &Value) -> Result<(), read::Wrong> {
    let is_empty = matches!(value, Value::String(text) if text.is_empty());
    match schema(parameter) {
        Some(_) if is_empty && parameter.allow_empty => Ok(()),
        Some(schema) => read::check(validator, schema, value),
        None => Ok(()),
    }
}

/// The value of a parameter; `None` if the request has none.
fn written(
    validator: &mut Validator<'_, '_>,
    parameter: &Parameter,
    route: &Route<'_>,
    request: &Request,
) -> Result<Option<Value>, String> {
    match &*parameter.location {
        "path" => {
            let mut values = route.values.iter();
            let raw = values.find(|(name, _)| **name == *parameter.name);
            raw.map(|(_, raw)| of_text(validator, parameter, raw, "simple"))
                .transpose()
        }
        "query" => of_query(validator, parameter, &request.query),
        "querystring" if request.query.is_empty() => Ok(None),
        "querystring" => of_text(validator, parameter, &request.query, "form").map(Some),
        "cookie" => {
            let cookies = request.header("cookie").unwrap_or_default();
            let pairs: Vec<(&str, &str)> = cookies
                .split(';')
                .filter_map(|pair| pair.trim().split_once('='))
                .collect();
            of_pairs(validator, parameter, &pairs)
        }
        _ => {
            let raw = request.header(&parameter.name);
            raw.map(|raw| of_text(validator, parameter, &raw, "simple")).transpose()
        }
    }
}

/// Pairs of a query or a form, as they are encoded.
pub(super) fn pairs(query: &str) -> Vec<(&str, &str)> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').unwrap_or((part, ""))).collect()
}

fn of_query(validator: &mut Validator<'_, '_>, parameter: &Parameter, query: &str) -> Result<Option<Value>, String> {
    of_pairs(validator, parameter, &pairs(query))
}

fn of_pairs(
    validator: &mut Validator<'_, '_>,
    parameter: &Parameter,
    pairs: &[(&str, &str)],
) -> Result<Option<Value>, String> {
    let name = &*parameter.name;
    let named = pairs
        .iter()
        .filter(|(key, _)| decoded(key) == name)
        .map(|(_, raw)| *raw);
    let named: Vec<&str> = named.collect();
    let (Some(schema), None) = (parameter.schema, &parameter.content) else {
        return named
            .first()
            .map(|raw| of_text(validator, parameter, raw, "form"))
            .transpose();
    };
    let style = parameter.style.as_deref().unwrap_or("form");
    let explodes = parameter.explode.unwrap_or(matches!(style, "form" | "cookie"));
    if style == "deepObject"
        && let Some(value) = deep(validator, schema, name, pairs)
    {
        return Ok(Some(value));
    }
    let kinds = validator.kinds(schema);
    if explodes && kinds.has(JsonType::Array) && (named.len() > 1 || !kinds.has(JsonType::String)) {
        let texts: Vec<Cow<'_, str>> = named.iter().map(|raw| decoded(raw)).collect();
        let list = read::list(validator, schema, texts.iter().map(|text| &**text));
        return Ok((!named.is_empty()).then_some(list));
    }
    if explodes && kinds.has(JsonType::Object) && named.is_empty() {
        let properties = read::properties(validator, schema);
        let decoded: Vec<_> = pairs.iter().map(|(key, raw)| (decoded(key), decoded(raw))).collect();
        let own = decoded
            .iter()
            .filter(|(key, _)| properties.iter().any(|name| *name == **key));
        let own: Vec<(&str, &str)> = own.map(|(key, text)| (&**key, &**text)).collect();
        return Ok((!own.is_empty()).then(|| read::object(validator, schema, own)));
    }
    named
        .first()
        .map(|raw| of_text(validator, parameter, raw, "form"))
        .transpose()
}

/// `color[R]=100&color[G]=200`.
fn deep(validator: &mut Validator<'_, '_>, schema: NodeId, name: &str, pairs: &[(&str, &str)]) -> Option<Value> {
    let mut value = None;
    for (key, raw) in pairs {
        let (key, text) = (decoded(key), decoded(raw));
        if let Some(names) = key.strip_prefix(name).and_then(read::brackets) {
            value = Some(read::insert(validator, Some(schema), value, &names, &text));
        }
    }
    value
}

/// A value that is one string of the request.
fn of_text(validator: &mut Validator<'_, '_>, parameter: &Parameter, raw: &str, usual: &str) -> Result<Value, String> {
    let decode: fn(&str) -> Cow<'_, str> = match (&*parameter.location, parameter.style.as_deref()) {
        ("header", _) | (_, Some("cookie")) => |text| Cow::Borrowed(text),
        ("query" | "querystring", _) => decoded,
        (_, _) => percent_decode,
    };
    match (&parameter.content, parameter.schema) {
        (Some(content), _) => of_content(validator, content, raw, decode),
        (None, Some(schema)) => {
            let style = parameter.style.as_deref().unwrap_or(usual);
            let split = Split::new(style, parameter.explode.unwrap_or(false), &parameter.name);
            of_style(validator, schema, split.begin(raw)?, &split, decode)
        }
        (None, None) => Ok(Value::string(decode(raw))),
    }
}

/// A value in a media type.
fn of_content(
    validator: &mut Validator<'_, '_>,
    content: &MediaType,
    raw: &str,
    decode: fn(&str) -> Cow<'_, str>,
) -> Result<Value, String> {
    match content_kind(&content.name) {
        ContentKind::Json => read_json(&decode(raw)).map(|(tree, root)| Value::of(&tree, root)),
        ContentKind::Form => {
            let decoded = pairs(raw).into_iter().map(|(key, raw)| (decoded(key), decoded(raw)));
            let decoded: Vec<_> = decoded.collect();
            let pairs = decoded.iter().map(|(key, text)| (&**key, &**text));
            Ok(match content.schema {
                Some(schema) => read::object(validator, schema, pairs),
                None => Value::string(raw),
            })
        }
        ContentKind::Multipart
        | ContentKind::Text
        | ContentKind::EventStream
        | ContentKind::JsonLines
        | ContentKind::Binary => Ok(Value::string(decode(raw))),
    }
}

/// A value in a style: what the schema allows of list, object and scalar.
fn of_style(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    raw: &str,
    split: &Split<'_>,
    decode: fn(&str) -> Cow<'_, str>,
) -> Result<Value, String> {
    let kinds = validator.kinds(schema);
    let mut readings: Vec<Value> = Vec::new();
    if kinds.has(JsonType::Array) {
        let items = split.items(raw);
        let texts: Vec<Cow<'_, str>> = items.iter().map(|text| decode(text)).collect();
        readings.push(read::list(validator, schema, texts.iter().map(|text| &**text)));
    }
    if kinds.has(JsonType::Object) {
        let mut members = Vec::new();
        for (key, text) in split.pairs(raw) {
            let (key, text) = (decode(&key), decode(&text));
            let property = read::part(validator, schema, Part::Property(&key));
            set(&mut members, &key, read::scalar(validator, property, &text));
        }
        readings.push(Value::Object(members));
    }
    let is_list = |kind| matches!(kind, JsonType::Array | JsonType::Object);
    if kinds.is_empty() || !kinds.iter().all(is_list) {
        readings.push(read::scalar(validator, Some(schema), &decode(split.whole(raw))));
    }
    let valid = readings
        .iter()
        .position(|reading| read::check(validator, schema, reading).is_ok());
    Ok(readings.swap_remove(valid.unwrap_or(0)))
}

/// Without percent-encoding (RFC 3986 section 2.1) and with spaces for `+`, as forms write them.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    match text.contains('+') {
        true => Cow::Owned(percent_decode(&text.replace('+', " ")).into_owned()),
        false => percent_decode(text),
    }
}
