//! `GET /pets`

use ::specwright_runtime::v1;

use crate::operations::list_pets::{Age, Call, Failure, Filter, Pet, Response};

static OPERATION: v1::Operation = v1::Operation::new("listPets", "GET", "/pets")
    .security(&[
        &[&crate::client::schemes::QUERY_KEY, &crate::client::schemes::LOGIN],
        &[&crate::client::schemes::BEARER],
        &[],
    ])
    .responses(&[v1::ResponseCase::new("200", "application/json")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.query("limit", v1::Style::FORM_EXPLODE, &call.limit);
    request.query("cursor", v1::Style::FORM_EXPLODE, &call.cursor);
    request.query("tags", v1::Style::FORM, &call.tags);
    request.query("ids[]", v1::Style::FORM_EXPLODE, &call.ids);
    request.query("filter", v1::Style::DEEP_OBJECT, &call.filter);
    request.query_json("q", &call.query);
    request.header("x-trace", v1::Style::SIMPLE, &call.x_trace);
    request.cookie("sid", v1::Style::FORM_EXPLODE, &call.sid);
    if let ::std::option::Option::Some(limit) = call.limit {
        request.validate("query", "limit", |v| v.maximum(limit, 100i64));
    }
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<Response, Failure> {
    match response.case() {
        ("200", "application/json") => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

pub(crate) fn next(call: Call, page: &v1::Response<Response>) -> ::std::option::Option<Call> {
    let cursor = v1::next_cursor(call.cursor.as_deref(), page.next.as_deref())?;
    ::std::option::Option::Some(call.cursor(cursor))
}

v1::object!(received Response {
    pets: required "pets",
    next: optional "next",
});

v1::object!(received Pet {
    name: required "name",
});

v1::object!(sent Filter {
    status: optional "status",
    age: optional "age",
});

v1::object!(sent Age {
    gte: optional "gte",
    any: optional "any",
});
