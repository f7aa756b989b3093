//! `GET /events`

use ::specwright_runtime::v1;

use crate::operations::watch_events::{Call, Change, Failure};

static OPERATION: v1::Operation = v1::Operation::new("watchEvents", "GET", "/events")
    .responses(&[v1::ResponseCase::stream("200", "text/event-stream")])
    .forms(&[&[v1::ResponseCase::stream("200", "application/jsonl")]]);

#[inline(never)]
pub(crate) fn encode(_: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    v1::Request::new(&OPERATION).finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<v1::EventStream<Change>, Failure> {
    match response.case() {
        ("200", "text/event-stream") => v1::success(response.events()),
        _ => response.unexpected(),
    }
}

#[inline(never)]
pub(crate) fn decode_jsonl(response: &mut v1::RawResponse) -> v1::Outcome<v1::JsonLines<Change>, Failure> {
    match response.case() {
        ("200", "application/jsonl") => v1::success(response.lines()),
        _ => response.unexpected(),
    }
}

v1::object!(received Change {
    id: required integer "id",
});
