//! Counts the operations of a document without any code of the generator, so that one that is lost is seen.

use crate::values::parse;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a document says of itself.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    /// `openapi` or `swagger`; `None` for a file that is not an OpenAPI document, but perhaps a part of one.
    pub version: Option<String>,
    /// How many operations it declares.
    pub operations: usize,
}

/// Reads a document. The error says why not.
pub fn read(path: &Path) -> Result<Declared, String> {
    let mut files = Files::default();
    let document = files.load(path)?;
    let version = ["openapi", "swagger"].iter().find_map(|key| match &document[*key] {
        Value::String(version) => Some(version.clone()),
        Value::Number(version) => Some(version.to_string()),
        _ => None,
    });
    let minor = version.as_deref().unwrap_or("");
    let with_query = minor.starts_with("3.2");
    let mut operations = 0;
    for (template, item) in document["paths"].as_object().into_iter().flatten() {
        if !template.starts_with("x-") {
            operations += files.path_item(path, item, with_query, 0);
        }
    }
    Ok(Declared { version, operations })
}

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The files that have been read.
#[derive(Default)]
struct Files(BTreeMap<PathBuf, Value>);

impl Files {
    fn load(&mut self, path: &Path) -> Result<Value, String> {
        if let Some(value) = self.0.get(path) {
            return Ok(value.clone());
        }
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let value = parse(&text)?;
        self.0.insert(path.to_path_buf(), value.clone());
        Ok(value)
    }

    /// The operations of a path item, which may be a reference to one elsewhere; none where that is out of reach.
    fn path_item(&mut self, file: &Path, item: &Value, with_query: bool, depth: usize) -> usize {
        let mut count = METHODS.iter().filter(|method| item[**method].is_object()).count();
        if with_query {
            count += usize::from(item["query"].is_object());
            count += item["additionalOperations"].as_object().map_or(0, |all| all.len());
        }
        let Some(reference) = item["$ref"].as_str().filter(|_| depth < 16) else {
            return count;
        };
        let (name, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let path = match name {
            "" => file.to_path_buf(),
            name => file.parent().unwrap_or(Path::new("")).join(name),
        };
        let Ok(document) = self.load(&path) else { return count };
        let fragment = fragment.replace("%7B", "{").replace("%7D", "}");
        let target = document.pointer(&fragment).cloned().unwrap_or(Value::Null);
        count + self.path_item(&path, &target, with_query, depth + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_counted_through_references() {
        let folder = std::env::temp_dir().join(format!("specwright-declared-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("made");
        let document = "openapi: 3.2.0\npaths:\n  /a:\n    get: {}\n    parameters: []\n    query: {}\n  \
                        /b: {$ref: 'b.yaml#/item'}\n  x-c: {get: {}}\n";
        std::fs::write(folder.join("a.yaml"), document).expect("written");
        std::fs::write(folder.join("b.yaml"), "item:\n  post: {}\n  put: {}\n").expect("written");
        let declared = read(&folder.join("a.yaml")).expect("read");
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(declared.operations, 4);
        assert_eq!(declared.version.as_deref(), Some("3.2.0"));
    }
}
