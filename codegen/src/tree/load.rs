//! From files to a [`Tree`]: which format a file is in, and which part of it is the document.

use super::build::{Names, Part};
use super::{NodeId, Tree, follow, json, markdown, yaml};
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{self, FileId, Loader, SourceMap, Span};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Spans count bytes in 32 bits.
pub(super) const MAX_BYTES: usize = u32::MAX as usize;

/// Reads a document and every file it refers to, the first references first. The document is the first file of
/// [`Tree::roots`]; [`SourceMap::files`] are the files that were read.
///
/// `None` if the document itself cannot be read. All problems are in `diags`, those of other files too.
///
/// Overlays can mend references, so they belong between [`read`] and [`follow`], of which this is made.
pub fn load(sources: &mut SourceMap, loader: &dyn Loader, path: &Path, diags: &mut Diagnostics) -> Option<Tree> {
    let mut tree = Tree::new();
    read(&mut tree, sources, loader, path, diags)?;
    follow(&mut tree, sources, loader, diags);
    Some(tree)
}

/// [`load`] for text that is in memory. `path` is what its relative references are relative to.
pub fn load_text(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    text: &str,
    diags: &mut Diagnostics,
) -> Option<Tree> {
    let mut tree = Tree::new();
    read_text(&mut tree, sources, path, text, diags)?;
    follow(&mut tree, sources, loader, diags);
    Some(tree)
}

/// Adds one file to a tree, without the files it refers to, and returns its root.
///
/// Whether it is JSON, YAML or a Markdown page with an OpenAPI block is decided by what it holds, and only where that
/// leaves a choice by its name.
pub fn read(
    tree: &mut Tree,
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    read_named(tree, sources, loader, path, &Location::default(), diags)
}

/// Like [`read`]; a file that cannot be read is reported at the place that names it.
pub fn read_named(
    tree: &mut Tree,
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    named: &Location,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    let (file, text) = read_file(sources, loader, path, named, diags)?;
    parse(tree, &mut Names::default(), file, path, &text, diags)
}

fn read_file(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    path: &Path,
    named: &Location,
    diags: &mut Diagnostics,
) -> Option<(FileId, Arc<str>)> {
    let reason = match loader.load(path) {
        Ok(bytes) if bytes.len() < MAX_BYTES => return add_file(sources, path, bytes, diags),
        Ok(_) => "it is larger than 4 GiB".to_owned(),
        Err(error) => reason(&error),
    };
    let path = source::display_name(path);
    diags.push(Problem::UnreadableFile { path, reason }, named.clone());
    None
}

/// What the disk says, in words that are the same on every system where that is possible.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Adds a file to the sources; bytes that are not UTF-8 are reported.
pub(super) fn add_file(
    sources: &mut SourceMap,
    path: &Path,
    bytes: Vec<u8>,
    diags: &mut Diagnostics,
) -> Option<(FileId, Arc<str>)> {
    let name = source::display_name(path);
    if let Err(error) = std::str::from_utf8(&bytes) {
        // The text is kept all the same, so that the diagnostic can show the line.
        let offset = error.valid_up_to();
        let file = sources.add(name, Some(path.to_owned()), String::from_utf8_lossy(&bytes));
        diags.push(Problem::NotUtf8 { offset }, Span::new(file, offset, offset + 1));
        return None;
    }
    let text: Arc<str> = source::decode(bytes).unwrap_or_default().into();
    let file = sources.add(name, Some(path.to_owned()), Arc::clone(&text));
    Some((file, text))
}

/// [`read`] for text that is in memory.
pub fn read_text(
    tree: &mut Tree,
    sources: &mut SourceMap,
    path: &Path,
    text: &str,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = sources.add(source::display_name(path), Some(path.to_owned()), text);
    parse(tree, &mut Names::default(), file, path, text, diags)
}

pub(super) fn parse(
    tree: &mut Tree,
    names: &mut Names,
    file: FileId,
    path: &Path,
    text: &str,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    let part = Part { file, base: 0, text };
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
    let named = match () {
        () if has_extension(&["json"]) => Named::Json,
        () if has_extension(&["yaml", "yml"]) => Named::Yaml,
        () => Named::Neither,
    };
    document(tree, names, part, named, diags)
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

/// An OpenAPI block of a page that was read.
#[derive(Clone, Debug)]
pub struct PageBlock {
    /// The page.
    pub file: FileId,
    /// What its info string says, and where its text is.
    pub block: markdown::Block,
    /// Where the info string is.
    pub info: Span,
    /// The root of the document in it.
    pub root: NodeId,
}

/// Reads all OpenAPI blocks of a Markdown page, each as a document of its own.
pub fn read_page(
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

/// Reads one block of a page; spans point into the page.
fn read_block(
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
        true => Named::Json,
        false => Named::Yaml,
    };
    document(tree, names, part, named, diags)
}

/// What the name of a document says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Json,
    Yaml,
    Neither,
}

/// Reads JSON or YAML. What begins like JSON and is not called so may be YAML in flow style: both are tried before one
/// complains.
fn document(
    tree: &mut Tree,
    names: &mut Names,
    part: Part<'_>,
    named: Named,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    if !part.text.trim_start().starts_with(['{', '[']) {
        return yaml::read(part, tree, names, diags);
    }
    let mut as_json = diags.fork();
    let root = json::read(part, tree, names, &mut as_json);
    if root.is_some() || named == Named::Json {
        diags.append(as_json);
        return root;
    }
    let mut as_yaml = diags.fork();
    let root = yaml::read(part, tree, names, &mut as_yaml);
    let as_yaml_counts = root.is_some() || named == Named::Yaml;
    diags.append(if as_yaml_counts { as_yaml } else { as_json });
    root
}

/// The paths of all files that were read, for a build script to watch.
pub fn files_read(sources: &SourceMap) -> impl Iterator<Item = PathBuf> + '_ {
    sources.files().filter_map(|(_, file)| file.path().map(Path::to_owned))
}
