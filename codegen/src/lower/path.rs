//! What holds a schema. Names come from the place where a schema is written, never from who uses it first.

use super::Lower;
use crate::ir::{ComponentKind, Owner, PathStep, Status, TypePath};
use crate::tree::{NodeId, Step};
use std::sync::Arc;

impl TypePath {
    /// The path of something that this holds.
    #[must_use]
    pub(super) fn then(&self, step: PathStep) -> TypePath {
        let mut steps = self.steps.clone();
        steps.push(step);
        TypePath {
            owner: self.owner.clone(),
            steps,
        }
    }
}

impl Lower<'_, '_> {
    /// The path of a node that a reference names: the component that it is, or the nearest owner around it and the way from
    /// there.
    pub(super) fn path_of(&self, node: NodeId) -> TypePath {
        let mut tokens = Vec::new();
        let mut current = node;
        let owner = loop {
            if let Some(name) = self.components.get(&current) {
                break Some(Owner::Schema(name.to_string()));
            }
            if let Some(owner) = self.owners.get(&current) {
                break Some(owner.clone());
            }
            match self.reader.tree.step(current) {
                Step::Root => break None,
                Step::Index(index) => tokens.push((current, index.to_string())),
                Step::Key(key) => tokens.push((current, key.to_string())),
            }
            match self.reader.tree.parent(current) {
                Some(parent) => current = parent,
                None => break None,
            }
        };
        tokens.reverse();
        match owner {
            Some(owner) => TypePath {
                owner,
                steps: self.steps(&tokens),
            },
            None => self.foreign_path(node, &tokens),
        }
    }

    /// A path outside all owners: in another file, or in a place that the standard does not know.
    fn foreign_path(&self, node: NodeId, tokens: &[(NodeId, String)]) -> TypePath {
        let kinds = [
            ("schemas", None),
            ("responses", Some(ComponentKind::Response)),
            ("requestBodies", Some(ComponentKind::RequestBody)),
            ("parameters", Some(ComponentKind::Parameter)),
            ("headers", Some(ComponentKind::Header)),
            ("mediaTypes", Some(ComponentKind::MediaType)),
        ];
        let words: Vec<&str> = tokens.iter().map(|(_, token)| token.as_str()).collect();
        if let ["components", section, name, ..] = words.as_slice() {
            let kind = kinds
                .iter()
                .find(|(word, _)| word == section)
                .and_then(|(_, kind)| *kind);
            let name = (*name).to_owned();
            return TypePath {
                owner: kind.map_or(Owner::Schema(name.clone()), |kind| Owner::Component(kind, name)),
                steps: self.steps(&tokens[3..]),
            };
        }
        // The outermost name that is not a keyword, or the file itself.
        let named = tokens
            .iter()
            .position(|(_, token)| !is_keyword(token) && token.parse::<usize>().is_err());
        let (name, rest) = match named {
            Some(index) => (tokens[index].1.clone(), tokens.get(index + 1..).unwrap_or_default()),
            None => (self.file_stem(node), tokens),
        };
        TypePath {
            owner: Owner::Schema(name),
            steps: self.steps(rest),
        }
    }

    fn file_stem(&self, node: NodeId) -> String {
        let file = self.reader.tree.span(node).file;
        format!("file {}", file.index())
    }

    fn steps(&self, tokens: &[(NodeId, String)]) -> Vec<PathStep> {
        let mut steps = Vec::new();
        let mut rest = tokens;
        while let Some(((_, token), after)) = rest.split_first() {
            let named = after.first();
            let (step, used) = match (token.as_str(), named) {
                (
                    "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas",
                    Some((_, name)),
                ) => (Some(PathStep::Property(name.clone())), 2),
                ("items" | "contains" | "unevaluatedItems" | "itemSchema", _) => (Some(PathStep::Item), 1),
                ("additionalProperties" | "unevaluatedProperties" | "propertyNames", _) => {
                    (Some(PathStep::MapValue), 1)
                }
                ("prefixItems", Some((_, index))) => (Some(PathStep::Element(index.parse().unwrap_or(0))), 2),
                ("oneOf" | "anyOf", Some((_, index))) => (Some(PathStep::Variant(index.parse().unwrap_or(0), None)), 2),
                ("requestBody", _) => (Some(PathStep::Request(None)), 1),
                ("responses", Some((_, status))) => (Some(PathStep::Response(read_status(status), None)), 2),
                ("headers", Some((_, name))) => (Some(PathStep::Header(Status::Default, name.clone())), 2),
                ("parameters", Some((parameter, index))) => {
                    let name = self
                        .reader
                        .tree
                        .get(*parameter, "name")
                        .and_then(|name| self.reader.tree.str(name));
                    (Some(PathStep::Parameter(name.unwrap_or(index).to_owned())), 2)
                }
                ("allOf" | "content" | "callbacks", Some(_)) => (None, 2),
                _ => (None, 1),
            };
            steps.extend(step);
            rest = rest.get(used..).unwrap_or_default();
        }
        steps
    }
}

/// Keywords that lead to a schema without being its name.
fn is_keyword(token: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "components",
        "schemas",
        "definitions",
        "$defs",
        "paths",
        "properties",
        "items",
        "schema",
        "content",
        "responses",
        "parameters",
        "requestBody",
        "headers",
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties",
        "prefixItems",
    ];
    KEYWORDS.contains(&token)
}

/// A key of `responses` (OpenAPI 3.1 section 4.8.16): a code, a range such as `4XX`, or `default`.
pub(super) fn read_status(key: &str) -> Status {
    if let Ok(code) = key.parse::<u16>() {
        return Status::Code(code);
    }
    let mut letters = key.chars();
    match (
        letters.next().and_then(|hundreds| hundreds.to_digit(10)),
        letters.as_str(),
    ) {
        (Some(hundreds @ 1..=5), "XX" | "xx" | "xX" | "Xx") => Status::Range(hundreds as u8),
        _ => Status::Default,
    }
}

/// Inline schemas of a component are grouped under the component, others under what holds them.
pub(super) fn owned(owner: &Owner, component: Option<&Arc<str>>, kind: ComponentKind) -> TypePath {
    TypePath {
        owner: component.map_or_else(|| owner.clone(), |name| Owner::Component(kind, name.to_string())),
        steps: Vec::new(),
    }
}
