//! The folded view: problems of one kind are shown once, with their number and the first places, so that a document with
//! hundreds of them is still a page.

use super::render::{Paint, clip, place, safe};
use super::{Diagnostic, Diagnostics, Severity, Style};
use crate::source::SourceMap;
use std::fmt::Write;

/// Kinds are shown with their source lines while there is room for these lines; the others have a line each.
const ROOM: usize = 40;

/// So many further places of a kind are named.
const PLACES: usize = 3;

/// So many further places of errors are named, since each of them has to be mended.
const ERRORS: usize = 8;

/// The message of a kind that has one line is cut here.
const MESSAGE: usize = 200;

/// All problems of one code and severity, by place.
struct Kind<'a> {
    all: Vec<&'a Diagnostic>,
}

impl Diagnostics {
    /// The folded view, by place, without the summary line.
    pub fn render_folded(&self, sources: &SourceMap, style: Style) -> String {
        let kinds = self.kinds();
        let mut blocks: Vec<(usize, String)> = Vec::new();
        let mut room = ROOM;
        for (index, kind) in by_severity(&kinds) {
            let block = kind.block(sources, style);
            let lines = block.lines().count() + 1;
            let is_shown = kind.severity() != Severity::Note && (lines <= room || blocks.is_empty());
            if is_shown {
                room = room.saturating_sub(lines);
                blocks.push((index, block));
            }
        }
        blocks.sort_by_key(|(index, _)| *index);
        let mut out: String = blocks.iter().map(|(_, block)| format!("{block}\n")).collect();
        let is_block = |index: &usize| blocks.iter().any(|(known, _)| known == index);
        let lines = kinds.iter().enumerate().filter(|(index, _)| !is_block(index));
        for (_, kind) in lines {
            out.push_str(&kind.line(sources, style));
        }
        out
    }

    /// How many problems there are of which severity and code: `1 error (SW0351), 96 warnings (90 SW0504, 6 SW0350)`.
    pub fn summary(&self) -> String {
        let kinds = self.kinds();
        let of = |severity: Severity| {
            let count = self.count(severity);
            let plural = if count == 1 { "" } else { "s" };
            let kinds: Vec<_> = kinds.iter().filter(|kind| kind.severity() == severity).collect();
            let codes: Vec<String> = match kinds.as_slice() {
                [only] => vec![only.code().to_owned()],
                several => several
                    .iter()
                    .map(|kind| format!("{} {}", kind.all.len(), kind.code()))
                    .collect(),
            };
            (count > 0).then(|| format!("{count} {}{plural} ({})", severity.as_str(), codes.join(", ")))
        };
        let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .filter_map(of)
            .collect();
        match parts.is_empty() {
            true => "no problems".to_owned(),
            false => parts.join(", "),
        }
    }

    /// The first problem of each kind, by place, and how many more there are.
    pub fn folded(&self) -> Vec<(&Diagnostic, usize)> {
        let first = |kind: &Kind<'_>| kind.all.len() - 1;
        let kinds = self.kinds();
        kinds
            .iter()
            .filter_map(|kind| Some((*kind.all.first()?, first(kind))))
            .collect()
    }

    /// By the first place of each.
    fn kinds(&self) -> Vec<Kind<'_>> {
        let mut kinds: Vec<Kind<'_>> = Vec::new();
        for diagnostic in self.by_place() {
            let same = |kind: &&mut Kind<'_>| {
                kind.code() == diagnostic.problem.code() && kind.severity() == diagnostic.severity
            };
            match kinds.iter_mut().find(same) {
                Some(kind) => kind.all.push(diagnostic),
                None => kinds.push(Kind { all: vec![diagnostic] }),
            }
        }
        kinds
    }
}

/// Errors first: they take what room there is.
fn by_severity<'k, 'a>(kinds: &'k [Kind<'a>]) -> Vec<(usize, &'k Kind<'a>)> {
    let mut order: Vec<_> = kinds.iter().enumerate().collect();
    order.sort_by_key(|(_, kind)| kind.severity());
    order
}

impl Kind<'_> {
    fn code(&self) -> &'static str {
        self.all.first().map_or("", |first| first.problem.code())
    }

    fn severity(&self) -> Severity {
        self.all.first().map_or(Severity::Note, |first| first.severity)
    }

    /// The first problem with its source line, and where the others are.
    fn block(&self, sources: &SourceMap, style: Style) -> String {
        let Some((first, rest)) = self.all.split_first() else {
            return String::new();
        };
        let mut out = first.render(sources, style);
        let limit = if first.severity == Severity::Error {
            ERRORS
        } else {
            PLACES
        };
        if rest.is_empty() {
            return out;
        }
        let message = |diagnostic: &Diagnostic| diagnostic.problem.message();
        let same = rest.iter().all(|other| message(other) == message(first));
        let at = |other: &&&Diagnostic| other.location.span.map(|span| place(sources, span));
        let shown = rest.iter().take(limit);
        let left = if rest.len() > limit { "…" } else { "" };
        let count = rest.len();
        if same {
            let places: Vec<String> = shown
                .filter_map(|other| at(&other))
                .chain((!left.is_empty()).then(|| left.to_owned()))
                .collect();
            let _ = writeln!(out, "  = {count} more: {}", places.join(", "));
            return out;
        }
        let _ = writeln!(out, "  = {count} more:");
        for other in shown {
            let place = at(&other).map_or(String::new(), |place| format!("{place}: "));
            let _ = writeln!(out, "    {place}{}", short(other));
        }
        if !left.is_empty() {
            let _ = writeln!(out, "    {left}");
        }
        out
    }

    /// The kind in one line.
    fn line(&self, sources: &SourceMap, style: Style) -> String {
        let Some(first) = self.all.first() else {
            return String::new();
        };
        let paint = Paint { style };
        let head = paint.severity(first.severity, &format!("{}[{}]", first.severity.as_str(), self.code()));
        let message = short(first);
        let at = first.location.span.map(|span| place(sources, span));
        let more = match (self.all.len() - 1, at) {
            (0, Some(place)) => format!(" ({place})"),
            (0, None) => String::new(),
            (count, Some(place)) => format!(" ({place}, and {count} more)"),
            (count, None) => format!(" (and {count} more)"),
        };
        format!("{head}: {message}{more}\n")
    }
}

/// A message of one line, with the name that was probably meant: the question that its help begins with.
fn short(diagnostic: &Diagnostic) -> String {
    let help = diagnostic.problem.help();
    let question = help
        .starts_with("did you mean")
        .then(|| help.split_once("? "))
        .flatten();
    let meant = question.map_or(String::new(), |(question, _)| format!("; {question}?"));
    let message = clip(&safe(&diagnostic.problem.message()), MESSAGE);
    format!("{message}{}", clip(&safe(&meant), MESSAGE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Hint, Problem};
    use crate::source::Span;

    /// Problems in a file of a thousand lines, one a line.
    fn met(problems: impl IntoIterator<Item = (usize, Problem)>) -> (SourceMap, Diagnostics) {
        let mut sources = SourceMap::new();
        let file = sources.add("a.yaml", None, "x: 1\n".repeat(1000));
        let mut diags = Diagnostics::new();
        for (line, problem) in problems {
            diags.push(problem, Span::new(file, line * 5, line * 5 + 1));
        }
        (sources, diags)
    }

    fn required(name: &str) -> Problem {
        Problem::UndeclaredRequired {
            name: name.to_owned(),
            hint: Hint::default(),
        }
    }

    #[test]
    fn equal_problems_fold_into_one_with_its_first_places() {
        let (sources, diags) = met((0..97).rev().map(|line| (line, Problem::DuplicateEnumValue {})));
        let text = diags.render_folded(&sources, Style::Plain);
        assert!(text.contains(" --> a.yaml:1:1\n"), "{text}");
        assert!(
            text.contains("  = 96 more: a.yaml:2:1, a.yaml:3:1, a.yaml:4:1, …\n"),
            "{text}"
        );
        assert!(text.lines().count() < 12, "{text}");
        assert_eq!(diags.summary(), "97 warnings (SW0504)");
    }

    #[test]
    fn what_differs_is_said_for_each_place() {
        let (sources, diags) = met([(0, required("a")), (1, required("b"))]);
        let text = diags.render_folded(&sources, Style::Plain);
        assert!(
            text.contains("    a.yaml:2:1: `required` names `b`, but there is no such property\n"),
            "{text}"
        );
        assert!(!text.contains('…'), "{text}");
    }

    #[test]
    fn what_was_probably_meant_is_said_in_one_line_too() {
        let misspelt = |line, name: &str| {
            let hint = Hint::new(name, ["name", "id"]);
            let name = name.to_owned();
            (line, Problem::UndeclaredRequired { name, hint })
        };
        let (sources, diags) = met([misspelt(0, "x"), misspelt(1, "nmae"), misspelt(2, "colour")]);
        let text = diags.render_folded(&sources, Style::Plain);
        let lines = [
            "    a.yaml:2:1: `required` names `nmae`, but there is no such property; did you mean `name`?\n",
            "    a.yaml:3:1: `required` names `colour`, but there is no such property\n",
        ];
        assert!(lines.iter().all(|line| text.contains(line)), "{text}");
    }

    #[test]
    fn errors_go_first_and_notes_have_one_line() {
        let many = Problem::CATALOG.len();
        let note = |line| (line, Problem::CredentialHeader { name: "x".to_owned() });
        let warnings = [
            (3, Problem::EmptyEnum {}),
            (4, Problem::DuplicateEnumValue {}),
            (5, Problem::SeveralUnions {}),
            (6, Problem::EndlessAlias {}),
            (7, Problem::ContradictoryTypes {}),
            (8, required("a")),
        ];
        let (sources, diags) = met([note(1), note(2)]
            .into_iter()
            .chain(warnings)
            .chain([(900, Problem::SecondBody {})]));
        let text = diags.render_folded(&sources, Style::Plain);
        assert!(
            text.contains("error[SW0314]") && text.contains("--> a.yaml:901:1"),
            "{text}"
        );
        assert!(
            text.contains("note[SW0601]: ") && text.contains("(a.yaml:2:1, and 1 more)\n"),
            "{text}"
        );
        assert!(text.lines().count() < 60, "{} kinds, {text}", many);
        for code in ["SW0505", "SW0504", "SW0507", "SW0509", "SW0502", "SW0503"] {
            assert!(text.contains(code), "{code} is in:\n{text}");
        }
    }

    #[test]
    fn nothing_is_no_text() {
        let (sources, diags) = met([]);
        assert_eq!(diags.render_folded(&sources, Style::Plain), "");
        assert_eq!(diags.summary(), "no problems");
    }
}
