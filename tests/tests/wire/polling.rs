//! Calls that are made again until something has ended: `polling`, and the session of `files/vendor`.

use std::time::Duration;

use serde_json::{Value, json};
use specwright_compiled::files::vendor;
use specwright_compiled::operations::polling::operations::{count, get_import, get_job, get_report};
use specwright_runtime::transport::TransportErrorKind;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::{CallOptions, Error, PollError, PollPolicy, poll_until};

use crate::common::{Answer, mock, status, targets, told};

const JOB: &str = get_job::Call::OPERATION;

fn job(status: &str) -> Value {
    json!({"data": {"status": status, "result": "r"}})
}

fn expect(mock: &MockTransport, statuses: &[&str]) {
    for status in statuses {
        mock.expect(JOB, MockResponse::json(200, &job(status)));
    }
}

fn seconds(delays: &[f64]) -> Vec<Duration> {
    delays.iter().map(|delay| Duration::from_secs_f64(*delay)).collect()
}

#[tokio::test]
async fn delays_grow_until_the_status_is_an_end() {
    let mock = mock();
    expect(&mock, &["created", "paused", "created", "succeeded", "created"]);
    let done = mocked!(polling, mock).get_job("1").until_done().await;
    assert_eq!(done.expect("an end").data.result.as_deref(), Some("r"));
    assert_eq!(mock.slept(), seconds(&[1.0, 1.5, 2.25]));
    assert_eq!(mock.received().len(), 4, "a value that is not documented is no end");
}

#[tokio::test]
async fn an_end_that_is_a_failure_is_an_error_with_the_last_response() {
    for end in ["failed", "expired"] {
        let mock = mock();
        expect(&mock, &["created", end]);
        let call = mocked!(polling, mock).get_job("1").until_done();
        let error = call.await.expect_err("a failure");
        assert!(
            matches!(&error, PollError::Failed { status, .. } if *status == end),
            "{error}"
        );
        assert_eq!(error.last().map(|last| last.data.status.as_str()), Some(end));
        let said = format!("getJob: it has ended with `{end}`, which is a failure");
        assert_eq!((error.to_string(), format!("{error:?}")), (said.clone(), said));
        let untyped = Error::from(error);
        assert!(matches!(untyped, Error::Unexpected(_)), "{untyped}");
        assert_eq!(
            untyped.body().map(|body| &body[..]),
            Some(job(end).to_string().as_bytes())
        );
    }
}

#[tokio::test]
async fn an_end_that_does_not_come_is_an_error_with_the_last_response() {
    let mock = mock();
    mock.always(JOB, MockResponse::json(200, &job("created")));
    let policy = PollPolicy::new()
        .intervals(Duration::from_secs(2), Duration::from_secs(5))
        .factor(2.0)
        .limit(Duration::from_secs(20));
    let call = mocked!(polling, mock).get_job("1").until_done().with(policy);
    let error = call.await.expect_err("no end");
    assert_eq!(
        mock.slept(),
        seconds(&[2.0, 4.0, 5.0, 5.0]),
        "the next one would end at 21 s"
    );
    assert!(matches!(error, PollError::Unfinished { .. }), "{error}");
    assert_eq!(error.last().map(|last| last.data.status.as_str()), Some("created"));
    let untyped = Error::from(error);
    assert!(untyped.is_timeout() && untyped.body().is_some(), "{untyped}");
    assert_eq!(
        untyped.to_string(),
        "getJob: the time limit was reached: what is waited for has not ended"
    );
}

#[tokio::test]
async fn a_server_that_asks_for_more_time_gets_it() {
    let mock = mock();
    let created = |after: &str| MockResponse::json(200, &job("created")).header("retry-after", after);
    mock.expect(JOB, created("7"));
    mock.expect(JOB, created("0"));
    mock.expect(JOB, created("600"));
    let error = mocked!(polling, mock)
        .get_job("1")
        .until_done()
        .await
        .expect_err("too late");
    assert_eq!(mock.slept(), seconds(&[7.0, 1.5]), "600 s would end after the limit");
    assert!(matches!(error, PollError::Unfinished { .. }), "{error}");
}

#[tokio::test]
async fn a_call_that_fails_ends_it() {
    let mock = mock();
    expect(&mock, &["created"]);
    mock.expect(JOB, MockResponse::json(404, &json!({"message": "gone"})));
    let error = mocked!(polling, mock).get_job("1").until_done().await.expect_err("404");
    let PollError::Call(error) = error else {
        panic!("{error}");
    };
    assert_eq!(status(&error), Some(404));
    assert_eq!(error.api().and_then(|failure| failure.message()), Some("gone"));

    // A call fails as any other, retries included.
    mock.always(JOB, MockResponse::failure(TransportErrorKind::Connect));
    let before = mock.received().len();
    let error = mocked!(polling, mock)
        .get_job("1")
        .until_done()
        .await
        .expect_err("no connection");
    assert!(error.last().is_none() && Error::from(error).is_connect());
    assert_eq!(mock.received().len() - before, 3);
}

#[tokio::test]
async fn a_call_that_hangs_is_cut_off_at_the_limit() {
    let server = told([
        Answer::json(200, &job("created").to_string()),
        Answer::json(200, &job("succeeded").to_string()).delay(Duration::from_secs(20)),
    ]);
    let quick = Duration::from_millis(10);
    let policy = PollPolicy::new()
        .intervals(quick, quick)
        .limit(Duration::from_millis(500));
    let call = client!(polling, server).get_job("1").until_done().with(policy);
    let error = call.await.expect_err("no end");
    assert!(matches!(error, PollError::Unfinished { .. }), "{error}");
    assert_eq!(
        error.into_last().map(|last| last.data.status.to_string()).as_deref(),
        Some("created")
    );
    assert_eq!(targets(&server), ["/jobs/1", "/jobs/1"]);
}

#[tokio::test]
async fn a_status_is_any_scalar_wherever_it_is() {
    let mock = mock();
    let client = mocked!(polling, mock);
    for body in [
        json!({}),
        json!({"state": null}),
        json!({"state": {}}),
        json!({"state": {"is/done": false}}),
    ] {
        mock.expect(get_import::Call::OPERATION, MockResponse::json(200, &body));
    }
    mock.expect(
        get_import::Call::OPERATION,
        MockResponse::json(200, &json!({"state": {"is/done": true}})),
    );
    client.get_import("1").until_done().await.expect("an end");

    for left in [2, 0] {
        mock.expect(count::Call::OPERATION, MockResponse::json(200, &json!({"left": left})));
    }
    let request = count::Request::new().word("w");
    client.count(request).until_done().await.expect("an end");
    let sent = mock.received();
    let bodies: Vec<_> = sent.iter().rev().take(2).map(|request| request.json()).collect();
    assert_eq!(bodies, [Some(json!({"word": "w"})), Some(json!({"word": "w"}))]);

    mock.expect(
        get_report::Call::OPERATION,
        MockResponse::json(200, &json!({"status": "ready"})),
    );
    client.get_report().until_done_("x").until_done().await.expect("an end");
    assert_eq!(
        mock.received()
            .last()
            .and_then(|last| last.uri.query().map(str::to_owned))
            .as_deref(),
        Some("until_done=x")
    );
    assert_eq!(mock.unmet(), Vec::<String>::new());
}

#[tokio::test]
async fn any_call_is_repeated_until_a_predicate_holds() {
    let mock = mock();
    expect(&mock, &["created", "created", "succeeded"]);
    let call = mocked!(polling, mock)
        .get_job("1")
        .with(CallOptions::new().header("x-job", "1"));
    let mut seen = Vec::new();
    let polling = poll_until(call, |job| {
        seen.push(job.data.status.to_string());
        seen.len() == 2
    });
    assert_eq!(polling.await.expect("two").data.status.as_str(), "created");
    assert_eq!(seen, ["created", "created"]);
    assert!(
        mock.received()
            .iter()
            .all(|request| request.header("x-job") == Some("1"))
    );
}

#[test]
fn a_thread_can_wait_for_the_end() {
    let mock = mock();
    expect(&mock, &["created", "succeeded"]);
    let client = mocked!(polling, mock);
    assert_eq!(client.get_job("1").until_done().wait().expect("an end").attempts(), 1);
    expect(&mock, &["created"]);
    poll_until(client.get_job("1"), |_| true).wait().expect("at once");
    assert_eq!(mock.slept(), seconds(&[1.0]));
}

/// The overlay says which values of the vendor's sessions are ends.
#[tokio::test]
async fn a_session_is_waited_for() {
    let mock = mock();
    let client = vendor::client::Client::builder()
        .transport(mock.clone())
        .authorization("token")
        .x_api_key("key")
        .build()
        .expect("a client");
    for status in ["created", "authorized", "succeeded"] {
        let session = json!({"code": 200, "data": {"status": status}});
        mock.expect("getSessionStatus", MockResponse::json(200, &session));
    }
    client.get_session_status("s-1").until_done().await.expect("consent");
    let expired = json!({"code": 200, "data": {"status": "expired"}});
    mock.expect("getSdkSessionStatus", MockResponse::json(200, &expired));
    let error = client
        .get_sdk_session_status("s-2")
        .until_done()
        .await
        .expect_err("too slow");
    assert!(matches!(error, PollError::Failed { status: "expired", .. }), "{error}");
}
