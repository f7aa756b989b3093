//! `POST /kyc/digilocker/sessions/init`

use ::specwright_runtime::v1;

use crate::client::schemes;
use crate::operations::initiate_session::{Call, Failure, Flow, RedirectUrl, Request, Response, ResponseData};

static OPERATION: v1::Operation = v1::Operation::new("initiateSession", "POST", "/kyc/digilocker/sessions/init")
    .security(&[&[&schemes::AUTHORIZATION, &schemes::X_API_KEY]])
    .responses(&[v1::ResponseCase::new(v1::Status::Code(200), "application/json")]);

#[inline(never)]
pub(crate) fn encode(call: &mut Call) -> ::std::result::Result<v1::Request, v1::InvalidRequestError> {
    let mut request = v1::Request::new(&OPERATION);
    request.header("x-api-version", v1::Style::SIMPLE, &call.x_api_version);
    request.validate_body(&call.body);
    request.json("application/json", &call.body);
    request.finish()
}

#[inline(never)]
pub(crate) fn decode(response: &mut v1::RawResponse) -> v1::Outcome<Response, Failure> {
    match response.case() {
        ::std::option::Option::Some(0) => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

const fn redirect_url_pattern(text: &str) -> bool {
    matches!(text.as_bytes(), [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..])
}

v1::text!(const RedirectUrl { pattern: "^https://" => redirect_url_pattern });
v1::serialize!(RedirectUrl => text);
v1::string_enum!(Flow { Signin => "signin", Signup => "signup" });
v1::serialize!(Flow => string_enum);

impl v1::WriteObject for Request {
    fn write<S: v1::Serializer>(&self, m: &mut v1::Members<S>) {
        m.required("@entity", "in.co.sandbox.kyc.digilocker.session.request");
        m.required("flow", &self.flow);
        m.required("redirect_url", &self.redirect_url);
        m.required("doc_types", &self.doc_types);
        m.optional("consent_expiry", &self.consent_expiry);
    }
}
v1::serialize!(Request => object);

impl v1::Validate for Request {
    fn validate(&self, v: &mut v1::Validator) {
        v.nested("redirect_url", &self.redirect_url);
        v.field("doc_types", |v| {
            v.min_items(self.doc_types.len(), 1);
            v.each(&self.doc_types, |v, item| v.min_length(item, 1));
        });
    }
}

impl v1::Object for Response {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut code = ::std::option::Option::None;
        let mut timestamp = ::std::option::Option::None;
        let mut data = ::std::option::Option::None;
        let mut transaction_id = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) =
            v1::key(&mut map, &["code", "timestamp", "data", "transaction_id"])?
        {
            match key {
                0 => v1::read_integer(&mut code, &mut map),
                1 => v1::read_integer(&mut timestamp, &mut map),
                2 => v1::read(&mut data, &mut map),
                3 => v1::read(&mut transaction_id, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            code: v1::required(code, "code")?,
            timestamp: v1::required(timestamp, "timestamp")?,
            data: v1::required(data, "data")?,
            transaction_id: v1::required(transaction_id, "transaction_id")?,
        })
    }
}
v1::deserialize!(Response => object);

impl v1::Object for ResponseData {
    fn read<'de, A: v1::MapAccess<'de>>(mut map: A) -> ::std::result::Result<Self, A::Error> {
        let mut authorization_url = ::std::option::Option::None;
        let mut session_id = ::std::option::Option::None;
        while let ::std::option::Option::Some(key) = v1::key(&mut map, &["authorization_url", "session_id"])? {
            match key {
                0 => v1::read(&mut authorization_url, &mut map),
                1 => v1::read(&mut session_id, &mut map),
                _ => v1::skip(&mut map),
            }?;
        }
        ::std::result::Result::Ok(Self {
            authorization_url: v1::required(authorization_url, "authorization_url")?,
            session_id: v1::required(session_id, "session_id")?,
        })
    }
}
v1::deserialize!(ResponseData => object);
