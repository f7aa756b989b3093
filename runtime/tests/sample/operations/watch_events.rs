//! `GET /events`

use ::specwright_runtime::v1;

use crate::wire;

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
    pub fn send(mut self) -> v1::Sending<v1::EventStream<Change>, Failure> {
        let request = wire::watch_events::encode(&mut self);
        v1::send(self.setup, request, wire::watch_events::decode)
    }

    /// Sends the call for a response of `application/jsonl`.
    pub fn send_jsonl(mut self) -> v1::Sending<v1::JsonLines<Change>, Failure> {
        let request = wire::watch_events::encode(&mut self);
        v1::send_form(self.setup, request, 0, wire::watch_events::decode_jsonl)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<v1::EventStream<Change>>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<v1::EventStream<Change>, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
