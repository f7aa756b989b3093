//! `generate`, `check`, `diff` and `import` for the committed client, and the same for the compiled test cases.

use crate::project::{self, ProjectArgs};
use specwright::output::{self, FileSet, Mode};
use specwright_cli::commands::{check, diff, generate, import, learn};
use specwright_cli::{CommandResult, Status, project as client, report};
use specwright_tests::{COMPILED, obstacles};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The client that the settings, or those of the repository, describe.
fn client(args: ProjectArgs) -> std::io::Result<client::Args> {
    Ok(client::Args {
        settings: Some(project::enter(args.settings.as_deref())?),
        view: args.view,
        ..client::Args::default()
    })
}

/// Regenerates a client.
pub fn generate(args: ProjectArgs, dry_run: bool, edition: generate::EditionArgs) -> CommandResult {
    let project = client(args)?;
    generate::run(&generate::Args {
        project,
        dry_run,
        stat: false,
        edition,
    })
}

/// Writes the obstacle course of names, and the code of the good test cases.
pub fn generate_cases(dry_run: bool) -> CommandResult {
    project::enter_root()?;
    let start = Instant::now();
    if !dry_run {
        std::fs::write(obstacles::PATH, obstacles::document())?;
    }
    let Some(files) = compile_cases() else {
        return Ok(Status::Failed);
    };
    let mode = if dry_run { Mode::DryRun } else { Mode::Write };
    let changes = output::apply(&files, Path::new(COMPILED), mode)?;
    if dry_run {
        print!("{}", report::diff(COMPILED, &changes));
    }
    println!("{}, {}", report::written(&changes), report::seconds(start.elapsed()));
    Ok(Status::Done)
}

/// The code of all good cases; the report is shown if one of them has a problem.
fn compile_cases() -> Option<FileSet> {
    match specwright_tests::compiled() {
        Ok(files) => Some(files),
        Err(error) => {
            eprintln!("{error}");
            None
        }
    }
}

/// Whether the client is what would be generated, and for the committed one the compiled cases too.
pub fn check(args: ProjectArgs) -> CommandResult {
    let is_other = args.settings.is_some();
    let project = client(args)?;
    let status = check::run(&check::Args { project })?;
    if is_other {
        return Ok(status);
    }
    let Some(files) = compile_cases() else {
        return Ok(Status::Failed);
    };
    let changes = output::apply(&files, Path::new(COMPILED), Mode::Check)?;
    let is_fresh = check::report_stale(COMPILED, COMPILED, &changes, files.command());
    Ok(status.and(Status::done_if(is_fresh)))
}

/// Writes the document from the vendor's pages.
pub fn import(args: ProjectArgs, pages: &[PathBuf], prune: bool) -> CommandResult {
    let pages = pages.iter().map(|page| project::from_root(page));
    let pages: Vec<PathBuf> = pages.collect::<Result<_, _>>()?;
    let settings = project::enter(args.settings.as_deref())?;
    let status = import::run(&import::Args {
        pages,
        output: None,
        settings: Some(settings.clone()),
        prune,
        view: args.view,
    })?;
    if let Some(document) = client::document(&settings).filter(|_| status == Status::Done) {
        learn::list_in_use(&document, &client::overlays(&settings));
    }
    Ok(status)
}

/// Writes the overlay that makes the document true to recorded responses: `learned.yaml` beside the settings.
pub fn learn(args: ProjectArgs, recordings: &[PathBuf], prune: bool) -> CommandResult {
    let files = recordings.iter().map(|recording| project::from_root(recording));
    let files: Vec<PathBuf> = files.collect::<Result<_, _>>()?;
    let settings = project::enter(args.settings.as_deref())?;
    let output = Some(settings.with_file_name("learned.yaml"));
    learn::run(&learn::Args {
        files,
        settings: Some(settings),
        output,
        prune,
        values: Vec::new(),
        view: args.view,
    })
}

/// What changed since a revision, or between two editions.
pub fn diff(mut args: diff::Args) -> CommandResult {
    if args.all {
        project::enter_root()?;
    } else if args.old.is_none() {
        args.settings = Some(project::enter(args.settings.as_deref())?);
    }
    diff::run(&args)
}
