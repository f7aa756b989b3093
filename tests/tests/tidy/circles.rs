//! No file imports another one that, by however many steps, imports it.
//!
//! A module and the files below it are one thing in this: they may name each other.

use crate::krate::{Edge, File, Krate};
use crate::rules::CRATES;
use crate::{Result, rust_files};
use std::collections::{BTreeMap, BTreeSet};

/// The files of a circle, sorted.
pub type Circle = Vec<String>;

/// All circles of a crate, each with the edges that close it.
pub fn circles(krate: &Krate<'_>) -> Vec<(Circle, Vec<String>)> {
    let edges: Vec<_> = krate.edges().into_iter().filter(is_sideways).collect();
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edge in &edges {
        next.entry(edge.from.name).or_default().insert(edge.to.name);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|file| (*file, reachable(file, &next))).collect();
    let both = |a: &str, b: &str| {
        let leads = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
        leads(a, b) && leads(b, a)
    };
    let mut found: BTreeMap<Circle, BTreeMap<String, usize>> = BTreeMap::new();
    for edge in edges.iter().filter(|edge| both(edge.from.name, edge.to.name)) {
        let files = reached.keys().filter(|file| both(file, edge.from.name));
        let circle = files.map(|file| (*file).to_owned()).collect();
        let step = format!("{} -> {}", edge.from.name, edge.to.name);
        found.entry(circle).or_default().entry(step).or_insert(edge.line);
    }
    let steps = |steps: BTreeMap<String, usize>| steps.into_iter().map(|(step, line)| format!("{step} (line {line})"));
    found
        .into_iter()
        .map(|(circle, known)| (circle, steps(known).collect()))
        .collect()
}

/// Whether neither file is the module that the other one belongs to.
fn is_sideways(edge: &Edge<'_>) -> bool {
    let within = |inner: &File<'_>, outer: &File<'_>| inner.module.starts_with(&outer.module);
    !within(edge.from, edge.to) && !within(edge.to, edge.from)
}

fn reachable<'a>(file: &'a str, next: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        for other in next.get(file).into_iter().flatten() {
            if found.insert(*other) {
                open.push(other);
            }
        }
    }
    found
}

#[test]
fn no_files_import_each_other() -> Result {
    specwright_tests::enter_workspace()?;
    for rules in CRATES {
        let files = rust_files(&[rules.root])?;
        let found = circles(&Krate::new(rules.root, &files));
        assert!(found.is_empty(), "{found:#?}");
    }
    Ok(())
}
