//! What `RecordingTransport` writes down, and what `learn` makes of it: `deviations`, `answers`.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use clap::{Args as _, FromArgMatches as _};
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::learn::{Allowed, Responses, learn};
use specwright::source::{DiskLoader, SourceMap};
use specwright::{import, overlay};
use specwright_cli::commands::{self, learn::Args};
use specwright_runtime::Timeouts;
use specwright_runtime::transport::record::RecordingTransport;
use specwright_runtime::transport::reqwest::ReqwestTransport;

use crate::common::{Answer, Server, told};

/// The document of the case.
const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/cases/ok/operations/deviations.yaml");

/// A recording in memory.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("the lines").clone()).expect("UTF-8")
    }

    /// The lines since the last time.
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().expect("the lines"))).expect("UTF-8")
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("the lines").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn recorder(output: impl Write + Send + 'static) -> RecordingTransport<ReqwestTransport> {
    let inner = ReqwestTransport::new(&Timeouts::new()).expect("a transport");
    RecordingTransport::new(inner, output)
}

macro_rules! recorded {
    ($case:ident, $server:expr, $recorder:expr) => {
        builder!($case, $server).transport($recorder).build().expect("a client")
    };
}

#[tokio::test]
async fn a_recording_has_kinds_and_documented_names_and_no_value() {
    let body = r#"{"count":"secret-1","shelves":[{"name":"secret-2","number":1,"labels":{"secret-3":1,"secret-4":"x"}},
        {"name":"secret-5","number":2.5,"labels":{}},{"name":"secret-6","number":3,"secret-7":null}]}"#;
    let server = told([Answer::json(200, body), Answer::status(204), Answer::json(400, "{}")]);
    let lines = Lines::default();
    let client = recorded!(deviations, server, recorder(lines.clone()));
    let read = client.list_shelves().with(query("secret-8", "secret-9")).await;
    assert!(read.is_ok(), "{read:?}");
    assert_eq!(
        lines.take(),
        "{\"operation\":\"listShelves\",\"method\":\"GET\",\"path\":\"/shelves\",\"status\":200,\"media_type\":\"application/json\",\
         \"body\":{\"count\":\"string\",\"shelves\":[\
         {\"labels\":{\"*\":[\"integer\",\"string\"]},\"name\":\"string\",\"number\":\"integer\"},\
         {\"labels\":{},\"name\":\"string\",\"number\":\"number\"},\
         {\"*\":[\"null\"],\"name\":\"string\",\"number\":\"integer\"}]}}\n"
    );
    let _ = client.get_book("secret-10").await;
    assert_eq!(
        lines.take(),
        "{\"operation\":\"getBook\",\"method\":\"GET\",\"path\":\"/books/{id}\",\"status\":204,\"empty\":true}\n"
    );
    let _ = client.list_shelves().await;
    assert!(
        lines
            .take()
            .ends_with("\"status\":400,\"media_type\":\"application/json\",\"body\":{}}\n")
    );
}

fn query(name: &str, value: &str) -> specwright_runtime::CallOptions {
    specwright_runtime::CallOptions::new()
        .query(name, value)
        .header("x-key", value)
}

#[tokio::test]
async fn pointers_allow_values_and_names() {
    let body = r#"{"count":7,"shelves":[{"name":"history","extra":{"deep":true}}],"data":{"a/b":[{"colour":"red"}]}}"#;
    let server = told([Answer::json(200, body)]);
    let lines = Lines::default();
    let recorder = recorder(lines.clone()).values_at("/shelves/*/name").values_at("/count");
    let client = recorded!(deviations, server, recorder.names_below("/data"));
    client.list_shelves().await.expect("shelves");
    let line = lines.take();
    let body = line.split_once("\"body\":").map(|(_, body)| body);
    assert_eq!(
        body,
        Some(
            "{\"*\":[{\"a/b\":[{\"colour\":\"string\"}]}],\"count\":\"integer=7\",\"shelves\":[{\"*\":[{\"*\":[\"boolean\"]}],\"name\":\"string=history\"}]}}\n"
        )
    );
}

#[tokio::test]
async fn streams_pass_piece_by_piece_and_large_bodies_are_not_kept() {
    let download = Answer::status(200)
        .header("Content-Type", "image/png")
        .body(vec![1; 70_000])
        .body(vec![2; 70_000]);
    let huge = format!("{{\"count\":1,\"x\":\"{}\"}}", "y".repeat(5 << 20));
    let endless = Answer::status(200)
        .header("Content-Type", "image/png")
        .body("piece")
        .endless();
    let server = told([download, Answer::json(200, &huge), endless]);
    let lines = Lines::default();
    let client = recorded!(answers, server, recorder(lines.clone()));
    let stream = client.download().await.expect("a stream").into_inner();
    assert_eq!(stream.content_length(), Some(140_000));
    assert_eq!(lines.text(), "", "nothing is written before the end");
    assert_eq!(stream.collect(140_000).await.expect("all of it").len(), 140_000);
    assert!(lines.take().ends_with("\"status\":200,\"media_type\":\"image/png\"}\n"));
    let shelves = recorded!(deviations, server, recorder(lines.clone()));
    assert_eq!(shelves.list_shelves().await.expect("shelves").count, Some(1.0));
    assert!(
        lines.take().ends_with("\"media_type\":\"application/json\"}\n"),
        "too large for its shape"
    );
    let mut stream = client.download().await.expect("a stream").into_inner();
    assert!(
        stream.next().await.expect("a piece").is_ok(),
        "an endless stream can be read"
    );
    drop(stream);
    assert!(
        lines.take().contains("image/png"),
        "also what is not read to its end is written down"
    );
}

struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is full"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_recording_that_cannot_be_written_fails_no_call() {
    let server = told([Answer::json(200, "{}")]);
    let recorder = Arc::new(recorder(Full));
    let client = recorded!(deviations, server, Arc::clone(&recorder));
    client.list_shelves().await.expect("shelves");
    let error = recorder.take_error().expect("the error of writing");
    assert_eq!(error.to_string(), "the disk is full");
    assert!(recorder.take_error().is_none());
}

/// The file names are those of the README.
#[tokio::test]
async fn the_command_in_a_decode_error_cures_the_document() {
    let directory = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("learn");
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).expect("a directory");
    let shelves = r#"{"shelves":[{"number":1},{"name":{}}]}"#;
    let server = told([Answer::json(200, shelves)]);
    let calls = std::fs::File::create(directory.join("calls.jsonl")).expect("a file");
    let client = recorded!(deviations, server, recorder(calls));
    let error = client.list_shelves().await.expect_err("no name").to_string();
    for fault in [
        "the required property `name` is missing at `/shelves/0`",
        "expected a string, found an object at `/shelves/1/name`",
        "(feature `record`)",
    ] {
        assert!(error.contains(fault), "{error}");
    }
    let command = error.split('`').find(|part| part.starts_with("specwright learn"));
    let words = command.expect("a command").split(' ').skip(1);
    std::fs::copy(CASE, directory.join("openapi.yaml")).expect("the document");
    let words = words.map(|word| match word.contains('.') {
        true => directory.join(word).into_os_string(),
        false => word.into(),
    });
    let parser = Args::augment_args(clap::Command::new("learn"));
    let args = Args::from_arg_matches(&parser.get_matches_from(words)).expect("arguments");
    assert_eq!(
        commands::learn::run(&args).expect("learned"),
        specwright_cli::Status::Done
    );
    let overlay = std::fs::read_to_string(directory.join("learned.yaml")).expect("an overlay");
    assert!(overlay.contains("$.components.schemas.Shelf.required"), "{overlay}");
}

/// A run that is recorded, the overlay that is learned from it, and nothing left to learn.
#[tokio::test]
async fn what_was_recorded_is_learned() {
    let server = Server::start().expect("a free port");
    for body in [
        r#"{"count":1,"shelves":[{"name":"a","number":"seven"}]}"#,
        r#"{"shelves":[{"number":1,"labels":{"ann":"x"}},{"name":null}]}"#,
    ] {
        server.answer(Answer::json(200, body));
    }
    server.answer(Answer::json(429, r#"{"code":1,"message":"later"}"#));
    let lines = Lines::default();
    let client = recorded!(deviations, server, recorder(lines.clone()));
    for _ in 0..3 {
        let _ = client.list_shelves().await;
    }
    let path = std::path::PathBuf::from(CASE);
    let mut responses = Responses::default();
    responses.read(&lines.text(), &Allowed::default()).expect("a recording");
    assert_eq!(responses.count(), 3);
    let (mut sources, mut diags) = (SourceMap::new(), Diagnostics::new());
    let input = specwright::Input::Path(path.clone());
    let setting = Config::default().document;
    let (mut tree, root) = import::document(&mut sources, &input, &setting, &mut diags).expect("a document");
    let learned = learn(&tree, root, &responses);
    let said: Vec<&str> = learned.descriptions().collect();
    assert!(
        said.iter()
            .any(|said| said.starts_with("Missing in 1 recorded response of GET /shelves")),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.starts_with("Found null in 1")), "{said:?}");
    assert!(
        said.iter().any(|said| said.starts_with("Found string in 1")),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.starts_with("Status 429 in 1")), "{said:?}");
    let text = learned.overlay(None, "Learned", None);
    let overlay = import::read_text(&mut tree, &mut sources, "o.yaml".as_ref(), &text, &mut diags).expect("an overlay");
    overlay::apply(&mut tree, &sources, root, overlay, &mut diags);
    import::follow(
        &mut tree,
        &mut sources,
        &DiskLoader::new("."),
        &Default::default(),
        &mut diags,
    );
    assert!(diags.is_empty(), "{text}");
    assert!(learn(&tree, root, &responses).is_empty(), "{text}");
}
