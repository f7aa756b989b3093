//! Hostile text at every place of a document that takes text.

use super::texts::HOSTILE;
use super::{generate_text, tokens};
use specwright::config::Layout;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// A document in which `%NAME%` are the places that take text. A harmless word is at each but one.
const DOCUMENT: &str = r##"{
    "openapi": "3.1.0",
    "info": {
        "title": "%TITLE%", "version": "%VERSION%", "summary": "%SUMMARY%", "description": "%INFO%",
        "contact": {"name": "%CONTACT%", "url": "%CONTACT_URL%"}, "license": {"name": "%LICENSE%", "identifier": "%SPDX%"},
        "termsOfService": "%TERMS%", "x-info": "%EXTENSION%"
    },
    "externalDocs": {"url": "%DOCS_URL%", "description": "%DOCS%"},
    "servers": [
        {"url": "%SERVER%", "description": "%SERVER_DOCS%"},
        {"url": "https://{%VARIABLE%}.example.com", "variables": {"%VARIABLE%": {
            "default": "%VARIABLE_DEFAULT%", "enum": ["%VARIABLE_DEFAULT%", "other"], "description": "%VARIABLE_DOCS%"}}}
    ],
    "tags": [{"name": "%TAG%", "description": "%TAG_DOCS%"}],
    "security": [{"%SCHEME%": []}],
    "paths": {
        "/pets/%PATH%/{%PATH_PARAMETER%}": {
            "post": {
                "operationId": "%OPERATION%", "tags": ["%TAG%"], "summary": "%OPERATION_SUMMARY%", "description": "%OPERATION_DOCS%",
                "parameters": [
                    {"name": "%PATH_PARAMETER%", "in": "path", "required": true, "schema": {"type": "string"}, "description": "%PARAMETER_DOCS%"},
                    {"name": "%QUERY%", "in": "query", "schema": {"type": "string", "default": "%QUERY_DEFAULT%"}, "example": "%QUERY_EXAMPLE%"},
                    {"name": "%HEADER%", "in": "header", "schema": {"type": "string"}},
                    {"name": "%COOKIE%", "in": "cookie", "schema": {"type": "string"}}
                ],
                "requestBody": {"required": true, "description": "%BODY_DOCS%", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Pet"}, "examples": {"%EXAMPLE_NAME%": {"summary": "%EXAMPLE%", "value": {"%PROPERTY%": "%EXAMPLE_VALUE%"}}}}}},
                "responses": {
                    "200": {"description": "%RESPONSE_DOCS%", "headers": {"%RESPONSE_HEADER%": {"schema": {"type": "string"}, "description": "%HEADER_DOCS%"}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}, "links": {"%LINK%": {"operationId": "%OPERATION%"}}},
                    "201": {"description": "b", "content": {"%MEDIA%": {"schema": {"type": "string"}}}},
                    "default": {"description": "c", "content": {"application/json": {"schema": {"type": "object", "title": "%INLINE_TITLE%", "properties": {"a": {"type": "string"}}}}}}
                },
                "callbacks": {"%CALLBACK%": {"{$request.body#/%EXPRESSION%}": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}, "responses": {"200": {"description": "d"}}}}}},
                "x-operation": {"%EXTENSION%": "%EXTENSION%"}
            }
        }
    },
    "webhooks": {"%WEBHOOK%": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}, "responses": {"200": {"description": "e"}}}}},
    "components": {
        "securitySchemes": {"%SCHEME%": {"type": "apiKey", "in": "header", "name": "%KEY%", "description": "%SCHEME_DOCS%"}},
        "schemas": {
            "Pet": {
                "type": "object", "title": "%SCHEMA_TITLE%", "description": "%SCHEMA_DOCS%", "$comment": "%COMMENT%", "required": ["%PROPERTY%"],
                "properties": {
                    "%PROPERTY%": {"type": "string", "description": "%PROPERTY_DOCS%"},
                    "kind of": {"type": "string", "enum": ["%VALUE%", "second value"], "x-enum-descriptions": ["%VALUE_DOCS%", "b"]},
                    "named": {"type": "string", "enum": ["p", "q"], "x-enum-varnames": ["%VALUE_NAME%", "Second"]},
                    "constant": {"const": "%CONSTANT%"},
                    "defaulted": {"type": "string", "default": "%DEFAULT%"},
                    "given": {"type": "string", "format": "%FORMAT%", "examples": ["%SCHEMA_EXAMPLE%"]},
                    "encoded": {"type": "string", "contentMediaType": "%CONTENT%"},
                    "renamed": {"type": "object", "x-rust-name": "%RUST_NAME%", "properties": {"b": {"type": "string", "x-rust-type": "%RUST_TYPE%"}}},
                    "other": {"$ref": "#/components/schemas/%SCHEMA_REFERENCE%", "description": "%REFERENCE_DOCS%"},
                    "union": {"oneOf": [{"type": "object", "title": "%MEMBER_TITLE%", "required": ["m"], "properties": {"m": {"const": "%MEMBER_TAG%"}}},
                        {"type": "object", "title": "Second member", "required": ["m"], "properties": {"m": {"const": "another tag"}}}]},
                    "tagged": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                        "discriminator": {"propertyName": "%DISCRIMINATOR%", "mapping": {"%MAPPING%": "#/components/schemas/Cat", "a dog": "#/components/schemas/Dog"}}}
                },
                "dependentRequired": {"%DEPENDENT%": ["%DEPENDED%"]},
                "x-schema": "%EXTENSION%"
            },
            "Cat": {"type": "object", "required": ["%DISCRIMINATOR%"], "properties": {"%DISCRIMINATOR%": {"type": "string"}, "lives": {"type": "integer"}}},
            "Dog": {"type": "object", "required": ["%DISCRIMINATOR%"], "properties": {"%DISCRIMINATOR%": {"type": "string"}, "barks": {"type": "boolean"}}},
            "%SCHEMA%": {"type": "object", "properties": {"c": {"type": "string"}}}
        }
    }
}"##;

/// Places whose text has a meaning of its own, so that a harmless word is not a measure for it: it may be left out or refused,
/// and then nothing of it is code either.
const MEANINGFUL: &[&str] = &[
    // A URL with a template, or one that is refused.
    "SERVER",
    "VARIABLE",
    "VARIABLE_DEFAULT",
    // A path may hold templates, and an empty segment.
    "PATH",
    "PATH_PARAMETER",
    // Names that are refused or ignored: no header is called so, `Accept` is ignored, others are credentials.
    "HEADER",
    "COOKIE",
    "KEY",
    "RESPONSE_HEADER",
    // What is not a media type is refused.
    "MEDIA",
    "CONTENT",
    // Formats change types; an empty text is not a value.
    "FORMAT",
    // Without a tag there is no group.
    "TAG",
    // An empty name is none.
    "OPERATION",
    "RUST_NAME",
    "VALUE_NAME",
];

/// The places, each with a harmless word that no other place has.
fn harmless() -> BTreeMap<&'static str, String> {
    let names: BTreeSet<&str> = DOCUMENT.split('%').skip(1).step_by(2).collect();
    let word = |(index, name): (usize, &'static str)| {
        let word = format!("word{}", char::from(b'a' + u8::try_from(index % 26).unwrap_or(0)));
        let word = format!("{word}{}", char::from(b'a' + u8::try_from(index / 26).unwrap_or(0)));
        let word = match name {
            "VERSION" => "1.0.0".to_owned(),
            "SERVER" => "https://example.com".to_owned(),
            "MEDIA" => "text/plain".to_owned(),
            "SCHEMA_REFERENCE" => String::new(),
            _ => word,
        };
        (name, word)
    };
    names.into_iter().enumerate().map(word).collect()
}

/// The document with a text at one place.
fn document(words: &BTreeMap<&'static str, String>, place: &str, text: &str) -> String {
    let mut words = words.clone();
    if let Some(word) = words.get_mut(place) {
        text.clone_into(word);
    }
    let schema = words.get("SCHEMA").cloned().unwrap_or_default();
    words.insert("SCHEMA_REFERENCE", reference(&schema));
    let mut out = String::new();
    for (index, part) in DOCUMENT.split('%').enumerate() {
        match (index % 2, words.get(part)) {
            (1, Some(word)) => {
                let quoted = serde_json::to_string(word).unwrap_or_default();
                out.push_str(quoted.get(1..quoted.len() - 1).unwrap_or(""));
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// A name as a step of a JSON pointer in a URI fragment.
fn reference(name: &str) -> String {
    let mut out = String::new();
    for byte in name.replace('~', "~0").replace('/', "~1").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'~' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Of this many texts one is tried at each place.
const ROTATION: usize = 19;

/// All code of a document, counted, and how many files it is in.
fn counted(what: &str, text: &str) -> Option<(usize, BTreeMap<String, usize>, String)> {
    let outcome = generate_text("hostile.json", text, Layout::Crate);
    outcome.check(what);
    let files = outcome.files?;
    let mut all = BTreeMap::new();
    for (_, text) in files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        for (kind, count) in tokens::histogram(text) {
            *all.entry(kind).or_default() += count;
        }
    }
    Some((files.len(), all, files.get("Cargo.toml").unwrap_or_default().to_owned()))
}

/// The names of all tables and keys of a manifest. The package is its own development dependency, and its name is made from
/// the title.
fn manifest_keys(text: &str) -> BTreeSet<String> {
    let table = toml::de::DeTable::parse(text).expect("a manifest is TOML");
    let package = table
        .get_ref()
        .get("package")
        .and_then(|package| package.get_ref().get("name"));
    let package = package
        .and_then(|name| name.get_ref().as_str())
        .expect("a package has a name");
    let mut keys = BTreeSet::new();
    for (name, value) in table.get_ref() {
        let inner = value.get_ref().as_table().into_iter().flat_map(|table| table.keys());
        let inner = inner.map(|key| {
            if key.get_ref() == package {
                "itself"
            } else {
                key.get_ref()
            }
        });
        keys.extend(inner.map(|key| format!("{}.{key}", name.get_ref())));
    }
    keys
}

#[test]
fn no_text_becomes_code() {
    let words = harmless();
    let (files, code, manifest) = counted("the harmless document", &document(&words, "", "")).expect("it is harmless");
    let keys = manifest_keys(&manifest);
    assert!(
        keys.contains("package.name") && keys.contains("dependencies.specwright-runtime"),
        "{manifest}"
    );
    let mut wrong = Vec::new();
    let every = std::env::var_os("HOSTILE_ALL").is_some();
    for (at, place) in words.keys().enumerate() {
        for (index, text) in HOSTILE.iter().enumerate() {
            // Every text at every place takes minutes: by default each place has a few of them, and each text some places.
            if !every && !(index + at).is_multiple_of(ROTATION) {
                continue;
            }
            let what = format!("{place} = {text:?}");
            let got = counted(&what, &document(&words, place, text));
            if MEANINGFUL.contains(place) {
                continue;
            }
            let Some((some_files, some_code, some_manifest)) = got else {
                wrong.push(format!("{what}: refused"));
                continue;
            };
            if some_files != files || manifest_keys(&some_manifest) != keys {
                wrong.push(format!("{what}: other files or another manifest"));
            }
            if some_code != code {
                let differs = |kind: &&String| some_code.get(*kind) != code.get(*kind);
                let kinds: BTreeSet<&String> = some_code.keys().chain(code.keys()).filter(differs).collect();
                let kinds: Vec<String> = kinds
                    .iter()
                    .map(|kind| format!("{kind} {:?}/{:?}", some_code.get(*kind), code.get(*kind)))
                    .collect();
                wrong.push(format!("{what}: other code: {}", kinds.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The whole document with a harmless word at every place, and with a hostile text at every place that takes any: the tokens are of
/// the same kinds in the same numbers.
#[test]
fn a_document_that_is_hostile_everywhere_has_the_shape_of_its_harmless_twin() {
    let words = harmless();
    let (files, code, _) = counted("the harmless document", &document(&words, "", "")).expect("it is harmless");
    let texts: Vec<&str> = HOSTILE.iter().copied().filter(|text| !text.trim().is_empty()).collect();
    for turn in 0..3 {
        let mut hostile = words.clone();
        let places = hostile.iter_mut().filter(|(place, _)| !MEANINGFUL.contains(place));
        let places = places.filter(|(place, _)| !matches!(**place, "VERSION" | "SCHEMA_REFERENCE"));
        for (at, (_, word)) in places.enumerate() {
            // Each place has another text, so that none of them meet.
            texts[(at + turn * 17) % texts.len()].clone_into(word);
        }
        let what = format!("turn {turn}");
        let (some_files, some_code, _) = counted(&what, &document(&hostile, "", "")).expect("it is generated");
        assert_eq!((some_files, some_code), (files, code.clone()), "{what}");
    }
}
