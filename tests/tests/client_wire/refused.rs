//! What is not sent: invalid requests and calls without credentials; and what is never shown.

use super::{KEY, TOKEN, assert_discreet, assert_no_secret, request, start, wait};
use sandbox_kyc_client::initiate_session::{Options, RedirectUrl, VerifiedMobile};
use sandbox_kyc_client::{CallOptions, Client, Error};

#[test]
fn an_invalid_request_is_refused_with_everything_that_is_wrong() {
    let (server, builder) = start();
    let mut request = request().options(
        Options::new()
            .verification_method([])
            .verified_mobile(VerifiedMobile::from_unchecked("5SECRET")),
    );
    request.doc_types.clear();
    request.redirect_url = RedirectUrl::from_unchecked("http://SECRET host");
    let error = wait(builder.build().expect("a client").initiate_session(request)).expect_err("invalid");
    assert_discreet(&error);
    assert!(matches!(error, Error::Invalid(_)));
    let found: Vec<_> = error
        .violations()
        .iter()
        .map(|one| (one.pointer.as_str(), one.keyword, one.message.as_str()))
        .collect();
    let expected = [
        ("/body/redirect_url", "pattern", "must match the pattern `^https://`"),
        ("/body/redirect_url", "format", "must be in the format `uri`"),
        ("/body/doc_types", "minItems", "must have at least 1 item"),
        (
            "/body/options/verification_method",
            "minItems",
            "must have at least 1 item",
        ),
        (
            "/body/options/verified_mobile",
            "pattern",
            "must match the pattern `^[6-9][0-9]{9}$`",
        ),
    ];
    assert_eq!(found, expected);
    for (pointer, keyword, _) in expected {
        let text = error.to_string();
        assert!(text.contains(pointer) && text.contains(keyword), "{text}");
    }
    assert_eq!(
        (error.status(), error.attempts(), error.is_retryable()),
        (None, 0, false)
    );
    assert!(server.requests().is_empty(), "nothing is sent");
}

#[test]
fn constructors_refuse_what_would_be_refused_later() {
    let error = RedirectUrl::new("http://example.com").expect_err("no TLS");
    assert_eq!(error.to_string(), "must match the pattern `^https://`");
    for wrong in [
        "",
        "968720542",
        "96872054271",
        "5687205427",
        "९६८७२०५४२७",
        " 9687205427",
        "9687205427\n",
    ] {
        assert!(VerifiedMobile::new(wrong).is_err(), "{wrong:?}");
    }
    assert_eq!(VerifiedMobile::new("9687205427").expect("ten digits"), "9687205427");
}

#[test]
fn a_missing_credential_is_named_before_anything_is_sent() {
    let (server, _) = start();
    let builder = || Client::builder().base_url(server.url());
    for (builder, names) in [
        (builder(), ["Authorization", "x-api-key"].as_slice()),
        (builder().authorization(TOKEN), &["x-api-key"]),
        (builder().x_api_key(KEY), &["Authorization"]),
        (builder().x_api_key(KEY).authorization(""), &["Authorization"]),
    ] {
        let client = builder.build().expect("a client");
        let error = wait(client.initiate_session(request())).expect_err("no credential");
        assert_discreet(&error);
        let Error::Credentials(missing) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(missing.names(), names);
        assert!(names.iter().all(|name| error.to_string().contains(name)), "{error}");
        assert_eq!((error.attempts(), error.is_retryable()), (0, false));
    }
    assert!(server.requests().is_empty(), "nothing is sent");
}

#[test]
fn a_credential_cannot_smuggle_a_header_in() {
    let (_, builder) = start();
    let error = builder
        .authorization("SECRET\r\nx-admin: 1")
        .build()
        .expect_err("not legal");
    assert_no_secret(&format!("{error} {error:?}"));
    let (server, builder) = start();
    let client = builder.build().expect("a client");
    let call = client.initiate_session(request()).authorization("SECRET\r\nx-admin: 1");
    let error = wait(call).expect_err("not legal");
    assert_discreet(&error);
    assert!(matches!(&error, Error::Credentials(missing) if missing.names() == ["Authorization"]));
    assert!(server.requests().is_empty(), "nothing is sent");
}

#[test]
fn an_illegal_parameter_is_refused() {
    let (server, builder) = start();
    let client = builder.build().expect("a client");
    let error = wait(client.initiate_session(request()).x_api_version("1\r\nx-admin: 1")).expect_err("not legal");
    assert_discreet(&error);
    let pointers: Vec<_> = error.violations().iter().map(|one| one.pointer.as_str()).collect();
    assert_eq!(pointers, ["/header/x-api-version"]);
    assert!(server.requests().is_empty(), "nothing is sent");
}

#[test]
fn credentials_are_shown_nowhere() {
    let (_server, builder) = start();
    assert_no_secret(&format!("{builder:?} {builder:#?}"));
    let client = builder.header("x-session", "SECRET-header").build().expect("a client");
    assert_no_secret(&format!("{client:?} {client:#?}"));
    let call = client.initiate_session(request()).authorization("SECRET-call").with(
        CallOptions::new()
            .header("x-other", "SECRET-option")
            .query("q", "SECRET-query"),
    );
    assert_no_secret(&format!("{call:?} {call:#?}"));
    assert_no_secret(&format!("{:?}", call.send()));
}
