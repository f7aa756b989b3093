//! No credential shows anywhere: `Debug` of clients, builders, calls, options and answers, errors with all their causes, and
//! what is traced. And none goes to another server.

use std::fmt::Write as _;

use specwright_compiled::operations::credentials::client::{Client, ClientBuilder};
use specwright_runtime::{CallOptions, Error, OAuth2, RetryPolicy, Secret};

use crate::common::{Answer, Server, last, quiet, said, told};
use crate::log;

fn tokens(server: &Server) -> OAuth2 {
    OAuth2::client_credentials(format!("{}/token", server.url()), "SECRET-id", "SECRET-secret")
        .refresh_token("SECRET-refresh")
        .credentials_in_body()
}

fn all_credentials(server: &Server) -> ClientBuilder {
    builder!(credentials, server)
        .header_key("SECRET-h")
        .query_key("SECRET-q")
        .cookie_key("SECRET-c")
        .login("SECRET-user", "SECRET-p")
        .token("SECRET-t")
        .digest("SECRET-d")
        .provider("SECRET-o")
        .flow(tokens(server))
        .header("x-all", "SECRET-all")
}

fn options() -> CallOptions {
    let options = CallOptions::new()
        .header("x-one", "SECRET-one")
        .query("one", "SECRET-one");
    options.idempotency_key("SECRET-idempotency")
}

/// Errors of every kind: answers that quote what was sent, tokens that are not to be had, credentials that cannot be sent,
/// servers that are not there.
async fn all_errors(client: &Client) -> Vec<Error> {
    let gone = || options().base_url("http://127.0.0.1:1").retry(RetryPolicy::never());
    let call = client
        .both()
        .header_key("SECRET-call")
        .login("SECRET-u", "SECRET-v")
        .with(options());
    vec![
        call.await.expect_err("403").into(),
        client.in_query().await.expect_err("403").into(),
        client.in_cookie().await.expect_err("403").into(),
        client.bearer().await.expect_err("403").into(),
        client.scheme().await.expect_err("403").into(),
        client.oauth().await.expect_err("no token").into(),
        client.bearer().token("SECRET\r\nx: y").await.expect_err("split").into(),
        client
            .inherited()
            .header_key("SECRET\n")
            .await
            .expect_err("split")
            .into(),
        client.in_query().with(gone()).await.expect_err("refused").into(),
        client.basic().with(gone()).await.expect_err("refused").into(),
        client
            .basic()
            .with(options().base_url("http://u:SECRET-url@x"))
            .await
            .expect_err("a password")
            .into(),
    ]
}

#[tokio::test]
async fn secrets_show_nowhere() {
    log::start();
    let server = Server::start().expect("a port");
    server.always(
        "/token",
        Answer::json(
            400,
            r#"{"error":"invalid_client","error_description":"SECRET-secret, SECRET-refresh"}"#,
        ),
    );
    server.always(
        "/",
        Answer::json(403, r#"{"echo":"SECRET-body"}"#).header("X-Echo", "SECRET-head"),
    );
    let builder = all_credentials(&server);
    let mut shown = format!(
        "{:?} {builder:#?} {:#?} {:?}",
        tokens(&server),
        options(),
        Secret::new("SECRET")
    );
    let client = builder.build().expect("a client");
    let call = client
        .both()
        .header_key("SECRET-call")
        .login("SECRET-u", "SECRET-v")
        .with(options());
    let _ = write!(shown, "{client:#?} {call:#?}");
    let errors = all_errors(&client).await;
    errors.iter().for_each(|error| shown.push_str(&said(error)));
    let sent: String = server
        .requests()
        .iter()
        .map(|one| String::from_utf8_lossy(&one.raw).into_owned())
        .collect();
    for secret in [
        "SECRET-call",
        "SECRET-q",
        "SECRET-c",
        "SECRET-t",
        "SECRET-d",
        "SECRET-all",
        "SECRET-one",
    ] {
        assert!(sent.contains(secret), "{secret} was not even sent: {sent}");
    }
    let fields = log::spans();
    // As it is, and in base64.
    for encoded in ["SECRET", "U0VDUkVU"] {
        assert!(!shown.contains(encoded), "{encoded} in {shown}");
        assert!(!fields.contains(encoded), "{encoded} in {fields}");
    }
    // Who asks for the bytes of an answer gets them.
    assert_eq!(
        errors[0].body().map(|body| &body[..]),
        Some(br#"{"echo":"SECRET-body"}"#.as_slice())
    );
}

#[tokio::test]
async fn spans_have_the_names_of_open_telemetry() {
    log::start();
    let server = told([Answer::status(503), Answer::status(204), Answer::status(404)]);
    let quick = RetryPolicy::new().delays(std::time::Duration::ZERO, std::time::Duration::ZERO);
    let client = builder!(path_parameters, server)
        .retry(quick)
        .build()
        .expect("a client");
    client.put_item("PRIVATE").await.expect("204");
    client.trailing("PRIVATE").await.expect_err("404");
    let fields = log::spans();
    for field in [
        "otel.name=PUT /items/{id}",
        "otel.kind=client",
        "openapi.operation=putItem",
        "http.request.method=PUT",
        "url.template=/items/{id}",
        "server.address=127.0.0.1",
        "http.response.status_code=204",
        "http.response.status_code=404",
        "http.request.resend_count=1",
        "error.type=404",
        "otel.status_code=ERROR",
    ] {
        assert!(fields.contains(field), "{field} is not in {fields}");
    }
    assert!(!fields.contains("PRIVATE"), "the path without its parameters");
}

/// RFC 9110 section 15.4: what goes to another origin has no credentials, no cookies, no headers of the caller.
#[tokio::test]
async fn redirects_do_not_carry_credentials_to_another_server() {
    for code in [301, 302, 303, 307, 308] {
        let other = quiet();
        let server = Server::start().expect("a port");
        server.always(
            "/",
            Answer::status(code).header("Location", &format!("{}/there", other.url())),
        );
        let client = builder!(credentials, server)
            .header_key("SECRET-h")
            .query_key("SECRET-q")
            .cookie_key("SECRET-c")
            .login("u", "SECRET-p")
            .token("SECRET-t")
            .header("x-all", "SECRET-all")
            .build()
            .expect("a client");
        client.both().await.expect("204");
        client.in_query().await.expect("204");
        client.in_cookie().theme("SECRET-cookie").await.expect("204");
        client
            .bearer()
            .with(CallOptions::new().header("x-one", "SECRET-one"))
            .await
            .expect("204");
        let there = other.requests();
        assert_eq!(there.len(), 4, "{code}");
        for request in there {
            let raw = String::from_utf8_lossy(&request.raw).to_lowercase();
            for leak in [
                "secret",
                "authorization",
                "cookie",
                "x-all",
                "x-one",
                "x-key",
                "api%20key",
            ] {
                assert!(!raw.contains(leak), "{leak} after {code} in {raw}");
            }
            assert_eq!(request.target, "/there");
        }
    }
    let server = told([
        Answer::status(307).header("Location", "/there?x=1"),
        Answer::status(204),
    ]);
    let client = builder!(credentials, server).token("t").build().expect("a client");
    client.bearer().await.expect("204");
    assert_eq!(
        (last(&server).target.as_str(), last(&server).header("authorization")),
        ("/there?x=1", Some("Bearer t"))
    );
}

#[tokio::test]
async fn redirects_and_bodies() {
    let other = quiet();
    let server = told([
        Answer::status(308).header("Location", &other.url()),
        Answer::status(307).header("Location", "/again"),
        Answer::status(204),
        Answer::status(303).header("Location", "/result"),
        Answer::status(204),
    ]);
    let client = client!(bodies, server);
    let error = client
        .text("x")
        .await
        .expect_err("a body does not go to another server");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(308));
    assert!(other.requests().is_empty());
    client.text("x").await.expect("204");
    let again = last(&server);
    assert_eq!(
        (again.method.as_str(), again.target.as_str(), again.text().as_str()),
        ("POST", "/again", "x")
    );
    client.text("x").await.expect("204");
    let result = last(&server);
    assert_eq!(
        (result.method.as_str(), result.target.as_str(), result.text().as_str()),
        ("GET", "/result", "")
    );
    assert_eq!(result.header("content-type"), None);
    server.always("/", Answer::status(307).header("Location", "/"));
    let error: Error = client.optional().await.expect_err("a loop").into();
    assert!(matches!(&error, Error::Transport(_)), "{error}");
}
