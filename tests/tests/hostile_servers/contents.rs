//! Bodies that say one thing and are another.

use std::time::Duration;

use specwright_runtime::{CallOptions, Deviation, Error, Reading};
use specwright_tests::server::{Answer, Server};

use crate::ask::{Asking, Row, WAYS, row, run};

/// A success and nothing else: it is never asked for again.
fn json(what: &'static str, body: impl Into<Vec<u8>>, kind: &'static str) -> Row {
    let answer = Answer::status(200)
        .header("Content-Type", "application/json")
        .body(body);
    row(what, answer, (kind, 1), (kind, 1))
}

#[test]
fn broken_json_is_an_error_with_a_place() {
    let deep = |open: &str, close: &str| {
        format!(
            "{{\"text\":\"t\",\"more\":{}1{}}}",
            open.repeat(100_000),
            close.repeat(100_000)
        )
    };
    run(vec![
        json("nothing", "", "decode"),
        json("half", "{\"text\":\"t\"", "decode"),
        json("two values", "{\"text\":\"t\"}{\"text\":\"u\"}", "decode"),
        json("a page", "<html><body>Sign in</body></html>", "decode"),
        json("not even JavaScript", "{'text': t,}", "decode"),
        json("invalid UTF-8", b"{\"text\":\"\xFF\"}".as_slice(), "decode"),
        json(
            "UTF-16",
            "{\"text\":\"t\"}"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
            "decode",
        ),
        json("a null byte", "{\"text\":\0\"t\"}", "decode"),
        json("the rest of a buffer", "{\"text\":\"t\"}\0\0", "ok"),
        json("arrays without end", "[".repeat(150_000), "decode"),
        json("objects without end", "{\"inner\":".repeat(20_000), "decode"),
        json(
            "deep arrays that nothing asks for",
            deep("[", "]").get(..150_000).unwrap_or_default().to_owned(),
            "decode",
        ),
        json(
            "a key of 100 kB",
            format!("{{\"{}\": }}", "k".repeat(100_000)),
            "decode",
        ),
        json(
            "a key with a line break",
            "{\"text\": 1, \"a\\n2026 ERROR\\u001b[31m\": [}",
            "decode",
        ),
    ]);
}

#[test]
fn what_has_another_shape_is_an_error_or_a_deviation() {
    let nested = format!(
        "{}{{\"text\":\"t\"}}{}",
        "{\"text\":\"t\",\"inner\":".repeat(6_000),
        "}".repeat(6_000)
    );
    run(vec![
        json("null", "null", "decode"),
        json("a list", "[{\"text\":\"t\"},{\"text\":\"u\"}]", "decode"),
        json("a list of one", "[{\"text\":\"t\"}]", "ok"),
        json("a list of something else", "[{\"words\":\"t\"}]", "decode"),
        json("a required property that is missing", "{\"count\":1}", "decode"),
        json("a required property of another type", "{\"text\":{}}", "decode"),
        json(
            "an optional property of another type",
            "{\"text\":\"t\",\"count\":[]}",
            "ok",
        ),
        json(
            "a number beyond all integers",
            "{\"text\":\"t\",\"count\":123456789012345678901234567890}",
            "ok",
        ),
        json("a number beyond all numbers", "{\"text\":\"t\",\"count\":1e999}", "ok"),
        json(
            "a number of 100,000 digits",
            format!("{{\"text\":\"t\",\"count\":{}}}", "9".repeat(100_000)),
            "ok",
        ),
        json("a key that is repeated", "{\"text\":\"t\",\"text\":\"u\"}", "ok"),
        json("a recursive type to a great depth", nested, "ok"),
        json("half of a surrogate pair", "{\"text\":\"\\ud800\"}", "decode"),
        json(
            "keys that nobody knows",
            format!("{{\"text\":\"t\"{}}}", ",\"k\":0".repeat(30_000)),
            "ok",
        ),
    ]);
}

/// What is beyond all integers is left out where that loses nothing else, and its place is said either way.
#[test]
fn the_place_of_a_number_that_is_too_large_is_said() {
    for way in WAYS {
        let server = Server::start().expect("a port");
        let body = "{\"text\":\"t\",\"count\":123456789012345678901234567890}";
        server.always("/", Answer::json(200, body));
        let asking = Asking::new(way, &server, Duration::from_secs(10));
        let response = asking
            .result("a large number", asking.client.read().send())
            .expect("the rest");
        let places: Vec<&str> = response.deviations().iter().map(Deviation::pointer).collect();
        assert_eq!(places, ["/count"], "{way:?}");
        let strict = asking
            .client
            .read()
            .with(CallOptions::new().reading(Reading::Strict))
            .send();
        match asking.result("a large number", strict) {
            Err(Error::Decode(error)) => assert_eq!(error.path(), "/count", "{way:?}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn another_media_type_or_status_is_named() {
    let text = |status, media: &str, body: &str| Answer::status(status).header("Content-Type", media).body(body);
    let once = |what, answer, kind| row(what, answer, (kind, 1), (kind, 1));
    let echo = "{\"message\":\"a\\n2026 ERROR \\u001b[31m\\u202e forged\"}";
    run(vec![
        once("a page", text(200, "text/html", "<p>Sign in</p>"), "decode"),
        once(
            "a page with an error",
            text(404, "text/html", "<p>Not here</p>"),
            "unexpected",
        ),
        once(
            "a media type that is not one",
            text(200, "\u{7f}", "{\"text\":\"t\"}"),
            "protocol",
        ),
        once(
            "an unknown charset",
            text(200, "application/json; charset=klingon", "{\"text\":\"t\"}"),
            "ok",
        ),
        once(
            "a message that forges lines",
            text(404, "application/json", echo),
            "api",
        ),
        once(
            "a status that is not documented",
            text(418, "application/json", "{}"),
            "unexpected",
        ),
        once("no content where some is documented", Answer::status(204), "decode"),
    ]);
}
