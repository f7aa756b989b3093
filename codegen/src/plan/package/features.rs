//! What only webhooks and callbacks use. In a crate with a feature for each tag it stands behind a feature of its own:
//! a client that receives no events does not pay for their types.

use crate::ir::{Check, Type, TypeId, each_use, parts};
use crate::plan::{Folder, ModuleId, Plan};
use std::collections::BTreeSet;

/// The cargo feature of webhooks and callbacks.
pub const WEBHOOKS: &str = "webhooks";

/// What is compiled for webhooks only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventsOnly {
    /// Modules of events, and of components that no operation reaches.
    pub modules: BTreeSet<ModuleId>,
    /// Patterns that only the types of these modules have.
    pub patterns: BTreeSet<String>,
}

/// Finds it; nothing where tags are no features, or where there is nothing but events.
pub(in crate::plan) fn events_only(plan: &Plan<'_>) -> EventsOnly {
    if plan.tags.is_none() || plan.api.events.is_empty() || plan.api.operations.is_empty() {
        return EventsOnly::default();
    }
    let mut always: BTreeSet<ModuleId> = BTreeSet::new();
    let called = |(index, def): (usize, &crate::ir::TypeDef)| def.usage.called.then_some(TypeId(index as u32));
    let mut open: Vec<TypeId> = plan.api.types.iter().enumerate().filter_map(called).collect();
    // Whatever stands in the same module as a type that is always there is always there too, with all that it uses.
    while let Some(id) = open.pop() {
        let Some(ty) = plan.ty(id) else { continue };
        if !always.insert(ty.module) {
            continue;
        }
        for id in &plan.module(ty.module).types {
            each_use(&plan.api.types[*id].shape, &mut |used| {
                parts(used, &mut |part| {
                    if let Type::Named { id, .. } = part.ty {
                        open.push(id);
                    }
                });
            });
        }
    }
    let mut found = EventsOnly::default();
    for (index, module) in plan.modules.iter().enumerate() {
        let id = ModuleId(index as u32);
        if !module.types.is_empty() && !always.contains(&id) && module.folder != Folder::Operations {
            found.modules.insert(id);
        }
    }
    found.patterns = patterns(plan, &found.modules);
    found
}

/// The patterns that are checked in some modules and nowhere else. Assertions are of what is sent, so they are never for
/// events only.
fn patterns(plan: &Plan<'_>, modules: &BTreeSet<ModuleId>) -> BTreeSet<String> {
    let asserted = plan
        .assertions
        .iter()
        .flat_map(|id| plan.api.assertions[*id].patterns());
    let mut always: BTreeSet<&str> = asserted.collect();
    let mut gated: BTreeSet<&str> = BTreeSet::new();
    for checked in crate::plan::types::constraints::all(plan) {
        let is_gated = checked.module.is_some_and(|module| modules.contains(&module));
        let set = if is_gated { &mut gated } else { &mut always };
        set.extend(checked.checks.iter().filter_map(|check| match check {
            Check::Pattern(source) => Some(source.as_str()),
            _ => None,
        }));
    }
    gated.difference(&always).map(|source| (*source).to_owned()).collect()
}
