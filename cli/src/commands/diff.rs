//! `diff`: what a new edition changes.

use crate::edition::{self, Edition};
use crate::git::{self, Checkout};
use crate::out::{errln, out, outln};
use crate::{CommandResult, Status};
use specwright::compat::{Effect, Part, Report, allow, compare};
use specwright::config::{self, Config};
use specwright::diag::Diagnostics;
use specwright::source::{self, SourceMap};
use specwright::surface::Surface;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Say what a new edition changes: for programs, on the wire, and in the version
///
/// Compares two editions (OLD NEW): documents, settings files, surface.json files, or directories that
/// hold one of them; or a revision of the git repository (--base) with the working tree, for the client
/// that --settings describes, or for all (--all). Of each change it says whether programs still compile and mean the same
/// (SOURCE), and whether old clients work with the new API and new clients with the old one (WIRE).
/// What comes from the document and what comes from another generator is told apart.
/// Examples: `specwright diff old.yaml new.yaml`, `specwright diff --settings specwright.toml --base v1`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The old edition
    #[arg(value_name = "OLD", requires = "new", required_unless_present_any = ["settings", "all"])]
    pub old: Option<PathBuf>,
    /// The new edition
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    /// The revision to compare the working tree with [default: HEAD]
    #[arg(long, value_name = "REV", conflicts_with = "old")]
    pub base: Option<String>,
    /// Compare every client of the repository: each specwright.toml with `output.surface`
    #[arg(long, conflicts_with_all = ["old", "settings"])]
    pub all: bool,
    /// The settings (specwright.toml): of the client, or for both documents
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Exit with 1 if a change that the settings do not allow breaks programs or old clients
    #[arg(long)]
    pub exit_code: bool,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Terminal,
    /// For a pull request
    Markdown,
    /// For programs
    Json,
}

impl From<Format> for specwright::compat::Format {
    fn from(format: Format) -> specwright::compat::Format {
        match format {
            Format::Terminal => specwright::compat::Format::Terminal,
            Format::Markdown => specwright::compat::Format::Markdown,
            Format::Json => specwright::compat::Format::Json,
        }
    }
}

/// Runs the command: the report goes to standard output.
///
/// # Errors
/// Returns an error if an edition is not there, or git does not know the revision.
pub fn run(args: &Args) -> CommandResult {
    if args.all {
        return of_all(args);
    }
    match (&args.old, &args.new, &args.settings) {
        (Some(old), Some(new), settings) => of_two(args, old, new, settings.as_deref()),
        (_, _, Some(settings)) => of_revision(args, settings),
        (_, _, None) => Err("name two editions, or the settings of a client".into()),
    }
}

fn of_two(args: &Args, old: &Path, new: &Path, settings: Option<&Path>) -> CommandResult {
    let (Some(old), Some(new)) = (edition::at(old, settings)?, edition::at(new, settings)?) else {
        return Ok(Status::Failed);
    };
    let compared = Compared::of(args, &report(None, &old, &new));
    Ok(show(args, &[compared]))
}

/// The working tree and a revision.
fn of_revision(args: &Args, settings: &Path) -> CommandResult {
    let revision = args.base.as_deref().unwrap_or("HEAD");
    let checkout = Checkout::new(revision)?;
    if !checkout.path(settings)?.is_file() {
        return Err(format!("{revision} has no {}", source::display_name(settings)).into());
    }
    match in_revision(args, settings, &checkout, revision)? {
        Some(compared) => Ok(show(args, &[compared])),
        None => Ok(Status::Failed),
    }
}

/// Every client of the repository that has a surface, in the order of their settings.
fn of_all(args: &Args) -> CommandResult {
    let revision = args.base.as_deref().unwrap_or("HEAD");
    let checkout = Checkout::new(revision)?;
    let (mut all, mut is_complete) = (Vec::new(), true);
    for settings in git::files_called("specwright.toml")? {
        let config = config::read(&mut SourceMap::new(), &settings, &mut Diagnostics::new());
        if !settings.is_file() || !config.output.surface {
            continue;
        }
        if !checkout.path(&settings)?.is_file() {
            errln!(
                "{} is new: {revision} does not have it",
                source::display_name(&settings)
            );
            continue;
        }
        let compared = in_revision(args, &settings, &checkout, revision)?;
        is_complete &= compared.is_some();
        all.extend(compared);
    }
    Ok(show(args, &all).and(Status::done_if(is_complete)))
}

/// A client in the working tree and in a revision: there, the committed surface tells what the generator of then made of the document.
/// `None` if there are errors, which are shown.
fn in_revision(
    args: &Args,
    settings: &Path,
    checkout: &Checkout,
    revision: &str,
) -> Result<Option<Compared>, Box<dyn Error>> {
    let then = checkout.path(settings)?;
    let (Some(old), Some(new)) = (edition::of_settings(&then, None), edition::of_settings(settings, None)) else {
        return Ok(None);
    };
    let committed = edition::committed(&old.config.output.path)?;
    let compared = Compared::of(args, &report(committed.as_ref(), &old, &new));
    let prefix = format!("{}/", source::display_name(&checkout.files()));
    Ok(Some(Compared {
        text: compared.text.replace(&prefix, &format!("{revision}:")),
        ..compared
    }))
}

/// A report as it is printed.
struct Compared {
    text: String,
    is_breaking: bool,
}

impl Compared {
    fn of(args: &Args, report: &Report<'_>) -> Compared {
        Compared {
            text: report.text(args.format.into()),
            is_breaking: report.is_breaking(),
        }
    }
}

/// Prints reports; those of all clients for programs are an array.
fn show(args: &Args, reports: &[Compared]) -> Status {
    let texts: Vec<&str> = reports.iter().map(|report| report.text.as_str()).collect();
    match (args.all, args.format) {
        (true, Format::Json) => outln!("[{}]", texts.join(", ").trim_end()),
        (_, _) => out!("{}", texts.join("\n")),
    }
    Status::done_if(!args.exit_code || !reports.iter().any(|report| report.is_breaking))
}

/// What is to be said of two editions. `committed` is what a former generator made of the old document.
fn report<'r>(committed: Option<&Surface>, old: &'r Edition, new: &'r Edition) -> Report<'r> {
    let mut parts = Vec::new();
    if let Some(committed) = committed {
        parts.push(Part {
            effect: Effect::Generator,
            changes: compare(committed, &old.surface),
            old: None,
            new: old.sources.as_ref(),
        });
    }
    parts.push(Part {
        effect: effect(old, new),
        changes: compare(&old.surface, &new.surface),
        old: old.sources.as_ref(),
        new: new.sources.as_ref(),
    });
    let unused = allowed(&mut parts, &new.config);
    Report {
        old: committed.unwrap_or(&old.surface).head.clone(),
        new: new.surface.head.clone(),
        parts,
        unused,
    }
}

/// What the changes between two editions come from.
fn effect(old: &Edition, new: &Edition) -> Effect {
    let (before, after) = (&old.surface.head, &new.surface.head);
    let made = old.sources.is_some() && new.sources.is_some();
    match (
        made || before.generator == after.generator,
        before.document == after.document,
    ) {
        (true, _) => Effect::Document,
        (false, true) => Effect::Generator,
        (false, false) => Effect::Either,
    }
}

/// Marks what the settings allow; the entries that allow nothing.
fn allowed(parts: &mut [Part<'_>], config: &Config) -> Vec<String> {
    let entries = config.diff.allowances();
    let mut unused: Vec<usize> = (0..entries.len()).collect();
    for part in parts {
        let left = allow(&mut part.changes, &entries);
        unused.retain(|entry| left.contains(entry));
    }
    unused
        .into_iter()
        .filter_map(|entry| Some(entries.get(entry)?.0.clone()))
        .collect()
}
