//! Credentials that cannot be sent are named at once, and tokens of OAuth in all the ways that servers issue them.

use std::time::Duration;

use ::specwright_runtime::transport::mock::{MockResponse, MockTransport};
use ::specwright_runtime::{BuildError, OAuth2};
use serde_json::{Value, json};

use crate::client::{Client, ClientBuilder};
use crate::operations::create_order;

fn problem(builder: ClientBuilder) -> String {
    let error = builder.transport(MockTransport::new()).build().expect_err("refused");
    assert!(matches!(error, BuildError::Credential(_)), "{error:?}");
    error.to_string()
}

#[test]
fn a_token_with_its_scheme_or_a_line_end_is_named_when_the_client_is_built() {
    for token in [
        "Bearer SECRET",
        "bearer SECRET",
        "SECRET\n",
        "SECRET\r\n",
        "SECRET SECRET",
        " SECRET",
    ] {
        let message = problem(Client::builder().bearer(token));
        assert!(
            message.contains("`bearer`") && !message.contains("SECRET"),
            "{token:?}: {message}"
        );
    }
    assert!(problem(Client::builder().bearer("Bearer x")).contains("`Bearer`, which is added"));
    assert!(problem(Client::builder().bearer("x\n")).contains("line break"));
    for key in ["SECRET\n", " SECRET", "SECRET\u{7f}"] {
        assert!(
            problem(Client::builder().x_api_key(key)).contains("`x-api-key`"),
            "{key:?}"
        );
    }
    assert!(problem(Client::builder().query_key("SECRET\n")).contains("line break"));
    assert!(problem(Client::builder().login("a:b", "c")).contains("colon"));
    assert!(problem(Client::builder().login("a", "c\n")).contains("line break"));
    // The last one counts; a whole header is not a token.
    let builder = Client::builder()
        .bearer("Bearer x")
        .bearer("x")
        .authorization("Bearer x");
    builder.transport(MockTransport::new()).build().expect("a client");
}

#[tokio::test]
async fn a_token_of_a_provider_with_its_scheme_is_an_error_of_the_call() {
    let mock = MockTransport::new();
    mock.always("", MockResponse::json(200, &json!({"access_token": "Bearer SECRET"})));
    let client = Client::builder()
        .oauth(OAuth2::client_credentials("http://id.test/token", "app", "s"))
        .transport(mock.clone())
        .build()
        .expect("a client");
    let error = client.create_order(order()).await.expect_err("no token");
    let line = error.to_string();
    assert!(
        line.contains("`oauth`") && line.contains("`Bearer`") && !line.contains("SECRET"),
        "{line}"
    );
    assert_eq!(mock.received().len(), 1);
}

fn order() -> create_order::Request {
    create_order::Request::new(5, vec![])
}

/// What a token endpoint gets of a client with these tokens, and how often in two calls that are `apart`.
async fn asked(tokens: OAuth2, token: Value, apart: Duration) -> (Vec<String>, Vec<Option<String>>) {
    let mock = MockTransport::new();
    mock.always("", MockResponse::json(200, &token));
    mock.always(
        create_order::Call::OPERATION,
        MockResponse::json(201, &json!({"id": 1})),
    );
    let client = Client::builder()
        .oauth(tokens)
        .transport(mock.clone())
        .build()
        .expect("a client");
    client.create_order(order()).await.expect("an order");
    // The clock of the mock advances only so.
    ::specwright_runtime::transport::Transport::sleep(&mock, apart).await;
    client.create_order(order()).await.expect("an order");
    let received = mock.received();
    let requests = received.iter().filter(|request| request.operation.is_empty());
    requests
        .map(|request| {
            let header = request.header("authorization").map(str::to_owned);
            (String::from_utf8_lossy(&request.body).into_owned(), header)
        })
        .unzip()
}

#[tokio::test]
async fn a_public_client_names_itself_and_sends_no_secret() {
    let token = json!({"access_token": "T", "expires_in": 3600});
    let url = "http://id.test/token";
    let expected = vec!["grant_type=refresh_token&refresh_token=r0&client_id=app".to_owned()];
    for tokens in [
        OAuth2::public(url, "app", "r0"),
        OAuth2::client_credentials(url, "app", "").refresh_token("r0"),
        OAuth2::client_credentials(url, "app", "")
            .refresh_token("r0")
            .credentials_in_body(),
    ] {
        let (bodies, headers) = asked(tokens, token.clone(), Duration::ZERO).await;
        assert_eq!((bodies, headers), (expected.clone(), vec![None]));
    }
}

#[tokio::test]
async fn a_lifetime_of_any_number_is_read() {
    for (lifetime, after_an_hour) in [
        (json!(3599), 2),
        (json!(3599.5), 2),
        (json!("3599"), 2),
        (json!("3599.5"), 2),
        (json!(3.5995e3), 2),
        (json!(1e30), 1),
        (json!(7200.5), 1),
        (json!(null), 1),
    ] {
        let tokens = OAuth2::client_credentials("http://id.test/token", "app", "s");
        let token = json!({"access_token": "T", "expires_in": lifetime});
        let (bodies, _) = asked(tokens, token, Duration::from_secs(3600)).await;
        assert_eq!(bodies.len(), after_an_hour, "{lifetime}");
    }
}
