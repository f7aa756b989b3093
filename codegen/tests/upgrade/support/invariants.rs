//! The promises of the upgrade, checked by a walk of its own that knows only the structure of OpenAPI 3.2.

use specwright::tree::{NodeId, Tree, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What each reference of a tree means.
pub(crate) fn meanings(tree: &Tree) -> BTreeMap<NodeId, NodeId> {
    let objects = tree.roots().iter().flat_map(|(_, root)| super::below(tree, *root));
    let references = objects.filter_map(|node| tree.get(node, "$ref"));
    references
        .filter_map(|node| Some((node, tree.resolve(node, tree.str(node)?).ok()?)))
        .collect()
}

/// What is not as promised, each with its pointer. `meanings` are those of the document before the upgrade. `None` if
/// the references of the document take one node for two kinds of objects: then nothing is promised.
pub(crate) fn faults(tree: &Tree, root: NodeId, meanings: &BTreeMap<NodeId, NodeId>) -> Option<Vec<String>> {
    let standing = tree.roots().iter().flat_map(|(_, root)| super::below(tree, *root));
    let mut check = Check {
        tree,
        meanings,
        standing: standing.collect(),
        found: Vec::new(),
        ambiguous: false,
        seen: BTreeMap::new(),
        open: Vec::new(),
    };
    for key in ["swagger", "host", "basePath", "schemes", "consumes", "produces"] {
        if tree.get(root, key).is_some() {
            check.fault(root, key);
        }
    }
    if tree
        .get(root, "securityDefinitions")
        .is_some_and(|node| tree.is_object(node))
    {
        check.fault(root, "securityDefinitions");
    }
    check.seen.insert(root, What::Document);
    check.map(root, "paths", What::PathItem);
    check.map(root, "webhooks", What::PathItem);
    check.one(root, "components", What::Components);
    while let Some((node, what)) = check.open.pop() {
        check.node(node, what);
    }
    (!check.ambiguous).then_some(check.found)
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    Header,
    Body,
    Response,
    MediaType,
    Schema,
}

struct Check<'t> {
    tree: &'t Tree,
    meanings: &'t BTreeMap<NodeId, NodeId>,
    /// The nodes that are still somewhere.
    standing: BTreeSet<NodeId>,
    found: Vec<String>,
    /// Whether one node is taken for two kinds of objects, which is a fault of the document.
    ambiguous: bool,
    seen: BTreeMap<NodeId, What>,
    open: Vec<(NodeId, What)>,
}

impl Check<'_> {
    fn one(&mut self, holder: NodeId, key: &str, what: What) {
        if let Some(node) = self.tree.get(holder, key) {
            self.open.push((node, what));
            self.open.extend(self.tree.items(node).iter().map(|&item| (item, what)));
        }
    }

    fn list(&mut self, holder: NodeId, key: &str, what: What) {
        if let Some(node) = self.tree.get(holder, key) {
            self.open.extend(self.tree.items(node).iter().map(|&item| (item, what)));
        }
    }

    fn map(&mut self, holder: NodeId, key: &str, what: What) {
        let Some(map) = self.tree.get(holder, key) else { return };
        let members = self.tree.entries(map).iter();
        let standard = members.filter(|entry| what == What::Schema || !entry.key.starts_with("x-"));
        self.open.extend(standard.map(|entry| (entry.value, what)));
    }

    fn node(&mut self, node: NodeId, what: What) {
        let tree = self.tree;
        if !tree.is_object(node) {
            return;
        }
        if let Some(before) = self.seen.insert(node, what) {
            self.ambiguous |= before != what;
            return;
        }
        if let Some(reference) = tree.get(node, "$ref")
            && let Some(text) = tree.str(reference)
            && let Ok(target) = tree.resolve(reference, text)
        {
            self.open.push((target, what));
        }
        match what {
            What::Document => {}
            What::Components => {
                self.map(node, "schemas", What::Schema);
                self.map(node, "parameters", What::Parameter);
                self.map(node, "headers", What::Header);
                self.map(node, "requestBodies", What::Body);
                self.map(node, "responses", What::Response);
                self.map(node, "pathItems", What::PathItem);
                self.map(node, "mediaTypes", What::MediaType);
            }
            What::Schema => self.schema(node),
            What::PathItem => {
                self.list(node, "parameters", What::Parameter);
                for method in [
                    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
                ] {
                    self.one(node, method, What::Operation);
                }
                self.map(node, "additionalOperations", What::Operation);
            }
            What::Operation => {
                self.forbid(node, &["consumes", "produces", "schemes"]);
                self.list(node, "parameters", What::Parameter);
                self.one(node, "requestBody", What::Body);
                self.map(node, "responses", What::Response);
            }
            What::Parameter | What::Header => {
                if tree.get(node, "$ref").is_none()
                    && tree.get(node, "schema").is_none()
                    && tree.get(node, "content").is_none()
                {
                    let keys: &[&str] = if what == What::Header || tree.get(node, "in").is_some() {
                        &["type"]
                    } else {
                        &[]
                    };
                    self.forbid(node, keys);
                }
                let place = tree.get(node, "in").and_then(|node| tree.str(node));
                if what == What::Parameter && matches!(place, Some("body" | "formData")) {
                    self.fault(node, "is a body parameter");
                }
                self.one(node, "schema", What::Schema);
                self.map(node, "content", What::MediaType);
            }
            What::Body => self.map(node, "content", What::MediaType),
            What::Response => {
                if tree.get(node, "$ref").is_none() && tree.get(node, "content").is_none() {
                    self.forbid(node, &["schema"]);
                }
                self.map(node, "headers", What::Header);
                self.map(node, "content", What::MediaType);
            }
            What::MediaType => {
                self.one(node, "schema", What::Schema);
                self.one(node, "itemSchema", What::Schema);
            }
        }
    }

    fn schema(&mut self, node: NodeId) {
        let tree = self.tree;
        self.forbid(node, &["nullable", "x-nullable", "example", "additionalItems"]);
        for (key, value) in tree
            .entries(node)
            .iter()
            .map(|entry| (&*entry.key, tree.value(entry.value)))
        {
            let good = match (key, value) {
                ("exclusiveMinimum" | "exclusiveMaximum" | "required", Value::Bool(_)) => false,
                ("items", Value::Array(_)) | ("discriminator", Value::String(_)) => false,
                ("definitions" | "dependencies", Value::Object(members)) => {
                    key == "definitions"
                        && members.iter().all(|member| {
                            tree.get(node, "$defs")
                                .is_some_and(|defs| tree.get(defs, &member.key).is_some())
                        })
                }
                ("examples", value) => matches!(value, Value::Array(_)),
                ("type", Value::String(word)) => is_type(word),
                ("type", Value::Array(words)) => {
                    words.len() != 1 && words.iter().all(|&word| tree.str(word).is_some_and(is_type))
                }
                ("type", _) => false,
                ("$ref", Value::String(text)) => self.means_the_same(node, text),
                _ => true,
            };
            if !good {
                self.fault(node, key);
            }
        }
        for key in ["properties", "patternProperties", "$defs", "dependentSchemas"] {
            self.map(node, key, What::Schema);
        }
        for key in [
            "items",
            "prefixItems",
            "contains",
            "additionalProperties",
            "propertyNames",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
        ] {
            self.one(node, key, What::Schema);
        }
    }

    /// Whether a reference leads where it led before; one whose target is gone may lead nowhere.
    fn means_the_same(&self, schema: NodeId, text: &str) -> bool {
        let before = self.tree.get(schema, "$ref").and_then(|node| self.meanings.get(&node));
        match (before, self.tree.resolve(schema, text)) {
            (Some(before), Ok(now)) => *before == now,
            (Some(before), Err(_)) => !self.standing.contains(before),
            (None, _) => true,
        }
    }

    fn forbid(&mut self, node: NodeId, keys: &[&str]) {
        for key in keys {
            if self.tree.get(node, key).is_some() {
                self.fault(node, key);
            }
        }
    }

    fn fault(&mut self, node: NodeId, what: &str) {
        self.found.push(format!("{}: `{what}`", self.tree.pointer(node)));
    }
}

fn is_type(word: &str) -> bool {
    ["string", "object", "array", "integer", "number", "boolean", "null"].contains(&word)
}
