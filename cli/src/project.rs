//! Which client a command is about: the settings, with what was typed put over them.

use crate::view::View;
use crate::{input, runtime};
use specwright::config::{self, Config, Faults, Layout, Located, Runtime};
use specwright::diag::Diagnostics;
use specwright::output::{self, Changes, Mode};
use specwright::source::{self, DiskLoader, SourceMap};
use specwright::{Generated, Input};
use std::io;
use std::path::{Path, PathBuf};

/// What can be typed about a client.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "project")]
pub struct Args {
    /// The OpenAPI document: YAML, JSON, or a Markdown page with an OpenAPI block
    ///
    /// `-` is standard input. Several pages of one API are merged.
    #[arg(value_name = "DOC", value_parser = input::path, required_unless_present = "settings")]
    pub documents: Vec<PathBuf>,
    /// The directory of the package; nothing is written elsewhere
    #[arg(short, long, value_name = "DIR", required_unless_present_any = ["file", "settings"])]
    pub output: Option<PathBuf>,
    /// Write one file, a module of your own crate, in place of a package
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    pub file: Option<PathBuf>,
    /// The settings (specwright.toml); what is typed goes before them
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The directory of specwright-runtime, if the package does not take it from a registry
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    pub runtime: Option<PathBuf>,
    /// Leave faulty parts of the document out, with a warning for each
    #[arg(long)]
    pub allow_faults: bool,
    /// What is shown.
    #[command(flatten)]
    pub view: View,
}

impl Args {
    /// What a command that only reads has: nothing about what is written.
    pub fn reading(document: Option<&PathBuf>, settings: Option<&PathBuf>, allow_faults: bool, view: &View) -> Args {
        Args {
            documents: document.into_iter().cloned().collect(),
            settings: settings.cloned(),
            allow_faults,
            view: view.clone(),
            ..Args::default()
        }
    }

    /// The command that generates this client: that of the settings, or what was typed.
    pub fn command(&self, of_settings: &str) -> String {
        let target = match (&self.file, &self.output) {
            (Some(file), _) => format!(" --file {}", source::display_name(file)),
            (None, Some(directory)) => format!(" -o {}", source::display_name(directory)),
            (None, None) => String::new(),
        };
        match (&self.settings, self.documents.as_slice()) {
            (None, [_, ..]) => format!("{of_settings} {}{target}", self.names()),
            (Some(_), _) | (None, []) => of_settings.to_owned(),
        }
    }

    /// The documents as they were typed.
    fn names(&self) -> String {
        let names: Vec<String> = self.documents.iter().map(|path| source::display_name(path)).collect();
        names.join(" ")
    }
}

/// A client that has been generated and not been written.
pub struct Project {
    /// The client.
    pub generated: Generated,
    /// What it was made from.
    pub read: Read,
    /// The files that were read.
    pub sources: SourceMap,
    /// What was shown of its problems.
    pub shown: String,
    /// Where its runtime is, if neither settings nor arguments say it.
    pub assumed_runtime: Option<String>,
}

/// Where a client belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// This directory has its files.
    Directory(PathBuf),
    /// It is this file, among others that are not generated.
    File(PathBuf),
}

impl Target {
    /// Its path, as messages show it.
    pub fn name(&self) -> String {
        match self {
            Target::Directory(path) | Target::File(path) => source::display_name(path),
        }
    }

    /// The directory that the paths of its files are relative to, as messages show it.
    pub fn directory(&self) -> String {
        match self {
            Target::Directory(path) => source::display_name(path),
            Target::File(path) => {
                let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
                source::display_name(parent.unwrap_or(Path::new(".")))
            }
        }
    }
}

impl Project {
    /// Compares the client with what is there and, in [`Mode::Write`], writes it.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written, or is not a generated one.
    pub fn apply(&self, mode: Mode) -> io::Result<Changes> {
        let files = &self.generated.files;
        match &self.read.target {
            Target::Directory(path) => output::apply(files, path, mode),
            Target::File(path) => output::apply_one(path, &self.text(), mode),
        }
    }

    /// The text of a client that is one file.
    pub fn text(&self) -> String {
        let text = self.generated.files.iter().next().map_or("", |(_, text)| text);
        output::unformatted(text)
    }
}

/// A client before it is generated: as often as the names that it keeps ask for it.
pub struct Draft {
    /// What was read.
    pub read: Read,
    /// The files that were read.
    sources: SourceMap,
    /// Where the runtime of the client is, if neither settings nor arguments say it.
    pub assumed_runtime: Option<String>,
}

/// What a generation gives: a client, or only problems.
pub struct Made {
    /// The client.
    pub generated: Option<Generated>,
    sources: SourceMap,
    problems: Diagnostics,
}

impl Draft {
    /// Reads the settings. `None` if they have errors, which are shown.
    ///
    /// # Errors
    /// Returns an error if the current directory is unknown, or standard input cannot be read.
    pub fn of(args: &Args) -> io::Result<Option<Draft>> {
        let mut sources = SourceMap::new();
        let Some(mut read) = read(args, &mut sources)? else {
            return Ok(None);
        };
        let config = &mut read.config;
        let assumed_runtime = match (&config.package.runtime, &read.target) {
            (None, Target::Directory(path)) => runtime::of_checkout("runtime", path)?,
            (_, _) => None,
        };
        if let Some(path) = &args.runtime {
            config.package.runtime = Some(Runtime::path(runtime::relative(&config.output.path, path)?));
        }
        if config.package.runtime.is_none() {
            config.package.runtime = assumed_runtime.clone().map(Runtime::path);
        }
        Ok(Some(Draft {
            read,
            sources,
            assumed_runtime,
        }))
    }

    /// Generates the client, and shows nothing yet.
    pub fn generate(&self, view: &View) -> Made {
        let mut sources = self.sources.clone();
        let mut problems = self.read.config.diagnostics();
        let waiting = view.waiting("generating");
        let generated = specwright::generate(&mut sources, &self.read.input, &self.read.config, &mut problems);
        drop(waiting);
        Made {
            generated,
            sources,
            problems,
        }
    }

    /// Shows the problems; the client, unless there are errors.
    pub fn finish(self, view: &View, made: Made) -> Option<Project> {
        let shown = view.shown(&made.sources, &made.problems);
        view.show(&shown);
        if made.generated.is_none() {
            view.nothing_written("nothing was written", &made.problems);
        }
        Some(Project {
            generated: made.generated?,
            read: self.read,
            sources: made.sources,
            shown,
            assumed_runtime: self.assumed_runtime,
        })
    }
}

/// What a command is about, before the document is read.
pub struct Read {
    /// The settings, with what was typed put over them.
    pub config: Config,
    /// The document.
    pub input: Input,
    /// Where the client belongs.
    pub target: Target,
    /// What to call the document.
    pub name: String,
}

/// Reads the settings, and merges several pages. `None` if there are errors, which are shown.
///
/// # Errors
/// Returns an error if standard input cannot be read.
pub fn read(args: &Args, sources: &mut SourceMap) -> io::Result<Option<Read>> {
    let Some(mut config) = settings(args, sources) else {
        return Ok(None);
    };
    let target = put_over(args, &mut config);
    let path = &config.document.path.value;
    let name = input::name(path);
    let input = match args.documents.as_slice() {
        [] => Some(Input::Path(path.clone())),
        [only] => Some(input::document(only)?),
        pages => merged(pages, sources, &args.view),
    };
    Ok(input.map(|input| Read {
        config,
        input,
        target,
        name,
    }))
}

/// The document that pages make together; `None` if they have errors, which are shown.
fn merged(pages: &[PathBuf], sources: &mut SourceMap, view: &View) -> Option<Input> {
    let mut problems = Diagnostics::new();
    // Whoever types the pages may take them from anywhere.
    let text = specwright::import::import(pages, &DiskLoader::new("/"), sources, &mut problems);
    view.problems_if_any(sources, &problems);
    let text = text.filter(|_| problems.gate().is_ok())?;
    let name = format!("{} pages together", pages.len());
    Some(Input::Text { name, text })
}

/// The settings file, or the defaults; `None` if it has errors, which are shown.
fn settings(args: &Args, sources: &mut SourceMap) -> Option<Config> {
    let Some(path) = &args.settings else {
        return Some(Config::default());
    };
    let mut problems = Diagnostics::new();
    let config = config::read(sources, path, &mut problems);
    args.view.problems_if_any(sources, &problems);
    if problems.gate().is_err() {
        args.view.nothing_written("nothing was written", &problems);
        return None;
    }
    Some(config)
}

/// Puts what was typed over the settings; where the client belongs then.
fn put_over(args: &Args, config: &mut Config) -> Target {
    if let Some(document) = args.documents.first() {
        config.document.path = document.clone().into();
    }
    if args.allow_faults {
        config.faults = Faults::Allow;
    }
    match (&args.file, &args.output) {
        (Some(file), _) => {
            config.output.layout = Layout::File;
            config.output.embedded = true;
            config.examples = false;
            Target::File(file.clone())
        }
        (None, Some(directory)) => {
            config.output.path.clone_from(directory);
            Target::Directory(directory.clone())
        }
        (None, None) => Target::Directory(config.output.path.clone()),
    }
}

/// The overlays that the settings name; none if they cannot be read.
pub fn overlays(settings: &Path) -> Vec<Located<PathBuf>> {
    let mut sources = SourceMap::new();
    config::read(&mut sources, settings, &mut Diagnostics::new())
        .document
        .overlays
}

/// The document that the settings name; `None` if the settings have errors, which are shown.
pub fn document(settings: &Path) -> Option<PathBuf> {
    let args = Args {
        settings: Some(settings.to_path_buf()),
        ..Args::default()
    };
    let config = self::settings(&args, &mut SourceMap::new())?;
    Some(config.document.path.value)
}
