//! `lint`: the problems of documents, and nothing else.

use crate::project;
use crate::view::View;
use crate::{CommandResult, Status, input};
use specwright::source::SourceMap;
use std::path::PathBuf;

/// Show the problems of documents, and generate nothing
///
/// Reads each document as `generate` does and shows what is wrong with it. A file alone is enough; `-`
/// is standard input. Settings can silence a problem, or make it an error (`[diagnostics]`).
/// Example: `specwright lint pets.yaml --format json`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The documents: YAML, JSON, or Markdown pages with an OpenAPI block
    #[arg(value_name = "DOC", value_parser = input::path, required_unless_present = "settings")]
    pub documents: Vec<PathBuf>,
    /// The settings (specwright.toml), with which the document is read
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Faulty parts of a document are warnings
    #[arg(long)]
    pub allow_faults: bool,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if standard input cannot be read.
pub fn run(args: &Args) -> CommandResult {
    let documents: Vec<Option<&PathBuf>> = match args.documents.as_slice() {
        [] => vec![None],
        documents => documents.iter().map(Some).collect(),
    };
    let mut status = Status::Done;
    for document in documents {
        let of_one = project::Args::reading(document, args.settings.as_ref(), args.allow_faults, &args.view);
        status = status.and(lint(&of_one)?);
    }
    Ok(status)
}

fn lint(args: &project::Args) -> CommandResult {
    let mut sources = SourceMap::new();
    let Some(read) = project::read(args, &mut sources)? else {
        return Ok(Status::Failed);
    };
    let mut problems = read.config.diagnostics();
    let summary = specwright::lint(&mut sources, &read.input, &read.config, &mut problems);
    args.view.problems(&sources, &problems);
    if summary.is_some() && problems.is_empty() {
        args.view.say(&format!("{}: no problems", read.name));
    }
    Ok(Status::done_if(summary.is_some()))
}
