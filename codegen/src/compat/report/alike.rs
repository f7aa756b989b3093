//! Changes that are the same for many parts of one thing, such as properties that became required: they are said at once.

use crate::compat::{Change, Place, Rule, Source};
use crate::surface::{own_name, owner};
use std::collections::BTreeMap;

/// As many changes of a kind are read one by one.
const FEW: usize = 3;

/// A change, and the parts beside it that have changed in the same way.
pub(super) struct Alike<'c> {
    pub(super) change: &'c Change,
    /// The names of the others.
    others: Vec<&'c str>,
}

impl Alike<'_> {
    /// `likewise `b` and `c``; nothing where there are no others.
    pub(super) fn others(&self) -> Option<String> {
        let names: Vec<String> = self.others.iter().map(|name| format!("`{name}`")).collect();
        let (last, before) = names.split_last()?;
        Some(match before.is_empty() {
            true => format!("likewise {last}"),
            false => format!("likewise {} and {last}", before.join(", ")),
        })
    }
}

/// What two changes have in common that are said at once; the two flags are those of the wire.
type Key<'c> = (Rule, &'c str, Source, (bool, bool), Option<&'c str>);

/// Groups changes; each group is where its first change is.
pub(super) fn alike<'c>(changes: &[&'c Change]) -> Vec<Alike<'c>> {
    let mut counts: BTreeMap<Key<'c>, usize> = BTreeMap::new();
    for key in changes.iter().filter_map(|change| key(change)) {
        *counts.entry(key).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    let mut places: BTreeMap<Key<'c>, usize> = BTreeMap::new();
    let mut found: Vec<Alike<'c>> = Vec::new();
    for change in changes {
        let shared = key(change).filter(|key| counts.contains_key(key));
        let group = shared.and_then(|shared| places.get(&shared).and_then(|at| found.get_mut(*at)));
        if let (Some(group), Some(place)) = (group, place(change)) {
            group.others.push(own_name(&place.name, place.kind));
            continue;
        }
        places.extend(shared.map(|shared| (shared, found.len())));
        found.push(Alike {
            change,
            others: Vec::new(),
        });
    }
    found
}

/// `None` for a change that says more than where it is.
fn key(change: &Change) -> Option<Key<'_>> {
    let says = change.rule.row().says;
    let place = place(change)?;
    let owner = owner(&place.name, place.kind).filter(|_| !says.contains("{old}") && !says.contains("{new}"))?;
    let wire = (change.wire.old_breaks, change.wire.new_breaks);
    Some((change.rule, owner, change.source, wire, change.allowed.as_deref()))
}

fn place(change: &Change) -> Option<&Place> {
    change.new.as_ref().or(change.old.as_ref())
}
