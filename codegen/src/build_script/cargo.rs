//! What a build script says to Cargo.

use super::BuildError;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::source::{self, SourceMap};
use std::fmt::Write as _;
use std::path::Path;

/// Tells Cargo to run the build script again when a file changes. A path with a line end cannot be told.
pub(super) fn rerun(directives: &mut String, path: &Path) {
    let line = format!("cargo::rerun-if-changed={}\n", path.display());
    if line.lines().count() == 1 && !directives.contains(&line) {
        directives.push_str(&line);
    }
}

pub(super) fn fail(directives: &mut String, reason: &str) -> BuildError {
    let _ = writeln!(directives, "cargo::error={}", one_line(reason));
    BuildError {
        report: format!("error: {reason}\n"),
    }
}

/// One directive for each error and for each kind of warning. Notes stay silent: a build that works should not talk.
pub(super) fn tell(directives: &mut String, sources: &SourceMap, problems: &Diagnostics) {
    for diagnostic in problems.by_place() {
        if diagnostic.severity == Severity::Error {
            let _ = writeln!(directives, "cargo::error={}", line(sources, diagnostic));
        }
    }
    for (diagnostic, others) in problems.folded() {
        if diagnostic.severity == Severity::Warning {
            let more = match others {
                0 => String::new(),
                1 => " (and 1 more like this)".to_owned(),
                _ => format!(" (and {others} more like this)"),
            };
            let _ = writeln!(directives, "cargo::warning={}{more}", line(sources, diagnostic));
        }
    }
}

/// A problem with its place in one line.
fn line(sources: &SourceMap, diagnostic: &Diagnostic) -> String {
    let mut line = String::new();
    if let Some(span) = diagnostic.location.span {
        let place = sources.position(span);
        let name = sources.file(span.file).path().map(source::display_name);
        let name = name.unwrap_or_else(|| sources.file(span.file).name().to_owned());
        let _ = write!(line, "{name}:{}:{}: ", place.line, place.column);
    }
    let problem = &diagnostic.problem;
    let _ = write!(line, "{} [{}]; {}", problem.message(), problem.code(), problem.help());
    one_line(&line)
}

/// Cargo reads directives line by line, so text of a document must not begin another one.
pub(super) fn one_line(text: &str) -> String {
    let char = |char: char| if char.is_control() { ' ' } else { char };
    text.chars().map(char).collect()
}

#[expect(
    clippy::print_stdout,
    reason = "a build script talks to Cargo on its standard output"
)]
pub(super) fn print(directives: &str) {
    print!("{directives}");
}

#[expect(clippy::print_stderr, reason = "Cargo shows this when the build script fails")]
pub(super) fn eprint(report: &str) {
    eprint!("{report}");
}
