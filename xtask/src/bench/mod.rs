//! `bench`: what the generator costs, beside its budgets and, where it is installed, the fastest other generator.
//!
//! Figures are processor seconds, since machines have other work too; compare rows of one run, not machines.

mod cold;
mod compile;
mod growth;
mod package;
mod peers;
mod programs;
mod stages;
mod table;
mod whole;

use crate::project;
use specwright_cli::{CommandResult, Status};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;
use table::Row;

/// Print each figure beside its budget and the same figure of something else
///
/// Documents are measured stage by stage, as a whole beside `oas3-gen`, and unchanged, and so is what
/// the compiler takes for both clients; without documents, a synthetic one is. `oas3-gen` is looked
/// for in a directory and on PATH, and installed below target/ if it is not there; what cannot be
/// installed is skipped, and that is printed. Exit code 1: a budget is missed.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Documents to measure with
    #[arg(value_name = "DOC")]
    documents: Vec<PathBuf>,
    /// What is measured
    #[arg(long, value_enum, value_name = "TOPIC", value_delimiter = ',', default_values_t = Topic::ALL)]
    only: Vec<Topic>,
    /// Where programs of the other generators are
    #[arg(long, value_name = "DIR")]
    peers: Option<PathBuf>,
    /// Where packages are written, for instance on a RAM disk [default: target/bench]
    #[arg(long, value_name = "DIR")]
    scratch: Option<PathBuf>,
    /// Of how many runs the median counts
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Print the table as the README has it, and no stages
    #[arg(long)]
    markdown: bool,
}

/// A part of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Topic {
    /// Generation, and the same again
    Generation,
    /// A document of 1, 10 and 100 times the size
    Growth,
    /// What the compiler takes for a generated package
    Compile,
    /// Calls at run time
    Calls,
    /// Checks of patterns
    Patterns,
    /// The generator as a build-dependency
    Cold,
}

impl Topic {
    const ALL: [Self; 6] = [
        Self::Generation,
        Self::Growth,
        Self::Compile,
        Self::Calls,
        Self::Patterns,
        Self::Cold,
    ];
}

impl std::fmt::Display for Topic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = clap::ValueEnum::to_possible_value(self);
        f.write_str(value.as_ref().map_or("", clap::builder::PossibleValue::get_name))
    }
}

/// Runs the command.
pub fn run(args: &Args) -> CommandResult {
    if cfg!(debug_assertions) {
        return optimised();
    }
    let scratch = project::root()?.join("target/bench");
    std::fs::create_dir_all(&scratch)?;
    let growth = growth::documents(&scratch)?;
    let documents = match args.documents.as_slice() {
        [] => growth.iter().last().map(|(_, path)| path.clone()).into_iter().collect(),
        documents => documents.to_vec(),
    };
    if !args.markdown && args.only.contains(&Topic::Generation) {
        for document in &documents {
            print!("{}", stages::table(document, &scratch.join("stages"))?);
        }
    }
    let mut rows = Vec::new();
    let peer = peer(args, &scratch);
    for topic in Topic::ALL.into_iter().filter(|topic| args.only.contains(topic)) {
        rows.extend(measured(topic, args, peer.as_deref(), &documents, &growth, &scratch)?);
    }
    match args.markdown {
        true => print!("{}", table::markdown(&rows)),
        false => print!("{}", table::plain(&rows)),
    }
    Ok(Status::done_if(!rows.iter().any(Row::is_missed)))
}

/// The rows of a topic.
fn measured(
    topic: Topic,
    args: &Args,
    peer: Option<&Path>,
    documents: &[PathBuf],
    growth: &[(usize, PathBuf)],
    scratch: &Path,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let outputs = args.scratch.as_deref().unwrap_or(scratch);
    match topic {
        Topic::Generation => each(documents, |document| {
            whole::generations(document, peer, args.rounds, outputs)
        }),
        Topic::Growth => growth::rows(growth, args.rounds, outputs),
        Topic::Compile => each(documents, |document| {
            compile::rows(document, peer, args.rounds, outputs)
        }),
        Topic::Calls => programs::rows("bench-runtime"),
        Topic::Patterns => programs::rows("bench-patterns"),
        Topic::Cold => cold::rows(scratch),
    }
}

/// The rows of every document.
fn each(
    documents: &[PathBuf],
    rows: impl FnMut(&PathBuf) -> Result<Vec<Row>, Box<dyn Error>>,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let rows: Result<Vec<_>, _> = documents.iter().map(rows).collect();
    Ok(rows?.into_iter().flatten().collect())
}

/// The program of the other generator, if a topic needs it and it can be had.
fn peer(args: &Args, scratch: &Path) -> Option<PathBuf> {
    let compared = [Topic::Generation, Topic::Compile];
    if !args.only.iter().any(|topic| compared.contains(topic)) {
        return None;
    }
    let found = peers::FASTEST.program(args.peers.as_deref(), scratch);
    found
        .map_err(|why| println!("skipped: {}: {why}", peers::FASTEST.name))
        .ok()
}

/// Figures of a build that is not optimised say nothing: Cargo builds and runs another one.
fn optimised() -> CommandResult {
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
    // The same arguments: the command begins with its own name.
    cargo.arg("--").args(std::env::args_os().skip(1));
    match cargo.status()?.code() {
        Some(0) => Ok(Status::Done),
        Some(1) => Ok(Status::Failed),
        Some(_) | None => Err("the measurement could not be built or run".into()),
    }
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
