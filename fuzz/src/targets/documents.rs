//! Trees of documents: changed node by node, and parts of them nested, repeated and chained.

use super::{Verdict, grown};
use crate::say::say;
use crate::seeds::Seeds;
use crate::{code, manifest, unions::SameValue};
use proc_macro2::{LexError, TokenStream};
use serde_json::{Map, Value, json};
use specwright::Input;
use specwright::config::{Layout, TagFeatures};
use specwright::output::FileSet;
use specwright_tests::answered;
use specwright_tests::mutate::{Random, apply, change, pointers, put};
use toml::de::DeTable;

/// How often something is nested, repeated or chained.
const TIMES: &[usize] = &[2, 3, 9, 30, 130, 130, 300, 1_000, 1_000, 40_000];
/// Bytes that every file system takes as a name, with what a writer adds.
const LONGEST_FILE_NAME: usize = 200;
/// An input does not become longer by growing.
const MAX_BYTES: usize = 4 << 20;

/// Each so many documents, one has very many of one thing.
const GROWN: usize = 3;

/// A document with a few changes, or one that is grown.
pub(super) fn make(seeds: &Seeds, random: &mut Random, turn: usize) -> Value {
    if turn.is_multiple_of(GROWN) {
        return grown::make(turn / GROWN, random);
    }
    let mut document = seeds.document(random);
    if random.once_in(4) {
        splice(&mut document, &seeds.document(random), random);
    }
    for _ in 0..random.below(8) {
        apply(
            &mut document,
            &change(random),
            random.below(1 << 20),
            random.below(1 << 20),
        );
    }
    if random.once_in(6) {
        grow(&mut document, random);
    }
    document
}

/// Puts a part of another document into this one.
fn splice(document: &mut Value, other: &Value, random: &mut Random) {
    if let (Some(place), Some(part)) = (place(document, random), place(other, random)) {
        let part = other.pointer(&part).cloned().unwrap_or_default();
        put(document, &place, part);
    }
}

/// A node at random.
fn place(document: &Value, random: &mut Random) -> Option<String> {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    (!all.is_empty()).then(|| all.swap_remove(random.below(all.len())))
}

/// Members that documents have many of.
const MANY: &[&str] = &[
    "allOf",
    "anyOf",
    "callbacks",
    "content",
    "enum",
    "headers",
    "mapping",
    "oneOf",
    "parameters",
    "paths",
    "prefixItems",
    "properties",
    "required",
    "responses",
    "schemas",
    "security",
    "securitySchemes",
    "servers",
    "tags",
];

/// A node at random, every other time a list or a map that grows in real documents too.
fn place_of_many(document: &Value, random: &mut Random) -> Option<String> {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    let is_many = |pointer: &&String| pointer.rsplit('/').next().is_some_and(|step| MANY.contains(&step));
    let many: Vec<&String> = all.iter().filter(is_many).collect();
    match random.once_in(2) && !many.is_empty() {
        true => Some((*random.pick(&many)).clone()),
        false => place(document, random),
    }
}

fn grow(document: &mut Value, random: &mut Random) {
    let Some(place) = place_of_many(document, random) else {
        return;
    };
    let part = document.pointer(&place).cloned().unwrap_or_default();
    let times = *random.pick(TIMES);
    let times = times.min(MAX_BYTES / (part.to_string().len() + 40)).max(2);
    let grown = match random.below(3) {
        0 => nested(part, times.min(1_000), random),
        1 => repeated(part, times, random),
        _ => return chained(document, &place, part, times, random),
    };
    put(document, &place, grown);
}

/// A schema around a schema, as often.
fn nested(inner: Value, times: usize, random: &mut Random) -> Value {
    let kind = random.below(6);
    (0..times).fold(inner, |inner, _| wrapped(inner, kind))
}

fn wrapped(inner: Value, kind: usize) -> Value {
    match kind {
        0 => json!({"type": "array", "items": inner}),
        1 => json!({"type": "object", "additionalProperties": inner}),
        2 => json!({"type": "object", "properties": {"a": inner}}),
        3 => json!({"allOf": [inner, {"description": "d"}]}),
        4 => json!({"oneOf": [inner, {"type": "boolean"}]}),
        _ => json!({"type": "array", "prefixItems": [inner]}),
    }
}

/// An object with as many members like one that it has, or a list with as many items.
fn repeated(part: Value, times: usize, random: &mut Random) -> Value {
    match part {
        Value::Object(mut members) if !members.is_empty() => {
            let (key, value) = members.iter().nth(random.below(members.len())).map_or_else(
                || (String::new(), Value::Null),
                |(key, value)| (key.clone(), value.clone()),
            );
            members.extend((0..times).map(|index| (format!("{key}{index}"), value.clone())));
            Value::Object(members)
        }
        Value::Array(mut items) if !items.is_empty() => {
            let item = random.pick(&items).clone();
            items.extend((0..times).map(|index| match &item {
                Value::String(text) => json!(format!("{text}{index}")),
                Value::Number(_) => json!(index),
                item => item.clone(),
            }));
            Value::Array(items)
        }
        Value::String(text) => json!(text.repeat(times)),
        part => Value::Array(vec![part; times]),
    }
}

/// Component schemas that refer to each other in a row; the last one is what was there.
fn chained(document: &mut Value, place: &str, part: Value, times: usize, random: &mut Random) {
    let kind = random.below(7);
    let reference = |index: usize| json!({"$ref": format!("#/components/schemas/Chain{index}")});
    let mut schemas = Map::new();
    for index in 0..times {
        let next = reference(index + 1);
        let schema = if kind == 6 { next } else { wrapped(next, kind) };
        schemas.insert(format!("Chain{index}"), schema);
    }
    schemas.insert(format!("Chain{times}"), part);
    put(document, place, reference(0));
    let components = document
        .as_object_mut()
        .map(|root| root.entry("components").or_insert(json!({})));
    let all = components
        .and_then(Value::as_object_mut)
        .map(|components| components.entry("schemas").or_insert(json!({})));
    if let Some(all) = all.and_then(Value::as_object_mut) {
        all.extend(schemas);
    }
}

/// The bytes of a document of which [`check`] makes a package, where names meet those of Cargo.
pub(super) fn of_package(document: &Value) -> Vec<u8> {
    let mut bytes = document.to_string().into_bytes();
    if !bytes.len().is_multiple_of(PACKAGE) {
        bytes.push(b' ');
    }
    bytes
}

/// Documents whose length this divides become packages.
const PACKAGE: usize = 2;

/// A document gives code or diagnostics, as a package or as one file.
pub(super) fn check(bytes: &[u8]) -> Result<Verdict, String> {
    let text = String::from_utf8_lossy(bytes);
    let name = "document.json";
    let input = Input::Text {
        name: name.to_owned(),
        text: text.clone().into_owned(),
    };
    let mut settings = answered::settings();
    if bytes.len().is_multiple_of(PACKAGE) {
        settings.output.layout = Layout::Crate;
        settings.output.surface = true;
        if bytes.len().is_multiple_of(3) {
            settings.features.tags = TagFeatures::Always;
        }
    }
    settings.exact = bytes.len().is_multiple_of(5);
    let twice = bytes.len().is_multiple_of(8);
    match answered::holds_with(&input, &settings, text.len(), twice)? {
        None => Ok(Verdict::Refused),
        Some(files) => parsed(files).map(Verdict::Generated),
    }
}

/// Whether what is generated can be read by those that it is for.
pub(super) fn parsed(files: FileSet) -> Result<FileSet, String> {
    let written: usize = files.iter().map(|(_, text)| text.len()).sum();
    say(&format!("written {written}")).map_err(|error| error.to_string())?;
    let mut names = std::collections::BTreeSet::new();
    let mut types = SameValue::default();
    for (path, text) in files.iter() {
        if !names.insert(path.to_ascii_lowercase()) {
            return Err(format!("{path} has another file's name on some systems"));
        }
        if path.split('/').any(|name| name.len() > LONGEST_FILE_NAME) {
            return Err(format!("a file's name is too long: {path}"));
        }
        let wrong = match path.rsplit_once('.').map(|(_, extension)| extension) {
            Some("rs") => on_a_large_stack(|| is_code(text, &mut types).err()),
            Some("toml") if path == "Cargo.toml" => manifest::check(text).err(),
            Some("toml") => DeTable::parse(text).err().map(|error| error.message().to_owned()),
            Some("json") => specwright::surface::parse(text).err().map(|error| error.to_string()),
            Some(_) | None => None,
        };
        if let Some(wrong) = wrong {
            return Err(format!("{path}: {wrong}"));
        }
    }
    if let Some(name) = types.circle() {
        return Err(format!("a union that is its own variant: `{name}`"));
    }
    Ok(files)
}

fn is_code(text: &str, types: &mut SameValue) -> Result<(), String> {
    syn::parse_file(text).map_err(|error| error.to_string())?;
    let tokens: TokenStream = text.parse().map_err(|error: LexError| error.to_string())?;
    types.add(tokens.clone());
    code::check(tokens)
}

/// The parser descends with the code.
fn on_a_large_stack(work: impl FnOnce() -> Option<String> + Send) -> Option<String> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(256 << 20);
        let done = thread.spawn_scoped(scope, work).map(|thread| thread.join());
        match done {
            Ok(Ok(wrong)) => wrong,
            Ok(Err(_)) => Some("the parser has panicked".to_owned()),
            Err(error) => Some(error.to_string()),
        }
    })
}
