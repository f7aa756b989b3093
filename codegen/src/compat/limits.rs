//! What all items with values have: limits, defaults, constants, `null`, deprecation.

use super::event::{Comparison, Event, Named, unless};
use super::rules::{Rule, Wire};
use crate::number::Number;
use crate::surface::Fact;
use std::collections::BTreeSet;

/// The changes of limits, each keyword by itself.
pub(super) fn limits<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let keywords: BTreeSet<&String> = old.1.limits.keys().chain(new.1.limits.keys()).collect();
    for keyword in keywords {
        let (before, after) = (old.1.limits.get(keyword), new.1.limits.get(keyword));
        if let Some(rule) = rule(keyword, before.map(String::as_str), after.map(String::as_str)) {
            let text = |value: Option<&String>| match value {
                Some(value) => format!("{keyword}: {value}"),
                None => format!("no {keyword}"),
            };
            comparison.note(Event::new(rule, Some(old), Some(new)).texts(text(before), text(after)));
        }
    }
}

fn rule(keyword: &str, before: Option<&str>, after: Option<&str>) -> Option<Rule> {
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Rule::LimitTightened),
        (Some(_), None) => return Some(Rule::LimitLoosened),
        (Some(before), Some(after)) if before == after => return None,
        (Some(before), Some(after)) => (before, after),
    };
    let keyword = keyword.rsplit('.').next().unwrap_or(keyword).to_ascii_lowercase();
    let number = |text: &str| Number::new(text).as_f64();
    let grows = number(after).zip(number(before)).map(|(after, before)| after > before);
    Some(match (keyword.contains("min"), keyword.contains("max"), grows) {
        (true, false, Some(true)) | (false, true, Some(false)) => Rule::LimitTightened,
        (true, false, Some(false)) | (false, true, Some(true)) => Rule::LimitLoosened,
        // A pattern that is another one may allow more, less or something else.
        (_, _, _) => Rule::LimitChanged,
    })
}

/// The changes of facts that mean the same for properties and parameters.
pub(super) fn facts<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    for (fact, rule) in [
        (Fact::Default, Rule::DefaultChanged),
        (Fact::Constant, Rule::ConstantChanged),
    ] {
        let (before, after) = (old.1.fact(fact), new.1.fact(fact));
        // A constant that comes or goes is another type.
        if before != after && (fact == Fact::Default || !(before.is_empty() || after.is_empty())) {
            comparison.note(Event::new(rule, Some(old), Some(new)).texts(before, after));
        }
    }
    deprecated(comparison, old, new);
    limits(comparison, old, new);
}

/// That an item became deprecated.
pub(super) fn deprecated<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    if new.1.is(Fact::Deprecated) && !old.1.is(Fact::Deprecated) {
        comparison.note(Event::new(Rule::Deprecated, Some(old), Some(new)));
    }
}

/// Whether a value may be null now, or no longer. Says whether there was a change.
pub(super) fn nullable<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) -> bool {
    let source = unless(comparison.same_type(old.1, new.1));
    let (before, after) = (old.1.is(Fact::Nullable), new.1.is(Fact::Nullable));
    // A client that holds an `Option` reads null as absent, and leaves it out unless it must be there.
    let holds_option = |(_, item): Named<'s>| item.fact(Fact::Type).starts_with("Option<");
    let sends_null = |(_, item): Named<'s>| {
        item.fact(Fact::Type).starts_with("Field<") || (holds_option(("", item)) && item.is(Fact::Required))
    };
    let breaks = |old_breaks, new_breaks| Wire { old_breaks, new_breaks };
    let event = match (before, after) {
        (false, true) => {
            let event = Event::new(Rule::Nullable, Some(old), Some(new));
            event.wire(breaks(false, sends_null(new)), breaks(!holds_option(old), false))
        }
        (true, false) => {
            let event = Event::new(Rule::NotNullable, Some(old), Some(new));
            event.wire(breaks(sends_null(old), false), breaks(false, !holds_option(new)))
        }
        (true, true) | (false, false) => return false,
    };
    comparison.note(event.source(source));
    true
}
