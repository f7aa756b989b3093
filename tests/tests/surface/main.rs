//! The surface of a client: that it is what the code offers, and what two of them say about a new edition.

mod changes;
mod code;

use code::{Code, last_names};
use specwright::config::Faults;
use specwright::surface::{self, Kind, Surface};
use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

type Outcome = Result<(), Box<dyn Error>>;

/// The surfaces of all good cases, with their names.
fn surfaces() -> Result<Vec<(String, Surface)>, Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let mut found = Vec::new();
    for case in specwright_tests::ok_cases()? {
        let generated = specwright_tests::check(&case, Faults::Deny).generated;
        let surface = generated.and_then(|generated| generated.surface);
        found.push((case.name.clone(), surface.ok_or(case.name)?));
    }
    Ok(found)
}

#[test]
fn a_surface_is_what_the_code_offers() -> Outcome {
    let mut found = Vec::new();
    let mut items = 0;
    for (name, surface) in surfaces()? {
        let path = Path::new(specwright_tests::COMPILED).join(&name).with_extension("rs");
        let code = Code::read(&syn::parse_file(&std::fs::read_to_string(path)?)?);
        let said = said(&surface);
        items += said.len();
        let missing = code.items.difference(&said).map(|item| format!("{name} lacks {item}"));
        let invented = said
            .difference(&code.items)
            .map(|item| format!("{name} has not {item}"));
        found.extend(missing.chain(invented));
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
    assert!(items > 3_000, "{items} items");
    Ok(())
}

/// What a surface says that can be seen in the code.
fn said(surface: &Surface) -> BTreeSet<String> {
    use specwright::surface::Fact::{Constant, Derives, Given, Module, Shape, Takes, Type};
    let items = surface
        .items
        .iter()
        .filter(|(_, item)| !item.facts.contains_key(&Constant));
    let items = items.filter_map(|(name, item)| match item.kind {
        Kind::Type if item.fact(Shape) == "alias" => Some(name.clone()),
        Kind::Type => Some(format!("{name} derives {}", item.fact(Derives))),
        Kind::Field => Some(format!("{name}: {}", last_names(item.fact(Type)))),
        Kind::Variant => Some(match item.fact(Type) {
            "" | "()" => name.clone(),
            held => format!("{name}({})", last_names(held)),
        }),
        Kind::Operation => Some(format!("{name}({})", item.fact(Takes))),
        Kind::Argument if item.fact(Given) == "setter" => {
            let operation = surface.items.get(surface::owner(name, item.kind)?)?;
            Some(format!(
                "setter {}.{}",
                operation.fact(Module),
                surface::own_name(name, item.kind)
            ))
        }
        Kind::Method | Kind::Credential | Kind::Server => Some(name.clone()),
        Kind::Function => Some(format!("{name}()")),
        Kind::Argument | Kind::Request | Kind::Response | Kind::Feature | Kind::Variable => None,
    });
    let mut said: BTreeSet<String> = items.collect();
    for (name, item) in &surface.items {
        if item.kind == Kind::Type && item.facts.contains_key(&Takes) {
            // Of a struct with all arguments, the code says its name there and its fields elsewhere.
            let takes = item
                .fact(Takes)
                .split_once(" {")
                .map(|(required, _)| format!("{required} {{}}"));
            let takes = takes.unwrap_or_else(|| item.fact(Takes).to_owned());
            said.insert(format!("{name}::new({takes})"));
        }
        if item.is(specwright::surface::Fact::Open) {
            said.insert(format!("{name}::Unknown"));
        }
    }
    said
}

#[test]
fn a_surface_is_read_as_it_is_written() -> Outcome {
    for (name, mut surface) in surfaces()? {
        let text = surface.text();
        surface.items.values_mut().for_each(|item| item.span = None);
        assert_eq!(surface::parse(&text)?, surface, "{name}");
        let lines = text.lines().count();
        assert_eq!(lines, surface.items.len() + 10, "{name}: a line for each item");
    }
    Ok(())
}

#[test]
fn what_is_not_a_surface_is_refused() {
    let refused = |text: &str| surface::parse(text).expect_err(text).to_string();
    assert_eq!(refused("{"), "it is not JSON");
    assert_eq!(refused("{}"), "it is not a surface of a client");
    assert_eq!(
        refused(r#"{"surface": "9"}"#),
        "it has the format 9; this program reads 1"
    );
    assert_eq!(
        refused(r#"{"surface": "1", "items": {"types::Pet": {"is": "animal"}}}"#),
        "`types::Pet` is of an unknown kind, `animal`"
    );
}
