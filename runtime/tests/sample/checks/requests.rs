//! Requests, byte for byte.

#![allow(
    clippy::field_reassign_with_default,
    reason = "generated structs are non-exhaustive for their users"
)]

use std::io::Cursor;

use ::specwright_runtime::{Body, CallOptions, Part};

use super::start;
use crate::operations::create_order::Item;
use crate::operations::initiate_session::{Flow, RedirectUrl, Request};
use crate::operations::list_pets::{Age, Filter};
use crate::operations::update_pet::{self, Patch};
use crate::operations::{create_order, upload_scan};
use crate::server::Answer;

const CALLBACK: RedirectUrl = RedirectUrl::from_static("https://example.com/callback");
const SESSION: &str = r#"{"code":200,"timestamp":1751975600361,"data":{"@entity":"x","authorization_url":"https://a","session_id":"s"},"transaction_id":"t1"}"#;

#[tokio::test]
async fn the_vendor_s_operation() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    server.answer(Answer::json(200, SESSION));
    let session = client
        .initiate_session(Request::new(Flow::Signin, CALLBACK, ["aadhaar", "pan"]))
        .x_api_version("1.0.0")
        .await
        .expect("a session");
    assert_eq!(session.data.authorization_url, "https://a");
    assert_eq!(session.timestamp, 1_751_975_600_361);
    assert_eq!(session.status(), 200);
    assert_eq!(session.request_id().as_deref(), Some("t1"));
    let request = server.request();
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("POST", "/kyc/digilocker/sessions/init")
    );
    for (name, value) in [
        ("authorization", "SECRET-jwt"),
        ("x-api-key", "SECRET-key"),
        ("x-api-version", "1.0.0"),
        ("content-type", "application/json"),
        ("accept", "application/json"),
        (
            "user-agent",
            concat!("sample-client/1.2.3 specwright/", env!("CARGO_PKG_VERSION")),
        ),
    ] {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
    assert_eq!(
        request.text(),
        r#"{"@entity":"in.co.sandbox.kyc.digilocker.session.request","flow":"signin","redirect_url":"https://example.com/callback","doc_types":["aadhaar","pan"]}"#
    );
}

#[tokio::test]
async fn parameters_of_every_kind() {
    let (server, client) = start();
    let client = client.build().expect("a client");
    server.answer(Answer::json(200, r#"{"pets":[]}"#));
    let mut age = Age::default();
    age.gte = Some(3);
    age.any = Some(vec![7, 8]);
    let mut filter = Filter::default();
    filter.status = Some("a b".into());
    filter.age = Some(age);
    client
        .list_pets()
        .limit(10)
        .tags(vec!["a b".into(), "c&d".into(), "é".into()])
        .ids(vec![1, 2])
        .query(filter.clone())
        .filter(filter)
        .x_trace(vec!["a b".into(), "c".into()])
        .sid("a b;c")
        .with(
            CallOptions::new()
                .query("extra", "1+1")
                .header("x-one", "1")
                .header("accept", "application/vnd.pets+json"),
        )
        .await
        .expect("pets");
    let request = server.request();
    assert_eq!(
        request.target,
        "/pets?limit=10&tags=a%20b,c%26d,%C3%A9&ids%5B%5D=1&ids%5B%5D=2\
         &filter%5Bstatus%5D=a%20b&filter%5Bage%5D%5Bgte%5D=3&filter%5Bage%5D%5Bany%5D%5B0%5D=7&filter%5Bage%5D%5Bany%5D%5B1%5D=8\
         &q=%7B%22status%22%3A%22a%20b%22%2C%22age%22%3A%7B%22gte%22%3A3%2C%22any%22%3A%5B7%2C8%5D%7D%7D&extra=1%2B1"
    );
    assert_eq!(request.header("x-trace"), Some("a b,c"));
    assert_eq!(request.header("cookie"), Some("sid=a%20b%3Bc"));
    assert_eq!(request.header("x-one"), Some("1"));
    assert_eq!(request.header("accept"), Some("application/vnd.pets+json"));
    assert_eq!(
        request.header("authorization"),
        None,
        "the operation does not ask for it"
    );
}

#[tokio::test]
async fn security_alternatives() {
    let (server, client) = start();
    server.always("/pets", Answer::json(200, r#"{"pets":[]}"#));
    let client = client
        .query_key("k&y")
        .login("Aladdin", "open sesame")
        .bearer("t")
        .build()
        .expect("a client");
    client.list_pets().await.expect("pets");
    let request = server.request();
    assert_eq!(request.target, "/pets?api_key=k%26y");
    assert_eq!(
        request.header("authorization"),
        Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
    let (server, client) = start();
    server.always("/pets", Answer::json(200, r#"{"pets":[]}"#));
    client
        .query_key("k")
        .bearer("t")
        .build()
        .expect("a client")
        .list_pets()
        .await
        .expect("pets");
    assert_eq!(server.request().header("authorization"), Some("Bearer t"));
}

#[tokio::test]
async fn several_media_types_and_empty_answers() {
    let (server, client) = start();
    server.always(
        "/pets/7",
        Answer::status(204).header("Content-Type", "application/json"),
    );
    let client = client.login("u", "p").build().expect("a client");
    let mut patch = Patch::default();
    patch.name = Some("é x".into());
    patch.tags = Some(vec!["a".into(), "b".into()]);
    client.update_pet(7, patch.clone()).await.expect("204");
    client.update_pet(7, update_pet::Body::Form(patch)).await.expect("204");
    client
        .update_pet(7, update_pet::Body::Text("t".into()))
        .await
        .expect("204");
    let stream = Body::from_reader(Cursor::new(vec![b'x'; 200_000]), None);
    client
        .update_pet(7, update_pet::Body::OctetStream(stream))
        .await
        .expect("204");
    let got: Vec<_> = server
        .requests()
        .iter()
        .map(|request| (request.header("content-type").unwrap_or("").to_owned(), request.text()))
        .collect();
    assert_eq!(
        got[0],
        (
            "application/merge-patch+json".into(),
            r#"{"name":"é x","tags":["a","b"]}"#.into()
        )
    );
    assert_eq!(
        got[1],
        (
            "application/x-www-form-urlencoded".into(),
            "name=%C3%A9+x&tags=a,b".into()
        )
    );
    assert_eq!(got[2], ("text/plain".into(), "t".into()));
    assert_eq!(
        (got[3].0.as_str(), got[3].1.len()),
        ("application/octet-stream", 200_000)
    );
}

#[tokio::test]
async fn optional_bodies_and_servers_of_operations() {
    let (server, client) = start();
    server.always("/", Answer::status(204));
    let client = client.build().expect("a client");
    client.put_note(1).await.expect("204");
    client.put_note(1).body("hello").await.expect("204");
    let requests = server.requests();
    assert_eq!(requests[0].header("content-type"), None);
    assert_eq!(requests[0].header("content-length"), Some("0"));
    assert_eq!(requests[1].text(), "hello");
    // A chosen base URL replaces the servers of operations; a server of the document does not.
    assert_eq!(requests[0].target, "/notes/1");
    let client = crate::client::Client::builder()
        .configure(|core| core.server(format!("{}/v1", server.url())))
        .build()
        .expect("a client");
    client.put_note(2).await.expect("204");
    assert_eq!(server.requests()[2].target, "/v2/notes/2");
}

#[tokio::test]
async fn multipart_uploads() {
    let (server, client) = start();
    server.always(
        "/pets",
        Answer::status(201).header("Content-Type", "text/plain").body("done"),
    );
    let client = client.build().expect("a client");
    let folder = std::env::temp_dir().join(format!("specwright-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("a \"b\".pdf");
    std::fs::write(&path, b"%PDF").expect("a file");
    let mut body = upload_scan::Request::new(Part::from_path(&path).expect("the file"));
    body.pages
        .push(Part::from("one").content_type("text/x-page").header("x-page", "1"));
    body.pages
        .push(Part::from_reader(Cursor::new("two"), None).filename("2.txt"));
    let mut meta = upload_scan::Meta::default();
    meta.dpi = Some(300);
    body.meta = Some(meta);
    body.tags = vec!["x".into(), "y".into()];
    let answer = client.upload_scan("rex 1", body).await.expect("201");
    std::fs::remove_dir_all(folder).expect("removed");
    assert_eq!(*answer, "done");
    let request = server.request();
    assert_eq!(request.target, "/pets/rex%201/scans");
    let media = request.header("content-type").expect("a media type").to_owned();
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .expect("a boundary");
    assert_eq!(boundary.len(), 32);
    assert_eq!(
        request.text().replace(boundary, "B"),
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.pdf\"\r\ncontent-type: application/pdf\r\n\r\n%PDF\r\n\
         --B\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"pages\"\r\ncontent-type: text/x-page\r\nx-page: 1\r\n\r\none\r\n\
         --B\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"2.txt\"\r\n\r\ntwo\r\n\
         --B\r\nContent-Disposition: form-data; name=\"meta\"\r\ncontent-type: application/json\r\n\r\n{\"dpi\":300}\r\n\
         --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n\
         --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ny\r\n--B--\r\n"
    );
}

#[tokio::test]
async fn tokens_are_fetched_once_and_renewed_once() {
    let (server, client) = start();
    let tokens = ::specwright_runtime::OAuth2::client_credentials(format!("{}/token", server.url()), "i:d", "s&cret")
        .scope("orders")
        .scope("pets");
    let client = client.oauth(tokens).build().expect("a client");
    server.always(
        "/token",
        Answer::json(200, r#"{"access_token":"T","token_type":"bearer","expires_in":"3600"}"#),
    );
    let created = Answer::json(201, r#"{"id": 1.0}"#);
    server
        .answer(created.clone())
        .answer(created.clone())
        .answer(Answer::status(401))
        .answer(created.clone());
    let order = || create_order::Request::new(5, vec![Item { price: "p 1".into() }]);
    let (one, two) = tokio::join!(client.create_order(order()).send(), client.create_order(order()).send());
    assert_eq!((one.expect("an order").id, two.expect("an order").id), (1, 1));
    let token_requests = || {
        server
            .requests()
            .iter()
            .filter(|request| request.target == "/token")
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(token_requests().len(), 1, "both calls share one token request");
    let request = &token_requests()[0];
    assert_eq!(request.text(), "grant_type=client_credentials&scope=orders+pets");
    // "i%3Ad:s%26cret"
    assert_eq!(request.header("authorization"), Some("Basic aSUzQWQ6cyUyNmNyZXQ="));
    let order = client
        .create_order(order())
        .await
        .expect("an order after a renewed token");
    assert_eq!(order.attempts(), 2);
    assert_eq!(token_requests().len(), 2);
    let orders: Vec<_> = server
        .requests()
        .into_iter()
        .filter(|request| request.target == "/orders")
        .collect();
    assert_eq!(orders.len(), 4);
    assert_eq!(orders[0].header("authorization"), Some("Bearer T"));
    assert_eq!(orders[0].text(), "amount=5&items%5B0%5D%5Bprice%5D=p+1");
    let keys: Vec<_> = orders
        .iter()
        .map(|order| order.header("idempotency-key").expect("a key"))
        .collect();
    assert_eq!(keys[2], keys[3], "one key for all attempts of a call");
    assert_ne!(keys[0], keys[1]);
}
