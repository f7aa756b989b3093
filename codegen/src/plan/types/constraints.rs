//! Where emitted code checks something: each list of checks and what holds it, and which types have anything to check before
//! they are sent.

use super::resolved;
use super::structs::Presence;
use crate::ir::{Api, Check, Origin, Shape, StringKind, Type, TypeDef, TypeId, TypeRef, each_use};
use crate::plan::{ModuleId, Plan};

/// A list of checks that emitted code makes.
pub(in crate::plan) struct Checked<'a> {
    /// The checks.
    pub(in crate::plan) checks: &'a [Check],
    /// What is checked: the name of a type or a parameter.
    pub(in crate::plan) name: String,
    /// Where that stands in the document.
    pub(in crate::plan) origin: &'a Origin,
    /// The module of the type; `None` for the arguments of an operation.
    pub(in crate::plan) module: Option<ModuleId>,
}

/// All of them: strings that check themselves, and whatever is checked before it is sent.
pub(in crate::plan) fn all<'a>(plan: &Plan<'a>) -> Vec<Checked<'a>> {
    let api = plan.api;
    let mut found = Vec::new();
    for (def, ty) in api.types.iter().zip(&plan.types) {
        // Nothing is emitted for an alias but its name: who uses it has its checks.
        let Some(ty) = ty.as_ref().filter(|_| !matches!(def.shape, Shape::Alias(_))) else {
            continue;
        };
        let mut note = |checks| {
            found.push(Checked {
                checks,
                name: ty.name.as_str().to_owned(),
                origin: &def.origin,
                module: Some(ty.module),
            });
        };
        if let Shape::Newtype(newtype) = &def.shape {
            note(&newtype.checks);
        }
        if ty.usage.sent {
            of_type(api, def, &mut note);
        }
    }
    for operation in &api.operations {
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let bodies = contents.filter_map(|content| content.ty.as_ref().map(|ty| ("body", ty)));
        let params = operation.params.iter().map(|param| (param.name.as_str(), &param.ty));
        for (name, ty) in params.chain(bodies) {
            of_use(api, ty, &mut |checks| {
                found.push(Checked {
                    checks,
                    name: name.to_owned(),
                    origin: &operation.origin,
                    module: None,
                });
            });
        }
    }
    found
}

fn of_type<'a>(api: &'a Api, def: &'a TypeDef, note: &mut dyn FnMut(&'a [Check])) {
    note(&def.checks);
    each_use(&def.shape, &mut |ty| of_use(api, ty, note));
}

/// What is checked of a value, of what it holds, and by the aliases on the way.
fn of_use<'a>(api: &'a Api, ty: &'a TypeRef, note: &mut dyn FnMut(&'a [Check])) {
    let (resolved, uses) = resolved(api, ty);
    for used in uses {
        note(&used.checks);
    }
    if let Type::Array(item) | Type::Map(item) = resolved {
        of_use(api, item, note);
    }
}

pub(in crate::plan) fn mark(plan: &mut Plan<'_>) {
    // A type that holds a checked one is checked; until nothing changes.
    loop {
        let mut changed = false;
        for index in 0..plan.types.len() {
            let id = TypeId(index as u32);
            if plan.ty(id).is_some_and(|ty| ty.usage.sent && !ty.validated) && is_validated(plan, id) {
                if let Some(ty) = plan.types[index].as_mut() {
                    ty.validated = true;
                }
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

fn is_validated(plan: &Plan<'_>, id: TypeId) -> bool {
    let def = &plan.api.types[id];
    if !def.checks.is_empty() {
        return true;
    }
    if matches!(def.shape, Shape::Newtype(_)) {
        return true;
    }
    // Of an enumeration that is also received, unknown values may be sent back: nothing to check.
    let mut found = matches!(&def.shape, Shape::Tuple(_));
    each_use(&def.shape, &mut |ty| found |= plan.is_checked(ty));
    found
        || plan.ty(id).is_some_and(|ty| {
            ty.fields
                .iter()
                .any(|field| field.presence == Presence::WriteOnlyRequired)
        })
}

impl Plan<'_> {
    /// Whether a use has anything to check before it is sent.
    pub fn is_checked(&self, ty: &TypeRef) -> bool {
        if !ty.checks.is_empty() {
            return true;
        }
        match &ty.ty {
            Type::Array(item) | Type::Map(item) => self.is_checked(item),
            Type::Named { id, .. } => self.ty(*id).is_some_and(|plan| plan.validated),
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
}
