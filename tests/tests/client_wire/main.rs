//! The committed client on the wire: what it sends byte for byte, what it makes of every kind of answer, and what it says
//! when something goes wrong.

mod answers;
mod failures;
mod refused;
mod requests;

use sandbox_kyc_client::initiate_session::{DocType, Failure, Flow, RedirectUrl, Request, Response};
use sandbox_kyc_client::{Client, ClientBuilder, Error, RetryPolicy};
use specwright_tests::server::{Answer, Server};

/// Credentials that no message may show.
const TOKEN: &str = "eyJ0eXAi.SECRET-token";
const KEY: &str = "key_live_SECRET-key";

const CALLBACK: RedirectUrl = RedirectUrl::from_static("https://example.com/callback");

type Outcome = Result<sandbox_kyc_client::Response<Response>, Error<Failure>>;

/// Waits for a call, as a program does that has nothing else to do.
fn wait<F: IntoFuture>(call: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(call.into_future())
}

/// A server, and a client of it that sends everything once.
fn start() -> (Server, ClientBuilder) {
    let server = Server::start().expect("a free port");
    let builder = Client::builder()
        .base_url(server.url())
        .authorization(TOKEN)
        .x_api_key(KEY)
        .retry(RetryPolicy::never());
    (server, builder)
}

/// A request with the required members only.
fn request() -> Request {
    Request::new(Flow::Signin, CALLBACK, [DocType::Aadhaar, DocType::Pan])
}

/// What the client makes of an answer.
fn outcome(answer: Answer) -> Outcome {
    let (server, builder) = start();
    server.answer(answer);
    wait(builder.build().expect("a client").initiate_session(request()))
}

/// The error that the client makes of an answer. It never shows a credential, and `Display` is one line.
#[track_caller]
fn error(answer: Answer) -> Error<Failure> {
    let error = outcome(answer).expect_err("an error");
    assert_discreet(&error);
    error
}

#[track_caller]
fn assert_discreet(error: &Error<Failure>) {
    assert_eq!(error.to_string().lines().count(), 1, "{error}");
    assert!(error.to_string().starts_with("initiateSession: "), "{error}");
    assert_eq!(error.operation(), "initiateSession");
    assert_no_secret(&format!("{error} {error:?} {error:#?}"));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        assert_no_secret(&format!("{cause} {cause:?}"));
        source = cause.source();
    }
}

#[track_caller]
fn assert_no_secret(text: &str) {
    assert!(!text.contains("SECRET"), "{text}");
}

/// The document's own example of an answer, shortened.
const SESSION: &str = r#"{
    "code": 200,
    "timestamp": 1751975600361,
    "data": {
        "@entity": "in.co.sandbox.kyc.digilocker.session.response",
        "authorization_url": "https://digilocker.meripehchaan.gov.in/public/oauth2/1/authorize?response_type=code",
        "session_id": "f1bd0342-cc1d-4051-8301-e8ee17e3a3c3"
    },
    "transaction_id": "a11c4e00-fae1-4092-a55f-b4f0be92ffeb"
}"#;
