//! Reading bodies of many shapes: a call whose response is in memory, against `serde_json::from_slice`, which is what
//! `reqwest::Response::json` does.

use std::hint::black_box;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use specwright_runtime::transport::{Body, BoxFuture, Request, Response, Transport, TransportError};
use tokio::runtime::Runtime;

use crate::generated::Client as Pets;
use crate::shapes::{self, generated::Client};
use crate::{Figures, Outcome, Row, by_hand, compared, server};

/// How many rounds are measured of each shape.
const ROUNDS: usize = 9;
/// The most time that reading a list of objects may take of that by hand.
const LIST: f64 = 1.0;
/// The same for any other shape: some have nothing in them in which reading could be faster.
const OTHER: f64 = 1.1;
/// The same for a union with a discriminator: its variants keep the tag, and an unknown one is kept whole.
const UNION: f64 = 1.25;

/// Responds with one body.
struct Canned(Bytes);

impl Transport for Canned {
    fn send(&self, _: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let mut response = Response::new(Body::from(self.0.clone()));
        let json = http::HeaderValue::from_static("application/json");
        response.headers_mut().insert(http::header::CONTENT_TYPE, json);
        Box::pin(std::future::ready(Ok(response)))
    }

    fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn reads_context(&self) -> bool {
        false
    }
}

/// The times of reading the list of pets and the other shapes.
pub(crate) fn rows(runtime: &Runtime) -> Outcome<Vec<Row>> {
    let mut rows = vec![pets(runtime)?];
    /// What a call gives is dropped, as what is read by hand is.
    macro_rules! shapes {
        ($($what:literal at $most:ident: $call:ident as $type:ty, $text:expr;)*) => { $(
            let text = Bytes::from($text);
            let client = Client::builder().transport(Canned(text.clone())).build()?;
            let ours = || Ok(_ = black_box(runtime.block_on(client.$call().send())?));
            rows.push(row($what, &compared(ROUNDS, &ours, &|| by_serde::<$type>(&text))?, $most));
        )* };
    }
    shapes! {
        "objects with many optional properties" at OTHER: get_wide as Vec<shapes::Wide>, shapes::wide();
        "strings with escapes" at OTHER: get_texts as Vec<String>, shapes::texts();
        "a union with a discriminator" at UNION: get_events as Vec<shapes::Event>, shapes::events();
        "a union without one" at OTHER: get_amounts as Vec<shapes::Amount>, shapes::amounts();
        "a map" at OTHER: get_counts as shapes::Counts, shapes::counts();
        "floats" at OTHER: get_track as Vec<shapes::Point>, shapes::track();
        "integers" at OTHER: get_grid as Vec<Vec<i64>>, shapes::grid();
        "an enumeration" at OTHER: get_levels as Vec<shapes::Level>, shapes::levels();
        "dates and times" at OTHER: get_times as Vec<shapes::Span>, shapes::times();
    }
    Ok(rows)
}

fn pets(runtime: &Runtime) -> Outcome<Row> {
    let text = Bytes::from(server::many(server::MANY));
    let client = Pets::builder().transport(Canned(text.clone())).build()?;
    let ours = || Ok(_ = black_box(runtime.block_on(client.list_pets().send())?));
    let figures = compared(ROUNDS, &ours, &|| by_serde::<Vec<by_hand::Pet>>(&text))?;
    Ok(row("a list of objects", &figures, LIST))
}

fn row(shape: &str, (ours, by_hand): &(Figures, Figures), most: f64) -> Row {
    Row {
        what: format!("reading a megabyte: {shape}"),
        unit: "CPU µs",
        ours: ours.time,
        by_hand: by_hand.time,
        budget: Some(most),
    }
}

fn by_serde<T: DeserializeOwned>(text: &[u8]) -> Outcome {
    Ok(_ = black_box(serde_json::from_slice::<T>(text)?))
}
