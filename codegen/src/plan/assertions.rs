//! Which assertions emitted code uses.

use super::Plan;
use crate::ir::{Assertion, AssertionId, Check, Shape, Type, TypeRef};
use crate::pass::each_use;

/// The assertions that emitted code uses, and all that these refer to.
pub(super) fn used(plan: &Plan<'_>) -> Vec<AssertionId> {
    let api = plan.api;
    let mut open: Vec<AssertionId> = Vec::new();
    for (def, ty) in api.types.iter().zip(&plan.types) {
        // Nothing is emitted for an alias but its name: who uses it has its checks.
        let is_checked = ty.as_ref().is_some_and(|ty| ty.usage.sent) && !matches!(def.shape, Shape::Alias(_));
        if !is_checked {
            continue;
        }
        asserted(&def.checks, &mut open);
        each_use(&def.shape, &mut |ty| of_use(plan, ty, &mut open));
        if let Shape::Newtype(newtype) = &def.shape {
            asserted(&newtype.checks, &mut open);
        }
    }
    for operation in &api.operations {
        let params = operation.params.iter().map(|param| &param.ty);
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        for ty in params.chain(contents.filter_map(|content| content.ty.as_ref())) {
            of_use(plan, ty, &mut open);
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

fn asserted(checks: &[Check], open: &mut Vec<AssertionId>) {
    open.extend(checks.iter().filter_map(|check| match check {
        Check::Assert(id) => Some(*id),
        _ => None,
    }));
}

/// What is asserted of a value, of what it holds, and by the aliases on the way.
fn of_use(plan: &Plan<'_>, ty: &TypeRef, open: &mut Vec<AssertionId>) {
    let (resolved, uses) = plan.resolved(ty);
    for used in uses {
        asserted(&used.checks, open);
    }
    if let Type::Array(item) | Type::Map(item) = resolved {
        of_use(plan, item, open);
    }
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
