//! Heads and bodies that are slow, endless, cut off, of a wrong length, or not HTTP.

use std::time::Duration;

use specwright_tests::server::{Answer, Server};

use crate::ask::{Asking, Row, WAYS, kind, note, row, run};

const NOTE: &str = r#"{"text":"t"}"#;
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const SHORT: Duration = Duration::from_millis(20);

/// A response of that head, without the empty line, and that body.
fn raw(head: &str, body: &str) -> Answer {
    Answer::raw(format!("{head}\r\n{body}"))
}

/// A response with these header lines besides.
fn with(lines: &str, body: &str) -> Answer {
    raw(&format!("{HEAD}{lines}"), body)
}

#[test]
fn slow_and_endless_heads_end_at_a_limit() {
    let note = || Answer::json(200, NOTE);
    run(vec![
        row(
            "a late head",
            note().delay(Duration::from_secs(1)),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
        row(
            "half a head",
            Answer::raw("HTTP/1.1 200 OK\r\n").hang(),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
        row(
            "a head that drips",
            Answer::raw("HTTP/1.1 200 OK\r\n").body("A: b\r\n").repeated(SHORT),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
        row(
            "a head of endless lines",
            Answer::raw("HTTP/1.1 200 OK\r\n")
                .body("A: b\r\n".repeat(1000))
                .repeated(Duration::ZERO),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a head of one endless line",
            Answer::raw("HTTP/1.1 200 OK\r\nA: ")
                .body("b".repeat(8192))
                .repeated(Duration::ZERO),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "early hints that drip",
            Answer::raw("")
                .body("HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n")
                .repeated(SHORT),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
    ]);
}

#[test]
fn slow_and_endless_bodies_end_at_a_limit() {
    let note = || Answer::json(200, NOTE);
    let endless = || Answer::status(200).header("Content-Type", "application/json");
    run(vec![
        row(
            "a body that stops",
            note().claim_length(100).hang(),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
        row(
            "a body that drips",
            endless().body(" ").chunked(SHORT).repeated(SHORT),
            ("timeout", 2),
            ("timeout", 1),
        )
        .hangs(),
        row(
            "an endless body",
            endless().body(vec![b' '; 8192]).endless(),
            ("decode", 1),
            ("decode", 1),
        ),
        row(
            "an endless body until the connection closes",
            with("", "").body(vec![b' '; 8192]).repeated(Duration::ZERO),
            ("decode", 1),
            ("decode", 1),
        ),
        row(
            "an endless error",
            Answer::status(404)
                .header("Content-Type", "application/json")
                .body(vec![b' '; 8192])
                .endless(),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
    ]);
}

#[test]
fn lengths_that_are_not_true_are_seen() {
    run(vec![
        row(
            "too much is claimed",
            Answer::json(200, NOTE).claim_length(100),
            ("body", 2),
            ("body", 1),
        ),
        row(
            "very much is claimed",
            Answer::json(200, NOTE).claim_length(usize::MAX / 2),
            ("body", 2),
            ("body", 1),
        ),
        row(
            "too little is claimed",
            Answer::json(200, NOTE).claim_length(5),
            ("decode", 1),
            ("decode", 1),
        ),
        row(
            "nothing is claimed",
            Answer::json(200, NOTE).claim_length(0),
            ("decode", 1),
            ("decode", 1),
        ),
        row("no length, until the end", with("", NOTE), ("ok", 1), ("ok", 1)),
        row(
            "HTTP/1.0",
            raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n", NOTE),
            ("ok", 1),
            ("ok", 1),
        ),
        row(
            "a length that is not a number",
            with("Content-Length: x\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a negative length",
            with("Content-Length: -1\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "two lengths",
            with("Content-Length: 12\r\nContent-Length: 5\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a chunk of no number",
            with("Transfer-Encoding: chunked\r\n", "zz\r\n"),
            ("body", 2),
            ("body", 1),
        ),
        row(
            "a chunk beyond all numbers",
            with("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nx"),
            ("body", 2),
            ("body", 1),
        ),
        row(
            "chunks without an end",
            with("Transfer-Encoding: chunked\r\n", "c\r\n{\"text\":\"t\"}\r\n"),
            ("body", 2),
            ("body", 1),
        ),
    ]);
}

#[test]
fn what_is_not_http_is_refused() {
    run(vec![
        row("nothing", Answer::raw(""), ("io", 2), ("io", 1)),
        row(
            "another protocol",
            Answer::raw("SSH-2.0-OpenSSH_9.9\r\n\r\n"),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a page without a head",
            Answer::raw("<html></html>\r\n\r\n"),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a version of the future",
            raw("HTTP/7.1 200 OK\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a status of two digits",
            raw("HTTP/1.1 20 OK\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a status of four digits",
            raw("HTTP/1.1 2000 OK\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a status that is not known",
            Answer::json(999, NOTE),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
        row(
            "a null byte in a header",
            with("A: b\0c\r\nContent-Length: 12\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
        row(
            "a space in a header name",
            with("A b: c\r\nContent-Length: 12\r\n", NOTE),
            ("protocol", 1),
            ("protocol", 1),
        ),
    ]);
}

#[test]
fn interim_responses_and_second_responses_are_not_the_response() {
    let hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";
    let note = format!("{HEAD}Content-Length: 12\r\n\r\n{NOTE}");
    let evil = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"text\":\"evil\"}";
    run(vec![
        row(
            "early hints",
            Answer::raw(format!("{hints}{hints}{note}")),
            ("ok", 1),
            ("ok", 1),
        ),
        row(
            "an unasked continue",
            Answer::raw(format!("HTTP/1.1 100 Continue\r\n\r\n{note}")),
            ("ok", 1),
            ("ok", 1),
        ),
        row("nothing but early hints", Answer::raw(hints), ("io", 2), ("io", 1)),
    ]);
    for way in WAYS {
        let server = Server::start().expect("a port");
        server.answer(Answer::raw(format!("{note}{evil}")).keep_alive());
        server.always("/", Answer::raw(note.clone()));
        let asking = Asking::new(way, &server, Duration::from_secs(10));
        for _ in 0..2 {
            let read = asking.result("a second response", asking.client.read().send());
            assert_eq!(
                read.expect("a note").text,
                "t",
                "{way:?}: a response that nothing asked for"
            );
        }
    }
}

/// A response that ends after each of its bytes.
#[test]
fn a_connection_may_break_at_every_point() {
    let whole = format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{{\"tex\r\n7\r\nt\":\"t\"}}\r\n0\r\n\r\n");
    let head = whole.find("\r\n\r\n").map_or(0, |at| at + 4);
    let rows: Vec<Row> = (0..whole.len())
        .step_by(3)
        .map(|end| {
            let kind = if end < head { "io" } else { "body" };
            row(
                "a connection that breaks",
                Answer::raw(&whole.as_bytes()[..end]),
                (kind, 2),
                (kind, 1),
            )
        })
        .collect();
    assert!(rows.len() > 30);
    run(rows);
}

/// What was sent and is not safe to repeat is sent once, also where a request never gets a response.
#[test]
fn a_reset_is_an_error_and_a_write_is_not_repeated() {
    for way in WAYS {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let accepted = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let count = std::sync::Arc::clone(&accepted);
        // A connection that is closed with unread bytes is reset.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                let _ = stream.peek(&mut [0]);
            }
        });
        let transport = specwright_runtime::transport::ureq::UreqTransport::new();
        let builder = crate::ask::builder(format!("http://{address}"));
        let builder = match way {
            crate::ask::Way::Asynchronous => builder,
            crate::ask::Way::Blocking => builder.transport(transport),
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let asking = Asking {
            way,
            client: builder.build().expect("a client"),
            runtime,
        };
        assert_eq!(
            kind(&asking.result("a reset", asking.client.write(note("x")).send())),
            "io",
            "{way:?}"
        );
        assert_eq!(
            accepted.load(std::sync::atomic::Ordering::SeqCst),
            1,
            "{way:?}: a write is sent once"
        );
        assert_eq!(
            kind(&asking.result("a reset", asking.client.read().send())),
            "io",
            "{way:?}"
        );
        assert_eq!(
            accepted.load(std::sync::atomic::Ordering::SeqCst),
            3,
            "{way:?}: a read is sent twice"
        );
    }
}
