//! What servers send in place of what is documented: `differing`. Each row is what was sent, and what a user expects of it.

use std::fmt::Debug;

use specwright_compiled::operations::differing;
use specwright_runtime::{CallOptions, Deviation, Error, Kind, Reading, Repair, Value};

use crate::common::{Answer, last, told};

fn text(media: &str, body: impl Into<Vec<u8>>) -> Answer {
    Answer::status(200).header("Content-Type", media).body(body)
}

/// Where it differs, and what was done.
fn said(deviations: &[Deviation]) -> Vec<String> {
    let said = deviations.iter().map(|one| {
        format!(
            "{} {:?} {:?} {:?}",
            one.pointer(),
            one.expected(),
            one.found(),
            one.repair()
        )
    });
    said.collect()
}

/// Reads a thing of one property beside its id.
async fn property<T: Debug>(json: &str, of: fn(differing::types::Thing) -> T) -> (T, Vec<String>) {
    let server = told([Answer::json(200, &format!(r#"{{"id":"a",{json}}}"#))]);
    let thing = client!(differing, server).get_thing().await;
    let thing = thing.unwrap_or_else(|error| panic!("{json}: {error}"));
    let said = said(thing.deviations());
    (of(thing.into_inner()), said)
}

#[tokio::test]
async fn scalars_in_strings_are_what_they_say() {
    for (sent, count) in [
        ("+5", Some(5)),
        (" 5 ", Some(5)),
        ("5.0", Some(5)),
        ("1e3", Some(1000)),
        ("1,000", None),
        ("007", None),
    ] {
        let (read, said) = property(&format!(r#""count":"{sent}""#), |thing| thing.count).await;
        assert_eq!((read, said.len()), (count, 1), "{sent}: {said:?}");
    }
    for (sent, ratio) in [
        (".5", Some(0.5)),
        ("-.25", Some(-0.25)),
        ("5.", Some(5.0)),
        ("NaN", None),
        ("1.5%", None),
    ] {
        let (read, said) = property(&format!(r#""ratio":"{sent}""#), |thing| thing.ratio).await;
        assert_eq!((read, said.len()), (ratio, 1), "{sent}: {said:?}");
    }
    let words = [
        ("1", Some(true)),
        ("0", Some(false)),
        ("yes", Some(true)),
        ("N", Some(false)),
        ("on", Some(true)),
        ("perhaps", None),
        ("2", None),
    ];
    for (sent, on) in words {
        let (read, said) = property(&format!(r#""on":"{sent}""#), |thing| thing.on).await;
        assert_eq!((read, said.len()), (on, 1), "{sent}: {said:?}");
    }
    let (at, said) = property(r#""at":1700000000"#, |thing| thing.at.map(|at| at.to_string())).await;
    assert_eq!(
        (at.as_deref(), said.as_slice()),
        (
            Some("1700000000"),
            ["/at String Integer Converted".to_owned()].as_slice()
        )
    );
    let (at, said) = property(r#""at":"2026-11-23 08:30:00+0000""#, |thing| {
        thing.at.map(|at| at.to_string())
    })
    .await;
    assert_eq!(
        (at.as_deref(), said.len()),
        (Some("2026-11-23 08:30:00+0000"), 0),
        "as it came"
    );
}

#[tokio::test]
async fn what_is_empty_and_of_another_kind_is_nothing() {
    for (sent, fault) in [
        (r#""count":"""#, "/count Integer String Absent"),
        (r#""on":"""#, "/on Boolean String Absent"),
        (r#""owner":"""#, "/owner Object String Absent"),
        (r#""owner":false"#, "/owner Object Boolean Absent"),
        (r#""owner":[]"#, "/owner Object Array Absent"),
        (r#""tags":"""#, "/tags Array String Absent"),
        (r#""tags":false"#, "/tags Array Boolean Absent"),
        (r#""id":"b","state":[]"#, "/state String Array Absent"),
        (r#""ratio":{}"#, "/ratio Number Object Absent"),
    ] {
        let (thing, said) = property(sent, |thing| thing).await;
        assert_eq!(said, [fault], "{sent}");
        let none = (thing.count, thing.on, thing.owner, thing.tags, thing.state, thing.ratio);
        assert_eq!(none, (None, None, None, None, None, None), "{sent}");
    }
}

/// Nothing is lost by it, so that it can be sent back.
#[tokio::test]
async fn nothing_is_sent_back_as_nothing() {
    let server = told([
        Answer::json(200, r#"{"id":"a","balance":"","limits":false,"parent":[]}"#),
        Answer::status(204),
        Answer::json(200, r#"{"id":"a","balance":"much"}"#),
    ]);
    let client = client!(differing, server);
    let account = client.get_account().await.expect("an account");
    assert_eq!(account.deviations().len(), 3);
    client.put_account(account.into_inner()).await.expect("stored");
    let sent: Value = serde_json::from_slice(&last(&server).body).expect("JSON");
    assert_eq!(sent, serde_json::json!({"id": "a", "parent": {}}));
    assert!(
        matches!(client.get_account().await, Err(Error::Decode(_))),
        "`much` would be lost"
    );
}

#[tokio::test]
async fn what_is_required_is_empty_where_null_can_only_mean_that() {
    let null = r#"{"tags":null,"labels":null,"place":null,"rate":"","count":1}"#;
    let server = told([
        Answer::json(200, null),
        Answer::json(200, null),
        Answer::json(200, &null.replace("1}", "null}")),
        Answer::json(200, "null"),
        Answer::json(200, "null"),
        Answer::json(200, r#"[null,{"city":"x"}]"#),
    ]);
    let client = client!(differing, server);
    let needs = client.get_needs().await.expect("lists and maps of Go");
    assert!(needs.tags.is_empty() && needs.labels.is_empty() && needs.place.city.is_none() && needs.rate.is_none());
    assert_eq!(
        said(needs.deviations()),
        [
            "/tags Array Null Converted",
            "/labels Object Null Converted",
            "/place Object Null Converted",
            "/rate Number String Absent",
        ]
    );
    let strict = CallOptions::new().reading(Reading::Strict);
    assert!(client.get_needs().with(strict).await.expect_err("strict").carried_out());
    let error = client.get_needs().await.expect_err("no number is invented");
    assert!(
        error
            .to_string()
            .contains("expected an integer, found null at `/count`"),
        "{error}"
    );
    assert!(client.list_things().await.expect("no things").is_empty());
    let error = client.get_needs().await.expect_err("nothing is not an object");
    assert!(error.to_string().contains("expected an object, found null"), "{error}");
    let error = client.list_loose().await.expect_err("no item is invented");
    assert!(
        error.to_string().contains("expected an object, found null at `/0`"),
        "{error}"
    );
}

#[tokio::test]
async fn a_list_of_one_and_its_item_are_read_as_each_other() {
    let (places, said) = property(r#""places":{"city":"x"}"#, |thing| {
        thing.places.map(|places| places.len())
    })
    .await;
    assert_eq!(
        (places, said.as_slice()),
        (Some(1), ["/places Array Object Converted".to_owned()].as_slice())
    );
    let (city, said) = property(r#""place":[{"city":"x"}]"#, |thing| {
        thing.place.and_then(|place| place.city)
    })
    .await;
    assert_eq!(
        (city.as_deref(), said.as_slice()),
        (Some("x"), ["/place Object Array Converted".to_owned()].as_slice())
    );
    // What is around a list is not its item, and of several items none is the object.
    let (places, said) = property(r#""places":{"data":[{"city":"x"}],"total":1}"#, |thing| {
        thing.places.is_some()
    })
    .await;
    assert_eq!(
        (places, said.as_slice()),
        (false, ["/places Array Object LeftOut".to_owned()].as_slice())
    );
    let (place, said) = property(r#""place":[{"city":"x"},{"city":"y"}]"#, |thing| thing.place.is_some()).await;
    assert_eq!(
        (place, said.as_slice()),
        (false, ["/place Object Array LeftOut".to_owned()].as_slice())
    );
    let server = told([
        Answer::json(200, r#"{"city":"x"}"#),
        Answer::json(200, r#"{"city":"x","zip":7}"#),
        Answer::json(200, r#"{"data":[{"city":"x"}],"total":1}"#),
        Answer::json(200, r#"{"error":"none"}"#),
        Answer::json(200, r#"[{"id":"a"}]"#),
        Answer::json(200, r#"[{"id":"a"},{"id":"b"}]"#),
    ]);
    let client = client!(differing, server);
    for zip in [None, Some("7")] {
        let places = client.list_loose().await.expect("a list of one");
        assert_eq!((places.len(), places[0].zip.as_deref()), (1, zip));
    }
    for _ in 0..2 {
        let error = client
            .list_loose()
            .await
            .expect_err("none of its properties is one of a place");
        assert!(
            error.to_string().contains("expected an array, found an object"),
            "{error}"
        );
    }
    assert_eq!(client.get_thing().await.expect("the only one").id, "a");
    let error = client.get_thing().await.expect_err("one of two");
    assert!(
        error.to_string().contains("expected an object, found an array"),
        "{error}"
    );
}

#[tokio::test]
async fn text_that_is_nearly_json_is_read_where_it_is_clear() {
    let json = "application/json";
    let twice = serde_json::to_string(r#"{"id":"a","count":"7"}"#).expect("JSON");
    let bodies = [
        ")]}'\n{\"id\":\"a\"}",
        "cb({\"id\":\"a\"});",
        "{\"id\":\"a\"}\0\0",
        "{\"id\":\"a\",}",
        "{\"id\":\"a\",\"at\":\"one\ntwo\"}",
        "{\"id\":\"a\",\"ratio\":NaN}",
        &twice,
    ];
    let server = told(bodies.iter().map(|body| text(json, *body)));
    let client = client!(differing, server);
    for body in bodies {
        let thing = client
            .get_thing()
            .await
            .unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(
            (thing.id.as_str(), thing.deviations().is_empty()),
            ("a", false),
            "{body}"
        );
        assert_eq!(&thing.bytes()[..], body.as_bytes(), "as it came");
    }
    let wrong = [
        "{\"id\":\"a\"}}",
        "{\"id\":\"a\"} x",
        "{'id':'a'}",
        "{\"id\":\"a\"}{\"id\":\"b\"}",
        "{\"id\":\"a\"",
        "Warning: x\n{\"id\":\"a\"}",
    ];
    let server = told(wrong.iter().map(|body| text(json, *body)));
    let client = client!(differing, server);
    for body in wrong {
        let error = client.get_thing().await.expect_err(body);
        assert!(error.carried_out(), "{body}: {error}");
    }
    let lists = [
        "{\"id\":\"a\"},\n{\"id\":\"b\"},\n",
        "{\"id\":\"a\"}{\"id\":\"b\"}",
        "{\n\"id\":\"a\"}\n{\n\"id\":\"b\"}\n",
        "[{\"id\":\"a\"},{\"id\":\"b\"},]",
    ];
    let server = told(lists.iter().map(|body| text(json, *body)));
    let client = client!(differing, server);
    for body in lists {
        let things = client
            .list_things()
            .await
            .unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!((things.len(), things.deviations().is_empty()), (2, false), "{body}");
    }
}

#[tokio::test]
async fn json_is_read_whatever_it_is_called() {
    let types = [
        "image/png",
        "application/xml",
        "application/pdf",
        "multipart/form-data",
        "*/*",
        "foo",
        "text/event-stream",
        "application/vnd.ms-excel",
        "application/json; charset=nonsense",
        "application/json;;",
    ];
    let server = told(types.iter().map(|media| text(media, "\n{\"id\":\"a\"}")));
    let client = client!(differing, server);
    for media in types {
        let thing = client
            .get_thing()
            .await
            .unwrap_or_else(|error| panic!("{media}: {error}"));
        assert_eq!(thing.id, "a", "{media}");
    }
    let named = text("application/json", "{\"id\":\"a\"}").header("Content-Encoding", "UTF-8");
    let server = told([named]);
    assert_eq!(
        client!(differing, server)
            .get_thing()
            .await
            .expect("a charset is not a coding")
            .id,
        "a"
    );
    let server = told([
        text("image/png", "PNG"),
        text("application/pdf", "{PDF"),
        text("application/xml", "<a/>"),
    ]);
    let client = client!(differing, server);
    for _ in 0..3 {
        let error = client.get_thing().await.expect_err("another type");
        assert!(error.to_string().contains("content type"), "{error}");
    }
    let server = told([
        text("application/force-download", "%PDF"),
        text("application/vnd.ms-excel", "a;b"),
    ]);
    let client = client!(differing, server);
    let file = client.get_print().await.expect("a file").into_inner();
    assert_eq!(file.collect(10).await.expect("bytes"), "%PDF");
    assert_eq!(*client.get_sheet().await.expect("a sheet"), "a;b");
}

/// `{"id":"a"}` as gzip.
const ZIPPED: &[u8] =
    b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xABV\xCALQ\xB2RJT\xAA\x05\x00C\xE6\xA4\x9A\x0A\x00\x00\x00";

#[tokio::test]
async fn gzip_that_no_header_names_is_undone() {
    let server = told([
        text("application/json", ZIPPED),
        text("application/octet-stream", ZIPPED),
        text("application/gzip", ZIPPED),
        text("text/html", ZIPPED),
        text("application/pdf", ZIPPED),
        text("application/json", ZIPPED),
        text("application/json", ZIPPED),
        text("application/json", &ZIPPED[..20]),
    ]);
    let client = client!(differing, server);
    for _ in 0..3 {
        let thing = client.get_thing().await.expect("a thing");
        assert_eq!(
            (thing.id.as_str(), said(thing.deviations()).as_slice()),
            ("a", [" Other Unreadable Converted".to_owned()].as_slice())
        );
    }
    assert_eq!(*client.get_page().await.expect("text"), r#"{"id":"a"}"#);
    let file = client.get_print().await.expect("a file").into_inner();
    assert_eq!(file.collect(100).await.expect("bytes"), ZIPPED, "a file is as it came");
    let strict = CallOptions::new().reading(Reading::Strict);
    assert!(client.get_thing().with(strict).await.expect_err("strict").carried_out());
    let small = CallOptions::new().max_body(35);
    client.get_thing().with(small).await.expect("what is in it is smaller");
    assert!(client.get_thing().await.expect_err("cut off").carried_out());
}

#[tokio::test]
async fn an_error_names_the_property_that_is_there() {
    let server = told([
        Answer::json(200, r#"{"ID":"a"}"#),
        Answer::json(200, r#"{"id":"a","owner":{"full_name":"x"}}"#),
        Answer::json(200, r#"{"data":{"id":"a"}}"#),
    ]);
    let client = client!(differing, server);
    let error = client.get_thing().await.expect_err("no id");
    assert!(
        error
            .to_string()
            .contains("the required property `id` is missing (there is `ID`)"),
        "{error}"
    );
    let Error::Decode(decode) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (decode.faults()[0].missing(), decode.faults()[0].alike()),
        (Some("id"), Some("ID"))
    );
    let error = client.get_thing().await.expect_err("no name");
    let place = "the required property `fullName` is missing at `/owner` (there is `full_name`)";
    assert!(error.to_string().contains(place), "{error}");
    let error = client.get_thing().await.expect_err("what is around it is not guessed");
    assert!(!error.to_string().contains("there is"), "{error}");
}

#[tokio::test]
async fn a_union_is_read_without_its_tag_and_an_unknown_tag_is_kept() {
    use differing::types::Shape;
    let bodies = [
        r#"{"kind":null,"side":2}"#,
        r#"{"side":2}"#,
        r#"{"kind":"SQUARE","side":2}"#,
    ];
    let server = told(bodies.map(|body| Answer::json(200, body)));
    let client = client!(differing, server);
    for body in &bodies[..2] {
        let shape = client
            .get_shape()
            .await
            .unwrap_or_else(|error| panic!("{body}: {error}"));
        assert!(
            matches!(&*shape, Shape::Square(square) if square.side == 2.0),
            "{body}: {shape:?}"
        );
    }
    let shape = client.get_shape().await.expect("a new shape");
    assert!(
        matches!(&*shape, Shape::Unknown(value) if value["kind"] == "SQUARE"),
        "{shape:?}"
    );
}

#[tokio::test]
async fn lines_may_end_like_items() {
    let server = told([text(
        "application/x-ndjson",
        "{\"city\":\"a\"},\n{\"zip\":7},\n{\"city\":\"c\"}\n",
    )]);
    let mut places = client!(differing, server).read_log().await.expect("lines").into_inner();
    for expected in [1, 2, 0] {
        places.next().await.expect("a line").expect("a place");
        assert_eq!(places.deviations().len(), expected, "{:?}", places.deviations());
    }
    assert!(places.next().await.is_none());
}

#[tokio::test]
async fn a_string_of_another_kind_is_as_before() {
    let server = told([
        text("application/json", "pong;"),
        text("text/plain", "f(1)"),
        Answer::json(200, "7"),
    ]);
    let client = client!(differing, server);
    for expected in ["pong;", "f(1)", "7"] {
        let name = client.get_name().await.expect("a string");
        assert_eq!(*name, expected);
        let one = &name.deviations()[0];
        assert_eq!((one.expected(), one.repair()), (Kind::String, Repair::Converted));
    }
}

#[tokio::test]
async fn booleans_of_headers_are_read_as_they_are_printed() {
    for (on, off) in [("True", "FALSE"), ("1", "0"), ("?1", "?0"), ("true", "false")] {
        let server = told([Answer::status(200).header("X-On", on).header("X-Off", off)]);
        let odd = client!(differing, server).get_odd().await.expect("headers");
        let headers = differing::operations::get_odd::Headers::of(&odd).expect("booleans");
        assert_eq!((headers.x_on, headers.x_off), (Some(true), Some(false)), "{on}");
    }
}
