//! The tree as canonical Markdown.

use super::WIDTH;
use super::inline::{self, Words, longest_run};
use super::tree::{Block, Inline};
use std::borrow::Cow;

/// Languages of code blocks that are kept for highlighting; all others, and Rust, become `text`.
const LANGUAGES: &[&str] = &[
    "bash",
    "c",
    "clojure",
    "console",
    "cpp",
    "csharp",
    "css",
    "csv",
    "curl",
    "dart",
    "diff",
    "elixir",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsx",
    "kotlin",
    "lua",
    "markdown",
    "objc",
    "perl",
    "php",
    "powershell",
    "properties",
    "proto",
    "python",
    "r",
    "ruby",
    "scala",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "xml",
    "yaml",
    "yml",
];

/// Prose is never narrower than this, however deep it is.
const NARROWEST: usize = 40;

/// The lines of a description.
pub(super) fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    match blocks {
        // The first paragraph is the summary, which a heading can't be.
        [Block::Heading(_, text), rest @ ..] => {
            wrap(&mut out, &inline::words(text), WIDTH);
            out.push(String::new());
            print(&mut out, rest, WIDTH, true);
        }
        blocks => print(&mut out, blocks, WIDTH, true),
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out
}

/// The lines of a description after a few words on what it is about.
pub(super) fn labelled(label: &str, blocks: &[Block], width: usize) -> Vec<String> {
    let mut out = Vec::new();
    let rest = match blocks {
        [Block::Paragraph(text) | Block::Heading(_, text), rest @ ..] => {
            wrap(&mut out, &inline::words(text).after(format!("{label}:")), width);
            rest
        }
        blocks => {
            out.push(label.to_owned());
            blocks
        }
    };
    if !rest.is_empty() {
        out.push(String::new());
        print(&mut out, rest, width, false);
    }
    out
}

/// The lines of a text that holds no markup.
pub(super) fn plain_lines(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    wrap_each(&mut out, text.split_whitespace().map(Some), WIDTH);
    out
}

fn print(out: &mut Vec<String>, blocks: &[Block], width: usize, is_top: bool) {
    let mut is_second_list = false;
    let mut last: Option<&Block> = None;
    for block in blocks {
        // Two lists in a row would be one, were their marks the same.
        is_second_list = !is_second_list && matches!(last, Some(Block::List { .. }));
        let mut lines = Vec::new();
        match block {
            Block::Paragraph(text) => wrap(&mut lines, &inline::words(text), width),
            Block::Heading(level @ 1..=4, text) if is_top => lines.push(heading(*level, text)),
            Block::Heading(_, text) => wrap(&mut lines, &inline::bold(text), width),
            Block::Code { language, text } => code(&mut lines, language, text),
            Block::Quote(blocks) => nested(&mut lines, blocks, width, "> ", "> "),
            Block::List { start, items } => list(&mut lines, *start, items, width, is_second_list),
            Block::Table(rows) => table(&mut lines, rows),
            Block::Rule => lines.push("***".to_owned()),
        }
        if lines.is_empty() {
            continue;
        }
        if last.is_some() {
            out.push(String::new());
        }
        out.append(&mut lines);
        last = Some(block);
    }
}

/// A heading below level 1, which is for the sections of the generated text.
fn heading(level: u8, text: &[Inline]) -> String {
    let line = inline::words(text).line();
    let line = match line.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => line,
    };
    format!("{} {line}", "#".repeat(usize::from(level.min(3)) + 1))
}

fn nested(out: &mut Vec<String>, blocks: &[Block], width: usize, first: &str, others: &str) {
    let mut inner = Vec::new();
    print(
        &mut inner,
        blocks,
        width.saturating_sub(first.len()).max(NARROWEST),
        false,
    );
    if inner.is_empty() {
        inner.push(String::new());
    }
    for (at, line) in inner.iter().enumerate() {
        let prefix = if at == 0 { first } else { others };
        out.push(format!("{prefix}{line}").trim_end().to_owned());
    }
}

fn list(out: &mut Vec<String>, start: Option<u64>, items: &[Vec<Block>], width: usize, is_second: bool) {
    let is_tight = items.iter().all(|item| is_tight(item));
    for (at, item) in items.iter().enumerate() {
        if at > 0 && !is_tight {
            out.push(String::new());
        }
        let mark = match (start, is_second) {
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
            // A number has at most nine digits (CommonMark, section 5.2).
            (Some(start), is_second) => {
                let number = start.min(999_999).saturating_add(at as u64);
                format!("{number}{} ", if is_second { ')' } else { '.' })
            }
        };
        let indentation = " ".repeat(mark.len());
        match item.as_slice() {
            [text @ Block::Paragraph(_), list @ Block::List { .. }] if is_tight => {
                nested(out, std::slice::from_ref(text), width, &mark, &indentation);
                nested(out, std::slice::from_ref(list), width, &indentation, &indentation);
            }
            item => nested(out, item, width, &mark, &indentation),
        }
    }
}

/// Whether an item needs no blank lines inside it, and may be directly below the one before.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] | [Block::Paragraph(_)] => true,
        // Only a list that begins with a filled bullet or 1 may follow text without a blank line.
        [
            Block::Paragraph(_),
            Block::List {
                start: None | Some(1),
                items,
            },
        ] => {
            items
                .first()
                .is_some_and(|first| matches!(first.first(), Some(Block::Paragraph(_))))
                && items.iter().all(|item| is_tight(item))
        }
        _ => false,
    }
}

fn code(out: &mut Vec<String>, info: &str, text: &str) {
    let text = text.replace('\t', "    ");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let Some(first) = lines.iter().position(|line| !line.is_empty()) else {
        return;
    };
    let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or(first);
    let fence = "`".repeat(longest_run(&text, '`').max(2) + 1);
    out.push(format!("{fence}{}", language(info)));
    out.extend(
        lines
            .get(first..=last)
            .unwrap_or_default()
            .iter()
            .map(|&line| line.to_owned()),
    );
    out.push(fence);
}

fn language(info: &str) -> &'static str {
    let name: String = info
        .trim()
        .chars()
        .take(16)
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    LANGUAGES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(&name))
        .copied()
        .unwrap_or("text")
}

fn table(out: &mut Vec<String>, rows: &[Vec<Vec<Inline>>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, row) in rows.iter().filter(|row| !row.is_empty()).enumerate() {
        let mut cells: Vec<String> = row.iter().map(|cell| inline::cell(cell)).collect();
        if at == 0 {
            cells.resize(columns, String::new());
        }
        out.push(format!("| {} |", cells.join(" | ")));
        if at == 0 {
            out.push(format!("|{}", " --- |".repeat(columns)));
        }
    }
}

/// Breaks words into lines.
fn wrap(out: &mut Vec<String>, words: &Words, width: usize) {
    wrap_each(out, words.words.iter().map(Option::as_deref), width);
}

/// The same for words that were not collected; `None` is a line break.
fn wrap_each<'w>(out: &mut Vec<String>, words: impl Iterator<Item = Option<&'w str>>, width: usize) {
    let mut line = String::new();
    let mut length = 0;
    let mut is_break_due = false;
    for word in words {
        let Some(word) = word else {
            is_break_due = !line.is_empty();
            continue;
        };
        if is_break_due {
            // A backslash at the end is a line break (CommonMark, section 6.7).
            line.push('\\');
        }
        let letters = word.chars().count();
        if is_break_due || (length > 0 && length + 1 + letters > width) {
            out.push(std::mem::take(&mut line));
            length = 0;
            is_break_due = false;
        }
        if length > 0 {
            line.push(' ');
            line.push_str(word);
            length += 1 + letters;
        } else {
            line.reserve(width);
            line.push_str(&unlike_a_block(word));
            length = line.chars().count();
        }
    }
    if !line.is_empty() {
        out.push(line);
    }
}

/// A word at the start of a line, so that it begins no list, heading, quote, rule or second row of a table.
fn unlike_a_block(word: &str) -> Cow<'_, str> {
    // Most words.
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Cow::Borrowed(word);
    }
    let after_digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - after_digits.len();
    if digits > 0 && matches!(after_digits, "." | ")") {
        return Cow::Owned(format!("{}\\{after_digits}", word.get(..digits).unwrap_or_default()));
    }
    let is_row_of = |c: char| !word.is_empty() && word.chars().all(|found| found == c);
    let begins_block = word.starts_with('>') || ['-', '=', '*', '+', '#'].into_iter().any(is_row_of);
    let delimits_columns = word.contains(['-', '|']) && word.chars().all(|c| matches!(c, '-' | ':' | '|'));
    if begins_block || delimits_columns {
        Cow::Owned(format!("\\{word}"))
    } else {
        Cow::Borrowed(word)
    }
}
