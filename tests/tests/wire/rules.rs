//! Rules that an overlay adds, `constraints/rules`, and moments that are numbers, `scalars/moments`.

use std::time::{Duration, SystemTime};

use specwright_compiled::constraints::rules;
use specwright_compiled::scalars::moments;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::{UnixMillis, UnixTime, Violation};

use rules::operations::add_booking::{Extras, Kind, Request};

use crate::common::mock;

fn in_hours(hours: u64) -> SystemTime {
    SystemTime::now() + Duration::from_secs(hours * 3_600)
}

/// What a booking breaks, and how often it was sent.
async fn violations(booking: Request) -> (Vec<(String, &'static str, String)>, usize) {
    let mock = mock();
    mock.always("addBooking", MockResponse::status(204));
    let client = rules::client::Client::builder()
        .base_url("http://mock.test")
        .transport(mock.clone())
        .build()
        .expect("a client");
    let found = match client.add_booking(booking).await {
        Ok(_) => Vec::new(),
        Err(error) => {
            let told = |one: &Violation| (one.pointer.clone(), one.keyword, one.message.clone());
            error.violations().iter().map(told).collect()
        }
    };
    (found, mock.received().len())
}

#[tokio::test]
async fn a_call_that_breaks_a_rule_is_refused_by_the_title_of_the_rule() {
    let breakfast = || Extras::new().breakfast(true);
    let (found, sent) = violations(Request::new(Kind::Table, in_hours(3)).extras(breakfast())).await;
    let title = "`breakfast` is only for rooms";
    assert_eq!(
        found,
        [("/body/kind".to_owned(), "const", format!("must be \"room\": {title}"))]
    );
    assert_eq!(sent, 0);
    let (found, _) = violations(Request::new(Kind::Room, in_hours(3)).extras(Extras::new().window(false))).await;
    let title = "`window` is only for tables";
    assert_eq!(
        found,
        [("/body".to_owned(), "not", format!("must not match the schema: {title}"))]
    );
    let allowed = [
        Request::new(Kind::Room, in_hours(3)).extras(breakfast()),
        Request::new(Kind::Table, in_hours(3)).extras(Extras::new().breakfast(false).window(true)),
    ];
    for booking in allowed {
        assert_eq!(violations(booking).await, (Vec::new(), 1));
    }
}

#[tokio::test]
async fn a_moment_is_held_against_the_time_of_the_call() {
    let soon = Request::new(Kind::Room, in_hours(1));
    let (found, sent) = violations(soon).await;
    let ahead = "must be at least 2 hours ahead".to_owned();
    assert_eq!(found, [("/body/starts".to_owned(), "x-min-ahead", ahead)]);
    assert_eq!(sent, 0);
    // Seconds in place of milliseconds: long ago, and too small a number.
    let seconds = UnixTime::from(in_hours(24)).get();
    let (found, _) = violations(Request::new(Kind::Room, seconds)).await;
    let keywords: Vec<&str> = found.iter().map(|(_, keyword, _)| *keyword).collect();
    assert_eq!(keywords, ["minimum", "x-min-ahead"]);
    let number = UnixMillis::from(in_hours(3)).get();
    assert_eq!(violations(Request::new(Kind::Room, number)).await, (Vec::new(), 1));
}

fn client(mock: &MockTransport) -> moments::client::Client {
    let builder = moments::client::Client::builder().base_url("http://mock.test");
    builder.transport(mock.clone()).build().expect("a client")
}

#[tokio::test]
async fn moments_are_given_as_times_or_numbers_and_sent_as_numbers() {
    let mock = mock();
    let event = r#"{"starts":1,"ends":2.0,"next":null,"seen":1500,"edited":null,"all":[4],"named":{"a":5}}"#;
    let response = MockResponse::status(200).header("content-type", "application/json");
    mock.expect("echo", response.header("last", "1500").body(event));
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1_500);
    let body = moments::types::Event::new(time, 2, None);
    let body = body.seen(time).edited(1_500).all([UnixTime::from(time)]);
    let call = client(&mock)
        .echo(7, body)
        .until(time)
        .days([UnixTime::new(8), time.into()]);
    let event = call.await.expect("an event");
    let request = mock.received().pop().expect("a request");
    assert_eq!(
        request.uri.to_string(),
        "http://mock.test/events/7?until=1&days=8&days=1"
    );
    let expected = r#"{"starts":1,"ends":2,"next":null,"seen":1500,"edited":1500,"all":[1]}"#;
    assert_eq!(request.json(), serde_json::from_str(expected).ok());
    assert_eq!(event.seen.and_then(UnixMillis::to_system_time), Some(time));
    assert_eq!(
        (event.ends, event.next, event.all.clone()),
        (UnixTime::new(2), None, Some(vec![UnixTime::new(4)]))
    );
}

#[tokio::test]
async fn a_moment_of_a_failure_can_be_asked_for() {
    let mock = mock();
    mock.expect("echo", MockResponse::json(400, &serde_json::json!({"at": 1_500})));
    let body = moments::types::Event::new(1, 2, None);
    let error = client(&mock).echo(7, body).await.expect_err("a failure");
    let at = error.api().and_then(moments::operations::echo::Failure::at);
    assert_eq!(at, Some(UnixMillis::new(1_500)));
}
