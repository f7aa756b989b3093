//! Files that an imported document refers to and that are not where it is written.

use crate::diag::{Diagnostics, Problem};
use crate::source::{self, SourceMap};
use crate::text::percent_decode;
use crate::tree::{NodeId, Tree, Value, is_remote, split_reference};
use std::collections::BTreeSet;
use std::path::Path;

/// Reports each file that a `$ref` below `root` names and that is not beside `target`, where the document is written.
pub(super) fn report(tree: &Tree, sources: &SourceMap, root: NodeId, target: &Path, diags: &mut Diagnostics) {
    let mut reported = BTreeSet::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match tree.value(node) {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(entries) => open.extend(entries.iter().rev().map(|entry| entry.value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        let Some(reference) = tree.get(node, "$ref") else {
            continue;
        };
        let (file, _) = split_reference(tree.str(reference).unwrap_or_default());
        if file.is_empty() || is_remote(file) || !reported.insert(file.to_owned()) {
            continue;
        }
        let name = percent_decode(file);
        let beside = |path: &Path| source::exists(&source::join(path, &name));
        let own = sources.file(tree.span(reference).file).path();
        if own.is_some_and(beside) && !beside(target) {
            let file = file.to_owned();
            diags.push(Problem::FileLeftBehind { file }, tree.location(reference));
        }
    }
}
