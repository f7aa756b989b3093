//! Values of enumerations and variants of unions.

use super::event::{Comparison, Event, Named};
use super::limits;
use super::rules::Rule;
use super::side::first_of_each;
use crate::surface::{Fact, Kind, own_name};
use std::collections::BTreeSet;

pub(super) fn compare<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Variant).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Variant).collect();
    let own = |variant: Named<'s>| own_name(variant.0, Kind::Variant);
    let identities = after
        .iter()
        .map(|other| (comparison.new.identity(new.0, other.0, other.1), *other));
    let of_identity = first_of_each(identities);
    let of_name = first_of_each(after.iter().map(|other| (own(*other), *other)));
    let mut matched: BTreeSet<&str> = BTreeSet::new();
    for variant in &before {
        let identity = comparison.old.identity(old.0, variant.0, variant.1);
        let by_wire = of_identity.get(&identity);
        let by_name = of_name.get(own(*variant));
        let event = |rule, other: Named<'s>| Event::new(rule, Some(*variant), Some(other));
        match (by_wire, by_name) {
            (Some(same), None) => {
                matched.insert(same.0);
                comparison.note(event(Rule::ValueRenamed, *same).texts(own(*variant), own(*same)));
                both(comparison, *variant, *same);
            }
            (Some(same), Some(named)) => {
                matched.insert(same.0);
                if same.0 != named.0 {
                    means_other(comparison, *variant, *named);
                }
                both(comparison, *variant, *same);
            }
            (None, Some(named)) => {
                matched.insert(named.0);
                means_other(comparison, *variant, *named);
                both(comparison, *variant, *named);
            }
            (None, None) => comparison.note(Event::new(Rule::ValueRemoved, Some(*variant), None)),
        }
    }
    for variant in after.iter().filter(|variant| !matched.contains(variant.0)) {
        comparison.note(Event::new(Rule::ValueAdded, None, Some(*variant)));
    }
}

/// A name that is another value, or a variant that is chosen by other tags.
fn means_other<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let (before, after) = (tags(old), tags(new));
    if !before.is_empty() && !after.is_empty() && before.is_disjoint(&after) {
        let event = Event::new(Rule::ValueMeansOther, Some(old), Some(new));
        comparison.note(event.texts(old.1.fact(Fact::Wire), new.1.fact(Fact::Wire)));
    }
}

/// The values that choose a variant: one for an enumeration, any number for a union.
fn tags<'s>(variant: Named<'s>) -> BTreeSet<&'s str> {
    let tags = variant.1.fact(Fact::Wire).split(", ");
    tags.filter(|tag| !tag.is_empty()).collect()
}

/// Tags by which a variant is no longer chosen, or newly.
fn changed_tags<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let (before, after) = (tags(old), tags(new));
    let list = |tags: Vec<&str>| tags.join(", ");
    let lost = list(before.difference(&after).copied().collect());
    let gained = list(after.difference(&before).copied().collect());
    if before.is_disjoint(&after) {
        means_other(comparison, old, new);
    } else if !lost.is_empty() {
        comparison.note(Event::new(Rule::TagRemoved, Some(old), Some(new)).texts(lost, ""));
    } else if !gained.is_empty() {
        comparison.note(Event::new(Rule::TagAdded, Some(old), Some(new)).texts("", gained));
    }
}

fn both<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    limits::deprecated(comparison, old, new);
    if old.1.facts.contains_key(&Fact::Type) {
        changed_tags(comparison, old, new);
    }
    if !comparison.same_type(old.1, new.1) {
        let (sent, received) = comparison.exchange(old, new);
        let event = Event::new(Rule::VariantType, Some(old), Some(new));
        let event = event.texts(old.1.fact(Fact::Type), new.1.fact(Fact::Type));
        comparison.note(event.wire(sent, received));
    }
}
