//! `bench`: what the generator costs, beside its budgets and, where it is installed, the fastest other generator.
//!
//! Figures are processor seconds, since machines have other work too; compare rows of one run, not machines.

mod growth;
mod stages;
mod whole;

use crate::project;
use specwright_cli::{CommandResult, Status, report};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Measure the generator: stage by stage, as a whole beside another one, unchanged, and how it grows
///
/// Without documents, a synthetic one is measured. The other generator is `oas3-gen`, if it is on
/// PATH. Exit code 1: a budget is missed.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Documents to measure with
    #[arg(value_name = "DOC")]
    documents: Vec<PathBuf>,
    /// Compile the generated packages too
    #[arg(long)]
    compile: bool,
    /// Of how many runs the median counts
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
}

/// A row of the table.
struct Row {
    what: String,
    ours: Duration,
    /// The most that it may be.
    budget: Option<Duration>,
    /// What the other generator takes.
    peer: Option<Duration>,
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    if cfg!(debug_assertions) {
        return optimised(args);
    }
    let scratch = project::root()?.join("target/bench");
    std::fs::create_dir_all(&scratch)?;
    let growth = growth::documents(&scratch)?;
    let documents = match args.documents.as_slice() {
        [] => growth.iter().last().map(|(_, path)| path.clone()).into_iter().collect(),
        documents => documents.to_vec(),
    };
    for document in &documents {
        print!("{}", stages::table(document, &scratch.join("stages"))?);
    }
    let mut rows = Vec::new();
    for document in &documents {
        rows.extend(whole::rows(document, args.rounds, args.compile, &scratch)?);
    }
    rows.extend(growth::rows(&growth, args.rounds, &scratch)?);
    print!("{}", table(&rows));
    let is_missed = |row: &Row| row.budget.is_some_and(|budget| row.ours > budget);
    Ok(Status::done_if(!rows.iter().any(is_missed)))
}

/// Figures of a build that is not optimised say nothing: Cargo builds and runs another one.
fn optimised(args: &Args) -> CommandResult {
    let mut cargo = project::cargo();
    let manifest = project::root()?.join("xtask/Cargo.toml");
    cargo.args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "specwright-cli",
        "--manifest-path",
    ]);
    if !cargo.arg(&manifest).status()?.success() {
        return Err("the command `specwright` could not be built".into());
    }
    let mut cargo = project::cargo();
    cargo
        .args(["run", "--quiet", "--release", "--manifest-path"])
        .arg(manifest);
    cargo.args(["--", "bench", "--rounds", &args.rounds.to_string()]);
    cargo.args(args.compile.then_some("--compile")).args(&args.documents);
    match cargo.status()?.code() {
        Some(0) => Ok(Status::Done),
        Some(1) => Ok(Status::Failed),
        Some(_) | None => Err("the measurement could not be built or run".into()),
    }
}

fn table(rows: &[Row]) -> String {
    let head = [
        ("CPU seconds", false),
        ("specwright", true),
        ("budget", true),
        ("oas3-gen", true),
        ("ratio", true),
    ];
    let seconds = |time: Option<Duration>| time.map_or("-".to_owned(), |time| format!("{:.2}", time.as_secs_f64()));
    let cells = rows.iter().map(|row| {
        let ratio = row.peer.map(|peer| row.ours.as_secs_f64() / peer.as_secs_f64());
        let missed = row.budget.is_some_and(|budget| row.ours > budget);
        vec![
            row.what.clone() + if missed { " (missed)" } else { "" },
            seconds(Some(row.ours)),
            seconds(row.budget),
            seconds(row.peer),
            ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2}")),
        ]
    });
    report::table(&head, &cells.collect::<Vec<_>>())
}

/// The name of a document in a table.
fn name(document: &Path) -> String {
    document.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The median of some runs.
fn median(
    rounds: usize,
    mut run: impl FnMut() -> Result<Duration, Box<dyn Error>>,
) -> Result<Duration, Box<dyn Error>> {
    let times: Result<Vec<Duration>, _> = (0..rounds.max(1)).map(|_| run()).collect();
    let mut times = times?;
    times.sort_unstable();
    Ok(times.get(times.len() / 2).copied().unwrap_or_default())
}
