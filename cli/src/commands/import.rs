//! `import`: Markdown pages become one document.

use crate::view::View;
use crate::{CommandResult, Status, report};
use specwright::diag::Diagnostics;
use specwright::output;
use specwright::source::{self, DiskLoader, SourceMap};
use std::path::PathBuf;

/// Write one document from the Markdown pages of an API
///
/// Takes the OpenAPI block out of each page and merges the blocks. If pages disagree, both places are
/// shown and nothing is written.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The pages, in the order in which they are merged
    #[arg(required = true, value_name = "PAGE.md")]
    pub pages: Vec<PathBuf>,
    /// The document that is written
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if the document cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let name = source::display_name(&args.output);
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    // Whoever runs this names the pages, so they may be anywhere.
    let text = specwright::import::import(&args.pages, &DiskLoader::new("/"), &mut sources, &mut problems);
    args.view.problems(&sources, &problems);
    let Some(text) = text.filter(|_| problems.gate().is_ok()) else {
        args.view.nothing_written(&format!("{name} was not written"), &problems);
        return Ok(Status::Failed);
    };
    let changed = output::write_one(&args.output, &text)?;
    let word = if changed { "written" } else { "unchanged" };
    let pages = report::plural(args.pages.len(), "page");
    args.view.say(&format!("{name} {word}, from {pages}"));
    Ok(Status::Done)
}
