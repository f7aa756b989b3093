//! Operations, bodies and answers.

use super::Lower;
use super::evaluate::Way;
use super::path::read_status;
use crate::diag::Problem;
use crate::ir::{
    Body, ComponentKind, Content, ContentKind, Docs, Encoding, Event, EventId, Header, Operation, OperationId, Owner,
    PathStep, Response, Rest, Segment, Shape, Status, StringKind, Type, TypePath, TypeRef,
};
use crate::openapi::document::{self, Document, MediaType};
use std::sync::Arc;

impl Lower<'_> {
    pub(super) fn operations(&mut self, document: &Document) {
        self.reader.duplicate_operation_ids(&document.operations);
        // Owners first: a reference may lead into an operation that comes later.
        for (index, operation) in document.operations.iter().enumerate() {
            let id = OperationId(u32::try_from(index).unwrap_or(u32::MAX));
            self.owners.insert(operation.node, Owner::Operation(id));
        }
        self.security_schemes(document);
        for (index, operation) in document.operations.iter().enumerate() {
            let id = OperationId(u32::try_from(index).unwrap_or(u32::MAX));
            let earlier = document.operations.get(..index).unwrap_or_default();
            let unique = !earlier.iter().any(|other| other.id == operation.id);
            let lowered = self.operation(id, operation, document, unique);
            self.api.operations.push(lowered);
        }
        self.undeclared_tags();
    }

    /// Webhooks and callbacks: payloads that the server sends.
    pub(super) fn events(&mut self, document: &Document) {
        let callbacks = document.operations.iter().flat_map(|operation| &operation.callbacks);
        let all: Vec<&(Arc<str>, document::Operation)> = document.webhooks.iter().chain(callbacks).collect();
        for (index, (name, operation)) in all.into_iter().enumerate() {
            let id = EventId(u32::try_from(index).unwrap_or(u32::MAX));
            self.owners.insert(operation.node, Owner::Event(id));
            let owner = Owner::Event(id);
            let contents = match &operation.body {
                Some(body) => {
                    let base = owned(&owner, body.component.as_ref(), ComponentKind::RequestBody);
                    self.contents(&body.content, &base, &|media| PathStep::Request(media), true)
                }
                None => Vec::new(),
            };
            let event = Event {
                name: operation.id.clone().unwrap_or_else(|| name.to_string()),
                contents,
                docs: operation_docs(operation),
                origin: self.origin(operation.node),
            };
            self.api.events.push(event);
        }
    }

    fn operation(
        &mut self,
        id: OperationId,
        operation: &document::Operation,
        document: &Document,
        unique: bool,
    ) -> Operation {
        let owner = Owner::Operation(id);
        let mut security = self.requirements(operation, document);
        let params = self.parameters(operation, &owner, &mut security);
        let (segments, params) = self.segments(operation, params);
        let key = format!("{} {}", operation.method, operation.path);
        let config = self.config;
        let renames = &config.rename.operations;
        let own = operation
            .id
            .as_deref()
            .and_then(|id| renames.get(id))
            .or_else(|| renames.get(&key));
        let servers = operation.servers.iter().map(|server| self.server(server)).collect();
        Operation {
            id: operation.id.clone().filter(|_| unique),
            method: operation.method.clone(),
            path: operation.path.to_string(),
            segments,
            docs: operation_docs(operation),
            tags: operation.tags.iter().map(|tag| tag.to_string()).collect(),
            body: operation.body.as_ref().map(|body| self.body_of(body, &owner)),
            responses: self.responses(&operation.responses, &owner),
            security,
            servers,
            pagination: self.pagination(operation),
            idempotency_key: idempotency_key(&params),
            params,
            origin: self.origin(operation.node),
            rename: own
                .map(|located| located.value.clone())
                .or_else(|| operation.rust_name.clone()),
        }
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
                self.report(operation.node, Problem::UndeclaredPathParameter { name: name.clone() });
                let origin = self.origin(operation.node);
                params.push(super::parameter::undeclared(name, origin));
            }
        }
        let stray: Vec<String> = params
            .iter()
            .filter(|param| param.location == ParamLocation::Path && !names.contains(&param.name))
            .map(|param| param.name.clone())
            .collect();
        for name in stray {
            self.report(operation.node, Problem::StrayPathParameter { name });
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

    fn body_of(&mut self, body: &document::RequestBody, owner: &Owner) -> Body {
        let base = owned(owner, body.component.as_ref(), ComponentKind::RequestBody);
        let contents = self.contents(&body.content, &base, &|media| PathStep::Request(media), false);
        // A quarter of real bodies does not say whether it is required. One with required members is.
        let mut schemas = body.content.iter().filter_map(|media| media.schema);
        let implied = schemas.any(|schema| self.has_required(schema));
        Body {
            required: body.required.unwrap_or(implied),
            contents,
            docs: Docs {
                description: body.description.clone(),
                ..Docs::default()
            },
            origin: self.origin(body.node),
        }
    }

    /// Whether a schema asks for members: of an object, or of one that it refers to.
    fn has_required(&mut self, node: crate::tree::NodeId) -> bool {
        let base = std::rc::Rc::new(self.path_of(node));
        let merged = self.merge(&[super::merge::Declared { node, base }]);
        !merged.required.is_empty()
    }

    fn responses(&mut self, responses: &[(Arc<str>, document::Response)], owner: &Owner) -> Vec<Response> {
        let mut out: Vec<Response> = Vec::new();
        for (key, response) in responses {
            let status = read_status(key);
            if out.iter().any(|known| known.status == status) {
                self.report(response.node, Problem::UnknownStatus { key: key.to_string() });
                continue;
            }
            if status == Status::Default && !key.eq_ignore_ascii_case("default") {
                self.report(response.node, Problem::UnknownStatus { key: key.to_string() });
            }
            let base = owned(owner, response.component.as_ref(), ComponentKind::Response);
            let own = response.component.is_none();
            let step =
                move |media: Option<String>| PathStep::Response(if own { status } else { Status::Default }, media);
            out.push(Response {
                status,
                docs: Docs {
                    description: response.description.clone(),
                    ..Docs::default()
                },
                headers: response
                    .headers
                    .iter()
                    .map(|header| self.header(header, status, &base))
                    .collect(),
                contents: self.contents(&response.content, &base, &step, true),
                origin: self.origin(response.node),
            });
        }
        // Codes before ranges before `default`: the order in which an answer is looked up.
        out.sort_by_key(|response| response.status);
        out
    }

    fn header(&mut self, header: &document::Parameter, status: Status, base: &TypePath) -> Header {
        let path = match &header.component {
            Some(name) => TypePath {
                owner: Owner::Component(ComponentKind::Header, name.to_string()),
                steps: Vec::new(),
            },
            None => base.then(PathStep::Header(status, header.name.to_string())),
        };
        let schema = header
            .schema
            .or_else(|| header.content.as_ref().and_then(|content| content.schema));
        let ty = schema.map_or_else(
            || TypeRef::new(Type::String(StringKind::Text)),
            |schema| self.use_schema(schema, path),
        );
        self.note_examples(&super::examples::of_parameter(header), &ty, schema, Way::Received);
        Header {
            name: header.name.to_string(),
            required: header.required,
            ty,
            explode: header.explode.unwrap_or(false),
            json: header
                .content
                .as_ref()
                .is_some_and(|content| content_kind(&content.name) == ContentKind::Json),
            docs: Docs {
                description: header.description.clone(),
                deprecated: header.deprecated,
                ..Docs::default()
            },
        }
    }

    /// The representations of a body. Inline schemas are named after the media type only where several have one.
    fn contents(
        &mut self,
        media_types: &[MediaType],
        base: &TypePath,
        step: &dyn Fn(Option<String>) -> PathStep,
        received: bool,
    ) -> Vec<Content> {
        let typed = media_types
            .iter()
            .filter(|media| !matches!(content_kind(&media.name), ContentKind::Text | ContentKind::Binary));
        let several = typed.count() > 1;
        let mut out = Vec::new();
        for media in media_types {
            let mut kind = content_kind(&media.name);
            let path = base.then(step(several.then(|| media.name.to_string())));
            let schema = match kind {
                ContentKind::EventStream | ContentKind::JsonLines => media.item_schema.or(media.schema),
                ContentKind::Json | ContentKind::Form | ContentKind::Multipart => media.schema.or(media.item_schema),
                // What is not a document of values is text or bytes, whatever the schema calls it.
                ContentKind::Text | ContentKind::Binary => None,
            };
            let mut ty = schema.map(|schema| self.use_schema(schema, path));
            if ty.as_ref().is_some_and(|ty| ty.ty == Type::String(StringKind::Binary)) {
                kind = ContentKind::Binary;
                ty = None;
            }
            if received && kind == ContentKind::Json {
                ty = ty.map(|ty| self.answer(ty));
            }
            let encodings = media
                .encoding
                .iter()
                .map(|(property, encoding)| self.encoding(property, encoding, base));
            let encodings = encodings.collect();
            if let (ContentKind::Json, Some(ty)) = (kind, &ty) {
                let way = if received { Way::Received } else { Way::Sent };
                self.note_examples(&media.examples, ty, schema, way);
            }
            out.push(Content {
                media_type: media.name.to_string(),
                kind,
                ty,
                encodings,
                examples: self.examples(&media.examples),
                origin: self.origin(media.node),
            });
        }
        out
    }

    /// An answer that is declared as an object without properties holds what the document does not say: any value.
    fn answer(&self, ty: TypeRef) -> TypeRef {
        let any = TypeRef::new(Type::Any);
        match &ty.ty {
            Type::Map(values) if **values == any && ty.checks.is_empty() => any,
            Type::Named { id, .. } => match self.api.types.get(id.index()).map(|def| &def.shape) {
                Some(Shape::Struct(object)) if object.fields.is_empty() && object.rest == Rest::Ignored => any,
                _ => ty,
            },
            _ => ty,
        }
    }

    fn encoding(&mut self, property: &Arc<str>, encoding: &document::Encoding, base: &TypePath) -> Encoding {
        let headers = encoding
            .headers
            .iter()
            .map(|header| self.header(header, Status::Default, base));
        let headers = headers.collect();
        let styled = encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved.is_some();
        let style = super::parameter::style_word(encoding.style.as_deref()).unwrap_or(crate::ir::Style::Form);
        let explode = encoding.explode.unwrap_or(matches!(style, crate::ir::Style::Form));
        Encoding {
            property: property.to_string(),
            content_type: encoding.content_type.as_deref().map(str::to_owned),
            style: styled.then(|| (style, explode, encoding.allow_reserved.unwrap_or(false))),
            headers,
        }
    }

    fn undeclared_tags(&mut self) {
        let used: Vec<String> = self
            .api
            .operations
            .iter()
            .flat_map(|operation| operation.tags.clone())
            .collect();
        for name in used {
            if !self.api.tags.iter().any(|tag| tag.name == name) {
                self.api.tags.push(crate::ir::Tag {
                    name,
                    description: None,
                });
            }
        }
    }
}

/// Inline schemas of a component are grouped under the component, others under what holds them.
pub(super) fn owned(owner: &Owner, component: Option<&Arc<str>>, kind: ComponentKind) -> TypePath {
    TypePath {
        owner: component.map_or_else(|| owner.clone(), |name| Owner::Component(kind, name.to_string())),
        steps: Vec::new(),
    }
}

fn operation_docs(operation: &document::Operation) -> Docs {
    Docs {
        title: operation.summary.clone(),
        description: operation.description.clone(),
        deprecated: operation.deprecated,
        examples: Vec::new(),
        external_docs: operation.external_docs.clone(),
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

/// The kind of document that a media type or range names (RFC 6838, RFC 6839).
pub(super) fn content_kind(media_type: &str) -> ContentKind {
    let essence = crate::text::essence(media_type);
    match essence.as_str() {
        "application/json" | "text/json" | "*/*" | "application/*" | "json" => ContentKind::Json,
        "application/x-www-form-urlencoded" => ContentKind::Form,
        "text/event-stream" => ContentKind::EventStream,
        "application/jsonl"
        | "application/x-ndjson"
        | "application/ndjson"
        | "application/x-jsonlines"
        | "application/json-seq"
        | "application/jsonlines"
        | "application/stream+json"
        | "application/x-json-stream" => ContentKind::JsonLines,
        "application/xml"
        | "application/javascript"
        | "application/yaml"
        | "application/x-yaml"
        | "application/graphql" => ContentKind::Text,
        essence if essence.starts_with("multipart/") => ContentKind::Multipart,
        essence if essence.ends_with("+json") => ContentKind::Json,
        essence if essence.ends_with("+xml") || essence.starts_with("text/") => ContentKind::Text,
        _ => ContentKind::Binary,
    }
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
