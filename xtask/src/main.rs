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
mod values;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Commands of the maintainers of this repository
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
When the vendor publishes a new page, save it and run `import`, `generate` and `check`.

Exit codes: 0 all is well; 1 the answer is no (stale output, a problem in the input, a document that
falls short); 2 the command could not be carried out.";

#[derive(Subcommand)]
enum Command {
    /// Regenerate the committed client from the vendor's document
    ///
    /// Reads the settings and everything they name, shows the problems of the document with their
    /// places, and writes only the files whose content changes. With an error in the document nothing
    /// is written.
    #[command(verbatim_doc_comment)]
    Generate {
        #[command(flatten)]
        project: ProjectArgs,
        /// Regenerate the compiled test cases (tests/compiled) instead
        #[arg(long, conflicts_with = "settings")]
        cases: bool,
        /// Show what would change and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Say whether what is committed is what would be generated, and show the difference
    ///
    /// Compares the client and, unless --settings names another one, the compiled test cases of this
    /// repository. Exits with 1 if something is stale. Writes nothing.
    #[command(verbatim_doc_comment)]
    Check {
        #[command(flatten)]
        project: ProjectArgs,
    },
    /// Write the document from the vendor's Markdown pages
    ///
    /// Takes the OpenAPI block out of each page, merges the blocks, and writes the file that
    /// `document.path` of the settings names: spec/openapi.yaml. If pages disagree, both places are
    /// shown and nothing is written.
    #[command(verbatim_doc_comment)]
    Import {
        #[command(flatten)]
        project: ProjectArgs,
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
    ///
    /// Prism answers from spec/openapi.yaml and judges what the client sends. It is installed below
    /// target/ from npm. Without Node the command says so and succeeds.
    #[command(verbatim_doc_comment)]
    E2e,
}

/// Which client a command is about.
#[derive(Args)]
struct ProjectArgs {
    /// The settings, which name all other files [default: spec/specwright.toml here]
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

/// What a command answers: yes or no. Errors are for commands that could not be carried out.
type Answer = Result<bool, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let answer = match Cli::parse().command {
        Command::Generate {
            cases: true, dry_run, ..
        } => generate::cases(dry_run),
        Command::Generate {
            cases: false,
            dry_run,
            project,
        } => generate::client(project.settings.as_deref(), dry_run),
        Command::Check { project } => generate::check(project.settings.as_deref()),
        Command::Import { project, pages } => import::run(project.settings.as_deref(), &pages),
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
