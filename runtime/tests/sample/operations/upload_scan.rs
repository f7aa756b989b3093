//! `POST /pets/{id}/scans`

use ::specwright_runtime::v1;

use crate::wire;

/// The parts of the body.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// `file`
    pub file: v1::Part,
    /// `pages`
    pub pages: ::std::vec::Vec<v1::Part>,
    /// `meta`
    pub meta: ::std::option::Option<Meta>,
    /// `tags`
    pub tags: ::std::vec::Vec<::std::string::String>,
}

impl Request {
    /// The required parts.
    pub fn new(file: impl ::std::convert::Into<v1::Part>) -> Self {
        Self {
            file: file.into(),
            pages: ::std::vec::Vec::new(),
            meta: ::std::option::Option::None,
            tags: ::std::vec::Vec::new(),
        }
    }
}

/// `meta`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Meta {
    /// `dpi`
    pub dpi: ::std::option::Option<i64>,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `uploadScan`.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) id: ::std::string::String,
    pub(crate) body: Request,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "uploadScan";

    pub(crate) fn new(core: &v1::Core, id: ::std::string::String, body: Request) -> Self {
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
    pub fn send(mut self) -> v1::Sending<::std::string::String, Failure> {
        let request = wire::upload_scan::encode(&mut self);
        v1::send(self.setup, request, wire::upload_scan::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<::std::string::String>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<::std::string::String, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
