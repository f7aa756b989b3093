//! Results in pages, as a stream of pages and as a stream of items: found out, said by extensions, said by the settings:
//! `pagination`.

use specwright_compiled::operations::pagination;
use specwright_runtime::transport::mock::MockResponse;
use specwright_runtime::{CallOptions, Error};

use crate::common::{Answer, Server, status, targets, told};

fn json(texts: &[&str]) -> Server {
    told(texts.iter().map(|text| Answer::json(200, text)))
}

/// All items of a call, by their text.
macro_rules! items {
    ($call:expr, $item:ident => $text:expr) => {{
        let mut items = $call.items();
        let mut got: Vec<String> = Vec::new();
        while let Some($item) = items.next().await {
            let $item = $item.expect("an item");
            got.push($text);
        }
        got
    }};
}

#[tokio::test]
async fn cursors() {
    let server = json(&[
        r#"{"data":[{"name":"a"},{"name":"b"}],"next_cursor":"c 1"}"#,
        r#"{"data":[],"next_cursor":"c2"}"#,
        r#"{"data":[{"name":"c"}],"next_cursor":null}"#,
    ]);
    let client = client!(pagination, server);
    let call = client
        .by_cursor()
        .limit(2)
        .with(CallOptions::new().header("x-page", "y"));
    assert_eq!(items!(call, pet => pet.name), ["a", "b", "c"]);
    assert_eq!(
        targets(&server),
        [
            "/cursor?limit=2",
            "/cursor?cursor=c%201&limit=2",
            "/cursor?cursor=c2&limit=2"
        ]
    );
    assert!(
        server
            .requests()
            .iter()
            .all(|request| request.header("x-page") == Some("y"))
    );
    for last in [
        r#"{"data":[{"name":"a"}]}"#,
        r#"{"data":[{"name":"a"}],"next_cursor":""}"#,
    ] {
        let server = json(&[last]);
        assert_eq!(
            items!(client!(pagination, server).by_cursor(), pet => pet.name),
            ["a"],
            "{last}"
        );
    }
    // A server that gives the same cursor again would never end.
    let again = r#"{"data":[{"name":"a"}],"next_cursor":"x"}"#;
    let server = json(&[again, again]);
    assert_eq!(
        items!(client!(pagination, server).by_cursor(), pet => pet.name),
        ["a", "a"]
    );
    let server = json(&[r#"{"items":[{"name":"a"}],"nextPageToken":"t"}"#, r#"{"items":null}"#]);
    assert_eq!(items!(client!(pagination, server).by_token(), pet => pet.name), ["a"]);
    assert_eq!(targets(&server), ["/token", "/token?pageToken=t"]);
    let server = json(&[
        r#"{"results":["a"],"paging":{"next":{"after":"7"}}}"#,
        r#"{"results":["b"],"paging":{}}"#,
    ]);
    assert_eq!(
        items!(client!(pagination, server).by_nested_cursor(), text => text),
        ["a", "b"]
    );
    assert_eq!(targets(&server), ["/nested", "/nested?after=7"]);
}

#[tokio::test]
async fn page_numbers_and_offsets() {
    let server = json(&[r#"[{"name":"a"}]"#, r#"[{"name":"b"}]"#, "[]"]);
    assert_eq!(
        items!(client!(pagination, server).by_page().per_page(1), pet => pet.name),
        ["a", "b"]
    );
    // The default of `page` is not sent, and the second page is 2.
    assert_eq!(
        targets(&server),
        ["/page?per_page=1", "/page?page=2&per_page=1", "/page?page=3&per_page=1"]
    );
    let server = json(&[r#"[{"name":"a"}]"#, "[]"]);
    assert_eq!(
        items!(client!(pagination, server).by_page().page(5), pet => pet.name),
        ["a"]
    );
    assert_eq!(targets(&server), ["/page?page=5", "/page?page=6"]);
    let server = json(&[r#"{"pets":[{"name":"a"}]}"#, r#"{"pets":[]}"#]);
    assert_eq!(
        items!(client!(pagination, server).by_page_from_zero(), pet => pet.name),
        ["a"]
    );
    assert_eq!(targets(&server), ["/page/zero", "/page/zero?page=1"]);
    let server = json(&[
        r#"{"results":[{"name":"a"},{"name":"b"}]}"#,
        r#"{"results":[{"name":"c"}]}"#,
        r#"{"results":[]}"#,
    ]);
    assert_eq!(
        items!(client!(pagination, server).by_offset().limit(2), pet => pet.name),
        ["a", "b", "c"]
    );
    assert_eq!(
        targets(&server),
        [
            "/offset?limit=2",
            "/offset?offset=2&limit=2",
            "/offset?offset=3&limit=2"
        ]
    );
}

/// RFC 8288, and URLs in the body; both stay with the server.
#[tokio::test]
async fn links_and_urls() {
    let page = |link: &str| Answer::json(200, r#"[{"name":"a"}]"#).header("Link", link);
    let server = told([
        page("</link?page=1>; rel=\"prev\", </link?page=3&x=a%20b>; title=\"a, b\"; rel=\"last next\""),
        page("</link?page=1>; rel=first"),
    ]);
    assert_eq!(
        items!(client!(pagination, server).by_link(), pet => pet.name),
        ["a", "a"]
    );
    assert_eq!(targets(&server), ["/link", "/link?page=3&x=a%20b"]);
    let server = Server::start().expect("a port");
    let next = format!("{}/url?limit=1&skip=1", server.url());
    server
        .answer(Answer::json(
            200,
            &format!(r#"{{"value":[{{"name":"a"}}],"nextLink":"{next}"}}"#),
        ))
        .answer(Answer::json(200, r#"{"value":[{"name":"b"}],"nextLink":null}"#));
    assert_eq!(
        items!(client!(pagination, server).by_url().limit(1), pet => pet.name),
        ["a", "b"]
    );
    assert_eq!(targets(&server), ["/url?limit=1", "/url?limit=1&skip=1"]);
    let server = json(&[r#"{"value":[{"name":"a"}],"nextLink":"https://evil.test/url?skip=1"}"#]);
    let mut pages = client!(pagination, server).by_url().pages();
    assert!(pages.next().await.expect("a page").is_ok());
    assert!(
        matches!(pages.next().await.expect("an error"), Err(Error::Invalid(_))),
        "another server"
    );
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_next_page_of_another_server_says_what_to_set_and_then_works() {
    let server = told([
        Answer::json(200, r#"[{"name":"a"}]"#).header("Link", "<http://internal:8080/link?page=2>; rel=next"),
        Answer::json(200, r#"[{"name":"a"}]"#).header("Link", "<http://internal:8080/link?page=2>; rel=next"),
        Answer::json(200, r#"[{"name":"b"}]"#),
    ]);
    let mut pages = client!(pagination, server).by_link().pages();
    assert!(pages.next().await.expect("a page").is_ok());
    let error = pages
        .next()
        .await
        .expect("an error")
        .expect_err("another server")
        .to_string();
    for part in ["http://internal:8080", &server.url(), "rebase_next_pages"] {
        assert!(error.contains(part), "{error}");
    }
    let client = builder!(pagination, server)
        .rebase_next_pages()
        .build()
        .expect("a client");
    assert_eq!(items!(client.by_link(), pet => pet.name), ["a", "b"]);
    assert_eq!(targets(&server)[2], "/link?page=2");
}

/// A server behind a proxy that ends TLS names itself without it.
#[tokio::test]
async fn a_next_page_without_tls_is_requested_with_it() {
    let pages = async |link: &str| {
        let mock = crate::common::mock();
        let page = |name| MockResponse::json(200, &serde_json::json!([{ "name": name }]));
        mock.expect("byLink", page("a").header("link", &format!("<{link}>; rel=next")));
        mock.expect("byLink", page("b"));
        let client = specwright_compiled::operations::pagination::client::Client::builder();
        let client = client.base_url("https://pets.test/v1").transport(mock.clone()).build();
        let mut pages = client.expect("a client").by_link().pages();
        assert!(pages.next().await.expect("a page").is_ok());
        let next = pages.next().await.expect("a page or an error").is_ok();
        (next, mock.received().pop().expect("a request").uri.to_string())
    };
    let next = "https://pets.test/v1/link?page=2".to_owned();
    assert_eq!(pages("http://pets.test/v1/link?page=2").await, (true, next.clone()));
    assert_eq!(pages("http://PETS.test:80/v1/link?page=2").await, (true, next));
    for link in [
        "http://pets.test:8080/v1/link?page=2",
        "http://cats.test/v1/link?page=2",
    ] {
        assert!(!pages(link).await.0, "{link}");
    }
}

#[tokio::test]
async fn a_page_that_names_itself_is_the_last_one() {
    let page = || Answer::json(200, r#"[{"name":"a"}]"#).header("Link", "</link?page=2>; rel=next");
    let server = told([page(), page(), page()]);
    assert_eq!(
        items!(client!(pagination, server).by_link(), pet => pet.name),
        ["a", "a"]
    );
    assert_eq!(targets(&server), ["/link", "/link?page=2"]);
}

#[tokio::test]
async fn declared_pagination() {
    let server = json(&[r#"{"found":["a"],"meta":{"more":"m"}}"#, r#"{"found":["b"],"meta":{}}"#]);
    assert_eq!(
        items!(client!(pagination, server).by_speakeasy(), text => text),
        ["a", "b"]
    );
    assert_eq!(targets(&server), ["/speakeasy", "/speakeasy?from=m"]);
    let server = json(&[
        r#"{"entries":[{"name":"a"}],"@odata.nextLink":"/pageable?$skip=1"}"#,
        r#"{"entries":[{"name":"b"}]}"#,
    ]);
    assert_eq!(
        items!(client!(pagination, server).by_pageable(), pet => pet.name),
        ["a", "b"]
    );
    assert_eq!(targets(&server), ["/pageable", "/pageable?$skip=1"]);
    let server = json(&[r#"{"rows":[1],"others":[9],"mark":"m"}"#, r#"{"rows":[2.0]}"#]);
    assert_eq!(
        items!(client!(pagination, server).by_settings(), number => number.to_string()),
        ["1", "2"]
    );
    assert_eq!(targets(&server), ["/settings", "/settings?marker=m"]);
}

#[tokio::test]
async fn pages_can_be_left_and_taken_up_again() {
    let server = told([
        Answer::json(200, r#"{"data":[{"name":"a"}],"next_cursor":"n"}"#),
        Answer::status(500),
        Answer::json(200, r#"{"data":[{"name":"b"}]}"#),
    ]);
    let client = client!(pagination, server);
    let mut pages = client.by_cursor().pages();
    let first = pages.next().await.expect("a page").expect("200");
    assert_eq!((first.data.len(), first.status().as_u16()), (1, 200));
    assert!(pages.call().is_some(), "there is more");
    let error = pages.next().await.expect("an error").expect_err("500");
    assert_eq!(status(&error), Some(500));
    assert!(pages.next().await.is_none(), "an error is the end");
    let rest = pages.call().cloned().expect("the call that failed");
    assert_eq!(items!(rest, pet => pet.name), ["b"]);
    assert_eq!(targets(&server)[1..], ["/cursor?cursor=n", "/cursor?cursor=n"]);
    let _: pagination::operations::not_paged::Call = client.not_paged().page(1);
}

#[tokio::test]
async fn items_keep_their_place_after_an_error() {
    let server = told([
        Answer::json(200, r#"{"data":[{"name":"a"},{"name":"b"}],"next_cursor":"n"}"#),
        Answer::status(410),
        Answer::json(200, r#"{"data":[{"name":"c"}]}"#),
    ]);
    let mut items = client!(pagination, server).by_cursor().items();
    let mut names = Vec::new();
    loop {
        match items.next().await {
            Some(Ok(pet)) => names.push(pet.name),
            Some(Err(error)) => {
                assert_eq!(status(&error), Some(410));
                items = items.call().cloned().expect("the call that failed").items();
            }
            None => break,
        }
    }
    assert_eq!(names, ["a", "b", "c"], "none twice, none left out");
    assert!(items.call().is_none(), "the last page was read");
}
