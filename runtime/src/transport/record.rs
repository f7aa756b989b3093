//! A transport that writes down what servers really send, for `specwright learn`: status, media type and shape of each response.
//!
//! A recording has no values. Headers, URLs and queries are not looked at; of a body it keeps the kinds and the names of
//! properties, and names only as far as the document has them: the keys of a map are data.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context as Task, Poll};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_core::Stream;
use http::Method;
use serde_json::{Map, Value};

use super::maybe_send::{BoxError, MaybeSend};
use super::{Body, BoxFuture, Context, Request, Response, Transport, TransportError, coding};
use crate::data::media_type::essence;
use crate::data::violation::unescaped;

/// Larger bodies are passed on like all others, but their shape is not recorded.
const MAX_BODY: usize = 4 << 20;

/// How many different shapes of the items of an array are recorded.
const MAX_SHAPES: usize = 64;

/// The name of properties whose names may be data, and any step of a pointer.
const HIDDEN: &str = "*";

/// Passes everything on to another transport, and writes a line of JSON for each response of an operation.
///
/// `specwright learn` compares the lines with the document and writes the overlay that makes the document true.
///
/// ```
/// # #[cfg(feature = "mock")] {
/// # use specwright_runtime::transport::mock::MockTransport;
/// # use specwright_runtime::transport::record::RecordingTransport;
/// let recording = std::io::sink(); // or a file
/// let transport = RecordingTransport::new(MockTransport::new(), recording).values_at("/items/*/status");
/// // … build a client with `.transport(transport)` …
/// # }
/// ```
pub struct RecordingTransport<T> {
    inner: T,
    recorder: Arc<Recorder>,
}

/// What all bodies that are in transit share.
struct Recorder {
    output: Mutex<Output>,
    rules: Rules,
}

struct Output {
    writer: Box<dyn Writer>,
    error: Option<io::Error>,
}

trait Writer: Write + MaybeSend {}
impl<W: Write + MaybeSend> Writer for W {}

/// What may be written down beside kinds.
#[derive(Default)]
struct Rules {
    /// Where values may be read.
    values: Vec<Vec<String>>,
    /// Below which places all names of properties may be read.
    names: Vec<Vec<String>>,
}

impl<T> RecordingTransport<T> {
    /// Records what `inner` receives. Each line is written at once and flushed.
    pub fn new(inner: T, recording: impl Write + MaybeSend + 'static) -> Self {
        let output = Output {
            writer: Box::new(recording),
            error: None,
        };
        let recorder = Recorder {
            output: Mutex::new(output),
            rules: Rules::default(),
        };
        Self {
            inner,
            recorder: Arc::new(recorder),
        }
    }

    /// Also records the values at a JSON pointer into bodies, in which `*` is any property or item. New values of an
    /// enumeration are learned only so.
    #[must_use]
    pub fn values_at(self, pointer: &str) -> Self {
        self.allow(|rules| rules.values.push(steps(pointer)))
    }

    /// Also records names of properties that the document does not have, at and below a JSON pointer into bodies, in which
    /// `*` is any property or item; `""` is the whole body. Needed where the document has an object without properties. The
    /// names must not be data, such as ids or people.
    #[must_use]
    pub fn names_below(self, pointer: &str) -> Self {
        self.allow(|rules| rules.names.push(steps(pointer)))
    }

    fn allow(mut self, change: impl FnOnce(&mut Rules)) -> Self {
        // Nothing is in transit before the transport is in a client.
        if let Some(recorder) = Arc::get_mut(&mut self.recorder) {
            change(&mut recorder.rules);
        }
        self
    }

    /// Takes the first error of writing since the last time. A recording that cannot be written never fails a call.
    pub fn take_error(&self) -> Option<io::Error> {
        let mut output = self.recorder.output.lock().unwrap_or_else(PoisonError::into_inner);
        output.error.take()
    }
}

fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(unescaped).collect()
}

impl<T> fmt::Debug for RecordingTransport<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordingTransport").finish_non_exhaustive()
    }
}

impl<T: Transport> Transport for RecordingTransport<T> {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        // What belongs to no operation is a request for a credential.
        let context = request.extensions().get::<Context>().cloned();
        let method = request.method().clone();
        let sent = self.inner.send(request);
        let recorder = &self.recorder;
        Box::pin(async move {
            let response = sent.await?;
            Ok(match context {
                Some(context) => recorder.watch(context, method, response),
                None => response,
            })
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn now(&self) -> SystemTime {
        self.inner.now()
    }

    fn random(&self) -> u64 {
        self.inner.random()
    }

    fn is_blocking(&self) -> bool {
        self.inner.is_blocking()
    }
}

impl Recorder {
    /// Records a body that is in memory at once, and any other as it passes.
    fn watch(self: &Arc<Self>, context: Context, method: Method, response: Response) -> Response {
        // What is compressed has no shape. The client finds it undone.
        let (parts, body) = coding::undo(&method, response).into_parts();
        let media = parts.headers.get(http::header::CONTENT_TYPE);
        let media = media.and_then(|media| media.to_str().ok());
        let media = media.map(|media| essence(media).to_ascii_lowercase());
        let entry = Entry {
            recorder: Arc::clone(self),
            context,
            method,
            status: parts.status.as_u16(),
            media,
        };
        if let Some(bytes) = body.as_bytes() {
            entry.write(Some(bytes));
            return Response::from_parts(parts, body);
        }
        let length = body.len();
        let seen = entry.may_be_json().then(Vec::new);
        let tee = Tee {
            body,
            empty: true,
            seen,
            entry: Some(entry),
        };
        Response::from_parts(parts, Body::from_stream(tee, length))
    }

    fn line(&self, line: &str) {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        let written = output.writer.write_all(line.as_bytes());
        let written = written.and_then(|()| output.writer.flush());
        if let (Err(error), None) = (written, &output.error) {
            output.error = Some(error);
        }
    }
}

/// A response whose body is awaited.
struct Entry {
    recorder: Arc<Recorder>,
    context: Context,
    method: Method,
    status: u16,
    /// Without parameters.
    media: Option<String>,
}

impl Entry {
    /// JSON is sent under many names, but not as an image or a stream of events.
    fn may_be_json(&self) -> bool {
        self.media
            .as_deref()
            .is_none_or(|media| media.contains("json") || (media.starts_with("text/") && media != "text/event-stream"))
    }

    /// `body`: all bytes; `None` if they are not known.
    fn write(self, body: Option<&[u8]>) {
        let mut line = String::from("{");
        let mut field = |name: &str, value: Value| {
            let comma = if line.len() > 1 { "," } else { "" };
            line.push_str(&format!("{comma}\"{name}\":{value}"));
        };
        field("operation", self.context.operation.into());
        field("method", self.method.as_str().into());
        field("path", self.context.path.into());
        field("status", self.status.into());
        if let Some(media) = &self.media {
            field("media_type", media.as_str().into());
        }
        match body {
            Some([]) => field("empty", true.into()),
            Some(bytes) => {
                let json = serde_json::from_slice::<Value>(bytes).ok();
                if let Some(json) = json.filter(|_| self.may_be_json()) {
                    field("body", self.shape(&json));
                }
            }
            None => {}
        }
        line.push_str("}\n");
        self.recorder.line(&line);
    }

    fn shape(&self, body: &Value) -> Value {
        let rules = &self.recorder.rules;
        let documented: BTreeSet<&str> = self.context.names.iter().copied().collect();
        let below = |pointers: &[Vec<String>]| pointers.to_vec();
        shape(body, &documented, &below(&rules.values), &below(&rules.names))
    }
}

/// The shape of a value. `values` and `names` are the pointers that are left of those that the rules allow.
fn shape(value: &Value, documented: &BTreeSet<&str>, values: &[Vec<String>], names: &[Vec<String>]) -> Value {
    match value {
        Value::Null => "null".into(),
        Value::Bool(_) => scalar("boolean", value, values),
        Value::Number(number) => {
            let integer = number.as_f64().is_some_and(|number| number.fract() == 0.0);
            scalar(if integer { "integer" } else { "number" }, value, values)
        }
        Value::String(text) => match values.iter().any(Vec::is_empty) {
            true => format!("string={text}").into(),
            false => "string".into(),
        },
        Value::Array(items) => {
            let (values, names) = (step(values, HIDDEN, false), step(names, HIDDEN, true));
            let mut shapes = Vec::new();
            for item in items {
                let shape = shape(item, documented, &values, &names);
                if shapes.len() < MAX_SHAPES && !shapes.contains(&shape) {
                    shapes.push(shape);
                }
            }
            Value::Array(shapes)
        }
        Value::Object(properties) => object(properties, documented, values, names),
    }
}

fn scalar(kind: &str, value: &Value, values: &[Vec<String>]) -> Value {
    match values.iter().any(Vec::is_empty) {
        true => format!("{kind}={value}").into(),
        false => kind.into(),
    }
}

fn object(
    properties: &Map<String, Value>,
    documented: &BTreeSet<&str>,
    values: &[Vec<String>],
    names: &[Vec<String>],
) -> Value {
    let all = names.iter().any(Vec::is_empty);
    let (mut known, mut hidden) = (Map::new(), Vec::new());
    for (name, value) in properties {
        let shape = shape(value, documented, &step(values, name, false), &step(names, name, true));
        if name != HIDDEN && (all || documented.contains(name.as_str())) {
            known.insert(name.clone(), shape);
        } else if hidden.len() < MAX_SHAPES && !hidden.contains(&shape) {
            hidden.push(shape);
        }
    }
    if !hidden.is_empty() {
        known.insert(HIDDEN.to_owned(), Value::Array(hidden));
    }
    Value::Object(known)
}

/// What is left of the pointers after a step; one that has ended remains if it is for all that is below.
fn step(pointers: &[Vec<String>], name: &str, below: bool) -> Vec<Vec<String>> {
    let next = |steps: &Vec<String>| match steps.split_first() {
        None => below.then(Vec::new),
        Some((first, rest)) => (first == name || first == HIDDEN).then(|| rest.to_vec()),
    };
    pointers.iter().filter_map(next).collect()
}

/// A body that is recorded as it passes: nothing is held back, and no more than the limit is kept.
struct Tee {
    body: Body,
    empty: bool,
    /// `None` if it is not JSON, or too large.
    seen: Option<Vec<u8>>,
    /// `None` after it was written.
    entry: Option<Entry>,
}

impl Tee {
    fn finish(&mut self, complete: bool) {
        let Some(entry) = self.entry.take() else { return };
        match &self.seen {
            Some(bytes) if complete => entry.write(Some(bytes)),
            _ if complete && self.empty => entry.write(Some(&[])),
            Some(_) | None => entry.write(None),
        }
    }
}

impl Stream for Tee {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<Option<Self::Item>> {
        let Poll::Ready(piece) = self.body.poll_chunk(task) else {
            return Poll::Pending;
        };
        match &piece {
            Some(Ok(bytes)) => {
                self.empty &= bytes.is_empty();
                let seen = self.seen.take();
                self.seen = seen
                    .filter(|seen| seen.len() + bytes.len() <= MAX_BODY)
                    .map(|mut seen| {
                        seen.extend_from_slice(bytes);
                        seen
                    });
            }
            Some(Err(_)) => self.finish(false),
            None => self.finish(true),
        }
        Poll::Ready(piece)
    }
}

impl Drop for Tee {
    /// A caller need not read a body to its end.
    fn drop(&mut self) {
        self.finish(false);
    }
}
