//! What a call takes: parameters, the body, credentials; and the order of its arguments.

use super::event::{Comparison, Event, Named, unless};
use super::limits;
use super::rules::{Rule, Source, Wire};
use crate::surface::{Fact, Item, Kind};

/// An argument and what it is on the other side.
struct Pair<'s> {
    old: Named<'s>,
    new: Named<'s>,
}

pub(super) fn compare<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let signature = signature(comparison, old, new);
    let mut matched = Vec::new();
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Argument).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Argument).collect();
    let mut gone = Vec::new();
    for argument in &before {
        let Some(found) = find(comparison, (old.0, *argument), (new.0, &after)) else {
            gone.push(*argument);
            continue;
        };
        matched.push(found.0);
        means_other(comparison, *argument, &after, found);
        let pair = Pair {
            old: *argument,
            new: found,
        };
        one(comparison, &pair, signature);
    }
    for argument in gone {
        let named = after.iter().find(|new| own(**new) == own(argument));
        let by_name = named.filter(|new| !matched.contains(&new.0));
        match by_name {
            Some(found) => {
                matched.push(found.0);
                wire_name(comparison, argument, *found);
            }
            None => removed(comparison, argument, signature),
        }
    }
    for argument in after.iter().filter(|new| !matched.contains(&new.0)) {
        added(comparison, *argument, signature);
    }
    order(comparison, old, new, signature);
}

fn own(argument: Named<'_>) -> &str {
    crate::surface::own_name(argument.0, argument.1.kind)
}

/// The argument that is the same on the wire; one that only moved, such as from the query into a header, is the same too.
fn find<'s>(
    comparison: &Comparison<'s>,
    (old_owner, old): (&str, Named<'s>),
    (new_owner, after): (&str, &[Named<'s>]),
) -> Option<Named<'s>> {
    let identity = comparison.old.identity(old_owner, old.0, old.1);
    let same = after
        .iter()
        .find(|(name, new)| comparison.new.identity(new_owner, name, new) == identity);
    let moved = || {
        let mut after = after.iter();
        after.find(|new| own(**new) == own(old) && new.1.fact(Fact::Wire) == old.1.fact(Fact::Wire))
    };
    same.or_else(moved).copied()
}

/// The Rust name may be that of another parameter now.
fn means_other<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, after: &[Named<'s>], found: Named<'s>) {
    let taken = after.iter().find(|new| own(**new) == own(old) && new.0 != found.0);
    if let Some(taken) = taken.filter(|_| old.1.fact(Fact::Given) == "setter") {
        wire_name(comparison, old, *taken);
    }
}

fn wire_name<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let compiles = comparison.accepts(old.1, new.1) && old.1.fact(Fact::Given) == new.1.fact(Fact::Given);
    let source = if compiles { Source::MeansOther } else { Source::Breaks };
    let text = |item: &Item| format!("{} {}", item.fact(Fact::In), item.fact(Fact::Wire));
    let event = Event::new(Rule::ParameterWireName, Some(old), Some(new));
    comparison.note(event.texts(text(old.1), text(new.1)).source(source));
}

/// What becomes of what an argument is given by: a setter that is gone or an argument more breaks a call.
fn given(comparison: &Comparison<'_>, pair: &Pair<'_>, signature: Source) -> Source {
    let accepts = comparison.accepts(pair.old.1, pair.new.1);
    match (pair.old.1.fact(Fact::Given), pair.new.1.fact(Fact::Given)) {
        ("setter", "setter") => unless(accepts && own(pair.old) == own(pair.new)),
        ("not", "not" | "setter") => Source::Same,
        ("argument", "argument") => unless(accepts || signature != Source::Breaks),
        (_, _) => Source::Breaks,
    }
}

fn one<'s>(comparison: &mut Comparison<'s>, pair: &Pair<'s>, signature: Source) {
    let (old, new) = (pair.old, pair.new);
    let mut source = given(comparison, pair, signature);
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    let mut note = |comparison: &mut Comparison<'s>, event: Event<'s>| {
        comparison.note(event.source(source));
        // The first change of an item says what becomes of programs.
        source = Source::Same;
    };
    let is_credential = old.1.fact(Fact::In) == "credential";
    if is_credential {
        if own(old) != own(new) {
            note(
                comparison,
                event(Rule::ParameterRenamed, Fact::Wire).texts(own(old), own(new)),
            );
        }
        return;
    }
    if old.1.fact(Fact::In) != new.1.fact(Fact::In) {
        note(comparison, event(Rule::ParameterMoved, Fact::In));
    } else if old.1.fact(Fact::In) == "path" && old.1.fact(Fact::Wire) != new.1.fact(Fact::Wire) {
        note(comparison, event(Rule::ParameterPathName, Fact::Wire));
    } else if own(old) != own(new) {
        note(
            comparison,
            event(Rule::ParameterRenamed, Fact::Wire).texts(own(old), own(new)),
        );
    }
    match (old.1.is(Fact::Required), new.1.is(Fact::Required)) {
        (false, true) => note(comparison, event(Rule::ParameterRequired, Fact::Required)),
        (true, false) => note(comparison, event(Rule::ParameterOptional, Fact::Required)),
        (true, true) | (false, false) => {}
    }
    if !comparison.same_type(old.1, new.1) {
        let (before, after) = (old.1.fact(Fact::Type), new.1.fact(Fact::Type));
        match old.1.fact(Fact::In) {
            // Its representations say what is on the wire.
            "body" if comparison.accepts(old.1, new.1) => {}
            // The alias that both name means something else, which is said of it.
            _ if before == after => {}
            "body" => note(comparison, event(Rule::BodyType, Fact::Type)),
            _ => {
                let (sent, received) = comparison.exchange(old, new);
                note(comparison, event(Rule::ParameterType, Fact::Type).wire(sent, received));
            }
        }
    }
    if old.1.fact(Fact::Style) != new.1.fact(Fact::Style) && old.1.fact(Fact::In) == new.1.fact(Fact::In) {
        note(comparison, event(Rule::ParameterStyle, Fact::Style));
    }
    limits::nullable(comparison, old, new);
    limits::facts(comparison, old, new);
}

fn removed<'s>(comparison: &mut Comparison<'s>, argument: Named<'s>, signature: Source) {
    let (is_required, given) = (argument.1.is(Fact::Required), argument.1.fact(Fact::Given));
    let source = match given {
        "not" => Source::Same,
        "argument" => unless(signature != Source::Breaks),
        _ => Source::Breaks,
    };
    let wire = Wire {
        old_breaks: argument.1.fact(Fact::In) == "body",
        new_breaks: is_required,
    };
    let event = Event::new(Rule::ParameterRemoved, Some(argument), None);
    comparison.note(event.source(source).wire(wire, wire));
}

fn added<'s>(comparison: &mut Comparison<'s>, argument: Named<'s>, signature: Source) {
    if argument.1.fact(Fact::In) == "credential" {
        // What is needed is a fact of the operation.
        return;
    }
    let rule = match argument.1.is(Fact::Required) {
        true => Rule::ParameterAddedRequired,
        false => Rule::ParameterAdded,
    };
    let source = match argument.1.fact(Fact::Given) {
        "argument" => unless(signature != Source::Breaks),
        _ => Source::Same,
    };
    comparison.note(Event::new(rule, None, Some(argument)).source(source));
}

/// The arguments of a call in order.
fn positional<'s>(side: &super::side::Side<'s>, owner: Named<'s>) -> Vec<Named<'s>> {
    let names = owner.1.fact(Fact::Takes).split(", ").filter(|name| !name.is_empty());
    let found = names.filter_map(|name| {
        let mut all = side.parts(owner.0, Kind::Argument);
        all.find(|argument| own(*argument) == name)
    });
    found.collect()
}

/// What becomes of a call, by the arguments that it gives in order.
pub(super) fn signature<'s>(comparison: &Comparison<'s>, old: Named<'s>, new: Named<'s>) -> Source {
    let (before, after) = (positional(&comparison.old, old), positional(&comparison.new, new));
    let fits = before.len() == after.len();
    let mut pairs = before.iter().zip(&after);
    if !fits || !pairs.all(|(before, after)| comparison.accepts(before.1, after.1)) {
        return Source::Breaks;
    }
    let identity = |(before, after): (&Named<'s>, &Named<'s>)| {
        comparison.old.identity(old.0, before.0, before.1) == comparison.new.identity(new.0, after.0, after.1)
            || own(*before) == own(*after) && before.1.fact(Fact::Wire) == after.1.fact(Fact::Wire)
    };
    match before.iter().zip(&after).all(identity) {
        true => Source::Same,
        false => Source::MeansOther,
    }
}

/// The order alone, where the arguments are the same or a call still compiles.
fn order<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>, signature: Source) {
    let all = |side: &super::side::Side<'s>, owner: Named<'s>| -> Vec<String> {
        let arguments = positional(side, owner).into_iter();
        arguments
            .map(|(name, item)| side.identity(owner.0, name, item).into_owned())
            .collect()
    };
    let (before, after) = (all(&comparison.old, old), all(&comparison.new, new));
    let (mut sorted_before, mut sorted_after) = (before.clone(), after.clone());
    sorted_before.sort();
    sorted_after.sort();
    let is_turned = before != after && sorted_before == sorted_after;
    if signature == Source::MeansOther || is_turned {
        let event = Event::new(Rule::ArgumentsReordered, Some(old), Some(new));
        comparison.note(
            event
                .texts(old.1.fact(Fact::Takes), new.1.fact(Fact::Takes))
                .source(signature),
        );
    }
}
