//! What a media type or an encoding makes of a value, and what servers send in place of what is documented: `contents`.

use specwright_compiled::operations::contents::operations::{add_photo, get_invoice};

use specwright_runtime::transport::mock::MockResponse;
use specwright_runtime::{Error, Mismatch, Multipart, Part};

use crate::common::{Answer, last, mock, quiet, status, told};

fn parts(request: &str) -> Vec<(&str, &str)> {
    let parts = request.split("\r\n--").filter_map(|part| part.split_once("\r\n\r\n"));
    parts
        .map(|(head, text)| {
            let name = head.split("name=\"").nth(1).and_then(|rest| rest.split('"').next());
            (name.unwrap_or(head), text)
        })
        .collect()
}

/// OpenAPI 3.1.1 section 4.8.15.1.2: a part has the style that is written out.
#[tokio::test]
async fn parts_have_styles() {
    let server = quiet();
    let photo = add_photo::RequestMultipart::new(Part::from("png"), ["a b", "c"])
        .colours(["red", "blue"])
        .size(add_photo::Size::new().width(3).height(2))
        .place(add_photo::Place::new().city("Ulm").at([9.5, 48.0]));
    client!(contents, server).add_photo(photo).await.expect("204");
    let sent = last(&server).text();
    assert_eq!(
        parts(&sent),
        [
            ("photo", "png"),
            ("tags", "a b,c"),
            ("colours", "red|blue"),
            ("width", "3"),
            ("height", "2"),
            ("place[city]", "Ulm"),
            ("place[at][0]", "9.5"),
            ("place[at][1]", "48"),
        ]
    );
    assert!(!sent.contains("json"), "{sent}");
}

/// Items of a sequence have no names, so that none becomes a part of its own.
#[tokio::test]
async fn items_are_parts() {
    let server = told([Answer::status(204), Answer::status(200)]);
    let client = client!(contents, server);
    let mut readings = Multipart::new();
    readings.value("", "application/json", &serde_json::json!({"value": 1}));
    readings.value("", "application/json", &serde_json::json!({"value": 2}));
    let mut stored = client.add_readings(readings).await.expect("204").into_inner();
    assert!(stored.next().await.is_none(), "no content, no parts");
    let sent = last(&server).text();
    assert_eq!(
        sent.matches("content-type: application/json\r\n\r\n{\"value\":")
            .count(),
        2,
        "{sent}"
    );
    let error = client.add_readings(Multipart::new()).await;
    assert!(error.is_ok(), "an empty body has no parts: {error:?}");
}

#[tokio::test]
async fn a_query_of_any_media_type() {
    let server = quiet();
    client!(contents, server).search("$.a[?@.b==1]&c").await.expect("204");
    assert_eq!(last(&server).target, "/search?%24.a%5B%3F%40.b%3D%3D1%5D%26c");
}

/// A failure has the media type of the success in the document, and is JSON.
#[tokio::test]
async fn a_failure_is_json() {
    let problem = || Answer::json(404, r#"{"message":"gone"}"#);
    let page = Answer::status(404)
        .header("content-type", "application/pdf")
        .body("%PDF");
    let server = told([problem(), Answer::json(500, r#"{"message":"later"}"#), page]);
    let client = client!(contents, server);
    match client.get_invoice(1).await.expect_err("404") {
        Error::Api(failure) => match failure.body() {
            get_invoice::Failure::NotFound(problem) => assert_eq!(problem.message, "gone"),
            other => panic!("{other:?}"),
        },
        other => panic!("{other}"),
    }
    assert!(matches!(client.get_invoice(1).await, Err(Error::Api(_))));
    let error = client.get_invoice(1).await.expect_err("404");
    assert!(
        matches!(&error, Error::Unexpected(_)) && error.body().is_some_and(|body| body == &b"%PDF"[..]),
        "{error:?}"
    );
    assert_eq!(status(&error), Some(404));
}

/// A stream is the array of its values (OpenAPI 3.2, "Sequential Media Types").
#[tokio::test]
async fn items_of_a_documented_array() {
    let mock = mock();
    let response = |content_type, body: &'static str| {
        MockResponse::status(200)
            .header("content-type", content_type)
            .body(body)
    };
    let lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
    mock.expect("readLog", response("application/x-ndjson", lines));
    mock.expect("readFeed", response("text/event-stream", "data: {\"text\":\"a\"}\n\n"));
    let client = mocked!(contents, mock);
    let mut log = client.read_log().await.expect("a stream").into_inner();
    let mut texts = Vec::new();
    while let Some(line) = log.next().await {
        texts.push(line.expect("a line").text);
    }
    assert_eq!(texts, ["a", "b"]);
    let mut feed = client.read_feed().await.expect("a stream").into_inner();
    let event = feed.next().await.expect("an event").expect("news");
    assert_eq!(event.text, "a");
}

/// Swagger 2.0: `csv` is one part, and a file is never a field of a form.
#[tokio::test]
async fn forms_with_arrays_of_files() {
    use specwright_compiled::versions::swagger_2_files::{client::Client, operations::add_photos};
    let server = quiet();
    let client = Client::builder().base_url(server.url()).build().expect("a client");
    let photos = add_photos::RequestMultipart::new([Part::from("1"), Part::from("2").filename("b.png")]);
    let photos = photos.tags(["a", "b"]).people(["c", "d"]);
    client.add_photos(photos).await.expect("204");
    let sent = last(&server).text();
    assert_eq!(
        parts(&sent),
        [
            ("photos", "1"),
            ("photos", "2"),
            ("tags", "a,b"),
            ("people", "c"),
            ("people", "d")
        ]
    );
    assert!(sent.contains("filename=\"b.png\""), "{sent}");
}

async fn news(content_type: &str, body: &str) -> Vec<Result<String, Error>> {
    let mock = mock();
    let response = MockResponse::status(200).header("content-type", content_type);
    mock.expect("watchNews", response.body(body.to_owned()));
    let mut news = mocked!(contents, mock)
        .watch_news()
        .await
        .expect("a stream")
        .into_inner();
    let mut all = Vec::new();
    while let Some(event) = news.next().await {
        all.push(event.map(|event| event.into_data().text));
    }
    all
}

#[tokio::test]
async fn events_that_servers_call_text() {
    for content_type in [
        "text/plain",
        "text/event-stream, text/event-stream",
        "TEXT/Event-Stream;charset=utf-8",
    ] {
        let news = news(content_type, "data: {\"text\":\"a\"}\n\n").await;
        assert!(
            matches!(news.as_slice(), [Ok(text)] if text == "a"),
            "{content_type}: {news:?}"
        );
    }
}

/// An event without data is of no type: it keeps the connection alive.
#[tokio::test]
async fn events_without_data() {
    let news = news(
        "text/event-stream",
        "data:\n\nevent: ping\ndata: \n\ndata: {\"text\":\"a\"}\n\nevent: error\ndata:\n\n",
    );
    let news = news.await;
    assert!(matches!(news.as_slice(), [Ok(text), Err(_)] if text == "a"), "{news:?}");
}

/// A stream without a line of the format is not an empty stream.
#[tokio::test]
async fn a_body_that_is_not_events() {
    let news = news("text/event-stream", "{\n  \"message\": \"busy\"\n}").await;
    match news.as_slice() {
        [Err(Error::Decode(failure))] => {
            assert!(matches!(failure.reason(), Mismatch::Events));
            let body = news[0].as_ref().err().and_then(Error::body);
            assert_eq!(
                body.map(|body| &body[..]),
                Some(&b"{\n  \"message\": \"busy\"\n}\n"[..])
            );
        }
        other => panic!("{other:?}"),
    }
    assert!(self::news("text/event-stream", ": nothing new\n\n").await.is_empty());
}
