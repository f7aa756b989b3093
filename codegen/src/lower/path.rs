//! What holds a schema. Names come from the place where a schema is written, never from who uses it first.

use super::Lower;
use super::media::said_media;
use super::schema::Base;
use crate::ir::{ComponentKind, Foreign, Owner, ParamLocation, PathStep, Status, TypePath};
use crate::tree::{NodeId, Step};
use std::rc::Rc;

impl TypePath {
    /// The path of what nothing else holds.
    pub(super) fn of(owner: Owner) -> TypePath {
        let steps = Vec::new();
        TypePath { owner, steps }
    }

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

/// What holds a schema: its path, or whose path it is. Many are never asked for.
#[derive(Clone)]
pub(super) enum Place {
    /// The schema that a reference names.
    Of(NodeId),
    /// A path that is known.
    At(Rc<TypePath>),
}

impl Base for Place {
    fn target(node: NodeId) -> Place {
        Place::Of(node)
    }
}

impl From<TypePath> for Place {
    fn from(path: TypePath) -> Place {
        Place::At(Rc::new(path))
    }
}

impl Lower<'_, '_> {
    /// The path of a place.
    pub(super) fn path_at(&self, place: &Place) -> TypePath {
        match place {
            Place::Of(node) => self.path_of(*node),
            Place::At(path) => TypePath::clone(path),
        }
    }

    /// The path of something that a place holds.
    pub(super) fn path_in(&self, place: &Place, step: PathStep) -> TypePath {
        match place {
            Place::Of(node) => self.path_of(*node).then(step),
            Place::At(path) => path.then(step),
        }
    }

    /// The path of a node that a reference names: the component that it is, or the nearest owner around it and the way from
    /// there.
    pub(super) fn path_of(&self, node: NodeId) -> TypePath {
        let mut tokens = Vec::new();
        let mut current = node;
        let owner = loop {
            if let Some(name) = self.schemas.components.get(&current) {
                break Some(Owner::Schema(name.to_string()));
            }
            if let Some(owner) = self.owners.get(&current) {
                break Some(owner.clone());
            }
            match self.schemas.tree().step(current) {
                Step::Root => break None,
                Step::Index(index) => tokens.push((current, index.to_string())),
                Step::Key(key) => tokens.push((current, key.to_string())),
            }
            match self.schemas.tree().parent(current) {
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
            None => self.foreign_path(current, &tokens),
        }
    }

    /// What holds the inline schemas of a response, a body, a parameter or a header: `inside`, if the object is written there;
    /// else what the object is by itself, because several can refer to it.
    pub(super) fn holder(&self, node: NodeId, inside: &TypePath, kind: ComponentKind) -> Option<Owner> {
        match self.path_of(node).owner {
            owner if owner == inside.owner => None,
            Owner::Foreign(foreign) => Some(Owner::Foreign(Foreign {
                kind: foreign.kind.or(Some(kind)),
                ..foreign
            })),
            owner => Some(owner),
        }
    }

    pub(super) fn steps(&self, tokens: &[(NodeId, String)]) -> Vec<PathStep> {
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
                ("oneOf" | "anyOf", Some((member, index))) => (Some(self.numbered(*member, "Variant", index)), 2),
                ("requestBody", _) => (Some(PathStep::Request(media_of(after))), 1),
                ("responses", Some((_, status))) => {
                    let media = media_of(after.get(1..).unwrap_or_default());
                    (Some(PathStep::Response(read_status(status), media)), 2)
                }
                ("headers", Some((_, name))) => (Some(PathStep::Header(Status::Default, name.clone())), 2),
                ("parameters", Some((parameter, index))) => {
                    let text = |key| {
                        self.schemas
                            .reader
                            .tree
                            .get(*parameter, key)
                            .and_then(|text| self.schemas.tree().str(text))
                    };
                    let location = read_location(text("in").unwrap_or_default());
                    let name = text("name").unwrap_or(index).to_owned();
                    (Some(PathStep::Parameter(location, name)), 2)
                }
                ("allOf", Some((part, index))) if after.len() == 1 => (Some(self.numbered(*part, "Part", index)), 2),
                ("allOf" | "content" | "callbacks", Some(_)) => (None, 2),
                _ => (None, 1),
            };
            steps.extend(step);
            rest = rest.get(used..).unwrap_or_default();
        }
        steps
    }

    /// One of several schemas, which a reference names by its place.
    fn numbered(&self, schema: NodeId, word: &str, index: &str) -> PathStep {
        let tree = self.schemas.tree();
        let title = tree.get(schema, "title").and_then(|title| tree.str(title));
        let number = index.parse::<usize>().unwrap_or(0).saturating_add(1);
        PathStep::Variant(title.map_or_else(|| format!("{word} {number}"), str::to_owned))
    }
}

/// The media type of the representation that a way leads into.
fn media_of(tokens: &[(NodeId, String)]) -> Option<String> {
    match tokens {
        [(_, content), (_, media), ..] if content == "content" => said_media(media),
        _ => None,
    }
}

/// Where the word of `in` puts a parameter (OpenAPI 3.1 section 4.8.12.1).
pub(super) fn read_location(word: &str) -> ParamLocation {
    match word {
        "path" => ParamLocation::Path,
        "header" => ParamLocation::Header,
        "cookie" => ParamLocation::Cookie,
        "querystring" => ParamLocation::QueryString,
        _ => ParamLocation::Query,
    }
}

/// A key of `responses` (OpenAPI 3.1 section 4.8.16): a code, a range such as `4XX`, or `default`.
pub(super) fn read_status(key: &str) -> Status {
    // No response has another code (RFC 9110 section 15).
    if let Ok(code @ 100..=999) = key.parse::<u16>() {
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
