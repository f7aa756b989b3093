//! `overlay diff`: the overlay that turns one document into another.

use super::{read, shown};
use crate::view::View;
use crate::{CommandResult, Status, input};
use specwright::diag::Diagnostics;
use specwright::overlay;
use specwright::source::{self, SourceMap};
use specwright::tree::Tree;
use std::path::PathBuf;

/// Write the overlay that turns one document into another
///
/// Applied to OLD it gives NEW: the same values, properties in any order. It has no action that is not
/// needed. Take the vendor's document for OLD and one that you have corrected for NEW: the corrections
/// are then kept beside the vendor's document. Example: `specwright overlay diff vendor.yaml mine.yaml
/// -o overlay.yaml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The document that the overlay is for
    #[arg(value_name = "OLD", value_parser = input::path)]
    old: PathBuf,
    /// What it becomes
    #[arg(value_name = "NEW", value_parser = input::path)]
    new: PathBuf,
    /// The overlay that is written, in place of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What is shown.
    #[command(flatten)]
    view: View,
}

pub(super) fn run(args: &Args) -> CommandResult {
    let (mut tree, mut sources, mut problems) = (Tree::new(), SourceMap::new(), Diagnostics::tolerant());
    let old = read(&mut tree, &mut sources, &args.old, &mut problems)?;
    let new = read(&mut tree, &mut sources, &args.new, &mut problems)?;
    let Some((old, new)) = shown(&args.view, &sources, &problems, old.zip(new)) else {
        return Ok(Status::Failed);
    };
    let (from, to) = (source::display_name(&args.old), source::display_name(&args.new));
    let difference = overlay::diff(&tree, old, new).ok_or_else(|| format!("{from} or {to} is not an object"))?;
    if difference.is_empty() {
        args.view.note("the documents are equal: there is no overlay to write");
        return Ok(Status::Done);
    }
    let text = difference.text(&format!("What makes {to} of {from}"));
    args.view.put(args.output.as_deref(), &text)?;
    Ok(Status::Done)
}
