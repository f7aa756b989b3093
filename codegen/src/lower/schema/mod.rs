//! What a schema says, without making a type of it: whether it only wraps another one, which JSON types it admits, what it is together
//! with what it refers to and its `allOf`, who extends it, and whether a value is valid by it.
//!
//! Nothing here knows the intermediate representation, so it is asked, and tested, by itself.

mod choices;
mod evaluate;
mod heirs;
mod kinds;
mod merge;
mod never;
#[cfg(test)]
mod tests;

pub use evaluate::{Clash, Way};
pub(super) use merge::{Base, Declared, Group, Merged};

use self::choices::Choices;
use crate::diag::Problem;
use crate::openapi::Reader;
use crate::openapi::document::Document;
use crate::openapi::schema::{JsonType, Schema, Types};
use crate::pattern::Pattern;
use crate::tree::{NodeId, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Wrappers around wrappers are followed this often: longer chains are loops.
const MAX_WRAPPERS: usize = 64;

/// The schemas of a document, with all that was found out about them. Each question is answered once.
pub(super) struct Schemas<'t, 'd> {
    pub(super) reader: Reader<'t, 'd>,
    /// Whether schemas mean exactly what JSON Schema says.
    exact: bool,
    /// Whether a value may match several schemas of a `oneOf`, as it often does where the document means that one of them holds.
    overlapping: bool,
    /// Schemas that were read, by node.
    read: Vec<Option<Rc<Schema>>>,
    /// The component that a schema node is, by node.
    pub(super) components: BTreeMap<NodeId, Arc<str>>,
    /// The first schema of each of these names.
    named: BTreeMap<Arc<str>, NodeId>,
    /// The alternatives of schemas that are choices.
    choices: BTreeMap<NodeId, Rc<Choices>>,
    nullable: Vec<Known<bool>>,
    /// How many subschemas may still be applied to values of the document.
    steps_left: usize,
    kinds: Vec<Known<Types>>,
    /// How many schemas were followed to say what one of them is.
    chain: usize,
    /// Schemas that extend a schema with a discriminator through `allOf`, by that schema.
    heirs: BTreeMap<NodeId, Vec<NodeId>>,
    /// Patterns that were compiled, by their text; `None`: not a regular expression.
    patterns: BTreeMap<Arc<str>, Option<Pattern>>,
    /// Where patterns are written, by their text: the first place of each that was read.
    pub(super) pattern_nodes: BTreeMap<Arc<str>, NodeId>,
    /// Schemas whose constraints the settings turn off.
    pub(super) unchecked: BTreeSet<NodeId>,
}

/// What was found out about a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known<T> {
    No,
    /// It is being looked at: a schema that refers to itself adds nothing to what is known of it.
    Open,
    Yes(T),
}

impl<'t, 'd> Schemas<'t, 'd> {
    /// The schemas of a document.
    pub(super) fn new(document: &Document<'t>, reader: Reader<'t, 'd>, exact: bool) -> Schemas<'t, 'd> {
        let mut schemas = Schemas {
            exact,
            overlapping: false,
            read: vec![None; reader.tree.len()],
            components: BTreeMap::new(),
            named: BTreeMap::new(),
            choices: BTreeMap::new(),
            nullable: vec![Known::No; reader.tree.len()],
            steps_left: evaluate::steps_for(reader.tree),
            kinds: vec![Known::No; reader.tree.len()],
            reader,
            chain: 0,
            heirs: BTreeMap::new(),
            patterns: BTreeMap::new(),
            pattern_nodes: BTreeMap::new(),
            unchecked: BTreeSet::new(),
        };
        for (name, node) in &document.schemas {
            schemas.name(*node, name);
        }
        schemas.collect_heirs(document);
        schemas
    }

    /// Gives a schema the name of a component.
    pub(super) fn name(&mut self, node: NodeId, name: &Arc<str>) {
        self.components.insert(node, Arc::clone(name));
        let first = self.named.entry(Arc::clone(name)).or_insert(node);
        *first = node.min(*first);
    }

    /// The schemas that have each name of a component: its own, and one of another file that has taken the name over.
    pub(super) fn adopted(&self) -> BTreeMap<Arc<str>, Vec<NodeId>> {
        let mut adopted: BTreeMap<Arc<str>, Vec<NodeId>> = BTreeMap::new();
        for (node, name) in &self.components {
            adopted.entry(Arc::clone(name)).or_default().push(*node);
        }
        adopted
    }

    /// The same, for values that may match several schemas of a `oneOf`.
    pub(super) fn overlapping(self) -> Schemas<'t, 'd> {
        Schemas {
            overlapping: true,
            ..self
        }
    }

    /// The nodes that the schemas are read from.
    pub(super) fn tree(&self) -> &'t Tree {
        self.reader.tree
    }

    pub(super) fn report(&mut self, node: NodeId, problem: Problem) {
        self.reader.report(node, problem);
    }

    /// The schema at a node, read once.
    pub(super) fn read(&mut self, node: NodeId) -> Rc<Schema> {
        if let Some(Some(schema)) = self.read.get(node.index()) {
            return Rc::clone(schema);
        }
        let schema = Rc::new(self.reader.schema(node));
        for pattern in &schema.constraints.strings.patterns {
            if let Some(written) = self.tree().get(node, "pattern") {
                self.pattern_nodes.entry(Arc::clone(pattern)).or_insert(written);
            }
        }
        if let Some(slot) = self.read.get_mut(node.index()) {
            *slot = Some(Rc::clone(&schema));
        }
        schema
    }

    /// The formats of all schemas that were read.
    pub(super) fn formats(&self) -> BTreeSet<String> {
        let read = self.read.iter().flatten();
        read.filter_map(|schema| schema.format.as_deref().map(str::to_owned))
            .collect()
    }

    /// Whether a schema is `false`.
    pub(super) fn is_false(&mut self, node: NodeId) -> bool {
        self.read(node).boolean == Some(false)
    }

    /// Looks through references and wrappers that add nothing but prose and `null`: `$ref`, `allOf` of one, `anyOf` of one and
    /// `null`. `None`: the reference leads nowhere.
    pub(super) fn unwrap(&mut self, node: NodeId) -> Option<Inner> {
        let mut current = node;
        let mut named = false;
        for _ in 0..MAX_WRAPPERS {
            let schema = self.read(current);
            match self.wrapped(&schema) {
                Wrapped::No => {
                    return Some(if named || self.components.contains_key(&current) {
                        Inner::Named(current)
                    } else {
                        Inner::Inline(current)
                    });
                }
                Wrapped::Reference(reference) => {
                    let target = self.reader.target(reference)?;
                    // A component that is another name for a type stays a type of its own.
                    return Some(Inner::Named(target));
                }
                Wrapped::Inline(inner) => {
                    named = false;
                    current = inner;
                }
            }
        }
        self.report(
            node,
            Problem::ReferenceLoop {
                reference: self.reader.tree.pointer(node),
            },
        );
        None
    }

    /// The schemas that speak of a value where it is used, the outermost first: wrappers, the members of their `allOf` that only
    /// annotate, and what they wrap, unless that has a name.
    pub(super) fn layers(&mut self, node: NodeId) -> Vec<NodeId> {
        let mut layers = vec![node];
        let mut current = node;
        for _ in 0..MAX_WRAPPERS {
            let schema = self.read(current);
            let Wrapped::Inline(inner) = self.wrapped(&schema) else {
                break;
            };
            let notes = schema.all_of.iter().rev().filter(|&&member| member != inner);
            layers.extend(notes);
            if self.components.contains_key(&inner) {
                break;
            }
            layers.push(inner);
            current = inner;
        }
        layers
    }

    /// The members of `allOf` without those that only annotate the others (JSON Schema Core section 7.7), if one is left.
    fn asserting(&mut self, members: &[NodeId]) -> Vec<NodeId> {
        if members.len() < 2 {
            return members.to_vec();
        }
        let asserting: Vec<NodeId> = members
            .iter()
            .copied()
            .filter(|&member| !self.is_note(member))
            .take(SEVERAL)
            .collect();
        let &[only] = asserting.as_slice() else {
            return members.to_vec();
        };
        let kinds = self.kinds(only).without(JsonType::Null);
        let adds_nothing = |schemas: &mut Self, member: NodeId| {
            let types = schemas.read(member).types;
            types.is_empty() || types.without(JsonType::Null) == kinds
        };
        match members
            .iter()
            .all(|&member| member == only || adds_nothing(self, member))
        {
            true => asserting,
            false => members.to_vec(),
        }
    }

    /// Whether a schema says nothing about a value but prose and perhaps its type.
    fn is_note(&mut self, node: NodeId) -> bool {
        let schema = self.read(node);
        let refers = schema.reference.is_some()
            || !(schema.all_of.is_empty() && schema.any_of.is_empty() && schema.one_of.is_empty());
        !refers
            && schema.boolean.is_none()
            && schema.is_bare()
            && schema.discriminator.is_none()
            && !self.is_special(&schema)
    }

    fn wrapped(&mut self, schema: &Schema) -> Wrapped {
        if schema.boolean.is_some() || !self.only_annotations(schema) {
            return Wrapped::No;
        }
        let real = |schemas: &mut Self, members: &[NodeId]| -> Vec<NodeId> {
            members
                .iter()
                .copied()
                .filter(|&member| !schemas.is_null(member))
                .take(SEVERAL)
                .collect()
        };
        let any_of = real(self, &schema.any_of);
        let one_of = real(self, &schema.one_of);
        let all_of = self.asserting(&schema.all_of);
        match (
            schema.reference,
            all_of.as_slice(),
            any_of.as_slice(),
            one_of.as_slice(),
        ) {
            (Some(reference), [], [], []) if schema.any_of.is_empty() && schema.one_of.is_empty() => {
                Wrapped::Reference(reference)
            }
            (None, [only], [], []) if schema.any_of.is_empty() && schema.one_of.is_empty() => Wrapped::Inline(*only),
            (None, [], [only], []) if schema.one_of.is_empty() => Wrapped::Inline(*only),
            (None, [], [], [only]) if schema.any_of.is_empty() => Wrapped::Inline(*only),
            _ => Wrapped::No,
        }
    }

    /// Whether a schema asserts nothing beside its reference or its only alternative. A `type` that repeats what that is
    /// adds nothing.
    fn only_annotations(&mut self, schema: &Schema) -> bool {
        let target = schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok());
        let target = target.or_else(|| {
            let any_of = schema.any_of.iter().chain(&schema.one_of).copied();
            let any_of: Vec<NodeId> = any_of.filter(|&member| !self.is_null(member)).take(SEVERAL).collect();
            match (self.asserting(&schema.all_of).as_slice(), any_of.as_slice()) {
                ([only], []) | ([], [only]) => Some(*only),
                _ => None,
            }
        });
        let types_add_nothing = schema.types.is_empty()
            || target.is_some_and(|target| {
                self.kinds(target).without(JsonType::Null) == schema.types.without(JsonType::Null)
            });
        types_add_nothing && schema.is_bare() && !self.is_special(schema)
    }
}

/// What is inside wrappers that add nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// A schema that a reference names.
    Named(NodeId),
    /// A schema that is written in place.
    Inline(NodeId),
}

impl Inner {
    /// The schema, however it is reached.
    pub(super) fn node(self) -> NodeId {
        match self {
            Inner::Named(node) | Inner::Inline(node) => node,
        }
    }
}

/// Whether there is one is all that is asked of members, and thousands of schemas may ask it of thousands.
const SEVERAL: usize = 2;

enum Wrapped {
    No,
    Reference(NodeId),
    Inline(NodeId),
}
