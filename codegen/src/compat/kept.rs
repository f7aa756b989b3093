//! Names that would move from one edition to the next though what has them is still there, as entries of a lock.
//!
//! What is the same: an operation with the same method and path, a parameter with the same name there, and any other thing with the
//! same place in the document, unless that is a number in a list whose order means nothing. That a type has the same shape elsewhere
//! is not a proof.

use super::pairs::endpoint;
use crate::config::{Lock, Named, TagFeatures};
use crate::surface::{Fact, Item, Kind, Surface, own_name, owner};
use std::collections::BTreeMap;

/// What tells something, its key in a lock, and its name.
type Names = BTreeMap<(Named, String), (String, String)>;

/// Adds to a lock what gives the names of the old surface back to what has other ones in the new surface. Whether that is
/// anything: then the new surface has to be made again.
pub fn keep_names(lock: &mut Lock, old: &Surface, new: &Surface) -> bool {
    let (before, after) = (names(old), names(new));
    let mut is_new = false;
    for (what, (key, name)) in after {
        if let Some((_, former)) = before.get(&what).filter(|(_, former)| *former != name) {
            is_new |= lock.keep(what.0, &key, former);
        }
    }
    let has = |surface: &Surface, kind| surface.items.values().any(|item| item.kind == kind);
    let features = [old, new].map(|surface| has(surface, Kind::Feature));
    let tags = match features {
        [false, true] if has(old, Kind::Operation) => TagFeatures::Never,
        [true, false] => TagFeatures::Always,
        [false, _] | [true, true] => lock.tags,
    };
    is_new |= tags != lock.tags;
    lock.tags = tags;
    is_new
}

/// Takes out of a lock what a surface, made with it, does not have: what is gone, and what the settings name otherwise.
pub fn forget_names(lock: &mut Lock, surface: &Surface) {
    let names = names(surface);
    let kept: BTreeMap<(Named, &str), &str> = names
        .iter()
        .map(|((what, _), (key, name))| ((*what, key.as_str()), name.as_str()))
        .collect();
    lock.retain(|what, key, name| kept.get(&(what, key)) == Some(&name));
    let has_features = surface.items.values().any(|item| item.kind == Kind::Feature);
    lock.tags = match (lock.tags, has_features) {
        (TagFeatures::Always, false) | (TagFeatures::Never, true) => TagFeatures::Auto,
        (tags, _) => tags,
    };
}

/// The names of a surface that a lock can keep. What is not told by its place, or has several names, is left out.
fn names(surface: &Surface) -> Names {
    let mut found: BTreeMap<(Named, String), Option<(String, String)>> = BTreeMap::new();
    for (name, item) in &surface.items {
        for (what, id, key, name) in of_item(surface, name, item) {
            let own = Some((key, name));
            let entry = found.entry((what, id)).or_insert_with(|| own.clone());
            if *entry != own {
                *entry = None;
            }
        }
    }
    found
        .into_iter()
        .filter_map(|(what, name)| Some((what, name?)))
        .collect()
}

/// What an item says of names: what has one, what tells it, its key, and the name.
fn of_item(surface: &Surface, name: &str, item: &Item) -> Vec<(Named, String, String, String)> {
    let own = own_name(name, item.kind).trim_start_matches("r#").to_owned();
    let pointer = item.pointer.to_string();
    let placed = |what, key: String, own: String| match tells(&item.pointer) {
        true => vec![(what, key.clone(), key, own)],
        false => Vec::new(),
    };
    match item.kind {
        Kind::Operation => {
            vec![(Named::Operations, endpoint(item), place(item), own)]
        }
        Kind::Type => {
            let mut names = placed(Named::Types, pointer, own);
            names.extend(module(name, item).map(|(key, module)| (Named::Modules, key.clone(), key, module)));
            names
        }
        Kind::Field => placed(Named::Fields, pointer, own),
        // Credentials and bodies are not called by the settings.
        Kind::Argument if item.facts.contains_key(&Fact::Style) && item.fact(Fact::Given) != "not" => {
            let operation = owner(name, item.kind).and_then(|operation| surface.items.get(operation));
            let named = operation.map(|operation| {
                let of = |operation: &str| Lock::parameter(operation, item.fact(Fact::In), item.fact(Fact::Wire));
                (Named::Fields, of(&endpoint(operation)), of(&place(operation)), own)
            });
            named.into_iter().collect()
        }
        // Variants of a union are told by what they hold, and have no place of their own.
        Kind::Variant if !item.facts.contains_key(&Fact::Type) => {
            let value = item.fact(Fact::Wire);
            let value = plain(value).unwrap_or_else(|| value.to_owned());
            placed(Named::Variants, format!("{pointer} {value}"), own)
        }
        Kind::Feature => {
            let tag = item.fact(Fact::Wire).to_owned();
            vec![(Named::Tags, tag.clone(), tag, own)]
        }
        Kind::Server => {
            let url = item.fact(Fact::Wire).to_owned();
            vec![(Named::Servers, url.clone(), url, own)]
        }
        Kind::Argument
        | Kind::Variant
        | Kind::Credential
        | Kind::Request
        | Kind::Response
        | Kind::Method
        | Kind::Function
        | Kind::Variable => Vec::new(),
    }
}

/// The method and the path of an operation.
fn place(operation: &Item) -> String {
    format!("{} {}", operation.fact(Fact::Method), operation.fact(Fact::Path))
}

/// Whether a pointer tells the same thing in another edition: parameters and the schemas of a union are numbered, in any order.
fn tells(pointer: &str) -> bool {
    let segments: Vec<&str> = pointer.split('/').collect();
    let is_number = |segment: &str| segment.bytes().all(|byte| byte.is_ascii_digit());
    let is_numbered = |pair: &[&str]| ["parameters", "oneOf", "anyOf"].contains(&pair[0]) && is_number(pair[1]);
    !pointer.is_empty() && !segments.windows(2).any(is_numbered)
}

/// The component that a type is inside of, and the module of that.
fn module(name: &str, item: &Item) -> Option<(String, String)> {
    let (module, _) = name.strip_prefix("types::")?.split_once("::")?;
    let mut parts = item.pointer.strip_prefix("#/components/")?.splitn(3, '/');
    let (section, component) = (parts.next()?, parts.next()?);
    let module = module.trim_start_matches("r#").to_owned();
    Some((format!("#/components/{section}/{component}"), module))
}

/// A string of JSON that is plain text.
fn plain(json: &str) -> Option<String> {
    let text = json.strip_prefix('"')?.strip_suffix('"')?;
    let text = text.replace("\\\"", "\"").replace("\\\\", "\\");
    Some(text)
}
