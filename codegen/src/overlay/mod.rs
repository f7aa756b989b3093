//! OpenAPI Overlay 1.0 and 1.1: changes to a document that are kept beside it.
//!
//! Maintainers mend a vendor's document with an overlay, so that the next edition of the document can take the old
//! one's place. Stricter than the standard in one point: a target that matches nothing is a fault, because it means
//! that the vendor's document has changed under the overlay.

mod action;
mod budget;
mod diff;
pub(crate) mod draft;
mod edit;
mod json;
mod jsonpath;
pub(crate) mod path;
mod presence;

pub use diff::diff;
pub(crate) use draft::Change;
pub use draft::Proposal;
pub(crate) use json::Json;
pub use jsonpath::{Effort, Found, PathError, Query};
pub use presence::settle;

use crate::config::Located;
use crate::diag::{Diagnostics, Hint, Problem};
use crate::import;
use crate::source::{SourceMap, join};
use crate::tree::{NodeId, Step, Tree};
use action::Action;
use budget::Budget;
use std::path::PathBuf;

/// Reads the overlays that settings name, and applies them in their order: each to the one of `documents` that it extends, or else to
/// the first.
///
/// `None` if an error was reported, be it about the document.
pub fn apply_all(
    tree: &mut Tree,
    sources: &mut SourceMap,
    documents: &[NodeId],
    overlays: &[Located<PathBuf>],
    diags: &mut Diagnostics,
) -> Option<()> {
    for setting in overlays {
        let (path, named) = (&setting.value, setting.location());
        let overlay = import::read_named(tree, sources, &import::loader_beside(path), path, &named, diags)?;
        let extended = documents
            .iter()
            .find(|document| extends(tree, sources, **document, overlay));
        if let Some(&document) = extended.or(documents.first()) {
            apply(tree, sources, document, overlay, diags);
        }
    }
    diags.gate().ok()
}

/// Applies the overlay whose root is `overlay` to the document whose root is `document`, action by action.
///
/// Both are in one tree, so what the overlay inserts keeps its place in the overlay's file. References in it are
/// relative to the document from now on. What is wrong is in `diags`, and the other actions are applied all the same.
pub fn apply(tree: &mut Tree, sources: &SourceMap, document: NodeId, overlay: NodeId, diags: &mut Diagnostics) {
    let budget = Budget::new(tree);
    apply_within(budget, tree, sources, document, overlay, diags);
}

fn apply_within(
    mut budget: Budget,
    tree: &mut Tree,
    sources: &SourceMap,
    document: NodeId,
    overlay: NodeId,
    diags: &mut Diagnostics,
) {
    let (file, base) = (tree.span(overlay).file, tree.span(document).file);
    if file != base {
        tree.set_base(file, base);
    }
    let Some(version) = check_root(tree, overlay, diags) else {
        return;
    };
    check_extends(tree, sources, document, overlay, diags);
    let actions = tree.get(overlay, "actions").map(|actions| tree.items(actions).to_vec());
    for node in actions.unwrap_or_default() {
        if let Some(action) = Action::read(tree, node, version, diags) {
            action.apply(tree, document, &mut budget, diags);
            budget.check_depth(tree, document, diags);
        }
        if budget.has_ended(tree, node, diags) {
            return;
        }
    }
}

/// The feature set, `major.minor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Version {
    V1_0,
    V1_1,
}

fn check_root(tree: &Tree, overlay: NodeId, diags: &mut Diagnostics) -> Option<Version> {
    if !expect(tree, overlay, "overlay document", "an object", diags) {
        return None;
    }
    let version =
        required(tree, overlay, "overlay", "a string", diags).and_then(|node| read_version(tree, node, diags));
    if let Some(info) = required(tree, overlay, "info", "an object", diags) {
        required(tree, info, "title", "a string", diags);
        required(tree, info, "version", "a string", diags);
        unknown_members(tree, info, &["title", "version", "description"], diags);
    }
    let actions = required(tree, overlay, "actions", "an array", diags);
    if let Some(actions) = actions.filter(|actions| tree.items(*actions).is_empty()) {
        diags.push(Problem::OverlayEmpty {}, tree.location(actions));
    }
    unknown_members(tree, overlay, &["overlay", "info", "extends", "actions"], diags);
    actions.and(version)
}

fn read_version(tree: &Tree, node: NodeId, diags: &mut Diagnostics) -> Option<Version> {
    let version = tree.str(node)?;
    // The patch version says nothing about features (section "Versions").
    match version.split('.').take(2).collect::<Vec<_>>().as_slice() {
        ["1", "0"] => Some(Version::V1_0),
        ["1", "1"] => Some(Version::V1_1),
        _ => {
            let version = version.to_owned();
            diags.push(Problem::OverlayVersion { version }, tree.location(node));
            None
        }
    }
}

/// `extends` names the document that the overlay was written for. Another one is worth a note, no more: the caller
/// says what the overlay is applied to.
fn check_extends(tree: &Tree, sources: &SourceMap, document: NodeId, overlay: NodeId, diags: &mut Diagnostics) {
    let Some(extends) = tree.get(overlay, "extends") else {
        return;
    };
    if !expect(tree, extends, "extends", "a string", diags) {
        return;
    }
    if !self::extends(tree, sources, document, overlay) {
        let wanted = tree.str(extends).unwrap_or("").to_owned();
        diags.push(Problem::OverlayExtends { wanted }, tree.location(extends));
    }
}

/// Whether an overlay names the document as the one that it was written for.
fn extends(tree: &Tree, sources: &SourceMap, document: NodeId, overlay: NodeId) -> bool {
    let wanted = tree.get(overlay, "extends").and_then(|extends| tree.str(extends));
    let path = |node| sources.file(tree.span(node).file).path();
    let extended = path(overlay).zip(wanted).map(|(overlay, wanted)| join(overlay, wanted));
    extended.is_some() && extended.as_deref() == path(document)
}

fn required(
    tree: &Tree,
    object: NodeId,
    name: &'static str,
    kind: &'static str,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    match tree.get(object, name) {
        Some(node) => expect(tree, node, name, kind, diags).then_some(node),
        None => {
            diags.push(Problem::OverlayMissing { name }, tree.location(object));
            None
        }
    }
}

fn expect(tree: &Tree, node: NodeId, name: &'static str, expected: &'static str, diags: &mut Diagnostics) -> bool {
    let found = tree.kind(node);
    // YAML reads `version: 1.0` as a number; what is meant is plain.
    let tolerated = expected == "a string" && found == "a number" && name == "version";
    if found != expected && !tolerated {
        let problem = Problem::OverlayType { name, expected, found };
        diags.push(problem, tree.location(node));
    }
    found == expected || tolerated
}

fn unknown_members(tree: &Tree, object: NodeId, known: &[&str], diags: &mut Diagnostics) {
    for entry in tree.entries(object) {
        if !known.contains(&&*entry.key) && !entry.key.starts_with("x-") {
            let hint = Hint::new(&entry.key, known.iter().copied());
            let name = entry.key.to_string();
            diags.push(
                Problem::OverlayUnknown { name, hint },
                tree.key_location(object, &entry.key),
            );
        }
    }
}

/// The last step to a node, for messages.
fn step_name(tree: &Tree, node: NodeId) -> String {
    match tree.step(node) {
        Step::Root => "the document".to_owned(),
        Step::Index(index) => index.to_string(),
        Step::Key(key) => key.to_string(),
    }
}
