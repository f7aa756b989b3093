//! What means nothing to a client, as CONTRIBUTING.md lists it ("Nodes without effect").

use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::ir::Api;
use specwright::tree::{Entry, NodeId, Step, Tree, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Keywords that mean nothing to a client.
pub const IDLE: &[&str] = &[
    "x-",
    "$comment",
    "$schema",
    "$vocabulary",
    "jsonSchemaDialect",
    "$self",
    "$id",
    "$anchor",
];

/// Keywords of lists and maps that say nothing where they are empty.
const EMPTY: &[&str] = &[
    "callbacks",
    "components",
    "content",
    "definitions",
    "encoding",
    "examples",
    "headers",
    "links",
    "mapping",
    "mediaTypes",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "required",
    "responses",
    "schemas",
    "scopes",
    "securitySchemes",
    "servers",
    "tags",
    "variables",
    "webhooks",
    "$defs",
];

/// Diagnostics of parts that the client does not have: those parts are named as a whole.
const LEFT_OUT: &[&str] = &[
    "SW0313", "SW0314", "SW0315", "SW0316", "SW0350", "SW0352", "SW0353", "SW0354", "SW0357", "SW0404", "SW0510",
    "SW0514", "SW0515", "SW0517", "SW0518", "SW0522", "SW0533", "SW0603", "SW0608", "SW0609", "SW0612", "SW0614",
    "SW0615", "SW0616", "SW0633", "SW0637", "SW0639", "SW0640", "SW0641", "SW0642", "SW0643", "SW0644", "SW0645",
    "SW0646",
];

/// Diagnostics of a place in an example, which as a whole does not become a test.
const NO_TEST: &[&str] = &["SW0520", "SW0529"];

/// What generating the whole document has shown.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Pointers of the parts that a diagnostic names because the client does not have them.
    absent: BTreeSet<String>,
    /// Pointers of places in examples that are not tests.
    untested: Vec<String>,
    /// Whether the type of each schema is sent, and whether it is received.
    usage: BTreeMap<String, (bool, bool)>,
    /// Pointers of the operations that the settings leave out.
    left_out: BTreeSet<String>,
    /// Pointers of the schemas for which the settings have another type.
    replaced: BTreeSet<String>,
}

impl Known {
    pub(super) fn new(problems: &Diagnostics, api: &Api, config: &Config) -> Known {
        let pointers = |codes: &'static [&'static str]| {
            let problems = problems
                .iter()
                .filter(|problem| codes.contains(&problem.problem.code()));
            let pointers = problems.filter_map(|problem| problem.location.pointer.clone());
            // What is wrong with the place of a parameter is wrong with the parameter, and so on.
            pointers.map(|pointer| match pointer.rsplit_once('/') {
                Some((part, "in" | "name")) if part.contains("/parameters/") || part.starts_with("#/tags/") => {
                    part.to_owned()
                }
                _ => pointer,
            })
        };
        let types = api.types.iter();
        Known {
            absent: pointers(LEFT_OUT).collect(),
            untested: pointers(NO_TEST).collect(),
            usage: types
                .map(|ty| (ty.origin.pointer.to_string(), (ty.usage.sent, ty.usage.received)))
                .collect(),
            left_out: api
                .left_out
                .iter()
                .filter(|name| name.starts_with('#'))
                .cloned()
                .collect(),
            replaced: config.types.keys().map(|name| schema_pointer(name)).collect(),
        }
    }

    /// Whether a diagnostic says that the client does not have this part.
    fn is_left_out(&self, tree: &Tree, node: NodeId) -> bool {
        let pointer = tree.pointer(node);
        let is_example = || {
            let mut steps = pointer.rsplit('/');
            matches!(
                (steps.next(), steps.next(), steps.next()),
                (Some("example"), ..) | (Some("value" | "dataValue"), _, Some("examples")) | (_, Some("examples"), _)
            )
        };
        self.absent.contains(&pointer)
            || self.never_travels(tree, node, &pointer)
            || is_example() && self.untested.iter().any(|place| is_within(place, &pointer))
    }

    /// Whether the settings leave a part out, or have another type for it. What only parts use that are left out is left out too.
    fn is_of_settings(&self, tree: &Tree, node: NodeId, pointer: &str) -> bool {
        let is_left_out = self.left_out.contains(pointer)
            || !self.left_out.is_empty() && pointer.starts_with("#/webhooks")
            || !self.left_out.is_empty() && self.usage.get(pointer) == Some(&(false, false));
        is_left_out || self.replaced.contains(pointer) || tree.get(node, "x-rust-type").is_some()
    }

    /// Whether a property is not in its type, since it travels the other way only (OpenAPI 3.1 section 4.8.24.2).
    fn never_travels(&self, tree: &Tree, node: NodeId, pointer: &str) -> bool {
        let says = |key: &str| tree.get(node, key).and_then(|value| tree.bool(value)) == Some(true);
        let (read_only, write_only) = (says("readOnly"), says("writeOnly"));
        (read_only || write_only)
            && self
                .direction(pointer)
                .is_some_and(|(sent, received)| read_only && !received || write_only && !sent)
    }

    /// Whether the type that a place belongs to is sent, and whether it is received.
    fn direction(&self, pointer: &str) -> Option<(bool, bool)> {
        let around = self.usage.iter().filter(|(place, _)| is_within(pointer, place));
        around.max_by_key(|(place, _)| place.len()).map(|(_, usage)| *usage)
    }

    /// Whether a keyword says what follows from the direction in which its type travels: what is only received is read whatever else
    /// it has, and what a server never gets, or never sends, need not be said.
    fn is_said_by_direction(&self, tree: &Tree, object: NodeId, entry: &Entry) -> bool {
        let says = tree.bool(entry.value);
        let Some((sent, received)) = self.direction(&tree.pointer(object)) else {
            return false;
        };
        match (&*entry.key, says) {
            ("readOnly", Some(true)) | ("additionalProperties" | "unevaluatedProperties", Some(false)) => !sent,
            ("writeOnly", Some(true)) => !received,
            _ => false,
        }
    }
}

/// The pointer of a schema that settings name by its pointer or as a component.
fn schema_pointer(name: &str) -> String {
    match name.starts_with('#') {
        true => name.to_owned(),
        false => format!("#/components/schemas/{name}"),
    }
}

/// Whether a pointer is another one, or leads into what it leads to.
fn is_within(pointer: &str, around: &str) -> bool {
    let rest = pointer.strip_prefix(around);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Everything that can be deleted: all but the root, what is below a keyword that means nothing or has the value that it has
/// anyway, and what is inside of parts that the client does not have.
pub(super) fn nodes(tree: &Tree, root: NodeId, known: &Known) -> Vec<NodeId> {
    let shared = shared_examples(tree, root);
    let receivers = receivers(tree, root);
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        if known.is_of_settings(tree, node, &tree.pointer(node)) {
            continue;
        }
        if node != root {
            found.push(node);
        }
        if known.is_left_out(tree, node) {
            continue;
        }
        let members = tree.entries(node).iter();
        let says_something = |entry: &&Entry| {
            !is_idle(&entry.key)
                && !is_default(tree, node, entry)
                && !is_of_receiver(tree, node, entry, &receivers)
                && !is_of_event(tree, node, entry)
                && !known.is_said_by_direction(tree, node, entry)
                && !is_shared(tree, entry, &shared)
        };
        let members = members.filter(|entry| match names(tree, node) {
            true => !is_of_event(tree, node, entry),
            false => says_something(entry),
        });
        let mut inside: Vec<NodeId> = members.map(|entry| entry.value).collect();
        inside.extend(tree.items(node));
        open.extend(inside.into_iter().rev());
    }
    found
}

/// Whether the keys of an object are names, and no keywords.
fn names(tree: &Tree, node: NodeId) -> bool {
    let is_map = match tree.step(node) {
        Step::Key(key) => matches!(
            &**key,
            "properties" | "schemas" | "headers" | "patternProperties" | "$defs"
        ),
        Step::Root | Step::Index(_) => false,
    };
    // A property may be called `properties`.
    is_map && !tree.parent(node).is_some_and(|around| names(tree, around))
}

/// References to examples that several places have: each example is tested once for each type that reads it.
fn shared_examples(tree: &Tree, root: NodeId) -> BTreeSet<String> {
    let (mut once, mut again) = (BTreeSet::new(), BTreeSet::new());
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let reference = tree.get(node, "$ref").and_then(|target| tree.str(target));
        if let Some(target) = reference.filter(|target| target.contains("/examples/"))
            && !once.insert(target.to_owned())
        {
            again.insert(target.to_owned());
        }
        open.extend(tree.entries(node).iter().map(|entry| entry.value));
        open.extend(tree.items(node));
    }
    again
}

/// Whether an entry is one of several references to an example, or holds nothing else.
fn is_shared(tree: &Tree, entry: &Entry, shared: &BTreeSet<String>) -> bool {
    let is_one = |node: NodeId| {
        let target = tree.get(node, "$ref").and_then(|target| tree.str(target));
        target.is_some_and(|target| shared.contains(target))
    };
    let entries = tree.entries(entry.value);
    is_one(entry.value)
        || &*entry.key == "examples" && !entries.is_empty() && entries.iter().all(|entry| is_one(entry.value))
}

fn is_idle(key: &str) -> bool {
    IDLE.iter()
        .any(|idle| *idle == key || *idle == "x-" && key.starts_with("x-"))
}

/// Whether a keyword has the value that the standard gives it where it is absent, or repeats what the object says in another word.
fn is_default(tree: &Tree, object: NodeId, entry: &Entry) -> bool {
    let text = |key: &str| tree.get(object, key).and_then(|node| tree.str(node));
    let is_false = tree.bool(entry.value) == Some(false);
    match &*entry.key {
        "nullable" if says_nothing(tree, object) => true,
        "required" | "deprecated" | "nullable" | "readOnly" | "writeOnly" | "allowEmptyValue" | "allowReserved"
        | "uniqueItems" => is_false,
        "name" => text("in") == Some("body"),
        "schemes" => matches!(tree.items(entry.value), [only] if tree.str(*only) == Some("https")),
        "type" | "format" | "$ref" if is_raw(tree, object) => true,
        "schema" | "items" if is_empty(tree, entry.value) => true,
        "schema" => {
            is_raw(tree, entry.value)
                && tree
                    .entries(entry.value)
                    .iter()
                    .all(|said| is_type_or_format(&said.key))
        }
        "security" => repeats_document(tree, object, "security", entry.value),
        "additionalProperties" => tree.bool(entry.value) == Some(true) || is_empty(tree, entry.value),
        key if EMPTY.contains(&key) => is_empty(tree, entry.value),
        "style" => {
            // What has no place is a header, or a property of a form, which is written as a query.
            let place = text("in").or_else(|| match holder(tree, object)? {
                "headers" => Some("header"),
                "encoding" => Some("query"),
                _ => None,
            });
            matches!(
                (text("style"), place),
                (Some("form"), Some("query" | "cookie")) | (Some("simple"), Some("path" | "header"))
            )
        }
        "explode" => match text("style").or(default_style(text("in"))) {
            Some("form") => tree.bool(entry.value) == Some(true),
            Some("deepObject") => true,
            _ => is_false,
        },
        "description" => text("description").is_some_and(|own| {
            let around = tree.parent(object).and_then(|around| tree.get(around, "description"));
            own.trim().is_empty()
                || same(text("summary"), own)
                || same(text("title"), own)
                || same(around.and_then(|node| tree.str(node)), own)
        }),
        "summary" => text("summary").is_some_and(|own| {
            let key = match tree.step(object) {
                Step::Key(key) => Some(&**key),
                Step::Root | Step::Index(_) => None,
            };
            own.trim().is_empty() || same(text("description"), own) || same(key, own)
        }),
        "format" => {
            matches!(text("format"), Some("int64" | "double")) && matches!(text("type"), Some("integer" | "number"))
        }
        _ => false,
    }
}

/// Where webhooks and callbacks are written: in their place, or in components that they refer to.
fn receivers(tree: &Tree, root: NodeId) -> Vec<String> {
    let mut found = vec!["#/webhooks/".to_owned()];
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let pointer = tree.pointer(node);
        let reference = tree.get(node, "$ref").and_then(|target| tree.str(target));
        let is_receiver = pointer.starts_with("#/webhooks/") || pointer.contains("/callbacks/");
        found.extend(
            reference
                .filter(|target| is_receiver && target.contains("/pathItems/"))
                .map(|target| format!("{target}/")),
        );
        open.extend(tree.entries(node).iter().map(|entry| entry.value));
        open.extend(tree.items(node));
    }
    found
}

/// Whether this is about the server that receives a webhook or callback, as a client has none, or the tags of one: all payloads are in
/// one place. Whether there is a payload is seen when it is there.
fn is_of_receiver(tree: &Tree, object: NodeId, entry: &Entry, receivers: &[String]) -> bool {
    let pointer = tree.pointer(object);
    let is_one = pointer.contains("/callbacks/") || receivers.iter().any(|place| pointer.starts_with(place.as_str()));
    let is_body = matches!(tree.step(object), Step::Key(key) if &**key == "requestBody");
    match &*entry.key {
        "responses" | "tags" | "security" | "servers" => is_one,
        "required" => is_one && is_body,
        _ => false,
    }
}

/// Whether these are the parts that every event of a stream has, where the schema describes the event and not its data.
fn is_of_event(tree: &Tree, object: NodeId, entry: &Entry) -> bool {
    let pointer = tree.pointer(object);
    match pointer.split_once("/text~1event-stream/itemSchema") {
        Some((_, "")) => &*entry.key == "required",
        Some((_, "/properties")) => matches!(&*entry.key, "event" | "id" | "retry"),
        Some(_) | None => false,
    }
}

fn is_type_or_format(key: &str) -> bool {
    matches!(key, "type" | "format" | "$ref")
}

/// The keyword whose map an object is in.
fn holder(tree: &Tree, object: NodeId) -> Option<&str> {
    match tree.step(tree.parent(object)?) {
        Step::Key(key) => Some(key),
        Step::Root | Step::Index(_) => None,
    }
}

/// Whether a schema says nothing of its values, so that null is one of them anyway.
fn says_nothing(tree: &Tree, schema: NodeId) -> bool {
    let mut keys = tree.entries(schema).iter().map(|entry| &*entry.key);
    keys.all(|key| matches!(key, "title" | "description" | "nullable" | "x-nullable"))
}

/// Whether a schema is that of text or bytes, and says that these are a string, itself or by a reference.
fn is_raw(tree: &Tree, schema: NodeId) -> bool {
    let key = |node: NodeId| match tree.step(node) {
        Step::Key(key) => key.to_ascii_lowercase(),
        Step::Root | Step::Index(_) => String::new(),
    };
    let media = tree
        .parent(schema)
        .filter(|_| key(schema) == "schema")
        .map(key)
        .unwrap_or_default();
    let reference = tree.get(schema, "$ref").and_then(|target| tree.str(target));
    let pointer = reference.and_then(|target| target.strip_prefix('#'));
    let target = tree.document().zip(pointer);
    let target = target.and_then(|(root, pointer)| tree.lookup(root, pointer));
    let ty = tree.get(target.unwrap_or(schema), "type").and_then(|ty| tree.str(ty));
    media.contains('/')
        && !["json", "form", "event-stream"].iter().any(|kind| media.contains(kind))
        && ty == Some("string")
}

/// Whether `security` of an operation repeats that of the document.
fn repeats_document(tree: &Tree, object: NodeId, key: &str, value: NodeId) -> bool {
    let document = tree.document().filter(|root| *root != object);
    let other = document.and_then(|root| tree.get(root, key));
    let schemes = document.and_then(|root| tree.get(tree.get(root, "components")?, "securitySchemes"));
    match other {
        Some(other) => tree.equal(other, value),
        None => schemes.is_none() && is_empty(tree, value),
    }
}

fn default_style(location: Option<&str>) -> Option<&'static str> {
    match location? {
        "query" | "cookie" => Some("form"),
        _ => Some("simple"),
    }
}

fn same(other: Option<&str>, own: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('.').to_owned();
    other.is_some_and(|other| bare(other) == bare(own))
}

/// Whether there is nothing in a list or an object, or only what is empty too.
fn is_empty(tree: &Tree, node: NodeId) -> bool {
    match tree.value(node) {
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.iter().all(|entry| is_empty(tree, entry.value)),
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
