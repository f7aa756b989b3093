//! What types are called: after the place where their schema is written.
//!
//! Inside a module a type has the short name of its property. Where two want the same, the one nearer to the owner keeps it and the
//! other spells its whole way. What an operation answers begins with `Response`, so that it never meets what is sent.

use super::modules::{Folder, Module, ModuleId, raw_name};
use super::{Case, Ident, Item, Scope, singular};
use crate::arena::Arena;
use crate::ir::{Api, Owner, PathStep, Status, TypeDef};
use std::collections::BTreeMap;

/// A name for each type, by its index.
pub(in crate::plan) fn claim(
    api: &Api,
    modules: &mut Arena<ModuleId, Module>,
    owners: &BTreeMap<Owner, ModuleId>,
) -> Vec<Ident> {
    let mut names: Vec<Option<Ident>> = vec![None; api.types.len()];
    claim_components(api, &mut names);
    let mut by_module: BTreeMap<ModuleId, Vec<usize>> = BTreeMap::new();
    for (index, def) in api.types.iter().enumerate() {
        if let (None, Some(&module)) = (&names[index], owners.get(&def.path.owner)) {
            by_module.entry(module).or_default().push(index);
        }
    }
    for (id, indexes) in by_module {
        claim_module(api, &modules[id], indexes, &mut names, owners);
    }
    let mut spare = Scope::new(&[]);
    let names: Vec<Ident> = names
        .into_iter()
        .map(|name| name.unwrap_or_else(|| spare.claim("Type", Case::Type)))
        .collect();
    for (index, def) in api.types.iter().enumerate() {
        if let Some(&module) = owners.get(&def.path.owner) {
            modules[module].taken.insert(names[index].as_str().to_owned());
        }
    }
    for module in modules.iter_mut().filter(|module| module.folder == Folder::Operations) {
        module
            .taken
            .extend(Item::ALL.iter().map(|item| item.as_str().to_owned()));
    }
    names
}

/// Types that *are* components share the scope of `types`.
fn claim_components(api: &Api, names: &mut [Option<Ident>]) {
    let own: Vec<usize> = (0..api.types.len())
        .filter(|&index| {
            let path = &api.types[index].path;
            matches!(path.owner, Owner::Schema(_)) && path.steps.is_empty()
        })
        .collect();
    let raws: Vec<String> = own
        .iter()
        .map(|&index| {
            let def = &api.types[index];
            def.rename.clone().unwrap_or_else(|| raw_name(&def.path.owner))
        })
        .collect();
    for (index, name) in own.into_iter().zip(Scope::new(&[]).claim_all(&raws, Case::Type)) {
        names[index] = Some(name);
    }
}

fn claim_module(
    api: &Api,
    module: &Module,
    mut indexes: Vec<usize>,
    names: &mut [Option<Ident>],
    owners: &BTreeMap<Owner, ModuleId>,
) {
    // The component itself stands in this module too.
    let own = api
        .types
        .iter()
        .enumerate()
        .filter(|(_, def)| def.path.owner == module.owner);
    let taken: Vec<String> = own
        .filter_map(|(index, _)| names[index].as_ref().map(|name| name.as_str().to_owned()))
        .collect();
    let _ = owners;
    let mut reserved: Vec<&str> = taken.iter().map(String::as_str).collect();
    if module.folder == Folder::Operations {
        reserved.extend(Item::ALL.map(Item::as_str));
    }
    let mut scope = Scope::new(&reserved);
    let mut used: Vec<String> = reserved.iter().map(|name| (*name).to_owned()).collect();
    // Nearest to the owner first; what is as near keeps document order.
    indexes.sort_by_key(|&index| (api.types[index].path.steps.len(), index));
    for index in indexes {
        let def = &api.types[index];
        let words = words(api, def, module);
        let raw = match &def.rename {
            Some(name) => name,
            None => {
                let short = Scope::new(&[]).claim(&words.short, Case::Type);
                if used.iter().any(|name| name == short.as_str()) {
                    &words.full
                } else {
                    &words.short
                }
            }
        };
        let name = scope.claim(raw, Case::Type);
        used.push(name.as_str().to_owned());
        names[index] = Some(name);
    }
}

struct Words {
    short: String,
    full: String,
}

/// The short and the full name of an inline type.
fn words(api: &Api, def: &TypeDef, module: &Module) -> Words {
    let mut full: Vec<String> = match (&def.path.owner, module.folder) {
        (Owner::Schema(_), _) => Vec::new(),
        (owner @ Owner::Component(..), _) => vec![raw_name(owner)],
        (Owner::Operation(_), _) => Vec::new(),
        (Owner::Event(id), _) => vec![api.events.get(*id).map(|event| event.name.clone()).unwrap_or_default()],
    };
    let mut answer = false;
    let mut short: Option<String> = None;
    // The items of a component have its name in the singular.
    let component = matches!(def.path.owner, Owner::Schema(_)).then(|| raw_name(&def.path.owner));
    for step in &def.path.steps {
        let mut before = short.as_ref().or(full.last());
        if matches!(step, PathStep::Item) {
            before = before.or(component.as_ref());
        }
        let before = before.map_or("", String::as_str);
        let (word, is_answer) = step_word(api, &def.path.owner, step, before);
        answer |= is_answer;
        match step {
            PathStep::Item => {
                // Where the singular is no other word, only the full name says that it is an item.
                let same = before == word;
                full.pop();
                full.push(if same { format!("{word} Item") } else { word.clone() });
            }
            PathStep::Request(None) if def.path.steps.len() > 1 => continue,
            _ => full.push(word.clone()),
        }
        short = Some(match step {
            PathStep::MapValue | PathStep::Element(_) => match short {
                Some(before) => format!("{before} {word}"),
                None => word,
            },
            _ => word,
        });
    }
    let full = full.join(" ");
    let short = if answer {
        full.clone()
    } else {
        short.unwrap_or_else(|| full.clone())
    };
    Words { short, full }
}

fn step_word(api: &Api, owner: &Owner, step: &PathStep, before: &str) -> (String, bool) {
    match step {
        PathStep::Request(None) => ("Request".to_owned(), false),
        PathStep::Request(Some(media)) => (format!("Request {}", media_word(media)), false),
        PathStep::Response(status, media) => {
            let word = status_word(api, owner, *status);
            let media = media.as_deref().map(media_word);
            (media.map_or(word.clone(), |media| format!("{word} {media}")), true)
        }
        PathStep::Header(_, name) => (format!("{name} header"), true),
        PathStep::Parameter(name) | PathStep::Property(name) => (name.clone(), false),
        PathStep::Item => (singular(before).unwrap_or_else(|| before.to_owned()), false),
        PathStep::Element(index) => (format!("Element {}", index + 1), false),
        PathStep::MapValue => ("Value".to_owned(), false),
        PathStep::Variant(_, Some(name)) => (name.clone(), false),
        PathStep::Variant(index, None) => (format!("{before} Variant {}", index + 1), false),
    }
}

/// The word for an answer's body: `Response` for the first success, the reason phrase of RFC 9110 for others.
pub(in crate::plan) fn status_word(api: &Api, owner: &Owner, status: Status) -> String {
    let first = match owner {
        Owner::Operation(id) => api.operations.get(*id).and_then(first_success),
        Owner::Schema(_) | Owner::Component(..) | Owner::Event(_) => Some(status),
    };
    if first == Some(status) {
        return if matches!(owner, Owner::Operation(_)) {
            "Response".to_owned()
        } else {
            String::new()
        };
    }
    match status {
        Status::Default => "Other Response".to_owned(),
        Status::Code(_) | Status::Range(_) => plain_status_word(status),
    }
}

/// The word for a status: its reason phrase, or its class (RFC 9110 section 15).
pub(in crate::plan) fn plain_status_word(status: Status) -> String {
    match status {
        Status::Code(code) => reason(code).map_or_else(|| format!("Status {code}"), str::to_owned),
        Status::Range(2) => "Success".to_owned(),
        Status::Range(3) => "Redirection".to_owned(),
        Status::Range(4) => "Client Error".to_owned(),
        Status::Range(5) => "Server Error".to_owned(),
        Status::Range(_) => "Informational".to_owned(),
        Status::Default => "Other".to_owned(),
    }
}

/// The answer that is the result of an operation: the lowest success, or `default` where none is documented.
pub(in crate::plan) fn first_success(operation: &crate::ir::Operation) -> Option<Status> {
    let statuses = || operation.responses.iter().map(|response| response.status);
    let success = statuses().find(|status| matches!(status, Status::Code(200..=299) | Status::Range(2)));
    success.or_else(|| statuses().find(|status| *status == Status::Default))
}

/// Reason phrases (RFC 9110 section 15 and the IANA registry).
fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi Status",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => return None,
    })
}

/// The word for a media type: `json` for `application/json`, `merge-patch` for `application/merge-patch+json`.
pub(in crate::plan) fn media_word(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "application/x-www-form-urlencoded" => "Form".to_owned(),
        "multipart/form-data" => "Multipart".to_owned(),
        "application/octet-stream" => "Bytes".to_owned(),
        "text/plain" => "Text".to_owned(),
        "*/*" => "Any".to_owned(),
        _ => {
            let subtype = essence.rsplit('/').next().unwrap_or(essence);
            let subtype = subtype.strip_suffix("+json").unwrap_or(subtype);
            subtype.replace(['+', '*'], " ").trim().to_owned()
        }
    }
}
