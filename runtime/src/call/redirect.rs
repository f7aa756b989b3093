//! Redirects (RFC 9110 section 15.4). They are followed here and not by the transport, so that another server never
//! gets credentials.

use http::request::Parts;
use http::{HeaderMap, Method, StatusCode, Uri, header};

use crate::operation::{Asked, Status};
use crate::request::server::{resolve, same_origin};
use crate::transport::{Body, Request, Response, Transport, TransportError, TransportErrorKind};

const MAX_REDIRECTS: usize = 10;

/// The headers that are kept when a request is redirected to another server.
const HARMLESS: &[header::HeaderName] = &[
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::USER_AGENT,
    header::RANGE,
];

/// Sends what `made` makes and follows redirects, unless the document declares the redirect as a response.
///
/// Redirects from HTTPS to plain HTTP, redirects of a body to another server, and redirects of a body that cannot be
/// sent again are not followed: the response is returned as it is.
pub(crate) async fn send(
    transport: &dyn Transport,
    operation: Asked,
    made: impl Fn() -> Result<Parts, TransportError>,
    mut body: Body,
) -> Result<Response, TransportError> {
    let mut parts = made()?;
    let (mut becomes_get, mut leaves) = (false, false);
    for _ in 0..=MAX_REDIRECTS {
        let again = body.try_clone();
        let (from, method) = (parts.uri.clone(), parts.method.clone());
        let request = Request::from_parts(parts, body);
        let response = transport.send(request).await.map_err(|error| error.at(&from))?;
        let Some(target) = target(operation, &from, &response) else {
            return Ok(response);
        };
        let other_server = !same_origin(&from, &target);
        if is_got(&method, response.status()) {
            becomes_get = true;
            body = Body::empty();
        } else {
            match again {
                Some(again) if again.is_empty() || !other_server => body = again,
                Some(_) | None => return Ok(response),
            }
        }
        leaves |= other_server;
        parts = made()?;
        if becomes_get {
            parts.method = Method::GET;
            parts.headers.remove(header::CONTENT_TYPE);
        }
        if leaves {
            parts.headers = harmless(&parts.headers);
        }
        parts.uri = target;
    }
    Err(TransportError::new(
        TransportErrorKind::Redirect,
        format!("more than {MAX_REDIRECTS} redirects"),
    ))
}

/// Whether a redirect of this status is requested with GET, as every browser does and RFC 9110 section 15.4 allows.
fn is_got(method: &Method, status: StatusCode) -> bool {
    match status {
        StatusCode::SEE_OTHER => method != Method::HEAD,
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => method == Method::POST,
        _ => false,
    }
}

/// The headers that another server may see.
fn harmless(headers: &HeaderMap) -> HeaderMap {
    let kept = HARMLESS
        .iter()
        .filter_map(|name| Some((name.clone(), headers.get(name)?.clone())));
    kept.collect()
}

fn target(operation: Asked, from: &Uri, response: &Response) -> Option<Uri> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let declared = operation.responses.iter().any(|case| match case.status {
        Status::Code(code) => code == status,
        Status::Range(hundreds) => hundreds == 3,
        Status::Default => false,
    });
    if declared {
        return None;
    }
    let location = response.headers().get(header::LOCATION)?;
    let target = resolve(from, std::str::from_utf8(location.as_bytes()).ok()?)?;
    let downgrade = from.scheme_str() == Some("https") && target.scheme_str() == Some("http");
    (!downgrade).then_some(target)
}
