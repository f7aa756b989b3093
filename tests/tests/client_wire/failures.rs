//! Answers that say no: the envelope of the overlay, and everything that servers and proxies send in its place.

use super::{assert_no_secret, error, start, wait};
use sandbox_kyc_client::Error;
use specwright_tests::server::{Answer, Nobody};
use std::time::Duration;

fn envelope(status: u16) -> String {
    format!(r#"{{"code":{status},"timestamp":1751975600361,"message":"No such key","transaction_id":"t-1"}}"#)
}

#[test]
fn the_documented_envelope() {
    let statuses = [
        (400, "400 Bad Request", false),
        (401, "401 Unauthorized", false),
        (403, "403 Forbidden", false),
        (404, "404 Not Found", false),
        (422, "422 Unprocessable Entity", false),
        (429, "429 Too Many Requests", true),
        (500, "500 Internal Server Error", true),
        (503, "503 Service Unavailable", true),
    ];
    for (status, text, retryable) in statuses {
        let error = error(Answer::json(status, &envelope(status)));
        assert_eq!(
            error.to_string(),
            format!("initiateSession: the server responded with {text}: No such key")
        );
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.is_retryable(), retryable, "{status}");
        assert_eq!(error.request_id().as_deref(), Some("t-1"));
        assert_eq!(error.attempts(), 1);
        assert!(error.violations().is_empty() && !error.is_timeout() && !error.is_connect());
        let body = error.api().expect("the envelope");
        assert_eq!(body.code(), Some(i64::from(status)));
        assert_eq!(body.timestamp(), Some(1_751_975_600_361));
        assert_eq!(body.message(), Some("No such key"));
        assert_eq!(error.body().map(|body| &body[..]), Some(envelope(status).as_bytes()));
        let failure = error.into_api().expect("the envelope");
        assert_eq!(failure.transaction_id(), Some("t-1"));
    }
}

#[test]
fn null_and_missing_members_of_the_envelope_are_nothing() {
    let body = r#"{"code":403.0,"timestamp":null,"message":null,"data":{},"extra":[]}"#;
    let error = error(Answer::json(403, body));
    assert_eq!(error.request_id(), None);
    let failure = error.into_api().expect("the envelope");
    assert_eq!(failure.code(), Some(403));
    assert_eq!(
        (failure.timestamp(), failure.message(), failure.transaction_id()),
        (None, None, None)
    );
}

#[test]
fn json_of_another_shape_is_kept_whole() {
    let body = r#"[{"field":"flow"}]"#;
    let list = error(Answer::json(422, body));
    assert!(matches!(list, Error::Unexpected(_)), "{list:?}");
    assert!(list.api().is_none());
    assert_eq!(list.status().map(|status| status.as_u16()), Some(422));
    assert_eq!(list.body().map(|body| &body[..]), Some(body.as_bytes()));
    assert!(
        list.to_string().ends_with("expected an object, found an array"),
        "{list}"
    );
    // A property of another kind is left out of the envelope, and seen.
    for (body, pointer) in [
        (r#"{"code":"E7","transaction_id":"t-2"}"#, "/code"),
        (r#"{"message":{"en":"No"},"transaction_id":"t-2"}"#, "/message"),
    ] {
        let error = error(Answer::json(422, body));
        let [deviation] = error.deviations() else {
            panic!("{error:?}")
        };
        assert_eq!(deviation.pointer(), pointer);
        assert_eq!(error.body().map(|body| &body[..]), Some(body.as_bytes()));
        assert_eq!(error.request_id().as_deref(), Some("t-2"));
        let envelope = error.api().expect("the envelope");
        assert_eq!((envelope.code(), envelope.message()), (None, None));
    }
}

#[test]
fn text_of_a_proxy() {
    let answer = Answer::status(500)
        .header("Content-Type", "text/plain")
        .header("X-Request-Id", "edge-9")
        .body("upstream failed");
    let error = error(answer);
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "initiateSession: the server responded with 500 Internal Server Error: \
         the content type is not one that this call reads"
    );
    assert_eq!(error.body().map(|body| &body[..]), Some(b"upstream failed".as_slice()));
    let headers = error.headers().expect("headers");
    assert_eq!(headers["content-type"], "text/plain");
    assert_eq!(error.request_id().as_deref(), Some("edge-9"));
    assert!(error.is_retryable());
}

#[test]
fn an_empty_failure() {
    let error = error(Answer::status(500));
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    assert_eq!(error.body().map(|body| body.len()), Some(0));
    assert!(error.is_retryable());
}

#[test]
fn a_truncated_failure() {
    let error = error(Answer::json(500, r#"{"code":500,"mess"#));
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    assert_eq!(
        error.body().map(|body| &body[..]),
        Some(br#"{"code":500,"mess"#.as_slice())
    );
}

#[test]
fn how_long_to_wait() {
    let seconds = error(Answer::json(503, &envelope(503)).header("Retry-After", "120"));
    assert_eq!(seconds.retry_after(), Some(Duration::from_secs(120)));
    let milliseconds = error(Answer::json(429, &envelope(429)).header("retry-after-ms", "250"));
    assert_eq!(milliseconds.retry_after(), Some(Duration::from_millis(250)));
    assert_eq!(error(Answer::json(503, "{}")).retry_after(), None);
}

#[test]
fn an_error_without_its_type_keeps_the_rest() {
    let error: Error = error(Answer::json(403, &envelope(403))).into();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(403));
    assert_eq!(error.request_id().as_deref(), Some("t-1"));
    assert_eq!(error.operation(), "initiateSession");
    assert_no_secret(&format!("{error} {error:?}"));
}

#[test]
fn no_server_at_all() {
    let (_server, builder) = start();
    let nobody = Nobody::start();
    let client = builder.base_url(nobody.url()).build();
    let error = wait(client.expect("a client").initiate_session(super::request())).expect_err("nobody answers");
    super::assert_discreet(&error);
    assert!(error.is_connect() && error.is_retryable());
    assert_eq!((error.status(), error.body(), error.request_id()), (None, None, None));
    assert!(matches!(&error, Error::Transport(failure) if !failure.sent()));
}
