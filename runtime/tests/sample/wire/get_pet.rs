//! `GET /pets/{id}.json`

use ::specwright_runtime::v1;

use crate::operations::get_pet::{Call, Failure, Pet, Problem, Success};

static OPERATION: v1::Operation = v1::Operation::new("getPet", "GET", "/pets/{id}.json").responses(&[
    v1::ResponseCase::new("200", "application/json"),
    v1::ResponseCase::empty("204"),
    v1::ResponseCase::new("404", "application/problem+json"),
    v1::ResponseCase::new("4XX", "text/plain"),
    v1::ResponseCase::new("default", "application/json"),
]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<Success, Failure> {
    match response.case() {
        ("200", "application/json") => v1::success(response.json().map(Success::Ok)),
        ("204", "") => v1::success(response.empty_as(Success::NoContent)),
        ("404", "application/problem+json") => v1::failure(response.json().map(Failure::NotFound)),
        ("4XX", "text/plain") => v1::failure(response.text().map(Failure::ClientError)),
        ("default", "application/json") => v1::failure(response.json().map(Failure::Default)),
        _ => response.unexpected(),
    }
}

v1::object!(received Pet {
    name: required "name",
    weights: optional "weights",
});

v1::object!(received Problem {
    title: required "title",
});
