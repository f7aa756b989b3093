//! The page of all diagnostics, which is committed as `docs/diagnostics.md`.

use specwright::diag::{Entry, Example, ExampleKind, Level, Problem};
use std::fmt::Write;

const INTRODUCTION: &str = "\
# All diagnostics

What the generator says of documents, overlays, settings and pages, each with what raises it and what does not. `specwright explain SW0350`
prints the same. The [settings](guide/problems.md) can allow, warn of or deny each, everywhere or in a part of a document.

This page is generated: `SPECWRIGHT_UPDATE=1 cargo test -p specwright-tests --test docs` writes it.
";

/// The groups of codes, by their first digits.
const GROUPS: &[(&str, &str)] = &[
    ("SW01", "Reading files"),
    ("SW02", "Pages and overlays"),
    ("SW03", "The structure of a document"),
    ("SW04", "References"),
    ("SW05", "Schemas"),
    ("SW06", "Operations"),
    ("SW07", "Settings"),
    ("SW08", "Patterns"),
];

/// The page.
pub fn page() -> String {
    let mut out = INTRODUCTION.to_owned();
    for (begin, title) in GROUPS {
        let _ = write!(out, "\n## {title}\n");
        for entry in Problem::ENTRIES.iter().filter(|entry| entry.code.starts_with(begin)) {
            out.push_str(&section(entry));
        }
    }
    out
}

fn section(entry: &Entry) -> String {
    let level = match entry.level {
        Level::Error => "An error.",
        Level::Fault => "An error; with `faults = \"allow\"` a warning, and the faulty part is left out.",
        Level::Warning => "A warning.",
        Level::Note => "A note.",
    };
    let summary = entry.summary().trim_end_matches('.');
    let example = entry.example().map_or_else(String::new, |example| shown(&example));
    format!(
        "\n### {}: {summary}\n\n{level}\n\n> {}\n>\n> help: {}\n{example}",
        entry.code,
        entry.message(),
        entry.help()
    )
}

fn shown(example: &Example) -> String {
    let place = example.kind.place();
    let place = place.map_or_else(String::new, |place| format!(", in {place}"));
    let block = |text: &str| match example.kind {
        ExampleKind::Words => format!("{text}\n"),
        kind => format!("`````{}\n{text}\n`````\n", kind.language()),
    };
    format!(
        "\nWrong{place}:\n\n{}\nRight:\n\n{}",
        block(example.wrong),
        block(example.right)
    )
}
