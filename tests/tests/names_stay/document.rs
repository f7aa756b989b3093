//! A document that can be changed, in which every node keeps its identity.

use specwright::diag::Diagnostics;
use specwright::import::read_text;
use specwright::source::SourceMap;
use specwright::tree::{NodeId, Tree, Value};
use std::path::Path;

/// A node with its number: what is inserted gets a new one.
#[derive(Clone, Debug)]
pub struct Node {
    pub id: u32,
    pub value: Shape,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A scalar, as JSON.
    Scalar(String),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    pub root: Node,
    next: u32,
}

/// A step of the way to a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Index(usize),
}

impl Document {
    /// Reads YAML or JSON.
    pub fn parse(text: &str) -> Document {
        let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::tolerant());
        let path = Path::new("document.yaml");
        let root = read_text(&mut tree, &mut sources, path, text, &mut problems).expect("a document");
        let mut document = Document {
            root: Node {
                id: 0,
                value: Shape::Scalar("null".to_owned()),
            },
            next: 1,
        };
        document.root = document.copy(&tree, root);
        document
    }

    fn copy(&mut self, tree: &Tree, node: NodeId) -> Node {
        let value = match tree.value(node) {
            Value::Null => Shape::Scalar("null".to_owned()),
            Value::Bool(value) => Shape::Scalar(value.to_string()),
            Value::Number(number) => Shape::Scalar(number.as_str().to_owned()),
            Value::String(text) => Shape::Scalar(quoted(text)),
            Value::Array(items) => Shape::Array(items.iter().map(|&item| self.copy(tree, item)).collect()),
            Value::Object(entries) => {
                let entries = entries.iter();
                Shape::Object(
                    entries
                        .map(|entry| (entry.key.to_string(), self.copy(tree, entry.value)))
                        .collect(),
                )
            }
        };
        self.next += 1;
        Node { id: self.next, value }
    }

    /// A new node, from JSON.
    pub fn fresh(&mut self, json: &str) -> Node {
        let mut inner = Document::parse(json).root;
        self.renumber(&mut inner);
        inner
    }

    /// The same nodes under new numbers.
    pub fn renumber(&mut self, node: &mut Node) {
        self.next += 1;
        node.id = self.next;
        match &mut node.value {
            Shape::Scalar(_) => {}
            Shape::Array(items) => items.iter_mut().for_each(|item| self.renumber(item)),
            Shape::Object(entries) => entries.iter_mut().for_each(|(_, entry)| self.renumber(entry)),
        }
    }

    /// The node at a JSON pointer as a URI fragment.
    pub fn lookup(&self, pointer: &str) -> Option<&Node> {
        let mut node = &self.root;
        for token in pointer.trim_start_matches('#').split('/').skip(1) {
            let key = token.replace("~1", "/").replace("~0", "~");
            node = match &node.value {
                Shape::Scalar(_) => return None,
                Shape::Array(items) => items.get(key.parse::<usize>().ok()?)?,
                Shape::Object(entries) => &entries.iter().find(|(name, _)| *name == key)?.1,
            };
        }
        Some(node)
    }

    /// The node at the end of a way.
    pub fn at(&mut self, way: &[Step]) -> Option<&mut Node> {
        let mut node = &mut self.root;
        for step in way {
            node = match (&mut node.value, step) {
                (Shape::Array(items), Step::Index(index)) => items.get_mut(*index)?,
                (Shape::Object(entries), Step::Key(key)) => &mut entries.iter_mut().find(|(name, _)| name == key)?.1,
                _ => return None,
            };
        }
        Some(node)
    }

    /// The document as JSON, in its order.
    pub fn print(&self) -> String {
        let mut out = String::new();
        print(&self.root, &mut out);
        out
    }
}

impl Node {
    /// The string that it is.
    pub fn text(&self) -> Option<String> {
        match &self.value {
            Shape::Scalar(json) => serde_json::from_str(json).ok(),
            Shape::Array(_) | Shape::Object(_) => None,
        }
    }

    /// A member of the object that it is.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Shape::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            Shape::Scalar(_) | Shape::Array(_) => None,
        }
    }
}

/// A string as JSON.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn print(node: &Node, out: &mut String) {
    match &node.value {
        Shape::Scalar(json) => out.push_str(json),
        Shape::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                out.push(if at == 0 { '[' } else { ',' });
                print(item, out);
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Shape::Object(entries) => {
            for (at, (key, entry)) in entries.iter().enumerate() {
                out.push(if at == 0 { '{' } else { ',' });
                out.push_str(&quoted(key));
                out.push(':');
                print(entry, out);
            }
            out.push_str(if entries.is_empty() { "{}" } else { "}" });
        }
    }
}
