//! Other names for types: inline ones are replaced by what they mean, and names that mean themselves are broken.
//!
//! A Rust alias must not contain itself (`type Tree = Vec<Tree>`), and an alias that says nothing is not worth a name.

use crate::arena::Arena;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{
    Api, Rest, Shape, Struct, Tuple, Type, TypeDef, TypeId, TypeRef, each_root_mut, each_use_mut, parts, parts_mut,
};

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    break_cycles(api, diags);
    let replacements: Arena<TypeId, Option<TypeRef>> = api.types.iter().map(|def| replacement(def).cloned()).collect();
    let mut replace = |ty: &mut TypeRef| parts_mut(ty, &mut |ty| resolve(ty, &replacements));
    let mut types = std::mem::take(&mut api.types);
    for def in &mut types {
        each_use_mut(&mut def.shape, &mut replace);
    }
    api.types = types;
    each_root_mut(api, &mut replace);
}

/// What an inline alias means. Named schemas keep their names.
fn replacement(def: &TypeDef) -> Option<&TypeRef> {
    let named = def.path.is_schema();
    match &def.shape {
        // An alias of any value or of an object constant would only hide what it is.
        Shape::Alias(target) if !named || matches!(target.ty, Type::Const(_) | Type::Null) => Some(target),
        Shape::Alias(_) | Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => {
            None
        }
    }
}

fn resolve(ty: &mut TypeRef, replacements: &Arena<TypeId, Option<TypeRef>>) {
    // Cycles are broken, so this ends.
    while let Type::Named { id, .. } = ty.ty {
        let Some(Some(target)) = replacements.get(id) else {
            return;
        };
        ty.ty = target.ty.clone();
        ty.nullable |= target.nullable;
        ty.checks.extend(&target.checks);
    }
}

/// An alias that contains itself: a list or a map becomes a type of its own, and what is nothing but itself any value.
fn break_cycles(api: &mut Api, diags: &mut Diagnostics) {
    for id in api.types.ids() {
        if let Shape::Alias(TypeRef { ty, checks, .. }) = &api.types[id].shape
            && let Some(shape) = container(ty)
            && reaches_itself(api, id)
        {
            let checks = checks.clone();
            let def = &mut api.types[id];
            def.shape = shape;
            def.checks.extend(&checks);
        }
    }
    for id in api.types.ids() {
        if !reaches_itself(api, id) {
            continue;
        }
        let def = &mut api.types[id];
        diags.push(Problem::EndlessAlias {}, super::location(def));
        if let Shape::Alias(target) = &mut def.shape {
            *target = TypeRef::new(Type::Any);
        }
    }
}

/// A list or a map as a type of its own, which can hold itself.
fn container(ty: &Type) -> Option<Shape> {
    match ty {
        Type::Array(item) => Some(Shape::Tuple(Tuple {
            elements: Vec::new(),
            required: 0,
            rest: Some((**item).clone()),
        })),
        Type::Map(value) => Some(Shape::Struct(Struct {
            fields: Vec::new(),
            rest: Rest::Kept(value.clone()),
        })),
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String(_)
        | Type::Const(_)
        | Type::Foreign(_)
        | Type::Named { .. } => None,
    }
}

fn reaches_itself(api: &Api, start: TypeId) -> bool {
    let mut open = vec![start];
    let mut seen: Arena<TypeId, bool> = api.types.iter().map(|_| false).collect();
    let mut first = true;
    while let Some(id) = open.pop() {
        if id == start && !first {
            return true;
        }
        first = false;
        if let Shape::Alias(target) = &api.types[id].shape {
            parts(target, &mut |part| {
                if let Type::Named { id, .. } = part.ty
                    && (id == start || !std::mem::replace(&mut seen[id], true))
                {
                    open.push(id);
                }
            });
        }
    }
    false
}
