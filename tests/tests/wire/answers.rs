//! What becomes of answers (OpenAPI 3.1.1 sections 4.8.16 and 4.8.17): by status, by actual media type, by emptiness:
//! `answers`, `response_headers`, `responses`.

use specwright_compiled::operations::{answers, response_headers as typed_headers, responses, security};
use specwright_runtime::{Error, Value};

use crate::common::{Answer, last, status, told};

const NOTE: &str = r#"{"text":"t"}"#;

fn text(status: u16, media: &str, body: &str) -> Answer {
    Answer::status(status).header("Content-Type", media).body(body)
}

#[tokio::test]
async fn errors_are_typed_by_code_then_range_then_default() {
    use answers::operations::typed::Failure;
    let server = told([
        Answer::json(200, NOTE),
        Answer::json(404, r#"{"missing":"m","request_id":"r1"}"#),
        text(400, "application/problem+json", r#"{"title":"T","status":400}"#),
        Answer::json(422, r#"{"title":"plain JSON"}"#),
        text(500, "text/plain", "down"),
        text(503, "text/html", "<p>down</p>"),
    ]);
    let client = client!(answers, server);
    assert_eq!(client.typed().await.expect("a note").text, "t");
    assert_eq!(
        last(&server).header("accept"),
        Some("application/json, application/problem+json;q=0.5, text/plain;q=0.5"),
        "successes come first"
    );
    let error = client.typed().await.expect_err("404");
    assert!(
        matches!(error.api(), Some(Failure::NotFound(body)) if body.missing.as_deref() == Some("m")),
        "{error:?}"
    );
    assert_eq!(status(&error), Some(404));
    let error = client.typed().await.expect_err("400");
    assert!(matches!(error.api(), Some(Failure::ClientErrorProblem(body)) if body.title.as_deref() == Some("T")));
    let error = client.typed().await.expect_err("422");
    assert!(
        matches!(error.api(), Some(Failure::ClientErrorProblem(body)) if body.title.as_deref() == Some("plain JSON"))
    );
    let error = client.typed().await.expect_err("500");
    assert!(matches!(error.api(), Some(Failure::OtherText(body)) if body == "down"));
    // The page of a proxy does not pass for the documented text.
    let error = client.typed().await.expect_err("503");
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    assert_eq!(error.body().map(|body| &body[..]), Some(b"<p>down</p>".as_slice()));
}

/// Live servers answer what nobody documented: status, headers and bytes are kept.
#[tokio::test]
async fn what_is_not_documented_is_kept() {
    let server = told([
        text(418, "text/html", "<p>tea</p>").header("X-Request-Id", "r7"),
        Answer::json(500, r#"["title"]"#),
        Answer::json(200, r#"{"text":1}"#),
        Answer::status(200),
        text(200, "text/html", "<p>login</p>"),
        Answer::json(201, NOTE),
    ]);
    let client = client!(answers, server);
    let error = client.ranges().await.expect_err("418");
    assert!(matches!(error, Error::Unexpected(_)));
    assert_eq!((status(&error), error.request_id().as_deref()), (Some(418), Some("r7")));
    assert_eq!(error.body().map(|body| &body[..]), Some(b"<p>tea</p>".as_slice()));
    assert!(
        error
            .headers()
            .is_some_and(|headers| headers.contains_key("content-type"))
    );
    let error = client
        .ranges()
        .await
        .expect_err("a documented error with another shape");
    assert!(matches!(error, Error::Unexpected(_)), "{error:?}");
    assert_eq!(status(&error), Some(500));
    let error = client.count().await.expect_err("an object instead of a number");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    let error = client.count().await.expect_err("nothing instead of a number");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    let error = client.count().await.expect_err("a page instead of a number");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    // 2XX covers 201.
    assert_eq!(client.ranges().await.expect("a note").text, "t");
}

#[tokio::test]
async fn errors_of_decoding_say_where() {
    let server = told([Answer::json(200, r#"{"tags":["t"],"text":["a",7]}"#)]);
    let error = client!(answers, server)
        .typed()
        .await
        .expect_err("an array in place of a required string");
    let Error::Decode(failure) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.path(), "/text");
    assert!(error.to_string().contains("/text"), "{error}");
}

#[tokio::test]
async fn several_successes() {
    use answers::operations::create::Success as Created;
    let server = told([
        Answer::json(200, NOTE),
        Answer::json(201, r#"{"id":"7"}"#),
        Answer::status(204),
        Answer::status(204).header("Content-Type", "application/json"),
        Answer::json(202, NOTE),
    ]);
    let client = client!(answers, server);
    assert!(matches!(&*client.create().await.expect("200"), Created::Ok(note) if note.text == "t"));
    assert!(matches!(&*client.create().await.expect("201"), Created::Created(receipt) if receipt.id == "7"));
    assert!(matches!(&*client.create().await.expect("204"), Created::NoContent));
    assert!(
        matches!(&*client.create().await.expect("204"), Created::NoContent),
        "whatever the media type claims"
    );
    let accepted = client.create().await.expect("202 is read as 200");
    assert!(matches!(&*accepted, Created::Ok(note) if note.text == "t"));
    assert_eq!(accepted.status().as_u16(), 202);
    let server = told([Answer::json(200, NOTE), Answer::status(204), Answer::status(200)]);
    let client = client!(answers, server);
    use answers::operations::optional_note::Success as Optional;
    assert!(matches!(&*client.optional_note().await.expect("200"), Optional::Ok(_)));
    assert!(matches!(
        &*client.optional_note().await.expect("204"),
        Optional::NoContent
    ));
    assert!(
        matches!(&*client.optional_note().await.expect("200"), Optional::NoContent),
        "nothing is what 204 says"
    );
}

#[tokio::test]
async fn a_form_has_the_credentials_of_the_call_and_reads_no_content_as_nothing() {
    let server = told([text(200, "text/csv", "a,b"), Answer::status(204), Answer::status(500)]);
    let client = builder!(security, server).basic("u", "p").build().expect("a client");
    let rows = client.formed().send_csv().await.expect("CSV").into_inner();
    assert_eq!(rows.as_deref(), Some("a,b"));
    assert_eq!(last(&server).header("authorization"), Some("Basic dTpw"));
    assert_eq!(client.formed().send_csv().await.expect("nothing").into_inner(), None);
    let error = client.formed().send_csv().await.expect_err("500");
    assert_eq!(error.api(), Some(&security::operations::formed::Failure::Other));
}

#[tokio::test]
async fn each_media_type_beside_json_has_a_form_of_the_call() {
    let server = told([
        text(200, "application/json; charset=utf-8", NOTE),
        text(200, "text/csv; header=present", "a,b"),
        text(200, "application/pdf", "%PDF"),
        Answer::status(200).body(NOTE),
        text(200, "application/vnd.x+json", NOTE),
        text(200, "image/png", "png"),
        text(200, "text/csv", "a,b"),
        text(200, "application/json", NOTE),
    ]);
    let client = client!(answers, server);
    assert_eq!(client.either().await.expect("JSON").text, "t");
    assert_eq!(last(&server).header("accept"), Some("application/json"));
    assert_eq!(*client.either().send_csv().await.expect("CSV"), "a,b");
    assert_eq!(last(&server).header("accept"), Some("text/csv, */*;q=0.1"));
    let stream = client.either().send_pdf().await.expect("PDF").into_inner();
    assert_eq!(stream.collect(100).await.expect("bytes"), "%PDF");
    assert_eq!(last(&server).header("accept"), Some("application/pdf, */*;q=0.1"));
    assert_eq!(client.either().await.expect("no media type").text, "t");
    assert_eq!(client.either().await.expect("a JSON suffix").text, "t");
    assert!(
        matches!(client.either().await, Err(Error::Decode(_))),
        "nothing declared fits"
    );
    let error = client.either().await.expect_err("CSV was not asked for");
    let other = "the content type is not one that this call reads";
    assert!(error.to_string().contains(other), "{error}");
    let error = client.either().send_csv().await.expect_err("JSON was not asked for");
    assert!(error.to_string().contains(other), "{error}");
    assert_eq!(
        error.body().map(|body| &body[..]),
        Some(NOTE.as_bytes()),
        "nothing is lost"
    );
}

#[tokio::test]
async fn text_numbers_anything_and_nothing() {
    let server = told([
        text(200, "application/xml", "\u{feff}<a>é</a>"),
        Answer::json(200, "1.0"),
        Answer::json(200, r#"{"a":[1,null]}"#),
        Answer::json(200, "7"),
        Answer::json(200, r#"{"any":"body"}"#),
        Answer::json(500, NOTE),
        Answer::json(404, NOTE),
    ]);
    let client = client!(answers, server);
    assert_eq!(*client.xml().await.expect("text"), "<a>é</a>");
    assert_eq!(*client.count().await.expect("a number"), 1);
    assert_eq!(
        *client.anything().await.expect("an object"),
        serde_json::json!({"a": [1, null]})
    );
    assert_eq!(*client.anything().await.expect("a number"), Value::from(7));
    client.undocumented().await.expect("nothing is expected");
    assert_eq!(status(&client.undocumented().await.expect_err("500")), Some(500));
    // `default` alone is the success; an error of that shape is told from it by its status.
    let error = client.fallback().await.expect_err("404");
    assert_eq!(status(&error), Some(404));
}

/// What the server says that the document does not know is kept: values, members, null.
#[tokio::test]
async fn answers_are_read_liberally() {
    use answers::types::note::Kind;
    let server = told([Answer::json(
        200,
        r#"{"text":"t","tags":null,"kind":"new","more":{"x":1}}"#,
    )]);
    let note = client!(answers, server).typed().await.expect("a note");
    assert_eq!(note.tags, None);
    assert!(matches!(&note.kind, Some(Kind::Unknown(word)) if &**word == "new"));
    assert_eq!(note.kind.as_ref().map(Kind::as_str), Some("new"));
}

#[tokio::test]
async fn head_and_declared_redirects() {
    let server = told([
        // The connection ends with a raw answer: a client that is not told would use it again.
        Answer::raw("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 120\r\n\r\n"),
        Answer::raw("HTTP/1.1 404 Gone\r\nConnection: close\r\nContent-Length: 120\r\n\r\n"),
        Answer::status(302).header("Location", "/elsewhere"),
    ]);
    let client = client!(answers, server);
    let head = client.head().await.expect("200");
    let headers = answers::operations::head::Headers::of(&head).expect("headers");
    assert_eq!(headers.content_length, Some(120));
    assert_eq!(status(&client.head().await.expect_err("404")), Some(404));
    let moved = client.moved().await.expect("a documented redirect is an answer");
    assert_eq!(
        (moved.status().as_u16(), moved.header("location")),
        (302, Some("/elsewhere"))
    );
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn typed_headers_of_an_answer() {
    use typed_headers::operations::limited::{Headers, XModeHeader};
    let full = Answer::json(200, "\"x\"")
        .header("X-Rate-Limit", "7")
        .header("x-tags", "a, b")
        .header("X-Tags", "c")
        .header("X-Reset", "2026-01-02T03:04:05Z")
        .header("X-Mode", "new")
        .header("X-Range", "from,1,to,2")
        .header("X-Exploded", "from=1,to=2")
        .header("X-Meta", r#"{"a":true}"#)
        .header("ETag", "\"7\"");
    let server = told([
        full,
        Answer::json(200, "\"x\"").header("X-Rate-Limit", "many"),
        Answer::json(200, "\"x\""),
        Answer::json(206, "\"x\"")
            .header("X-Rate-Limit", "7")
            .header("X-Reset", "soon")
            .header("X-Meta", "{")
            .header("X-Ids", "1,2"),
        Answer::status(204).header("X-Request-Cost", "0.5"),
    ]);
    let client = client!(response_headers, server);
    let headers = Headers::of(&client.limited().await.expect("200")).expect("headers");
    assert_eq!(headers.x_rate_limit, 7);
    assert_eq!(
        headers.x_tags,
        Some(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()])
    );
    assert_eq!(
        headers.x_reset.as_ref().map(|time| time.as_str()),
        Some("2026-01-02T03:04:05Z")
    );
    assert!(matches!(headers.x_mode, Some(XModeHeader::Unknown(_))));
    assert_eq!(headers.x_range.as_ref().and_then(|range| range.to), Some(2));
    assert_eq!(headers.x_exploded.as_ref().and_then(|range| range.from_), Some(1));
    assert_eq!(headers.x_meta.as_ref().and_then(|meta| meta.a), Some(true));
    assert_eq!(headers.e_tag.as_deref(), Some("\"7\""));
    assert!(headers.unread().is_empty());
    let error = Headers::of(&client.limited().await.expect("200")).expect_err("no number");
    assert_eq!((error.name(), error.is_missing()), ("x-rate-limit", false));
    let error = Headers::of(&client.limited().await.expect("200")).expect_err("no header");
    assert_eq!((error.name(), error.is_missing()), ("x-rate-limit", true));
    let headers = Headers::of(&client.limited().await.expect("206")).expect("headers");
    assert_eq!(
        headers.x_ids,
        Some(vec![1, 2]),
        "what cannot be read costs no other header"
    );
    let unread: Vec<&str> = headers.unread().iter().map(|error| error.name()).collect();
    assert_eq!((headers.x_meta, unread), (None, vec!["x-meta"]));
    let removed = client.remove().await.expect("204");
    let cost = typed_headers::operations::remove::Headers::of(&removed).expect("headers");
    assert_eq!(cost.x_request_cost, Some(0.5));
}

#[tokio::test]
async fn typed_answers_of_inline_schemas() {
    use responses::operations::one::Failure;
    let server = told([
        text(404, "application/json", r#"{"message":"gone"}"#),
        text(500, "application/problem+json", r#"{"title":"T"}"#),
        Answer::json(201, "7"),
        text(400, "text/plain", "bad"),
    ]);
    let client = client!(responses, server);
    let error = client.one().await.expect_err("404");
    assert!(matches!(error.into_api(), Ok(Failure::NotFound(body)) if body.message.as_deref() == Some("gone")));
    let error = client.one().await.expect_err("500");
    assert!(matches!(error.into_api(), Ok(Failure::OtherProblem(body)) if body.title.as_deref() == Some("T")));
    use responses::operations::two::Success as Two;
    assert!(matches!(*client.two().await.expect("201"), Two::Created(7)));
    let error = client.range().await.expect_err("400");
    use responses::operations::range::Failure as Range;
    assert_eq!(error.api(), Some(&Range::ClientErrorText("bad".to_owned())));
}
