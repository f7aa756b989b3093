//! Operations: what the methods of the client call, need and return.

use super::event::{Comparison, Event, Named, unless};
use super::pairs::endpoint;
use super::rules::{Rule, Source, Wire};
use super::side::Side;
use super::{arguments, bodies, limits};
use crate::surface::{Fact, Item, Kind};
use crate::text::unescape_pointer;
use std::collections::BTreeSet;

pub(super) fn compare(comparison: &mut Comparison<'_>) {
    taken(comparison);
    let (old, new) = (&comparison.old, &comparison.new);
    let pairs = &comparison.pairs.operations;
    let kept: Vec<(Named<'_>, Named<'_>)> = old
        .all(Kind::Operation)
        .filter_map(|old| {
            let name = pairs.get(old.0)?;
            Some((old, (*name, new.item(name)?)))
        })
        .collect();
    let gone: Vec<Named<'_>> = old
        .all(Kind::Operation)
        .filter(|(name, _)| !pairs.contains_key(name))
        .collect();
    let known: BTreeSet<&str> = pairs.values().copied().collect();
    let added = new.all(Kind::Operation).filter(|(name, _)| !known.contains(name));
    let added: Vec<Named<'_>> = added.collect();
    for operation in gone {
        comparison.note(Event::new(Rule::OperationRemoved, Some(operation), None));
    }
    for operation in added {
        comparison.note(Event::new(Rule::OperationAdded, None, Some(operation)));
    }
    for (old, new) in kept {
        pair(comparison, old, new);
    }
}

/// Names that call another endpoint now, which was there already or is new.
fn taken(comparison: &mut Comparison<'_>) {
    for (name, _) in &comparison.pairs.taken {
        let (Some(old), Some(new)) = (comparison.old.item(name), comparison.new.item(name)) else {
            continue;
        };
        if old.kind == Kind::Operation {
            let source = call(comparison, (name, old), (name, new)).max(Source::Breaks);
            let compiles = call(comparison, (name, old), (name, new)) != Source::Breaks;
            let source = if compiles { Source::MeansOther } else { source };
            let event = Event::new(Rule::OperationNameTaken, Some((name, old)), Some((name, new)));
            comparison.note(event.texts(endpoint(old), endpoint(new)).source(source));
        }
    }
}

fn pair<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let event = |rule| Event::new(rule, Some(old), Some(new));
    if old.0 != new.0 {
        comparison.note(event(Rule::OperationRenamed).texts(own(old), own(new)));
    }
    let (before, after) = (endpoint(old.1), endpoint(new.1));
    if before != after {
        let source = match call(comparison, old, new) {
            Source::Breaks => Source::Breaks,
            Source::Same | Source::MeansOther => Source::MeansOther,
        };
        let texts = [old, new].map(|(_, item)| format!("{} {}", item.fact(Fact::Method), item.fact(Fact::Path)));
        let [before, after] = texts;
        comparison.note(event(Rule::OperationMoved).texts(before, after).source(source));
    }
    arguments::compare(comparison, old, new);
    bodies::compare(comparison, old, new);
    facts(comparison, old, new);
    limits::deprecated(comparison, old, new);
}

/// The name of the method.
fn own(operation: Named<'_>) -> String {
    operation.0.trim_start_matches("Client::").to_owned()
}

/// What becomes of a call by arguments alone.
fn call<'s>(comparison: &Comparison<'s>, old: Named<'s>, new: Named<'s>) -> Source {
    arguments::signature(comparison, old, new)
}

fn facts<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    let differs = |fact| old.1.fact(fact) != new.1.fact(fact);
    let success = |(_, item): Named<'_>| item.fact(Fact::Success).to_owned();
    if !comparison.is_of_alias(old, new, Fact::Success)
        && comparison.old.canonical(&success(old)) != comparison.new.canonical(&success(new))
    {
        comparison.note(event(Rule::OperationSuccess, Fact::Success));
    }
    if comparison.old.canonical(old.1.fact(Fact::Pages)) != comparison.new.canonical(new.1.fact(Fact::Pages)) {
        let source = unless(old.1.fact(Fact::Pages).is_empty());
        comparison.note(event(Rule::OperationPages, Fact::Pages).source(source));
    }
    if differs(Fact::Ends) {
        let source = match (old.1.fact(Fact::Ends), new.1.fact(Fact::Ends)) {
            ("", _) => Source::Same,
            (_, "") => Source::Breaks,
            (_, _) => Source::MeansOther,
        };
        comparison.note(event(Rule::OperationEnds, Fact::Ends).source(source));
    }
    let (given, asked) = (needed(&comparison.old, old), needed(&comparison.new, new));
    if differs(Fact::Security) && given != asked {
        let wire = Wire {
            old_breaks: !suffices(&given, &asked),
            new_breaks: !suffices(&asked, &given),
        };
        comparison.note(event(Rule::OperationSecurity, Fact::Security).wire(wire, wire));
    }
    if differs(Fact::Servers) {
        let lost = |old: Named<'_>, new: Named<'_>| {
            let mut servers = old.1.fact(Fact::Servers).split(", ");
            !servers.any(|server| new.1.fact(Fact::Servers).split(", ").any(|other| other == server))
        };
        let wire = Wire {
            old_breaks: lost(old, new),
            new_breaks: lost(new, old),
        };
        comparison.note(event(Rule::OperationServers, Fact::Servers).wire(wire, wire));
    }
    if differs(Fact::Features) {
        let (before, after) = (old.1.fact(Fact::Features), new.1.fact(Fact::Features));
        let kept = |feature: &str| after.split(", ").any(|other| other == feature);
        let works = after.is_empty() || (!before.is_empty() && before.split(", ").all(kept));
        comparison.note(event(Rule::OperationFeature, Fact::Features).source(unless(works)));
    }
    for derive in lost_derives(old, new) {
        let event = Event::new(Rule::TypeDerives, Some(old), Some(new));
        comparison.note(event.part("a call of ").texts(derive, ""));
    }
}

/// The traits that are no longer derived.
pub(super) fn lost_derives<'s>(old: Named<'s>, new: Named<'s>) -> Vec<&'s str> {
    let (old, new): (&'s str, &'s str) = (old.1.fact(Fact::Derives), new.1.fact(Fact::Derives));
    let lost = old
        .split(", ")
        .filter(|derive| !new.split(", ").any(|other| other == *derive));
    lost.filter(|derive| !derive.is_empty()).collect()
}

/// A credential as it is sent, with its scopes.
type Sent = (String, Vec<String>);

/// The alternatives of credentials that an operation needs: as they are sent, whatever they are called.
fn needed(side: &Side<'_>, operation: Named<'_>) -> Vec<Vec<Sent>> {
    let sent = |scheme: &str| {
        let named = |item: &Item| {
            item.pointer
                .rsplit('/')
                .next()
                .is_some_and(|name| unescape_pointer(name) == scheme)
        };
        let mut all = side.all(Kind::Credential);
        let known = all.find(|(_, item)| named(item));
        known.map_or(scheme, |(_, item)| item.fact(Fact::Wire)).to_owned()
    };
    let one = |text: &str| -> Sent {
        let (scheme, scopes) = text.split_once(" (").unwrap_or((text, ""));
        let scopes = scopes.trim_end_matches(')').split_whitespace();
        (sent(scheme), scopes.map(str::to_owned).collect())
    };
    let alternatives = operation.1.fact(Fact::Security).split(" or ");
    let alternatives = alternatives.map(|all| match all {
        "none" | "" => Vec::new(),
        all => all.split(" and ").map(one).collect(),
    });
    alternatives.collect()
}

/// Whether credentials that one edition asks for are enough for another: each alternative of the one has all of an alternative
/// of the other.
fn suffices(given: &[Vec<Sent>], asked: &[Vec<Sent>]) -> bool {
    let holds = |given: &[Sent], (scheme, scopes): &Sent| {
        let mut all = given.iter();
        all.any(|(own, has)| own == scheme && scopes.iter().all(|scope| has.contains(scope)))
    };
    given
        .iter()
        .all(|given| asked.iter().any(|asked| asked.iter().all(|one| holds(given, one))))
}
