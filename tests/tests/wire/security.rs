//! Credentials (OpenAPI 3.1.1 sections 4.8.27 and 4.8.30): where each is sent, and where none is: `credentials`,
//! `credential_headers`, `security`, `unsaid_security`.

use std::sync::Mutex;

use specwright_compiled::operations::unsaid_security::client as unsaid_security;
use specwright_runtime::transport::mock::{MockResponse, MockTransport};
use specwright_runtime::transport::{BoxError, BoxFuture, Transport};
use specwright_runtime::{BuildError, CallOptions, Credential, Error, OAuth2, Secret, TokenProvider};

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

/// A long-lived client of keys that live a day: whatever is a credential can be renewed, also a header parameter and an `apiKey`.
#[tokio::test]
async fn a_provider_renews_a_header_parameter_and_an_api_key() {
    struct Numbered(std::sync::atomic::AtomicUsize);
    impl TokenProvider for Numbered {
        fn token<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Secret, BoxError>> {
            let number = self.0.load(std::sync::atomic::Ordering::Relaxed);
            Box::pin(async move { Ok(Secret::from(format!("key {number}"))) })
        }

        fn rejected(&self, _: &Secret) {
            self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    }
    let numbered = || Credential::provider(Numbered(1.into()));
    let expired = || told([Answer::status(401), Answer::status(204)]);
    let server = expired();
    let client = builder!(credential_headers, server)
        .authorization(numbered())
        .x_api_key("k");
    client
        .build()
        .expect("a client")
        .required()
        .await
        .expect("renewed once");
    assert_eq!(last(&server).header("authorization"), Some("key 2"), "as it is");
    let server = expired();
    let client = builder!(credentials, server).header_key(numbered());
    client
        .build()
        .expect("a client")
        .inherited()
        .await
        .expect("renewed once");
    assert_eq!(last(&server).header("x-key"), Some("key 2"));
    let server = expired();
    let client = builder!(credentials, server).query_key(numbered());
    client
        .build()
        .expect("a client")
        .in_query()
        .await
        .expect("renewed once");
    assert_eq!(
        targets(&server),
        ["/query?api%20key=key%201", "/query?api%20key=key%202"]
    );
}

/// Everything that a mock received: the URL without what all have in common, and `Authorization`.
fn seen(mock: &MockTransport) -> Vec<(String, Option<String>)> {
    let seen = mock.received().into_iter().map(|request| {
        let header = request.headers.get("authorization");
        let header = header.and_then(|value| value.to_str().ok()).map(str::to_owned);
        (request.uri.to_string().replace("https://", ""), header)
    });
    seen.collect()
}

fn unsaid() -> (MockTransport, unsaid_security::ClientBuilder) {
    let mock = MockTransport::new();
    for operation in ["admin", "items", "public", "files", "keyed", "tenant"] {
        mock.always(operation, MockResponse::status(204));
    }
    let builder = unsaid_security::Client::builder()
        .server(unsaid_security::Server::Main)
        .transport(mock.clone());
    (mock, builder)
}

#[tokio::test]
async fn where_nothing_is_said_of_security_what_is_set_is_sent_to_the_own_server() {
    let (mock, builder) = unsaid();
    let client = builder.auth("t").x_tenant_token("tenant").build().expect("a client");
    client.items().await.expect("204");
    client.public().await.expect("204");
    client.files().await.expect("204");
    client.files().auth("mine").await.expect("204");
    let elsewhere = CallOptions::new().base_url("https://api.example.com:8443");
    client.items().with(elsewhere).await.expect("204");
    client.items().key("k").await.expect("204");
    let sent = |url: &str, header: Option<&str>| (url.to_owned(), header.map(str::to_owned));
    assert_eq!(
        seen(&mock),
        [
            sent("api.example.com/items", Some("Bearer t")),
            // `security: []`.
            sent("api.example.com/public", None),
            // A server of another origin, also by its port.
            sent("files.example.net/files", None),
            sent("files.example.net/files", Some("Bearer mine")),
            sent("api.example.com:8443/items", None),
            sent("api.example.com/items?key=k", Some("Bearer t")),
        ]
    );
    assert!(
        mock.received()
            .iter()
            .all(|one| !one.headers.contains_key("x-tenant-token")),
        "a header parameter belongs to the operations that declare it"
    );
    client.tenant().await.expect("204");
    let request = mock.received().pop().expect("a request");
    assert_eq!(request.headers["x-tenant-token"], "tenant");
    assert_eq!(request.headers["authorization"], "Bearer t");
}

#[tokio::test]
async fn a_server_that_the_caller_trusts_gets_credentials_too() {
    let (mock, builder) = unsaid();
    let builder = builder.auth("t").trusted_server("https://files.example.net/");
    let client = builder.build().expect("a client");
    client.files().await.expect("204");
    assert_eq!(
        seen(&mock),
        [("files.example.net/files".to_owned(), Some("Bearer t".to_owned()))]
    );
    let (_, builder) = unsaid();
    let error = builder.trusted_server("files.example.net").build().expect_err("no URL");
    assert!(matches!(&error, BuildError::BaseUrl(_)), "{error}");
}

/// RFC 6750 section 2.1: a token has no blanks. One with them is the whole header, or the line of a file.
#[tokio::test]
async fn a_credential_that_no_request_can_carry_is_refused_before_the_first_one() {
    let server = quiet();
    for (token, reason) in [("Bearer s3cret", "it begins with `Bearer`"), ("s3cret\n", "line break")] {
        let error = builder!(credentials, server)
            .token(token)
            .build()
            .expect_err("no token");
        assert!(error.to_string().contains(reason), "{error}");
        assert!(
            error.to_string().contains("`token`") && !format!("{error:?}").contains("s3cret"),
            "{error:?}"
        );
        let client = client!(credentials, server);
        let error = client.bearer().token(token).await.expect_err("no token");
        assert!(error.to_string().contains(reason), "{error}");
    }
    let error = builder!(credentials, server)
        .header_key("a\nb")
        .build()
        .expect_err("two lines");
    assert!(error.to_string().contains("line break"), "{error}");
    assert!(server.requests().is_empty());
}

/// An endpoint that the document leaves out, the `Location` of a job, a link to a page.
#[tokio::test]
async fn a_raw_request_has_the_credentials_retries_and_errors_of_the_client() {
    use specwright_runtime::http::Method;
    let (mock, builder) = unsaid();
    let raw = "raw request";
    mock.expect(raw, MockResponse::status(503));
    mock.expect(raw, MockResponse::json(201, &["a"]));
    mock.expect(raw, MockResponse::status(500));
    mock.expect(raw, MockResponse::status(204));
    mock.expect(raw, MockResponse::status(204));
    let client = builder.auth("t").x_tenant_token("tenant").build().expect("a client");
    let page = client
        .raw_request(Method::GET, "/jobs/17?full=1")
        .send_json::<Vec<String>>();
    let page = page.await.expect("201");
    assert_eq!(
        (page.attempts(), page.status().as_u16(), page.as_slice()),
        (2, 201, ["a".to_owned()].as_slice())
    );
    let error = client
        .raw_request(Method::POST, "jobs")
        .json(&["x"])
        .await
        .expect_err("500");
    assert_eq!(
        (error.attempts(), status(&error)),
        (1, Some(500)),
        "a POST is not repeated"
    );
    let elsewhere = client.raw_request(Method::DELETE, "https://files.example.net/f");
    elsewhere.await.expect("204");
    let here = client.raw_request(Method::DELETE, "https://api.example.com/f");
    here.await.expect("204");
    let token = || Some("Bearer t".to_owned());
    assert_eq!(
        seen(&mock)[1..],
        [
            ("api.example.com/jobs/17?full=1".to_owned(), token()),
            ("api.example.com/jobs".to_owned(), token()),
            ("files.example.net/f".to_owned(), None),
            ("api.example.com/f".to_owned(), token()),
        ]
    );
    let received = mock.received();
    let methods: Vec<_> = received.iter().map(|request| request.method.as_str()).collect();
    assert_eq!(methods, ["GET", "GET", "POST", "DELETE", "DELETE"]);
    assert_eq!(
        (&*received[2].body, received[2].headers["content-type"].as_bytes()),
        (&b"[\"x\"]"[..], &b"application/json"[..])
    );
    assert!(mock.unmet().is_empty());
}

/// The variables of a running program cannot be changed safely, so the test runs itself with others.
#[test]
fn a_client_is_made_of_environment_variables() {
    const VARIABLES: [&str; 4] = [
        "CREDENTIALS_BASE_URL",
        "CREDENTIALS_LOGIN_USER",
        "CREDENTIALS_LOGIN_PASSWORD",
        "CREDENTIALS_TOKEN",
    ];
    if std::env::var_os(VARIABLES[0]).is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let client = specwright_compiled::operations::credentials::client::Client::from_env();
        match client {
            Ok(client) => runtime.expect("a runtime").block_on(async {
                client.basic().await.expect("204");
                client.bearer().await.expect("204");
            }),
            Err(error) => panic!("{error}"),
        }
        return;
    }
    let server = quiet();
    let run = |values: [&str; 4]| {
        let mut test = std::process::Command::new(std::env::current_exe().expect("this program"));
        test.args(["--exact", "security::a_client_is_made_of_environment_variables"]);
        test.envs(VARIABLES.into_iter().zip(values));
        let output = test.output().expect("the test runs");
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    let (succeeds, said) = run([&server.url(), "Aladdin", "open sesame", "t"]);
    assert!(succeeds, "{said}");
    let sent = server.requests();
    let sent: Vec<_> = sent.iter().map(|request| request.header("authorization")).collect();
    assert_eq!(sent, [Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="), Some("Bearer t")]);

    let (succeeds, said) = run([&server.url(), "Aladdin", "", "the token"]);
    assert!(
        !succeeds && said.contains("set the environment variable `CREDENTIALS_LOGIN_PASSWORD`"),
        "{said}"
    );
    assert!(!said.contains("Aladdin") && !said.contains("the token"), "{said}");
}
