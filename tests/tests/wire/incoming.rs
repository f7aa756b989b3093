//! Payloads that the server sends by itself (OpenAPI 3.1.1 sections 4.8.1 and 4.8.18): `webhooks`, `callbacks`.

use specwright_compiled::operations::{callbacks, webhooks};

use crate::common::{last, quiet};

#[test]
fn payloads_of_webhooks_are_read() {
    let added: webhooks::events::pet_added::Request =
        serde_json::from_str(r#"{"name":"Rex","since":"a later version"}"#).expect("a payload");
    assert_eq!(added.name, "Rex");
    let error = serde_json::from_str::<webhooks::events::pet_added::Request>("{}").expect_err("no name");
    assert!(error.to_string().contains("name"), "{error}");
}

#[tokio::test]
async fn payloads_of_callbacks_are_read() {
    use callbacks::events::delivered::{Event, Request};
    let server = quiet();
    let subscription = callbacks::operations::subscribe::Request::new("https://example.com/hook?a=b");
    client!(callbacks, server).subscribe(subscription).await.expect("204");
    assert_eq!(last(&server).text(), r#"{"url":"https://example.com/hook?a=b"}"#);
    let read = |text: &str| serde_json::from_str::<Request>(text).expect("a payload");
    let delivered = read(r#"{"event":"read","at":1e3}"#);
    assert!(matches!(delivered.event, Event::Read));
    assert_eq!(delivered.at, Some(1000));
    let later = read(r#"{"event":"deleted","at":null}"#);
    assert!(
        matches!(&later.event, Event::Unknown(word) if &**word == "deleted"),
        "what is new is kept"
    );
    assert_eq!(
        serde_json::to_value(&later).expect("JSON"),
        serde_json::json!({"event": "deleted"})
    );
}
