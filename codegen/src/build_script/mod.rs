//! The front end for `build.rs`: one file into `OUT_DIR`, and Cargo told about files, warnings and errors.
//!
//! ```no_run
//! // build.rs, in its `main`
//! specwright::Build::new("openapi.yaml").generate();
//! ```
//!
//! ```ignore
//! // src/main.rs
//! mod api {
//!     specwright_runtime::include_client!("openapi");
//! }
//! ```

mod cargo;
mod settings;

use crate::compat;
use crate::config::{self, Config, Layout, Lock};
use crate::diag::{Diagnostics, Style};
use crate::output::stamp::{Made, Stamp};
use crate::source::{self, SourceMap};
use crate::surface::{self, Surface};
use crate::{Input, generate, output};
use cargo::{eprint, fail, one_line, print, rerun, tell};
use settings::Edits;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Generates a client while a package is built.
///
/// Nothing is written outside `OUT_DIR`, and a file whose content would be the same is left alone, so that nothing is
/// compiled again for no reason. Paths are relative to the package. Settings are in a file ([`Build::settings`]), in code, or in both:
/// what is set in code goes before the file.
///
/// ```no_run
/// specwright::Build::new("pets.yaml")
///     .overlay("pets.overlay.yaml")
///     .select_tags(["pets", "owners"])
///     .rename_type("pet_v2", "Pet")
///     .send_once("POST /orders")
///     .allow("SW0520")
///     .generate();
/// ```
#[derive(Clone, Debug)]
pub struct Build {
    document: Option<PathBuf>,
    settings: Option<PathBuf>,
    edits: Edits,
    name: Option<String>,
    lock: Option<PathBuf>,
    deny_breaking: bool,
}

/// The client could not be generated; Cargo has been told why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    /// The problems, rendered as a compiler does.
    pub report: String,
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.report)
    }
}

impl std::error::Error for BuildError {}

/// A line that Cargo keeps in the output of the script and does not show.
const UNCHANGED: &str = "specwright: nothing has changed since the last run\n";

impl Build {
    /// A client of this document, with the default settings.
    pub fn new(document: impl Into<PathBuf>) -> Build {
        Build::of(Some(document.into()), None)
    }

    /// A client of the document that a settings file names.
    pub fn from_settings(settings: impl Into<PathBuf>) -> Build {
        Build::of(None, Some(settings.into()))
    }

    fn of(document: Option<PathBuf>, settings: Option<PathBuf>) -> Build {
        Build {
            document,
            settings,
            edits: Edits::default(),
            name: None,
            lock: None,
            deny_breaking: false,
        }
    }

    /// Reads a settings file (`specwright.toml`). The document given to [`Build::new`] wins over the one that it names.
    #[must_use]
    pub fn settings(mut self, path: impl Into<PathBuf>) -> Build {
        self.settings = Some(path.into());
        self
    }

    /// The name that `include_client!` asks for; by default the name of the document without its extension.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Build {
        self.name = Some(name.into());
        self
    }

    /// Keeps the names that `names.toml` in this directory lists, and compares the client with `surface.json` there:
    /// what breaks programs or old clients is a warning of Cargo. `specwright lock` writes both files; commit them. It reads settings
    /// from a file only, so use one in place of settings in code.
    #[must_use]
    pub fn lock(mut self, directory: impl Into<PathBuf>) -> Build {
        self.lock = Some(directory.into());
        self
    }

    /// With [`Build::lock`]: changes that break programs or old clients are errors, unless the settings allow them.
    #[must_use]
    pub fn deny_breaking(mut self) -> Build {
        self.deny_breaking = true;
        self
    }

    /// Generates the client. Ends the build script with a failure if that is not possible.
    pub fn generate(self) {
        let mut directives = String::new();
        let result = match std::env::var_os("OUT_DIR") {
            Some(folder) => self.generate_into(Path::new(&folder), &mut directives),
            None => Err(fail(
                &mut directives,
                "OUT_DIR is not set: call this from a build script",
            )),
        };
        print(&directives);
        if let Err(error) = result {
            eprint(&error.report);
            std::process::exit(1);
        }
    }

    /// Generates the client into a folder and returns the path of the file. What a build script would print for Cargo
    /// goes to `directives`, whether it succeeds or not.
    ///
    /// # Errors
    /// [`BuildError`] with all problems.
    pub fn generate_into(&self, folder: &Path, directives: &mut String) -> Result<PathBuf, BuildError> {
        let mut sources = SourceMap::new();
        let mut setting_problems = Diagnostics::new();
        let config = self.config(&mut sources, &mut setting_problems);
        rerun(directives, &config.document.path.value);
        let name = match self.client_name(&config.document.path.value) {
            Ok(name) => name,
            Err(reason) => return Err(fail(directives, &reason)),
        };
        let path = folder.join(format!("{name}.rs"));
        let stamp = Stamp::beside(&path, &format!("{self:?} {config:?}"));
        if let Some(said) = stamp.as_ref().and_then(Stamp::unchanged) {
            directives.push_str(&said);
            directives.push_str(UNCHANGED);
            return Ok(path);
        }
        let before = directives.len();
        let text = self.text(&mut sources, &config, &setting_problems, directives)?;
        if let Err(error) = output::write_one(&path, &text) {
            return Err(fail(directives, &format!("cannot write the client: {error}")));
        }
        if let (Some(stamp), Some(said)) = (stamp, directives.get(before..)) {
            stamp.write(&sources, Made::Text(&text), said);
        }
        Ok(path)
    }

    /// The text of the client. Cargo is told what was read, and all problems.
    fn text(
        &self,
        sources: &mut SourceMap,
        config: &Config,
        setting_problems: &Diagnostics,
        directives: &mut String,
    ) -> Result<String, BuildError> {
        let mut problems = config.diagnostics();
        let input = Input::Path(config.document.path.value.clone());
        let usable = setting_problems.gate().is_ok();
        let generated = usable
            .then(|| generate(sources, &input, config, &mut problems))
            .flatten();
        let read = sources.files().filter_map(|(_, file)| file.path());
        for path in read.chain(sources.missing()) {
            rerun(directives, path);
        }
        tell(directives, sources, setting_problems);
        tell(directives, sources, &problems);
        let Some((_, text)) = generated.as_ref().and_then(|generated| generated.files.iter().next()) else {
            let mut report = setting_problems.render(sources, Style::Plain);
            report.push_str(&problems.render(sources, Style::Plain));
            return Err(BuildError { report });
        };
        if let Some(surface) = generated.as_ref().and_then(|generated| generated.surface.as_ref()) {
            self.compare(surface, config, sources, directives)?;
        }
        Ok(text.to_owned())
    }

    /// Tells Cargo what breaks since the surface that is locked.
    fn compare(
        &self,
        surface: &Surface,
        config: &Config,
        sources: &mut SourceMap,
        directives: &mut String,
    ) -> Result<(), BuildError> {
        let Some(directory) = &self.lock else { return Ok(()) };
        let path = directory.join(surface::FILE);
        rerun(directives, &path);
        let name = source::display_name(&path);
        let text = source::read(&path).map_err(|error| source::reason(&error));
        let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
        let locked = text.and_then(|text| {
            let locked = surface::parse(&text).map_err(|error| error.to_string());
            sources.add(name.clone(), Some(path.clone()), text);
            locked
        });
        let locked =
            locked.map_err(|reason| fail(directives, &format!("{name}: {reason}; `specwright lock` writes it")))?;
        let mut changes = compat::compare(&locked, surface);
        compat::allow(&mut changes, &config.diff.allowances());
        let level = if self.deny_breaking { "error" } else { "warning" };
        let mut report = String::new();
        for change in changes.iter().filter(|change| change.is_breaking()) {
            let id = change.rule.row().id;
            let line = format!("{name}: {} [{id}]; `specwright lock` accepts it", change.sentence);
            let _ = writeln!(directives, "cargo::{level}={}", one_line(&line));
            let _ = writeln!(report, "{level}: {line}");
        }
        match self.deny_breaking && !report.is_empty() {
            true => Err(BuildError { report }),
            false => Ok(()),
        }
    }

    fn config(&self, sources: &mut SourceMap, problems: &mut Diagnostics) -> Config {
        let mut config = match &self.settings {
            Some(path) => config::read(sources, path, problems),
            None => Config::default(),
        };
        if let Some(document) = &self.document {
            config.document.path = document.clone().into();
        }
        self.edits.apply(&mut config, problems);
        if let Some(directory) = &self.lock {
            config.output.surface = true;
            if config.rename.lock.is_none() {
                let path = directory.join(config::LOCK_FILE);
                config.lock = Lock::read(sources, &path, problems);
                config.rename.lock = Some(path.into());
            }
        }
        config.output.layout = Layout::File;
        config.output.embedded = true;
        config.output.command = "build.rs".to_owned();
        config.examples = false;
        config
    }

    fn client_name(&self, document: &Path) -> Result<String, String> {
        let stem = || document.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = self.name.clone().or_else(stem).unwrap_or_default();
        let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
        match !name.is_empty() && name.chars().all(plain) {
            true => Ok(name),
            false => Err(format!(
                "`{name}` is not a valid name of a client: use ASCII letters, digits, `_` and `-`"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(build: &Build) -> (Result<PathBuf, BuildError>, String) {
        let mut directives = String::new();
        let folder = std::env::temp_dir().join(format!("specwright-build-{}", std::process::id()));
        let result = build.generate_into(&folder, &mut directives);
        (result, directives)
    }

    #[test]
    fn a_missing_document_is_an_error_and_is_watched() {
        let (result, directives) = run(&Build::new("no/such.yaml"));
        assert!(result.is_err());
        assert!(
            directives.starts_with("cargo::rerun-if-changed=no/such.yaml\n"),
            "{directives}"
        );
        assert!(directives.contains("cargo::error="), "{directives}");
    }

    #[test]
    fn a_second_run_writes_nothing_and_tells_cargo_the_same() {
        let folder = std::env::temp_dir().join(format!("specwright-build-again-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("created");
        let document = folder.join("api.yaml");
        let text = "openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths: {/a: {get: {operationId: a, parameters: [{name: q, in: query, schema: {enum: [x, x]}}], responses: {'204': {description: none}}}}}\n";
        std::fs::write(&document, text).expect("written");
        let build = Build::new(&document);
        let run = |build: &Build| {
            let mut directives = String::new();
            let path = build.generate_into(&folder, &mut directives).expect("generated");
            (path, directives)
        };
        let (path, first) = run(&build);
        assert!(first.contains("cargo::warning="), "{first}");
        assert_eq!(run(&build), (path.clone(), first.clone() + UNCHANGED));
        assert_eq!(run(&build.clone().allow_faults()).1, first, "another request");
        std::fs::write(&path, "edited").expect("written");
        assert_eq!(run(&build).1, first);
        std::fs::write(&document, format!("{text}# more\n")).expect("written");
        assert_eq!(run(&build).1, first);
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_name_cannot_leave_the_folder() {
        let (result, directives) = run(&Build::new("no/such.yaml").name("../x\ncargo::rustc-env=A=B"));
        assert!(result.is_err());
        assert_eq!(directives.matches("\ncargo::").count(), 1, "{directives}");
    }
}
