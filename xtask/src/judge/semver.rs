//! `cargo semver-checks` on the pairs of the rules that it has a lint for: does it see what `diff` sees?
//!
//! All old clients are one package and all new ones another, a module for each pair, so that it runs once.

use super::LEAST;
use super::rules::{self, Pair};
use crate::project;
use crate::scratch::Scratch;
use specwright::compat::Rule;
use specwright_cli::{CommandResult, Status, report};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The package that is compared; both editions are called the same.
const PACKAGE: &str = "judge-semver";

/// The rules that it has a lint for. It looks at no types of fields and arguments, and at no bodies.
const HAS_LINT: &[Rule] = &[
    Rule::OperationRemoved,
    Rule::OperationRenamed,
    Rule::ParameterAddedRequired,
    Rule::ParameterRequired,
    Rule::ParameterOptional,
    Rule::ParameterRemoved,
    Rule::ParameterRenamed,
    Rule::ResponseRemoved,
    Rule::ResponseMediaRemoved,
    Rule::TypeRemoved,
    Rule::TypeRenamed,
    Rule::TypeShape,
    Rule::TypeDerives,
    Rule::PropertyRemoved,
    Rule::PropertyRenamed,
    Rule::ValueRemoved,
    Rule::ValueRenamed,
    Rule::MethodRemoved,
    Rule::ServerRemoved,
    Rule::ServerRenamed,
    Rule::CredentialRemoved,
    Rule::CredentialRenamed,
];

/// The lints that failed in each module.
type Failures = BTreeMap<String, BTreeSet<String>>;

/// Compares the verdicts: where a lint is for the rule, it must find something, and where programs compile, none may.
pub fn run(rules: &[String]) -> CommandResult {
    let Some(program) = program()? else {
        return Ok(Status::Failed);
    };
    let pairs = rules::pairs_of(rules)?;
    let text = compare(&program, &pairs)?;
    let failures = failures(&text)?;
    let none = BTreeSet::new();
    let (mut compared, mut rows) = (0, Vec::new());
    for Pair { rule, case, breaks, .. } in &pairs {
        let found = failures.get(&case.module).unwrap_or(&none);
        if *breaks && !HAS_LINT.contains(rule) {
            continue;
        }
        compared += 1;
        if *breaks == found.is_empty() {
            let said = if *breaks { "breaks" } else { "compiles" };
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            rows.push(vec![rule.row().id.to_owned(), said.to_owned(), found.join(", ")]);
        }
    }
    if !rows.is_empty() {
        let head = [("rule", false), ("says", false), ("its lints", false)];
        print!("{}", report::table(&head, &rows));
    }
    let agreed = compared - rows.len();
    println!("agreement with cargo semver-checks: {agreed} of {compared} pairs have the same verdict");
    Ok(Status::done_if(agreed * 100 >= compared * LEAST))
}

/// The program: that on `PATH`, or the one that is installed below `target/`. `None`, and one line says why, if it cannot be installed.
fn program() -> Result<Option<PathBuf>, Box<dyn Error>> {
    let works = |program: &Path| {
        let version = Command::new(program).args(["semver-checks", "--version"]).output();
        version.is_ok_and(|output| output.status.success())
    };
    let on_path = PathBuf::from("cargo-semver-checks");
    let tools = std::path::absolute(project::root()?.join("target/tools"))?;
    let installed = tools.join("bin/cargo-semver-checks");
    if let Some(found) = [on_path, installed.clone()].into_iter().find(|program| works(program)) {
        return Ok(Some(found));
    }
    let mut install = project::cargo();
    install.args(["install", "--locked", "--quiet", "cargo-semver-checks", "--root"]);
    let output = install.arg(&tools).output()?;
    if output.status.success() && works(&installed) {
        return Ok(Some(installed));
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    let why = stderr
        .lines()
        .find(|line| line.starts_with("error"))
        .unwrap_or("error: it does not run");
    eprintln!("cargo-semver-checks cannot be installed, nothing is compared: {why}");
    Ok(None)
}

/// What it prints of both packages.
fn compare(program: &Path, pairs: &[Pair]) -> Result<String, Box<dyn Error>> {
    let scratch = Scratch::new(PACKAGE)?;
    let pairs: Vec<&Pair> = pairs.iter().collect();
    let runtime = format!("path = {:?}", project::root()?.join("runtime").to_string_lossy());
    let roots = ["old", "new"].map(|edition| scratch.package(edition));
    for (edition, root) in roots.iter().enumerate() {
        rules::write_clients(root, edition, &pairs, "")?;
        // Neither is in the workspace around it.
        let manifest = rules::manifest(PACKAGE, &runtime, &pairs);
        fs::write(root.join("Cargo.toml"), format!("{manifest}\n[workspace]\n"))?;
    }
    let [old, new] = roots;
    let mut command = Command::new(program);
    command.args(["semver-checks", "--color", "never", "--release-type", "minor"]);
    command
        .arg("--manifest-path")
        .arg(new.join("Cargo.toml"))
        .arg("--baseline-root")
        .arg(old);
    let output = command
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("RUSTFLAGS")
        .output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(text(&output.stdout) + &text(&output.stderr))
}

/// The lints that failed, by the modules of the files in which they did.
fn failures(text: &str) -> Result<Failures, Box<dyn Error>> {
    if !text.lines().any(|line| line.trim_start().starts_with("Summary ")) {
        let why = text
            .lines()
            .find(|line| line.starts_with("error"))
            .unwrap_or("it printed no summary");
        return Err(format!("cargo semver-checks: {why}").into());
    }
    let mut failures = Failures::new();
    let (mut lint, mut in_list) = (None, false);
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("--- ") {
            let failure = heading.strip_prefix("failure ").and_then(|rest| rest.split(':').next());
            (lint, in_list) = (failure.map(str::to_owned), false);
        }
        in_list |= line == "Failed in:";
        let place = line.rsplit_once("/src/").and_then(|(_, place)| place.split_once('/'));
        if let (Some(lint), Some((module, _)), true) = (&lint, place, in_list) {
            failures.entry(module.to_owned()).or_default().insert(lint.clone());
        }
    }
    Ok(failures)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
--- failure enum_variant_missing: pub enum variant removed or renamed ---

Description:
A publicly-visible enum has at least one variant that is no longer available under its prior name.
        ref: https://doc.rust-lang.org/cargo/reference/semver.html#item-remove
       impl: https://github.com/obi1kenobi/cargo-semver-checks/tree/v0.51.0/src/lints/enum_variant_missing.ron

Failed in:
  variant Server::Test, previously in file /tmp/old/src/server_removed/api.rs:12
  variant Kind::Cat, previously in file /tmp/old/src/value_removed/api.rs:40

--- warning trait_method_marked_deprecated: trait method #[deprecated] added ---

Failed in:
  method Pet::age in /tmp/new/src/deprecated/api.rs:3

     Summary semver requires new major version: 1 major and 0 minor checks failed
";

    #[test]
    fn failures_are_those_of_the_modules_that_they_are_in() -> Result<(), Box<dyn Error>> {
        let found = failures(PRINTED)?;
        let lints = BTreeSet::from(["enum_variant_missing".to_owned()]);
        let modules = ["server_removed", "value_removed"].map(|module| (module.to_owned(), lints.clone()));
        assert_eq!(found, Failures::from(modules));
        Ok(())
    }

    #[test]
    fn what_cannot_be_compared_is_said() {
        let error = failures("error: no such crate\n").map_err(|error| error.to_string());
        assert_eq!(error, Err("cargo semver-checks: error: no such crate".to_owned()));
    }
}
