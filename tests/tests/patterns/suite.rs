//! The official test suite of JSON Schema, as far as it is about patterns.
//!
//! `SPECWRIGHT_CONFORMANCE` names the folder that holds `json-schema-2020-12`.

use std::path::Path;

use serde_json::Value;
use specwright::pattern::compile;

const FILES: [&str; 4] = [
    "pattern.json",
    "patternProperties.json",
    "optional/ecmascript-regex.json",
    "optional/non-bmp-regex.json",
];

#[test]
#[expect(clippy::print_stderr, reason = "says why nothing was tested")]
fn answers_are_the_suites() {
    let Ok(folder) = std::env::var("SPECWRIGHT_CONFORMANCE") else {
        eprintln!("skipped: SPECWRIGHT_CONFORMANCE is not set");
        return;
    };
    let mut checked = 0;
    for file in FILES {
        let path = Path::new(&folder).join("json-schema-2020-12").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let groups: Vec<Value> = serde_json::from_str(&text).unwrap();
        for group in groups {
            for test in group["tests"].as_array().unwrap() {
                let valid = accepts(&group["schema"], &test["data"]);
                assert_eq!(
                    Some(valid),
                    test["valid"].as_bool(),
                    "{file}: {}: {}",
                    group["description"],
                    test["description"]
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 80, "{checked} tests");
}

/// The few keywords that these files use.
fn accepts(schema: &Value, data: &Value) -> bool {
    let schema = match schema {
        Value::Bool(answer) => return *answer,
        schema => schema,
    };
    schema
        .as_object()
        .unwrap()
        .iter()
        .all(|(keyword, value)| match keyword.as_str() {
            "$schema" | "additionalProperties" => true,
            "type" => match value.as_str().unwrap() {
                "string" => data.is_string(),
                "integer" => data.is_i64(),
                "number" => data.is_number(),
                "array" => data.is_array(),
                "null" => data.is_null(),
                "boolean" => data.is_boolean(),
                "object" => data.is_object(),
                other => panic!("type {other}"),
            },
            "pattern" => data.as_str().is_none_or(|text| is_match(value.as_str().unwrap(), text)),
            "maximum" => data.as_f64().is_none_or(|number| number <= value.as_f64().unwrap()),
            "patternProperties" => accepts_properties(value, schema.get("additionalProperties"), data),
            other => panic!("keyword {other}"),
        })
}

fn accepts_properties(patterns: &Value, additional: Option<&Value>, data: &Value) -> bool {
    let Some(object) = data.as_object() else { return true };
    object.iter().all(|(name, member)| {
        let mut matching = patterns
            .as_object()
            .unwrap()
            .iter()
            .filter(|(pattern, _)| is_match(pattern, name))
            .peekable();
        if matching.peek().is_none() {
            return additional.is_none_or(|schema| accepts(schema, member));
        }
        matching.all(|(_, schema)| accepts(schema, member))
    })
}

fn is_match(pattern: &str, text: &str) -> bool {
    compile(pattern)
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
        .is_match(text)
        .unwrap()
}
