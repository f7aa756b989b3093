//! Changes of which the same is to be said are said once, with the names of the others.

use crate::compat::{Change, Rule, Severity, Source, Wire};
use indexmap::IndexMap;

/// So many are shown one by one.
const FEW: usize = 4;

/// A change, and others of which the same is to be said.
pub(super) struct Same<'c> {
    /// The change that is shown.
    pub(super) first: &'c Change,
    others: Vec<&'c Change>,
}

/// What must be equal.
type Key<'c> = (Severity, &'c str, &'c str, Source, Wire, Option<&'c str>);

fn key(change: &Change) -> Key<'_> {
    let id = change.rule.row().id;
    let allowed = change.allowed.as_deref();
    (change.severity(), id, &change.gist, change.source, change.wire, allowed)
}

/// Changes in their order, each at the place of the first of its kind.
pub(super) fn fold<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Vec<Same<'c>> {
    let changes: Vec<&Change> = changes.into_iter().collect();
    let mut alike: IndexMap<(Key<'_>, usize), Vec<&Change>> = IndexMap::new();
    let mut counts: IndexMap<Key<'_>, usize> = IndexMap::new();
    for change in &changes {
        *counts.entry(key(change)).or_default() += 1;
    }
    for (index, change) in changes.into_iter().enumerate() {
        let key = key(change);
        let is_many = counts.get(&key).is_some_and(|count| *count > FEW) && !is_operation(change);
        // What is shown by itself is alike to nothing.
        let place = if is_many { 0 } else { index + 1 };
        alike.entry((key, place)).or_default().push(change);
    }
    let alike = alike.into_values().filter_map(|changes| {
        let (first, others) = changes.split_first()?;
        Some(Same {
            first,
            others: others.to_vec(),
        })
    });
    alike.collect()
}

/// Whether it is about an operation as a whole: method and path say more than its name. What a document says once for all of them
/// changes for all of them.
fn is_operation(change: &Change) -> bool {
    let is_of_all = matches!(
        change.rule,
        Rule::OperationSecurity | Rule::OperationServers | Rule::OperationFeature
    );
    !is_of_all && change.name().starts_with("Client::") && !change.name().contains(['(', ' '])
}

impl Same<'_> {
    /// How many others there are.
    pub(super) fn others(&self) -> usize {
        self.others.len()
    }

    /// The names of the others, a line for each owner, and how many are beyond a limit.
    pub(super) fn names(&self, limit: usize) -> (Vec<String>, usize) {
        let mut owners: IndexMap<&str, Vec<String>> = IndexMap::new();
        for change in self.others.iter().take(limit) {
            // As in the sentence, by the name that it has now.
            let place = change.new.as_ref().or(change.old.as_ref());
            let (owner, own) = parts(place.map_or("", |place| &place.name));
            owners.entry(owner).or_default().push(format!("`{own}`"));
        }
        let lines = owners.into_iter().map(|(owner, own)| match owner {
            "" => own.join(", "),
            owner => format!("`{owner}`: {}", own.join(", ")),
        });
        (lines.collect(), self.others.len().saturating_sub(limit))
    }
}

/// The owner of an item, and its own name.
fn parts(name: &str) -> (&str, &str) {
    let bare = name.strip_suffix("()").unwrap_or(name);
    let cut = bare.find(['(', ' ']).or_else(|| bare.rfind('.'));
    let at = cut.or_else(|| bare.rfind("::")).unwrap_or(0);
    let (owner, own) = name.split_at(at);
    match own.strip_prefix('(') {
        Some(argument) => (owner, argument.trim_end_matches(')')),
        None => (owner, own.trim_start_matches([' ', '.', ':'])),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_name_is_that_of_its_owner_and_its_own() {
        for (name, owner, own) in [
            ("types::Pet.name", "types::Pet", "name"),
            ("types::pet::Kind::Cat", "types::pet::Kind", "Cat"),
            ("Client::list_pets(limit)", "Client::list_pets", "limit"),
            (
                "Client::list_pets receives 200 application/json",
                "Client::list_pets",
                "receives 200 application/json",
            ),
            (
                "operations::list_pets::Failure.code()",
                "operations::list_pets::Failure",
                "code()",
            ),
            ("feature pets", "feature", "pets"),
            ("Pet", "", "Pet"),
        ] {
            assert_eq!(parts(name), (owner, own), "{name}");
        }
    }
}
