//! JSON and YAML as values, read without any code of the generator: a second opinion on what a file says.

use crate::project;
use serde_json::Value;
use std::path::Path;

/// Reads a file as JSON or YAML, without any code of the generator.
pub fn read_value(path: &Path) -> Result<Value, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| project::named(path, &error))?;
    Ok(parse(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// JSON, or YAML with the strict booleans of YAML 1.2.
pub fn parse(text: &str) -> Result<Value, String> {
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    let options = serde_saphyr::options! {
        budget: None,
        strict_booleans: true,
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::LastWins,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let text = error.to_string();
        text.lines().next().unwrap_or("not YAML").to_owned()
    })
}
