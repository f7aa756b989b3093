//! Properties: the fields of structs, and the constructors that ask for them.

use super::event::{Comparison, Event, Named, unless};
use super::limits;
use super::rules::{Rule, Source, Wire};
use super::side::{Side, first_of_each};
use crate::surface::{Fact, Kind, own_name};
use std::collections::BTreeSet;

pub(super) fn compare<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let constructor = constructor(comparison, old, new);
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Field).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Field).collect();
    let wire = |field: &Named<'s>| -> &'s str { field.1.fact(Fact::Wire) };
    let of_wire = first_of_each(after.iter().map(|other| (wire(other), *other)));
    let of_name = first_of_each(after.iter().map(|other| (own(*other), *other)));
    let known: BTreeSet<&str> = before.iter().map(wire).collect();
    let mut matched: BTreeSet<&str> = BTreeSet::new();
    let mut said = false;
    for field in &before {
        let by_wire = of_wire.get(wire(field));
        let by_name = of_name.get(own(*field));
        match (by_wire, by_name) {
            (Some(same), taken) => {
                matched.insert(same.0);
                if let Some(taken) = taken.filter(|taken| taken.0 != same.0) {
                    wire_name(comparison, *field, *taken);
                }
                said |= one(comparison, *field, *same, constructor);
            }
            (None, Some(other)) if !known.contains(wire(other)) => {
                matched.insert(other.0);
                wire_name(comparison, *field, *other);
            }
            (None, Some(other)) => wire_name(comparison, *field, *other),
            (None, None) => {
                removed(comparison, *field);
                said |= field.1.fact(Fact::Given) == "argument";
            }
        }
    }
    for field in after.iter().filter(|field| !matched.contains(field.0)) {
        said |= field.1.fact(Fact::Given) == "argument";
        added(comparison, *field, constructor);
    }
    // Where it takes the same names, the type of one is another, which is said of that type.
    let takes_other = old.1.fact(Fact::Takes) != new.1.fact(Fact::Takes);
    if constructor == Source::MeansOther || (constructor == Source::Breaks && !said && takes_other) {
        let event = Event::new(Rule::ConstructorChanged, Some(old), Some(new));
        comparison.note(
            event
                .texts(old.1.fact(Fact::Takes), new.1.fact(Fact::Takes))
                .source(constructor),
        );
    }
}

fn own(field: Named<'_>) -> &str {
    own_name(field.0, Kind::Field)
}

/// What becomes of programs that read a field, give it to the constructor, or set it.
fn source(comparison: &Comparison<'_>, old: Named<'_>, new: Named<'_>, constructor: Source) -> Source {
    let is_hidden = !old.1.facts.contains_key(&Fact::Type);
    let same = is_hidden || (own(old) == own(new) && comparison.same_type(old.1, new.1));
    let given = match (old.1.fact(Fact::Given), new.1.fact(Fact::Given)) {
        ("setter", "setter" | "") | ("argument", "" | "argument") | ("", _) => true,
        ("argument", _) | (_, "argument") => constructor != Source::Breaks,
        ("setter", _) => false,
        (_, _) => true,
    };
    unless(same && given)
}

/// Says whether anything was noted that breaks a constructor.
fn one<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>, constructor: Source) -> bool {
    let verdict = source(comparison, old, new, constructor);
    let before = comparison.changes.len();
    let mut left = verdict;
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    let mut note = |comparison: &mut Comparison<'s>, event: Event<'s>| {
        comparison.note(event.source(left));
        // The first change of an item says what becomes of programs.
        left = Source::Same;
    };
    if own(old) != own(new) {
        note(
            comparison,
            event(Rule::PropertyRenamed, Fact::Wire).texts(own(old), own(new)),
        );
    }
    if is_other_type(comparison, old, new) {
        let (sent, received) = comparison.exchange(old, new);
        let what = |(_, item): Named<'s>| match item.fact(Fact::Type) {
            "" => format!("always {}", item.fact(Fact::Constant)),
            ty => ty.to_owned(),
        };
        let event = event(Rule::PropertyType, Fact::Type).texts(what(old), what(new));
        note(comparison, event.wire(sent, received));
    }
    match (old.1.is(Fact::Required), new.1.is(Fact::Required)) {
        (false, true) => note(comparison, event(Rule::PropertyRequired, Fact::Required)),
        (true, false) => note(comparison, event(Rule::PropertyOptional, Fact::Required)),
        (true, true) | (false, false) => {}
    }
    if old.1.fact(Fact::Access) != new.1.fact(Fact::Access) {
        note(comparison, event(Rule::PropertyAccess, Fact::Access));
    }
    limits::nullable(comparison, old, new);
    limits::facts(comparison, old, new);
    verdict == Source::Breaks && comparison.changes.len() > before
}

/// Whether the type of the value is another one, presence apart.
fn is_other_type(comparison: &Comparison<'_>, old: Named<'_>, new: Named<'_>) -> bool {
    if old.1.facts.contains_key(&Fact::Type) && old.1.fact(Fact::Type) == new.1.fact(Fact::Type) {
        // What both name is another type, if anything; that is said of it.
        return false;
    }
    let is_same = |fact| old.1.fact(fact) == new.1.fact(fact);
    // Where presence is the same, what is around the value says which way it travels: no other change says it.
    let says_presence = !(is_same(Fact::Required) && is_same(Fact::Nullable) && is_same(Fact::Access));
    let bare = |side: &Side<'_>, (_, item): Named<'_>| {
        let ty = side.ty(item);
        if !says_presence {
            return ty;
        }
        let inside = |outer: &str| Some(ty.strip_prefix(outer)?.strip_suffix('>')?.to_owned());
        inside("Option<")
            .or_else(|| inside("Field<"))
            .unwrap_or_else(|| ty.clone())
    };
    bare(&comparison.old, old) != bare(&comparison.new, new)
}

fn wire_name<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let source = match comparison.same_type(old.1, new.1) {
        true => Source::MeansOther,
        false => Source::Breaks,
    };
    let event = Event::new(Rule::PropertyWireName, Some(old), Some(new));
    comparison.note(
        event
            .texts(old.1.fact(Fact::Wire), new.1.fact(Fact::Wire))
            .source(source),
    );
}

fn removed<'s>(comparison: &mut Comparison<'s>, field: Named<'s>) {
    let is_required = field.1.is(Fact::Required);
    let source = unless(!field.1.facts.contains_key(&Fact::Type));
    let sent = Wire {
        old_breaks: false,
        new_breaks: is_required,
    };
    let received = Wire {
        old_breaks: is_required,
        new_breaks: false,
    };
    comparison.note(
        Event::new(Rule::PropertyRemoved, Some(field), None)
            .source(source)
            .wire(sent, received),
    );
}

fn added<'s>(comparison: &mut Comparison<'s>, field: Named<'s>, constructor: Source) {
    let rule = match field.1.is(Fact::Required) {
        true => Rule::PropertyAddedRequired,
        false => Rule::PropertyAdded,
    };
    let source = match field.1.fact(Fact::Given) {
        "argument" => unless(constructor != Source::Breaks),
        _ => Source::Same,
    };
    comparison.note(Event::new(rule, None, Some(field)).source(source));
}

/// What the constructor asks for: the fields, and whether they are given by their names in a struct.
fn asked<'s>(side: &Side<'s>, ty: Named<'s>) -> Option<(bool, Vec<Named<'s>>)> {
    let takes = ty.1.facts.get(&Fact::Takes)?;
    let (by_name, list) = match takes.split_once(" {") {
        Some((_, list)) => (true, list.trim_end_matches('}').trim()),
        None => (false, takes.as_str()),
    };
    let names = list.split(", ").filter(|name| !name.is_empty());
    let fields = names.filter_map(|name| {
        let mut all = side.parts(ty.0, Kind::Field);
        all.find(|field| own(*field) == name)
    });
    Some((by_name, fields.collect()))
}

/// What becomes of programs that make a value.
fn constructor<'s>(comparison: &Comparison<'s>, old: Named<'s>, new: Named<'s>) -> Source {
    let (before, after) = match (asked(&comparison.old, old), asked(&comparison.new, new)) {
        (None, _) => return Source::Same,
        (Some(_), None) => return Source::Breaks,
        (Some(before), Some(after)) => (before, after),
    };
    let by_name = before.0;
    if before.1.len() != after.1.len() || by_name != after.0 {
        return Source::Breaks;
    }
    let same = |one: &Named<'s>, other: &Named<'s>| match by_name {
        true => own(*one) == own(*other),
        false => one.1.fact(Fact::Wire) == other.1.fact(Fact::Wire),
    };
    if by_name {
        let named = |one: &Named<'s>| {
            let mut others = after.1.iter();
            others.any(|other| same(one, other) && comparison.same_type(one.1, other.1))
        };
        return unless(before.1.iter().all(named));
    }
    let mut pairs = before.1.iter().zip(&after.1);
    if !pairs.all(|(one, other)| comparison.accepts(one.1, other.1)) {
        return Source::Breaks;
    }
    let means_same = before.1.iter().zip(&after.1).all(|(one, other)| same(one, other));
    if means_same { Source::Same } else { Source::MeansOther }
}
