//! The program `specwright`.

use clap::{CommandFactory, Parser, Subcommand};
use specwright_cli::commands::{
    check, completions, diff, effective, explain, generate, import, init, learn, lint, lock, mock, overlay,
};
use specwright_cli::{EXIT_CODES, finish};
use std::process::ExitCode;

/// A third of the time of a generation is spent on small pieces of memory, for which this allocator is faster than that of most
/// systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generates Rust clients from OpenAPI documents
#[derive(Parser)]
#[command(name = "specwright", version, max_term_width = 100, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Generate(generate::Args),
    Check(check::Args),
    Diff(diff::Args),
    Import(import::Args),
    Init(init::Args),
    Learn(learn::Args),
    Lint(lint::Args),
    Lock(lock::Args),
    Mock(mock::Args),
    Overlay(overlay::Args),
    Effective(effective::Args),
    Explain(explain::Args),
    Completions(completions::Args),
    Man(completions::ManArgs),
}

fn main() -> ExitCode {
    finish(match Cli::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Learn(args) => learn::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Lock(args) => lock::run(&args),
        Command::Mock(args) => mock::run(&args),
        Command::Overlay(args) => overlay::run(&args),
        Command::Effective(args) => effective::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Completions(args) => completions::run(&args, Cli::command()),
        Command::Man(args) => completions::man(&args, Cli::command()),
    })
}
