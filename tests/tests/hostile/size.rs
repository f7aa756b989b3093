//! Texts and lists of a size that nobody expects.

use super::generate_text;
use specwright::config::Layout;

const MEBIBYTE: usize = 1 << 20;

/// A document in which one text is everywhere.
fn document(name: &str, text: &str) -> String {
    let quote = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let (name, text) = (quote(name), quote(text));
    format!(
        "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": {text}, \"version\": {text}, \"description\": {text}}}, \"tags\": [{{\"name\": {name}}}], \
        \"paths\": {{\"/a\": {{\"post\": {{\"operationId\": {name}, \"tags\": [{name}], \"summary\": {text}, \"parameters\": [{{\"name\": {name}, \"in\": \"query\", \"schema\": {{\"type\": \"string\"}}}}], \
        \"requestBody\": {{\"content\": {{\"application/json\": {{\"schema\": {{\"type\": \"object\", \"title\": {name}, \"required\": [{name}], \
        \"properties\": {{{name}: {{\"type\": \"string\", \"description\": {text}, \"enum\": [{name}, \"b\"]}}, \"c\": {{\"const\": {text}}}, \"d\": {{\"type\": \"string\", \"default\": {text}, \"pattern\": {text}}}}}}}}}}}}}, \
        \"responses\": {{\"200\": {{\"description\": {text}}}}}}}}}}}, \"components\": {{\"schemas\": {{{name}: {{\"type\": \"object\", \"properties\": {{\"a\": {{\"type\": \"string\"}}}}}}}}}}}}"
    )
}

#[test]
fn a_mebibyte_of_text_is_text() {
    for (what, text) in [
        ("letters", "a".repeat(MEBIBYTE)),
        ("words", "word ".repeat(MEBIBYTE / 5)),
        ("lines", "\n".repeat(MEBIBYTE)),
        ("quotes", "\"".repeat(MEBIBYTE)),
        ("brackets", "[".repeat(MEBIBYTE)),
        ("emphasis", "*a_".repeat(MEBIBYTE / 3)),
        ("quotations", "> ".repeat(MEBIBYTE / 2)),
        ("tags", "<a>".repeat(MEBIBYTE / 3)),
        ("lists", "- ".repeat(MEBIBYTE / 2)),
        ("fences", "```\n".repeat(MEBIBYTE / 4)),
        ("rows", "|a|b|\n|-|-|\n".repeat(MEBIBYTE / 12)),
        ("links", "[a](".repeat(MEBIBYTE / 4)),
        ("marks", "\u{202e}".repeat(MEBIBYTE / 3)),
    ] {
        let outcome = generate_text("big.json", &document("name", &text), Layout::Crate);
        outcome.check(what);
        assert!(
            outcome.files.is_some(),
            "{what}: {}",
            outcome.report.get(..2_000).unwrap_or(&outcome.report)
        );
    }
}

#[test]
fn a_name_of_a_mebibyte_becomes_a_name() {
    for (what, name) in [
        ("letters", "a".repeat(MEBIBYTE)),
        ("words", "word ".repeat(MEBIBYTE / 5)),
        ("signs", "+".repeat(MEBIBYTE)),
        ("capitals", "aB".repeat(MEBIBYTE / 2)),
        ("letters of other scripts", "\u{e9}".repeat(MEBIBYTE / 2)),
    ] {
        let outcome = generate_text("big.json", &document(&name, "text"), Layout::Crate);
        outcome.check(what);
        let files = outcome
            .files
            .unwrap_or_else(|| panic!("{what}: {}", outcome.report.get(..2_000).unwrap_or("")));
        for (path, text) in files.iter() {
            assert!(path.len() < 200, "{what}: {path}");
            // A name is written often, a text once: each line of code stays within what a person reads.
            let code = text
                .lines()
                .filter(|line| !line.contains('"') && !line.trim_start().starts_with("//"));
            assert!(
                code.map(str::len).max() < Some(1_000),
                "{what}: {path} has endless names"
            );
        }
    }
}

#[test]
fn many_small_things_do_not_take_long() {
    let values: Vec<String> = (0..20_000).map(|index| format!("\"v{index}\"")).collect();
    let members: Vec<String> = (0..5_000)
        .map(|index| format!("\"m{index}\": {{\"type\": \"string\"}}"))
        .collect();
    let choices: Vec<String> = (0..300)
        .map(|index| format!("{{\"type\": \"object\", \"required\": [\"t\"], \"properties\": {{\"t\": {{\"const\": \"k{index}\"}}}}}}"))
        .collect();
    let text = format!(
        "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"components\": {{\"schemas\": {{\
         \"Values\": {{\"enum\": [{}]}}, \"Members\": {{\"type\": \"object\", \"properties\": {{{}}}}}, \"Choices\": {{\"oneOf\": [{}]}}}}}}}}",
        values.join(", "),
        members.join(", "),
        choices.join(", "),
    );
    let outcome = generate_text("many.json", &text, Layout::File);
    outcome.check("many");
    assert!(outcome.files.is_some(), "{}", outcome.report);
}

/// A document with an operation, and a component schema `S` that it gives.
pub(super) fn with(operation: &str, schema: &str) -> String {
    format!(
        "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"paths\": {{\"/a\": {{\"post\": {{\"operationId\": \"a\", {operation}}}}}}}, \
        \"components\": {{\"schemas\": {{\"S\": {schema}}}}}}}"
    )
}

pub(super) fn members(count: usize, member: impl Fn(usize) -> String) -> String {
    (0..count).map(member).collect::<Vec<_>>().join(", ")
}

/// Each bound is met by one more than it allows, and by nothing less.
#[test]
fn what_is_wider_than_the_compiler_takes_is_any_value() {
    let gives = "\"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/S\"}}}}}";
    let object = |count: usize| {
        let members = members(count, |index| format!("\"m{index}\": {{\"type\": \"string\"}}"));
        format!("{{\"type\": \"object\", \"properties\": {{{members}}}}}")
    };
    let choice = |count: usize| {
        let members = members(count, |index| {
            format!(
                "{{\"type\": \"object\", \"required\": [\"m{index}\"], \"properties\": {{\"m{index}\": {{\"type\": \"string\"}}}}}}"
            )
        });
        format!("{{\"oneOf\": [{members}]}}")
    };
    let list = |count: usize| format!("{{\"enum\": [{}]}}", members(count, |index| format!("\"v{index}\"")));
    let tuple = |count: usize| {
        let items = members(count, |_| "{\"type\": \"string\"}".to_owned());
        format!("{{\"type\": \"array\", \"prefixItems\": [{items}]}}")
    };
    type Wide<'w> = (&'w str, usize, &'w dyn Fn(usize) -> String);
    let kinds: [Wide<'_>; 4] = [
        ("properties", 3_000, &object),
        ("alternatives", 2_000, &choice),
        ("items", 500, &tuple),
        ("values", 30_000, &list),
    ];
    for (what, limit, schema) in kinds {
        for (count, is_wide) in [(limit, false), (limit + 1, true)] {
            let outcome = generate_text("wide.json", &with(gives, &schema(count)), Layout::File);
            outcome.check(what);
            assert_eq!(outcome.codes.contains(&"SW0519"), is_wide, "{count} {what}");
            assert!(outcome.files.is_some(), "{count} {what}");
        }
    }
}

#[test]
fn a_property_with_more_tags_than_an_enumeration_has_stays_any_string() {
    let variant = |tags: &str| {
        format!(
            "{{\"type\": \"object\", \"required\": [\"kind\"], \"properties\": {{\"kind\": {{\"type\": \"string\", \"enum\": [{tags}]}}}}}}"
        )
    };
    let body = "\"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/S\"}}}}, \
                \"responses\": {\"204\": {\"description\": \"d\"}}";
    for (count, is_any) in [(50, false), (30_001, true)] {
        let many = variant(&members(count, |index| format!("\"v{index}\"")));
        let schema = format!("{{\"oneOf\": [{}, {many}]}}", variant("\"one\""));
        let outcome = generate_text("tags.json", &with(body, &schema), Layout::File);
        outcome.check("tags");
        let code = outcome.code();
        assert_eq!(code.contains("V49,"), !is_any, "{count}");
    }
}

/// What two enumerations have in common is found without comparing each with each, in any spelling of a number.
#[test]
fn what_long_enumerations_have_in_common_does_not_take_long() {
    for (what, first, second) in [
        ("integers", 0, "9999.0"),
        (
            "integers without a double of their own",
            9_007_199_254_740_993_i64,
            "9007199254750992",
        ),
    ] {
        let list = |from: i64, to: i64| (from..to).map(|value| value.to_string()).collect::<Vec<_>>().join(", ");
        let schema = format!(
            "{{\"allOf\": [{{\"type\": \"integer\", \"enum\": [{}]}}, {{\"enum\": [{}, {second}]}}]}}",
            list(first, first + 10_000),
            list(first + 5, first + 9_999)
        );
        let gives = "\"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/S\"}}}}}";
        let outcome = generate_text("common.json", &with(gives, &schema), Layout::File);
        outcome.check(what);
        let code = outcome.code();
        assert!(code.contains("9999") || code.contains("9007199254750992"), "{what}");
    }
}

/// Each of thousands asks something of all others: what they say together is read once.
#[test]
fn thousands_that_speak_of_each_other_do_not_take_long() {
    let all = |schema: &dyn Fn(usize) -> String| members(4_000, |index| format!("\"A{index}\": {}", schema(index)));
    let mapping = members(4_000, |index| {
        format!("\"t{index}\": \"#/components/schemas/A{index}\"")
    });
    let tag = format!("\"discriminator\": {{\"propertyName\": \"k\", \"mapping\": {{{mapping}}}}}");
    let to = |index: usize| format!("{{\"$ref\": \"#/components/schemas/A{index}\"}}");
    let object = "\"type\": \"object\", \"required\": [\"k\"], \"properties\": {\"k\": {\"type\": \"string\"}}";
    let constant = |index: usize| {
        format!(
            "{{\"type\": \"object\", \"required\": [\"k\"], \"properties\": {{\"k\": {{\"const\": \"v{index}\"}}}}}}"
        )
    };
    let dynamic = |index: usize| {
        let next = to((index + 1) % 4_000);
        format!(
            "{{\"$dynamicAnchor\": \"n\", \"type\": \"object\", \"properties\": {{\"c\": {{\"$dynamicRef\": \"#n\"}}, \"x\": {next}}}}}"
        )
    };
    let plain = all(&|_| format!("{{{object}}}"));
    let heirs = all(&|_| "{\"allOf\": [{\"$ref\": \"#/components/schemas/S\"}]}".to_owned());
    let extending = all(&|index| {
        format!(
            "{{\"allOf\": [{{\"$ref\": \"#/components/schemas/S\"}}, {{\"type\": \"object\", \"properties\": {{\"p{index}\": {{\"type\": \"string\"}}}}}}]}}"
        )
    });
    let names = members(4_000, |index| format!("\"N{index}\": {}", to(index)));
    let to_name = |index: usize| to(index).replace("/A", "/N");
    for (what, schemas) in [
        (
            "a mapping",
            format!("\"S\": {{\"oneOf\": [{}], {tag}}}, {plain}", members(4_000, to)),
        ),
        ("heirs", format!("\"S\": {{{object}, {tag}}}, {heirs}")),
        (
            "constants",
            format!("\"S\": {{\"oneOf\": [{}]}}", members(4_000, constant)),
        ),
        ("dynamic anchors", format!("\"S\": {}, {}", to(0), all(&dynamic))),
        (
            "alternatives that extend the choice",
            format!("\"S\": {{\"oneOf\": [{}]}}, {extending}", members(4_000, to)),
        ),
        (
            "alternatives that add nothing to the choice",
            format!("\"S\": {{\"oneOf\": [{}]}}, {heirs}", members(4_000, to)),
        ),
        (
            "alternatives by other names",
            format!(
                "\"S\": {{\"oneOf\": [{}]}}, {names}, {extending}",
                members(4_000, to_name)
            ),
        ),
        (
            "alternatives with a mapping",
            format!(
                "\"S\": {{{object}, \"oneOf\": [{}], {tag}}}, {extending}",
                members(4_000, to)
            ),
        ),
    ] {
        let text = format!(
            "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"components\": {{\"schemas\": {{{schemas}}}}}}}"
        );
        let outcome = generate_text("many.json", &text, Layout::File);
        outcome.check(what);
        assert!(outcome.files.is_some(), "{what}: {}", outcome.report);
    }
}

/// Each is a choice of its own, with all alternatives: beyond a number of those it is any value.
#[test]
fn schemas_that_extend_a_choice_of_others_have_a_largest_number_of_alternatives() {
    let object =
        |index: usize| format!("{{\"type\": \"object\", \"properties\": {{\"p{index}\": {{\"type\": \"string\"}}}}}}");
    let alternatives = members(500, object);
    for (count, is_any) in [(4, false), (5, true)] {
        let extending = members(count, |index| {
            format!(
                "\"E{index}\": {{\"allOf\": [{{\"$ref\": \"#/components/schemas/S\"}}, {{\"required\": [\"p0\"]}}]}}"
            )
        });
        let text = format!(
            "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"components\": {{\"schemas\": {{\"S\": {{\"oneOf\": [{alternatives}]}}, {extending}}}}}}}"
        );
        let outcome = generate_text("extended.json", &text, Layout::File);
        outcome.check("extended");
        assert_eq!(outcome.codes.contains(&"SW0507"), is_any, "{count}");
        assert!(outcome.files.is_some(), "{count}");
    }
}

/// Ten thousands of what an operation has take time in proportion: a limit of time of the test harness would meet what does not.
#[test]
fn many_parts_of_an_operation_do_not_take_long() {
    let none = "\"responses\": {\"204\": {\"description\": \"d\"}}";
    let parameters = members(20_000, |index| {
        format!("{{\"name\": \"p{index}\", \"in\": \"query\", \"schema\": {{\"type\": \"string\"}}}}")
    });
    let headers = members(20_000, |index| {
        format!("\"x-{index}\": {{\"schema\": {{\"type\": \"string\"}}}}")
    });
    let statuses = members(65_000, |status| format!("\"{status}\": {{\"description\": \"d\"}}"));
    let tags = members(20_000, |index| format!("\"t{index}\""));
    for (what, operation) in [
        ("parameters", format!("\"parameters\": [{parameters}], {none}")),
        (
            "headers",
            format!("\"responses\": {{\"200\": {{\"description\": \"d\", \"headers\": {{{headers}}}}}}}"),
        ),
        ("statuses", format!("\"responses\": {{{statuses}}}")),
        ("tags", format!("\"tags\": [{tags}], {none}")),
    ] {
        let outcome = generate_text("many.json", &with(&operation, "{\"type\": \"string\"}"), Layout::File);
        outcome.check(what);
        assert!(outcome.files.is_some(), "{what}");
    }
}

/// What takes time with the square of its size takes minutes here: a limit of time of the test harness would meet it.
#[test]
fn long_lists_do_not_take_long() {
    let constants = |count: usize| {
        let list = members(count, |index| format!("{{\"const\": \"v{index}\"}}"));
        format!("{{\"oneOf\": [{list}]}}")
    };
    let long = |count: usize| {
        let word = "word ".repeat(25);
        format!(
            "{{\"enum\": [{}]}}",
            members(count, |index| format!("\"{word}{index}\""))
        )
    };
    let unions = |count: usize| {
        let width = count.isqrt();
        let union = |outer: usize| {
            let object = |inner: usize| {
                let name = format!("\"p{outer}_{inner}\"");
                format!(
                    "{{\"type\": \"object\", \"required\": [{name}], \"properties\": {{{name}: {{\"type\": \"string\"}}}}}}"
                )
            };
            format!("{{\"oneOf\": [{}]}}", members(width, object))
        };
        format!("{{\"oneOf\": [{}]}}", members(width, union))
    };
    let faults = |count: usize| {
        let wrong = |index: usize| format!("\"p{index}\": {{\"type\": \"strng\"}}");
        format!(
            "{{\"type\": \"object\", \"properties\": {{{}}}}}",
            members(count, wrong)
        )
    };
    type Long<'l> = (&'l str, usize, &'l dyn Fn(usize) -> String);
    let kinds: [Long<'_>; 4] = [
        ("faults of one line", 40_000, &faults),
        ("constants", 60_000, &constants),
        ("values of long names", 24_000, &long),
        ("unions of unions", 4_096, &unions),
    ];
    let gives = "\"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/S\"}}}}}";
    for (what, count, schema) in kinds {
        let outcome = generate_text("long.json", &with(gives, &schema(count)), Layout::File);
        outcome.check(what);
        assert!(outcome.files.is_some(), "{what}: {}", outcome.report);
    }
}
