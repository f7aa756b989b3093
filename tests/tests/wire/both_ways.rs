//! What is read, changed and sent back is what was read, but for the change: `both_ways`.

use serde_json::json;
use specwright_compiled::operations::both_ways::client::Client;
use specwright_compiled::operations::both_ways::types;
use specwright_runtime::{Field, Value};

use crate::common::{Answer, last, told};

/// The pet that a client makes of a JSON value.
async fn received(client: &Client) -> types::Pet {
    client.get_pet("1").await.expect("a pet").into_inner()
}

/// The JSON value of the last request.
fn sent(server: &crate::common::Server) -> Value {
    serde_json::from_slice(&last(server).body).expect("JSON")
}

#[tokio::test]
async fn null_and_nothing_are_sent_back_as_they_came() {
    let bodies = [
        json!({"name": "Rex", "born": null}),
        json!({
            "name": "Rex", "born": null, "nickname": null, "age": null, "tags": null, "owner": null, "home": null,
            "note": null, "secret": null, "parent": null
        }),
        json!({
            "name": "Rex", "born": "2020-01-02", "nickname": "R", "age": 3, "tags": ["a", null], "labels": {"a": null, "b": "c"},
            "owner": {"email": "a@b.c", "phone": null}, "home": "Rome", "note": [null, {"a": null}], "secret": "s",
            "parent": {"name": "Max", "born": null, "age": null, "home": {"email": "a@b.c", "phone": null}}
        }),
        json!({"name": "Rex", "born": null, "owner": {"email": "a@b.c"}, "home": {"email": "a@b.c"}, "parent": {"name": "M", "born": null}}),
    ];
    for body in bodies {
        let server = told([Answer::json(200, &body.to_string()), Answer::status(204)]);
        let client = client!(both_ways, server);
        let pet = received(&client).await;
        client.put_pet("1", pet.clone()).await.expect("204");
        assert_eq!(sent(&server), body);
        // Only what is changed differs.
        let mut changed = body.clone();
        changed["name"] = json!("Max");
        changed["nickname"] = Value::Null;
        changed["age"] = json!(4);
        server.answer(Answer::status(204));
        let mut pet = pet.nickname(None).age(4);
        pet.name = "Max".to_owned();
        client.put_pet("1", pet).await.expect("204");
        assert_eq!(sent(&server), changed);
    }
}

#[tokio::test]
async fn what_is_not_nullable_is_never_sent_as_null() {
    let lying = json!({"name": "Rex", "born": null, "size": null, "labels": null});
    let server = told([Answer::json(200, &lying.to_string()), Answer::status(204)]);
    let client = client!(both_ways, server);
    let pet = received(&client).await;
    client.put_pet("1", pet).await.expect("204");
    assert_eq!(sent(&server), json!({"name": "Rex", "born": null}));
}

/// RFC 7396: a property is kept, removed or set.
#[tokio::test]
async fn a_merge_patch_of_three_states_is_sent_and_read() {
    use types::{PetPatch, pet_patch::Owner};
    let rows = [
        (PetPatch::new(), json!({})),
        (PetPatch::new().nickname(None), json!({"nickname": null})),
        (
            PetPatch::new().nickname("R").name("Rex"),
            json!({"nickname": "R", "name": "Rex"}),
        ),
        (PetPatch::new().owner(Field::Null), json!({"owner": null})),
        (
            PetPatch::new().owner(Owner::new().phone(None)),
            json!({"owner": {"phone": null}}),
        ),
    ];
    for (patch, body) in rows {
        let server = told([Answer::json(200, &body.to_string())]);
        let client = client!(both_ways, server);
        let read = client.patch_pet("1", patch.clone()).await.expect("the patch");
        assert_eq!(sent(&server), body);
        assert_eq!(*read, patch);
    }
}
