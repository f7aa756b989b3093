//! `GET /pets/{id}.json`

use ::specwright_runtime::v1;

use crate::operations::get_pet::{ApiError, Call, Pet, Problem, Response};

static OPERATION: v1::Operation = v1::Operation::new("getPet", "GET", "/pets/{id}.json").answers(&[
    v1::AnswerCase::new(v1::Status::Code(200), "application/json"),
    v1::AnswerCase::empty(v1::Status::Code(204)),
    v1::AnswerCase::new(v1::Status::Code(404), "application/problem+json"),
    v1::AnswerCase::new(v1::Status::Range(4), "text/plain"),
    v1::AnswerCase::new(v1::Status::Default, "application/json"),
]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::Invalid> {
    let mut request = v1::Request::new(&OPERATION);
    request.path("id", v1::Style::SIMPLE, &call.id);
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(answer: &mut v1::Answer) -> v1::Outcome<Response, ApiError> {
    match answer.case() {
        ::std::option::Option::Some(0) => v1::success(answer.json().map(Response::Ok)),
        ::std::option::Option::Some(1) => v1::success(answer.empty().map(|()| Response::NoContent)),
        ::std::option::Option::Some(2) => v1::failure(answer.json().map(ApiError::NotFound)),
        ::std::option::Option::Some(3) => v1::failure(answer.text().map(ApiError::ClientError)),
        ::std::option::Option::Some(4) => v1::failure(answer.json().map(ApiError::Default)),
        _ => answer.unexpected(),
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
