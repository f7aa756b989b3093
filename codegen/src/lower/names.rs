//! Names that people chose for what the other files of this stage give none: variants, modules, tags, servers; and names that are kept.
//!
//! A name of the settings goes before one of the document (`x-rust-name`), and that before one that is kept.

use crate::config::{Config, Lock, Named};
use crate::ir::{Api, ComponentKind, Enum, EnumValue, Json, Owner, Shape, TypeDef, TypePath, Union};
use crate::tree::escape_pointer;

/// Names what has a name in the settings or in the file of names that are kept.
pub(super) fn run(api: &mut Api, config: &Config) {
    let (lock, rename) = (&config.lock, &config.rename);
    let chosen = [&rename.variants, &rename.modules, &rename.tags, &rename.servers];
    if lock.is_empty() && chosen.iter().all(|names| names.is_empty()) {
        return;
    }
    for operation in api.operations.iter_mut() {
        let key = operation.place();
        keep(&mut operation.rename, lock, Named::Operations, &key);
        for param in &mut operation.params {
            let key = Lock::parameter(&key, param.location.as_str(), &param.name);
            keep(&mut param.rename, lock, Named::Fields, &key);
        }
    }
    for def in api.types.iter_mut() {
        keep(&mut def.rename, lock, Named::Types, &def.origin.pointer);
        parts(def, config);
    }
    for tag in &mut api.tags {
        let chosen = rename.tags.get(&tag.name);
        tag.rename = chosen.map(|name| name.value.clone());
        keep(&mut tag.rename, lock, Named::Tags, &tag.name);
    }
    for server in &mut api.servers {
        let chosen = rename.servers.get(&server.url);
        server.rename = chosen.map(|name| name.value.clone());
        keep(&mut server.rename, lock, Named::Servers, &server.url);
    }
    modules(api, config);
}

fn keep(name: &mut Option<String>, lock: &Lock, what: Named, key: &str) {
    if name.is_none() {
        *name = lock.name(what, key).map(str::to_owned);
    }
}

/// Fields and variants.
fn parts(def: &mut TypeDef, config: &Config) {
    let lock = &config.lock;
    let places = places(def);
    let chosen = |words: &str| {
        let mut keys = places.iter().map(|place| format!("{place} {words}"));
        keys.find_map(|key| Some(config.rename.variants.get(&key)?.value.clone()))
    };
    let pointer = &def.origin.pointer;
    match &mut def.shape {
        Shape::Struct(object) => {
            for field in &mut object.fields {
                keep(&mut field.rename, lock, Named::Fields, &field.origin.pointer);
            }
        }
        Shape::Enum(Enum { values, .. }) => {
            for value in values {
                let words = value_words(value);
                value.rename = chosen(&words);
                keep(&mut value.rename, lock, Named::Variants, &format!("{pointer} {words}"));
            }
        }
        Shape::Union(Union { variants, .. }) => {
            for variant in variants {
                variant.rename = chosen(&variant.name);
            }
        }
        Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => {}
    }
}

/// What the settings can call a type: its JSON pointer, and the name of the component that it is.
fn places(def: &TypeDef) -> Vec<String> {
    let mut places = vec![def.origin.pointer.to_string()];
    if let TypePath {
        owner: Owner::Schema(name),
        steps,
    } = &def.path
        && steps.is_empty()
    {
        places.push(name.clone());
    }
    places
}

/// A string by itself, any other value as JSON.
fn value_words(value: &EnumValue) -> String {
    match &value.value {
        Json::String(text) => text.to_string(),
        other => other.text(),
    }
}

/// What the settings can call the variants of a type.
pub(super) fn variant_keys(def: &TypeDef) -> Vec<String> {
    let words: Vec<String> = match &def.shape {
        Shape::Enum(Enum { values, .. }) => values.iter().map(value_words).collect(),
        Shape::Union(Union { variants, .. }) => variants.iter().map(|variant| variant.name.clone()).collect(),
        Shape::Struct(_) | Shape::Newtype(_) | Shape::Tuple(_) | Shape::Alias(_) => Vec::new(),
    };
    let places = places(def);
    let keys = places
        .iter()
        .flat_map(|place| words.iter().map(move |words| format!("{place} {words}")));
    keys.collect()
}

/// Modules of components.
fn modules(api: &mut Api, config: &Config) {
    for def in api.types.iter() {
        let owner = &def.path.owner;
        let keys = module_keys(owner);
        let chosen = keys.iter().find_map(|key| config.rename.modules.get(key));
        let mut name = chosen.map(|name| name.value.clone());
        for key in &keys {
            keep(&mut name, &config.lock, Named::Modules, key);
        }
        if let Some(name) = name {
            api.modules.insert(owner.clone(), name);
        }
    }
}

/// What the settings can call the module of a component: its JSON pointer and its name.
pub(super) fn module_keys(owner: &Owner) -> Vec<String> {
    let keys = |section: &str, name: &str| {
        let pointer = format!("#/components/{section}/{}", escape_pointer(name));
        vec![pointer, name.to_owned()]
    };
    match owner {
        Owner::Schema(name) => keys("schemas", name),
        Owner::Component(kind, name) => {
            let section = match kind {
                ComponentKind::Response => "responses",
                ComponentKind::RequestBody => "requestBodies",
                ComponentKind::Parameter => "parameters",
                ComponentKind::Header => "headers",
                ComponentKind::MediaType => "mediaTypes",
            };
            keys(section, name)
        }
        Owner::Foreign(foreign) => vec![foreign.name.clone()],
        Owner::Operation(_) | Owner::Event(_) => Vec::new(),
    }
}
