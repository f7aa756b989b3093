//! Other names for types: inline ones are replaced by what they mean, and names that mean themselves are broken.
//!
//! A Rust alias must not contain itself (`type Tree = Vec<Tree>`), and an alias that says nothing is not worth a name.

use crate::arena::Arena;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{
    Api, Rest, Shape, Struct, Tuple, Type, TypeDef, TypeId, TypeRef, each_root_mut, each_use_mut, mentioned, parts_mut,
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
    for cycle in cycles(api) {
        let held = cycle.iter().find_map(|&id| {
            let target = alias(api, id)?;
            Some((id, container(&target.ty)?, target.checks.clone()))
        });
        if let Some((id, shape, checks)) = held {
            let def = &mut api.types[id];
            def.shape = shape;
            def.checks.extend(&checks);
            continue;
        }
        let Some(&first) = cycle.first() else { continue };
        let def = &mut api.types[first];
        diags.push(Problem::EndlessAlias {}, super::location(def));
        if let Shape::Alias(target) = &mut def.shape {
            *target = TypeRef::new(Type::Any);
        }
    }
}

/// The aliases that contain themselves, each cycle in the order of its ids. An alias contains at most one name, so cycles have
/// nothing in common, and each type is looked at once.
fn cycles(api: &Api) -> Vec<Vec<TypeId>> {
    let mut found = Vec::new();
    // The walk that has come by first.
    let mut walks: Arena<TypeId, Option<TypeId>> = api.types.iter().map(|_| None).collect();
    for start in api.types.ids() {
        let mut next = Some(start);
        while let Some(id) = next.filter(|&id| walks[id].is_none()) {
            walks[id] = Some(start);
            next = contained(api, id);
        }
        if let Some(again) = next.filter(|&id| walks[id] == Some(start)) {
            let around = std::iter::successors(contained(api, again), |&id| contained(api, id));
            let mut cycle = vec![again];
            cycle.extend(around.take_while(|&id| id != again));
            cycle.sort_unstable();
            found.push(cycle);
        }
    }
    found.sort_unstable();
    found
}

fn alias(api: &Api, id: TypeId) -> Option<&TypeRef> {
    match &api.types[id].shape {
        Shape::Alias(target) => Some(target),
        Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_) | Shape::Newtype(_) | Shape::Tuple(_) => None,
    }
}

/// The name that an alias contains.
fn contained(api: &Api, id: TypeId) -> Option<TypeId> {
    mentioned(alias(api, id)?)
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
