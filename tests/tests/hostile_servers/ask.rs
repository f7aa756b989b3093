//! Asking a server on either transport, and what must be true of every result.

use std::fmt::Write as _;
use std::time::Duration;

use specwright_compiled::operations::attacked::client::{Client, ClientBuilder};
use specwright_compiled::operations::attacked::write;
use specwright_runtime::transport::ureq::UreqTransport;
use specwright_runtime::v1::Sending;
use specwright_runtime::{Error, Response, RetryPolicy, Timeouts};
use specwright_tests::server::{Answer, Server};

use crate::log;

/// What every request has, and nothing else may show.
pub(crate) const SECRETS: [&str; 2] = ["SECRET-head", "SECRET-query"];

/// The most that is read of a body.
pub(crate) const MAX_BODY: usize = 200_000;

/// The most memory that the tests of this file may have had at any time, in kilobytes: what bombs would become is far more.
const MEMORY: usize = 600_000;

/// Which transport sends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    Asynchronous,
    Blocking,
}

pub(crate) const WAYS: [Way; 2] = [Way::Asynchronous, Way::Blocking];

/// A client with both credentials, and the means to wait for it.
pub(crate) struct Asking {
    pub(crate) way: Way,
    pub(crate) client: Client,
    pub(crate) runtime: tokio::runtime::Runtime,
}

/// The settings of every client here: what may be repeated is repeated once, without delay.
pub(crate) fn builder(url: String) -> ClientBuilder {
    Client::builder()
        .base_url(url)
        .head(SECRETS[0])
        .query(SECRETS[1])
        .max_body(MAX_BODY)
        .retry(RetryPolicy::new().max_retries(1).delays(Duration::ZERO, Duration::ZERO))
}

/// What is written.
pub(crate) fn note(text: &str) -> write::Request {
    write::Request::new(text)
}

impl Asking {
    /// A client of that server whose attempts may take that long.
    pub(crate) fn new(way: Way, server: &Server, attempt: Duration) -> Self {
        log::start();
        let timeouts = Timeouts::new().attempt(attempt).idle(attempt);
        let builder = builder(server.url()).timeouts(timeouts);
        let builder = match way {
            Way::Asynchronous => builder,
            Way::Blocking => builder.transport(UreqTransport::new()),
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        Self {
            way,
            client: builder.build().expect("a client"),
            runtime: runtime.expect("a runtime"),
        }
    }

    /// Sends a call and waits for its result, which is checked like all. A call that did not end would hold up everything here.
    pub(crate) fn result<T: 'static, E: 'static>(
        &self,
        what: &str,
        sending: Sending<T, E>,
    ) -> Result<Response<T>, Error<E>> {
        let result = match self.way {
            Way::Asynchronous => self.runtime.block_on(sending),
            Way::Blocking => sending.wait(),
        };
        if let Err(error) = &result {
            check(what, error);
        }
        result
    }
}

/// What is true of every error: it is short, it is lines, and it keeps credentials to itself.
pub(crate) fn check<E: 'static>(what: &str, error: &Error<E>) {
    let mut said = format!("{error:?} {error:#?}");
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        let _ = write!(said, "\n{error}");
        cause = error.source();
    }
    assert!(said.len() < 20_000, "{what}: {} bytes of text", said.len());
    let control = |letter: char| letter.is_control() && letter != '\n';
    assert!(!said.contains(control), "{what}: {said:?}");
    assert!(!error.to_string().contains('\n'), "{what}: {error}");
    assert!(error.body().is_none_or(|body| body.len() <= MAX_BODY), "{what}");
    for secret in SECRETS {
        assert!(!said.contains(secret), "{what}: {said}");
    }
}

/// What is true at the end of every test: spans keep credentials to themselves, and memory was bounded.
pub(crate) fn check_process() {
    let spans = log::spans();
    for secret in SECRETS {
        assert!(!spans.contains(secret), "{secret} in a span");
    }
    if let Some(peak) = peak_memory() {
        assert!(peak < MEMORY, "{peak} kB");
    }
}

/// The most memory that this process has had, in kilobytes, where the system says it.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// The kind of a result: `ok`, the kind of a transport's error, or which error it is.
pub(crate) fn kind<T, E>(result: &Result<T, Error<E>>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(Error::Invalid(_)) => "invalid",
        Err(Error::Credentials(_)) => "credentials",
        Err(Error::Transport(failure)) => failure.kind().as_str(),
        Err(Error::Api(_)) => "api",
        Err(Error::Unexpected(_)) => "unexpected",
        Err(Error::Decode(_)) => "decode",
        Err(_) => "an error that this test does not know",
    }
}

/// A result, and how often the request was sent.
type Outcome = (&'static str, usize);

/// One behaviour of a server, and what becomes of it.
pub(crate) struct Row {
    what: &'static str,
    answer: Answer,
    read: Outcome,
    write: Outcome,
    attempt: Duration,
}

pub(crate) fn row(what: &'static str, answer: Answer, read: Outcome, write: Outcome) -> Row {
    Row {
        what,
        answer,
        read,
        write,
        attempt: Duration::from_secs(10),
    }
}

impl Row {
    /// The server never comes to an end: the attempt does.
    pub(crate) fn hangs(mut self) -> Self {
        self.attempt = Duration::from_millis(150);
        self
    }
}

/// Asks a server that behaves like that, on both transports.
pub(crate) fn run(rows: Vec<Row>) {
    let mut wrong = String::new();
    for row in rows {
        for way in WAYS {
            for (is_read, expected) in [(true, row.read), (false, row.write)] {
                let server = Server::start().expect("a port");
                server.always("/", row.answer.clone());
                let asking = Asking::new(way, &server, row.attempt);
                let kind = match is_read {
                    true => kind(&asking.result(row.what, asking.client.read().send())),
                    false => kind(&asking.result(row.what, asking.client.write(note("SECRET-body")).send())),
                };
                let outcome = (kind, server.requests().len());
                if outcome != expected {
                    let call = if is_read { "read" } else { "write" };
                    let _ = writeln!(wrong, "{} ({way:?}, {call}): {outcome:?}, not {expected:?}", row.what);
                }
            }
        }
    }
    check_process();
    assert!(wrong.is_empty(), "\n{wrong}");
}
