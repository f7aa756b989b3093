//! Slips in the text of a document: what cannot be read, and what is another thing.

use super::{Expected, ZOO, differs, said};

#[test]
fn text_that_cannot_be_read_is_marked_where_that_begins() {
    let twice = ZOO.replacen(
        "legs: {type: integer}",
        "legs: {type: integer}\n        id: {type: integer}",
        1,
    );
    let tab = ZOO.replacen("        legs: {type: integer}", "\t\tlegs: {type: integer}", 1);
    let colon = ZOO.replacen("description: An animal.", "description: An animal: one.", 1);
    let bracket = ZOO.replacen("[id, name]", "[id, name", 1);
    let quote = ZOO.replacen("description: An animal.", "description: 'It's an animal.'", 1);
    let at = ZOO.replacen("description: An animal.", "description: @animal", 1);
    let backslash = ZOO.replacen("maxLength: 40", "pattern: \"^\\d+$\"", 1);
    let slips: &[(&str, &str, Expected)] = &[
        ("twice.yaml", &twice, ("SW0105", "id", "remove one of the two")),
        ("tab.yaml", &tab, ("SW0104", "\t", "indent with spaces")),
        (
            "colon.yaml",
            &colon,
            ("SW0104", ":", "put a string that contains `: ` in quotes"),
        ),
        (
            "bracket.yaml",
            &bracket,
            ("SW0104", ":", "close what `[` or `{` has opened"),
        ),
        ("quote.yaml", &quote, ("SW0104", "s", "inside of single quotes twice")),
        ("at.yaml", &at, ("SW0104", "@", "in quotes")),
        ("backslash.yaml", &backslash, ("SW0104", "\"", "use single quotes")),
        (
            "commas.json",
            "{\"openapi\": \"3.1.0\",, \"info\": {}}",
            ("SW0104", ",", "expected a name in double quotes, found `,`"),
        ),
        ("empty.yaml", "", ("SW0103", "", "starts with `openapi: 3.1.0`")),
        (
            "page.yaml",
            "<!DOCTYPE html>\n<p>Log in: now</p>\n",
            ("SW0301", "<", "this is an HTML page"),
        ),
        (
            "none.yaml",
            &ZOO.replacen("openapi: 3.1.0\n", "", 1),
            (
                "SW0302",
                "info: {title: Zoo, version: 1.0.0}",
                "add `openapi: 3.1.0` as the first line",
            ),
        ),
        (
            "four.yaml",
            &ZOO.replacen("3.1.0", "4.0.0", 1),
            (
                "SW0304",
                "4.0.0",
                "supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2",
            ),
        ),
        (
            "url.yaml",
            &ZOO.replacen("'#/components/schemas/Animal'", "'https://zoo.example/animal.yaml'", 1),
            (
                "SW0117",
                "'https://zoo.example/animal.yaml'",
                "keep a copy and say where it is",
            ),
        ),
    ];
    let mut wrong = Vec::new();
    for (name, text, expected) in slips {
        wrong.extend(differs(name, &said(name, text), &[*expected]));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_version_without_quotes_and_other_line_ends_are_read() {
    let number = ZOO.replacen("3.1.0", "3.1", 1);
    assert_eq!(differs("number", &said("zoo.yaml", &number), &[]), None);
    let lines = ZOO.replace('\n', "\r\n");
    assert_eq!(differs("lines", &said("zoo.yaml", &lines), &[]), None);
    let slip = lines.replacen("[id, name]", "[id, nmae]", 1);
    let expected: &[Expected] = &[("SW0503", "nmae", "`name`")];
    assert_eq!(differs("lines", &said("zoo.yaml", &slip), expected), None);
}
