//! A part of a document: some of its operations, with what these need.

use crate::tree::{Entry, NodeId, Tree, Value, unescape_pointer};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// The keys of a Path Item Object that are operations (OpenAPI 3.2 section 4.9); a `$ref` is all that is behind it.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "$ref",
];

/// The maps of components that a document of Swagger 2.0 has at its root.
const ROOT_SECTIONS: &[&str] = &["definitions", "parameters", "responses"];

/// Where an operation is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    section: &'static str,
    path: Arc<str>,
    /// Whether it is one of `additionalOperations`.
    is_additional: bool,
    method: Arc<str>,
}

impl Place {
    /// Whether this is what a page calls so.
    pub(super) fn is(&self, method: &str, path: &str) -> bool {
        let same_method = match self.section {
            "webhooks" => method.eq_ignore_ascii_case("webhook"),
            _ => self.method.eq_ignore_ascii_case(method) || &*self.method == "$ref",
        };
        same_method && &*self.path == path
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.section, &*self.method) {
            ("webhooks", _) => write!(f, "webhook {}", self.path),
            (_, "$ref") => f.write_str(&self.path),
            (_, method) if self.is_additional => write!(f, "{method} {}", self.path),
            (_, method) => write!(f, "{} {}", method.to_ascii_uppercase(), self.path),
        }
    }
}

/// The operations of a document, in its order.
pub(super) fn operations(tree: &Tree, root: NodeId) -> Vec<Place> {
    let mut found = Vec::new();
    for section in ["paths", "webhooks"] {
        for item in tree.get(root, section).map_or(&[][..], |map| tree.entries(map)) {
            for entry in tree.entries(item.value) {
                let place = |is_additional, method: &Arc<str>| Place {
                    section,
                    path: Arc::clone(&item.key),
                    is_additional,
                    method: Arc::clone(method),
                };
                if METHODS.contains(&&*entry.key) {
                    found.push(place(false, &entry.key));
                } else if &*entry.key == "additionalOperations" {
                    found.extend(tree.entries(entry.value).iter().map(|extra| place(true, &extra.key)));
                }
            }
        }
    }
    found
}

/// The part of a document that has these operations and what they need.
pub(super) fn of(tree: &mut Tree, root: NodeId, kept: &[Place]) -> NodeId {
    let mut entries: Vec<Entry> = tree.entries(root).to_vec();
    for section in ["paths", "webhooks"] {
        let Some(at) = entries.iter().position(|entry| &*entry.key == section) else {
            continue;
        };
        match items(tree, entries[at].value, section, kept) {
            Some(items) => entries[at].value = items,
            None => drop(entries.remove(at)),
        }
    }
    let needed = Needed::by(tree, root, &entries);
    let mut left = Vec::new();
    for entry in entries {
        let value = match &*entry.key {
            "components" => needed.components(tree, entry.value),
            "securityDefinitions" => needed.section(tree, entry.value, "securitySchemes"),
            "tags" => Some(needed.tags(tree, entry.value)),
            key if ROOT_SECTIONS.contains(&key) => needed.section(tree, entry.value, key),
            _ => Some(entry.value),
        };
        left.extend(value.map(|value| Entry { value, ..entry }));
    }
    tree.derive(root, Value::Object(left))
}

/// The path items of a section with the operations that are kept; `None` if it has none of them.
fn items(tree: &mut Tree, map: NodeId, section: &str, kept: &[Place]) -> Option<NodeId> {
    let mut items = Vec::new();
    for item in tree.entries(map).to_vec() {
        let is_kept = |is_additional: bool, method: &str| {
            let same = |place: &&Place| place.section == section && place.path == item.key;
            let mut here = kept.iter().filter(same);
            here.any(|place| place.is_additional == is_additional && &*place.method == method)
        };
        let (mut left, mut has_operation) = (Vec::new(), false);
        for entry in tree.entries(item.value).to_vec() {
            let key = &*entry.key;
            if METHODS.contains(&key) {
                has_operation |= is_kept(false, key);
                left.extend(is_kept(false, key).then_some(entry));
            } else if key == "additionalOperations" {
                let extra = tree.entries(entry.value).iter();
                let extra: Vec<Entry> = extra.filter(|extra| is_kept(true, &extra.key)).cloned().collect();
                if !extra.is_empty() {
                    has_operation = true;
                    let value = tree.derive(entry.value, Value::Object(extra));
                    left.push(Entry { value, ..entry });
                }
            } else {
                left.push(entry);
            }
        }
        if has_operation {
            let value = tree.derive(item.value, Value::Object(left));
            items.push(Entry { value, ..item });
        }
    }
    (!items.is_empty()).then(|| tree.derive(map, Value::Object(items)))
}

/// What operations need: components by section and name, and tags.
#[derive(Default)]
struct Needed {
    components: BTreeSet<(String, String)>,
    tags: BTreeSet<Arc<str>>,
}

impl Needed {
    /// What the entries of a root need that are not themselves components.
    fn by(tree: &Tree, root: NodeId, entries: &[Entry]) -> Needed {
        let mut needed = Needed::default();
        let is_component =
            |key: &str| key == "components" || key == "securityDefinitions" || ROOT_SECTIONS.contains(&key);
        let own = entries.iter().filter(|entry| !is_component(&entry.key));
        let mut open: Vec<NodeId> = own
            .filter(|entry| &*entry.key != "tags")
            .map(|entry| entry.value)
            .collect();
        // The requirements of the whole document.
        needed.security(
            tree,
            entries
                .iter()
                .find(|entry| &*entry.key == "security")
                .map(|entry| entry.value),
        );
        while let Some(node) = open.pop() {
            needed.object(tree, node);
            let mut found = Vec::new();
            match tree.value(node) {
                Value::String(text) => found.extend(component(text)),
                Value::Array(items) => open.extend(items),
                Value::Object(entries) => open.extend(entries.iter().map(|entry| entry.value)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
            found.extend(mapped(tree, node));
            for (section, name) in found {
                if needed.components.insert((section.clone(), name.clone())) {
                    open.extend(find(tree, root, &section, &name));
                }
            }
        }
        needed
    }

    /// The tags and the security schemes that an operation names.
    fn object(&mut self, tree: &Tree, node: NodeId) {
        self.security(tree, tree.get(node, "security"));
        let tags = tree.get(node, "tags").map_or(&[][..], |tags| tree.items(tags));
        self.tags
            .extend(tags.iter().filter_map(|&tag| tree.str(tag)).map(Arc::from));
    }

    fn security(&mut self, tree: &Tree, requirements: Option<NodeId>) {
        let requirements = requirements.map_or(&[][..], |list| tree.items(list)).iter();
        let schemes = requirements.flat_map(|&requirement| tree.entries(requirement));
        self.components
            .extend(schemes.map(|scheme| ("securitySchemes".to_owned(), scheme.key.to_string())));
    }

    fn components(&self, tree: &mut Tree, components: NodeId) -> Option<NodeId> {
        let mut left = Vec::new();
        for entry in tree.entries(components).to_vec() {
            let value = match entry.key.starts_with("x-") {
                true => Some(entry.value),
                false => self.section(tree, entry.value, &entry.key),
            };
            left.extend(value.map(|value| Entry { value, ..entry }));
        }
        (!left.is_empty()).then(|| tree.derive(components, Value::Object(left)))
    }

    fn section(&self, tree: &mut Tree, map: NodeId, section: &str) -> Option<NodeId> {
        let is_needed = |entry: &&Entry| {
            let key = (section.to_owned(), entry.key.to_string());
            self.components.contains(&key)
        };
        let left: Vec<Entry> = tree.entries(map).iter().filter(is_needed).cloned().collect();
        (!left.is_empty()).then(|| tree.derive(map, Value::Object(left)))
    }

    fn tags(&self, tree: &mut Tree, tags: NodeId) -> NodeId {
        let name = |&tag: &NodeId| tree.get(tag, "name").and_then(|name| tree.str(name));
        let is_used = |tag: &NodeId| name(tag).is_none_or(|name| self.tags.contains(name));
        let left = tree.items(tags).iter().copied().filter(is_used).collect();
        tree.derive(tags, Value::Array(left))
    }
}

/// The component that a reference names.
fn component(reference: &str) -> Option<(String, String)> {
    let mut steps = reference.strip_prefix("#/")?.split('/');
    let section = match steps.next()? {
        "components" => steps.next()?,
        section => section,
    };
    let name = crate::text::percent_decode(steps.next()?);
    Some((section.to_owned(), unescape_pointer(&name).into_owned()))
}

/// The schemas that the mapping of a Discriminator Object names by their name alone (OpenAPI 3.1 section 4.8.25).
fn mapped(tree: &Tree, node: NodeId) -> Vec<(String, String)> {
    let discriminator = tree.get(node, "discriminator");
    let mapping = discriminator.and_then(|discriminator| tree.get(discriminator, "mapping"));
    let targets = mapping.map_or(&[][..], |mapping| tree.entries(mapping)).iter();
    let names = targets.filter_map(|entry| tree.str(entry.value));
    names.map(|name| ("schemas".to_owned(), name.to_owned())).collect()
}

fn find(tree: &Tree, root: NodeId, section: &str, name: &str) -> Option<NodeId> {
    let components = tree.get(root, "components");
    let maps = [components, Some(root)].into_iter().flatten();
    let mut found = maps.filter_map(|map| tree.get(tree.get(map, section)?, name));
    found.next()
}
