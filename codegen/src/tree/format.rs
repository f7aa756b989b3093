//! JSON or YAML: what a text is called, and what it is.

use super::build::{Names, Part};
use super::{NodeId, Tree, json, yaml};
use crate::diag::Diagnostics;

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
