//! An edition of a client: its surface, read from `surface.json` or made from a document.

use crate::out::err;
use crate::view::View;
use specwright::Input;
use specwright::config::{self, Config};
use specwright::diag::{Diagnostics, Severity};
use specwright::source::{self, SourceMap};
use specwright::surface::{self, Surface};
use std::error::Error;
use std::path::{Path, PathBuf};

/// An edition of a client.
pub struct Edition {
    /// What the client offers.
    pub surface: Surface,
    /// The files that it was made from; `None` for a surface that was read.
    pub sources: Option<SourceMap>,
    /// The settings that it was made with.
    pub config: Config,
}

/// The surface that is committed in the directory of a client; `None` if there is none.
///
/// # Errors
/// Returns an error if there is a file that cannot be read, or is not a surface.
pub fn committed(directory: &Path) -> Result<Option<Surface>, Box<dyn Error>> {
    let path = directory.join(surface::FILE);
    match path.is_file() {
        true => read(&path).map(Some),
        false => Ok(None),
    }
}

fn read(path: &Path) -> Result<Surface, Box<dyn Error>> {
    let name = source::display_name(path);
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    surface::parse(&text).map_err(|error| format!("{name}: {error}").into())
}

/// The edition at a path: a `surface.json`, a document, a settings file, or a directory that holds one of them. `settings` are those
/// of documents that have none of their own. `None` if the document has errors, which are shown.
///
/// # Errors
/// Returns an error if there is nothing of that kind.
pub fn at(path: &Path, settings: Option<&Path>) -> Result<Option<Edition>, Box<dyn Error>> {
    let found = match path.is_dir() {
        true => inside(path)?,
        false => path.to_path_buf(),
    };
    let extension = found.extension().and_then(|extension| extension.to_str());
    let is_surface = || found.file_name().is_some_and(|name| name == surface::FILE);
    match extension {
        Some("toml") => Ok(of_settings(&found, None)),
        Some("json") if is_surface() => Ok(Some(Edition {
            surface: read(&found)?,
            sources: None,
            config: Config::default(),
        })),
        Some(_) | None => Ok(of_document(&found, settings)),
    }
}

/// What a directory holds: a client with its surface, settings, or a document.
fn inside(directory: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let names = [
        surface::FILE,
        "specwright.toml",
        "openapi.yaml",
        "openapi.yml",
        "openapi.json",
        "swagger.yaml",
        "swagger.json",
    ];
    let mut paths = names.iter().map(|name| directory.join(name));
    let found = paths.find(|path| path.is_file());
    found.ok_or_else(|| {
        let directory = source::display_name(directory);
        format!("{directory} has none of {}", names.join(", ")).into()
    })
}

fn of_document(document: &Path, settings: Option<&Path>) -> Option<Edition> {
    match settings {
        Some(settings) => of_settings(settings, Some(document)),
        None => {
            let mut config = Config::default();
            config.document.path = document.to_path_buf().into();
            made(config, SourceMap::new())
        }
    }
}

/// The edition that settings describe, or that of another document with these settings. `None` if there are errors, which are shown.
pub fn of_settings(settings: &Path, document: Option<&Path>) -> Option<Edition> {
    let mut sources = SourceMap::new();
    let mut problems = Diagnostics::new();
    let mut config = config::read(&mut sources, settings, &mut problems);
    if problems.gate().is_err() {
        View::default().problems(&sources, &problems);
        return None;
    }
    if let Some(document) = document {
        config.document.path = document.to_path_buf().into();
    }
    made(config, sources)
}

/// The surface that settings describe, or that of another document with these settings or, without any, with the defaults. `None` if
/// there is no document, or it has errors, which are not shown.
pub fn surface(settings: Option<&Path>, document: Option<&Path>) -> Option<Surface> {
    let mut sources = SourceMap::new();
    let mut config = match settings {
        Some(settings) => config::read(&mut sources, settings, &mut Diagnostics::new()),
        None => Config::default(),
    };
    if let Some(document) = document {
        config.document.path = document.to_path_buf().into();
    }
    let input = Input::Path(config.document.path.value.clone());
    specwright::surface(&mut sources, &input, &config, &mut Diagnostics::tolerant())
}

/// What an edition changes is to be known even if a part of its document has no meaning. Only errors are shown.
fn made(config: Config, mut sources: SourceMap) -> Option<Edition> {
    let mut problems = Diagnostics::tolerant();
    let input = Input::Path(config.document.path.value.clone());
    let surface = specwright::surface(&mut sources, &input, &config, &mut problems);
    if surface.is_none() {
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        for error in errors {
            err!("{}", error.render(&sources, specwright::diag::Style::Plain));
        }
    }
    Some(Edition {
        surface: surface?,
        sources: Some(sources),
        config,
    })
}
