//! A cold build of the generator as a build-dependency: what a clean checkout of a user pays.

use super::table::{Row, Unit};
use crate::project;
use specwright_tests::costs::children_time;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

/// Seconds of processor time that it may take.
const SECONDS: f64 = 40.0;
/// How many crates it may be.
const CRATES: f64 = 60.0;

/// Builds a package whose build script uses the generator, into an empty target directory.
pub(super) fn rows(scratch: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let package = scratch.join("cold");
    if package.exists() {
        std::fs::remove_dir_all(&package)?;
    }
    std::fs::create_dir_all(package.join("src"))?;
    let generator = project::root()?.join("codegen");
    let dependency = serde_json::Value::from(generator.display().to_string());
    let manifest = format!(
        "[package]\nname = \"cold\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[build-dependencies]\nspecwright = {{ path = {dependency} }}\n"
    );
    std::fs::write(package.join("Cargo.toml"), manifest)?;
    std::fs::write(package.join("src/lib.rs"), "")?;
    std::fs::write(
        package.join("build.rs"),
        "fn main() { let _ = specwright::Build::new(\"openapi.yaml\"); }\n",
    )?;
    std::fs::copy(project::root()?.join("Cargo.lock"), package.join("Cargo.lock"))?;
    let cargo = |arguments: &[&str]| -> Result<String, Box<dyn Error>> {
        let mut command: Command = project::cargo();
        command
            .args(arguments)
            .current_dir(&package)
            .env("CARGO_TARGET_DIR", package.join("target"));
        command.env_remove("CARGO_MANIFEST_DIR").env("CARGO_INCREMENTAL", "0");
        let output = command.stdin(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.success() {
            true => Ok(said),
            false => Err(said.lines().last().unwrap_or("Cargo failed").to_owned().into()),
        }
    };
    // Downloading is not building.
    cargo(&["fetch"])?;
    let before = children_time();
    let said = cargo(&["build"])?;
    let seconds = children_time().saturating_sub(before).as_secs_f64();
    let crates = said
        .lines()
        .filter(|line| line.trim_start().starts_with("Compiling"))
        .count();
    // The package itself is none of them.
    let crates = u32::try_from(crates.saturating_sub(1)).map(f64::from)?;
    std::fs::remove_dir_all(&package)?;
    let row = |unit, ours, budget| Row {
        what: "cold build of `specwright` as a build-dependency".to_owned(),
        unit,
        ours,
        budget: Some(budget),
        peer: None,
    };
    Ok(vec![
        row(Unit::Seconds, seconds, SECONDS),
        row(Unit::Crates, crates, CRATES),
    ])
}
