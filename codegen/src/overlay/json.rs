//! Parts of an overlay, before they are nodes.

use crate::number::Number;
use crate::text::quoted;
use crate::tree::{Entry, NodeId, Step, Tree, Value};

/// A JSON value that is being made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A number as it is written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    pub(crate) fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    pub(crate) fn map<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    /// A copy of a node.
    pub(crate) fn of(tree: &Tree, node: NodeId) -> Json {
        match tree.value(node) {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(number) => Json::Number(number.as_str().to_owned()),
            Value::String(text) => Json::Text(text.to_string()),
            Value::Array(items) => Json::List(items.iter().map(|&item| Json::of(tree, item)).collect()),
            Value::Object(entries) => {
                let entries = entries.iter();
                Json::Map(
                    entries
                        .map(|entry| (entry.key.to_string(), Json::of(tree, entry.value)))
                        .collect(),
                )
            }
        }
    }

    /// The number of nodes.
    pub(crate) fn size(&self) -> usize {
        match self {
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => 1,
            Json::List(items) => 1 + items.iter().map(Json::size).sum::<usize>(),
            Json::Map(entries) => 1 + entries.iter().map(|(_, value)| value.size()).sum::<usize>(),
        }
    }

    /// The value in one line, in the flow style of YAML.
    pub(crate) fn flow(&self) -> String {
        match self {
            Json::Null => "null".to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Number(text) => text.clone(),
            Json::Text(text) => {
                let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-/.@".contains(letter);
                match text.chars().all(plain) && text.starts_with(|first: char| first.is_ascii_alphabetic()) {
                    true if !matches!(&**text, "true" | "false" | "null" | "yes" | "no") => text.clone(),
                    _ => quoted(text),
                }
            }
            Json::List(items) => {
                let items: Vec<String> = items.iter().map(Json::flow).collect();
                format!("[{}]", items.join(", "))
            }
            Json::Map(entries) => {
                let entries = entries.iter();
                let entries: Vec<String> = entries
                    .map(|(key, value)| format!("{}: {}", Json::text(&**key).flow(), value.flow()))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// A node with this value, read at `like`.
    pub(crate) fn node(&self, tree: &mut Tree, like: NodeId) -> NodeId {
        let parent = tree.derive(like, Value::Null);
        let value = self.value(tree, parent);
        tree.set_value(parent, value);
        parent
    }

    fn value(&self, tree: &mut Tree, parent: NodeId) -> Value {
        match self {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(text) => Value::Number(Number::new(text.as_str())),
            Json::Text(text) => Value::String(text.as_str().into()),
            Json::List(items) => {
                let add = |(index, item): (usize, &Json)| {
                    let step = Step::Index(u32::try_from(index).unwrap_or(u32::MAX));
                    item.child(tree, parent, step)
                };
                Value::Array(items.iter().enumerate().map(add).collect())
            }
            Json::Map(entries) => {
                let add = |(key, value): &(String, Json)| Entry {
                    key: key.as_str().into(),
                    key_span: tree.span(parent),
                    value: value.child(tree, parent, Step::Key(key.as_str().into())),
                };
                Value::Object(entries.iter().map(add).collect())
            }
        }
    }

    fn child(&self, tree: &mut Tree, parent: NodeId, step: Step) -> NodeId {
        let node = tree.add(tree.span(parent), parent, step, Value::Null);
        let value = self.value(tree, node);
        tree.set_value(node, value);
        node
    }
}
