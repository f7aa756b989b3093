//! What is declared outside the components of the document: in another file, or in a place that the standard does not know.

use super::Lower;
use crate::ir::{ComponentKind, Foreign, Owner, TypePath};
use crate::tree::NodeId;
use std::path::{Component, Path};
use std::sync::Arc;

/// The sections of the components that can hold schemas; `None`: they are schemas.
const SECTIONS: &[(&str, Option<ComponentKind>)] = &[
    ("schemas", None),
    ("responses", Some(ComponentKind::Response)),
    ("requestBodies", Some(ComponentKind::RequestBody)),
    ("parameters", Some(ComponentKind::Parameter)),
    ("headers", Some(ComponentKind::Header)),
    ("mediaTypes", Some(ComponentKind::MediaType)),
];

impl Lower<'_, '_> {
    /// A component that is nothing but a reference to something outside the components gives it its name. Where several refer to
    /// the same, the one that is called like it does, or the first in the alphabet: the others are other names for it.
    pub(super) fn adopt(&mut self) {
        let tree = self.schemas.tree();
        let Some(components) = tree.document().and_then(|root| tree.get(root, "components")) else {
            return;
        };
        for &(section, kind) in SECTIONS {
            let entries = tree.get(components, section).map_or(&[][..], |node| tree.entries(node));
            let mut found: Vec<(NodeId, bool, &Arc<str>)> = Vec::new();
            for entry in entries {
                let [only] = tree.entries(entry.value) else { continue };
                let target = (&*only.key == "$ref").then(|| self.schemas.reader.refs.resolve(only.value).ok());
                let Some(target) = target.flatten() else { continue };
                if let TypePath {
                    owner: Owner::Foreign(foreign),
                    steps,
                } = self.path_of(target)
                    && steps.is_empty()
                {
                    found.push((target, foreign.name != *entry.key, &entry.key));
                }
            }
            found.sort();
            found.dedup_by_key(|(target, ..)| *target);
            for (target, _, name) in found {
                match kind {
                    None => self.schemas.name(target, name),
                    Some(kind) => _ = self.owners.insert(target, Owner::Component(kind, name.to_string())),
                }
            }
        }
    }

    /// The path of a node that no owner of the document holds: the way to it from the root of its file.
    pub(super) fn foreign_path(&self, root: NodeId, tokens: &[(NodeId, String)]) -> TypePath {
        let words: Vec<&str> = tokens.iter().map(|(_, token)| token.as_str()).collect();
        if let ["components", section, name, ..] = words.as_slice()
            && let Some((_, kind)) = SECTIONS.iter().find(|(word, _)| word == section)
        {
            let name = (*name).to_owned();
            let owner = match kind {
                _ if self.schemas.tree().document() != Some(root) => Owner::Foreign(Foreign {
                    name,
                    kind: *kind,
                    around: self.file_words(root),
                }),
                None => Owner::Schema(name),
                Some(kind) => Owner::Component(*kind, name),
            };
            return TypePath {
                owner,
                steps: self.steps(&tokens[3..]),
            };
        }
        // The first name from which on only keywords lead further; before all names, the file itself.
        let is_way = |after: usize| leads_into_a_schema(words.get(after..).unwrap_or_default());
        let named = if is_way(0) {
            0
        } else {
            (1..=words.len()).find(|&after| is_way(after)).unwrap_or(0)
        };
        let mut around = self.file_words(root);
        let outer = tokens.get(..named).unwrap_or_default().iter();
        let outer = outer
            .filter(|(_, token)| !is_keyword(token))
            .map(|(node, token)| self.name_at(*node, token));
        outer.for_each(|name| around.insert(0, name));
        if around.is_empty() {
            around.push("Document".to_owned());
        }
        TypePath {
            owner: Owner::Foreign(Foreign {
                name: around.remove(0),
                kind: None,
                around,
            }),
            steps: self.steps(tokens.get(named..).unwrap_or_default()),
        }
    }

    /// What an object is called: its key, or its own name where it is one of a list.
    fn name_at(&self, node: NodeId, token: &str) -> String {
        let tree = self.schemas.tree();
        let own = tree.get(node, "name").and_then(|name| tree.str(name));
        match own {
            Some(own) if token.parse::<usize>().is_ok() => own.to_owned(),
            _ => token.to_owned(),
        }
    }

    /// The name of a file without its extension, then the directories that hold it, up to the directory of the document.
    fn file_words(&self, root: NodeId) -> Vec<String> {
        let tree = self.schemas.tree();
        if tree.document() == Some(root) {
            return Vec::new();
        }
        let path = |node: NodeId| tree.path(tree.span(node).file);
        let directory = tree.document().and_then(path).and_then(Path::parent);
        let own = path(root).unwrap_or(Path::new("file"));
        let own = directory
            .and_then(|directory| own.strip_prefix(directory).ok())
            .unwrap_or(own);
        let words = own.with_extension("");
        let words = words.components().rev().filter_map(|component| match component {
            Component::Normal(word) => Some(word.to_string_lossy().into_owned()),
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
        });
        words.collect()
    }
}

/// Whether only keywords, and what they name, lead from a schema to one inside it.
fn leads_into_a_schema(tokens: &[&str]) -> bool {
    match tokens {
        [] => true,
        ["properties" | "patternProperties" | "dependentSchemas", _, rest @ ..] => leads_into_a_schema(rest),
        ["allOf" | "oneOf" | "anyOf" | "prefixItems", index, rest @ ..] => {
            index.parse::<usize>().is_ok() && leads_into_a_schema(rest)
        }
        ["content", _, "schema" | "itemSchema", rest @ ..] => leads_into_a_schema(rest),
        [
            "items"
            | "contains"
            | "additionalProperties"
            | "unevaluatedProperties"
            | "unevaluatedItems"
            | "propertyNames"
            | "not"
            | "if"
            | "then"
            | "else"
            | "schema",
            rest @ ..,
        ] => leads_into_a_schema(rest),
        _ => false,
    }
}

/// Keys that say what is below them, and do not name it.
fn is_keyword(token: &str) -> bool {
    matches!(
        token,
        "components"
            | "schemas"
            | "definitions"
            | "$defs"
            | "paths"
            | "parameters"
            | "responses"
            | "requestBodies"
            | "headers"
            | "mediaTypes"
            | "pathItems"
    )
}
