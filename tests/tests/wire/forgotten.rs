//! What servers send that their documents forgot (RFC 9110 section 15): `forgotten`. Every call that a server has carried
//! out is a success, or an error that says so.

use std::time::Duration;

use specwright_compiled::operations::forgotten;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError};
use specwright_runtime::{CallOptions, Error, Kind, Reading, Repair, RetryPolicy};

use crate::common::{Answer, last, mock, status, told};

fn text(status: u16, media: &str, body: impl Into<Vec<u8>>) -> Answer {
    Answer::status(status).header("Content-Type", media).body(body)
}

#[tokio::test]
async fn an_undocumented_success_is_read_as_the_documented_one() {
    let server = told([
        Answer::json(201, r#"{"id":"a"}"#),
        Answer::json(201, r#"{"title":"no flow"}"#),
        Answer::json(202, r#"{"job":"7"}"#),
        Answer::json(202, r#"{"text":"t","job":"7"}"#),
        Answer::json(202, "{}"),
        Answer::status(201),
        Answer::json(201, r#"{"made":true}"#),
    ]);
    let client = client!(forgotten, server);
    let flow = client.create_flow().await.expect("a flow");
    assert_eq!((flow.status().as_u16(), flow.id.as_str()), (201, "a"));
    let error = client
        .create_flow()
        .await
        .expect_err("no flow, and `default` is not for a success");
    assert!(error.carried_out() && matches!(error, Error::Decode(_)), "{error:?}");
    let error = client.put_note().await.expect_err("a job is not an empty note");
    assert!(error.carried_out() && !error.is_retryable(), "{error:?}");
    assert_eq!(error.body().map(|body| &body[..]), Some(br#"{"job":"7"}"#.as_slice()));
    assert!(
        error.to_string().contains("carried the call out (202 Accepted)"),
        "{error}"
    );
    assert_eq!(client.put_note().await.expect("a note").text.as_deref(), Some("t"));
    assert_eq!(client.put_note().await.expect("an empty note").text, None);
    client.create_metadata().await.expect("nothing was expected");
    let done = client.create_metadata().await.expect("nothing was expected");
    assert_eq!(&done.bytes()[..], br#"{"made":true}"#);
}

#[tokio::test]
async fn a_call_that_was_carried_out_is_not_repeated() {
    let mut policy = RetryPolicy::default();
    policy.other.broken = true;
    let server = told([
        Answer::json(201, r#"{"id":"#).claim_length(100),
        Answer::json(200, r#"{"id":"b"}"#),
    ]);
    let client = builder!(forgotten, server).retry(policy).build().expect("a client");
    let error = client.create_flow().await.expect_err("the flow breaks off");
    assert!(error.carried_out() && matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_deletion_that_was_done_is_no_failure() {
    use forgotten::operations::delete_note::Success;
    let server = told([
        Answer::status(204),
        Answer::status(202),
        Answer::status(200),
        Answer::json(202, r#"{"text":"t"}"#),
        Answer::status(204),
        Answer::status(204),
        Answer::status(204),
    ]);
    let client = client!(forgotten, server);
    for status in [204, 202, 200] {
        let gone = client.delete_note().await.expect("gone");
        assert!(matches!(&*gone, Success::NoContent), "{status}: {gone:?}");
        assert_eq!(gone.status().as_u16(), status);
    }
    assert!(matches!(&*client.delete_note().await.expect("gone"), Success::Ok(note) if note.text.is_some()));
    let error = client.put_note().await.expect_err("no note can be made of nothing");
    assert!(error.carried_out() && matches!(error, Error::Decode(_)), "{error:?}");
    let nothing = client.nullable().await.expect("`null` is documented");
    assert!(nothing.is_none());
    let deviation = &nothing.deviations()[0];
    assert_eq!((deviation.found(), deviation.repair()), (Kind::Nothing, Repair::Absent));
    let strict = CallOptions::new().reading(Reading::Strict);
    let error = client.nullable().with(strict).await.expect_err("nothing is not `null`");
    assert!(error.carried_out());
}

#[tokio::test]
async fn a_status_without_content_is_typed() {
    use forgotten::operations::get_note::Failure;
    let server = told([
        Answer::status(304).header("ETag", "\"a\""),
        text(404, "text/html", "<p>gone</p>"),
    ]);
    let client = client!(forgotten, server);
    let error = client.get_note().if_none_match("\"a\"").await.expect_err("304");
    assert_eq!(error.api(), Some(&Failure::NotModified));
    assert!(!error.carried_out());
    let error = client.get_note().await.expect_err("404");
    assert_eq!(error.api(), Some(&Failure::NotFound));
}

#[tokio::test]
async fn a_part_of_a_file_is_a_file() {
    let part = text(206, "application/octet-stream", "abc").header("Content-Range", "bytes 1-3/10");
    let server = told([part, text(200, "application/octet-stream", "png")]);
    let client = client!(forgotten, server);
    let file = client.file().range("bytes=1-3").await.expect("a part");
    assert_eq!(file.status().as_u16(), 206);
    assert_eq!(file.into_inner().collect(10).await.expect("bytes"), "abc");
    let picture = client.picture().await.expect("a picture of no type").into_inner();
    assert_eq!(picture.collect(10).await.expect("bytes"), "png");
}

#[tokio::test]
async fn any_success_can_be_taken_unread() {
    use forgotten::operations::get_note::Failure;
    let body = "0123456789".repeat(1000);
    let server = told([
        text(200, "application/pdf", body.as_str()),
        text(299, "text/html", "<p>what?</p>"),
        Answer::status(404),
        text(200, "application/octet-stream", body.as_str()),
    ]);
    let client = builder!(forgotten, server).max_body(100).build().expect("a client");
    let file = client.export().send().unread().await.expect("a file").into_inner();
    assert_eq!(file.collect(100_000).await.expect("bytes"), body);
    let note = client.get_note().send().unread().await.expect("a page").into_inner();
    assert_eq!(note.collect(100).await.expect("bytes"), "<p>what?</p>");
    let error = client.get_note().send().unread().await.expect_err("404");
    assert_eq!(error.api(), Some(&Failure::NotFound));
    // Nothing is cut without saying so.
    let error = client.export().await.expect_err("more than 100 bytes");
    assert!(error.carried_out(), "{error:?}");
    assert!(error.to_string().contains("larger than 100 bytes"), "{error}");
}

#[tokio::test]
async fn json_is_asked_for_and_one_schema_is_one_type() {
    let items = r#"[{"id":1}]"#;
    let server = told([
        text(200, "text/plain", items),
        text(200, "text/json", items),
        text(200, "application/hal+json; charset=utf-8", items),
        Answer::json(200, "\"pong\""),
        Answer::json(200, "{}"),
    ]);
    let client = client!(forgotten, server);
    for _ in 0..3 {
        assert_eq!(client.list_items().await.expect("items")[0].id, 1);
        assert_eq!(
            last(&server).header("accept"),
            Some("application/json, application/hal+json")
        );
    }
    assert_eq!(*client.ping().await.expect("JSON"), "pong");
    assert_eq!(last(&server).header("accept"), Some("application/json"));
    client.anything().await.expect("a note");
    assert_eq!(last(&server).header("accept"), Some("application/json, */*;q=0.7"));
}

#[tokio::test]
async fn parameters_of_media_types_tell_versions_apart() {
    let server = told([
        text(200, "application/vnd.acme+json;version=1", r#"{"one":1}"#),
        text(200, "application/vnd.acme+json; version=2", r#"{"two":2}"#),
        text(200, "application/vnd.acme+json; version=2", r#"{"two":2}"#),
    ]);
    let client = client!(forgotten, server);
    assert_eq!(client.version().await.expect("the first").one, Some(1));
    let second = client.version().send_vnd_acme_version_2().await.expect("the second");
    assert_eq!(second.two, Some(2));
    assert_eq!(
        last(&server).header("accept"),
        Some("application/vnd.acme+json;version=2")
    );
    let error = client.version().await.expect_err("the second is not the first");
    assert!(
        error.carried_out() && error.to_string().contains("content type"),
        "{error}"
    );
}

#[tokio::test]
async fn json_is_read_whatever_it_is_called() {
    let note = r#"{"text":"é"}"#;
    let server = told([
        text(200, "text/html", note),
        text(200, "application/octet-stream", note),
        Answer::status(200).body(note),
        text(
            200,
            "application/json;charset=ISO-8859-1",
            b"{\"text\":\"\xE9\"}".as_slice(),
        ),
        // Bytes that are not text, where nothing reads them.
        text(
            200,
            "application/json",
            b"{\"text\":\"\xC3\xA9\",\"new\":\"\xE9\"}".as_slice(),
        ),
        text(200, "application/json;charset=ISO-8859-1", note),
        text(200, "text/html", "<!doctype html><p>log in</p>"),
        text(200, "text/plain", "no note"),
        text(200, "application/json", "<!doctype html><p>log in</p>"),
    ]);
    let client = client!(forgotten, server);
    for _ in 0..6 {
        assert_eq!(client.put_note().await.expect("a note").text.as_deref(), Some("é"));
    }
    for (reason, count) in [
        ("the content type is not one that this call reads", 2),
        ("the body is not JSON", 1),
    ] {
        for _ in 0..count {
            let error = client.put_note().await.expect_err("no note");
            assert!(error.carried_out() && error.to_string().contains(reason), "{error}");
        }
    }
}

#[tokio::test]
async fn lines_are_a_list_and_a_list_of_lines_is_what_it_says() {
    let lines = "{\"text\":\"a\"}\n\n{\"text\":7}\n";
    let server = told([
        text(200, "application/x-ndjson", lines),
        text(200, "application/json", lines),
        text(200, "application/jsonl", "{\"text\":\"a\"}"),
        text(200, "application/jsonl", ""),
        text(200, "application/json", "{\"text\":\n\"a\"}\n{\"text\":\"b\"}"),
        text(200, "application/json", "[{\"text\":\n\"a\"},{\"text\":\"b\"}\n]"),
        text(200, "application/jsonl", "[]"),
    ]);
    let client = client!(forgotten, server);
    for expected in [2, 2, 1, 0] {
        let notes = client.read_log().await.expect("notes");
        assert_eq!(notes.len(), expected);
        let said = notes.deviations().iter().map(|one| (one.pointer(), one.expected()));
        assert!(
            said.clone().any(|(pointer, _)| pointer.is_empty()),
            "{:?}",
            notes.deviations()
        );
        assert_eq!(said.clone().any(|one| one == ("/1/text", Kind::String)), expected == 2);
    }
    for deviations in [0, 1] {
        let mut notes = client.watch_notes().await.expect("lines").into_inner();
        for expected in ["a", "b"] {
            let note = notes.next().await.expect("a line").expect("a note");
            assert_eq!(
                (note.text.as_deref(), notes.deviations().len()),
                (Some(expected), deviations)
            );
        }
        assert!(notes.next().await.is_none());
    }
    let mut none = client.watch_notes().await.expect("lines").into_inner();
    assert!(none.next().await.is_none());
}

#[tokio::test]
async fn bare_text_is_a_string_and_a_page_is_not() {
    let server = told([
        text(200, "text/plain", "pong\n"),
        Answer::json(200, "pong"),
        text(200, "text/html", "pong"),
        text(200, "text/html", "<html>log in</html>"),
        Answer::json(200, "<html>log in</html>"),
        Answer::json(200, "{\"cut\":"),
    ]);
    let client = client!(forgotten, server);
    for _ in 0..3 {
        let pong = client.ping().await.expect("a string");
        assert_eq!(*pong, "pong");
        assert_eq!(pong.deviations()[0].repair(), Repair::Converted);
    }
    for _ in 0..3 {
        assert!(client.ping().await.expect_err("no string").carried_out());
    }
}

#[tokio::test]
async fn text_is_read_in_its_charset_and_no_page_passes_for_it() {
    let server = told([
        text(200, "text/plain; charset=iso-8859-1", b"caf\xE9".as_slice()),
        text(200, "text/plain; charset=\"UTF-16LE\"", b"c\0a\0f\0\xE9\0".as_slice()),
        text(200, "text/html", "café"),
        text(200, "application/octet-stream", "café"),
        Answer::status(200),
        text(200, "text/html", "\n <p>log in</p>"),
        text(200, "text/plain; charset=koi8-r", b"\xC1".as_slice()),
        Answer::status(500),
    ]);
    let client = client!(forgotten, server);
    for _ in 0..4 {
        assert_eq!(*client.report().await.expect("text"), "café");
    }
    assert_eq!(*client.report().await.expect("nothing is text, too"), "");
    let error = client.report().await.expect_err("a page");
    assert!(error.to_string().contains("content type"), "{error}");
    let error = client.report().await.expect_err("another charset");
    assert!(error.carried_out() && error.to_string().contains("charset"), "{error}");
    let error = client.report().await.expect_err("500");
    assert_eq!((status(&error), error.carried_out()), (Some(500), false));
}

/// `{"id":"a"}`, `{"title":"t"}`, two lines and 300 times `a`, as a server compresses them.
const FLOW: &[u8] =
    b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xABV\xCALQ\xB2RJT\xAA\x05\x00C\xE6\xA4\x9A\x0A\x00\x00\x00";
const PROBLEM: &[u8] =
    b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xABV*\xC9,\xC9IU\xB2R*Q\xAA\x05\x00\xE4b\xFFG\x0D\x00\x00\x00";
const LINES: &[u8] = b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xABV*I\xAD(Q\xB2RJT\xAA\xE5\xAA\x86q\x92\x80\x1C\x00I4xZ\x1A\x00\x00\x00";
const FILE: &[u8] = b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03KL\x1C\x05\xC4\x02\x00\x09\x19\x97\x89,\x01\x00\x00";

#[tokio::test]
async fn compressed_responses_are_read() {
    use forgotten::operations::create_flow::Failure;
    let gzip = |status, media, body: &[u8]| text(status, media, body).header("Content-Encoding", "gzip");
    let octets = "application/octet-stream";
    let server = told([
        gzip(200, "application/json", FLOW),
        gzip(409, "application/json", PROBLEM),
        gzip(200, "application/x-ndjson", LINES),
        gzip(200, octets, FILE),
        gzip(200, octets, FILE),
        gzip(200, octets, FILE),
        Answer::status(204).header("Content-Encoding", "gzip"),
        gzip(200, octets, &FILE[..20]),
        text(206, octets, "aaa"),
    ]);
    let client = client!(forgotten, server);
    let flow = client.create_flow().await.expect("a flow");
    assert_eq!((flow.id.as_str(), flow.header("content-encoding")), ("a", None));
    assert_eq!(&flow.bytes()[..], br#"{"id":"a"}"#);
    let accepted = last(&server).header("accept-encoding").map(str::to_owned);
    assert!(accepted.is_some_and(|codings| codings.starts_with("gzip")));
    let error = client.create_flow().await.expect_err("409");
    assert!(matches!(error.api(), Some(Failure::OtherProblem(problem)) if problem.title.as_deref() == Some("t")));
    let mut notes = client.watch_notes().await.expect("lines").into_inner();
    assert_eq!(
        notes.next().await.expect("one").expect("a note").text.as_deref(),
        Some("a")
    );
    assert_eq!(
        notes.next().await.expect("two").expect("a note").text.as_deref(),
        Some("b")
    );
    assert!(notes.next().await.is_none());
    let file = client.file().await.expect("a file").into_inner();
    assert_eq!(file.content_length(), None, "the length is that of the compressed file");
    assert_eq!(file.collect(300).await.expect("bytes"), "a".repeat(300));
    let small = CallOptions::new().max_body(299);
    let error = client.export().with(small).await.expect_err("300 bytes");
    assert!(error.to_string().contains("larger than 299 bytes"), "{error}");
    client.export().await.expect("300 bytes");
    client.create_metadata().await.expect("nothing has no coding");
    let cut = client.file().await.expect("a file").into_inner();
    assert!(matches!(cut.collect(300).await, Err(Error::Transport(_))));
    client.file().range("bytes=0-2").await.expect("a part");
    assert_eq!(last(&server).header("accept-encoding"), Some("identity"));
}

#[tokio::test]
async fn an_unknown_coding_is_named() {
    let coded =
        |status| text(status, "application/json", b"\x1F\x9D?".as_slice()).header("Content-Encoding", "gzip, compress");
    let server = told([coded(200), coded(200), coded(400), coded(200), coded(200)]);
    let client = client!(forgotten, server);
    for _ in 0..2 {
        let error = client.create_flow().await.expect_err("no flow");
        assert!(
            error.carried_out() && error.to_string().contains("`compress`"),
            "{error}"
        );
    }
    let error = client.create_flow().await.expect_err("no problem");
    assert!(
        matches!(error, Error::Unexpected(_)) && error.to_string().contains("`compress`"),
        "{error}"
    );
    let as_it_is = client.create_flow().send().unread().await.expect("as it is");
    assert_eq!(as_it_is.header("content-encoding"), Some("gzip, compress"));
    assert_eq!(as_it_is.into_inner().collect(10).await.expect("bytes").len(), 3);
    client.export().await.expect("nobody reads it");
}

#[tokio::test]
async fn a_form_is_typed_like_json() {
    let form = "application/x-www-form-urlencoded";
    let server = told([
        text(200, form, "token=a%2Bb+c&expires_in=3600&fresh=true&scopes=read"),
        text(200, form, "token=a&scopes=read&scopes=write&more=1"),
        Answer::json(200, r#"{"token":"a","expires_in":7}"#),
        text(200, form, "token=a&owner=me"),
        text(200, form, "token=a&owner=me"),
        text(200, form, "expires_in=3600"),
        text(200, "text/html", "<p>log in</p>"),
    ]);
    let client = client!(forgotten, server);
    let token = client.token().await.expect("a form");
    assert_eq!(
        (token.token.as_str(), token.expires_in, token.fresh),
        ("a+b c", Some(3600), Some(true))
    );
    assert_eq!(token.scopes.as_deref(), Some(["read".to_owned()].as_slice()));
    assert!(token.deviations().is_empty(), "{:?}", token.deviations());
    assert_eq!(
        last(&server).header("accept"),
        Some("application/x-www-form-urlencoded, */*;q=0.1")
    );
    assert_eq!(
        client.token().await.expect("a form").scopes.as_ref().map(Vec::len),
        Some(2)
    );
    assert_eq!(client.token().await.expect("JSON").expires_in, Some(7));
    let token = client.token().await.expect("without its owner");
    assert!(token.owner.is_none() && token.deviations()[0].pointer() == "/owner");
    let strict = CallOptions::new().reading(Reading::Strict);
    assert!(client.token().with(strict).await.expect_err("no owner").carried_out());
    let error = client.token().await.expect_err("no token");
    assert!(error.to_string().contains("`token`"), "{error}");
    assert!(client.token().await.expect_err("a page").carried_out());
}

/// A transport that asks for codings and undoes them by itself.
struct Decoding(MockTransport);

impl Transport for Decoding {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.0.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn decodes(&self) -> bool {
        true
    }
}

#[tokio::test]
async fn a_transport_that_decodes_is_not_told_what_to_accept() {
    let mock = mock();
    mock.expect("ping", MockResponse::json(200, "pong"));
    let client = forgotten::client::Client::builder()
        .base_url("http://mock.test")
        .transport(Decoding(mock.clone()))
        .build()
        .expect("a client");
    assert_eq!(*client.ping().await.expect("a string"), "pong");
    let seen = mock.received();
    assert!(!seen[0].headers.contains_key("accept-encoding"), "{seen:?}");
}

#[tokio::test]
async fn a_json_string_in_place_of_plain_text_is_what_it_holds() {
    let server = told([
        Answer::json(200, r#""two\nlines""#),
        Answer::json(200, r#"{"state":"ok"}"#),
        text(200, "text/plain", r#""as it is""#),
        Answer::json(200, r#""strictly""#),
    ]);
    let client = client!(forgotten, server);
    let report = client.report().await.expect("a string");
    assert_eq!(*report, "two\nlines");
    assert!(matches!(report.deviations(), [deviation] if deviation.repair() == Repair::Converted));
    assert_eq!(*client.report().await.expect("a string"), r#"{"state":"ok"}"#);
    let report = client.report().await.expect("a string");
    assert_eq!(*report, r#""as it is""#);
    assert!(report.deviations().is_empty());
    let strict = CallOptions::new().reading(Reading::Strict);
    let error = client.report().with(strict).await.expect_err("another content type");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
}
