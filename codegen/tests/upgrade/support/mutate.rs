//! Random changes to a document, repeatable by their seed.

use super::below;
use specwright::number::Number;
use specwright::tree::{Entry, NodeId, Tree, Value};

/// Names that mean something to the upgrade.
const KEYS: &[&str] = &[
    "$ref",
    "type",
    "nullable",
    "x-nullable",
    "enum",
    "const",
    "allOf",
    "anyOf",
    "oneOf",
    "items",
    "properties",
    "required",
    "example",
    "examples",
    "exclusiveMinimum",
    "minimum",
    "discriminator",
    "definitions",
    "dependencies",
    "additionalItems",
    "schema",
    "content",
    "in",
    "name",
    "parameters",
    "responses",
    "requestBody",
    "headers",
    "consumes",
    "produces",
    "schemes",
    "host",
    "collectionFormat",
    "components",
    "schemas",
    "paths",
    "get",
];

/// Texts that mean something to the upgrade.
const TEXTS: &[&str] = &[
    "",
    "string",
    "object",
    "array",
    "null",
    "file",
    "String",
    "body",
    "formData",
    "query",
    "header",
    "tsv",
    "multi",
    "application/json",
    "multipart/form-data",
    "#/components/schemas/Pet",
    "#/definitions/Pet",
    "#/parameters/Pet",
    "#/components/parameters/Pet",
    "#/responses/Missing",
    "#/paths/~1pets/get",
    "#",
    "a",
    "basic",
    "oauth2",
    "2.0",
];

/// Makes changes.
pub(crate) struct Mutator {
    state: u64,
}

impl Mutator {
    /// A source of changes that are the same for the same seed.
    pub(crate) fn new(seed: u64) -> Mutator {
        Mutator {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        }
    }

    /// Makes one to eight changes anywhere below `root`.
    pub(crate) fn mutate(&mut self, tree: &mut Tree, root: NodeId) {
        for _ in 0..=self.below(8) {
            let nodes = below(tree, root);
            let Some(&node) = self.pick(&nodes) else { return };
            if node != root {
                self.change(tree, &nodes, node);
            }
        }
    }

    fn change(&mut self, tree: &mut Tree, nodes: &[NodeId], node: NodeId) {
        let other = self.pick(nodes).copied().unwrap_or(node);
        match self.below(6) {
            0 => {
                let value = self.scalar();
                tree.set_value(node, value);
            }
            // A copy, because a node in two places could make a cycle.
            1 => {
                let copy = tree.copy(other);
                let value = tree.value(copy).clone();
                tree.set_value(node, value);
            }
            2 => {
                let key = self.word(KEYS);
                let copy = tree.copy(other);
                tree.set(node, key, copy);
            }
            3 => {
                let (key, value) = (self.word(KEYS), self.scalar());
                let value = tree.derive(node, value);
                tree.set(node, key, value);
            }
            4 => {
                let key = self.pick(tree.entries(node)).map(|entry| entry.key.clone());
                if let Some(key) = key {
                    tree.remove(node, &key);
                }
            }
            _ => self.rename(tree, node),
        }
    }

    fn rename(&mut self, tree: &mut Tree, node: NodeId) {
        let mut entries: Vec<Entry> = tree.entries(node).to_vec();
        let key = self.word(KEYS);
        if entries.is_empty() || entries.iter().any(|entry| &*entry.key == key) {
            return;
        }
        let at = self.below(entries.len() as u64) as usize;
        entries[at].key = key.into();
        tree.set_value(node, Value::Object(entries));
    }

    fn scalar(&mut self) -> Value {
        match self.below(6) {
            0 => Value::Null,
            1 => Value::Bool(true),
            2 => Value::Number(Number::new("3")),
            3 => Value::Array(Vec::new()),
            4 => Value::Object(Vec::new()),
            _ => Value::String(self.word(TEXTS).into()),
        }
    }

    fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or("")
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len() as u64) as usize)
    }

    /// A number below `end` (xorshift64*).
    fn below(&mut self, end: u64) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        (self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % end.max(1)
    }
}
