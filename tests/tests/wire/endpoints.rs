//! No way out of the endpoint that the document declares, and no second request in a header: `path_parameters`,
//! `header_and_cookie_parameters`, `styles`.

use specwright_compiled::operations::path_parameters::{
    operations,
    types::{Color, ColorRequired},
};
use specwright_runtime::{CallOptions, Error};

use crate::common::{last, quiet};

/// No encoding of these survives URL parsing (WHATWG URL section 4.4 folds `%2e%2e` too).
#[tokio::test]
async fn values_that_are_no_segment_are_refused() {
    let server = quiet();
    let client = client!(path_parameters, server);
    for value in ["", ".", ".."] {
        let error = client.put_item(value).await.expect_err(value);
        assert_eq!(error.violations()[0].pointer, "/path/id", "{value:?}");
        assert!(matches!(error, Error::Invalid(_)));
        assert!(client.trailing(value).await.is_err(), "{value:?} before a slash");
        assert!(client.reserved(value).await.is_err(), "{value:?} with allowReserved");
    }
    let color = || Color::new(ColorRequired { r: 1, g: 2 });
    let none: [&str; 0] = [];
    assert!(
        client.simple("a", none, color(), color()).await.is_err(),
        "an empty list"
    );
    assert!(
        client.simple("a", [".", ""], color(), color()).await.is_ok(),
        "`.,` is a segment"
    );
    assert!(
        client.simple("a", [".."], color(), color()).await.is_err(),
        "a list that makes `..`"
    );
    // The label style writes a dot before its value.
    assert!(
        client.label("", ["a"], ["a"], color(), color()).await.is_err(),
        "a lone dot"
    );
    assert!(
        client.label(".", ["a"], ["a"], color(), color()).await.is_err(),
        "two dots"
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn every_other_value_reaches_exactly_the_declared_endpoint() {
    let server = quiet();
    let client = client!(path_parameters, server);
    let rows = [
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("..\\..\\admin", "..%5C..%5Cadmin"),
        ("../admin", "..%2Fadmin"),
        ("a?b#c", "a%3Fb%23c"),
        ("%2e%2e", "%252e%252e"),
        ("%2F", "%252F"),
        ("...", "..."),
        (".a", ".a"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("é☃", "%C3%A9%E2%98%83"),
        ("\u{202e}\u{0}", "%E2%80%AE%00"),
        ("a\r\nHost: b", "a%0D%0AHost%3A%20b"),
        ("\t", "%09"),
        ("..;", "..%3B"),
        (" ..", "%20.."),
        ("{id}", "%7Bid%7D"),
        ("//evil.test", "%2F%2Fevil.test"),
        ("@:!$&'()*,;=", "%40%3A%21%24%26%27%28%29%2A%2C%3B%3D"),
    ];
    for (value, sent) in rows {
        client.put_item(value).await.expect("204");
        assert_eq!(last(&server).target, format!("/items/{sent}"), "{value:?}");
        client.trailing(value).await.expect("204");
        assert_eq!(last(&server).target, format!("/items/{sent}/"), "{value:?}");
    }
}

#[tokio::test]
async fn reserved_characters_do_not_climb() {
    let server = quiet();
    let client = client!(path_parameters, server);
    let rows = [
        ("..\\..\\admin", "..%5C..%5Cadmin"),
        ("../admin", "..%2Fadmin"),
        ("%2e%2e", "%252e%252e"),
        (".%2E", ".%252E"),
        ("a#b?c", "a%23b%3Fc"),
        ("a;b=c,d", "a;b=c,d"),
        ("%zz", "%25zz"),
    ];
    for (value, sent) in rows {
        client.reserved(value).await.expect("204");
        assert_eq!(last(&server).target, format!("/reserved/{sent}"), "{value:?}");
    }
}

#[tokio::test]
async fn a_base_url_and_a_segment_of_several_parameters() {
    let server = quiet();
    let client = specwright_compiled::operations::path_parameters::client::Client::builder()
        .base_url(format!("{}/v1/", server.url()))
        .build()
        .expect("a client");
    client.put_item("a").await.expect("204");
    assert_eq!(last(&server).target, "/v1/items/a");
    client
        .report(-1, 7, operations::report::Format::Pdf)
        .await
        .expect("204");
    assert_eq!(last(&server).target, "/v1/reports/-1-7.pdf");
}

#[tokio::test]
async fn header_values_cannot_end_their_line() {
    let server = quiet();
    let client = client!(header_and_cookie_parameters, server);
    for value in ["a\r\nX-Other: b", "a\nb", "a\rb", "a\0b", "\u{7f}"] {
        let error = client.headers().x_text(value).await.expect_err(value);
        assert_eq!(error.violations()[0].pointer, "/header/x-text");
        assert!(
            client.headers().x_list(["a", value]).await.is_err(),
            "{value:?} in a list"
        );
        let options = CallOptions::new().header("x-other", value);
        assert!(
            client.headers().with(options).await.is_err(),
            "{value:?} in the options"
        );
        let builder = builder!(header_and_cookie_parameters, server).header("x-all", value);
        assert!(builder.build().is_err(), "{value:?} for all calls");
        client.cookies().sid(value).await.expect("an encoded cookie");
        let cookie = last(&server).header("cookie").map(str::to_owned).expect("a cookie");
        assert!(!cookie.contains(char::is_control), "{cookie}");
    }
    assert!(client.headers().x_text("tab\tis fine").await.is_ok());
}
