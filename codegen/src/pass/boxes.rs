//! Which uses must be boxed, because a type would otherwise contain itself.
//!
//! Lists and maps are on the heap already. Of the other uses, those between types of one strongly connected component are boxed:
//! that does not depend on the order of the document.

use super::components::Components;
use crate::ir::{Api, Rest, Shape, Struct, Type, TypeDef, TypeId, TypeRef, each_use, each_use_mut};

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
        if let Some(TypeRef {
            ty: Type::Named { boxed, .. },
            ..
        }) = heaped_mut(&mut def.shape)
        {
            *boxed = false;
        }
    }
}

/// What a shape holds behind a list or a map of its own: further properties of an object, further items of a tuple.
fn heaped(shape: &Shape) -> Option<&TypeRef> {
    match shape {
        Shape::Struct(Struct {
            rest: Rest::Kept(kept), ..
        }) => Some(kept),
        Shape::Tuple(tuple) => tuple.rest.as_ref(),
        Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) | Shape::Enum(_) | Shape::Newtype(_) => None,
    }
}

/// Like [`heaped`], to change it.
fn heaped_mut(shape: &mut Shape) -> Option<&mut TypeRef> {
    match shape {
        Shape::Struct(Struct {
            rest: Rest::Kept(kept), ..
        }) => Some(kept),
        Shape::Tuple(tuple) => tuple.rest.as_mut(),
        Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_) | Shape::Enum(_) | Shape::Newtype(_) => None,
    }
}

/// The types that a type has without a list or a map between them.
pub(super) fn direct(def: &TypeDef) -> Vec<TypeId> {
    let mut out = Vec::new();
    let heaped = heaped(&def.shape);
    each_use(&def.shape, &mut |ty| {
        if let Type::Named { id, .. } = ty.ty
            && !heaped.is_some_and(|heaped| std::ptr::eq(heaped, ty))
        {
            out.push(id);
        }
    });
    out
}
