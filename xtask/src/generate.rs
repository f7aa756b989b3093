//! `generate` and `check`: the committed client and the compiled test cases.

use crate::{Answer, project, report};
use specwright::config::{self, Config, Faults};
use specwright::diag::Diagnostics;
use specwright::output::{self, COMMAND, FileSet, Mode};
use specwright::source::{self, SourceMap};
use specwright::{Generated, Input, generate};
use std::path::Path;
use std::time::Instant;

/// Regenerates a client.
pub fn client(settings: Option<&Path>, dry_run: bool) -> Answer {
    let settings = project::enter(settings)?;
    let start = Instant::now();
    let Some((config, generated)) = read_client(&settings) else {
        return Ok(false);
    };
    let mode = if dry_run { Mode::DryRun } else { Mode::Write };
    let changes = output::apply(&generated.files, &config.output.path, mode)?;
    let folder = source::display_name(&config.output.path);
    for change in &changes.files {
        let word = match (&change.old, &change.new) {
            (None, _) => "new",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "deleted",
        };
        println!("{word:>8} {folder}/{}", change.path);
    }
    if dry_run {
        print!("{}", report::diff(&folder, &changes));
    }
    let summary = &generated.summary;
    println!("{} {}", summary.title, summary.version);
    let operations = report::plural(summary.operations, "operation");
    let types = report::plural(summary.types, "type");
    let examples = report::plural(summary.examples, "example");
    println!(
        "{operations}, {types}, {examples}, {}, {}",
        report::written(&changes),
        report::seconds(start.elapsed())
    );
    Ok(true)
}

/// Reads the settings and generates the client; problems are shown.
fn read_client(settings: &Path) -> Option<(Config, Generated)> {
    let mut sources = SourceMap::new();
    let config = read_settings(&mut sources, settings)?;
    let mut problems = match config.faults {
        Faults::Deny => Diagnostics::new(),
        Faults::Allow => Diagnostics::tolerant(),
    };
    let input = Input::Path(config.document.path.value.clone());
    let generated = generate(&mut sources, &input, &config, &mut problems);
    report::problems(&sources, &problems);
    match generated {
        Some(generated) => Some((config, generated)),
        None => {
            eprintln!("nothing was written: {}", report::counts(&problems));
            None
        }
    }
}

/// Reads the settings; `None` if they have errors, which are shown.
pub fn read_settings(sources: &mut SourceMap, path: &Path) -> Option<Config> {
    let mut problems = Diagnostics::new();
    let config = config::read(sources, path, &mut problems);
    report::problems(sources, &problems);
    if problems.gate().is_err() {
        eprintln!("nothing was written: {}", report::counts(&problems));
        return None;
    }
    Some(config)
}

/// Regenerates the code of the good test cases.
pub fn cases(dry_run: bool) -> Answer {
    project::enter_root()?;
    let start = Instant::now();
    let Some(files) = compile_cases() else {
        return Ok(false);
    };
    let mode = if dry_run { Mode::DryRun } else { Mode::Write };
    let changes = output::apply(&files, Path::new(specwright_tests::COMPILED), mode)?;
    if dry_run {
        print!("{}", report::diff(specwright_tests::COMPILED, &changes));
    }
    println!("{}, {}", report::written(&changes), report::seconds(start.elapsed()));
    Ok(true)
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

/// Whether the client is what would be generated, and for the committed one the compiled cases too; shows the difference.
pub fn check(settings: Option<&Path>) -> Answer {
    let whole_repository = settings.is_none();
    let settings = project::enter(settings)?;
    let start = Instant::now();
    let Some((config, generated)) = read_client(&settings) else {
        return Ok(false);
    };
    let folder = source::display_name(&config.output.path);
    let mut fresh = compare(&generated.files, &folder, "")?;
    if whole_repository {
        let Some(files) = compile_cases() else {
            return Ok(false);
        };
        fresh &= compare(&files, specwright_tests::COMPILED, " --cases")?;
    }
    if fresh {
        println!("up to date, {}", report::seconds(start.elapsed()));
    }
    Ok(fresh)
}

/// Whether a folder holds these files; shows the difference and the flags that `generate` needs to make up for it.
fn compare(files: &FileSet, folder: &str, flags: &str) -> std::io::Result<bool> {
    let changes = output::apply(files, Path::new(folder), Mode::Check)?;
    if changes.is_empty() {
        return Ok(true);
    }
    print!("{}", report::diff(folder, &changes));
    eprintln!("{folder} is stale: run `{COMMAND}{flags}` and commit the result");
    Ok(false)
}
