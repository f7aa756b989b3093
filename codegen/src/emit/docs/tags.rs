//! HTML into the tree: what each tag means there.

use super::build::{Builder, Kind};
use super::html::{Tag, Token, decode, tokens};
use std::collections::BTreeMap;

/// Tags whose text is kept in a paragraph of its own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "html",
    "important",
    "main",
    "nav",
    "note",
    "p",
    "para",
    "section",
    "summary",
];

/// Tags that are dropped and whose text stays in its line.
const SPANS: &[&str] = &[
    "abbr", "acronym", "big", "button", "cite", "col", "colgroup", "dfn", "font", "head", "iframe", "input", "ins",
    "kbd", "label", "link", "mark", "meta", "q", "small", "span", "sub", "sup", "tbody", "tfoot", "thead", "time", "u",
    "wbr",
];

/// Reads the HTML of one description.
pub(super) struct Tags {
    /// The whole description in lower case.
    text: String,
    /// Whether a name that HTML doesn't know is used as a tag, with a start and an end.
    paired: BTreeMap<String, bool>,
}

impl Tags {
    /// For the description `text`.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_ascii_lowercase(),
            paired: BTreeMap::new(),
        }
    }

    /// Adds a piece of HTML to the tree.
    pub(super) fn apply(&mut self, builder: &mut Builder, html: &str) {
        for token in tokens(html) {
            match token {
                Token::Text(text) => builder.text(&decode(text)),
                Token::Tag(tag) => self.tag(builder, &tag),
            }
        }
    }

    fn tag(&mut self, builder: &mut Builder, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        if let Some(kind) = spanned(tag) {
            if tag.is_end {
                builder.close_html(&kind)
            } else {
                builder.open_html(kind)
            }
        } else if let Some(kind) = enclosed(tag) {
            enclose(builder, kind, tag.is_end);
        } else if BLOCKS.contains(&name) {
            builder.paragraph();
        } else if name == "br" {
            builder.hard_break();
        } else if name == "hr" {
            builder.rule();
        } else if name == "img" {
            builder.text(&tag.attribute("alt").unwrap_or_default());
        } else if !SPANS.contains(&name) && !self.is_paired(name) {
            // A placeholder such as `<petId>`, which is text to its author.
            builder.text(tag.source);
        }
    }

    fn is_paired(&mut self, name: &str) -> bool {
        if let Some(&known) = self.paired.get(name) {
            return known;
        }
        let starts = |(at, start): (usize, &str)| {
            self.text
                .get(at + start.len()..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == '>'))
        };
        let known =
            self.text.contains(&format!("</{name}>")) && self.text.match_indices(&format!("<{name}")).any(starts);
        self.paired.insert(name.to_owned(), known);
        known
    }
}

/// The meaning of a tag within a line.
fn spanned(tag: &Tag<'_>) -> Option<Kind> {
    Some(match tag.name.as_str() {
        "b" | "strong" => Kind::Strong,
        "i" | "em" | "var" => Kind::Emphasis,
        "s" | "del" | "strike" => Kind::Strike,
        "code" | "tt" | "samp" => Kind::Code,
        "a" => Kind::Link(tag.attribute("href").unwrap_or_default()),
        "script" | "style" | "title" => Kind::Hidden,
        _ => return None,
    })
}

/// The meaning of a tag that encloses blocks, or is one.
fn enclosed(tag: &Tag<'_>) -> Option<Kind> {
    Some(match tag.name.as_str() {
        "ul" | "menu" | "dir" => Kind::List(None),
        "ol" => Kind::List(tag.attribute("start").and_then(|start| start.parse().ok()).or(Some(1))),
        "li" => Kind::Item,
        "blockquote" => Kind::Quote,
        "pre" => Kind::Pre(String::new()),
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        _ => return None,
    })
}

/// Opens or closes a block; what HTML lets authors leave out is put in.
fn enclose(builder: &mut Builder, kind: Kind, is_end: bool) {
    if is_end {
        builder.close_html(&kind);
        return;
    }
    match &kind {
        Kind::Item => {
            if !builder.is_open_html(&Kind::List(None)) {
                builder.open_html(Kind::List(None));
            } else if builder.is_in_item() {
                builder.close_html(&Kind::Item);
            }
        }
        Kind::Row | Kind::Cell if !builder.is_open_html(&Kind::Table) => {
            builder.paragraph();
            return;
        }
        Kind::Row => builder.close_html(&Kind::Row),
        Kind::Cell => {
            builder.close_html(&Kind::Cell);
            if !builder.is_open_html(&Kind::Row) {
                builder.open_html(Kind::Row);
            }
        }
        _ => {}
    }
    builder.open_html(kind);
}
