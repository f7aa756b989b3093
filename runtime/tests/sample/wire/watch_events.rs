//! `GET /events`

use ::specwright_runtime::v1;

use crate::operations::watch_events::{Call, Change, Response};

static OPERATION: v1::Operation = v1::Operation::new("watchEvents", "GET", "/events").answers(&[
    v1::AnswerCase::stream(v1::Status::Code(200), "text/event-stream"),
    v1::AnswerCase::stream(v1::Status::Code(200), "application/jsonl"),
]);

#[inline(never)]
pub(crate) fn encode(_: &mut Call) -> ::std::result::Result<v1::Request, v1::Invalid> {
    v1::Request::new(&OPERATION).finish()
}

#[inline(never)]
pub(crate) fn decode(answer: &mut v1::Answer) -> v1::Outcome<Response, ::std::convert::Infallible> {
    match answer.case() {
        ::std::option::Option::Some(0) => v1::success(answer.events().map(Response::EventStream)),
        ::std::option::Option::Some(1) => v1::success(answer.lines().map(Response::Jsonl)),
        _ => answer.unexpected(),
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
