//! Credentials (OpenAPI 3.1.1 sections 4.8.27 and 4.8.30): where each is sent, and where none is: `credentials`,
//! `credential_headers`, `security`.

use std::sync::Mutex;

use specwright_runtime::transport::{BoxError, BoxFuture, Transport};
use specwright_runtime::{Credential, Error, OAuth2, Secret, TokenProvider};

use crate::common::{Answer, Recorded, last, quiet, status, targets, told};

fn places(request: &Recorded) -> (&str, Option<&str>, Option<&str>, Option<&str>) {
    (
        &request.target,
        request.header("x-key"),
        request.header("authorization"),
        request.header("cookie"),
    )
}

#[tokio::test]
async fn every_kind_has_its_place_and_nothing_else_is_sent() {
    let server = quiet();
    let client = builder!(credentials, server)
        .header_key("h")
        .query_key("q&")
        .cookie_key("c;")
        .login("Aladdin", "open sesame")
        .token("t")
        .digest("d")
        .provider("p")
        .flow("f")
        .build()
        .expect("a client");
    client.inherited().await.expect("204");
    assert_eq!(places(&last(&server)), ("/inherited", Some("h"), None, None));
    client.open().await.expect("204");
    assert_eq!(places(&last(&server)), ("/open", None, None, None), "security: []");
    client.in_query().await.expect("204");
    assert_eq!(places(&last(&server)), ("/query?api%20key=q%26", None, None, None));
    client.in_cookie().theme("dark").await.expect("204");
    assert_eq!(
        places(&last(&server)),
        ("/cookie", None, None, Some("theme=dark; sid=c%3B"))
    );
    client.basic().await.expect("204");
    // The example of RFC 7617 section 2.
    assert_eq!(
        places(&last(&server)),
        ("/basic", None, Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), None)
    );
    client.bearer().await.expect("204");
    assert_eq!(places(&last(&server)), ("/bearer", None, Some("Bearer t"), None));
    client.oauth().await.expect("204");
    assert_eq!(places(&last(&server)), ("/oauth", None, Some("Bearer f"), None));
    client.oidc().await.expect("204");
    assert_eq!(places(&last(&server)), ("/oidc", None, Some("Bearer p"), None));
    client.scheme().await.expect("204");
    assert_eq!(places(&last(&server)), ("/scheme", None, Some("DPoP d"), None));
    client.both().await.expect("204");
    assert_eq!(
        places(&last(&server)),
        ("/both", Some("h"), Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), None)
    );
}

#[tokio::test]
async fn the_first_complete_alternative_is_sent() {
    let server = quiet();
    let client = builder!(credentials, server)
        .query_key("q")
        .token("t")
        .build()
        .expect("a client");
    client.either().await.expect("204");
    assert_eq!(
        places(&last(&server)),
        ("/either", None, Some("Bearer t"), None),
        "the first one lacks a login"
    );
    client.either().login("u", "p").await.expect("204");
    assert_eq!(
        places(&last(&server)),
        ("/either?api%20key=q", None, Some("Basic dTpw"), None)
    );
    client.anonymous().await.expect("204");
    assert_eq!(places(&last(&server)), ("/anonymous", None, Some("Bearer t"), None));
    let nobody = client!(credentials, server);
    nobody.anonymous().await.expect("204");
    assert_eq!(places(&last(&server)), ("/anonymous", None, None, None));
    nobody.open().await.expect("204");
    let before = server.requests().len();
    for (error, names) in [
        (
            nobody.inherited().await.expect_err("no key").into_untyped(),
            vec!["headerKey"],
        ),
        (
            nobody.both().await.expect_err("neither").into_untyped(),
            vec!["headerKey", "login"],
        ),
        (
            client.basic().await.expect_err("no login").into_untyped(),
            vec!["login"],
        ),
    ] {
        assert!(
            matches!(&error, Error::Credentials(failure) if failure.names() == names),
            "{error}"
        );
    }
    assert_eq!(server.requests().len(), before);
    let of_the_call = nobody.inherited().header_key("mine").await;
    assert_eq!(of_the_call.expect("204").status(), 204);
    assert_eq!(last(&server).header("x-key"), Some("mine"));
}

/// OpenAPI says that a header parameter `Authorization` is ignored; then such an API could not be used.
#[tokio::test]
async fn header_parameters_that_carry_credentials() {
    let server = quiet();
    let client = builder!(credential_headers, server)
        .authorization("raw.jwt")
        .x_api_key("k")
        .build()
        .expect("a client");
    client.required().x_api_version("1").await.expect("204");
    let request = last(&server);
    assert_eq!(request.header("authorization"), Some("raw.jwt"), "without `Bearer`");
    assert_eq!(
        (request.header("x-api-key"), request.header("x-api-version")),
        (Some("k"), Some("1"))
    );
    client.optional().await.expect("an optional credential may be missing");
    let request = last(&server);
    assert_eq!(
        (request.header("x-auth-token"), request.header("authorization")),
        (None, None)
    );
    client.optional().x_auth_token("t").await.expect("204");
    assert_eq!(last(&server).header("x-auth-token"), Some("t"));
    let error = client!(credential_headers, server)
        .required()
        .await
        .expect_err("no credentials");
    assert!(
        matches!(&error, Error::Credentials(failure) if failure.names() == ["Authorization", "x-api-key"]),
        "{error}"
    );
}

#[tokio::test]
async fn requirements_of_the_document_and_of_operations() {
    let server = quiet();
    let client = builder!(security, server)
        .key("k")
        .cookie("c")
        .basic("u", "p")
        .build()
        .expect("a client");
    client.both().await.expect("204");
    assert_eq!(
        (last(&server).header("x-api-key"), last(&server).header("cookie")),
        (Some("k"), Some("session=c"))
    );
    client.either().await.expect("204");
    assert_eq!(last(&server).header("authorization"), Some("Basic dTpw"));
    client.none().await.expect("204");
    assert_eq!(
        (last(&server).header("x-api-key"), last(&server).header("authorization")),
        (None, None)
    );
}

fn tokens(server: &crate::common::Server) -> OAuth2 {
    OAuth2::client_credentials(format!("{}/token", server.url()), "i:d", "s&cret")
        .scope("read")
        .scope("write")
}

/// RFC 6749 section 4.4.
#[tokio::test]
async fn client_credentials_are_fetched_once_for_all_calls() {
    let server = quiet();
    let server_of_tokens = told([Answer::json(200, r#"{"access_token":"T1","expires_in":3600}"#)]);
    let client = builder!(credentials, server)
        .flow(tokens(&server_of_tokens))
        .build()
        .expect("a client");
    let (one, two) = tokio::join!(client.oauth().send(), client.oauth().send());
    one.expect("204");
    two.expect("204");
    client.oauth().await.expect("204");
    let request = server_of_tokens.request();
    assert_eq!(request.text(), "grant_type=client_credentials&scope=read+write");
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    // "i%3Ad:s%26cret", section 2.3.1.
    assert_eq!(request.header("authorization"), Some("Basic aSUzQWQ6cyUyNmNyZXQ="));
    assert!(
        server
            .requests()
            .iter()
            .all(|request| request.header("authorization") == Some("Bearer T1"))
    );
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_rejected_token_is_renewed_and_the_request_repeated_once() {
    let server = told([
        Answer::status(401),
        Answer::status(204),
        Answer::status(401),
        Answer::status(401),
    ]);
    let server_of_tokens = told([
        Answer::json(200, r#"{"access_token":"T1"}"#),
        Answer::json(200, r#"{"access_token":"T2"}"#),
        Answer::json(200, r#"{"access_token":"T3"}"#),
    ]);
    let client = builder!(credentials, server)
        .flow(tokens(&server_of_tokens))
        .build()
        .expect("a client");
    assert_eq!(client.oauth().await.expect("204").attempts(), 2);
    let error = client.oauth().await.expect_err("401 twice");
    assert_eq!((status(&error), error.attempts()), (Some(401), 2));
    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|one| one.header("authorization").map(str::to_owned))
        .collect();
    assert_eq!(
        sent,
        ["Bearer T1", "Bearer T2", "Bearer T2", "Bearer T3"].map(|text| Some(text.to_owned()))
    );
    // A plain token cannot be renewed.
    let server = told([Answer::status(401)]);
    let client = builder!(credentials, server).flow("fixed").build().expect("a client");
    assert_eq!(client.oauth().await.expect_err("401").attempts(), 1);
}

#[tokio::test]
async fn refresh_tokens_are_replaced() {
    let server = quiet();
    let server_of_tokens = told([
        Answer::json(200, r#"{"access_token":"T1","expires_in":0,"refresh_token":"R2"}"#),
        Answer::json(200, r#"{"access_token":"T2","expires_in":3600}"#),
    ]);
    let tokens = tokens(&server_of_tokens)
        .refresh_token("R1")
        .credentials_in_body()
        .parameter("audience", "a b");
    let client = builder!(credentials, server).flow(tokens).build().expect("a client");
    for _ in 0..3 {
        client.oauth().await.expect("204");
    }
    let forms: Vec<_> = server_of_tokens.requests().iter().map(Recorded::text).collect();
    let expected = |token: &str| {
        format!(
            "grant_type=refresh_token&refresh_token={token}&scope=read+write&audience=a+b&client_id=i%3Ad\
             &client_secret=s%26cret"
        )
    };
    assert_eq!(forms, [expected("R1"), expected("R2")]);
    assert_eq!(server_of_tokens.requests()[0].header("authorization"), None);
    assert_eq!(last(&server).header("authorization"), Some("Bearer T2"));
}

/// Counts how often it was asked, and remembers what was rejected.
#[derive(Default)]
struct Counting(Mutex<(usize, Vec<String>)>);

impl TokenProvider for &'static Counting {
    fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move {
            let mut state = self.0.lock().expect("a counter");
            state.0 += 1;
            match state.0 {
                1 => Ok(Secret::new("one")),
                2 => Ok(Secret::new("two")),
                _ => Err("nobody is signed in".into()),
            }
        })
    }

    fn rejected(&self, token: &Secret) {
        self.0.lock().expect("a counter").1.push(token.expose().to_owned());
    }
}

#[tokio::test]
async fn providers_of_tokens() {
    static COUNTING: std::sync::LazyLock<Counting> = std::sync::LazyLock::new(Counting::default);
    let server = told([Answer::status(401), Answer::status(204)]);
    let provider = Credential::provider(&*COUNTING);
    let client = builder!(credentials, server)
        .provider(provider)
        .build()
        .expect("a client");
    client.oidc().await.expect("204");
    assert_eq!(targets(&server).len(), 2);
    assert_eq!(last(&server).header("authorization"), Some("Bearer two"));
    let error = client.oidc().await.expect_err("no token");
    assert!(matches!(&error, Error::Credentials(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "oidc: cannot obtain the credential `provider`: nobody is signed in"
    );
    assert_eq!(targets(&server).len(), 2);
    assert_eq!(COUNTING.0.lock().expect("a counter").1, ["one"]);
}
