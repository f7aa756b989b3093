//! From files to a [`Tree`]: the document, then every file that a `$ref` in it names, and so on.

use super::build::{Names, Part};
use super::reference::{LinkError, is_remote, percent_decode, split_reference};
use super::{NodeId, Step, Tree, Value, json, markdown, yaml};
use crate::diag::{Diagnostics, Location, Problem};
use crate::source::{self, FileId, Loader, SourceMap, Span};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Spans count bytes in 32 bits.
const MAX_BYTES: usize = u32::MAX as usize;

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
    let reason = match loader.load(path) {
        Ok(bytes) if bytes.len() < MAX_BYTES => {
            let (file, text) = add_file(sources, path, bytes, diags)?;
            return parse(tree, &mut Names::default(), file, path, &text, diags);
        }
        Ok(_) => "it is larger than 4 GiB".to_owned(),
        Err(error) => reason(&error),
    };
    let path = source::display_name(path);
    diags.push(Problem::UnreadableFile { path, reason }, Location::default());
    None
}

/// What the disk says, in words that are the same on every system where that is possible.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Adds a file to the sources; bytes that are not UTF-8 are reported.
fn add_file(
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

fn parse(
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
    document(tree, names, part, has_extension(&["yaml", "yml"]), diags)
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
    document(tree, names, part, !block.language.eq_ignore_ascii_case("json"), diags)
}

/// Reads JSON or YAML. What begins like JSON may still be YAML in flow style: both are tried before one complains.
fn document(
    tree: &mut Tree,
    names: &mut Names,
    part: Part<'_>,
    called_yaml: bool,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    if !part.text.trim_start().starts_with(['{', '[']) {
        return yaml::read(part, tree, names, diags);
    }
    let mut as_json = diags.fork();
    let root = json::read(part, tree, names, &mut as_json);
    if root.is_some() {
        diags.append(as_json);
        return root;
    }
    let mut as_yaml = diags.fork();
    let root = yaml::read(part, tree, names, &mut as_yaml);
    diags.append(if root.is_some() || called_yaml {
        as_yaml
    } else {
        as_json
    });
    root
}

/// Reads every file that a `$ref` of a tree names, and those that they name. Files that are known are not read again.
///
/// References to files that cannot be read, and URLs, are reported where they stand.
pub fn follow(tree: &mut Tree, sources: &mut SourceMap, loader: &dyn Loader, diags: &mut Diagnostics) {
    let mut follower = Follower {
        tree,
        sources,
        loader,
        names: Names::default(),
        reported: BTreeSet::new(),
    };
    let mut next = 0;
    while let Some((file, root)) = follower.tree.roots().get(next).copied() {
        next += 1;
        // What an overlay inserted is found in the document; the rest of it is not part of the document.
        if follower.tree.base_file(file) == file {
            for reference in references(follower.tree, root) {
                follower.reference(reference, diags);
            }
        }
    }
}

struct Follower<'a> {
    tree: &'a mut Tree,
    sources: &'a mut SourceMap,
    loader: &'a dyn Loader,
    names: Names,
    /// Links that cannot be followed are reported at the first reference.
    reported: BTreeSet<(FileId, String)>,
}

impl Follower<'_> {
    fn reference(&mut self, node: NodeId, diags: &mut Diagnostics) {
        let Some(reference) = self.tree.str(node).map(str::to_owned) else {
            return;
        };
        let (file, _) = split_reference(&reference);
        if file.is_empty() {
            return;
        }
        // In an example, `$ref` may be meant as it stands. Whoever takes it for a reference hears that it has no file.
        let literal = is_literal(self.tree, node);
        let base = self.tree.base_file(self.tree.span(node).file);
        let known = self
            .tree
            .links
            .targets
            .get(&base)
            .and_then(|links| links.get(file))
            .cloned();
        let link = match known {
            Some(link) => link,
            None => {
                let mut found = diags.fork();
                let link = self.open(base, file, &mut found);
                if link.is_ok() || !literal {
                    diags.append(found);
                }
                let links = self.tree.links.targets.entry(base).or_default();
                links.insert(file.to_owned(), link.clone());
                link
            }
        };
        let Err(error) = link else { return };
        if !literal && self.reported.insert((base, file.to_owned())) {
            let problem = match error {
                LinkError::Remote => Problem::RemoteReference { reference },
                LinkError::Unreadable(reason) => Problem::MissingFile {
                    file: file.to_owned(),
                    reason,
                },
            };
            diags.push(problem, self.tree.location(node));
        }
    }

    fn open(&mut self, base: FileId, file: &str, diags: &mut Diagnostics) -> Result<FileId, LinkError> {
        if is_remote(file) {
            return Err(LinkError::Remote);
        }
        let unreadable = |reason: &str| LinkError::Unreadable(reason.to_owned());
        let Some(folder) = self.sources.file(base).path() else {
            return Err(unreadable("the document has no folder"));
        };
        let path = source::join(folder, &percent_decode(file));
        let known = self.sources.files().find(|(_, file)| file.path() == Some(&path));
        if let Some((id, _)) = known {
            return match self.tree.root(id) {
                Some(_) => Ok(id),
                None => Err(unreadable("it is not a JSON or YAML document")),
            };
        }
        let bytes = self
            .loader
            .load(&path)
            .map_err(|error| LinkError::Unreadable(reason(&error)))?;
        if bytes.len() >= MAX_BYTES {
            return Err(unreadable("it is larger than 4 GiB"));
        }
        let read = add_file(self.sources, &path, bytes, diags)
            .and_then(|(id, text)| parse(self.tree, &mut self.names, id, &path, &text, diags).map(|_| id));
        read.ok_or_else(|| unreadable("it is not a JSON or YAML document"))
    }
}

/// The values of all members named `$ref` that are strings, in document order.
fn references(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match tree.value(node) {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(entries) => {
                for entry in entries {
                    if &*entry.key == "$ref" && tree.str(entry.value).is_some() {
                        found.push(entry.value);
                    }
                }
                open.extend(entries.iter().rev().map(|entry| entry.value));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// Whether a node may stand in a value that is given literally, such as an example.
fn is_literal(tree: &Tree, node: NodeId) -> bool {
    let mut current = tree.parent(node);
    while let Some(node) = current {
        if let Step::Key(key) = tree.step(node) {
            let literal = ["example", "examples", "default", "const", "enum", "value"];
            if literal.contains(&&**key) || key.starts_with("x-") {
                return true;
            }
        }
        current = tree.parent(node);
    }
    false
}

/// The paths of all files that were read, for a build script to watch.
pub fn files_read(sources: &SourceMap) -> impl Iterator<Item = PathBuf> + '_ {
    sources.files().filter_map(|(_, file)| file.path().map(Path::to_owned))
}
