//! Small typed accessors over the node tree, shared by all readers of this module.

use super::resolve::Resolver;
use super::room::Room;
use crate::diag::{Diagnostics, Hint, Problem};
use crate::tree::print::to_json;
use crate::tree::{Entry, NodeId, RefError, Step, Tree, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// References that lead to references are followed this often before they count as a loop.
const MAX_HOPS: usize = 64;

/// A value of so many bytes is shown as it was probably meant.
const MAX_HINT: usize = 60;

/// Reads typed objects out of a tree and reports what is not as it should be.
pub struct Reader<'t, 'd> {
    /// The document, in its latest shape.
    pub tree: &'t Tree,
    /// Where references lead.
    pub refs: Rc<Resolver<'t>>,
    /// What was met so far.
    pub diags: &'d mut Diagnostics,
    /// What references were followed to.
    followed: BTreeSet<NodeId>,
    /// The definitions in schemas, which mean something where a reference leads to them.
    definitions: BTreeSet<NodeId>,
    /// The links of responses: the name of each, where it is used and what it is after references.
    pub(super) links: Vec<(Arc<str>, NodeId, NodeId)>,
    /// How much may still be read.
    room: Room,
    /// The prose of what references lead to, by its keyword: whether a reader of the client sees it anywhere.
    pub(super) seen: BTreeMap<(NodeId, &'static str), bool>,
}

impl<'t, 'd> Reader<'t, 'd> {
    /// A reader for a tree.
    pub fn new(tree: &'t Tree, diags: &'d mut Diagnostics) -> Reader<'t, 'd> {
        Reader::with(tree, Rc::new(Resolver::new(tree)), diags)
    }

    /// A reader for a tree whose references are known.
    pub(super) fn with(tree: &'t Tree, refs: Rc<Resolver<'t>>, diags: &'d mut Diagnostics) -> Reader<'t, 'd> {
        Reader {
            tree,
            refs,
            diags,
            followed: BTreeSet::new(),
            definitions: BTreeSet::new(),
            links: Vec::new(),
            room: Room::default(),
            seen: BTreeMap::new(),
        }
    }

    /// Whether a reference was followed to a node.
    pub(super) fn has_followed(&self, node: NodeId) -> bool {
        self.followed.contains(&node)
    }

    /// Notes the definitions of a schema (JSON Schema Core section 8.2.4).
    pub(super) fn definitions(&mut self, node: NodeId, keyword: &str) {
        let definitions = self.object(node, keyword).iter().map(|entry| entry.value);
        self.definitions.extend(definitions);
    }

    /// Reports the definitions that no reference has led to or into, when all schemas have been read. What has a dynamic anchor is
    /// meant for references that were written out before.
    pub fn unused_definitions(&mut self) {
        let tree = self.tree;
        let mut used: BTreeSet<NodeId> = BTreeSet::new();
        for &target in &self.followed {
            let mut node = Some(target);
            while let Some(at) = node.filter(|at| used.insert(*at)) {
                node = tree.parent(at);
            }
        }
        let is_unused = |node: &NodeId| !used.contains(node) && tree.get(*node, "$dynamicAnchor").is_none();
        let unused: Vec<NodeId> = self.definitions.iter().copied().filter(is_unused).collect();
        for node in unused {
            let (name, section) = match (tree.step(node), tree.parent(node).map(|map| tree.step(map))) {
                (Step::Key(name), Some(Step::Key(section))) => (name.to_string(), section.to_string()),
                _ => continue,
            };
            self.report(node, Problem::UnusedComponent { section, name });
        }
    }

    /// Takes room for parts at a node and for the bytes of their strings, which are read once more. Whether there is room: where it ends is
    /// reported, and no more is read.
    pub(crate) fn take(&mut self, node: NodeId, parts: usize, bytes: usize) -> bool {
        let taken = self.room.take(self.tree, parts, bytes);
        if let Err(Some(limit)) = taken {
            // An earlier reader of the document may have said it.
            let is_it = |problem: &Problem| matches!(problem, Problem::SharedTooOften { .. });
            if !self.diags.iter().any(|diagnostic| is_it(&diagnostic.problem)) {
                self.report(node, Problem::SharedTooOften { limit });
            }
        }
        taken.is_ok()
    }

    /// Takes room for a copy of a value.
    pub(crate) fn take_value(&mut self, node: NodeId) -> bool {
        let extent = self.tree.extent_of(node);
        self.take(node, extent.values, extent.bytes)
    }

    /// Reports a problem at a node.
    pub fn report(&mut self, node: NodeId, problem: Problem) {
        self.diags.push(problem, self.tree.location(node));
    }

    /// Reports that a keyword has a value of the wrong type.
    pub fn ill_typed(&mut self, node: NodeId, keyword: &str, expected: &'static str) {
        self.ill_typed_as(node, keyword, expected, Hint::default());
    }

    fn ill_typed_as(&mut self, node: NodeId, keyword: &str, expected: &'static str, hint: Hint) {
        let problem = Problem::IllTyped {
            keyword: keyword.to_owned(),
            expected,
            found: self.tree.kind(node),
            hint,
        };
        self.report(node, problem);
    }

    /// The members of a node that must be an object; extensions (`x-…`) included.
    pub fn object(&mut self, node: NodeId, what: &str) -> &'t [Entry] {
        let node = self.in_place(node, what);
        let tree = self.tree;
        match tree.value(node) {
            Value::Object(entries) if self.take(node, entries.len(), 0) => entries,
            Value::Object(_) | Value::Null => &[],
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                self.ill_typed(node, what, "an object");
                &[]
            }
        }
    }

    /// The members of an object with patterned fields: `x-…` keys are extensions and left out (OpenAPI 3.1.2, "Specification
    /// Extensions", which Paths, Responses, Callback and OAuth Flows Objects may have).
    pub fn patterned(&mut self, node: NodeId, what: &str) -> impl Iterator<Item = &'t Entry> + use<'t> {
        self.object(node, what)
            .iter()
            .filter(|entry| !entry.key.starts_with("x-"))
    }

    /// The members of a map: every key is a name, as `x-rate` of a header is. What no such member can be is an extension in the
    /// wrong place.
    pub fn map(&mut self, node: NodeId, what: &str) -> impl Iterator<Item = &'t Entry> + use<'t> {
        let tree = self.tree;
        let has_objects = !matches!(what, "mapping" | "scopes");
        let is_member = move |entry: &&Entry| {
            let is_object = matches!(tree.value(entry.value), Value::Object(_));
            !entry.key.starts_with("x-") || is_object == has_objects
        };
        self.object(node, what).iter().filter(is_member)
    }

    /// The elements of a node that must be an array.
    pub fn array(&mut self, node: NodeId, what: &str) -> &'t [NodeId] {
        let node = self.in_place(node, what);
        let tree = self.tree;
        match tree.value(node) {
            Value::Array(items) if self.take(node, items.len(), 0) => items,
            Value::Array(_) | Value::Null => &[],
            Value::Object(_) => {
                self.ill_typed(node, what, "an array");
                &[]
            }
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let list = format!("[{}]", to_json(tree, node));
                let hint = (list.len() <= MAX_HINT).then(|| Hint::from(list));
                let hint = hint.unwrap_or_default();
                self.ill_typed_as(node, what, "an array", hint);
                &[]
            }
        }
    }

    /// A string; numbers and booleans, which YAML makes of unquoted text, are their text.
    pub fn string(&mut self, node: NodeId, what: &str) -> Option<Arc<str>> {
        match self.tree.value(node) {
            Value::String(text) => Some(Arc::clone(text)),
            Value::Number(number) => Some(number.as_str().into()),
            Value::Bool(value) => Some(if *value { "true".into() } else { "false".into() }),
            Value::Null => None,
            Value::Object(_) if is_prose(what) && self.tree.get(node, "$ref").is_some() => {
                let keyword = what.to_owned();
                self.diags
                    .push(Problem::ProseReference { keyword }, self.tree.location(node));
                None
            }
            Value::Array(_) | Value::Object(_) => {
                self.ill_typed(node, what, "a string");
                None
            }
        }
    }

    /// The strings of an array.
    pub fn strings(&mut self, node: NodeId, what: &str) -> Vec<Arc<str>> {
        let items = self.array(node, what);
        items.iter().filter_map(|&item| self.string(item, what)).collect()
    }

    /// A boolean, also in quotes.
    pub fn boolean(&mut self, node: NodeId, what: &str) -> Option<bool> {
        let value = self.tree.bool(node);
        if value.is_none() && !matches!(self.tree.value(node), Value::Null) {
            self.ill_typed(node, what, "a boolean");
        }
        value
    }

    /// A non-negative integer (JSON Schema Validation section 6.3); beyond 64 bits it is the largest one.
    pub fn count(&mut self, node: NodeId, what: &str) -> Option<u64> {
        let number = match self.tree.value(node) {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => text
                .parse::<u64>()
                .ok()
                .map(|count| crate::number::Number::new(count.to_string())),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        let count = number
            .filter(|number| number.is_integer())
            .and_then(|number| number.as_i128());
        match count {
            Some(count) if count >= 0 => Some(u64::try_from(count).unwrap_or(u64::MAX)),
            _ => {
                self.ill_typed(node, what, "a non-negative integer");
                None
            }
        }
    }

    /// The string member `key` of an object.
    pub fn get_string(&mut self, object: NodeId, key: &str) -> Option<Arc<str>> {
        let node = self.tree.get(object, key)?;
        self.string(node, key)
    }

    /// The boolean member `key` of an object.
    pub fn get_boolean(&mut self, object: NodeId, key: &str) -> Option<bool> {
        let node = self.tree.get(object, key)?;
        self.boolean(node, key)
    }

    /// A string member that is not empty.
    pub fn get_text(&mut self, object: NodeId, key: &str) -> Option<String> {
        let text = self.get_string(object, key)?;
        let is_read = !text.trim().is_empty() && self.take(object, 0, text.len());
        is_read.then(|| text.to_string())
    }

    /// An External Documentation Object (OpenAPI 3.1 section 4.8.11) as a line of Markdown.
    pub fn external_docs(&mut self, node: NodeId) -> Option<String> {
        self.known(node, "external documentation object", &["url", "description"]);
        let url = self.get_text(node, "url")?;
        let shown = match url.starts_with("http") {
            true => format!("<{url}>"),
            false => format!("`{url}`"),
        };
        Some(match self.get_text(node, "description") {
            Some(description) => format!("{} {shown}", description.trim()),
            None => format!("See {shown}."),
        })
    }

    /// Follows Reference Objects (OpenAPI 3.1 section 4.8.23) to the object itself. A reference that leads nowhere is
    /// reported, and the result is `None`.
    pub fn follow(&mut self, node: NodeId) -> Option<NodeId> {
        let mut current = node;
        for _ in 0..MAX_HOPS {
            let Some(reference) = self
                .tree
                .get(current, "$ref")
                .filter(|&text| self.tree.str(text).is_some())
            else {
                return Some(current);
            };
            current = self.target(reference)?;
        }
        let reference = self.reference_text(node);
        self.report(node, Problem::ReferenceLoop { reference });
        None
    }

    /// [`Reader::follow`] for a Reference Object, whose `summary` and `description` count.
    pub fn described(&mut self, node: NodeId) -> Option<NodeId> {
        let target = self.follow(node)?;
        if target != node {
            self.siblings(node, &["summary", "description"]);
        }
        Some(target)
    }

    /// What a `$ref` means in the place of something that the standard does not let it replace, such as an operation or a list of
    /// parameters: writers of documents that are split into files put it there, and their tools follow it. It is followed, and
    /// reported. Anything else is itself.
    pub fn in_place(&mut self, node: NodeId, what: &str) -> NodeId {
        let tree = self.tree;
        let reference = tree.get(node, "$ref").filter(|&text| tree.str(text).is_some());
        let Some(reference) = reference else { return node };
        let Some(target) = self.follow(node) else { return node };
        let object = what.to_owned();
        self.report(reference, Problem::ReferenceInPlace { object });
        self.siblings(node, &[]);
        target
    }

    /// Members beside a `$ref` that replaces an object have no effect, but for those that the standard names (OpenAPI 3.1 section
    /// 4.8.23).
    pub fn siblings(&mut self, node: NodeId, allowed: &[&str]) {
        let tree = self.tree;
        for entry in tree.entries(node) {
            let key = &*entry.key;
            if key == "$ref" || allowed.contains(&key) || key.starts_with("x-") {
                continue;
            }
            let keyword = key.to_owned();
            self.diags
                .push(Problem::BesideReference { keyword }, tree.key_location(node, key));
        }
    }

    /// The node that the string node of a `$ref` names; a reference that leads nowhere is reported.
    pub fn target(&mut self, reference: NodeId) -> Option<NodeId> {
        match self.refs.resolve(reference) {
            Ok(target) => {
                self.followed.insert(target);
                self.passed(reference, target);
                Some(target)
            }
            Err(reason) => {
                let text = self.tree.str(reference).unwrap_or_default().to_owned();
                let hint = self.meant(reference, &text);
                self.report(
                    reference,
                    Problem::UnresolvedReference {
                        reference: text,
                        reason,
                        hint,
                    },
                );
                None
            }
        }
    }

    /// Tells that other references are between a reference and what it names.
    fn passed(&mut self, reference: NodeId, target: NodeId) {
        let text = self.tree.str(reference).unwrap_or_default();
        if let Some(passed) = self.tree.passed(reference, text) {
            let (passed, target) = (self.tree.pointer(passed), self.tree.pointer(target));
            self.report(reference, Problem::PassedReference { passed, target });
        }
    }

    /// The name that a reference probably meant where it names one that is not there.
    pub(super) fn meant(&self, node: NodeId, reference: &str) -> Hint {
        match self.tree.resolve(node, reference) {
            Err(RefError::Missing { parent, step, .. }) => {
                let names = self.tree.entries(parent).iter().map(|entry| &*entry.key);
                Hint::new(&step, names)
            }
            Err(RefError::Remote { .. } | RefError::File { .. } | RefError::Anchor { .. }) | Ok(_) => Hint::default(),
        }
    }

    fn reference_text(&self, node: NodeId) -> String {
        let text = self.tree.get(node, "$ref").and_then(|text| self.tree.str(text));
        text.unwrap_or_default().to_owned()
    }

    /// Warns of members that the standard does not know; `x-…` members are extensions.
    pub fn known(&mut self, object: NodeId, what: &'static str, keys: &[&str]) {
        for entry in self.tree.entries(object) {
            let key = &*entry.key;
            if !keys.contains(&key) && !key.starts_with("x-") && key != "$ref" {
                self.unknown(object, what, entry, keys);
            }
        }
    }

    /// Warns of a member that the standard does not know, and says what is lost by it.
    pub(super) fn unknown(&mut self, object: NodeId, what: &'static str, entry: &Entry, keys: &[&str]) {
        let tree = self.tree;
        let loss = match tree.value(entry.value) {
            Value::Object(_) if what == "path item" => "the operation is lost",
            Value::Object(_) | Value::Array(_) => "what it contains is lost",
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => "it has no effect",
        };
        let problem = Problem::UnknownKeyword {
            object: what,
            keyword: entry.key.to_string(),
            loss,
            hint: Hint::new(&entry.key, keys.iter().copied()),
        };
        self.diags.push(problem, tree.key_location(object, &entry.key));
    }
}

/// Keywords whose values are for people: without them nothing is missing from a client.
fn is_prose(keyword: &str) -> bool {
    matches!(keyword, "description" | "summary" | "title")
}
