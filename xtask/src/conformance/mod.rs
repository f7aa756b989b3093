//! `conformance`: test suites of others, run against what is generated.

mod document;
mod overlay;
mod schema;

use specwright_cli::CommandResult;
use std::path::PathBuf;

/// Run the JSON Schema 2020-12 or the Overlay test suite against what is generated
///
/// The files in the directory tell which suite it is. The last line has the totals; the exit code is 1 if a test that is
/// not skipped disagrees.
#[derive(clap::Args)]
pub struct Args {
    /// The directory of a suite, or a directory with `json-schema-2020-12` and `overlay`
    dir: PathBuf,
    /// Show every test that disagrees
    #[arg(long)]
    list: bool,
    /// Take only files whose name contains TEXT
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    let (schema, overlays) = (args.dir.join("json-schema-2020-12"), args.dir.join("overlay"));
    if schema.is_dir() && overlays.is_dir() {
        let schema = schema::run(&schema, args)?;
        return Ok(overlay::run(&overlays)?.and(schema));
    }
    let is_overlay_suite = std::fs::read_dir(&args.dir)?
        .filter_map(Result::ok)
        .any(|entry| entry.path().join("overlay.yaml").exists());
    match is_overlay_suite {
        true => overlay::run(&args.dir),
        false => schema::run(&args.dir, args),
    }
}
