//! Repeating, waiting and giving up, without waiting: time and randomness are the mock's: `repeats`, `media_types`,
//! `path_parameters`.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use specwright_compiled::operations::{media_types, path_parameters, repeats};
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};
use specwright_runtime::{Body, CallOptions, Error, RetryPolicy, Timeouts};

use crate::common::{mock, once, status};

const ITEM: &str = path_parameters::operations::item::Call::OPERATION;
const PURGE: &str = path_parameters::operations::purge::Call::OPERATION;

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// RFC 9110 section 9.2.2: what is idempotent is repeated whatever went wrong, the rest only where nothing was done.
#[tokio::test]
async fn statuses_that_are_repeated() {
    for code in [408, 429, 500, 502, 503, 504] {
        let mock = mock();
        let client = mocked!(path_parameters, mock);
        mock.expect(PURGE, MockResponse::status(code));
        mock.expect(ITEM, MockResponse::status(code));
        mock.expect(ITEM, MockResponse::status(204));
        assert_eq!(client.item(7).await.expect("a GET is repeated").attempts(), 2, "{code}");
        let posted = client.purge().await;
        assert!(posted.is_err(), "{code}: nothing says that it was not carried out");
        mock.expect(PURGE, MockResponse::status(code).header("retry-after", "1"));
        mock.expect(PURGE, MockResponse::status(204));
        let posted = client.purge().await.map(|response| response.attempts());
        assert_eq!(
            posted.ok(),
            matches!(code, 429 | 503).then_some(2),
            "{code} with Retry-After"
        );
        assert!(mock.received().iter().all(|request| request.attempt <= 2));
    }
    for code in [400, 401, 404, 409, 418, 501] {
        let mock = mock();
        mock.always(ITEM, MockResponse::status(code));
        let error = mocked!(path_parameters, mock).item(7).await.expect_err("an error");
        assert_eq!((status(&error), error.attempts()), (Some(code), 1));
    }
}

#[tokio::test]
async fn failures_that_are_repeated() {
    use TransportErrorKind::{Body, Connect, Io, Protocol, Timeout, Unsupported};
    for (kind, get, post) in [
        (Connect, true, true),
        (Timeout, true, false),
        (Io, true, false),
        (Body, true, false),
        (Protocol, false, false),
        (Unsupported, false, false),
    ] {
        let mock = mock();
        let client = mocked!(path_parameters, mock);
        for operation in [ITEM, PURGE] {
            mock.expect(operation, MockResponse::failure(kind));
            mock.expect(operation, MockResponse::status(204));
        }
        assert_eq!(client.item(7).await.is_ok(), get, "GET after {kind:?}");
        let posted = client.purge().await;
        assert_eq!(posted.is_ok(), post, "POST after {kind:?}");
        if let Err(error) = posted {
            assert!(
                matches!(&error, Error::Transport(failure) if failure.kind() == kind),
                "{error:?}"
            );
        }
    }
}

#[tokio::test]
async fn pauses_grow_spread_and_have_a_cap() {
    let slept = |random: u64| async move {
        let mock = mock();
        mock.always(ITEM, MockResponse::status(503));
        let client = path_parameters::client::Client::builder()
            .base_url("http://mock.test")
            .transport(Dice(mock.clone(), random))
            .retry(RetryPolicy::new().max_retries(6))
            .build()
            .expect("a client");
        assert_eq!(client.item(7).await.expect_err("503").attempts(), 7);
        mock.slept()
    };
    let most = [500, 1000, 2000, 4000, 8000, 8000].map(Duration::from_millis);
    assert_eq!(slept(u64::MAX).await, most);
    assert_eq!(slept(0).await, [Duration::ZERO; 6], "full jitter");
    let half = slept(u64::MAX / 2).await;
    assert!(
        half.iter()
            .zip(most)
            .all(|(half, most)| half.abs_diff(most / 2) < Duration::from_millis(1)),
        "{half:?}"
    );
}

/// A mock whose dice always fall the same way.
struct Dice(MockTransport, u64);

impl Transport for Dice {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.0.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn now(&self) -> SystemTime {
        self.0.now()
    }

    fn random(&self) -> u64 {
        self.1
    }
}

/// RFC 9110 section 10.2.3. The mock's clock begins at 2027-01-15 08:00:00.
#[tokio::test]
async fn retry_after() {
    let mock = mock();
    let client = mocked!(path_parameters, mock);
    let answers = [
        ("retry-after", "30"),
        ("retry-after", "Fri, 15 Jan 2027 08:01:10 GMT"),
        ("retry-after-ms", "1500"),
    ];
    let policy = RetryPolicy::new().max_retries(3).delays(Duration::ZERO, Duration::ZERO);
    for (name, value) in answers {
        mock.expect(ITEM, MockResponse::status(503).header(name, value));
    }
    mock.expect(ITEM, MockResponse::status(204));
    client
        .item(7)
        .with(CallOptions::new().retry(policy))
        .await
        .expect("204");
    assert_eq!(mock.slept(), [seconds(30), seconds(40), Duration::from_millis(1500)]);
    mock.expect(ITEM, MockResponse::status(429).header("retry-after", "61"));
    let error = client.item(7).await.expect_err("more than is waited for");
    assert_eq!((error.attempts(), error.retry_after()), (1, Some(seconds(61))));
    assert!(error.is_retryable());
    mock.expect(ITEM, MockResponse::status(429).header("retry-after", "61"));
    mock.expect(ITEM, MockResponse::status(204));
    let patient = CallOptions::new().retry(RetryPolicy::new().max_retry_after(seconds(100)));
    client.item(7).with(patient).await.expect("204");
    mock.expect(ITEM, MockResponse::status(503).header("retry-after", "20"));
    let error = client
        .item(7)
        .with(CallOptions::new().timeout(seconds(10)))
        .await
        .expect_err("503");
    assert_eq!(
        (status(&error), error.attempts()),
        (Some(503), 1),
        "the answer, not a timeout"
    );
}

#[tokio::test]
async fn policies_of_clients_and_calls() {
    let mock = mock();
    mock.always(ITEM, MockResponse::status(500));
    mock.always(PURGE, MockResponse::status(500));
    let builder = || {
        path_parameters::client::Client::builder()
            .base_url("http://mock.test")
            .transport(mock.clone())
    };
    let never = builder().retry(RetryPolicy::never()).build().expect("a client");
    assert_eq!(never.item(7).await.expect_err("500").attempts(), 1);
    let once = CallOptions::new().retry(RetryPolicy::new().max_retries(1));
    assert_eq!(never.item(7).with(once).await.expect_err("500").attempts(), 2);
    let eager = RetryPolicy::new().other_statuses([500]).idempotent_statuses([503]);
    let eager = builder().retry(eager).build().expect("a client");
    assert_eq!(eager.purge().await.expect_err("500").attempts(), 3);
    assert_eq!(eager.item(7).await.expect_err("500").attempts(), 1);
}

/// A retry costs five tokens of five hundred; when they are gone, errors are reported at once. Answers bring them back.
#[tokio::test]
async fn the_budget_of_a_client_ends_a_storm() {
    let mock = mock();
    mock.always(ITEM, MockResponse::status(503));
    let client = mocked!(path_parameters, mock);
    let shared = client.clone();
    for index in 0..80 {
        let client = if index % 2 == 0 { &client } else { &shared };
        client.item(7).await.expect_err("503");
    }
    assert_eq!(mock.received().len(), 80 + 100);
    for _ in 0..5 {
        mock.expect(ITEM, MockResponse::status(204));
    }
    for _ in 0..5 {
        client.item(7).await.expect("204");
    }
    assert_eq!(
        client.item(7).await.expect_err("503").attempts(),
        2,
        "five answers pay for one retry"
    );
    mock.expect(ITEM, MockResponse::status(503));
    let other = mocked!(path_parameters, mock);
    assert_eq!(
        other.item(7).await.expect_err("503").attempts(),
        3,
        "another client has a budget of its own"
    );
}

/// A declared `Idempotency-Key` makes repeating a POST safe: one key for all attempts, another for the next call.
/// RFC 9562 section 4, or as many digits as the document allows.
#[tokio::test]
async fn made_keys_have_the_form_that_the_document_asks_for() {
    let mock = mock();
    let client = mocked!(repeats, mock);
    for operation in [
        repeats::operations::pay_uniquely::Call::OPERATION,
        repeats::operations::pay_shortly::Call::OPERATION,
        repeats::operations::pay_in_capitals::Call::OPERATION,
        repeats::operations::pay_at_length::Call::OPERATION,
        repeats::operations::pay_in_digits::Call::OPERATION,
    ] {
        mock.expect(operation, MockResponse::status(503));
        mock.expect(operation, MockResponse::status(204));
    }
    client.pay_uniquely().await.expect("204");
    client.pay_shortly().await.expect("204");
    client.pay_in_capitals().await.expect("204");
    client.pay_at_length().await.expect("204");
    client.pay_in_digits().await.expect("204");
    let key = |request: &specwright_runtime::transport::mock::Received| {
        let key = request
            .header("idempotency-key")
            .or(request.header("x-idempotency-key"));
        key.map(str::to_owned)
    };
    let keys: Vec<String> = mock.received().iter().filter_map(key).collect();
    assert!(
        keys.len() == 10 && keys.chunks(2).all(|pair| pair[0] == pair[1]),
        "{keys:?}"
    );
    let lengths: Vec<usize> = keys[0].split('-').map(str::len).collect();
    assert_eq!(lengths, [8, 4, 4, 4, 12], "{keys:?}");
    let (version, variant) = (keys[0].as_bytes()[14], keys[0].as_bytes()[19]);
    assert!(version == b'4' && b"89ab".contains(&variant), "{keys:?}");
    let lengths: Vec<usize> = keys.iter().skip(2).step_by(2).map(String::len).collect();
    assert_eq!(lengths, [30, 24, 40, 19], "{keys:?}");
    let hex = |key: &str| key.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(hex(&keys[2]) && hex(&keys[4]) && hex(&keys[6]), "{keys:?}");
    assert!(!keys[4].bytes().any(|byte| byte.is_ascii_lowercase()), "{keys:?}");
    assert!(keys[8].bytes().all(|byte| byte.is_ascii_digit()), "{keys:?}");
}

/// What the client cannot make it asks for, and without it nothing is repeated.
#[tokio::test]
async fn keys_that_only_the_caller_can_make_are_arguments() {
    let mock = mock();
    let client = mocked!(repeats, mock);
    let by_number = repeats::operations::pay_by_number::IdempotencyKey::new("order-7").expect("a key");
    let by_short_number = repeats::operations::pay_by_short_number::Call::OPERATION;
    mock.expect(
        repeats::operations::pay_by_number::Call::OPERATION,
        MockResponse::status(503),
    );
    mock.expect(
        repeats::operations::pay_by_number::Call::OPERATION,
        MockResponse::status(204),
    );
    mock.expect(by_short_number, MockResponse::status(500));
    mock.expect(by_short_number, MockResponse::status(500));
    mock.expect(by_short_number, MockResponse::status(204));
    assert_eq!(client.pay_by_number(by_number).await.expect("204").attempts(), 2);
    let error = client.pay_by_short_number().await.expect_err("500");
    assert_eq!(error.attempts(), 1, "without a key");
    let repeated = client.pay_by_short_number().idempotency_key("8").await.expect("204");
    assert_eq!(repeated.attempts(), 2);
}

#[tokio::test]
async fn idempotency_keys() {
    let mock = mock();
    let client = mocked!(repeats, mock);
    let keys = |from: usize| -> Vec<String> {
        let key = |request: &specwright_runtime::transport::mock::Received| {
            request
                .header("idempotency-key")
                .map_or_else(String::new, str::to_owned)
        };
        mock.received().iter().skip(from).map(key).collect()
    };
    for operation in [
        repeats::operations::pay::Call::OPERATION,
        repeats::operations::pay_strictly::Call::OPERATION,
    ] {
        mock.expect(operation, MockResponse::status(500));
        mock.expect(operation, MockResponse::failure(TransportErrorKind::Io));
        mock.expect(operation, MockResponse::status(204));
        mock.expect(operation, MockResponse::status(204));
    }
    client.pay().await.expect("204");
    client.pay().await.expect("204");
    let first = keys(0);
    assert_eq!(first.len(), 4);
    assert!(
        first[0].len() >= 32 && first[0] == first[1] && first[1] == first[2] && first[2] != first[3],
        "{first:?}"
    );
    client.pay_strictly().idempotency_key("mine").await.expect("204");
    assert_eq!(keys(4), ["mine", "mine", "mine"]);
    client
        .pay_strictly()
        .with(CallOptions::new().idempotency_key("options"))
        .await
        .expect("204");
    assert_eq!(keys(7), ["options"]);
    mock.expect(repeats::operations::order::Call::OPERATION, MockResponse::status(500));
    assert_eq!(
        client.order().await.expect_err("500").attempts(),
        1,
        "an order without a key may have been made"
    );
    assert_eq!(keys(8), [""]);
    let split = client.pay().idempotency_key("a\r\nb").await;
    assert!(matches!(split, Err(Error::Invalid(_))), "{split:?}");
}

#[tokio::test]
async fn only_bodies_that_can_be_sent_again_are() {
    use media_types::operations::put_image;
    let mock = mock();
    let put = put_image::Call::OPERATION;
    mock.always(put, MockResponse::status(503));
    let client = mocked!(media_types, mock);
    let error = client
        .put_image(put_image::Body::Png(once("x")))
        .await
        .expect_err("503");
    assert_eq!((status(&error), error.attempts()), (Some(503), 1));
    let error = client
        .put_image(put_image::Body::Png(Body::from("y")))
        .await
        .expect_err("503");
    assert_eq!(error.attempts(), 3);
    let opened = Arc::new(Mutex::new(0));
    let counter = Arc::clone(&opened);
    let factory = Body::replayable(
        move || {
            *counter.lock().expect("a counter") += 1;
            Pieces(vec!["b", "a"])
        },
        None,
    );
    let error = client.put_image(put_image::Body::Png(factory)).await.expect_err("503");
    assert_eq!((error.attempts(), *opened.lock().expect("a counter")), (3, 3));
    let bodies: Vec<_> = mock.received().iter().map(|request| request.body.clone()).collect();
    assert_eq!(bodies, ["x", "y", "y", "y", "ab", "ab", "ab"]);
}

/// A stream of texts, from the last to the first.
struct Pieces(Vec<&'static str>);

impl futures_core::Stream for Pieces {
    type Item = Result<&'static [u8], std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop().map(|piece| Ok(piece.as_bytes())))
    }
}

#[tokio::test]
async fn a_body_of_the_caller_that_fails_is_his_error() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("no disk"))
        }
    }
    let server = crate::common::quiet();
    let error = client!(bodies, server)
        .bytes(Body::from_reader(Failing, None))
        .await
        .expect_err("no disk");
    assert!(
        matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::RequestBody),
        "{error:?}"
    );
    assert!(crate::common::said(&error).contains("no disk"));
}

/// Answers nothing, ever; its timers ring at once and are written down.
#[derive(Clone, Default)]
struct Stuck(Arc<Mutex<Vec<Duration>>>);

impl Transport for Stuck {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(std::future::pending())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.lock().expect("the timers").push(duration);
        Box::pin(std::future::ready(()))
    }

    fn random(&self) -> u64 {
        u64::MAX
    }
}

#[tokio::test]
async fn time_limits() {
    let stuck = Stuck::default();
    let builder = || {
        path_parameters::client::Client::builder()
            .base_url("http://mock.test")
            .transport(stuck.clone())
    };
    let rang = || std::mem::take(&mut *stuck.0.lock().expect("the timers"));
    let client = builder()
        .timeouts(Timeouts::new().attempt(seconds(3)))
        .build()
        .expect("a client");
    let error = client.item(7).await.expect_err("a timeout");
    assert!(error.is_timeout() && error.is_retryable(), "{error:?}");
    assert_eq!(error.attempts(), 3, "a GET that timed out is repeated");
    let half = Duration::from_millis(500);
    assert_eq!(rang(), [seconds(3), half, seconds(3), half * 2, seconds(3)]);
    assert_eq!(
        client.purge().await.expect_err("a timeout").attempts(),
        1,
        "a POST may have been done"
    );
    assert_eq!(rang(), [seconds(3)]);
    let total = CallOptions::new()
        .timeout(seconds(2))
        .timeouts(Timeouts::new().attempt(None));
    let error = client.item(7).with(total).await.expect_err("a timeout");
    assert!(error.is_timeout());
    assert_eq!(
        (error.attempts(), rang()),
        (1, vec![seconds(2)]),
        "the whole call has one limit"
    );
}

#[tokio::test]
async fn transports_are_told_the_limits() {
    use specwright_runtime::transport::Context;
    let seen = Arc::new(Mutex::new(Vec::new()));
    struct Asking(MockTransport, Arc<Mutex<Vec<Context>>>);
    impl Transport for Asking {
        fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
            let context = request.extensions().get::<Context>().cloned();
            self.1.lock().expect("what was seen").extend(context);
            self.0.send(request)
        }
        fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
            self.0.sleep(duration)
        }
        fn now(&self) -> SystemTime {
            self.0.now()
        }
    }
    let mock = mock();
    mock.expect(ITEM, MockResponse::status(503).header("retry-after", "7"));
    mock.expect(ITEM, MockResponse::status(204));
    let client = path_parameters::client::Client::builder()
        .base_url("http://mock.test")
        .transport(Asking(mock.clone(), Arc::clone(&seen)))
        .timeouts(Timeouts::new().connect(seconds(1)).total(seconds(30)))
        .build()
        .expect("a client");
    client.item(7).await.expect("204");
    let seen = seen.lock().expect("what was seen").clone();
    let told: Vec<_> = seen
        .iter()
        .map(|context| (context.attempt, context.timeouts.total))
        .collect();
    assert_eq!(
        told,
        [(1, Some(seconds(30))), (2, Some(seconds(23)))],
        "what is left of the limit"
    );
    assert!(
        seen.iter()
            .all(|context| context.operation == ITEM && context.path == "/items/{id}")
    );
    assert!(seen.iter().all(|context| context.timeouts.connect == Some(seconds(1))));
}

/// A GET that moves money: the method says that it may be repeated, and only the settings, or an extension, know better.
#[tokio::test]
async fn an_operation_that_is_never_repeated_is_sent_once_whatever_the_policy_is() {
    let mock = mock();
    let client = repeats::client::Client::builder()
        .base_url("http://mock.test")
        .transport(mock.clone())
        .retry(RetryPolicy::new().max_retries(9));
    let client = client.build().expect("a client");
    for response in [
        MockResponse::status(503).header("retry-after", "1"),
        MockResponse::status(500),
        MockResponse::failure(TransportErrorKind::Connect),
    ] {
        for operation in ["verify", "debit"] {
            mock.expect(operation, response.clone());
        }
        assert_eq!(client.verify().await.expect_err("by the settings").attempts(), 1);
        assert_eq!(client.debit().await.expect_err("by the extension").attempts(), 1);
    }
    assert!(mock.unmet().is_empty());
}
