//! Where emitted code checks something: each list of checks, and what holds it.

use super::{ModuleId, Plan};
use crate::ir::each_use;
use crate::ir::{Api, Check, Origin, Shape, Type, TypeDef, TypeRef};

/// A list of checks that emitted code makes.
pub(super) struct Checked<'a> {
    /// The checks.
    pub(super) checks: &'a [Check],
    /// What is checked: the name of a type or a parameter.
    pub(super) name: String,
    /// Where that stands in the document.
    pub(super) origin: &'a Origin,
    /// The module of the type; `None` for the arguments of an operation.
    pub(super) module: Option<ModuleId>,
}

/// All of them: strings that check themselves, and whatever is checked before it is sent.
pub(super) fn all<'a>(plan: &Plan<'a>) -> Vec<Checked<'a>> {
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
    let (resolved, uses) = super::resolved(api, ty);
    for used in uses {
        note(&used.checks);
    }
    if let Type::Array(item) | Type::Map(item) = resolved {
        of_use(api, item, note);
    }
}
