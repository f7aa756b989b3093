//! Streams that never end, end early, or carry what is not an item.

use std::time::Duration;

use specwright_tests::server::{Answer, Server};

use crate::ask::{Asking, WAYS, Way, check, check_process, kind};

/// The first kinds of results of a stream on either transport.
macro_rules! kinds {
    ($asking:expr, $call:ident, $limit:expr) => {{
        let stream = $asking
            .result("a stream", $asking.client.$call().send())
            .expect("a stream");
        let mut stream = stream.into_inner();
        let all: Vec<_> = match $asking.way {
            Way::Asynchronous => std::iter::from_fn(|| $asking.runtime.block_on(stream.next()))
                .take($limit)
                .collect(),
            Way::Blocking => stream.wait().take($limit).collect(),
        };
        let errors = all.iter().filter_map(|item| item.as_ref().err());
        errors.for_each(|error| check("an item", error));
        all.iter().map(kind).collect::<Vec<_>>()
    }};
}

fn stream(media: &str) -> Answer {
    Answer::status(200).header("Content-Type", media)
}

fn events() -> Answer {
    stream("text/event-stream")
}

/// What the server sends, how many items are asked for, and what they are.
type Row = (&'static str, Answer, usize, &'static [&'static str]);

fn rows_of_events() -> Vec<Row> {
    let id = format!("id: {}\n\n", "i".repeat(1 << 20));
    vec![
        (
            "endless events",
            events().body("data: {\"text\":\"t\"}\n\n".repeat(100)).endless(),
            3,
            &["ok", "ok", "ok"],
        ),
        (
            "a million events without data",
            events().body("data:\n\n".repeat(1_000_000) + "data: {\"text\":\"t\"}\n\n"),
            2,
            &["ok"],
        ),
        (
            "an event without end",
            events().body(vec![b'x'; 65_536]).endless(),
            3,
            &["decode"],
        ),
        (
            "data without end",
            events()
                .body(b"data: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n".repeat(1000))
                .endless(),
            3,
            &["decode"],
        ),
        (
            "an id of a mebibyte, and a thousand events in one piece that all have it",
            events().body(id + &"data: {\"text\":\"t\"}\n\n".repeat(1000)),
            1001,
            &["ok"; 1000],
        ),
        (
            "an event that stops",
            events()
                .body("data: {\"text\":\"t\"}\n\ndata: {")
                .claim_length(1000)
                .hang(),
            3,
            &["ok", "timeout"],
        ),
        (
            "an event that breaks off",
            events().body("data: {\"text\":\"t\"}\n\ndata: {").claim_length(1000),
            3,
            &["ok", "body"],
        ),
        (
            "events that are not items",
            events().body(b"data: {\"text\":[]}\n\ndata: \xFF\n\ndata: [[[[\n\ndata: {\"text\":\"t\"}\n\n".to_vec()),
            9,
            &["decode", "decode", "decode", "ok"],
        ),
        (
            "a deep event",
            events().body(format!("data: {}\n\n", "[".repeat(100_000))),
            3,
            &["decode"],
        ),
    ]
}

fn rows_of_lines() -> Vec<Row> {
    let lines = || stream("application/jsonl");
    vec![
        (
            "endless lines",
            lines().body("{\"text\":\"t\"}\n".repeat(100)).endless(),
            3,
            &["ok", "ok", "ok"],
        ),
        (
            "a line without end",
            lines().body(vec![b' '; 65_536]).endless(),
            3,
            &["decode"],
        ),
        (
            "a line that stops",
            lines().body("{\"text\":\"t\"}\n{").claim_length(1000).hang(),
            3,
            &["ok", "timeout"],
        ),
        (
            "a line that breaks off",
            lines().body("{\"text\":\"t\"}\n{").claim_length(1000),
            3,
            &["ok", "body"],
        ),
        (
            "half a line at the end",
            lines().body("{\"text\":\"t\"}\n{\"te"),
            3,
            &["ok", "decode"],
        ),
        (
            "lines that are not items",
            lines().body(b"7\n\xFF\n{\"text\":\"t\"}\n".to_vec()),
            9,
            &["decode", "decode", "ok"],
        ),
    ]
}

fn rows_of_downloads() -> Vec<Row> {
    let file = || stream("application/octet-stream");
    vec![
        (
            "an endless download",
            file().body(vec![7; 8192]).endless(),
            3,
            &["ok", "ok", "ok"],
        ),
        (
            "a download that stops",
            file().body("a").claim_length(10).hang(),
            3,
            &["ok", "timeout"],
        ),
        (
            "a download that breaks off",
            file().body("a").claim_length(10),
            3,
            &["ok", "body"],
        ),
        (
            "a download in a wrong coding",
            file().header("Content-Encoding", "zstd").body("<html>"),
            3,
            &["body"],
        ),
    ]
}

#[test]
fn streams_end_in_bounded_memory_with_the_same_kind_of_error() {
    let mut wrong = Vec::new();
    for way in WAYS {
        let all = [
            ("events", rows_of_events()),
            ("lines", rows_of_lines()),
            ("download", rows_of_downloads()),
        ];
        for (call, rows) in all {
            for (what, answer, limit, expected) in rows {
                let server = Server::start().expect("a port");
                let hangs = expected.contains(&"timeout");
                server.answer(answer);
                let limit_of_time = if hangs {
                    Duration::from_millis(300)
                } else {
                    Duration::from_secs(10)
                };
                let asking = Asking::new(way, &server, limit_of_time);
                let kinds = match call {
                    "events" => kinds!(asking, events, limit),
                    "lines" => kinds!(asking, lines, limit),
                    _ => kinds!(asking, download, limit),
                };
                if kinds != expected {
                    wrong.push(format!("{what} ({way:?}): {kinds:?}, not {expected:?}"));
                }
            }
        }
    }
    check_process();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
