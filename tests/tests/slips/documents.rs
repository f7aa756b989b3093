//! Slips in a document that can be read.

use super::{Expected, Severity, ZOO, differs, said};

/// What is replaced in [`super::ZOO`] by what, and what is said then.
type Slip = (&'static str, &'static str, &'static [Expected]);

const ANIMALS: &str = "items: {$ref: '#/components/schemas/Animal'}";

/// In schemas.
const SCHEMAS: &[Slip] = &[
    (
        "[id, name]",
        "[id, nmae]",
        &[("SW0503", "nmae", "did you mean `name`?")],
    ),
    (
        "maxLength: 40}",
        "maxLength: 40, items: {type: string}}",
        &[("SW0514", "items", "`items` says nothing about a value of type `string`")],
    ),
    ("tags: {type: array, items: {type: string}}", "tags: {type: array}", &[]),
    (
        "maxLength: 40}",
        "required: true}",
        &[("SW0321", "required", "the property is read as required")],
    ),
    (
        "[id, name]",
        "[id, name]\n      additionalProperties: 'yes'",
        &[("SW0351", "'yes'", "and here it is a string; did you mean `true`?")],
    ),
    (
        "legs: {type: integer}",
        "legs: integer",
        &[("SW0351", "integer", "did you mean `{type: integer}`?")],
    ),
    (
        "maxLength: 40",
        "maxLenght: 40",
        &[("SW0350", "maxLenght", "did you mean `maxLength`?")],
    ),
    (
        "legs: {type: integer}",
        "legs: {type: int}",
        &[("SW0320", "int", "read as `integer`")],
    ),
    (
        "maxLength: 40",
        "pattern: '^[a-z'",
        &[("SW0801", "'^[a-z'", "`[` is never closed (at byte 1 of the pattern)")],
    ),
    ("enum: [cat, dog]", "enum: []", &[("SW0505", "[]", "it is ignored")]),
    (
        "enum: [cat, dog]",
        "enum: [cat, dog, cat]",
        &[("SW0504", "cat", "remove one of the two")],
    ),
    (
        "enum: [cat, dog]",
        "enum: [cat, 5]",
        &[("SW0506", "5", "the value 5 of `enum`")],
    ),
    (
        "legs: {type: integer}",
        "legs: {type: integer, default: four}",
        &[("SW0521", "four", "it is a string, but the type is `integer`")],
    ),
    (
        "maxLength: 40",
        "minLength: 50, maxLength: 40",
        &[(
            "SW0511",
            "minLength",
            "no value keeps both `minLength: 50` and `maxLength: 40`",
        )],
    ),
    (
        "dog: '#/components/schemas/Dog'}",
        "dog: '#/components/schemas/Dgo'}",
        &[("SW0508", "'#/components/schemas/Dgo'", "did you mean `Dog`?")],
    ),
    (
        "legs: {type: integer}",
        "legs: {type: integer, nullable: true, minimum: 0, exclusiveMinimum: true}",
        &[],
    ),
    ("legs: {type: integer}", "legs: {type: integer, format: legcount}", &[]),
    (
        ANIMALS,
        "items: {$ref: '#/components/schemas/Animl'}",
        &[("SW0401", "'#/components/schemas/Animl'", "did you mean `Animal`?")],
    ),
    (
        "pet: {$ref: '#/components/schemas/Pet'}",
        "pet: {$ref: '#/components/schemas/Pet'}\n        parent: {$recursiveRef: '#'}",
        &[(
            "SW0328",
            "$recursiveRef",
            "read as a reference to `#/components/schemas/Animal`",
        )],
    ),
    (
        "pet: {$ref: '#/components/schemas/Pet'}",
        "pet: {$ref: '#/components/schemas/Pet'}\n        parent: {$ref: '#'}",
        &[("SW0328", "$ref", "write `$ref: '#/components/schemas/Animal'`")],
    ),
];

/// In operations and what is around them.
const OPERATIONS: &[Slip] = &[
    (
        "          description: An animal.\n",
        "",
        &[("SW0370", "content:", "the response has no `description`")],
    ),
    ("version: 1.0.0}", "version: 1.0.0, license: {name: MIT, url: ''}}", &[]),
    ("paths:\n", "paths:\n  x-note: something\n", &[]),
    (
        "paths:\n",
        "tags: [{name: zoo, description: {$ref: a.md}}]\npaths:\n",
        &[
            (
                "SW0633",
                "{name: zoo, description: {$ref: a.md}}",
                "no operation has the tag",
            ),
            ("SW0405", "{$ref: a.md}", "the prose is left out"),
        ],
    ),
    (
        "security: []",
        "security: [{oauth2: null}]",
        &[("SW0606", "oauth2", "declare it in `components.securitySchemes`")],
    ),
    (
        "security: []",
        "security: [{Key: []}]",
        &[("SW0606", "Key", "did you mean `key`?")],
    ),
    (
        "url: 'https://zoo.example'",
        "url: 'https://zoo.example:{port}', variables: {port: {default: 443, enum: [443, 8443]}}",
        &[],
    ),
    ("      responses:\n        '204': {description: Done.}\n", "", &[]),
    (
        "parameters:\n        - name: limit",
        "paramaters:\n        - name: limit",
        &[(
            "SW0350",
            "paramaters",
            "what it contains is lost; did you mean `parameters`?",
        )],
    ),
    (
        "operationId: getAnimal",
        "operationId: listAnimals",
        &[("SW0355", "listAnimals", "duplicate operationId `listAnimals`")],
    ),
    (
        "      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n",
        "",
        &[("SW0602", "/animals/{id}", "it is read as a string")],
    ),
    (
        "in: query\n",
        "in: path\n          required: true\n",
        &[("SW0603", "limit", "it is left out")],
    ),
    (
        "          schema: {type: integer}\n",
        "",
        &[("SW0631", "name: limit", "`limit` has no type")],
    ),
    (
        "in: query",
        "in: queryy",
        &[("SW0353", "queryy", "did you mean `query`?")],
    ),
    (
        "paths:\n",
        "paths:\n  /animals/{name}:\n    delete:\n      security: []\n      parameters: [{name: name, in: path, required: true, schema: {type: string}}]\n      responses: {'204': {description: Gone.}}\n",
        &[("SW0610", "/animals/{id}", "is the same as `/animals/{name}`")],
    ),
    ("'204'", "'2O4'", &[("SW0604", "'2O4'", "did you mean `204`?")]),
    (
        "    put:",
        "    putt:",
        &[("SW0350", "putt", "the operation is lost; did you mean `put`?")],
    ),
    (
        "'204': {description: Done.}",
        "'204': {description: Done., links: {self: {operationId: getAnimls}}}",
        &[("SW0657", "getAnimls", "did you mean `getAnimal`?")],
    ),
    (
        "'204': {description: Done.}",
        "'204': {description: Done., links: {self: {operationRef: '#/paths/~1animal/get'}}}",
        &[("SW0657", "'#/paths/~1animal/get'", "did you mean `/animals`?")],
    ),
    (
        "'204': {description: Done.}",
        "'204': {description: Done., links: {self: {operationid: getAnimal}}}",
        &[("SW0657", "{operationid: getAnimal}", "did you mean `operationId`?")],
    ),
];

#[test]
fn each_slip_is_said_once_where_it_is() {
    let mut wrong = Vec::new();
    for (from, to, expected) in SCHEMAS.iter().chain(OPERATIONS) {
        assert!(ZOO.contains(from), "{from}");
        let found = said("zoo.yaml", &ZOO.replacen(from, to, 1));
        wrong.extend(differs(to, &found, expected));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn several_slips_are_all_said_in_the_order_of_the_document() {
    let document = [
        ("Animal'}}\n  /", "Animl'}}\n  /"),
        ("'204'", "'2O4'"),
        ("legs: {type: integer}", "legs: {type: int, minimun: 3}"),
        ("enum: [cat, dog]", "enum: cat"),
    ]
    .iter()
    .fold(ZOO.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    let expected: &[Expected] = &[
        ("SW0401", "'#/components/schemas/Animl'", "`Animal`"),
        ("SW0604", "'2O4'", "`204`"),
        ("SW0320", "int", "`integer`"),
        ("SW0350", "minimun", "`minimum`"),
        (
            "SW0351",
            "cat",
            "must be an array, and here it is a string; did you mean `[\"cat\"]`?",
        ),
    ];
    let found = said("zoo.yaml", &document);
    assert_eq!(differs("several", &found, expected), None);
    assert!(found.is_sorted_by_key(|said| said.line), "{found:#?}");
    let errors = found.iter().filter(|said| said.severity == Severity::Error);
    assert_eq!(errors.map(|said| said.code).collect::<Vec<_>>(), ["SW0401", "SW0351"]);
}

#[test]
fn before_3_1_an_array_says_what_its_items_are() {
    let old = ZOO.replacen("3.1.0", "3.0.4", 1);
    let bare = "tags: {type: array}";
    let bare = |document: &str| document.replacen("tags: {type: array, items: {type: string}}", bare, 1);
    assert_eq!(differs("3.0", &said("zoo.yaml", &old), &[]), None);
    let expected: &[Expected] = &[("SW0329", "array", "they are read as any value")];
    assert_eq!(differs("3.0", &said("zoo.yaml", &bare(&old)), expected), None);
    assert_eq!(differs("3.1", &said("zoo.yaml", &bare(ZOO)), &[]), None);
}
