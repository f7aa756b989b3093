//! Every bad case has exactly the diagnostics in its name, and says them well: the rendered text is a snapshot. The examples of
//! `specwright explain` are what they say.

use specwright::config::{self, Config, Faults};
use specwright::diag::{Diagnostics, ExampleKind, Problem, Severity, Style};
use specwright::source::SourceMap;
use specwright::{Input, generate};
use specwright_tests::{bad_cases, check};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The codes that a name begins with: `SW0105_SW0301_name`.
fn expected(name: &str) -> BTreeSet<&str> {
    let is_code = |part: &&str| part.len() == 6 && part.starts_with("SW");
    name.split('_').take_while(is_code).collect()
}

#[test]
fn bad_cases_have_exactly_the_diagnostics_of_their_names() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/diagnostics");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _guard = settings.bind_to_scope();
    let mut wrong = Vec::new();
    for case in bad_cases()? {
        let checked = check(&case, Faults::Deny);
        let found: BTreeSet<_> = checked.codes.iter().copied().collect();
        if found != expected(&case.name) {
            wrong.push(format!("{}: {found:?}\n{}", case.name, checked.report));
            continue;
        }
        insta::assert_snapshot!(case.name.as_str(), checked.report);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn bad_cases_are_survived_where_faults_are_tolerated() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    for case in bad_cases()? {
        let checked = check(&case, Faults::Allow);
        let found: BTreeSet<_> = checked.codes.iter().copied().collect();
        assert!(
            !found.is_disjoint(&expected(&case.name)),
            "{}:\n{}",
            case.name,
            checked.report
        );
    }
    Ok(())
}

#[test]
fn what_is_referred_to_in_place_is_in_the_client() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let cases = bad_cases()?;
    let case = cases.iter().find(|case| case.name == "SW0403_in_place");
    let checked = check(case.ok_or("no such case")?, Faults::Allow);
    let generated = checked.generated.ok_or(checked.report)?;
    let code: String = generated.files.iter().map(|(_, text)| text).collect();
    let parts = [
        "pub fn get_order(",
        "pub fn expand(",
        "pub fn put_order(",
        "pub fn notify(",
        "x_rate_left: ",
        "pub note: Field<",
    ];
    for part in parts {
        assert!(code.contains(part), "{part}:\n{code}");
    }
    Ok(())
}

/// The text with a margin.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("      {line}\n")).collect()
}

/// A document around a part of one, with what the part refers to.
fn document(kind: ExampleKind, version: &str, part: &str) -> String {
    let head = format!("openapi: {version}\ninfo: {{title: Pets, version: 1.0.0}}\n");
    let operation = format!("{head}paths:\n  /pets:\n    post:\n      operationId: addPet\n");
    let body = "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Example'}}}}\n";
    let responses = "      responses: {'204': {description: Done.}}\n";
    match kind {
        ExampleKind::Document | ExampleKind::Page => part.to_owned(),
        ExampleKind::Words | ExampleKind::Settings => format!("{operation}{responses}"),
        ExampleKind::Operation => {
            let responses = if part.contains("responses:") { "" } else { responses };
            let schemes = "components: {securitySchemes: {token: {type: http, scheme: bearer}}}\n";
            let schemes = if part.contains("security:") { schemes } else { "" };
            format!("{operation}{}{responses}{schemes}", indented(part))
        }
        ExampleKind::Overlay => format!(
            "{operation}{body}{responses}components: {{schemas: {{Example: {{type: string}}, Other: {{type: string}}}}}}\n"
        ),
        ExampleKind::Schema => {
            let known = [
                ("Other", "{type: string}"),
                (
                    "Cat",
                    "{type: object, properties: {kind: {type: string}, lives: {type: integer}}}",
                ),
                (
                    "Dog",
                    "{type: object, properties: {kind: {type: string}, tricks: {type: integer}}}",
                ),
            ];
            let known = known.iter().filter(|(name, _)| part.contains(name));
            let known: String = known.map(|(name, schema)| format!("    {name}: {schema}\n")).collect();
            format!(
                "{operation}{body}{responses}components:\n  schemas:\n{known}    Example:\n{}",
                indented(part)
            )
        }
    }
}

/// Codes with their severity.
type Raised = Vec<(&'static str, Severity)>;

/// What an example raises, and the report.
fn raised(place: &Path, kind: ExampleKind, version: &str, part: &str) -> Result<(Raised, String), Box<dyn Error>> {
    let text = document(kind, version, part);
    let name = match kind {
        ExampleKind::Page => "page.md",
        _ if text.starts_with('{') => "openapi.json",
        _ => "openapi.yaml",
    };
    fs::write(place.join(name), &text)?;
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let mut config = Config::default();
    if kind == ExampleKind::Settings {
        let file = sources.add("specwright.toml", None, part);
        config = config::parse(&sources, file, &mut problems);
    }
    if kind == ExampleKind::Overlay {
        fs::write(place.join("overlay.yaml"), part)?;
        config.document.overlays.push(place.join("overlay.yaml").into());
    }
    config.document.path = place.join(name).into();
    let mut found = config.diagnostics();
    generate(&mut sources, &Input::Path(place.join(name)), &config, &mut found);
    problems.append(found);
    let codes = problems.iter().map(|one| (one.problem.code(), one.severity));
    Ok((codes.collect(), problems.render(&sources, Style::Plain)))
}

#[test]
fn notes_are_raised_where_they_are_true() -> Result<(), Box<dyn Error>> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("noted");
    fs::create_dir_all(&place)?;
    let own = "{$ref: '#/components/responses/Gone', description: This one.}";
    let two = |second: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      \
             responses: {{'204': {{description: None.}}, '404': {own}, '410': {second}}}\ncomponents: {{responses: {{Gone: {{description: \
             Gone.}}}}}}\n"
        )
    };
    let cases = [
        // The type is named around the constants, so that no other is valid.
        (
            ExampleKind::Schema,
            "oneOf: [{const: a}, {const: b}]".to_owned(),
            "SW0530",
            true,
        ),
        (
            ExampleKind::Schema,
            "type: string\noneOf: [{const: a}, {const: b}]".to_owned(),
            "SW0530",
            false,
        ),
        (
            ExampleKind::Schema,
            "type: object\nallOf: [{properties: {a: {type: string}}}]".to_owned(),
            "SW0530",
            false,
        ),
        // What one reference leaves to its target is shown there.
        (ExampleKind::Document, two(own), "SW0648", true),
        (
            ExampleKind::Document,
            two("{$ref: '#/components/responses/Gone'}"),
            "SW0648",
            false,
        ),
        // A property has a direction, and the value of a parameter has none.
        (
            ExampleKind::Schema,
            "type: object\nproperties: {a: {type: string, readOnly: true}}".to_owned(),
            "SW0535",
            false,
        ),
    ];
    for (kind, part, code, is_raised) in cases {
        let (codes, report) = raised(&place, kind, "3.1.0", &part)?;
        let found = codes.iter().any(|(raised, _)| *raised == code);
        assert_eq!(found, is_raised, "{code} of\n{part}\n{report}");
    }
    Ok(())
}

#[test]
fn the_wrong_example_of_a_diagnostic_raises_it_and_the_right_one_nothing() -> Result<(), Box<dyn Error>> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("explained");
    fs::create_dir_all(&place)?;
    let mut wrong = Vec::new();
    let mut words = 0;
    for entry in Problem::ENTRIES {
        let code = entry.code;
        let example = entry.example().ok_or_else(|| format!("{code} has no example"))?;
        if example.kind == ExampleKind::Words {
            words += 1;
            continue;
        }
        let (codes, report) = raised(&place, example.kind, example.version, example.wrong)?;
        if !codes.iter().any(|(raised, _)| *raised == code) {
            wrong.push(format!("{code}, wrong, raises {codes:?}\n{report}"));
        }
        let (codes, report) = raised(&place, example.kind, example.version, example.right)?;
        if codes
            .iter()
            .any(|(raised, severity)| *raised == code || *severity != Severity::Note)
        {
            wrong.push(format!("{code}, right, raises {codes:?}\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // An example of a bound would be megabytes of text.
    assert!(words <= 31, "{words} diagnostics have only words");
    Ok(())
}
