//! A report for a terminal.

use super::{Alike, Part, Report, alike, effect_words, severity_words, source_words, wire_words};
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
        let bad = part.changes.iter().filter(|change| change.severity() <= Severity::Breaking);
        for group in alike(&bad.collect::<Vec<_>>()) {
            let change = group.change;
            let others = group.others().map_or_else(String::new, |others| format!("; {others}"));
            let why = match part.effect {
                super::Effect::Generator => " (from the generator)",
                super::Effect::Document | super::Effect::Either => "",
            };
            out.push_str(&format!(
                "{:>10} {}{others}{why}\n",
                change.severity().as_str(),
                change.sentence
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
    let changes = part.grouped(severity);
    if changes.is_empty() {
        return;
    }
    out.push_str(&format!("\n{}\n", severity_words(severity)));
    for change in changes {
        self::change(out, part, &change, severity);
    }
}

fn change(out: &mut String, part: &Part<'_>, group: &Alike<'_>, severity: Severity) {
    let change = group.change;
    let place = match part.places(change) {
        (Some(old), Some(new)) if old == new => new,
        (Some(old), Some(new)) => format!("{old} -> {new}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    };
    out.push_str(&format!("  {} [{}]\n", change.sentence, change.rule.row().id));
    if let Some(others) = group.others() {
        out.push_str(&format!("      {others}\n"));
    }
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
}
