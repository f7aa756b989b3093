//! What can go wrong between a server and a client, with real sockets: `answers`, `path_parameters`, `bodies`,
//! `failure_messages`.

use std::time::Duration;

use specwright_runtime::transport::TransportErrorKind;
use specwright_runtime::{CallOptions, Error, RetryPolicy, Timeouts};

use crate::common::{Answer, Server, said, status, told};

const NOTE: &str = r#"{"text":"t"}"#;

fn kind<E>(error: &Error<E>) -> Option<TransportErrorKind> {
    match error {
        Error::Transport(failure) => Some(failure.kind()),
        _ => None,
    }
}

#[tokio::test]
async fn nothing_listens() {
    let server = Server::start().expect("a port");
    let gone = server.url();
    drop(server);
    // The listener is gone once a connection fails.
    let address = gone.strip_prefix("http://").expect("an address");
    while std::net::TcpStream::connect(address).is_ok() {}
    let quick = RetryPolicy::new().delays(Duration::ZERO, Duration::ZERO);
    let client = specwright_compiled::operations::bodies::client::Client::builder()
        .base_url(gone)
        .retry(quick)
        .build()
        .expect("a client");
    let error = client.text("x").await.expect_err("refused");
    assert!(error.is_connect() && error.is_retryable(), "{error:?}");
    assert_eq!(error.attempts(), 3, "nothing was sent, so even a POST is repeated");
    assert!(matches!(&error, Error::Transport(failure) if !failure.sent()));
    assert_eq!((error.operation(), status(&error)), ("text", None));
}

#[tokio::test]
async fn connections_that_break() {
    let server = told([
        Answer::raw(""),
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Ty"),
        Answer::raw("this is not HTTP\r\n\r\n"),
        Answer::json(200, r#"{"text":"#).claim_length(100),
        Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        Answer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"te",
        ),
        Answer::json(500, "half").claim_length(100),
    ]);
    let client = client!(answers, server);
    for expected in [
        TransportErrorKind::Io,
        TransportErrorKind::Io,
        TransportErrorKind::Protocol,
        TransportErrorKind::Body,
        TransportErrorKind::Body,
        TransportErrorKind::Body,
    ] {
        let error = client.typed().await.expect_err("broken");
        assert_eq!(kind(&error), Some(expected), "{}", said(&error));
        assert!(matches!(&error, Error::Transport(failure) if failure.sent()));
    }
    let error = client.typed().await.expect_err("broken");
    assert_eq!(status(&error), Some(500), "what came is kept");
    assert_eq!(error.body().map(|body| &body[..]), Some(b"half".as_slice()));
}

#[tokio::test]
async fn a_broken_answer_is_asked_for_again() {
    let server = told([Answer::json(200, "{").claim_length(100), Answer::json(200, NOTE)]);
    let quick = RetryPolicy::new().delays(Duration::ZERO, Duration::ZERO);
    let client = builder!(answers, server).retry(quick).build().expect("a client");
    let note = client.typed().await.expect("a note");
    assert_eq!((note.attempts(), note.text.as_str()), (2, "t"));
}

#[tokio::test]
async fn slow_servers() {
    let server = Server::start().expect("a port");
    server.always("/", Answer::json(200, "{").claim_length(100).hang());
    let timeouts = Timeouts::new().attempt(Duration::from_millis(20));
    let client = builder!(answers, server).timeouts(timeouts).build().expect("a client");
    let error = client.typed().await.expect_err("half an answer for ever");
    assert!(error.is_timeout(), "{error:?}");
    let server = Server::start().expect("a port");
    server.always("/", Answer::raw("HTTP/1.1 200 OK\r\n").hang());
    let options = CallOptions::new().timeout(Duration::from_millis(20));
    let error = client!(answers, server)
        .typed()
        .with(options)
        .await
        .expect_err("no head for ever");
    assert!(error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn content_that_is_not_what_it_says() {
    let text = |media: &str, body: &[u8]| Answer::status(200).header("Content-Type", media).body(body);
    let server = told([
        text("application/json", b"{\"text\":\"\xFF\"}"),
        text("application/xml", b"\xFF\xFE"),
        text("text/html", b"<p>login</p>"),
        text("application/json", b"<p>login</p>"),
        text("application/json", b""),
        text("application/json", b"\xEF\xBB\xBF {\"text\":\"t\"} "),
        text("application/json", b"{\"text\":\"t\"}{\"text\":\"u\"}"),
        text("application/json", b"7 8"),
        Answer::status(200).header("Content-Type", "\u{7f}").body(NOTE),
    ]);
    let client = client!(answers, server);
    assert!(
        matches!(client.typed().await, Err(Error::Decode(_))),
        "invalid UTF-8 in JSON"
    );
    assert!(
        matches!(client.xml().await, Err(Error::Decode(_))),
        "invalid UTF-8 in text"
    );
    let error = client.typed().await.expect_err("a page");
    assert!(matches!(error, Error::Decode(_)));
    assert_eq!(error.body().map(|body| &body[..]), Some(b"<p>login</p>".as_slice()));
    assert!(matches!(client.typed().await, Err(Error::Decode(_))));
    assert!(
        matches!(client.typed().await, Err(Error::Decode(_))),
        "nothing is no note"
    );
    assert_eq!(client.typed().await.expect("a byte order mark does no harm").text, "t");
    assert!(matches!(client.typed().await, Err(Error::Decode(_))), "two values");
    assert!(matches!(client.count().await, Err(Error::Decode(_))), "two numbers");
    assert!(client.typed().await.is_err(), "a media type that is no text");
}

#[tokio::test]
async fn more_than_is_wanted() {
    let server = Server::start().expect("a port");
    server.always(
        "/typed",
        Answer::status(200)
            .header("Content-Type", "application/json")
            .body(vec![b' '; 8192])
            .endless(),
    );
    server.always(
        "/download",
        Answer::status(200)
            .header("Content-Type", "image/png")
            .body(vec![7; 8192])
            .endless(),
    );
    let client = builder!(answers, server).max_body(100_000).build().expect("a client");
    let error = client.typed().await.expect_err("an endless body");
    assert!(matches!(&error, Error::Decode(_)), "{error:?}");
    assert!(error.to_string().contains("100000 bytes"), "{error}");
    assert_eq!(error.body().map(|body| body.len()), Some(100_000));
    let error = client
        .typed()
        .with(CallOptions::new().max_body(10))
        .await
        .expect_err("an endless body");
    assert_eq!(error.body().map(|body| body.len()), Some(10));
    let mut stream = client.download().await.expect("a stream has no limit").into_inner();
    let mut got = 0;
    while got < 200_000 {
        got += stream.next().await.expect("a piece").expect("bytes").len();
    }
    let server = told([Answer::json(200, NOTE)]);
    let exact = CallOptions::new().max_body(NOTE.len());
    assert_eq!(
        client!(answers, server)
            .typed()
            .with(exact)
            .await
            .expect("just enough")
            .text,
        "t"
    );
}

#[tokio::test]
async fn heads_without_end_are_refused() {
    let line = format!("X-Fill: {}\r\n", "x".repeat(1000));
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{}\r\n{NOTE}",
        line.repeat(10_000)
    );
    assert!(head.len() > 10_000_000);
    let server = Server::start().expect("a port");
    server.always("/", Answer::raw(head));
    let error = client!(answers, server).typed().await.expect_err("10 MB of headers");
    assert_eq!(kind(&error), Some(TransportErrorKind::Protocol), "{error:?}");
    let transport = specwright_runtime::transport::ureq::UreqTransport::new();
    let client = builder!(answers, server)
        .transport(transport)
        .build()
        .expect("a client");
    let error = client.typed().send().wait().expect_err("10 MB of headers");
    assert_eq!(kind(&error), Some(TransportErrorKind::Protocol), "{error:?}");
}

#[tokio::test]
async fn errors_repeat_what_the_server_says_went_wrong_where_the_document_says_where() {
    let server = told([
        Answer::json(404, r#"{"code":7,"Message":" no such\n\u0007 pet "}"#),
        Answer::json(409, r#"{"title":"Conflict","detail":"it is asleep","Message":5}"#),
        Answer::json(400, r#"{"title":"Bad","detail":null}"#),
        Answer::json(500, r#"{"errors":[{"message":"first"},{"message":"second"}]}"#),
        // What one operation documents, others use too.
        Answer::json(401, r#"{"Message":"who are you?","token":"SECRET"}"#).header("x-request-id", "r-1"),
        Answer::json(404, r#"{"code":7}"#),
        Answer::json(404, &format!(r#"{{"Message":"{}"}}"#, "x".repeat(1000))),
    ]);
    let client = client!(failure_messages, server);
    let error = client.plain().await.expect_err("404");
    assert_eq!(
        error.to_string(),
        "plain: the server responded with 404 Not Found: no such pet"
    );
    assert_eq!(
        error.api().and_then(|failure| failure.message()),
        Some(" no such\n\u{7} pet ")
    );
    let error = client.problem().await.expect_err("409");
    assert_eq!(error.server_message().as_deref(), Some("it is asleep"));
    assert_eq!(
        client.problem().await.expect_err("400").server_message().as_deref(),
        Some("Bad")
    );
    assert_eq!(
        client.nested().await.expect_err("500").server_message().as_deref(),
        Some("first")
    );
    let error = client.silent().await.expect_err("401");
    assert_eq!(
        error.to_string(),
        "silent: the server responded with 401 Unauthorized: who are you? (the status is not documented)"
    );
    assert_eq!(
        format!("{error:?}"),
        format!("{error}\n  request id: r-1"),
        "what `main` prints"
    );
    assert!(!said(&error).contains("SECRET"));
    let error = client.plain().await.expect_err("404");
    assert_eq!(error.to_string(), "plain: the server responded with 404 Not Found");
    assert!(client.plain().await.expect_err("404").to_string().len() < 400);
}

/// `?` in a function that calls several operations, into an error of the caller's own.
#[tokio::test]
async fn the_errors_of_all_operations_become_one_error_of_the_caller() {
    #[derive(Debug)]
    struct Mine(Error);
    impl<E: Clone + Send + Sync + 'static> From<Error<E>> for Mine {
        fn from(error: Error<E>) -> Self {
            Self(error.into_untyped())
        }
    }
    use specwright_compiled::operations::failure_messages::{client::Client, plain, problem};
    async fn both(client: &Client) -> Result<(), Mine> {
        client.silent().await?;
        client.plain().await?;
        Ok(())
    }
    let server = told([Answer::status(204), Answer::json(404, r#"{"code":7}"#)]);
    let Mine(error) = both(&client!(failure_messages, server)).await.expect_err("404");
    assert_eq!(error.operation(), "plain");
    let body = error.api().expect("a documented failure");
    let failure = body.downcast_ref::<plain::Failure>().expect("of that operation");
    assert_eq!(failure.code(), Some(7));
    assert!(body.downcast_ref::<problem::Failure>().is_none());
}
