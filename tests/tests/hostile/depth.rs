//! Nesting, chains and cycles that go on and on. The stack of a test is small, so that a generator that descends with the
//! document dies here.

use super::generate_text;
use specwright::config::Layout;
use std::fmt::Write as _;

/// How deep documents are nested.
const DEEP: usize = 10_000;

/// How long chains of references are: longer than all limits of the generator.
const LONG: usize = 1_100;

/// Writes a schema around another one.
type Wrap = fn(&str) -> String;

/// A document with these component schemas.
fn document(schemas: &str) -> String {
    format!(
        "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"paths\": {{\"/a\": {{\"post\": {{\"operationId\": \"a\", \
        \"requestBody\": {{\"content\": {{\"application/json\": {{\"schema\": {{\"$ref\": \"#/components/schemas/S0\"}}}}}}}}, \
        \"responses\": {{\"200\": {{\"description\": \"b\", \"content\": {{\"application/json\": {{\"schema\": {{\"$ref\": \"#/components/schemas/S0\"}}}}}}}}}}}}}}}}, \
        \"components\": {{\"schemas\": {{{schemas}}}}}}}"
    )
}

/// Component schemas `S0`, `S1`, …, each written with the reference to the next one.
fn chain(length: usize, schema: impl Fn(&str) -> String, last: &str) -> String {
    let mut out = String::new();
    for index in 0..length {
        let next = format!("{{\"$ref\": \"#/components/schemas/S{}\"}}", index + 1);
        let _ = write!(out, "\"S{index}\": {}, ", schema(&next));
    }
    let _ = write!(out, "\"S{length}\": {last}");
    out
}

/// Generates and says whether there is code.
fn survives(what: &str, text: &str) -> bool {
    let outcome = generate_text("deep.json", text, Layout::File);
    outcome.check(what);
    outcome.files.is_some()
}

#[test]
fn nested_values_are_refused_where_they_are_too_deep() {
    let nested = |open: &str, close: &str| format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
    for (what, value) in [
        ("arrays", nested("[", "]")),
        ("objects", nested("{\"a\":", "}")),
        ("unclosed arrays", "[".repeat(DEEP)),
        ("unclosed objects", "{\"a\":".repeat(DEEP)),
    ] {
        let text = document("\"S0\": {\"type\": \"string\"}").replacen(
            "{\"openapi\"",
            &format!("{{\"x-deep\": {value}, \"openapi\""),
            1,
        );
        for name in ["deep.json", "deep.yaml"] {
            let outcome = generate_text(name, &text, Layout::File);
            outcome.check(what);
            assert!(
                outcome.files.is_none() && !outcome.codes.is_empty(),
                "{what} in {name}: {}",
                outcome.report
            );
        }
    }
    let mut block = String::from("openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\nx-deep:\n");
    for depth in 1..2_000 {
        let _ = writeln!(block, "{}a:", " ".repeat(depth));
    }
    let outcome = generate_text("deep.yaml", &block, Layout::File);
    outcome.check("block mappings");
    assert!(outcome.files.is_none());
    let lists = format!("openapi: 3.1.0\nx-deep:\n  {}a\n", "- ".repeat(DEEP));
    assert!(!survives("block sequences", &lists));
}

#[test]
fn schemas_nested_to_the_limit_are_generated() {
    // Each level of the schema is two of the document.
    for (what, open, close) in [
        ("lists", "{\"type\": \"array\", \"items\": ", "}"),
        ("all of", "{\"description\": \"b\", \"allOf\": [", "]}"),
        ("objects", "{\"type\": \"object\", \"properties\": {\"a\": ", "}}"),
        ("maps", "{\"type\": \"object\", \"additionalProperties\": ", "}"),
        ("choices", "{\"oneOf\": [{\"type\": \"boolean\"}, ", "]}"),
        ("not", "{\"not\": ", "}"),
        ("conditions", "{\"type\": \"object\", \"if\": ", "}"),
        ("tuples", "{\"type\": \"array\", \"prefixItems\": [", "]}"),
    ] {
        let depth = 110;
        let schema = format!(
            "\"S0\": {}{{\"type\": \"string\"}}{}",
            open.repeat(depth),
            close.repeat(depth)
        );
        let outcome = generate_text("nested.json", &document(&schema), Layout::File);
        outcome.check(what);
        assert!(outcome.files.is_some(), "{what}");
        // What has no names between is cut before the compiler gives up.
        let is_type = ["lists", "maps", "tuples"].contains(&what);
        assert!(
            !is_type || outcome.codes.contains(&"SW0516"),
            "{what}: {}",
            outcome.report
        );
    }
}

#[test]
fn long_chains_of_references_end() {
    let text = "{\"type\": \"string\"}";
    let object = "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}";
    let chains: [(&str, Wrap, &str); 11] = [
        ("references", |next| next.to_owned(), object),
        (
            "references with siblings",
            |next| next.replacen('{', "{\"description\": \"b\", \"minLength\": 1, ", 1),
            text,
        ),
        (
            "lists",
            |next| format!("{{\"type\": \"array\", \"items\": {next}}}"),
            text,
        ),
        (
            "maps",
            |next| format!("{{\"type\": \"object\", \"additionalProperties\": {next}}}"),
            text,
        ),
        (
            "members",
            |next| format!("{{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {{\"a\": {next}}}}}"),
            text,
        ),
        (
            "all of",
            |next| {
                format!(
                    "{{\"allOf\": [{next}, {{\"type\": \"object\", \"properties\": {{\"a\": {{\"type\": \"string\"}}}}}}]}}"
                )
            },
            object,
        ),
        ("all of one", |next| format!("{{\"allOf\": [{next}]}}"), object),
        (
            "nullable",
            |next| format!("{{\"anyOf\": [{next}, {{\"type\": \"null\"}}]}}"),
            object,
        ),
        (
            "choices",
            |next| format!("{{\"oneOf\": [{next}, {{\"type\": \"integer\"}}]}}"),
            text,
        ),
        ("not", |next| format!("{{\"type\": \"string\", \"not\": {next}}}"), text),
        (
            "tuples",
            |next| format!("{{\"type\": \"array\", \"prefixItems\": [{next}]}}"),
            text,
        ),
    ];
    for (what, schema, last) in chains {
        survives(what, &document(&chain(LONG, schema, last)));
    }
}

#[test]
fn cycles_of_every_kind_end() {
    let to = |index: usize| format!("{{\"$ref\": \"#/components/schemas/S{index}\"}}");
    let wrappers: [(&str, Wrap); 16] = [
        ("reference", |next| next.to_owned()),
        ("sibling", |next| next.replacen('{', "{\"type\": \"object\", ", 1)),
        ("list", |next| format!("{{\"type\": \"array\", \"items\": {next}}}")),
        ("map", |next| {
            format!("{{\"type\": \"object\", \"additionalProperties\": {next}}}")
        }),
        ("pattern", |next| {
            format!("{{\"type\": \"object\", \"patternProperties\": {{\"^a\": {next}}}}}")
        }),
        ("member", |next| {
            format!("{{\"type\": \"object\", \"properties\": {{\"a\": {next}}}}}")
        }),
        ("required member", |next| {
            format!("{{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {{\"a\": {next}}}}}")
        }),
        ("all of", |next| {
            format!("{{\"allOf\": [{next}, {{\"properties\": {{\"b\": {{\"type\": \"string\"}}}}}}]}}")
        }),
        ("any of", |next| {
            format!("{{\"anyOf\": [{next}, {{\"type\": \"string\"}}]}}")
        }),
        ("one of", |next| {
            format!("{{\"oneOf\": [{next}, {{\"type\": \"null\"}}]}}")
        }),
        ("not", |next| format!("{{\"not\": {next}}}")),
        ("condition", |next| {
            format!("{{\"if\": {next}, \"then\": {next}, \"else\": {next}}}")
        }),
        ("tuple", |next| {
            format!("{{\"type\": \"array\", \"prefixItems\": [{next}], \"minItems\": 1}}")
        }),
        ("contains", |next| {
            format!("{{\"type\": \"array\", \"contains\": {next}}}")
        }),
        ("names", |next| {
            format!("{{\"type\": \"object\", \"propertyNames\": {next}}}")
        }),
        ("tagged", |next| {
            format!(
                "{{\"oneOf\": [{next}, {{\"type\": \"object\", \"properties\": {{\"t\": {{\"type\": \"string\"}}}}}}], \"discriminator\": {{\"propertyName\": \"t\"}}}}"
            )
        }),
    ];
    for (what, first) in &wrappers {
        survives(what, &document(&format!("\"S0\": {}", first(&to(0)))));
        for (other, second) in &wrappers {
            let schemas = format!("\"S0\": {}, \"S1\": {}", first(&to(1)), second(&to(0)));
            survives(&format!("{what} and {other}"), &document(&schemas));
        }
    }
}

#[test]
fn cycles_of_other_objects_end() {
    for (what, members) in [
        (
            "parameters",
            "\"parameters\": {\"A\": {\"$ref\": \"#/components/parameters/B\"}, \"B\": {\"$ref\": \"#/components/parameters/A\"}}",
        ),
        (
            "responses",
            "\"responses\": {\"A\": {\"$ref\": \"#/components/responses/A\"}}",
        ),
        (
            "path items",
            "\"pathItems\": {\"A\": {\"$ref\": \"#/components/pathItems/A\"}}",
        ),
        (
            "callbacks",
            "\"callbacks\": {\"A\": {\"x\": {\"post\": {\"callbacks\": {\"a\": {\"$ref\": \"#/components/callbacks/A\"}}, \"responses\": {\"200\": {\"description\": \"d\"}}}}}}",
        ),
        (
            "examples",
            "\"examples\": {\"A\": {\"$ref\": \"#/components/examples/A\"}}",
        ),
    ] {
        let text = format!(
            "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"paths\": {{\"/a\": {{\"get\": {{\
            \"parameters\": [{{\"$ref\": \"#/components/parameters/A\"}}], \"callbacks\": {{\"a\": {{\"$ref\": \"#/components/callbacks/A\"}}}},\
            \"responses\": {{\"200\": {{\"$ref\": \"#/components/responses/A\"}}}}}}}}, \"/b\": {{\"$ref\": \"#/components/pathItems/A\"}}, \"/c\": {{\"$ref\": \"#/paths/~1c\"}}}}, \"components\": {{{members}}}}}"
        );
        survives(what, &text);
    }
}

#[test]
fn aliases_of_yaml_do_not_multiply() {
    let mut text = String::from(
        "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\nx-bomb:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n",
    );
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        let _ = writeln!(text, "  a{level}: &a{level} [{}]", vec![before; 10].join(", "));
    }
    assert!(!survives("an alias bomb", &text));
    let mut merged =
        String::from("openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\nx-bomb:\n  a0: &a0 {x: 1}\n");
    for level in 1..30 {
        let _ = writeln!(
            merged,
            "  a{level}: &a{level} {{l{level}: *a{0}, r{level}: *a{0}}}",
            level - 1
        );
    }
    assert!(!survives("a doubling bomb", &merged));
    survives(
        "an alias of itself",
        "openapi: 3.1.0\nx-a: &a [*a]\ninfo: {title: a, version: '1'}\n",
    );
}

#[test]
fn choices_of_choices_do_not_multiply() {
    // Each schema is a choice between the next one twice, with properties of its own.
    let choice = |next: &str| {
        format!(
            "{{\"type\": \"object\", \"properties\": {{\"p\": {{\"type\": \"string\"}}}}, \"oneOf\": [\
            {{\"allOf\": [{next}, {{\"required\": [\"x\"], \"properties\": {{\"x\": {{\"type\": \"string\"}}}}}}]}}, \
            {{\"allOf\": [{next}, {{\"required\": [\"y\"], \"properties\": {{\"y\": {{\"type\": \"string\"}}}}}}]}}]}}"
        )
    };
    survives(
        "choices",
        &document(&chain(
            40,
            choice,
            "{\"type\": \"object\", \"properties\": {\"z\": {\"type\": \"string\"}}}",
        )),
    );
    let both = |next: &str| format!("{{\"allOf\": [{next}, {next}], \"anyOf\": [{next}, {next}]}}");
    survives(
        "everything twice",
        &document(&chain(
            40,
            both,
            "{\"type\": \"object\", \"properties\": {\"z\": {\"type\": \"string\"}}}",
        )),
    );
}

/// What is not a circle is left as it is as far as a crate follows it that says nothing of its limit, with what holds the type there.
#[test]
fn rows_of_types_are_cut_where_the_compiler_would_give_up() {
    let rows: [(&str, Wrap, usize); 3] = [
        (
            "lists",
            |next| format!("{{\"type\": \"array\", \"items\": {next}}}"),
            22,
        ),
        (
            "maps",
            |next| format!("{{\"type\": \"object\", \"additionalProperties\": {next}}}"),
            9,
        ),
        (
            "members",
            |next| format!("{{\"type\": \"object\", \"required\": [\"a\"], \"properties\": {{\"a\": {next}}}}}"),
            54,
        ),
    ];
    for (what, wrap, longest) in rows {
        let object = "{\"type\": \"object\", \"properties\": {\"z\": {\"type\": \"string\"}}}";
        for length in [longest - 1, longest + 2, LONG] {
            let outcome = generate_text("row.json", &document(&chain(length, wrap, object)), Layout::File);
            outcome.check(what);
            let is_cut = outcome.report.contains("[SW0516]");
            assert_eq!(is_cut, length > longest, "{length} {what}: {}", outcome.report);
        }
    }
}

/// Circles are left as they are as far as the compiler follows them to tell whether a type is `Send`: by itself
/// (`tests/cases/ok/recursion/long_circle.yaml`), and with `#![recursion_limit = "256"]`, which is said.
#[test]
fn circles_are_opened_where_the_compiler_would_give_up() {
    let member: Wrap = |next| format!("{{\"type\": \"object\", \"properties\": {{\"a\": {next}}}}}");
    let map: Wrap = |next| {
        format!(
            "{{\"type\": \"object\", \"properties\": {{\"a\": {{\"type\": \"object\", \"additionalProperties\": {next}}}}}}}"
        )
    };
    for (what, wrap, by_itself, longest) in [("members", member, 28, 36), ("maps", map, 23, 29)] {
        for length in [by_itself, by_itself + 1, longest, longest + 1, 400] {
            let last = wrap("{\"$ref\": \"#/components/schemas/S0\"}");
            let text = document(&chain(length - 1, wrap, &last));
            let outcome = generate_text("circle.json", &text, Layout::File);
            outcome.check(what);
            let has = |code: &str| outcome.report.contains(&format!("[{code}]"));
            assert_eq!(has("SW0516"), length > longest, "{length} {what}: {}", outcome.report);
            assert_eq!(has("SW0523"), length > by_itself, "{length} {what}: {}", outcome.report);
        }
    }
}
