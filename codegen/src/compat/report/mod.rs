//! Changes for people and programs: in a terminal, in a pull request, as JSON, in a changelog.

mod changelog;
mod json;
mod markdown;
mod same;
mod terminal;

use super::{Bump, Change, Place, Severity, Source, bump};
use crate::source::SourceMap;
use crate::surface::Head;

/// What changes come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// From another document: both surfaces were made by this generator.
    Document,
    /// From another generator: both surfaces were made from the same document.
    Generator,
    /// From either: the old document was not at hand.
    Either,
}

impl Effect {
    /// The word for it in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Effect::Document => "document",
            Effect::Generator => "generator",
            Effect::Either => "document or generator",
        }
    }
}

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    #[default]
    Terminal,
    /// For a pull request.
    Markdown,
    /// For programs.
    Json,
}

/// Changes of one origin.
pub struct Part<'r> {
    /// What they come from.
    pub effect: Effect,
    /// The changes, the worst first.
    pub changes: Vec<Change>,
    /// The files that the old surface was made from, where they are known.
    pub old: Option<&'r SourceMap>,
    /// The files that the new surface was made from, where they are known.
    pub new: Option<&'r SourceMap>,
}

/// Everything that is to be said of a new edition.
pub struct Report<'r> {
    /// What the old surface was made from.
    pub old: Head,
    /// What the new surface was made from.
    pub new: Head,
    /// The changes, by what they come from.
    pub parts: Vec<Part<'r>>,
    /// Entries of the settings that allow nothing.
    pub unused: Vec<String>,
}

impl<'r> Report<'r> {
    /// All changes.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.parts.iter().flat_map(|part| &part.changes)
    }

    /// Whether any change breaks programs or old clients, and is not allowed.
    pub fn is_breaking(&self) -> bool {
        self.changes().any(Change::is_breaking)
    }

    /// How much of the version has to change; `None` if there is nothing to release.
    pub fn bump(&self) -> Option<Bump> {
        let bumps = self.parts.iter().map(|part| bump(&part.changes)).max();
        let is_same = self.changes().next().is_none() && self.old.document == self.new.document;
        bumps.filter(|_| !is_same)
    }

    /// The version to release: after that of the old surface.
    pub fn next_version(&self) -> Option<String> {
        self.bump()?.next(&self.old.version)
    }

    /// The report.
    pub fn text(&self, format: Format) -> String {
        match format {
            Format::Terminal => terminal::report(self),
            Format::Markdown => markdown::report(self),
            Format::Json => json::report(self),
        }
    }

    /// The report without what is only new: how many changes of which severity there are, and the bad ones.
    pub fn head(&self) -> String {
        terminal::head(self)
    }

    /// The entry of a changelog.
    pub fn changelog(&self) -> String {
        changelog::entry(self)
    }

    /// A changelog with the entry in it, between marks: in place of the one of the same changes, or above those of released versions.
    pub fn in_changelog(&self, text: &str) -> String {
        changelog::insert(self, text)
    }

    /// `1 silent, 2 breaking`, without what there is none of.
    fn counts(&self) -> String {
        let count = |severity: Severity| {
            let count: usize = self.parts.iter().map(|part| part.of(severity).len()).sum();
            let word = match (severity, count) {
                (Severity::Silent | Severity::Breaking, _) | (_, 1) => severity.as_str().to_owned(),
                (Severity::Notice | Severity::Addition, _) => format!("{}s", severity.as_str()),
            };
            (count > 0).then(|| format!("{count} {word}"))
        };
        let counts: Vec<String> = Severity::ALL.into_iter().filter_map(count).collect();
        match counts.is_empty() {
            true => "no change of the API".to_owned(),
            false => counts.join(", "),
        }
    }

    /// `pets-client 1.0.0 -> 2.0.0 (major)`.
    fn title(&self) -> String {
        let name = &self.new.package;
        match (self.bump(), self.next_version()) {
            (Some(bump), Some(next)) => format!("{name} {} -> {next} ({})", self.old.version, bump.as_str()),
            (_, _) => format!("{name} {}", self.old.version),
        }
    }
}

impl Part<'_> {
    /// The changes of that severity.
    fn of(&self, severity: Severity) -> Vec<&Change> {
        let changes = self.changes.iter();
        changes.filter(|change| change.severity() == severity).collect()
    }

    /// Where the document says it: in the old one, in the new one.
    fn places(&self, change: &Change) -> (Option<String>, Option<String>) {
        let shared = self.directory();
        let text = |sources: Option<&SourceMap>, place: &Option<Place>| {
            let place = place.as_ref()?;
            match (sources, place.span) {
                (Some(sources), Some(span)) => {
                    let name = sources.file(span.file).name();
                    let name = name.strip_prefix(shared).unwrap_or(name);
                    Some(format!("{name}:{}", line(sources, span)))
                }
                (_, _) => (!place.pointer.is_empty()).then(|| place.pointer.to_string()),
            }
        };
        (text(self.old, &change.old), text(self.new, &change.new))
    }

    /// The directory that all files are in, which tells nothing.
    fn directory(&self) -> &str {
        let sources = [self.old, self.new].into_iter().flatten();
        let mut names = sources.flat_map(SourceMap::files).map(|(_, file)| file.name());
        let first = names.next().unwrap_or_default();
        let first = first.rfind('/').and_then(|end| first.get(..=end)).unwrap_or_default();
        names.fold(first, |shared, name| {
            let same = shared
                .bytes()
                .zip(name.bytes())
                .take_while(|(one, other)| one == other)
                .count();
            let shared = shared.get(..same).unwrap_or_default();
            shared.rfind('/').and_then(|end| shared.get(..=end)).unwrap_or_default()
        })
    }
}

/// The line of a place, from 1.
fn line(sources: &SourceMap, span: crate::source::Span) -> usize {
    sources.position(span).line
}

/// What becomes of programs, in words.
const fn source_words(source: Source) -> &'static str {
    match source {
        Source::Same => "programs compile and mean the same",
        Source::Breaks => "programs do not compile",
        Source::MeansOther => "programs compile and mean something else",
    }
}

/// What becomes of the wire, in words.
const fn wire_words(change: &Change) -> &'static str {
    match (change.wire.old_breaks, change.wire.new_breaks) {
        (false, false) => "requests and responses work",
        (true, false) => "an old client breaks with the new API",
        (false, true) => "a new client needs the new API",
        (true, true) => "an old client breaks with the new API, and a new one with the old API",
    }
}

/// What a severity means.
const fn severity_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Silent => "Silent: a name means something else, and programs still compile",
        Severity::Breaking => "Breaking: programs do not compile, or old clients break",
        Severity::Notice => "Notices: what worked still works",
        Severity::Addition => "Additions",
    }
}

/// What an effect means.
const fn effect_words(effect: Effect) -> &'static str {
    match effect {
        Effect::Document => "From the document",
        Effect::Generator => "From the generator, which makes another client of the same document",
        Effect::Either => "From the document or the generator (without the old document they cannot be told apart)",
    }
}
