//! Which types have anything to check before they are sent: by themselves, or in what they hold.

use super::Plan;
use crate::ir::each_use;
use crate::ir::{Shape, StringKind, Type, TypeId, TypeRef};

pub(super) fn mark(plan: &mut Plan<'_>) {
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
    let def = &plan.api.types[id.index()];
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
                .any(|field| field.member == super::Member::WriteOnlyRequired)
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
