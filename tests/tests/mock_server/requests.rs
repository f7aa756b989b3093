//! What the mock makes of requests: routes, violations, wishes.

use crate::{at, served, served_with};
use specwright::Input;
use specwright_cli::mock::wishes::Wishes;
use std::time::Duration;

const PETS: &str = "openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://pets.example/v1'}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Pet:
      type: object
      required: [name, kind]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string, minLength: 2}
        kind: {enum: [cat, dog]}
        born: {type: string, format: date}
        secret: {type: string, writeOnly: true}
        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Problem: {type: object, properties: {message: {type: string}}}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, required: true, schema: {type: integer, maximum: 100}}
        - {name: tags, in: query, schema: {type: array, items: {type: string, maxLength: 3}}}
      responses:
        '200':
          description: All.
          headers: {X-Total: {required: true, schema: {type: integer, minimum: 40}}, X-Next: {schema: {type: string}}}
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
            text/csv: {example: \"name\\nRex\\n\", schema: {type: string}}
    post:
      operationId: createPet
      security: [{key: []}]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses:
        '201':
          description: One.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
              examples: {cat: {value: {name: Tom, kind: cat}}, dog: {value: {name: Rex, kind: dog}}}
        4XX: {description: No., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
  /pets/{id}:
    delete:
      operationId: deletePet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: Gone.}}
";

const JSON: &str = "x-key: k\r\ncontent-type: application/json\r\n";

#[test]
fn a_response_is_made_from_the_schema_and_always_the_same() {
    let mock = served(PETS);
    let (status, body) = mock.get("/v1/pets?limit=3", "");
    assert_eq!(status, 200, "{body}");
    let pet = r#"{"id":1,"name":"string","kind":"cat","born":"2026-01-31"}"#;
    assert!(body.starts_with(&format!("[{}", pet.trim_end_matches('}'))), "{body}");
    assert!(!body.contains("secret"), "{body}");
    assert_eq!(mock.get("/pets?limit=3&tags=a&tags=b", ""), (200, body));
    let (_, head) = (0, mock.send(b"GET /pets?limit=3 HTTP/1.1\r\nconnection: close\r\n\r\n"));
    assert!(
        head.contains("\r\nX-Total: 40\r\n") && !head.contains("X-Next"),
        "{head}"
    );
    assert_eq!(
        mock.lines().first().map(String::as_str),
        Some("GET /v1/pets 200 listPets, made from the schema")
    );
}

#[test]
fn violations_are_problem_documents_that_name_the_place() {
    let mock = served(PETS);
    let (status, body) = mock.get("/pets?tags=abcd", "");
    assert_eq!(status, 422);
    assert_eq!(at(&body, "/violations/0/name"), "limit");
    assert_eq!(at(&body, "/violations/0/detail"), "it is required, and it is missing");
    assert_eq!(at(&body, "/violations/0/document"), "#/paths/~1pets/get/parameters/0");
    assert_eq!(at(&body, "/violations/1/pointer"), "/0");
    assert_eq!(
        at(&body, "/violations/1/detail"),
        "it has 4 characters, but at most 3 are allowed"
    );
    let (status, body) = mock.get("/pets?limit=many", "");
    assert_eq!(
        (status, at(&body, "/detail").as_str()),
        (422, "query limit: it is a string, but the type is `integer`")
    );
    let (_, body) = mock.get("/pets?limit=101", "");
    assert_eq!(at(&body, "/detail"), "query limit: 101 is more than 100");
    let (status, body) = mock.ask(
        "POST",
        "/pets",
        JSON,
        br#"{"name":"Rex","friends":[{"name":"x","kind":"cat"}],"kind":"dog"}"#,
    );
    assert_eq!(
        (status, at(&body, "/violations/0/pointer").as_str()),
        (422, "/friends/0/name")
    );
    assert_eq!(at(&body, "/violations/0/in"), "body");
    let (status, body) = mock.ask("POST", "/pets", JSON, b"{\"name\": \n}");
    assert_eq!(status, 400);
    assert!(at(&body, "/detail").contains("line 2, column 1"), "{body}");
    let (status, body) = mock.ask("POST", "/pets", "x-key: k\r\n", b"");
    assert_eq!(
        (status, at(&body, "/detail").as_str()),
        (422, "body: it is required, and it is missing")
    );
    let (status, body) = mock.ask("POST", "/pets", "x-key: k\r\ncontent-type: text/plain\r\n", b"Rex");
    assert_eq!(status, 415);
    assert!(at(&body, "/detail").contains("application/json"), "{body}");
    assert!(
        mock.lines()
            .iter()
            .any(|line| line == "GET /pets 422 query limit: 101 is more than 100")
    );
}

#[test]
fn what_is_no_operation_is_refused() {
    let mock = served(PETS);
    assert_eq!(mock.get("/cats", "").0, 404);
    let refused = mock.send(b"PUT /pets/7 HTTP/1.1\r\nconnection: close\r\n\r\n");
    assert!(
        refused.starts_with("HTTP/1.1 405 ") && refused.contains("\r\nallow: DELETE\r\n"),
        "{refused}"
    );
    assert_eq!(mock.ask("DELETE", "/v1/pets/7", "", b""), (204, String::new()));
    assert_eq!(mock.ask("DELETE", "/pets/seven", "", b"").0, 422);
    let (status, body) = mock.ask("POST", "/pets", "content-type: application/json\r\n", b"{}");
    assert_eq!(
        (status, at(&body, "/detail").as_str()),
        (401, "it has none of the credentials `key` (header `X-Key`)")
    );
    let preflight = "access-control-request-method: DELETE\r\naccess-control-request-headers: x-key\r\n";
    assert_eq!(mock.ask("OPTIONS", "/pets/7", preflight, b"").0, 204);
}

#[test]
fn accept_chooses_the_media_type() {
    let mock = served(PETS);
    assert_eq!(
        mock.get("/pets?limit=1", "accept: text/csv\r\n"),
        (200, "name\nRex\n".to_owned())
    );
    let (status, body) = mock.get("/pets?limit=1", "accept: image/png\r\n");
    assert_eq!(status, 406);
    assert!(at(&body, "/detail").contains("application/json, text/csv"), "{body}");
}

#[test]
fn a_request_can_ask_for_a_status_an_example_and_faults() {
    let mock = served(PETS);
    let create = |prefer: &str| {
        let headers = format!("{JSON}prefer: {prefer}\r\n");
        mock.ask("POST", "/pets", &headers, br#"{"name":"Rex","kind":"dog"}"#)
    };
    assert_eq!(
        create("example=dog"),
        (201, r#"{"name":"Rex","kind":"dog"}"#.to_owned())
    );
    assert_eq!(create("code=404"), (404, r#"{"message":"string"}"#.to_owned()));
    let (status, body) = create("code=503");
    assert_eq!(
        (status, at(&body, "/detail").as_str()),
        (503, "the document does not describe it")
    );
    let (status, body) = create("example=cow");
    assert_eq!(
        (status, at(&body, "/detail").as_str()),
        (400, "there is no example `cow`; the response has cat, dog")
    );
    assert_eq!(create("code=99").0, 400);
    assert_eq!(create("delay=99999999").0, 400);
    assert_eq!(create("respond-async, wait=10").0, 201);
    assert!(create("dynamic=true").1.contains(r#""name":"string""#));
    assert_eq!(create("fault=close"), (0, String::new()));
    assert_eq!(create("fault=cut").1, r#"{"name":"Tom""#);
    assert!(create("fault=garbage").1.contains("not what was asked for"));
    assert_eq!(mock.get("/pets?limit=1&__code=418", "").0, 418);
}

#[test]
fn faults_for_all_requests_can_concern_one_of_several() {
    let input = Input::Text {
        name: "pets.yaml".into(),
        text: PETS.into(),
    };
    let wishes = Wishes {
        status: Some(503),
        delay: Duration::from_millis(1),
        ..Wishes::default()
    };
    let mock = served_with(input, wishes, 3);
    let statuses: Vec<u16> = (0..6).map(|_| mock.get("/pets?limit=1", "").0).collect();
    assert_eq!(statuses, [200, 200, 503, 200, 200, 503]);
}
