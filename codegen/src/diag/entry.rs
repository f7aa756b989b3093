//! An entry of the catalogue before it is met: what `specwright explain` and the page of all diagnostics say.

use super::Advice;
use super::examples::{self, Example};

/// How bad a problem of the catalogue is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing can be generated.
    Error,
    /// Part of the document has no meaning. An error, unless the user tolerates faults: then that part is left out.
    Fault,
    /// Something is left out or read differently than written; the rest is generated.
    Warning,
    /// A decision that the user may want to know of.
    Note,
}

/// A diagnostic of the catalogue, before it is met. Names in braces are placeholders for what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stable code.
    pub code: &'static str,
    /// How bad it is by itself.
    pub level: Level,
    pub(super) summary: &'static str,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

impl Entry {
    /// What it is, in a sentence.
    pub fn summary(&self) -> &'static str {
        self.summary.trim()
    }

    /// What it says: `unknown keyword …`.
    pub fn message(&self) -> String {
        without_names(self.message)
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        let usual = Advice::default().to_string();
        without_names(&self.help.replace("{hint}", "").replace("{advice}", &usual))
    }

    /// What raises it, and what to write in its place.
    pub fn example(&self) -> Option<Example> {
        examples::of(self.code)
    }
}

/// A template with an ellipsis for each name in braces.
fn without_names(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        out.push_str(before);
        if brace.starts_with("{{") || brace.starts_with("}}") {
            out.push_str(&brace[..1]);
            rest = &brace[2..];
            continue;
        }
        out.push('…');
        rest = brace.split_once('}').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
