//! How both transports connect: pools, names, proxies, certificates, redirects, and what an error says of it.

use std::time::Duration;

use ::specwright_runtime::transport::Transport;
use ::specwright_runtime::transport::reqwest::ReqwestTransport;
use ::specwright_runtime::transport::ureq::UreqTransport;
use ::specwright_runtime::{BuildError, CallOptions, Connections, RetryPolicy, Timeouts};

use super::start;
use crate::server::{Answer, Nobody, Server};

#[test]
fn the_blocking_transport_keeps_its_connection() {
    let agents = [
        UreqTransport::new(),
        UreqTransport::from_agent(ureq::Agent::new_with_defaults()),
    ];
    for transport in agents {
        let (server, client) = start();
        let client = client.transport(transport).login("u", "p").build().expect("a client");
        server.always("/", Answer::json(200, r#"{"name":"Rex"}"#).keep_alive());
        for _ in 0..3 {
            client.get_pet("7").send().wait().expect("a pet");
        }
        assert_eq!((server.requests().len(), server.connections()), (3, 1));
    }
}

/// Notes how long a lookup may take, and finds nothing.
#[derive(Debug)]
struct Lookup(std::sync::mpsc::Sender<Option<Duration>>);

impl ureq::unversioned::resolver::Resolver for Lookup {
    fn resolve(
        &self,
        _: &::specwright_runtime::http::Uri,
        _: &ureq::config::Config,
        timeout: ureq::unversioned::transport::NextTimeout,
    ) -> Result<ureq::unversioned::resolver::ResolvedSocketAddrs, ureq::Error> {
        self.0
            .send(timeout.not_zero().map(|limit| *limit))
            .expect("the test listens");
        Err(ureq::Error::Timeout(ureq::Timeout::Resolve))
    }
}

#[test]
fn looking_up_a_name_is_part_of_connecting() {
    let (notes, limits) = std::sync::mpsc::channel();
    let connector = ureq::unversioned::transport::DefaultConnector::default();
    let agent = ureq::Agent::with_parts(ureq::config::Config::default(), connector, Lookup(notes));
    let (_server, client) = start();
    let timeouts = Timeouts::new()
        .connect(Duration::from_secs(7))
        .attempt(Duration::from_secs(60));
    let client = client
        .transport(UreqTransport::from_agent(agent))
        .timeouts(timeouts)
        .retry(RetryPolicy::never())
        .build()
        .expect("a client");
    let error = client.get_pet("7").send().wait().expect_err("no such name");
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");
    let limit = limits.recv().expect("a lookup").expect("a limit");
    assert!(limit <= Duration::from_secs(7), "{limit:?}");
}

#[tokio::test]
async fn a_client_of_the_caller_does_not_carry_credentials_to_another_server() {
    let (server, client) = start();
    let other = Server::start().expect("a port");
    other.always("/", Answer::json(200, r#"{"pets":[]}"#));
    // Its own policy would follow, with the key.
    let transport = ReqwestTransport::from_builder(reqwest::Client::builder()).expect("a transport");
    let client = client.transport(transport).build().expect("a client");
    server.answer(Answer::status(307).header("Location", &format!("{}/there", other.url())));
    client.list_pets().sid("s").await.expect("pets");
    let there = String::from_utf8_lossy(&other.request().raw).into_owned();
    assert!(!there.contains("SECRET"), "{there}");
}

#[tokio::test]
async fn a_boxed_transport_is_a_transport() {
    let (server, client) = start();
    server.always("/", Answer::status(204));
    let boxed: Box<dyn Transport> = Box::new(ReqwestTransport::new(&Timeouts::new()).expect("a transport"));
    let client = client.transport(boxed).build().expect("a client");
    client.get_pet("7").await.expect("204");
}

#[test]
fn both_transports_use_the_proxy_that_is_set() {
    let timeouts = Timeouts::new();
    for blocking in [true, false] {
        let proxy = Server::start().expect("a port");
        let connections = Connections::new().proxy(proxy.url());
        let (_server, client) = start();
        let client = match blocking {
            true => client.transport(UreqTransport::with_connections(&connections).expect("a transport")),
            false => {
                client.transport(ReqwestTransport::with_connections(&connections, &timeouts).expect("a transport"))
            }
        };
        let client = client.retry(RetryPolicy::never()).build().expect("a client");
        let options = CallOptions::new().base_url("http://pets.invalid");
        client
            .get_pet("7")
            .with(options)
            .send()
            .wait()
            .expect_err("the proxy says 599");
        let request = proxy.request();
        assert!(request.target.contains("pets.invalid"), "{request:?}");
        let wrong = Connections::new().proxy("ftp://:0:0");
        assert!(UreqTransport::with_connections(&wrong).is_err());
        assert!(ReqwestTransport::with_connections(&wrong, &timeouts).is_err());
    }
}

#[test]
fn certificates_that_cannot_be_used_are_an_error_of_building() {
    let (_server, client) = start();
    let connections = Connections::new().certificates("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert!(ReqwestTransport::with_connections(&connections, &Timeouts::new()).is_err());
    let error = client
        .configure(|core| core.connections(connections))
        .build()
        .expect_err("no certificate");
    assert!(matches!(error, BuildError::Transport(_)), "{error:?}");
    assert!(
        error.to_string().len() > "the transport cannot be set up: ".len(),
        "{error}"
    );
}

/// With ring, reqwest has no provider of its own.
#[cfg(feature = "rustls")]
#[test]
fn other_clients_of_reqwest_in_the_program_can_be_built() {
    let _ = crate::client::Client::builder();
    reqwest::Client::builder().build().expect("a client without a panic");
}

#[tokio::test]
async fn the_line_of_a_connection_error_says_where_and_why() {
    let (_server, client) = start();
    let nobody = Nobody::start();
    let gone = nobody.url();
    let client = client.retry(RetryPolicy::never()).build().expect("a client");
    let options = CallOptions::new().base_url(gone.clone());
    let error = client.get_pet("7").with(options).await.expect_err("refused");
    assert!(error.is_connect(), "{error:?}");
    let line = error.to_string();
    let server = gone.trim_start_matches("http://");
    assert!(
        line.starts_with(&format!("getPet: cannot connect to {server}: ")),
        "{line}"
    );
    assert!(line.contains("refused"), "{line}");
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        assert!(!cause.to_string().contains("cannot connect"), "{cause}");
        source = cause.source();
    }
}
