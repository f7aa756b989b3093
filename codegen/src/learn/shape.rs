//! The shape of a JSON value: its kinds and the names of its properties. Values are in it only where a pointer allows them.
//!
//! It is written as JSON that looks like the value: `{"id": "integer", "tags": ["string"]}`. An array lists the different
//! shapes of its items. `"string=active"` is a value that was allowed; the property `*` lists the shapes of properties whose
//! names may be data; `"unknown"` is what was too deep to be looked at.

use crate::openapi::schema::JsonType;
use crate::tree::{NodeId, Tree, Value, unescape_pointer};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The property under which shapes are whose names may be data.
const HIDDEN: &str = "*";

/// The shape of a JSON value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Nothing is known.
    Unknown,
    /// `null`, a boolean, a number or a string, with its value if that was allowed.
    Scalar(JsonType, Option<Arc<str>>),
    /// An array: the different shapes of its items.
    Array(BTreeSet<Shape>),
    /// An object.
    Object {
        /// By name.
        properties: BTreeMap<Arc<str>, Shape>,
        /// The different shapes of properties whose names may be data.
        hidden: BTreeSet<Shape>,
    },
}

impl Shape {
    /// The JSON type; `None` if nothing is known.
    pub fn kind(&self) -> Option<JsonType> {
        match self {
            Shape::Unknown => None,
            Shape::Scalar(kind, _) => Some(*kind),
            Shape::Array(_) => Some(JsonType::Array),
            Shape::Object { .. } => Some(JsonType::Object),
        }
    }

    /// Reads the notation of recordings.
    ///
    /// # Errors
    /// Returns the node that is not part of it.
    pub fn read(tree: &Tree, node: NodeId) -> Result<Shape, NodeId> {
        match tree.value(node) {
            Value::String(text) => scalar(text).ok_or(node),
            Value::Array(items) => items
                .iter()
                .map(|&item| Shape::read(tree, item))
                .collect::<Result<_, _>>()
                .map(Shape::Array),
            Value::Object(entries) => {
                let (mut properties, mut hidden) = (BTreeMap::new(), BTreeSet::new());
                for entry in entries {
                    match (Shape::read(tree, entry.value)?, &*entry.key) {
                        (Shape::Array(shapes), HIDDEN) => hidden.extend(shapes),
                        (shape, _) => _ = properties.insert(Arc::clone(&entry.key), shape),
                    }
                }
                Ok(Shape::Object { properties, hidden })
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => Err(node),
        }
    }

    /// The shape of a value of a document or a HAR file.
    pub fn of(tree: &Tree, value: NodeId, allowed: &Allowed) -> Shape {
        match tree.value(value) {
            Value::Null => Shape::Scalar(JsonType::Null, None),
            Value::Bool(bool) => Shape::Scalar(JsonType::Boolean, allowed.value(|| bool.to_string())),
            Value::Number(number) => {
                let kind = match number.is_integer() {
                    true => JsonType::Integer,
                    false => JsonType::Number,
                };
                Shape::Scalar(kind, allowed.value(|| number.as_str().to_owned()))
            }
            Value::String(text) => Shape::Scalar(JsonType::String, allowed.value(|| text.to_string())),
            Value::Array(items) => {
                let below = allowed.below(HIDDEN);
                Shape::Array(items.iter().map(|&item| Shape::of(tree, item, &below)).collect())
            }
            Value::Object(entries) => {
                let shape = |name: &Arc<str>, value| (Arc::clone(name), Shape::of(tree, value, &allowed.below(name)));
                Shape::Object {
                    properties: entries.iter().map(|entry| shape(&entry.key, entry.value)).collect(),
                    hidden: BTreeSet::new(),
                }
            }
        }
    }
}

fn scalar(text: &str) -> Option<Shape> {
    let (word, value) = match text.split_once('=') {
        Some((word, value)) => (word, Some(value.into())),
        None => (text, None),
    };
    if word == "unknown" {
        return Some(Shape::Unknown);
    }
    let kind = JsonType::ALL.into_iter().find(|kind| kind.as_str() == word)?;
    let is_scalar = !matches!(kind, JsonType::Array | JsonType::Object);
    is_scalar.then_some(Shape::Scalar(kind, value))
}

/// Where values may be read: JSON pointers into bodies, in which `*` is any property or item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    everything: bool,
    pointers: Vec<Vec<String>>,
}

impl Allowed {
    /// These pointers, as in `/items/*/status`.
    pub fn new(pointers: &[String]) -> Allowed {
        let steps = |pointer: &String| {
            let steps = pointer.split('/').skip(1);
            steps.map(|step| unescape_pointer(step).into_owned()).collect()
        };
        Allowed {
            everything: false,
            pointers: pointers.iter().map(steps).collect(),
        }
    }

    /// All values: for the examples of a document, which are public.
    pub fn everything() -> Allowed {
        Allowed {
            everything: true,
            pointers: Vec::new(),
        }
    }

    fn below(&self, name: &str) -> Allowed {
        let fits = |steps: &&Vec<String>| {
            let first = steps.first();
            first.is_some_and(|step| step == name || step == HIDDEN)
        };
        let pointers = self.pointers.iter().filter(fits);
        Allowed {
            everything: self.everything,
            pointers: pointers.map(|steps| steps[1..].to_vec()).collect(),
        }
    }

    fn value(&self, text: impl FnOnce() -> String) -> Option<Arc<str>> {
        let allowed = self.everything || self.pointers.iter().any(Vec::is_empty);
        allowed.then(|| text().into())
    }
}
