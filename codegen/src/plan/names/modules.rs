//! Modules: one for each item that holds types, so that adding one item never renames the types of another.

use super::{Case, Ident, Scope};
use crate::arena::Arena;
use crate::ir::{Api, ComponentKind, Owner, TypeId};
use std::collections::{BTreeMap, BTreeSet};

crate::arena::id!(
    /// Index of a [`Module`].
    ModuleId
);

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
    "security",
    "wire",
    "server",
    "bytes",
    "http",
    "transport",
];

/// Makes a module for each owner. `methods` are the raw names of the operations.
pub(in crate::plan) fn build(api: &Api, methods: &[String]) -> (Arena<ModuleId, Module>, BTreeMap<Owner, ModuleId>) {
    let types = type_owners(api);
    let raws: Vec<String> = types.iter().map(raw_name).collect();
    // The module of a type goes with its name: `Pet` has `pet`, even if there is a schema `pet` too.
    let claimed = Scope::new(&[]).claim_all(&raws, Case::Type);
    let is_plain = |raw: &String, name: &Ident| *name == Scope::new(&[]).claim(raw, Case::Type);
    let losers = raws
        .iter()
        .zip(&claimed)
        .enumerate()
        .filter(|(_, (raw, name))| !is_plain(raw, name));
    let losers: BTreeSet<usize> = losers.map(|(at, _)| at).collect();
    // A module of the name of its folder would be taken for a slip.
    let names = Scope::new(&[Folder::Types.as_str()]).claim_after(&raws, Case::Module, &losers);
    let mut modules = Arena::new();
    add(&mut modules, Folder::Types, types, names);

    let operations = api.operations.ids().map(Owner::Operation);
    // Modules of operations are re-exported at the root of the crate.
    let names = Scope::new(ROOT).claim_all(methods, Case::Module);
    add(&mut modules, Folder::Operations, operations, names);

    let events = api.events.ids().map(Owner::Event);
    let raws: Vec<&str> = api.events.iter().map(|event| event.name.as_str()).collect();
    let names = Scope::new(&[Folder::Events.as_str()]).claim_all(&raws, Case::Module);
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
            taken: BTreeSet::new(),
        });
    }
}

/// Components that hold types, in document order.
fn type_owners(api: &Api) -> Vec<Owner> {
    let mut seen = BTreeSet::new();
    let owners = api.types.iter().map(|def| &def.path.owner);
    let components = owners.filter(|owner| match owner {
        Owner::Schema(_) | Owner::Component(..) => true,
        Owner::Operation(_) | Owner::Event(_) => false,
    });
    components
        .filter(|owner| seen.insert((*owner).clone()))
        .cloned()
        .collect()
}

/// The name of a component, with a word that says what it is unless it is a schema.
pub(in crate::plan) fn raw_name(owner: &Owner) -> String {
    match owner {
        Owner::Schema(name) => name.clone(),
        Owner::Component(kind, name) => {
            let word = match kind {
                ComponentKind::Response => "Response",
                ComponentKind::RequestBody => "Body",
                ComponentKind::Parameter => "Parameter",
                ComponentKind::Header => "Header",
                ComponentKind::MediaType => "Content",
            };
            if name.to_ascii_lowercase().ends_with(&word.to_ascii_lowercase()) {
                name.clone()
            } else {
                format!("{name} {word}")
            }
        }
        Owner::Operation(id) => format!("operation {}", id.0),
        Owner::Event(id) => format!("event {}", id.0),
    }
}
