//! `PUT /notes/{id}`

use ::specwright_runtime::v1;

use crate::wire;

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `putNote`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) id: i64,
    pub(crate) body: ::std::option::Option<::std::string::String>,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "putNote";

    pub(crate) fn new(core: &v1::Core, id: i64) -> Self {
        Self {
            setup: v1::Setup::new(core),
            id,
            body: ::std::option::Option::None,
        }
    }

    /// The body; optional.
    pub fn body(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.body = ::std::option::Option::Some(value.into());
        self
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<(), Failure> {
        let request = wire::put_note::encode(&mut self);
        v1::send(self.setup, request, wire::put_note::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<()>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<(), Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
