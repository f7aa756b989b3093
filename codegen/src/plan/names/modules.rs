//! Modules: one for each item that holds types, so that adding one item never renames the types of another.

use super::{Case, Claim, Ident, Scope, claims};
use crate::arena::Arena;
use crate::ir::{Api, Owner, TypeId};
use std::collections::{BTreeMap, BTreeSet};

crate::arena::id!(
    /// Index of a [`Module`].
    ModuleId
);

/// Which directory a module is in.
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
}

impl Module {
    /// Whether it has a function that verifies what the server sends.
    pub fn is_signed(&self, api: &Api) -> bool {
        match &self.owner {
            Owner::Event(id) => api.events[*id].signature.is_some(),
            Owner::Schema(_) | Owner::Component(..) | Owner::Foreign(_) | Owner::Operation(_) => false,
        }
    }
}

/// What the root of the generated code has beside the modules of operations.
const ROOT: &[&str] = &[
    "client",
    "types",
    "operations",
    "events",
    "security",
    "wire",
    "server",
    "bytes",
    "http",
    "transport",
];

/// Makes a module for each owner. `methods` are what the operations are called after.
pub(in crate::plan) fn build(api: &Api, methods: &[Claim]) -> (Arena<ModuleId, Module>, BTreeMap<Owner, ModuleId>) {
    let types = type_owners(api);
    let claims = types.iter();
    let claims: Vec<Claim> = claims
        .map(|owner| claims::of_owner(owner).chosen_by(api.modules.get(owner).map(String::as_str)))
        .collect();
    // A module of the name of its folder would be taken for a slip.
    let names = Scope::new(&[Folder::Types.as_str()]).claim_each(&claims, Case::Module);
    let mut modules = Arena::new();
    add(&mut modules, Folder::Types, types, names);

    let operations = api.operations.ids().map(Owner::Operation);
    // Modules of operations are re-exported at the root of the crate.
    let names = Scope::new(ROOT).claim_each(methods, Case::Module);
    add(&mut modules, Folder::Operations, operations, names);

    let events = api.events.ids().map(Owner::Event);
    let claims: Vec<Claim> = api.events.iter().map(claims::of_event).collect();
    let names = Scope::new(&[Folder::Events.as_str()]).claim_each(&claims, Case::Module);
    add(&mut modules, Folder::Events, events, names);

    let owners = modules
        .entries()
        .map(|(id, module): (_, &Module)| (module.owner.clone(), id));
    let owners = owners.collect();
    (modules, owners)
}

fn add(
    modules: &mut Arena<ModuleId, Module>,
    folder: Folder,
    owners: impl IntoIterator<Item = Owner>,
    names: Vec<Ident>,
) {
    for (owner, name) in owners.into_iter().zip(names) {
        modules.push(Module {
            folder,
            name,
            owner,
            types: Vec::new(),
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
