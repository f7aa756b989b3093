//! `POST /orders`

use ::specwright_runtime::v1;

use crate::wire;

/// The body of the request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// `amount`
    pub amount: i64,
    /// `items`
    pub items: ::std::vec::Vec<Item>,
}

impl Request {
    /// The required members.
    pub fn new(amount: i64, items: ::std::vec::Vec<Item>) -> Self {
        Self { amount, items }
    }
}

/// An item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `price`
    pub price: ::std::string::String,
}

/// The body of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Response {
    /// `id`
    pub id: i64,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `createOrder`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) body: Request,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "createOrder";

    pub(crate) fn new(core: &v1::Core, body: Request) -> Self {
        Self {
            setup: v1::Setup::new(core),
            body,
        }
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<Response, Failure> {
        let request = wire::create_order::encode(&mut self);
        v1::send(self.setup, request, wire::create_order::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<Response>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<Response, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
