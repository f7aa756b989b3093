//! What a new edition changes: two surfaces -> changes, each with what it does to programs, to the wire and to the version.
//!
//! [`compare`] pairs the items of both surfaces (`pairs`), and asks for each pair which of the [`Rule`]s apply: a file for each kind of
//! item. The verdicts are in the table of `rules`; where that says `Depends`, they follow from the Rust types (`side`) and from
//! which JSON values fit (`fits`).

mod allow;
mod arguments;
mod bodies;
mod event;
mod fields;
mod fits;
mod kept;
mod limits;
mod operations;
mod package;
mod pairs;
mod report;
mod rules;
mod side;
mod types;
mod variants;
mod version;
mod words;

pub use allow::allow;
pub use kept::{forget_names, keep_names};
pub use report::{Effect, Format, Part, Report};
pub use rules::{Cell, Row, Rule, Source, Wire};
pub use version::Bump;

use crate::source::Span;
use crate::surface::Surface;
use event::Comparison;
use pairs::Pairs;
use std::sync::Arc;

/// A change between two surfaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub rule: Rule,
    /// The item in the old surface; `None` if it is new.
    pub old: Option<Place>,
    /// The item in the new surface; `None` if it is gone.
    pub new: Option<Place>,
    /// What happened.
    pub sentence: String,
    /// The same without the name of the item: where it is equal, the same happened to several items.
    pub gist: String,
    /// What becomes of programs.
    pub source: Source,
    /// What becomes of requests and responses.
    pub wire: Wire,
    /// Why it is accepted, if the settings say so.
    pub allowed: Option<String>,
}

/// An item of a surface, and where the document says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the item.
    pub name: String,
    /// A JSON pointer as a URI fragment; empty where that is not a single place.
    pub pointer: Arc<str>,
    /// The place in the files; `None` for a surface that was read from `surface.json`.
    pub span: Option<Span>,
}

/// How bad a change is, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A name means something else, and programs still compile.
    Silent,
    /// Programs do not compile, or old clients break with the new API.
    Breaking,
    /// Something works differently, and what worked still works.
    Notice,
    /// Something is new.
    Addition,
}

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Severity; 4] = [
        Severity::Silent,
        Severity::Breaking,
        Severity::Notice,
        Severity::Addition,
    ];

    /// The word for it in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Silent => "silent",
            Severity::Breaking => "breaking",
            Severity::Notice => "notice",
            Severity::Addition => "addition",
        }
    }
}

impl Change {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.source {
            Source::MeansOther => Severity::Silent,
            Source::Breaks => Severity::Breaking,
            Source::Same if self.wire.old_breaks => Severity::Breaking,
            Source::Same if self.old.is_none() => Severity::Addition,
            Source::Same => Severity::Notice,
        }
    }

    /// Whether programs or old clients break, and nobody has accepted that.
    pub fn is_breaking(&self) -> bool {
        self.allowed.is_none() && self.severity() <= Severity::Breaking
    }

    /// The name of the item: the old one where there is one, since that is what programs say.
    pub fn name(&self) -> &str {
        let place = self.old.as_ref().or(self.new.as_ref());
        place.map_or("", |place| &place.name)
    }
}

/// All changes from one surface to another, the worst first, and then by the names of the items.
pub fn compare(old: &Surface, new: &Surface) -> Vec<Change> {
    let pairs = Pairs::find(old, new);
    let mut comparison = Comparison::new(old, new, &pairs);
    package::compare(&mut comparison);
    operations::compare(&mut comparison);
    types::compare(&mut comparison);
    let mut changes = comparison.changes;
    changes.sort_by(|a, b| (a.severity(), a.name(), a.rule).cmp(&(b.severity(), b.name(), b.rule)));
    changes.dedup();
    changes
}

/// The version that changes ask for.
pub fn bump(changes: &[Change]) -> Bump {
    changes.iter().map(Bump::of).max().unwrap_or(Bump::Patch)
}
