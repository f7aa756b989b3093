//! Where references lead: files and JSON pointers, `$id` and `$anchor`.
//!
//! JSON Schema Core section 8.2: a reference is resolved against the base URI, which is the file or the nearest `$id`.

use super::places::is_schema_place;
use crate::text::percent_decode;
use crate::tree::{NodeId, RefError, Step, Tree};
use crate::uri::join;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Resolves the references of one tree.
pub struct Resolver<'t> {
    tree: &'t Tree,
    identified: Identified,
}

/// What `$id`, `$anchor` and `$dynamicAnchor` name. Most documents have none.
#[derive(Default)]
struct Identified {
    ids: BTreeMap<String, NodeId>,
    anchors: BTreeMap<(NodeId, Arc<str>), NodeId>,
}

impl<'t> Resolver<'t> {
    /// Collects the identifiers of a tree.
    pub fn new(tree: &'t Tree) -> Resolver<'t> {
        let mut resolver = Resolver {
            tree,
            identified: Identified::default(),
        };
        let mut stray = Vec::new();
        for &(_, root) in tree.roots() {
            resolver.collect(root, root, "", 0, &mut stray);
        }
        // What is under keywords that nobody knows counts where nothing else is called so.
        for (id, node) in stray {
            resolver.identified.ids.entry(id).or_insert(node);
        }
        resolver
    }

    /// The node that the string node of a reference names.
    ///
    /// # Errors
    /// Why it names none, as part of a sentence.
    pub fn resolve(&self, reference: NodeId) -> Result<NodeId, String> {
        if let Some(target) = self.tree.pinned(reference) {
            return Ok(target);
        }
        let text = self.tree.str(reference).unwrap_or_default();
        self.resolve_text(reference, text)
    }

    /// The node that a reference names which is written at `from`.
    ///
    /// # Errors
    /// Why it names none, as part of a sentence.
    pub fn resolve_text(&self, from: NodeId, text: &str) -> Result<NodeId, String> {
        if let Some(node) = self.by_identifier(from, text) {
            return Ok(node);
        }
        self.tree.resolve(from, text).or_else(|error| match &error {
            RefError::Anchor { root, name } => {
                let anchor = self.identified.anchors.get(&(*root, name.as_str().into()));
                anchor.copied().ok_or_else(|| error.to_string())
            }
            RefError::Remote { .. } | RefError::File { .. } | RefError::Missing { .. } => Err(error.to_string()),
        })
    }

    fn by_identifier(&self, from: NodeId, text: &str) -> Option<NodeId> {
        if self.identified.ids.is_empty() && self.identified.anchors.is_empty() {
            return None;
        }
        let (target, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (base, base_uri) = self.base(from);
        let resource = if target.is_empty() {
            base
        } else {
            *self.identified.ids.get(join(&base_uri, target).trim_end_matches('#'))?
        };
        if fragment.is_empty() {
            // `#` alone means the resource only where an `$id` made one; otherwise the file's own rules hold.
            return Some(resource);
        }
        if fragment.starts_with('/') {
            let pointer = percent_decode(fragment);
            return self.tree.lookup(resource, &pointer);
        }
        self.identified
            .anchors
            .get(&(resource, percent_decode(fragment).into()))
            .copied()
    }

    /// The nearest resource root around a node, and its absolute URI.
    fn base(&self, node: NodeId) -> (NodeId, String) {
        let mut chain = Vec::new();
        let mut current = node;
        loop {
            chain.push(current);
            match self.tree.parent(current) {
                Some(parent) => current = parent,
                None => break,
            }
        }
        let mut base = (current, String::new());
        for &ancestor in chain.iter().rev() {
            if let Some(id) = self.id(ancestor) {
                let uri = join(&base.1, &id);
                base = (ancestor, uri);
            }
        }
        base
    }

    fn id(&self, node: NodeId) -> Option<String> {
        let id = self.tree.get(node, "$id").or_else(|| self.tree.get(node, "$self"))?;
        let id = self.tree.str(id)?;
        let id = id.trim_end_matches('#');
        // A fragment in `$id` was how draft 6 wrote anchors; it makes no resource.
        (!id.is_empty() && !id.contains('#')).then(|| id.to_owned())
    }

    fn collect(&mut self, node: NodeId, resource: NodeId, base: &str, depth: usize, stray: &mut Vec<(String, NodeId)>) {
        // Readers refuse deeper nesting; this only guards trees that were built by hand.
        if depth > 1024 {
            return;
        }
        let tree = self.tree;
        let mut resource = resource;
        let mut uri = None;
        let may_be_named = tree.entries(node).iter().any(|entry| entry.key.starts_with('$'));
        if may_be_named && !is_data(tree, node) {
            if let Some(id) = self.id(node) {
                let absolute = join(base, &id);
                match is_schema_place(tree, node) {
                    true => drop(self.identified.ids.entry(absolute.clone()).or_insert(node)),
                    false => stray.push((absolute.clone(), node)),
                }
                resource = node;
                uri = Some(absolute);
            }
            for key in ["$anchor", "$dynamicAnchor"] {
                if let Some(anchor) = tree.get(node, key).and_then(|anchor| tree.str(anchor)) {
                    self.identified.anchors.entry((resource, anchor.into())).or_insert(node);
                }
            }
        }
        let base = uri.as_deref().unwrap_or(base);
        for entry in tree.entries(node) {
            self.collect(entry.value, resource, base, depth + 1, stray);
        }
        for &item in tree.items(node) {
            self.collect(item, resource, base, depth + 1, stray);
        }
    }
}

/// Values of these keywords are data, not schemas: what looks like an identifier in them is none.
fn is_data(tree: &Tree, node: NodeId) -> bool {
    let mut current = Some(node);
    while let Some(node) = current {
        if let Step::Key(key) = tree.step(node)
            && matches!(&**key, "const" | "enum" | "default" | "example" | "examples")
            && !matches!(
                parent_key(tree, node),
                Some("properties" | "patternProperties" | "$defs" | "schemas")
            )
        {
            return true;
        }
        current = tree.parent(node);
    }
    false
}

fn parent_key(tree: &Tree, node: NodeId) -> Option<&str> {
    match tree.step(tree.parent(node)?) {
        Step::Key(key) => Some(key),
        Step::Root | Step::Index(_) => None,
    }
}
