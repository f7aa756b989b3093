//! Diagnostics as text, the way compilers show them.
//!
//! Written by hand: the crates for this bring tables of character widths that everybody's build would pay for, and
//! measure columns in terminal cells, where this project counts characters.

use super::{Diagnostic, Diagnostics, Location, Severity};
use crate::source::{SourceFile, SourceMap, Span};
use std::fmt::Write;

/// A source line is shown up to this many characters; the rest is cut.
const WIDTH: usize = 140;

/// Of a line that is cut, this many characters are shown before the mark.
const LEAD: usize = 60;

/// A tab is shown as this many spaces.
const TAB: &str = "    ";

/// Names and values of a document are shown up to this many characters in a message.
const MESSAGE: usize = 600;

/// Whether rendered text holds ANSI colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text only: for files, build scripts and tests.
    Plain,
    /// With ANSI escapes: for terminals.
    Colored,
}

impl Diagnostics {
    /// All problems as text, by place, each followed by an empty line.
    pub fn render(&self, sources: &SourceMap, style: Style) -> String {
        self.by_place()
            .into_iter()
            .map(|diagnostic| diagnostic.render(sources, style) + "\n")
            .collect()
    }
}

impl Diagnostic {
    /// The problem as text: what, where with the line and a mark under it, and what to do about it.
    ///
    /// ```text
    /// error[SW0105]: duplicate key `info`
    ///  --> openapi.yaml:4:1
    ///   |
    /// 2 | info: {}
    ///   | ---- it is here first
    /// …
    /// 4 | info: {}
    ///   | ^^^^
    ///   |
    ///   = help: remove one of the two: readers would silently take either
    ///   = at: #/info
    /// ```
    pub fn render(&self, sources: &SourceMap, style: Style) -> String {
        let paint = Paint { style };
        let severity = paint.severity(
            self.severity,
            &format!("{}[{}]", self.severity.as_str(), self.problem.code()),
        );
        let message = paint.bold(&format!(": {}", safe(&self.problem.message())));
        let mut out = format!("{severity}{message}\n");

        let mut marks = self.marks(sources);
        let gutter = marks
            .iter()
            .map(|mark| mark.line.to_string().len())
            .max()
            .unwrap_or(0)
            .max(1);
        let pad = " ".repeat(gutter);
        if let Some(span) = self.location.span {
            let place = place(sources, span);
            let _ = writeln!(out, "{pad}{} {place}", paint.frame("-->"));
            let bar = paint.frame("|");
            let _ = writeln!(out, "{pad} {bar}");
            marks.sort_by_key(|mark| (!mark.same_file, mark.same_file.then_some(mark.line)));
            let mut previous: Option<usize> = None;
            for mark in &marks {
                if !mark.same_file {
                    let _ = writeln!(out, "{pad}{} {}", paint.frame(":::"), mark.place);
                    let _ = writeln!(out, "{pad} {bar}");
                } else if previous.is_some_and(|line| mark.line > line + 1) {
                    let _ = writeln!(out, "{}", paint.frame("..."));
                }
                if previous != Some(mark.line) || !mark.same_file {
                    let number = paint.frame(&format!("{:>gutter$} |", mark.line));
                    let _ = writeln!(out, "{}", format!("{number} {}", mark.text).trim_end());
                }
                let under = format!("{}{}", " ".repeat(mark.start), mark.underline(self.severity, paint));
                let _ = writeln!(out, "{pad} {bar} {under}");
                previous = Some(mark.line);
            }
            let _ = writeln!(out, "{pad} {bar}");
        }

        let mut note = |word: &str, text: &str| {
            let _ = writeln!(out, "{pad} {} {}: {text}", paint.frame("="), paint.bold(word));
        };
        note("help", &safe(&self.problem.help()));
        for (location, text) in &self.related {
            if location.span.is_none() {
                let at = location
                    .pointer
                    .as_deref()
                    .map_or(String::new(), |pointer| format!(" ({pointer})"));
                note("note", &safe(&format!("{text}{at}")));
            }
        }
        if let Some(pointer) = &self.location.pointer {
            note("at", &safe(pointer));
        }
        out
    }

    fn marks(&self, sources: &SourceMap) -> Vec<Mark> {
        let Some(main) = self.location.span else {
            return Vec::new();
        };
        let related = self
            .related
            .iter()
            .filter_map(|(location, text)| Some((location.span?, Some(text.as_str()))));
        std::iter::once((main, None))
            .chain(related)
            .map(|(span, label)| Mark::new(sources, span, label, span.file == main.file))
            .collect()
    }

    /// The problem as one line of JSON, for other programs.
    ///
    /// Members: `code`, `severity`, `message`, `help`, and where they are known `file`, `line`, `column`, `endLine`,
    /// `endColumn` (all from 1; columns count characters; the end is exclusive) and `pointer`; `related` holds the
    /// same places with a `message`.
    pub fn to_json(&self, sources: &SourceMap) -> String {
        let mut out = String::from("{");
        member(&mut out, "code", self.problem.code());
        member(&mut out, "severity", self.severity.as_str());
        member(&mut out, "message", &self.problem.message());
        member(&mut out, "help", &self.problem.help());
        location_members(&mut out, sources, &self.location);
        out.push_str("\"related\":[");
        for (index, (location, text)) in self.related.iter().enumerate() {
            out.push_str(if index == 0 { "{" } else { ",{" });
            location_members(&mut out, sources, location);
            member(&mut out, "message", text);
            out.pop();
            out.push('}');
        }
        out.push_str("]}");
        out
    }
}

/// `file:line:column`.
pub(super) fn place(sources: &SourceMap, span: Span) -> String {
    let position = sources.position(span);
    let name = safe(sources.file(span.file).name());
    format!("{name}:{}:{}", position.line, position.column)
}

/// One source line with a part of it marked.
struct Mark {
    place: String,
    same_file: bool,
    line: usize,
    /// What is shown of the line.
    text: String,
    /// Where the mark begins in `text`, in characters.
    start: usize,
    length: usize,
    /// What to say about it; the main place has nothing to add to the message.
    label: Option<String>,
}

impl Mark {
    fn new(sources: &SourceMap, span: Span, label: Option<&str>, same_file: bool) -> Mark {
        let file = sources.file(span.file);
        let line = file.position(span.start as usize).line;
        let (before, marked, after) = split_line(file, line, span);
        let (text, start, length) = window(before, marked, after);
        Mark {
            place: place(sources, span),
            same_file,
            line,
            text,
            start,
            length,
            label: label.map(safe),
        }
    }

    fn underline(&self, severity: Severity, paint: Paint) -> String {
        match &self.label {
            None => paint.severity(severity, &"^".repeat(self.length)),
            Some(label) => paint.frame(&format!("{} {label}", "-".repeat(self.length))),
        }
    }
}

/// The line of a span, in three: before it, what of it is in this line, and after it.
fn split_line(file: &SourceFile, line: usize, span: Span) -> (&str, &str, &str) {
    let text = file.line(line);
    let begin = file.line_start(line);
    let boundary = |offset: u32| {
        let mut offset = (offset as usize).saturating_sub(begin).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = boundary(span.start);
    let end = boundary(span.end).max(start);
    (&text[..start], &text[start..end], &text[end..])
}

/// What is shown of a line, with the place and length of the mark in it.
fn window(before: &str, marked: &str, after: &str) -> (String, usize, usize) {
    let fits = before.len() + marked.len() + after.len() <= WIDTH;
    let lead = if fits { usize::MAX } else { LEAD };
    let skipped = before
        .char_indices()
        .rev()
        .nth(lead.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    let mut text = String::from(if skipped > 0 { "…" } else { "" });
    let mut room = WIDTH;
    show(&mut text, &before[skipped..], &mut room);
    let start = text.chars().count();
    show(&mut text, marked, &mut room);
    let length = text.chars().count() - start;
    show(&mut text, after, &mut room);
    (text, start, length.max(1))
}

/// Appends text as it can be shown in one line, while there is room.
fn show(out: &mut String, text: &str, room: &mut usize) {
    for character in text.chars() {
        match room.checked_sub(1) {
            Some(left) => *room = left,
            None => {
                if !out.ends_with('…') {
                    out.push('…');
                }
                return;
            }
        }
        match character {
            '\t' => out.push_str(TAB),
            other => out.push(visible(other)),
        }
    }
}

/// Characters that would move the cursor, or turn the direction of the text, become U+FFFD.
fn visible(character: char) -> char {
    match character {
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
            '\u{fffd}'
        }
        other if other.is_control() => '\u{fffd}',
        other => other,
    }
}

/// Text of a document as part of a message: one line, nothing that a terminal obeys, of bounded length.
pub(super) fn safe(text: &str) -> String {
    let one_line = |character| match character {
        '\n' | '\r' | '\t' => ' ',
        other => visible(other),
    };
    let text: String = text.chars().take(MESSAGE + 1).map(one_line).collect();
    clip(&text, MESSAGE)
}

/// The first characters of text, with a sign that there are more.
pub(super) fn clip(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The colours of a view.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    pub(super) style: Style,
}

impl Paint {
    pub(super) fn severity(self, severity: Severity, text: &str) -> String {
        match severity {
            Severity::Error => self.ansi("1;31", text),
            Severity::Warning => self.ansi("1;33", text),
            Severity::Note => self.ansi("1;32", text),
        }
    }

    fn bold(self, text: &str) -> String {
        self.ansi("1", text)
    }

    fn frame(self, text: &str) -> String {
        self.ansi("1;34", text)
    }

    fn ansi(self, code: &str, text: &str) -> String {
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Colored => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}

fn location_members(out: &mut String, sources: &SourceMap, location: &Location) {
    if let Some(span) = location.span {
        let file = sources.file(span.file);
        member(out, "file", file.name());
        position_members(out, sources, span, ["line", "column", "endLine", "endColumn"]);
    }
    if let Some(pointer) = &location.pointer {
        member(out, "pointer", pointer);
    }
}

/// Appends start and end of a span, each with a comma behind it.
pub(super) fn position_members(out: &mut String, sources: &SourceMap, span: Span, names: [&str; 4]) {
    let file = sources.file(span.file);
    let (start, end) = (file.position(span.start as usize), file.position(span.end as usize));
    let numbers = [start.line, start.column, end.line, end.column];
    for (name, number) in names.iter().zip(numbers) {
        let _ = write!(out, "\"{name}\":{number},");
    }
}

/// Appends `"name":"text",`.
pub(super) fn member(out: &mut String, name: &str, text: &str) {
    let _ = write!(out, "\"{name}\":\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out.push_str("\",");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Problem;

    fn rendered(text: &str, start: usize, end: usize, related: &[(usize, usize)]) -> String {
        let mut sources = SourceMap::new();
        let file = sources.add("a.yaml", None, text);
        let mut diags = Diagnostics::new();
        let location = Location {
            span: Some(Span::new(file, start, end)),
            pointer: Some("#/info".to_owned()),
        };
        let related = related
            .iter()
            .map(|&(start, end)| (Span::new(file, start, end).into(), "it is here first".to_owned()))
            .collect();
        diags.push_related(Problem::DuplicateKey { key: "info".to_owned() }, location, related);
        diags.render(&sources, Style::Plain)
    }

    #[test]
    fn marks_the_place_and_the_related_one() {
        let expected = "\
error[SW0105]: duplicate key `info`
 --> a.yaml:4:1
  |
1 | info: 1
  | ---- it is here first
...
4 | info: 2
  | ^^^^
  |
  = help: remove one of the two: readers would silently take either
  = at: #/info

";
        assert_eq!(rendered("info: 1\na: b\nc: d\ninfo: 2\n", 18, 22, &[(0, 4)]), expected);
    }

    #[test]
    fn columns_count_characters_and_tabs_are_widened() {
        let text = rendered("é\t\u{202e}x\n", 6, 7, &[]);
        assert!(text.contains("a.yaml:1:4"), "{text}");
        assert!(text.contains("1 | é    \u{fffd}x\n  |       ^\n"), "{text}");
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let line = "x".repeat(1000) + "HERE" + &"y".repeat(1000);
        let text = rendered(&line, 1000, 1004, &[]);
        let shown = text.lines().nth(3).unwrap_or_default();
        assert!(
            shown.starts_with("1 | …xxx") && shown.contains("xHEREy") && shown.ends_with("yy…"),
            "{shown}"
        );
        assert!(shown.chars().count() < 160);
        let mark = text.lines().nth(4).unwrap_or_default();
        assert_eq!(
            mark.find('^').map(|at| at - 4),
            shown.chars().position(|c| c == 'H').map(|at| at - 4)
        );
    }

    #[test]
    fn spans_over_several_lines_and_beyond_the_end_are_marked() {
        assert!(rendered("ab\ncd", 1, 5, &[]).contains("1 | ab\n  |  ^\n"));
        assert!(rendered("ab", 2, 2, &[]).contains("1 | ab\n  |   ^\n"));
        assert!(rendered("", 70, 90, &[]).contains("a.yaml:1:1"));
        assert!(rendered("aé", 2, 2, &[]).contains("1 | aé\n  |  ^\n"));
    }

    #[test]
    fn json_is_one_line_and_escaped() {
        let mut sources = SourceMap::new();
        let file = sources.add("a\"b.yaml", None, "x\ny");
        let mut diags = Diagnostics::new();
        let problem = Problem::DuplicateKey {
            key: "\u{1b}\n".to_owned(),
        };
        diags.push_related(
            problem,
            Span::new(file, 2, 3),
            vec![(Span::new(file, 0, 1).into(), "one".to_owned())],
        );
        let json: Vec<String> = diags.iter().map(|diagnostic| diagnostic.to_json(&sources)).collect();
        let value: serde_json::Value = serde_json::from_str(&json[0]).expect("valid JSON");
        assert_eq!(value["file"], "a\"b.yaml");
        assert_eq!((&value["line"], &value["endColumn"]), (&2.into(), &2.into()));
        assert_eq!(value["related"][0]["message"], "one");
        assert_eq!(value["message"], "duplicate key `\u{1b}\n`");
    }

    #[test]
    fn colours_are_ansi_and_can_be_left_out() {
        let sources = SourceMap::new();
        let mut diags = Diagnostics::new();
        diags.push(Problem::EmptyDocument {}, Location::default());
        assert!(
            diags
                .render(&sources, Style::Colored)
                .starts_with("\u{1b}[1;31merror[SW0103]\u{1b}[0m")
        );
        assert!(!diags.render(&sources, Style::Plain).contains('\u{1b}'));
    }
}
