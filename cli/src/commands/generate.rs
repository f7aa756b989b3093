//! `generate`: writes a client.

use crate::project::{self, Target};
use crate::{CommandResult, Status, report, runtime};
use specwright::output::{Changes, Mode};
use specwright::source;
use std::time::Instant;

/// Generate a client
///
/// Reads the document, shows its problems with file, line and column, and writes the client: a package
/// into a directory (-o), or one file for your own crate (--file). Only files whose content changes are
/// written, files that are no longer generated are deleted, and a file that specwright did not write is
/// never touched. With an error in the document nothing is written.
/// Example: `specwright generate pets.yaml -o pets-client`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Which client.
    #[command(flatten)]
    pub project: project::Args,
    /// Show what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs the command: the changed files and a summary go to standard output, problems to standard error.
///
/// # Errors
/// Returns an error if the output cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let start = Instant::now();
    let Some(project) = project::generate(&args.project)? else {
        return Ok(Status::Failed);
    };
    let mode = if args.dry_run { Mode::DryRun } else { Mode::Write };
    let changes = project.apply(mode)?;
    let directory = project.target.directory();
    show(&directory, &changes);
    if args.dry_run {
        print!("{}", report::diff(&directory, &changes));
    }
    let summary = &project.generated.summary;
    println!("{} {}", summary.title, summary.version);
    let operations = report::plural(summary.operations, "operation");
    let types = report::plural(summary.types, "type");
    let examples = report::plural(summary.examples, "example");
    println!(
        "{operations}, {types}, {examples}, {}, {}",
        report::written(&changes),
        report::seconds(start.elapsed())
    );
    if let (Target::Directory(_), Some(path)) = (&project.target, &project.assumed_runtime) {
        eprintln!("{}", runtime::note(path));
    }
    Ok(Status::Done)
}

/// A line for each file that differs.
fn show(directory: &str, changes: &Changes) {
    for change in &changes.files {
        let word = match (&change.old, &change.new) {
            (None, _) => "new",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "deleted",
        };
        println!(
            "{word:>8} {}",
            source::display_name(&std::path::Path::new(directory).join(&change.path))
        );
    }
}
