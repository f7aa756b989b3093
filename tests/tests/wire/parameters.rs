//! Parameters in every place (OpenAPI 3.1.1 section 4.8.12): `path_parameters`, `query_parameters`,
//! `header_and_cookie_parameters`, `methods`.

use std::collections::BTreeMap;

use specwright_compiled::operations::{
    header_and_cookie_parameters as placed, methods, path_parameters as paths, query_parameters as queries,
};
use specwright_runtime::DateTime;

use crate::common::{last, quiet, targets};

const AWKWARD: [&str; 3] = ["a b", "c&d", "é"];

fn color() -> paths::types::Color {
    paths::types::Color::new(paths::types::ColorRequired { r: 100, g: 200 })
}

#[tokio::test]
async fn path_styles() {
    let server = quiet();
    let client = client!(path_parameters, server);
    client.simple("a b/c", AWKWARD, color(), color()).await.expect("204");
    client
        .label("blue", ["blue", "black"], ["blue", "black"], color(), color())
        .await
        .expect("204");
    client
        .matrix("blue", ["blue", "black"], ["blue", "black"], color(), color())
        .await
        .expect("204");
    client.content(color().name("é")).await.expect("204");
    assert_eq!(
        targets(&server),
        [
            "/simple/a%20b%2Fc/a%20b,c%26d,%C3%A9/r,100,g,200/r=100,g=200",
            "/label/.blue/.blue,black/.blue.black/.r,100,g,200/.r=100.g=200",
            "/matrix/;text=blue/;list=blue,black/;all=blue;all=black/;object=r,100,g,200/;r=100;g=200",
            "/content/%7B%22r%22%3A100%2C%22g%22%3A200%2C%22name%22%3A%22%C3%A9%22%7D",
        ]
    );
}

/// Section 4.8.8.2: several parameters in one segment, constant queries and fragments; parameters of the path item, and
/// operations that replace them (section 4.8.9).
#[tokio::test]
async fn templates() {
    let server = quiet();
    let client = client!(path_parameters, server);
    client
        .report(2026, 7, paths::operations::report::Format::Csv)
        .await
        .expect("204");
    client.item(7).verbose(true).await.expect("204");
    client.put_item("a").verbose(false).await.expect("204");
    client.trailing("a").await.expect("204");
    client.purge().dry(true).await.expect("204");
    client.purge().await.expect("204");
    client.second().await.expect("204");
    client.odd().await.expect("204");
    client.reserved("a/b?c;d=e%20f g").await.expect("204");
    assert_eq!(
        targets(&server),
        [
            "/reports/2026-7.csv",
            "/items/7?verbose=true",
            "/items/a?verbose=false",
            "/items/a/",
            "/items?action=purge&dry=true",
            "/items?action=purge",
            "/items",
            "/odd%20path/%C3%BC:verb",
            // `/` and `?` end a path segment, whatever `allowReserved` says; triplets stay.
            "/reserved/a%2Fb%3Fc;d=e%20f%20g",
        ]
    );
    let error = client
        .report(2026, 13, paths::operations::report::Format::Pdf)
        .await
        .expect_err("no month");
    assert_eq!(error.violations()[0].pointer, "/path/month");
    assert_eq!(server.requests().len(), 9, "nothing was sent");
}

#[tokio::test]
async fn query_styles() {
    let server = quiet();
    let client = client!(query_parameters, server);
    let filter = || {
        let age = queries::types::filter::Age::new().gte(3).any([7, 8]);
        queries::types::Filter::new().status("a b").age(age)
    };
    let sent = |call: queries::operations::styles::Call| async {
        call.await.expect("204");
        last(&server).target
    };
    let styles = || client.styles();
    assert_eq!(sent(styles()).await, "/styles", "nothing that was not asked for");
    assert_eq!(sent(styles().text("")).await, "/styles?text=");
    assert_eq!(
        sent(styles().text("a b/?#&=+%é")).await,
        "/styles?text=a%20b%2F%3F%23%26%3D%2B%25%C3%A9"
    );
    assert_eq!(sent(styles().flag(false)).await, "/styles?flag=false");
    assert_eq!(sent(styles().ids([1, 2])).await, "/styles?ids%5B%5D=1&ids%5B%5D=2");
    assert_eq!(
        sent(styles().exploded(AWKWARD)).await,
        "/styles?exploded=a%20b&exploded=c%26d&exploded=%C3%A9"
    );
    assert_eq!(
        sent(styles().joined(AWKWARD)).await,
        "/styles?joined=a%20b,c%26d,%C3%A9"
    );
    assert_eq!(sent(styles().joined(["a,b", "c"])).await, "/styles?joined=a%2Cb,c");
    assert_eq!(
        sent(styles().spaced(AWKWARD)).await,
        "/styles?spaced=a%20b%20c%26d%20%C3%A9"
    );
    assert_eq!(
        sent(styles().piped(AWKWARD)).await,
        "/styles?piped=a%20b%7Cc%26d%7C%C3%A9"
    );
    let color = || queries::types::Color::new(queries::types::ColorRequired { r: 100, g: 200 });
    assert_eq!(sent(styles().members(color())).await, "/styles?r=100&g=200");
    assert_eq!(sent(styles().object(color())).await, "/styles?object=r,100,g,200");
    assert_eq!(
        sent(styles().deep(filter())).await,
        "/styles?deep%5Bstatus%5D=a%20b&deep%5Bage%5D%5Bgte%5D=3\
         &deep%5Bage%5D%5Bany%5D%5B0%5D=7&deep%5Bage%5D%5Bany%5D%5B1%5D=8"
    );
    let map = BTreeMap::from([("a b", "1"), ("c]", "2")]);
    assert_eq!(
        sent(styles().map(map)).await,
        "/styles?map%5Ba%20b%5D=1&map%5Bc%5D%5D=2"
    );
    let none: [&str; 0] = [];
    let empty = styles().exploded(none).joined(none).spaced(none).piped(none).ids([]);
    assert_eq!(sent(empty).await, "/styles", "an empty list is no parameter");
    assert_eq!(sent(styles().text("1").flag(true)).await, "/styles?text=1&flag=true");
}

#[tokio::test]
async fn special_query_parameters() {
    let server = quiet();
    let client = client!(query_parameters, server);
    let sent = |call: queries::operations::special::Call| async {
        call.await.expect("204");
        last(&server).target
    };
    let special = || client.special();
    // A default is the server's business, a constant nobody's.
    assert_eq!(sent(special()).await, "/special?kind=special");
    let filter = queries::types::Filter::new().status("a&b");
    assert_eq!(
        sent(special().r#where(filter)).await,
        "/special?where=%7B%22status%22%3A%22a%26b%22%7D&kind=special"
    );
    assert_eq!(
        sent(special().url("http://x/y?a=b&c#d[e] f")).await,
        "/special?url=http://x/y?a=b&c%23d%5Be%5D%20f&kind=special"
    );
    assert_eq!(sent(special().empty("")).await, "/special?empty=&kind=special");
    let none: [&str; 0] = [];
    assert_eq!(sent(special().none(none)).await, "/special?none=&kind=special");
    let when = DateTime::new("2026-01-02T03:04:05+01:00").expect("a time");
    assert_eq!(
        sent(special().when(when)).await,
        "/special?when=2026-01-02T03%3A04%3A05%2B01%3A00&kind=special"
    );
    assert_eq!(
        sent(special().page_size(5)).await,
        "/special?page%20size=5&kind=special"
    );
    assert_eq!(sent(special().either(7)).await, "/special?kind=special&either=7");
    let text = queries::operations::special::Either::String("x y".into());
    assert_eq!(sent(special().either(text)).await, "/special?kind=special&either=x%20y");
    let before = server.requests().len();
    assert!(special().page_size(101).await.is_err(), "more than the maximum");
    assert_eq!(server.requests().len(), before);
}

#[tokio::test]
async fn required_parameters() {
    let server = quiet();
    let client = client!(query_parameters, server);
    client.three_required("x", 2, true).await.expect("204");
    assert_eq!(
        (last(&server).target.as_str(), last(&server).header("c")),
        ("/required?a=x&b=2", Some("true"))
    );
    let error = client
        .four_required("7")
        .a("x")
        .b(1)
        .await
        .expect_err("two are missing");
    let found: Vec<_> = error
        .violations()
        .iter()
        .map(|one| (one.pointer.as_str(), one.keyword))
        .collect();
    assert_eq!(
        found,
        [
            ("/query/a", "minLength"),
            ("/header/c", "required"),
            ("/query/d", "required")
        ]
    );
    assert_eq!(server.requests().len(), 1);
    client
        .four_required("7")
        .a("xy")
        .b(1)
        .c(false)
        .d(["1", "2"])
        .await
        .expect("204");
    assert_eq!(last(&server).target, "/required/more/7?a=xy&b=1&d=1&d=2");
}

#[tokio::test]
async fn headers() {
    let server = quiet();
    let client = client!(header_and_cookie_parameters, server);
    client.headers().await.expect("204");
    let bare = last(&server);
    assert_eq!(
        bare.header("x-version"),
        Some("2026-01-01"),
        "a constant is sent by itself"
    );
    assert_eq!(
        (
            bare.header("x-text"),
            bare.header("x-list"),
            bare.header("content-type")
        ),
        (None, None, None)
    );
    assert_eq!(bare.header("accept"), Some("*/*"), "a parameter `Accept` is ignored");
    let color = || placed::types::Color::new(placed::types::ColorRequired { r: 100, g: 200 });
    client
        .headers()
        .x_text("a b;é, \"c\"")
        .x_list(AWKWARD)
        .x_object(color())
        .x_exploded(color())
        .x_json(color())
        .if_modified_since("Sun, 06 Nov 1994 08:49:37 GMT")
        .await
        .expect("204");
    let full = last(&server);
    let expected = [
        // Headers are not percent-encoded; what is not ASCII goes as UTF-8.
        ("x-text", "a b;é, \"c\""),
        ("x-list", "a b,c&d,é"),
        ("x-object", "r,100,g,200"),
        ("x-exploded", "r=100,g=200"),
        ("x-json", "{\"r\":100,\"g\":200}"),
        ("if-modified-since", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ];
    for (name, value) in expected {
        assert_eq!(full.header(name), Some(value), "{name}");
    }
}

#[tokio::test]
async fn cookies() {
    let server = quiet();
    let client = client!(header_and_cookie_parameters, server);
    client.cookies().await.expect("204");
    assert_eq!(last(&server).header("cookie"), None);
    client
        .cookies()
        .sid("a b;c")
        .list(["x", "y,z"])
        .object(placed::types::Color::new(placed::types::ColorRequired { r: 1, g: 2 }))
        .json(placed::types::Color::new(placed::types::ColorRequired { r: 3, g: 4 }))
        .await
        .expect("204");
    assert_eq!(
        last(&server).header("cookie"),
        Some("sid=a%20b%3Bc; list=x,y%2Cz; object=r,1,g,2; json=%7B%22r%22%3A3%2C%22g%22%3A4%7D")
    );
}

#[tokio::test]
async fn methods_and_whole_queries() {
    let server = quiet();
    let client = client!(methods, server);
    let body = methods::operations::search::Request::new().name("x");
    client.search(body).await.expect("204");
    client.copy().await.expect("204");
    client.trace().await.expect("204");
    client.options().await.expect("204");
    let sent: Vec<_> = server
        .requests()
        .into_iter()
        .map(|request| (request.method.clone(), request.text()))
        .collect();
    let expected = [
        ("QUERY", "{\"name\":\"x\"}"),
        ("COPY", ""),
        ("TRACE", ""),
        ("OPTIONS", ""),
    ];
    assert_eq!(
        sent,
        expected.map(|(method, body)| (method.to_owned(), body.to_owned()))
    );
    client
        .whole_form()
        .all(methods::operations::whole_form::All::new("x y").b([1, 2]))
        .await
        .expect("204");
    assert_eq!(last(&server).target, "/form?a=x+y&b=1&b=2");
    client
        .whole_json()
        .all(methods::operations::whole_json::All::new().a("x y"))
        .await
        .expect("204");
    assert_eq!(last(&server).target, "/json?%7B%22a%22%3A%22x%20y%22%7D");
    client.whole_json().await.expect("204");
    assert_eq!(last(&server).target, "/json");
    client.raw_cookie().c("a=b c").await.expect("204");
    assert_eq!(last(&server).header("cookie"), Some("c=a=b c"));
    assert!(
        client.raw_cookie().c("a;b").await.is_err(),
        "it would be another cookie"
    );
}
