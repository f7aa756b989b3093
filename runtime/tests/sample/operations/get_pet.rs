//! `GET /pets/{id}.json`

use ::specwright_runtime::v1;

use crate::wire;

/// The successful answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Success {
    /// 200
    Ok(Pet),
    /// 204
    NoContent,
}

/// The documented errors.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Failure {
    /// 404
    NotFound(Problem),
    /// 4XX
    ClientError(::std::string::String),
    /// default
    Default(Problem),
}

v1::shared!(Failure => title(str) in NotFound | Default);

/// A pet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`
    pub name: ::std::string::String,
    /// `weights`
    pub weights: ::std::option::Option<::std::vec::Vec<f64>>,
}

/// A problem.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`
    pub title: ::std::string::String,
}

/// A call of `getPet`.
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct Call {
    pub(crate) setup: v1::Setup,
    pub(crate) id: ::std::string::String,
}

impl Call {
    /// The `operationId`, by which a mock knows the operation.
    pub const OPERATION: &'static str = "getPet";

    pub(crate) fn new(core: &v1::Core, id: ::std::string::String) -> Self {
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
    pub fn send(mut self) -> v1::Sending<Success, Failure> {
        let request = wire::get_pet::encode(&mut self);
        v1::send(self.setup, request, wire::get_pet::decode)
    }
}

impl ::std::future::IntoFuture for Call {
    type Output = ::std::result::Result<v1::Response<Success>, v1::Error<Failure>>;
    type IntoFuture = v1::Sending<Success, Failure>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
