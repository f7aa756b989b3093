//! `PUT /notes/{id}`

use ::specwright_runtime::v1;

use crate::operations::put_note::{Call, Failure};

static OPERATION: v1::Operation = v1::Operation::new("putNote", "PUT", "/notes/{id}")
    .server("/v2")
    .responses(&[v1::ResponseCase::empty("204")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    if let ::std::option::Option::Some(body) = call.body.take() {
        request.body("text/plain", body);
    }
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<(), Failure> {
    match response.case() {
        ("204", "") => v1::success(response.empty()),
        _ => response.unexpected(),
    }
}
