//! The type that a schema means and does not name.

use super::Schema;
use crate::diag::Problem;
use crate::openapi::Reader;
use crate::tree::{NodeId, Step};

impl Reader<'_, '_> {
    /// Says what type is meant by keywords that concern one type only.
    pub(super) fn implied_type(&mut self, node: NodeId, schema: &Schema) {
        let is_said = !schema.types.is_empty() || schema.reference.is_some() || self.has_typed_parent(node);
        if is_said || self.is_condition(node) {
            return;
        }
        let keywords = [
            ("an object", "properties", !schema.properties.is_empty()),
            (
                "an object",
                "additionalProperties",
                schema.additional_properties.is_some(),
            ),
            ("an object", "patternProperties", !schema.pattern_properties.is_empty()),
            ("an array", "items", schema.items.is_some()),
            ("an array", "prefixItems", !schema.prefix_items.is_empty()),
            ("what its values are", "enum", schema.values.is_some()),
            ("what its value is", "const", schema.constant.is_some()),
        ];
        if let Some((ty, keyword, _)) = keywords.into_iter().find(|(_, _, is_there)| *is_there) {
            self.report(node, Problem::ImpliedType { ty, keyword });
        }
    }

    /// Whether a schema is one of several of a schema that names the type: values of every other type are not valid there.
    fn has_typed_parent(&self, node: NodeId) -> bool {
        let list = self.tree.parent(node);
        let is_list = |list: &NodeId| matches!(self.tree.step(*list), Step::Key(key) if matches!(&**key, "allOf" | "anyOf" | "oneOf"));
        let parent = list.filter(is_list).and_then(|list| self.tree.parent(list));
        parent.is_some_and(|parent| self.tree.get(parent, "type").is_some())
    }

    /// Whether a schema is, or is inside of, one that only says whether something applies: no type is made of it. A property can have
    /// the name of such a keyword.
    fn is_condition(&self, node: NodeId) -> bool {
        const CONDITIONS: &[&str] = &["if", "then", "else", "not"];
        const NAMES: &[&str] = &[
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
            "schemas",
        ];
        let key = |node: NodeId| match self.tree.step(node) {
            Step::Key(key) => Some(key),
            Step::Root | Step::Index(_) => None,
        };
        let is = |node: NodeId, keys: &[&str]| key(node).is_some_and(|key| keys.contains(&&**key));
        let around = std::iter::successors(Some(node), |&node| self.tree.parent(node));
        let mut around = around.filter(|&node| is(node, CONDITIONS));
        around.any(|node| !self.tree.parent(node).is_some_and(|parent| is(parent, NAMES)))
    }
}
