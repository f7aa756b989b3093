//! YAML and JSON as one arena of nodes that know their file, span and JSON pointer.
//!
//! Nothing here knows what OpenAPI's keywords mean. Readers (JSON, YAML) fill a [`Tree`]; the overlay
//! and the version upgrade rewrite it. A node keeps for ever where it was *read*, so a diagnostic about a node that
//! an upgrade has moved still shows the line and the pointer of the document that its author wrote.

use crate::diag::Location;
use crate::number::Number;
use crate::source::{FileId, Span};
pub(crate) use crate::text::unescape_pointer;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

mod build;
mod edit;
mod extent;
mod format;
mod json;
mod pointers;
pub mod print;
mod reference;
mod scalar;
mod yaml;
mod yaml_faults;

pub use build::{MAX_COPIES, MAX_DEPTH, MAX_NODES};
pub(crate) use build::{Names, Part};
pub use extent::Extent;
pub use format::read_json;
pub(crate) use format::{Format, read_part};
pub(crate) use pointers::Pointers;
pub use reference::RefError;
pub(crate) use reference::{LinkError, is_remote, split_reference};

/// Objects with more members than this get an index.
const INDEXED_SIZE: usize = 32;

/// A node of a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// The index in the arena.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node holds, in the terms of JSON (RFC 8259).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, kept as it was written.
    Number(Number),
    /// A string.
    String(Arc<str>),
    /// An array.
    Array(Vec<NodeId>),
    /// An object, in document order, without duplicate keys.
    Object(Vec<Entry>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name. Keys that YAML reads as another type (`200:`) are their source text.
    pub key: Arc<str>,
    /// Where the name is.
    pub key_span: Span,
    /// The value.
    pub value: NodeId,
}

/// How a node was reached from its parent when it was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The root of a file.
    Root,
    /// An element of an array.
    Index(u32),
    /// A member of an object.
    Key(Arc<str>),
}

#[derive(Clone, Debug)]
struct Node {
    span: Span,
    parent: NodeId,
    step: Step,
    value: Value,
}

/// All nodes of all files of one generation.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    roots: Vec<(FileId, NodeId)>,
    /// Where each file was read.
    paths: BTreeMap<FileId, PathBuf>,
    /// Where the members of large objects are, so that thousands of references into one object stay cheap.
    large: BTreeMap<NodeId, IndexMap<Arc<str>, u32>>,
    links: reference::Links,
    /// What the strings of some references name, whatever they say.
    pins: BTreeMap<NodeId, NodeId>,
}

impl Tree {
    /// An empty tree.
    pub fn new() -> Tree {
        Tree::default()
    }

    /// Number of nodes, for budgets.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    // Reading.

    /// Whether any object has a member of that name, which says quickly that there is nothing to do.
    pub(crate) fn mentions(&self, key: &str) -> bool {
        let mut objects = self.nodes.iter().filter_map(|node| match &node.value {
            Value::Object(entries) => Some(entries),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => None,
        });
        objects.any(|entries| entries.iter().any(|entry| &*entry.key == key))
    }

    /// The root node of a file.
    pub fn root(&self, file: FileId) -> Option<NodeId> {
        self.roots
            .iter()
            .find(|(known, _)| *known == file)
            .map(|(_, root)| *root)
    }

    /// All files with their root nodes, in the order of loading.
    pub fn roots(&self) -> &[(FileId, NodeId)] {
        &self.roots
    }

    /// Where a file was read.
    pub fn path(&self, file: FileId) -> Option<&Path> {
        self.paths.get(&file).map(PathBuf::as_path)
    }

    /// Remembers where a file was read.
    pub fn set_path(&mut self, file: FileId, path: &Path) {
        self.paths.insert(file, path.to_owned());
    }

    /// The root of the document: of the first file that was read.
    pub fn document(&self) -> Option<NodeId> {
        self.roots.first().map(|(_, root)| *root)
    }

    /// What the node holds.
    pub fn value(&self, id: NodeId) -> &Value {
        &self.nodes[id.index()].value
    }

    /// Where the node was read.
    pub fn span(&self, id: NodeId) -> Span {
        self.nodes[id.index()].span
    }

    /// The member `key` of an object.
    pub fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        self.entry(id, key).map(|entry| entry.value)
    }

    /// The member `key` of an object, with the place of its name.
    pub fn entry(&self, id: NodeId, key: &str) -> Option<&Entry> {
        let entries = self.entries(id);
        if entries.len() > INDEXED_SIZE
            && let Some(index) = self.large.get(&id)
        {
            return entries.get(*index.get(key)? as usize);
        }
        entries.iter().find(|entry| &*entry.key == key)
    }

    /// The members of an object; nothing for any other node.
    pub fn entries(&self, id: NodeId) -> &[Entry] {
        match self.value(id) {
            Value::Object(entries) => entries,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => &[],
        }
    }

    /// The elements of an array; nothing for any other node.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match self.value(id) {
            Value::Array(items) => items,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => &[],
        }
    }

    /// The text of a string node.
    pub fn str(&self, id: NodeId) -> Option<&str> {
        match self.value(id) {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a boolean node. The strings `"true"` and `"false"` are what they say: quotes are a slip of the author.
    pub fn bool(&self, id: NodeId) -> Option<bool> {
        match self.value(id) {
            Value::Bool(value) => Some(*value),
            Value::String(text) => text.parse().ok(),
            Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// The number of a number node.
    pub fn number(&self, id: NodeId) -> Option<&Number> {
        match self.value(id) {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether the node is an object.
    pub fn is_object(&self, id: NodeId) -> bool {
        matches!(self.value(id), Value::Object(_))
    }

    /// The JSON type of the node, as a word with its article.
    pub fn kind(&self, id: NodeId) -> &'static str {
        match self.value(id) {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }

    /// How the node was reached from its parent when it was read.
    pub fn step(&self, id: NodeId) -> &Step {
        &self.nodes[id.index()].step
    }

    /// The parent that the node was read in; `None` for a root.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        let node = &self.nodes[id.index()];
        (node.step != Step::Root).then_some(node.parent)
    }

    /// Span and pointer together, for a diagnostic.
    pub fn location(&self, id: NodeId) -> Location {
        Location {
            span: Some(self.span(id)),
            pointer: Some(self.pointer(id)),
        }
    }

    /// The place of the name of a member, for diagnostics about the name itself.
    pub fn key_location(&self, object: NodeId, key: &str) -> Location {
        match self.entry(object, key) {
            Some(entry) => Location {
                span: Some(entry.key_span),
                pointer: Some(self.pointer(entry.value)),
            },
            None => self.location(object),
        }
    }

    /// The place of the name that a node has in its object, for diagnostics about that name; its own where it has none.
    pub fn name_location(&self, id: NodeId) -> Location {
        match (self.parent(id), self.step(id)) {
            (Some(parent), Step::Key(key)) if self.get(parent, key) == Some(id) => self.key_location(parent, key),
            (_, _) => self.location(id),
        }
    }

    /// The place of the member `key` of an object, for diagnostics about that value; the object's where there is none.
    pub fn member_location(&self, object: NodeId, key: &str) -> Location {
        self.location(self.get(object, key).unwrap_or(object))
    }

    /// The node that a JSON pointer (RFC 6901) names, from `start`. `pointer` is without the `#`; URI percent-encoding
    /// must be decoded before.
    pub fn lookup(&self, start: NodeId, pointer: &str) -> Option<NodeId> {
        let mut node = start;
        if pointer.is_empty() {
            return Some(node);
        }
        for step in pointer.strip_prefix('/')?.split('/') {
            node = self.child(node, step)?;
        }
        Some(node)
    }

    /// Whether two nodes hold equal JSON values: numbers by value, members in any order.
    pub fn equal(&self, left: NodeId, right: NodeId) -> bool {
        self.equals(left, self, right)
    }

    /// The same of a node of this tree and one of another.
    pub fn equals(&self, left: NodeId, other: &Tree, right: NodeId) -> bool {
        // An upgrade may have put one node into thousands of places.
        if left == right && std::ptr::eq(self, other) {
            return true;
        }
        match (self.value(left), other.value(right)) {
            (Value::Array(left), Value::Array(right)) => {
                left.len() == right.len()
                    && left
                        .iter()
                        .zip(right)
                        .all(|(left, right)| self.equals(*left, other, *right))
            }
            (Value::Object(members), Value::Object(others)) => {
                let same = |entry: &Entry| {
                    other
                        .get(right, &entry.key)
                        .is_some_and(|found| self.equals(entry.value, other, found))
                };
                members.len() == others.len() && members.iter().all(same)
            }
            (Value::Number(left), Value::Number(right)) => left.equals(right),
            (left, right) => left == right,
        }
    }
}

/// Escapes one step of a JSON pointer (RFC 6901 section 3).
pub fn escape_pointer(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}
