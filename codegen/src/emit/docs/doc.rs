//! The documentation of one item, paragraph by paragraph.

use super::{WIDTH, doc_lines, inner_lines, line_attrs};
use crate::ir::Docs;
use crate::plan::names::Ident;
use crate::tokens::TokenStream;

/// The documentation of one item, paragraph by paragraph. Where nothing is said there is none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doc {
    lines: Vec<String>,
}

impl Doc {
    /// Title and description of the document; one of them if both say the same.
    pub(crate) fn of(docs: &Docs) -> Doc {
        Doc::titled(docs.title.as_ref(), docs)
    }

    fn titled(title: Option<&String>, docs: &Docs) -> Doc {
        let mut doc = Doc::default();
        let mut known: Option<&str> = None;
        for text in [title, docs.description.as_ref()].into_iter().flatten() {
            let bare = text.trim().trim_end_matches('.');
            if known != Some(bare) {
                doc = doc.prose(text);
            }
            known = Some(bare);
        }
        match &docs.external_docs {
            Some(docs) => doc.prose(docs),
            None => doc,
        }
    }

    /// [`Doc::of`] an item of that name: a title that only says the name once more, or its end, is left out.
    pub(crate) fn named(docs: &Docs, name: &Ident) -> Doc {
        let name = letters(name.as_str());
        let says_more = |title: &&String| {
            let title = letters(title);
            title.is_empty() || !name.ends_with(&title)
        };
        Doc::titled(docs.title.as_ref().filter(says_more), docs)
    }

    /// Prose of the document, which is made safe. What is only markup says nothing.
    pub(crate) fn prose(self, text: &str) -> Doc {
        self.lines(doc_lines(text))
    }

    /// Paragraphs of prose, each made safe by itself.
    pub(crate) fn paragraphs(self, paragraphs: &[String]) -> Doc {
        paragraphs.iter().fold(self, |doc, paragraph| doc.prose(paragraph))
    }

    /// A paragraph of ours: Markdown that is safe, on one line. An empty one is left out.
    pub(crate) fn own(self, line: impl Into<String>) -> Doc {
        let line = line.into();
        self.lines(if line.is_empty() { Vec::new() } else { vec![line] })
    }

    /// Whether nothing is said yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A sentence of ours on what the document says: behind it where that is one paragraph of prose, or else as a paragraph.
    pub(crate) fn remark(mut self, sentence: &str) -> Doc {
        if sentence.is_empty() || !self.is_paragraph() {
            return self.own(sentence);
        }
        let Some(last) = self.lines.last_mut() else {
            return self.own(sentence);
        };
        if !last.ends_with(['.', '!', '?', ':', ';', '…']) {
            last.push('.');
        }
        match last.chars().count() + 1 + sentence.chars().count() <= WIDTH {
            true => *last = format!("{last} {sentence}"),
            false => self.lines.push(sentence.to_owned()),
        }
        self
    }

    /// Whether all lines are one paragraph of prose: no list, quote, table, heading or code.
    fn is_paragraph(&self) -> bool {
        let is_prose = |line: &String| {
            let first = line.chars().next();
            first.is_some_and(|first| first.is_alphabetic() || matches!(first, '`' | '"' | '[' | '('))
                && !line.contains("```")
                && !line.ends_with("  ")
        };
        self.lines.iter().all(is_prose)
    }

    /// Lines of Markdown that are safe, as a paragraph of their own.
    pub(crate) fn lines(mut self, lines: Vec<String>) -> Doc {
        if !self.lines.is_empty() && !lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self
    }

    /// The attributes of the item.
    pub(crate) fn attrs(&self) -> TokenStream {
        line_attrs(&self.lines)
    }

    /// The attributes of the module around them.
    pub(crate) fn inner(&self) -> TokenStream {
        inner_lines(&self.lines)
    }
}

/// A name or a title without what tells their words apart.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
