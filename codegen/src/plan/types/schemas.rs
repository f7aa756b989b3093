//! Which assertions emitted code uses.

use super::constraints::Checked;
use crate::ir::{Api, Assertion, AssertionId};

/// The assertions that emitted code uses, and all that these refer to.
pub(super) fn used(api: &Api, checked: &[Checked<'_>]) -> Vec<AssertionId> {
    let asserted = checked.iter().flat_map(|checked| &checked.checks.assertions);
    let mut open: Vec<AssertionId> = asserted.copied().collect();
    let mut found: Vec<AssertionId> = Vec::new();
    while let Some(id) = open.pop() {
        if !found.contains(&id) {
            found.push(id);
            open.extend(targets(&api.assertions[id]));
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
