//! Which object of the standard each place has: a walk over the document as its author wrote it, read only.
//!
//! The walk knows the objects of OpenAPI 2.0 to 3.2 at once, because real documents mix them. It goes first through
//! what the structure says for certain, and only then to the targets of references that the structure did not reach
//! (other files, `#/definitions/…` of a 3.1 document, extensions): those are what the place of the reference asks for.
//! Examples, defaults, enums and extensions are data and are never entered, whatever they look like.

use crate::tree::{NodeId, Tree, Value};

use super::refs::References;

/// The objects of the standard that an upgrade looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Response,
    MediaType,
    Encoding,
    Header,
    Callback,
    Schema,
    Discriminator,
    /// An object that may be a Reference Object but has nothing to upgrade: examples, links.
    Other,
}

/// How a keyword holds its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// One object, or a list of them.
    Nodes(Kind),
    /// A list of objects.
    List(Kind),
    /// A map from any name to an object.
    Map(Kind),
    /// A map whose names may be extensions (`^x-`), which are not objects of the standard.
    Patterned(Kind),
}

/// The outcome of the walk.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Every object, holders before what they hold.
    pub(super) nodes: Vec<(NodeId, Kind)>,
    /// Every reference with the node that it means.
    pub(super) refs: References,
    seen: Vec<bool>,
    targets: Vec<(NodeId, Kind)>,
}

/// Walks the document below `root`, following its references.
pub(super) fn walk(tree: &Tree, root: NodeId) -> Walk {
    let mut walk = Walk {
        seen: vec![false; tree.len()],
        ..Walk::default()
    };
    walk.meet(tree, root, Kind::Document);
    let mut next = 0;
    loop {
        while let Some(&(node, kind)) = walk.nodes.get(next) {
            next += 1;
            walk.enter(tree, node, kind);
        }
        if walk.targets.is_empty() {
            walk.heirs(tree);
        }
        if walk.targets.is_empty() {
            return walk;
        }
        for (node, kind) in std::mem::take(&mut walk.targets) {
            walk.meet(tree, node, kind);
        }
    }
}

impl Walk {
    /// The nodes of one kind, in the order of the walk.
    pub(super) fn of(&self, wanted: Kind) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes
            .iter()
            .filter(move |(_, kind)| *kind == wanted)
            .map(|(node, _)| *node)
    }

    fn meet(&mut self, tree: &Tree, node: NodeId, kind: Kind) {
        if !tree.is_object(node) {
            return;
        }
        if let Some(seen) = self.seen.get_mut(node.index())
            && !std::mem::replace(seen, true)
        {
            self.nodes.push((node, kind));
        }
    }

    fn enter(&mut self, tree: &Tree, node: NodeId, kind: Kind) {
        if kind == Kind::Callback {
            self.meet_members(tree, node, Kind::PathItem, is_standard);
        }
        for entry in tree.entries(node) {
            if &*entry.key == "$ref" {
                self.follow(tree, entry.value, kind);
                continue;
            }
            match held(kind, &entry.key) {
                None => {}
                Some(Holds::Nodes(kind)) => match tree.value(entry.value) {
                    Value::Array(items) => items.iter().for_each(|&item| self.meet(tree, item, kind)),
                    Value::Object(_) => self.meet(tree, entry.value, kind),
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
                },
                Some(Holds::List(kind)) => {
                    let items = tree.items(self.through(tree, entry.value)).iter();
                    items.for_each(|&item| self.meet(tree, item, kind));
                }
                Some(Holds::Map(kind)) => {
                    let map = self.through(tree, entry.value);
                    self.meet_members(tree, map, kind, |_| true);
                }
                Some(Holds::Patterned(kind)) => {
                    let map = self.through(tree, entry.value);
                    self.meet_members(tree, map, kind, is_standard);
                }
            }
        }
        if kind == Kind::Discriminator
            && let Some(mapping) = tree.get(node, "mapping")
        {
            for entry in tree.entries(mapping) {
                self.follow(tree, entry.value, Kind::Schema);
            }
        }
    }

    /// The end of the references that are written in place of a map or a list.
    fn through(&mut self, tree: &Tree, node: NodeId) -> NodeId {
        if let Some(reference) = tree.get(node, "$ref").filter(|&text| tree.str(text).is_some()) {
            self.refs.record(tree, reference);
        }
        let target = self.refs.follow(tree, node);
        if target == node {
            return node;
        }
        let inner = tree.get(target, "$ref").filter(|&text| tree.str(text).is_some());
        match inner.and_then(|reference| self.refs.record(tree, reference)) {
            Some(_) => self.refs.follow(tree, target),
            None => target,
        }
    }

    fn meet_members(&mut self, tree: &Tree, map: NodeId, kind: Kind, wanted: fn(&str) -> bool) {
        for entry in tree.entries(map) {
            if wanted(&entry.key) {
                self.meet(tree, entry.value, kind);
            }
        }
    }

    /// Schemas of other files that nothing refers to, but that extend one with a discriminator: values can be theirs.
    fn heirs(&mut self, tree: &Tree) {
        let files = tree.roots().iter().skip(1).map(|(_, root)| *root);
        let sections =
            files.flat_map(|root| ["/components/schemas", "/definitions", "/$defs", ""].map(|way| (root, way)));
        let sections = sections.filter_map(|(root, way)| tree.lookup(root, way));
        for entry in sections.flat_map(|section| tree.entries(section)) {
            let members = tree
                .get(entry.value, "allOf")
                .map_or(&[][..], |members| tree.items(members));
            let references = members.iter().filter_map(|&member| tree.get(member, "$ref"));
            let bases = references.filter_map(|reference| self.refs.record(tree, reference));
            let is_seen = |node: NodeId, walk: &Walk| walk.seen.get(node.index()).copied().unwrap_or(true);
            let bases: Vec<NodeId> = bases
                .filter(|&base| tree.get(base, "discriminator").is_some())
                .collect();
            if !is_seen(entry.value, self) && bases.into_iter().any(|base| is_seen(base, self)) {
                self.targets.push((entry.value, Kind::Schema));
            }
        }
    }

    fn follow(&mut self, tree: &Tree, reference: NodeId, kind: Kind) {
        if let Some(target) = self.refs.record(tree, reference)
            && !self.seen.get(target.index()).copied().unwrap_or(true)
        {
            self.targets.push((target, kind));
        }
    }
}

fn is_standard(key: &str) -> bool {
    !key.starts_with("x-")
}

/// What a keyword of an object holds, in any version of the standard.
fn held(kind: Kind, key: &str) -> Option<Holds> {
    use Holds::{List, Map, Nodes, Patterned};
    Some(match (kind, key) {
        (Kind::Schema, _) => return held_by_schema(key),
        (Kind::Document, "paths" | "x-ms-paths" | "webhooks" | "x-webhooks") => Patterned(Kind::PathItem),
        (Kind::Document, "components") => Nodes(Kind::Components),
        (Kind::Document, "definitions") | (Kind::Components, "schemas") => Map(Kind::Schema),
        (Kind::Document | Kind::Components, "parameters") => Map(Kind::Parameter),
        (Kind::Document | Kind::Components, "responses") => Map(Kind::Response),
        (Kind::Components, "requestBodies") => Map(Kind::RequestBody),
        (Kind::Components | Kind::Response | Kind::Encoding, "headers") => Map(Kind::Header),
        (Kind::Components | Kind::Operation, "callbacks") => Map(Kind::Callback),
        (Kind::Components, "pathItems") => Map(Kind::PathItem),
        (Kind::Components, "mediaTypes") => Map(Kind::MediaType),
        (Kind::Components, "examples" | "links" | "securitySchemes") => Map(Kind::Other),
        (Kind::PathItem | Kind::Operation, "parameters") => List(Kind::Parameter),
        (Kind::PathItem, method) if super::is_method(method) => Nodes(Kind::Operation),
        (Kind::PathItem, "additionalOperations") => Map(Kind::Operation),
        (Kind::Operation, "requestBody") => Nodes(Kind::RequestBody),
        (Kind::Operation, "responses") => Patterned(Kind::Response),
        (Kind::Parameter | Kind::Header | Kind::MediaType | Kind::Response, "schema")
        | (Kind::MediaType, "itemSchema")
        | (Kind::Parameter | Kind::Header, "items") => Nodes(Kind::Schema),
        (Kind::Parameter | Kind::Header | Kind::RequestBody | Kind::Response, "content") => Map(Kind::MediaType),
        (Kind::Parameter | Kind::Header | Kind::MediaType, "examples") => Map(Kind::Other),
        (Kind::Response, "links") => Map(Kind::Other),
        (Kind::MediaType | Kind::Encoding, "encoding") => Map(Kind::Encoding),
        (Kind::MediaType | Kind::Encoding, "prefixEncoding" | "itemEncoding") => Nodes(Kind::Encoding),
        _ => return None,
    })
}

/// The applicators of JSON Schema, draft 4 to 2020-12.
fn held_by_schema(key: &str) -> Option<Holds> {
    Some(match key {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" | "dependencies" => {
            Holds::Map(Kind::Schema)
        }
        "items"
        | "prefixItems"
        | "additionalItems"
        | "unevaluatedItems"
        | "contains"
        | "additionalProperties"
        | "unevaluatedProperties"
        | "propertyNames"
        | "allOf"
        | "anyOf"
        | "oneOf"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contentSchema" => Holds::Nodes(Kind::Schema),
        "discriminator" => Holds::Nodes(Kind::Discriminator),
        _ => return None,
    })
}
