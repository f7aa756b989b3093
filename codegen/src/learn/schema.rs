//! A schema that describes what was seen: properties, kinds, `null`. Values of enumerations are never inferred.

use super::Version;
use super::shape::Shape;
use crate::openapi::schema::JsonType;
use crate::overlay::Json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Objects with more properties than this have data for names.
const MAX_PROPERTIES: usize = 100;

/// How schemas are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) version: Version,
    /// Whether a property that is always there is `required`. Examples show whole responses; a recording shows what may be absent,
    /// and never what is always there.
    pub(super) required: bool,
}

/// The schema of values with these shapes.
pub(super) fn schema(shapes: &BTreeSet<Shape>, style: Style) -> Json {
    let kinds = kinds(shapes);
    let null = kinds.contains(&JsonType::Null);
    let mut schemas: Vec<Json> = kinds
        .iter()
        .filter(|kind| **kind != JsonType::Null)
        .map(|kind| of_kind(*kind, shapes, style))
        .collect();
    match (schemas.len(), null) {
        (0, false) => Json::Map(Vec::new()),
        (0, true) if style.version == Version::V31 => type_word("null"),
        (0, true) => Json::Map(vec![(style.version.nullable().to_owned(), Json::Bool(true))]),
        (1, false) => schemas.remove(0),
        (1, true) => admit_null(schemas.remove(0), style.version),
        (_, true) if style.version == Version::V31 => {
            schemas.push(type_word("null"));
            Json::map([("anyOf", Json::List(schemas))])
        }
        (_, null) => {
            let mut entries = vec![("anyOf".to_owned(), Json::List(schemas))];
            if null {
                entries.push((style.version.nullable().to_owned(), Json::Bool(true)));
            }
            Json::Map(entries)
        }
    }
}

/// The kinds, without integers where there are numbers.
fn kinds(shapes: &BTreeSet<Shape>) -> BTreeSet<JsonType> {
    let mut kinds: BTreeSet<JsonType> = shapes.iter().filter_map(Shape::kind).collect();
    if kinds.contains(&JsonType::Number) {
        kinds.remove(&JsonType::Integer);
    }
    kinds
}

fn type_word(word: &str) -> Json {
    Json::map([("type", Json::text(word))])
}

fn admit_null(schema: Json, version: Version) -> Json {
    let Json::Map(mut entries) = schema else { return schema };
    match (version, entries.first_mut()) {
        (Version::V31, Some((_, word))) => *word = Json::List(vec![word.clone(), Json::text("null")]),
        _ => entries.push((version.nullable().to_owned(), Json::Bool(true))),
    }
    Json::Map(entries)
}

/// `type` is always its first keyword.
fn of_kind(kind: JsonType, shapes: &BTreeSet<Shape>, style: Style) -> Json {
    let mut entries = vec![("type".to_owned(), Json::text(kind.as_str()))];
    match kind {
        JsonType::Array => {
            let lists = shapes.iter().filter_map(|shape| match shape {
                Shape::Array(items) => Some(items),
                Shape::Unknown | Shape::Scalar(..) | Shape::Object { .. } => None,
            });
            let items: BTreeSet<Shape> = lists.flatten().cloned().collect();
            entries.push(("items".to_owned(), schema(&items, style)));
        }
        JsonType::Object => object(shapes, style, &mut entries),
        JsonType::Null | JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String => {}
    }
    Json::Map(entries)
}

fn object(shapes: &BTreeSet<Shape>, style: Style, entries: &mut Vec<(String, Json)>) {
    let mut named: BTreeMap<&Arc<str>, (usize, BTreeSet<Shape>)> = BTreeMap::new();
    let mut unnamed = BTreeSet::new();
    let mut objects = 0;
    for shape in shapes {
        let Shape::Object { properties, hidden } = shape else {
            continue;
        };
        objects += 1;
        unnamed.extend(hidden.iter().cloned());
        for (name, shape) in properties {
            let (count, shapes) = named.entry(name).or_default();
            *count += 1;
            shapes.insert(shape.clone());
        }
    }
    if !named.keys().all(|name| is_name(name)) || named.len() > MAX_PROPERTIES {
        unnamed.extend(named.into_values().flat_map(|(_, shapes)| shapes));
        named = BTreeMap::new();
    }
    let required = named
        .iter()
        .filter(|(_, (count, _))| *count == objects && style.required);
    let required: Vec<Json> = required.map(|(name, _)| Json::text(&***name)).collect();
    if !required.is_empty() {
        entries.push(("required".to_owned(), Json::List(required)));
    }
    if !named.is_empty() {
        let properties = named.into_iter();
        let properties = properties.map(|(name, (_, shapes))| (name.to_string(), schema(&shapes, style)));
        entries.push(("properties".to_owned(), Json::Map(properties.collect())));
    }
    if !unnamed.is_empty() {
        entries.push(("additionalProperties".to_owned(), schema(&unnamed, style)));
    }
}

/// Whether a property is named by a program and not by data, as far as a name can say: `@entity`, `first_name`, but not
/// `ABCDE1234F`, `me@example.com` or `2026-11-27`.
pub(super) fn is_name(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let mut letters = name.chars();
    let first = letters.next();
    first.is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, '_' | '@' | '$'))
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':'))
        && name.len() <= 64
        && digits <= 3
}

/// Whether these shapes are worth a schema: something is in them, and no name in them is data.
pub(super) fn is_telling(shape: &Shape) -> bool {
    match shape {
        Shape::Unknown | Shape::Scalar(JsonType::Null, _) => false,
        Shape::Scalar(..) => true,
        Shape::Array(items) => items.iter().any(is_telling),
        Shape::Object { properties, hidden } => {
            hidden.is_empty()
                && !properties.is_empty()
                && properties.len() <= MAX_PROPERTIES
                && properties.keys().all(|name| is_name(name))
        }
    }
}
