//! `generate`: writes a client.

use crate::edition::committed;
use crate::project::{self, Target};
use crate::view::View;
use crate::{CommandResult, Status, report, runtime};
use specwright::compat::{Effect, Part, Report, compare};
use specwright::output::{Changes, Mode};
use specwright::source;
use specwright::surface::Surface;
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
    let view = &args.project.view;
    let before = former(view, &project.target);
    let changes = project.apply(mode)?;
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
    if let (Some(before), Some(after)) = (&before, &project.generated.surface) {
        edition(view, before, after);
    }
    if let (Target::Directory(_), Some(path)) = (&project.target, &project.assumed_runtime) {
        view.note(&runtime::note(path));
    }
    Ok(Status::Done)
}

/// The surface of the client that is there; one that cannot be read is written anew.
fn former(view: &View, target: &Target) -> Option<Surface> {
    let Target::Directory(directory) = target else {
        return None;
    };
    let found = committed(directory);
    found.unwrap_or_else(|error| {
        view.note(&format!("note: {error}; it is not compared"));
        None
    })
}

/// The head of the report of what changes: how much of what kind, what breaks, and the version that this asks for.
fn edition(view: &View, before: &Surface, after: &Surface) {
    let changes = compare(before, after);
    if changes.is_empty() {
        return;
    }
    let report = Report {
        old: before.head.clone(),
        new: after.head.clone(),
        parts: vec![Part {
            effect: Effect::Either,
            changes,
            old: None,
            new: None,
        }],
        unused: Vec::new(),
    };
    view.say(report.head().trim_end());
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
