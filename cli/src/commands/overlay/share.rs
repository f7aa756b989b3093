//! `overlay share`: the overlay that lets one type serve all places of a schema.

use super::with_overlays;
use crate::view::View;
use crate::{CommandResult, Status, input, report};
use specwright::share;
use specwright::source;
use std::path::PathBuf;

/// Propose the overlay that moves repeated inline schemas into components
///
/// Each inline schema has a type of its own. Where a document writes the same schema in several places, be
/// it with other descriptions, the overlay makes it a component that all of them refer to, so that one type
/// serves all. Requests and responses stay the same. The names are proposals: edit them, and list the overlay
/// under `document.overlays` in the settings. Example: `specwright overlay share pets.yaml -o shared.yaml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The document
    #[arg(value_name = "DOC", value_parser = input::path)]
    document: PathBuf,
    /// Overlays that are applied before
    #[arg(long, value_name = "FILE")]
    after: Vec<PathBuf>,
    /// The overlay that is written, in place of standard output; one that is there is not overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What is shown.
    #[command(flatten)]
    view: View,
}

pub(super) fn run(args: &Args) -> CommandResult {
    if let Some(path) = args.output.as_ref().filter(|path| path.exists()) {
        let name = source::display_name(path);
        return Err(format!("{name} exists, and may have been edited: choose another name, or remove it").into());
    }
    let Some((tree, root)) = with_overlays(&args.view, &args.document, &args.after)? else {
        return Ok(Status::Failed);
    };
    let shared = share::share(&tree, root);
    if shared.proposal.is_empty() {
        args.view
            .note("no inline schema is repeated: there is no overlay to write");
        return Ok(Status::Done);
    }
    for (name, count) in &shared.components {
        args.view
            .note(&format!("`{name}` for {}", report::plural(*count, "place")));
    }
    if shared.is_part {
        args.view
            .note("more schemas are repeated: run the command again with this overlay under `--after`");
    }
    let title = format!(
        "One type for each repeated schema of {}",
        source::display_name(&args.document)
    );
    args.view.put(args.output.as_deref(), &shared.proposal.text(&title))?;
    Ok(Status::Done)
}
