//! Answers that come piece by piece: downloads, server-sent events, JSON lines, JSON text sequences: `answers`, `streams`.

use std::time::Duration;

use specwright_compiled::operations::streams;
use specwright_runtime::{Error, Timeouts};

use crate::common::{Answer, last, told};

/// None: the pieces are flushed one by one, that is enough.
const AT_ONCE: Duration = Duration::ZERO;

fn events(pieces: &[&str]) -> Answer {
    let answer = Answer::status(200).header("Content-Type", "text/event-stream; charset=utf-8");
    pieces
        .iter()
        .fold(answer, |answer, piece| answer.body(*piece))
        .chunked(AT_ONCE)
}

#[tokio::test]
async fn downloads() {
    let file = Answer::status(200)
        .header("Content-Type", "image/png")
        .body(vec![1; 70_000])
        .body(vec![2; 70_000]);
    let server = told([file.clone(), file.clone().chunked(AT_ONCE), file]);
    let client = client!(answers, server);
    let stream = client.download().await.expect("a stream").into_inner();
    assert_eq!(
        last(&server).header("accept"),
        Some("application/octet-stream, */*;q=0.1")
    );
    assert_eq!(stream.content_length(), Some(140_000));
    assert_eq!(stream.collect(140_000).await.expect("all of it").len(), 140_000);
    let mut stream = client.download().await.expect("a stream").into_inner();
    assert_eq!(stream.content_length(), None);
    let mut sizes = 0;
    while let Some(piece) = stream.next().await {
        sizes += piece.expect("a piece").len();
    }
    assert_eq!(sizes, 140_000);
    let stream = client.download().await.expect("a stream").into_inner();
    let error = stream.collect(100).await.expect_err("more than the caller wants");
    assert!(error.to_string().contains("100 bytes"), "{error}");
}

/// WHATWG HTML section 9.2.6; `[DONE]` is what servers of language models send last.
#[tokio::test]
async fn typed_events() {
    let server = told([events(&[
        ": hello\n\nevent: delta\nid: 1\nda",
        "ta: {\"text\":\ndata: \"a\"}\n\n",
        "data: {\"text\": []}\n\ndata: {\"text\":\"é\"}\r\n\r\n",
        "retry: 250\ndata: {\"text\":\"c\"}\n\ndata: [DONE]\n\ndata: {\"text\":\"never\"}\n\n",
    ])]);
    let client = client!(streams, server);
    let mut events = client.events().await.expect("events").into_inner();
    assert_eq!(last(&server).header("accept"), Some("text/event-stream, */*;q=0.1"));
    let first = events.next().await.expect("an event").expect("a delta");
    assert_eq!(
        (first.name(), first.last_event_id(), first.text.as_str()),
        (Some("delta"), Some("1"), "a")
    );
    let error = events.next().await.expect("an event").expect_err("not a text");
    assert!(
        matches!(&error, Error::Decode(failure) if failure.path() == "/text"),
        "{error:?}"
    );
    assert_eq!(
        events.next().await.expect("an event").expect("the stream goes on").text,
        "é"
    );
    let last = events.next().await.expect("an event").expect("a delta");
    assert_eq!(last.reconnect_after(), Some(Duration::from_millis(250)));
    assert_eq!(last.into_data().text, "c");
    assert!(events.next().await.is_none(), "[DONE]");
}

#[tokio::test]
async fn events_of_text() {
    let server = told([events(&["data: tick\n\ndata: {\"not\": read}\n\ndata: end"])]);
    let mut ticks = client!(streams, server).ticks().await.expect("events").into_inner();
    let mut got = Vec::new();
    while let Some(tick) = ticks.next().await {
        got.push(tick.expect("a text").into_data());
    }
    assert_eq!(got, ["tick", "{\"not\": read}", "end"]);
}

#[tokio::test]
async fn lines_and_sequences() {
    let lines = |media: &str, body: &str| {
        Answer::status(200)
            .header("Content-Type", media)
            .body(body.as_bytes().to_vec())
    };
    let server = told([
        lines("application/jsonl", "{\"text\":\"a\"}\n\n{\"te")
            .body("xt\":\"b\"}\r\n{\"text\":{}}\n{\"text\":\"c\"}")
            .chunked(AT_ONCE),
        lines("application/x-ndjson", "{\"text\":\"d\"}"),
        lines(
            "application/json-seq",
            "\u{1e}{\"text\":\"e\"}\n\u{1e}{\"text\":\n\"f\"}\n",
        ),
    ]);
    let client = client!(streams, server);
    let mut lines = client.lines().await.expect("lines").into_inner();
    assert_eq!(lines.next().await.expect("a line").expect("a delta").text, "a");
    assert_eq!(lines.next().await.expect("a line").expect("a delta").text, "b");
    assert!(lines.next().await.expect("a line").is_err());
    assert_eq!(lines.next().await.expect("a line").expect("a delta").text, "c");
    assert!(lines.next().await.is_none());
    let mut lines = client
        .lines()
        .await
        .expect("the same thing by another name")
        .into_inner();
    assert_eq!(lines.next().await.expect("a line").expect("a delta").text, "d");
    let mut records = client.sequence().await.expect("records").into_inner();
    assert_eq!(records.next().await.expect("a record").expect("a delta").text, "e");
    assert_eq!(
        records
            .next()
            .await
            .expect("a record")
            .expect("RFC 7464 does not forbid lines in it")
            .text,
        "f"
    );
    assert!(records.next().await.is_none());
}

#[tokio::test]
async fn at_once_or_as_it_comes() {
    use streams::operations::complete::Request;
    let server = told([
        Answer::json(200, "{\"text\":\"all\"}"),
        events(&["data: {\"text\":\"a\"}\n\n"]),
    ]);
    let client = client!(streams, server);
    assert_eq!(client.complete(Request::new("p")).await.expect("JSON").text, "all");
    assert_eq!(last(&server).header("accept"), Some("application/json"));
    let call = client.complete(Request::new("p").stream(true));
    let mut events = call.send_event_stream().await.expect("events").into_inner();
    assert_eq!(last(&server).header("accept"), Some("text/event-stream, */*;q=0.1"));
    assert_eq!(events.next().await.expect("an event").expect("a delta").text, "a");
}

#[tokio::test]
async fn silence_and_broken_connections_end_a_stream() {
    let silent = events(&["data: {\"text\":\"a\"}\n\n"]).hang();
    let broken = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"text\":\"a\"}\n\ndata: {\"te")
        .claim_length(1000);
    let server = told([silent, broken]);
    let timeouts = Timeouts::new().idle(Duration::from_millis(20));
    let client = builder!(streams, server).timeouts(timeouts).build().expect("a client");
    let mut silent = client.events().await.expect("events").into_inner();
    assert_eq!(silent.next().await.expect("an event").expect("a delta").text, "a");
    assert!(
        silent
            .next()
            .await
            .expect("an error")
            .expect_err("silence")
            .is_timeout()
    );
    assert!(silent.next().await.is_none());
    let mut broken = client.events().await.expect("events").into_inner();
    assert_eq!(broken.next().await.expect("an event").expect("a delta").text, "a");
    assert!(matches!(
        broken.next().await.expect("an error"),
        Err(Error::Transport(_))
    ));
    assert!(broken.next().await.is_none(), "half an event is none");
}

/// OpenAPI 3.2 section 4.14.4: the item describes the event, and its data are a string that may have JSON in it: `event_objects`.
#[tokio::test]
async fn items_that_describe_the_event() {
    let both = "event: price\nid: 7\ndata: {\"amount\":3}\n\nevent: note\ndata: a, b\n\n";
    let server = told(std::array::from_fn::<_, 4, _>(|_| events(&[both])));
    let client = client!(event_objects, server);
    let mut prices = client.prices().await.expect("events").into_inner();
    let price = prices.next().await.expect("an event").expect("a price");
    let parts = (price.name(), price.last_event_id(), price.amount);
    assert_eq!(parts, (Some("price"), Some("7"), 3));
    for mut stream in [
        client.notes().await.expect("events").into_inner(),
        client.kinds().await.expect("events").into_inner(),
    ] {
        let first = stream.next().await.expect("an event").expect("a string");
        assert_eq!(first.as_str(), "{\"amount\":3}");
        let second = stream.next().await.expect("an event").expect("a string");
        assert_eq!((second.name(), second.as_str()), (Some("note"), "a, b"));
    }
    server.answer(events(&["data: {\"event\":\"x\",\"data\":{\"amount\":4}}\n\n"]));
    // The fourth answer, which nobody has asked for so far.
    client.notes().await.expect("events");
    let mut envelopes = client.envelopes().await.expect("events").into_inner();
    let envelope = envelopes.next().await.expect("an event").expect("an envelope");
    assert_eq!(envelope.data.as_ref().map(|price| price.amount), Some(4));
}

#[tokio::test]
async fn events_that_report_an_error() {
    let named = "event: error\ndata: {\"message\":\"overloaded\"}\n\n";
    let property = "data: {\"error\":{\"message\":\"overloaded\"}}\n\n";
    let fine = "data: {\"delta\":\"an \\\"error\\\"\",\"error\":null}\n\n";
    let server = told([
        events(&[fine, named, fine]),
        events(&[fine, property, fine]),
        events(&["data: {\"error\":\"of its own\"}\n\n"]),
    ]);
    let client = client!(event_objects, server);
    for _ in 0..2 {
        let mut chunks = client.chunks().await.expect("events").into_inner();
        let chunk = chunks.next().await.expect("an event").expect("a chunk");
        assert_eq!(chunk.delta.as_deref(), Some("an \"error\""));
        let error = chunks.next().await.expect("an event").expect_err("an error");
        let body = error.body().expect("the data");
        assert!(String::from_utf8_lossy(body).contains("overloaded"), "{body:?}");
        assert!(matches!(&error, Error::Unexpected(_)), "{error:?}");
        assert!(error.to_string().contains("reports an error"), "{error}");
        assert!(chunks.next().await.expect("an event").is_ok());
    }
    let mut results = client.results().await.expect("events").into_inner();
    let result = results.next().await.expect("an event").expect("a result");
    assert_eq!(result.error.as_deref(), Some("of its own"));
}
