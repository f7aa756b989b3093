//! Files whose schemas are types of another generated crate.

use super::Lower;
use crate::ir::Shared;
use crate::source::FileId;
use crate::tree::NodeId;
use std::collections::BTreeSet;

impl Lower<'_, '_> {
    /// The crate that defines what is written in a file, if the settings name one.
    fn krate(&self, file: FileId) -> Option<&str> {
        let path = self.schemas.tree().path(file)?;
        let mut files = self.config.types_of_files.values();
        let shared = files.find(|shared| shared.value.path == path)?;
        Some(&shared.value.krate)
    }

    /// The type of another crate that a schema is: of which crate, its path is found out later.
    pub(super) fn shared(&self, node: NodeId) -> Option<Shared> {
        // Where nothing is shared, this asks nothing.
        if self.config.types_of_files.is_empty() {
            return None;
        }
        let krate = self.krate(self.schemas.tree().span(node).file)?.to_owned();
        Some(Shared {
            krate,
            path: Vec::new(),
            required: None,
        })
    }

    /// Reads all schemas of shared files: what a schema becomes depends on the others, and must become the same here and there.
    pub(super) fn shared_schemas(&mut self) {
        let tree = self.schemas.tree();
        let roots = tree.roots().iter().filter(|(file, _)| self.krate(*file).is_some());
        let schemas = roots.filter_map(|(_, root)| tree.get(tree.get(*root, "components")?, "schemas"));
        let all: Vec<NodeId> = schemas
            .flat_map(|schemas| tree.entries(schemas))
            .map(|entry| entry.value)
            .collect();
        for node in all {
            self.use_target(node);
        }
    }

    /// The settings of files that were read.
    pub(super) fn shared_files(&self) -> BTreeSet<String> {
        let tree = self.schemas.tree();
        let read = tree.roots().iter().filter_map(|(file, _)| tree.path(*file));
        let read: BTreeSet<_> = read.collect();
        let files = self.config.types_of_files.iter();
        let files = files.filter(|(_, shared)| read.contains(shared.value.path.as_path()));
        files.map(|(key, _)| key.clone()).collect()
    }
}
