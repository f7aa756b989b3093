//! What is sent: method, path, every header and every byte of the body.

use super::{KEY, SESSION, TOKEN, request, start, wait};
use sandbox_kyc_client::initiate_session::{
    DocType, Flow, Options, RedirectUrl, Request, VerificationMethod, VerifiedMobile,
};
use sandbox_kyc_client::{CallOptions, RetryPolicy};
use specwright_tests::server::{Answer, Recorded, Server};
use std::time::Duration;

const BODY: &str = r#"{"@entity":"in.co.sandbox.kyc.digilocker.session.request","flow":"signin","redirect_url":"https://example.com/callback","doc_types":["aadhaar","pan"]}"#;

/// All headers, in lower case and sorted.
fn headers(request: &Recorded) -> Vec<(String, String)> {
    let lower = |(name, value): &(String, String)| (name.to_ascii_lowercase(), value.clone());
    let mut headers: Vec<_> = request.headers.iter().map(lower).collect();
    headers.sort();
    headers
}

/// What the client sends for `body` besides what a test adds.
fn usual(server: &Server, body: &str) -> Vec<(String, String)> {
    let agent = format!("sandbox-kyc-client/0.1.0 specwright/{}", env!("CARGO_PKG_VERSION"));
    let host = server.url().replace("http://", "");
    let length = body.len().to_string();
    let headers = [
        ("accept", "application/json"),
        ("accept-encoding", "gzip, deflate, br, zstd"),
        ("authorization", TOKEN),
        ("content-length", &length),
        ("content-type", "application/json"),
        ("host", &host),
        ("user-agent", &agent),
        ("x-api-key", KEY),
    ];
    headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// Sends a request and hands out what the server saw.
fn sent(request: Request) -> (Server, Recorded) {
    let (server, builder) = start();
    server.answer(Answer::json(200, SESSION));
    let client = builder.build().expect("a client");
    wait(client.initiate_session(request)).expect("a session");
    let recorded = server.request();
    (server, recorded)
}

#[test]
fn the_smallest_request() {
    let (server, recorded) = sent(request());
    assert_eq!(recorded.method, "POST");
    assert_eq!(recorded.target, "/kyc/digilocker/sessions/init");
    assert_eq!(recorded.text(), BODY);
    assert_eq!(headers(&recorded), usual(&server, BODY));
    assert!(
        recorded
            .raw
            .starts_with(b"POST /kyc/digilocker/sessions/init HTTP/1.1\r\n")
    );
}

#[test]
fn the_greatest_request() {
    let options = Options::new()
        .verification_method([VerificationMethod::DrivingLicense, VerificationMethod::Other])
        .pinless(true)
        .usernameless(false)
        .verified_mobile(VerifiedMobile::from_static("9687205427"));
    let url = RedirectUrl::from_static("https://example.com/cb?a=%C3%A9&b=1");
    let request = Request::new(Flow::Signup, url, [DocType::DrivingLicense])
        .options(options)
        .consent_expiry(1_751_975_600_361);
    let (_, recorded) = sent(request);
    let expected = concat!(
        r#"{"@entity":"in.co.sandbox.kyc.digilocker.session.request","flow":"signup","#,
        r#""redirect_url":"https://example.com/cb?a=%C3%A9&b=1","doc_types":["driving_license"],"#,
        r#""options":{"verification_method":["driving_license","other"],"pinless":true,"usernameless":false,"#,
        r#""verified_mobile":"9687205427"},"consent_expiry":1751975600361}"#
    );
    assert_eq!(recorded.text(), expected);
}

#[test]
fn the_version_is_sent_if_it_is_set() {
    let (server, builder) = start();
    server.answer(Answer::json(200, SESSION));
    let client = builder.build().expect("a client");
    wait(client.initiate_session(request()).x_api_version("1.0.0")).expect("a session");
    let mut expected = usual(&server, BODY);
    expected.push(("x-api-version".to_owned(), "1.0.0".to_owned()));
    expected.sort();
    assert_eq!(headers(&server.request()), expected);
}

#[test]
fn send_and_await_are_the_same() {
    let (server, builder) = start();
    server
        .answer(Answer::json(200, SESSION))
        .answer(Answer::json(200, SESSION));
    let client = builder.build().expect("a client");
    wait(client.initiate_session(request()).send()).expect("a session");
    wait(client.clone().initiate_session(request())).expect("a session");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body, requests[1].body);
    assert_eq!(headers(&requests[0]), headers(&requests[1]));
}

#[test]
fn a_call_overrides_its_client() {
    let (server, builder) = start();
    let (elsewhere, _) = start();
    elsewhere.answer(Answer::json(200, SESSION));
    let client = builder.header("x-trace", "client").build().expect("a client");
    let options = CallOptions::new()
        .base_url(elsewhere.url())
        .header("x-trace", "call")
        .query("debug", "a b");
    let call = client
        .initiate_session(request())
        .authorization("another token")
        .x_api_key("another key")
        .with(options);
    wait(call).expect("a session");
    assert!(server.requests().is_empty());
    let recorded = elsewhere.request();
    assert_eq!(recorded.target, "/kyc/digilocker/sessions/init?debug=a%20b");
    let header = |name| recorded.header(name);
    assert_eq!(header("authorization"), Some("another token"));
    assert_eq!(header("x-api-key"), Some("another key"));
    assert_eq!(header("x-trace"), Some("call"));
    // The client is as it was.
    server.answer(Answer::json(200, SESSION));
    wait(client.initiate_session(request())).expect("a session");
    let recorded = server.request();
    assert_eq!(recorded.header("authorization"), Some(TOKEN));
    assert_eq!(recorded.header("x-trace"), Some("client"));
}

#[test]
fn a_base_url_keeps_its_path_and_the_agent_may_go() {
    let (server, builder) = start();
    server.answer(Answer::json(200, SESSION));
    let base = format!("{}/proxy/", server.url());
    let client = builder.base_url(base).user_agent("").build().expect("a client");
    wait(client.initiate_session(request())).expect("a session");
    let recorded = server.request();
    assert_eq!(recorded.target, "/proxy/kyc/digilocker/sessions/init");
    assert_eq!(recorded.header("user-agent"), None);
}

#[test]
fn an_overloaded_server_gets_the_same_bytes_again() {
    let (server, builder) = start();
    server
        .answer(Answer::json(503, "{}").header("Retry-After", "0"))
        .answer(Answer::json(429, "{}").header("Retry-After", "0"))
        .answer(Answer::json(200, SESSION));
    let delay = Duration::from_millis(1);
    let client = builder.retry(RetryPolicy::new().delays(delay, delay)).build();
    let session = wait(client.expect("a client").initiate_session(request())).expect("a session");
    assert_eq!(session.attempts(), 3);
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    assert!(requests.iter().all(|one| one.body == BODY.as_bytes()));
}

#[test]
fn what_may_have_been_carried_out_is_not_sent_again() {
    let (server, builder) = start();
    server.answer(Answer::json(500, "{}"));
    let client = builder.retry(RetryPolicy::new()).build().expect("a client");
    let error = wait(client.initiate_session(request())).expect_err("500");
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
}
