//! `overlay apply`: a document with its overlays.

use super::with_overlays;
use crate::view::View;
use crate::{CommandResult, Status, input};
use specwright::tree::print;
use std::path::PathBuf;

/// Apply overlays to a document, and print it
///
/// The overlays are applied one after the other, by OpenAPI Overlay 1.0 or 1.1. A target that matches
/// nothing is an error. The document is YAML, or JSON where -o names a file that ends in `.json`; it keeps
/// its version of OpenAPI and its references. Example: `specwright overlay apply pets.yaml overlay.yaml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The document
    #[arg(value_name = "DOC", value_parser = input::path)]
    document: PathBuf,
    /// The overlays, in their order
    #[arg(value_name = "OVERLAY", required = true)]
    overlays: Vec<PathBuf>,
    /// The file that is written, in place of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What is shown.
    #[command(flatten)]
    view: View,
}

pub(super) fn run(args: &Args) -> CommandResult {
    let Some((tree, root)) = with_overlays(&args.view, &args.document, &args.overlays)? else {
        return Ok(Status::Failed);
    };
    let is_json = args
        .output
        .as_ref()
        .is_some_and(|path| path.extension().is_some_and(|ext| ext == "json"));
    let text = match is_json {
        true => print::to_json_lines(&tree, root),
        false => print::to_yaml(&tree, root),
    };
    args.view.put(args.output.as_deref(), &text)?;
    Ok(Status::Done)
}
