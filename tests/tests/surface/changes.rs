//! The rules of comparisons: each has two documents under `cases/compat`, with the report of what lies between them in
//! `changes.txt`.

use specwright::Input;
use specwright::compat::{Effect, Format, Part, Report, Rule, Severity, Source, compare};
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright::surface::Surface;
use specwright_tests::compat::{directory, document};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

type Outcome = Result<(), Box<dyn Error>>;

/// The surface of one of both documents of a directory.
fn surface(directory: &Path, which: &str) -> Result<(Surface, SourceMap), Box<dyn Error>> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let (input, config) = document(directory, which, &mut sources, &mut problems);
    let surface = specwright::surface(&mut sources, &input, &config, &mut problems);
    let report = problems.render(&sources, specwright::diag::Style::Plain);
    Ok((surface.ok_or(report)?, sources))
}

fn text(directory: &Path, format: Format) -> Result<String, Box<dyn Error>> {
    let (old, old_sources) = surface(directory, "old.yaml")?;
    let (new, new_sources) = surface(directory, "new.yaml")?;
    let report = Report {
        old: old.head.clone(),
        new: new.head.clone(),
        parts: vec![Part {
            effect: Effect::Document,
            changes: compare(&old, &new),
            old: Some(&old_sources),
            new: Some(&new_sources),
        }],
        unused: Vec::new(),
    };
    Ok(report.text(format))
}

#[test]
fn every_rule_is_shown_by_two_documents() -> Outcome {
    specwright_tests::enter_workspace()?;
    let update = std::env::var_os("SPECWRIGHT_UPDATE").is_some();
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        let directory = directory(*rule);
        let id = rule.row().id;
        let text = match text(&directory, Format::Terminal) {
            Ok(text) => text,
            Err(error) => {
                wrong.push(format!("{id}: {error}"));
                continue;
            }
        };
        if !text.contains(&format!("[{id}]")) {
            wrong.push(format!("{id} is not among\n{text}"));
        }
        let file = directory.join("changes.txt");
        if update {
            fs::write(&file, &text)?;
        } else if fs::read_to_string(&file).unwrap_or_default() != text {
            wrong.push(format!("{} is not\n{text}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn every_directory_is_that_of_a_rule() -> Outcome {
    specwright_tests::enter_workspace()?;
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.row().id).collect();
    for entry in fs::read_dir(specwright_tests::COMPAT)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        assert!(rules.contains(&*name), "{name}");
    }
    assert_eq!(rules.len(), Rule::ALL.len(), "ids are told apart");
    Ok(())
}

#[test]
fn nothing_changes_between_a_surface_and_itself() -> Outcome {
    for (name, surface) in crate::surfaces()? {
        assert_eq!(compare(&surface, &surface), [], "{name}");
        let read = specwright::surface::parse(&surface.text())?;
        assert_eq!(compare(&read, &surface), [], "{name}");
    }
    Ok(())
}

/// The way back has the same changes for the wire, with the clients exchanged: what breaks old clients on the way there breaks new
/// ones on the way back.
#[test]
fn the_way_back_exchanges_old_and_new_clients() -> Outcome {
    specwright_tests::enter_workspace()?;
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        let directory = directory(*rule);
        let (old, new) = (surface(&directory, "old.yaml")?.0, surface(&directory, "new.yaml")?.0);
        let breaks = |old: &Surface, new: &Surface| {
            let changes = compare(old, new);
            let old_breaks = changes.iter().any(|change| change.wire.old_breaks);
            (old_breaks, changes.iter().any(|change| change.wire.new_breaks))
        };
        let (there, back) = (breaks(&old, &new), breaks(&new, &old));
        if there != (back.1, back.0) {
            wrong.push(format!("{}: {there:?} there, {back:?} back", rule.row().id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// A document in which a property is sent and received.
fn with_property(schema: &str) -> Result<Surface, Box<dyn Error>> {
    let content = |name: &str| format!("{{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}");
    let pet = format!("{{type: object, properties: {{kind: {schema}}}}}");
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n  /pets:\n    post:\n      operationId: addPet\n      \
         requestBody: {{required: true, content: {}}}\n      responses: {{'200': {{description: Added, content: {}}}}}\n\
         components:\n  schemas:\n    Sent: {pet}\n    Received: {pet}\n",
        content("Sent"),
        content("Received"),
    );
    let input = Input::Text {
        name: "pets.yaml".into(),
        text,
    };
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let surface = specwright::surface(&mut sources, &input, &Config::default(), &mut problems);
    surface.ok_or_else(|| problems.render(&sources, specwright::diag::Style::Plain).into())
}

/// Whether old clients break with the new API, and new clients with the old one.
type Breaks = (bool, bool);

const FINE: Breaks = (false, false);
const OLD: Breaks = (true, false);
const NEW: Breaks = (false, true);
const BOTH: Breaks = (true, true);

/// A schema, the one that it becomes, and what that breaks where it is sent and where it is received.
const OTHER_TYPES: &[(&str, &str, Breaks, Breaks)] = &[
    ("{enum: [cat]}", "{const: cat}", FINE, FINE),
    ("{enum: [cat, dog]}", "{const: cat}", OLD, FINE),
    ("{const: dog}", "{const: cat}", (true, true), FINE),
    ("{type: integer}", "{enum: [1, 2]}", OLD, FINE),
    ("{type: integer, format: int32}", "{enum: [1, 2]}", OLD, FINE),
    (
        "{enum: [1, 70000000000]}",
        "{type: integer, format: int32}",
        (true, true),
        NEW,
    ),
    ("{type: string}", "{enum: [1, 2]}", (true, true), (true, true)),
    ("{const: 1}", "{type: integer}", NEW, FINE),
    (
        "{type: object, properties: {name: {type: string}}}",
        "{type: object, additionalProperties: {type: string}}",
        NEW,
        FINE,
    ),
    // A list and what could be its item are read as different things by both.
    ("{type: array, items: {type: string}}", "{type: string}", BOTH, BOTH),
    ("{type: string}", "{type: array, items: {type: string}}", BOTH, BOTH),
    (
        "{type: array, items: {type: integer}}",
        "{type: array, items: {type: number}}",
        NEW,
        OLD,
    ),
    (
        "{type: array, items: {type: number}}",
        "{type: array, items: {type: integer}}",
        OLD,
        NEW,
    ),
    // A union loses a variant, or gets one.
    ("{oneOf: [{type: string}, {type: integer}]}", "{type: string}", OLD, NEW),
    ("{type: string}", "{oneOf: [{type: string}, {type: integer}]}", NEW, OLD),
    (
        "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
        "{oneOf: [{type: string}, {type: integer}]}",
        OLD,
        FINE,
    ),
    // Numbers by their range, strings whatever their format.
    (
        "{type: integer, format: int64}",
        "{type: integer, format: int32}",
        OLD,
        NEW,
    ),
    ("{type: integer}", "{type: number}", NEW, OLD),
    (
        "{type: string, format: date-time}",
        "{type: string, format: uuid}",
        FINE,
        FINE,
    ),
    (
        "{type: object, additionalProperties: {type: integer}}",
        "{type: object, additionalProperties: {type: string}}",
        BOTH,
        BOTH,
    ),
    (
        "{type: object, required: [a], properties: {a: {type: string}}}",
        "{type: object, properties: {a: {type: string}}}",
        NEW,
        OLD,
    ),
    ("{type: string}", "{type: [string, 'null']}", NEW, FINE),
];

#[test]
fn values_of_another_type_break_the_wire_where_they_do_not_fit() -> Outcome {
    for &(before, after, sent, received) in OTHER_TYPES {
        let changes = compare(&with_property(before)?, &with_property(after)?);
        for (owner, breaks) in [("types::sent", sent), ("types::received", received)] {
            let is_own = |name: &str| name.to_lowercase().starts_with(owner);
            let own = || changes.iter().filter(|change| is_own(change.name()));
            let old_breaks = own().any(|change| change.wire.old_breaks);
            let found = (old_breaks, own().any(|change| change.wire.new_breaks));
            assert_eq!(found, breaks, "{owner}: {before} -> {after}\n{changes:#?}");
        }
    }
    Ok(())
}

#[test]
fn what_means_something_else_comes_first() -> Outcome {
    specwright_tests::enter_workspace()?;
    let silent = [
        Rule::OperationNameTaken,
        Rule::OperationMoved,
        Rule::ArgumentsReordered,
        Rule::ConstructorChanged,
        Rule::ParameterWireName,
        Rule::PropertyWireName,
        Rule::ValueMeansOther,
        Rule::ServerUrl,
        Rule::TypeNameTaken,
    ];
    for rule in silent {
        let directory = directory(rule);
        let (old, new) = (surface(&directory, "old.yaml")?.0, surface(&directory, "new.yaml")?.0);
        let changes = compare(&old, &new);
        let first = changes.first().ok_or("a change")?;
        assert_eq!(
            (first.rule, first.source),
            (rule, Source::MeansOther),
            "{}",
            first.sentence
        );
        assert_eq!(first.severity(), Severity::Silent);
    }
    Ok(())
}

#[test]
fn reports_for_programs_are_json() -> Outcome {
    specwright_tests::enter_workspace()?;
    for rule in Rule::ALL {
        let text = text(&directory(*rule), Format::Json)?;
        let json: serde_json::Value = serde_json::from_str(&text)?;
        let changes = json["changes"].as_array().ok_or("changes")?;
        let change = changes.iter().find(|change| change["rule"] == rule.row().id);
        let change = change.ok_or_else(|| text.clone())?;
        assert!(
            change["sentence"].as_str().is_some_and(|sentence| sentence.len() > 10),
            "{change}"
        );
        let place = if change["new"].is_null() {
            &change["old"]
        } else {
            &change["new"]
        };
        assert!(place["item"].is_string(), "{change}");
    }
    Ok(())
}
