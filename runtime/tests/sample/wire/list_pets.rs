//! `GET /pets`

use ::specwright_runtime::v1;

use crate::operations::list_pets::{Age, Call, Failure, Filter, Pet, Response};

static OPERATION: v1::Operation = v1::Operation::new("listPets", "GET", "/pets")
    .security(&[
        &[&crate::client::schemes::QUERY_KEY, &crate::client::schemes::LOGIN],
        &[&crate::client::schemes::BEARER],
        &[],
    ])
    .responses(&[v1::ResponseCase::new(v1::Status::Code(200), "application/json")]);

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
        ::std::option::Option::Some(0) => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

pub(crate) fn next(call: Call, page: &v1::Response<Response>) -> ::std::option::Option<Call> {
    let cursor = v1::next_cursor(call.cursor.as_deref(), page.next.as_deref())?;
    ::std::option::Option::Some(call.cursor(cursor))
}

impl v1::Object for Response {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut pets = ::std::option::Option::None;
        let mut next = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["pets", "next"])? {
            match key {
                0 => v1::read(&mut pets, &mut map),
                1 => v1::read_optional(&mut next, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            pets: v1::required(pets, "pets")?,
            next,
        })
    }
}
v1::deserialize!(Response => object);

impl v1::Object for Pet {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut name = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["name"])? {
            match key {
                0 => v1::read(&mut name, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            name: v1::required(name, "name")?,
        })
    }
}
v1::deserialize!(Pet => object);

impl v1::WriteObject for Filter {
    fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
        m.optional("status", &self.status);
        m.optional("age", &self.age);
    }
}
v1::serialize!(Filter => object);

impl v1::WriteObject for Age {
    fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
        m.optional("gte", &self.gte);
        m.optional("any", &self.any);
    }
}
v1::serialize!(Age => object);
