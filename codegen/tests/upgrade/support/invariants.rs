//! The promises of the upgrade, checked by a walk of its own that knows only the structure of OpenAPI 3.2.

use specwright::tree::{NodeId, Tree, Value};
use std::collections::BTreeSet;

/// What is not as promised, each with its pointer.
pub(crate) fn faults(tree: &Tree, root: NodeId) -> Vec<String> {
    let mut check = Check {
        tree,
        found: Vec::new(),
        seen: BTreeSet::new(),
        open: Vec::new(),
    };
    for key in [
        "swagger",
        "host",
        "basePath",
        "schemes",
        "consumes",
        "produces",
        "securityDefinitions",
    ] {
        if tree.get(root, key).is_some() {
            check.found.push(format!("the document has `{key}`"));
        }
    }
    check.map(root, "paths", What::PathItem);
    check.map(root, "webhooks", What::PathItem);
    if let Some(components) = tree.get(root, "components") {
        for (key, what) in [
            ("schemas", What::Schema),
            ("parameters", What::Parameter),
            ("headers", What::Header),
            ("requestBodies", What::Body),
            ("responses", What::Response),
            ("pathItems", What::PathItem),
            ("mediaTypes", What::MediaType),
        ] {
            check.map(components, key, what);
        }
    }
    while let Some((node, what)) = check.open.pop() {
        check.node(node, what);
    }
    check.found
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    PathItem,
    Parameter,
    Header,
    Body,
    Response,
    MediaType,
    Schema,
}

struct Check<'t> {
    tree: &'t Tree,
    found: Vec<String>,
    seen: BTreeSet<NodeId>,
    open: Vec<(NodeId, What)>,
}

impl Check<'_> {
    fn one(&mut self, holder: NodeId, key: &str, what: What) {
        if let Some(node) = self.tree.get(holder, key) {
            self.open.push((node, what));
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
        if !tree.is_object(node) || !self.seen.insert(node) {
            return;
        }
        if let Some(reference) = tree.get(node, "$ref")
            && let Some(text) = tree.str(reference)
            && let Ok(target) = tree.resolve(reference, text)
            // A reference to a place of another kind is a fault of the document.
            && what == What::Schema
        {
            self.open.push((target, what));
        }
        match what {
            What::Schema => self.schema(node),
            What::PathItem => {
                self.one(node, "parameters", What::Parameter);
                for method in [
                    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
                ] {
                    let Some(operation) = tree.get(node, method) else {
                        continue;
                    };
                    self.forbid(operation, &["consumes", "produces", "schemes"]);
                    self.one(operation, "parameters", What::Parameter);
                    self.one(operation, "requestBody", What::Body);
                    self.map(operation, "responses", What::Response);
                }
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
                    words.len() > 1 && words.iter().all(|&word| tree.str(word).is_some_and(is_type))
                }
                ("type", _) => false,
                ("$ref", Value::String(text)) => {
                    !text.starts_with("#/definitions/") || tree.resolve(node, text).is_ok() || self.is_broken(text)
                }
                _ => true,
            };
            if !good {
                self.found.push(format!("{}: `{key}`", tree.pointer(node)));
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

    /// A reference that led nowhere before is left as it is.
    fn is_broken(&self, text: &str) -> bool {
        let name = text.trim_start_matches("#/definitions/");
        let root = self.tree.document();
        root.and_then(|root| self.tree.lookup(root, &format!("/components/schemas/{name}")))
            .is_none()
    }

    fn forbid(&mut self, node: NodeId, keys: &[&str]) {
        for key in keys {
            if self.tree.get(node, key).is_some() {
                self.fault(node, key);
            }
        }
    }

    fn fault(&mut self, node: NodeId, what: &str) {
        self.found.push(format!("{}: {what}", self.tree.pointer(node)));
    }
}

fn is_type(word: &str) -> bool {
    ["string", "object", "array", "integer", "number", "boolean", "null"].contains(&word)
}
