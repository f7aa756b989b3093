//! Our validators and Prism, an independent judge of OpenAPI requests, agree on every violation.
//!
//! `cargo xtask e2e` starts Prism with the vendor's document and sets `SANDBOX_BASE_URL`; without it the test says so and
//! passes.

use sandbox_kyc_client::initiate_session::{DocType, Flow, Options, RedirectUrl, Request, VerifiedMobile};
use sandbox_kyc_client::{Client, Validate};
use std::collections::BTreeSet;
use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;

type Outcome = Result<(), Box<dyn Error>>;

/// The address that Prism listens on, `host:port`.
fn prism() -> Option<String> {
    let url = std::env::var("SANDBOX_BASE_URL").ok();
    if url.is_none() {
        println!("skipped: SANDBOX_BASE_URL is not set; `cargo xtask e2e` starts Prism and sets it");
    }
    url?.strip_prefix("http://").map(str::to_owned)
}

fn valid() -> Request {
    let callback = RedirectUrl::from_static("https://example.com/callback");
    Request::new(Flow::Signin, callback, [DocType::Aadhaar, DocType::Pan])
}

/// Requests that are wrong on purpose: each breaks the rules in its name.
fn wrong() -> Vec<(&'static str, Request)> {
    let mut no_documents = valid();
    no_documents.doc_types.clear();
    let mut plain_http = valid();
    plain_http.redirect_url = RedirectUrl::from_unchecked("http://example.com");
    let mut no_uri = valid();
    no_uri.redirect_url = RedirectUrl::from_unchecked("https:// bad space");
    let short_mobile = valid().options(Options::new().verified_mobile(VerifiedMobile::from_unchecked("123")));
    let no_methods = valid().options(Options::new().verification_method([]));
    let mut everything = short_mobile.clone();
    everything.doc_types.clear();
    everything.redirect_url = RedirectUrl::from_unchecked("http://example.com");
    vec![
        ("doc_types without an element", no_documents),
        ("redirect_url without TLS", plain_http),
        ("redirect_url that is no URI", no_uri),
        ("verified_mobile of three digits", short_mobile),
        ("verification_method without an element", no_methods),
        ("several at once", everything),
    ]
}

#[test]
fn the_client_gets_an_answer() -> Outcome {
    let Some(address) = prism() else { return Ok(()) };
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .authorization("token")
        .x_api_key("key")
        .build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let session = runtime.block_on(async { client.initiate_session(valid()).await })?;
    assert_eq!(session.status(), 200);
    assert_eq!(session.timestamp, 1_751_975_600_361);
    assert!(session.data.authorization_url.starts_with("https://digilocker."));
    Ok(())
}

#[test]
fn prism_accepts_what_we_accept() -> Outcome {
    let Some(address) = prism() else { return Ok(()) };
    assert!(valid().check().is_ok());
    let (status, body) = post(&address, &serde_json::to_string(&valid())?)?;
    assert_eq!(status, 200, "{body}");
    Ok(())
}

#[test]
fn prism_refuses_what_we_refuse_for_the_same_reasons() -> Outcome {
    let Some(address) = prism() else { return Ok(()) };
    for (name, request) in wrong() {
        let violations = request.check().expect_err(name);
        let ours: BTreeSet<(String, String)> = violations
            .iter()
            .map(|violation| (format!("/body{}", violation.pointer), violation.keyword.to_owned()))
            .collect();
        let (status, body) = post(&address, &serde_json::to_string(&request)?)?;
        assert_eq!(status, 422, "{name}: {body}");
        assert_eq!(ours, reasons(&body)?, "{name}: {body}");
    }
    Ok(())
}

/// What Prism found: places and keywords.
fn reasons(body: &str) -> Result<BTreeSet<(String, String)>, Box<dyn Error>> {
    let problem: serde_json::Value = serde_json::from_str(body)?;
    let list = problem["validation"].as_array().ok_or("no list of violations")?;
    let reason = |one: &serde_json::Value| {
        let steps = one["location"].as_array()?.iter().filter_map(serde_json::Value::as_str);
        let pointer: String = steps.map(|step| format!("/{step}")).collect();
        Some((pointer, one["code"].as_str()?.to_owned()))
    };
    Ok(list.iter().filter_map(reason).collect())
}

/// Sends a body as it is, past all our checks.
fn post(address: &str, body: &str) -> Result<(u16, String), Box<dyn Error>> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "POST /kyc/digilocker/sessions/init HTTP/1.1\r\nhost: {address}\r\nauthorization: token\r\nx-api-key: key\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer.split(' ').nth(1).ok_or("no status")?.parse()?;
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    // Chunked or not, the document is what is between the first and the last brace.
    let start = body.find('{').unwrap_or(0);
    let end = body.rfind('}').map_or(body.len(), |end| end + 1);
    Ok((status, body.get(start..end).unwrap_or_default().to_owned()))
}
