//! A cold build of the generator as a build-dependency: what a clean checkout of a user pays.

use super::package::Package;
use super::table::{Row, Unit};
use crate::project;
use std::error::Error;
use std::path::Path;

/// Seconds of processor time that it may take.
const SECONDS: f64 = 40.0;
/// How many crates it may be.
const CRATES: f64 = 60.0;

/// Builds a package whose build script uses the generator, into an empty target directory.
pub(super) fn rows(scratch: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let root = scratch.join("cold");
    if root.exists() {
        std::fs::remove_dir_all(&root)?;
    }
    std::fs::create_dir_all(root.join("src"))?;
    let generator = project::root()?.join("codegen");
    let dependency = serde_json::Value::from(generator.display().to_string());
    let manifest = format!(
        "[package]\nname = \"cold\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[build-dependencies]\nspecwright = {{ path = {dependency} }}\n"
    );
    std::fs::write(root.join("Cargo.toml"), manifest)?;
    std::fs::write(root.join("src/lib.rs"), "")?;
    std::fs::write(
        root.join("build.rs"),
        "fn main() { let _ = specwright::Build::new(\"openapi.yaml\"); }\n",
    )?;
    let package = Package::new(root)?;
    let cost = package.cold("build")?;
    package.remove()?;
    let row = |unit, ours, budget| Row {
        what: "cold build of `specwright` as a build-dependency".to_owned(),
        unit,
        ours,
        budget: Some(budget),
        peer: None,
    };
    Ok(vec![
        row(Unit::Seconds, cost.time.as_secs_f64(), SECONDS),
        row(Unit::Crates, f64::from(u32::try_from(cost.crates)?), CRATES),
    ])
}
