//! One of the two surfaces, as a comparison looks at it: items by their owners, and types without aliases and former names.

use crate::surface::{Fact, Item, Kind, Surface, owner};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Aliases of aliases are followed so far.
const MAX_ALIASES: usize = 32;

/// One of the two surfaces.
pub(super) struct Side<'s> {
    pub(super) surface: &'s Surface,
    /// The items of each owner and kind.
    parts: BTreeMap<Kind, BTreeMap<&'s str, Vec<&'s str>>>,
    /// The operation of each module.
    modules: BTreeMap<&'s str, &'s str>,
    /// What types are called on the other side, where that is something else.
    renamed: BTreeMap<&'s str, &'s str>,
    /// The same the other way round.
    own_names: BTreeMap<&'s str, &'s str>,
}

impl<'s> Side<'s> {
    pub(super) fn new(surface: &'s Surface, renamed: BTreeMap<&'s str, &'s str>) -> Side<'s> {
        let mut parts: BTreeMap<Kind, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
        for (name, item) in &surface.items {
            if let Some(owner) = owner(name, item.kind) {
                parts.entry(item.kind).or_default().entry(owner).or_default().push(name);
            }
        }
        let operations = surface.items.iter().filter(|(_, item)| item.kind == Kind::Operation);
        let modules = operations.map(|(name, item)| (item.fact(Fact::Module), name.as_str()));
        let own_names = renamed.iter().map(|(old, new)| (*new, *old));
        Side {
            surface,
            parts,
            modules: first_of_each(modules),
            own_names: first_of_each(own_names),
            renamed,
        }
    }

    /// The operation that a module is of.
    pub(super) fn operation_of(&self, module: &str) -> Option<&'s str> {
        self.modules.get(module).copied()
    }

    pub(super) fn item(&self, name: &str) -> Option<&'s Item> {
        self.surface.items.get(name)
    }

    /// What this side calls a type that has the name of the other side.
    pub(super) fn own_name<'n>(&self, name: &'n str) -> &'n str
    where
        's: 'n,
    {
        self.own_names.get(name).copied().unwrap_or(name)
    }

    /// The items of one kind that an item has.
    pub(super) fn parts<'p>(
        &'p self,
        owner: &str,
        kind: Kind,
    ) -> impl Iterator<Item = (&'s str, &'s Item)> + use<'s, 'p> {
        let names = self.parts.get(&kind).and_then(|owners| owners.get(owner));
        let names = names.map_or(&[][..], Vec::as_slice);
        names
            .iter()
            .filter_map(|name| Some((*name, self.surface.items.get(*name)?)))
    }

    /// All items of one kind.
    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = (&'s str, &'s Item)> {
        let items = self.surface.items.iter();
        items.filter_map(move |(name, item)| (item.kind == kind).then_some((name.as_str(), item)))
    }

    /// What a type is, whatever it is called: aliases are what they mean, and renamed types have the name of the other side.
    pub(super) fn canonical(&self, ty: &str) -> String {
        self.expanded(ty, 0)
    }

    fn expanded(&self, ty: &str, depth: usize) -> String {
        let mut out = String::new();
        for word in words(ty) {
            match self.item(word) {
                Some(item) if item.fact(Fact::Shape) == "alias" && depth < MAX_ALIASES => {
                    out.push_str(&self.expanded(item.fact(Fact::Type), depth + 1));
                }
                Some(_) | None => out.push_str(self.renamed.get(word).unwrap_or(&word)),
            }
        }
        out
    }

    /// The type of an item, canonical.
    pub(super) fn ty(&self, item: &Item) -> String {
        self.canonical(item.fact(Fact::Type))
    }

    /// The type of what an item holds, canonical; a constant is a type of one value.
    pub(super) fn held(&self, item: &Item) -> String {
        match item.facts.contains_key(&Fact::Type) {
            true => self.ty(item),
            false => held(item).into_owned(),
        }
    }

    /// Where a path parameter is in the template, so that its name there does not matter; any other item by its name on the wire.
    pub(super) fn identity(&self, owner: &str, name: &str, item: &'s Item) -> Cow<'s, str> {
        let wire = item.fact(Fact::Wire);
        match (item.kind, item.fact(Fact::In)) {
            (Kind::Argument, "path") => {
                let template = self.item(owner).map_or("", |operation| operation.fact(Fact::Path));
                let place = template.find(&format!("{{{wire}}}"));
                let before = place.and_then(|place| template.get(..place)).unwrap_or_default();
                Cow::Owned(format!("path {}", before.matches('{').count()))
            }
            (Kind::Argument, "header") => Cow::Owned(format!("header {}", wire.to_ascii_lowercase())),
            (Kind::Argument, location) => Cow::Owned(format!("{location} {wire}")),
            // A variant of a union is what it holds; its tags may change.
            (Kind::Variant, _) if item.facts.contains_key(&Fact::Type) => Cow::Owned(self.ty(item)),
            (Kind::Method, _) => Cow::Owned(crate::surface::own_name(name, item.kind).to_owned()),
            (_, _) => Cow::Borrowed(wire),
        }
    }
}

/// The first value of each key: thousands of items are compared with thousands of others.
pub(super) fn first_of_each<K: Ord, V>(all: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut found = BTreeMap::new();
    for (key, value) in all {
        found.entry(key).or_insert(value);
    }
    found
}

/// The type of what an item holds; a constant is a type of one value.
pub(super) fn held(item: &Item) -> Cow<'_, str> {
    match (item.fact(Fact::Type), item.fact(Fact::Constant)) {
        ("", json) if !json.is_empty() => Cow::Owned(format!("{ONLY}{json}")),
        (ty, _) => Cow::Borrowed(ty),
    }
}

/// What the type of a constant begins with; its value follows.
const ONLY: char = '=';

/// The value of a constant.
pub(super) fn constant(ty: &str) -> Option<&str> {
    ty.strip_prefix(ONLY)
}

/// Names and what is between them.
pub(super) fn words(ty: &str) -> impl Iterator<Item = &str> {
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '#');
    let mut rest = ty;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest
            .find(|letter| is_name(letter) != is_name(first))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}
