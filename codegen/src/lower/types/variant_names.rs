//! What the variants of a union are called.
//!
//! Each has a list of names, best first, which says what it is and nothing of the others; a name that several come to is
//! nobody's (see [`settle`]). So a variant that is added, wherever it is, takes no name over.
//!
//! | a member of `oneOf` | names |
//! | --- | --- |
//! | `$ref: '#/components/schemas/Cat'` | `Cat` |
//! | `{title: A cat, …}` | `A cat`, then the next ones |
//! | with the tags `[cat, tom]` of a discriminator | `cat`, `tom`, then the next ones |
//! | `{const: on}` | `on` |
//! | `{type: string, …}` | `string`, its format or `plain string`, its values |
//! | `{type: array, items: {$ref: …/Cat}}` | `Cat list` |
//! | `{type: object, required: [id], properties: {id, age, kind: {const: cat}}}` | `object`, `cat`, `id`, `age`, `kind`, `age id kind` |
//!
//! The last name has a hash of the member.

use super::candidate::Candidate;
use crate::distinct::{fingerprint, settle};
use crate::ir::{Json, PathStep, TypePath, ValueKind};
use crate::lower::schema::Inner;
use crate::lower::{Declared, Lower};
use crate::openapi::schema::JsonType;

/// Lists in lists that a name tells of. A list can hold itself.
const MAX_LISTS: usize = 3;
/// Values and properties that a variant can be called after: more tell nothing more.
const MAX_PARTS: usize = 32;

/// What a variant can be called, and what its own type is called after.
#[derive(Clone)]
pub(in crate::lower) struct VariantName {
    pub(in crate::lower) name: String,
    pub(in crate::lower) step: PathStep,
}

impl VariantName {
    fn new(name: String) -> VariantName {
        let step = PathStep::Variant(name.clone());
        VariantName { name, step }
    }

    /// The values of one JSON type.
    pub(in crate::lower) fn of_kind(kind: JsonType, name: String) -> VariantName {
        let step = PathStep::Kind(value_kind(kind));
        VariantName { name, step }
    }
}

/// Where in its list each variant finds its name.
fn settled(lists: &[Vec<VariantName>]) -> Vec<Option<usize>> {
    let name = |bearer: usize, at: usize| lists[bearer].get(at).map(|name: &VariantName| folded(&name.name));
    let settled = settle(lists.len(), |_| false, name).into_iter();
    settled.map(|found| found.map(|(at, _)| at)).collect()
}

/// Names that may become the same in Rust are the same.
fn folded(name: &str) -> String {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.is_empty() {
        name.to_owned()
    } else {
        letters.to_lowercase()
    }
}

impl Lower<'_, '_> {
    /// The names of the members of a union, in their order. `tags` are those of each member, `path` is that of the union.
    pub(in crate::lower) fn variant_names(
        &mut self,
        candidates: &[Candidate],
        tags: &[Vec<Json>],
        path: &TypePath,
    ) -> Vec<VariantName> {
        let members = candidates.iter().zip(tags);
        let mut lists: Vec<_> = members
            .map(|(candidate, tags)| self.names_of(candidate, tags))
            .collect();
        let mut places = settled(&lists);
        // Few unions need to look into their members.
        if places.contains(&None) {
            for (list, candidate) in lists.iter_mut().zip(candidates) {
                list.extend(self.parts(candidate).into_iter().map(VariantName::new));
            }
            places = settled(&lists);
        }
        let named = places.into_iter().zip(lists).enumerate();
        // What differs in nothing has no name of its own: it is numbered, in the order of the document.
        let numbered = |index: usize| VariantName::new(format!("Variant {}", index + 1));
        let named = named
            .map(|(index, (place, mut list))| place.map_or_else(|| numbered(index), |place| list.swap_remove(place)));
        // Many titles only repeat the property that the union is at: then the type would have the name of the union.
        let repeats = |name: &str| {
            let last = path.steps.last();
            last.is_some_and(|last| matches!(last, PathStep::Property(property) if folded(property) == folded(name)))
        };
        let members = named
            .zip(candidates)
            .map(|(named, candidate)| match candidate.kinds.single() {
                Some(kind) if repeats(&named.name) => VariantName::of_kind(kind, named.name),
                _ => named,
            });
        members.collect()
    }

    /// What a member can be called after: the schema it refers to, its title, its tags, its constant, its kind, its parts.
    fn names_of(&mut self, candidate: &Candidate, tags: &[Json]) -> Vec<VariantName> {
        let mut names: Vec<String> = Vec::new();
        if let Some(Inner::Named(target)) = self.schemas.unwrap(candidate.node) {
            names.extend(self.component_name(target));
        }
        let schema = self.schemas.read(candidate.node);
        names.extend(
            schema
                .title
                .as_deref()
                .filter(|title| !title.trim().is_empty())
                .map(str::to_owned),
        );
        names.extend(sorted(tags.iter().filter_map(json_word)));
        names.extend(
            candidate
                .merged
                .constant
                .and_then(|constant| json_word(&self.json(constant))),
        );
        let mut names: Vec<VariantName> = names.into_iter().map(VariantName::new).collect();
        if let Some(kind) = candidate.kinds.single() {
            let name = match kind {
                JsonType::Array => self.list_name(&candidate.merged.items),
                _ => kind.as_str().to_owned(),
            };
            names.push(VariantName::of_kind(kind, name));
        } else {
            let kinds: Vec<&str> = candidate.kinds.iter().map(JsonType::as_str).collect();
            let name = if kinds.is_empty() {
                "any".to_owned()
            } else {
                kinds.join(" or ")
            };
            names.push(VariantName::new(name));
        }
        names
    }

    /// What a member without a name of its own has that others may not have. In the order of the alphabet, because the order of
    /// the document may change.
    fn parts(&mut self, candidate: &Candidate) -> Vec<String> {
        let merged = &candidate.merged;
        let kind = candidate.kinds.single().map_or("value", JsonType::as_str);
        let format = match &merged.format {
            Some(format) => format.to_string(),
            None => format!("plain {kind}"),
        };
        let values = merged.values.iter().flat_map(|(_, values)| values);
        // One of several values would be the name of that value.
        let values = sorted(values.filter_map(|&value| json_word(&self.json(value)))).join(" or ");
        let required = sorted(merged.required.iter().map(|name| name.to_string()));
        let properties = sorted(merged.properties.keys().map(|name| name.to_string()));
        let constants = properties.iter().filter_map(|name| {
            let values = self.property_values(candidate.node, name)?;
            values
                .as_slice()
                .first()
                .filter(|_| values.len() == 1)
                .and_then(json_word)
        });
        let mut names = sorted(constants.collect::<Vec<_>>().into_iter());
        let kinds = properties.iter().filter_map(|name| {
            let [only] = merged.properties.get(&**name)?.as_slice() else {
                return None;
            };
            let kind = self.schemas.kinds(only.node).without(JsonType::Null).single()?;
            Some(format!("{name} {}", kind.as_str()))
        });
        let kinds: Vec<String> = kinds.collect();
        let whole = properties.join(" ");
        let hash = fingerprint(&format!("{:?}", self.json(candidate.node)));
        names.push(format);
        names.extend(Some(values).filter(|values| !values.is_empty()));
        names.extend(required.into_iter().chain(properties));
        names.extend(kinds);
        names.extend([whole, format!("{kind} x{hash:08x}")]);
        names
    }

    /// What a list is called: after its items, so that two lists in one union are told apart.
    pub(in crate::lower) fn list_name(&mut self, items: &[Declared]) -> String {
        self.nested_list_name(items, 0)
    }

    fn nested_list_name(&mut self, items: &[Declared], depth: usize) -> String {
        let item = match items {
            [item] if depth < MAX_LISTS => self.item_name(item, depth),
            _ => None,
        };
        item.map_or_else(|| "List".to_owned(), |item| format!("{item} list"))
    }

    fn item_name(&mut self, item: &Declared, depth: usize) -> Option<String> {
        if let Some(Inner::Named(target)) = self.schemas.unwrap(item.node) {
            return self.component_name(target);
        }
        let kind = self.schemas.kinds(item.node).without(JsonType::Null).single()?;
        match kind {
            JsonType::Array => {
                let inner = self.schemas.merge(std::slice::from_ref(item)).items;
                Some(self.nested_list_name(&inner, depth + 1))
            }
            JsonType::Object => Some("Object".to_owned()),
            JsonType::Null | JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String => {
                Some(kind.as_str().to_owned())
            }
        }
    }
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.truncate(MAX_PARTS);
    names
}

fn value_kind(kind: JsonType) -> ValueKind {
    match kind {
        JsonType::Null => ValueKind::Null,
        JsonType::Boolean => ValueKind::Boolean,
        JsonType::Integer => ValueKind::Integer,
        JsonType::Number => ValueKind::Number,
        JsonType::String => ValueKind::String,
        JsonType::Array => ValueKind::Array,
        JsonType::Object => ValueKind::Object,
    }
}

/// The text of a scalar, to name something after.
fn json_word(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.to_string()),
        Json::Number(text) => Some(text.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}
