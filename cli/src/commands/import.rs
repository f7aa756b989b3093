//! `import`: Markdown pages and documents become the document of a client.

use crate::view::View;
use crate::{CommandResult, Status, edition, input, report};
use specwright::compat::{self, Change, Rule};
use specwright::config::{self, Config, Located};
use specwright::diag::Diagnostics;
use specwright::import::{Imported, Pages};
use specwright::output;
use specwright::source::{self, DiskLoader, SourceMap};
use specwright::surface::Surface;
use std::path::PathBuf;

/// Write the document of an API from its Markdown pages
///
/// Takes the OpenAPI block out of each page, or the operation that its front matter names, and merges
/// them; whole documents are taken as they are, and of a directory all pages and documents in it.
/// Says what that changes. Operations of the document that is there and that no page has are kept. If
/// pages disagree, both places are shown and nothing is written.
/// Example: `specwright import pages/ -o openapi.yaml`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Pages, documents and directories, in the order in which they are merged
    ///
    /// Without any, those of `document.pages` in the settings.
    #[arg(value_name = "PAGE", value_parser = input::path, required_unless_present = "settings")]
    pub pages: Vec<PathBuf>,
    /// The document that is written, or a directory: it gets a file for each document
    #[arg(short, long, value_name = "FILE", required_unless_present = "settings")]
    pub output: Option<PathBuf>,
    /// The settings (specwright.toml), which name the pages and the document
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Take the operations out of the document that no page has
    #[arg(long)]
    pub prune: bool,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

/// Runs the command.
///
/// # Errors
/// Returns an error if the document cannot be written, or no page is named.
pub fn run(args: &Args) -> CommandResult {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let config = match &args.settings {
        Some(settings) => config::read(&mut sources, settings, &mut problems),
        None => Config::default(),
    };
    let written = match problems.gate() {
        Ok(()) => {
            let names = names(args, &config)?;
            documents(args, &config, &names, &mut sources, &mut problems)
        }
        Err(_) => None,
    };
    args.view.problems(&sources, &problems);
    let Some(written) = written.filter(|_| problems.gate().is_ok()) else {
        let name = source::display_name(args.output.as_deref().unwrap_or(&config.document.path.value));
        args.view.nothing_written(&format!("{name} was not written"), &problems);
        return Ok(Status::Failed);
    };
    let surface = || surface(args, &written);
    let before = surface();
    let files: Vec<(PathBuf, String)> = written
        .iter()
        .map(|document| (document.path.clone(), document.imported.text.clone()))
        .collect();
    let changed = output::write_each(&files)?;
    for (document, is_changed) in written.iter().zip(&changed) {
        document.show(&args.view, *is_changed);
    }
    if changed.contains(&true) {
        changes(&args.view, before.as_ref(), surface().as_ref());
    }
    Ok(Status::Done)
}

/// What is imported: what was typed, or what the settings say.
fn names(args: &Args, config: &Config) -> Result<Vec<Located<PathBuf>>, String> {
    match (args.pages.is_empty(), config.document.pages.is_empty()) {
        (false, _) => Ok(args.pages.iter().cloned().map(Located::from).collect()),
        (true, false) => Ok(config.document.pages.clone()),
        (true, true) => Err("name pages, or list them under `pages` of `[document]` in the settings".to_owned()),
    }
}

/// A document that was imported and not been written.
struct Document {
    path: PathBuf,
    imported: Imported,
    files: usize,
}

/// The documents that pages are parts of. `None` if there are errors.
fn documents(
    args: &Args,
    config: &Config,
    names: &[Located<PathBuf>],
    sources: &mut SourceMap,
    problems: &mut Diagnostics,
) -> Option<Vec<Document>> {
    // Whoever runs this names the pages, so they may be anywhere.
    let loader = DiskLoader::new("/");
    let document = &config.document;
    let others: Vec<PathBuf> = document.also.iter().map(|other| other.value.clone()).collect();
    let own = [document.path.value.clone()].into_iter().chain(others);
    let own: Vec<PathBuf> = match &args.output {
        Some(output) => vec![output.clone()],
        None => own.collect(),
    };
    let overlays = document.overlays.iter().map(|overlay| overlay.value.clone());
    let except: Vec<PathBuf> = own.iter().cloned().chain(overlays).collect();
    let mut pages = Pages::read(names, &except, &loader, sources, problems)?;
    passed_over(&args.view, pages.passed());
    let Some(targets) = targets(&own, &pages) else {
        pages.expect_one(sources, problems);
        return None;
    };
    let mut documents = Vec::new();
    for (index, path) in targets.into_iter().enumerate() {
        let imported = pages.document(index, &path, !args.prune, &loader, sources, problems)?;
        let files = pages.files(index);
        documents.push(Document { path, imported, files });
    }
    Some(documents)
}

/// Where each document is written: into the file that is called like it; a directory gets a file for each. `None` if one file would
/// have to hold several.
fn targets(own: &[PathBuf], pages: &Pages) -> Option<Vec<PathBuf>> {
    let first = own.first()?;
    let target = |index: usize| {
        let name = pages.name(index);
        if source::is_directory(first) {
            return Some(first.join(format!("{name}.yaml")));
        }
        let called = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case(&name));
        let only = (pages.count() == 1).then_some(first);
        own.iter().find(called).or(only).cloned()
    };
    let targets: Vec<PathBuf> = (0..pages.count()).map(target).collect::<Option<_>>()?;
    let is_twice = |(index, path): (usize, &PathBuf)| targets.iter().take(index).any(|other| other == path);
    (!targets.iter().enumerate().any(is_twice)).then_some(targets)
}

/// The API as the client has it, or that of the only document.
fn surface(args: &Args, written: &[Document]) -> Option<Surface> {
    let document = match (&args.settings, &args.output, written) {
        (Some(_), None, _) => None,
        (_, _, [only]) => Some(only.path.as_path()),
        (_, _, _) => return None,
    };
    edition::surface(args.settings.as_deref(), document)
}

impl Document {
    fn show(&self, view: &View, is_changed: bool) {
        let word = if is_changed { "written" } else { "unchanged" };
        let (name, pages) = (source::display_name(&self.path), report::plural(self.files, "page"));
        view.say(&format!("{name} {word}, from {pages}"));
        let kept = &self.imported.kept;
        if !kept.is_empty() {
            let count = report::plural(kept.len(), "operation");
            let names = report::some(kept);
            view.say(&format!(
                "{:>10} {count} that no page has: {names} (--prune takes them out)",
                "kept"
            ));
        }
    }
}

/// Says what an import has added, removed and changed.
fn changes(view: &View, before: Option<&Surface>, after: Option<&Surface>) {
    let (Some(before), Some(after)) = (before, after) else {
        return;
    };
    let mut changes = compat::compare(before, after);
    // What programs call the same thing is decided, and said, by `generate`.
    changes.retain(|change| !is_about_a_name(change.rule));
    let word = |change: &Change| match (&change.old, &change.new) {
        (None, _) => "added",
        (Some(_), None) => "removed",
        (Some(_), Some(_)) => "changed",
    };
    for wanted in ["added", "removed", "changed"] {
        for change in changes.iter().filter(|change| word(change) == wanted) {
            view.say(&format!("{wanted:>10} {}", change.sentence));
        }
    }
}

fn is_about_a_name(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::OperationRenamed
            | Rule::ParameterRenamed
            | Rule::TypeRenamed
            | Rule::PropertyRenamed
            | Rule::ValueRenamed
            | Rule::ServerRenamed
            | Rule::CredentialRenamed
            | Rule::FeatureRenamed
    )
}

fn passed_over(view: &View, passed: &[PathBuf]) {
    if passed.is_empty() {
        return;
    }
    let names: Vec<String> = passed.iter().map(|path| source::display_name(path)).collect();
    let files = report::plural(names.len(), "file");
    view.note(&format!(
        "{files} without an OpenAPI document passed over: {}",
        report::some(&names)
    ));
}
