//! The maintainers' commands: `cargo xtask --help`.
//!
//! Thin: what `specwright` can do is in the library `specwright_cli`, and this passes the paths of this repository to it. What only
//! maintainers need is here.

mod bench;
mod browser;
mod chromium;
mod conformance;
mod corpus;
mod e2e;
mod fuzz;
mod generate;
mod judge;
mod playground;
mod project;
mod scratch;
mod values;

use clap::{Args, Parser, Subcommand};
use project::ProjectArgs;
use specwright_cli::commands::diff;
use specwright_cli::commands::generate::EditionArgs;
use specwright_cli::{EXIT_CODES, finish};
use std::path::PathBuf;
use std::process::ExitCode;

/// Commands for the maintainers of this repository
///
/// When the vendor publishes a new page, save it and run `import`, `generate` and `check`.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, max_term_width = 100, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Regenerate the committed client from the vendor's document
    ///
    /// Reads the settings and the files that they name, shows the problems of the document with file,
    /// line and column, and writes only the files whose content changes. With an error in the document
    /// nothing is written.
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
        #[command(flatten)]
        edition: EditionArgs,
    },
    /// Say whether what is committed is up to date, and show the difference
    ///
    /// Compares the client and, without --settings, the compiled test cases with what would be generated.
    /// Writes nothing.
    #[command(verbatim_doc_comment)]
    Check {
        #[command(flatten)]
        project: ProjectArgs,
    },
    /// Say what a new edition changes: for programs, on the wire, and in the version
    ///
    /// Compares the committed client and its document, as they are in a revision (--base), with the
    /// document now; or two editions (OLD NEW): documents, settings files, surface.json files, or
    /// directories that hold one of them. What comes from the document and what comes from another
    /// generator is told apart.
    #[command(verbatim_doc_comment)]
    Diff(DiffArgs),
    /// Write the document from the vendor's Markdown pages
    ///
    /// Takes the OpenAPI block out of each page, merges the blocks, and writes the file that
    /// `document.path` of the settings names: spec/openapi.yaml. Says what that changes. Operations
    /// that no page has are kept. If pages disagree, both places are shown and nothing is written.
    #[command(verbatim_doc_comment)]
    Import {
        #[command(flatten)]
        project: ProjectArgs,
        /// The pages, in the order in which they are merged [default: those of the settings]
        #[arg(value_name = "PAGE.md")]
        pages: Vec<PathBuf>,
        /// Take the operations out of the document that no page has
        #[arg(long)]
        prune: bool,
    },
    /// Write learned.yaml, the overlay that makes the document true to recorded responses
    ///
    /// Recordings are JSON lines of `RecordingTransport` (feature `record` of the client) or HAR files.
    /// List the overlay under `document.overlays` in the settings; `import` says which of its actions are
    /// still in use.
    #[command(verbatim_doc_comment)]
    Learn {
        #[command(flatten)]
        project: ProjectArgs,
        /// The recordings
        #[arg(value_name = "RECORDING", required_unless_present = "prune")]
        recordings: Vec<PathBuf>,
        /// Take learned actions out that the document does not need any more
        #[arg(long)]
        prune: bool,
    },
    /// Generate a client for every document of a directory, and report failures
    Corpus(corpus::Args),
    /// Generate one document of the corpus: `corpus` calls this
    #[command(hide = true)]
    CorpusWorker(corpus::WorkerArgs),
    /// Run the JSON Schema 2020-12 or the Overlay test suite against what is generated
    Conformance(conformance::Args),
    /// Compile a program for each rule of `diff` with both clients, and compare the verdicts
    Judge(judge::Args),
    Fuzz(fuzz::Args),
    Playground(playground::Args),
    Browser(browser::Args),
    Bench(bench::Args),
    /// Run clients against a mock server (Prism) and real ones
    ///
    /// Prism responds as spec/openapi.yaml says and validates the requests of the committed client. The
    /// others are real: a client is generated from the document that the server itself serves, a program
    /// calls the server, `learn` writes an overlay from what it received, and the program runs again with
    /// the client of the corrected document. Servers are installed below target/ from npm, PyPI and Debian;
    /// what cannot be installed is skipped, and that is printed.
    #[command(verbatim_doc_comment)]
    E2e(e2e::Args),
}

/// What to compare.
#[derive(Args)]
struct DiffArgs {
    /// The old edition
    #[arg(value_name = "OLD", requires = "new")]
    old: Option<PathBuf>,
    /// The new edition
    #[arg(value_name = "NEW")]
    new: Option<PathBuf>,
    /// The revision to compare with
    #[arg(long, value_name = "REV", default_value = "HEAD", conflicts_with = "old")]
    base: String,
    /// Compare every client of the repository: each specwright.toml with `output.surface`
    #[arg(long, conflicts_with_all = ["old", "settings"])]
    all: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t)]
    format: diff::Format,
    /// Exit with 1 if a change that the settings do not allow breaks programs or old clients
    #[arg(long)]
    exit_code: bool,
    /// The settings [default: spec/specwright.toml of this repository]
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl From<DiffArgs> for diff::Args {
    fn from(args: DiffArgs) -> diff::Args {
        diff::Args {
            base: args.old.is_none().then_some(args.base),
            old: args.old,
            new: args.new,
            all: args.all,
            settings: args.settings,
            format: args.format,
            exit_code: args.exit_code,
        }
    }
}

fn main() -> ExitCode {
    finish(match Cli::parse().command {
        Command::Generate {
            cases: true, dry_run, ..
        } => generate::generate_cases(dry_run),
        Command::Generate {
            cases: false,
            dry_run,
            project,
            edition,
        } => generate::generate(project, dry_run, edition),
        Command::Check { project } => generate::check(project),
        Command::Diff(args) => generate::diff(args.into()),
        Command::Import { project, pages, prune } => generate::import(project, &pages, prune),
        Command::Learn {
            project,
            recordings,
            prune,
        } => generate::learn(project, &recordings, prune),
        Command::Corpus(args) => corpus::run(&args),
        Command::CorpusWorker(args) => corpus::work(args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Judge(args) => judge::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Playground(args) => playground::run(&args),
        Command::Browser(args) => browser::run(&args),
        Command::E2e(args) => e2e::run(&args),
    })
}
