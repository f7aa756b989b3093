//! Where emitted code checks something: each list of checks and what holds it, and which types have anything to check before
//! they are sent.

use super::resolved;
use super::structs::{Presence, presence};
use crate::ir::{Api, Checks, Origin, Shape, StringKind, Type, TypeDef, TypeId, TypeRef, each_use};
use crate::plan::names::{ModuleId, Names};
use std::collections::BTreeSet;

/// A list of checks that emitted code makes.
pub(in crate::plan) struct Checked<'a> {
    /// The checks.
    pub(in crate::plan) checks: &'a Checks,
    /// What is checked: the name of a type or a parameter.
    pub(in crate::plan) name: String,
    /// Where that is in the document.
    pub(in crate::plan) origin: &'a Origin,
    /// The module of the type or the operation, in whose wire code it is checked.
    pub(in crate::plan) module: ModuleId,
}

/// All of them: strings that check themselves, and whatever is checked before it is sent.
pub(in crate::plan) fn all<'a>(api: &'a Api, names: &Names) -> Vec<Checked<'a>> {
    let mut found = Vec::new();
    for (id, def) in api.types.entries() {
        // Nothing is emitted for an alias but its name: who uses it has its checks. A type of another crate is checked there.
        let home = names.ty(id).filter(|_| def.shared.is_none());
        let Some(home) = home.filter(|_| !matches!(def.shape, Shape::Alias(_))) else {
            continue;
        };
        let mut note = |checks| {
            found.push(Checked {
                checks,
                name: home.name.as_str().to_owned(),
                origin: &def.origin,
                module: home.module,
            });
        };
        if let Shape::Newtype(newtype) = &def.shape {
            note(&newtype.checks);
        }
        if def.usage.sent {
            of_type(api, def, &mut note);
        }
    }
    for (id, operation) in api.operations.entries() {
        let module = names.operation(id).module;
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let bodies = contents.filter_map(|content| content.ty.as_ref().map(|ty| ("body", ty)));
        let params = operation.params.iter().map(|param| (param.name.as_str(), &param.ty));
        for (name, ty) in params.chain(bodies) {
            of_use(api, ty, &mut |checks| {
                found.push(Checked {
                    checks,
                    name: name.to_owned(),
                    origin: &operation.origin,
                    module,
                });
            });
        }
    }
    found
}

fn of_type<'a>(api: &'a Api, def: &'a TypeDef, note: &mut dyn FnMut(&'a Checks)) {
    note(&def.checks);
    each_use(&def.shape, &mut |ty| of_use(api, ty, note));
}

/// What is checked of a value, of what it holds, and by the aliases on the way.
fn of_use<'a>(api: &'a Api, ty: &'a TypeRef, note: &mut dyn FnMut(&'a Checks)) {
    let (resolved, uses) = resolved(api, ty);
    for used in uses {
        note(&used.checks);
    }
    if let Type::Array(item) | Type::Map(item) = resolved {
        of_use(api, item, note);
    }
}

/// The types that have anything to check before they are sent: by themselves, or in what they hold.
pub(super) fn validated(api: &Api, names: &Names) -> BTreeSet<TypeId> {
    let ids = api.types.ids();
    let sent: Vec<TypeId> = ids
        .filter(|id| names.ty(*id).is_some() && api.types[*id].usage.sent)
        .collect();
    let mut found = BTreeSet::new();
    // A type that holds a checked one is checked; until nothing changes.
    loop {
        let before = found.len();
        for id in &sent {
            if !found.contains(id) && is_validated(&api.types[*id], &found) {
                found.insert(*id);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn is_validated(def: &TypeDef, validated: &BTreeSet<TypeId>) -> bool {
    // Of an enumeration that is also received, unknown values may be sent back: nothing to check.
    let by_itself = match &def.shape {
        Shape::Newtype(_) | Shape::Tuple(_) => true,
        Shape::Struct(object) => {
            let mut fields = object.fields.iter();
            fields.any(|field| presence(field, def.usage) == Presence::WriteOnlyRequired)
        }
        Shape::Enum(_) | Shape::Union(_) | Shape::Alias(_) => false,
    };
    let mut found = by_itself || !def.checks.is_empty();
    each_use(&def.shape, &mut |ty| found |= is_checked(ty, validated));
    found
}

/// Whether a use has anything to check before it is sent.
pub(super) fn is_checked(ty: &TypeRef, validated: &BTreeSet<TypeId>) -> bool {
    if !ty.checks.is_empty() {
        return true;
    }
    match &ty.ty {
        Type::Array(item) | Type::Map(item) => is_checked(item, validated),
        Type::Named { id, .. } => validated.contains(id),
        Type::String(
            StringKind::DateTime | StringKind::Date | StringKind::Time | StringKind::Duration | StringKind::Uuid,
        ) => true,
        Type::String(StringKind::Text | StringKind::Secret | StringKind::Base64 | StringKind::Binary)
        | Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::Const(_)
        | Type::Foreign(_) => false,
    }
}
