//! `lock`: what a build script compares with.

use crate::project::{self, Draft};
use crate::view::View;
use crate::{CommandResult, Status, input, memory};
use specwright::config::{LOCK_FILE, Layout, Lock};
use specwright::diag::Diagnostics;
use specwright::output;
use specwright::source::{self, SourceMap};
use specwright::surface;
use std::path::PathBuf;

/// Write what a build script compares with: surface.json and names.toml
///
/// For a client that build.rs generates: `Build::lock` reads both files, so that names stay with what
/// has them, and a change that breaks your program is a warning of Cargo. Commit them. Run this again
/// when you have taken a new document in: it says what has changed.
/// Example: `specwright lock openapi.yaml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document: YAML, JSON, or a Markdown page with an OpenAPI block
    #[arg(value_name = "DOC", value_parser = input::path, required_unless_present = "settings")]
    pub document: Option<PathBuf>,
    /// The settings (specwright.toml), if the build script has some
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Leave faulty parts of the document out, with a warning for each
    #[arg(long)]
    pub allow_faults: bool,
    /// The directory of both files
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub output: PathBuf,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if a file cannot be read or written.
pub fn run(args: &Args) -> CommandResult {
    let view = &args.view;
    let project = project::Args::reading(args.document.as_ref(), args.settings.as_ref(), args.allow_faults, view);
    let Some(mut draft) = Draft::of(&project)? else {
        return Ok(Status::Failed);
    };
    if !as_a_build_script(&mut draft, args) {
        return Ok(Status::Failed);
    }
    let former = memory::former(view, &args.output, None)?;
    let made = memory::generate(&mut draft, view, former.as_ref());
    let config = draft.read.config.clone();
    let Some(surface) = draft.finish(view, made).and_then(|project| project.generated.surface) else {
        return Ok(Status::Failed);
    };
    let written = |path: PathBuf, changed: bool| {
        let word = if changed { "written" } else { "unchanged" };
        view.say(&format!("{} {word}", source::display_name(&path)));
    };
    let path = args.output.join(surface::FILE);
    let changed = output::write_one(&path, &surface.text())?;
    written(path, changed);
    if let Some(path) = config.rename.lock.as_ref().map(|path| path.value.clone()) {
        let changed = memory::write_lock(&path, &config.lock)?;
        if path.exists() {
            written(path, changed);
        }
    }
    if let Some(news) = former.and_then(|former| memory::report(&former, &surface, &config)) {
        view.say(news.head().trim_end());
    }
    Ok(Status::Done)
}

/// Settles what a build script does: one file, and the names of the directory. `false` if these have errors, which are shown.
fn as_a_build_script(draft: &mut Draft, args: &Args) -> bool {
    let config = &mut draft.read.config;
    config.output.layout = Layout::File;
    config.output.embedded = true;
    config.output.surface = true;
    config.examples = false;
    if config.rename.lock.is_some() {
        return true;
    }
    let path = args.output.join(LOCK_FILE);
    let (mut sources, mut problems) = (SourceMap::new(), Diagnostics::new());
    config.lock = Lock::read(&mut sources, &path, &mut problems);
    // It is none of the files of this generation.
    config.lock.file = None;
    args.view.problems_if_any(&sources, &problems);
    config.rename.lock = Some(path.into());
    problems.gate().is_ok()
}
