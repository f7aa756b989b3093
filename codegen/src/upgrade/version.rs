//! Which version a document claims, and what a document that is none of OpenAPI's is instead.

use crate::diag::{Diagnostics, Problem};
use crate::tree::{NodeId, Tree, Value};

use super::edit;

/// The generations of documents: 3.1 took over JSON Schema as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// Swagger 2.0, also known as OpenAPI 2.0.
    Swagger2,
    /// OpenAPI 3.0.
    OpenApi30,
    /// OpenAPI 3.1 and later.
    OpenApi3,
}

/// The version that every document has afterwards.
const LATEST: &str = "3.2.0";

/// The newest minor version of OpenAPI 3 whose text this was written after.
const NEWEST_MINOR: u32 = 2;

/// Reads `openapi` or `swagger` (OpenAPI 3.2 "OpenAPI Object", OpenAPI 2.0 "Swagger Object").
///
/// A number (`openapi: 3.1` without quotes) is read as its text. `None` after an error was reported.
pub(super) fn detect(tree: &Tree, root: NodeId, diags: &mut Diagnostics) -> Option<Version> {
    if !tree.is_object(root) {
        let found = tree.kind(root).to_owned();
        diags.push(Problem::NotOpenApi { found }, tree.location(root));
        return None;
    }
    let Some((key, node)) = ["openapi", "swagger"]
        .into_iter()
        .find_map(|key| Some((key, tree.get(root, key)?)))
    else {
        report_stranger(tree, root, diags);
        return None;
    };
    let text = match tree.value(node) {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            let kind = tree.kind(node);
            diags.push(Problem::InvalidVersion { key, kind }, tree.location(node));
            return None;
        }
    };
    match parse(&text) {
        Some((2, 0)) => Some(Version::Swagger2),
        Some((3, 0)) => Some(Version::OpenApi30),
        Some((3, minor)) => {
            if minor > NEWEST_MINOR {
                diags.push(Problem::FutureVersion { version: text }, tree.location(node));
            }
            Some(Version::OpenApi3)
        }
        Some(_) | None => {
            diags.push(Problem::UnsupportedVersion { version: text }, tree.location(node));
            None
        }
    }
}

/// Major and minor version; what follows (patch, `-rc1`) does not matter to a reader (OpenAPI 3.2 "Versions").
fn parse(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['.', '-']);
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next().unwrap_or("0").parse().ok()?;
    Some((major, minor))
}

fn report_stranger(tree: &Tree, root: NodeId, diags: &mut Diagnostics) {
    match stranger(tree, root) {
        Some((key, found)) => {
            let found = found.to_owned();
            diags.push(Problem::NotOpenApi { found }, tree.key_location(root, key));
        }
        None => diags.push(Problem::MissingVersion {}, tree.location(root)),
    }
}

/// Documents of other kinds that end up in the same folders, by the key that gives them away.
fn stranger(tree: &Tree, root: NodeId) -> Option<(&'static str, &'static str)> {
    const BY_KEY: &[(&str, &str)] = &[
        ("asyncapi", "an AsyncAPI document"),
        ("arazzo", "an Arazzo description of workflows"),
        ("overlay", "an OpenAPI Overlay"),
        ("swaggerVersion", "a Swagger 1.x document"),
        ("discoveryVersion", "a Google API discovery document"),
        ("openrpc", "an OpenRPC document"),
    ];
    if let Some(known) = BY_KEY.iter().find(|(key, _)| tree.get(root, key).is_some()) {
        return Some(*known);
    }
    let postman = tree
        .get(root, "info")
        .is_some_and(|info| tree.get(info, "_postman_id").is_some());
    if postman {
        return Some(("info", "a Postman collection"));
    }
    if tree.get(root, "paths").is_some() {
        return None;
    }
    ["$schema", "$defs", "properties"]
        .into_iter()
        .find(|key| tree.get(root, key).is_some())
        .map(|key| (key, "a JSON Schema"))
}

/// Writes the one version that the rest of the pipeline knows, at the place of the old one.
pub(super) fn set_latest(tree: &mut Tree, root: NodeId) {
    let key = match tree.get(root, "openapi") {
        Some(_) => "openapi",
        None => "swagger",
    };
    let Some(old) = tree.get(root, key) else { return };
    let new = tree.derive_str(old, LATEST);
    tree.set(root, key, new);
    if key == "swagger" {
        edit::rename(tree, root, "swagger", "openapi");
    } else {
        tree.remove(root, "swagger");
    }
}
