//! Diagnostics: what is wrong with a document, where, and what to do about it.
//!
//! Every message is in one catalogue ([`Problem`]); other modules only say *which* problem they met and where.
//! A phase reports all its problems; the pipeline stops between phases ([`Diagnostics::gate`]).

mod advice;
mod catalog;
mod entry;
mod examples;
mod fold;
mod render;
mod rules;
mod sarif;
mod similar;

pub use advice::Advice;
pub use catalog::Problem;
pub use entry::{Entry, Level};
pub use examples::{Example, ExampleKind};
pub use render::Style;
pub use rules::{Action, Rule, Rules, Subject};
pub use sarif::sarif;
pub use similar::Hint;

use crate::source::Span;
use std::collections::BTreeMap;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is left out, or the document contradicts itself; the rest is generated.
    Warning,
    /// A decision that the user may want to know of.
    Note,
}

impl Severity {
    /// The word that a rendered diagnostic begins with.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Where a problem is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The bytes to mark; `None` when no file was read.
    pub span: Option<Span>,
    /// The JSON pointer of the node, such as `#/paths/~1pets/get`.
    pub pointer: Option<String>,
}

impl Location {
    /// The place of a node.
    pub fn at(span: Span, pointer: &str) -> Location {
        Location {
            span: Some(span),
            pointer: Some(pointer.to_owned()),
        }
    }
}

impl From<Span> for Location {
    fn from(span: Span) -> Location {
        Location {
            span: Some(span),
            pointer: None,
        }
    }
}

/// One problem at one place, with the places it relates to.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// How bad it is here: a [`Level::Fault`] is an error, or a warning where faults are tolerated.
    pub severity: Severity,
    /// Where.
    pub location: Location,
    /// Other places that matter, each with what to say about it.
    pub related: Vec<(Location, String)>,
}

/// All problems met so far, in the order they were met.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// Where the problems of each place and message are in `list`: a document may have a fault in every line, and thousands in one.
    places: BTreeMap<(Option<Span>, String), Vec<usize>>,
    /// The codes of each place that later ones may be echoes of.
    echoed: BTreeMap<Option<Span>, Vec<&'static str>>,
    tolerant: bool,
    rules: Rules,
}

/// The pipeline stops here: at least one error was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop;

impl Diagnostics {
    /// No problems yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// No problems yet; faults of the document will be warnings, and the parts they are in are left out.
    pub fn tolerant() -> Diagnostics {
        Diagnostics {
            tolerant: true,
            ..Diagnostics::default()
        }
    }

    /// No problems yet, and what the user wants to hear of those that will be met.
    #[must_use]
    pub fn with_rules(self, rules: Rules) -> Diagnostics {
        Diagnostics { rules, ..self }
    }

    /// No problems yet, under the same rules: for an attempt that may turn out not to count.
    pub fn fork(&self) -> Diagnostics {
        Diagnostics {
            tolerant: self.tolerant,
            rules: self.rules.clone(),
            ..Diagnostics::default()
        }
    }

    /// Adds the problems of an attempt that does count.
    pub fn append(&mut self, other: Diagnostics) {
        self.rules.take_used(other.rules);
        for diagnostic in other.list {
            self.add(diagnostic);
        }
    }

    /// Adds the problems of a part that the rest can do without: an error there is a fault here.
    pub fn append_as_faults(&mut self, other: Diagnostics) {
        for mut diagnostic in other.list {
            if self.tolerant && diagnostic.severity == Severity::Error {
                diagnostic.severity = Severity::Warning;
            }
            self.add(diagnostic);
        }
    }

    /// Reports a problem. The same problem at the same place is reported once.
    pub fn push(&mut self, problem: Problem, location: impl Into<Location>) {
        self.push_related(problem, location, Vec::new());
    }

    /// Reports a problem that other places have a part in.
    pub fn push_related(&mut self, problem: Problem, location: impl Into<Location>, related: Vec<(Location, String)>) {
        let severity = match problem.level() {
            Level::Error => Severity::Error,
            Level::Fault if self.tolerant => Severity::Warning,
            Level::Fault => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        };
        let location = location.into();
        if let Some(severity) = self.rules.decide(&problem, severity, &location) {
            self.add(Diagnostic {
                problem,
                severity,
                location,
                related,
            });
        }
    }

    /// Reports the allowances that no problem has needed: what they were for is mended.
    pub fn report_idle_rules(&mut self) {
        let idle: Vec<_> = self.rules.idle().map(|rule| (rule.to_string(), rule.span)).collect();
        for (rule, span) in idle {
            let location = span.map(Location::from).unwrap_or_default();
            self.push(Problem::IdleAllowance { rule }, location);
        }
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        let (span, code) = (diagnostic.location.span, diagnostic.problem.code());
        let echoed = self.echoed.get(&span);
        if echoed.is_some_and(|codes| codes.iter().any(|known| *known != code)) {
            return;
        }
        let message = diagnostic.problem.message();
        let alike = self.places.entry((span, message)).or_default();
        if alike.iter().any(|&index| self.list.get(index) == Some(&diagnostic)) {
            return;
        }
        if diagnostic.problem.is_without_meaning() {
            self.echoed.entry(span).or_default().push(code);
        }
        alike.push(self.list.len());
        self.list.push(diagnostic);
    }

    /// All problems, in the order they were met.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// All problems by their places: those without one first, then file by file.
    pub fn by_place(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.list.iter().collect();
        all.sort_by_key(|diagnostic| (diagnostic.location.span, diagnostic.severity));
        all
    }

    /// Whether all errors are faults of the document, which can be left out ([`Diagnostics::tolerant`]).
    pub fn are_faults(&self) -> bool {
        let mut errors = self
            .list
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.all(|diagnostic| diagnostic.problem.level() == Level::Fault)
    }

    /// Whether such a problem was reported in these bytes.
    pub fn has_within(&self, span: Span, is_meant: impl Fn(&Problem) -> bool) -> bool {
        let inside = |place: Span| place.file == span.file && place.start >= span.start && place.end <= span.end;
        let mut met = self.list.iter();
        met.any(|diagnostic| diagnostic.location.span.is_some_and(inside) && is_meant(&diagnostic.problem))
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many problems of this severity were reported.
    pub fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Stops the pipeline if an error was reported.
    ///
    /// # Errors
    /// [`Stop`] if there is at least one error.
    pub fn gate(&self) -> Result<(), Stop> {
        match self.count(Severity::Error) {
            0 => Ok(()),
            _ => Err(Stop),
        }
    }
}
