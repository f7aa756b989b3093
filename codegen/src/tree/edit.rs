//! Building a tree and changing it.

use super::{Entry, INDEXED_SIZE, Node, NodeId, Step, Tree, Value};
use crate::source::{FileId, Span};
use std::sync::Arc;

impl Tree {
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

    /// Adds a node that is where `like` was read: for nodes that an upgrade or an overlay makes out of others.
    pub fn derive(&mut self, like: NodeId, value: Value) -> NodeId {
        let Node { span, parent, step, .. } = &self.nodes[like.index()];
        let (span, parent, step) = (*span, *parent, step.clone());
        self.push_node(span, parent, step, value)
    }

    /// A string node that is where `like` was read.
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

    /// Lets a node hold what `like` holds, and be where `like` was read. Its pointer stays.
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
    pub(super) fn graft_checked<E>(
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

    /// Gives an object its members, all at once.
    pub(super) fn fill_object(&mut self, object: NodeId, entries: Vec<Entry>) {
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
