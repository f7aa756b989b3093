//! Which items of two surfaces are the same thing under another name: operations by method and path, types by the operation that
//! holds them, by their place in the document, and by their shape.

use super::side::{first_of_each, words};
use crate::surface::{Fact, Item, Kind, Surface, owner};
use std::collections::{BTreeMap, BTreeSet};

/// The operations and types that are the same thing, whatever they are called.
#[derive(Default)]
pub(super) struct Pairs<'s> {
    /// Old names of operations and their new ones.
    pub(super) operations: BTreeMap<&'s str, &'s str>,
    /// Old names of types and their new ones, also where that is the same.
    pub(super) types: BTreeMap<&'s str, &'s str>,
    /// Names that mean another operation or type now: the name, and what the old bearer is called.
    pub(super) taken: Vec<(&'s str, Option<&'s str>)>,
}

/// Method and path, without the names of path parameters.
pub(super) fn endpoint(item: &Item) -> String {
    let path = item.fact(Fact::Path).split('{').enumerate();
    let path = path.map(|(index, part)| match (index, part.split_once('}')) {
        (0, _) | (_, None) => part,
        (_, Some((_, after))) => after,
    });
    format!("{} {}", item.fact(Fact::Method), path.collect::<Vec<_>>().join("{}"))
}

impl<'s> Pairs<'s> {
    pub(super) fn find(old: &'s Surface, new: &'s Surface) -> Pairs<'s> {
        let mut pairs = Pairs::default();
        pairs.operations(old, new);
        pairs.types(old, new);
        pairs
    }

    fn operations(&mut self, old: &'s Surface, new: &'s Surface) {
        let endpoints = |surface: &'s Surface| -> BTreeMap<String, &'s str> {
            let operations = of_kind(surface, Kind::Operation);
            operations.map(|(name, item)| (endpoint(item), name)).collect()
        };
        let (before, after) = (endpoints(old), endpoints(new));
        for (name, item) in of_kind(old, Kind::Operation) {
            let same = new
                .items
                .get_key_value(name)
                .map(|(name, item)| (name.as_str(), endpoint(item)));
            let bearer = after.get(&endpoint(item)).copied();
            match (bearer, same) {
                (Some(bearer), same) => {
                    self.operations.insert(name, bearer);
                    if same.is_some_and(|(same, _)| same != bearer) {
                        self.taken.push((name, Some(bearer)));
                    }
                }
                // The endpoint is gone, and the name calls one that there was already.
                (None, Some((_, endpoint))) if before.contains_key(&endpoint) => self.taken.push((name, None)),
                (None, Some((same, _))) => drop(self.operations.insert(name, same)),
                (None, None) => {}
            }
        }
    }

    fn types(&mut self, old: &'s Surface, new: &'s Surface) {
        let moved = self.modules(old, new);
        let mut open = Vec::new();
        for (name, _) in of_kind(old, Kind::Type) {
            let new_name = match name.rsplit_once("::") {
                Some((module, own)) => moved
                    .get(module)
                    .map_or_else(|| name.to_owned(), |to| format!("{to}::{own}")),
                None => name.to_owned(),
            };
            match new.items.get_key_value(&new_name) {
                Some((new_name, _)) => drop(self.types.insert(name, new_name)),
                None => open.push(name),
            }
        }
        let taken: BTreeSet<&str> = self.types.values().copied().collect();
        let free: Vec<&str> = of_kind(new, Kind::Type)
            .map(|(name, _)| name)
            .filter(|name| !taken.contains(name))
            .collect();
        let places = only_one(free.iter().map(|name| (place(new, name), *name)));
        let shapes = only_one(free.iter().map(|name| (shape(new, name), *name)));
        let old_shapes = only_one(open.iter().map(|name| (shape(old, name), *name)));
        let mut used = BTreeSet::new();
        for name in open {
            let (place, shape) = (place(old, name), shape(old, name));
            let by_shape = || old_shapes.get(&shape).and(shapes.get(&shape));
            let found = places.get(&place).filter(|_| !place.is_empty()).or_else(by_shape);
            if let Some(found) = found.filter(|found| used.insert(**found)) {
                self.types.insert(name, found);
            }
        }
        self.inner_types(old, new, &places);
        self.taken_types(old, new, &free);
    }

    /// Types inside of types that are called something else.
    fn inner_types(&mut self, old: &'s Surface, new: &'s Surface, places: &BTreeMap<String, &'s str>) {
        let renamed: Vec<(&str, &str)> = self
            .types
            .iter()
            .filter(|(from, to)| from != to)
            .map(|(a, b)| (*a, *b))
            .collect();
        let moved = renamed.into_iter().enumerate();
        let moved = moved.map(|(order, (from, to))| (place(old, from), (order, place(new, to))));
        let moved = first_of_each(moved);
        for (name, item) in of_kind(old, Kind::Type) {
            // The types around it, of which the first in the order of their names counts.
            let around = item.pointer.match_indices('/').filter_map(|(at, _)| {
                let (from, rest) = item.pointer.split_at(at);
                let (order, to) = moved.get(from)?;
                Some((order, *places.get(&format!("{to}{rest}"))?))
            });
            if let Some((_, inner)) = around.min() {
                self.types.entry(name).or_insert(inner);
            }
        }
    }

    /// Names of types whose old bearer is there under a name that is new.
    fn taken_types(&mut self, old: &'s Surface, new: &'s Surface, free: &[&'s str]) {
        let shapes = only_one(free.iter().map(|name| (shape(new, name), *name)));
        let same = self.types.iter().filter(|(name, new_name)| name == new_name);
        let taken = same.filter_map(|(name, _)| {
            let before = shape(old, name);
            let moved = old.items[*name].pointer != new.items[*name].pointer;
            let bearer = shapes.get(&before).filter(|_| moved && before != shape(new, name))?;
            (new.items[*bearer].pointer == old.items[*name].pointer).then_some((*name, Some(*bearer)))
        });
        let taken: Vec<(&str, Option<&str>)> = taken.collect();
        for (name, bearer) in &taken {
            self.types.extend(bearer.map(|bearer| (*name, bearer)));
            let mut others = of_kind(old, Kind::Type);
            let other = others.find(|(_, item)| item.pointer == new.items[*name].pointer && !item.pointer.is_empty());
            self.types.extend(other.map(|(other, _)| (other, *name)));
        }
        self.taken.extend(taken);
    }

    /// Modules of operations that are called something else.
    fn modules(&self, old: &'s Surface, new: &'s Surface) -> BTreeMap<&'s str, &'s str> {
        let modules = self.operations.iter().filter_map(|(from, to)| {
            let module = |surface: &'s Surface, name: &str| Some(surface.items.get(name)?.fact(Fact::Module));
            Some((module(old, from)?, module(new, to)?))
        });
        modules.filter(|(from, to)| from != to).collect()
    }
}

fn of_kind(surface: &Surface, kind: Kind) -> impl Iterator<Item = (&str, &Item)> {
    let items = surface.items.iter();
    items.filter_map(move |(name, item)| (item.kind == kind).then_some((name.as_str(), item)))
}

fn place(surface: &Surface, name: &str) -> String {
    surface
        .items
        .get(name)
        .map_or_else(String::new, |item| item.pointer.to_string())
}

/// What tells a type from others: its shape, and what it has on the wire, also in the types inside of it. Empty where that is too
/// little to tell.
fn shape(surface: &Surface, name: &str) -> String {
    let parts = parts(surface, name, 0);
    match parts.len() {
        0 | 1 => String::new(),
        _ => parts.join(", "),
    }
}

fn parts(surface: &Surface, name: &str, depth: usize) -> Vec<String> {
    let Some(ty) = surface.items.get(name) else {
        return Vec::new();
    };
    let all = surface.items.range(name.to_owned()..);
    let all = all.take_while(|(part, _)| part.starts_with(name));
    let own = all.filter(|(part, item)| owner(part, item.kind) == Some(name));
    let mut found: Vec<String> = own
        .map(|(_, part)| {
            let facts = [Fact::Wire, Fact::Required, Fact::Default, Fact::Constant].map(|fact| part.fact(fact));
            let inside = words(part.fact(Fact::Type)).filter(|word| {
                let inner = surface.items.get(*word);
                depth < 2 && inner.is_some_and(|inner| is_inside(&inner.pointer, &ty.pointer))
            });
            let inside: Vec<String> = inside.flat_map(|word| parts(surface, word, depth + 1)).collect();
            format!("{} {}({})", ty.fact(Fact::Shape), facts.join(" "), inside.join(", "))
        })
        .collect();
    found.sort();
    found
}

/// Whether a pointer is below another one.
fn is_inside(pointer: &str, around: &str) -> bool {
    pointer.strip_prefix(around).is_some_and(|rest| rest.starts_with('/'))
}

/// What only one has, without what says nothing.
fn only_one<'n>(all: impl Iterator<Item = (String, &'n str)>) -> BTreeMap<String, &'n str> {
    let mut found: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for (key, name) in all.filter(|(key, _)| !key.is_empty()) {
        found.entry(key).and_modify(|known| *known = None).or_insert(Some(name));
    }
    found.into_iter().filter_map(|(key, name)| Some((key, name?))).collect()
}
