//! `GET /pets/{id}/photo`

use ::specwright_runtime::v1;

use crate::wire;

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `getPhoto`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) id: i64,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "getPhoto";

    pub(crate) fn new(core: &v1::Core, id: i64) -> Self {
        Self {
            setup: v1::Setup::new(core),
            id,
        }
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<v1::ByteStream, Failure> {
        let request = wire::get_photo::encode(&mut self);
        v1::send(self.setup, request, wire::get_photo::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<v1::ByteStream>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<v1::ByteStream, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
