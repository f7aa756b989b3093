//! The maintainers' commands: `cargo xtask --help`.
//!
//! Thin: everything that decides something is in the `specwright` library. Exit codes: 0 all is well, 1 the answer is no
//! (stale output, a document that falls short, a problem in the input), 2 the command itself could not be carried out.

mod conformance;
mod corpus;
mod e2e;
mod generate;
mod import;
mod project;
mod report;
mod scratch;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The maintainers' commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Regenerate the committed client from spec/
    ///
    /// Reads spec/specwright.toml and everything it names, and writes only the files whose content changes.
    Generate {
        /// Regenerate the compiled test cases (tests/compiled) instead
        #[arg(long)]
        cases: bool,
        /// Show what would change and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Exit with 1 and show the difference if the committed client or the compiled test cases are stale
    Check,
    /// Take the OpenAPI blocks out of the vendor's Markdown pages and write spec/openapi.yaml
    Import {
        /// The pages, in the order in which they are merged
        #[arg(required = true, value_name = "PAGE.md")]
        pages: Vec<PathBuf>,
    },
    /// Generate a client for every document of a folder, and report what falls short
    Corpus(corpus::Args),
    /// Generate one document of the corpus: `corpus` calls this
    #[command(hide = true)]
    CorpusWorker(corpus::WorkerArgs),
    /// Run the JSON Schema 2020-12 or the Overlay test suite against what is generated
    Conformance(conformance::Args),
    /// Drive the committed client against a mock server (Prism; needs Node)
    E2e,
}

/// What a command answers: yes or no. Errors are for commands that could not be carried out.
type Answer = Result<bool, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let answer = match Cli::parse().command {
        Command::Generate { cases: true, dry_run } => generate::cases(dry_run),
        Command::Generate { cases: false, dry_run } => generate::client(dry_run),
        Command::Check => generate::check(),
        Command::Import { pages } => import::run(&pages),
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusWorker(args) => corpus::work(args),
        Command::Conformance(args) => conformance::run(&args),
        Command::E2e => e2e::run(),
    };
    match answer {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
