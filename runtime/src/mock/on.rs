//! What a test says about an operation.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::transport::TransportErrorKind;
use crate::transport::mock::{Check, MockResponse, MockTransport, Ready, Received};

/// An example of a response that the document has.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    status: u16,
    media_type: &'static str,
    name: &'static str,
    body: &'static str,
}

impl Example {
    /// An example by its name in the document.
    pub const fn new(status: u16, media_type: &'static str, name: &'static str, body: &'static str) -> Self {
        Self {
            status,
            media_type,
            name,
            body,
        }
    }
}

/// How often a reply is given.
#[derive(Clone, Copy, Debug)]
enum Repeats {
    Times(usize),
    Always,
}

/// What a test says about an operation: of which calls, how often, and the reply, which comes last. `T` is what a call gives, `E`
/// its documented failures.
///
/// Replies of one operation are given in the order in which they were said; those of `always` come after all others. A call
/// for which there is no reply is an error of the transport of kind `Unsupported`, which names what is expected.
#[must_use = "nothing is expected until there is a reply"]
pub struct On<T, E> {
    transport: MockTransport,
    operation: &'static str,
    examples: &'static [Example],
    check: Option<Check>,
    repeats: Repeats,
    types: PhantomData<fn(T, E)>,
}

impl<T, E> On<T, E> {
    pub(super) fn new(transport: MockTransport, operation: &'static str, examples: &'static [Example]) -> Self {
        Self {
            transport,
            operation,
            examples,
            check: None,
            repeats: Repeats::Times(1),
            types: PhantomData,
        }
    }

    /// Only requests that `matches` accepts are meant; of several conditions each must hold.
    pub fn when(mut self, matches: impl Fn(&Received) -> bool + Send + Sync + 'static) -> Self {
        self.check = Some(match self.check.take() {
            None => Arc::new(matches),
            Some(earlier) => Arc::new(move |received: &Received| earlier(received) && matches(received)),
        });
        self
    }

    /// Only requests are meant whose JSON body has that value at a JSON pointer (RFC 6901), such as `/pets/0/name`.
    pub fn with_json(self, pointer: &'static str, value: impl Into<serde_json::Value>) -> Self {
        let value = value.into();
        self.when(move |received| {
            let body = received.json();
            body.is_some_and(|body| body.pointer(pointer) == Some(&value))
        })
    }

    /// Only requests are meant whose path and query, as they are encoded, end so: `/pets/7`, `limit=10`.
    pub fn with_target_end(self, end: &'static str) -> Self {
        self.when(move |received| {
            let target = received.uri.path_and_query();
            target.is_some_and(|target| target.as_str().ends_with(end))
        })
    }

    /// The reply is given so often.
    pub fn times(mut self, count: usize) -> Self {
        self.repeats = Repeats::Times(count);
        self
    }

    /// The reply is given whenever no other is left.
    pub fn always(mut self) -> Self {
        self.repeats = Repeats::Always;
        self
    }

    /// Replies with any response, which the client reads as if a server had sent it.
    pub fn respond(self, response: MockResponse) {
        let Self {
            transport,
            operation,
            check,
            repeats,
            ..
        } = self;
        match repeats {
            Repeats::Always => transport.always_checked(operation, check, response),
            Repeats::Times(count) => {
                for _ in 0..count {
                    transport.expect_checked(operation, check.clone(), response.clone());
                }
            }
        }
    }

    /// Replies with an error of the transport.
    pub fn break_down(self, kind: TransportErrorKind) {
        self.respond(MockResponse::failure(kind));
    }

    /// Replies with an example of the document, by its name; one without a name is called like its status (`200`). The client
    /// reads it as if a server had sent it. If there is no such example, the call fails and says which ones there are.
    pub fn reply_example(self, name: &str) {
        let response = match self.examples.iter().find(|example| example.name == name) {
            Some(example) => MockResponse::status(example.status)
                .header("content-type", example.media_type)
                .body(example.body),
            None => MockResponse::wrong(self.no_example(name)),
        };
        self.respond(response);
    }

    fn no_example(&self, name: &str) -> Cow<'static, str> {
        let operation = self.operation;
        let known: Vec<&str> = self.examples.iter().map(|example| example.name).collect();
        Cow::Owned(match known.as_slice() {
            [] => format!("the document has no examples of responses of `{operation}`"),
            known => format!(
                "the document has no example `{name}` of a response of `{operation}`, but `{}`",
                known.join("`, `")
            ),
        })
    }

    /// The requests of this operation that were received, in order.
    pub fn calls(&self) -> Vec<Received> {
        let mut received = self.transport.received();
        received.retain(|received| received.operation == self.operation);
        received
    }

    /// How often it was called; attempts count.
    pub fn count(&self) -> usize {
        self.calls().len()
    }
}

impl<T, E> On<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    /// Replies with a success, of status 200.
    pub fn reply(self, value: T) {
        self.reply_with(200, value);
    }

    /// Replies with a success of that status.
    pub fn reply_with(self, status: u16, value: T) {
        let outcome: Result<T, E> = Ok(value);
        self.respond(MockResponse::ready(status, Ready::new(outcome)));
    }

    /// Replies with a documented failure.
    pub fn fail(self, status: u16, failure: E) {
        let outcome: Result<T, E> = Err(failure);
        self.respond(MockResponse::ready(status, Ready::new(outcome)));
    }
}

impl<T, E> fmt::Debug for On<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("On")
            .field("operation", &self.operation)
            .field("repeats", &self.repeats)
            .finish_non_exhaustive()
    }
}
