//! What is read: a file, or text in memory.

use super::load::{read_named, read_text};
use crate::config::Located;
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
    /// What reads the files that the document refers to.
    pub fn loader(&self) -> DiskLoader {
        match self {
            Input::Path(path) => loader_beside(path),
            Input::Text { .. } => DiskLoader::new("."),
        }
    }
}

/// A loader for the files in and below the directory of a file: references lead to no others.
pub fn loader_beside(path: &Path) -> DiskLoader {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    DiskLoader::new(directory.unwrap_or(Path::new(".")))
}

/// Reads the document, without the files it refers to, and gives its root. `setting` is what named its path, if that was in a
/// file: a document that cannot be read is reported there.
pub fn document(
    sources: &mut SourceMap,
    input: &Input,
    setting: &Located<PathBuf>,
    diags: &mut Diagnostics,
) -> Option<(Tree, NodeId)> {
    let mut tree = Tree::new();
    let root = match input {
        Input::Path(path) if *path == setting.value => {
            read_named(&mut tree, sources, &input.loader(), path, &setting.location(), diags)?
        }
        Input::Path(path) => read_named(&mut tree, sources, &input.loader(), path, &Location::default(), diags)?,
        Input::Text { name, text } => read_text(&mut tree, sources, Path::new(name), text, diags)?,
    };
    Some((tree, root))
}
