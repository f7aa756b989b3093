//! `GET /pets/{id}/photo`

use ::specwright_runtime::v1;

use crate::operations::get_photo::{Call, Failure};

static OPERATION: v1::Operation = v1::Operation::new("getPhoto", "GET", "/pets/{id}/photo")
    .server("https://photos.example.com")
    .responses(&[v1::ResponseCase::stream("200", "image/*")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<v1::ByteStream, Failure> {
    match response.case() {
        ("200", "image/*") => v1::success(response.stream()),
        _ => response.unexpected(),
    }
}
