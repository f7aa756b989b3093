//! What strings of a URL, a header or a form mean by their schemas: numbers, lists and objects.

use super::value::{Value, set};
use specwright::lower::{Clash, Validator, Way};
use specwright::openapi::schema::JsonType;
use specwright::tree::{NodeId, Tree, read_json};

/// References to references, and choices within choices.
const MAX_PARTS: usize = 32;

/// A part of an object or an array.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Item,
    Property(&'a str),
}

/// What is wrong with a value: the JSON pointer of the part, a reason.
pub(super) type Wrong = (String, String);

/// Holds a value of a request against a schema.
pub(super) fn check(validator: &mut Validator<'_, '_>, schema: NodeId, value: &Value) -> Result<(), Wrong> {
    check_as(validator, schema, value, Way::Sent)
}

/// Holds a value that travels that way against a schema.
pub(super) fn check_as(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    value: &Value,
    way: Way,
) -> Result<(), Wrong> {
    match read_json(&value.json()) {
        Ok((tree, root)) => check_in(validator, schema, &tree, root, way),
        Err(reason) => Err((String::new(), reason)),
    }
}

/// Holds a value of a tree of its own against a schema.
pub(super) fn check_in(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    tree: &Tree,
    root: NodeId,
    way: Way,
) -> Result<(), Wrong> {
    let verdict = validator.validate(schema, tree, root, way);
    verdict.map_err(|Clash { at, reason }| (tree.pointer(at).trim_start_matches('#').to_owned(), reason))
}

/// What a string means: the first of number, boolean, null and string that the schema allows.
pub(super) fn scalar(validator: &mut Validator<'_, '_>, schema: Option<NodeId>, text: &str) -> Value {
    let as_string = Value::string(text);
    let Some(schema) = schema else { return as_string };
    let kinds = validator.kinds(schema);
    let mut readings = Vec::new();
    if kinds.is_empty() || kinds.has(JsonType::Integer) || kinds.has(JsonType::Number) {
        readings.extend(Value::number(text));
    }
    if kinds.is_empty() || kinds.has(JsonType::Boolean) {
        readings.extend(matches!(text, "true" | "false").then(|| Value::Bool(text == "true")));
    }
    if kinds.has(JsonType::Null) {
        readings.extend(matches!(text, "" | "null").then_some(Value::Null));
    }
    // A string that looks like a number is a string where both are allowed.
    let at = if kinds.has(JsonType::String) { 0 } else { readings.len() };
    readings.insert(at, as_string.clone());
    let valid = readings
        .iter()
        .find(|reading| check(validator, schema, reading).is_ok());
    // Of those that are wrong, the one that has the right type says more.
    valid.or(readings.first()).cloned().unwrap_or(as_string)
}

/// The schema of a part, wherever references and alternatives say it.
pub(super) fn part(validator: &mut Validator<'_, '_>, schema: NodeId, part: Part<'_>) -> Option<NodeId> {
    let mut pending = vec![schema];
    for _ in 0..MAX_PARTS {
        let schema = validator.schema(pending.pop()?);
        let found = match part {
            Part::Item => schema.items,
            Part::Property(name) => {
                let mut properties = schema.properties.iter();
                properties
                    .find(|(known, _)| **known == *name)
                    .map(|(_, property)| *property)
            }
        };
        if found.is_some() {
            return found;
        }
        let others = [&schema.all_of, &schema.any_of, &schema.one_of]
            .into_iter()
            .flatten()
            .copied();
        pending.extend(others);
        pending.extend(schema.reference.and_then(|reference| validator.target(reference)));
        if let (Part::Property(_), Some(additional)) = (part, schema.additional_properties)
            && pending.is_empty()
        {
            return Some(additional);
        }
    }
    None
}

/// The names of the properties of a schema, wherever references and alternatives say them.
pub(super) fn properties(validator: &mut Validator<'_, '_>, schema: NodeId) -> Vec<String> {
    let (mut pending, mut names) = (vec![schema], Vec::new());
    for _ in 0..MAX_PARTS {
        let Some(node) = pending.pop() else { break };
        let schema = validator.schema(node);
        names.extend(schema.properties.iter().map(|(name, _)| name.to_string()));
        pending.extend([&schema.all_of, &schema.any_of, &schema.one_of].into_iter().flatten());
        pending.extend(schema.reference.and_then(|reference| validator.target(reference)));
    }
    names
}

/// A list of strings.
pub(super) fn list<'a>(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    texts: impl IntoIterator<Item = &'a str>,
) -> Value {
    let item = part(validator, schema, Part::Item);
    Value::Array(texts.into_iter().map(|text| scalar(validator, item, text)).collect())
}

/// An object of names and strings. A name that is repeated, or whose property is a list, has a list.
pub(super) fn object<'a>(
    validator: &mut Validator<'_, '_>,
    schema: NodeId,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Value {
    let mut grouped: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, text) in pairs {
        match grouped.iter_mut().find(|(known, _)| *known == name) {
            Some((_, texts)) => texts.push(text),
            None => grouped.push((name, vec![text])),
        }
    }
    let mut members = Vec::new();
    for (name, texts) in grouped {
        let property = part(validator, schema, Part::Property(name));
        set(&mut members, name, one_or_more(validator, property, &texts));
    }
    Value::Object(members)
}

/// A value of a form: one string, several, or the JSON of an object.
fn one_or_more(validator: &mut Validator<'_, '_>, property: Option<NodeId>, texts: &[&str]) -> Value {
    let kinds = property.map(|property| validator.kinds(property)).unwrap_or_default();
    let (first, is_one) = (texts.first().copied().unwrap_or_default(), texts.len() == 1);
    if is_one
        && (kinds.has(JsonType::Object) || kinds.has(JsonType::Array))
        && let Ok((tree, root)) = read_json(first)
        && (tree.is_object(root) || !tree.items(root).is_empty())
    {
        return Value::of(&tree, root);
    }
    match property {
        Some(property) if kinds.has(JsonType::Array) => {
            let split = list(validator, property, texts.iter().copied());
            let by_comma = list(validator, property, texts.iter().flat_map(|text| text.split(',')));
            match check(validator, property, &split) {
                Ok(()) => split,
                Err(_) if check(validator, property, &by_comma).is_ok() => by_comma,
                Err(_) => split,
            }
        }
        Some(_) | None if is_one => scalar(validator, property, first),
        Some(_) | None => Value::Array(texts.iter().map(|text| scalar(validator, property, text)).collect()),
    }
}

/// The names in brackets after a name, as many as are followed: `[0][price]`. `None` if there is anything else.
pub(super) fn brackets(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    Some(inner.split("][").take(MAX_PARTS).collect())
}

/// A value with a string where names in brackets lead, as `deepObject` and frameworks write them: `lines[0][price]`, `tags[]`.
pub(super) fn insert(
    validator: &mut Validator<'_, '_>,
    schema: Option<NodeId>,
    value: Option<Value>,
    names: &[&str],
    text: &str,
) -> Value {
    let kinds = schema.map(|schema| validator.kinds(schema)).unwrap_or_default();
    let is_item = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    match names.split_first() {
        None if kinds.has(JsonType::Array) => {
            let each = schema.and_then(|schema| part(validator, schema, Part::Item));
            let mut items = items(value);
            items.push(scalar(validator, each, text));
            Value::Array(items)
        }
        None => scalar(validator, schema, text),
        Some((name, rest)) if is_item(name) && !kinds.has(JsonType::Object) => {
            let each = schema.and_then(|schema| part(validator, schema, Part::Item));
            let mut items = items(value);
            let index = name.parse().ok().filter(|index| *index < items.len());
            let item = index.map(|index: usize| items.remove(index));
            let at = index.unwrap_or(items.len());
            items.insert(at, insert(validator, each, item, rest, text));
            Value::Array(items)
        }
        Some((name, rest)) => {
            let property = schema.and_then(|schema| part(validator, schema, Part::Property(name)));
            let mut members = match value {
                Some(Value::Object(members)) => members,
                Some(_) | None => Vec::new(),
            };
            match members.iter_mut().find(|(known, _)| known == name) {
                Some((_, member)) => {
                    let known = std::mem::replace(member, Value::Null);
                    *member = insert(validator, property, Some(known), rest, text);
                }
                None => members.push(((*name).to_owned(), insert(validator, property, None, rest, text))),
            }
            Value::Object(members)
        }
    }
}

/// The items of a list; what else is there is replaced.
fn items(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items,
        Some(_) | None => Vec::new(),
    }
}
