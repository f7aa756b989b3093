//! Prose as a tree: what is left of Markdown and HTML when both say the same.

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// A heading and its level, from 1.
    Heading(u8, Vec<Inline>),
    /// Text that is shown as it is.
    Code {
        language: String,
        text: String,
    },
    Quote(Vec<Block>),
    /// A list; ordered if it has a first number.
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    Rule,
}

/// What is in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inline {
    /// Text; line breaks of the document are spaces.
    Text(String),
    Code(String),
    Break,
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Strike(Vec<Inline>),
    /// A link to another site.
    Link {
        target: String,
        text: Vec<Inline>,
    },
    /// The box of a task, ticked or not.
    Task(bool),
}

impl Block {
    /// The text of a paragraph or heading.
    pub(super) fn prose(&self) -> Option<&[Inline]> {
        match self {
            Block::Paragraph(text) | Block::Heading(_, text) => Some(text),
            Block::Code { .. } | Block::Quote(_) | Block::List { .. } | Block::Table(_) | Block::Rule => None,
        }
    }
}

/// The text without its markup.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) => out.push_str(&plain(inner)),
            Inline::Link { text, .. } => out.push_str(&plain(text)),
            Inline::Task(_) => {}
        }
    }
    out
}

/// Whether nothing would be seen.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Code(_)
        | Inline::Strong(_)
        | Inline::Emphasis(_)
        | Inline::Strike(_)
        | Inline::Link { .. }
        | Inline::Task(_) => false,
    })
}
