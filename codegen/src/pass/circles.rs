//! Types that lead to each other, as far as the compiler follows them.
//!
//! `rustc` walks from a type that is dropped to those in it, and does not walk to the same one twice: how far it comes depends on the
//! graph and on where it begins. So this walks like `rustc`, from each type of a circle. A use that it reaches too far down is any
//! JSON value, which opens the circle.

use super::components::Components;
use crate::arena::Arena;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{Api, Rest, Shape, Type, TypeDef, TypeId, TypeRef, each_use, each_use_mut, mentioned, parts};
use std::collections::{BTreeMap, BTreeSet};

/// Levels that a type may have; the rest of the 128 is for whoever holds it.
pub(super) const LIMIT: usize = 80;
/// Circles of real documents are deeper than anything else in them, and their levels are counted as the compiler does it: they may go
/// so much further.
const FURTHER: usize = 20;
/// Levels that are left for what holds a type of a circle.
const ROOM: usize = 10;
/// Uses that are looked at. Circles for which they are not enough have thousands of types with thousands of properties each.
const MAX_STEPS: usize = 50_000_000;

/// Opens the circles that are too long, and says how deep each type of the others counts.
pub(super) fn run(api: &mut Api, diags: &mut Diagnostics) -> Arena<TypeId, usize> {
    loop {
        let mut walk = Walk::of(api);
        let deepest = walk.all(api);
        if walk.cut.is_empty() {
            return deepest;
        }
        let limit = LIMIT + FURTHER;
        for (id, target) in walk.cut {
            let def = &mut api.types[id];
            open(&mut def.shape, target);
            diags.push(Problem::DeepType { limit }, super::location(def));
        }
    }
}

/// A use within a circle.
struct Edge {
    target: TypeId,
    /// The list, map or box that is looked at before what is in it; nothing where only that is between them.
    wrapper: Option<usize>,
    /// How many levels down the target is.
    levels: usize,
}

struct Walk {
    edges: Arena<TypeId, Vec<Edge>>,
    /// The last start from which a type was reached, and a wrapper.
    types: Arena<TypeId, Option<TypeId>>,
    wrappers: Vec<Option<TypeId>>,
    /// Uses that are too far down.
    cut: Vec<(TypeId, TypeId)>,
    left: usize,
}

impl Walk {
    fn of(api: &Api) -> Walk {
        let components = Components::of(&api.types, uses);
        let mut known: BTreeMap<(u64, TypeId), usize> = BTreeMap::new();
        let edges = api.types.ids().map(|id| {
            let within = |target: TypeId| components.together(id, target);
            edges(&api.types[id], within, &mut known)
        });
        Walk {
            edges: edges.collect(),
            types: api.types.iter().map(|_| None).collect(),
            wrappers: vec![None; known.len()],
            cut: Vec::new(),
            left: MAX_STEPS,
        }
    }

    fn all(&mut self, api: &Api) -> Arena<TypeId, usize> {
        let counted = |depth: usize| depth.saturating_sub(FURTHER + ROOM);
        api.types.ids().map(|start| counted(self.from(start))).collect()
    }

    /// The deepest level that is reached, in the order in which `rustc` walks. Uses beyond the limit are taken away.
    fn from(&mut self, start: TypeId) -> usize {
        let Walk {
            edges,
            types,
            wrappers,
            cut,
            left,
        } = self;
        let mut deepest = 0;
        types[start] = Some(start);
        let mut open = vec![(start, 0, true)];
        while let Some((id, depth, is_known)) = open.pop() {
            // What is in a wrapper may have been reached in another way since.
            if *left == 0 || (!is_known && types[id].replace(start) == Some(start)) {
                continue;
            }
            *left = left.saturating_sub(edges[id].len());
            edges[id].retain(|edge| {
                let below = depth + edge.levels;
                let wrapper = edge.wrapper.and_then(|wrapper| wrappers.get_mut(wrapper));
                if types[edge.target] == Some(start) || wrapper.as_ref().is_some_and(|known| **known == Some(start)) {
                    return true;
                }
                if below > LIMIT + FURTHER {
                    cut.push((id, edge.target));
                    return false;
                }
                let is_known = wrapper.is_none();
                *wrapper.unwrap_or(&mut types[edge.target]) = Some(start);
                deepest = deepest.max(below);
                open.push((edge.target, below, is_known));
                true
            });
        }
        deepest
    }
}

/// The uses of a type that are within its circle, in their order. `known`: the wrappers of all types.
fn edges(def: &TypeDef, within: impl Fn(TypeId) -> bool, known: &mut BTreeMap<(u64, TypeId), usize>) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut add = |ty: &TypeRef, is_optional: bool| {
        let Some(target) = mentioned(ty).filter(|&target| within(target)) else {
            return;
        };
        let (kind, levels) = wrapped(ty);
        let next = known.len();
        // Of `Option<Box<T>>` the box comes first, of `Box<T>` what is in it.
        let wrapper = (is_optional || levels > 1).then(|| *known.entry((kind, target)).or_insert(next));
        edges.push(Edge {
            target,
            wrapper,
            levels: levels + usize::from(is_optional),
        });
    };
    match &def.shape {
        Shape::Struct(object) => {
            for field in &object.fields {
                add(&field.ty, !field.required || field.ty.nullable);
            }
            if let Rest::Kept(kept) = &object.rest {
                add(kept, true);
            }
        }
        Shape::Union(union) => union
            .variants
            .iter()
            .for_each(|variant| add(&variant.ty, variant.ty.nullable)),
        Shape::Tuple(tuple) => tuple
            .elements
            .iter()
            .chain(&tuple.rest)
            .for_each(|ty| add(ty, ty.nullable)),
        Shape::Alias(target) => add(target, target.nullable),
        Shape::Enum(_) | Shape::Newtype(_) => {}
    }
    let mut seen = BTreeSet::new();
    edges.retain(|edge| seen.insert((edge.target, edge.wrapper)));
    edges
}

/// Which lists and maps are around a named type, as a number, and how many levels they are; a type by itself is in a box.
fn wrapped(ty: &TypeRef) -> (u64, usize) {
    let (mut kind, mut levels) = (0_u64, 0);
    parts(ty, &mut |part| {
        let (digit, more) = match part.ty {
            Type::Array(_) => (1, 1),
            Type::Map(_) => (2, 2),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::String(_)
            | Type::Const(_)
            | Type::Foreign(_)
            | Type::Named { .. } => return,
        };
        kind = kind.wrapping_mul(3).wrapping_add(digit);
        levels += more;
    });
    (kind, levels.max(1))
}

/// Makes any value of all uses of a type in a shape; a union means nothing without one of its variants.
fn open(shape: &mut Shape, target: TypeId) {
    if matches!(shape, Shape::Union(_)) {
        *shape = Shape::Alias(TypeRef::new(Type::Any));
        return;
    }
    each_use_mut(shape, &mut |ty| {
        if mentioned(ty) == Some(target) {
            *ty = TypeRef::new(Type::Any);
        }
    });
}

/// All types that a type mentions.
pub(super) fn uses(def: &TypeDef) -> Vec<TypeId> {
    let mut out = Vec::new();
    each_use(&def.shape, &mut |ty| out.extend(mentioned(ty)));
    out
}
