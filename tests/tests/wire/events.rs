//! What `tracing` is told of responses that differ from their document: `deviations`, `forgotten`.

use crate::common::{Answer, told};
use crate::log;

/// The events of what `work` does.
async fn events(work: impl Future<Output = ()>) -> Vec<String> {
    log::start();
    let before = log::events().len();
    work.await;
    log::events().split_off(before)
}

#[tokio::test]
async fn a_kind_of_fault_is_one_event_however_many_items_have_it() {
    let body = r#"{"count":"2","ids":[1,2,3],"shelves":[{"name":7},{"name":8,"number":"x"}]}"#;
    let server = told([Answer::json(200, body), Answer::json(200, r#"{"count":2}"#)]);
    let client = client!(deviations, server);
    let said = events(async {
        client.list_shelves().await.expect("carried out");
        client.list_shelves().await.expect("as documented");
    })
    .await;
    let all = |fields: &str| {
        format!(
            "message=the response differs from the document, openapi.operation=listShelves, \
             http.response.status_code=200, {fields}"
        )
    };
    assert_eq!(
        said,
        [
            all("expected=an integer, found=a string, repair=LeftOut, count=1"),
            all("expected=a number, found=a string, repair=Converted, count=1"),
            all("expected=a string, found=an integer, repair=Converted, count=5"),
        ]
    );
}

#[tokio::test]
async fn a_kind_of_fault_is_one_event_in_all_items_of_a_stream() {
    let lines = "{\"id\":\"1\"}\n{\"id\":2}\n{\"id\":\"3\"}\n{\"id\":\"4\",\"note\":5}\n";
    let answer = Answer::status(200)
        .header("Content-Type", "application/x-ndjson")
        .body(lines);
    let server = told([answer]);
    let client = client!(deviations, server);
    let said = events(async {
        let mut lines = client.read_log().await.expect("a stream").into_inner();
        while let Some(line) = lines.next().await {
            line.expect("repaired");
        }
    })
    .await;
    let found: Vec<_> = said.iter().filter_map(|event| event.split("found=").nth(1)).collect();
    assert_eq!(
        found,
        [
            "a string, repair=Converted, count=1",
            "an integer, repair=Converted, count=1"
        ]
    );
}

#[tokio::test]
async fn an_undocumented_status_is_an_event() {
    let answers = [
        Answer::json(201, r#"{"count":1}"#),
        Answer::json(418, "{}"),
        Answer::json(200, r#"{"count":1}"#),
        Answer::json(400, r#"{"code":1,"message":"m"}"#),
    ];
    let server = told(answers);
    let client = client!(deviations, server);
    let said = events(async {
        client.list_shelves().await.expect("carried out");
        for _ in 0..3 {
            let _ = client.list_shelves().await;
        }
    })
    .await;
    let undocumented = |status: u16| {
        format!(
            "message=the status is not documented, openapi.operation=listShelves, http.response.status_code={status}"
        )
    };
    assert_eq!(said, [201, 418].map(undocumented));
}

#[tokio::test]
async fn a_form_is_no_event_for_numbers_that_are_written_as_strings() {
    let form = |body: &str| {
        let answer = Answer::status(200).header("Content-Type", "application/x-www-form-urlencoded");
        answer.body(body)
    };
    let server = told([
        form("token=a&expires_in=3600&fresh=true&scopes=read"),
        form("token=a&owner=me"),
    ]);
    let client = client!(forgotten, server);
    let said = events(async {
        client.token().await.expect("a form");
        client.token().await.expect("without its owner");
    })
    .await;
    let repairs: Vec<_> = said.iter().filter_map(|event| event.split("repair=").nth(1)).collect();
    assert_eq!(repairs, ["LeftOut, count=1"]);
}
