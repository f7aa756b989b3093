//! Redirects in circles, to other servers, and to what is not a place.

use std::time::Duration;

use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_tests::server::{Answer, Server};

use crate::ask::{Asking, SECRETS, WAYS, builder, check_process, kind, note, row, run};

fn to(status: u16, location: &str) -> Answer {
    Answer::status(status).header("Location", location).keep_alive()
}

#[test]
fn redirects_that_lead_nowhere_end() {
    run(vec![
        row("to itself", to(302, "/read"), ("redirect", 11), ("redirect", 11)),
        row(
            "to itself with its body",
            to(307, ""),
            ("redirect", 11),
            ("redirect", 11),
        ),
        row(
            "without a place",
            Answer::status(302),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
        row(
            "to a file",
            to(302, "file:///etc/passwd"),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
        row(
            "to a script",
            to(302, "javascript:alert(1)"),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
        row(
            "to half a host",
            to(302, "http://["),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
        row(
            "to a status that is none",
            to(399, "/read"),
            ("unexpected", 1),
            ("unexpected", 1),
        ),
    ]);
}

/// What goes to another server has neither credentials nor the body.
#[test]
fn another_server_gets_neither_credentials_nor_bodies() {
    for way in WAYS {
        for status in [301, 302, 303, 307, 308] {
            let other = Server::start().expect("a port");
            other.always("/", Answer::json(200, "{\"text\":\"t\"}"));
            let server = Server::start().expect("a port");
            server.always("/", to(status, &format!("{}/elsewhere", other.url())));
            let asking = Asking::new(way, &server, Duration::from_secs(10));
            let read = asking.result("a redirect", asking.client.read().send());
            assert_eq!(kind(&read), "ok", "{status} {way:?}");
            let write = asking.result("a redirect", asking.client.write(note("SECRET-body")).send());
            let kept = matches!(status, 307 | 308);
            assert_eq!(kind(&write), if kept { "unexpected" } else { "ok" }, "{status} {way:?}");
            let sent = other.requests();
            assert_eq!(sent.len(), if kept { 1 } else { 2 }, "{status} {way:?}");
            for request in sent {
                let raw = String::from_utf8_lossy(&request.raw).into_owned();
                assert!(!raw.contains("SECRET"), "{status} {way:?}: {raw}");
            }
            assert_eq!(server.requests().len(), 2, "{status} {way:?}: none is sent twice");
        }
    }
    check_process();
}

#[tokio::test]
async fn a_redirect_down_from_https_is_not_followed() {
    for location in ["http://mock.test/read", "http://other.test/read"] {
        let mock = MockTransport::new();
        for operation in ["read", "write"] {
            mock.expect(operation, MockResponse::status(302).header("location", location));
        }
        let client = builder("https://mock.test".to_owned())
            .transport(mock.clone())
            .build()
            .expect("a client");
        assert_eq!(kind(&client.read().await), "unexpected");
        assert_eq!(kind(&client.write(note("x")).await), "unexpected");
        let received = mock.received();
        assert_eq!(received.len(), 2, "{location}");
        assert!(received.iter().all(|request| request.uri.scheme_str() == Some("https")));
        assert!(
            received
                .iter()
                .all(|request| request.header("x-key") == Some(SECRETS[0]))
        );
    }
}
