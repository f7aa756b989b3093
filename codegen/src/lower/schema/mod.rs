//! What a schema says, without making a type of it.

mod evaluate;
mod heirs;
mod kinds;
mod merge;

pub(super) use evaluate::{Clash, Patterns, Way};
pub(super) use merge::{Declared, Group, Merged};

use crate::diag::Problem;
use crate::lower::Lower;
use crate::openapi::schema::{JsonType, Schema};
use crate::tree::NodeId;

/// Wrappers around wrappers are followed this often: longer chains are loops.
const MAX_WRAPPERS: usize = 64;

impl Lower<'_, '_> {
    /// Looks through references and wrappers that add nothing but prose and `null`: `$ref`, `allOf` of one, `anyOf` of one and
    /// `null`. `None`: the reference leads nowhere.
    pub(in crate::lower) fn unwrap(&mut self, node: NodeId) -> Option<Inner> {
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

    fn wrapped(&mut self, schema: &Schema) -> Wrapped {
        if schema.boolean.is_some() || !self.only_annotations(schema) {
            return Wrapped::No;
        }
        let real = |lower: &mut Self, members: &[NodeId]| -> Vec<NodeId> {
            members
                .iter()
                .copied()
                .filter(|&member| !lower.is_null(member))
                .collect()
        };
        let any_of = real(self, &schema.any_of);
        let one_of = real(self, &schema.one_of);
        match (
            schema.reference,
            schema.all_of.as_slice(),
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

    /// Whether a schema asserts nothing beside its reference or its only member. A `type` that repeats what the member is
    /// adds nothing.
    fn only_annotations(&mut self, schema: &Schema) -> bool {
        let target = schema
            .reference
            .and_then(|reference| self.reader.refs.resolve(reference).ok());
        let target = target.or(match schema.all_of.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        let types_add_nothing = schema.types.is_empty()
            || target.is_some_and(|target| {
                self.kinds(target).without(JsonType::Null) == schema.types.without(JsonType::Null)
            });
        types_add_nothing && schema.is_bare() && !self.is_special(schema)
    }
}

/// What is inside wrappers that add nothing.
pub(in crate::lower) enum Inner {
    /// A schema that a reference names.
    Named(NodeId),
    /// A schema that is written in place.
    Inline(NodeId),
}

enum Wrapped {
    No,
    Reference(NodeId),
    Inline(NodeId),
}
