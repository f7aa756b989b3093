//! Bodies of requests: lengths that are not true, readers that block, and uploads that take long.

use std::io::Read;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll};
use std::time::Duration;

use ::specwright_runtime::transport::ureq::UreqTransport;
use ::specwright_runtime::transport::{BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};
use ::specwright_runtime::{Body, Error, Timeouts};

use super::start;
use crate::client::Client;
use crate::operations::update_pet;
use crate::server::Answer;

#[test]
fn a_body_of_another_length_is_a_typed_error_on_both_transports() {
    for blocking in [true, false] {
        let (server, client) = start();
        server.always("/", Answer::status(204));
        let client = match blocking {
            true => client.transport(UreqTransport::new()),
            false => client,
        };
        let client = client.login("u", "p").build().expect("a client");
        for length in [3, 30] {
            let body = Body::from_reader(std::io::Cursor::new("0123456789"), Some(length));
            let sent = client.update_pet(7, update_pet::Body::OctetStream(body)).send().wait();
            let error = sent.expect_err("not ten bytes");
            assert!(
                matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::RequestBody),
                "{error:?}"
            );
            assert!(error.to_string().contains(&length.to_string()), "{error}");
            assert_eq!(error.attempts(), 1);
        }
        let body = Body::from_reader(std::io::Cursor::new("0123456789"), Some(10));
        client
            .update_pet(7, update_pet::Body::OctetStream(body))
            .send()
            .wait()
            .expect("ten bytes");
        // What was broken off may be seen later than this.
        let sent: Vec<String> = server.requests().iter().map(|request| request.text()).collect();
        assert!(sent.iter().any(|text| text == "0123456789"), "{sent:?}");
    }
}

/// Has its bytes when another task of the same runtime has run.
struct Dependent(mpsc::Receiver<u8>);

impl Read for Dependent {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self.0.recv_timeout(Duration::from_secs(20)) {
            Ok(byte) => {
                buffer[0] = byte;
                Ok(1)
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => Ok(0),
            Err(mpsc::RecvTimeoutError::Timeout) => Err(std::io::Error::other("nobody else could run")),
        }
    }
}

#[tokio::test]
async fn a_reader_that_blocks_does_not_hold_up_other_tasks() {
    let (server, client) = start();
    server.answer(Answer::status(204));
    let client = client.login("u", "p").build().expect("a client");
    let (sender, receiver) = mpsc::channel();
    let body = Body::from_reader(Dependent(receiver), None);
    let call = client.update_pet(7, update_pet::Body::OctetStream(body)).send();
    let (sent, ()) = tokio::join!(call, async move {
        for byte in *b"abc" {
            tokio::task::yield_now().await;
            sender.send(byte).expect("the reader listens");
        }
    });
    sent.expect("204");
    assert_eq!(server.request().text(), "abc");
}

/// A time limit that is over at its fourth look.
struct Impatient(u32);

impl Future for Impatient {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.0 += 1;
        cx.waker().wake_by_ref();
        if self.0 < 4 { Poll::Pending } else { Poll::Ready(()) }
    }
}

/// Takes one piece at a time; after all of them it responds, or never does.
struct Slow {
    pieces: Arc<AtomicUsize>,
    responds: bool,
}

impl Transport for Slow {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let mut body = request.into_body();
            while let Some(piece) = body.chunk().await {
                piece.expect("a piece");
                self.pieces.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
            }
            if !self.responds {
                std::future::pending::<()>().await;
            }
            let mut response = Response::new(Body::empty());
            *response.status_mut() = ::specwright_runtime::http::StatusCode::NO_CONTENT;
            Ok(response)
        })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Impatient(0))
    }
}

#[tokio::test]
async fn an_upload_may_take_as_long_as_it_moves() {
    for responds in [true, false] {
        let pieces = Arc::new(AtomicUsize::new(0));
        let transport = Slow {
            pieces: Arc::clone(&pieces),
            responds,
        };
        let client = Client::builder()
            .transport(transport)
            .login("u", "p")
            .timeouts(Timeouts::new().attempt(Duration::from_secs(1)))
            .build()
            .expect("a client");
        let body = Body::from(vec![b'x'; 1 << 20]);
        let sent = client.update_pet(7, update_pet::Body::OctetStream(body)).await;
        assert_eq!(pieces.load(Ordering::Relaxed), 16);
        match sent {
            Ok(_) => assert!(responds),
            Err(error) => assert!(!responds && error.is_timeout(), "{error:?}"),
        }
    }
}
