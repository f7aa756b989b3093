//! Paths, operations, bodies and answers (OpenAPI 3.1 sections 4.8.8 to 4.8.18).

use super::Reader;
use super::document::{Example, MediaType, Operation, Parameter, RequestBody, Response};
use super::signature::Signed;
use crate::diag::Problem;
use crate::tree::{Entry, NodeId, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The fixed methods of a Path Item Object; `query` since 3.2.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

const OPERATION: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
];

const PATH_ITEM: &[&str] = &[
    "summary",
    "description",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
    "additionalOperations",
    "servers",
    "parameters",
];

/// Path items can hold callbacks that hold path items; a reference can make that a loop.
const MAX_CALLBACK_DEPTH: usize = 3;

/// The parameters of a path: the compiler reads a field and an argument for each, and a call needs all.
const MAX_PATH_PARAMETERS: usize = 500;

const EXAMPLE: &[&str] = &[
    "summary",
    "description",
    "value",
    "dataValue",
    "serializedValue",
    "externalValue",
];

impl Reader<'_, '_> {
    pub(super) fn paths(&mut self, document: NodeId) -> Vec<Operation> {
        let Some(paths) = self.tree.get(document, "paths") else {
            return Vec::new();
        };
        let mut operations = Vec::new();
        for entry in self.patterned(paths, "paths") {
            if entry.key.matches('{').count() > MAX_PATH_PARAMETERS {
                let limit = MAX_PATH_PARAMETERS;
                self.diags
                    .push(Problem::WidePath { limit }, self.tree.name_location(entry.value));
                continue;
            }
            self.path_parts(entry);
            self.path_item(&entry.key, entry.value, 0, &mut operations);
        }
        operations
    }

    /// A path is a path only (OpenAPI 3.1 section 4.8.8): what some documents append to tell operations apart is said.
    fn path_parts(&mut self, path: &Entry) {
        let location = self.tree.name_location(path.value);
        for (mark, effect) in [('?', "it is sent as it is"), ('#', "it is not sent")] {
            // A parameter of a template may be called anything.
            let is_outside = |at: &usize| {
                let before = path.key.get(..*at).unwrap_or_default();
                before.matches('{').count() == before.matches('}').count()
            };
            let Some(at) = path.key.find(mark).filter(is_outside) else {
                continue;
            };
            let part = path.key.get(at..).unwrap_or_default();
            let part = part
                .split('#')
                .next()
                .filter(|part| mark == '?' && !part.is_empty())
                .unwrap_or(part);
            let part = part.to_owned();
            self.diags.push(Problem::PathPart { part, effect }, location.clone());
        }
    }

    pub(super) fn webhooks(&mut self, document: NodeId) -> Vec<(Arc<str>, Operation)> {
        let mut out = Vec::new();
        for key in ["webhooks", "x-webhooks"] {
            if let Some(webhooks) = self.tree.get(document, key) {
                self.events(webhooks, 0, &mut out);
            }
        }
        out
    }

    fn events(&mut self, map: NodeId, depth: usize, out: &mut Vec<(Arc<str>, Operation)>) {
        for entry in self.map(map, "webhooks") {
            let mut operations = Vec::new();
            self.path_item(&entry.key, entry.value, depth, &mut operations);
            out.extend(
                operations
                    .into_iter()
                    .map(|operation| (Arc::clone(&entry.key), operation)),
            );
        }
    }

    fn path_item(&mut self, path: &Arc<str>, node: NodeId, depth: usize, out: &mut Vec<Operation>) {
        // A path item may be beside a `$ref` (section 4.8.9.1): what is written here comes on top.
        let Some(target) = self.follow(node) else { return };
        let tree = self.tree;
        if !tree.is_object(target) {
            self.ill_typed(target, "path item", "an object");
            return;
        }
        self.known(target, "path item", PATH_ITEM);
        let mut entries: Vec<&Entry> = tree.entries(target).iter().collect();
        if target != node {
            entries.retain(|entry| tree.get(node, &entry.key).is_none());
            entries.extend(tree.entries(node));
        }
        let shared: Vec<NodeId> = entries
            .iter()
            .filter(|e| &*e.key == "parameters")
            .map(|e| e.value)
            .collect();
        let shared: Vec<Parameter> = shared.into_iter().flat_map(|list| self.parameters(list)).collect();
        if target != node {
            self.known(node, "path item", PATH_ITEM);
        }
        let item = Item {
            place: node,
            node: target,
            path,
            shared: &shared,
            depth,
        };
        let before = out.len();
        for entry in &entries {
            let key = &*entry.key;
            if METHODS.contains(&key) {
                out.extend(self.operation(&item, key.to_ascii_uppercase(), entry.value));
            } else if key == "additionalOperations" {
                for extra in self.map(entry.value, key) {
                    out.extend(self.operation(&item, extra.key.to_string(), extra.value));
                }
            }
        }
        // Of an operation that a misspelt method has lost it was said.
        let is_unknown = |key: &str| !PATH_ITEM.contains(&key) && !key.starts_with("x-");
        let mut lost = entries.iter().filter(|entry| tree.is_object(entry.value));
        if out.len() == before && !lost.any(|entry| is_unknown(&entry.key)) {
            let path = path.to_string();
            self.diags
                .push(Problem::EmptyPath { path }, self.tree.name_location(node));
        }
        self.overridden_parameters(&shared, out.get(before..).unwrap_or_default());
    }

    /// Reports the parameters of a path that each of its operations declares itself (OpenAPI 3.1 section 4.8.9).
    fn overridden_parameters(&mut self, shared: &[Parameter], operations: &[Operation]) {
        for parameter in shared.iter().filter(|_| !operations.is_empty()) {
            let is_it = |own: &Parameter| own.place == parameter.place;
            if !operations
                .iter()
                .any(|operation| operation.parameters.iter().any(is_it))
            {
                let name = parameter.name.to_string();
                self.report(parameter.place, Problem::OverriddenParameter { name });
            }
        }
    }

    fn operation(&mut self, item: &Item<'_>, method: String, node: NodeId) -> Option<Operation> {
        let node = self.in_place(node, "operation");
        if !self.tree.is_object(node) {
            self.ill_typed(node, &method, "an object");
            return None;
        }
        self.known(node, "operation", OPERATION);
        let own = self
            .tree
            .get(node, "parameters")
            .map(|list| self.parameters(list))
            .unwrap_or_default();
        let keys: BTreeSet<_> = own.iter().map(Parameter::key).collect();
        let shared = item.shared.iter().filter(|shared| !keys.contains(&shared.key()));
        let prose = item.shared.iter().filter_map(|shared| shared.description.as_ref());
        let has_room = self.take(node, item.shared.len(), prose.map(String::len).sum());
        let mut parameters: Vec<Parameter> = shared.filter(|_| has_room).cloned().collect();
        parameters.extend(own);
        let docs = self.tree.get(node, "externalDocs");
        let mut servers = self.servers(node);
        for around in [item.place, item.node] {
            if servers.is_empty() {
                servers = self.servers(around);
            }
        }
        let signature = [node, item.place, item.node]
            .into_iter()
            .map(|object| self.signed(object))
            .find(Signed::is_said);
        let signature = signature.unwrap_or_default();
        Some(Operation {
            node,
            path: Arc::clone(item.path),
            method,
            id: self.get_text(node, "operationId"),
            summary: self.get_text(node, "summary"),
            description: self.get_text(node, "description"),
            path_prose: ["summary", "description"]
                .iter()
                .filter_map(|key| self.said(item.place, item.node, key))
                .collect(),
            deprecated: self.get_boolean(node, "deprecated").unwrap_or(false),
            tags: self
                .tree
                .get(node, "tags")
                .map(|tags| self.strings(tags, "tags"))
                .unwrap_or_default(),
            external_docs: docs.and_then(|docs| self.external_docs(docs)),
            parameters,
            body: self
                .tree
                .get(node, "requestBody")
                .and_then(|body| self.request_body(body)),
            responses: self.responses(node),
            callbacks: self.callbacks(node, item.depth),
            security: self.security(node),
            servers,
            rust_name: self.get_text(node, "x-rust-name"),
            pagination: ["x-speakeasy-pagination", "x-ms-pageable"]
                .iter()
                .find_map(|key| self.tree.get(node, key)),
            never_repeated: self.never_repeated(node),
            polling: self.polling(node),
            signature,
        })
    }

    /// `x-retry`, whose only value is `never`.
    fn never_repeated(&mut self, operation: NodeId) -> bool {
        let Some(value) = self.tree.get(operation, "x-retry") else {
            return false;
        };
        let is_never = self.tree.str(value) == Some("never");
        if !is_never {
            self.ill_typed(value, "x-retry", "`never`");
        }
        is_never
    }

    fn callbacks(&mut self, operation: NodeId, depth: usize) -> Vec<(Arc<str>, Operation)> {
        let mut out = Vec::new();
        let Some(callbacks) = self
            .tree
            .get(operation, "callbacks")
            .filter(|_| depth < MAX_CALLBACK_DEPTH)
        else {
            return out;
        };
        for entry in self.patterned(callbacks, "callbacks") {
            let Some(callback) = self.described(entry.value) else {
                continue;
            };
            let mut operations = Vec::new();
            self.events(callback, depth + 1, &mut operations);
            out.extend(
                operations
                    .into_iter()
                    .map(|(_, operation)| (Arc::clone(&entry.key), operation)),
            );
        }
        out
    }

    fn request_body(&mut self, node: NodeId) -> Option<RequestBody> {
        let target = self.described(node)?;
        self.known(target, "request body", &["description", "content", "required"]);
        Some(RequestBody {
            node: target,
            description: self.said(node, target, "description"),
            required: self.get_boolean(target, "required"),
            content: self.contents(target),
        })
    }

    fn responses(&mut self, operation: NodeId) -> Vec<(Arc<str>, Response)> {
        let Some(responses) = self.tree.get(operation, "responses") else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for entry in self.patterned(responses, "responses") {
            if let Some(response) = self.response(entry.value) {
                out.push((Arc::clone(&entry.key), response));
            }
        }
        out
    }

    fn response(&mut self, node: NodeId) -> Option<Response> {
        let target = self.described(node)?;
        self.known(
            target,
            "response",
            &["summary", "description", "headers", "content", "links"],
        );
        self.links(target);
        let said = ["summary", "description"].map(|key| self.said(node, target, key));
        let mut said: Vec<String> = said.into_iter().flatten().collect();
        said.dedup();
        let description = Some(said.join("\n\n")).filter(|text| !text.is_empty());
        if description.is_none() {
            self.report(target, Problem::MissingDescription {});
        }
        Some(Response {
            node: target,
            description,
            headers: self.headers(target),
            content: self.contents(target),
        })
    }

    /// The `content` of a body, a response or a parameter.
    pub(super) fn contents(&mut self, object: NodeId) -> Vec<MediaType> {
        let Some(content) = self.tree.get(object, "content") else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for entry in self.map(content, "content") {
            out.extend(self.media_type(&entry.key, entry.value));
        }
        out
    }

    fn media_type(&mut self, name: &Arc<str>, node: NodeId) -> Option<MediaType> {
        let node = self.described(node)?;
        const KNOWN: &[&str] = &[
            "schema",
            "itemSchema",
            "example",
            "examples",
            "encoding",
            "prefixEncoding",
            "itemEncoding",
        ];
        self.known(node, "media type", KNOWN);
        self.unread_encodings(node, &["prefixEncoding", "itemEncoding"]);
        let mut encoding = Vec::new();
        if let Some(map) = self.tree.get(node, "encoding") {
            for entry in self.map(map, "encoding") {
                encoding.push((Arc::clone(&entry.key), self.encoding(entry.value)));
            }
        }
        let schema = self.tree.get(node, "schema");
        self.idle_direction(schema);
        Some(MediaType {
            node,
            name: Arc::clone(name),
            schema,
            item_schema: self.tree.get(node, "itemSchema"),
            encoding,
            examples: self.examples(node),
        })
    }

    /// `example` and `examples` of a parameter or a media type (OpenAPI 3.1 section 4.8.19).
    pub(super) fn examples(&mut self, object: NodeId) -> Vec<Example> {
        let tree = self.tree;
        let mut out = Vec::new();
        if let Some(value) = tree.get(object, "example") {
            out.push(Example {
                name: None,
                summary: None,
                value,
            });
        }
        let Some(examples) = tree.get(object, "examples") else {
            return out;
        };
        let examples = self.in_place(examples, "examples");
        if !self.take(examples, tree.items(examples).len() + tree.entries(examples).len(), 0) {
            return out;
        }
        match tree.value(examples) {
            Value::Object(entries) => {
                for entry in entries {
                    out.extend(self.example(entry));
                }
            }
            // JSON Schema's form of `examples`, which some documents write here.
            Value::Array(items) => out.extend(items.iter().map(|&value| Example {
                name: None,
                summary: None,
                value,
            })),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.ill_typed(examples, "examples", "an object");
            }
        }
        out
    }

    fn example(&mut self, entry: &Entry) -> Option<Example> {
        let node = self.described(entry.value)?;
        self.known(node, "example", EXAMPLE);
        // `serializedValue` and `externalValue` are strings for the wire, not values.
        let value = ["value", "dataValue"].iter().find_map(|key| self.tree.get(node, key));
        for key in ["serializedValue", "externalValue"] {
            if let Some(other) = self.tree.get(node, key).filter(|_| value.is_some()) {
                let reason = format!("`{key}` is what a value becomes, and no value");
                self.report(other, Problem::UncheckedExample { reason });
            }
        }
        let Some(value) = value else {
            let reason = "it has no `value`".to_owned();
            self.report(node, Problem::UncheckedExample { reason });
            return None;
        };
        Some(Example {
            name: Some(Arc::clone(&entry.key)),
            summary: self.example_prose(node),
            value,
        })
    }

    /// What is said of an example, on one line.
    fn example_prose(&mut self, example: NodeId) -> Option<String> {
        let said = ["summary", "description"].map(|key| self.get_text(example, key));
        let words: Vec<&str> = said.iter().flatten().flat_map(|text| text.split_whitespace()).collect();
        Some(words.join(" ")).filter(|text| !text.is_empty())
    }

    /// Reports operations that share their `operationId`, each with the first one that has it.
    pub fn duplicate_operation_ids(&mut self, operations: &[Operation]) {
        let mut first: BTreeMap<&str, NodeId> = BTreeMap::new();
        for operation in operations {
            let Some(id) = &operation.id else { continue };
            let Some(earlier) = first.get(id.as_str()) else {
                first.insert(id, operation.node);
                continue;
            };
            let place = |node| self.tree.member_location(node, "operationId");
            let related = vec![(place(*earlier), "it is used here first".to_owned())];
            let problem = Problem::DuplicateOperationId { id: id.clone() };
            self.diags.push_related(problem, place(operation.node), related);
        }
    }
}

/// A path item while its operations are read.
struct Item<'a> {
    /// Where it is used: its node, or the reference to it.
    place: NodeId,
    /// Its node, after references.
    node: NodeId,
    path: &'a Arc<str>,
    shared: &'a [Parameter],
    depth: usize,
}
