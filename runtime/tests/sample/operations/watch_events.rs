//! `GET /events`

use ::specwright_runtime::v1;

use crate::wire;

/// The answer, in one of the documented media types.
#[derive(Debug)]
#[non_exhaustive]
pub enum Success {
    /// `text/event-stream`
    EventStream(v1::EventStream<Change>),
    /// `application/jsonl`
    Jsonl(v1::JsonLines<Change>),
}

/// A change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// `id`
    pub id: i64,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `watchEvents`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "watchEvents";

    pub(crate) fn new(core: &v1::Core) -> Self {
        Self {
            setup: v1::Setup::new(core),
        }
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<Success, Failure> {
        let request = wire::watch_events::encode(&mut self);
        v1::send(self.setup, request, wire::watch_events::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<Success>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<Success, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
