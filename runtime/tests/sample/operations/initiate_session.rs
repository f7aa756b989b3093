//! `POST /kyc/digilocker/sessions/init`

use ::specwright_runtime::v1;

use crate::wire;

/// The body of the request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// `flow`
    pub flow: Flow,
    /// `redirect_url`
    pub redirect_url: RedirectUrl,
    /// `doc_types`
    pub doc_types: ::std::vec::Vec<::std::string::String>,
    /// `consent_expiry`
    pub consent_expiry: ::std::option::Option<i64>,
}

impl Request {
    /// The required members.
    pub fn new(
        flow: Flow,
        redirect_url: RedirectUrl,
        doc_types: impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        Self {
            flow,
            redirect_url,
            doc_types: doc_types.into_iter().map(::std::convert::Into::into).collect(),
            consent_expiry: ::std::option::Option::None,
        }
    }
}

/// `flow`
#[derive(Clone)]
#[non_exhaustive]
pub enum Flow {
    /// `signin`
    Signin,
    /// `signup`
    Signup,
    /// A value that the document does not list: see `from_unchecked`.
    Unknown(Box<str>),
}

/// `redirect_url`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectUrl(pub(crate) ::std::borrow::Cow<'static, str>);

/// The body of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Response {
    /// `code`
    pub code: i64,
    /// `timestamp`
    pub timestamp: i64,
    /// `data`
    pub data: ResponseData,
    /// `transaction_id`
    pub transaction_id: ::std::string::String,
}

/// `data`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseData {
    /// `authorization_url`
    pub authorization_url: ::std::string::String,
    /// `session_id`
    pub session_id: ::std::string::String,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `initiateSession`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) body: Request,
    pub(crate) x_api_version: ::std::option::Option<::std::string::String>,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "initiateSession";

    pub(crate) fn new(core: &v1::Core, body: Request) -> Self {
        Self {
            setup: v1::Setup::new(core),
            body,
            x_api_version: ::std::option::Option::None,
        }
    }

    /// `x-api-version`
    pub fn x_api_version(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.x_api_version = ::std::option::Option::Some(value.into());
        self
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// The credential `authorization`, for this call only.
    pub fn authorization(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.setup = self
            .setup
            .credential(&crate::client::schemes::AUTHORIZATION, secret.into());
        self
    }

    /// The credential `x_api_key`, for this call only.
    pub fn x_api_key(mut self, secret: impl ::std::convert::Into<v1::Secret>) -> Self {
        self.setup = self.setup.credential(&crate::client::schemes::X_API_KEY, secret.into());
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<Response, Failure> {
        let request = wire::initiate_session::encode(&mut self);
        v1::send(self.setup, request, wire::initiate_session::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<Response>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<Response, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
