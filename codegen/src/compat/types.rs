//! Types: which ones are new, gone or called something else, what they are, and what is derived for them.

use super::event::{Comparison, Event, Named, unless};
use super::operations::lost_derives;
use super::rules::{Rule, Source};
use super::{fields, limits, variants};
use crate::surface::{Fact, Item, Kind};
use std::collections::BTreeSet;

pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let pairs = comparison.pairs;
    let both: Vec<(Named<'_>, Named<'_>)> = comparison
        .old
        .all(Kind::Type)
        .filter_map(|old| {
            let name = pairs.types.get(old.0)?;
            Some((old, (*name, comparison.new.item(name)?)))
        })
        .collect();
    taken(comparison);
    // What is said of a property comes before what is said of the types inside of it.
    for (old, new) in &both {
        pair(comparison, *old, *new);
    }
    added_and_removed(comparison);
}

/// Names of types that mean another schema now.
fn taken(comparison: &mut Comparison<'_>) {
    for (name, _) in &comparison.pairs.taken {
        let (Some(old), Some(new)) = (comparison.old.item(name), comparison.new.item(name)) else {
            continue;
        };
        if old.kind == Kind::Type {
            let event = Event::new(Rule::TypeNameTaken, Some((name, old)), Some((name, new)));
            comparison.note(event.texts(&*old.pointer, &*new.pointer));
        }
    }
}

/// Types that are new or gone, unless that is said of what holds them.
fn added_and_removed(comparison: &mut Comparison<'_>) {
    let pairs = comparison.pairs;
    let gone = comparison
        .old
        .all(Kind::Type)
        .filter(|(name, _)| !pairs.types.contains_key(name));
    let gone: Vec<Named<'_>> = gone.collect();
    let kept: BTreeSet<&str> = pairs.types.values().copied().collect();
    let known: BTreeSet<&str> = pairs.operations.values().copied().collect();
    let added = comparison.new.all(Kind::Type).filter(|(name, _)| !kept.contains(name));
    let added: Vec<Named<'_>> = added.collect();
    for ty in gone {
        if !in_module_of(&comparison.old, ty.0, |name| pairs.operations.contains_key(name))
            && !comparison.is_covered(ty.1)
        {
            comparison.note(Event::new(Rule::TypeRemoved, Some(ty), None));
        }
    }
    for ty in added {
        if !in_module_of(&comparison.new, ty.0, |name| known.contains(name)) && !comparison.is_covered(ty.1) {
            comparison.note(Event::new(Rule::TypeAdded, None, Some(ty)));
        }
    }
}

/// Whether a type is in the module of an operation that is not on the other side, or is the enumeration of an operation's own.
fn in_module_of(side: &super::side::Side<'_>, name: &str, is_known: impl Fn(&str) -> bool) -> bool {
    let Some((module, own)) = name.rsplit_once("::") else {
        return false;
    };
    let is_own = ["Success", "Failure", "Body"].contains(&own);
    let operation = side.operation_of(module);
    operation.is_some_and(|operation| is_own || !is_known(operation))
}

/// Whether a type is the enumeration of an operation's responses or bodies, of which requests and responses say everything.
fn is_own(name: &str) -> bool {
    let own = name.rsplit("::").next().unwrap_or_default();
    name.starts_with("operations::") && ["Success", "Failure", "Body"].contains(&own)
}

fn pair<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    let of_renamed = in_module_of(&comparison.old, old.0, |name| {
        let renamed = comparison.pairs.operations.get(name);
        renamed.is_none_or(|new| *new == name)
    });
    if old.0 != new.0 && !of_renamed {
        comparison.note(event(Rule::TypeRenamed, Fact::Type).texts(old.0, new.0));
    }
    limits::deprecated(comparison, old, new);
    if old.1.fact(Fact::Shape) != new.1.fact(Fact::Shape) {
        let wire = comparison.exchange(old, new);
        let event = event(Rule::TypeShape, Fact::Shape).texts(shape(old.1), shape(new.1));
        comparison.note(event.wire(wire.0, wire.1));
        return;
    }
    if !is_own(old.0) {
        facts(comparison, old, new);
    }
    fields::compare(comparison, old, new);
    if !is_own(old.0) {
        variants::compare(comparison, old, new);
    }
    methods(comparison, old, new);
}

fn shape(item: &Item) -> String {
    match item.fact(Fact::Shape) {
        "newtype" => "a checked string".to_owned(),
        other @ ("enum" | "alias") => format!("an {other}"),
        other => format!("a {other}"),
    }
}

fn travels(item: &Item) -> &str {
    match item.fact(Fact::Travels) {
        "both" => "sent and received",
        other => other,
    }
}

fn facts<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    let differs = |fact| old.1.fact(fact) != new.1.fact(fact);
    let derives = lost_derives(old, new);
    if differs(Fact::Travels) {
        // Whoever names the variant `Unknown`, or makes a value, needs what only one direction has.
        let closed = old.1.is(Fact::Open) && !new.1.is(Fact::Open);
        let unmade = old.1.facts.contains_key(&Fact::Takes) && !new.1.facts.contains_key(&Fact::Takes);
        let source = unless(!closed && !unmade && derives.is_empty());
        let event = event(Rule::TypeTravels, Fact::Travels).texts(travels(old.1), travels(new.1));
        comparison.note(event.source(source));
    } else {
        for derive in derives {
            comparison.note(event(Rule::TypeDerives, Fact::Derives).texts(derive, ""));
        }
    }
    if !comparison.same_type(old.1, new.1) {
        let wire = comparison.exchange(old, new);
        comparison.note(event(Rule::TypeTarget, Fact::Type).wire(wire.0, wire.1));
    }
    let by_property = |item: &Item| item.fact(Fact::Tag).starts_with("property ");
    if differs(Fact::Tag) && by_property(old.1) && by_property(new.1) {
        comparison.note(event(Rule::UnionTag, Fact::Tag));
    }
    match (old.1.fact(Fact::Rest) == "denied", new.1.fact(Fact::Rest) == "denied") {
        (false, true) => comparison.note(event(Rule::UndeclaredDenied, Fact::Rest)),
        (true, false) => comparison.note(event(Rule::UndeclaredAllowed, Fact::Rest)),
        (true, true) | (false, false) => {}
    }
    limits::limits(comparison, old, new);
}

/// Methods that read what failures have in common, and other forms of a call.
fn methods<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    each_method(comparison, old.0, new.0);
}

/// The methods of an owner, which may be a call, that has no item of its own.
pub(super) fn each_method<'s>(comparison: &mut Comparison<'s>, old: &str, new: &str) {
    let before: Vec<Named<'s>> = comparison.old.parts(old, Kind::Method).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new, Kind::Method).collect();
    let own = |method: Named<'s>| crate::surface::own_name(method.0, Kind::Method);
    for method in &before {
        match after.iter().find(|other| own(**other) == own(*method)) {
            None => comparison.note(Event::new(Rule::MethodRemoved, Some(*method), None)),
            Some(other) if !comparison.same_type(method.1, other.1) => {
                let event = Event::new(Rule::MethodType, Some(*method), Some(*other));
                comparison.note(event.texts(method.1.fact(Fact::Type), other.1.fact(Fact::Type)));
            }
            Some(_) => {}
        }
    }
    for method in after
        .iter()
        .filter(|method| !before.iter().any(|other| own(*other) == own(**method)))
    {
        comparison.note(Event::new(Rule::MethodAdded, None, Some(*method)).source(Source::Same));
    }
}
