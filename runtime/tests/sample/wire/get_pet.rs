//! `GET /pets/{id}.json`

use ::specwright_runtime::v1;

use crate::operations::get_pet::{Call, Failure, Pet, Problem, Success};

static OPERATION: v1::Operation = v1::Operation::new("getPet", "GET", "/pets/{id}.json").responses(&[
    v1::ResponseCase::new(v1::Status::Code(200), "application/json"),
    v1::ResponseCase::empty(v1::Status::Code(204)),
    v1::ResponseCase::new(v1::Status::Code(404), "application/problem+json"),
    v1::ResponseCase::new(v1::Status::Range(4), "text/plain"),
    v1::ResponseCase::new(v1::Status::Default, "application/json"),
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
        ::std::option::Option::Some(0) => v1::success(response.json().map(Success::Ok)),
        ::std::option::Option::Some(1) => v1::success(response.empty().map(|()| Success::NoContent)),
        ::std::option::Option::Some(2) => v1::failure(response.json().map(Failure::NotFound)),
        ::std::option::Option::Some(3) => v1::failure(response.text().map(Failure::ClientError)),
        ::std::option::Option::Some(4) => v1::failure(response.json().map(Failure::Default)),
        _ => response.unexpected(),
    }
}

impl v1::Object for Pet {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut name = ::std::option::Option::None;
        let mut weights = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["name", "weights"])? {
            match key {
                0 => v1::read(&mut name, &mut map),
                1 => v1::read_optional(&mut weights, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            name: v1::required(name, "name")?,
            weights,
        })
    }
}
v1::deserialize!(Pet => object);

impl v1::Object for Problem {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut title = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["title"])? {
            match key {
                0 => v1::read(&mut title, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            title: v1::required(title, "title")?,
        })
    }
}
v1::deserialize!(Problem => object);
