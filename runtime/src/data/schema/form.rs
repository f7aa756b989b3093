//! The properties of a multipart body as JSON, so that a schema can be asserted of a body with files.

use serde_core::{Serialize, Serializer};
use serde_json::{Map, Value};

/// The properties of a multipart body: a file is a string, and what is not sent is absent.
#[derive(Debug, Default)]
pub struct FormProperties(Map<String, Value>);

impl FormProperties {
    /// No properties yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a property that holds no file. Null is not sent; what has no JSON form fails where the body is written.
    pub fn value<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        match serde_json::to_value(value) {
            Ok(Value::Null) | Err(_) => {}
            Ok(value) => drop(self.0.insert(name.to_owned(), value)),
        }
    }

    /// Adds a file, if it is sent.
    pub fn file(&mut self, name: &str, is_sent: bool) {
        if is_sent {
            self.0.insert(name.to_owned(), Value::String(String::new()));
        }
    }

    /// Adds a list of files. One without files has no parts, so nothing is sent.
    pub fn files(&mut self, name: &str, count: usize) {
        if count > 0 {
            let files = vec![Value::String(String::new()); count];
            self.0.insert(name.to_owned(), Value::Array(files));
        }
    }
}

impl Serialize for FormProperties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
