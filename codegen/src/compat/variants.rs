//! Values of enumerations and variants of unions.

use super::event::{Comparison, Event, Named};
use super::limits;
use super::rules::Rule;
use super::types::wire;
use crate::surface::{Fact, Kind, own_name};

pub(super) fn compare<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    let before: Vec<Named<'s>> = comparison.old.parts(old.0, Kind::Variant).collect();
    let after: Vec<Named<'s>> = comparison.new.parts(new.0, Kind::Variant).collect();
    let own = |variant: Named<'s>| own_name(variant.0, Kind::Variant);
    let mut matched: Vec<&str> = Vec::new();
    for variant in &before {
        let identity = comparison.old.identity(old.0, variant.0, variant.1);
        let by_wire = after
            .iter()
            .find(|other| comparison.new.identity(new.0, other.0, other.1) == identity);
        let by_name = after.iter().find(|other| own(**other) == own(*variant));
        let event = |rule, other: Named<'s>| Event::new(rule, Some(*variant), Some(other));
        let other_wire = |comparison: &mut Comparison<'s>, other: Named<'s>| {
            let texts = (variant.1.fact(Fact::Wire), other.1.fact(Fact::Wire));
            if !texts.0.is_empty() && texts.0 != texts.1 {
                comparison.note(event(Rule::ValueMeansOther, other).texts(texts.0, texts.1));
            }
        };
        match (by_wire, by_name) {
            (Some(same), None) => {
                matched.push(same.0);
                comparison.note(event(Rule::ValueRenamed, *same).texts(own(*variant), own(*same)));
                both(comparison, *variant, *same);
            }
            (Some(same), Some(named)) => {
                matched.push(same.0);
                if same.0 != named.0 {
                    other_wire(comparison, *named);
                }
                both(comparison, *variant, *same);
            }
            (None, Some(named)) => {
                matched.push(named.0);
                other_wire(comparison, *named);
                both(comparison, *variant, *named);
            }
            (None, None) => comparison.note(Event::new(Rule::ValueRemoved, Some(*variant), None)),
        }
    }
    for variant in after.iter().filter(|variant| !matched.contains(&variant.0)) {
        comparison.note(Event::new(Rule::ValueAdded, None, Some(*variant)));
    }
}

fn both<'s>(comparison: &mut Comparison<'s>, old: Named<'s>, new: Named<'s>) {
    limits::deprecated(comparison, old, new);
    if !comparison.same_type(old.1, new.1) {
        let (sent, received) = wire(comparison, old, new);
        let event = Event::new(Rule::VariantType, Some(old), Some(new));
        let event = event.texts(old.1.fact(Fact::Type), new.1.fact(Fact::Type));
        comparison.note(event.wire(sent, received));
    }
}
