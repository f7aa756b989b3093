//! Servers (OpenAPI 3.1.1 sections 4.8.5 and 4.8.6): with variables, relative, of a path, of an operation: `base_urls`,
//! `servers`.

use specwright_compiled::operations::base_urls::client::{RegionalServer, RegionalServerRegion};
use specwright_compiled::operations::{base_urls, servers};
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::{BuildError, CallOptions};

/// A mock that answers everything, and the URLs that it saw.
fn mock(operations: &[&str]) -> MockTransport {
    let mock = MockTransport::new();
    operations
        .iter()
        .for_each(|operation| mock.always(operation, MockResponse::status(204)));
    mock
}

fn urls(mock: &MockTransport) -> Vec<String> {
    mock.received().iter().map(|request| request.uri.to_string()).collect()
}

fn regional(region: RegionalServerRegion, port: &str) -> RegionalServer {
    RegionalServer::new().region(region).port(port)
}

#[tokio::test]
async fn the_first_server_is_the_default() {
    let mock = mock(&["a", "ofThePath", "ofTheOperation"]);
    let client = base_urls::client::Client::builder()
        .transport(mock.clone())
        .build()
        .expect("a client");
    client.a().await.expect("204");
    client.of_the_path().await.expect("204");
    client.of_the_operation().await.expect("204");
    assert_eq!(
        urls(&mock),
        [
            "https://eu.example.com:443/v1/a",
            // Relative to the server of the document.
            "https://eu.example.com:443/v2/b",
            "https://files.example.com/main/b",
        ]
    );
}

#[tokio::test]
async fn a_chosen_server_has_variables() {
    let mock = mock(&["a", "ofThePath", "ofTheOperation"]);
    let builder = || base_urls::client::Client::builder().transport(mock.clone());
    let client = builder()
        .server(regional(RegionalServerRegion::Us, "8443"))
        .build()
        .expect("a client");
    client.a().await.expect("204");
    client.of_the_path().await.expect("204");
    client.of_the_operation().await.expect("204");
    assert_eq!(
        urls(&mock),
        [
            "https://us.example.com:8443/v1/a",
            "https://us.example.com:8443/v2/b",
            "https://files.example.com/main/b"
        ]
    );
    let server = base_urls::client::Server::from(RegionalServer::new().port("1"));
    assert_eq!(
        server.url(),
        "https://eu.example.com:1/v1",
        "what is not set has its default"
    );
    for evil in ["1@evil.test#", "a b", "x\r\ny"] {
        let built = builder().server(regional(RegionalServerRegion::Eu, evil)).build();
        assert!(matches!(built, Err(BuildError::BaseUrl(_))), "{evil:?}: {built:?}");
    }
    let relative = builder().server(base_urls::client::Server::Relative).build();
    assert!(matches!(relative, Err(BuildError::NoServer(_))), "relative to what?");
}

/// What the caller says goes for everything, also for operations with servers of their own.
#[tokio::test]
async fn a_base_url_replaces_all_servers() {
    let mock = mock(&["pets", "files"]);
    let builder = || servers::client::Client::builder().transport(mock.clone());
    let client = builder().build().expect("a client");
    client.pets().await.expect("204");
    client.files().await.expect("204");
    let production = servers::client::ProductionServer::new()
        .region(servers::client::ProductionServerRegion::Us)
        .base("v2");
    builder()
        .server(production)
        .build()
        .expect("a client")
        .pets()
        .await
        .expect("204");
    let local = builder()
        .base_url("http://127.0.0.1:4010/x/")
        .build()
        .expect("a client");
    local.pets().await.expect("204");
    local.files().await.expect("204");
    client
        .files()
        .with(CallOptions::new().base_url("http://other.test"))
        .await
        .expect("204");
    assert_eq!(
        urls(&mock),
        [
            "https://test.example.com/v1/pets",
            "https://files.example.com/files",
            "https://us.example.com/v2/pets",
            "http://127.0.0.1:4010/x/pets",
            "http://127.0.0.1:4010/x/files",
            "http://other.test/files",
        ]
    );
}

#[test]
fn base_urls_that_cannot_be_used() {
    for url in [
        "",
        "/v1",
        "example.com",
        "ftp://x",
        "https://user:SECRET@x",
        "https://x?y",
        "https://x#y",
    ] {
        let error = servers::client::Client::builder().base_url(url).build().expect_err(url);
        assert!(!format!("{error} {error:?}").contains("SECRET"), "{error}");
    }
}

/// The text of a case's client.
fn text(case: &str) -> String {
    let path = format!("{}/compiled/src/operations/{case}.rs", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a case")
}

#[test]
fn the_default_of_several_servers_is_said_where_nobody_overlooks_it() {
    let said = "**Calls go to `Server::Test`** (`https://test.example.com/v1`)";
    assert!(text("servers").contains(said), "at the builder");
    for page in ["src/lib.rs", "README.md"] {
        let page = format!("{}/../generated-client/{page}", env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(page).expect("a page");
        assert!(page.contains("**Calls go to `Server::Test`**"), "on the front page");
    }
    assert!(!text("security").contains("Calls go to"), "there is no choice");
    let relative = text("relative_servers");
    assert!(relative.contains("**No server is the default**"), "{relative}");
}
