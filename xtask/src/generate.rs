//! `generate` and `check`: the committed client and the compiled test cases.

use crate::{Answer, project, report};
use specwright::config::{self, Config, Faults};
use specwright::diag::Diagnostics;
use specwright::output::{self, COMMAND, FileSet, Mode};
use specwright::source::{self, SourceMap};
use specwright::{Generated, Input, generate};
use std::path::Path;
use std::time::Instant;

/// Regenerates the committed client.
pub fn client(dry_run: bool) -> Answer {
    project::enter_root()?;
    let start = Instant::now();
    let Some((config, generated)) = read_client() else {
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
fn read_client() -> Option<(Config, Generated)> {
    let mut sources = SourceMap::new();
    let mut setting_problems = Diagnostics::new();
    let config = config::read(&mut sources, Path::new(project::SETTINGS), &mut setting_problems);
    report::problems(&sources, &setting_problems);
    setting_problems.gate().ok()?;
    let mut problems = match config.faults {
        Faults::Deny => Diagnostics::new(),
        Faults::Allow => Diagnostics::tolerant(),
    };
    let input = Input::Path(config.document.path.clone());
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

/// Whether the committed client and the compiled cases are what would be generated; shows the difference.
pub fn check() -> Answer {
    project::enter_root()?;
    let start = Instant::now();
    let Some((config, generated)) = read_client() else {
        return Ok(false);
    };
    let folder = source::display_name(&config.output.path);
    let client = output::apply(&generated.files, &config.output.path, Mode::Check)?;
    print!("{}", report::diff(&folder, &client));
    let Some(files) = compile_cases() else {
        return Ok(false);
    };
    let cases = output::apply(&files, Path::new(specwright_tests::COMPILED), Mode::Check)?;
    print!("{}", report::diff(specwright_tests::COMPILED, &cases));
    for (stale, what, command) in [
        (!client.is_empty(), &*folder, COMMAND.to_owned()),
        (
            !cases.is_empty(),
            specwright_tests::COMPILED,
            format!("{COMMAND} --cases"),
        ),
    ] {
        if stale {
            eprintln!("{what} is stale: run `{command}` and commit the result");
        }
    }
    let fresh = client.is_empty() && cases.is_empty();
    if fresh {
        println!("up to date, {}", report::seconds(start.elapsed()));
    }
    Ok(fresh)
}
