//! Calls of a generated client in a browser: `cargo xtask browser` compiles this to WebAssembly, serves it on a page, and reads what it
//! reports. What the server must have seen is looked at there.
#![cfg(target_arch = "wasm32")]

/// The client. It keeps the lines that it was generated with, since they are compared.
#[rustfmt::skip]
#[path = "../../compiled/src/guide/pets.rs"]
pub mod pets;

use pets::client::Client;
use pets::types::NewPet;
use specwright_runtime::transport::TransportErrorKind;
use specwright_runtime::{CallOptions, Error, RetryPolicy};
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many connections a browser has to one server, and some more.
const CONNECTIONS: usize = 8;

/// Makes every call; `base` is the URL of the server, `nowhere` one where there is none.
#[wasm_bindgen]
pub async fn report(base: String, nowhere: String) -> String {
    let mut report = Report::default();
    match Client::builder().base_url(base).login("token").build() {
        Ok(client) => {
            bodies(&client, &mut report).await;
            failures(&client, &nowhere, &mut report).await;
            redirects(&client, &mut report).await;
            streams(&client, &mut report).await;
            limits(&client, &mut report).await;
        }
        Err(error) => report.expect("a client is built", false, &error.to_string()),
    }
    report.0
}

/// A line for each expectation.
#[derive(Default)]
struct Report(String);

impl Report {
    fn expect(&mut self, what: &str, holds: bool, seen: &str) {
        self.0 += &match holds {
            true => format!("ok: {what}\n"),
            false => format!("wrong: {what}: {seen}\n"),
        };
    }
}

async fn bodies(client: &Client, report: &mut Report) {
    let got = client.get_pet(7).await;
    let is_right = got.as_ref().is_ok_and(|pet| pet.name == "Rex");
    report.expect("a GET is answered", is_right, &format!("{got:?}"));
    let id = got
        .ok()
        .and_then(|pet| Some(pet.headers().get("x-request-id")?.to_str().ok()?.to_owned()));
    report.expect(
        "a header of the response is seen",
        id.as_deref() == Some("r-7"),
        &format!("{id:?}"),
    );

    for _ in 0..2 {
        let added = client.add_pet(NewPet::new("Tom")).await;
        let is_right = added.as_ref().is_ok_and(|pet| pet.id == 8 && pet.status() == 201);
        report.expect("a POST is answered", is_right, &format!("{added:?}"));
    }
    let compressed = client.get_pet(40).await;
    let is_right = compressed.as_ref().is_ok_and(|pet| pet.name == "Rex");
    report.expect(
        "what the browser has decoded is not decoded again",
        is_right,
        &format!("{compressed:?}"),
    );
}

async fn failures(client: &Client, nowhere: &str, report: &mut Report) {
    let absent = client.get_pet(404).await;
    let is_right = absent
        .as_ref()
        .is_err_and(|error| matches!(error, Error::Api(_)) && error.server_message().as_deref() == Some("no such pet"));
    report.expect("a documented failure has its type", is_right, &format!("{absent:?}"));
    let refused = client.add_pet(NewPet::new("")).await;
    let is_right = refused.as_ref().is_err_and(|error| matches!(error, Error::Invalid(_)));
    report.expect("what is not valid is not sent", is_right, &format!("{refused:?}"));

    let start = js_sys::Date::now();
    let repeated = client.get_pet(503).await;
    let waited = js_sys::Date::now() - start;
    let is_right = repeated.is_ok() && (950.0..20_000.0).contains(&waited);
    report.expect(
        "a call is repeated after the time that the server asks for",
        is_right,
        &format!("{waited} {repeated:?}"),
    );

    let unreachable = Client::builder()
        .base_url(nowhere)
        .login("token")
        .retry(RetryPolicy::never())
        .build();
    let error = match unreachable {
        Ok(client) => client.get_pet(7).await.err(),
        Err(_) => None,
    };
    let is_right = error
        .as_ref()
        .is_some_and(|error| kind(error) == Some(TransportErrorKind::Io));
    report.expect(
        "a server that is not there is an error",
        is_right,
        &format!("{error:?}"),
    );
}

async fn redirects(client: &Client, report: &mut Report) {
    let moved = client.get_pet(30).await;
    let is_right = moved.as_ref().is_ok_and(|pet| pet.name == "Rex");
    report.expect("a redirect without a body is followed", is_right, &format!("{moved:?}"));
    let options = CallOptions::new().retry(RetryPolicy::never());
    let photo = pets::operations::add_photo::RequestMultipart::new(vec![1, 2, 3]);
    let moved = client.add_photo(30, photo).with(options).await;
    let is_right = moved
        .as_ref()
        .is_err_and(|error| kind(error) == Some(TransportErrorKind::Io));
    report.expect(
        "a body is not sent to where a redirect points",
        is_right,
        &format!("{moved:?}"),
    );
}

async fn streams(client: &Client, report: &mut Report) {
    // The server never ends this stream.
    let mut texts = Vec::new();
    match client.watch_news().await {
        Ok(news) => {
            let mut news = news.into_inner();
            while let Some(event) = news.next().await {
                texts.push(event.map(|event| event.into_data().text));
                if texts.len() == 2 {
                    break;
                }
            }
        }
        Err(error) => report.expect("a stream begins", false, &format!("{error:?}")),
    }
    let is_right = matches!(texts.as_slice(), [Ok(first), Ok(_)] if first.as_deref() == Some("born"));
    report.expect("events come one by one", is_right, &format!("{texts:?}"));

    let mut length = 0;
    match client.get_photo(7).await {
        Ok(photo) => {
            let mut photo = photo.into_inner();
            while let Some(Ok(piece)) = photo.next().await {
                length += piece.len();
            }
        }
        Err(error) => report.expect("a download begins", false, &format!("{error:?}")),
    }
    report.expect("all pieces of a download come", length == 300_000, &length.to_string());
}

async fn limits(client: &Client, report: &mut Report) {
    // A call that is still there after its time holds a connection, of which there are few.
    // Each has its own URL: a browser sends equal ones after each other.
    for id in (600..).take(CONNECTIONS) {
        let options = CallOptions::new()
            .retry(RetryPolicy::never())
            .timeout(Duration::from_millis(100));
        let start = js_sys::Date::now();
        let late = client.get_pet(id).with(options).await;
        let waited = js_sys::Date::now() - start;
        let is_right = late.as_ref().is_err_and(Error::<_>::is_timeout) && (95.0..5_000.0).contains(&waited);
        report.expect("a call has a time limit", is_right, &format!("{waited} {late:?}"));
    }
    let options = CallOptions::new().timeout(Duration::from_secs(5));
    let next = client.get_pet(7).with(options).await;
    report.expect(
        "a call that is not waited for is ended",
        next.is_ok(),
        &format!("{next:?}"),
    );
}

fn kind<E>(error: &Error<E>) -> Option<TransportErrorKind> {
    match error {
        Error::Transport(error) => Some(error.kind()),
        _ => None,
    }
}
