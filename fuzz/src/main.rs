//! `cargo xtask fuzz`: documents, texts and responses at random, each in a child process.
//!
//! What is tried follows from a seed and a number, so parent and child make the same input and a run can be repeated. What is found is
//! made small and written to `tests/cases/fuzz`, where it is tried again by every test run.

mod child;
mod code;
mod compile;
mod house;
mod manifest;
mod minimise;
mod say;
mod seeds;
mod targets;
mod unions;
mod worker;

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;
use targets::Target;

/// What `cargo xtask fuzz` passes on; its help says what it means.
#[derive(Clone, Debug, Parser)]
struct Args {
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    #[arg(long)]
    inputs: Option<u64>,
    #[arg(long)]
    seed: Option<u64>,
    #[arg(long, value_enum)]
    only: Option<Target>,
    #[arg(long, default_value_t = 0)]
    compile: usize,
    #[arg(long, default_value_t = 2)]
    threads: usize,
    #[arg(long)]
    cases: bool,
    /// End with the first fault, as it is.
    #[arg(long)]
    first: bool,
    /// For a child process: `TARGET SEED FIRST COUNT [KEEP EVERY]`, or `TARGET FILE`. `TARGET SEED NUMBER` shows an input.
    #[arg(long, num_args = 2..)]
    worker: Option<Vec<String>>,
    corpus: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let mut args = Args::parse();
    for path in &mut args.corpus {
        *path = std::path::absolute(&path).unwrap_or_default();
    }
    if let Err(error) = specwright_tests::enter_workspace() {
        eprintln!("error: {error}");
        return ExitCode::from(2);
    }
    let outcome = match &args.worker {
        Some(words) => worker::run(words, &args.corpus).map(|()| true),
        None => house::run(&args),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
