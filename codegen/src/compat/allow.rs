//! Changes that were accepted: each entry names a rule and items, and says why.

use super::Change;

/// Marks the changes that an entry allows. An entry is a rule and the name of an item, in which `*` means any text:
/// `operation-removed Client::old_*`; with it the reason. Returns the indexes of the entries that match nothing.
pub fn allow(changes: &mut [Change], entries: &[(String, String)]) -> Vec<usize> {
    let mut unused: Vec<usize> = (0..entries.len()).collect();
    for change in changes {
        let name = format!("{} {}", change.rule.row().id, change.name());
        let matching = entries.iter().position(|(pattern, _)| matches(pattern, &name));
        if let Some(index) = matching {
            change.allowed = entries.get(index).map(|(_, reason)| reason.clone());
            unused.retain(|other| *other != index);
        }
    }
    unused
}

/// Whether a text matches a pattern in which `*` means any text.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(first) else {
        return false;
    };
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    starts.filter_map(|at| text.get(at..)).any(|text| matches(rest, text))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn an_asterisk_means_any_text() {
        assert!(matches("a b", "a b"));
        assert!(matches("a *", "a b"));
        assert!(matches("a *::c*", "a b::cd"));
        assert!(!matches("a *c", "a b"));
        assert!(!matches("a", "a b"));
    }
}
