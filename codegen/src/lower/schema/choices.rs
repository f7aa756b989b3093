//! What the alternatives of a `oneOf` or `anyOf` are, looked up once: thousands of schemas that extend a choice ask each the same of it.

use super::{Inner, Schemas};
use crate::openapi::schema::Schema;
use crate::tree::NodeId;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The alternatives of one keyword of a schema.
#[derive(Default)]
pub(super) struct Choice {
    /// Those that say something, in order.
    pub(super) real: Rc<[NodeId]>,
    /// Those that are the schema itself, which says nothing.
    pub(super) own: Vec<NodeId>,
    /// The schemas inside the wrappers of those that say something.
    inside: BTreeSet<NodeId>,
    /// The same, with names that mean other names followed to their end.
    meant: BTreeSet<NodeId>,
    /// They say something about a value, but nothing about its shape.
    pub(super) is_validation_only: bool,
}

/// Both keywords of a schema.
pub(super) struct Choices {
    pub(super) one_of: Rc<Choice>,
    pub(super) any_of: Rc<Choice>,
}

impl Choice {
    /// Whether a schema is one of the alternatives, by whatever name.
    pub(super) fn lists(&self, schema: NodeId) -> bool {
        self.inside.contains(&schema) || self.meant.contains(&schema)
    }
}

impl Schemas<'_, '_> {
    /// The alternatives of a schema.
    pub(super) fn choices(&mut self, node: NodeId, schema: &Schema) -> Rc<Choices> {
        if let Some(known) = self.choices.get(&node) {
            return Rc::clone(known);
        }
        let choices = Rc::new(Choices {
            one_of: Rc::new(self.choice(node, &schema.one_of)),
            any_of: Rc::new(self.choice(node, &schema.any_of)),
        });
        self.choices.insert(node, Rc::clone(&choices));
        choices
    }

    fn choice(&mut self, node: NodeId, alternatives: &[NodeId]) -> Choice {
        if alternatives.is_empty() {
            return Choice::default();
        }
        let mut choice = Choice::default();
        let mut real = Vec::new();
        for &alternative in alternatives {
            if self.is_null(alternative) {
                continue;
            }
            let inside = self.unwrap(alternative).map(Inner::node);
            if inside == Some(node) {
                choice.own.push(alternative);
                continue;
            }
            real.push(alternative);
            choice.inside.extend(inside);
            choice.meant.extend(inside.map(|inside| self.meaning(inside)));
        }
        choice.is_validation_only = self.is_validation_only(&real);
        choice.real = real.into();
        choice
    }

    /// Whether a schema is not another name for the one that it includes, because that means a choice which this one is part of.
    pub(in crate::lower) fn extends(&mut self, node: NodeId, base: NodeId) -> bool {
        let base = self.meaning(base);
        if self.heirs(base).binary_search(&node).is_ok() {
            return true;
        }
        let schema = self.read(base);
        if schema.one_of.is_empty() && schema.any_of.is_empty() {
            return false;
        }
        let choices = self.choices(base, &schema);
        let both = [&choices.one_of, &choices.any_of];
        // One alternative is not a choice.
        let count: usize = both.iter().map(|choice| choice.real.len() + choice.own.len()).sum();
        count > 1 && both.iter().any(|choice| choice.meant.contains(&node))
    }
}
