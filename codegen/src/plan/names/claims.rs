//! What modules, operations and types that are components are called after.

use super::claim::Claim;
use super::sources::{operation_name, without_route};
use crate::ir::{ComponentKind, Event, Foreign, Operation, Owner};

/// The names of an operation: the one that a person chose; its `operationId` without what only repeats method and path; its
/// `operationId`; with its tags; its method and path.
pub(in crate::plan) fn of_operation(operation: &Operation) -> Claim {
    let by_route = operation_name(&operation.method, &operation.path);
    let claim = match &operation.id {
        None => Claim::new(&by_route),
        Some(id) => {
            let mut claim = Claim::new(id);
            if let Some(short) = without_route(id, &operation.method, &operation.path) {
                claim = claim.rather(short);
            }
            if !operation.tags.is_empty() {
                claim = claim.or(&format!("{id} {}", operation.tags.join(" ")));
            }
            claim.or(&by_route)
        }
    };
    claim.chosen_by(operation.rename.as_deref())
}

/// The names of an event: its own, and with what holds it.
pub(in crate::plan) fn of_event(event: &Event) -> Claim {
    let place = event.origin.pointer.trim_start_matches('#');
    Claim::new(&event.name).or(place)
}

/// The names of what holds types, where that has a name: its own, and with the names around it.
pub(in crate::plan) fn of_owner(owner: &Owner) -> Claim {
    match owner {
        Owner::Schema(name) => Claim::new(name).or(&format!("root {name}")),
        Owner::Component(kind, name) => {
            let name = component_name(*kind, name);
            Claim::new(&name).or(&format!("root {name}"))
        }
        Owner::Foreign(foreign) => of_foreign(foreign),
        Owner::Operation(id) => Claim::new(&format!("operation {}", id.index())),
        Owner::Event(id) => Claim::new(&format!("event {}", id.index())),
    }
}

fn of_foreign(foreign: &Foreign) -> Claim {
    let mut name = foreign_name(foreign);
    let mut claim = Claim::new(&name);
    for around in &foreign.around {
        name = format!("{around} {name}");
        claim = claim.or(&name);
    }
    claim
}

/// The name of what holds types, with a word that says what it is unless it is a schema.
pub(super) fn plain_name(owner: &Owner) -> String {
    match owner {
        Owner::Schema(name) => name.clone(),
        Owner::Component(kind, name) => component_name(*kind, name),
        Owner::Foreign(foreign) => foreign_name(foreign),
        Owner::Operation(_) | Owner::Event(_) => String::new(),
    }
}

fn foreign_name(foreign: &Foreign) -> String {
    match foreign.kind {
        None => foreign.name.clone(),
        Some(kind) => component_name(kind, &foreign.name),
    }
}

fn component_name(kind: ComponentKind, name: &str) -> String {
    let word = match kind {
        ComponentKind::Response => "Response",
        ComponentKind::RequestBody => "Body",
        ComponentKind::Parameter => "Parameter",
        ComponentKind::Header => "Header",
        ComponentKind::MediaType => "Content",
    };
    if name.to_ascii_lowercase().ends_with(&word.to_ascii_lowercase()) {
        name.to_owned()
    } else {
        format!("{name} {word}")
    }
}
