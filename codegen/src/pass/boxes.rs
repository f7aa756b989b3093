//! Which uses must be boxed, because a type would otherwise contain itself.
//!
//! Lists and maps are on the heap already. Of the other uses, those between types of one strongly connected component are boxed:
//! that does not depend on the order of the document.

use super::components::Components;
use crate::ir::{Api, Shape, Type, TypeDef, TypeId, each_use, each_use_mut};

pub(super) fn run(api: &mut Api) {
    let components = Components::of(&api.types, direct);
    for id in api.types.ids() {
        let def = &mut api.types[id];
        // An alias is not a place for a box: whoever uses it has one.
        if matches!(def.shape, Shape::Alias(_)) {
            continue;
        }
        each_use_mut(&mut def.shape, &mut |ty| {
            if let Type::Named { id: used, boxed } = &mut ty.ty {
                *boxed = components.together(id, *used);
            }
        });
    }
}

/// The types that a type has without a list or a map between them.
fn direct(def: &TypeDef) -> Vec<TypeId> {
    let mut out = Vec::new();
    each_use(&def.shape, &mut |ty| {
        if let Type::Named { id, .. } = ty.ty {
            out.push(id);
        }
    });
    out
}
