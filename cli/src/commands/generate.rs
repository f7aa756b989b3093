//! `generate`: writes a client.

use crate::project::{self, Target};
use crate::view::View;
use crate::{CommandResult, Status, report, runtime};
use specwright::output::{Changes, Mode};
use specwright::source;
use std::path::Path;
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
    /// With --dry-run: name the files that would change, without the differences
    #[arg(long, requires = "dry_run")]
    pub stat: bool,
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
    let view = &args.project.view;
    let directory = project.target.directory();
    show(view, &directory, &changes);
    if args.dry_run && !args.stat {
        view.say(report::diff(&directory, &changes).trim_end());
    }
    let summary = &project.generated.summary;
    view.say(&format!("{} {}", summary.title, summary.version));
    let operations = report::plural(summary.operations, "operation");
    let types = report::plural(summary.types, "type");
    let examples = report::plural(summary.examples, "example");
    let written = report::written(&changes);
    let time = report::seconds(start.elapsed());
    view.say(&format!("{operations}, {types}, {examples}, {written}, {time}"));
    if let (Target::Directory(_), Some(path)) = (&project.target, &project.assumed_runtime) {
        view.note(&runtime::note(path));
    }
    Ok(Status::Done)
}

/// A line for each file that differs.
fn show(view: &View, directory: &str, changes: &Changes) {
    for change in &changes.files {
        let word = match (&change.old, &change.new) {
            (None, _) => "new",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "deleted",
        };
        let path = source::display_name(&Path::new(directory).join(&change.path));
        view.say(&format!("{word:>8} {path}"));
    }
}
