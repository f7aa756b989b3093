//! Retries, redirects, layers and the mock.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ::specwright_runtime::transport::mock::{MockResponse, MockTransport};
use ::specwright_runtime::transport::reqwest::ReqwestTransport;
use ::specwright_runtime::transport::tower::{TowerTransport, TransportService};
use ::specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};
use ::specwright_runtime::{Body, CallOptions, Error, RetryPolicy, Timeouts};
use serde_json::json;

use super::start;
use crate::client::Client;
use crate::operations::{get_pet, update_pet};
use crate::server::{Answer, Nobody, Server};

fn mocked(mock: &MockTransport) -> Client {
    let builder = Client::builder().transport(mock.clone()).login("u", "p");
    builder.build().expect("a client")
}

fn text(body: &str) -> update_pet::Body {
    update_pet::Body::Text(body.to_owned())
}

#[tokio::test]
async fn safe_operations_are_repeated_and_others_only_when_that_is_safe() {
    let mock = MockTransport::new();
    let client = mocked(&mock);
    for status in [408, 429, 500, 502, 503, 504] {
        mock.expect(get_pet::Call::OPERATION, MockResponse::status(status));
        mock.expect(
            get_pet::Call::OPERATION,
            MockResponse::json(200, &json!({"name": "Rex"})),
        );
        assert_eq!(client.get_pet("7").await.expect("a pet").attempts(), 2, "{status}");
        mock.expect(update_pet::Call::OPERATION, MockResponse::status(status));
        mock.expect(update_pet::Call::OPERATION, MockResponse::status(204));
        let answer = client.update_pet(7, text("x")).await;
        assert!(answer.is_err(), "{status}");
        client.update_pet(7, text("x")).await.expect("the unused answer");
    }
    assert!(mock.unmet().is_empty());
    for kind in [
        TransportErrorKind::Connect,
        TransportErrorKind::Timeout,
        TransportErrorKind::Io,
        TransportErrorKind::Body,
    ] {
        mock.expect(get_pet::Call::OPERATION, MockResponse::failure(kind));
        mock.expect(get_pet::Call::OPERATION, MockResponse::status(204));
        client.get_pet("7").await.expect("repeated");
        mock.expect(update_pet::Call::OPERATION, MockResponse::failure(kind));
        let again = kind == TransportErrorKind::Connect;
        if again {
            mock.expect(update_pet::Call::OPERATION, MockResponse::status(204));
        }
        assert_eq!(client.update_pet(7, text("x")).await.is_ok(), again, "{kind:?}");
    }
    assert!(mock.received().iter().all(|request| request.attempt <= 2));
}

#[tokio::test]
async fn the_server_s_patience_is_respected_up_to_a_point() {
    let mock = MockTransport::new();
    let client = mocked(&mock);
    mock.expect(
        get_pet::Call::OPERATION,
        MockResponse::status(429).header("retry-after", "30"),
    );
    mock.expect(
        get_pet::Call::OPERATION,
        MockResponse::status(503).header("retry-after", "Fri, 15 Jan 2027 08:01:10 GMT"),
    );
    mock.expect(get_pet::Call::OPERATION, MockResponse::status(204));
    client.get_pet("7").await.expect("the third answer");
    // The mock's clock begins at 1,800,000,000 seconds, 2027-01-15 08:00:00.
    assert_eq!(mock.slept(), [Duration::from_secs(30), Duration::from_secs(40)]);
    mock.expect(
        get_pet::Call::OPERATION,
        MockResponse::status(503).header("retry-after", "3600"),
    );
    let error = client.get_pet("7").await.expect_err("too long");
    assert_eq!(
        (error.attempts(), error.retry_after()),
        (1, Some(Duration::from_secs(3600)))
    );
    mock.expect(
        get_pet::Call::OPERATION,
        MockResponse::status(503).header("retry-after", "20"),
    );
    let options = CallOptions::new().timeout(Duration::from_secs(10));
    let error = client
        .get_pet("7")
        .with(options)
        .await
        .expect_err("beyond the time limit");
    assert_eq!(
        error.status().map(|status| status.as_u16()),
        Some(503),
        "the answer, not a timeout"
    );
}

#[tokio::test]
async fn a_limit_of_requests_is_waited_for_whatever_its_status() {
    let mock = MockTransport::new();
    let client = mocked(&mock);
    // The mock's clock begins at 1,800,000,000 seconds.
    let limited = |status, reset| {
        let answer = MockResponse::status(status).header("x-ratelimit-remaining", "0");
        answer.header("x-ratelimit-reset", reset)
    };
    for status in [403, 429] {
        mock.expect(get_pet::Call::OPERATION, limited(status, "1800000000"));
        mock.expect(get_pet::Call::OPERATION, MockResponse::status(204));
        assert_eq!(client.get_pet("7").await.expect("204").attempts(), 2, "{status}");
    }
    // It was not carried out, so that a PATCH is repeated too.
    mock.expect(
        update_pet::Call::OPERATION,
        MockResponse::status(403).header("retry-after", "0"),
    );
    mock.expect(update_pet::Call::OPERATION, MockResponse::status(204));
    assert_eq!(client.update_pet(7, text("x")).await.expect("204").attempts(), 2);
    mock.expect(get_pet::Call::OPERATION, limited(403, "1800003600"));
    let error = client.get_pet("7").await.expect_err("an hour is too long");
    assert_eq!(error.attempts(), 1);
    assert!(
        error.is_retryable() && error.retry_after() > Some(Duration::from_secs(3000)),
        "{error}"
    );
    mock.expect(get_pet::Call::OPERATION, MockResponse::status(403));
    let error = client.get_pet("7").await.expect_err("403");
    assert_eq!(
        (error.attempts(), error.is_retryable(), error.retry_after()),
        (1, false, None)
    );
}

#[tokio::test]
async fn the_budget_of_a_client_ends_a_storm() {
    let mock = MockTransport::new();
    let client = mocked(&mock);
    mock.always(get_pet::Call::OPERATION, MockResponse::status(503));
    for _ in 0..60 {
        assert_eq!(
            client
                .get_pet("7")
                .await
                .expect_err("503")
                .status()
                .map(|status| status.as_u16()),
            Some(503)
        );
    }
    assert_eq!(mock.received().len(), 60 + 100, "100 retries and no more");
}

#[tokio::test]
async fn only_bodies_that_can_be_sent_again_are() {
    let (server, client) = start();
    server.always("/", Answer::status(503).header("Retry-After", "0"));
    let client = client.login("u", "p").build().expect("a client");
    let once = Body::from_reader(std::io::Cursor::new("x"), Some(1));
    client
        .update_pet(7, update_pet::Body::OctetStream(once))
        .await
        .expect_err("503");
    assert_eq!(server.requests().len(), 1);
    let again = Body::from("y");
    let options = CallOptions::new().retry(RetryPolicy::new().max_retries(1).delays(Duration::ZERO, Duration::ZERO));
    client
        .update_pet(7, update_pet::Body::OctetStream(again))
        .with(options)
        .await
        .expect_err("503");
    assert_eq!(
        server.requests().iter().filter(|request| request.text() == "y").count(),
        2
    );
    let failing = Body::from_reader(Failing, None);
    let error = client
        .update_pet(7, update_pet::Body::OctetStream(failing))
        .await
        .expect_err("the reader fails");
    let Error::Transport(failure) = &error else {
        panic!("{error}")
    };
    assert_eq!(failure.kind(), TransportErrorKind::RequestBody);
}

struct Failing;

impl std::io::Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("no disk"))
    }
}

#[tokio::test]
async fn nothing_listens() {
    let (_server, client) = start();
    let nobody = Nobody::start();
    let client = client.login("u", "p").build().expect("a client");
    let options = CallOptions::new().base_url(nobody.url());
    let error = client
        .update_pet(7, text("x"))
        .with(options)
        .await
        .expect_err("refused");
    assert!(error.is_connect() && error.is_retryable(), "{error}");
    assert_eq!(error.attempts(), 3, "nothing was sent, so even a PATCH is repeated");
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn redirects_stay_with_the_server_or_lose_the_credentials() {
    let (server, client) = start();
    let other = Server::start().expect("a port");
    other.always("/", Answer::json(200, r#"{"pets":[]}"#));
    let client = client
        .query_key("SECRET-q")
        .login("u", "SECRET-p")
        .build()
        .expect("a client");
    server
        .answer(Answer::status(302).header("Location", "/pets/new?x=1"))
        .answer(Answer::json(200, r#"{"pets":[]}"#));
    client.list_pets().sid("s").await.expect("pets");
    let requests = server.requests();
    assert_eq!(requests[1].target, "/pets/new?x=1");
    assert!(requests[1].header("authorization").is_some());
    server.answer(Answer::status(307).header("Location", &format!("{}/there", other.url())));
    client
        .list_pets()
        .sid("s")
        .x_trace(vec!["t".into()])
        .await
        .expect("pets");
    let there = String::from_utf8_lossy(&other.request().raw).into_owned();
    for secret in ["authorization", "SECRET", "cookie", "x-trace", "api_key"] {
        assert!(
            !there.to_lowercase().contains(&secret.to_lowercase()),
            "{secret} in {there}"
        );
    }
    assert!(there.contains("user-agent: sample-client"));
    // A body does not go to another server.
    server.answer(Answer::status(308).header("Location", &other.url()));
    let error = client.update_pet(7, text("x")).await.expect_err("308");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(308));
    assert_eq!(other.requests().len(), 1);
    // To the same server it does.
    server
        .answer(Answer::status(307).header("Location", "/again"))
        .answer(Answer::status(204));
    client.update_pet(7, text("x")).await.expect("204");
    assert_eq!(
        server.requests().last().map(|request| request.text()),
        Some("x".to_owned())
    );
    server.always("/pets", Answer::status(302).header("Location", "/pets"));
    let error = client.list_pets().await.expect_err("a loop");
    assert!(
        matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Redirect),
        "{error}"
    );
}

/// Counts, and marks what it sees.
struct Counting(Arc<dyn Transport>, Arc<AtomicUsize>);

impl Transport for Counting {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

#[tokio::test]
async fn layers_are_around_calls_and_around_attempts() {
    let mock = MockTransport::new();
    mock.expect(get_pet::Call::OPERATION, MockResponse::status(503));
    mock.expect(get_pet::Call::OPERATION, MockResponse::status(204));
    let (calls, attempts) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let per_call = Arc::clone(&calls);
    let client = Client::builder()
        .transport(Counting(Arc::new(mock.clone()), Arc::clone(&attempts)))
        .configure(|core| core.wrap_calls(|inner| Arc::new(Counting(inner, per_call))))
        .build()
        .expect("a client");
    client.get_pet("7").await.expect("204");
    assert_eq!(
        (calls.load(Ordering::Relaxed), attempts.load(Ordering::Relaxed)),
        (1, 2)
    );
}

#[tokio::test]
async fn tower_services_are_transports() {
    let (server, client) = start();
    server.answer(Answer::status(204));
    let reqwest = ReqwestTransport::new(&Timeouts::new()).expect("a transport");
    let service = TransportService::new(reqwest.clone());
    let client = client
        .transport(TowerTransport::new(service, reqwest))
        .build()
        .expect("a client");
    client.get_pet("7").await.expect("204");
    assert_eq!(server.request().target, "/pets/7.json");
}
