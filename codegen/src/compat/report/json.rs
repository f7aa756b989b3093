//! A report for programs.

use super::{Part, Report, line};
use crate::compat::{Change, Place};
use crate::source::SourceMap;
use crate::text::quoted;

pub(super) fn report(report: &Report<'_>) -> String {
    let mut out = String::from("{\n");
    let text = |value: Option<String>| value.map_or_else(|| "null".to_owned(), |value| quoted(&value));
    let fields = [
        ("package", quoted(&report.new.package)),
        ("version", quoted(&report.old.version)),
        ("bump", text(report.bump().map(|bump| bump.as_str().to_owned()))),
        ("nextVersion", text(report.next_version())),
        ("breaking", report.is_breaking().to_string()),
    ];
    for (key, value) in fields {
        out.push_str(&format!("  {}: {value},\n", quoted(key)));
    }
    let unused: Vec<String> = report.unused.iter().map(|entry| quoted(entry)).collect();
    out.push_str(&format!(
        "  \"unusedAllowances\": [{}],\n  \"changes\": [",
        unused.join(", ")
    ));
    let all = report.parts.iter();
    let all = all.flat_map(|part| part.changes.iter().map(move |change| (part, change)));
    for (index, (part, change)) in all.enumerate() {
        out.push_str(if index == 0 { "\n    " } else { ",\n    " });
        out.push_str(&self::change(part, change));
    }
    out.push_str("\n  ]\n}\n");
    out
}

fn change(part: &Part<'_>, change: &Change) -> String {
    let works = |breaks: bool| quoted(if breaks { "breaks" } else { "works" });
    let wire = format!(
        "{{\"oldClient\": {}, \"newClient\": {}}}",
        works(change.wire.old_breaks),
        works(change.wire.new_breaks)
    );
    let fields = [
        ("rule", quoted(change.rule.row().id)),
        ("severity", quoted(change.severity().as_str())),
        ("effect", quoted(part.effect.as_str())),
        ("sentence", quoted(&change.sentence)),
        ("source", quoted(change.source.as_str())),
        ("wire", wire),
        ("old", place(part.old, change.old.as_ref())),
        ("new", place(part.new, change.new.as_ref())),
        (
            "allowed",
            change.allowed.as_deref().map_or_else(|| "null".to_owned(), quoted),
        ),
    ];
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| format!("{}: {value}", quoted(key)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

fn place(sources: Option<&SourceMap>, place: Option<&Place>) -> String {
    let Some(place) = place else {
        return "null".to_owned();
    };
    let mut fields = vec![("item", quoted(&place.name)), ("pointer", quoted(&place.pointer))];
    if let (Some(sources), Some(span)) = (sources, place.span) {
        fields.push(("file", quoted(sources.file(span.file).name())));
        fields.push(("line", line(sources, span).to_string()));
    }
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| format!("{}: {value}", quoted(key)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}
