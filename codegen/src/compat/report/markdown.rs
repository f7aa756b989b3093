//! A report for a pull request.

use super::{Alike, Effect, Part, Report, effect_words, severity_words, source_words, wire_words};
use crate::compat::Severity;

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
    let count = part.of(severity).len();
    if count == 0 {
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
            "\n<details><summary><b>{title}</b> ({count})</summary>\n\n"
        )),
        false => out.push_str(&format!("\n**{title}**{rest}\n\n")),
    }
    for change in part.grouped(severity) {
        self::change(out, part, &change, severity);
    }
    if is_folded {
        out.push_str("\n</details>\n");
    }
}

fn change(out: &mut String, part: &Part<'_>, group: &Alike<'_>, severity: Severity) {
    let change = group.change;
    let (old, new) = part.places(change);
    let others = group.others().map_or_else(String::new, |others| format!("; {others}"));
    out.push_str(&format!(
        "- {}{others} (`{}`)",
        capitalized(&change.sentence),
        change.rule.row().id
    ));
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
    out.push('\n');
}
