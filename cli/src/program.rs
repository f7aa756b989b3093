//! The program `specwright`, and the same commands with the settings of a repository, for a maintainers' command of its own.

use crate::commands::{
    check, completions, diff, effective, explain, generate, import, init, learn, lint, lock, mock, overlay,
};
use crate::out::errln;
use crate::{CommandResult, EXIT_CODES, finish};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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

/// Runs the program with these arguments, of which the first is its name. Wrong arguments, `--help` and `--version` end the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    match Cli::try_parse_from(&arguments) {
        Ok(cli) => finish(carry_out(cli)),
        Err(error) => {
            // Where standard error is closed, there is nothing to say.
            let _ = error.print();
            if error.kind() == ErrorKind::MissingRequiredArgument && would_do(&arguments, SETTINGS) {
                errln!("\n`{SETTINGS}` is here: add `--settings {SETTINGS}`");
            }
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

/// What `init` calls the settings.
const SETTINGS: &str = "specwright.toml";

/// Whether the settings are there, and all that was missing in what was typed.
fn would_do(arguments: &[OsString], settings: &str) -> bool {
    let more = ["--settings".into(), settings.into()];
    Path::new(settings).is_file() && Cli::try_parse_from(arguments.iter().cloned().chain(more)).is_ok()
}

/// Runs the program as `cargo xtask`, in the directory that has this settings file: `--settings` need not be typed. The directory is the
/// nearest one at or above that of the package which Cargo runs, or else the current one.
///
/// ```no_run
/// // xtask/src/main.rs
/// fn main() -> std::process::ExitCode {
///     specwright_cli::program::maintain("specwright.toml", std::env::args_os())
/// }
/// ```
pub fn maintain(settings: &str, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = parsed(settings, arguments.into_iter().collect());
    match enter(settings) {
        Ok(()) => finish(carry_out(cli)),
        Err(error) => finish(Err(error.into())),
    }
}

fn carry_out(cli: Cli) -> CommandResult {
    match cli.command {
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
    }
}

/// What was typed, with the settings where the command takes some and nothing was typed that is in their place.
fn parsed(settings: &str, arguments: Vec<OsString>) -> Cli {
    let command = Cli::command().bin_name("cargo xtask");
    let mut with = arguments.clone();
    with.extend(["--settings".into(), settings.into()]);
    let matches = command.clone().try_get_matches_from(with);
    let matches = matches.unwrap_or_else(|_| command.get_matches_from(arguments));
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// Makes the directory of the settings the current one.
fn enter(settings: &str) -> io::Result<()> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => PathBuf::from(package),
        None => std::env::current_dir()?,
    };
    let message = || format!("neither {} nor a directory above it has {settings}", start.display());
    let found = start.ancestors().find(|directory| directory.join(settings).is_file());
    let directory = found.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, message()))?;
    std::env::set_current_dir(Path::new(directory))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Option<PathBuf> {
        match parsed("specwright.toml", text.split_whitespace().map(OsString::from).collect()).command {
            Command::Generate(args) => args.project.settings,
            Command::Check(args) => args.project.settings,
            Command::Diff(args) => args.settings,
            _ => None,
        }
    }

    #[test]
    fn settings_are_added_where_nothing_else_is_meant() {
        let own = Some(PathBuf::from("specwright.toml"));
        for text in [
            "generate",
            "check --all",
            "diff --base main",
            "generate --deny breaking",
        ] {
            assert_eq!(settings(&format!("xtask {text}")), own, "{text}");
        }
        assert_eq!(
            settings("xtask generate --settings other.toml"),
            Some("other.toml".into())
        );
        assert_eq!(settings("xtask explain SW0350"), None);
    }
}
