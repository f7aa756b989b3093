//! `POST /orders`

use ::specwright_runtime::v1;

use crate::operations::create_order::{Call, Failure, Item, Request, Response};

static OPERATION: v1::Operation = v1::Operation::new("createOrder", "POST", "/orders")
    .security(&[&[&crate::client::schemes::OAUTH]])
    .idempotency_key("Idempotency-Key")
    .responses(&[v1::ResponseCase::new(v1::Status::Code(201), "application/json")]);

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
        ::std::option::Option::Some(0) => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

impl v1::WriteObject for Request {
    fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
        m.required("amount", &self.amount);
        m.required("items", &self.items);
    }
}
v1::serialize!(Request => object);

impl v1::WriteObject for Item {
    fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
        m.required("price", &self.price);
    }
}
v1::serialize!(Item => object);

impl v1::Object for Response {
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
v1::deserialize!(Response => object);
