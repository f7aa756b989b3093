//! How many steps the values of a document may take.

use super::{Clash, MAX_STEPS, Way};
use crate::diag::Problem;
use crate::lower::schema::Schemas;
use crate::tree::{NodeId, Tree};

/// Subschemas that are applied for each node of the document at most, all values together, and for a document of any size: thousands of examples
/// times hundreds of alternatives have no other end. What comes after that is not compared.
const STEPS_PER_NODE: usize = 10;
const STEPS: usize = 300_000;

/// The steps for a document.
pub(in crate::lower::schema) fn steps_for(tree: &Tree) -> usize {
    tree.len().saturating_mul(STEPS_PER_NODE).saturating_add(STEPS)
}

impl Schemas<'_, '_> {
    /// Whether a value is valid by schemas that apply together, and which of its properties none of them declares, or only as
    /// read-only. Nothing, where it takes too many steps to know that: this is reported.
    pub(in crate::lower) fn evaluate(
        &mut self,
        schemas: &[NodeId],
        value: NodeId,
        way: Way,
    ) -> Option<Result<Vec<NodeId>, Clash>> {
        if self.steps_left == 0 {
            return None;
        }
        let (verdict, steps) = self.applied(schemas, self.reader.tree, value, way);
        self.steps_left = self.steps_left.saturating_sub(steps);
        let is_known = verdict.is_err() || steps <= MAX_STEPS;
        if !is_known {
            let (values, limit) = ("this value is", MAX_STEPS);
            self.report(value, Problem::UncomparedValues { values, limit });
        }
        if self.steps_left == 0 {
            let (values, limit) = (
                "the examples and defaults behind this one are",
                steps_for(self.reader.tree),
            );
            self.report(value, Problem::UncomparedValues { values, limit });
        }
        is_known.then_some(verdict)
    }
}
