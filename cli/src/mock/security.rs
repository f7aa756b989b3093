//! Whether a request has the credentials that its operation asks for. What they say is not looked at.

use super::http::Request;
use super::parameters::pairs;
use super::problem::Refusal;
use specwright::openapi::document::{Document, Operation};
use specwright::openapi::security::{Requirement, Scheme, SchemeKind};

/// Says which credentials are missing.
///
/// # Errors
/// Returns a refusal if no alternative of the document is satisfied.
pub(super) fn check(document: &Document<'_>, operation: &Operation, request: &Request) -> Result<(), Refusal> {
    let Some(requirements) = operation.security.as_ref().or(document.security.as_ref()) else {
        return Ok(());
    };
    let satisfied = |requirement: &Requirement| {
        let mut keys = requirement.schemes.iter().map(|(key, _)| &**key);
        keys.all(|key| scheme(document, key).is_none_or(|scheme| has(scheme, request)))
    };
    if requirements.is_empty() || requirements.iter().any(satisfied) {
        return Ok(());
    }
    let described = requirements.iter().map(|requirement| {
        let schemes = requirement.schemes.iter().map(|(key, _)| match scheme(document, key) {
            Some(scheme) => format!("`{key}` ({})", place(scheme)),
            None => format!("`{key}`"),
        });
        schemes.collect::<Vec<_>>().join(" with ")
    });
    let described: Vec<String> = described.collect();
    let detail = format!("it has none of the credentials {}", described.join(" or "));
    let challenge = requirements.iter().flat_map(|requirement| &requirement.schemes);
    let challenge = challenge
        .filter_map(|(key, _)| scheme(document, key))
        .map(challenge_of)
        .next();
    let refusal = Refusal::new(401, "The request has no credentials", detail);
    Err(refusal.header("www-authenticate", challenge.unwrap_or("Bearer").to_owned()))
}

fn scheme<'d>(document: &'d Document<'_>, key: &str) -> Option<&'d Scheme> {
    document.security_schemes.iter().find(|scheme| *scheme.key == *key)
}

fn place(scheme: &Scheme) -> String {
    match &scheme.kind {
        SchemeKind::ApiKey { location, name } => format!("{location} `{name}`"),
        SchemeKind::Http(scheme) => format!("header `Authorization: {scheme} …`"),
        SchemeKind::OAuth2 { .. } | SchemeKind::OpenIdConnect => "header `Authorization: Bearer …`".to_owned(),
        SchemeKind::MutualTls => "a certificate".to_owned(),
    }
}

fn challenge_of(scheme: &Scheme) -> &'static str {
    match &scheme.kind {
        SchemeKind::Http(scheme) if scheme.eq_ignore_ascii_case("basic") => "Basic realm=\"mock\"",
        SchemeKind::Http(_)
        | SchemeKind::ApiKey { .. }
        | SchemeKind::OAuth2 { .. }
        | SchemeKind::OpenIdConnect
        | SchemeKind::MutualTls => "Bearer",
    }
}

fn has(scheme: &Scheme, request: &Request) -> bool {
    let authorization = request.header("authorization");
    let is = |wanted: &str| {
        let found = authorization.as_deref().and_then(|value| value.split(' ').next());
        found.is_some_and(|found| found.eq_ignore_ascii_case(wanted))
    };
    match &scheme.kind {
        SchemeKind::ApiKey { location, name } => match &**location {
            "query" => pairs(&request.query).iter().any(|(key, _)| *key == &**name),
            "cookie" => {
                let cookies = request.header("cookie").unwrap_or_default();
                let mut names = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
                names.any(|(key, _)| *key == **name)
            }
            _ => request.header(name).is_some(),
        },
        SchemeKind::Http(wanted) => is(wanted),
        SchemeKind::OAuth2 { .. } | SchemeKind::OpenIdConnect => is("bearer"),
        // The mock has no TLS.
        SchemeKind::MutualTls => true,
    }
}
