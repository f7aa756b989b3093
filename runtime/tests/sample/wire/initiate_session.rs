//! `POST /kyc/digilocker/sessions/init`

use ::specwright_runtime::v1;

use crate::client::schemes;
use crate::operations::initiate_session::{Call, Failure, Flow, RedirectUrl, Request, Response, ResponseData};

static OPERATION: v1::Operation = v1::Operation::new("initiateSession", "POST", "/kyc/digilocker/sessions/init")
    .security(&[&[&schemes::AUTHORIZATION, &schemes::X_API_KEY]])
    .responses(&[v1::ResponseCase::new("200", "application/json")]);

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
        ("200", "application/json") => v1::success(response.json()),
        _ => response.unexpected(),
    }
}

const fn redirect_url_pattern(text: &str) -> bool {
    matches!(text.as_bytes(), [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..])
}

v1::text!(sent const RedirectUrl strict {
    pattern: "^https://" => redirect_url_pattern,
});

v1::string_enum!(sent Flow strict {
    Signin => "signin",
    Signup => "signup",
    _ => Unknown,
});

v1::object!(sent Request {
    "@entity" = "in.co.sandbox.kyc.digilocker.session.request",
    flow: required "flow",
    redirect_url: required "redirect_url",
    doc_types: required "doc_types",
    consent_expiry: optional "consent_expiry",
});

impl v1::Validate for Request {
    fn validate(&self, v: &mut v1::Validator) {
        v.nested("redirect_url", &self.redirect_url);
        v.field("doc_types", |v| {
            v.min_items(self.doc_types.len(), 1);
            v.each(&self.doc_types, |v, item| v.min_length(item, 1));
        });
    }
}

v1::object!(received Response {
    code: required integer "code",
    timestamp: required integer "timestamp",
    data: required "data",
    transaction_id: required "transaction_id",
});

v1::object!(received ResponseData {
    authorization_url: required "authorization_url",
    session_id: required "session_id",
});
