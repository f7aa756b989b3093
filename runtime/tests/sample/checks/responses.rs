//! What becomes of answers, the odd ones above all.

use std::time::Duration;

use ::specwright_runtime::transport::TransportErrorKind;
use ::specwright_runtime::{CallOptions, Error, RetryPolicy};

use super::start;
use crate::client::Client;
use crate::operations::get_pet::{Failure, Success};
use crate::server::{Answer, Server};

fn once() -> (Server, Client) {
    let (server, client) = start();
    (server, client.retry(RetryPolicy::never()).build().expect("a client"))
}

async fn get(answer: Answer) -> Result<::specwright_runtime::Response<Success>, Error<Failure>> {
    let (server, client) = once();
    server.answer(answer);
    client.get_pet("7").await
}

#[tokio::test]
async fn documented_answers() {
    let pet = get(Answer::json(200, r#"{"name":"Rex","new":1}"#))
        .await
        .expect("a pet");
    assert!(matches!(&*pet, Success::Ok(pet) if pet.name == "Rex"));
    assert!(matches!(
        *get(Answer::status(204)).await.expect("nothing"),
        Success::NoContent
    ));
    let no_type = Answer::status(200).body(r#"{"name":"Rex"}"#);
    assert!(matches!(
        get(no_type).await.expect("a pet").into_inner(),
        Success::Ok(_)
    ));
    let problem = Answer::status(404)
        .header("content-type", "application/problem+json")
        .body(r#"{"title":"gone"}"#);
    let error = get(problem).await.expect_err("404");
    assert!(matches!(error.api(), Some(Failure::NotFound(problem)) if problem.title == "gone"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.to_string(), "getPet: the server responded with 404 Not Found");
    let text = Answer::status(418).header("content-type", "text/plain").body("é");
    assert_eq!(
        get(text).await.expect_err("418").into_api().expect("a body"),
        Failure::ClientError("é".into())
    );
    let default = get(Answer::json(500, r#"{"title":"x"}"#)).await.expect_err("500");
    assert!(matches!(default.into_api(), Ok(Failure::Default(_))));
}

#[tokio::test]
async fn undocumented_answers_keep_everything() {
    let html = Answer::status(503)
        .header("Content-Type", "text/html")
        .header("Retry-After", "7")
        .header("X-Request-Id", "r1")
        .body("<p>");
    let error = get(html).await.expect_err("503");
    assert!(matches!(error, Error::Unexpected(_)));
    assert_eq!(error.body().map(|body| &body[..]), Some(b"<p>".as_slice()));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.request_id().as_deref(), Some("r1"));
    assert!(error.is_retryable());
    let wrong_type = get(Answer::status(200).header("Content-Type", "text/html").body("<p>"))
        .await
        .expect_err("HTML");
    assert!(matches!(wrong_type, Error::Decode(_)));
    assert!(wrong_type.carried_out() && !wrong_type.is_retryable());
    let untyped: Error = wrong_type.into();
    assert_eq!(untyped.operation(), "getPet");
    // A documented error with another body is not a decoding failure of ours.
    let other = get(Answer::json(500, r#"{"detail":"x","transaction_id":"t9"}"#))
        .await
        .expect_err("500");
    assert!(matches!(other, Error::Unexpected(_)));
    assert_eq!(other.request_id().as_deref(), Some("t9"));
    let (server, client) = once();
    server.answer(Answer::json(202, "{}"));
    let undeclared = client.create_order(crate::operations::create_order::Request::new(1, vec![]));
    let error = undeclared.await.expect_err("no credential");
    assert_eq!(error.to_string(), "createOrder: no credential for `oauth`");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn bodies_of_another_shape_say_where() {
    let error = get(Answer::json(200, r#"{"name":["secret name"],"weights":[1, 2, 3]}"#))
        .await
        .expect_err("an array in place of a required string");
    let Error::Decode(failure) = &error else {
        panic!("{error}")
    };
    assert_eq!(failure.path(), "/name");
    assert!(error.to_string().contains("/name"), "{error}");
    assert!(!format!("{error} {error:?}").contains("secret name"), "{error:?}");
    assert!(std::error::Error::source(&error).is_none());
    let error = get(Answer::json(200, "{}")).await.expect_err("no name");
    assert!(matches!(&error, Error::Decode(failure) if failure.path().is_empty()));
    let error = get(Answer::json(200, " \n")).await.expect_err("white space");
    assert!(matches!(error, Error::Decode(_)));
    let error = get(Answer::json(404, "")).await.expect_err("empty");
    assert!(matches!(error, Error::Unexpected(_)));
    let invalid = Answer::status(400)
        .header("Content-Type", "text/plain")
        .body([0xff, 0xfe]);
    assert_eq!(
        get(invalid).await.expect_err("not UTF-8").body().map(|body| body.len()),
        Some(2)
    );
    let not_utf8 = Answer::status(200)
        .header("Content-Type", "application/json")
        .body([b'"', 0xff, b'"']);
    assert!(matches!(get(not_utf8).await.expect_err("not UTF-8"), Error::Decode(_)));
}

#[tokio::test]
async fn broken_connections_are_transport_failures() {
    let cut = Answer::json(200, r#"{"name":"#).claim_length(1000);
    let error = get(cut).await.expect_err("cut off");
    let Error::Transport(failure) = &error else {
        panic!("{error}")
    };
    assert_eq!((failure.kind(), failure.sent()), (TransportErrorKind::Body, true));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert!(error.carried_out());
    assert_eq!(error.body().map(|body| &body[..]), Some(br#"{"name":"#.as_slice()));
    for raw in ["", "HTTP/1.1", "nonsense\r\n\r\n", "HTTP/1.1 99999 X\r\n\r\n"] {
        let error = get(Answer::raw(raw)).await.expect_err(raw);
        assert!(matches!(error, Error::Transport(_)), "{raw:?} {error}");
    }
    let huge = "x".repeat(2_000_000);
    let error = get(Answer::status(200).header("x-huge", &huge))
        .await
        .expect_err("huge headers");
    assert!(matches!(error, Error::Transport(_)));
}

#[tokio::test]
async fn endless_bodies_end_at_the_limit() {
    let (server, client) = once();
    server.answer(
        Answer::status(200)
            .header("Content-Type", "application/json")
            .body(vec![b' '; 10_000])
            .endless(),
    );
    let error = client
        .get_pet("7")
        .with(CallOptions::new().max_body(50_000))
        .await
        .expect_err("endless");
    assert!(matches!(error, Error::Decode(_)), "{error}");
    assert_eq!(error.body().map(|body| body.len()), Some(50_000));
    assert!(error.to_string().contains("larger than 50000 bytes"), "{error}");
}

#[tokio::test]
async fn slow_answers_run_into_the_time_limits() {
    let (server, client) = once();
    server.always("/", Answer::json(200, "{}").delay(Duration::from_secs(5)));
    let options = CallOptions::new().timeout(Duration::from_millis(50));
    let error = client.get_pet("7").with(options).await.expect_err("slow");
    assert!(error.is_timeout() && error.is_retryable(), "{error}");
    let stalled = Server::start().expect("a port");
    stalled.always("/", Answer::json(200, "{").claim_length(9).hang());
    let options = CallOptions::new()
        .base_url(stalled.url())
        .timeout(Duration::from_millis(50));
    assert!(
        client
            .get_pet("7")
            .with(options)
            .await
            .expect_err("stalled")
            .is_timeout()
    );
}
