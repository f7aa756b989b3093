//! What a server sends by itself, with its signature: `signed_webhooks`. The signatures were computed by another implementation.

use std::time::{Duration, SystemTime};

use specwright_compiled::operations::signed_webhooks::events::{pet_added, pet_called_back, pet_pinged, pets_moved};
use specwright_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use specwright_runtime::webhook::WebhookError;
use specwright_runtime::{Secret, Value};

const BODY: &[u8] = br#"{"name":"Rex"}"#;
const SIGNED: &str = "t=1700000000,v1=05f44dd55de2cede9b4eaff94bdc65f7c50c29184bd14bc0764328824f160bdc";

fn headers(fields: &[(&'static str, &'static str)]) -> HeaderMap {
    let fields = fields
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    fields.collect()
}

/// So many seconds after it was signed.
fn after(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
}

fn text_secret() -> Secret {
    Secret::from("the secret of pets")
}

fn bytes_secret() -> Secret {
    Secret::from("dHdlbnR5LWZvdXIgYnl0ZXMgb2Yga2V5")
}

#[test]
fn a_delivery_that_is_signed_is_read() {
    let headers = headers(&[("x-pets-signature", SIGNED)]);
    let delivery = pet_added::receive_at(after(60), &text_secret(), &headers, BODY).expect("a delivery");
    assert_eq!(delivery.payload.name, "Rex");
    assert_eq!(delivery.sent_at, Some(after(0)));
}

#[test]
fn what_is_not_signed_so_is_refused() {
    let own = headers(&[("x-pets-signature", SIGNED)]);
    let other = pet_added::receive_at(after(1), &text_secret(), &own, br#"{"name":"Max"}"#);
    assert!(matches!(other, Err(WebhookError::Mismatch)), "{other:?}");
    let other = pet_added::receive_at(after(1), &Secret::from("another secret"), &own, BODY);
    assert!(matches!(other, Err(WebhookError::Mismatch)), "{other:?}");
    let later = SIGNED.replace("t=1700000000", "t=1700000001");
    let mut moved = HeaderMap::new();
    moved.insert("x-pets-signature", later.parse().expect("a value"));
    let other = pet_added::receive_at(after(1), &text_secret(), &moved, BODY);
    assert!(matches!(other, Err(WebhookError::Mismatch)), "{other:?}");
    let none = pet_added::receive_at(after(1), &text_secret(), &HeaderMap::new(), BODY);
    assert!(
        matches!(none, Err(WebhookError::MissingHeader("X-Pets-Signature"))),
        "{none:?}"
    );
}

#[test]
fn a_delivery_that_is_sent_again_is_refused_after_the_tolerance_of_the_document() {
    let own = headers(&[("x-pets-signature", SIGNED)]);
    let again = pet_added::receive_at(after(61), &text_secret(), &own, BODY);
    assert!(
        matches!(again, Err(WebhookError::Stale { tolerance, .. }) if tolerance == Duration::from_secs(60)),
        "{again:?}"
    );
    let again = pet_added::receive(&text_secret(), &own, BODY);
    assert!(matches!(again, Err(WebhookError::Stale { .. })), "{again:?}");
}

#[test]
fn each_webhook_is_verified_as_its_document_says() {
    let standard = headers(&[
        ("webhook-id", "msg_1"),
        ("webhook-timestamp", "1700000000"),
        ("webhook-signature", "v1,P2osmmeN2y7Ski+kNMRtA9L6IeSz50wmnsUKfV4i3kc="),
    ]);
    let moved = pets_moved::receive_at(after(1), &bytes_secret(), &standard, br#"[{"id":7,"name":"Rex"}]"#);
    let moved = moved.expect("a delivery");
    assert_eq!((moved.payload[0].id, moved.id.as_deref()), (7, Some("msg_1")));

    let digits = "d41452eca0191c22a90d283c04d8b86a7cefc12d7fe1bdeae9989f4b7c2d7a4b";
    let own = headers(&[
        ("x-pets-signature", digits),
        ("x-pets-time", "1700000000"),
        ("x-pets-id", "d-1"),
    ]);
    let pinged = pet_pinged::receive_at(after(1), &text_secret(), &own, br#"{"any":[1]}"#);
    let payload: Value = pinged.expect("a delivery").payload;
    assert_eq!(payload["any"][0], 1);

    // While a secret is replaced there are two signatures, and no time is signed.
    let two = "eW91cnM=;ouTJxIB2NMffnDivOQkybAJ6l1x0WwSIkqEzfs1eMOY=";
    let own = headers(&[("x-pets-hmac", two)]);
    let called = pet_called_back::receive_at(after(1_000_000), &bytes_secret(), &own, br#"{"id":7}"#);
    assert_eq!(called.expect("a delivery").payload.id, 7);
    let other = pet_called_back::receive_at(after(1), &bytes_secret(), &own, br#"{"id":8}"#);
    assert!(matches!(other, Err(WebhookError::Mismatch)), "{other:?}");
}

#[test]
fn a_payload_of_another_type_is_told_from_one_that_is_not_signed() {
    let own = headers(&[("x-pets-hmac", "pT4MSHOJDk/EHi6Yc18/sS5qKNPc83OSn1gDmB++Pic=")]);
    let body = br#"{"id":"seven"}"#;
    let other = pet_called_back::receive_at(after(1), &bytes_secret(), &own, body);
    assert!(matches!(other, Err(WebhookError::Payload(_))), "{other:?}");
}
