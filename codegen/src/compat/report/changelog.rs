//! A report as the entry of a changelog, in the format of Keep a Changelog.

use super::Report;
use crate::compat::{Change, Severity};

pub(super) fn entry(report: &Report<'_>) -> String {
    let version = report.next_version().unwrap_or_else(|| report.old.version.clone());
    let mut out = format!("## {version}\n");
    let is_gone = |change: &&Change| change.new.is_none();
    let is_new = |change: &&Change| change.severity() == Severity::Addition;
    let all: Vec<&Change> = report.changes().collect();
    let section = |out: &mut String, title: &str, changes: Vec<&Change>| {
        if changes.is_empty() {
            return;
        }
        out.push_str(&format!("\n### {title}\n\n"));
        for change in changes {
            let mark = match change.severity() {
                Severity::Silent | Severity::Breaking => "**Breaking**: ",
                Severity::Notice | Severity::Addition => "",
            };
            out.push_str(&format!("- {mark}{}.\n", change.sentence));
        }
    };
    section(
        &mut out,
        "Added",
        all.iter().copied().filter(|change| is_new(change)).collect(),
    );
    let changed = all.iter().copied().filter(|change| !is_new(change) && !is_gone(change));
    section(&mut out, "Changed", changed.collect());
    section(
        &mut out,
        "Removed",
        all.iter().copied().filter(|change| is_gone(change)).collect(),
    );
    if all.is_empty() {
        out.push_str("\nThe API is the same; the documentation has changed.\n");
    }
    out
}
