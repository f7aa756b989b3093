//! `check`: whether a client is what would be generated.

use crate::last::{self, Unchanged};
use crate::out::{errln, out};
use crate::project::{self, Draft};
use crate::{CommandResult, Status, report};
use specwright::output::{Changes, Mode};
use std::time::Instant;

/// Say whether a client is up to date, and show the difference
///
/// Generates the client in memory and compares it with what is there. Where neither the input nor the
/// client has changed since the last run, it says so at once. No file of the client is written.
/// Example: `specwright check pets.yaml -o pets-client`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Which client.
    #[command(flatten)]
    pub project: project::Args,
}

/// Runs the command: the difference goes to standard output.
///
/// # Errors
/// Returns an error if the client cannot be read.
pub fn run(args: &Args) -> CommandResult {
    let start = Instant::now();
    let view = &args.project.view;
    let Some(draft) = Draft::of(&args.project)? else {
        return Ok(Status::Failed);
    };
    let fresh = |why: &str| view.say(&format!("up to date{why}, {}", report::seconds(start.elapsed())));
    if Unchanged::of(&draft.read, view).is_some() {
        fresh(": nothing has changed since the last run");
        return Ok(Status::Done);
    }
    let made = draft.generate(view);
    let Some(project) = draft.finish(view, made) else {
        return Ok(Status::Failed);
    };
    let command = args.project.command(project.generated.files.command());
    let changes = project.apply(Mode::Check)?;
    let target = &project.read.target;
    let is_fresh = report_stale(&target.name(), &target.directory(), &changes, &command);
    if is_fresh {
        last::note(&project, view);
        fresh("");
    }
    Ok(Status::done_if(is_fresh))
}

/// Whether there are no changes; otherwise they are shown, with the command that makes up for them.
pub fn report_stale(name: &str, directory: &str, changes: &Changes, command: &str) -> bool {
    let is_missing = changes.unchanged == 0 && changes.files.iter().all(|change| change.old.is_none());
    if !changes.is_empty() && is_missing {
        // All of it would be the difference.
        errln!("{name} is not there yet: run `{command}` and commit the result");
    } else if !changes.is_empty() {
        out!("{}", report::diff(directory, changes));
        errln!("{name} is out of date: run `{command}` and commit the result");
    }
    changes.is_empty()
}
