//! `GET /events`

use ::specwright_runtime::v1;

use crate::operations::watch_events::{Call, Change, Failure};

static OPERATION: v1::Operation = v1::Operation::new("watchEvents", "GET", "/events")
    .responses(&[v1::ResponseCase::stream(v1::Status::Code(200), "text/event-stream")]);

pub(crate) static OPERATION_JSONL: v1::Operation =
    OPERATION.form(&[v1::ResponseCase::stream(v1::Status::Code(200), "application/jsonl")]);

#[inline(never)]
pub(crate) fn encode(_: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    v1::Request::new(&OPERATION).finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<v1::EventStream<Change>, Failure> {
    match response.case() {
        ::std::option::Option::Some(0) => v1::success(response.events()),
        _ => response.unexpected(),
    }
}

#[inline(never)]
pub(crate) fn decode_jsonl(response: &mut v1::RawResponse) -> v1::Outcome<v1::JsonLines<Change>, Failure> {
    match response.case() {
        ::std::option::Option::Some(0) => v1::success(response.lines()),
        _ => response.unexpected(),
    }
}

impl v1::Object for Change {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut id = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["id"])? {
            match key {
                0 => v1::read_integer(&mut id, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            id: v1::required(id, "id")?,
        })
    }
}
v1::deserialize!(Change => object);
