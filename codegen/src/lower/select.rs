//! `[select]`: the operations that a client has, where that is not all of them. What they do not reach is not emitted.

use crate::config::{Located, Select};
use crate::diag::{Diagnostics, Hint, Problem};
use crate::openapi::document::{Document, Operation};
use crate::text::glob_matches;
use std::collections::BTreeSet;

/// Leaves out what the settings do not select. Selectors that match nothing are reported.
pub fn select(document: &mut Document<'_>, select: &Select, diags: &mut Diagnostics) {
    unmatched(document, select, diags);
    if select.is_all() {
        return;
    }
    let (kept, left_out): (Vec<Operation>, Vec<Operation>) = std::mem::take(&mut document.operations)
        .into_iter()
        .partition(|operation| is_selected(operation, select));
    let pointers = left_out.iter().map(|operation| document.tree.pointer(operation.node));
    document.left_out = left_out.iter().flat_map(keys).chain(pointers).collect();
    document.operations = kept;
    // Nothing that was selected reaches them.
    document.webhooks.clear();
    let tags: BTreeSet<&str> = document
        .operations
        .iter()
        .flat_map(|operation| &operation.tags)
        .map(|tag| &**tag)
        .collect();
    document.tags.retain(|(tag, _)| tags.contains(&**tag));
    let tags = left_out
        .iter()
        .flat_map(|operation| &operation.tags)
        .map(|tag| tag.to_string());
    document.left_out.extend(tags);
    let security = document.operations.iter();
    let security = security.filter_map(|operation| operation.security.as_ref().or(document.security.as_ref()));
    let schemes: BTreeSet<&str> = security
        .flatten()
        .flat_map(|requirement| requirement.schemes.iter().map(|(key, _)| &**key))
        .collect();
    document
        .security_schemes
        .retain(|scheme| schemes.contains(&*scheme.key));
}

fn is_selected(operation: &Operation, select: &Select) -> bool {
    let has = |list: &[Located<String>], text: &str| list.iter().any(|selector| glob_matches(&selector.value, text));
    operation.tags.iter().any(|tag| has(&select.tags, tag))
        || has(&select.paths, &operation.path)
        || keys(operation).any(|key| has(&select.operations, &key))
}

/// What the settings can call an operation.
fn keys(operation: &Operation) -> impl Iterator<Item = String> + use<> {
    let place = operation.place();
    let id = operation.id.as_deref().map(str::to_owned);
    id.into_iter().chain([place])
}

fn unmatched(document: &Document<'_>, select: &Select, diags: &mut Diagnostics) {
    let operations = || document.operations.iter();
    let tags = operations().flat_map(|operation| operation.tags.iter().map(|tag| tag.to_string()));
    let paths = operations().map(|operation| operation.path.to_string());
    let lists = [
        ("tags", &select.tags, tags.collect::<BTreeSet<String>>()),
        ("paths", &select.paths, paths.collect()),
        ("operations", &select.operations, operations().flat_map(keys).collect()),
        (
            "types",
            &select.types,
            document.schemas.iter().map(|(name, _)| name.to_string()).collect(),
        ),
    ];
    for (list, selectors, known) in lists {
        for selector in selectors {
            if !known.iter().any(|known| glob_matches(&selector.value, known)) {
                let key = format!("select.{list}: {}", selector.value);
                let hint = Hint::new(&selector.value, known.iter().map(String::as_str));
                diags.push(Problem::UnmatchedSetting { key, hint }, selector.location());
            }
        }
    }
}
