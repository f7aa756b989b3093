//! `Retry-After` of all kinds (RFC 9110 section 10.2.3), on a clock that does not run: the mock's time is 2027-01-15 08:00:00.

use std::time::Duration;

use specwright_runtime::RetryPolicy;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};

use crate::ask::{builder, kind, note};

/// A header, and how long a call waits before it is sent again: `None` if it is not.
type Row = (&'static str, &'static str, Option<u64>);

const ROWS: [Row; 19] = [
    ("retry-after", "7", Some(7000)),
    ("retry-after", "60", Some(60_000)),
    ("retry-after", "61", None),
    ("retry-after", "1000000000", None),
    ("retry-after", "999999999999999999999999999999", None),
    ("retry-after", "1e30", None),
    ("retry-after", "inf", None),
    ("retry-after", "NaN", None),
    ("retry-after", "-1", None),
    ("retry-after", "", None),
    ("retry-after", "soon", None),
    ("retry-after", "0", Some(0)),
    ("retry-after", "0.25", Some(250)),
    ("retry-after", "Fri, 15 Jan 2027 08:00:30 GMT", Some(30_000)),
    ("retry-after", "Fri, 15 Jan 2027 07:00:00 GMT", Some(0)),
    ("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT", None),
    ("retry-after", "Fri, 99 Jan 2027 99:99:99 GMT", None),
    ("retry-after-ms", "1500", Some(1500)),
    ("retry-after-ms", "18446744073709551615", None),
];

/// What is not safe to repeat is repeated only where the server asks for it in time, and never later than the policy allows.
#[tokio::test]
async fn a_server_is_waited_for_as_long_as_the_policy_allows() {
    for (name, value, expected) in ROWS {
        for status in [429, 503] {
            let mock = MockTransport::new();
            mock.expect("write", MockResponse::status(status).header(name, value));
            mock.expect("write", MockResponse::json(200, &serde_json::json!({"text": "t"})));
            let policy = RetryPolicy::new().delays(Duration::ZERO, Duration::ZERO);
            let builder = builder("http://mock.test".to_owned()).retry(policy);
            let client = builder.transport(mock.clone()).build().expect("a client");
            let result = client.write(note("x")).await;
            let slept: Vec<u64> = mock.slept().iter().map(|slept| slept.as_millis() as u64).collect();
            let wanted: Vec<u64> = expected.into_iter().collect();
            assert_eq!(slept, wanted, "{name}: {value}");
            assert_eq!(
                kind(&result),
                if expected.is_some() { "ok" } else { "unexpected" },
                "{name}: {value}"
            );
        }
    }
}

#[tokio::test]
async fn a_server_that_is_never_ready_is_asked_three_times() {
    for status in [429, 500, 502, 503, 504] {
        let mock = MockTransport::new();
        mock.always("read", MockResponse::status(status).header("retry-after", "0"));
        mock.always("write", MockResponse::status(status));
        let builder = builder("http://mock.test".to_owned()).retry(RetryPolicy::new());
        let client = builder.transport(mock.clone()).build().expect("a client");
        assert_eq!(client.read().await.expect_err("never").attempts(), 3, "{status}");
        assert_eq!(
            client.write(note("x")).await.expect_err("never").attempts(),
            1,
            "{status}"
        );
    }
}
