//! `openapiv3` as a front door, and as a second opinion on what a document of OpenAPI 3.0 holds.
//!
//! `SPECWRIGHT_CORPUS` names a folder of documents to compare more of them.

use openapiv3::{OpenAPI, Operation, Parameter, PathItem, ReferenceOr};
use specwright::config::Config;
use specwright::diag::Diagnostics;
use specwright::import;
use specwright::ir::{Api, Owner, ParamLocation};
use specwright::source::SourceMap;
use specwright::tree::Tree;
use specwright::{Input, generate, lower, upgrade};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

type Outcome = Result<(), Box<dyn Error>>;

const DOCUMENT: &str = r##"{
  "openapi": "3.0.3",
  "info": {"title": "Pets", "version": "1.0.0"},
  "paths": {
    "/pets/{id}": {
      "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}, {"$ref": "#/components/parameters/Trace"}],
      "get": {"operationId": "getPet", "parameters": [{"name": "fields", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}], "responses": {"200": {"description": "found"}}},
      "delete": {"operationId": "deletePet", "responses": {"204": {"description": "gone"}}}
    }
  },
  "components": {
    "parameters": {"Trace": {"name": "trace", "in": "query", "schema": {"type": "boolean"}}},
    "schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}, "Kind": {"type": "string", "enum": ["cat", "dog"]}}
  }
}"##;

#[test]
fn a_document_that_was_built_in_memory_is_generated() -> Outcome {
    let document: OpenAPI = serde_json::from_str(DOCUMENT)?;
    let mut problems = Diagnostics::new();
    let generated = generate(
        &mut SourceMap::new(),
        &Input::from(document),
        &Config::default(),
        &mut problems,
    );
    let files = generated.ok_or("it is sound")?.files;
    assert!(
        files
            .get("src/client.rs")
            .is_some_and(|client| client.contains("pub fn get_pet("))
    );
    Ok(())
}

#[test]
fn both_readings_agree() -> Outcome {
    assert!(agrees(DOCUMENT)?, "the document is one of OpenAPI 3.0");
    Ok(())
}

#[test]
#[expect(clippy::print_stderr, reason = "says what was tested")]
fn both_readings_of_real_documents_agree() -> Outcome {
    let Ok(folder) = std::env::var("SPECWRIGHT_CORPUS") else {
        eprintln!("skipped: SPECWRIGHT_CORPUS is not set");
        return Ok(());
    };
    let mut compared = 0;
    for path in specwright_tests::files_below(Path::new(&folder), &["json"])? {
        let text = std::fs::read_to_string(&path)?;
        compared += usize::from(agrees(&text).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    eprintln!("{compared} documents of OpenAPI 3.0: both readings agree");
    assert!(compared > 0, "no documents below {folder}");
    Ok(())
}

/// Operations with the names of their query parameters, and the named schemas.
#[derive(Debug, Default, PartialEq)]
struct Content {
    operations: BTreeMap<String, BTreeSet<String>>,
    schemas: BTreeSet<String>,
}

/// Compares both readings; `false` for what `openapiv3` does not read.
fn agrees(text: &str) -> Result<bool, Box<dyn Error>> {
    let Ok(document) = serde_json::from_str::<OpenAPI>(text) else {
        return Ok(false);
    };
    if !document.openapi.starts_with("3.0") {
        return Ok(false);
    }
    let (theirs, ours) = (theirs(&document), ours(text)?);
    if theirs != ours {
        return Err(format!("theirs: {theirs:#?}\nours: {ours:#?}").into());
    }
    Ok(true)
}

fn theirs(document: &OpenAPI) -> Content {
    let mut content = Content::default();
    for (path, item) in &document.paths.paths {
        let Some(item) = path_item(document, item) else {
            continue;
        };
        for (method, operation) in item.iter() {
            let names = query_names(document, item, operation);
            content
                .operations
                .insert(format!("{} {path}", method.to_uppercase()), names);
        }
    }
    let components = document
        .components
        .iter()
        .flat_map(|components| components.schemas.keys());
    content.schemas = components.cloned().collect();
    content
}

/// A path item, or the one of another path that it refers to.
fn path_item<'d>(document: &'d OpenAPI, item: &'d ReferenceOr<PathItem>) -> Option<&'d PathItem> {
    match item {
        ReferenceOr::Item(item) => Some(item),
        ReferenceOr::Reference { reference } => {
            let path = reference
                .strip_prefix("#/paths/")?
                .replace("~1", "/")
                .replace("~0", "~");
            document.paths.paths.get(&path)?.as_item()
        }
    }
}

fn query_names(document: &OpenAPI, item: &PathItem, operation: &Operation) -> BTreeSet<String> {
    let named = document.components.as_ref().map(|components| &components.parameters);
    let resolve = |parameter: &ReferenceOr<Parameter>| match parameter {
        ReferenceOr::Item(parameter) => Some(parameter.clone()),
        ReferenceOr::Reference { reference } => {
            let name = reference.strip_prefix("#/components/parameters/")?;
            named?.get(name)?.as_item().cloned()
        }
    };
    let all = item.parameters.iter().chain(&operation.parameters).filter_map(resolve);
    let query = all.filter(|parameter| matches!(parameter, Parameter::Query { .. }));
    query
        .map(|parameter| parameter.parameter_data_ref().name.clone())
        .collect()
}

fn ours(text: &str) -> Result<Content, Box<dyn Error>> {
    let (mut sources, mut tree, mut problems) = (SourceMap::new(), Tree::new(), Diagnostics::tolerant());
    let root = import::read_text(&mut tree, &mut sources, Path::new("openapi.json"), text, &mut problems);
    let root = root.ok_or("it is JSON")?;
    upgrade::to_latest(&mut tree, root, &mut problems);
    let document = specwright::openapi::read(&tree, root, &mut problems);
    let api = lower::lower(&document, &Config::default(), &mut problems).ok_or("it has errors")?;
    Ok(content(&api))
}

fn content(api: &Api) -> Content {
    let mut content = Content::default();
    for operation in &api.operations {
        let query = operation
            .params
            .iter()
            .filter(|param| param.location == ParamLocation::Query);
        let names = query.map(|param| param.name.clone()).collect();
        content
            .operations
            .insert(format!("{} {}", operation.method, operation.path), names);
    }
    for def in &api.types {
        if let (Owner::Schema(name), []) = (&def.path.owner, def.path.steps.as_slice()) {
            content.schemas.insert(name.clone());
        }
    }
    content
}
