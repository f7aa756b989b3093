//! A document that grows renames nothing: whatever is added, in front, between or behind, every public name that was there is
//! still there and means the same.

use serde_json::{Map, Value, json};
use specwright::config::{Config, Join, Layout};
use specwright::diag::{Diagnostics, Style};
use specwright::source::SourceMap;
use specwright::{Input, generate};
use std::collections::BTreeSet;
use std::error::Error;

type Members = Vec<(String, Value)>;

fn operation(id: &str) -> Value {
    json!({"get": {
        "operationId": id,
        "tags": ["Pets"],
        "parameters": [
            {"name": "kind", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}},
            {"name": "filter", "in": "query", "schema": {"type": "object", "properties": {"name": {"type": "string"}}}}
        ],
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["options"], "properties": {
            "options": {"type": "object", "properties": {"mode": {"type": "string", "enum": ["x", "y"]}}},
            "list": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}}}}}},
        "responses": {
            "200": {"description": "d", "content": {"application/json": {"schema": {"type": "object", "properties": {"data": {"$ref": "#/components/schemas/Pet"}, "state": {"type": "string", "enum": ["on", "off"]}}}}}},
            "404": {"description": "e", "content": {"application/json": {"schema": {"type": "object", "properties": {"message": {"type": "string"}}}}}}
        }
    }})
}

fn schema() -> Value {
    json!({"type": "object", "required": ["kind"], "properties": {
        "kind": {"type": "string", "enum": ["cat", "dog"]},
        "owner": {"type": "object", "properties": {"name": {"type": "string", "pattern": "^[A-Z]"}}},
        "choice": {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"a": {"type": "integer"}}}]},
        "toys": {"type": "array", "items": {"type": "object", "properties": {"size": {"type": "integer"}}}}}})
}

fn base() -> (Members, Members) {
    let paths = [
        ("/pets", "listPets"),
        ("/pets/new", "createPet"),
        ("/owners", "list-owners"),
    ];
    let schemas = ["Pet", "Owner", "pet_list", "Error"];
    (
        paths
            .iter()
            .map(|(path, id)| ((*path).to_owned(), operation(id)))
            .collect(),
        schemas.iter().map(|name| ((*name).to_owned(), schema())).collect(),
    )
}

/// The public names of a client, each with the modules around it.
fn names(paths: &Members, schemas: &Members) -> Result<BTreeSet<String>, Box<dyn Error>> {
    // Maps of this crate are sorted: the text is put together here, so that the order is the one that was asked for.
    let print = |members: &Members| {
        let members = members
            .iter()
            .map(|(name, value)| format!("{}: {value}", Value::from(name.as_str())));
        members.collect::<Vec<_>>().join(",\n")
    };
    // A document that uses all its schemas.
    let uses: Map<String, Value> = schemas
        .iter()
        .map(|(name, _)| (name.clone(), json!({"$ref": format!("#/components/schemas/{name}")})))
        .collect();
    let uses = json!({"get": {"operationId": "everything", "responses": {"200": {"description": "d", "content": {"application/json": {"schema": {"type": "object", "properties": uses}}}}}}});
    let text = format!(
        "{{\"openapi\": \"3.1.0\", \"info\": {{\"title\": \"a\", \"version\": \"1\"}}, \"paths\": {{{}, \"/everything\": {uses}}}, \"components\": {{\"schemas\": {{{}}}}}}}",
        print(paths),
        print(schemas)
    );
    // Which of equal types is defined, and which are names for it, is not a name, but all of them are there.
    let apart = found(&text, Join::Never)?;
    let joined = found(&text, Join::Always)?;
    let lost: Vec<&str> = types(&apart).difference(&types(&joined)).copied().collect();
    assert!(lost.is_empty(), "names of equal types are lost:\n{lost:#?}");
    Ok(apart)
}

/// The names of types.
fn types(found: &BTreeSet<String>) -> BTreeSet<&str> {
    // The lines of aliases have their targets after the name; others with a space are no types.
    let named = found
        .iter()
        .map(|line| line.split_once(" = ").map_or(line.as_str(), |(name, _)| name));
    let named = named.filter(|name| !name.contains(' '));
    named.collect()
}

fn found(text: &str, join: Join) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut config = Config {
        join,
        ..Config::default()
    };
    config.output.layout = Layout::File;
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::tolerant();
    let input = Input::Text {
        name: "growth.json".to_owned(),
        text: text.to_owned(),
    };
    let generated = generate(&mut sources, &input, &config, &mut problems);
    let generated = generated.ok_or_else(|| problems.render(&sources, Style::Plain))?;
    let code: String = generated.files.iter().map(|(_, text)| text).collect();
    let mut found = BTreeSet::new();
    items("", &syn::parse_file(&code)?.items, &mut found);
    Ok(found)
}

fn items(at: &str, list: &[syn::Item], found: &mut BTreeSet<String>) {
    let public = |visibility: &syn::Visibility| matches!(visibility, syn::Visibility::Public(_));
    for item in list {
        match item {
            syn::Item::Mod(module) => {
                if let Some((_, list)) = &module.content {
                    items(&format!("{at}::{}", module.ident), list, found);
                }
            }
            syn::Item::Struct(item) => {
                found.insert(format!("{at}::{}", item.ident));
                for field in item.fields.iter().filter(|field| public(&field.vis)) {
                    let ty = &field.ty;
                    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    found.insert(format!("{at}::{}.{name}: {}", item.ident, quote::quote!(#ty)));
                }
            }
            syn::Item::Enum(item) => {
                found.insert(format!("{at}::{}", item.ident));
                for variant in &item.variants {
                    let fields = &variant.fields;
                    found.insert(format!(
                        "{at}::{}::{} {}",
                        item.ident,
                        variant.ident,
                        quote::quote!(#fields)
                    ));
                }
            }
            syn::Item::Impl(block) if block.trait_.is_none() => {
                let ty = &block.self_ty;
                for member in &block.items {
                    if let syn::ImplItem::Fn(function) = member
                        && public(&function.vis)
                    {
                        let signature = &function.sig;
                        found.insert(format!("{at}::{} {}", quote::quote!(#ty), quote::quote!(#signature)));
                    }
                }
            }
            syn::Item::Type(item) => {
                let ty = &item.ty;
                found.insert(format!("{at}::{} = {}", item.ident, quote::quote!(#ty)));
            }
            _ => {}
        }
    }
}

/// Everything that was there is still there.
fn assert_kept(what: &str, before: &BTreeSet<String>, after: &BTreeSet<String>, wire: &[&str]) {
    let lost: Vec<&String> = before
        .difference(after)
        .filter(|name| !wire.iter().any(|part| name.contains(part)))
        .collect();
    assert!(lost.is_empty(), "{what} renamed or changed:\n{lost:#?}");
    assert!(after.len() > before.len(), "{what} added nothing");
}

/// What has a line for each schema, and so grows with them.
const EVERYTHING: &[&str] = &["everything"];

#[test]
fn new_operations_rename_nothing() -> Result<(), Box<dyn Error>> {
    let (paths, schemas) = base();
    let before = names(&paths, &schemas)?;
    assert!(before.len() > 100, "{before:#?}");
    for id in [
        "updatePet",
        "a",
        "zzz",
        "Pet",
        "list",
        "client",
        "new",
        "filter",
        "options",
        "types",
    ] {
        for at in 0..=paths.len() {
            let mut grown = paths.clone();
            grown.insert(at, (format!("/added/{id}"), operation(id)));
            assert_kept(&format!("{id} at {at}"), &before, &names(&grown, &schemas)?, &[]);
        }
    }
    Ok(())
}

#[test]
fn new_schemas_rename_nothing() -> Result<(), Box<dyn Error>> {
    let (paths, schemas) = base();
    let before = names(&paths, &schemas)?;
    for name in [
        "Animal", "Kind", "Choice", "Toy", "Request", "Response", "ListPets", "PetKind", "Options", "Pets",
    ] {
        for at in 0..=schemas.len() {
            let mut grown = schemas.clone();
            grown.insert(at, (name.to_owned(), schema()));
            assert_kept(&format!("{name} at {at}"), &before, &names(&paths, &grown)?, EVERYTHING);
        }
    }
    Ok(())
}

#[test]
fn a_name_that_two_have_is_neithers() -> Result<(), Box<dyn Error>> {
    let (paths, schemas) = base();
    let before = names(&paths, &schemas)?;
    // Nothing else changes, and code that named the one does not come to name the other.
    let lost = |what: &str, after: &BTreeSet<String>, names: &[&str]| {
        let is_of = |line: &str, name: &str| {
            line.split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == name)
        };
        let lost = |line: &&String| names.iter().any(|name| is_of(line, name));
        let kept: BTreeSet<String> = before.iter().filter(|line| !lost(line)).cloned().collect();
        assert!(kept.len() > 60, "{what} changes the rest");
        let gone: Vec<&String> = kept
            .iter()
            .filter(|line| !EVERYTHING.iter().any(|part| line.contains(part)))
            .collect();
        let gone: Vec<&&String> = gone.iter().filter(|line| !after.contains(**line)).collect();
        assert!(gone.is_empty(), "{what} renamed:\n{gone:#?}");
        for name in names {
            let taken: Vec<&String> = after.iter().filter(|line| is_of(line, name)).collect();
            assert!(taken.is_empty(), "{what} took {name} over:\n{taken:#?}");
        }
    };
    for (name, old) in [
        ("pet", ["Pet", "pet"]),
        ("PET", ["Pet", "pet"]),
        ("pet-list", ["PetList", "pet_list"]),
    ] {
        let mut grown = schemas.clone();
        grown.push((name.to_owned(), schema()));
        lost(name, &names(&paths, &grown)?, &old);
    }
    for (id, old) in [
        ("ListPets", "list_pets"),
        ("createPET", "create_pet"),
        ("create.pet", "create_pet"),
    ] {
        let mut grown = paths.clone();
        grown.insert(0, ("/added".to_owned(), operation(id)));
        lost(id, &names(&grown, &schemas)?, &[old]);
    }
    Ok(())
}

#[test]
fn the_order_of_a_document_does_not_matter() -> Result<(), Box<dyn Error>> {
    let (mut paths, mut schemas) = base();
    let before = names(&paths, &schemas)?;
    paths.reverse();
    schemas.reverse();
    assert_eq!(before, names(&paths, &schemas)?);
    Ok(())
}
