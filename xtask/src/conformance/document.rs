//! Puts a schema of the suite into an OpenAPI document, or says why it cannot be in one.

use serde_json::Value;

/// The host of the documents that the suite refers to.
pub const HOST: &str = "http://localhost:1234/";
/// What these documents say, as the groups that refer to them suppose; by their paths.
pub const REMOTES: &str = include_str!("remotes.json");

/// Why a group is not run. ARCHITECTURE.md gives the reasons at length.
pub const REMOTE: &str = "needs documents from the network";
/// Other vocabularies than those of OpenAPI 3.1.
pub const VOCABULARY: &str = "another vocabulary";
/// Formats that need tables of Unicode, or an engine for regular expressions.
pub const FORMAT: &str = "formats of Unicode and of regular expressions";
const UNKNOWN_FORMATS: &[&str] = &["idn-email", "idn-hostname", "regex", "ecmascript-regex"];
/// Valid integers that no type of Rust holds.
pub const LARGE: &str = "integers beyond 64 or 128 bits";

/// Whether the groups of a file take formats for assertions (JSON Schema Validation section 7.2.2).
pub fn asserts_formats(file: &str) -> bool {
    file == "optional/format-assertion" || (file.starts_with("optional/format/") && file != "optional/format/unknown")
}

/// Why a group cannot be run, if it cannot. `instances`: the values that are valid.
pub fn skip_reason(file: &str, schema: &Value, instances: &[Value]) -> Option<&'static str> {
    let about = file.strip_prefix("optional/format/").unwrap_or_default();
    let is_ascii = |value: &Value| value.as_str().is_none_or(|text| !text.starts_with("xn--"));
    if UNKNOWN_FORMATS.contains(&about) || (about == "hostname" && !instances.iter().all(is_ascii)) {
        return Some(FORMAT);
    }
    if asserts_formats(file) {
        return None;
    }
    let dialect = schema["$schema"].as_str();
    if dialect.is_some_and(|dialect| dialect != "https://json-schema.org/draft/2020-12/schema") {
        return Some(VOCABULARY);
    }
    // A value of any type keeps 64 bits.
    let bits = match schema["type"].as_str() {
        Some("integer") => 127,
        Some(_) => i32::MAX,
        None => 63,
    };
    let is_large =
        |value: &Value| value.is_f64() && value.as_f64().is_some_and(|number| number.abs() >= 2_f64.powi(bits));
    if instances.iter().any(is_large) {
        return Some(LARGE);
    }
    let mut facts = Facts::default();
    facts.collect(schema);
    let is_here = |last: &str| {
        let ids = facts.ids.iter().map(|id| id.trim_end_matches('#'));
        let known = ids.chain(
            REMOTES
                .split('"')
                .filter(|word| word.ends_with(".json") && !word.contains(':')),
        );
        !last.is_empty()
            && known
                .into_iter()
                .any(|known| known.rsplit(['/', ':']).next() == Some(last))
    };
    let remote = |reference: &&String| {
        let document = reference.split('#').next().unwrap_or("").trim_end_matches('/');
        let last = document.rsplit('/').next().unwrap_or(document);
        let folders = facts.ids.iter().any(|id| id.trim_end_matches('/') == document);
        !document.is_empty() && !folders && !is_here(last)
    };
    facts.references.iter().find(remote).map(|_| REMOTE)
}

/// What decides whether a schema can be used alone.
#[derive(Default)]
struct Facts {
    ids: Vec<String>,
    references: Vec<String>,
}

impl Facts {
    fn collect(&mut self, schema: &Value) {
        match schema {
            Value::Object(members) => {
                for (key, value) in members {
                    match (key.as_str(), value) {
                        ("$id", Value::String(id)) => self.ids.push(id.clone()),
                        ("$ref", Value::String(reference)) => self.references.push(reference.clone()),
                        ("const" | "enum", _) => {}
                        (_, value) => self.collect(value),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// A document whose only operation sends an object with one property, which the schema describes.
///
/// References within the schema mean the schema; in a document they mean the document, so they are prefixed. A schema
/// without such references is in the document as it was written, down to the digits of its numbers.
pub fn document(text: &str, schema: &Value) -> String {
    let mut rewritten = schema.clone();
    let schema = match schema["$id"].is_string() {
        true => text.to_owned(),
        false => match prefix_references(&mut rewritten) {
            true => rewritten.to_string(),
            false => text.to_owned(),
        },
    };
    format!(
        r##"{{
  "openapi": "3.1.0",
  "info": {{ "title": "Conformance", "version": "1.0.0" }},
  "paths": {{
    "/": {{
      "post": {{
        "operationId": "send",
        "requestBody": {{
          "required": true,
          "content": {{ "application/json": {{ "schema": {{ "$ref": "#/components/schemas/Holder" }} }} }}
        }},
        "responses": {{ "204": {{ "description": "Taken." }} }}
      }}
    }}
  }},
  "components": {{
    "schemas": {{
      "Holder": {{
        "type": "object",
        "required": ["value"],
        "properties": {{ "value": {{ "$ref": "#/components/schemas/Root" }} }}
      }},
      "Root": {schema}
    }}
  }}
}}
"##
    )
}

/// Prefixes the references of a schema that begin at its root; says whether there were any.
fn prefix_references(schema: &mut Value) -> bool {
    let mut any = false;
    match schema {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                match (key.as_str(), &mut *value) {
                    ("$ref" | "$dynamicRef", Value::String(reference))
                        if reference == "#" || reference.starts_with("#/") =>
                    {
                        reference.insert_str(1, "/components/schemas/Root");
                        any = true;
                    }
                    ("const" | "enum" | "default" | "examples", _) => {}
                    // An embedded resource has a root of its own.
                    (_, value) if value["$id"].is_string() => {}
                    (_, value) => any |= prefix_references(value),
                }
            }
        }
        Value::Array(items) => {
            for item in items.iter_mut().filter(|item| !item["$id"].is_string()) {
                any |= prefix_references(item);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_references_of_the_schema_itself_are_prefixed() {
        let mut schema = json!({
            "properties": { "a": { "$ref": "#" }, "b": { "$ref": "#/$defs/x" }, "c": { "$ref": "#anchor" } },
            "const": { "$ref": "#" },
            "$defs": { "x": { "$id": "http://a/b", "items": { "$ref": "#" } } },
        });
        assert!(prefix_references(&mut schema));
        assert_eq!(schema["properties"]["a"]["$ref"], "#/components/schemas/Root");
        assert_eq!(schema["properties"]["b"]["$ref"], "#/components/schemas/Root/$defs/x");
        assert_eq!(schema["properties"]["c"]["$ref"], "#anchor");
        assert_eq!(schema["const"]["$ref"], "#");
        assert_eq!(schema["$defs"]["x"]["items"]["$ref"], "#");
    }

    #[test]
    fn a_group_is_skipped_for_a_named_reason_only() {
        let skip = |schema| skip_reason("ref", &schema, &[]);
        assert_eq!(skip(json!({ "$ref": "http://localhost:1234/x.json" })), Some(REMOTE));
        assert_eq!(
            skip(json!({ "$id": "http://localhost:1234/x.json", "items": { "$ref": "x.json" } })),
            None
        );
        assert_eq!(
            skip(json!({ "$id": "a", "items": { "$id": "b", "$dynamicRef": "#a" } })),
            None
        );
        assert_eq!(
            skip(json!({ "$schema": "http://localhost:1234/meta" })),
            Some(VOCABULARY)
        );
        assert_eq!(skip_reason("optional/format/regex", &json!({}), &[]), Some(FORMAT));
        assert_eq!(skip(json!(true)), None);
    }
}
