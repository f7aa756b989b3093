//! Nothing leaves that must not: wrong requests, other endpoints, secrets.

use std::error::Error as _;
use std::fmt::Write as _;

use ::specwright_runtime::{BuildError, CallOptions, Error, OAuth2, Secret};

use super::start;
use crate::client::{Client, Server};
use crate::operations::initiate_session::{Flow, RedirectUrl, Request};
use crate::server::Answer;

#[tokio::test]
async fn all_violations_are_reported_before_anything_is_sent() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    let body = Request::new(
        Flow::Signin,
        RedirectUrl::from_unchecked("http://SECRET-value"),
        Vec::<String>::new(),
    );
    let error = client
        .initiate_session(body)
        .x_api_version("1\r\nx: y")
        .await
        .expect_err("invalid");
    let found: Vec<_> = error
        .violations()
        .iter()
        .map(|v| (v.pointer.as_str(), v.keyword))
        .collect();
    assert_eq!(
        found,
        [
            ("/body/redirect_url", "pattern"),
            ("/body/doc_types", "minItems"),
            ("/header/x-api-version", "header"),
        ]
    );
    assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    let error = client.list_pets().limit(101).await.expect_err("invalid");
    assert_eq!(error.violations()[0].pointer, "/query/limit");
    for id in [".", "..", ""] {
        assert!(matches!(
            client
                .upload_scan(id, crate::operations::upload_scan::Request::new("x"))
                .await,
            Err(Error::Invalid(_))
        ));
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn hostile_path_values_reach_exactly_the_declared_endpoint() {
    let (server, client) = start();
    server.always("/", Answer::status(201).header("Content-Type", "text/plain"));
    let client = client.build().expect("a client");
    for value in [
        "a/b ?#%é",
        "..\\..\\admin",
        "../../admin",
        "%2e%2e",
        "...",
        "a+b",
        "x\r\nHost: y",
        "\t",
        "{id}",
        ".. ",
        "..;",
        "\u{202e}",
        "//x",
        "http://x",
    ] {
        let body = crate::operations::upload_scan::Request::new("x");
        client.upload_scan(value, body).await.expect("201");
        let target = server
            .requests()
            .last()
            .map(|request| request.target.clone())
            .expect("a request");
        let id = target
            .strip_prefix("/pets/")
            .and_then(|rest| rest.strip_suffix("/scans"))
            .expect("the endpoint");
        assert!(!id.contains(['/', '\\', '?', '#']), "{value:?} became {target}");
        assert_eq!(decode(id), value);
    }
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || {
                    char::from(*rest.next().expect("a digit"))
                        .to_digit(16)
                        .expect("a digit")
                };
                u8::try_from(digit() * 16 + digit()).expect("a byte")
            }
            other => other,
        });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[tokio::test]
async fn missing_and_unsendable_credentials() {
    let server = crate::server::Server::start().expect("a port");
    let client = Client::builder()
        .base_url(server.url())
        .x_api_key("k")
        .build()
        .expect("a client");
    let session = || {
        client.initiate_session(Request::new(
            Flow::Signin,
            RedirectUrl::from_static("https://x"),
            ["pan"],
        ))
    };
    let error = session().await.expect_err("no Authorization");
    assert_eq!(error.to_string(), "initiateSession: no credential for `Authorization`");
    assert!(matches!(&error, Error::Credentials(failure) if failure.names() == ["Authorization"]));
    let error = session().authorization("SECRET\r\nx: y").await.expect_err("split");
    assert!(matches!(error, Error::Credentials(_)));
    let mut shown = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = write!(shown, " {cause} {cause:?}");
        source = cause.source();
    }
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(server.requests().is_empty());
    server.answer(Answer::status(500));
    session().authorization("mine").await.expect_err("500");
    assert_eq!(server.request().header("authorization"), Some("mine"));
}

#[tokio::test]
async fn token_failures_tell_the_reason_without_the_secret() {
    let (server, client) = start();
    server.always(
        "/token",
        Answer::json(
            400,
            r#"{"error":"invalid_client","error_description":"app has no\nSECRET-s"}"#,
        ),
    );
    let tokens = OAuth2::client_credentials(format!("{}/token", server.url()), "app", "SECRET-s").credentials_in_body();
    let client = client.oauth(tokens).build().expect("a client");
    let error = client
        .create_order(crate::operations::create_order::Request::new(1, vec![]))
        .await
        .expect_err("no token");
    assert_eq!(
        error.to_string(),
        "createOrder: cannot obtain the credential `oauth`: the token endpoint responded with 400 Bad Request \
         (invalid_client): app has no ***"
    );
    assert!(error.source().is_some());
    assert!(!format!("{error:?}").contains("SECRET"));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn clients_need_a_usable_server() {
    let server = Server::Regional {
        region: "eu".into(),
        version: "v2".into(),
    };
    let client = Client::builder().server(server).build().expect("a client");
    assert!(format!("{client:?}").contains("https://eu.example.com/v2"));
    let bad = Server::Regional {
        region: "eu.evil.org/".into(),
        version: "x?".into(),
    };
    assert!(matches!(
        Client::builder().server(bad).build(),
        Err(BuildError::BaseUrl(_))
    ));
    for url in ["", "/v1", "example.com", "ftp://x", "https://user:SECRET@x"] {
        let error = Client::builder().base_url(url).build().expect_err(url);
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    }
}

#[tokio::test]
async fn secrets_show_nowhere() {
    let (server, client) = start();
    let builder = client
        .query_key("SECRET-q")
        .login("SECRET-user", "SECRET-p")
        .bearer("SECRET-b");
    let mut shown = format!("{builder:?}");
    let client = builder.build().expect("a client");
    let call = client
        .list_pets()
        .with(CallOptions::new().header("x-token", "SECRET-h").query("k", "SECRET-v"));
    let _ = write!(shown, "{client:?} {call:?} {:?}", Secret::new("SECRET"));
    server.always(
        "/",
        Answer::json(403, r#"{"echo":"SECRET-body"}"#).header("x-echo", "SECRET-head"),
    );
    let error: Error = call.await.expect_err("403").into();
    let _ = write!(shown, "{error} {error:?}");
    let gone = CallOptions::new().base_url("http://127.0.0.1:1");
    let error = client.list_pets().with(gone).await.expect_err("refused");
    let mut source: Option<&dyn std::error::Error> = Some(&error);
    while let Some(cause) = source {
        let _ = write!(shown, " {cause} {cause:?}");
        source = cause.source();
    }
    let spans = super::log::spans();
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(!spans.contains("SECRET"), "{spans}");
    for field in [
        "otel.name=GET /pets",
        "otel.kind=client",
        "http.request.method=GET",
        "url.template=/pets",
        "server.address=127.0.0.1",
        "http.response.status_code=403",
        "error.type=403",
        "error.type=connect",
        "http.request.resend_count=2",
    ] {
        assert!(spans.contains(field), "{field} is not in {spans}");
    }
}

#[tokio::test]
async fn headers_that_frame_a_message_are_not_set_by_hand() {
    for name in ["Content-Length", "content-length", "Transfer-Encoding"] {
        let (server, client) = start();
        let error = client
            .configure(|core| core.header(name, "3"))
            .build()
            .expect_err("refused");
        assert!(error.to_string().contains(name), "{error}");
        let client = start()
            .1
            .base_url(server.url())
            .login("u", "p")
            .build()
            .expect("a client");
        let options = ::specwright_runtime::CallOptions::new().header(name, "3");
        let error = client.get_pet("7").with(options).await.expect_err("refused");
        assert!(matches!(&error, Error::Invalid(_)), "{error}");
        assert!(error.to_string().contains("set by the transport"), "{error}");
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn all_cookies_are_on_one_line() {
    let (server, client) = start();
    server.always("/", Answer::json(200, r#"{"pets":[]}"#));
    let client = client
        .configure(|core| core.header("Cookie", "theme=dark; sid=0"))
        .build()
        .expect("a client");
    let options = ::specwright_runtime::CallOptions::new();
    let options = options.header("cookie", "trace=1; x=y").header("cookie", "lang=en");
    client.list_pets().sid("s").with(options).await.expect("pets");
    let request = server.request();
    let lines = request
        .headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("cookie"));
    let lines: Vec<_> = lines.map(|(_, line)| line.as_str()).collect();
    assert_eq!(lines, ["trace=1; x=y; lang=en; sid=s; theme=dark"]);
}

#[tokio::test]
async fn options_that_are_set_later_keep_the_earlier_ones() {
    use ::specwright_runtime::CallOptions;
    let (server, client) = start();
    server.always("/", Answer::json(200, r#"{"pets":[]}"#));
    let client = client.build().expect("a client");
    let first = CallOptions::new()
        .header("x-a", "1")
        .header("x-b", "1")
        .query("q", "1")
        .max_body(5);
    let second = CallOptions::new().header("x-b", "2").query("r", "2");
    let error = client
        .list_pets()
        .with(first)
        .with(second)
        .await
        .expect_err("more than five bytes");
    assert!(error.to_string().contains("5 bytes"), "{error}");
    let request = server.request();
    assert_eq!((request.header("x-a"), request.header("x-b")), (Some("1"), Some("2")));
    assert!(request.target.ends_with("q=1&r=2"), "{}", request.target);
}
