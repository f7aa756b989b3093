//! No file imports another one that, by however many steps, imports it.
//!
//! A module and the files below it are one thing in this: they may name each other.

use crate::krate::{Edge, File, Krate};
use crate::{Result, rust_files};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Circles that are still there, one a line. The list only shrinks.
const KNOWN: &str = "tests/tests/tidy/circles.txt";

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
    let mut found = Vec::new();
    for root in ["codegen/src", "runtime/src", "xtask/src"] {
        let files = rust_files(&[root])?;
        found.extend(circles(&Krate::new(root, &files)));
    }
    let known = fs::read_to_string(KNOWN)?;
    let known: Vec<BTreeSet<&str>> = known.lines().map(|line| line.split(' ').collect()).collect();
    let is_known = |circle: &Circle| {
        known
            .iter()
            .any(|known| circle.iter().all(|file| known.contains(&**file)))
    };
    let list: String = found.iter().map(|(circle, _)| circle.join(" ") + "\n").collect();
    let new: Vec<_> = found.iter().filter(|(circle, _)| !is_known(circle)).collect();
    assert!(
        new.is_empty(),
        "{new:#?}\nIf only names of files have changed, {KNOWN} is to be\n{list}"
    );
    let left: BTreeSet<&str> = found
        .iter()
        .flat_map(|(circle, _)| circle)
        .map(String::as_str)
        .collect();
    let stale = known.iter().flatten().any(|file| !left.contains(file));
    assert!(
        !stale,
        "some of these are in no circle any more; {KNOWN} is to be\n{list}"
    );
    Ok(())
}
