//! The same client without an asynchronous runtime.

use std::time::Duration;

use ::specwright_runtime::transport::TransportErrorKind;
use ::specwright_runtime::transport::ureq::UreqTransport;
use ::specwright_runtime::{Body, CallOptions, Error};

use super::start;
use crate::operations::update_pet;
use crate::server::{Answer, Nobody};

#[test]
fn calls() {
    let (server, client) = start();
    let client = client
        .transport(UreqTransport::new())
        .login("u", "p")
        .build()
        .expect("a client");
    server
        .answer(Answer::status(503))
        .answer(Answer::json(200, r#"{"name":"Rex"}"#));
    let pet = client.get_pet("a b").send().wait().expect("a pet");
    assert_eq!(pet.attempts(), 2);
    let request = &server.requests()[1];
    assert_eq!(request.target, "/pets/a%20b.json");
    assert_eq!(
        request
            .header("user-agent")
            .map(|agent| agent.starts_with("sample-client/")),
        Some(true)
    );
    let accepted = request.header("accept-encoding").unwrap_or_default();
    assert!(
        ["identity", "gzip", "gzip, deflate, br, zstd"].contains(&accepted),
        "{accepted}"
    );
    server.answer(Answer::status(204)).answer(Answer::status(204));
    let stream = Body::from_reader(std::io::Cursor::new(vec![b'x'; 100_000]), None);
    client
        .update_pet(7, update_pet::Body::OctetStream(stream))
        .send()
        .wait()
        .expect("204");
    client
        .update_pet(7, update_pet::Body::Text("é".into()))
        .send()
        .wait()
        .expect("204");
    let requests = server.requests();
    assert_eq!(requests[2].body.len(), 100_000);
    assert_eq!(
        (requests[3].text().as_str(), requests[3].header("content-length")),
        ("é", Some("2"))
    );
}

#[test]
fn streams_and_pages() {
    let (server, client) = start();
    let client = client.transport(UreqTransport::new()).build().expect("a client");
    let events = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"id\":1}\n\n")
        .body("data: {\"id\":2}\n\n");
    server.answer(events.chunked(Duration::from_millis(5)));
    let events = client.watch_events().send().wait().expect("events").into_inner();
    let ids: Vec<i64> = events.wait().map(|event| event.expect("an event").id).collect();
    assert_eq!(ids, [1, 2]);
    server
        .answer(Answer::json(200, r#"{"pets":[{"name":"a"}],"next":"n"}"#))
        .answer(Answer::json(200, r#"{"pets":[{"name":"b"}]}"#));
    let names: Vec<_> = client
        .list_pets()
        .items()
        .wait()
        .map(|pet| pet.expect("a pet").name)
        .collect();
    assert_eq!(names, ["a", "b"]);
}

#[test]
fn faults() {
    let (server, client) = start();
    let client = client.transport(UreqTransport::new()).build().expect("a client");
    server.always("/pets/slow", Answer::status(204).delay(Duration::from_secs(5)));
    let options = CallOptions::new().timeout(Duration::from_millis(100));
    let error = client.get_pet("slow").with(options).send().wait().expect_err("slow");
    assert!(error.is_timeout(), "{error:?}");
    server.always("/pets/cut", Answer::json(200, "{").claim_length(100));
    let error = client.get_pet("cut").send().wait().expect_err("cut off");
    assert!(
        matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Body),
        "{error:?}"
    );
    assert_eq!(error.attempts(), 3);
    let nobody = Nobody::start();
    let error = client
        .get_pet("7")
        .with(CallOptions::new().base_url(nobody.url()))
        .send()
        .wait()
        .expect_err("refused");
    assert!(error.is_connect(), "{error:?}");
}

#[test]
fn an_asynchronous_client_can_be_waited_for() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    server
        .answer(Answer::json(200, r#"{"name":"Rex"}"#))
        .answer(Answer::json(200, r#"{"pets":[{"name":"a"}],"next":"n"}"#))
        .answer(Answer::json(200, r#"{"pets":[{"name":"b"}]}"#));
    let pet = client.get_pet("7").send().wait().expect("a pet");
    assert_eq!(pet.attempts(), 1);
    let names: Vec<_> = client
        .list_pets()
        .items()
        .wait()
        .map(|pet| pet.expect("a pet").name)
        .collect();
    assert_eq!(names, ["a", "b"]);
    let events = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"id\":1}\n\n")
        .body("data: {\"id\":2}\n\n");
    server.answer(events.chunked(Duration::from_millis(5)));
    let events = client.watch_events().send().wait().expect("events").into_inner();
    let ids: Vec<i64> = events.wait().map(|event| event.expect("an event").id).collect();
    assert_eq!(ids, [1, 2]);
}

#[tokio::test]
async fn waiting_does_not_block_the_runtime_that_the_call_needs() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let error = client.get_pet("7").send().wait().expect_err("inside of a runtime");
    assert!(matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Unsupported));
    assert!(error.to_string().contains("await"), "{error}");
    assert_eq!(server.connections(), 0);
}
