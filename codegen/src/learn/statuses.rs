//! Actions for statuses and media types that a document does not list.

use super::Version;
use super::actions::{Cure, Writer, opaque, shapes};
use super::findings::{Evidence, Findings, choose, is_json};
use super::response::Body;
use super::schema::schema;
use super::shape::Shape;
use crate::openapi::document::Response;
use crate::overlay::{Change, Json, path as target};
use crate::tree::NodeId;
use std::sync::Arc;

impl Writer<'_, '_, '_> {
    /// A status that is not documented: it refers to a documented response that describes it, or is described anew.
    pub(super) fn status(&mut self, operation: NodeId, status: u16, evidence: &Evidence) {
        let Some((written, path)) = self.reach(operation) else {
            return;
        };
        let says = self.say(&format!("Status {status}"), evidence);
        let response = match self.described(operation, status, evidence) {
            Some(pointer) => Json::map([("$ref", Json::text(target::reference(&pointer)))]),
            None => self.response(status, evidence),
        };
        let entry = Json::Map(vec![(status.to_string(), response)]);
        let responses = self.tree.get(written, "responses");
        let (target, update) = match responses {
            Some(_) => (format!("{path}.responses"), entry),
            None => (path, Json::map([("responses", entry)])),
        };
        let cure = Cure::Response {
            responses: format!("{}/responses", self.tree.pointer(written)),
            status: status.to_string(),
            media: None,
        };
        self.push(target, Change::Update(update), &says, &cure);
    }

    /// The pointer of a documented response of the same class that describes all that was seen.
    fn described(&mut self, operation: NodeId, status: u16, evidence: &Evidence) -> Option<String> {
        let document = self.document;
        let operation = document.operations.iter().find(|known| known.node == operation)?;
        let class = |key: &str| key.starts_with(char::from(b'0' + (status / 100) as u8));
        let mut known: Vec<&(Arc<str>, Response)> = operation.responses.iter().filter(|(key, _)| class(key)).collect();
        known.sort_by_key(|(key, _)| (&**key != "200", Arc::clone(key)));
        let fits = |response: &Response, body: &Body| -> bool {
            match (body, response.content.as_slice()) {
                (Body::Empty, content) => content.is_empty(),
                (_, []) => false,
                (Body::Json { shape, .. }, content) => {
                    let schema = choose(content, body).filter(|media| is_json(&media.name));
                    let schema = schema.and_then(|media| media.schema);
                    schema.is_some_and(|schema| self.describes(schema, shape, status))
                }
                (Body::Opaque { .. }, content) => choose(content, body).is_some(),
            }
        };
        let mut fits = fits;
        let found = known
            .into_iter()
            .find(|(_, response)| evidence.bodies.iter().all(|body| fits(response, body)))?;
        let written = target::written(self.tree, self.root, document.tree, found.1.node)?;
        target::path(self.tree, self.root, written)?;
        Some(self.tree.pointer(written))
    }

    /// Whether a schema is that of a body. A success that shares a property is the documented one with more; a failure that has
    /// others is another failure.
    fn describes(&mut self, schema: NodeId, shape: &Shape, status: u16) -> bool {
        let size = match shape {
            Shape::Object { properties, .. } => properties.len(),
            Shape::Unknown | Shape::Scalar(..) | Shape::Array(_) => 0,
        };
        let unknown = self.comparison.unknown(schema, shape);
        let known = match status / 100 {
            2 => size == 0 || unknown < size,
            _ => unknown == 0,
        };
        known && self.comparison.body(schema, shape).is_empty()
    }

    /// A Response Object.
    fn response(&self, status: u16, evidence: &Evidence) -> Json {
        let mut entries = vec![("description".to_owned(), Json::text(phrase(status)))];
        entries.extend(self.contents(evidence));
        Json::Map(entries)
    }

    /// `content`, and before OpenAPI 3.0 `schema`; nothing if no body was seen.
    fn contents(&self, evidence: &Evidence) -> Option<(String, Json)> {
        let mut media: Vec<&str> = evidence.bodies.iter().filter_map(Body::media).collect();
        media.dedup();
        let with_body = evidence.bodies.iter().any(|body| *body != Body::Empty);
        if !with_body {
            return None;
        }
        if self.style.version == Version::V20 {
            return Some(("schema".to_owned(), self.body_schema(None, evidence)));
        }
        if media.is_empty() {
            media.push("application/json");
        }
        let mut content: Vec<(String, Json)> = Vec::new();
        for name in media {
            if !content.iter().any(|(known, _)| known == name) {
                let body = Json::map([("schema", self.body_schema(Some(name), evidence))]);
                content.push((name.to_owned(), body));
            }
        }
        Some(("content".to_owned(), Json::Map(content)))
    }

    fn body_schema(&self, media: Option<&str>, evidence: &Evidence) -> Json {
        let same = |body: &&Body| media.is_none() || body.media().is_none() || body.media() == media;
        let of_media = Evidence {
            bodies: evidence.bodies.iter().filter(same).cloned().collect(),
            ..Evidence::default()
        };
        let shapes = shapes(&of_media);
        match shapes.is_empty() || !media.is_none_or(is_json) {
            true => opaque(media.unwrap_or("application/json"), self.style.version),
            false => schema(&shapes, self.style),
        }
    }

    /// Content where none is documented.
    pub(super) fn content(&mut self, operation: NodeId, response: NodeId, key: &Arc<str>, evidence: &Evidence) {
        let Some((_, path)) = self.reach(response) else { return };
        let Some(cure) = self.cure_of(operation, key, evidence.bodies.iter().find_map(Body::media)) else {
            return;
        };
        let says = self.say("Content", evidence);
        if let Some((keyword, value)) = self.contents(evidence) {
            let update = Json::Map(vec![(keyword, value)]);
            self.push(path, Change::Update(update), &says, &cure);
        }
    }

    fn cure_of(&mut self, operation: NodeId, key: &Arc<str>, media: Option<&str>) -> Option<Cure> {
        let (written, _) = self.reach(operation)?;
        Some(Cure::Response {
            responses: format!("{}/responses", self.tree.pointer(written)),
            status: key.to_string(),
            media: Some(media.unwrap_or("application/json").to_owned()),
        })
    }

    /// A media type that is not documented. One that was never seen is taken out: a client would ask for it.
    pub(super) fn media(
        &mut self,
        operation: NodeId,
        response: NodeId,
        (key, media): (&Arc<str>, &Arc<str>),
        evidence: &Evidence,
        findings: &Findings,
    ) {
        let Some((_, path)) = self.reach(response) else { return };
        let Some(cure) = self.cure_of(operation, key, Some(media)) else {
            return;
        };
        let says = self.say(media, evidence);
        if self.style.version == Version::V20 {
            return self.produces(operation, media, &says, &cure);
        }
        let body = Json::map([("schema", self.body_schema(Some(media), evidence))]);
        let update = Json::Map(vec![(media.to_string(), body)]);
        self.push(format!("{path}.content"), Change::Update(update), &says, &cure);
        let document = self.document;
        let documented = document.operations.iter().find(|known| known.node == operation);
        let responses = documented
            .map(|operation| operation.responses.as_slice())
            .unwrap_or_default();
        let Some((_, documented)) = responses.iter().find(|(_, known)| known.node == response) else {
            return;
        };
        let seen = findings.seen.get(&response);
        let was_seen = |name: &str| seen.is_some_and(|seen| seen.keys().any(|media| media.as_deref() == Some(name)));
        let never = seen.into_iter().flat_map(|seen| seen.values()).sum::<usize>() == evidence.responses;
        for known in documented
            .content
            .iter()
            .filter(|known| never && !was_seen(&known.name))
        {
            let target = format!("{path}.content{}", target::name(&known.name));
            self.push(target, Change::Remove, &says, &cure);
        }
    }

    /// In Swagger 2.0 the media types are the operation's, or the document's.
    fn produces(&mut self, operation: NodeId, media: &str, says: &str, cure: &Cure) {
        let Some((written, path)) = self.reach(operation) else {
            return;
        };
        let (target, update) = match self.tree.get(written, "produces") {
            Some(_) => (format!("{path}.produces"), Json::text(media)),
            None => {
                let inherited = self.tree.get(self.root, "produces");
                let inherited = inherited.map(|list| self.tree.items(list)).unwrap_or_default();
                let mut list: Vec<Json> = inherited.iter().map(|&name| Json::of(self.tree, name)).collect();
                list.push(Json::text(media));
                (path, Json::map([("produces", Json::List(list))]))
            }
        };
        self.push(target, Change::Update(update), says, cure);
    }

    /// No body where one is documented: it is taken out if there never was one. OpenAPI cannot say that a body may be absent.
    pub(super) fn empty(&mut self, response: NodeId, key: &Arc<str>, evidence: &Evidence, findings: &Findings) {
        let Some((written, path)) = self.reach(response) else {
            return;
        };
        let says = self.say("No body", evidence);
        let seen = findings.seen.get(&response);
        if seen.is_some_and(|seen| seen.values().sum::<usize>() > evidence.responses) {
            self.notes.push(format!(
                "`{key}`: {says}, and a body in others: OpenAPI cannot say that a body may be absent"
            ));
            return;
        }
        let keyword = if self.style.version == Version::V20 {
            "schema"
        } else {
            "content"
        };
        let cure = Cure::Empty {
            response: self.tree.pointer(written),
        };
        self.push(format!("{path}.{keyword}"), Change::Remove, &says, &cure);
    }
}

/// The reason phrase of a status (RFC 9110 section 15), as the description that OpenAPI asks for.
fn phrase(status: u16) -> &'static str {
    let known = PHRASES.iter().find(|(known, _)| *known == status);
    known.map_or(class(status), |(_, phrase)| phrase)
}

fn class(status: u16) -> &'static str {
    match status / 100 {
        2 => "Success",
        3 => "Redirection",
        4 => "Client Error",
        5 => "Server Error",
        _ => "Other",
    }
}

const PHRASES: &[(u16, &str)] = &[
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (415, "Unsupported Media Type"),
    (422, "Unprocessable Content"),
    (429, "Too Many Requests"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
];
