//! `effective`: the document as the generator sees it.

use crate::project;
use crate::view::View;
use crate::{CommandResult, Status, input};
use specwright::source::SourceMap;
use std::path::PathBuf;

/// Print the document as the generator sees it
///
/// Overlays are applied, and older versions are rewritten in the shape of OpenAPI 3.2. References to
/// other files stay as they are. YAML goes to standard output, or with -o to a file.
/// Example: `specwright effective pets.yaml --settings specwright.toml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document: YAML, JSON, or a Markdown page with an OpenAPI block; `-` is standard input
    #[arg(value_name = "DOC", value_parser = input::path, required_unless_present = "settings")]
    pub document: Option<PathBuf>,
    /// The settings (specwright.toml), which name overlays
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Leave faulty parts of the document out, with a warning for each
    #[arg(long)]
    pub allow_faults: bool,
    /// The file that is written, in place of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if the file cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let project = project::Args::reading(
        args.document.as_ref(),
        args.settings.as_ref(),
        args.allow_faults,
        &args.view,
    );
    let mut sources = SourceMap::new();
    let Some(read) = project::read(&project, &mut sources)? else {
        return Ok(Status::Failed);
    };
    let mut problems = read.config.diagnostics();
    let text = specwright::effective(&mut sources, &read.input, &read.config, &mut problems);
    args.view.problems(&sources, &problems);
    let Some(text) = text else {
        return Ok(Status::Failed);
    };
    args.view.put(args.output.as_deref(), &text)?;
    Ok(Status::Done)
}
