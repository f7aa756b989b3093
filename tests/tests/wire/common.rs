//! Clients of a recording server, and of a mock whose clock does not run.

use specwright_runtime::Body;
use specwright_runtime::transport::mock::MockTransport;
pub(crate) use specwright_tests::server::{Answer, Recorded, Server};

/// A client of the case `$case`, which talks to `$server`.
macro_rules! client {
    ($case:ident, $server:expr) => {
        builder!($case, $server).build().expect("a client")
    };
}

/// The settings of such a client, which sends everything once: tests of repeating say so.
macro_rules! builder {
    ($case:ident, $server:expr) => {
        specwright_compiled::operations::$case::client::Client::builder()
            .base_url($server.url())
            .retry(specwright_runtime::RetryPolicy::never())
    };
}

/// A client of the case `$case` on a mock.
macro_rules! mocked {
    ($case:ident, $mock:expr) => {
        specwright_compiled::operations::$case::client::Client::builder()
            .base_url("http://mock.test")
            .transport($mock.clone())
            .build()
            .expect("a client")
    };
}

/// A server that answers everything with "no content".
pub(crate) fn quiet() -> Server {
    let server = Server::start().expect("a free port");
    server.always("/", Answer::status(204));
    server
}

/// A server that answers what it is told.
pub(crate) fn told(answers: impl IntoIterator<Item = Answer>) -> Server {
    let server = Server::start().expect("a free port");
    for answer in answers {
        server.answer(answer);
    }
    server
}

/// What came last.
pub(crate) fn last(server: &Server) -> Recorded {
    server.requests().pop().expect("a request")
}

/// The targets of all requests.
pub(crate) fn targets(server: &Server) -> Vec<String> {
    server.requests().into_iter().map(|request| request.target).collect()
}

/// A mock that expects nothing yet.
pub(crate) fn mock() -> MockTransport {
    MockTransport::new()
}

/// A body that can be sent only once.
pub(crate) fn once(bytes: &'static str) -> Body {
    Body::from_reader(std::io::Cursor::new(bytes), None)
}

/// Everything that an error says, with all its causes.
pub(crate) fn said(error: &(dyn std::error::Error + 'static)) -> String {
    let mut all = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        all.push_str(&format!("{error} {error:?} {error:#?}\n"));
        next = error.source();
    }
    all
}

/// The status of an error, as a number.
pub(crate) fn status<E>(error: &specwright_runtime::Error<E>) -> Option<u16> {
    error.status().map(|status| status.as_u16())
}
