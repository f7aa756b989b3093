//! Equal failures are one enumeration, as equal inline schemas are one type: the first operation defines it, the others have names for it.
//!
//! Nearly all operations of an API fail alike, and an enumeration with its traits costs the compiler as much as a struct. Only
//! operations with the same tags share, since their features are on together, and a small client has none that do, so that the
//! definition of one operation does not move for another.

use super::OperationPlan;
use super::contents::ResponseBody;
use crate::arena::Arena;
use crate::config::Join;
use crate::ir::{Api, Operation, OperationId};
use crate::plan::names::{Ident, Item};
use crate::plan::types::Types;
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// All that code and readers see of failures, and the tags that they are compiled with.
#[derive(PartialEq, Eq, Hash)]
struct Seen<'a> {
    tags: BTreeSet<&'a str>,
    variants: Vec<(Ident, ResponseBody, String, Option<&'a str>)>,
}

pub(super) fn share(api: &Api, types: &Types<'_>, join: Join, plans: &mut Arena<OperationId, OperationPlan>) {
    let shares = match join {
        Join::Never => false,
        Join::Auto => api.has_many_operations(),
        Join::Always => true,
    };
    if !shares {
        return;
    }
    let mut firsts = IndexMap::new();
    for plan in plans.iter_mut() {
        let own = plan.item(Item::Failure);
        let first = firsts
            .entry(seen(&api.operations[plan.id], types, plan))
            .or_insert_with(|| own.clone());
        plan.responses.failure.same_as = (*first != own).then(|| first.clone());
    }
}

fn seen<'a>(operation: &'a Operation, types: &Types<'_>, plan: &OperationPlan) -> Seen<'a> {
    let variants = plan.responses.failure.variants.iter().map(|variant| {
        let response = operation
            .responses
            .iter()
            .find(|response| response.status == variant.status);
        let description = response.and_then(|response| response.docs.description.as_deref());
        let status = format!("{:?}", variant.status);
        (variant.name.clone(), variant.body.canonical(types), status, description)
    });
    Seen {
        tags: operation.tags.iter().map(String::as_str).collect(),
        variants: variants.collect(),
    }
}
