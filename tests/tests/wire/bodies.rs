//! Request bodies of every kind but forms (OpenAPI 3.1.1 sections 4.8.13 and 4.8.14): `bodies`, `media_types`,
//! `numbers_sent`.

use std::io::Cursor;

use specwright_compiled::operations::{bodies, media_types, numbers_sent};
use specwright_runtime::{Body, CallOptions, Error, Field, Value};

use crate::common::{Recorded, last, once, quiet};

/// Media type and text of a body.
fn sent(request: &Recorded) -> (Option<&str>, String) {
    (request.header("content-type"), request.text())
}

fn note() -> media_types::types::Note {
    media_types::types::Note::new("é\"x")
}

const NOTE: &str = "{\"text\":\"é\\\"x\"}";

#[tokio::test]
async fn json_and_what_is_built_on_it() {
    let server = quiet();
    let client = client!(media_types, server);
    client.suffix(note()).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (Some("application/vnd.example.v2+json"), NOTE.into())
    );
    client.charset(note()).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (Some("application/json; charset=utf-8"), NOTE.into())
    );
    client.put_scalar(3).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), "3".into()));
    client.put_nullable(None).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (Some("application/json"), "null".into()),
        "null is a body"
    );
    client.put_untyped().body(Value::from(vec![1, 2])).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), "[1,2]".into()));
}

/// RFC 6902 and RFC 7396.
#[tokio::test]
async fn patches() {
    use media_types::operations::patch_note::{RequestJsonPatchItem, RequestJsonPatchOp};
    let server = quiet();
    let client = client!(media_types, server);
    let steps = vec![
        RequestJsonPatchItem::new(RequestJsonPatchOp::Replace, "/a~1b").value(Value::Null),
        RequestJsonPatchItem::new(RequestJsonPatchOp::Remove, "/c"),
    ];
    client.patch_note("1", steps).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (
            Some("application/json-patch+json"),
            r#"[{"op":"replace","path":"/a~1b","value":null},{"op":"remove","path":"/c"}]"#.into()
        )
    );
    let patch = || media_types::types::NotePatch::new();
    let rows = [
        (patch().pinned(true), r#"{"pinned":true}"#),
        (patch().text(Field::Null), r#"{"text":null}"#),
        (patch().text("x"), r#"{"text":"x"}"#),
        (patch(), "{}"),
    ];
    for (body, text) in rows {
        client.patch_note("1", body).await.expect("204");
        assert_eq!(
            sent(&last(&server)),
            (Some("application/merge-patch+json"), text.into())
        );
    }
}

#[tokio::test]
async fn several_media_types() {
    use media_types::operations::{patch_note, put_image};
    let server = quiet();
    let client = client!(media_types, server);
    client.patch_note("1", "é x".to_owned()).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("text/plain"), "é x".into()));
    client
        .patch_note("1", patch_note::Body::Bytes(Body::from("b")))
        .await
        .expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/octet-stream"), "b".into()));
    client
        .put_image(put_image::Body::Png(Body::from("p")))
        .await
        .expect("204");
    assert_eq!(sent(&last(&server)), (Some("image/png"), "p".into()));
    client
        .put_image(put_image::Body::Jpeg(Body::from("j")))
        .await
        .expect("204");
    assert_eq!(sent(&last(&server)), (Some("image/jpeg"), "j".into()));
    let client = client!(bodies, server);
    let json = bodies::operations::several::Request::new().a("x");
    client.several(json).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), r#"{"a":"x"}"#.into()));
    client.several("t".to_owned()).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("text/plain"), "t".into()));
}

#[tokio::test]
async fn text_is_sent_as_it_is() {
    let server = quiet();
    let client = client!(media_types, server);
    client.put_text("# \"é\"\n").await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("text/markdown"), "# \"é\"\n".into()));
    client.put_xml("<a>é</a>").await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/xml"), "<a>é</a>".into()));
    client.post_lines("{}\n[]\n").await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/x-ndjson"), "{}\n[]\n".into()));
}

#[tokio::test]
async fn bytes_come_from_memory_readers_files_and_streams() {
    let server = quiet();
    let client = client!(bodies, server);
    client.bytes(vec![0, 255, 10]).await.expect("204");
    let request = last(&server);
    assert_eq!(request.body, [0, 255, 10]);
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!(request.header("content-length"), Some("3"));
    client
        .bytes(Body::from_reader(Cursor::new(vec![7; 200_000]), Some(200_000)))
        .await
        .expect("204");
    assert_eq!(
        (last(&server).header("content-length"), last(&server).body.len()),
        (Some("200000"), 200_000)
    );
    client.bytes(once("unknown length")).await.expect("204");
    let request = last(&server);
    assert_eq!(
        (request.header("transfer-encoding"), request.text().as_str()),
        (Some("chunked"), "unknown length")
    );
    let path = std::env::temp_dir().join(format!("specwright-wire-{}", std::process::id()));
    std::fs::write(&path, "from a file").expect("a file");
    client
        .bytes(Body::from_path(&path).expect("the file"))
        .await
        .expect("204");
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(
        (last(&server).header("content-length"), last(&server).text().as_str()),
        (Some("11"), "from a file")
    );
    // A range names no type: bytes are bytes.
    let client = client!(media_types, server);
    client.put_anything().body("x").await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/octet-stream"), "x".into()));
}

/// A body that is left out is neither `null` nor `{}`, and has no media type.
#[tokio::test]
async fn optional_bodies() {
    let server = quiet();
    let client = client!(bodies, server);
    client.optional().await.expect("204");
    let request = last(&server);
    assert_eq!(sent(&request), (None, String::new()));
    assert_eq!(request.header("content-length"), Some("0"), "RFC 9110 section 8.6");
    client.optional().body(["a", "b"]).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), r#"["a","b"]"#.into()));
    let none: [&str; 0] = [];
    client.optional().body(none).await.expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), "[]".into()));
}

#[tokio::test]
async fn bodies_of_get_and_delete() {
    let server = quiet();
    let client = client!(media_types, server);
    client.search_notes(note()).await.expect("204");
    assert_eq!(last(&server).method, "GET");
    assert_eq!(sent(&last(&server)), (Some("application/json"), NOTE.into()));
    client.delete_note("1").await.expect("204");
    assert_eq!(
        (last(&server).method.as_str(), sent(&last(&server))),
        ("DELETE", (None, String::new()))
    );
    let reason = media_types::operations::delete_note::Request::new().reason("old");
    client.delete_note("1").body(reason).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (Some("application/json"), r#"{"reason":"old"}"#.into())
    );
}

#[tokio::test]
async fn wrong_bodies_do_not_leave() {
    let server = quiet();
    let client = client!(media_types, server);
    let long = || media_types::types::Note::new("ééééé!");
    let error = client.suffix(long()).await.expect_err("too long");
    assert_eq!(
        (error.violations()[0].pointer.as_str(), error.violations()[0].keyword),
        ("/body/text", "maxLength")
    );
    assert!(client.search_notes(long()).await.is_err());
    assert!(client.put_scalar(2).await.is_err());
    assert!(server.requests().is_empty());
}

/// RFC 8259 section 6: "Numeric values that cannot be represented in the grammar (such as Infinity and NaN) are not permitted".
#[tokio::test]
async fn numbers_that_json_does_not_have_are_refused_where_they_are() {
    use numbers_sent::{form, json, multipart};
    let server = quiet();
    let client = client!(numbers_sent, server);
    let refused = |error: specwright_runtime::Error| {
        let [violation] = error.violations() else {
            panic!("{error}")
        };
        assert_eq!(violation.message, "must be a finite number");
        violation.pointer.clone()
    };
    let at = |number: f64| json::Path::new().at([1.0, number]);
    let body = || json::Request::new().size(1.5);
    for (body, pointer) in [
        (body().size(f64::NAN), "/body/size"),
        (body().path([at(1.0), at(f64::INFINITY)]), "/body/path/1/at/1"),
        (
            body().by_name([("a", Some(1.0)), ("b", None), ("c", Some(f64::NEG_INFINITY))]),
            "/body/by~1name/c",
        ),
    ] {
        let error = client.json(body).await.expect_err("no JSON");
        assert_eq!(refused(error.into_untyped()), pointer);
    }
    let wrong = form::RequestForm::new().at([1.0, f64::NAN]);
    let error = client.form(wrong).await.expect_err("no number");
    assert_eq!(refused(error.into_untyped()), "/body/at/1");
    let condition = numbers_sent::encoded::Where::new().x(f64::INFINITY);
    let wrong = numbers_sent::encoded::RequestForm::new().r#where(condition);
    let error = client.encoded(wrong).await.expect_err("no number");
    assert_eq!(refused(error.into_untyped()), "/body/where/x");
    let part = || multipart::RequestMultipart::new(b"f".to_vec());
    for (body, pointer) in [
        (part().size(f64::NAN), "/body/size"),
        (part().sizes([1.0, f64::NAN]), "/body/sizes/1"),
        (part().r#where(multipart::Where::new().x(f64::NAN)), "/body/where/x"),
        (part().list([1.0, 2.0, f64::NEG_INFINITY]), "/body/list/2"),
    ] {
        let error = client.multipart(body).await.expect_err("no number");
        assert_eq!(refused(error.into_untyped()), pointer);
    }
    let error = client.query().at([f64::NAN]).await.expect_err("no number");
    assert_eq!(refused(error.into_untyped()), "/query/at/0");
    let condition = numbers_sent::query::Where::new().x(f64::NAN);
    let error = client.query().r#where(condition).await.expect_err("no JSON");
    assert_eq!(refused(error.into_untyped()), "/query/where/x");
    assert!(server.requests().is_empty());
    let body = body().by_name([("a", Some(1.0)), ("b", None)]).path([at(2.5)]);
    client.json(body).await.expect("204");
    assert_eq!(
        last(&server).text(),
        r#"{"size":1.5,"path":[{"at":[1.0,2.5]}],"by/name":{"a":1.0,"b":null}}"#
    );
}

/// What the document does not know yet, without waiting for the next one.
#[tokio::test]
async fn a_body_has_properties_that_the_document_does_not_know() {
    let server = quiet();
    let client = client!(media_types, server);
    let options = CallOptions::new()
        .body_property("effort \"x\"", "low")
        .body_property("more", Value::from(vec![1, 2]));
    client.suffix(note()).with(options).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (
            Some("application/vnd.example.v2+json"),
            r#"{"text":"é\"x","effort \"x\"":"low","more":[1,2]}"#.to_owned()
        )
    );
    let error = client.suffix(note()).with(CallOptions::new().body_property("text", 1));
    let error = error.await.expect_err("it would be there twice");
    assert!(matches!(&error, Error::Invalid(_)), "{error}");
    assert!(error.to_string().contains("`text` already"), "{error}");
    let client = client!(bodies, server);
    let error = client.text("plain").with(CallOptions::new().body_property("a", 1));
    assert!(
        error
            .await
            .expect_err("no JSON")
            .to_string()
            .contains("has no properties")
    );
    let body = Value::from(vec![Value::Null]);
    client
        .text("plain")
        .with(CallOptions::new().json(body))
        .await
        .expect("204");
    assert_eq!(sent(&last(&server)), (Some("application/json"), "[null]".to_owned()));
    let options = CallOptions::new()
        .json(Value::Object(Default::default()))
        .body_property("b", true);
    client.optional().with(options).await.expect("204");
    assert_eq!(
        sent(&last(&server)),
        (Some("application/json"), r#"{"b":true}"#.to_owned())
    );
}
