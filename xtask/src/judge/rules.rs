//! The pairs of documents in `tests/cases/compat`, each with a program that uses what changes: a crate for all old clients, one for all
//! new ones, and a module for each pair.

use super::{Case, agreement, features, rounds};
use crate::scratch::Scratch;
use specwright::compat::{self, Rule, Source};
use specwright::config::Layout;
use specwright::diag::{Diagnostics, Style};
use specwright::source::SourceMap;
use specwright::surface::Surface;
use specwright_cli::CommandResult;
use specwright_tests::compat as pairs;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;

/// A pair of documents with a program.
pub(super) struct Pair {
    pub(super) rule: Rule,
    pub(super) case: Case,
    /// Whether any change breaks programs, also where a name means something else.
    pub(super) breaks: bool,
    program: String,
    /// The code of both clients.
    clients: [String; 2],
    features: BTreeSet<String>,
}

/// The pairs of these rules, or of all.
pub(super) fn pairs_of(rules: &[String]) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut judged = Vec::new();
    for rule in Rule::ALL {
        let is_asked_for = rules.is_empty() || rules.iter().any(|id| id == rule.row().id);
        if is_asked_for && let Some(pair) = pair(*rule)? {
            judged.push(pair);
        }
    }
    Ok(judged)
}

/// Compares the verdicts of these rules, or of all.
pub fn run(rules: &[String]) -> CommandResult {
    let judged = pairs_of(rules)?;
    let scratch = Scratch::new("judge")?;
    let modules: Vec<&str> = judged.iter().map(|pair| pair.case.module.as_str()).collect();
    let complaints = |package: &str, edition: usize| {
        rounds::complaints(&scratch, package, &modules, |rest| {
            let rest = judged.iter().filter(|pair| rest.contains(&&*pair.case.module));
            let rest: Vec<&Pair> = rest.collect();
            let root = scratch.package(package);
            fs::create_dir_all(&root)?;
            fs::write(root.join("Cargo.toml"), manifest(package, RUNTIME, &rest))?;
            write(&root, edition, &rest)
        })
    };
    let (old, new) = (complaints("judge-old", 0)?, complaints("judge-new", 1)?);
    let cases: Vec<Case> = judged.into_iter().map(|pair| pair.case).collect();
    Ok(agreement(&[("rule", false)], &cases, &old, &new))
}

/// The pair of a rule; `None` if it has no program, as what is a matter of Cargo's features.
fn pair(rule: Rule) -> Result<Option<Pair>, Box<dyn Error>> {
    let directory = pairs::directory(rule);
    let program = directory.join("program.rs");
    if !program.exists() {
        return Ok(None);
    }
    let (old, old_code) = client(rule, "old.yaml")?;
    let (new, new_code) = client(rule, "new.yaml")?;
    // A change can have another one behind it, which has a rule of its own. Where a name means something else, programs compile.
    let changes = compat::compare(&old, &new);
    let breaks = changes.iter().any(|change| change.source == Source::Breaks);
    Ok(Some(Pair {
        rule,
        breaks,
        case: Case {
            name: vec![rule.row().id.to_owned()],
            module: rule.row().id.replace('-', "_"),
            breaks: breaks && !changes.iter().any(|change| change.source == Source::MeansOther),
        },
        program: fs::read_to_string(program)?,
        features: features(&old).chain(features(&new)).map(str::to_owned).collect(),
        clients: [old_code, new_code],
    }))
}

/// A client as one module, and its surface.
fn client(rule: Rule, which: &str) -> Result<(Surface, String), Box<dyn Error>> {
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    let (input, mut config) = pairs::document(&pairs::directory(rule), which, &mut sources, &mut problems);
    config.output.layout = Layout::File;
    config.output.surface = true;
    config.examples = false;
    let generated = specwright::generate(&mut sources, &input, &config, &mut problems);
    let report = || problems.render(&sources, Style::Plain);
    let generated = generated.ok_or_else(report)?;
    let code = generated.files.iter().next().map(|(_, text)| text.to_owned());
    match (generated.surface, code) {
        (Some(surface), Some(code)) => Ok((surface, code)),
        (_, _) => Err(report().into()),
    }
}

/// The runtime, which the workspace of the packages says where it is.
const RUNTIME: &str = "version = \"*\"";

/// The manifest of a package that has clients of one edition, with the features of all.
pub(super) fn manifest(package: &str, runtime: &str, pairs: &[&Pair]) -> String {
    let features: BTreeSet<&String> = pairs.iter().flat_map(|pair| &pair.features).collect();
    let names: Vec<String> = features.iter().map(|feature| format!("{feature:?}")).collect();
    let lines: String = features.iter().map(|feature| format!("{feature} = []\n")).collect();
    format!(
        "[package]\nname = \"{package}\"\nversion = \"1.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [features]\ndefault = [{}]\n{lines}\n\
         [dependencies]\nspecwright-runtime = {{ {runtime}, default-features = false, features = [\"signatures\"] }}\n",
        names.join(", ")
    )
}

/// Writes the code of a package: a module for each pair, with the client and the program.
fn write(root: &Path, edition: usize, pairs: &[&Pair]) -> io::Result<()> {
    for pair in pairs {
        let directory = root.join("src").join(&pair.case.module);
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("program.rs"), &pair.program)?;
    }
    write_clients(root, edition, pairs, "    pub mod program;\n")
}

/// Writes the clients of one edition, a module for each, which has other modules beside it.
pub(super) fn write_clients(root: &Path, edition: usize, pairs: &[&Pair], beside: &str) -> io::Result<()> {
    let mut lib = String::from("//! Clients, each in a module.\n\n#![allow(warnings)]\n\n");
    for pair in pairs {
        let module = &pair.case.module;
        let directory = root.join("src").join(module);
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("api.rs"), &pair.clients[edition])?;
        lib.push_str(&format!("pub mod {module} {{\n    pub mod api;\n{beside}}}\n"));
    }
    fs::write(root.join("src/lib.rs"), lib)
}
