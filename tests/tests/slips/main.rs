//! What people get wrong in their first hour, one slip at a time: in a document, in its text as a file, in settings. Each is marked where it
//! is, is said with the words that help, and is the only thing that is said; what is no fault is silent.

mod documents;
mod files;
mod settings;

use specwright::config::{self, Config};
use specwright::diag::{Diagnostics, Severity};
use specwright::source::{SourceMap, Span};
use specwright::{Input, generate};

/// A document without a problem.
const ZOO: &str = include_str!("zoo.yaml");

/// One problem.
#[derive(Debug)]
struct Said {
    code: &'static str,
    severity: Severity,
    line: usize,
    /// What is marked, up to the end of its line.
    marked: String,
    /// The message, then the help.
    text: String,
}

/// What is said of a document, by place.
fn said(name: &str, document: &str) -> Vec<Said> {
    with_settings(name, document, None)
}

/// What is said of a document with settings, by place.
fn with_settings(name: &str, document: &str, settings: Option<&str>) -> Vec<Said> {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let config = match settings {
        Some(text) => {
            let file = sources.add("specwright.toml", None, text);
            config::parse(&sources, file, &mut problems)
        }
        None => Config::default(),
    };
    let is_usable = problems.gate().is_ok();
    let input = Input::Text {
        name: name.to_owned(),
        text: document.to_owned(),
    };
    if is_usable {
        generate(&mut sources, &input, &config, &mut problems);
    }
    let read = |diagnostic: &&specwright::diag::Diagnostic| {
        let span = diagnostic.location.span;
        let part = |span: Span| {
            sources
                .file(span.file)
                .text()
                .get(span.start as usize..span.end as usize)
        };
        let text = span.and_then(part);
        Said {
            code: diagnostic.problem.code(),
            severity: diagnostic.severity,
            line: span.map_or(0, |span| sources.position(span).line),
            marked: text.unwrap_or_default().lines().next().unwrap_or_default().to_owned(),
            text: format!("{}; {}", diagnostic.problem.message(), diagnostic.problem.help()),
        }
    };
    problems.by_place().iter().map(read).collect()
}

/// What is expected of a problem: its code, what is marked, and words of the message or the help.
type Expected = (&'static str, &'static str, &'static str);

/// Says what differs from what is expected.
fn differs(name: &str, found: &[Said], expected: &[Expected]) -> Option<String> {
    let is_meant = |(said, (code, marked, words)): (&Said, &Expected)| {
        said.code == *code && said.marked == *marked && said.text.contains(words)
    };
    let same = found.len() == expected.len() && found.iter().zip(expected).all(is_meant);
    (!same).then(|| format!("{name}: expected {expected:?}, and what is said is {found:#?}"))
}

#[test]
fn the_document_itself_has_no_problems() {
    assert_eq!(differs("zoo", &said("zoo.yaml", ZOO), &[]), None);
}
