//! Markdown into the tree.

use super::build::{Builder, Kind};
use super::tree::Block;
use super::{simple, tags};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// The blocks of a description.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    simple::blocks(text).unwrap_or_else(|| marked(text))
}

/// The same, by Markdown's reader.
pub(super) fn marked(text: &str) -> Vec<Block> {
    let text = clean(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut builder = Builder::default();
    let mut tags = tags::Tags::new(&text);
    let mut html: Option<String> = None;
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::HtmlBlock) => html = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => tags.apply(&mut builder, &html.take().unwrap_or_default()),
            Event::Start(tag) => start(&mut builder, tag),
            Event::End(tag) => end(&mut builder, tag),
            Event::Html(part) => match &mut html {
                Some(html) => html.push_str(&part),
                None => tags.apply(&mut builder, &part),
            },
            Event::InlineHtml(part) => tags.apply(&mut builder, &part),
            Event::Text(text) => builder.text(&text),
            Event::Code(text) => builder.code(&text),
            Event::SoftBreak => builder.text("\n"),
            Event::HardBreak => builder.hard_break(),
            Event::Rule => builder.rule(),
            Event::TaskListMarker(done) => builder.task(done),
            Event::FootnoteReference(label) => builder.text(&format!("[{label}]")),
            Event::InlineMath(text) | Event::DisplayMath(text) => builder.text(&text),
        }
    }
    builder.finish()
}

/// One kind of line break, no common indentation, no form feeds or other whitespace of typewriters.
fn clean(text: &str) -> Cow<'_, str> {
    const OTHERS: [char; 6] = ['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'];
    // Most descriptions are as they should be.
    if !text.contains(OTHERS) && !text.contains("![") && !text.starts_with([' ', '\n']) {
        return Cow::Borrowed(text.strip_suffix('\n').unwrap_or(text));
    }
    let text = text.replace("\r\n", "\n").replace(OTHERS, "\n");
    let indentation = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.get(indentation..).unwrap_or_default())
        .collect();
    Cow::Owned(without_image_sizes(&lines))
}

/// Leaves out the sizes of images: `![logo](a.png =100x20)` is of no standard, so CommonMark shows it as text.
fn without_image_sizes(lines: &[&str]) -> String {
    let mut is_code = false;
    let lines = lines.iter().map(|line| {
        let is_fence = ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
        is_code ^= is_fence;
        match is_code || is_fence || line.starts_with("    ") || !line.contains("![") {
            true => Cow::Borrowed(*line),
            false => Cow::Owned(line_without_image_sizes(line)),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn line_without_image_sizes(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("![") {
        out.push_str(before);
        out.push_str("![");
        rest = after;
        let is_code = out.matches('`').count() % 2 == 1;
        let Some((name, target)) = after.split_once("](").filter(|_| !is_code) else {
            continue;
        };
        let target = target.split(')').next().unwrap_or_default();
        if let Some((address, size)) = target.rsplit_once(" =")
            && is_size(size)
        {
            out.push_str(name);
            out.push_str("](");
            out.push_str(address.trim_end());
            rest = after.get(name.len() + "](".len() + target.len()..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// Whether it is a size of an image: `100x20`, `100x`, `x20`, `50%x`, `128pxx32px`.
fn is_size(text: &str) -> bool {
    let text = text.trim();
    let height = after_length(text).strip_prefix('x');
    text.len() > 1 && height.is_some_and(|height| after_length(height).is_empty())
}

/// What is behind a number and its unit.
fn after_length(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let units = ["px", "%", "*"].iter();
    units.filter_map(|unit| rest.strip_prefix(unit)).next().unwrap_or(rest)
}

fn start(builder: &mut Builder, tag: Tag<'_>) {
    match tag {
        Tag::Paragraph => builder.paragraph(),
        Tag::Heading { level, .. } => builder.open(Kind::Heading(depth(level))),
        Tag::BlockQuote(kind) => {
            builder.open(Kind::Quote);
            if let Some(kind) = kind {
                builder.label(alert(kind));
            }
        }
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => builder.open(Kind::Pre(info.into_string())),
        Tag::CodeBlock(CodeBlockKind::Indented) => builder.open(Kind::Pre(String::new())),
        Tag::List(start) => builder.open(Kind::List(start)),
        Tag::Item => builder.open(Kind::Item),
        Tag::Table(_) => builder.open(Kind::Table),
        Tag::TableHead | Tag::TableRow => builder.open(Kind::Row),
        Tag::TableCell => builder.open(Kind::Cell),
        Tag::FootnoteDefinition(label) => {
            builder.paragraph();
            builder.footnote(&label);
        }
        Tag::Strong => builder.open(Kind::Strong),
        Tag::Emphasis => builder.open(Kind::Emphasis),
        Tag::Strikethrough => builder.open(Kind::Strike),
        Tag::Link {
            link_type: pulldown_cmark::LinkType::Email,
            dest_url,
            ..
        } => {
            builder.open(Kind::Link(format!("mailto:{dest_url}")));
        }
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => builder.open(Kind::Link(dest_url.into_string())),
        // Not enabled, or handled by the caller; their text is kept.
        Tag::HtmlBlock
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => {}
    }
}

fn end(builder: &mut Builder, tag: TagEnd) {
    match tag {
        TagEnd::Paragraph | TagEnd::FootnoteDefinition => builder.paragraph(),
        TagEnd::Heading(level) => builder.close(&Kind::Heading(depth(level))),
        TagEnd::BlockQuote(_) => builder.close(&Kind::Quote),
        TagEnd::CodeBlock => builder.close(&Kind::Pre(String::new())),
        TagEnd::List(_) => builder.close(&Kind::List(None)),
        TagEnd::Item => builder.close(&Kind::Item),
        TagEnd::Table => builder.close(&Kind::Table),
        TagEnd::TableHead | TagEnd::TableRow => builder.close(&Kind::Row),
        TagEnd::TableCell => builder.close(&Kind::Cell),
        TagEnd::Strong => builder.close(&Kind::Strong),
        TagEnd::Emphasis => builder.close(&Kind::Emphasis),
        TagEnd::Strikethrough => builder.close(&Kind::Strike),
        TagEnd::Link | TagEnd::Image => builder.close(&Kind::Link(String::new())),
        TagEnd::HtmlBlock
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::MetadataBlock(_) => {}
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note:",
        BlockQuoteKind::Tip => "Tip:",
        BlockQuoteKind::Important => "Important:",
        BlockQuoteKind::Warning => "Warning:",
        BlockQuoteKind::Caution => "Caution:",
    }
}
