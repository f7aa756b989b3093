//! A report for a pull request.

use super::same::{Same, fold};
use super::{Effect, Part, Report, effect_words, severity_words, source_words, wire_words};
use crate::compat::Severity;

/// Where a report ends, in bytes: a comment of GitHub has at most 65,536 characters.
const LONGEST: usize = 60_000;
/// So many names are listed of those of which the same is to be said.
const NAMES: usize = 40;

pub(super) fn report(report: &Report<'_>) -> String {
    let mut out = format!("### {}\n\n{}.\n", report.title(), capitalized(&report.counts()));
    let shown: Vec<&Part<'_>> = report.parts.iter().filter(|part| !part.changes.is_empty()).collect();
    for part in &shown {
        if shown.len() > 1 || part.effect != Effect::Document {
            out.push_str(&format!("\n#### {}\n", effect_words(part.effect)));
        }
        for severity in Severity::ALL {
            section(&mut out, part, severity);
        }
    }
    for entry in &report.unused {
        out.push_str(&format!(
            "\n> `{entry}` is allowed in the settings, and there is no such change.\n"
        ));
    }
    out
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn section(out: &mut String, part: &Part<'_>, severity: Severity) {
    let changes = part.of(severity);
    if changes.is_empty() {
        return;
    }
    let (title, rest) = severity_words(severity)
        .split_once(": ")
        .unwrap_or((severity_words(severity), ""));
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!(": {rest}")
    };
    // What is new is for those who look for it.
    let is_folded = severity == Severity::Addition;
    match is_folded {
        true => out.push_str(&format!(
            "\n<details><summary><b>{title}</b> ({})</summary>\n\n",
            changes.len()
        )),
        false => out.push_str(&format!("\n**{title}**{rest}\n\n")),
    }
    let mut left = 0;
    for same in fold(changes) {
        let text = change(part, &same, severity);
        match out.len() + text.len() <= LONGEST {
            true => out.push_str(&text),
            false => left += 1 + same.others(),
        }
    }
    if left > 0 {
        out.push_str(&format!("- … and {left} more, which `--format terminal` shows\n"));
    }
    if is_folded {
        out.push_str("\n</details>\n");
    }
}

fn change(part: &Part<'_>, same: &Same<'_>, severity: Severity) -> String {
    let change = same.first;
    let (old, new) = part.places(change);
    let mut out = format!("- {} (`{}`)", capitalized(&change.sentence), change.rule.row().id);
    if severity != Severity::Addition {
        let source = capitalized(source_words(change.source));
        out.push_str(&format!("  \n  {source}; {}.", wire_words(change)));
    }
    let places = match (old, new) {
        (Some(old), Some(new)) if old != new => format!("`{old}` → `{new}`"),
        (_, Some(one)) | (Some(one), None) => format!("`{one}`"),
        (None, None) => String::new(),
    };
    if severity != Severity::Addition && !places.is_empty() {
        out.push_str(&format!("  \n  {places}"));
    }
    if let Some(reason) = &change.allowed {
        out.push_str(&format!("  \n  Allowed: {reason}"));
    }
    if same.others() > 0 {
        let (lines, rest) = same.names(NAMES);
        let rest = if rest > 0 {
            format!("; and {rest} more")
        } else {
            String::new()
        };
        out.push_str(&format!(
            "  \n  The same of {} more: {}{rest}",
            same.others(),
            lines.join("; ")
        ));
    }
    out.push('\n');
    out
}
