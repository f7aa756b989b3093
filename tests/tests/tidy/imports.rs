//! Modules know only what the tables of [`crate::rules`] allow, and touch only the world that is theirs.

use crate::krate::Krate;
use crate::rules::{CRATES, Module, Rules, WORLD};
use crate::{Result, rust_files};
use std::collections::{BTreeMap, BTreeSet};

/// What of a crate is against its table, and what of the table says more than the crate does.
pub fn violations(rules: &Rules, krate: &Krate<'_>) -> Vec<String> {
    let row = |name: &str| rules.modules.iter().find(|module| module.name == name);
    let mut wrong = BTreeSet::new();
    let mut unlisted: BTreeMap<String, usize> = BTreeMap::new();
    let mut used = BTreeSet::new();
    for file in krate.files().iter().filter(|file| !file.module.is_empty()) {
        if row(file.top()).is_none() {
            wrong.insert(format!("{}: `{}` is not in the table", file.name, file.top()));
        }
    }
    for edge in krate.edges() {
        let (from, to) = (edge.from.top(), edge.to.top());
        // The root puts everything together.
        if from == to || edge.from.module.is_empty() {
            continue;
        }
        used.insert((from, to));
        if row(from).is_some_and(|row| !row.imports.contains(&to)) {
            let fault = format!("{}: `{from}` may not know `{to}`", edge.from.name);
            unlisted.entry(fault).or_insert(edge.line);
        }
    }
    wrong.extend(
        unlisted
            .into_iter()
            .map(|(fault, line)| format!("{fault} (line {line})")),
    );
    for module in rules.modules {
        let unused = module
            .imports
            .iter()
            .filter(|name| !used.contains(&(module.name, **name)));
        wrong.extend(
            unused.map(|name| format!("the table lets `{}` know `{name}`, which it does not need", module.name)),
        );
        if !krate.files().iter().any(|file| file.top() == module.name) {
            wrong.insert(format!(
                "the table has a row `{}`, but there is no such module",
                module.name
            ));
        }
    }
    wrong.into_iter().collect()
}

/// Uses of the surroundings in modules of the generator that must not depend on them.
pub fn worldly(krate: &Krate<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for foreign in krate.foreign() {
        let within = |part: &str| {
            let rest = foreign.path.strip_prefix(part);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        let known = WORLD.iter().find(|(part, _)| within(part));
        if let Some((part, _)) = known.filter(|(_, owners)| !owners.contains(&foreign.from.top())) {
            let (name, line) = (foreign.from.name, foreign.line);
            wrong.push(format!("{name}:{line}: `{}` may not use `{part}`", foreign.from.top()));
        }
    }
    wrong
}

/// Imports of modules that have their row further down, which would be circles in time. The root is above all.
fn climbs(modules: &[Module]) -> Vec<String> {
    let mut above: BTreeSet<&str> = ["lib", "main"].into();
    let mut wrong = Vec::new();
    for module in modules {
        let below = module.imports.iter().filter(|name| !above.contains(*name));
        wrong.extend(below.map(|name| format!("`{}` imports `{name}`, which is not above it", module.name)));
        above.insert(module.name);
    }
    wrong
}

#[test]
fn modules_import_what_their_table_says() -> Result {
    specwright_tests::enter_workspace()?;
    for rules in CRATES {
        let files = rust_files(&[rules.root])?;
        let wrong = violations(rules, &Krate::new(rules.root, &files));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
    Ok(())
}

#[test]
fn every_module_imports_only_modules_above_it() {
    for rules in CRATES {
        let wrong = climbs(rules.modules);
        assert!(wrong.is_empty(), "{}: {wrong:#?}", rules.root);
    }
}

#[test]
fn only_source_reads_and_only_output_writes() -> Result {
    specwright_tests::enter_workspace()?;
    let files = rust_files(&["codegen/src"])?;
    let wrong = worldly(&Krate::new("codegen/src", &files));
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
