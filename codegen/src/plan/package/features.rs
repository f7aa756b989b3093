//! What only webhooks and callbacks use. In a crate with a feature for each tag it is behind a feature of its own:
//! a client that receives no events does not pay for their types.

use crate::ir::{Api, TypeDef, TypeId, each_use, mentioned};
use crate::plan::names::{Folder, ModuleId, Names};
use crate::plan::types::Types;
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

/// Finds it, where tags are features; nothing where there is nothing but events.
pub(super) fn events_only(api: &Api, names: &Names, types: &Types<'_>) -> EventsOnly {
    if api.events.is_empty() || api.operations.is_empty() {
        return EventsOnly::default();
    }
    let mut always: BTreeSet<ModuleId> = BTreeSet::new();
    let called = |(id, def): (TypeId, &TypeDef)| def.usage.called.then_some(id);
    let mut open: Vec<TypeId> = api.types.entries().filter_map(called).collect();
    // Whatever is in the same module as a type that is always there is always there too, with all that it uses.
    while let Some(id) = open.pop() {
        let Some(home) = names.ty(id) else { continue };
        if !always.insert(home.module) {
            continue;
        }
        for id in &names.module(home.module).types {
            each_use(&api.types[*id].shape, &mut |used| open.extend(mentioned(used)));
        }
    }
    let mut found = EventsOnly::default();
    for (id, module) in names.modules.entries() {
        let is_printed = !module.types.is_empty() || module.is_signed(api);
        if is_printed && !always.contains(&id) && module.folder != Folder::Operations {
            found.modules.insert(id);
        }
    }
    found.patterns = patterns(api, names, types, &found.modules);
    found
}

/// The patterns that are checked in some modules and nowhere else. Assertions are of what is sent, so they are never for
/// events only.
fn patterns(api: &Api, names: &Names, types: &Types<'_>, modules: &BTreeSet<ModuleId>) -> BTreeSet<String> {
    let asserted = types.assertions.iter().flat_map(|id| api.assertions[*id].patterns());
    let mut always: BTreeSet<&str> = asserted.collect();
    let mut gated: BTreeSet<&str> = BTreeSet::new();
    for checked in crate::plan::types::constraints::all(api, names) {
        let is_gated = modules.contains(&checked.module);
        let set = if is_gated { &mut gated } else { &mut always };
        let patterns = checked.checks.constraints.strings.patterns.iter();
        set.extend(patterns.map(|source| &**source));
    }
    gated.difference(&always).map(|source| (*source).to_owned()).collect()
}
