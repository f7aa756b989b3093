//! What a caller can put around calls and attempts, and put in their place: transports, layers, tower services, mocks, the
//! blocking transport: `path_parameters`, `answers`, `bodies`, `streams`, `pagination`.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use specwright_compiled::operations::{answers, media_types, path_parameters};
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::reqwest::ReqwestTransport;
use specwright_runtime::transport::tower::{TowerTransport, TransportService};
use specwright_runtime::transport::ureq::UreqTransport;
use specwright_runtime::transport::{
    BoxFuture, Request, Response, SharedTransport, Transport, TransportError, TransportErrorKind,
};
use specwright_runtime::{Body, CallOptions, Error, Timeouts};

use crate::common::{Answer, last, mock, quiet, status, targets, told};

const ITEM: &str = path_parameters::operations::item::Call::OPERATION;

/// Counts what passes and marks it.
struct Layer {
    inner: SharedTransport,
    seen: Arc<AtomicUsize>,
    mark: &'static str,
}

impl Transport for Layer {
    fn send(&self, mut request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.seen.fetch_add(1, Ordering::Relaxed);
        request.headers_mut().append("x-layer", http(self.mark));
        self.inner.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }
}

fn http(text: &'static str) -> specwright_runtime::http::HeaderValue {
    specwright_runtime::http::HeaderValue::from_static(text)
}

#[tokio::test]
async fn layers_are_around_calls_and_around_attempts() {
    let mock = mock();
    mock.expect(ITEM, MockResponse::status(503));
    mock.expect(ITEM, MockResponse::status(204));
    let counters: [Arc<AtomicUsize>; 3] = Default::default();
    let [attempts, inner, outer] = counters.clone();
    let transport = Layer {
        inner: Arc::new(mock.clone()),
        seen: attempts,
        mark: "attempt",
    };
    let client = path_parameters::client::Client::builder()
        .base_url("http://mock.test")
        .transport(transport)
        .wrap_calls(move |calls| {
            Arc::new(Layer {
                inner: calls,
                seen: inner,
                mark: "inner",
            })
        })
        .wrap_calls(move |calls| {
            Arc::new(Layer {
                inner: calls,
                seen: outer,
                mark: "outer",
            })
        })
        .build()
        .expect("a client");
    client.item(7).await.expect("204");
    assert_eq!(counters.map(|counter| counter.load(Ordering::Relaxed)), [2, 1, 1]);
    let marks: Vec<_> = mock.received()[1].headers.get_all("x-layer").iter().cloned().collect();
    assert_eq!(marks, ["outer", "inner", "attempt"], "the last one is the outermost");
}

#[tokio::test]
async fn tower_services_are_transports() {
    let server = quiet();
    let reqwest = ReqwestTransport::new(&Timeouts::new()).expect("a transport");
    let service = TransportService::new(reqwest.clone());
    let builder = builder!(path_parameters, server).transport(TowerTransport::new(service, reqwest));
    builder.build().expect("a client").item(7).await.expect("204");
    assert_eq!(targets(&server), ["/items/7"]);
}

#[tokio::test]
async fn mocks_go_by_operation() {
    let mock = mock();
    let client = mocked!(media_types, mock);
    let patch = media_types::operations::patch_note::Call::OPERATION;
    assert_eq!(patch, "patchNote");
    mock.expect_if(
        patch,
        |request| request.json() == Some(serde_json::json!({"pinned": true})),
        MockResponse::status(204),
    );
    mock.expect(patch, MockResponse::status(404));
    let note = |pinned: bool| media_types::types::NotePatch::new().pinned(pinned);
    assert_eq!(
        status(&client.patch_note("1", note(false)).await.expect_err("404")),
        Some(404)
    );
    assert_eq!(mock.unmet(), ["patchNote"]);
    client.patch_note("1", note(true)).await.expect("204");
    assert!(mock.unmet().is_empty());
    let received = mock.received();
    assert_eq!(
        (received[1].method.as_str(), received[1].uri.path()),
        ("PATCH", "/notes/1")
    );
    let error = client.put_text("x").await.expect_err("nobody expects it");
    assert!(
        matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Unsupported),
        "{error:?}"
    );
    let mock = MockTransport::new();
    mock.always(
        answers::operations::typed::Call::OPERATION,
        MockResponse::json(200, &serde_json::json!({"text": "t"})),
    );
    assert_eq!(mocked!(answers, mock).typed().await.expect("a note").text, "t");
}

/// Values for tests of code around a client, and a download that breaks off.
#[tokio::test]
async fn code_around_a_client_is_tested_without_a_server() {
    use answers::operations::typed::Failure;
    type Answered = Result<specwright_runtime::Response<answers::types::Note>, Error<Failure>>;
    let text = |answered: Answered| match answered {
        Ok(note) => note.text.clone(),
        Err(error) => format!("{:?}", error.api()),
    };
    let note = serde_json::from_str(r#"{"text":"t"}"#).expect("a note");
    assert_eq!(
        text(Ok(specwright_runtime::Response::mocked(
            specwright_runtime::http::StatusCode::OK,
            note
        ))),
        "t"
    );
    let failure = serde_json::from_str(r#"{"missing":"gone"}"#)
        .map(Failure::NotFound)
        .expect("a problem");
    let failed = text(Err(Error::mocked(
        specwright_runtime::http::StatusCode::NOT_FOUND,
        failure,
    )));
    assert!(failed.contains("gone"), "{failed}");
    let mock = MockTransport::new();
    mock.always(
        answers::operations::typed::Call::OPERATION,
        MockResponse::json(200, &serde_json::json!({"text": "t"})).breaking_off(),
    );
    let error = mocked!(answers, mock).typed().await.expect_err("it breaks off");
    assert!(
        matches!(&error, Error::Transport(_)) && error.carried_out(),
        "{error:?}"
    );
}

/// What the runtime can be told is what the builder of a client can be told: messages of errors name its methods.
#[test]
fn every_setting_of_the_runtime_is_one_of_the_client() {
    let read = |path: &str| {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("a file")
    };
    let runtime = read("../runtime/src/client/mod.rs");
    let client = read("compiled/src/operations/pagination.rs");
    let setters = runtime.lines().filter_map(|line| line.trim().strip_prefix("pub fn "));
    let setters = setters.filter(|line| line.contains("(mut self"));
    let names: Vec<&str> = setters.filter_map(|line| line.split('(').next()).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        // Servers and credentials are those of the document.
        if !["server", "credential"].contains(&name.split('<').next().unwrap_or(name)) {
            assert!(client.contains(&format!("pub fn {name}(")), "{name}");
        }
    }
}

#[tokio::test]
async fn user_agent_and_headers_of_clients_and_calls() {
    let server = quiet();
    let version = env!("CARGO_PKG_VERSION");
    client!(path_parameters, server).item(7).await.expect("204");
    assert_eq!(
        last(&server).header("user-agent"),
        Some(format!("path-parameters/1.0.0 specwright/{version}").as_str())
    );
    let client = builder!(path_parameters, server)
        .user_agent("mine/1")
        .header("x-a", "client")
        .build()
        .expect("a client");
    client.item(7).await.expect("204");
    assert_eq!(
        (last(&server).header("user-agent"), last(&server).header("x-a")),
        (Some("mine/1"), Some("client"))
    );
    let options = CallOptions::new()
        .header("X-A", "call")
        .header("accept", "text/plain")
        .query("q", "a b")
        .query("q", "&");
    client.item(7).verbose(true).with(options).await.expect("204");
    let request = last(&server);
    assert_eq!(request.target, "/items/7?verbose=true&q=a%20b&q=%26");
    assert_eq!(
        (request.header("x-a"), request.header("accept")),
        (Some("call"), Some("text/plain"))
    );
    builder!(path_parameters, server)
        .user_agent("")
        .build()
        .expect("a client")
        .item(7)
        .await
        .expect("204");
    assert_eq!(last(&server).header("user-agent"), None);
}

/// Clients are shared between threads, and calls move between them.
const _: () = {
    const fn shared<T: Send + Sync + Clone>() {}
    const fn moved<T: Send>() {}
    shared::<path_parameters::client::Client>();
    // A token can be awaited while a client is set up.
    moved::<path_parameters::client::ClientBuilder>();
    moved::<media_types::operations::patch_note::Call>();
    moved::<specwright_runtime::Sending<answers::types::Note, answers::operations::typed::Failure>>();
};

/// Calls can be awaited, sent, cloned, and dropped without being sent.
#[tokio::test]
async fn calls_are_values() {
    let server = quiet();
    let client = client!(path_parameters, server);
    let call = client.item(7);
    let again = call.clone();
    drop(client.item(8));
    call.await.expect("204");
    again.send().await.expect("204");
    assert_eq!(targets(&server), ["/items/7", "/items/7"]);
}

#[test]
fn blocking_calls() {
    let server = told([
        Answer::status(503),
        Answer::json(200, r#"{"text":"t"}"#),
        Answer::json(404, r#"{"missing":"m"}"#),
    ]);
    let quick = specwright_runtime::RetryPolicy::new().delays(Duration::ZERO, Duration::ZERO);
    let client = builder!(answers, server)
        .retry(quick)
        .transport(UreqTransport::new())
        .build()
        .expect("a client");
    let note = client.typed().send().wait().expect("a note");
    assert_eq!((note.text.as_str(), note.attempts()), ("t", 2));
    let error = client.typed().send().wait().expect_err("404");
    assert!(
        matches!(error.api(), Some(answers::operations::typed::Failure::NotFound(_))),
        "{error:?}"
    );
    let server = quiet();
    let client = builder!(bodies, server)
        .transport(UreqTransport::new())
        .build()
        .expect("a client");
    client
        .bytes(Body::from_reader(std::io::Cursor::new(vec![b'x'; 100_000]), None))
        .send()
        .wait()
        .expect("204");
    assert_eq!(last(&server).body.len(), 100_000);
    client.text("é").send().wait().expect("204");
    assert_eq!(
        (last(&server).text().as_str(), last(&server).header("content-length")),
        ("é", Some("2"))
    );
    client.optional().send().wait().expect("204");
    assert_eq!(
        (last(&server).header("content-type"), last(&server).body.len()),
        (None, 0)
    );
}

#[test]
fn blocking_streams_and_pages() {
    let events = Answer::status(200)
        .header("Content-Type", "text/event-stream")
        .body("data: {\"text\":\"a\"}\n\n")
        .body("data: {\"text\":\"b\"}\n\ndata: [DONE]\n\n")
        .chunked(Duration::ZERO);
    let server = told([events]);
    let client = builder!(streams, server)
        .transport(UreqTransport::new())
        .build()
        .expect("a client");
    let events = client.events().send().wait().expect("events").into_inner();
    let texts: Vec<String> = events
        .wait()
        .map(|event| event.expect("an event").into_data().text)
        .collect();
    assert_eq!(texts, ["a", "b"]);
    let server = told([
        Answer::json(200, r#"{"data":[{"name":"a"}],"next_cursor":"n"}"#),
        Answer::json(200, r#"{"data":[{"name":"b"}]}"#),
    ]);
    let client = builder!(pagination, server)
        .transport(UreqTransport::new())
        .build()
        .expect("a client");
    let names: Vec<String> = client
        .by_cursor()
        .items()
        .wait()
        .map(|pet| pet.expect("a pet").name)
        .collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(targets(&server), ["/cursor", "/cursor?cursor=n"]);
}

#[test]
fn a_download_is_saved_on_the_current_thread() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("saved-on-this-thread");
    drop(std::fs::remove_dir_all(&directory));
    std::fs::create_dir_all(&directory).expect("a directory");
    let file = || {
        Answer::status(200)
            .header("Content-Type", "application/octet-stream")
            .header("Content-Disposition", "attachment; filename=\"report.pdf\"")
            .body("bytes")
    };
    let server = told([file(), file()]);
    let client = builder!(parts_and_files, server)
        .transport(UreqTransport::new())
        .build()
        .expect("a client");
    let download = || client.export().send().wait().expect("a file").into_inner().wait();
    let path = download().save_in(&directory, "x").expect("a file");
    assert_eq!(path, directory.join("report.pdf"));
    assert_eq!(std::fs::read_to_string(&path).expect("text"), "bytes");
    assert_eq!(download().save_as(directory.join("other")).expect("a file"), 5);
    std::fs::remove_dir_all(&directory).expect("removed");
}

#[test]
fn an_asynchronous_transport_can_be_waited_for() {
    let server = quiet();
    client!(path_parameters, server).item(7).send().wait().expect("204");
    assert_eq!(server.requests().len(), 1);
}

/// A blocking transport sends the same bytes as the asynchronous one.
#[tokio::test]
async fn both_transports_send_the_same() {
    let sent = Mutex::new(Vec::new());
    for blocking in [false, true] {
        let server = quiet();
        let builder = builder!(path_parameters, server);
        let client = match blocking {
            true => builder.transport(UreqTransport::new()).build().expect("a client"),
            false => builder.build().expect("a client"),
        };
        for value in ["a b/é", "..\\x", "%2e", "+"] {
            match blocking {
                true => client.put_item(value).send().wait().expect("204"),
                false => client.put_item(value).await.expect("204"),
            };
        }
        assert!(client.put_item("..").await.is_err());
        let lines = server.requests().into_iter().map(|one| {
            let mut names: Vec<_> = one.headers.iter().map(|(name, _)| name.to_lowercase()).collect();
            names.retain(|name| name != "connection");
            names.sort();
            (one.method, one.target, names, one.body)
        });
        sent.lock().expect("what was sent").push(lines.collect::<Vec<_>>());
    }
    let sent = sent.into_inner().expect("what was sent");
    assert_eq!(sent[0], sent[1]);
}
