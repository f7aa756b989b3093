//! Which client a command is about: the settings, with what was typed put over them.

use crate::{report, runtime};
use specwright::config::{self, Config, Faults, Layout, Located};
use specwright::diag::Diagnostics;
use specwright::output::{self, Changes, Mode};
use specwright::source::{self, SourceMap};
use specwright::{Generated, Input};
use std::io;
use std::path::{Path, PathBuf};

/// What can be typed about a client.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "project")]
pub struct Args {
    /// The OpenAPI document: YAML, JSON, or a Markdown page with an OpenAPI block
    #[arg(value_name = "DOC", required_unless_present = "settings")]
    pub document: Option<PathBuf>,
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
}

impl Args {
    /// The command that generates this client: that of the settings, or what was typed.
    pub fn command(&self, of_settings: &str) -> String {
        let target = match (&self.file, &self.output) {
            (Some(file), _) => format!(" --file {}", source::display_name(file)),
            (None, Some(directory)) => format!(" -o {}", source::display_name(directory)),
            (None, None) => String::new(),
        };
        match (&self.settings, &self.document) {
            (None, Some(document)) => format!("{of_settings} {}{target}", source::display_name(document)),
            (Some(_), _) | (None, None) => of_settings.to_owned(),
        }
    }
}

/// A client that has been generated and not been written.
pub struct Project {
    /// The client.
    pub generated: Generated,
    /// Where it belongs.
    pub target: Target,
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
        match &self.target {
            Target::Directory(path) => output::apply(files, path, mode),
            Target::File(path) => {
                let text = files.iter().next().map_or("", |(_, text)| text);
                output::apply_one(path, text, mode)
            }
        }
    }
}

/// Reads the settings and the document, and generates the client. `None` if either has errors; all problems are shown.
///
/// # Errors
/// Returns an error if the current directory is unknown.
pub fn generate(args: &Args) -> io::Result<Option<Project>> {
    let mut sources = SourceMap::new();
    let Some(mut config) = settings(args, &mut sources) else {
        return Ok(None);
    };
    let target = put_over(args, &mut config);
    let assumed_runtime = match (&config.package.runtime, &target) {
        (None, Target::Directory(path)) => runtime::of_checkout(path)?,
        (_, _) => None,
    };
    if let Some(path) = &args.runtime {
        config.package.runtime = Some(runtime::relative(&config.output.path, path)?);
    }
    if config.package.runtime.is_none() {
        config.package.runtime.clone_from(&assumed_runtime);
    }
    let mut problems = match config.faults {
        Faults::Deny => Diagnostics::new(),
        Faults::Allow => Diagnostics::tolerant(),
    };
    let input = Input::Path(config.document.path.value.clone());
    let generated = specwright::generate(&mut sources, &input, &config, &mut problems);
    report::problems(&sources, &problems);
    if generated.is_none() {
        eprintln!("nothing was written: {}", report::counts(&problems));
    }
    Ok(generated.map(|generated| Project {
        generated,
        target,
        assumed_runtime,
    }))
}

/// The settings file, or the defaults; `None` if it has errors, which are shown.
fn settings(args: &Args, sources: &mut SourceMap) -> Option<Config> {
    let Some(path) = &args.settings else {
        return Some(Config::default());
    };
    let mut problems = Diagnostics::new();
    let config = config::read(sources, path, &mut problems);
    report::problems(sources, &problems);
    if problems.gate().is_err() {
        eprintln!("nothing was written: {}", report::counts(&problems));
        return None;
    }
    Some(config)
}

/// Puts what was typed over the settings; where the client belongs then.
fn put_over(args: &Args, config: &mut Config) -> Target {
    if let Some(document) = &args.document {
        config.document.path = document.clone().into();
    }
    if args.allow_faults {
        config.faults = Faults::Allow;
    }
    match (&args.file, &args.output) {
        (Some(file), _) => {
            config.output.layout = Layout::File;
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
