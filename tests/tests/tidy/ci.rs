//! The tiers of `.ci/run` fit into what a change may take, and each of them exists. What `.ci/release` packs is found by its name.

use crate::Result;
use std::fs;

/// All tiers together, in seconds, on two cores.
const MAX_SECONDS: u32 = 25 * 60;

#[test]
fn the_tiers_have_budgets_that_fit() -> Result {
    specwright_tests::enter_workspace()?;
    let script = fs::read_to_string(".ci/run")?;
    let (_, rest) = script.split_once("budgets=\"\n").ok_or("no budgets")?;
    let (budgets, functions) = rest.split_once("\"\n").ok_or("no end of the budgets")?;
    let mut total = 0;
    for line in budgets.lines() {
        let (tier, seconds) = line.split_once(' ').ok_or(line)?;
        assert!(
            functions.contains(&format!("\n{tier}() {{\n")),
            "there is no tier {tier}"
        );
        total += seconds.trim().parse::<u32>()?;
    }
    assert!(total > 0 && total <= MAX_SECONDS, "{total} seconds");
    Ok(())
}

#[test]
fn archives_have_the_names_that_cargo_binstall_looks_for() -> Result {
    specwright_tests::enter_workspace()?;
    let script = fs::read_to_string(".ci/release")?;
    let line = |start: &str| script.lines().find_map(|line| line.trim().strip_prefix(start));
    let directory = line("name=").ok_or("no name")?;
    let manifest = fs::read_to_string("cli/Cargo.toml")?;
    let said = |key: &str| {
        let value = manifest
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
        value
            .and_then(|value| value.strip_suffix('"'))
            .map(str::to_owned)
            .ok_or(key.to_owned())
    };
    let written = |name: &str| name.replace("$version", "{ version }").replace("$target", "{ target }");
    let directory = written(directory);
    assert!(said("pkg-url")?.ends_with(&format!("/{directory}.{{ archive-format }}")));
    assert_eq!(said("bin-dir")?, format!("{directory}/{{ bin }}{{ binary-ext }}"));
    assert_eq!(line("archive=$name.").ok_or("no archive")?, "zip");
    assert_eq!(script.matches("archive=$name.").count(), 2);
    assert!(script.contains("archive=$name.tgz") && said("pkg-fmt")? == "tgz");
    let targets = fs::read_to_string(".github/workflows/release.yml")?;
    let targets = targets
        .lines()
        .filter_map(|line| line.split_once("target: ")?.1.strip_suffix('}'));
    for target in targets.filter(|target| target.contains("windows")) {
        let zip = format!("[package.metadata.binstall.overrides.{target}]\npkg-fmt = \"zip\"");
        assert!(manifest.contains(&zip), "{target}");
    }
    Ok(())
}
