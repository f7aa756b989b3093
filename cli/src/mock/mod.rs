//! A server for a document: it responds to each operation from the document's own examples, or with a value made from the schema, and
//! holds every request against the document.
//!
//! ```text
//! bytes -> request (http) -> operation -> credentials, parameters, body -> response (respond) -> bytes
//! ```
//!
//! Connections have threads of their own; the document belongs to one thread, which they ask ([`server`]).

mod body;
mod encode;
pub mod http;
mod leaf;
mod media;
mod parameters;
mod problem;
mod read;
mod respond;
mod sample;
mod security;
pub mod server;
mod style;
mod value;
pub mod wishes;

use http::{Request, Response};
use problem::Refusal;
use specwright::diag::Diagnostics;
use specwright::lower::Validator;
use specwright::openapi::document::{Document, Operation};
use specwright::openapi::routes::{self, Route};
use std::time::Duration;
use wishes::{Fault, Wishes};

/// A document that responds.
pub struct Mock<'m, 't, 'd> {
    document: &'m Document<'t>,
    validator: Validator<'t, 'd>,
    /// What holds for every request, or for one of `every`.
    wishes: Wishes,
    every: u64,
    answered: u64,
}

/// A response, and how it is sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The response.
    pub response: Response,
    /// The time before it is sent.
    pub delay: Duration,
    /// What goes wrong with the connection.
    pub fault: Option<Fault>,
    /// The request and its response in one line.
    pub line: String,
}

impl<'m, 't, 'd> Mock<'m, 't, 'd> {
    /// A mock that wishes the same of every request, or of one of so many.
    pub fn new(document: &'m Document<'t>, diags: &'d mut Diagnostics, wishes: Wishes, every: u64) -> Mock<'m, 't, 'd> {
        Mock {
            document,
            validator: Validator::new(document, diags),
            wishes,
            every: every.max(1),
            answered: 0,
        }
    }

    /// Responds to a request.
    pub fn answer(&mut self, mut request: Request) -> Answer {
        self.answered += 1;
        let usual = match self.answered % self.every {
            0 => self.wishes.clone(),
            _ => Wishes::default(),
        };
        let (wishes, outcome) = match usual.of(&mut request) {
            Ok(wishes) => {
                let outcome = self.carried_out(&request, &wishes);
                (wishes, outcome)
            }
            Err(refusal) => (Wishes::default(), Err(refusal)),
        };
        let (response, said) = outcome.unwrap_or_else(|refusal| (refused(&refusal), refusal.detail));
        let line = format!("{} {} {} {said}", request.method, request.path, response.status);
        Answer {
            response: for_any_origin(response),
            delay: wishes.delay,
            fault: wishes.fault,
            line: shown(&line),
        }
    }

    fn carried_out(&mut self, request: &Request, wishes: &Wishes) -> Result<(Response, String), Refusal> {
        let document = self.document;
        let Some(route) = routes::by_url(document, &request.method, &request.path) else {
            return self.without_route(request);
        };
        self.check(&route, request)?;
        let made = respond::make(&mut self.validator, route.operation, request, wishes)?;
        let name = name(route.operation);
        Ok((made.response, format!("{name}, {}", made.source)))
    }

    /// Whether a request is as the document says.
    fn check(&mut self, route: &Route<'_>, request: &Request) -> Result<(), Refusal> {
        security::check(self.document, route.operation, request)?;
        let mut violations = parameters::violations(&mut self.validator, route, request);
        violations.extend(body::violations(&mut self.validator, route.operation, request)?);
        match violations.is_empty() {
            true => Ok(()),
            false => Err(Refusal::of(violations)),
        }
    }

    fn without_route(&self, request: &Request) -> Result<(Response, String), Refusal> {
        let methods = routes::methods(self.document, &request.path);
        let is_preflight = request.method == "OPTIONS" && request.header("access-control-request-method").is_some();
        if is_preflight && !methods.is_empty() {
            return Ok((preflight(&methods, request), "before a request of a browser".to_owned()));
        }
        if methods.is_empty() {
            let detail = format!("no path of the document fits `{}`", request.path);
            return Err(Refusal::new(404, "There is no such path", detail));
        }
        let methods = methods.join(", ");
        let detail = format!("`{}` has {methods}, and not {}", request.path, request.method);
        Err(Refusal::new(405, "There is no such operation", detail).header("allow", methods))
    }
}

fn name(operation: &Operation) -> String {
    operation.id.clone().unwrap_or_else(|| operation.place())
}

/// The response that refuses a request.
fn refused(refusal: &Refusal) -> Response {
    let headers = refusal
        .headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    let media_type = ("content-type".to_owned(), "application/problem+json".to_owned());
    Response {
        status: refusal.status,
        headers: headers.chain([media_type]).collect(),
        body: refusal.json().into_bytes(),
    }
}

/// What a browser asks before it sends a request to another origin (Fetch standard, section "CORS preflight").
fn preflight(methods: &[&str], request: &Request) -> Response {
    let headers = request.header("access-control-request-headers").unwrap_or_default();
    let allowed = [
        ("access-control-allow-methods", methods.join(", ")),
        ("access-control-allow-headers", headers),
    ];
    Response {
        status: 204,
        headers: allowed.map(|(name, value)| (name.to_owned(), value)).to_vec(),
        body: Vec::new(),
    }
}

/// Programs in a browser may read it.
fn for_any_origin(mut response: Response) -> Response {
    for name in ["access-control-allow-origin", "access-control-expose-headers"] {
        response.headers.push((name.to_owned(), "*".to_owned()));
    }
    response
}

/// A line that can be shown on a terminal, whatever a request has said.
fn shown(line: &str) -> String {
    const MAX: usize = 300;
    let visible = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    let mut text: String = line.chars().take(MAX).map(visible).collect();
    if line.chars().nth(MAX).is_some() {
        text.push('…');
    }
    text
}
