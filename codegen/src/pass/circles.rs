//! Types that lead to each other, as far as the compiler follows them.
//!
//! `rustc` follows a type to those in it to drop it, and to tell whether it is `Send`; it does not follow the same one twice, so how
//! far it comes depends on the graph, on where it begins, and on the order. This walks like `rustc`, from each type of a circle. A
//! use that is reached too far down is any JSON value, which opens the circle.

use super::boxes::direct;
use super::components::Components;
use crate::arena::Arena;
use crate::diag::{Diagnostics, Problem};
use crate::ir::{Api, Rest, Shape, Type, TypeDef, TypeId, TypeRef, each_use, each_use_mut, mentioned, parts};
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a type beyond which a crate with the compiler's own limit, which is 128 (`recursion_limit`), may not use it: the others
/// are for what strings and JSON values are made of (8), and for what holds the type there: lists, locks, `async` blocks.
pub(super) const LIMIT: usize = 110;
/// Levels that a circle may have. Those of real documents have up to 132, and none of their types is lost: crates that use it have a
/// higher limit.
const AROUND: usize = 140;
/// Levels that are followed to drop a type: nothing that holds it makes them many more, and the limit is that of its own crate.
const DROPPED: usize = 100;
/// Levels of a list and of a map around a type that is asked whether it is `Send`, of a box, and of a field or a variant.
const HEAP: usize = 3;
const BOX: usize = 2;
const FIELD: usize = 1;
/// Uses that are looked at. Documents for which they are not enough have thousands of types with thousands of properties each.
const MAX_STEPS: usize = 50_000_000;

/// The use of a named type.
#[derive(Clone)]
struct Edge {
    target: TypeId,
    /// The list, map or box that is looked at before what is in it; nothing where only that is between them.
    wrapper: Option<usize>,
    /// How many levels down the target is when it is dropped.
    dropped: usize,
    /// How many levels down it is when it is asked whether it is `Send`.
    asked: usize,
}

/// What is known of the types for walks through them.
pub(super) struct Walks {
    /// The types that contain each other without a list or a map between them, so that they are boxed.
    boxed: Components,
    edges: Arena<TypeId, Vec<Edge>>,
    /// The lists, maps and boxes of types.
    known: BTreeMap<(u64, TypeId), usize>,
    /// How many walks there were, this one included.
    number: usize,
    /// The last walk that has reached a type, and a wrapper.
    types: Arena<TypeId, usize>,
    wrappers: Vec<usize>,
    /// Uses that are too far down.
    cut: Vec<(TypeId, TypeId)>,
    left: usize,
}

impl Walks {
    pub(super) fn new(api: &Api) -> Walks {
        Walks {
            boxed: Components::of(&api.types, direct),
            edges: api.types.iter().map(|_| Vec::new()).collect(),
            known: BTreeMap::new(),
            number: 0,
            types: api.types.iter().map(|_| 0).collect(),
            wrappers: Vec::new(),
            cut: Vec::new(),
            left: MAX_STEPS,
        }
    }

    /// Looks at the uses of a type, before walks come to it and whenever they have changed.
    pub(super) fn learn(&mut self, id: TypeId, def: &TypeDef) {
        let is_boxed = |target: TypeId| self.boxed.together(id, target);
        self.edges[id] = edges(def, is_boxed, &mut self.known);
        self.wrappers.resize(self.known.len(), 0);
    }

    /// Opens a circle that is too deep, and says how deep each of its types is then.
    pub(super) fn settle(&mut self, api: &mut Api, circle: &[TypeId], diags: &mut Diagnostics) -> Vec<usize> {
        loop {
            let deepest = circle.iter().map(|&id| {
                self.dropped(id);
                self.asked(id)
            });
            let deepest = deepest.collect();
            if self.cut.is_empty() {
                return deepest;
            }
            for (from, to) in std::mem::take(&mut self.cut) {
                let def = &mut api.types[from];
                open(&mut def.shape, to);
                diags.push(Problem::DeepType { limit: AROUND }, super::location(def));
                self.learn(from, &api.types[from]);
            }
        }
    }

    /// The deepest level that is reached to tell whether a type is `Send`: each use is followed to its end before the next one. Uses
    /// beyond the limit are taken away.
    fn asked(&mut self, start: TypeId) -> usize {
        let mut deepest = 0;
        self.number += 1;
        self.types[start] = self.number;
        let mut open = vec![(start, 0, 0)];
        while let Some((id, depth, next)) = open.pop() {
            let Some(&Edge { target, asked, .. }) = self.edges[id].get(next) else {
                continue;
            };
            let below = depth + asked;
            let is_known = self.left == 0 || self.types[target] == self.number;
            self.left = self.left.saturating_sub(1);
            if !is_known && below > AROUND {
                self.cut.push((id, target));
                self.edges[id].remove(next);
                open.push((id, depth, next));
                continue;
            }
            open.push((id, depth, next + 1));
            if !is_known {
                self.types[target] = self.number;
                deepest = deepest.max(below);
                open.push((target, below, 0));
            }
        }
        deepest
    }

    /// Follows a type to drop it: all uses of a type are known before the last of them is followed. Uses beyond the limit are taken away.
    fn dropped(&mut self, start: TypeId) {
        self.number += 1;
        let Walks {
            edges,
            number,
            types,
            wrappers,
            cut,
            left,
            ..
        } = self;
        types[start] = *number;
        let mut open = vec![(start, 0, true)];
        while let Some((id, depth, is_known)) = open.pop() {
            // What is in a wrapper may have been reached in another way since.
            if *left == 0 || (!is_known && std::mem::replace(&mut types[id], *number) == *number) {
                continue;
            }
            *left = left.saturating_sub(edges[id].len());
            edges[id].retain(|edge| {
                let below = depth + edge.dropped;
                let wrapper = edge.wrapper.and_then(|wrapper| wrappers.get_mut(wrapper));
                if types[edge.target] == *number || wrapper.as_ref().is_some_and(|known| **known == *number) {
                    return true;
                }
                if below > DROPPED {
                    cut.push((id, edge.target));
                    return false;
                }
                let is_known = wrapper.is_none();
                *wrapper.unwrap_or(&mut types[edge.target]) = *number;
                open.push((edge.target, below, is_known));
                true
            });
        }
    }
}

/// The uses of named types in a type, in their order. `known`: the wrappers of all types.
fn edges(def: &TypeDef, is_boxed: impl Fn(TypeId) -> bool, known: &mut BTreeMap<(u64, TypeId), usize>) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut add = |ty: &TypeRef, is_optional: bool| {
        let Some(target) = mentioned(ty) else { return };
        let (kind, levels, asked) = wrapped(ty, is_boxed(target));
        let next = known.len();
        // Of `Option<Box<T>>` the box comes first, of `Box<T>` what is in it.
        let wrapper = (is_optional || levels > 1).then(|| *known.entry((kind, target)).or_insert(next));
        edges.push(Edge {
            target,
            wrapper,
            dropped: levels + usize::from(is_optional),
            asked: FIELD + asked + usize::from(is_optional),
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

/// Which lists and maps are around a named type, as a number, and how many levels they are when they are dropped and when they are
/// asked; a type by itself may be in a box.
fn wrapped(ty: &TypeRef, is_boxed: bool) -> (u64, usize, usize) {
    let (mut kind, mut levels, mut asked) = (0_u64, 0, 0);
    parts(ty, &mut |part| {
        let is_item = !std::ptr::eq(part, ty);
        asked += usize::from(is_item && part.nullable);
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
        asked += HEAP;
    });
    let asked = if levels == 0 && is_boxed { BOX } else { asked };
    (kind, levels.max(1), asked)
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
