//! Makes one request from the arguments, the options of the call and the settings of the client.

use std::borrow::Cow;
use std::sync::atomic::AtomicU32;

use bytes::Bytes;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};

use super::options::{CallOptions, Checks};
use super::state::{Call, Failure, Setup, Shared};
use super::{extra, key};
use crate::data::violation::Violation;
use crate::error::{CredentialsError, Error, InvalidRequestError};
use crate::operation::Asked;
use crate::request::percent::{Keep, encode_into};
use crate::request::server::{BaseUrl, resolve, same_origin};
use crate::request::{Content, Request};
use crate::response::{accept::accept, media};
use crate::security::{self, Chosen};
use crate::transport::{self, Body, Transport, coding};

/// Whether a request has credentials.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Credentials {
    /// Those that the document asks for, and none may be missing.
    Needed,
    /// None.
    None,
}

pub(super) fn prepare(
    setup: &Setup,
    request: Request,
    wanted: Credentials,
) -> Result<(transport::Request, Call), Failure> {
    let Setup { core, options, .. } = setup;
    let shared = &*core.shared;
    let operation = request.operation;
    let violations = request
        .violations
        .filter(|_| options.checks.unwrap_or(shared.checks) == Checks::On);
    // The body that broke something may be replaced.
    let violations = violations.and_then(|all| {
        if options.json.is_some() {
            all.outside("/body")
        } else {
            Some(all)
        }
    });
    if let Some(violations) = violations {
        return Err(Error::Invalid(Box::new(InvalidRequestError {
            operation: operation.id,
            violations,
        })));
    }
    let uri = url(shared, options, operation, request.target)?;
    let chosen = match wanted {
        Credentials::Needed => chosen(setup, operation, &uri)?,
        Credentials::None => Vec::new(),
    };
    let mut headers = request.headers;
    let asked = extra::applied(options, request.content);
    let asked = asked.map_err(|problem| invalid(operation, "/options/body", problem))?;
    let (body, content_type) = content(&*shared.transport, asked);
    if let Some(name) = options.bad_headers.first() {
        let message = format!("`{name}` is not legal as a header, or set by the transport");
        return Err(invalid(operation, "/options/header", message));
    }
    if let Some(content_type) = content_type {
        let value = header_value(content_type)
            .ok_or_else(|| invalid(operation, "/body", "has a media type that is not legal".to_owned()))?;
        headers.insert(header::CONTENT_TYPE, value);
    }
    complete_headers(&mut headers, shared, options, operation)?;
    let mut timeouts = options.timeouts.clone().unwrap_or_else(|| shared.timeouts.clone());
    timeouts.total = options.total.or(timeouts.total);
    let repeatable = request.method.as_ref().map(Method::is_idempotent);
    let method = request.method.unwrap_or_else(|| operation.http_method());
    let call = Call {
        operation,
        repeatable: repeatable.unwrap_or_else(|| operation.may_repeat(&headers)),
        chosen,
        retry: options.retry.clone().unwrap_or_else(|| shared.retry.clone()),
        deadline: timeouts
            .total
            .and_then(|total| shared.transport.now().checked_add(total)),
        timeouts,
        max_body: options.max_body.unwrap_or(shared.max_body),
        reading: options.reading.unwrap_or(shared.reading),
        attempts: AtomicU32::new(0),
        unread: request.unread,
    };
    let mut request = transport::Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok((request, call))
}

/// The credentials of a call that goes there.
fn chosen(setup: &Setup, operation: Asked, uri: &Uri) -> Result<Vec<Chosen>, Failure> {
    let (client, call) = (&setup.core.shared.credentials, &setup.credentials);
    let chosen = security::choose(&operation, client, call).map_err(|missing| {
        Error::Credentials(Box::new(CredentialsError {
            operation: operation.id,
            missing,
            problem: None,
            source: None,
        }))
    })?;
    Ok(match operation.any_credential {
        true => security::choose_any(chosen, client, call, setup.core.shared.trusts(uri)),
        false => chosen,
    })
}

fn invalid(operation: Asked, pointer: &str, message: String) -> Failure {
    Error::Invalid(Box::new(InvalidRequestError {
        operation: operation.id,
        violations: Violation::new(pointer, "request", message).into(),
    }))
}

fn url(shared: &Shared, options: &CallOptions, operation: Asked, mut target: String) -> Result<Uri, Failure> {
    let bad_base = |problem: String| invalid(operation, "/options/base_url", format!("cannot be used: {problem}"));
    let base = match (&options.base_url, operation.server) {
        (Some(url), _) => Cow::Owned(BaseUrl::parse(url).map_err(bad_base)?),
        (None, Some(server)) if !shared.base_is_chosen => Cow::Owned(shared.base.resolve(server).map_err(bad_base)?),
        (None, _) => Cow::Borrowed(&shared.base),
    };
    for (name, value) in &options.query {
        target.push(if target.contains('?') { '&' } else { '?' });
        encode_into(&mut target, name, Keep::Nothing);
        target.push('=');
        encode_into(&mut target, value, Keep::Nothing);
    }
    // Only a request of the caller's own making has a whole URL.
    let uri = match target.contains("://") && !target.starts_with('/') {
        true => target.parse().ok(),
        false => base.uri(target),
    };
    let uri = uri.ok_or_else(|| invalid(operation, "", "makes a URL that is too long or not legal".to_owned()))?;
    match &options.next_url {
        Some(next) => next_page(shared, operation, uri, next),
        None => Ok(uri),
    }
}

/// The URL of the next page, which must be of the same server: it gets the credentials.
fn next_page(shared: &Shared, operation: Asked, own: Uri, next: &str) -> Result<Uri, Failure> {
    let refused = |problem: String| Err(invalid(operation, "/next", problem));
    let Some(next) = resolve(&own, next) else {
        return refused("the link to the next page is not a legal URL of http or https".to_owned());
    };
    if same_origin(&own, &next) {
        return Ok(next);
    }
    if (shared.rebases_pages || is_plain_form(&own, &next))
        && let Some(moved) = moved(&own, &next)
    {
        return Ok(moved);
    }
    let (there, here) = (origin(&next), origin(&own));
    refused(format!(
        "the next page is at {there}, and this one at {here}: set `rebase_next_pages` of the builder to request it from {here}"
    ))
}

/// Whether a URL is the other one without TLS: what is behind a proxy that ends TLS knows itself as such.
fn is_plain_form(own: &Uri, next: &Uri) -> bool {
    let is_https = own.scheme() == Some(&Scheme::HTTPS) && next.scheme() == Some(&Scheme::HTTP);
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    let port = next.port_u16();
    is_https && host(own) == host(next) && (matches!(port, None | Some(80)) || port == own.port_u16())
}

/// The same path and query at another origin.
fn moved(origin: &Uri, target: &Uri) -> Option<Uri> {
    let mut parts = origin.clone().into_parts();
    parts.path_and_query = target.path_and_query().cloned();
    Uri::from_parts(parts).ok()
}

/// Scheme, host and port: what may be shown of a URL.
fn origin(uri: &Uri) -> String {
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    format!("{}://{authority}", uri.scheme_str().unwrap_or_default())
}

/// The value of a header that is ASCII. It is copied only if it has to be.
fn header_value(text: Cow<'static, str>) -> Option<HeaderValue> {
    let bytes = match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => Bytes::from(text),
    };
    HeaderValue::from_maybe_shared(bytes)
        .ok()
        .filter(|value| value.as_bytes().is_ascii())
}

fn content(transport: &dyn Transport, content: Content) -> (Body, Option<Cow<'static, str>>) {
    match content {
        Content::None => (Body::empty(), None),
        Content::Body(media, body) => (body, Some(media)),
        Content::Multipart(media, form) => {
            let boundary = format!("{:016x}{:016x}", transport.random(), transport.random());
            let form_data = media::essence(media).eq_ignore_ascii_case("multipart/form-data");
            let body = form.assemble(&boundary, form_data);
            (body, Some(format!("{media}; boundary={boundary}").into()))
        }
    }
}

/// Headers of the call override header parameters, which override headers of the client. Cookies are put together.
fn complete_headers(
    headers: &mut HeaderMap,
    shared: &Shared,
    options: &CallOptions,
    operation: Asked,
) -> Result<(), Failure> {
    let cookies = cookies([&options.headers, headers, &shared.headers]);
    for name in options.headers.keys() {
        headers.remove(name);
        for value in options.headers.get_all(name) {
            headers.append(name, value.clone());
        }
    }
    if let Some(cookies) = cookies {
        headers.insert(header::COOKIE, cookies);
    }
    let illegal = |what: &str| invalid(operation, "/header", format!("{what} cannot be sent"));
    if let Some(name) = operation.idempotency_key {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| illegal(name))?;
        if !headers.contains_key(&name) {
            let key = options.idempotency_key.clone();
            let key = key.or_else(|| key::made(&*shared.transport, operation.key_form));
            if let Some(key) = key {
                let value = HeaderValue::from_str(&key).map_err(|_| illegal("the idempotency key"))?;
                headers.insert(name, value);
            }
        }
    }
    for (name, value) in &shared.headers {
        if !headers.contains_key(name) {
            headers.insert(name, value.clone());
        }
    }
    if !headers.contains_key(header::ACCEPT) {
        let accept = accept(operation.responses);
        let value = header_value(accept).ok_or_else(|| illegal("Accept"))?;
        headers.insert(header::ACCEPT, value);
    }
    if !headers.contains_key(header::ACCEPT_ENCODING) && !shared.transport.decodes() {
        let is_part = headers.contains_key(header::RANGE);
        let accepted = coding::accepted(operation.is_streamed(), is_part);
        let value = header_value(accepted).ok_or_else(|| illegal("Accept-Encoding"))?;
        headers.insert(header::ACCEPT_ENCODING, value);
    }
    Ok(())
}

/// One line of all cookies (RFC 6265 section 5.4: there must not be two). Of a name in several of the maps the first one has it.
fn cookies(maps: [&HeaderMap; 3]) -> Option<HeaderValue> {
    if !maps.iter().any(|map| map.contains_key(header::COOKIE)) {
        return None;
    }
    let mut all: Vec<&[u8]> = Vec::new();
    let name = |pair: &[u8]| pair.split(|byte| *byte == b'=').next().map(<[u8]>::to_vec);
    for map in maps {
        let lines = map.get_all(header::COOKIE).iter().map(HeaderValue::as_bytes);
        let pairs = lines
            .flat_map(|line| line.split(|byte| *byte == b';'))
            .map(<[u8]>::trim_ascii);
        let known: Vec<_> = all.iter().map(|pair| name(pair)).collect();
        let new: Vec<&[u8]> = pairs
            .filter(|pair| !pair.is_empty() && !known.contains(&name(pair)))
            .collect();
        all.extend(new);
    }
    let mut line = HeaderValue::from_bytes(&all.join(b"; ".as_slice()))
        .ok()
        .filter(|line| !line.is_empty())?;
    line.set_sensitive(true);
    Some(line)
}
