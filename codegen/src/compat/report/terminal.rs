//! A report for a terminal.

use super::same::{Same, fold};
use super::{Part, Report, effect_words, severity_words, source_words, wire_words};
use crate::compat::Severity;

pub(super) fn report(report: &Report<'_>) -> String {
    let mut out = format!("{}: {}\n", report.title(), report.counts());
    for part in report.parts.iter().filter(|part| !part.changes.is_empty()) {
        out.push_str(&format!("\n{}\n", effect_words(part.effect)));
        for severity in Severity::ALL {
            section(&mut out, part, severity);
        }
    }
    unused(&mut out, report);
    out
}

pub(super) fn head(report: &Report<'_>) -> String {
    let mut out = format!("{}: {}\n", report.title(), report.counts());
    for part in &report.parts {
        let bad = part
            .changes
            .iter()
            .filter(|change| change.severity() <= Severity::Breaking);
        for same in fold(bad) {
            let why = match part.effect {
                super::Effect::Generator => " (from the generator)",
                super::Effect::Document | super::Effect::Either => "",
            };
            let more = match same.others() {
                0 => String::new(),
                others => format!("; the same of {others} more"),
            };
            out.push_str(&format!(
                "{:>10} {}{more}{why}\n",
                same.first.severity().as_str(),
                same.first.sentence
            ));
        }
    }
    unused(&mut out, report);
    out
}

fn unused(out: &mut String, report: &Report<'_>) {
    for entry in &report.unused {
        out.push_str(&format!(
            "\nwarning: `{entry}` is allowed in the settings, and there is no such change\n"
        ));
    }
}

fn section(out: &mut String, part: &Part<'_>, severity: Severity) {
    let changes = part.of(severity);
    if changes.is_empty() {
        return;
    }
    out.push_str(&format!("\n{}\n", severity_words(severity)));
    for same in fold(changes) {
        change(out, part, &same, severity);
    }
}

fn change(out: &mut String, part: &Part<'_>, same: &Same<'_>, severity: Severity) {
    let change = same.first;
    let place = match part.places(change) {
        (Some(old), Some(new)) if old == new => new,
        (Some(old), Some(new)) => format!("{old} -> {new}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    };
    out.push_str(&format!("  {} [{}]\n", change.sentence, change.rule.row().id));
    if severity != Severity::Addition {
        let (source, wire) = (source_words(change.source), wire_words(change));
        out.push_str(&format!("      SOURCE {source}; WIRE {wire}\n"));
    }
    if !place.is_empty() {
        out.push_str(&format!("      {place}\n"));
    }
    if let Some(reason) = &change.allowed {
        out.push_str(&format!("      allowed: {reason}\n"));
    }
    if same.others() > 0 {
        out.push_str(&format!("      the same of {} more:\n", same.others()));
        let (lines, _) = same.names(usize::MAX);
        lines.iter().for_each(|line| out.push_str(&format!("        {line}\n")));
    }
}
