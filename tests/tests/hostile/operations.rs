//! Operations with more of something than any server offers.

use super::generate_text;
use super::size::{members, with};
use specwright::config::Layout;

#[test]
fn there_is_a_largest_number_of_servers_variables_and_their_values() {
    let values = |count: usize| {
        let values = members(count, |index| format!("\"v{index}\""));
        format!(
            "{{\"url\": \"https://{{v}}.a\", \"variables\": {{\"v\": {{\"default\": \"v0\", \"enum\": [{values}]}}}}}}"
        )
    };
    let variables = |count: usize| {
        let path: String = (0..count).map(|index| format!("/{{v{index}}}")).collect();
        let variables = members(count, |index| format!("\"v{index}\": {{\"default\": \"a\"}}"));
        format!("{{\"url\": \"https://a.b{path}\", \"variables\": {{{variables}}}}}")
    };
    let servers = |count: usize| members(count, |index| format!("{{\"url\": \"https://a{index}.b\"}}"));
    type Many<'m> = (&'m str, usize, &'m dyn Fn(usize) -> String);
    let kinds: [Many<'_>; 3] = [
        ("servers", 3_000, &servers),
        ("variables", 3_000, &variables),
        ("values", 3_000, &values),
    ];
    for (what, limit, servers) in kinds {
        for (count, is_wide) in [(limit, false), (limit + 1, true)] {
            let document = with(
                "\"responses\": {\"204\": {\"description\": \"d\"}}",
                "{\"type\": \"string\"}",
            );
            let document = document.replacen('{', &format!("{{\"servers\": [{}], ", servers(count)), 1);
            let outcome = generate_text("servers.json", &document, Layout::File);
            outcome.check(what);
            assert_eq!(outcome.codes.contains(&"SW0649"), is_wide, "{count} {what}");
            assert!(outcome.files.is_some(), "{count} {what}");
        }
    }
}

#[test]
fn an_operation_has_a_largest_number_of_media_types() {
    for (count, is_wide) in [(500, false), (501, true), (20_000, true)] {
        let content = members(count, |index| {
            format!(
                "\"application/x{index}+json\": {{\"schema\": {{\"type\": \"object\", \"properties\": {{\"p{index}\": {{\"type\": \"string\"}}}}}}}}"
            )
        });
        let gives = format!("\"responses\": {{\"200\": {{\"description\": \"d\", \"content\": {{{content}}}}}}}");
        let outcome = generate_text("media.json", &with(&gives, "{\"type\": \"string\"}"), Layout::File);
        outcome.check("media types");
        assert_eq!(outcome.codes.contains(&"SW0647"), is_wide, "{count}");
        assert!(outcome.files.is_some(), "{count}");
    }
}

#[test]
fn an_operation_has_a_largest_number_of_callbacks() {
    for (count, is_wide) in [(500, false), (501, true), (10_000, true)] {
        let callbacks = members(count, |index| {
            let schema =
                format!("{{\"type\": \"object\", \"properties\": {{\"p{index}\": {{\"type\": \"string\"}}}}}}");
            let body = format!("\"requestBody\": {{\"content\": {{\"application/json\": {{\"schema\": {schema}}}}}}}");
            format!("\"event{index}\": {{\"{{$request.body#/url}}\": {{\"post\": {{{body}}}}}}}")
        });
        let gives = format!("\"callbacks\": {{{callbacks}}}, \"responses\": {{\"204\": {{\"description\": \"d\"}}}}");
        let outcome = generate_text("callbacks.json", &with(&gives, "{\"type\": \"string\"}"), Layout::File);
        outcome.check("callbacks");
        assert_eq!(outcome.codes.contains(&"SW0647"), is_wide, "{}", outcome.report);
        let code = outcome.code();
        assert!(code.contains("\"p499\"") && !code.contains("\"p500\""));
    }
}

#[test]
fn an_operation_has_a_largest_number_of_parameters() {
    for (count, is_wide) in [(3_000, false), (3_001, true)] {
        let parameters = members(count, |index| {
            format!("{{\"name\": \"p{index}\", \"in\": \"query\", \"schema\": {{\"type\": \"string\"}}}}")
        });
        let gives = format!("\"parameters\": [{parameters}], \"responses\": {{\"204\": {{\"description\": \"d\"}}}}");
        let outcome = generate_text("parameters.json", &with(&gives, "{\"type\": \"string\"}"), Layout::File);
        outcome.check("parameters");
        assert_eq!(outcome.codes.contains(&"SW0647"), is_wide, "{}", outcome.report);
        let code = outcome.code();
        assert!(code.contains("\"p2999\"") && !code.contains("\"p3000\""));
    }
}

#[test]
fn the_responses_of_an_operation_have_a_largest_number_of_headers() {
    let response = |status: &str, from: usize, to: usize| {
        let headers = (from..to).map(|index| format!("\"x-{index}\": {{\"schema\": {{\"type\": \"string\"}}}}"));
        let headers = headers.collect::<Vec<_>>().join(", ");
        format!("\"{status}\": {{\"description\": \"d\", \"headers\": {{{headers}}}}}")
    };
    // The same headers of another response are no further ones.
    for (second, is_wide) in [((0, 500), false), ((400, 501), true)] {
        let (first, second) = (response("200", 0, 500), response("201", second.0, second.1));
        let gives = format!("\"responses\": {{{first}, {second}}}");
        let outcome = generate_text("headers.json", &with(&gives, "{\"type\": \"string\"}"), Layout::File);
        outcome.check("headers");
        assert_eq!(outcome.codes.contains(&"SW0647"), is_wide, "{}", outcome.report);
        let code = outcome.code();
        assert!(code.contains("\"x-499\"") && !code.contains("\"x-500\""));
    }
}

/// All of them are needed, so that there is no operation without some of them.
#[test]
fn a_path_has_a_largest_number_of_parameters() {
    for (count, is_wide) in [(500, false), (501, true), (100_000, true)] {
        let path: String = (0..count).map(|index| format!("/{{p{index}}}")).collect();
        let gives = "\"responses\": {\"204\": {\"description\": \"d\"}}";
        let document = with(gives, "{\"type\": \"string\"}").replace("\"/a\"", &format!("\"{path}\""));
        let outcome = generate_text("path.json", &document, Layout::File);
        outcome.check("a path");
        assert_eq!(outcome.codes.contains(&"SW0658"), is_wide, "{count}");
        assert!(outcome.files.is_some(), "{count}");
    }
}

/// What many operations have of one component, or of a list at the root.
fn shared() -> Vec<(&'static str, String)> {
    let done = "\"responses\": {\"204\": {\"description\": \"d\"}}";
    let paths = |count: usize, operation: &str| {
        let paths = members(count, |index| format!("\"/p{index}\": {{\"post\": {{{operation}}}}}"));
        format!("\"paths\": {{{paths}}}")
    };
    let by_response = "\"responses\": {\"200\": {\"$ref\": \"#/components/responses/c\"}}";
    let response = |says: &str| {
        let component = format!("{{\"responses\": {{\"c\": {{\"description\": \"d\", {says}}}}}}}");
        format!("{}, \"components\": {component}", paths(1_000, by_response))
    };
    let headers = members(3_000, |index| format!("\"x-{index}\": {{\"schema\": {{}}}}"));
    let examples = members(3_000, |index| format!("\"e{index}\": {{\"value\": {index}}}"));
    let json = format!("{{\"application/json\": {{\"schema\": {{}}, \"examples\": {{{examples}}}}}}}");
    let by_parameter = format!("\"parameters\": [{{\"$ref\": \"#/components/parameters/c\"}}], {done}");
    let prose = "word ".repeat(20_000);
    let parameter = format!("{{\"name\": \"p\", \"in\": \"query\", \"description\": \"{prose}\"}}");
    let parameters = members(1_000, |index| format!("{{\"name\": \"p{index}\", \"in\": \"query\"}}"));
    let methods = members(3_000, |index| format!("\"M{index}\": {{{done}}}"));
    let schemes = members(1_000, |index| {
        format!("\"k{index}\": {{\"type\": \"http\", \"scheme\": \"basic\"}}")
    });
    let security = members(1_000, |index| format!("{{\"k{index}\": []}}"));
    vec![
        ("headers", response(&format!("\"headers\": {{{headers}}}"))),
        ("examples", response(&format!("\"content\": {json}"))),
        (
            "prose",
            format!(
                "{}, \"components\": {{\"parameters\": {{\"c\": {parameter}}}}}",
                paths(2_000, &by_parameter)
            ),
        ),
        (
            "parameters of a path",
            format!(
                "\"paths\": {{\"/a\": {{\"parameters\": [{parameters}], \"additionalOperations\": {{{methods}}}}}}}"
            ),
        ),
        (
            "security",
            format!(
                "{}, \"security\": [{security}], \"components\": {{\"securitySchemes\": {{{schemes}}}}}",
                paths(3_000, done)
            ),
        ),
    ]
}

/// It is a product: a small document asks for more than any memory has.
#[test]
fn what_operations_share_is_bounded_all_together() {
    for (what, text) in shared() {
        let document =
            format!("{{\"openapi\": \"3.2.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, {text}}}");
        let outcome = generate_text("shared.json", &document, Layout::File);
        assert!(outcome.files.is_none(), "{what}");
        let said = outcome.codes.iter().filter(|code| **code == "SW0692").count();
        assert_eq!(said, 1, "{what}: {:?}", outcome.codes);
    }
}
