//! `GET /pets`

use ::specwright_runtime::v1;

use crate::wire;

/// A page of pets.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Response {
    /// `pets`
    pub pets: ::std::vec::Vec<Pet>,
    /// `next`
    pub next: ::std::option::Option<::std::string::String>,
}

/// A pet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`
    pub name: ::std::string::String,
}

/// `filter`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Filter {
    /// `status`
    pub status: ::std::option::Option<::std::string::String>,
    /// `age`
    pub age: ::std::option::Option<Age>,
}

/// `age`
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Age {
    /// `gte`
    pub gte: ::std::option::Option<i64>,
    /// `any`
    pub any: ::std::option::Option<::std::vec::Vec<i64>>,
}

/// The documented failures: none so far.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {}

/// A call of `listPets`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) limit: ::std::option::Option<i64>,
    pub(crate) cursor: ::std::option::Option<::std::string::String>,
    pub(crate) tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    pub(crate) ids: ::std::option::Option<::std::vec::Vec<i64>>,
    pub(crate) filter: ::std::option::Option<Filter>,
    pub(crate) query: ::std::option::Option<Filter>,
    pub(crate) x_trace: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    pub(crate) sid: ::std::option::Option<::std::string::String>,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "listPets";

    pub(crate) fn new(core: &v1::Core) -> Self {
        Self {
            setup: v1::Setup::new(core),
            limit: ::std::option::Option::None,
            cursor: ::std::option::Option::None,
            tags: ::std::option::Option::None,
            ids: ::std::option::Option::None,
            filter: ::std::option::Option::None,
            query: ::std::option::Option::None,
            x_trace: ::std::option::Option::None,
            sid: ::std::option::Option::None,
        }
    }

    /// `limit`
    pub fn limit(mut self, value: i64) -> Self {
        self.limit = ::std::option::Option::Some(value);
        self
    }

    /// `cursor`
    pub fn cursor(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.cursor = ::std::option::Option::Some(value.into());
        self
    }

    /// `tags`
    pub fn tags(mut self, value: ::std::vec::Vec<::std::string::String>) -> Self {
        self.tags = ::std::option::Option::Some(value);
        self
    }

    /// `ids`
    pub fn ids(mut self, value: ::std::vec::Vec<i64>) -> Self {
        self.ids = ::std::option::Option::Some(value);
        self
    }

    /// `filter`
    pub fn filter(mut self, value: Filter) -> Self {
        self.filter = ::std::option::Option::Some(value);
        self
    }

    /// `query`
    pub fn query(mut self, value: Filter) -> Self {
        self.query = ::std::option::Option::Some(value);
        self
    }

    /// `x_trace`
    pub fn x_trace(mut self, value: ::std::vec::Vec<::std::string::String>) -> Self {
        self.x_trace = ::std::option::Option::Some(value);
        self
    }

    /// `sid`
    pub fn sid(mut self, value: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.sid = ::std::option::Option::Some(value.into());
        self
    }

    /// All pages from here on.
    pub fn pages(self) -> v1::Pages<Self, Response, Failure> {
        v1::pages(self, Self::send, wire::list_pets::next)
    }

    /// All pets from here on.
    pub fn items(self) -> v1::Items<Self, Response, Failure, Pet> {
        self.pages().items(|page| page.pets)
    }

    /// Options of this call.
    pub fn with(mut self, options: v1::CallOptions) -> Self {
        self.setup = self.setup.options(options);
        self
    }

    /// Sends the call.
    pub fn send(mut self) -> v1::Sending<Response, Failure> {
        let request = wire::list_pets::encode(&mut self);
        v1::send(self.setup, request, wire::list_pets::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<Response>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<Response, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
