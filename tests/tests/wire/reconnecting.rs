//! Event streams that reconnect (WHATWG HTML section 9.2.3): `streams`.

use std::time::Duration;

use specwright_compiled::operations::streams::operations::{complete, events_};
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::{CallOptions, Error, ReconnectPolicy, RetryPolicy};

use crate::common::{mock, status};

const EVENTS: &str = events_::Call::OPERATION;

fn stream(body: &str) -> MockResponse {
    MockResponse::status(200)
        .header("content-type", "text/event-stream")
        .body(body.to_owned())
}

fn expect(mock: &MockTransport, responses: impl IntoIterator<Item = MockResponse>) {
    responses.into_iter().for_each(|response| mock.expect(EVENTS, response));
}

/// The ids that the requests continue after.
fn ids(mock: &MockTransport) -> Vec<Option<String>> {
    let received = mock.received();
    let ids = received.iter().map(|request| request.header("last-event-id"));
    ids.map(|id| id.map(str::to_owned)).collect()
}

/// All items of a stream: the text of an event, or the kind of an error.
macro_rules! all {
    ($stream:expr) => {{
        let mut items: Vec<String> = Vec::new();
        while let Some(item) = $stream.next().await {
            items.push(match item {
                Ok(event) => event.into_data().text,
                Err(Error::Transport(failure)) => failure.kind().as_str().to_owned(),
                Err(error) => format!("{:?}", status(&error)),
            });
        }
        items
    }};
}

#[tokio::test]
async fn a_stream_that_breaks_or_ends_continues_after_the_last_event() {
    let mock = mock();
    expect(
        &mock,
        [
            stream("id: 1\ndata: {\"text\":\"a\"}\n\nid: 2\ndata: {\"text\":\"cut").breaking_off(),
            stream("retry: 50\nid: 3\ndata: {\"text\":\"b\"}\n\nid: 4\n\n"),
            stream("data: {\"text\":\"c\"}"),
            stream("data: [DONE]\n\n"),
        ],
    );
    let mut news = mocked!(streams, mock).events().send().reconnecting();
    assert_eq!(all!(news), ["a", "b", "c"]);
    let id = |id: &str| Some(id.to_owned());
    assert_eq!(
        ids(&mock),
        [None, id("1"), id("4"), id("4")],
        "2 was cut off, 4 has no data"
    );
    assert_eq!((news.reconnects(), news.last_event_id()), (3, Some("4")));
    let slept = mock.slept();
    let between = |delay: Duration, from: u64, to: u64| (from..=to).contains(&(delay.as_micros() as u64));
    assert!(between(slept[0], 3_000_000, 3_750_000), "{slept:?}");
    assert!(
        between(slept[1], 50_000, 62_500) && between(slept[2], 50_000, 62_500),
        "{slept:?}"
    );
}

#[tokio::test]
async fn what_the_server_does_not_want_or_cannot_do_ends_it() {
    let cases: [(MockResponse, &[&str], u32); 4] = [
        (MockResponse::status(204), &["a"], 1),
        (MockResponse::status(404), &["a", "Some(404)"], 1),
        (
            stream("event: error\ndata: x\n\ndata: [DONE]\n\n"),
            &["a", "Some(200)"],
            1,
        ),
        (
            MockResponse::status(503).header("retry-after", "3600"),
            &["a", "Some(503)"],
            1,
        ),
    ];
    for (response, items, reconnects) in cases {
        let mock = mock();
        expect(&mock, [stream("id: 1\ndata: {\"text\":\"a\"}\n\n"), response.clone()]);
        let once = CallOptions::new().retry(RetryPolicy::never());
        let mut news = mocked!(streams, mock).events().with(once).send().reconnecting();
        assert_eq!(all!(news), items, "{response:?}");
        assert_eq!((news.reconnects(), mock.unmet().len()), (reconnects, 0), "{response:?}");
    }
}

#[tokio::test]
async fn it_gives_up_where_no_event_comes_and_says_why() {
    let policy = || {
        ReconnectPolicy::new()
            .max_reconnects(2)
            .delays(Duration::from_secs(1), Duration::from_secs(1))
    };
    let broken = || stream(": nothing\n").breaking_off();
    let a = || stream("data: {\"text\":\"a\"}\n\n");
    let cases = [
        (vec![broken(), broken(), broken()], vec!["body"]),
        (vec![broken(), broken(), a(), broken(), stream("")], vec!["a"]),
        (vec![a(), MockResponse::status(503), broken()], vec!["a", "body"]),
        // A call that fails at first is an ordinary one.
        (vec![MockResponse::status(503)], vec!["Some(503)"]),
    ];
    for (responses, items) in cases {
        let mock = mock();
        let sent = responses.len();
        expect(&mock, responses);
        let once = CallOptions::new().retry(RetryPolicy::never());
        let call = mocked!(streams, mock).events().with(once);
        let mut news = call.send().reconnecting().with(policy());
        assert_eq!(all!(news), items);
        assert_eq!((mock.received().len(), mock.unmet().len()), (sent, 0), "{items:?}");
        assert!(news.next().await.is_none());
    }
}

#[tokio::test]
async fn the_whole_call_is_made_again_from_where_it_was_left() {
    let mock = mock();
    let first = stream("id: é\ndata: {\"text\":\"a\"}\n\n");
    for response in [
        first,
        stream("id\ndata: {\"text\":\"b\"}\n\n"),
        stream("data: [DONE]\n\n"),
    ] {
        mock.expect(complete::Call::OPERATION, response);
    }
    let options = CallOptions::new()
        .header("last-event-id", "saved")
        .header("x-trace", "7");
    let call = mocked!(streams, mock)
        .complete(complete::Request::new("p"))
        .with(options);
    let mut news = call.send_event_stream().reconnecting();
    assert_eq!(all!(news), ["a", "b"]);
    let received = mock.received();
    let id = |index: usize| {
        received[index]
            .headers
            .get("last-event-id")
            .map(|id| id.as_bytes().to_vec())
    };
    assert_eq!((id(0), id(1)), (Some(b"saved".to_vec()), Some("é".as_bytes().to_vec())));
    assert_eq!(id(2), Some(b"saved".to_vec()), "the server has taken its id back");
    for request in &received {
        assert_eq!(request.header("x-trace"), Some("7"));
        assert_eq!(request.json(), received[0].json());
    }
}

#[test]
fn a_thread_can_read_it() {
    let mock = mock();
    expect(
        &mock,
        [
            stream("data: {\"text\":\"a\"}\n\n"),
            stream("data: {\"text\":\"b\"}\n\ndata: [DONE]\n\n"),
        ],
    );
    let news = mocked!(streams, mock).events().send().reconnecting().wait();
    let texts: Result<Vec<String>, Error> = news.map(|event| Ok(event?.into_data().text)).collect();
    assert_eq!(texts.expect("events"), ["a", "b"]);
}
