//! Paths that differ only in the names of their parameters, which are the same (OpenAPI 3.1 section 4.8.8).

use super::{Piece, template};
use crate::diag::Problem;
use crate::lower::Lower;
use crate::openapi::document::Operation;
use std::collections::BTreeMap;

impl Lower<'_, '_> {
    /// Reports each such path at its name, with the first of them.
    pub(super) fn twin_paths(&mut self, operations: &[Operation]) {
        let mut known: BTreeMap<String, &Operation> = BTreeMap::new();
        for operation in operations {
            let first = *known.entry(shape(&operation.path)).or_insert(operation);
            if first.path == operation.path {
                continue;
            }
            let tree = self.schemas.tree();
            let place =
                |operation: &Operation| tree.name_location(tree.parent(operation.node).unwrap_or(operation.node));
            let (here, there) = (place(operation), place(first));
            let problem = Problem::TwinPath {
                path: operation.path.to_string(),
                other: first.path.to_string(),
            };
            let related = vec![(there, "it is used here first".to_owned())];
            self.schemas.reader.diags.push_related(problem, here, related);
        }
    }
}

/// The template without the names in it.
fn shape(path: &str) -> String {
    let piece = |piece| match piece {
        Piece::Text(text) => text,
        Piece::Name(_) => "{}",
    };
    template(path).into_iter().map(piece).collect()
}
