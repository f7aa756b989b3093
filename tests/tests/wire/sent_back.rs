//! Constants, tags of unions and read-only properties, made by the caller or received and sent back: `sent_back`.

use serde_json::json;
use specwright_compiled::operations::sent_back::client::Client;
use specwright_compiled::operations::sent_back::operations::create_incident;
use specwright_compiled::operations::sent_back::types::{
    Bird, Cat, Circle, Dog, Fixed, Random, ServiceReference, Square, Thing, bird, delay, service_reference,
};
use specwright_runtime::Value;

use crate::common::{Answer, Server, last, quiet, told};

fn sent(server: &Server) -> Value {
    serde_json::from_slice(&last(server).body).expect("JSON")
}

/// What is sent of a thing that was received as `body`.
async fn sent_back(body: &Value, change: impl FnOnce(Thing) -> Thing) -> Value {
    let server = told([Answer::json(200, &body.to_string()), Answer::status(204)]);
    let client: Client = client!(sent_back, server);
    let response = client.get_thing().await.expect("a thing");
    assert_eq!(response.deviations(), []);
    client.put_thing(change(response.into_inner())).await.expect("204");
    sent(&server)
}

#[tokio::test]
async fn a_constant_is_filled_in_and_what_was_received_in_its_place_is_sent_back() {
    let server = quiet();
    let client = client!(sent_back, server);
    client.put_thing(Thing::new()).await.expect("204");
    assert_eq!(sent(&server), json!({"@entity": "thing", "version": 1}));
    let other = json!({"@entity": "thing.v2", "version": 2, "shape": {"kind": "Circle", "r": 1.5}});
    assert_eq!(sent_back(&other, |thing| thing).await, other);
    let incomplete = sent_back(&json!({"id": "a"}), |thing| thing).await;
    assert_eq!(incomplete, json!({"@entity": "thing", "version": 1}));
}

#[tokio::test]
async fn the_tag_of_a_union_is_always_sent() {
    let server = quiet();
    let client = client!(sent_back, server);
    let rows: [(Thing, Value); 8] = [
        (
            Thing::new().shape(Circle::new().r(1.0)),
            json!({"shape": {"kind": "Circle", "r": 1.0}}),
        ),
        (Thing::new().shape(Square::new()), json!({"shape": {"kind": "Square"}})),
        (
            Thing::new().delay(delay::Lognormal::new(1.0)),
            json!({"delay": {"type": "lognormal", "median": 1.0}}),
        ),
        (
            Thing::new().wait(Fixed::new().ms(1)),
            json!({"wait": {"mode": "fixed", "ms": 1}}),
        ),
        (
            Thing::new().wait(Random::new().most(1)),
            json!({"wait": {"mode": "random", "most": 1}}),
        ),
        // By itself it is as it was made.
        (
            Thing::new().wait(Fixed::new().then(Random::new())),
            json!({"wait": {"mode": "fixed", "then": {}}}),
        ),
        (
            Thing::new().pets([Cat::new().lives(9).into(), Dog::new("Rex").into()]),
            json!({"pets": [{"type": "cat", "lives": 9}, {"type": "dog", "name": "Rex"}]}),
        ),
        (
            Thing::new().pets([Bird::new(bird::Type::Hen).into()]),
            json!({"pets": [{"type": "hen"}]}),
        ),
    ];
    for (thing, mut body) in rows {
        client.put_thing(thing).await.expect("204");
        body["@entity"] = json!("thing");
        body["version"] = json!(1);
        assert_eq!(sent(&server), body);
        assert_eq!(sent_back(&body, |thing| thing).await, body);
    }
    client.put_cat(Cat::new()).await.expect("204");
    assert_eq!(sent(&server), json!({}));
}

/// OpenAPI 3.1 section 4.8.24.2.
#[tokio::test]
async fn a_read_only_property_is_sent_only_if_a_request_needs_it_and_the_caller_has_set_it() {
    use service_reference::Type;
    let server = quiet();
    let client = client!(sent_back, server);
    let service = || ServiceReference::new().id("P1").r#type(Type::ServiceReference);
    let incident = create_incident::Request::new(service());
    client.create_incident(incident.clone()).await.expect("204");
    let reference = json!({"id": "P1", "type": "service_reference"});
    assert_eq!(sent(&server), json!({"service": reference}));
    client.create_incident(incident.clone().number(7)).await.expect("204");
    assert_eq!(sent(&server), json!({"service": reference, "number": 7}));
    let refused = client.create_incident(incident.number(0)).await.expect_err("too small");
    assert!(format!("{refused:?}").contains("/number"), "{refused:?}");

    let received = json!({"@entity": "thing", "version": 1, "id": "too long", "etag": "e", "service": reference});
    let rest = |service: Value| json!({"@entity": "thing", "version": 1, "service": service});
    assert_eq!(sent_back(&received, |thing| thing).await, rest(json!({})));
    let mut with_id = rest(reference.clone());
    with_id["id"] = json!("new");
    assert_eq!(
        sent_back(&received, |thing| thing.id("new").service(service())).await,
        with_id
    );
    let refused = client
        .put_thing(Thing::new().id("too long"))
        .await
        .expect_err("too long");
    assert!(format!("{refused:?}").contains("/id"), "{refused:?}");
}
