//! From the vendor's pages to a document: takes the OpenAPI blocks out of Markdown pages and merges them.
//!
//! Each page documents one operation with an excerpt of the API's document. Put together, the excerpts are that
//! document, as far as it is published.

use super::file::read_file;
use super::format::read_block;
use super::markdown;
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{FileId, Loader, SourceMap, Span};
use crate::tree::{Entry, Names, NodeId, Part, Tree, Value, print};
use std::path::{Path, PathBuf};

/// Reads Markdown pages and gives the document that their OpenAPI blocks are taken from, as YAML.
///
/// A single YAML block is given as it is, byte for byte. Several are merged in the order of the pages: members of
/// objects are joined, and what two blocks both have must be equal, or it is reported with both places.
/// `None` if no block can be read.
pub fn import(
    pages: &[PathBuf],
    loader: &dyn Loader,
    sources: &mut SourceMap,
    diags: &mut Diagnostics,
) -> Option<String> {
    let mut tree = Tree::new();
    let mut blocks = Vec::new();
    for page in pages {
        blocks.extend(read_page(&mut tree, sources, loader, page, diags));
    }
    let (first, others) = blocks.split_first()?;
    if others.is_empty() && !first.block.language.eq_ignore_ascii_case("json") {
        let text = sources.file(first.file).text().get(first.block.text.clone())?;
        return Some(format!("{}\n", text.trim_end()));
    }
    for other in others {
        check_source(first, other, diags);
        merge(&mut tree, first.root, other.root, diags);
    }
    Some(print::to_yaml(&tree, first.root))
}

/// An OpenAPI block of a page that was read.
#[derive(Clone, Debug)]
struct PageBlock {
    /// The page.
    file: FileId,
    /// What its info string says, and where its text is.
    block: markdown::Block,
    /// Where the info string is.
    info: Span,
    /// The root of the document in it.
    root: NodeId,
}

/// Reads all OpenAPI blocks of a Markdown page, each as a document of its own.
fn read_page(
    tree: &mut Tree,
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    diags: &mut Diagnostics,
) -> Vec<PageBlock> {
    let Some((file, text)) = read_file(sources, loader, path, &Location::default(), diags) else {
        return Vec::new();
    };
    let page = Part {
        file,
        base: 0,
        text: &text,
    };
    let blocks = markdown::blocks(&text);
    if blocks.is_empty() {
        diags.push(Problem::NoBlock {}, page.span(0, 0));
    }
    let mut names = Names::default();
    let read = blocks.into_iter().filter_map(|block| {
        let root = read_block(tree, &mut names, page, &block, diags)?;
        let info = page.span(block.info.start, block.info.end);
        Some(PageBlock {
            file,
            block,
            info,
            root,
        })
    });
    read.collect()
}

/// Blocks of one document name the same source.
fn check_source(first: &PageBlock, other: &PageBlock, diags: &mut Diagnostics) {
    let (Some(one), Some(two)) = (&first.block.source, &other.block.source) else {
        return;
    };
    if one != two {
        let problem = Problem::PagesOfSeveralSources {
            first: one.clone(),
            other: two.clone(),
        };
        let related = vec![(Location::from(first.info), "the first block".to_owned())];
        diags.push_related(problem, other.info, related);
    }
}

/// Adds to `target` what only `other` has. On a conflict the first page is right.
fn merge(tree: &mut Tree, target: NodeId, other: NodeId, diags: &mut Diagnostics) {
    if tree.equal(target, other) {
        return;
    }
    match (tree.value(target), tree.value(other)) {
        (Value::Object(_), Value::Object(entries)) => {
            let entries: Vec<Entry> = entries.clone();
            for entry in entries {
                match tree.get(target, &entry.key) {
                    Some(existing) => merge(tree, existing, entry.value, diags),
                    None => tree.insert(target, entry),
                }
            }
        }
        // Each page lists the tags that it knows of.
        (Value::Array(_), Value::Array(items)) if tree.pointer(target) == "#/tags" => {
            for item in items.clone() {
                let name = tree.get(item, "name").and_then(|name| tree.str(name));
                let same = |known: &NodeId| {
                    let known = tree.get(*known, "name").and_then(|known| tree.str(known));
                    known.is_some() && known == name
                };
                match tree.items(target).iter().copied().find(same) {
                    Some(known) => merge(tree, known, item, diags),
                    None => tree.push(target, item),
                }
            }
        }
        _ => {
            let pointer = tree.pointer(target);
            let related = vec![(tree.location(target), "the other page".to_owned())];
            diags.push_related(Problem::PagesDisagree { pointer }, tree.location(other), related);
        }
    }
}
