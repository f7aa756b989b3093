//! Which assertions emitted code uses.

use super::Plan;
use crate::ir::{Assertion, AssertionId, Check, Shape};
use crate::pass::{each_use, parts};

/// The assertions that emitted code uses, and all that these refer to.
pub(super) fn used(plan: &Plan<'_>) -> Vec<AssertionId> {
    let api = plan.api;
    let mut open: Vec<AssertionId> = Vec::new();
    let mut note = |checks: &[Check]| {
        open.extend(checks.iter().filter_map(|check| match check {
            Check::Assert(id) => Some(*id),
            _ => None,
        }));
    };
    for (index, def) in api.types.iter().enumerate() {
        if plan.types[index].as_ref().is_none_or(|ty| !ty.usage.sent) {
            continue;
        }
        note(&def.checks);
        each_use(&def.shape, &mut |ty| parts(ty, &mut |part| note(&part.checks)));
        if let Shape::Newtype(newtype) = &def.shape {
            note(&newtype.checks);
        }
    }
    for operation in &api.operations {
        for param in &operation.params {
            parts(&param.ty, &mut |part| note(&part.checks));
        }
        for ty in operation
            .body
            .iter()
            .flat_map(|body| &body.contents)
            .filter_map(|content| content.ty.as_ref())
        {
            parts(ty, &mut |part| note(&part.checks));
        }
    }
    let mut found: Vec<AssertionId> = Vec::new();
    while let Some(id) = open.pop() {
        if !found.contains(&id) {
            found.push(id);
            open.extend(targets(&api.assertions[id.index()]));
        }
    }
    found.sort();
    found
}

/// What a schema refers to.
fn targets(assertion: &Assertion) -> Vec<AssertionId> {
    let single = [
        assertion.reference,
        assertion.additional_properties,
        assertion.unevaluated_properties,
        assertion.property_names,
        assertion.items,
        assertion.unevaluated_items,
        assertion.contains,
        assertion.not,
        assertion.condition,
        assertion.consequence,
        assertion.alternative,
    ];
    let named = assertion
        .properties
        .iter()
        .chain(&assertion.pattern_properties)
        .chain(&assertion.dependent_schemas);
    let lists = [
        &assertion.all_of,
        &assertion.any_of,
        &assertion.one_of,
        &assertion.prefix_items,
    ];
    single
        .into_iter()
        .flatten()
        .chain(named.map(|(_, id)| *id))
        .chain(lists.into_iter().flatten().copied())
        .collect()
}
