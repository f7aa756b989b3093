//! Builds the tree from starts and ends of two languages that need not fit together.
//!
//! Markdown's are well nested among themselves and HTML's are not, so: an end closes the nearest start of its kind and
//! language, together with what is open inside it; an end of HTML never reaches past an open block of Markdown; ends
//! without a start do nothing; and a new paragraph closes everything that lives in a line.

use super::tree::{Block, Inline, is_blank};
use crate::text::is_invisible;

/// How deep blocks and spans may nest; deeper ones are flattened.
const DEEPEST: usize = 16;

/// What can be open.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Quote,
    List(Option<u64>),
    Item,
    Table,
    Row,
    Cell,
    Heading(u8),
    /// A code block and its info string.
    Pre(String),
    Strong,
    Emphasis,
    Strike,
    Link(String),
    /// A code span of HTML.
    Code,
    /// What a browser doesn't show.
    Hidden,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Language {
    Markdown,
    Html,
}

struct Frame {
    kind: Kind,
    language: Language,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    inlines: Vec<Inline>,
    text: String,
}

/// Whether a link works outside of the vendor's own pages.
fn leads_out(target: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        target
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && target.len() > scheme.len()
    })
}

/// A tree that is being built.
pub(super) struct Builder {
    frames: Vec<Frame>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            frames: vec![Frame::new(Kind::Quote, Language::Markdown)],
        }
    }
}

impl Kind {
    fn is_inline(&self) -> bool {
        match self {
            Kind::Strong | Kind::Emphasis | Kind::Strike | Kind::Link(_) | Kind::Code | Kind::Hidden => true,
            Kind::Quote
            | Kind::List(_)
            | Kind::Item
            | Kind::Table
            | Kind::Row
            | Kind::Cell
            | Kind::Heading(_)
            | Kind::Pre(_) => false,
        }
    }

    /// Whether text counts letter by letter and markup doesn't count.
    fn is_verbatim(&self) -> bool {
        matches!(self, Kind::Pre(_) | Kind::Code | Kind::Hidden)
    }

    fn is_same(&self, other: &Kind) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Frame {
    fn new(kind: Kind, language: Language) -> Self {
        Self {
            kind,
            language,
            blocks: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            inlines: Vec::new(),
            text: String::new(),
        }
    }
}

impl Builder {
    /// Opens something of Markdown.
    pub(super) fn open(&mut self, kind: Kind) {
        self.open_in(kind, Language::Markdown);
    }

    /// Opens something of HTML.
    pub(super) fn open_html(&mut self, kind: Kind) {
        self.open_in(kind, Language::Html);
    }

    fn open_in(&mut self, kind: Kind, language: Language) {
        let is_inline = kind.is_inline();
        if !is_inline {
            self.paragraph();
        }
        let in_line = matches!(self.container(), Some(Kind::Cell | Kind::Heading(_) | Kind::Pre(_)));
        let is_nested_link = matches!(kind, Kind::Link(_)) && self.frames.iter().any(|f| f.kind.is_same(&kind));
        let is_verbatim = self.frames.last().is_some_and(|frame| frame.kind.is_verbatim());
        // Cells and rows must always open, or the cells of a deep table would run together.
        let is_deep = self.frames.len() > DEEPEST && !matches!(kind, Kind::Row | Kind::Cell);
        if is_deep || is_nested_link || is_verbatim || (in_line && !is_inline) {
            return;
        }
        self.frames.push(Frame::new(kind, language));
    }

    /// Closes something of Markdown; only the kind counts, not what it carries.
    pub(super) fn close(&mut self, kind: &Kind) {
        self.close_in(kind, Language::Markdown);
    }

    /// Closes something of HTML; only the kind counts, not what it carries.
    pub(super) fn close_html(&mut self, kind: &Kind) {
        self.close_in(kind, Language::Html);
    }

    fn close_in(&mut self, kind: &Kind, language: Language) {
        let is_wanted = |frame: &Frame| frame.language == language && frame.kind.is_same(kind);
        let is_barrier = |frame: &Frame| {
            if kind.is_inline() {
                !frame.kind.is_inline()
            } else {
                language == Language::Html && frame.is_markdown_block()
            }
        };
        let found = self
            .frames
            .iter()
            .skip(1)
            .rev()
            .position(|frame| is_wanted(frame) || is_barrier(frame));
        let Some(up) = found else { return };
        let at = self.frames.len() - 1 - up;
        if self.frames.get(at).is_some_and(is_wanted) {
            while self.frames.len() > at {
                self.pop();
            }
        }
    }

    /// Whether HTML's `kind` is open and may be closed here.
    pub(super) fn is_open_html(&self, kind: &Kind) -> bool {
        let open = self.frames.iter().rev().take_while(|frame| !frame.is_markdown_block());
        open.into_iter().any(|frame| frame.kind.is_same(kind))
    }

    /// Whether an item is open that is not yet followed by an inner list.
    pub(super) fn is_in_item(&self) -> bool {
        let lists = self.frames.iter().rev().map(|frame| &frame.kind);
        lists
            .into_iter()
            .find(|kind| matches!(kind, Kind::List(_) | Kind::Item))
            == Some(&Kind::Item)
    }

    /// Begins a new paragraph.
    pub(super) fn paragraph(&mut self) {
        while self.frames.len() > 1 && self.frames.last().is_some_and(Frame::ends_with_paragraph) {
            self.pop();
        }
        let Some(frame) = self.frames.last_mut() else { return };
        if is_blank(&frame.inlines) {
            frame.inlines.clear();
            return;
        }
        match frame.kind {
            Kind::Cell | Kind::Heading(_) => frame.inlines.push(Inline::Text(" ".to_owned())),
            Kind::Row => {
                let cell = std::mem::take(&mut frame.inlines);
                frame.cells.push(cell);
            }
            Kind::Table => {
                let cell = std::mem::take(&mut frame.inlines);
                frame.rows.push(vec![cell]);
            }
            _ => {
                let text = std::mem::take(&mut frame.inlines);
                self.push_block(Block::Paragraph(text));
            }
        }
    }

    /// Adds text; whitespace counts only in code.
    pub(super) fn text(&mut self, text: &str) {
        let Some(frame) = self.frames.last_mut() else { return };
        match frame.kind {
            Kind::Hidden => {}
            Kind::Pre(_) | Kind::Code => frame.text.extend(text.chars().filter(|&c| !is_invisible(c))),
            _ => {
                if !matches!(frame.inlines.last(), Some(Inline::Text(_))) {
                    frame.inlines.push(Inline::Text(String::new()));
                }
                let Some(Inline::Text(last)) = frame.inlines.last_mut() else {
                    return;
                };
                for c in text.chars().filter(|&c| !is_invisible(c)) {
                    if !c.is_whitespace() {
                        last.push(c);
                    } else if !last.ends_with(' ') {
                        last.push(' ');
                    }
                }
            }
        }
    }

    /// Adds a code span.
    pub(super) fn code(&mut self, text: &str) {
        let text: String = text.chars().filter(|&c| !is_invisible(c)).collect();
        if text.is_empty() {
            return;
        }
        self.push_inline(Inline::Code(text));
    }

    /// Adds a line break; the second one in a row begins a paragraph.
    pub(super) fn hard_break(&mut self) {
        let Some(frame) = self.frames.last_mut() else { return };
        let is_second = match frame.inlines.as_slice() {
            [.., Inline::Break] => true,
            [.., Inline::Break, Inline::Text(text)] => text.trim().is_empty(),
            _ => false,
        };
        match frame.kind {
            Kind::Pre(_) | Kind::Code => frame.text.push('\n'),
            Kind::Cell | Kind::Heading(_) => self.text(" "),
            _ if is_second => self.paragraph(),
            _ => self.push_inline(Inline::Break),
        }
    }

    /// Adds a thematic break.
    pub(super) fn rule(&mut self) {
        self.paragraph();
        match self.container() {
            Some(Kind::Cell | Kind::Heading(_) | Kind::Pre(_)) => {}
            _ => self.push_block(Block::Rule),
        }
    }

    /// Adds the box of a task.
    pub(super) fn task(&mut self, done: bool) {
        self.push_inline(Inline::Task(done));
    }

    /// Adds a paragraph of its own that says what follows.
    pub(super) fn label(&mut self, label: &str) {
        self.push_inline(Inline::Strong(vec![Inline::Text(label.to_owned())]));
        self.paragraph();
    }

    /// Adds the mark of a footnote, whose text follows in a paragraph.
    pub(super) fn footnote(&mut self, label: &str) {
        self.text(&format!("[{label}]:"));
        self.paragraph();
    }

    /// The finished tree.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            self.pop();
        }
        self.paragraph();
        self.frames.pop().map(|frame| frame.blocks).unwrap_or_default()
    }

    /// The innermost block that is open.
    fn container(&self) -> Option<&Kind> {
        self.frames
            .iter()
            .rev()
            .map(|frame| &frame.kind)
            .find(|kind| !kind.is_inline())
    }

    fn push_inline(&mut self, inline: Inline) {
        let Some(frame) = self.frames.last_mut() else { return };
        match (&frame.kind, inline) {
            (Kind::Hidden, _) => {}
            (Kind::Pre(_) | Kind::Code, Inline::Code(text) | Inline::Text(text)) => frame.text.push_str(&text),
            (Kind::Pre(_) | Kind::Code, _) => {}
            (_, inline) => frame.inlines.push(inline),
        }
    }

    fn push_block(&mut self, block: Block) {
        let Some(frame) = self.frames.last_mut() else { return };
        match frame.kind {
            Kind::List(_) => frame.items.push(vec![block]),
            _ => frame.blocks.push(block),
        }
    }

    fn pop(&mut self) {
        if self
            .frames
            .last()
            .is_some_and(|frame| !frame.kind.is_inline() && !matches!(frame.kind, Kind::Cell))
        {
            self.flush_inside();
        }
        let Some(frame) = self.frames.pop() else { return };
        let inlines = frame.inlines;
        match frame.kind {
            Kind::Quote if frame.blocks.is_empty() => {}
            Kind::Quote => self.push_block(Block::Quote(frame.blocks)),
            Kind::List(_) if frame.items.is_empty() => {}
            Kind::List(start) => self.push_block(Block::List {
                start,
                items: frame.items,
            }),
            Kind::Item => self.push_item(frame.blocks),
            Kind::Table => self.push_table(frame.rows),
            Kind::Row => self.push_row(frame.cells),
            Kind::Cell => self.push_cell(inlines),
            Kind::Heading(_) if is_blank(&inlines) => {}
            Kind::Heading(level) => self.push_block(Block::Heading(level, inlines)),
            Kind::Pre(_) if frame.text.trim().is_empty() => {}
            Kind::Pre(language) => self.push_block(Block::Code {
                language,
                text: frame.text,
            }),
            Kind::Code if frame.text.trim().is_empty() => self.text(&frame.text),
            Kind::Code => self.push_inline(Inline::Code(frame.text)),
            Kind::Hidden => {}
            Kind::Strong | Kind::Emphasis | Kind::Strike | Kind::Link(_) if is_blank(&inlines) => self.text(" "),
            Kind::Strong => self.push_inline(Inline::Strong(inlines)),
            Kind::Emphasis => self.push_inline(Inline::Emphasis(inlines)),
            Kind::Strike => self.push_inline(Inline::Strike(inlines)),
            Kind::Link(target) if leads_out(&target) => self.push_inline(Inline::Link { target, text: inlines }),
            Kind::Link(_) => inlines.into_iter().for_each(|inline| self.push_inline(inline)),
        }
    }

    /// What is left of a paragraph in a block that is about to close.
    fn flush_inside(&mut self) {
        if !self
            .frames
            .last()
            .is_some_and(|frame| matches!(frame.kind, Kind::Heading(_) | Kind::Pre(_)))
        {
            self.paragraph();
        }
    }

    fn push_item(&mut self, blocks: Vec<Block>) {
        match self.frames.last_mut() {
            Some(Frame {
                kind: Kind::List(_),
                items,
                ..
            }) => items.push(blocks),
            Some(frame) => frame.blocks.extend(blocks),
            None => {}
        }
    }

    fn push_table(&mut self, rows: Vec<Vec<Vec<Inline>>>) {
        if rows.iter().flatten().any(|cell| !is_blank(cell)) {
            self.push_block(Block::Table(rows));
        }
    }

    fn push_row(&mut self, cells: Vec<Vec<Inline>>) {
        match self.frames.last_mut() {
            Some(Frame {
                kind: Kind::Table,
                rows,
                ..
            }) => rows.push(cells),
            Some(frame) => frame.inlines.extend(cells.into_iter().flatten()),
            None => {}
        }
    }

    fn push_cell(&mut self, inlines: Vec<Inline>) {
        match self.frames.last_mut() {
            Some(Frame {
                kind: Kind::Row, cells, ..
            }) => cells.push(inlines),
            Some(frame) => {
                frame.inlines.extend(inlines);
                frame.inlines.push(Inline::Text(" ".to_owned()));
            }
            None => {}
        }
    }
}

impl Frame {
    fn is_markdown_block(&self) -> bool {
        self.language == Language::Markdown && !self.kind.is_inline()
    }

    /// Whether a new paragraph closes this: what lives in a line, and HTML's `pre` that was never closed.
    fn ends_with_paragraph(&self) -> bool {
        self.kind.is_inline() || (matches!(self.kind, Kind::Pre(_)) && self.language == Language::Html)
    }
}
