//! Responses held against a document: what the document does not say, with how many responses say it.

use super::compare::{Comparison, Untrue};
use super::response::{Body, Of, Response, Responses, essence};
use super::shape::Shape;
use crate::openapi::document::{Document, MediaType, Operation};
use crate::openapi::routes;
use crate::tree::NodeId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a document does not say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Finding {
    /// A schema is not true.
    Schema(NodeId, Untrue),
    /// An operation has no such status.
    Status { operation: NodeId, status: u16 },
    /// A response, with its key, has content where none is documented.
    Content {
        operation: NodeId,
        response: NodeId,
        key: Arc<str>,
    },
    /// A response has no such media type.
    Media {
        operation: NodeId,
        response: NodeId,
        key: Arc<str>,
        media: Arc<str>,
    },
    /// A media type has no schema.
    NoSchema(NodeId),
    /// A response has no body where one is documented.
    Empty {
        operation: NodeId,
        response: NodeId,
        key: Arc<str>,
    },
}

/// Which responses show it.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    pub(super) responses: usize,
    /// By method and path.
    pub(super) operations: BTreeSet<String>,
    /// What was seen there.
    pub(super) bodies: BTreeSet<Body>,
    /// The examples, by pointer, and whether a client cannot read them for it.
    pub(super) fatal: bool,
}

/// All findings, in the order of the document.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) list: BTreeMap<Finding, Evidence>,
    /// Media types and emptiness of each documented response, with how often they were seen.
    pub(super) seen: BTreeMap<NodeId, BTreeMap<Option<Arc<str>>, usize>>,
    /// Responses to requests that the document does not know, by method and path template or alone.
    pub(super) unknown: usize,
}

/// Holds all responses against the document.
pub(super) fn find<'t>(
    document: &Document<'t>,
    comparison: &mut Comparison<'t, '_>,
    responses: &Responses,
) -> Findings {
    let mut search = Search {
        document,
        comparison,
        findings: Findings::default(),
        media_types: BTreeMap::new(),
    };
    if responses
        .counts
        .keys()
        .any(|response| matches!(response.of, Of::Example(_)))
    {
        search.index();
    }
    for (response, &count) in &responses.counts {
        search.response(response, count);
    }
    search.findings
}

struct Search<'a, 't, 'd> {
    document: &'a Document<'t>,
    comparison: &'a mut Comparison<'t, 'd>,
    findings: Findings,
    /// The media types of responses, by pointer, for examples.
    media_types: BTreeMap<String, (&'a Operation, &'a MediaType)>,
}

impl<'a> Search<'a, '_, '_> {
    fn index(&mut self) {
        let document = self.document;
        for operation in &document.operations {
            for media in operation.responses.iter().flat_map(|(_, response)| &response.content) {
                let pointer = document.tree.pointer(media.node);
                self.media_types.entry(pointer).or_insert((operation, media));
            }
        }
    }

    fn response(&mut self, response: &Response, count: usize) {
        let document = self.document;
        let (operation, status) = match &response.of {
            Of::Template { method, path, status } => (routes::by_template(document, method, path), *status),
            Of::Url { method, path, status } => {
                let route = routes::by_url(document, method, path);
                (route.map(|route| route.operation), *status)
            }
            Of::Example(pointer) => return self.example(pointer, &response.body),
        };
        match operation {
            Some(operation) => self.of_operation(operation, status, &response.body, count),
            None => self.findings.unknown += count,
        }
    }

    fn note(&mut self, finding: Finding, operation: &Operation, body: Body, count: usize) {
        let evidence = self.findings.list.entry(finding).or_default();
        evidence.responses += count;
        evidence.bodies.insert(body);
        let name = operation.place();
        evidence.operations.insert(name);
    }

    fn of_operation(&mut self, operation: &'a Operation, status: u16, body: &Body, count: usize) {
        let node = operation.node;
        let Some((key, response)) = documented(operation, status) else {
            // What is interim, a redirect or an error page of a proxy is not the operation's.
            if is_own(status, body) {
                self.note(
                    Finding::Status {
                        operation: node,
                        status,
                    },
                    operation,
                    body.clone(),
                    count,
                );
            }
            return;
        };
        let media: Option<Arc<str>> = body.media().map(Into::into);
        *self
            .findings
            .seen
            .entry(response.node)
            .or_default()
            .entry(media.clone())
            .or_default() += count;
        let (response_node, key) = (response.node, Arc::clone(key));
        let bodiless = operation.method == "HEAD" || matches!(status, 204 | 205 | 304);
        match (body, response.content.as_slice()) {
            (Body::Empty, []) => {}
            (Body::Empty, _) if bodiless => {}
            (Body::Empty, _) => {
                let finding = Finding::Empty {
                    operation: node,
                    response: response_node,
                    key,
                };
                self.note(finding, operation, body.clone(), count);
            }
            (_, []) => {
                let finding = Finding::Content {
                    operation: node,
                    response: response_node,
                    key,
                };
                self.note(finding, operation, body.clone(), count);
            }
            (_, content) => match choose(content, body) {
                Some(chosen) => self.body(chosen, body, operation, count),
                None => {
                    let media = media.unwrap_or_else(|| "application/octet-stream".into());
                    let finding = Finding::Media {
                        operation: node,
                        response: response_node,
                        key,
                        media,
                    };
                    self.note(finding, operation, body.clone(), count);
                }
            },
        }
    }

    fn body(&mut self, media: &MediaType, body: &Body, operation: &Operation, count: usize) {
        let Body::Json { shape, .. } = body else { return };
        if !is_json(&media.name) {
            return;
        }
        let Some(schema) = media.schema else {
            if super::schema::is_telling(shape) {
                self.note(Finding::NoSchema(media.node), operation, body.clone(), count);
            }
            return;
        };
        // A property that is missing in many items of a list is still missing in one response.
        let mut found: BTreeMap<Finding, (BTreeSet<Body>, bool)> = BTreeMap::new();
        for fault in self.comparison.body(schema, shape) {
            let finding = Finding::Schema(fault.schema, fault.untrue);
            let (bodies, fatal) = found.entry(finding).or_default();
            bodies.insert(Body::Json {
                media: None,
                shape: fault.shape,
            });
            *fatal |= fault.fatal;
        }
        for (finding, (bodies, fatal)) in found {
            for (index, body) in bodies.into_iter().enumerate() {
                let count = if index == 0 { count } else { 0 };
                self.note(finding.clone(), operation, body, count);
            }
            if let Some(evidence) = self.findings.list.get_mut(&finding) {
                evidence.fatal |= fatal;
            }
        }
    }

    fn example(&mut self, pointer: &str, body: &Body) {
        if let Some(&(operation, media)) = self.media_types.get(pointer) {
            self.body(media, body, operation, 1);
        }
    }
}

/// The documented response of a status (OpenAPI 3.1 section 4.8.16): the code, its range, `default`. For a success `default` counts
/// only where no success is documented: nearly always it is the error.
fn documented(operation: &Operation, status: u16) -> Option<&(Arc<str>, crate::openapi::document::Response)> {
    let (code, range) = (status.to_string(), format!("{}xx", status / 100));
    let keyed = |wanted: &str| {
        operation
            .responses
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(wanted))
    };
    let success = |(key, _): &(Arc<str>, _)| key.starts_with('2');
    let default = || keyed("default").filter(|_| status / 100 != 2 || !operation.responses.iter().any(success));
    keyed(&code).or_else(|| keyed(&range)).or_else(default)
}

/// Whether a response with an undocumented status comes from the operation: not an interim response, a redirect, which the client
/// follows, or a page that a proxy or framework shows to people.
fn is_own(status: u16, body: &Body) -> bool {
    match status / 100 {
        2 => true,
        4 | 5 => !matches!(body, Body::Opaque { .. }),
        _ => false,
    }
}

/// The documented media type that reads a body: the same one, JSON for JSON however it is called, or a range.
pub(super) fn choose<'m>(content: &'m [MediaType], body: &Body) -> Option<&'m MediaType> {
    let json = matches!(
        body,
        Body::Json {
            shape: Shape::Array(_) | Shape::Object { .. },
            ..
        }
    );
    let first_json = || content.iter().find(|media| is_json(&media.name));
    let Some(actual) = body.media() else {
        return first_json()
            .filter(|_| matches!(body, Body::Json { .. }))
            .or(content.first());
    };
    let kind = actual.split('/').next().unwrap_or_default();
    let named = |wanted: &dyn Fn(&str) -> bool| {
        content
            .iter()
            .find(|media| essence(&media.name).is_some_and(|name| wanted(&name)))
    };
    named(&|name| *name == *actual)
        .or_else(|| first_json().filter(|_| json || (is_json(actual) && matches!(body, Body::Json { .. }))))
        .or_else(|| named(&|name| name.strip_suffix("/*").is_some_and(|range| range == kind)))
        .or_else(|| named(&|name| name == "*/*"))
}

pub(super) fn is_json(media: &str) -> bool {
    essence(media).is_some_and(|name| {
        matches!(&*name, "application/json" | "text/json" | "*/*" | "application/*") || name.ends_with("+json")
    })
}

/// The media type of a Media Type Object; `None` for a range.
pub(super) fn media_of(media: &MediaType) -> Option<Arc<str>> {
    essence(&media.name).filter(|name| !name.contains('*'))
}
