//! Which format a file is in, and which part of it is the document.

use super::markdown;
use crate::diag::{Diagnostics, Problem};
use crate::source::FileId;
use crate::tree::{self, Format, Names, NodeId, Part, Tree};
use std::path::Path;

pub(super) fn parse(
    tree: &mut Tree,
    names: &mut Names,
    file: FileId,
    path: &Path,
    text: &str,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    tree.set_path(file, path);
    let part = Part::new(file, 0, text);
    let has_extension = |wanted: &[&str]| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| wanted.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted)))
    };
    let begin = text.trim_start();
    if begin.is_empty() {
        diags.push(Problem::EmptyDocument {}, part.char_at(0));
        return None;
    }
    if !begin.starts_with(['{', '[']) {
        let blocks = markdown::blocks(text);
        let page = has_extension(&["md", "mdx", "markdown"]);
        // A YAML document may hold fences, but never at the margin.
        if !blocks.is_empty() || (page && !begin.starts_with("openapi") && !begin.starts_with("swagger")) {
            return page_document(tree, names, part, &blocks, diags);
        }
    }
    if let Some(found) = markup(begin) {
        let problem = Problem::NotOpenApi {
            found: found.to_owned(),
        };
        diags.push(problem, part.char_at(text.len() - begin.len()));
        return None;
    }
    let named = match () {
        () if has_extension(&["json"]) => Format::Json,
        () if has_extension(&["yaml", "yml"]) => Format::Yaml,
        () => Format::Unknown,
    };
    tree::read_part(tree, names, part, named, diags)
}

/// Markup in place of a document, as a download brings where the server sent a page: any fault of syntax would be one of another format.
fn markup(begin: &str) -> Option<&'static str> {
    /// In so many bytes a page has said that it is one.
    const HEAD: usize = 1024;
    let after = begin.strip_prefix('<')?;
    // Neither YAML nor JSON has such a beginning, except for the key `<<` of YAML.
    if !after.starts_with(|char: char| matches!(char, '!' | '?') || char.is_ascii_alphabetic()) {
        return None;
    }
    let head = &begin.as_bytes()[..begin.len().min(HEAD)];
    let is_html = head
        .to_ascii_lowercase()
        .windows(5)
        .any(|word| word == b"<html" || word == b"html>");
    Some(match is_html {
        true => "an HTML page, such as a server sends for a log-in or an error",
        false => "XML",
    })
}

/// The document of a page: its first block.
fn page_document(
    tree: &mut Tree,
    names: &mut Names,
    page: Part<'_>,
    blocks: &[markdown::Block],
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    let Some(block) = blocks.first() else {
        diags.push(Problem::NoBlock {}, page.span(0, 0));
        return None;
    };
    if let Some(other) = blocks.get(1) {
        let count = blocks.len();
        diags.push(
            Problem::SeveralBlocks { count },
            page.span(other.info.start, other.info.end),
        );
    }
    read_block(tree, names, page, block, diags)
}

/// Reads one block of a page; spans point into the page.
pub(super) fn read_block(
    tree: &mut Tree,
    names: &mut Names,
    page: Part<'_>,
    block: &markdown::Block,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    if !block.closed {
        diags.push(Problem::OpenBlock {}, page.span(block.info.start, block.info.end));
    }
    let part = Part {
        base: page.base + block.text.start,
        text: page.text.get(block.text.clone()).unwrap_or(""),
        ..page
    };
    if part.text.trim().is_empty() {
        diags.push(Problem::EmptyDocument {}, page.span(block.info.start, block.info.end));
        return None;
    }
    let named = match block.language.eq_ignore_ascii_case("json") {
        true => Format::Json,
        false => Format::Yaml,
    };
    tree::read_part(tree, names, part, named, diags)
}
