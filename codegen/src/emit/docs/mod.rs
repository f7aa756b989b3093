//! From a document's prose to rustdoc that is safe, quiet and looks like the rest.
//!
//! Descriptions are CommonMark by the standard, HTML in practice, and anything at all when somebody means harm. They are
//! read into a small tree (`tree`; Markdown by `pulldown-cmark`, which rustdoc uses too, HTML by `html`) and printed
//! again as canonical Markdown (`print`), so that nothing of the document's own markup reaches rustdoc:
//!
//! * code blocks name a language other than Rust (`text` by default), so no description is ever compiled or run;
//! * brackets, tags, backticks and entities are escaped; links stay where they lead to `http`, `https` or `mailto`,
//!   and bare addresses become links; other targets (`#section/…`, relative paths) exist only on the vendor's pages;
//! * headings move below those of the generated text, and are bold text where they can't be headings;
//! * images are links, named by their alternative text;
//! * control, bidirectional and invisible characters are gone (`text`);
//! * text above 64 KiB is cut, and says so.

use crate::text::is_invisible;
use crate::tokens::TokenStream;

mod address;
mod build;
pub(crate) mod describe;
pub(crate) mod doc;
mod html;
mod inline;
mod inner;
pub(crate) mod limits;
pub(crate) mod method;
mod places;
mod print;
mod read;
mod simple;
mod tags;
#[cfg(test)]
mod tests;
mod tree;

/// Columns that prose is wrapped at. (`/// ` and two levels of indentation fit into 110.)
const WIDTH: usize = 100;
/// Bytes of a description that are carried over.
const LONGEST: usize = 64 * 1024;
/// Letters of a [`summary`].
const SUMMARY: usize = 160;

/// The lines of a description as Markdown that rustdoc takes without a warning, without the space that follows `///`.
///
/// Neither the first nor the last line is blank; no line holds a line break.
///
/// ```
/// use specwright::emit::docs::doc_lines;
///
/// assert_eq!(doc_lines("A <b>[Pet]</b>,\r\nsee https://example.com."), [r"A **\[Pet\]**, see <https://example.com>."]);
/// ```
pub fn doc_lines(text: &str) -> Vec<String> {
    if is_plain(text) {
        return print::plain_lines(text);
    }
    print::lines(&blocks(text))
}

/// A description after a few words on what it is about, which are Markdown that is safe.
pub fn doc_labelled(label: &str, text: &str) -> Vec<String> {
    print::labelled(label, &blocks(text), WIDTH)
}

/// The same as an item of a list.
pub fn doc_item(label: &str, text: &str) -> Vec<String> {
    let lines = print::labelled(label, &blocks(text), WIDTH - 2);
    let mark = |(at, line): (usize, String)| format!("{}{line}", if at == 0 { "* " } else { "  " });
    let lines = lines.into_iter().enumerate().map(mark);
    lines.map(|line| line.trim_end().to_owned()).collect()
}

/// A sentence of ours, which is Markdown that is safe and has no spaces in code, wrapped.
pub(crate) fn wrapped(sentence: &str) -> Vec<String> {
    print::plain_lines(sentence)
}

/// Whether nothing of a description would be shown.
pub(crate) fn says_nothing(text: &str) -> bool {
    // A letter in front is the beginning of a paragraph.
    let is_prose = text.starts_with(|c: char| c.is_ascii_alphabetic());
    !is_prose && (text.trim().is_empty() || doc_lines(text).is_empty())
}

/// What a description holds, cut where it is too long.
fn blocks(text: &str) -> Vec<tree::Block> {
    let (text, is_cut) = bounded(text);
    let mut blocks = read::blocks(text);
    if is_cut {
        let note = "The description continues in the document; the rest is left out here.".to_owned();
        blocks.push(tree::Block::Paragraph(vec![tree::Inline::Emphasis(vec![
            tree::Inline::Text(note),
        ])]));
    }
    blocks
}

/// Documentation of an item in lines that are Markdown already: those of [`doc_lines`] between the generator's own.
pub fn line_attrs<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    let mut tokens = TokenStream::new();
    for line in lines {
        tokens.doc(space(line.as_ref()), line.as_ref());
    }
    tokens
}

/// Documentation of the module around it.
fn inner_lines(lines: &[String]) -> TokenStream {
    let mut tokens = TokenStream::new();
    for line in lines {
        tokens.inner_doc(space(line), line);
    }
    tokens
}

/// What is between `///` and a line.
fn space(line: &str) -> &'static str {
    if line.is_empty() { "" } else { " " }
}

/// A code span that shows any text of the document, on one line: line breaks, tabs and invisible characters appear as
/// Rust escapes, and the empty text as `""`. (Inside a table, `|` must be escaped in addition.)
pub fn inline_code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len().min(LONGEST) + 2);
    for c in text.chars().take(LONGEST / 4) {
        match c {
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            c if is_invisible(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    if shown.len() < text.len() && text.chars().nth(LONGEST / 4).is_some() {
        shown.push('…');
    }
    if shown.is_empty() {
        shown.push_str("\"\"");
    }
    inline::code_span(&shown)
}

/// A name as text of a heading: on one line, with nothing that is markup.
pub(crate) fn heading_text(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let seen: String = words
        .join(" ")
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    inline::escaped(&seen)
}

/// The first sentence of a description as one line of Markdown without markup, at most 160 letters; empty if the
/// description has no prose.
pub fn summary(text: &str) -> String {
    let (text, _) = bounded(text);
    let blocks = read::blocks(text);
    let Some(prose) = blocks.iter().find_map(tree::Block::prose) else {
        return String::new();
    };
    let plain = tree::plain(prose);
    inline::escaped(first_sentence(plain.trim()).trim())
}

/// Whether the text is one paragraph without markup, as most descriptions are: then nothing needs to be read.
fn is_plain(text: &str) -> bool {
    let is_text = |c: u8| c.is_ascii_alphanumeric() || b" .,;:'\"()?/%=$@-".contains(&c);
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(is_text)
        && !text.contains("http")
}

fn bounded(text: &str) -> (&str, bool) {
    if text.len() <= LONGEST {
        return (text, false);
    }
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    let at = head
        .rfind("\n\n")
        .filter(|&at| at > LONGEST / 2)
        .or_else(|| head.rfind(char::is_whitespace));
    (at.and_then(|at| head.get(..at)).unwrap_or(head), true)
}

fn first_sentence(text: &str) -> String {
    let mut sentence = String::new();
    for word in text.split_whitespace() {
        if !sentence.is_empty() {
            if sentence.chars().count() + word.chars().count() >= SUMMARY {
                sentence.push('…');
                return sentence;
            }
            sentence.push(' ');
        }
        sentence.push_str(word);
        let abbreviation =
            word.chars().filter(|c| c.is_alphanumeric()).count() < 2 || word.trim_end_matches('.').contains('.');
        if word.ends_with(['.', '!', '?']) && !abbreviation {
            return sentence;
        }
    }
    sentence.chars().take(SUMMARY * 2).collect()
}
