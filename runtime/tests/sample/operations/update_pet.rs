//! `PATCH /pets/{id}`

use ::specwright_runtime::v1;

use crate::wire;

/// The body, in one of the documented media types.
#[derive(Debug)]
#[non_exhaustive]
pub enum Body {
    /// `application/merge-patch+json`
    MergePatchJson(Patch),
    /// `application/x-www-form-urlencoded`
    Form(Patch),
    /// `text/plain`
    Text(::std::string::String),
    /// `application/octet-stream`
    OctetStream(v1::Body),
}

impl ::std::convert::From<Patch> for Body {
    fn from(body: Patch) -> Self {
        Self::MergePatchJson(body)
    }
}

/// `Patch`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Patch {
    /// `name`
    pub name: ::std::option::Option<::std::string::String>,
    /// `tags`
    pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `updatePet`.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) id: i64,
    pub(crate) body: Body,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "updatePet";

    pub(crate) fn new(core: &v1::Core, id: i64, body: Body) -> Self {
        Self {
            setup: v1::Setup::new(core),
            id,
            body,
        }
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<(), Failure> {
        let request = wire::update_pet::encode(&mut self);
        v1::send(self.setup, request, wire::update_pet::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<()>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<(), Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
