//! The test documents and the one function that generates them; the tests and `cargo xtask generate --cases` share it.
//!
//! | where | what |
//! | --- | --- |
//! | `cases/ok/<construct>/<name>.yaml` | generates without an error or a warning; its code is committed in `compiled/` |
//! | `cases/bad/<codes>_<name>.yaml` | has exactly the diagnostics in its name |
//! | a folder in place of a file | holds `openapi.yaml` and what belongs to it, or pages that are imported together |
//!
//! All paths are relative to the workspace, so that names in messages are the same on every machine.

pub mod accounted;
pub mod answered;
pub mod catalogue;
pub mod compat;
pub mod costs;
pub mod foreign;
pub mod markdown;
pub mod mutate;
pub mod obstacles;
pub mod server;

use specwright::config::{self, Config, Faults, Layout};
use specwright::diag::{Diagnostics, Severity, Style};
use specwright::import::import;
use specwright::output::FileSet;
use specwright::source::DiskLoader;
use specwright::source::SourceMap;
use specwright::{Generated, Input, generate};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The documents that have no problems.
pub const OK: &str = "tests/cases/ok";
/// The documents that have the problems in their names.
pub const BAD: &str = "tests/cases/bad";
/// Two documents for each rule of comparisons.
pub const COMPAT: &str = "tests/cases/compat";
/// Where the code of the good cases is committed.
pub const COMPILED: &str = "tests/compiled/src";
/// The command that writes it.
pub const CASES_COMMAND: &str = "cargo xtask generate --cases";
/// The pages that people read, from the folder of the workspace.
pub const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/patterns.md",
    "docs/versions.md",
    "docs/guide/README.md",
    "docs/guide/credentials.md",
    "docs/guide/errors.md",
    "docs/guide/retries.md",
    "docs/guide/pages.md",
    "docs/guide/polling.md",
    "docs/guide/streams.md",
    "docs/guide/testing.md",
    "docs/guide/webhooks.md",
    "docs/guide/tracing.md",
    "docs/guide/transports.md",
    "docs/guide/overlays.md",
    "docs/guide/sharing.md",
    "docs/guide/migrating.md",
    "docs/guide/mock-server.md",
    "docs/guide/learning.md",
    "docs/guide/settings.md",
    "docs/guide/maintaining.md",
    "docs/guide/documents.md",
    "docs/guide/problems.md",
    "docs/guide/responses.md",
    "generated-client/README.md",
];
/// The settings of the committed client.
pub const SETTINGS: &str = "spec/specwright.toml";

/// Makes the folder of the workspace the current one.
///
/// # Errors
/// What the system says.
pub fn enter_workspace() -> io::Result<()> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::env::set_current_dir(tests.parent().unwrap_or(tests))
}

/// A test document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// Construct (good cases) or codes (bad cases), and name: `enums/mixed`, `SW0105_duplicate_key`.
    pub name: String,
    /// The document.
    pub document: PathBuf,
    /// The settings, if the case has any.
    pub settings: Option<PathBuf>,
    /// The pages, if the case has any in place of a document.
    pub pages: Vec<PathBuf>,
}

impl Case {
    fn new(name: String, path: &Path) -> io::Result<Case> {
        let is_page = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "md");
        let settings = path.join("specwright.toml");
        Ok(match path.is_dir() {
            true => Case {
                name,
                document: path.join("openapi.yaml"),
                settings: settings.exists().then_some(settings),
                pages: entries(path)?.into_iter().filter(is_page).collect(),
            },
            false => Case {
                name,
                document: path.to_path_buf(),
                settings: None,
                pages: Vec::new(),
            },
        })
    }
}

/// The good cases, sorted.
///
/// # Errors
/// What the disk says.
pub fn ok_cases() -> io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for construct in entries(Path::new(OK))? {
        for path in entries(&construct)? {
            cases.push(Case::new(format!("{}/{}", stem(&construct), stem(&path)), &path)?);
        }
    }
    Ok(cases)
}

/// The bad cases, sorted.
///
/// # Errors
/// What the disk says.
pub fn bad_cases() -> io::Result<Vec<Case>> {
    let paths = entries(Path::new(BAD))?;
    paths.iter().map(|path| Case::new(stem(path), path)).collect()
}

/// All files below a folder with one of these extensions, sorted by path.
///
/// # Errors
/// What the disk says, with the folder it is about.
pub fn files_below(folder: &Path, extensions: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
        for entry in fs::read_dir(&folder).map_err(named)? {
            let path = entry?.path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let listed: io::Result<Vec<_>> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    let mut paths = listed?;
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What became of a document.
pub struct Checked {
    /// The client, if there is one.
    pub generated: Option<Generated>,
    /// The codes of all diagnostics, in order.
    pub codes: Vec<&'static str>,
    /// How many of them are errors or warnings.
    pub problems: usize,
    /// The diagnostics, rendered.
    pub report: String,
}

/// Generates a case: the one function through which tests reach the generator.
pub fn check(case: &Case, faults: Faults) -> Checked {
    let mut sources = SourceMap::new();
    let mut setting_problems = Diagnostics::new();
    let mut config = match &case.settings {
        Some(path) => config::read(&mut sources, path, &mut setting_problems),
        None => Config::default(),
    };
    config.document.path = case.document.clone().into();
    config.output.layout = Layout::File;
    config.output.surface = true;
    config.faults = faults;
    let mut problems = config.diagnostics();
    let usable = setting_problems.gate().is_ok();
    let input = match case.pages.is_empty() {
        true => Some(Input::Path(case.document.clone())),
        false => imported(&case.pages, &mut sources, &mut problems),
    };
    let generated = input
        .filter(|_| usable)
        .and_then(|input| generate(&mut sources, &input, &config, &mut problems));
    let all = || setting_problems.iter().chain(problems.iter());
    let mut report = setting_problems.render(&sources, Style::Plain);
    report.push_str(&problems.render(&sources, Style::Plain));
    Checked {
        generated,
        codes: all().map(|diagnostic| diagnostic.problem.code()).collect(),
        problems: all().filter(|diagnostic| diagnostic.severity != Severity::Note).count(),
        report,
    }
}

/// The document that pages hold together.
fn imported(pages: &[PathBuf], sources: &mut SourceMap, problems: &mut Diagnostics) -> Option<Input> {
    let text = import(pages, &DiskLoader::new(BAD), sources, problems)?;
    problems.gate().ok()?;
    let name = "openapi.yaml".to_owned();
    Some(Input::Text { name, text })
}

/// The code of all good cases as the modules of one crate, as it is committed in [`COMPILED`].
///
/// # Errors
/// The report of the first case that has a problem.
pub fn compiled() -> Result<FileSet, Box<dyn Error>> {
    let mut files = FileSet::new();
    let mut modules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in ok_cases()? {
        let checked = check(&case, Faults::Deny);
        let Some(generated) = checked.generated.filter(|_| checked.problems == 0) else {
            return Err(format!(
                "{} is to have no problems:\n{}",
                case.document.display(),
                checked.report
            )
            .into());
        };
        let name = case.name.replace('-', "_");
        let Some((construct, name)) = name.split_once('/') else {
            continue;
        };
        for (_, text) in generated.files.iter() {
            // The header of the whole set is put before the text instead.
            let text = text.split_once("\n\n").map_or(text, |(_, text)| text);
            files.insert(format!("{construct}/{name}.rs"), text)?;
        }
        modules.entry(construct.to_owned()).or_default().push(name.to_owned());
    }
    let mut lib = String::from("//! The code that is generated for the documents of `tests/cases/ok`.\n");
    for (construct, names) in modules {
        let _ = write!(lib, "\n/// `tests/cases/ok/{construct}`.\npub mod {construct} {{\n");
        for name in names {
            let _ = writeln!(lib, "    pub mod {name};");
        }
        lib.push_str("}\n");
    }
    files.insert("lib.rs", lib)?;
    Ok(files.with_headers(CASES_COMMAND))
}

/// The committed client as it would be generated now, and the folder it belongs to.
///
/// # Errors
/// The report, if there are errors.
pub fn client() -> Result<(PathBuf, FileSet), Box<dyn Error>> {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let config = config::read(&mut sources, Path::new(SETTINGS), &mut problems);
    let input = Input::Path(config.document.path.value.clone());
    let generated = generate(&mut sources, &input, &config, &mut problems);
    match generated.filter(|_| problems.gate().is_ok()) {
        Some(generated) => Ok((config.output.path, generated.files)),
        None => Err(problems.render(&sources, Style::Plain).into()),
    }
}

/// The Rust code of our pages: each of its blocks is a documentation test.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../ARCHITECTURE.md")]
    struct Architecture;
    #[doc = include_str!("../../CONTRIBUTING.md")]
    struct Contributing;
    #[doc = include_str!("../../CHANGELOG.md")]
    struct Changelog;
    #[doc = include_str!("../../SECURITY.md")]
    struct Security;
    #[doc = include_str!("../../docs/versions.md")]
    struct Versions;
    #[doc = include_str!("../../docs/patterns.md")]
    struct Patterns;
    #[doc = include_str!("../../docs/guide/README.md")]
    struct Guide;
    #[doc = include_str!("../../docs/guide/credentials.md")]
    struct Credentials;
    #[doc = include_str!("../../docs/guide/errors.md")]
    struct Errors;
    #[doc = include_str!("../../docs/guide/retries.md")]
    struct Retries;
    #[doc = include_str!("../../docs/guide/pages.md")]
    struct Pages;
    #[doc = include_str!("../../docs/guide/polling.md")]
    struct Polling;
    #[doc = include_str!("../../docs/guide/streams.md")]
    struct Streams;
    #[doc = include_str!("../../docs/guide/testing.md")]
    struct Testing;
    #[doc = include_str!("../../docs/guide/webhooks.md")]
    struct Webhooks;
    #[doc = include_str!("../../docs/guide/tracing.md")]
    struct Tracing;
    #[doc = include_str!("../../docs/guide/transports.md")]
    struct Transports;
    #[doc = include_str!("../../docs/guide/sharing.md")]
    struct Sharing;
    #[doc = include_str!("../../docs/guide/overlays.md")]
    struct Overlays;
    #[doc = include_str!("../../docs/guide/migrating.md")]
    struct Migrating;
    #[doc = include_str!("../../docs/guide/mock-server.md")]
    struct MockServer;
    #[doc = include_str!("../../docs/guide/learning.md")]
    struct Learning;
    #[doc = include_str!("../../docs/guide/settings.md")]
    struct Settings;
    #[doc = include_str!("../../docs/guide/maintaining.md")]
    struct Maintaining;
    #[doc = include_str!("../../docs/guide/documents.md")]
    struct Documents;
    #[doc = include_str!("../../docs/guide/problems.md")]
    struct Problems;
    #[doc = include_str!("../../docs/guide/responses.md")]
    struct Responses;
    #[doc = include_str!("../../generated-client/README.md")]
    struct Client;
}
