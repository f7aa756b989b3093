//! Spans as words: everything that must stay on one line together is one word.

use super::address::{address_len, address_start, autolink, encoded, is_real};
use super::tree::{Inline, plain};

/// Words that are ready to be wrapped.
#[derive(Default)]
pub(super) struct Words {
    /// The words; `None` is a line break.
    pub(super) words: Vec<Option<String>>,
    is_open: bool,
}

/// Where spans are.
#[derive(Clone, Copy, Default)]
struct Place {
    in_link: bool,
    in_strong: bool,
    in_emphasis: bool,
    in_strike: bool,
    in_cell: bool,
}

/// The words of a paragraph.
pub(super) fn words(inlines: &[Inline]) -> Words {
    let mut words = Words::default();
    words.spans(inlines, Place::default(), None);
    words
}

/// The words of a paragraph that is bold as a whole.
pub(super) fn bold(inlines: &[Inline]) -> Words {
    let mut inside = Words::default();
    inside.spans(
        inlines,
        Place {
            in_strong: true,
            ..Place::default()
        },
        Some('*'),
    );
    inside.words.retain(Option::is_some);
    let mut words = Words::default();
    words.push("**");
    words.append(inside);
    words.push("**");
    words
}

/// A cell of a table on one line.
pub(super) fn cell(inlines: &[Inline]) -> String {
    let mut words = Words::default();
    words.spans(
        inlines,
        Place {
            in_cell: true,
            ..Place::default()
        },
        None,
    );
    words.line().replace('|', "\\|")
}

/// Text on one line, escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut words = Words::default();
    words.text(text, Place::default(), None);
    words.line()
}

/// A code span; the text must hold no line break.
pub(super) fn code_span(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    // Most text.
    if !text.starts_with(' ') && !text.bytes().any(|byte| byte == b'`') {
        let mut span = String::with_capacity(text.len() + 2);
        span.push('`');
        span.push_str(text);
        span.push('`');
        return span;
    }
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let is_stripped = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let pad = if is_stripped || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The length of the longest row of `c`s.
pub(super) fn longest_run(text: &str, c: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for found in text.chars() {
        run = if found == c { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

impl Words {
    /// The words after one that is Markdown already.
    pub(super) fn after(mut self, first: String) -> Self {
        self.words.insert(0, Some(first));
        self
    }

    /// All words on one line.
    pub(super) fn line(&self) -> String {
        let words: Vec<&str> = self.words.iter().flatten().map(String::as_str).collect();
        words.join(" ")
    }

    fn push(&mut self, text: &str) {
        match self.words.last_mut() {
            Some(Some(last)) if self.is_open => last.push_str(text),
            _ if text.is_empty() => return,
            _ => self.words.push(Some(text.to_owned())),
        }
        self.is_open = true;
    }

    /// The last letter of the word that is not finished.
    fn last_char(&self) -> Option<char> {
        match self.words.last() {
            Some(Some(last)) if self.is_open => last.chars().last(),
            _ => None,
        }
    }

    /// `after` is what follows the last span.
    fn spans(&mut self, inlines: &[Inline], place: Place, after: Option<char>) {
        for (at, inline) in inlines.iter().enumerate() {
            let next = inlines.get(at + 1).map_or(after, first_char);
            match inline {
                Inline::Text(text) => self.text(text, place, next),
                Inline::Code(text) => self.code(&text.replace(['\n', '\t'], " "), place, next),
                Inline::Break if place.in_link => self.is_open = false,
                Inline::Break => {
                    self.words.push(None);
                    self.is_open = false;
                }
                Inline::Strong(inner) => {
                    let inside = Place {
                        in_strong: true,
                        ..place
                    };
                    self.marked(inner, if place.in_strong { "" } else { "**" }, inside, next);
                }
                Inline::Emphasis(inner) => {
                    let inside = Place {
                        in_emphasis: true,
                        ..place
                    };
                    self.marked(inner, if place.in_emphasis { "" } else { "*" }, inside, next);
                }
                Inline::Strike(inner) => {
                    let inside = Place {
                        in_strike: true,
                        ..place
                    };
                    self.marked(inner, if place.in_strike { "" } else { "~~" }, inside, next);
                }
                Inline::Link { target, text } => self.link(target, text, place),
                Inline::Task(done) => {
                    self.push(if *done { "[x]" } else { "[ ]" });
                    self.is_open = false;
                }
            }
        }
    }

    fn code(&mut self, text: &str, place: Place, next: Option<char>) {
        // Within a cell a backslash before `|` would no longer be the text's own.
        if place.in_cell && text.contains("\\|") {
            self.plain_text(text, next);
        } else {
            if self.last_char() == Some('`') {
                self.is_open = false;
            }
            self.push(&code_span(text));
        }
    }

    /// A span between two marks, which are left out where CommonMark (section 6.2) would not take them for marks.
    fn marked(&mut self, inner: &[Inline], mark: &str, place: Place, next: Option<char>) {
        let mut inside = Words::default();
        inside.spans(inner, place, mark.chars().next().or(next));
        let text = plain(inner);
        let mut written = inside.words.iter().flatten();
        let Some(first) = written.next() else { return };
        let last = written.next_back().unwrap_or(first);
        if text.starts_with(' ') {
            self.is_open = false;
        }
        let next = if text.ends_with(' ') { None } else { next };
        let is_marked = fits(self.last_char(), first.chars().next())
            && fits(next, last.chars().last())
            && !inside.words.contains(&None);
        let mark = if is_marked { mark } else { "" };
        self.push(mark);
        self.append(inside);
        self.push(mark);
        if text.ends_with(' ') {
            self.is_open = false;
        }
    }

    fn link(&mut self, target: &str, text: &[Inline], place: Place) {
        let mut inside = Words::default();
        inside.spans(text, Place { in_link: true, ..place }, Some(']'));
        let shown = plain(text);
        if place.in_link {
            self.append(inside);
        } else if shown.trim() == target || inside.words.is_empty() {
            self.push(&autolink(target));
        } else {
            if shown.starts_with(' ') {
                self.is_open = false;
            }
            self.push(&format!("[{}]({})", inside.line(), encoded(target)));
            if shown.ends_with(' ') {
                self.is_open = false;
            }
        }
    }

    /// Adds words, the first and the last of them glued to what is there.
    fn append(&mut self, other: Words) {
        for (at, word) in other.words.into_iter().enumerate() {
            if at > 0 {
                self.is_open = false;
            }
            match word {
                Some(word) => self.push(&word),
                None => self.words.push(None),
            }
        }
        self.is_open = true;
    }

    fn text(&mut self, text: &str, place: Place, next: Option<char>) {
        let mut rest = text;
        while !place.in_link
            && let Some(at) = address_start(rest)
        {
            let (before, found) = rest.split_at(at);
            let (address, after) = found.split_at(address_len(found));
            self.plain_text(before, Some('<'));
            if is_real(address) {
                self.push(&autolink(address));
            } else {
                self.code(address, place, None);
            }
            rest = after;
        }
        self.plain_text(rest, next);
    }

    fn plain_text(&mut self, text: &str, next: Option<char>) {
        let piece = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
        // Where the letters begin that are not written yet.
        let mut start = 0;
        let mut before = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if c.is_whitespace() {
                self.push(piece(start, at));
                self.is_open = false;
                start = end;
            } else if needs_escape(c, before, piece(end, text.len()), next) {
                self.push(piece(start, at));
                self.push("\\");
                start = at;
            }
            before = Some(c);
        }
        self.push(piece(start, text.len()));
    }
}

/// Whether a mark may be between a letter outside of its span and one inside (`None`: a space, or nothing).
fn fits(outside: Option<char>, inside: Option<char>) -> bool {
    match (outside, inside) {
        (Some('*' | '~' | '\\'), _) => false,
        (Some(outside), Some(inside)) if outside.is_alphanumeric() => inside.is_alphanumeric(),
        (Some(_) | None, _) => true,
    }
}

/// Whether a letter of text would be markup. `next` is what follows the whole text.
fn needs_escape(c: char, before: Option<char>, rest: &str, next: Option<char>) -> bool {
    let after = rest.chars().next();
    match c {
        '\\' | '`' | '[' | ']' | '~' => true,
        '<' => !after.is_some_and(|c| c.is_whitespace() || c.is_ascii_digit() || c == '='),
        '*' => !(before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace)),
        '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
        '&' => {
            let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
            behind.len() < rest.len() && behind.starts_with(';')
        }
        '!' => after.is_none() && next == Some('['),
        _ => false,
    }
}

fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Break => None,
        Inline::Strong(_) | Inline::Emphasis(_) => Some('*'),
        Inline::Strike(_) => Some('~'),
        Inline::Link { .. } | Inline::Task(_) => Some('['),
    }
}
