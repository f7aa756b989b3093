//! Bodies that differ from their document: `deviations`.

use specwright_compiled::operations::deviations;
use specwright_runtime::{CallOptions, Deviation, Error, Kind, Reading, Repair, Value};

use crate::common::{Answer, last, said, told};

fn kinds(deviations: &[Deviation]) -> Vec<(&str, Kind, Kind, Repair)> {
    let kinds = deviations
        .iter()
        .map(|one| (one.pointer(), one.expected(), one.found(), one.repair()));
    kinds.collect()
}

#[tokio::test]
async fn every_difference_of_a_response_is_seen() {
    let body = r#"{"count":"2","ids":[1,2],"shelves":[{"name":7,"number":[1]},{"name":"b","number":9223372036854775808,"labels":{"ann":1}}]}"#;
    let server = told([Answer::json(200, body), Answer::json(200, r#"{"count":2}"#)]);
    let client = client!(deviations, server);
    let response = client.list_shelves().await.expect("the server carried it out");
    assert_eq!(response.count, Some(2.0));
    assert_eq!(
        response.ids.as_deref(),
        Some(["1".to_owned(), "2".to_owned()].as_slice())
    );
    let shelves = response.shelves.as_deref().expect("shelves");
    assert_eq!((shelves[0].name.as_str(), shelves[0].number), ("7", None));
    assert_eq!((shelves[1].name.as_str(), shelves[1].number), ("b", None));
    assert_eq!(
        kinds(response.deviations()),
        [
            ("/count", Kind::Number, Kind::String, Repair::Converted),
            ("/ids/0", Kind::String, Kind::Integer, Repair::Converted),
            ("/ids/1", Kind::String, Kind::Integer, Repair::Converted),
            ("/shelves/0/name", Kind::String, Kind::Integer, Repair::Converted),
            ("/shelves/0/number", Kind::Integer, Kind::Array, Repair::LeftOut),
            ("/shelves/1/number", Kind::Integer, Kind::Unreadable, Repair::LeftOut),
            // The key of a map is data.
            ("/*/1/*/*", Kind::String, Kind::Integer, Repair::Converted),
        ]
    );
    let one = &response.deviations()[0];
    assert_eq!(
        (one.operation(), one.status().as_u16(), one.media_type()),
        ("listShelves", 200, "application/json")
    );
    assert_eq!(&response.bytes()[..], body.as_bytes(), "the body as it was received");
    let fine = client.list_shelves().await.expect("as documented");
    assert!(fine.deviations().is_empty());
}

#[tokio::test]
async fn a_failure_is_read_by_the_same_rule() {
    let server = told([Answer::json(400, r#"{"code":"17","message":5}"#)]);
    let error = client!(deviations, server).list_shelves().await.expect_err("400");
    let Error::Api(failure) = &error else {
        panic!("{error:?}")
    };
    assert_eq!((failure.body().code(), failure.body().message()), (Some(17), Some("5")));
    assert_eq!(error.deviations().len(), 2);
}

/// An update sends all that was read: what was left out would be deleted.
#[tokio::test]
async fn nothing_is_lost_between_get_and_put() {
    let book = r#"{"title":"Rust","year":"2018","note":5}"#;
    let odd = r#"{"title":"Rust","year":"soon","note":"n"}"#;
    let answers = [
        Answer::json(200, book),
        Answer::status(204),
        Answer::json(200, odd),
        Answer::json(200, odd),
    ];
    let server = told(answers);
    let client = client!(deviations, server);
    let read = client.get_book("1").await.expect("converted").into_inner();
    client.put_book("1", read).await.expect("stored");
    let sent: Value = serde_json::from_slice(&last(&server).body).expect("JSON");
    assert_eq!(sent, serde_json::json!({"title": "Rust", "year": 2018, "note": "5"}));

    let error = client.get_book("1").await.expect_err("`year` cannot be kept");
    let Error::Decode(decode) = &error else {
        panic!("{error:?}")
    };
    let [fault] = decode.faults() else { panic!("{error}") };
    assert_eq!(
        (fault.pointer(), fault.expected(), fault.found()),
        ("/year", Kind::Integer, Kind::String)
    );
    assert!(!said(&error).contains("soon"), "values are not shown");

    let lossy = CallOptions::new().reading(Reading::Lossy);
    let read = client.get_book("1").with(lossy).await.expect("permitted");
    assert_eq!((read.year, read.note.as_deref()), (None, Some("n")));
}

#[tokio::test]
async fn strict_reading_repairs_nothing() {
    let body = r#"{"count":"2"}"#;
    let server = told([Answer::json(200, body), Answer::json(200, body)]);
    let client = builder!(deviations, server)
        .reading(Reading::Strict)
        .build()
        .expect("a client");
    let error = client.list_shelves().await.expect_err("strict");
    assert_eq!(
        error.to_string(),
        "listShelves: the server carried the call out (200 OK), but its response cannot be read: the body does not have the \
         documented shape: expected a number, found a string at `/count`; record responses (feature `record`), and \
         `specwright learn openapi.yaml calls.jsonl -o learned.yaml` writes the overlay that makes the document true to them"
    );
    let tolerant = CallOptions::new().reading(Reading::Tolerant);
    assert_eq!(
        client.list_shelves().with(tolerant).await.expect("tolerant").count,
        Some(2.0)
    );
}

#[tokio::test]
async fn what_is_required_is_missing_in_the_error_and_nowhere_invented() {
    let shelves = r#"{"shelves":[{"number":1},{"name":{}},{"number":"x"}],"count":[]}"#;
    let server = told([Answer::json(200, shelves), Answer::json(200, "{\"count\":")]);
    let client = client!(deviations, server);
    let error = client.list_shelves().await.expect_err("no name");
    let Error::Decode(decode) = &error else {
        panic!("{error:?}")
    };
    let faults: Vec<_> = decode
        .faults()
        .iter()
        .map(|fault| (fault.pointer(), fault.missing()))
        .collect();
    assert_eq!(faults, [("/shelves/0", Some("name")), ("/shelves/1/name", None)]);
    let error = client.list_shelves().await.expect_err("cut off");
    assert!(
        error.to_string().ends_with("the body is not JSON (line 1, column 9)"),
        "{error}"
    );
}

#[tokio::test]
async fn a_union_keeps_what_a_later_server_sends() {
    use deviations::types::setting::Grouping;
    let later = r#"{"grouping":{"aggregate":"some","fields":["a"],"window":900}}"#;
    let new = r#"{"grouping":{"aggregate":"some","fields":["a"],"weight":1}}"#;
    let odd = r#"{"grouping":{"aggregate":"all","fields":["a"],"window":"900"}}"#;
    let server = told([later, new, odd].map(|body| Answer::json(200, body)));
    let client = client!(deviations, server);
    let setting = client.get_setting().await.expect("a later server");
    let Some(Grouping::ByContent(grouping)) = &setting.grouping else {
        panic!("{setting:?}")
    };
    assert_eq!(
        (grouping.fields.as_deref(), grouping.window),
        (Some(["a".to_owned()].as_slice()), Some(900))
    );
    assert_eq!(
        grouping.aggregate.as_ref().map(|aggregate| aggregate.as_str()),
        Some("some")
    );
    let setting = client.get_setting().await.expect("a new variant");
    assert!(matches!(&setting.grouping, Some(Grouping::Unknown(value)) if value["weight"] == 1));
    let setting = client.get_setting().await.expect("a number as a string");
    assert!(matches!(&setting.grouping, Some(Grouping::ByContent(grouping)) if grouping.window == Some(900)));
    assert_eq!(
        kinds(setting.deviations()),
        [("/grouping/window", Kind::Integer, Kind::String, Repair::Converted)]
    );
}

#[tokio::test]
async fn streams_are_read_by_the_same_rule() {
    let events = "data: {\"id\":\"1\",\"note\":[]}\n\ndata: {\"note\":\"n\"}\n\ndata: {\"id\":3}\n\n";
    let lines = "{\"id\":\"1\"}\n{}\n{\"id\":3}\n";
    let stream = |media: &str, body: &str| Answer::status(200).header("Content-Type", media).body(body);
    let server = told([
        stream("text/event-stream", events),
        stream("application/x-ndjson", lines),
    ]);
    let client = client!(deviations, server);
    let mut events = client.watch_changes().await.expect("a stream").into_inner();
    assert_eq!(events.next().await.expect("an event").expect("repaired").id, 1);
    assert_eq!(events.deviations().len(), 2);
    assert!(
        matches!(events.next().await, Some(Err(Error::Decode(_)))),
        "`id` is missing"
    );
    assert_eq!(events.next().await.expect("an event").expect("as documented").id, 3);
    assert!(events.deviations().is_empty());
    let mut lines = client.read_log().await.expect("a stream").into_inner();
    assert_eq!(lines.next().await.expect("a line").expect("repaired").id, 1);
    assert_eq!(lines.deviations().len(), 1);
    assert!(lines.next().await.expect("a line").is_err());
    assert_eq!(lines.next().await.expect("a line").expect("as documented").id, 3);
}
