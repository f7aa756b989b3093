//! Answers that come piece by piece, and pages.

use std::time::Duration;

use ::specwright_runtime::{CallOptions, Error, Timeouts};

use super::start;
use crate::operations::watch_events::Change;
use crate::server::Answer;

const PAUSE: Duration = Duration::from_millis(5);

#[tokio::test]
async fn downloads() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let photo = Answer::status(200)
        .header("Content-Type", "image/png")
        .body(vec![1; 70_000])
        .body(vec![2; 70_000]);
    server.answer(photo.clone());
    let photo_stream = client.get_photo(7).await.expect("a photo").into_inner();
    assert_eq!(photo_stream.content_length(), Some(140_000));
    assert_eq!(photo_stream.collect(200_000).await.expect("all of it").len(), 140_000);
    assert_eq!(server.request().header("accept"), Some("image/*, */*;q=0.1"));
    server.answer(photo.clone());
    let error = client
        .get_photo(7)
        .await
        .expect("a photo")
        .into_inner()
        .collect(100)
        .await
        .expect_err("too large");
    assert!(error.to_string().contains("larger than 100 bytes"), "{error}");
    server.answer(photo.claim_length(200_000));
    let mut stream = client.get_photo(7).await.expect("a photo").into_inner();
    let error = loop {
        match stream.next().await.expect("an error before the end") {
            Ok(_) => {}
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::Transport(_)));
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn events() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let events = Answer::status(200)
        .header("Content-Type", "text/event-stream; charset=utf-8")
        .body(": hello\n\nevent: change\nid: 1\nda")
        .body("ta: {\"id\": 1}\n\ndata: {\"id\": \"x\"}\n\n")
        .body("data: {\"id\": 2}\r\n\r\ndata: [DONE]\n\ndata: {\"id\": 3}\n\n")
        .chunked(PAUSE);
    server.answer(events);
    let mut events = client.watch_events().await.expect("events").into_inner();
    let first = events.next().await.expect("an event").expect("a change");
    assert_eq!((first.name(), first.id), (Some("change"), 1));
    let odd = events.next().await.expect("an event").expect_err("not a number");
    assert!(
        matches!(&odd, Error::Decode(failure) if failure.path() == "/id"),
        "{odd}"
    );
    assert_eq!(odd.body().map(|body| &body[..]), Some(br#"{"id": "x"}"#.as_slice()));
    assert_eq!(events.next().await.expect("an event").expect("a change").id, 2);
    assert!(events.next().await.is_none(), "[DONE] is the end");
}

#[tokio::test]
async fn lines() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let lines = Answer::status(200)
        .header("Content-Type", "application/x-ndjson")
        .body("{\"id\":1}\n{\"i")
        .body("d\":2}");
    server.answer(lines.chunked(PAUSE));
    let mut lines = client.watch_events().send_jsonl().await.expect("lines").into_inner();
    let mut got = Vec::new();
    while let Some(line) = lines.next().await {
        got.push(line.expect("a change"));
    }
    assert_eq!(got, [Change { id: 1 }, Change { id: 2 }]);
}

#[tokio::test]
async fn silence_is_a_timeout() {
    let (server, client) = start();
    let timeouts = Timeouts::new().idle(Duration::from_millis(50));
    let client = client.timeouts(timeouts).build().expect("a client");
    let silent = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"id\": 1}\n\n");
    server.answer(silent.chunked(Duration::ZERO).hang());
    let mut events = client.watch_events().await.expect("events").into_inner();
    assert_eq!(events.next().await.expect("an event").expect("a change").id, 1);
    assert!(
        events
            .next()
            .await
            .expect("an error")
            .expect_err("silence")
            .is_timeout()
    );
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn pages_and_items() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let page = |names: &str, next: &str| Answer::json(200, &format!(r#"{{"pets":[{names}],"next":{next}}}"#));
    server
        .answer(page(r#"{"name":"a"},{"name":"b"}"#, r#""c 1""#))
        .answer(page("", r#""c2""#))
        .answer(page(r#"{"name":"c"}"#, "null"));
    let mut items = client
        .list_pets()
        .limit(2)
        .with(CallOptions::new().header("x-page", "y"))
        .items();
    let mut names = Vec::new();
    while let Some(pet) = items.next().await {
        names.push(pet.expect("a pet").name);
    }
    assert_eq!(names, ["a", "b", "c"]);
    let requests = server.requests();
    let targets: Vec<_> = requests.iter().map(|request| request.target.as_str()).collect();
    assert_eq!(
        targets,
        ["/pets?limit=2", "/pets?limit=2&cursor=c%201", "/pets?limit=2&cursor=c2"]
    );
    assert!(requests.iter().all(|request| request.header("x-page") == Some("y")));
    server
        .answer(page(r#"{"name":"a"}"#, r#""n""#))
        .answer(Answer::status(404));
    let mut pages = client.list_pets().pages();
    assert!(pages.next().await.expect("a page").is_ok());
    assert!(pages.call().is_some());
    assert!(pages.next().await.expect("an error").is_err());
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn the_url_of_the_next_page_stays_with_the_server() {
    let (server, client) = start();
    let client = client.query_key("k").login("u", "SECRET-p").build().expect("a client");
    let first = Answer::json(200, r#"{"pets":[]}"#).header("Link", "</pets?page=2>; rel=\"next\"");
    server.answer(first).answer(Answer::json(200, r#"{"pets":[]}"#));
    let page = client.list_pets().await.expect("a page");
    let next = ::specwright_runtime::v1::next_link(page.headers()).expect("a link");
    let mut call = client.list_pets().limit(5);
    call.setup = call.setup.next_url(next).expect("another page");
    call.await.expect("a page");
    assert_eq!(server.requests()[1].target, "/pets?page=2&api_key=k");
    let elsewhere = "https://internal:8443/pets?page=3";
    let mut call = client.list_pets();
    call.setup = call.setup.next_url(elsewhere).expect("another page");
    let error = call.await.expect_err("another server");
    assert!(matches!(&error, Error::Invalid(_)));
    let line = error.to_string();
    for part in ["https://internal:8443", &server.url(), "rebase_next_pages"] {
        assert!(line.contains(part), "{part} in {line}");
    }
    let (server, client) = start();
    let client = client
        .configure(|core| core.rebase_next_pages())
        .build()
        .expect("a client");
    server.answer(Answer::json(200, r#"{"pets":[]}"#));
    let mut call = client.list_pets();
    call.setup = call.setup.next_url(elsewhere).expect("another page");
    call.await.expect("a page of the client's own server");
    assert_eq!(server.request().target, "/pets?page=3");
}
