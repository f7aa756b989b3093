//! What belongs to the client as a whole: features, servers, credentials; and other forms of calls.

use super::event::{Comparison, Event, Named};
use super::rules::{Rule, Source};
use super::types::each_method;
use crate::surface::{Fact, Kind, own_name};

/// What can happen to items of one kind.
struct Rules {
    added: Rule,
    removed: Rule,
    renamed: Rule,
    /// The same name for something else; a feature is what its name says.
    means_other: Option<Rule>,
}

pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let servers = Rules {
        added: Rule::ServerAdded,
        removed: Rule::ServerRemoved,
        renamed: Rule::ServerRenamed,
        means_other: Some(Rule::ServerUrl),
    };
    let credentials = Rules {
        added: Rule::CredentialAdded,
        removed: Rule::CredentialRemoved,
        renamed: Rule::CredentialRenamed,
        means_other: Some(Rule::CredentialSent),
    };
    let features = Rules {
        added: Rule::FeatureAdded,
        removed: Rule::FeatureRemoved,
        renamed: Rule::FeatureRenamed,
        means_other: None,
    };
    each(comparison, Kind::Server, &servers);
    default_server(comparison);
    each(comparison, Kind::Credential, &credentials);
    each(comparison, Kind::Feature, &features);
    variables(comparison);
    receivers(comparison);
    let operations: Vec<(&str, &str)> = comparison
        .pairs
        .operations
        .iter()
        .map(|(old, new)| (*old, *new))
        .collect();
    for (old, new) in operations {
        let module =
            |item: Option<&crate::surface::Item>| item.map(|item| format!("{}::Call", item.fact(Fact::Module)));
        if let (Some(old), Some(new)) = (module(comparison.old.item(old)), module(comparison.new.item(new))) {
            each_method(comparison, &old, &new);
        }
    }
}

fn each<'s>(comparison: &mut Comparison<'s>, kind: Kind, rules: &Rules) {
    let (before, after) = comparison.both(kind);
    let wire = |item: &Named<'s>| -> &'s str { item.1.fact(Fact::Wire) };
    let mut matched: Vec<&str> = Vec::new();
    for item in &before {
        let by_name = after.iter().find(|other| other.0 == item.0);
        let by_wire = after.iter().find(|other| wire(other) == wire(item));
        match (by_name, by_wire) {
            (Some(same), _) if wire(same) == wire(item) => {
                matched.push(same.0);
                if same.1.fact(Fact::Takes) != item.1.fact(Fact::Takes) {
                    means_other(comparison, rules, *item, *same, Fact::Takes);
                }
            }
            (Some(named), bearer) => {
                matched.push(named.0);
                matched.extend(bearer.map(|bearer| bearer.0));
                means_other(comparison, rules, *item, *named, Fact::Wire);
            }
            (None, Some(bearer)) => {
                matched.push(bearer.0);
                let texts = [*item, *bearer].map(|(name, item)| own_name(name, item.kind).to_owned());
                let [old, new] = texts;
                comparison.note(Event::new(rules.renamed, Some(*item), Some(*bearer)).texts(old, new));
            }
            (None, None) => comparison.note(Event::new(rules.removed, Some(*item), None)),
        }
    }
    for item in after.iter().filter(|item| !matched.contains(&item.0)) {
        comparison.note(Event::new(rules.added, None, Some(*item)));
    }
}

/// The environment variables of `from_env`. No compiler sees that one has another name: a program finds no credentials.
fn variables(comparison: &mut Comparison<'_>) {
    let (before, after) = comparison.both(Kind::Variable);
    let wire = |item: &Named<'_>| item.1.fact(Fact::Wire).to_owned();
    // Without any variable there is no `from_env`.
    let gone = if after.is_empty() {
        Source::Breaks
    } else {
        Source::MeansOther
    };
    let is_new = |item: &Named<'_>| !before.iter().any(|other| other.0 == item.0);
    let mut renamed: Vec<&str> = Vec::new();
    for old in &before {
        let new = after.iter().find(|new| new.0 == old.0);
        let event = match new {
            Some(new) if wire(new) == wire(old) => continue,
            Some(new) => Event::new(Rule::VariableMeansOther, Some(*old), Some(*new)).texts(wire(old), wire(new)),
            None => match after.iter().find(|new| is_new(new) && wire(new) == wire(old)) {
                Some(new) => {
                    renamed.push(new.0);
                    let [old_name, new_name] = [*old, *new].map(|(name, item)| own_name(name, item.kind).to_owned());
                    Event::new(Rule::VariableRenamed, Some(*old), Some(*new)).texts(old_name, new_name)
                }
                None => Event::new(Rule::VariableRemoved, Some(*old), None).source(gone),
            },
        };
        comparison.note(event);
    }
    for new in after.iter().filter(|new| is_new(new) && !renamed.contains(&new.0)) {
        comparison.note(Event::new(Rule::VariableAdded, None, Some(*new)));
    }
}

/// What verifies and reads what the server sends by itself.
fn receivers(comparison: &mut Comparison<'_>) {
    let (before, after) = comparison.both(Kind::Function);
    for old in &before {
        let Some(new) = after.iter().find(|new| new.0 == old.0) else {
            comparison.note(Event::new(Rule::ReceiveRemoved, Some(*old), None));
            continue;
        };
        if !comparison.same_type(old.1, new.1) {
            let (sent, received) = comparison.exchange(*old, *new);
            let event = Event::new(Rule::ReceiveType, Some(*old), Some(*new)).wire(sent, received);
            comparison.note(event.texts(old.1.fact(Fact::Type), new.1.fact(Fact::Type)));
        }
        if old.1.fact(Fact::Wire) != new.1.fact(Fact::Wire) {
            let event = Event::new(Rule::ReceiveSigned, Some(*old), Some(*new));
            comparison.note(event.texts(old.1.fact(Fact::Wire), new.1.fact(Fact::Wire)));
        }
    }
    for new in after.iter().filter(|new| !before.iter().any(|old| old.0 == new.0)) {
        comparison.note(Event::new(Rule::ReceiveAdded, None, Some(*new)));
    }
}

/// The server of programs that choose none; another URL under the same name has been said.
fn default_server(comparison: &mut Comparison<'_>) {
    let old = comparison
        .old
        .all(Kind::Server)
        .find(|(_, item)| item.is(Fact::Default));
    let new = comparison
        .new
        .all(Kind::Server)
        .find(|(_, item)| item.is(Fact::Default));
    let (Some(old), Some(new)) = (old, new) else { return };
    let (before, after) = (old.1.fact(Fact::Wire), new.1.fact(Fact::Wire));
    if before != after && old.0 != new.0 {
        comparison.note(Event::new(Rule::ServerDefault, Some(old), Some(new)).texts(before, after));
    }
}

fn means_other<'s>(comparison: &mut Comparison<'s>, rules: &Rules, old: Named<'s>, new: Named<'s>, fact: Fact) {
    let Some(rule) = rules.means_other else { return };
    // A server without a variable that it had, or a credential with another number of parts, is given in another way.
    let parts = |item: Named<'s>| item.1.fact(Fact::Wire).starts_with("Authorization: Basic");
    let is_token = |item: Named<'s>| item.1.fact(Fact::Wire).starts_with("Authorization: ");
    let same = keeps_variables(old.1.fact(Fact::Takes), new.1.fact(Fact::Takes))
        && parts(old) == parts(new)
        && (new.1.kind != Kind::Credential || is_token(old) || !is_token(new));
    let source = if same { Source::MeansOther } else { Source::Breaks };
    let event = Event::new(rule, Some(old), Some(new));
    comparison.note(event.texts(old.1.fact(fact), new.1.fact(fact)).source(source));
}

/// Whether a server still has each variable and each listed value: `region: eu | us, port`. What is new has a default. A
/// server that gets its first variable is a variant that holds something now.
fn keeps_variables(old: &str, new: &str) -> bool {
    let variables = |takes: &str| -> Vec<(String, Vec<String>)> {
        let each = takes.split(", ").filter(|one| !one.is_empty());
        let each = each.map(|one| match one.split_once(": ") {
            Some((name, values)) => (name.to_owned(), values.split(" | ").map(str::to_owned).collect()),
            None => (one.to_owned(), Vec::new()),
        });
        each.collect()
    };
    let (old, new) = (variables(old), variables(new));
    let kept = |(name, values): &(String, Vec<String>)| {
        let same = new.iter().find(|(other, _)| other == name);
        same.is_some_and(|(_, now)| {
            now.is_empty() == values.is_empty() && values.iter().all(|value| now.contains(value))
        })
    };
    old.is_empty() == new.is_empty() && old.iter().all(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_and_values_may_be_added() {
        for (old, new, keeps) in [
            ("", "", true),
            ("region: eu | us", "region: eu | us | de, port", true),
            ("region: eu | us", "region: eu", false),
            ("region: eu", "region", false),
            ("region, port", "port", false),
            ("", "port", false),
        ] {
            assert_eq!(keeps_variables(old, new), keeps, "{old} {new}");
        }
    }
}
