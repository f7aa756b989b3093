//! A JSON value that is sent, or that was read out of a URL, a header or a form.

use specwright::tree::print::string_to_json;
use specwright::tree::{self, NodeId, Tree, read_json};

/// A JSON value. Numbers are as they were written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A value of the document.
    pub(super) fn of(tree: &Tree, node: NodeId) -> Value {
        match tree.value(node) {
            tree::Value::Null => Value::Null,
            tree::Value::Bool(value) => Value::Bool(*value),
            tree::Value::Number(number) => Value::Number(number.as_str().to_owned()),
            tree::Value::String(text) => Value::String(text.to_string()),
            tree::Value::Array(items) => Value::Array(items.iter().map(|&item| Value::of(tree, item)).collect()),
            tree::Value::Object(entries) => {
                let member = |entry: &tree::Entry| (entry.key.to_string(), Value::of(tree, entry.value));
                Value::Object(entries.iter().map(member).collect())
            }
        }
    }

    /// How many values it has, and hundreds of bytes.
    pub(super) fn size(&self) -> usize {
        match self {
            Value::Null | Value::Bool(_) => 1,
            Value::Number(text) | Value::String(text) => 1 + text.len() / 100,
            Value::Array(items) => 1 + items.iter().map(Value::size).sum::<usize>(),
            Value::Object(members) => {
                let size = |(name, value): &(String, Value)| name.len() / 100 + value.size();
                1 + members.iter().map(size).sum::<usize>()
            }
        }
    }

    pub(super) fn string(text: impl Into<String>) -> Value {
        Value::String(text.into())
    }

    /// What a string that looks like a number or a boolean can mean as well.
    pub(super) fn number(text: &str) -> Option<Value> {
        let is_number =
            text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) && read_json(text).is_ok();
        is_number.then(|| Value::Number(text.to_owned()))
    }

    /// The value as JSON.
    pub(super) fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Value::Number(text) => out.push_str(text),
            Value::String(text) => out.push_str(&string_to_json(text)),
            Value::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Value::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    out.push_str(&string_to_json(name));
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }

    /// The value as text: a string as it is, anything else as JSON.
    pub(super) fn text(&self) -> String {
        match self {
            Value::String(text) => text.clone(),
            other => other.json(),
        }
    }

    /// The properties of an object; none of anything else.
    pub(super) fn members(&self) -> &[(String, Value)] {
        match self {
            Value::Object(members) => members,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => &[],
        }
    }

    /// The value as an XML element. Attributes and namespaces, which `xml` of a schema can ask for, it does not have.
    pub(super) fn xml(&self, name: &str) -> String {
        match self {
            Value::Array(items) => items.iter().map(|item| item.xml(name)).collect(),
            Value::Object(members) => {
                let inner: String = members.iter().map(|(name, value)| value.xml(name)).collect();
                format!("<{name}>{inner}</{name}>")
            }
            Value::Null => format!("<{name}/>"),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let text = self.text().replace('&', "&amp;").replace('<', "&lt;");
                format!("<{name}>{text}</{name}>")
            }
        }
    }
}

/// Sets a property of an object; one that has the name is replaced.
pub(super) fn set(members: &mut Vec<(String, Value)>, name: &str, value: Value) {
    match members.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = value,
        None => members.push((name.to_owned(), value)),
    }
}
