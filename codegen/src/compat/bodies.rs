//! What an operation sends and receives: media types, statuses, and the types of their bodies.

use super::event::{Comparison, Event, Named, unless};
use super::limits;
use super::rules::{Rule, Source};
use crate::surface::{Fact, Kind};

pub(super) fn compare<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    requests(comparison, old, new);
    responses(comparison, old, new);
}

fn requests<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Request).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Request).collect();
    if before.is_empty() || after.is_empty() {
        // The body itself is new or gone, which its argument says.
        return;
    }
    let same = |one: &Named<'_>, other: &Named<'_>| one.1.fact(Fact::MediaType) == other.1.fact(Fact::MediaType);
    for request in &before {
        match after.iter().find(|other| same(request, other)) {
            Some(other) => one_request(comparison, *request, *other),
            None => comparison.note(Event::new(Rule::RequestRemoved, Some(*request), None)),
        }
    }
    for request in after
        .iter()
        .filter(|request| !before.iter().any(|other| same(request, other)))
    {
        comparison.note(Event::new(Rule::RequestAdded, None, Some(*request)));
    }
}

/// Whether the type is another one, and nothing else says so.
fn is_other<'s>(comparison: &Comparison<'s>, old: Named<'s>, new: Named<'s>) -> bool {
    !comparison.is_of_alias(old, new, Fact::Type) && !comparison.same_type(old.1, new.1)
}

fn one_request<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let event = |rule, fact| Event::new(rule, Some(old), Some(new)).texts(old.1.fact(fact), new.1.fact(fact));
    if is_other(comparison, old, new) {
        let (sent, received) = comparison.exchange(old, new);
        comparison.note(event(Rule::RequestType, Fact::Type).wire(sent, received));
    }
    if old.1.fact(Fact::Style) != new.1.fact(Fact::Style) {
        comparison.note(event(Rule::RequestEncoding, Fact::Style));
    }
    limits::limits(comparison, old, new);
}

fn responses<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Response).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Response).collect();
    let status = |one: &Named<'s>| -> &'s str { one.1.fact(Fact::Status) };
    let same = |one: &Named<'_>, other: &Named<'_>| {
        one.1.fact(Fact::Status) == other.1.fact(Fact::Status)
            && one.1.fact(Fact::MediaType) == other.1.fact(Fact::MediaType)
    };
    for response in &before {
        let source = outcomes(comparison, old, new, status(response));
        let known = after.iter().any(|other| status(other) == status(response));
        let event = match (after.iter().find(|other| same(response, other)), known) {
            (Some(other), _) => {
                one_response(comparison, *response, *other, source);
                continue;
            }
            (None, true) => Event::new(Rule::ResponseMediaRemoved, Some(*response), None),
            (None, false) => Event::new(Rule::ResponseRemoved, Some(*response), None),
        };
        comparison.note(event.source(source));
    }
    for response in after
        .iter()
        .filter(|response| !before.iter().any(|other| same(response, other)))
    {
        let known = before.iter().any(|other| status(other) == status(response));
        let rule = if known {
            Rule::ResponseMediaAdded
        } else {
            Rule::ResponseAdded
        };
        let source = outcomes(comparison, old, new, status(response));
        comparison.note(Event::new(rule, None, Some(*response)).source(source));
    }
}

fn one_response<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>, source: Source) {
    if is_other(comparison, old, new) {
        let (sent, received) = comparison.exchange(old, new);
        let event = Event::new(Rule::ResponseType, Some(old), Some(new));
        let event = event.texts(old.1.fact(Fact::Type), new.1.fact(Fact::Type));
        comparison.note(event.source(source).wire(sent, received));
    }
}

/// What becomes of programs that look at the variants of a status: in `Failure`, and in `Success` where that stays an enumeration.
fn outcomes<'s>(comparison: &Comparison<'s>, old: Named<'s>, new: Named<'s>, status: &str) -> Source {
    let module = |operation: Named<'s>| operation.1.fact(Fact::Module);
    let mut kept = true;
    for own in ["Success", "Failure"] {
        let (from, to) = (format!("{}::{own}", module(old)), format!("{}::{own}", module(new)));
        if comparison.old.item(&from).is_none() || comparison.new.item(&to).is_none() {
            // Then the type of a success is another one, which is said of the operation.
            continue;
        }
        for (name, variant) in comparison.old.parts(&from, Kind::Variant) {
            let own = crate::surface::own_name(name, Kind::Variant);
            let after = comparison.new.item(&format!("{to}::{own}"));
            let same = after.is_some_and(|after| comparison.same_type(variant, after));
            kept &= same || variant.fact(Fact::Wire) != status;
        }
    }
    unless(kept)
}
