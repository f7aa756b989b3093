//! `POST /pets/{id}/scans`

use ::specwright_runtime::v1;

use crate::operations::upload_scan::{Call, Failure, Meta};

static OPERATION: v1::Operation = v1::Operation::new("uploadScan", "POST", "/pets/{id}/scans")
    .responses(&[v1::ResponseCase::new("201", "text/plain")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    let mut form = v1::Multipart::new();
    form.file("file", "application/pdf", ::std::mem::take(&mut call.body.file));
    for part in ::std::mem::take(&mut call.body.pages) {
        form.file("pages", "", part);
    }
    form.value("meta", "application/json", &call.body.meta);
    form.value("tags", "", &call.body.tags);
    request.multipart("multipart/form-data", form);
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<::std::string::String, Failure> {
    match response.case() {
        ("201", "text/plain") => v1::success(response.text()),
        _ => response.unexpected(),
    }
}

v1::object!(sent Meta {
    dpi: optional "dpi",
});
