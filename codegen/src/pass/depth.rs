//! How deep types are nested: as deep as the compiler follows them, and no deeper.
//!
//! To know how large a type is and what dropping it does, `rustc` looks at the types in it, and gives up 128 levels down, be it in the
//! crate of a user who has nothing but a field of it. What is deeper is any JSON value. Types that lead to each other are as deep as the
//! compiler follows them from there (`circles`).

use super::circles::{self, LIMIT, uses};
use super::components::Components;
use crate::arena::Arena;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{
    Api, Origin, Shape, Type, TypeId, TypeRef, each_event_mut, each_use, each_use_mut, each_use_of_mut, parts,
};

/// Levels of a type with a name, which is optional where it is used.
const NAMED: usize = 2;
const LIST: usize = 1;
const MAP: usize = 2;

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    let around = circles::run(api, diags);
    let components = Components::of(&api.types, uses);
    let mut depths = Depths {
        of: api.types.iter().map(|_| NAMED).collect(),
        components: &components,
        from: None,
    };
    let limit = Problem::DeepType { limit: LIMIT };
    for id in components.inner_first(&api.types) {
        depths.from = Some(id);
        let def = &mut api.types[id];
        let mut is_cut = false;
        if is_whole(&def.shape) && depths.deepest(&def.shape) > LIMIT - NAMED {
            def.shape = Shape::Alias(TypeRef::new(Type::Any));
            is_cut = true;
        }
        each_use_mut(&mut def.shape, &mut |ty| is_cut |= depths.cut(ty, LIMIT - NAMED));
        if is_cut {
            diags.push(limit.clone(), super::location(def));
        }
        depths.of[id] = NAMED + around[id].max(depths.deepest(&def.shape));
    }
    depths.from = None;
    let location = |origin: &Origin| Location::at(origin.span, &origin.pointer);
    for operation in &mut api.operations {
        let mut is_cut = false;
        each_use_of_mut(operation, &mut |ty| is_cut |= depths.cut(ty, LIMIT));
        if is_cut {
            diags.push(limit.clone(), location(&operation.origin));
        }
    }
    for event in &mut api.events {
        let mut is_cut = false;
        each_event_mut(event, &mut |ty| is_cut |= depths.cut(ty, LIMIT));
        if is_cut {
            diags.push(limit.clone(), location(&event.origin));
        }
    }
    for trial in &mut api.example_tests {
        depths.cut(&mut trial.ty, LIMIT);
    }
}

/// The levels of each type that is finished.
struct Depths<'c> {
    of: Arena<TypeId, usize>,
    components: &'c Components,
    /// The type that is looked at: what leads back to it is one level with it.
    from: Option<TypeId>,
}

impl Depths<'_> {
    fn deepest(&self, shape: &Shape) -> usize {
        let mut deepest = 0;
        each_use(shape, &mut |ty| deepest = deepest.max(self.depth(ty)));
        deepest
    }

    fn depth(&self, ty: &TypeRef) -> usize {
        let mut depth = 0;
        parts(ty, &mut |part| {
            depth += match &part.ty {
                Type::Array(_) => LIST,
                Type::Map(_) => MAP,
                Type::Named { id, .. } if self.from.is_some_and(|from| self.components.together(from, *id)) => 0,
                Type::Named { id, .. } => self.of[*id],
                Type::Any
                | Type::Null
                | Type::Bool
                | Type::Integer(_)
                | Type::Number(_)
                | Type::String(_)
                | Type::Const(_)
                | Type::Foreign(_) => 0,
            };
        });
        depth
    }

    /// Makes any value of what is more levels down; whether there is something.
    fn cut(&self, ty: &mut TypeRef, levels: usize) -> bool {
        let (inner, own) = match &mut ty.ty {
            Type::Array(item) => (item, LIST),
            Type::Map(value) => (value, MAP),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::String(_)
            | Type::Const(_)
            | Type::Foreign(_)
            | Type::Named { .. } => {
                let is_deeper = self.depth(ty) > levels;
                if is_deeper {
                    *ty = TypeRef::new(Type::Any);
                }
                return is_deeper;
            }
        };
        match levels.checked_sub(own) {
            Some(rest) => self.cut(inner, rest),
            None => {
                *ty = TypeRef::new(Type::Any);
                true
            }
        }
    }
}

/// Whether a shape means nothing if a part of it is any value.
fn is_whole(shape: &Shape) -> bool {
    match shape {
        Shape::Union(_) => true,
        Shape::Struct(_) | Shape::Tuple(_) | Shape::Alias(_) | Shape::Enum(_) | Shape::Newtype(_) => false,
    }
}
