//! How deep types are nested: as deep as the compiler follows them, and no deeper.
//!
//! To know what dropping a type does and whether it is `Send`, `rustc` looks at the types in it, and gives up 128 levels down, be it in
//! the crate of a user who has nothing but a field of it. What is deeper is any JSON value. Types that lead to each other are as deep as
//! the compiler follows them from there (`circles`).

use super::circles::{LIMIT, Walks, uses};
use super::components::Components;
use crate::arena::Arena;
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{
    Api, Origin, Shape, Type, TypeId, TypeRef, each_event_mut, each_use, each_use_mut, each_use_of_mut, parts,
};

/// Levels of a type with a name, which is optional where it is used.
const NAMED: usize = 2;
/// Types that lead to each other, each of which `rustc` follows to all others to tell whether a panic harms it, as rustdoc asks. A box is
/// four levels then, and a map ten: the types of a larger circle say it themselves.
const SMALL_CIRCLE: usize = 8;
/// What a circle counts to what holds it: never so much that there is no room.
const MOST_OF_CIRCLE: usize = 80;
/// Levels of a list: itself, its buffer, and what says of which items.
const LIST: usize = 3;
/// Levels of a map, for whoever asks whether a panic harms it.
const MAP: usize = 10;

pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) {
    let components = Components::of(&api.types, uses);
    let mut depths = Depths {
        of: api.types.iter().map(|_| NAMED).collect(),
        components: &components,
        from: None,
    };
    let limit = Problem::DeepType { limit: LIMIT };
    let mut walks = Walks::new(api);
    for set in components.sets(&api.types) {
        let mut deepest: Vec<usize> = Vec::new();
        for &id in &set {
            deepest.push(depths.held(api, id, diags));
            walks.learn(id, &api.types[id]);
        }
        if set.len() > 1 {
            let held = std::mem::replace(&mut deepest, walks.settle(api, &set, diags));
            if let (Some(first), true) = (set.iter().min(), deepest.iter().any(|&deepest| deepest > LIMIT)) {
                api.is_deep = true;
                let types = set.len();
                diags.push(Problem::DeepCircle { types }, super::location(&api.types[*first]));
            }
            for (deepest, held) in deepest.iter_mut().zip(held) {
                *deepest = held.max(*deepest).min(MOST_OF_CIRCLE);
            }
        }
        for (&id, deepest) in set.iter().zip(deepest) {
            depths.of[id] = NAMED + deepest;
            api.types[id].in_long_circle = set.len() > SMALL_CIRCLE;
        }
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
    /// How deep what a type holds is, beside those that lead back to it. What is too deep is any value.
    fn held(&mut self, api: &mut Api, id: TypeId, diags: &mut Diagnostics) -> usize {
        self.from = Some(id);
        let def = &mut api.types[id];
        let mut is_cut = false;
        if is_whole(&def.shape) && self.deepest(&def.shape) > LIMIT - NAMED {
            def.shape = Shape::Alias(TypeRef::new(Type::Any));
            is_cut = true;
        }
        each_use_mut(&mut def.shape, &mut |ty| is_cut |= self.cut(ty, LIMIT - NAMED));
        if is_cut {
            diags.push(Problem::DeepType { limit: LIMIT }, super::location(def));
        }
        self.deepest(&def.shape)
    }

    fn deepest(&self, shape: &Shape) -> usize {
        let mut deepest = 0;
        each_use(shape, &mut |ty| deepest = deepest.max(self.depth(ty)));
        deepest
    }

    fn depth(&self, ty: &TypeRef) -> usize {
        let mut depth = 0;
        parts(ty, &mut |part| {
            depth += usize::from(part.nullable);
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
        match levels.checked_sub(own + usize::from(ty.nullable)) {
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
