//! The schemas that the runtime interprets: each is written where it is checked, nested in what refers to it. A schema has a name
//! only where it is checked, refers to itself, or is referred to from several places.

use super::constraints::Checked;
use crate::ir::{Api, Assertion, AssertionId, Origin};
use crate::plan::names::{Case, Ident, ModuleId, Scope};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// The schemas that have a name in a module, in the order in which they are written.
pub type Schemas = IndexMap<AssertionId, Ident>;

/// So deep schemas are nested in each other.
const MAX_DEPTH: usize = 8;

/// Words of pointers that say nothing about what a schema is for.
const SILENT: &[&str] = &["schema", "schemas", "properties", "components", "content", "items"];

/// The assertions that emitted code uses, and all that these refer to.
pub(super) fn used(api: &Api, checked: &[Checked<'_>]) -> Vec<AssertionId> {
    let roots = checked.iter().flat_map(|checked| &checked.checks.assertions);
    reached(api, roots.copied()).into_keys().collect()
}

/// The schemas with names, by module. No name is that of a type (`C`, `V2`, whatever has no capitals): tuples are values, too.
pub(super) fn named(api: &Api, checked: &[Checked<'_>], types: &[&str]) -> BTreeMap<ModuleId, Schemas> {
    let mut modules: BTreeMap<ModuleId, IndexMap<AssertionId, String>> = BTreeMap::new();
    for checked in checked {
        for id in &checked.checks.assertions {
            let names = modules.entry(checked.module).or_default();
            let name = || root_name(checked, api.assertions[*id].origin.as_ref());
            names.entry(*id).or_insert_with(name);
        }
    }
    let name = |(module, mut names): (ModuleId, IndexMap<AssertionId, String>)| {
        let inner = reached(api, names.keys().copied());
        for (id, _) in inner.into_iter().filter(|(_, reached)| reached.needs_name()) {
            let origin = api.assertions[id].origin.as_ref();
            let name = || origin.map_or_else(String::new, |origin| last_words(&origin.pointer));
            names.entry(id).or_insert_with(name);
        }
        let raws: Vec<String> = names.values().map(|name| apart(name)).collect();
        let claimed = Scope::new(types).claim_all(&raws, Case::Const);
        (module, names.keys().copied().zip(claimed).collect())
    };
    modules.into_iter().map(name).collect()
}

/// How a schema is reached from others.
struct Reached {
    /// In how many places others refer to it.
    places: usize,
    /// How deep it is in the first of them.
    depth: usize,
}

impl Reached {
    /// Whether it cannot be written where it is referred to. Deep nests are cut, since compilers have a limit.
    fn needs_name(&self) -> bool {
        self.places > 1 || (self.depth > 0 && self.depth.is_multiple_of(MAX_DEPTH))
    }
}

/// What can be reached from some schemas, these included.
fn reached(api: &Api, roots: impl Iterator<Item = AssertionId>) -> BTreeMap<AssertionId, Reached> {
    let root = |id| (id, Reached { places: 0, depth: 0 });
    let mut found: BTreeMap<AssertionId, Reached> = roots.map(root).collect();
    let mut open: Vec<(AssertionId, usize)> = found.keys().map(|id| (*id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        for target in targets(&api.assertions[id]) {
            let depth = depth + 1;
            let reached = found.entry(target).or_insert_with(|| {
                open.push((target, depth));
                Reached { places: 0, depth }
            });
            reached.places += 1;
        }
    }
    found
}

/// A schema is named after what it is checked for: the type or the parameter, and its place in it.
fn root_name(checked: &Checked<'_>, origin: Option<&Origin>) -> String {
    let inner = origin.and_then(|origin| origin.pointer.strip_prefix(&*checked.origin.pointer));
    let inner = inner.map(words).unwrap_or_default();
    format!("{} {inner}", checked.name)
}

/// The facts of an operation and of its forms, which are in the same file, begin with `OPERATION`.
fn apart(name: &str) -> String {
    match name.trim_start().to_ascii_lowercase().starts_with("operation") {
        true => format!("Schema of {name}"),
        false => name.to_owned(),
    }
}

fn words(pointer: &str) -> String {
    let words = pointer.split('/').filter(|word| !SILENT.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

fn last_words(pointer: &str) -> String {
    let last = pointer.rsplit('/').find(|word| !SILENT.contains(word));
    last.unwrap_or_default().to_owned()
}

/// What a schema refers to.
fn targets(assertion: &Assertion) -> Vec<AssertionId> {
    let single = [
        assertion.reference,
        assertion.additional_properties,
        assertion.unevaluated_properties,
        assertion.property_names,
        assertion.items,
        assertion.unevaluated_items,
        assertion.contains,
        assertion.not,
        assertion.condition,
        assertion.consequence,
        assertion.alternative,
    ];
    let named = assertion
        .properties
        .iter()
        .chain(&assertion.pattern_properties)
        .chain(&assertion.dependent_schemas);
    let lists = [
        &assertion.all_of,
        &assertion.any_of,
        &assertion.one_of,
        &assertion.prefix_items,
    ];
    single
        .into_iter()
        .flatten()
        .chain(named.map(|(_, id)| *id))
        .chain(lists.into_iter().flatten().copied())
        .collect()
}
