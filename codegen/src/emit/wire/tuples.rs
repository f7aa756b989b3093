//! Wire code of tuples: a line for each item.

use super::objects::integer;
use super::scope::Scope;
use crate::emit::writer::{Fixed, Lines, code};
use crate::plan::{TuplePlan, TypePlan};

/// The wire code of a tuple.
pub(super) fn tuple_code(scope: &Scope<'_>, ty: &TypePlan<'_>, plan: &TuplePlan<'_>) -> Lines {
    let tuple = plan.source;
    let items = plan.elements.iter().chain(&plan.rest).enumerate();
    let lines: Lines = items
        .map(|(place, item)| {
            let kind = match place {
                _ if place < tuple.required => "required",
                _ if place < tuple.elements.len() => "optional",
                _ => "rest",
            };
            code!("$: $$", place, Fixed(kind), integer(scope, item))
        })
        .collect();
    let closed = (tuple.rest.is_none() && !ty.usage.received).then_some(Fixed(" closed"));
    let head = code!("$ $$", scope.direction(ty), scope.own(ty), closed);
    Lines::of_macro("tuple", head, lines)
}
