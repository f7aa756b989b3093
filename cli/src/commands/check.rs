//! `check`: whether a client is what would be generated.

use crate::out::out;
use crate::project::{self, Project};
use crate::{CommandResult, Status, report};
use specwright::output::{Changes, Mode};
use std::time::Instant;

/// Say whether a client is up to date, and show the difference
///
/// Generates the client in memory and compares it with what is there. Writes nothing.
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
    let Some(project) = project::generate(&args.project)? else {
        return Ok(Status::Failed);
    };
    let Project { target, generated, .. } = &project;
    let command = args.project.command(generated.files.command());
    let changes = project.apply(Mode::Check)?;
    let is_fresh = report_stale(&target.name(), &target.directory(), &changes, &command);
    if is_fresh {
        let time = report::seconds(start.elapsed());
        args.project.view.say(&format!("up to date, {time}"));
    }
    Ok(Status::done_if(is_fresh))
}

/// Whether there are no changes; otherwise they are shown, with the command that makes up for them.
pub fn report_stale(name: &str, directory: &str, changes: &Changes, command: &str) -> bool {
    if !changes.is_empty() {
        out!("{}", report::diff(directory, changes));
        eprintln!("{name} is out of date: run `{command}` and commit the result");
    }
    changes.is_empty()
}
