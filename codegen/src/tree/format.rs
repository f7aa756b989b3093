//! JSON or YAML: what a text is called, and what it is.

use super::build::{Names, Part};
use super::{NodeId, Tree, json, yaml};
use crate::diag::{Diagnostics, Severity};
use crate::source::SourceMap;

/// What the name of a document says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Yaml,
    Unknown,
}

/// Reads JSON or YAML. What begins like JSON and is not called so may be YAML in flow style: both are tried before one
/// complains.
pub(crate) fn read_part(
    tree: &mut Tree,
    names: &mut Names,
    part: Part<'_>,
    named: Format,
    diags: &mut Diagnostics,
) -> Option<NodeId> {
    if !part.text.trim_start().starts_with(['{', '[']) {
        return yaml::read(part, tree, names, diags);
    }
    let mut as_json = diags.fork();
    let root = json::read(part, tree, names, &mut as_json);
    if root.is_some() || named == Format::Json {
        diags.append(as_json);
        return root;
    }
    let mut as_yaml = diags.fork();
    let root = yaml::read(part, tree, names, &mut as_yaml);
    let as_yaml_counts = root.is_some() || named == Format::Yaml;
    diags.append(if as_yaml_counts { as_yaml } else { as_json });
    root
}

/// Reads a JSON text (RFC 8259) into a tree of its own: a value that was received, not a document.
///
/// # Errors
/// Returns what is wrong with it, and where.
pub fn read_json(text: &str) -> Result<(Tree, NodeId), String> {
    let mut sources = SourceMap::new();
    let file = sources.add("value", None, text);
    let (mut tree, mut diags) = (Tree::new(), Diagnostics::new());
    let part = Part::new(file, 0, text);
    let root = json::read(part, &mut tree, &mut Names::default(), &mut diags);
    root.map(|root| (tree, root)).ok_or_else(|| {
        let mut errors = diags.iter().filter(|problem| problem.severity == Severity::Error);
        let Some(error) = errors.next() else {
            return "it is not JSON".to_owned();
        };
        let message = error.problem.message();
        match error.location.span.map(|span| sources.position(span)) {
            Some(position) => format!("{message} (line {}, column {})", position.line, position.column),
            None => message,
        }
    })
}
