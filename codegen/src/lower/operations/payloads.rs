//! What servers send by themselves: webhooks and callbacks. They become types; whoever receives them reads the rest in their
//! documentation.

use super::bodies::MAX_MEDIA_TYPES;
use super::operation_docs;
use super::signatures::Signatures;
use crate::diag::Problem;
use crate::ir::{Content, Docs, Event, EventId, Owner, PathStep, Type};
use crate::lower::Lower;
use crate::openapi::document::{self, Document, Parameter};
use crate::tree::print::to_json;
use std::sync::Arc;

/// The callbacks of an operation: each is as much code as an operation, and ten thousand take the compiler more than 2 GB.
const MAX_CALLBACKS: usize = 500;

impl Lower<'_, '_> {
    /// Webhooks and callbacks: payloads that the server sends.
    pub(in crate::lower) fn events(&mut self, document: &Document) {
        let mut all: Vec<&(Arc<str>, document::Operation)> = document.webhooks.iter().collect();
        for operation in &document.operations {
            all.extend(self.first_callbacks(&operation.callbacks));
        }
        let mut signatures = Signatures::default();
        for (index, (name, operation)) in all.into_iter().enumerate() {
            let id = EventId::from_index(index);
            self.owners.insert(operation.node, Owner::Event(id));
            let owner = Owner::Event(id);
            self.media_left = MAX_MEDIA_TYPES;
            let contents = match &operation.body {
                Some(body) => {
                    let base = self.base_of_body(body, &owner);
                    self.contents(&body.content, &base, &|media| PathStep::Request(media), true)
                }
                None => Vec::new(),
            };
            let docs = self.event_docs(name, operation, &contents);
            let event = Event {
                name: operation.id.clone().unwrap_or_else(|| name.to_string()),
                signature: signatures.take(&operation.signature, &contents),
                contents,
                docs,
                origin: self.origin(operation.node),
            };
            self.api.events.push(event);
        }
        for node in signatures.unused() {
            let reason = "nothing that it is about is sent as JSON".to_owned();
            self.report(node, Problem::UnusableSignature { reason });
        }
    }

    /// As many callbacks as an operation may have.
    fn first_callbacks<'d>(
        &mut self,
        callbacks: &'d [(Arc<str>, document::Operation)],
    ) -> &'d [(Arc<str>, document::Operation)] {
        let (first, rest) = callbacks.split_at(callbacks.len().min(MAX_CALLBACKS));
        if let Some((_, next)) = rest.first() {
            let (what, limit) = ("callbacks", MAX_CALLBACKS);
            self.report(next.node, Problem::WideOperation { what, limit });
        }
        first
    }

    /// What is said of a webhook or callback, and of what it sends where.
    fn event_docs(&self, name: &Arc<str>, operation: &document::Operation, contents: &[Content]) -> Docs {
        let mut docs = operation_docs(operation);
        let mut paragraphs: Vec<String> = docs.description.take().into_iter().collect();
        paragraphs.extend(operation.body.as_ref().and_then(|body| body.description.clone()));
        // The key of a callback's path item is an expression (OpenAPI 3.1 section 4.8.18.1).
        if operation.path != *name {
            paragraphs.push(format!("Is sent to {}.", code(&operation.path)));
        }
        paragraphs.extend(self.untyped_payloads(operation, contents));
        paragraphs.extend(
            operation
                .parameters
                .iter()
                .map(|parameter| self.parameter_line(parameter)),
        );
        docs.description = Some(paragraphs.join("\n\n")).filter(|text| !text.is_empty());
        docs
    }

    /// The payloads that have no type of their own, as CommonMark.
    fn untyped_payloads(&self, operation: &document::Operation, contents: &[Content]) -> Vec<String> {
        let tree = self.schemas.tree();
        let media_types = operation.body.iter().flat_map(|body| &body.content);
        let untyped = media_types.filter(|media| {
            let mut known = contents.iter().filter(|content| content.media_type == *media.name);
            !known.any(|content| matches!(content.ty.as_ref().map(|ty| &ty.ty), Some(Type::Named { .. })))
        });
        let line = |media: &document::MediaType| {
            let schema = media
                .schema
                .or(media.item_schema)
                .map(|schema| code(&to_json(tree, schema)));
            let schema = schema.map_or_else(String::new, |schema| format!(": {schema}"));
            format!("Sends {}{schema}", code(&media.name))
        };
        untyped.map(line).collect()
    }

    /// A parameter of a request that is received, as CommonMark.
    fn parameter_line(&self, parameter: &Parameter) -> String {
        let place = match &*parameter.location {
            "header" => "Header",
            "cookie" => "Cookie",
            "path" => "Path parameter",
            _ => "Query parameter",
        };
        let content = parameter.content.as_ref();
        let schema = parameter.schema.or_else(|| content.and_then(|content| content.schema));
        let schema = schema.map(|schema| code(&to_json(self.schemas.tree(), schema)));
        let words = [
            schema,
            content.map(|content| code(&content.name)),
            parameter.required.then(|| "required".to_owned()),
            parameter.deprecated.then(|| "deprecated".to_owned()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        let mut line = format!("{place} {}", code(&parameter.name));
        if !words.is_empty() {
            line.push_str(&format!(" ({})", words.join(", ")));
        }
        match &parameter.description {
            Some(text) => format!("{line}: {text}"),
            None => line,
        }
    }
}

/// A text of the document in CommonMark.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
