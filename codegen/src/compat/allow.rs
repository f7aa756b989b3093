//! Changes that were accepted: each entry names a rule and items, and says why.

use super::Change;
use crate::text::glob_matches;

/// Marks the changes that an entry allows. An entry is a rule and the name of an item, in which `*` means any text:
/// `operation-removed Client::old_*`; with it the reason. Returns the indexes of the entries that match nothing.
pub fn allow(changes: &mut [Change], entries: &[(String, String)]) -> Vec<usize> {
    let mut unused: Vec<usize> = (0..entries.len()).collect();
    for change in changes {
        let name = format!("{} {}", change.rule.row().id, change.name());
        let matching = entries.iter().position(|(pattern, _)| glob_matches(pattern, &name));
        if let Some(index) = matching {
            change.allowed = entries.get(index).map(|(_, reason)| reason.clone());
            unused.retain(|other| *other != index);
        }
    }
    unused
}
