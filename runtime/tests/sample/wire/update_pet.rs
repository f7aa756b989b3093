//! `PATCH /pets/{id}`

use ::specwright_runtime::v1;

use crate::operations::update_pet::{Body, Call, Failure, Patch};

static OPERATION: v1::Operation = v1::Operation::new("updatePet", "PATCH", "/pets/{id}")
    .security(&[&[&crate::client::schemes::LOGIN]])
    .responses(&[v1::ResponseCase::empty("2XX")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    match &mut call.body {
        Body::MergePatchJson(body) => request.json("application/merge-patch+json", body),
        Body::Form(body) => request.form(
            "application/x-www-form-urlencoded",
            &[("tags", v1::Encoding::Style(v1::Style::FORM))],
            body,
        ),
        Body::Text(body) => request.body("text/plain", ::std::mem::take(body)),
        Body::OctetStream(body) => request.body("application/octet-stream", ::std::mem::take(body)),
    }
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<(), Failure> {
    match response.case() {
        ("2XX", "") => v1::success(response.empty()),
        _ => response.unexpected(),
    }
}

v1::object!(sent Patch {
    name: optional "name",
    tags: optional "tags",
});
