//! YAML and JSON as one arena of nodes that know their file, span and JSON pointer.
//!
//! Nothing here knows what OpenAPI's keywords mean. Readers (JSON, YAML, [`markdown`]) fill a [`Tree`]; the overlay
//! and the version upgrade rewrite it. A node keeps for ever where it was *read*, so a diagnostic about a node that
//! an upgrade has moved still shows the line and the pointer of the document that its author wrote.

use crate::diag::Location;
use crate::source::{FileId, Span};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::Arc;

mod build;
mod json;
mod load;
pub mod markdown;
mod number;
mod reference;
mod scalar;
mod yaml;

pub use build::{MAX_COPIES, MAX_DEPTH, MAX_NODES};
pub use load::{files_read, follow, load, load_text, read, read_text};
pub use number::Number;
pub use reference::RefError;

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
    /// Where the name stands.
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
    /// Where the members of large objects stand, so that thousands of references into one object stay cheap.
    large: BTreeMap<NodeId, IndexMap<Arc<str>, u32>>,
    links: reference::Links,
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

    /// The value of a boolean node.
    pub fn bool(&self, id: NodeId) -> Option<bool> {
        match self.value(id) {
            Value::Bool(value) => Some(*value),
            _ => None,
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

    /// The JSON pointer (RFC 6901, as a URI fragment) of the place where the node was read, such as
    /// `#/components/schemas/Pet`.
    pub fn pointer(&self, id: NodeId) -> String {
        let mut steps = Vec::new();
        let mut current = Some(id);
        while let Some(node) = current {
            match self.step(node) {
                Step::Root => {}
                Step::Index(index) => steps.push(index.to_string()),
                Step::Key(key) => steps.push(escape_pointer(key)),
            }
            current = self.parent(node);
        }
        let mut pointer = String::from("#");
        for step in steps.iter().rev() {
            pointer.push('/');
            pointer.push_str(step);
        }
        pointer
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

    // Building and rewriting.

    /// Adds the root node of a file.
    pub fn add_root(&mut self, file: FileId, span: Span, value: Value) -> NodeId {
        let id = self.push_node(span, NodeId(0), Step::Root, value);
        self.roots.push((file, id));
        id
    }

    /// Adds a node below `parent`. The parent's value is not changed: readers set it when it is complete.
    pub fn add(&mut self, span: Span, parent: NodeId, step: Step, value: Value) -> NodeId {
        self.push_node(span, parent, step, value)
    }

    /// Adds a node that stands where `like` was read: for nodes that an upgrade or an overlay makes out of others.
    pub fn derive(&mut self, like: NodeId, value: Value) -> NodeId {
        let Node { span, parent, step, .. } = &self.nodes[like.index()];
        let (span, parent, step) = (*span, *parent, step.clone());
        self.push_node(span, parent, step, value)
    }

    /// A string node that stands where `like` was read.
    pub fn derive_str(&mut self, like: NodeId, text: impl Into<Arc<str>>) -> NodeId {
        self.derive(like, Value::String(text.into()))
    }

    /// Replaces what a node holds.
    pub fn set_value(&mut self, id: NodeId, value: Value) {
        self.large.remove(&id);
        match value {
            Value::Object(entries) => self.fill_object(id, entries),
            other => self.nodes[id.index()].value = other,
        }
    }

    /// Sets the member `key` of an object, in place if it exists and at the end otherwise. Other nodes are left alone.
    pub fn set(&mut self, object: NodeId, key: &str, value: NodeId) {
        let key_span = self.span(value);
        self.large.remove(&object);
        if let Value::Object(entries) = &mut self.nodes[object.index()].value {
            match entries.iter_mut().find(|entry| &*entry.key == key) {
                Some(entry) => entry.value = value,
                None => entries.push(Entry {
                    key: key.into(),
                    key_span,
                    value,
                }),
            }
        }
    }

    /// Removes the member `key` of an object and returns it.
    pub fn remove(&mut self, object: NodeId, key: &str) -> Option<NodeId> {
        self.large.remove(&object);
        let Value::Object(entries) = &mut self.nodes[object.index()].value else {
            return None;
        };
        let index = entries.iter().position(|entry| &*entry.key == key)?;
        Some(entries.remove(index).value)
    }

    /// Appends to an array; any other node is left alone.
    pub fn push(&mut self, array: NodeId, item: NodeId) {
        if let Value::Array(items) = &mut self.nodes[array.index()].value {
            items.push(item);
        }
    }

    /// Appends a member to an object that has none of its name; any other node is left alone.
    pub fn insert(&mut self, object: NodeId, entry: Entry) {
        self.large.remove(&object);
        if let Value::Object(entries) = &mut self.nodes[object.index()].value {
            entries.push(entry);
        }
    }

    /// Lets a node hold what `like` holds, and stand where `like` was read. Its pointer stays.
    pub fn replace(&mut self, id: NodeId, like: NodeId) {
        let (span, value) = (self.span(like), self.value(like).clone());
        self.set_value(id, value);
        self.nodes[id.index()].span = span;
    }

    /// A deep copy of a node. Each copied node keeps the place where its original was read.
    pub fn copy(&mut self, id: NodeId) -> NodeId {
        let value = match self.value(id).clone() {
            Value::Array(items) => Value::Array(items.into_iter().map(|item| self.copy(item)).collect()),
            Value::Object(entries) => Value::Object(
                entries
                    .into_iter()
                    .map(|entry| Entry {
                        value: self.copy(entry.value),
                        ..entry
                    })
                    .collect(),
            ),
            scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => scalar,
        };
        self.derive(id, value)
    }

    /// A deep copy of a node as a child of `parent`, which is not changed. Each copied node keeps its span, and its
    /// pointer is that of its new place: for what an overlay inserts.
    pub fn graft(&mut self, id: NodeId, parent: NodeId, step: Step) -> NodeId {
        let admitted = self.graft_checked(id, parent, step, 0, &mut |_| Ok::<(), std::convert::Infallible>(()));
        match admitted {
            Ok(copy) => copy,
            Err(never) => match never {},
        }
    }

    /// [`Tree::graft`] that asks before each node, given its depth, whether it may be copied.
    fn graft_checked<E>(
        &mut self,
        id: NodeId,
        parent: NodeId,
        step: Step,
        depth: usize,
        admit: &mut dyn FnMut(usize) -> Result<(), E>,
    ) -> Result<NodeId, E> {
        admit(depth)?;
        let copy = self.add(self.span(id), parent, step, Value::Null);
        match self.value(id).clone() {
            Value::Array(items) => {
                let mut copies = Vec::with_capacity(items.len());
                for (item, index) in items.into_iter().zip(0..) {
                    copies.push(self.graft_checked(item, copy, Step::Index(index), depth + 1, admit)?);
                }
                self.set_value(copy, Value::Array(copies));
            }
            Value::Object(entries) => {
                let mut copies = Vec::with_capacity(entries.len());
                for entry in entries {
                    let step = Step::Key(Arc::clone(&entry.key));
                    let value = self.graft_checked(entry.value, copy, step, depth + 1, admit)?;
                    copies.push(Entry { value, ..entry });
                }
                self.fill_object(copy, copies);
            }
            scalar @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                self.set_value(copy, scalar);
            }
        }
        Ok(copy)
    }

    /// Whether two nodes hold equal JSON values: numbers by value, members in any order.
    pub fn equal(&self, left: NodeId, right: NodeId) -> bool {
        match (self.value(left), self.value(right)) {
            (Value::Array(left), Value::Array(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| self.equal(*left, *right))
            }
            (Value::Object(members), Value::Object(others)) => {
                let same = |entry: &Entry| self.get(right, &entry.key).is_some_and(|other| self.equal(entry.value, other));
                members.len() == others.len() && members.iter().all(same)
            }
            (Value::Number(left), Value::Number(right)) => left.equals(right),
            (left, right) => left == right,
        }
    }

    /// Gives an object its members, all at once.
    fn fill_object(&mut self, object: NodeId, entries: Vec<Entry>) {
        if entries.len() > INDEXED_SIZE {
            let places = entries.iter().zip(0..);
            let index = places.map(|(entry, place)| (Arc::clone(&entry.key), place)).collect();
            self.large.insert(object, index);
        }
        self.nodes[object.index()].value = Value::Object(entries);
    }

    fn push_node(&mut self, span: Span, parent: NodeId, step: Step, value: Value) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node {
            span,
            parent,
            step,
            value,
        });
        id
    }
}

/// Escapes one step of a JSON pointer (RFC 6901 section 3).
pub fn escape_pointer(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}
