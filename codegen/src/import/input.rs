//! What is read: a file, or text in memory.

use super::load::{read_named, read_text};
use crate::config;
use crate::diag::{Diagnostics, Location};
use crate::source::{DiskLoader, SourceMap};
use crate::tree::{NodeId, Tree};
use std::path::{Path, PathBuf};

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file: JSON, YAML, or a Markdown page with an OpenAPI block.
    Path(PathBuf),
    /// Text in memory, and what diagnostics call it.
    Text {
        /// The name of the document.
        name: String,
        /// Its text.
        text: String,
    },
}

/// Documents of OpenAPI 3.0 that are built in memory. What `openapiv3` cannot hold, such as siblings of `$ref`, is not in
/// them; a file is better read from its path.
#[cfg(feature = "openapiv3")]
impl From<openapiv3::OpenAPI> for Input {
    fn from(document: openapiv3::OpenAPI) -> Input {
        Input::Text {
            name: "openapi.json".to_owned(),
            // Maps with string keys always are JSON. If one were not, the empty document would be reported.
            text: serde_json::to_string(&document).unwrap_or_default(),
        }
    }
}

impl Input {
    /// What reads the files that the document refers to: those in and below its directory, or the one of the settings, and the local
    /// copies of what URLs name.
    pub fn loader(&self, settings: &config::Document) -> DiskLoader {
        let beside = match self {
            Input::Path(path) => loader_beside(path),
            Input::Text { .. } => DiskLoader::new("."),
        };
        let copies = settings.locations.values().map(|location| location.value.clone());
        let beside = settings.also.iter().fold(beside, |loader, other| {
            loader.and(directory_of(&other.value).to_path_buf())
        });
        settings
            .root
            .iter()
            .cloned()
            .chain(copies)
            .fold(beside, DiskLoader::and)
    }
}

/// A loader for a file and the files in and below its directory: references lead to no others. Where the file is a symbolic link, the
/// files beside its target are beside it too.
pub fn loader_beside(path: &Path) -> DiskLoader {
    DiskLoader::new(directory_of(path)).beside_target(path)
}

/// The first of [`documents`], for what is about one.
pub fn document(
    sources: &mut SourceMap,
    input: &Input,
    settings: &config::Document,
    diags: &mut Diagnostics,
) -> Option<(Tree, NodeId)> {
    let (tree, roots) = documents(sources, input, settings, diags)?;
    Some((tree, *roots.first()?))
}

fn directory_of(path: &Path) -> &Path {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    directory.unwrap_or(Path::new("."))
}

/// Reads the document and the others that the settings name, without the files they refer to, and gives their roots. Where settings
/// in a file named the path, a document that cannot be read is reported there.
pub fn documents(
    sources: &mut SourceMap,
    input: &Input,
    settings: &config::Document,
    diags: &mut Diagnostics,
) -> Option<(Tree, Vec<NodeId>)> {
    let mut tree = Tree::new();
    let loader = input.loader(settings);
    let root = match input {
        Input::Path(path) if *path == settings.path.value => {
            read_named(&mut tree, sources, &loader, path, &settings.path.location(), diags)?
        }
        Input::Path(path) => read_named(&mut tree, sources, &loader, path, &Location::default(), diags)?,
        Input::Text { name, text } => read_text(&mut tree, sources, Path::new(name), text, diags)?,
    };
    let mut roots = vec![root];
    for other in &settings.also {
        let location = other.location();
        roots.push(read_named(&mut tree, sources, &loader, &other.value, &location, diags)?);
    }
    Some((tree, roots))
}
