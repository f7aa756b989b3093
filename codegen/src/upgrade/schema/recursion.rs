//! References to the schema that they are in: `#` and `$recursiveRef`, as schemas have them that were written for themselves.
//!
//! In a file that is a schema, `#` is that schema. In a document of OpenAPI it is the document, which is not a schema, unless an
//! `$id` makes the schema a resource of its own (JSON Schema Core section 8.2.1). Who copies such a schema into a document means
//! the schema all the same. `$recursiveRef` (JSON Schema 2019-09 section 8.2.4.2) is what 2020-12 has `$dynamicRef` for.

use crate::diag::Problem;
use crate::tree::{NodeId, Tree};
use std::collections::BTreeSet;

use super::super::walk::Kind;
use super::super::{Upgrade, edit};

const RECURSIVE: &str = "$recursiveRef";

/// Lets references to nothing but `#` name the schema that they are in. Nothing has been moved yet.
pub(in crate::upgrade) fn upgrade(up: &mut Upgrade<'_>) {
    let found: Vec<(NodeId, &'static str, NodeId)> = up
        .walk
        .of(Kind::Schema)
        .filter_map(|schema| reference(up.tree, schema))
        .collect();
    if found.is_empty() {
        return;
    }
    let schemas: BTreeSet<NodeId> = up.walk.of(Kind::Schema).collect();
    for (schema, keyword, node) in found {
        let way = Way::to(up.tree, &schemas, schema);
        let is_resource = way.has_id || !is_document(up.tree, way.root);
        if keyword == RECURSIVE || !is_resource {
            let (target, meant) = way.target(up.tree, node);
            let made = up.tree.derive_str(node, target.clone());
            up.report_key(Problem::RecursiveReference { keyword, target }, schema, keyword);
            up.tree.set(schema, keyword, made);
            edit::rename(up.tree, schema, keyword, "$ref");
            up.walk.refs.record(up.tree, made);
            if let Some(meant) = meant {
                up.tree.pin(made, meant);
            }
        }
    }
}

/// The keyword and the string of a reference that may be to the schema itself.
fn reference(tree: &Tree, schema: NodeId) -> Option<(NodeId, &'static str, NodeId)> {
    match tree.get(schema, "$ref") {
        Some(node) => (tree.str(node) == Some("#")).then_some((schema, "$ref", node)),
        None => {
            let node = tree.get(schema, RECURSIVE)?;
            tree.str(node).map(|_| (schema, RECURSIVE, node))
        }
    }
}

/// Documents of OpenAPI say so.
fn is_document(tree: &Tree, root: NodeId) -> bool {
    ["openapi", "swagger"].iter().any(|key| tree.get(root, key).is_some())
}

/// What is around a reference.
struct Way {
    /// The root of the file.
    root: NodeId,
    /// The schema that is meant: the nearest one with an `$id`, else the outermost one.
    schema: NodeId,
    has_id: bool,
}

impl Way {
    fn to(tree: &Tree, schemas: &BTreeSet<NodeId>, schema: NodeId) -> Way {
        let mut way = Way {
            root: schema,
            schema,
            has_id: false,
        };
        let mut next = Some(schema);
        while let Some(node) = next {
            if schemas.contains(&node) && !way.has_id {
                way.schema = node;
                way.has_id = tree.get(node, "$id").is_some();
            }
            way.root = node;
            next = tree.parent(node);
        }
        way
    }

    /// What a reference means: `#` the schema, whose pointer may be too long to be written out, anything else what it says.
    fn target(&self, tree: &Tree, reference: NodeId) -> (String, Option<NodeId>) {
        match tree.str(reference) {
            // What is behind `%` would be decoded (RFC 6901 section 6).
            Some("#") | None => (tree.pointer(self.schema).replace('%', "%25"), Some(self.schema)),
            Some(other) => (other.to_owned(), None),
        }
    }
}
