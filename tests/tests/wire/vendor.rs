//! Several documents as one client: `files/vendor`, the API of a vendor and its authentication, and `files/set`, documents of
//! different versions, servers and credentials.

use std::sync::{Mutex, PoisonError};

use specwright::source::{DiskLoader, SourceMap};
use specwright::tree::{NodeId, Tree, print};
use specwright_compiled::files::{set, vendor};
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::{BoxError, BoxFuture, Transport};
use specwright_runtime::{Credential, Error, Secret, TokenProvider};

use crate::common::mock;
use vendor::client::Client;
use vendor::operations::{
    authenticate, create_sdk_session, create_session, get_sdk_session_status, get_session_status, verify_by_penny_drop,
    verify_tax_number,
};

// The block of docs/guide/documents.md: a token of the API itself.
/// Takes tokens from the API itself: one for all calls, until the server refuses it.
struct Authenticated {
    client: Client,
    token: Mutex<Option<Secret>>,
}

impl TokenProvider for Authenticated {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move {
            let known = self.token.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some(token) = known {
                return Ok(token);
            }
            let token = self.client.authenticate().await?.into_inner().data.access_token;
            *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token.clone());
            Ok(token)
        })
    }

    fn rejected(&self, token: &Secret) {
        let mut known = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        known.take_if(|known| known.expose() == token.expose());
    }
}
// The end of it.

fn builder(mock: &MockTransport) -> vendor::client::ClientBuilder {
    Client::builder().transport(mock.clone()).x_api_key("key")
}

fn client(mock: &MockTransport) -> Client {
    builder(mock)
        .authorization("token")
        .x_api_secret("secret")
        .build()
        .expect("a client")
}

fn token(token: &str) -> MockResponse {
    MockResponse::json(200, &serde_json::json!({"code": 200, "data": {"access_token": token}}))
}

const STATUS: &str = get_session_status::Call::OPERATION;

#[tokio::test]
async fn the_token_of_one_document_is_the_credential_of_the_other() {
    let mock = mock();
    let authenticated = Authenticated {
        client: builder(&mock).x_api_secret("secret").build().expect("a client"),
        token: Mutex::new(None),
    };
    let provider = Credential::provider(authenticated);
    let client = builder(&mock).authorization(provider).build().expect("a client");
    let created = MockResponse::json(200, &serde_json::json!({"code": 200, "data": {"status": "created"}}));
    for response in [created.clone(), MockResponse::status(401), created] {
        mock.expect(STATUS, response);
    }
    mock.expect(authenticate::Call::OPERATION, token("one"));
    mock.expect(authenticate::Call::OPERATION, token("two"));
    for _ in 0..2 {
        client.get_session_status("s-1").await.expect("a status");
    }
    assert_eq!(mock.unmet(), Vec::<String>::new());
    let sent: Vec<(String, Option<String>, Option<String>)> = mock
        .received()
        .iter()
        .map(|request| {
            let header = |name| request.header(name).map(str::to_owned);
            (
                request.uri.path().to_owned(),
                header("authorization"),
                header("x-api-secret"),
            )
        })
        .collect();
    let (authenticate, status) = ("/authenticate", "/documents/sessions/s-1/status");
    let of = |path: &str, token: Option<&str>, secret: Option<&str>| {
        (path.to_owned(), token.map(str::to_owned), secret.map(str::to_owned))
    };
    assert_eq!(
        sent,
        [
            of(authenticate, None, Some("secret")),
            of(status, Some("one"), None),
            of(status, Some("one"), None),
            of(authenticate, None, Some("secret")),
            of(status, Some("two"), None),
        ]
    );
}

/// The settings say so: by its method it would be repeated, and each request is a transfer.
#[tokio::test]
async fn a_get_that_moves_money_is_sent_once() {
    let mock = mock();
    let failed = serde_json::json!({"code": 500, "message": "Transaction failed", "transaction_id": "t-9"});
    mock.always(verify_by_penny_drop::Call::OPERATION, MockResponse::json(500, &failed));
    mock.always(STATUS, MockResponse::status(500));
    let branch = || verify_by_penny_drop::Branch::new("ABCD0123456").expect("a branch");
    let error = client(&mock)
        .verify_by_penny_drop(branch(), "1")
        .await
        .expect_err("500");
    assert_eq!(mock.received().len(), 1);
    assert_eq!(error.request_id().as_deref(), Some("t-9"));
    assert_eq!(error.server_message().as_deref(), Some("Transaction failed"));
    assert!(client(&mock).get_session_status("s-1").await.is_err());
    assert_eq!(mock.received().len(), 4, "any other GET is repeated");
}

/// One type for what all operations of both documents fail with.
#[tokio::test]
async fn one_function_takes_the_failures_of_all_operations() {
    fn message(failure: vendor::types::Failure) -> Option<String> {
        failure.message
    }
    let mock = mock();
    let failed = serde_json::json!({"code": 400, "message": "No"});
    for operation in [STATUS, authenticate::Call::OPERATION] {
        mock.always(operation, MockResponse::json(400, &failed));
    }
    let status = client(&mock)
        .get_session_status("s-1")
        .await
        .expect_err("400")
        .into_api();
    let token = client(&mock).authenticate().await.expect_err("400").into_api();
    let failures = match (status.expect("documented"), token.expect("documented")) {
        (get_session_status::Failure::Other(one), authenticate::Failure::Other(other)) => [one, other],
        other => panic!("{other:?}"),
    };
    assert_eq!(failures.map(message), [Some("No".to_owned()), Some("No".to_owned())]);
}

/// An example of a response: its operation as `METHOD /path`, its status, its text.
fn examples(tree: &Tree, root: NodeId) -> Vec<(String, u16, String)> {
    let mut found = Vec::new();
    let entries = |node: NodeId, key: &str| tree.get(node, key).map_or(&[][..], |node| tree.entries(node));
    for path in entries(root, "paths") {
        for operation in tree.entries(path.value) {
            for response in entries(operation.value, "responses") {
                let status: u16 = response.key.parse().expect("a status");
                let media = entries(response.value, "content").iter();
                for example in media.flat_map(|media| entries(media.value, "examples")) {
                    let value = tree.get(example.value, "value").expect("a value");
                    let place = format!("{} {}", operation.key, path.key);
                    found.push((place, status, print::to_json(tree, value)));
                }
            }
        }
    }
    found
}

#[tokio::test]
async fn every_example_of_a_response_is_read() {
    specwright_tests::enter_workspace().expect("the workspace");
    let path = std::path::Path::new("tests/cases/ok/files/vendor/openapi.yaml");
    let (mut tree, mut sources) = (Tree::new(), SourceMap::new());
    let mut problems = specwright::diag::Diagnostics::new();
    let root = specwright::import::read(&mut tree, &mut sources, &DiskLoader::new("."), path, &mut problems);
    let examples = examples(&tree, root.expect("a document"));
    assert!(examples.len() >= 7, "{examples:?}");
    for (place, status, text) in examples {
        let mock = mock();
        let client = client(&mock);
        let response = || {
            MockResponse::status(status)
                .header("content-type", "application/json")
                .body(text.clone())
        };
        macro_rules! sent {
            ($module:ident, $call:expr) => {{
                mock.always($module::Call::OPERATION, response());
                $call.await.map(drop).map_err(|error| error.into_untyped())
            }};
        }
        let url = || create_session::RedirectUrl::new("https://example.com/").expect("a URL");
        let branch = || verify_by_penny_drop::Branch::new("ABCD0123456").expect("a branch");
        let number = || verify_tax_number::Number::new("ABCDE1234F").expect("a number");
        let read = match &*place {
            "post /documents/sessions" => {
                sent!(
                    create_session,
                    client.create_session(create_session::Request::new(url()))
                )
            }
            "post /documents-sdk/sessions" => sent!(create_sdk_session, client.create_sdk_session()),
            "get /documents/sessions/{session_id}/status" => sent!(get_session_status, client.get_session_status("s")),
            "get /documents-sdk/sessions/{session_id}/status" => {
                sent!(get_sdk_session_status, client.get_sdk_session_status("s"))
            }
            "get /accounts/{branch}/{number}/penny-drop" => {
                sent!(verify_by_penny_drop, client.verify_by_penny_drop(branch(), "1"))
            }
            "post /tax/verify" => sent!(verify_tax_number, {
                let request = verify_tax_number::Request::new(verify_tax_number::Consent::YUpper, number());
                client.verify_tax_number(request)
            }),
            other => panic!("{other}"),
        };
        match read {
            Ok(()) => assert_eq!(status, 200, "{place}: {text}"),
            Err(Error::Api(_)) => assert_ne!(status, 200, "{place}: {text}"),
            Err(error) => panic!("{place}: {text}: {error}"),
        }
    }
}

#[tokio::test]
async fn each_operation_keeps_the_servers_and_the_credentials_of_its_document() {
    let mock = mock();
    let operations = ["listOrders", "health", "listUsers", "userStatus", "time"];
    let empty = || MockResponse::json(200, &serde_json::json!([]));
    mock.always("listOrders", empty());
    mock.always("listUsers", empty());
    mock.always("health", MockResponse::status(204));
    mock.always("userStatus", MockResponse::status(204));
    mock.always(
        "time",
        MockResponse::status(200)
            .header("content-type", "text/plain")
            .body("now"),
    );
    let client = set::client::Client::builder()
        .transport(mock.clone())
        .openapi_token("o")
        .users_token("u")
        .trusted_server("https://users.example")
        .build()
        .expect("a client");
    client.list_orders().await.expect("orders");
    client.health().await.expect("204");
    client.list_users().await.expect("users");
    client.user_status().await.expect("204");
    client.time().await.expect("text");
    let sent = mock.received();
    let sent: Vec<_> = sent
        .iter()
        .map(|request| {
            (
                request.operation,
                request.uri.to_string(),
                request.header("authorization"),
            )
        })
        .collect();
    let of = |at: usize, uri: &str, token| (operations[at], uri.to_owned(), token);
    assert_eq!(
        sent,
        [
            of(0, "https://orders.example/orders", Some("Bearer o")),
            of(1, "https://orders.example/health", None),
            of(2, "https://users.example/users?token=u", None),
            of(3, "https://users.example/status", None),
            of(4, "https://orders.example/time", None),
        ]
    );
}

/// The guide shows the provider as it is here.
#[test]
fn the_provider_is_in_the_guide() {
    specwright_tests::enter_workspace().expect("the workspace");
    let own = include_str!("vendor.rs");
    let block = own
        .split("a token of the API itself.\n")
        .nth(1)
        .and_then(|rest| rest.split("// The end of it.").next());
    let page = std::fs::read_to_string("docs/guide/documents.md").expect("the guide");
    assert!(
        page.contains(block.expect("the block").trim()),
        "the guide has another one"
    );
}
