//! Requests as values, which are not sent: `credentials`, `security`, `bodies`, and the vendor of `files/vendor`.

use std::sync::Mutex;

use specwright_compiled::files::vendor;
use specwright_compiled::operations::credentials;
use specwright_runtime::transport::{BoxError, BoxFuture, Transport};
use specwright_runtime::{CallOptions, Credential, Error, Secret, TokenProvider};

use crate::common::{mock, said};

fn sessions() -> vendor::client::ClientBuilder {
    vendor::client::Client::builder().transport(mock()).x_api_key("the key")
}

#[tokio::test]
async fn a_request_is_a_value_with_its_credentials_and_without() {
    use vendor::operations::create_session::Request;
    let mock = mock();
    let client = sessions()
        .transport(mock.clone())
        .authorization("the token")
        .build()
        .expect("a client");
    let url = "https://me.example/?secret=1".parse().expect("a URL");
    let call = client
        .create_session(Request::new(url))
        .with(CallOptions::new().query("page", "the page"));
    let request = call.clone().send().prepared().await.expect("a request");
    assert_eq!(request.method(), "POST");
    assert_eq!(
        request.url(),
        "https://test.verification.example/documents/sessions?page=the%20page"
    );
    assert_eq!(request.header("authorization"), Some("the token"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    let body: serde_json::Value = serde_json::from_slice(request.body().expect("in memory")).expect("JSON");
    assert_eq!(body["redirect_url"], "https://me.example/?secret=1");
    let shown = format!("{request:?}");
    assert!(shown.contains("\"page\"") && shown.contains("authorization"), "{shown}");
    for secret in ["the token", "the key", "the%20page", "secret=1"] {
        assert!(!shown.contains(secret), "{shown}");
    }

    let bare = call.clone().send().prepared_without_credentials().expect("a request");
    assert_eq!((bare.header("authorization"), bare.header("x-api-key")), (None, None));
    assert_eq!((bare.url(), bare.body()), (request.url(), request.body()));
    let (parts, _) = bare.into_http().into_parts();
    assert_eq!(parts.method, "POST");
    let waited = call.send().wait_prepared().expect("a request");
    assert_eq!((waited.url(), waited.headers()), (request.url(), request.headers()));
    assert!(mock.received().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn what_cannot_be_sent_cannot_be_prepared() {
    use vendor::operations::verify_by_penny_drop::Branch;
    let client = sessions().build().expect("a client");
    let error = client
        .get_session_status("s-1")
        .send()
        .prepared()
        .await
        .expect_err("no token");
    assert!(matches!(error, Error::Credentials(_)), "{error}");
    let bare = client.get_session_status("s-1").send().prepared_without_credentials();
    assert_eq!(bare.expect("a request").url().path(), "/documents/sessions/s-1/status");
    let error = client
        .get_session_status("..")
        .send()
        .prepared_without_credentials()
        .expect_err("a path");
    assert!(matches!(error, Error::Invalid(_)), "{error}");
    let branch = Branch::new("ABCD0123456").expect("a branch");
    let moved = client.verify_by_penny_drop(branch, "1").send().unread();
    let error = moved.prepared_without_credentials().expect_err("it has begun");
    assert!(matches!(error, Error::Transport(_)), "{error}");
}

/// Gives out one token after the other.
struct Tokens(Mutex<u32>);

impl TokenProvider for Tokens {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        let mut count = self.0.lock().expect("no panic");
        *count += 1;
        let token = Secret::from(format!("token-{count}"));
        Box::pin(async move { Ok(token) })
    }
}

/// A URL that can be handed on, where the credential is part of the query; a provider is asked.
#[tokio::test]
async fn credentials_are_where_the_document_has_them() {
    let mock = mock();
    let client = credentials::client::Client::builder()
        .base_url("http://mock.test/v1")
        .transport(mock.clone())
        .query_key("q&")
        .token(Credential::provider(Tokens(Mutex::new(0))))
        .build()
        .expect("a client");
    let presigned = client.in_query().send().prepared().await.expect("a request");
    assert_eq!(presigned.url(), "http://mock.test/v1/query?api%20key=q%26");
    let shown = format!("{presigned:?}");
    assert!(shown.contains("api%20key") && !shown.contains("q%26"), "{shown}");
    for number in 1..=2 {
        let request = client.bearer().send().prepared().await.expect("a request");
        assert_eq!(
            request.header("authorization"),
            Some(&*format!("Bearer token-{number}"))
        );
    }
    let failing = client
        .bearer()
        .token("two\nlines")
        .send()
        .prepared()
        .await
        .expect_err("not sendable");
    assert!(
        matches!(failing, Error::Credentials(_)) && !said(&failing).contains("two"),
        "{failing}"
    );
    assert!(mock.received().is_empty());
}
