//! What becomes of answers that say 200: odd ones are read as far as they make sense, and nothing of them is lost.

use super::{SESSION, error, outcome};
use sandbox_kyc_client::Error;
use specwright_tests::server::Answer;

/// The answer of the document with one text replaced by another.
fn session(from: &str, to: &str) -> Answer {
    assert!(SESSION.contains(from), "{from}");
    Answer::json(200, &SESSION.replace(from, to))
}

/// Where the body is not as described.
#[track_caller]
fn path(answer: Answer) -> String {
    let error = error(answer);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert!(error.body().is_some_and(|body| !body.is_empty()), "the body is kept");
    match &error {
        Error::Decode(failure) => failure.path().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_answer_of_the_document() {
    let answer = Answer::json(200, SESSION).header("X-Region", "in-1");
    let session = outcome(answer).expect("a session");
    assert_eq!(session.status(), 200);
    assert_eq!(session.header("x-region"), Some("in-1"));
    assert_eq!(session.operation(), "initiateSession");
    assert_eq!(session.bytes(), SESSION.as_bytes());
    assert_eq!(
        session.request_id().as_deref(),
        Some("a11c4e00-fae1-4092-a55f-b4f0be92ffeb")
    );
    let session = session.into_inner();
    assert_eq!(session.code, 200);
    assert_eq!(session.timestamp, 1_751_975_600_361);
    assert_eq!(session.transaction_id, "a11c4e00-fae1-4092-a55f-b4f0be92ffeb");
    assert_eq!(session.data.entity, "in.co.sandbox.kyc.digilocker.session.response");
    assert_eq!(session.data.session_id, "f1bd0342-cc1d-4051-8301-e8ee17e3a3c3");
    let url = "https://digilocker.meripehchaan.gov.in/public/oauth2/1/authorize?response_type=code";
    assert_eq!(session.data.authorization_url, url);
}

#[test]
fn another_entity_is_no_error() {
    let session = outcome(session("session.response", "session.v2")).expect("a session");
    assert_eq!(session.data.entity, "in.co.sandbox.kyc.digilocker.session.v2");
}

#[test]
fn unknown_members_are_skipped() {
    let answer = session(
        r#""code": 200,"#,
        r#""new": {"a": [1, null]}, "code": 200, "other": null,"#,
    );
    assert_eq!(outcome(answer).expect("a session").code, 200);
}

#[test]
fn integers_may_be_written_with_a_fraction_of_zero_or_an_exponent() {
    for (text, value) in [("1.0", 1), ("2.5e3", 2500), ("-0.0", 0), ("4294967296", 4_294_967_296)] {
        let session = outcome(session("1751975600361", text)).expect(text);
        assert_eq!(session.timestamp, value, "{text}");
    }
    assert_eq!(path(session("1751975600361", "1.5")), "/timestamp");
    assert_eq!(path(session("1751975600361", "1e400")), "/timestamp");
    // A required value is converted where it is clear what it is.
    let session = outcome(session("1751975600361", r#""1751975600361""#)).expect("a number as a string");
    assert_eq!((session.timestamp, session.deviations().len()), (1_751_975_600_361, 1));
}

#[test]
fn a_content_type_may_be_missing_or_have_parameters() {
    let missing = Answer::status(200).body(SESSION);
    assert_eq!(outcome(missing).expect("a session").code, 200);
    for content_type in [
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/vnd.sandbox+json",
    ] {
        let answer = Answer::status(200).header("Content-Type", content_type).body(SESSION);
        assert_eq!(outcome(answer).expect(content_type).code, 200);
    }
}

#[test]
fn a_byte_order_mark_and_chunks_are_read() {
    let answer = Answer::status(200).header("Content-Type", "application/json");
    let (start, end) = SESSION.split_at(70);
    let answer = answer
        .body("\u{feff}")
        .body(start)
        .body(end)
        .chunked(std::time::Duration::ZERO);
    assert_eq!(outcome(answer).expect("a session").code, 200);
}

#[test]
fn a_required_member_that_is_null_or_missing_is_named() {
    let null = session(r#""f1bd0342-cc1d-4051-8301-e8ee17e3a3c3""#, "null");
    assert_eq!(path(null), "/data/session_id");
    let missing = error(session(r#""session_id""#, r#""sessionId""#));
    let Error::Decode(failure) = &missing else {
        panic!("{missing:?}")
    };
    assert_eq!(failure.path(), "/data");
    let said = "the required property `session_id` is missing at `/data` (there is `sessionId`);";
    assert!(missing.to_string().contains(said), "{missing}");
}

#[test]
fn a_body_that_ends_too_early() {
    // The connection ends before the length that was claimed: what came is kept.
    let (start, _) = SESSION.split_at(100);
    let broken = error(Answer::json(200, start).claim_length(SESSION.len()));
    let Error::Transport(failure) = &broken else {
        panic!("{broken:?}")
    };
    assert!(failure.sent());
    assert!(broken.is_retryable());
    assert_eq!(broken.status().map(|status| status.as_u16()), Some(200));
    // The server itself stopped in the middle.
    let truncated = error(Answer::json(200, start));
    assert!(matches!(truncated, Error::Decode(_)), "{truncated:?}");
    assert_eq!(truncated.body().map(|body| &body[..]), Some(start.as_bytes()));
}

#[test]
fn an_empty_body_is_an_error_of_its_own() {
    for answer in [Answer::json(200, ""), Answer::status(200), Answer::json(200, " \r\n")] {
        let error = error(answer);
        assert!(matches!(error, Error::Decode(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "initiateSession: the server carried the call out (200 OK), but its response cannot be read: the body is \
             empty; record responses (feature `record`), and `specwright learn openapi.yaml calls.jsonl -o learned.yaml` \
             writes the overlay that makes the document true to them"
        );
        assert!(!error.is_retryable());
    }
}

#[test]
fn another_kind_of_content_is_kept() {
    let page = "<html>maintenance</html>";
    let error = error(Answer::status(200).header("Content-Type", "text/html").body(page));
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    assert_eq!(error.body().map(|body| &body[..]), Some(page.as_bytes()));
    assert!(!error.to_string().contains("maintenance"), "{error}");
}
