//! Operations, bodies and responses.

mod bodies;
mod events;
mod examples;
mod pagination;
mod parameters;
mod payloads;
mod responses;
mod security;
mod signatures;
mod twins;

pub(super) use examples::Samples;

use crate::config::Retry;
use crate::diag::Problem;
use crate::ir::{Docs, Operation, OperationId, Owner, Polling, Segment};
use crate::lower::Lower;
use crate::openapi::document::{self, Document};
use bodies::MAX_MEDIA_TYPES;
use std::collections::BTreeSet;

impl Lower<'_, '_> {
    pub(in crate::lower) fn operations(&mut self, document: &Document) {
        self.schemas.reader.duplicate_operation_ids(&document.operations);
        // Owners first: a reference may lead into an operation that comes later.
        for (index, operation) in document.operations.iter().enumerate() {
            let id = OperationId::from_index(index);
            self.owners.insert(operation.node, Owner::Operation(id));
        }
        self.twin_paths(&document.operations);
        self.security_schemes(document);
        for (index, operation) in document.operations.iter().enumerate() {
            let id = OperationId::from_index(index);
            let lowered = self.operation(id, operation, document);
            self.api.operations.push(lowered);
        }
        self.unused_schemes(document);
        self.undeclared_tags();
    }

    fn operation(&mut self, id: OperationId, operation: &document::Operation, document: &Document) -> Operation {
        self.media_left = MAX_MEDIA_TYPES;
        let owner = Owner::Operation(id);
        let mut security = self.requirements(operation, document);
        let params = self.parameters(operation, &owner, &mut security);
        let (segments, params) = self.segments(operation, params);
        let key = operation.place();
        let config = self.config;
        let renames = &config.rename.operations;
        let own = operation
            .id
            .as_deref()
            .and_then(|id| renames.get(id))
            .or_else(|| renames.get(&key));
        let servers = operation.servers.iter().map(|server| self.server(server)).collect();
        Operation {
            id: operation.id.clone(),
            method: operation.method.clone(),
            path: operation.path.to_string(),
            segments,
            docs: operation_docs(operation),
            tags: operation.tags.iter().map(|tag| tag.to_string()).collect(),
            body: operation.body.as_ref().map(|body| self.body_of(body, &owner)),
            responses: self.responses(operation, &owner),
            security,
            any_credential: operation.security.is_none()
                && document.security.is_none()
                && !document.security_schemes.is_empty(),
            servers,
            pagination: self.pagination(operation),
            idempotency_key: idempotency_key(&params),
            never_repeated: operation.never_repeated || self.is_set_never(operation, &key),
            polling: operation.polling.as_ref().map(|said| self.polling(said)),
            params,
            origin: self.origin(operation.node),
            rename: own
                .map(|located| located.value.clone())
                .or_else(|| operation.rust_name.clone()),
        }
    }

    fn polling(&self, said: &document::Polling) -> Polling {
        let tree = self.schemas.tree();
        let ends = |ends: &document::Ends| {
            let ends = ends.iter();
            ends.map(|(value, node)| (value.to_string(), tree.span(*node)))
                .collect()
        };
        Polling {
            status: said.status.clone(),
            span: tree.span(said.place),
            done: ends(&said.done),
            failed: ends(&said.failed),
        }
    }

    /// Whether the settings say that it is sent once.
    fn is_set_never(&self, operation: &document::Operation, key: &str) -> bool {
        let retry = &self.config.retry;
        let own = operation
            .id
            .as_deref()
            .and_then(|id| retry.get(id))
            .or_else(|| retry.get(key));
        matches!(own.map(|located| located.value), Some(Retry::Never))
    }

    /// Cuts the path template at its parameters. A name that nobody declares is a string; a declared one that the template does
    /// not have is left out.
    fn segments(
        &mut self,
        operation: &document::Operation,
        mut params: Vec<crate::ir::Param>,
    ) -> (Vec<Segment>, Vec<crate::ir::Param>) {
        use crate::ir::ParamLocation;
        let names = template_names(&operation.path);
        for name in &names {
            let declared = params
                .iter()
                .any(|param| param.location == ParamLocation::Path && param.name == *name);
            if !declared {
                self.undeclared_path_parameter(operation, name);
                let origin = self.origin(operation.node);
                params.push(parameters::undeclared(name, origin));
            }
        }
        let is_stray =
            |param: &&document::Parameter| &*param.location == "path" && !names.iter().any(|name| *name == *param.name);
        let stray: Vec<_> = operation.parameters.iter().filter(is_stray).collect();
        for param in stray {
            let name = param.name.to_string();
            let location = self.schemas.tree().member_location(param.node, "name");
            self.schemas
                .reader
                .diags
                .push(Problem::StrayPathParameter { name }, location);
        }
        params.retain(|param| param.location != ParamLocation::Path || names.contains(&param.name));
        // Path parameters become positional arguments: in the order of the template.
        params.sort_by_key(|param| match param.location {
            ParamLocation::Path => names
                .iter()
                .position(|name| *name == param.name)
                .unwrap_or(usize::MAX - 1),
            ParamLocation::Query | ParamLocation::QueryString | ParamLocation::Header | ParamLocation::Cookie => {
                usize::MAX
            }
        });
        let segments = template(&operation.path)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => Segment::Text(text.to_owned()),
                Piece::Name(name) => {
                    let found = params
                        .iter()
                        .position(|param| param.location == ParamLocation::Path && param.name == name);
                    found.map_or_else(|| Segment::Text(format!("{{{name}}}")), Segment::Param)
                }
            })
            .collect();
        (segments, params)
    }

    /// At the path. Silent where a faulty parameter of the operation was reported: that is the reason.
    fn undeclared_path_parameter(&mut self, operation: &document::Operation, name: &str) {
        let tree = self.schemas.tree();
        let item = tree.parent(operation.node).unwrap_or(operation.node);
        let location = tree.name_location(item);
        let diags = &mut self.schemas.reader.diags;
        let is_reason = |problem: &Problem| match problem {
            Problem::UnknownParameterLocation { .. } | Problem::IncompleteParameter {} => true,
            Problem::UnknownKeyword { hint, .. } => hint.name() == Some("parameters"),
            _ => false,
        };
        if !diags.has_within(tree.span(item), is_reason) {
            let name = name.to_owned();
            diags.push(Problem::UndeclaredPathParameter { name }, location);
        }
    }

    fn undeclared_tags(&mut self) {
        let mut known: BTreeSet<String> = self.api.tags.iter().map(|tag| tag.name.clone()).collect();
        let used = self.api.operations.iter().flat_map(|operation| &operation.tags);
        for name in used.filter(|name| known.insert((*name).clone())) {
            self.api.tags.push(crate::ir::Tag {
                name: name.clone(),
                description: None,
                rename: None,
            });
        }
    }
}

/// What is said of an operation, and of all operations of its path after it: as its own words where it has none.
fn operation_docs(operation: &document::Operation) -> Docs {
    let own = [&operation.summary, &operation.description];
    let mut paragraphs: Vec<&str> = operation.description.as_deref().into_iter().collect();
    for prose in &operation.path_prose {
        let is_said = own
            .iter()
            .any(|own| own.as_deref().map(str::trim) == Some(prose.trim()));
        if !is_said && !prose.trim().is_empty() && !paragraphs.contains(&prose.as_str()) {
            paragraphs.push(prose);
        }
    }
    let description = paragraphs.join("\n\n");
    Docs {
        title: operation.summary.clone(),
        description: Some(description).filter(|text| !text.is_empty()),
        deprecated: operation.deprecated,
        examples: Vec::new(),
        external_docs: operation.external_docs.clone(),
        ..Docs::default()
    }
}

fn idempotency_key(params: &[crate::ir::Param]) -> Option<String> {
    let is_key = |name: &str| {
        matches!(
            name.to_ascii_lowercase().as_str(),
            "idempotency-key" | "x-idempotency-key"
        )
    };
    let header = params
        .iter()
        .find(|param| param.location == crate::ir::ParamLocation::Header && is_key(&param.name));
    header.map(|param| param.name.clone())
}

enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// Cuts a path template (OpenAPI 3.1 section 4.8.8.2) into text and names. Braces that don't pair are text.
fn template(path: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = path;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        let close = after
            .find('}')
            .filter(|&close| !after[1..close].contains('{') && close > 1);
        let Some(close) = close else {
            let (text, tail) = rest.split_at(open + 1);
            pieces.push(Piece::Text(text));
            rest = tail;
            continue;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Name(&after[1..close]));
        rest = &after[close + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn template_names(path: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in template(path) {
        if let Piece::Name(name) = piece
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}
