//! `import`: the vendor's pages become `spec/openapi.yaml`.

use crate::{Answer, project, report};
use specwright::diag::Diagnostics;
use specwright::import::import;
use specwright::output;
use specwright::source::{DiskLoader, SourceMap};
use std::path::{Path, PathBuf};

/// Runs the command. Pages that disagree are reported, and nothing is written.
pub fn run(pages: &[PathBuf]) -> Answer {
    let root = project::root();
    let relative = |page: &PathBuf| -> std::io::Result<PathBuf> {
        let page = std::path::absolute(page)?;
        Ok(page.strip_prefix(&root).map_or(page.clone(), Path::to_path_buf))
    };
    let pages: Vec<PathBuf> = pages.iter().map(relative).collect::<Result<_, _>>()?;
    project::enter_root()?;
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    // The pages are named by whoever runs this, so they may be anywhere.
    let text = import(&pages, &DiskLoader::new("/"), &mut sources, &mut problems);
    report::problems(&sources, &problems);
    let Some(text) = text.filter(|_| problems.gate().is_ok()) else {
        eprintln!("{} is as it was: {}", project::DOCUMENT, report::counts(&problems));
        return Ok(false);
    };
    let changed = output::write_one(Path::new(project::DOCUMENT), &text)?;
    let word = if changed { "written" } else { "unchanged" };
    println!(
        "{} {word}, from {}",
        project::DOCUMENT,
        report::plural(pages.len(), "page")
    );
    Ok(true)
}
