//! Vectors that another implementation of HMAC computed, in the forms that vendors use.

use super::{Encoding, Signature, WebhookError};
use crate::data::secret::Secret;
use http::HeaderMap;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

const BODY: &[u8] = br#"{"name":"Rex","since":"a later version"}"#;
const SECRET: &str = "the secret of pets";
const STANDARD_SECRET: &str = "whsec_dHdlbnR5LWZvdXIgYnl0ZXMgb2Yga2V5";
const STANDARD: &str = "v1,Ubf3i6IiMDjH0cLlBLYDZ9JHec7Zngb8a8xSz7V6i30=";
const OF_BODY: &str = "db1845983d8c1e7cbc5205d3950dac061698f743cb9026d1e9fb7f4328860751";
const OF_TIME_AND_BODY: &str = "1cf45a09b623a2b38a38783e1fe87f0af26c7c339c52cb69ed782bccbe51690e";

const BARE: Signature = Signature::new("x-signature");
const NAMED: Signature = Signature::new("x-hub-signature-256").prefix("sha256=");
const ITEMS: Signature = Signature::new("x-signature")
    .prefix("v1=")
    .timestamp_item("t=")
    .content("{timestamp}.{body}");
const TWO_HEADERS: Signature = Signature::new("x-signature")
    .prefix("v0=")
    .timestamp_header("x-request-timestamp")
    .content("v0:{timestamp}:{body}");

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn headers(list: &[(&'static str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in list {
        headers.append(*name, value.parse().expect("a header"));
    }
    headers
}

fn received(signature: Signature, secret: &str, list: &[(&'static str, &str)]) -> Result<Value, WebhookError> {
    let delivery = signature.receive_at(at(1_700_000_100), &Secret::new(secret), &headers(list), BODY);
    delivery.map(|delivery| delivery.payload)
}

fn problem(signature: Signature, list: &[(&'static str, &str)]) -> String {
    let secret = if signature == Signature::STANDARD {
        STANDARD_SECRET
    } else {
        SECRET
    };
    received(signature, secret, list).expect_err("refused").to_string()
}

#[test]
fn every_form_is_verified() {
    let items = format!("t=1700000000,v0=00,v1={OF_TIME_AND_BODY}");
    let named = format!("sha256={OF_BODY}");
    let upper = OF_BODY.to_uppercase();
    let base64 = "2xhFmD2MHny8UgXTlQ2sBhaY90PLkCbR6ft/QyiGB1E=";
    let slack = "v0=944a3f3c0ce394db34ad610e277927659a5e7cc4ed744c0dc4ca269b4f725db9";
    let forms: &[(Signature, &[(&'static str, &str)])] = &[
        (BARE, &[("x-signature", OF_BODY)]),
        (BARE, &[("x-signature", &upper)]),
        (BARE.encoding(Encoding::Base64), &[("x-signature", base64)]),
        (NAMED, &[("x-hub-signature-256", &named)]),
        (ITEMS, &[("x-signature", &items)]),
        (
            TWO_HEADERS,
            &[("x-signature", slack), ("x-request-timestamp", "1700000000")],
        ),
    ];
    for (signature, list) in forms {
        let payload = received(*signature, SECRET, list).unwrap_or_else(|error| panic!("{list:?}: {error}"));
        assert_eq!(payload["name"], "Rex");
    }
}

#[test]
fn the_standard_form_has_an_id_and_a_time_and_admits_several_signatures() {
    let both = format!("v1a,x v1,AAAA {STANDARD}");
    let list = [
        ("webhook-id", "msg_1"),
        ("webhook-timestamp", "1700000000"),
        ("webhook-signature", &both),
    ];
    let secret = Secret::new(STANDARD_SECRET);
    let delivery = Signature::STANDARD.receive_at::<Value>(at(1_700_000_000), &secret, &headers(&list), BODY);
    let delivery = delivery.expect("a delivery");
    assert_eq!(delivery.payload, json!({"name": "Rex", "since": "a later version"}));
    assert_eq!(delivery.id.as_deref(), Some("msg_1"));
    assert_eq!(delivery.sent_at, Some(at(1_700_000_000)));
}

#[test]
fn whatever_is_changed_is_noticed() {
    let good = [
        ("webhook-id", "msg_1"),
        ("webhook-timestamp", "1700000000"),
        ("webhook-signature", STANDARD),
    ];
    assert!(received(Signature::STANDARD, STANDARD_SECRET, &good).is_ok());
    for (index, value) in [
        (0, "msg_2"),
        (1, "1700000001"),
        (2, "v1,Vbf3i6IiMDjH0cLlBLYDZ9JHec7Zngb8a8xSz7V6i30="),
    ] {
        let mut changed = good;
        changed[index].1 = value;
        assert_eq!(
            problem(Signature::STANDARD, &changed),
            "the signature of the delivery is wrong"
        );
    }
    let other = received(Signature::STANDARD, "whsec_dHdlbnR5", &good);
    assert!(matches!(other, Err(WebhookError::Mismatch)));
    let secret = Secret::new(SECRET);
    let list = headers(&[("x-signature", OF_BODY)]);
    let body = BARE.receive_at::<Value>(at(0), &secret, &list, br#"{"name":"Max"}"#);
    assert!(matches!(body, Err(WebhookError::Mismatch)));
    // A shorter signature is another one.
    assert_eq!(
        problem(BARE, &[("x-signature", &OF_BODY[..32])]),
        "the signature of the delivery is wrong"
    );
}

#[test]
fn what_is_missing_or_of_another_form_is_named() {
    assert_eq!(problem(BARE, &[]), "the delivery has no header `x-signature`");
    let form = "the header `x-signature` of the delivery has another form";
    for value in ["abc", "zz"] {
        assert_eq!(problem(BARE, &[("x-signature", value)]), form, "{value}");
    }
    assert_eq!(problem(BARE.prefix("v1="), &[("x-signature", "v2=00")]), form);
    assert_eq!(
        problem(BARE, &[("x-signature", OF_BODY), ("x-signature", OF_BODY)]),
        form
    );
    assert_eq!(
        problem(ITEMS, &[("x-signature", &format!("v1={OF_TIME_AND_BODY}"))]),
        form
    );
    let no_time = problem(TWO_HEADERS, &[("x-signature", "v0=00")]);
    assert_eq!(no_time, "the delivery has no header `x-request-timestamp`");
    for secret in ["whsec_!", "whsec_", ""] {
        let list = [
            ("webhook-id", "1"),
            ("webhook-timestamp", "2"),
            ("webhook-signature", STANDARD),
        ];
        let refused = received(Signature::STANDARD, secret, &list);
        assert!(
            matches!(refused, Err(WebhookError::Secret)),
            "{secret}: an empty key would let everybody sign"
        );
    }
}

#[test]
fn old_and_early_deliveries_are_refused() {
    let items = format!("t=1700000000,v1={OF_TIME_AND_BODY}");
    let at = |seconds| {
        let list = headers(&[("x-signature", &items)]);
        ITEMS.receive_at::<Value>(at(seconds), &Secret::new(SECRET), &list, BODY)
    };
    assert!(at(1_700_000_300).is_ok() && at(1_699_999_700).is_ok());
    let late = at(1_700_000_301).expect_err("stale").to_string();
    assert_eq!(late, "the delivery was signed 301 s from now, and 300 s are tolerated");
    assert!(matches!(at(1_699_999_699), Err(WebhookError::Stale { .. })));
    let wider = ITEMS.tolerance(Duration::from_secs(400));
    let list = headers(&[("x-signature", &items)]);
    let secret = Secret::new(SECRET);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_400);
    assert!(wider.receive_at::<Value>(now, &secret, &list, BODY).is_ok());
}

#[test]
fn a_payload_of_another_type_is_an_error_that_quotes_nothing() {
    let list = headers(&[("x-signature", OF_BODY)]);
    let read = BARE.receive_at::<Vec<u8>>(at(0), &Secret::new(SECRET), &list, BODY);
    let error = read.expect_err("an object is no list");
    assert_eq!(error.to_string(), "the payload of the delivery cannot be read");
    assert!(std::error::Error::source(&error).is_some());
}
