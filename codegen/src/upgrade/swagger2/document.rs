//! The Swagger Object: what is shared moves into `components`.

use std::collections::BTreeSet;

use crate::diag::Problem;
use crate::tree::{Entry, NodeId, Value};

use super::super::{Upgrade, edit};
use super::bodies::{Place, Places};

/// Azure's `x-ms-paths` holds paths that differ only in their query; `paths` takes them in.
pub(super) fn merge_ms_paths(up: &mut Upgrade<'_>) {
    let Some(extra) = up.tree.get(up.root, "x-ms-paths") else {
        return;
    };
    let Some(paths) = edit::object_at(up.tree, up.root, "paths") else {
        return;
    };
    let moved = move_members(up, extra, paths, |_| true);
    if moved {
        up.tree.remove(up.root, "x-ms-paths");
    }
}

/// Moves `definitions`, `parameters`, `responses` and `securityDefinitions`.
pub(super) fn upgrade_components(up: &mut Upgrade<'_>, places: &Places) {
    let root = up.root;
    move_to_components(up, "definitions", "schemas", |_| true);
    if let Some(shared) = up.tree.get(root, "parameters") {
        // Forms have been taken apart by the operations that use them.
        let form = members_at(up, shared, |place| place == Some(Place::Form), places);
        edit::take_members(up.tree, shared, |key| form.iter().any(|known| known == key));
        let bodies = members_at(up, shared, |place| place == Some(Place::Body), places);
        move_to_components(up, "parameters", "requestBodies", |key| {
            bodies.iter().any(|known| known == key)
        });
    }
    move_to_components(up, "parameters", "parameters", |_| true);
    move_to_components(up, "responses", "responses", |_| true);
    move_to_components(up, "securityDefinitions", "securitySchemes", |_| true);
}

/// Takes away the shared parameters and responses of which all operations have copies: nothing refers to them any more, which is not
/// the author's doing.
pub(super) fn remove_replaced(up: &mut Upgrade<'_>, replaced: &BTreeSet<NodeId>) {
    for section in ["parameters", "responses"] {
        let Some(map) = up.tree.get(up.root, section) else {
            continue;
        };
        let entries = up.tree.entries(map).iter();
        let gone = entries.filter(|entry| replaced.contains(&up.walk.refs.follow(up.tree, entry.value)));
        let gone: BTreeSet<String> = gone.map(|entry| entry.key.to_string()).collect();
        edit::take_members(up.tree, map, |key| gone.contains(key));
    }
}

fn members_at(up: &Upgrade<'_>, map: NodeId, wanted: fn(Option<Place>) -> bool, places: &Places) -> Vec<String> {
    let members = up.tree.entries(map).iter();
    let wanted = members.filter(|entry| wanted(places.get(up.walk.refs.follow(up.tree, entry.value))));
    wanted.map(|entry| entry.key.to_string()).collect()
}

fn move_to_components(up: &mut Upgrade<'_>, old: &'static str, new: &'static str, wanted: impl Fn(&str) -> bool) {
    let Some(map) = up.tree.get(up.root, old) else { return };
    if matches!(up.tree.value(map), Value::Null) {
        up.tree.remove(up.root, old);
    }
    // Anything else that is not a map is left for whoever reports unknown keywords.
    if !up.tree.is_object(map) {
        return;
    }
    up.report_old(up.root, old, "`components`");
    if up.tree.entries(map).iter().any(|entry| wanted(&entry.key)) {
        let target = edit::object_at(up.tree, up.root, "components")
            .and_then(|components| edit::object_at(up.tree, components, new));
        let Some(target) = target else { return };
        move_members(up, map, target, wanted);
    }
    if up.tree.entries(map).is_empty() {
        up.tree.remove(up.root, old);
    }
}

/// Moves members from one map to another. A name that is taken there stays where it is, with a warning. Whether
/// nothing stayed.
fn move_members(up: &mut Upgrade<'_>, from: NodeId, to: NodeId, wanted: impl Fn(&str) -> bool) -> bool {
    let mut target: Vec<Entry> = up.tree.entries(to).to_vec();
    let names: std::collections::BTreeSet<_> = target.iter().map(|entry| entry.key.clone()).collect();
    let mut all = true;
    for entry in up.tree.entries(from).to_vec() {
        if wanted(&entry.key) && names.contains(&entry.key) {
            let name = entry.key.to_string();
            up.report_key(Problem::NameTaken { name }, from, &entry.key);
            all = false;
        }
    }
    target.extend(edit::take_members(up.tree, from, |key| {
        wanted(key) && !names.contains(key)
    }));
    up.tree.set_value(to, Value::Object(target));
    all
}
