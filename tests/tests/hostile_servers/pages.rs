//! Pages without end: circles of every length and entry, empty pages, cursors that try to be more.

use std::time::Duration;

use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError};
use specwright_tests::server::{Answer, Server};

use crate::ask::{Asking, WAYS, Way, builder, check, check_process, kind};

/// Items of a call on either transport, at most so many.
macro_rules! items {
    ($asking:expr, $call:expr, $limit:expr) => {{
        let mut items = $call.items();
        match $asking.way {
            Way::Asynchronous => {
                let mut all = Vec::new();
                while let Some(item) = $asking.runtime.block_on(items.next()) {
                    all.push(item);
                    if all.len() == $limit {
                        break;
                    }
                }
                all
            }
            Way::Blocking => items.wait().take($limit).collect(),
        }
    }};
}

#[test]
fn circles_of_pages_end_with_an_error_that_names_them() {
    for (before, around) in [(0, 2), (0, 3), (1, 2), (5, 7), (3, 30), (30, 3)] {
        for way in WAYS {
            let server = Server::start().expect("a port");
            for page in 0..before + around {
                let next = if page + 1 == before + around { before } else { page + 1 };
                let body = format!("{{\"data\":[{{\"text\":\"{page}\"}}],\"next_cursor\":\"c{next}.\"}}");
                let target = if page == 0 {
                    "/pages?key=".to_owned()
                } else {
                    format!("/pages?cursor=c{page}.")
                };
                server.always(&target, Answer::json(200, &body).keep_alive());
                server.always(
                    "/pages?cursor=c0.",
                    Answer::json(200, "{\"data\":[{\"text\":\"0\"}],\"next_cursor\":\"c1.\"}"),
                );
            }
            let asking = Asking::new(way, &server, Duration::from_secs(10));
            let mut all = items!(asking, asking.client.list(), 1000);
            let error = all.pop().expect("an error").expect_err("a circle");
            check("a circle", &error);
            assert_eq!(
                error.to_string().split(':').nth(1),
                Some(" the pages do not end"),
                "{error}"
            );
            assert!(error.to_string().contains(" names page "), "{error}");
            assert!(all.iter().all(Result::is_ok), "{before} and {around}: {way:?}");
            // Each page of the circle was there, and none of them more than a few times.
            let sent = server.requests().len();
            assert!(
                (before + around..=4 * (before + around)).contains(&sent),
                "{before} and {around}: {sent}"
            );
        }
    }
    check_process();
}

#[test]
fn links_in_a_circle_end() {
    for way in WAYS {
        let server = Server::start().expect("a port");
        let page = |link: &str| Answer::json(200, "[{\"text\":\"t\"}]").header("Link", &format!("<{link}>; rel=next"));
        server.always("/links?page=3", page("/links?page=2"));
        server.always("/links?page=2", page("/links?page=3"));
        server.always("/links", page("/links?page=2"));
        let asking = Asking::new(way, &server, Duration::from_secs(10));
        let all = items!(asking, asking.client.links(), 100);
        assert!(all.last().is_some_and(|last| kind(last) == "pages"), "{way:?}");
        assert!(all.len() < 12, "{way:?}: {}", all.len());
    }
}

/// A cursor is a value and nothing else, whatever is in it.
#[test]
fn a_cursor_cannot_become_another_request() {
    for way in WAYS {
        let server = Server::start().expect("a port");
        let cursor = "a&key=b#c\\r\\nX-Evil: 1\\r\\n\\r\\nGET /admin HTTP/1.1";
        server.answer(Answer::json(
            200,
            &format!("{{\"data\":[],\"next_cursor\":\"{cursor}\"}}"),
        ));
        server.answer(Answer::json(200, "{\"data\":[{\"text\":\"t\"}]}"));
        let asking = Asking::new(way, &server, Duration::from_secs(10));
        assert_eq!(items!(asking, asking.client.list(), 10).len(), 1, "{way:?}");
        let requests = server.requests();
        let last = requests.last().expect("a request");
        let sent = "/pages?cursor=a%26key%3Db%23c%0D%0AX-Evil%3A%201%0D%0A%0D%0AGET%20%2Fadmin%20HTTP%2F1.1&key=";
        assert!(last.target.starts_with(sent), "{}", last.target);
        assert!(last.header("x-evil").is_none());
    }
}

/// A next page of another server is not asked for, and so gets no credential.
#[test]
fn links_to_another_server_are_refused() {
    for way in WAYS {
        let other = Server::start().expect("a port");
        let server = Server::start().expect("a port");
        for link in [
            format!("{}/links", other.url()),
            "//evil.test/links".to_owned(),
            "file:///etc/passwd".to_owned(),
        ] {
            server.answer(Answer::json(200, "[{\"text\":\"t\"}]").header("Link", &format!("<{link}>; rel=next")));
            let asking = Asking::new(way, &server, Duration::from_secs(10));
            let all = items!(asking, asking.client.links(), 10);
            assert!(
                all.last().is_some_and(|last| kind(last) == "invalid"),
                "{way:?}: {link}"
            );
        }
        assert!(other.requests().is_empty());
    }
}

/// A server that has one more empty page for ever.
struct Empty(MockTransport, std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl Transport for Empty {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let page = self.1.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        self.0.expect(
            "list",
            MockResponse::json(200, &serde_json::json!({"data": [], "next_cursor": page.to_string()})),
        );
        self.0.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

#[tokio::test]
async fn empty_pages_without_end_are_an_error() {
    let sent = std::sync::Arc::default();
    let transport = Empty(MockTransport::new(), std::sync::Arc::clone(&sent));
    let client = builder("http://mock.test".to_owned())
        .transport(transport)
        .build()
        .expect("a client");
    let mut items = client.list().items();
    let error = items.next().await.expect("an error").expect_err("no item");
    assert_eq!(
        error.to_string(),
        "list: the pages do not end: 1000 pages without items one after the other"
    );
    assert_eq!(sent.load(std::sync::atomic::Ordering::Relaxed), 1000);
    assert!(
        items.next().await.is_none() && items.call().is_some(),
        "the caller may go on"
    );
}
