//! `type`: the seven words of JSON Schema (Validation section 6.1.1), and what people write instead.

use crate::diag::Problem;
use crate::tree::{NodeId, Value};

use super::super::version::Version;
use super::super::{Upgrade, edit};

/// Whether this is one of the seven words.
pub(super) fn is_standard(word: &str) -> bool {
    matches!(
        word,
        "string" | "object" | "array" | "integer" | "number" | "boolean" | "null"
    )
}

/// What a word that is not a type of JSON Schema means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A type, with the format that the word adds to it.
    Type(&'static str, Option<&'static str>),
    /// Any value: no `type` at all.
    Any,
    /// Nobody knows.
    Unknown,
}

fn meaning(word: &str) -> Meaning {
    use Meaning::{Any, Type, Unknown};
    match word.trim().to_ascii_lowercase().as_str() {
        "string" | "str" | "text" | "char" | "character" | "varchar" => Type("string", None),
        "date" => Type("string", Some("date")),
        "datetime" | "date-time" | "timestamp" => Type("string", Some("date-time")),
        "uuid" | "guid" => Type("string", Some("uuid")),
        "uri" | "url" => Type("string", Some("uri")),
        "email" => Type("string", Some("email")),
        "byte" => Type("string", Some("byte")),
        "file" | "binary" => Type("string", Some("binary")),
        "integer" | "int" => Type("integer", None),
        "int32" => Type("integer", Some("int32")),
        "int64" | "long" => Type("integer", Some("int64")),
        "number" | "decimal" | "numeric" => Type("number", None),
        "float" => Type("number", Some("float")),
        "double" => Type("number", Some("double")),
        "boolean" | "bool" => Type("boolean", None),
        "array" | "list" | "set" => Type("array", None),
        "object" | "map" | "dict" | "dictionary" | "hash" | "json" | "struct" => Type("object", None),
        "null" | "none" | "nil" => Type("null", None),
        "any" | "mixed" | "*" => Any,
        _ => Unknown,
    }
}

/// Makes `type` one of the seven words, or a list of different ones, or nothing.
pub(super) fn upgrade(up: &mut Upgrade<'_>, schema: NodeId) {
    let Some(node) = up.tree.get(schema, "type") else {
        return;
    };
    let words = match up.tree.value(node) {
        Value::String(word) if is_standard(word) => return,
        // No type at all: whoever reads schemas says that no value is valid.
        Value::Array(items) if items.is_empty() => return,
        Value::Array(items) => items.clone(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => vec![node],
    };
    let mut kept: Vec<NodeId> = Vec::new();
    let mut any = false;
    for word in words {
        match normalise(up, schema, word) {
            Some(word) => {
                if !kept.iter().any(|&known| up.tree.str(known) == up.tree.str(word)) {
                    kept.push(word);
                }
            }
            // One member of a list that admits anything makes the whole list admit anything.
            None => any = true,
        }
    }
    match (kept.as_slice(), any) {
        ([], _) | (_, true) => _ = up.tree.remove(schema, "type"),
        (&[single], false) => up.tree.set(schema, "type", single),
        (_, false) => {
            let list = up.tree.derive(node, Value::Array(kept));
            up.tree.set(schema, "type", list);
        }
    }
}

/// The node of the standard word for `word`; `None` if it says nothing.
fn normalise(up: &mut Upgrade<'_>, schema: NodeId, word: NodeId) -> Option<NodeId> {
    let text = match up.tree.value(word) {
        Value::String(text) if is_standard(text) => return Some(word),
        Value::String(text) => text.to_string(),
        // `type: null` without quotes.
        Value::Null => String::from("null"),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => up.tree.kind(word).to_owned(),
    };
    let meaning = meaning(&text);
    // The one word that the standard itself had (OpenAPI 2.0 "Parameter Object", "Response Object").
    let known = text == "file" && up.version == Version::Swagger2;
    if !known {
        let read = match meaning {
            Meaning::Type(word, None) => format!("`{word}`"),
            Meaning::Type(word, Some(format)) => format!("`{word}` with `format: {format}`"),
            Meaning::Any | Meaning::Unknown => String::from("any value"),
        };
        up.report(Problem::TypeWord { word: text, read }, word);
    }
    let Meaning::Type(standard, format) = meaning else {
        return None;
    };
    if let Some(format) = format
        && up.tree.get(schema, "format").is_none()
    {
        let (span, format) = (up.tree.span(word), up.tree.derive_str(word, format));
        edit::set_from(up.tree, schema, "format", format, span);
    }
    Some(up.tree.derive_str(word, standard))
}
