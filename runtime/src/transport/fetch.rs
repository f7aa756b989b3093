//! The transport of browsers and their workers: `fetch` of the WHATWG Fetch Standard, with the feature `reqwest` on `wasm32-unknown-unknown`.
//!
//! The functions of the host are looked up in its global object, so that a page, a worker and a server for JavaScript do alike.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, ReadableStreamDefaultReader, RequestInit, RequestRedirect};

use super::body::read_body;
use super::{Body, BoxError, BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};

/// The longest delay of a timer in milliseconds (HTML Standard section 8.7): a longer one ends at once.
const LONGEST: u128 = i32::MAX as u128;

/// Sends with `fetch`. Connections, TLS, proxies, caches and content codings are the browser's, and so are redirects: one is followed
/// only if the request has no body and no credential but `Authorization`, since the browser would send all else to the other server.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FetchTransport {}

impl FetchTransport {
    /// A transport with the browser's connections.
    pub fn new() -> Self {
        Self {}
    }

    async fn exchange(&self, request: Request) -> Result<Response, TransportError> {
        let (parts, body) = request.into_parts();
        // A browser sends no body piece by piece, except over HTTP/2 and not all of them.
        let (body, _) = read_body(body, usize::MAX)
            .await
            .map_err(|(_, error)| TransportError::new(TransportErrorKind::RequestBody, error))?;
        let aborted = Aborted::new().map_err(unsupported)?;
        let headers = outgoing(&parts.headers).map_err(unsupported)?;
        let init = RequestInit::new();
        init.set_method(parts.method.as_str());
        init.set_headers(&headers);
        init.set_redirect(redirect(&parts.headers, &body));
        init.set_signal(Some(&aborted.0.signal()));
        if !body.is_empty() {
            init.set_body(&Uint8Array::from(&body[..]));
        }
        let sent = web_sys::Request::new_with_str_and_init(&parts.uri.to_string(), &init).map_err(unsupported)?;
        // The URL parser rewrites paths; the declared endpoint must survive it.
        if sent.url().parse::<http::Uri>().ok().as_ref().map(http::Uri::path) != Some(parts.uri.path()) {
            let problem = "the URL's path is not in its normal form";
            return Err(TransportError::new(TransportErrorKind::Unsupported, problem));
        }
        let received = fetch(&sent).await.map_err(failed)?;
        incoming(&received, aborted).map_err(failed)
    }
}

impl Transport for FetchTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(self.exchange(request))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            let mut left = duration.as_nanos().div_ceil(1_000_000);
            while left > 0 {
                let step = left.min(LONGEST);
                // A host without timers has no time limits.
                let Ok(timer) = Timer::start(step as f64) else {
                    return std::future::pending().await;
                };
                timer.elapsed().await;
                left -= step;
            }
        })
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs_f64(js_sys::Date::now() / 1_000.0)
    }

    /// From `Math.random`: the standard library has no randomness here.
    fn random(&self) -> u64 {
        let half = || (js_sys::Math::random() * 4_294_967_296.0) as u64;
        half() << 32 | half()
    }

    fn decodes(&self) -> bool {
        true
    }

    fn reads_context(&self) -> bool {
        false
    }
}

/// Whether the browser may follow a redirect by itself. Only `Authorization` it takes out for another server (Fetch Standard section 4.4).
fn redirect(headers: &HeaderMap, body: &Bytes) -> RequestRedirect {
    let mut others = headers.iter().filter(|(name, _)| *name != header::AUTHORIZATION);
    match body.is_empty() && !others.any(|(_, value)| value.is_sensitive()) {
        true => RequestRedirect::Follow,
        false => RequestRedirect::Error,
    }
}

/// The headers that are sent. The browser names itself, and what it does not let a page set it leaves out without a word.
fn outgoing(headers: &HeaderMap) -> Result<Headers, JsValue> {
    let sent = Headers::new()?;
    for (name, value) in headers.iter().filter(|(name, _)| *name != header::USER_AGENT) {
        // A character of a header stands for a byte.
        let text: String = value.as_bytes().iter().copied().map(char::from).collect();
        sent.append(name.as_str(), &text)?;
    }
    Ok(sent)
}

/// Calls `fetch`.
async fn fetch(request: &web_sys::Request) -> Result<web_sys::Response, JsValue> {
    let promise = host("fetch")?.call1(&js_sys::global(), request)?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await?.dyn_into()
}

/// A response whose headers have arrived.
fn incoming(received: &web_sys::Response, aborted: Aborted) -> Result<Response, JsValue> {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::from_u16(received.status()).map_err(|error| text(&error))?;
    let headers = response.headers_mut();
    for entry in js_sys::try_iter(&received.headers())?.into_iter().flatten() {
        let entry: Array = entry?.dyn_into()?;
        let (name, value) = (entry.get(0).as_string(), entry.get(1).as_string());
        let name = name.and_then(|name| HeaderName::try_from(name).ok());
        let bytes = value.map(|value| value.chars().filter_map(|c| u8::try_from(c).ok()).collect::<Vec<u8>>());
        let value = bytes.and_then(|bytes| HeaderValue::try_from(bytes).ok());
        headers.extend(name.zip(value));
    }
    // The browser has undone the coding, so that both speak of other bytes.
    if headers.remove(header::CONTENT_ENCODING).is_some() {
        headers.remove(header::CONTENT_LENGTH);
    }
    let body = match received.body() {
        None => Body::empty(),
        Some(stream) => {
            let reader = stream.get_reader().dyn_into()?;
            let pieces = Pieces {
                reader,
                next: None,
                _aborted: aborted,
            };
            Body::of_response(Box::pin(pieces), response.headers())
        }
    };
    Ok(response.map(|_| body))
}

/// Ends an exchange that is not waited for any more.
struct Aborted(AbortController);

impl Aborted {
    fn new() -> Result<Self, JsValue> {
        AbortController::new().map(Self)
    }
}

impl Drop for Aborted {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The pieces of a response as they arrive.
struct Pieces {
    reader: ReadableStreamDefaultReader,
    next: Option<JsFuture>,
    /// A body that is not read to its end is not received to its end.
    _aborted: Aborted,
}

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let next = this.next.get_or_insert_with(|| JsFuture::from(this.reader.read()));
        let result = ready!(Pin::new(next).poll(cx));
        this.next = None;
        Poll::Ready(result.and_then(|result| piece(&result)).map_err(of_host).transpose())
    }
}

/// What `read` of a stream gives: `{done, value}`.
fn piece(result: &JsValue) -> Result<Option<Bytes>, JsValue> {
    if Reflect::get(result, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    let bytes: Uint8Array = Reflect::get(result, &"value".into())?.dyn_into()?;
    Ok(Some(bytes.to_vec().into()))
}

/// A timer of the host, which is stopped when it is not waited for any more.
struct Timer {
    id: JsValue,
    promise: Promise,
}

impl Timer {
    fn start(milliseconds: f64) -> Result<Self, JsValue> {
        let set = host("setTimeout")?;
        let mut id = Err(JsValue::UNDEFINED);
        let promise = Promise::new(&mut |resolve, _| {
            id = set.call2(&js_sys::global(), &resolve, &milliseconds.into());
        });
        Ok(Self { id: id?, promise })
    }

    async fn elapsed(&self) {
        // It is never rejected.
        let _ = JsFuture::from(self.promise.clone()).await;
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        // One that has ended may be stopped.
        let _ = host("clearTimeout").and_then(|clear| clear.call1(&js_sys::global(), &self.id));
    }
}

/// A function of the host.
fn host(name: &str) -> Result<Function, JsValue> {
    Reflect::get(&js_sys::global(), &name.into())?.dyn_into()
}

/// The request cannot be sent by a browser.
fn unsupported(error: JsValue) -> TransportError {
    TransportError::new(TransportErrorKind::Unsupported, of_host(error))
}

/// The exchange failed; whether the request was sent a browser does not tell.
fn failed(error: JsValue) -> TransportError {
    let said = of_host(error);
    let problem = format!(
        "{said} (a browser tells a page no more: its console does; the server may not allow the page's origin)"
    );
    TransportError::new(TransportErrorKind::Io, problem)
}

/// What the host says.
fn of_host(error: JsValue) -> BoxError {
    let said = match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => format!("{error:?}"),
    };
    said.into()
}

fn text(error: &dyn std::error::Error) -> JsValue {
    JsValue::from_str(&error.to_string())
}
