//! Groups of operations: what a long list of operations is divided into, in the documentation and, above [`MANY_OPERATIONS`],
//! in directories.
//!
//! Operations with the same tags are a group. Tags that nearly all operations have say nothing, and some groups are too large:
//! these are divided by the paths of their operations. No name of the public API depends on a group, so that a document may grow
//! new ones.

use crate::config::Layout;
use crate::ir::{Api, MANY_OPERATIONS, Operation, OperationId};
use crate::plan::names::{Case, Ident, Names, Scope};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// A group of one tag may be larger, since it was meant to be one list, but not larger than this.
const MANY_OF_A_TAG: usize = 100;

/// The operations, divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// The groups, in the order of the document's tags.
    pub list: Vec<Group>,
    /// Whether each has files and directories of its own.
    pub in_files: bool,
}

/// Operations that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The module for them; none where there is no title.
    pub module: Option<Ident>,
    /// The tags that all of them have, as indexes in [`Api::tags`].
    pub tags: Vec<usize>,
    /// What tells them apart: names of tags, and segments of paths. Where nothing does, the names of their tags.
    pub title: Vec<String>,
    /// The operations, in document order.
    pub operations: Vec<OperationId>,
}

impl Groups {
    /// Divides the operations. `features`: whether tags are cargo features.
    pub(in crate::plan) fn plan(api: &Api, names: &Names, layout: Layout, features: bool) -> Groups {
        let homes = api.operations.ids().map(|id| names.operation(id));
        let taken: Vec<&str> = homes.map(|home| names.module(home.module).name.as_str()).collect();
        let list = groups(api, &taken);
        let many = api.has_many_operations() && list.len() > 1;
        Groups {
            // A group is the least that a cargo feature leaves out.
            in_files: layout == Layout::Crate && (many || features),
            list,
        }
    }
}

/// The groups of a document. `taken` are the names of the operations' own modules.
fn groups(api: &Api, taken: &[&str]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let sets = by_tags(api);
    let mut uses = vec![0; api.tags.len()];
    for (tags, operations) in &sets {
        tags.iter().for_each(|tag| uses[*tag] += operations.len());
    }
    for (tags, operations) in sets {
        let telling = tags
            .iter()
            .filter(|tag| !is_nearly_all(uses[**tag], api.operations.len()));
        let title: Vec<String> = telling.map(|tag| api.tags[*tag].name.clone()).collect();
        let many = match title.is_empty() {
            true => MANY_OPERATIONS,
            false => MANY_OF_A_TAG,
        };
        let whole = Group {
            module: None,
            tags,
            title,
            operations,
        };
        divide(api, whole, many, &mut groups);
    }
    groups.sort_by_key(|group| (group.tags.is_empty(), group.tags.clone()));
    for group in groups.iter_mut().filter(|group| group.title.is_empty()) {
        group.title = group.tags.iter().map(|tag| api.tags[*tag].name.clone()).collect();
    }
    name(&mut groups, taken);
    groups
}

/// The operations by the set of their tags.
fn by_tags(api: &Api) -> IndexMap<Vec<usize>, Vec<OperationId>> {
    let index: BTreeMap<&str, usize> = (0..).zip(&api.tags).map(|(index, tag)| (&*tag.name, index)).collect();
    let mut sets: IndexMap<Vec<usize>, Vec<OperationId>> = IndexMap::new();
    for (id, operation) in api.operations.entries() {
        let mut tags: Vec<usize> = operation
            .tags
            .iter()
            .filter_map(|tag| index.get(&**tag).copied())
            .collect();
        tags.sort_unstable();
        tags.dedup();
        sets.entry(tags).or_default().push(id);
    }
    sets
}

fn is_nearly_all(some: usize, all: usize) -> bool {
    some * 10 > all * 9
}

/// Divides a group until no part has more than `many` operations, or nothing tells them apart.
fn divide(api: &Api, group: Group, many: usize, out: &mut Vec<Group>) {
    let divided = if group.operations.len() > many {
        let by_path = parts(api, &group.operations, segments);
        // Paths that are one word of many parts each, as those of remote procedure calls, are divided by their words.
        by_path.or_else(|| parts(api, &group.operations, words))
    } else {
        None
    };
    let Some(divided) = divided else {
        out.push(group);
        return;
    };
    for (key, operations) in divided {
        let is_rest = key.is_none();
        let part = Group {
            module: None,
            tags: group.tags.clone(),
            title: group.title.iter().cloned().chain(key).collect(),
            operations,
        };
        match is_rest {
            true => out.push(part),
            false => divide(api, part, MANY_OF_A_TAG, out),
        }
    }
}

/// The segments of a path, without those that are parameters.
fn segments(operation: &Operation) -> Vec<String> {
    let segments = operation.path.split('/');
    let literal = segments.filter(|segment| !segment.is_empty() && !segment.contains('{'));
    literal.map(str::to_owned).collect()
}

/// The words of the segments.
fn words(operation: &Operation) -> Vec<String> {
    let name = Scope::new(&[]).claim(&segments(operation).join(" "), Case::Module);
    name.as_str().split('_').map(str::to_owned).collect()
}

type Parts = IndexMap<Option<String>, Vec<OperationId>>;

/// Operations by the first of their words that nearly all of them do not share; by none where there is no such word. Nothing
/// if that tells nothing apart: if it puts all operations together, or nearly every one by itself.
fn parts(api: &Api, operations: &[OperationId], words: fn(&Operation) -> Vec<String>) -> Option<Parts> {
    let worded: Vec<(OperationId, Vec<String>)> =
        operations.iter().map(|id| (*id, words(&api.operations[*id]))).collect();
    let shared = shared_words(&worded);
    let mut parts = Parts::new();
    for (id, words) in worded {
        let like = words
            .iter()
            .zip(&shared)
            .take_while(|(one, other)| one == other)
            .count();
        parts.entry(words.into_iter().nth(like)).or_default().push(id);
    }
    (parts.len() > 1 && parts.len() * 2 <= operations.len()).then_some(parts)
}

/// The first words of nearly all operations.
fn shared_words(operations: &[(OperationId, Vec<String>)]) -> Vec<String> {
    let mut shared: Vec<String> = Vec::new();
    loop {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let follow = operations.iter().filter(|(_, words)| words.starts_with(&shared));
        for word in follow.filter_map(|(_, words)| words.get(shared.len())) {
            *counts.entry(word).or_default() += 1;
        }
        match counts.into_iter().max_by_key(|(_, count)| *count) {
            Some((word, count)) if is_nearly_all(count, operations.len()) => {
                let word = word.to_owned();
                shared.push(word);
            }
            _ => return shared,
        }
    }
}

/// Names the modules of groups, none like that of an operation.
fn name(groups: &mut [Group], taken: &[&str]) {
    let raw = |group: &Group| {
        let raw = group.title.join(" ");
        let plain = Scope::new(&[]).claim(&raw, Case::Module);
        match taken.contains(&plain.as_str()) {
            true => format!("{raw} operations"),
            false => raw,
        }
    };
    let titled: Vec<&mut Group> = groups.iter_mut().filter(|group| !group.title.is_empty()).collect();
    let raws: Vec<String> = titled.iter().map(|group| raw(group)).collect();
    let names = Scope::new(taken).claim_all(&raws, Case::Module);
    for (group, name) in titled.into_iter().zip(names) {
        group.module = Some(name);
    }
}
