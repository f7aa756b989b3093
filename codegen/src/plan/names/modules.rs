//! Modules: one for each item that holds types, so that adding one item never renames the types of another.

use super::{Case, Claim, Ident, Scope, claims};
use crate::ir::{Api, Owner, TypeId};
use crate::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// Index of a [`Module`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModuleId(pub u32);

impl ModuleId {
    /// The index in [`Plan::modules`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which folder a module stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folder {
    /// `types`: what a component holds.
    Types,
    /// `operations`: what an operation holds.
    Operations,
    /// `events`: what a webhook or callback holds.
    Events,
}

impl Folder {
    /// The name of the folder.
    pub fn as_str(self) -> &'static str {
        match self {
            Folder::Types => "types",
            Folder::Operations => "operations",
            Folder::Events => "events",
        }
    }
}

/// A module with types.
pub struct Module {
    /// The folder.
    pub folder: Folder,
    /// Its own name.
    pub name: Ident,
    /// The item that it is made for.
    pub owner: Owner,
    /// Its types, in the order they are printed.
    pub types: Vec<TypeId>,
    /// All names that are taken in it, so that prelude names are spelled short only where they mean the prelude.
    pub taken: BTreeSet<String>,
}

/// What the root of the generated code has beside the modules of operations.
const ROOT: &[&str] = &[
    "client",
    "types",
    "operations",
    "events",
    "wire",
    "server",
    "bytes",
    "http",
    "transport",
];

/// Makes a module for each owner. `methods` are what the operations are called after.
pub(in crate::plan) fn build(plan: &mut Plan<'_>, methods: &[Claim]) -> BTreeMap<Owner, ModuleId> {
    let api = plan.api;
    let mut owners = BTreeMap::new();
    let types = type_owners(api);
    let claims: Vec<Claim> = types.iter().map(claims::of_owner).collect();
    // A module of the name of its folder would be taken for a slip.
    let names = Scope::new(&[Folder::Types.as_str()]).claim_each(&claims, Case::Module);
    add(plan, &mut owners, Folder::Types, types, names);

    let operations: Vec<Owner> = (0..api.operations.len())
        .map(|index| Owner::Operation(crate::ir::OperationId(index as u32)))
        .collect();
    // Modules of operations are re-exported at the root of the crate.
    let names = Scope::new(ROOT).claim_each(methods, Case::Module);
    add(plan, &mut owners, Folder::Operations, operations, names);

    let events: Vec<Owner> = (0..api.events.len())
        .map(|index| Owner::Event(crate::ir::EventId(index as u32)))
        .collect();
    let claims: Vec<Claim> = api.events.iter().map(claims::of_event).collect();
    let names = Scope::new(&[Folder::Events.as_str()]).claim_each(&claims, Case::Module);
    add(plan, &mut owners, Folder::Events, events, names);
    owners
}

fn add(
    plan: &mut Plan<'_>,
    owners: &mut BTreeMap<Owner, ModuleId>,
    folder: Folder,
    items: Vec<Owner>,
    names: Vec<Ident>,
) {
    for (owner, name) in items.into_iter().zip(names) {
        let id = ModuleId(plan.modules.len() as u32);
        owners.insert(owner.clone(), id);
        plan.modules.push(Module {
            folder,
            name,
            owner,
            types: Vec::new(),
            taken: BTreeSet::new(),
        });
    }
}

/// Components that hold types, in document order.
fn type_owners(api: &Api) -> Vec<Owner> {
    let mut seen = BTreeSet::new();
    let owners = api.types.iter().map(|def| &def.path.owner);
    let components = owners.filter(|owner| match owner {
        Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) => true,
        Owner::Operation(_) | Owner::Event(_) => false,
    });
    components
        .filter(|owner| seen.insert((*owner).clone()))
        .cloned()
        .collect()
}
