//! Real generated clients against the mock, on both transports: the mock reads what they send, and they read what it sends.

use crate::{Served, served, served_file};
use sandbox_kyc_client::initiate_session::{DocType, Flow, Options, RedirectUrl, Request};
use specwright_compiled::operations::{forms, styles};
use specwright_runtime::transport::ureq::UreqTransport;
use specwright_runtime::{Error, RetryPolicy};

/// Clients of a case, on the asynchronous and on the blocking transport. Each request is sent once.
macro_rules! clients {
    ($builder:path, $mock:expr) => {{
        let builder = || $builder().base_url($mock.url()).retry(RetryPolicy::never());
        let clients = [builder().build(), builder().transport(UreqTransport::new()).build()];
        clients.map(|client| client.expect("a client"))
    }};
}

const RECORD: &str = "spec/openapi.yaml";

fn sandbox(mock: &Served) -> [sandbox_kyc_client::Client; 2] {
    let builder = || {
        sandbox_kyc_client::Client::builder()
            .base_url(mock.url())
            .authorization("token")
            .x_api_key("key")
            .retry(RetryPolicy::never())
    };
    let clients = [builder().build(), builder().transport(UreqTransport::new()).build()];
    clients.map(|client| client.expect("a client"))
}

fn request() -> Request {
    let callback = RedirectUrl::new("https://example.com/callback").expect("a URL");
    Request::new(Flow::Signin, callback, [DocType::Aadhaar]).options(Options::new().pinless(true))
}

#[test]
fn a_call_of_the_committed_client_is_answered_from_the_documents_example() {
    let mock = served_file(RECORD);
    for client in sandbox(&mock) {
        let session = client.initiate_session(request()).send().wait().expect("a session");
        assert_eq!(session.code, 200);
        assert!(session.data.authorization_url.starts_with("https://"), "{session:?}");
    }
    let line = "POST /kyc/digilocker/sessions/init 200 initiateSession, example";
    assert!(
        mock.lines().iter().all(|said| said.starts_with(line)),
        "{:?}",
        mock.lines()
    );
    assert_eq!(mock.lines().len(), 2);
}

#[test]
fn a_failure_that_is_asked_for_is_one_for_the_client() {
    let mock = served_file(RECORD);
    for client in sandbox(&mock) {
        let options = sandbox_kyc_client::CallOptions::new().header("prefer", "code=422");
        let call = client.initiate_session(request()).with(options);
        let error = call.send().wait().expect_err("a failure");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(422));
    }
}

#[test]
fn what_the_document_forbids_is_said_in_the_error_of_the_client() {
    let document = "openapi: 3.1.0
info: {title: Strict, version: 1.0.0}
paths:
  /kyc/digilocker/sessions/init:
    post:
      operationId: initiateSession
      requestBody:
        content:
          application/json: {schema: {properties: {flow: {enum: [other]}}}}
      responses: {'200': {description: Done.}}
";
    let mock = served(document);
    for client in sandbox(&mock) {
        let error = client.initiate_session(request()).send().wait().expect_err("a refusal");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(422));
        let body = error.body().map(|body| String::from_utf8_lossy(body).into_owned());
        assert!(body.unwrap_or_default().contains("/flow"), "{error:?}");
    }
}

const COLORS: [&str; 3] = ["blue", "black", "brown"];

fn color() -> styles::types::Color {
    styles::types::Color::new(styles::types::ColorRequired { r: 100, g: 200, b: 150 })
}

/// The table "Style Examples" of the standard: every call is valid by the schemas of its parameters.
#[test]
fn parameters_in_every_style_are_read() {
    let mock = served_file("tests/cases/ok/operations/styles.yaml");
    for client in clients!(styles::client::Client::builder, mock) {
        let line = || styles::types::Line::new().price("p 1");
        let taxes = styles::types::line::Data::new().taxes([0.5, 2.0]);
        client.simple("blue", [1, 2]).send().wait().expect("simple");
        client.suffixed("blue").send().wait().expect("label");
        client.named("blue").send().wait().expect("matrix");
        let query = || client.query();
        query()
            .form("blue")
            .spaced(color())
            .piped(color())
            .send()
            .wait()
            .expect("objects");
        query()
            .spaces(COLORS)
            .pipes(COLORS)
            .reserved(["a/b"])
            .send()
            .wait()
            .expect("lists");
        query().color(color()).expand(["a", "b c"]).send().wait().expect("deep");
        query().created(7).send().wait().expect("a number");
        let lines = [line(), styles::types::Line::new().data(taxes)];
        query().lines(lines).send().wait().expect("deeper");
        client
            .headers()
            .x_all(COLORS)
            .x_number(1.5)
            .send()
            .wait()
            .expect("headers");
        let cookies = client.form_cookies().text("a b").all(COLORS).object(color());
        cookies.joined(COLORS).send().wait().expect("cookies");
        let cookies = client.plain_cookies().text("a b").all(COLORS).object(color());
        cookies.joined(COLORS).pairs(color()).send().wait().expect("cookies");
        let body = styles::operations::create_invoice::RequestForm::new();
        let body = body.expand(["a", "b"]).lines([line()]).metadata([("k", "v w")]);
        client.create_invoice().body(body).send().wait().expect("a form");
    }
    assert!(
        mock.lines().iter().all(|line| line.contains(" 204 ")),
        "{:#?}",
        mock.lines()
    );
}

/// What a client sends although its types do not forbid it, the mock finds.
#[test]
fn what_a_client_does_not_check_is_a_violation() {
    let mock = served_file("tests/cases/ok/operations/styles.yaml");
    let document = std::fs::read_to_string("tests/cases/ok/operations/styles.yaml").expect("the case");
    let strict = served(&document.replace(
        "{name: X-Number, in: header, schema: {type: number}}",
        "{name: X-Number, in: header, schema: {type: integer}}",
    ));
    for (mock, fits) in [(&mock, true), (&strict, false)] {
        for client in clients!(styles::client::Client::builder, mock) {
            let outcome = client.headers().x_number(1.5).send().wait();
            assert_eq!(outcome.is_ok(), fits);
            if let Err(error) = outcome {
                assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
            }
        }
    }
}

#[test]
fn a_server_that_breaks_is_an_error_of_the_transport() {
    let mock = served_file(RECORD);
    for client in sandbox(&mock) {
        for fault in ["close", "cut"] {
            let options = sandbox_kyc_client::CallOptions::new().header("prefer", &format!("fault={fault}"));
            let call = client.initiate_session(request()).with(options);
            let error = call.send().wait().expect_err("a fault");
            assert!(matches!(error, Error::Transport(_)), "{fault}: {error:?}");
        }
    }
}

#[test]
fn forms_are_read() {
    let mock = served_file("tests/cases/ok/operations/forms.yaml");
    for client in clients!(forms::client::Client::builder, mock) {
        client
            .free_form()
            .body([("a", "b")])
            .send()
            .wait()
            .expect("a free form");
    }
}
