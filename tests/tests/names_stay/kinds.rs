//! The ways in which an API grows that would give a name to something else, one by one: before, after, and what the names are.

use super::document::Document;
use super::meanings::{Meanings, meanings};
use super::moved;

/// Names before and after; a name is only ever lost.
fn grown(before: &str, after: &str) -> (Meanings, Meanings) {
    let read = |text: &str| meanings(&Document::parse(text)).expect("a document that generates");
    let (before, after) = (read(before), read(after));
    // Nodes have other numbers in another document.
    let moved = moved(&before, &after)
        .into_iter()
        .filter(|moved| !moved.contains("node "));
    assert_eq!(moved.collect::<Vec<_>>(), Vec::<String>::new());
    (before, after)
}

fn has(names: &Meanings, expected: &[&str]) {
    for name in expected {
        assert!(names.contains_key(*name), "{name} is none of {:#?}", names.keys());
    }
}

fn lacks(names: &Meanings, expected: &[&str]) {
    for name in expected {
        assert!(!names.contains_key(*name), "{name} means {:?}", names.get(*name));
    }
}

/// A document with these operations and schemas.
fn document(paths: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Grown, version: 1.0.0}}\npaths: {{{paths}}}\ncomponents: {{schemas: {{{schemas}}}}}\n"
    )
}

/// A `GET` that gives a schema.
fn get(path: &str, id: &str, schema: &str) -> String {
    format!(
        "'{path}': {{get: {{operationId: {id}, responses: {{'200': {{description: d, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}"
    )
}

fn uses(name: &str) -> String {
    format!("{{$ref: '#/components/schemas/{name}'}}")
}

#[test]
fn names_that_fold_to_one() {
    let one = get("/a", "getFoo", &uses("foo_bar"));
    let schema = "foo_bar: {type: object, properties: {createdAt: {type: string}, unit: {enum: [g, kg]}}}";
    let grown_schema = "FooBar: {type: object, properties: {a: {type: string}}}, foo_bar: {type: object, properties: {created_at: {type: string}, createdAt: {type: string}, unit: {enum: [G, g, kg]}}}";
    let two = format!("{}, {one}", get("/b", "get_foo", &uses("FooBar")));
    let (before, after) = grown(&document(&one, schema), &document(&two, grown_schema));
    has(
        &before,
        &[
            "Client::get_foo",
            "types::FooBar",
            "types::foo_bar::FooBar.created_at",
            "types::foo_bar::Unit::G",
        ],
    );
    lacks(&after, &["Client::get_foo", "types::FooBar", "types::foo_bar::FooBar"]);
    has(
        &after,
        &[
            "Client::get_foo_camel",
            "Client::get_foo_snake",
            "types::FooBarSnake",
            "types::FooBarPascal",
            "types::foo_bar_snake::FooBarSnake.created_at_camel",
            "types::foo_bar_snake::FooBarSnake.created_at_snake",
            "types::foo_bar_snake::Unit::GLower",
            "types::foo_bar_snake::Unit::GUpper",
            "types::foo_bar_snake::Unit::Kg",
        ],
    );
}

#[test]
fn repeated_operation_ids() {
    let operation = |path: &str, tags: &str| {
        format!("'{path}': {{get: {{operationId: list, tags: [{tags}], responses: {{'204': {{description: d}}}}}}}}")
    };
    let one = document(&operation("/pets", "Pets"), "");
    let two = format!("{}, {}", operation("/owners", "Owners"), operation("/pets", "Pets"));
    let (before, after) = grown(&one, &document(&two, ""));
    has(&before, &["Client::list"]);
    lacks(&after, &["Client::list"]);
    has(
        &after,
        &["Client::list_pets", "Client::list_owners", "operations::list_pets"],
    );
    // Where tags tell nothing apart, the route does.
    let three = format!("{}, {two}", operation("/pets/{id}", "Pets"));
    let (_, after) = grown(&document(&two, ""), &document(&three, ""));
    has(
        &after,
        &["Client::get_pets_by_id", "Client::get_pets", "Client::list_owners"],
    );
}

#[test]
fn routes_in_operation_ids() {
    let one = get("/items/{item_id}", "read_item_items__item_id__get", "{type: string}");
    let two = format!("{}, {one}", get("/things", "read_item_things_get", "{type: string}"));
    let (before, after) = grown(&document(&one, ""), &document(&two, ""));
    has(&before, &["Client::read_item"]);
    has(
        &after,
        &["Client::read_item_items_item_id_get", "Client::read_item_things_get"],
    );
}

#[test]
fn media_types_beside_json() {
    let body = |content: &str| {
        let content = format!("content: {{{content}}}");
        document(
            &format!(
                "/a: {{post: {{operationId: a, requestBody: {{{content}}}, responses: {{'200': {{description: d, {content}}}}}}}}}"
            ),
            "",
        )
    };
    let schema = |name: &str| {
        format!("{{schema: {{type: object, properties: {{{name}: {{type: object, properties: {{b: {{}}}}}}}}}}}}")
    };
    let json = format!("application/json: {}", schema("j"));
    let all = format!(
        "application/x-www-form-urlencoded: {}, application/merge-patch+json: {}, {json}, multipart/form-data: {}",
        schema("f"),
        schema("p"),
        schema("m")
    );
    let (before, after) = grown(&body(&json), &body(&all));
    let own: Vec<&str> = before
        .keys()
        .map(String::as_str)
        .filter(|name| name.starts_with("operations::a::"))
        .collect();
    assert!(own.len() > 4, "{own:?}");
    has(&after, &own);
    has(
        &after,
        &[
            "operations::a::RequestForm",
            "operations::a::RequestMergePatch",
            "operations::a::RequestMultipart",
        ],
    );
    // A form alone says so already, because JSON could come.
    let (before, _) = grown(
        &body(&format!("application/x-www-form-urlencoded: {}", schema("f"))),
        &body(&all),
    );
    has(&before, &["operations::a::RequestForm"]);
}

#[test]
fn statuses_beside_one() {
    let with = |statuses: &[&str]| {
        let response = |status: &&str| {
            format!(
                "'{status}': {{description: d, content: {{application/json: {{schema: {{type: object, properties: {{s{status}: {{}}}}}}}}}}}}"
            )
        };
        let responses: Vec<String> = statuses.iter().map(response).collect();
        document(
            &format!(
                "/a: {{post: {{operationId: a, responses: {{{}}}}}}}",
                responses.join(", ")
            ),
            "",
        )
    };
    let (before, after) = grown(&with(&["201", "404"]), &with(&["200", "201", "404", "409", "default"]));
    has(
        &before,
        &[
            "operations::a::Response",
            "operations::a::NotFound",
            "a Failure::NotFound",
        ],
    );
    lacks(&after, &["operations::a::Response"]);
    has(
        &after,
        &[
            "operations::a::OkResponse",
            "operations::a::CreatedResponse",
            "operations::a::NotFound",
            "operations::a::DefaultResponse",
            "a Failure::NotFound",
        ],
    );
}

#[test]
fn members_of_unions() {
    let with = |members: &str| {
        let schema =
            format!("Shape: {{oneOf: [{members}]}}, Circle: {{type: object, properties: {{r: {{type: integer}}}}}}");
        document(&get("/a", "a", &uses("Shape")), &schema)
    };
    let (circle, text, list) = (
        uses("Circle"),
        "{type: string, enum: [none]}",
        "{type: array, items: {type: object, properties: {x: {type: integer}}}}",
    );
    let square = "{type: object, required: [side], properties: {side: {type: integer}}}";
    let box_ = "{type: object, required: [height], properties: {height: {type: integer}, kind: {enum: [a, b]}}}";
    let (before, after) = grown(
        &with(&format!("{text}, {circle}, {square}, {list}")),
        &with(&format!("{box_}, {list}, {text}, {square}, {circle}")),
    );
    has(
        &before,
        &[
            "types::shape::Shape::Circle",
            "types::shape::Shape::String",
            "types::shape::Shape::Object",
            "types::shape::ShapeObject",
            "types::shape::Shape::ObjectList",
            "types::shape::ShapeItem",
            "types::shape::ShapeValue",
        ],
    );
    lacks(&after, &["types::shape::Shape::Object", "types::shape::ShapeObject"]);
    has(
        &after,
        &[
            "types::shape::Shape::Side",
            "types::shape::Shape::Height",
            "types::shape::Shape::Circle",
            "types::shape::ShapeItem",
        ],
    );
}

#[test]
fn types_of_properties() {
    let schema = "Order: {type: object, properties: {status: {enum: [a]}, from: {anyOf: [{type: string, enum: [x]}, {type: integer}]}, part: {type: object, properties: {unit_price: {enum: [p]}}}}}";
    let more = "Order: {type: object, properties: {box: {type: object, properties: {status: {enum: [b]}, unit: {enum: [c]}}}, status: {enum: [a]}, from: {anyOf: [{type: string, enum: [x]}, {type: integer}]}, part: {type: object, properties: {unit_price: {enum: [p]}, unit: {enum: [d]}}}, unit_price: {enum: [q]}}}";
    let order = get("/a", "a", &uses("Order"));
    let (before, after) = grown(&document(&order, schema), &document(&order, more));
    has(
        &before,
        &[
            "types::order::Status",
            "types::order::OrderFrom",
            "types::order::OrderFrom::String",
            "types::order::FromValue",
            "types::order::UnitPrice",
        ],
    );
    has(
        &after,
        &[
            "types::order::Status",
            "types::order::BoxStatus",
            "types::order::BoxUnit",
            "types::order::PartUnit",
        ],
    );
    lacks(&after, &["types::order::UnitPrice"]);
    has(&after, &["types::order::PartUnitPrice", "types::order::OrderUnitPrice"]);
}

#[test]
fn properties_that_are_narrowed() {
    let envelope = "Envelope: {type: object, properties: {code: {type: integer}, data: {}, kind: {enum: [a, b]}}}, User: {type: object, properties: {name: {}}}, Order: {type: object, properties: {no: {}}}";
    let of = |schema: &str| {
        format!(
            "{{allOf: [{}, {{type: object, properties: {{data: {}, kind: {{enum: [a]}}}}}}]}}",
            uses("Envelope"),
            uses(schema)
        )
    };
    let one = get("/user", "getUser", &of("User"));
    let two = format!("{}, {one}", get("/order", "getOrder", &of("Order")));
    let (before, after) = grown(&document(&one, envelope), &document(&two, envelope));
    // `{}` says nothing beside a reference: the type is the one that it names.
    has(&before, &["types::User", "operations::get_user::ResponseKind"]);
    lacks(
        &before,
        &["types::envelope::Data", "operations::get_user::ResponseData"],
    );
    has(
        &after,
        &[
            "operations::get_user::ResponseKind",
            "operations::get_order::ResponseKind",
            "types::Order",
        ],
    );
    lacks(&after, &["types::envelope::Data", "types::envelope::Kind2"]);
}

#[test]
fn setters_of_a_call() {
    let with = |parameters: &str, security: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: a, version: 1.0.0}}\npaths: {{/a: {{post: {{operationId: a, security: [{security}], parameters: [{parameters}], requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{b: {{}}}}}}}}}}}}, responses: {{'204': {{description: d}}}}}}}}}}\ncomponents: {{securitySchemes: {{filter: {{type: apiKey, in: header, name: X-F}}}}}}\n"
        )
    };
    let filter = "{name: filter, in: query, schema: {type: string}}";
    let more = "{name: body, in: query, schema: {type: string}}, {name: filter, in: header, schema: {type: string}}";
    let (before, after) = grown(&with(filter, ""), &with(&format!("{more}, {filter}"), "{filter: []}"));
    has(&before, &["a(filter)", "a(body)"]);
    lacks(&after, &["a(filter)", "a(body)"]);
    has(
        &after,
        &[
            "a(query_filter)",
            "a(header_filter)",
            "a(filter_credential)",
            "a(query_body)",
            "a(request_body)",
        ],
    );
}

#[test]
fn servers_are_not_called_after_their_order() {
    let with = |servers: &str| {
        format!("openapi: 3.1.0\ninfo: {{title: a, version: 1.0.0}}\nservers: [{servers}]\npaths: {{}}\n")
    };
    let one = "{url: 'https://api.example.com/v1'}";
    let two = format!("{{url: 'https://test.example.com/v1', description: Test server}}, {one}, {{url: /v2}}");
    let (before, after) = grown(&with(one), &with(&two));
    has(&before, &["Server::ApiExampleCom"]);
    has(&after, &["Server::ApiExampleCom", "Server::Test", "Server::V2"]);
}

#[test]
fn references_into_a_schema() {
    let schemas = "Both: {allOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}";
    let one = get("/a", "a", &uses("Both"));
    let two = format!(
        "{}, {one}",
        get("/b", "b", "{$ref: '#/components/schemas/Both/allOf/0'}")
    );
    let (before, after) = grown(&document(&one, schemas), &document(&two, schemas));
    has(&before, &["types::Both"]);
    has(&after, &["types::Both", "types::both::Part1"]);
}
