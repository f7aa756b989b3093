//! `POST /orders`

use ::specwright_runtime::v1;

use crate::operations::create_order::{Call, Failure, Item, Request, Response};

static OPERATION: v1::Operation = v1::Operation::new("createOrder", "POST", "/orders")
    .security(&[&[&crate::client::schemes::OAUTH]])
    .idempotency_key("Idempotency-Key")
    .responses(&[v1::ResponseCase::new("201", "application/json")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.form(
        "application/x-www-form-urlencoded",
        &[("items", v1::Encoding::Style(v1::Style::DEEP_OBJECT))],
        &call.body,
    );
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<Response, Failure> {
    match response.case() {
        ("201", "application/json") => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

v1::object!(sent Request {
    amount: required "amount",
    items: required "items",
});

v1::object!(sent Item {
    price: required "price",
});

v1::object!(received Response {
    id: required integer "id",
});
