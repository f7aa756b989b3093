//! `overlay`: overlays are made, applied and proposed.

mod apply;
mod diff;
mod share;

use crate::view::View;
use crate::{CommandResult, input};
use specwright::config::Located;
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright::tree::{NodeId, Tree};
use specwright::{Input, import, overlay, upgrade};
use std::io;
use std::path::{Path, PathBuf};

/// Make, apply and propose overlays (OpenAPI Overlay 1.0 and 1.1)
///
/// An overlay is a list of changes to a document that is kept beside it, so that the vendor's next
/// edition can take the place of this one. List it under `document.overlays` in the settings.
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Debug, clap::Subcommand)]
enum Command {
    Diff(diff::Args),
    Apply(apply::Args),
    Share(share::Args),
}

/// Runs the command.
///
/// # Errors
/// Returns an error if a file cannot be written, or standard input cannot be read.
pub fn run(args: &Args) -> CommandResult {
    match &args.command {
        Command::Diff(args) => diff::run(args),
        Command::Apply(args) => apply::run(args),
        Command::Share(args) => share::run(args),
    }
}

/// Adds a document to a tree as it is written, without the files that it refers to. `None` if it has errors, which are in `problems`.
fn read(
    tree: &mut Tree,
    sources: &mut SourceMap,
    path: &Path,
    problems: &mut Diagnostics,
) -> io::Result<Option<NodeId>> {
    Ok(match input::document(path)? {
        Input::Path(path) => import::read(tree, sources, &import::loader_beside(&path), &path, problems),
        Input::Text { name, text } => import::read_text(tree, sources, Path::new(&name), &text, problems),
    })
}

/// The document with these overlays; `None` if something has errors, which are shown.
fn with_overlays(view: &View, document: &Path, overlays: &[PathBuf]) -> io::Result<Option<(Tree, NodeId)>> {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::new());
    let root = read(&mut tree, &mut sources, document, &mut problems)?;
    let overlays: Vec<Located<PathBuf>> = overlays.iter().cloned().map(Located::from).collect();
    let root = root.filter(|&root| {
        let applied = overlay::apply_all(&mut tree, &mut sources, root, &overlays, &mut problems);
        // An overlay fits nothing of what is not an OpenAPI document.
        upgrade::recognize(&tree, root, &mut problems) && applied.is_some()
    });
    Ok(shown(view, &sources, &problems, root).map(|root| (tree, root)))
}

/// Shows problems; the value, unless there are errors.
fn shown<T>(view: &View, sources: &SourceMap, problems: &Diagnostics, value: Option<T>) -> Option<T> {
    view.problems_if_any(sources, problems);
    value.filter(|_| problems.gate().is_ok())
}
