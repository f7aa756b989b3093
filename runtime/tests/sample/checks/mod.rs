//! What goes over the wire and what becomes of the answers.

mod blocking;
mod credentials;
mod log;
mod reliability;
mod requests;
mod responses;
mod safety;
mod streams;
mod transports;
mod uploads;

use std::time::Duration;

use ::specwright_runtime::{RetryPolicy, Timeouts};

use crate::client::{Client, ClientBuilder};
use crate::server::Server;

/// A server, and a client of it with credentials that the tests look for everywhere they must not be.
fn start() -> (Server, ClientBuilder) {
    log::start();
    let server = Server::start().expect("a free port");
    let builder = Client::builder()
        .base_url(server.url())
        .authorization("SECRET-jwt")
        .x_api_key("SECRET-key")
        .retry(RetryPolicy::new().delays(Duration::from_millis(1), Duration::from_millis(5)))
        .timeouts(Timeouts::new().attempt(Duration::from_secs(10)));
    (server, builder)
}

/// Clients are shared between threads, and calls move between them.
const _: () = {
    const fn shared<T: Send + Sync + Clone>() {}
    const fn moved<T: Send>() {}
    shared::<Client>();
    moved::<crate::operations::update_pet::Call>();
    moved::<::specwright_runtime::Sending<::specwright_runtime::ByteStream, crate::operations::get_photo::Failure>>();
    moved::<::specwright_runtime::EventStream<String>>();
    moved::<::specwright_runtime::Error>();
};
