//! `import`: the vendor's pages become the document.

use crate::generate::read_settings;
use crate::{Answer, project, report};
use specwright::diag::Diagnostics;
use specwright::import::import;
use specwright::output;
use specwright::source::{self, DiskLoader, SourceMap};
use std::path::{Path, PathBuf};

/// Runs the command. Pages that disagree are reported, and nothing is written.
pub fn run(settings: Option<&Path>, pages: &[PathBuf]) -> Answer {
    let pages = pages.iter().map(|page| project::from_root(page));
    let pages: Vec<PathBuf> = pages.collect::<Result<_, _>>()?;
    let settings = project::enter(settings)?;
    let mut sources = SourceMap::new();
    let Some(config) = read_settings(&mut sources, &settings) else {
        return Ok(false);
    };
    let document = &config.document.path.value;
    let name = source::display_name(document);
    let mut problems = Diagnostics::new();
    // The pages are named by whoever runs this, so they may be anywhere.
    let text = import(&pages, &DiskLoader::new("/"), &mut sources, &mut problems);
    report::problems(&sources, &problems);
    let Some(text) = text.filter(|_| problems.gate().is_ok()) else {
        eprintln!("{name} is as it was: {}", report::counts(&problems));
        return Ok(false);
    };
    let changed = output::write_one(document, &text)?;
    let word = if changed { "written" } else { "unchanged" };
    println!("{name} {word}, from {}", report::plural(pages.len(), "page"));
    Ok(true)
}
