//! A report as the entry of a changelog, in the format of Keep a Changelog.

use super::Report;
use super::same::fold;
use crate::compat::{Change, Severity};

/// What ends an entry.
const END: &str = "<!-- specwright: end -->";

/// What begins the entry of the changes since an edition.
fn begin(report: &Report<'_>) -> String {
    let old = &report.old;
    // Text of settings ends no comment.
    let version = old.version.replace("--", "");
    format!(
        "<!-- specwright: changes since {version} ({}) -->",
        old.document.replace("--", "")
    )
}

/// A changelog with the entry in it: in place of the one of the same changes, or above the entries of released versions.
pub(super) fn insert(report: &Report<'_>, text: &str) -> String {
    let begin = begin(report);
    let entry = format!("{begin}\n{}\n{END}", entry(report).trim_end());
    let known = text.find(&begin).and_then(|start| {
        let end = text.get(start..)?.find(END)?;
        Some((text.get(..start)?, text.get(start + end + END.len()..)?))
    });
    if let Some((before, after)) = known {
        return format!("{before}{entry}{after}");
    }
    if text.trim().is_empty() {
        return format!("# Changelog\n\n{entry}\n");
    }
    let at = first_release(text);
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    match after.is_empty() {
        true => format!("{}\n\n{entry}\n", before.trim_end()),
        false => format!("{before}{entry}\n\n{after}"),
    }
}

/// Where the first entry of a released version begins; one that a program wrote begins with its mark.
fn first_release(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_release = line.starts_with("## ") && !line.to_ascii_lowercase().contains("unreleased");
        if is_release || line.starts_with("<!-- specwright: changes since ") {
            break;
        }
        at += line.len();
    }
    at
}

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
        for same in fold(changes) {
            let mark = match same.first.severity() {
                Severity::Silent | Severity::Breaking => "**Breaking**: ",
                Severity::Notice | Severity::Addition => "",
            };
            out.push_str(&format!("- {mark}{}", same.first.sentence));
            if same.others() > 0 {
                let (lines, _) = same.names(usize::MAX);
                out.push_str(&format!("; the same of {}", lines.join("; ")));
            }
            out.push_str(".\n");
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

#[cfg(test)]
mod tests {
    use super::first_release;

    #[test]
    fn entries_go_above_released_versions() {
        assert_eq!(first_release("# Changelog\n\n## [Unreleased]\n\n- a\n\n## 1.0.0\n"), 35);
        assert_eq!(first_release("# Changelog\n"), 12);
        assert_eq!(first_release("a\n<!-- specwright: changes since 1 (2) -->\n## 2\n"), 2);
    }
}
