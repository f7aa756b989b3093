//! From a response to a value.

use std::sync::Arc;

use bytes::Bytes;
use serde_core::de::DeserializeOwned;

use super::choice::{self, Choice, Seen};
use super::events::{Told, undocumented_status};
use super::media::{Family, Markup, essence, is_json};
use super::repair::Read;
use super::stream::{ByteStream, EventStream, JsonLines, Live, PartStream};
use super::{Response, charset, form, json, repair};
use crate::data::fault::{Kind, Reading, Repair};
use crate::data::integer::Integer;
#[cfg(feature = "mock")]
use crate::error::SendError;
use crate::error::{ApiError, DecodeError, Error, Mismatch, UnexpectedResponseError};
use crate::operation::ResponseCase;
use crate::transport::head::Head;
use crate::transport::{Body, Timeouts, Transport, coding};
#[cfg(feature = "mock")]
use crate::transport::{TransportError, TransportErrorKind};

/// A response, before it is decoded.
pub struct RawResponse {
    pub(crate) head: Box<Head>,
    /// The rest of the body, if it is handed out as a stream.
    pub(crate) rest: Option<Body>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) timeouts: Timeouts,
    /// The body was cut off at this many bytes.
    pub(crate) cut: Option<usize>,
    /// The body was compressed, and no header said so.
    unzipped: bool,
    /// The declared response that it is, chosen once: the body does not change.
    choice: Choice,
    /// What a test gives the call in place of what the body says.
    #[cfg(feature = "mock")]
    pub(crate) ready: Option<crate::transport::mock::Ready>,
}

/// The result of decoding a response.
pub enum Outcome<T, E> {
    /// A documented success.
    Success(T),
    /// A documented error.
    Failure(E),
    /// Neither of them.
    Mismatch(Mismatch),
}

/// A success response, if its body could be read.
pub fn success<T, E>(value: Result<T, Mismatch>) -> Outcome<T, E> {
    match value {
        Ok(value) => Outcome::Success(value),
        Err(mismatch) => Outcome::Mismatch(mismatch),
    }
}

/// An error response, if its body could be read.
pub fn failure<T, E>(value: Result<E, Mismatch>) -> Outcome<T, E> {
    match value {
        Ok(value) => Outcome::Failure(value),
        Err(mismatch) => Outcome::Mismatch(mismatch),
    }
}

impl<T, E> Outcome<T, E> {
    /// The same for a form of the call, whose successes are others: only failures are left.
    pub fn failed<U>(self) -> Outcome<U, E> {
        match self {
            Self::Success(_) => Outcome::Mismatch(Mismatch::Media),
            Self::Failure(error) => Outcome::Failure(error),
            Self::Mismatch(mismatch) => Outcome::Mismatch(mismatch),
        }
    }
}

impl RawResponse {
    /// A response whose body is in its head, or is the rest.
    pub(crate) fn new(
        head: Box<Head>,
        rest: Option<Body>,
        transport: Arc<dyn Transport>,
        timeouts: Timeouts,
        cut: Option<usize>,
    ) -> Self {
        let seen = Seen {
            status: head.status.as_u16(),
            content_type: head.content_type(),
            empty: is_empty(&head, rest.as_ref()),
            markup: Markup::of(&head.body),
        };
        let choice = choice::choose(head.operation.responses, &seen);
        Self {
            head,
            rest,
            transport,
            timeouts,
            cut,
            unzipped: false,
            choice,
            #[cfg(feature = "mock")]
            ready: None,
        }
    }

    /// Undoes the coding of a body of text that is gzip, though no header says so: text of no charset begins like it.
    pub(crate) fn undo_unnamed_gzip(&mut self, limit: usize) {
        use Family::{Html, Json, Lines, Other, Picture, Text, Untyped, Xml, Yaml};
        // First what nearly no body is.
        if self.head.body.first() != Some(&0x1F) || self.cut.is_some() || self.head.reading == Reading::Strict {
            return;
        }
        let is_text = self.declared().is_some_and(|case| match Family::of(case.media) {
            Json | Lines | Xml | Yaml | Html | Text => true,
            Picture | Untyped | Other => is_json(case),
        });
        if is_text && let Some((body, more)) = coding::unnamed_gzip(&self.head.headers, &self.head.body, limit) {
            self.head.body = body.into();
            self.cut = more.then_some(limit);
            self.unzipped = true;
        }
    }

    /// Notes that the body had a coding that no header names. A body is noted once it was read.
    fn note_coding(&mut self) {
        if self.unzipped {
            repair::note(&mut self.head, Kind::Other, Kind::Unreadable, Repair::Converted);
        }
    }

    /// The same response, whose call gives what a test says.
    #[cfg(feature = "mock")]
    pub(crate) fn with_ready(self, ready: Option<crate::transport::mock::Ready>) -> Self {
        Self { ready, ..self }
    }

    /// The declared response that this one is: its status as the document writes it (`200`, `4XX`, `default`) and its media
    /// type, which is empty if there is no content. Both are empty for a response that is not declared.
    pub fn case(&self) -> (&'static str, &'static str) {
        self.declared().map_or(("", ""), |case| (case.key, case.media))
    }

    /// The status of the declared response that this one is, as the document writes it: enough where no status has several
    /// media types.
    pub fn key(&self) -> &'static str {
        self.case().0
    }

    /// Whether the declared response that this one is has a status of success.
    pub(crate) fn is_success(&self) -> bool {
        self.declared().is_some_and(|case| case.status.is_success())
    }

    fn declared(&self) -> Option<&'static ResponseCase> {
        match self.choice {
            Choice::Case(index) | Choice::Instead(index) => self.head.operation.responses.get(index),
            Choice::UnknownStatus | Choice::UnknownMedia => None,
        }
    }

    /// The result for a response that the document does not declare.
    pub fn unexpected<T, E>(&self) -> Outcome<T, E> {
        Outcome::Mismatch(match (self.choice, self.cut) {
            (_, Some(limit)) => Mismatch::TooLarge(limit),
            (Choice::UnknownStatus, None) => Mismatch::Status,
            // A case without an arm is one that this form of the call does not ask for.
            (Choice::UnknownMedia | Choice::Case(_) | Choice::Instead(_), None) => Mismatch::Media,
        })
    }

    /// Writes the events about what differs from the document.
    fn tell(&self) {
        if matches!(self.choice, Choice::Instead(_) | Choice::UnknownStatus) {
            undocumented_status(&self.head);
        }
        Told::default().deviations(&self.head);
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    /// The body as JSON.
    pub fn json<T: DeserializeOwned>(&mut self) -> Result<T, Mismatch> {
        self.read_json(|text| serde_json::from_str(text))
    }

    /// The body as JSON that is an integer or made of integers, for which `1.0` is one too.
    pub fn integers<T: Integer>(&mut self) -> Result<T, Mismatch> {
        self.read_json(|text| {
            let mut reader = serde_json::Deserializer::from_str(text);
            let value = T::read(&mut reader)?;
            reader.end().map(|()| value)
        })
    }

    /// The body as a form; as JSON, if that is what the server says it is.
    pub fn form<T: DeserializeOwned>(&mut self) -> Result<T, Mismatch> {
        if self.head.content_type().map(Family::of) == Some(Family::Json) {
            return self.json();
        }
        let text = self.text()?;
        form::read(&mut self.head, &text, |text| serde_json::from_str(text))
    }

    fn read_json<T>(&mut self, read: Read<T>) -> Result<T, Mismatch> {
        self.whole()?;
        // Taken out of the head, which notes what is repaired, and put back.
        let body = std::mem::take(&mut self.head.body);
        let mut value = json::read(&mut self.head, &body, read);
        if value.is_ok() && matches!(self.choice, Choice::Instead(_)) && json::is_foreign(&body, read) {
            value = Err(Mismatch::Foreign);
        }
        self.head.body = body;
        if value.is_ok() {
            self.note_coding();
        }
        value
    }

    fn whole(&self) -> Result<&Bytes, Mismatch> {
        self.uncoded()?;
        match self.cut {
            Some(limit) => Err(Mismatch::TooLarge(limit)),
            None => Ok(&self.head.body),
        }
    }

    /// Whether the body is as the server has made it: a coding that is not compiled in is left in it.
    fn uncoded(&self) -> Result<(), Mismatch> {
        match coding::left(&self.head.headers) {
            Some(coding) if !is_empty(&self.head, self.rest.as_ref()) => Err(Mismatch::Coding(coding.into())),
            Some(_) | None => Ok(()),
        }
    }

    /// No body is expected. If there is one, it stays in the bytes of the response.
    pub fn empty(&self) -> Result<(), Mismatch> {
        // Nor is its coding of interest.
        self.cut.map_or(Ok(()), |limit| Err(Mismatch::TooLarge(limit)))
    }

    /// No body is expected: see [`empty`](Self::empty). The result is that value.
    pub fn empty_as<T>(&self, value: T) -> Result<T, Mismatch> {
        self.empty().map(|()| value)
    }

    /// The body as text (also XML), in the charset that its media type names; UTF-8 without one. Of a JSON string in place of plain
    /// text it is what the string holds.
    pub fn text(&mut self) -> Result<String, Mismatch> {
        let text = charset::text(self.whole()?, self.head.content_type())?;
        self.note_coding();
        let is_plain = |case: &ResponseCase| essence(case.media).eq_ignore_ascii_case("text/plain");
        let sent = self.head.content_type().map(Family::of);
        if sent != Some(Family::Json) || !self.declared().is_some_and(is_plain) {
            return Ok(text);
        }
        if self.head.reading == Reading::Strict {
            return Err(Mismatch::Media);
        }
        repair::note(&mut self.head, Kind::String, Kind::Other, Repair::Converted);
        Ok(serde_json::from_str(&text).unwrap_or(text))
    }

    /// The body as bytes in memory.
    pub fn bytes(&self) -> Result<Bytes, Mismatch> {
        self.whole().cloned()
    }

    /// The body as it comes in.
    fn live(&mut self) -> Result<Live, Mismatch> {
        self.uncoded()?;
        Ok(self.live_as_received())
    }

    /// The same, also in a coding that is not undone.
    fn live_as_received(&mut self) -> Live {
        let body = self.rest.take().unwrap_or_else(|| Body::from(self.head.body.clone()));
        Live {
            body,
            head: self.head.clone(),
            transport: Arc::clone(&self.transport),
            idle: self.timeouts.idle,
            timer: None,
            told: Told::default(),
        }
    }

    /// The body as a stream of bytes.
    pub fn stream(&mut self) -> Result<ByteStream, Mismatch> {
        let live = self.live()?;
        Ok(self.bytes_of(live))
    }

    /// The body as a stream of bytes, also in a coding that is not undone.
    fn bytes_as_received(&mut self) -> ByteStream {
        let live = self.live_as_received();
        self.bytes_of(live)
    }

    fn bytes_of(&self, live: Live) -> ByteStream {
        let length = self
            .head
            .headers
            .get(http::header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse().ok());
        ByteStream::new(live, length)
    }

    /// The body as server-sent events whose data is JSON.
    pub fn events<T: DeserializeOwned>(&mut self) -> Result<EventStream<T>, Mismatch> {
        self.live().map(EventStream::json)
    }

    /// The same for data without a property `error`: one that has it reports an error.
    pub fn events_or_errors<T: DeserializeOwned>(&mut self) -> Result<EventStream<T>, Mismatch> {
        self.live().map(EventStream::json_or_error)
    }

    /// The body as server-sent events whose data are strings.
    pub fn text_events(&mut self) -> Result<EventStream<String>, Mismatch> {
        self.live().map(EventStream::text)
    }

    /// The body as the parts of a multipart body.
    pub fn parts(&mut self) -> Result<PartStream, Mismatch> {
        self.live().and_then(PartStream::new)
    }

    /// The body as one JSON value per line (JSON Lines, NDJSON), or after each record separator (RFC 7464).
    pub fn lines<T: DeserializeOwned>(&mut self) -> Result<JsonLines<T>, Mismatch> {
        self.live().map(JsonLines::new)
    }
}

fn is_empty(head: &Head, rest: Option<&Body>) -> bool {
    choice::is_empty(&head.operation, head.status, &head.headers) || (rest.is_none() && head.body.is_empty())
}

/// Makes the result of a call from a response and the result of decoding it.
pub(crate) fn conclude<T, E>(response: RawResponse, outcome: Outcome<T, E>) -> Result<Response<T>, Error<E>> {
    response.tell();
    let head = response.head;
    match outcome {
        Outcome::Success(value) => Ok(Response { head, value }),
        Outcome::Failure(body) => Err(Error::Api(Box::new(ApiError { head, body }))),
        Outcome::Mismatch(reason) => Err(mismatch(head, reason)),
    }
}

/// Makes the result of a call from what a test gives it.
#[cfg(feature = "mock")]
pub(crate) fn given<T: 'static, E: 'static>(
    head: Box<Head>,
    ready: &crate::transport::mock::Ready,
) -> Result<Response<T>, Error<E>> {
    match ready.take::<Result<T, E>>() {
        Some(Ok(value)) => Ok(Response { head, value }),
        Some(Err(body)) => Err(Error::Api(Box::new(ApiError { head, body }))),
        None => {
            let problem = "the mock has a value for another form of this call: respond with bytes";
            Err(Error::Transport(Box::new(SendError {
                operation: head.operation.id,
                attempts: head.attempts,
                source: TransportError::new(TransportErrorKind::Unsupported, problem),
                head: Some(head),
            })))
        }
    }
}

/// Hands out a success as it is; only a failure is decoded.
pub(crate) fn unread<T, E>(
    response: &mut RawResponse,
    decode: fn(&mut RawResponse) -> Outcome<T, E>,
) -> Outcome<ByteStream, E> {
    if response.head.status.is_success() {
        return Outcome::Success(response.bytes_as_received());
    }
    match decode(response) {
        // A redirect that is what the operation is for.
        Outcome::Success(_) => Outcome::Success(response.bytes_as_received()),
        Outcome::Failure(body) => Outcome::Failure(body),
        Outcome::Mismatch(reason) => Outcome::Mismatch(reason),
    }
}

/// A success that cannot be read is a decoding error, every other response an unexpected one.
fn mismatch<E>(head: Box<Head>, reason: Mismatch) -> Error<E> {
    if head.status.is_success() {
        Error::Decode(Box::new(DecodeError { head, reason }))
    } else {
        Error::Unexpected(Box::new(UnexpectedResponseError { head, reason }))
    }
}
