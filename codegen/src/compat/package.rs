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
    each(comparison, Kind::Credential, &credentials);
    each(comparison, Kind::Feature, &features);
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
    let before: Vec<Named<'s>> = comparison.old.all(kind).collect();
    let after: Vec<Named<'s>> = comparison.new.all(kind).collect();
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

fn means_other<'s>(comparison: &mut Comparison<'s>, rules: &Rules, old: Named<'s>, new: Named<'s>, fact: Fact) {
    let Some(rule) = rules.means_other else { return };
    // A server with other variables, or a credential with another number of parts, is given in another way.
    let takes = |item: Named<'s>| {
        (
            item.1.fact(Fact::Takes),
            item.1.fact(Fact::Wire).starts_with("Authorization: Basic"),
        )
    };
    let is_token = |item: Named<'s>| item.1.fact(Fact::Wire).starts_with("Authorization: ");
    let same = takes(old) == takes(new) && (new.1.kind != Kind::Credential || is_token(old) || !is_token(new));
    let source = if same { Source::MeansOther } else { Source::Breaks };
    let event = Event::new(rule, Some(old), Some(new));
    comparison.note(event.texts(old.1.fact(fact), new.1.fact(fact)).source(source));
}
