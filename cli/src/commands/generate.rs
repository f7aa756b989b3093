//! `generate`: writes a client.

use crate::last::{self, Unchanged};
use crate::out::errln;
use crate::project::{self, Draft, Project, Read, Target};
use crate::view::View;
use crate::{CommandResult, Status, memory, report, runtime};
use specwright::compat::Report;
use specwright::config::Lock;
use specwright::output::{self, Changes, Mode};
use specwright::source;
use specwright::surface::{self, Surface};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Generate a client
///
/// Reads the document, shows its problems with file, line and column, and writes the client: a package
/// into a directory (-o), or one file for your own crate (--file). Only files whose content changes are
/// written, files that are no longer generated are deleted, and a file that specwright did not write is
/// never touched. With an error in the document nothing is written. Where neither the input nor the
/// client has changed since the last run, nothing is done, and that is said.
/// Example: `specwright generate pets.yaml -o pets-client`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Which client.
    #[command(flatten)]
    pub project: project::Args,
    /// Show what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// With --dry-run: name the files that would change, without the differences
    #[arg(long, requires = "dry_run")]
    pub stat: bool,
    /// What becomes of the changes of a new edition.
    #[command(flatten)]
    pub edition: EditionArgs,
}

/// What becomes of the changes of a new edition: for a client whose settings have `output.surface`.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct EditionArgs {
    /// The revision whose surface.json is compared [default: HEAD]
    #[arg(long, value_name = "REV", help_heading = HEADING)]
    pub base: Option<String>,
    /// Write nothing, and exit with 1, if a change breaks programs or old clients
    ///
    /// `diff.allow` in the settings lists changes that may.
    #[arg(long, value_name = "WHAT", value_enum, help_heading = HEADING)]
    pub deny: Option<Deny>,
    /// Write the entry of the changelog, between marks [default: CHANGELOG.md]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, default_missing_value = "CHANGELOG.md", help_heading = HEADING)]
    pub changelog: Option<PathBuf>,
    /// Write the version that the changes ask for into the settings
    #[arg(long, help_heading = HEADING)]
    pub bump: bool,
}

const HEADING: &str = "A new edition";

impl EditionArgs {
    /// Whether these changes are denied.
    fn denies(&self, news: &Report<'_>) -> bool {
        self.deny.is_some() && news.is_breaking()
    }
}

/// What is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Changes that break programs or old clients.
    Breaking,
}

/// Runs the command: the changed files and a summary go to standard output, problems to standard error.
///
/// # Errors
/// Returns an error if the output cannot be written.
pub fn run(args: &Args) -> CommandResult {
    let start = Instant::now();
    let view = &args.project.view;
    let Some(draft) = Draft::of(&args.project)? else {
        return Ok(Status::Failed);
    };
    let former = former(args, &draft)?;
    if has_no_news(&draft.read.target, former.as_ref())
        && let Some(unchanged) = Unchanged::of(&draft.read, view)
    {
        view.say(&unchanged.title);
        let (files, time) = (unchanged.files, report::seconds(start.elapsed()));
        view.say(&format!("{files}: nothing has changed since the last run, {time}"));
        note_runtime(view, &draft.read.target, draft.assumed_runtime.as_deref());
        return Ok(Status::Done);
    }
    let Some(made) = remembered(args, draft, former)? else {
        return Ok(Status::Failed);
    };
    let news = made.news();
    if let Some(news) = news.as_ref().filter(|news| args.edition.denies(news)) {
        view.say(news.head().trim_end());
        errln!("nothing was written: there are changes that break programs or old clients");
        return Ok(Status::Failed);
    }
    let changes = write(args, &made)?;
    summary(view, &made.project, &changes, start);
    if let Some(news) = &news {
        view.say(news.head().trim_end());
        if let Some(path) = &args.edition.changelog {
            changelog(view, path, news, args.dry_run)?;
        }
    }
    note_runtime(view, &made.project.read.target, made.project.assumed_runtime.as_deref());
    Ok(Status::Done)
}

fn note_runtime(view: &View, target: &Target, assumed: Option<&str>) {
    if let (Target::Directory(_), Some(path)) = (target, assumed) {
        view.note(&runtime::note(path));
    }
}

/// The surface that the client had in the revision that it is compared with.
fn former(args: &Args, draft: &Draft) -> Result<Option<Surface>, Box<dyn Error>> {
    match &draft.read.target {
        Target::Directory(directory) if draft.read.config.output.surface => {
            memory::former(&args.project.view, directory, args.edition.base.as_deref())
        }
        Target::Directory(_) | Target::File(_) => Ok(None),
    }
}

/// Whether the surface that is written is the one to compare with.
fn has_no_news(target: &Target, former: Option<&Surface>) -> bool {
    let (Target::Directory(directory), Some(former)) = (target, former) else {
        return true;
    };
    let written = source::read(&directory.join(surface::FILE));
    written.is_ok_and(|written| written == former.text().as_bytes())
}

/// A client, and what it was before.
struct Made {
    project: Project,
    former: Option<Surface>,
}

impl Made {
    /// What a new edition changes.
    fn news(&self) -> Option<Report<'static>> {
        memory::report(
            self.former.as_ref()?,
            self.project.generated.surface.as_ref()?,
            &self.project.read.config,
        )
    }
}

/// Generates the client, with the names and, if that is asked for, the version that follow from what it was.
fn remembered(args: &Args, draft: Draft, former: Option<Surface>) -> Result<Option<Made>, Box<dyn Error>> {
    let Some(made) = generated(args, draft, former) else {
        return Ok(None);
    };
    let settings = args.project.settings.as_deref();
    let Some(settings) = settings.filter(|_| args.edition.bump && !args.dry_run) else {
        return Ok(Some(made));
    };
    let Some(news) = made.news().filter(|news| !args.edition.denies(news)) else {
        return Ok(Some(made));
    };
    let Some(next) = news.next_version() else {
        return Ok(Some(made));
    };
    match memory::set_version(settings, &news.old.version, &next)? {
        // The settings are another file now.
        true => {
            args.project
                .view
                .say(&format!("version {next} in {}", source::display_name(settings)));
            let Some(draft) = Draft::of(&args.project)? else {
                return Ok(None);
            };
            let former = self::former(args, &draft)?;
            Ok(generated(args, draft, former))
        }
        false => Ok(Some(made)),
    }
}

fn generated(args: &Args, mut draft: Draft, former: Option<Surface>) -> Option<Made> {
    let view = &args.project.view;
    let made = memory::generate(&mut draft, view, former.as_ref());
    draft.finish(view, made).map(|project| Made { project, former })
}

/// Writes the client and the names that it keeps.
fn write(args: &Args, made: &Made) -> Result<Changes, Box<dyn Error>> {
    let view = &args.project.view;
    let mode = if args.dry_run { Mode::DryRun } else { Mode::Write };
    let changes = made.project.apply(mode)?;
    let Read { target, config, .. } = &made.project.read;
    let directory = target.directory();
    show(view, &directory, &changes);
    if args.dry_run && !args.stat {
        view.say(report::diff(&directory, &changes).trim_end());
    }
    let is_same_lock = match &config.rename.lock {
        Some(path) => self::lock(view, &path.value, &config.lock, args.dry_run)?,
        None => true,
    };
    // Whoever reads other names is asked for something else.
    if is_same_lock && !args.dry_run {
        last::note(&made.project, view);
    }
    Ok(changes)
}

/// Writes the names that are kept; whether they are those that were read.
fn lock(view: &View, path: &Path, lock: &Lock, dry_run: bool) -> std::io::Result<bool> {
    if dry_run {
        if !lock.is_empty() {
            view.say(lock.text().trim_end());
        }
        return Ok(true);
    }
    let is_changed = memory::write_lock(path, lock)?;
    if is_changed {
        let name = source::display_name(path);
        view.say(&format!("{:>8} {name}: names that are kept", "changed"));
    }
    Ok(!is_changed)
}

fn changelog(view: &View, path: &Path, news: &Report<'_>, dry_run: bool) -> std::io::Result<()> {
    if dry_run {
        view.say(news.changelog().trim_end());
        return Ok(());
    }
    let text = match path.exists() {
        true => std::fs::read_to_string(path)?,
        false => String::new(),
    };
    if output::write_one(path, &news.in_changelog(&text))? {
        view.say(&format!("{:>8} {}", "changed", source::display_name(path)));
    }
    Ok(())
}

fn summary(view: &View, project: &Project, changes: &Changes, start: Instant) {
    let summary = &project.generated.summary;
    view.say(&summary.head());
    let operations = report::plural(summary.operations, "operation");
    let types = report::plural(summary.types, "type");
    let examples = report::plural(summary.examples, "example");
    let written = report::written(changes);
    let time = report::seconds(start.elapsed());
    view.say(&format!("{operations}, {types}, {examples}, {written}, {time}"));
}

/// A line for each file that differs: all at once, since there can be thousands.
fn show(view: &View, directory: &str, changes: &Changes) {
    let mut lines = String::new();
    let within = match directory {
        // A file of the current directory is called by its name.
        "." => "_".to_owned(),
        _ => source::display_name(&Path::new(directory).join("_")),
    };
    let within = within.strip_suffix('_').unwrap_or_default();
    for change in &changes.files {
        let word = match (&change.old, &change.new) {
            (None, _) => "new",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "deleted",
        };
        lines.push_str(&format!("{word:>8} {within}{}\n", change.path));
    }
    if let Some(lines) = lines.strip_suffix('\n') {
        view.say(lines);
    }
}
