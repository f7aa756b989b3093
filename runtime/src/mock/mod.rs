//! Tests of programs that use a client: operations that reply what a test says ([`On`]), and values of received types ([`value`]).
//!
//! The module `mock` of a generated client has a `Mock` with a method for each operation (setting `output.mock`); all that is not
//! about one document is here. The transport below it is [`MockTransport`].

mod on;
mod value;

use std::fmt;

use crate::transport::mock::MockTransport;

pub use crate::transport::mock::{MockResponse, Received};
pub use on::{Example, On};
pub use value::{ValueError, value};

/// What all operations of a `Mock` have in common: its transport, and whether everything that was expected has come. Clones share
/// everything.
#[derive(Clone, Default)]
pub struct Mocks(MockTransport);

impl Mocks {
    /// The base URL of its clients. No such host exists (RFC 2606 section 2).
    pub const URL: &'static str = "http://mock.invalid";

    /// Nothing is expected yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What a test says about an operation.
    pub fn on<T, E>(&self, operation: &'static str, examples: &'static [Example]) -> On<T, E> {
        On::new(self.0.clone(), operation, examples)
    }

    /// The transport of its clients: all requests that were received, the delays between attempts.
    pub fn transport(&self) -> MockTransport {
        self.0.clone()
    }

    /// Whether every expectation was met.
    ///
    /// # Errors
    ///
    /// Returns the operations that were expected and not called, one for each expectation that is left.
    pub fn finish(&self) -> Result<(), Unmet> {
        let operations = self.0.unmet();
        match operations.is_empty() {
            true => Ok(()),
            false => Err(Unmet { operations }),
        }
    }
}

impl fmt::Debug for Mocks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Calls that were expected and not made.
#[derive(Debug)]
pub struct Unmet {
    operations: Vec<String>,
}

impl Unmet {
    /// The operations, one for each expectation that is left.
    pub fn operations(&self) -> &[String] {
        &self.operations
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected and not called: {}", self.operations.join(", "))
    }
}

impl std::error::Error for Unmet {}
