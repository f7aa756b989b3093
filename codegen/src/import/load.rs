//! Reading documents: one file, or a document with everything that it refers to.

use super::file::read_file;
use super::follow::{Locations, follow};
use super::format::parse;
use crate::diag::{Diagnostics, Location};
use crate::source::{self, Loader, SourceMap};
use crate::tree::{Names, NodeId, Tree};
use std::path::{Path, PathBuf};

/// Reads a document and every file it refers to, the first references first. The document is the first file of
/// [`Tree::roots`]; [`SourceMap::files`] are the files that were read.
///
/// `None` if the document itself cannot be read. All problems are in `diags`, those of other files too.
///
/// Overlays can mend references, so they belong between [`read`] and [`follow`], of which this is made.
pub fn load(sources: &mut SourceMap, loader: &dyn Loader, path: &Path, diags: &mut Diagnostics) -> Option<Tree> {
    let mut tree = Tree::new();
    read(&mut tree, sources, loader, path, diags)?;
    follow(&mut tree, sources, loader, &Locations::new(), diags);
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
    follow(&mut tree, sources, loader, &Locations::new(), diags);
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

/// The paths of all files that were read, for a build script to watch.
pub fn files_read(sources: &SourceMap) -> impl Iterator<Item = PathBuf> + '_ {
    sources.files().filter_map(|(_, file)| file.path().map(Path::to_owned))
}
